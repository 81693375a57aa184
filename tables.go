package funding

import (
	"strings"

	"example.com/funding/internal/names"

	"example.com/funding/internal/mention"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Round-ups often end with a table: a row of headings, then a row for each
// round, one cell a line (as pages lose their mark-up) or with bars or tabs between cells.

// maxColumns is more than any table of rounds has.
const maxColumns = 16

// cell is a half-open range of tokens.
type cell struct{ from, to int }

// column is what a heading says its cells hold.
type column uint8

const (
	colOther column = iota
	colName
	colAmount
	colStage
	colInvestors
	colLead
	colDate
)

// headings are the words of table heads, folded; a table needs a name, an amount or a stage, and investors.
var headings = map[string]column{
	"name": colName, "company": colName, "startup": colName, "company name": colName, "startup name": colName, "startups": colName, "companies": colName,
	"amount": colAmount, "funding amount": colAmount, "amount raised": colAmount, "funding": colAmount, "round size": colAmount, "funding round size": colAmount, "size": colAmount, "raised": colAmount, "deal size": colAmount,
	"round": colStage, "stage": colStage, "funding round type": colStage, "round type": colStage, "type": colStage, "funding type": colStage, "funding stage": colStage, "funding round": colStage, "series": colStage,
	"investors": colInvestors, "investor": colInvestors, "backers": colInvestors, "key investors": colInvestors, "participating investors": colInvestors,
	"lead investor": colLead, "lead investors": colLead, "lead": colLead, "led by": colLead,
	"date": colDate, "announced": colDate, "date announced": colDate,
	"sector": colOther, "subsector": colOther, "sub-sector": colOther, "industry": colOther, "business model": colOther, "category": colOther, "location": colOther, "city": colOther,
	"country": colOther, "headquarters": colOther, "segment": colOther, "model": colOther, "founded": colOther, "valuation": colOther, "description": colOther, "hq": colOther, "vertical": colOther, "website": colOther, "notes": colOther, "remarks": colOther, "#": colOther, "no": colOther,
}

// readTables reads the tables of the text into events and notes where they stand.
func (ps *parse) readTables() {
	if !ps.headed() {
		return
	}
	lines := ps.grid()
	for i := 0; i < lines.lines(); {
		head, next := ps.tableHead(lines, i)
		if head == nil {
			i++
			continue
		}
		from := lines.line(i)[0].from
		rows := 0
		for next < lines.lines() {
			row, n := gatherRow(lines, next, len(head))
			if row == nil || !ps.tableRow(head, row) {
				break
			}
			next += n
			rows++
		}
		if rows > 0 {
			to := len(ps.Toks)
			if next < lines.lines() {
				to = lines.line(next)[0].from
			}
			ps.tables = append(ps.tables, cell{from, to})
		}
		i = max(next, i+1)
	}
}

// headed reports whether one of the lines or cells noted as perhaps a heading that every table has, that of
// the investors, is one. The lines of a text without one are not even counted.
func (ps *parse) headed() bool {
	for _, at := range ps.Headings {
		i := int(at)
		to := i + 1
		for to < len(ps.Toks) && to < i+4 && !ps.Is(to, '|') && !ps.OpensCell(to) {
			to++
		}
		if col, _ := ps.heading(cell{i, to}); col == colInvestors || col == colLead {
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

// grid cuts the tokens into lines and the lines into cells at bars and tabs.
func (ps *parse) grid() *grid {
	lines := 1
	for i := range ps.Toks {
		if ps.Toks[i].Has(token.Line) {
			lines++
		}
	}
	g := &grid{make([]cell, 0, lines), make([]int32, 0, lines)} // letting large slices grow takes twice their size
	first := 0                                                  // the first cell of the line
	for i, t := range ps.Toks {
		newLine := t.Has(token.Line)
		if newLine && i > 0 {
			g.ends = append(g.ends, int32(len(g.cells)))
			first = len(g.cells)
		}
		none := len(g.cells) == first
		switch tab := !newLine && i > 0 && strings.Contains(ps.Text[ps.Toks[i-1].End:t.Start], "\t"); {
		case t.Is('|'):
			if none {
				g.cells = append(g.cells, cell{i + 1, i + 1})
			} else if g.cells[len(g.cells)-1].to != i { // else the bar closes the cell
				g.cells = append(g.cells, cell{i, i})
			}
		case none || tab || ps.Toks[i-1].Is('|'):
			g.cells = append(g.cells, cell{i, i + 1})
		default:
			g.cells[len(g.cells)-1].to = i + 1
		}
	}
	if len(ps.Toks) > 0 {
		g.ends = append(g.ends, int32(len(g.cells)))
	}
	return g
}

func (ps *parse) cellText(c cell) string {
	if c.from >= c.to {
		return ""
	}
	return ps.Text[ps.Toks[c.from].Start:ps.Toks[c.to-1].End]
}

func (ps *parse) heading(c cell) (column, bool) {
	if c.to-c.from > 4 {
		return 0, false
	}
	col, ok := headings[strings.ToLower(ps.cellText(c))]
	return col, ok
}

// tableHead reads a row of headings from line i on and returns the columns and the line after it.
func (ps *parse) tableHead(lines *grid, i int) ([]column, int) {
	var cols []column
	next := i
	if len(lines.line(i)) > 2 {
		for _, c := range lines.line(i) {
			col, _ := ps.heading(c)
			cols = append(cols, col)
		}
		next = i + 1
		if next < lines.lines() && ps.rule(lines.line(next)) {
			next++
		}
	} else {
		for next < lines.lines() && len(lines.line(next)) == 1 && next-i < maxColumns {
			col, ok := ps.heading(lines.line(next)[0])
			if !ok {
				break
			}
			cols = append(cols, col)
			next++
		}
	}
	var have [colDate + 1]int
	for _, c := range cols {
		have[c]++
	}
	if len(cols) < 3 || have[colName] != 1 || have[colAmount] > 1 || have[colAmount]+have[colStage] == 0 || have[colInvestors]+have[colLead] == 0 {
		return nil, i
	}
	return cols, next
}

// rule reports whether the line only draws: |---|---|.
func (ps *parse) rule(l []cell) bool {
	for _, c := range l {
		for i := c.from; i < c.to; i++ {
			if t := ps.Toks[i]; t.Kind != token.Punct || t.R != '-' && t.R != '—' && t.R != ':' {
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

// tableRow makes an event of a row; it reports false where the row is none, which ends the table.
func (ps *parse) tableRow(cols []column, row []cell) bool {
	e := &event{frame: "table", money: -1, stage: -1, date: -1, value: -1, total: -1, marked: true}
	for k, c := range row {
		u := ps.UnitFrom(c.from)
		has := u < len(ps.Units) && int(ps.Units[u].To) <= c.to
		switch cols[k] {
		case colName:
			if c.to-c.from == 0 || c.to-c.from > 9 || ps.blank(c) {
				return false
			}
			e.company = ps.cellName(c.from, c.to)
			e.pos = e.company.Span.Start
		case colAmount:
			if has && ps.Units[u].Kind == mention.AmountUnit {
				e.money = ps.Units[u].Index
			} else if !ps.blank(c) && !ps.undisclosed(c) {
				return false
			}
		case colStage:
			if has && ps.Units[u].Kind == mention.StageUnit {
				e.stage = ps.Units[u].Index
			} else if s, ok := ps.BareStage(c.from, c.to); ok {
				e.stage = int32(len(ps.Stages))
				ps.Stages, ps.StageAts = append(ps.Stages, s), append(ps.StageAts, ps.Bytes(c.from, c.to))
			}
			for i := c.from; i < c.to; i++ {
				switch en := ps.Entry(i); {
				case en.Is(lexicon.Debtnoun):
					e.kind = Debt
				case en.Is(lexicon.Grantnoun):
					e.kind = Grant
				}
			}
		case colDate:
			if has && ps.Units[u].Kind == mention.DateUnit {
				e.date = ps.Units[u].Index
			} else if !ps.blank(c) {
				return false
			}
		case colInvestors, colLead:
			for _, n := range ps.cellNames(c) {
				e.investors = append(e.investors, backer{n, cols[k] == colLead})
			}
		}
	}
	if e.money < 0 && e.stage < 0 && len(e.investors) == 0 {
		return false
	}
	ps.events = append(ps.events, e)
	return true
}

// blank reports whether the cell holds nothing but a dash.
func (ps *parse) blank(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if ps.Toks[i].Kind != token.Punct {
			return false
		}
	}
	return true
}

func (ps *parse) undisclosed(c cell) bool {
	switch strings.ToLower(ps.cellText(c)) {
	case "undisclosed", "n/a", "na", "not disclosed":
		return true
	}
	return false
}

func (ps *parse) cellName(from, to int) names.Name {
	s := ps.Bytes(from, to)
	return names.Name{Kind: names.Named, Text: ps.Text[s.Start:s.End], Span: s}
}

// cellNames splits a cell at commas, semicolons and "and".
func (ps *parse) cellNames(c cell) []names.Name {
	var out []names.Name
	from := c.from
	flush := func(to int) {
		if to > from && !ps.blank(cell{from, to}) && to-from <= 9 {
			if e := ps.Entry(to - 1); !e.Is(lexicon.Pronoun) && ps.Fold(to-1) != "others" && ps.Fold(to-1) != "investors" {
				out = append(out, ps.cellName(from, to))
			}
		}
		from = to + 1
	}
	for i := c.from; i < c.to; i++ {
		if ps.Toks[i].Is(',') && !ps.Entry(i+1).Is(lexicon.Legal) || ps.Toks[i].Is(';') || ps.Fold(i) == "and" {
			flush(i)
		}
	}
	flush(c.to)
	return out
}
