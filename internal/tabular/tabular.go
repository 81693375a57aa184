// Package tabular reads tables of rounds that are printed in a text.
//
// Round-ups often end with a table: a row of headings, then a row for each
// round, one cell a line (as pages lose their mark-up) or with bars or tabs between cells.
package tabular

import (
	"slices"
	"sort"
	"strings"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/reuse"
	"example.com/funding/internal/token"
)

// Reader reads the tables of a text. What it gives lasts until Reset.
type Reader struct {
	Tellings []deal.Telling

	*mention.Reader
	rules  *Rules
	tables []cell // stretches that were read as tables
}

// NewReader returns a reader of the tables of the text whose mentions m has found.
func NewReader(m *mention.Reader, rules *Rules) *Reader { return &Reader{Reader: m, rules: rules} }

// Reset forgets what was read of one text, and keeps the memory.
func (r *Reader) Reset() {
	r.Tellings, r.tables = reuse.Emptied(r.Tellings), r.tables[:0]
}

// Any reports whether the text has a table.
func (r *Reader) Any() bool { return len(r.tables) > 0 }

// Within reports whether a sentence begins inside a table.
func (r *Reader) Within(s token.Sentence) bool {
	k := sort.Search(len(r.tables), func(k int) bool { return r.tables[k].to > s.From })
	return k < len(r.tables) && r.tables[k].from <= s.From
}

// maxColumns is more than any table of rounds has.
const maxColumns = 16

// cell is a half-open range of tokens.
type cell struct{ from, to int }

// Column is what a heading says its cells hold.
type Column uint8

const (
	Other Column = iota
	Company
	Amount
	Stage
	Investors
	Lead
	Date
	columns = iota
)

// Rules is what the tables of a language are read by.
type Rules struct {
	Headings    map[string]Column // the words of table heads, in small letters
	Undisclosed []string          // what a cell says that keeps an amount back, in small letters
}

// Read reads the tables of the text.
func (r *Reader) Read() {
	if !r.Headed() {
		return
	}
	lines := r.grid()
	for i := 0; i < lines.lines(); {
		head, next := r.tableHead(lines, i)
		if head == nil {
			i++
			continue
		}
		from := r.begins(lines, i)
		rows := 0
		for next < lines.lines() {
			row, n := gatherRow(lines, next, len(head))
			if row == nil || !r.tableRow(head, row) {
				break
			}
			next += n
			rows++
		}
		if rows > 0 {
			to := len(r.Toks)
			if next < lines.lines() {
				to = r.begins(lines, next)
			}
			r.tables = append(r.tables, cell{from, to})
		}
		i = max(next, i+1)
	}
}

// Headed reports whether one of the lines or cells noted as perhaps a heading that every table has, that of
// the investors, is one. The lines of a text without one are not even counted.
func (r *Reader) Headed() bool {
	for _, at := range r.Headings {
		i := int(at)
		to := i + 1
		for to < len(r.Toks) && to < i+4 && !r.Is(to, '|') && !r.OpensCell(to) {
			to++
		}
		if col, _ := r.heading(cell{i, to}); col == Investors || col == Lead {
			return true
		}
	}
	return false
}

// grid is lines of cells.
type grid struct {
	cells []cell
	ends  []int32 // of each line in cells
}

// line returns the cells of line i, without the empty one before a leading bar.
func (g *grid) line(i int) []cell {
	from := int32(0)
	if i > 0 {
		from = g.ends[i-1]
	}
	l := g.cells[from:g.ends[i]]
	if len(l) > 1 && l[0].from == l[0].to {
		return l[1:]
	}
	return l
}

func (g *grid) lines() int { return len(g.ends) }

// begins returns the first token of line i, which may be a bar before its cells.
func (r *Reader) begins(lines *grid, i int) int {
	from := lines.line(i)[0].from
	if r.Is(from-1, '|') && r.Toks[from-1].Has(token.Line) {
		from--
	}
	return from
}

// grid cuts the tokens into lines and the lines into cells at bars and tabs.
func (r *Reader) grid() *grid {
	lines := 1
	for i := range r.Toks {
		if r.Toks[i].Has(token.Line) {
			lines++
		}
	}
	g := &grid{make([]cell, 0, lines), make([]int32, 0, lines)} // letting large slices grow takes twice their size
	first := 0                                                  // the first cell of the line
	for i, t := range r.Toks {
		newLine := t.Has(token.Line)
		if newLine && i > 0 {
			g.ends = append(g.ends, int32(len(g.cells)))
			first = len(g.cells)
		}
		none := len(g.cells) == first
		switch tab := !newLine && i > 0 && strings.Contains(r.Text[r.Toks[i-1].End:t.Start], "\t"); {
		case t.Is('|'):
			if none {
				g.cells = append(g.cells, cell{i + 1, i + 1})
			} else if g.cells[len(g.cells)-1].to != i { // else the bar closes the cell
				g.cells = append(g.cells, cell{i, i})
			}
		case none || tab || r.Toks[i-1].Is('|'):
			g.cells = append(g.cells, cell{i, i + 1})
		default:
			g.cells[len(g.cells)-1].to = i + 1
		}
	}
	if len(r.Toks) > 0 {
		g.ends = append(g.ends, int32(len(g.cells)))
	}
	return g
}

func (r *Reader) cellText(c cell) string {
	if c.from >= c.to {
		return ""
	}
	return r.Text[r.Toks[c.from].Start:r.Toks[c.to-1].End]
}

func (r *Reader) heading(c cell) (Column, bool) {
	if c.to-c.from > 4 {
		return 0, false
	}
	col, ok := r.rules.Headings[strings.ToLower(r.cellText(c))]
	return col, ok
}

// tableHead reads a row of headings from line i on and returns the columns and the line after it.
func (r *Reader) tableHead(lines *grid, i int) ([]Column, int) {
	var cols []Column
	next := i
	if len(lines.line(i)) > 2 {
		for _, c := range lines.line(i) {
			col, _ := r.heading(c)
			cols = append(cols, col)
		}
		next = i + 1
		if next < lines.lines() && r.rule(lines.line(next)) {
			next++
		}
	} else {
		for next < lines.lines() && len(lines.line(next)) == 1 && next-i < maxColumns {
			col, ok := r.heading(lines.line(next)[0])
			if !ok {
				break
			}
			cols = append(cols, col)
			next++
		}
	}
	var have [columns]int
	for _, c := range cols {
		have[c]++
	}
	named, figures, givers := have[Company] == 1, have[Amount] == 1 || have[Amount] == 0 && have[Stage] > 0, have[Investors]+have[Lead] > 0
	if len(cols) < 3 || !named || !figures || !givers {
		return nil, i
	}
	return cols, next
}

// rule reports whether the line only draws: |---|---|.
func (r *Reader) rule(l []cell) bool {
	for _, c := range l {
		for i := c.from; i < c.to; i++ {
			if t := r.Toks[i]; t.Kind != token.Punct || t.R != '-' && t.R != '—' && t.R != ':' {
				return false
			}
		}
	}
	return true
}

// gatherRow returns the next n cells and the number of lines they take.
func gatherRow(lines *grid, i, n int) ([]cell, int) {
	if l := lines.line(i); len(l) == n && n > 1 {
		return l, 1
	}
	if i+n > lines.lines() {
		return nil, 0
	}
	var row []cell
	for k := range n {
		if len(lines.line(i+k)) != 1 {
			return nil, 0
		}
		row = append(row, lines.line(i + k)[0])
	}
	return row, n
}

// tableRow makes a telling of a row; it reports false where the row is none, which ends the table.
func (r *Reader) tableRow(cols []Column, row []cell) bool {
	t := deal.Telling{Row: "table", Heading: -1, Money: -1, Date: -1, Value: -1, Total: -1}
	for k, c := range row {
		if !r.cell(&t, cols[k], c) {
			return false
		}
	}
	if t.Money < 0 && t.Stage.IsZero() && len(t.Givers) == 0 {
		return false
	}
	r.Tellings = append(r.Tellings, t)
	return true
}

// cell adds what cell c of the Column col says to t; it reports false where it cannot be one of that column.
func (r *Reader) cell(t *deal.Telling, col Column, c cell) bool {
	u := r.UnitFrom(c.from)
	has := u < len(r.Units) && int(r.Units[u].To) <= c.to
	switch col {
	case Company:
		if c.to-c.from == 0 || c.to-c.from > 9 || r.blank(c) {
			return false
		}
		t.Company = r.cellName(c.from, c.to)
		t.Pos = t.Company.Span.Start
	case Amount:
		if has && r.Units[u].Kind == mention.AmountUnit {
			t.Money = r.Units[u].Index
		} else if !r.blank(c) && !r.undisclosed(c) {
			return false
		}
	case Stage:
		r.stageCell(t, c)
	case Date:
		if has && r.Units[u].Kind == mention.DateUnit {
			t.Date = r.Units[u].Index
		} else if !r.blank(c) {
			return false
		}
	case Investors, Lead:
		for _, n := range r.cellNames(c) {
			t.Givers = append(t.Givers, deal.Giver{Name: n, Lead: col == Lead})
		}
	}
	return true
}

// stageCell adds the stage or the kind of a round to t.
func (r *Reader) stageCell(t *deal.Telling, c cell) {
	if u := r.UnitFrom(c.from); u < len(r.Units) && int(r.Units[u].To) <= c.to && r.Units[u].Kind == mention.StageUnit {
		t.Stage, t.StageAt = r.Stages[r.Units[u].Index], r.StageAts[r.Units[u].Index]
	} else if s, ok := r.BareStage(c.from, c.to); ok {
		t.Stage, t.StageAt = s, r.Bytes(c.from, c.to)
	}
	for i := c.from; i < c.to; i++ {
		switch e := r.Entry(i); {
		case e.Is(lexicon.Debtnoun):
			t.Kind = deal.Debt
		case e.Is(lexicon.Grantnoun):
			t.Kind = deal.Grant
		}
	}
}

// blank reports whether the cell holds nothing but a dash.
func (r *Reader) blank(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if r.Toks[i].Kind != token.Punct {
			return false
		}
	}
	return true
}

func (r *Reader) undisclosed(c cell) bool {
	return slices.Contains(r.rules.Undisclosed, strings.ToLower(r.cellText(c)))
}

func (r *Reader) cellName(from, to int) names.Name {
	s := r.Bytes(from, to)
	return names.Name{Kind: names.Named, Text: r.Text[s.Start:s.End], Span: s}
}

// cellNames splits a cell at commas, semicolons and "and".
func (r *Reader) cellNames(c cell) []names.Name {
	var out []names.Name
	from := c.from
	flush := func(to int) {
		if to > from && !r.blank(cell{from, to}) && to-from <= 9 {
			if e := r.Entry(to - 1); !e.Is(lexicon.Pronoun) && !r.Lex.Has(r.Word(to-1), lexicon.TraitEndsVagueCell) {
				out = append(out, r.cellName(from, to))
			}
		}
		from = to + 1
	}
	for i := c.from; i < c.to; i++ {
		if r.Toks[i].Is(',') && !r.Entry(i+1).Is(lexicon.Legal) || r.Toks[i].Is(';') || r.Entry(i).Is(lexicon.Conj) {
			flush(i)
		}
	}
	flush(c.to)
	return out
}
