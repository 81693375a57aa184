package tabular

import (
	"strings"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/token"
)

// This file reads tables: a row of headings, then a row for each round, one cell a line (as pages lose their mark-up) or
// with bars or tabs between cells. What kind of thing a cell holds (an amount, a stage, a date, names) says of which column
// it is where cells are missing, so that none is taken for one of the next row.

// maxColumns is more than any table of rounds has.
const maxColumns = 16

// headsTable reports whether the cell that begins with token i is a heading that a table of rounds must have.
func (r *Reader) headsTable(i int) bool {
	to := i + 1
	for to < len(r.Toks) && to < i+maxHeading && !r.Is(to, '|') && !r.OpensCell(to) {
		to++
	}
	col, ok := r.heading(cell{i, to})
	return ok && (col == Investors || col == Lead || col == Stage)
}

// readTables reads the tables of the text. The lines of a text without a heading that every table has are not even counted.
func (r *Reader) readTables() {
	headed := false
	for _, at := range r.Headings {
		headed = headed || r.headsTable(int(at))
	}
	if !headed {
		return
	}
	lines := r.grid()
	for i := 0; i < lines.lines(); {
		head, next := r.tableHead(lines, i)
		if head == nil {
			if i = r.refuse(lines, i); i >= lines.lines() {
				break
			}
			continue
		}
		to := next
		if len(lines.line(i)) > 1 {
			to = r.rows(lines, head, next)
		} else {
			to = r.stacked(lines, head, next)
		}
		if to > next {
			end := len(r.Toks)
			if to < lines.lines() {
				end = r.begins(lines, to)
			}
			r.takes(r.begins(lines, i), end)
		}
		i = max(to, i+1)
	}
}

// refuse returns the line after line i, or after the table that line i heads if it is one of something else than rounds,
// or one that cannot be understood. Its rows are no items then.
func (r *Reader) refuse(lines *grid, i int) int {
	known := 0
	for _, c := range lines.line(i) {
		if _, ok := r.heading(c); ok {
			known++
		}
	}
	from := i
	for i++; known >= 2 && i < lines.lines() && len(lines.line(i)) > 1; i++ {
	}
	if i > from+1 {
		r.refused = append(r.refused, cell{lines.line(from)[0].from, lines.line(i - 1)[len(lines.line(i-1))-1].to})
	}
	return i
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
		if len(g.cells)-first > maxColumns { // no table: the last cell holds the rest
			g.cells[len(g.cells)-1].to = i + 1
			continue
		}
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

// maxHeading is how many tokens a heading has at most, without what stands in brackets after it.
const maxHeading = 5

func (r *Reader) heading(c cell) (Column, bool) {
	c, _ = r.unbracketed(c) // "Amount (USD)"
	c = r.bare(c)
	if c.to-c.from > maxHeading {
		return 0, false
	}
	col, ok := r.find(r.rules.Headings, c)
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
	named, figures := have[Company] == 1, have[Amount] == 1 || have[Amount] == 0 && have[Stage] > 0
	rounds := have[Investors]+have[Lead] > 0 || have[Amount] == 1 && have[Stage] > 0
	if len(cols) < 3 || len(cols) > maxColumns || !named || !figures || !rounds {
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

// rows reads the rows, a line each, from line i on and returns the line after the last. A row that does not fit the columns is
// passed over, a line without cells ends the table.
func (r *Reader) rows(lines *grid, cols []Column, i int) int {
	var of [maxColumns]int8
	to := i
	for ; i < lines.lines(); i++ {
		row := lines.line(i)
		if head, _ := r.tableHead(lines, i); len(row) < 2 || head != nil {
			break
		}
		if _, ok := r.align(&of, cols, len(row), func(k int) cell { return row[k] }); ok && r.row(cols, &of, func(k int) cell { return row[k] }) {
			to = i + 1
		}
	}
	return to
}

// stacked reads rows of one cell a line from line i on and returns the line after the last. Cells may be missing: of all ways to
// cut the lines into rows, that which takes the most of them is right, and of these the one in which the cells fit best.
func (r *Reader) stacked(lines *grid, cols []Column, i int) int {
	n := 0 // lines that may be cells
	for i+n < lines.lines() {
		if l := lines.line(i + n); len(l) != 1 || l[0].to-l[0].from > maxLine {
			break
		}
		n++
	}
	if n < 2 {
		return i
	}
	type choice struct{ lines, fit, taken int } // from a line on: those in rows, how well they fit, how many are of the first row
	best := make([]choice, n+1)
	var of [maxColumns]int8
	at := func(from int) func(k int) cell { return func(k int) cell { return lines.line(i + from + k)[0] } }
	for from := n - 2; from >= 0; from-- {
		for m := min(len(cols), n-from); m >= 2 && m >= len(cols)-maxMissing; m-- {
			fit, ok := r.align(&of, cols, m, at(from))
			rest := &best[from+m]
			c := choice{m + rest.lines, fit + rest.fit, m}
			if b := &best[from]; ok && (c.lines > b.lines || c.lines == b.lines && c.fit > b.fit) {
				*b = c
			}
		}
	}
	from := 0
	for best[from].taken > 0 {
		m := best[from].taken
		if _, ok := r.align(&of, cols, m, at(from)); !ok || !r.row(cols, &of, at(from)) {
			break
		}
		from += m
	}
	return i + from
}

// maxMissing is how many cells of a row may be missing.
const maxMissing = 3

// How well a cell fits a column.
const (
	unfit = -1000 // it cannot be of it
	loose = 0     // nothing speaks for it
	typed = 3     // it is of the column's kind
)

// align finds of which columns the m cells of a row are, in order, and how well they fit; it reports false if they are no row.
// Where cells are missing, the others go where they fit best. of is filled with the number of each column's cell, -1 for none.
func (r *Reader) align(of *[maxColumns]int8, cols []Column, m int, at func(k int) cell) (fit int, ok bool) {
	n := len(cols)
	if m > n || m < 2 {
		return 0, false
	}
	// fits[c][k] is the best fit of the cells from k on into the columns from c on; the columns left over are empty
	var fits [maxColumns + 1][maxColumns + 1]int
	for c := n; c >= 0; c-- {
		for k := m; k >= 0; k-- {
			switch {
			case m-k > n-c:
				fits[c][k] = unfit * maxColumns
			case k == m:
				if fits[c][k] = 0; c <= r.company(cols) {
					fits[c][k] = unfit
				}
			default:
				best := r.fit(cols[c], at(k), m == n) + fits[c+1][k+1]
				if skip := fits[c+1][k] - missing(cols[c]); skip > best {
					best = skip
				}
				fits[c][k] = best
			}
		}
	}
	if fits[0][0] < 0 {
		return 0, false
	}
	k := 0
	for c := range cols {
		of[c] = -1
		if k < m && fits[c][k] == r.fit(cols[c], at(k), m == n)+fits[c+1][k+1] {
			of[c] = int8(k)
			k++
		}
	}
	return fits[0][0], r.says(cols, of, at)
}

// missing says how much speaks against a row without a cell of the column.
func missing(col Column) int {
	if col == Company {
		return -unfit
	}
	return 1
}

// company returns the number of the column of companies.
func (r *Reader) company(cols []Column) int {
	for k, c := range cols {
		if c == Company {
			return k
		}
	}
	return -1
}

// says reports whether a row tells of a round: it has an amount, a stage, or says that the amount is not told; a row without missing cells
// may also have no more than givers.
func (r *Reader) says(cols []Column, of *[maxColumns]int8, at func(k int) cell) bool {
	whole, some := true, false
	for c, col := range cols {
		if of[c] < 0 {
			whole = false
			continue
		}
		x := at(int(of[c]))
		some = some || (col == Amount || col == Stage) && (r.fit(col, x, false) == typed || r.undisclosed(x))
	}
	return whole || some
}

// fit says how well c fits the column. In a row without missing cells more passes for a stage.
func (r *Reader) fit(col Column, c cell, whole bool) int {
	empty := r.blank(c)
	if empty || r.undisclosed(c) {
		if col == Company {
			return unfit
		}
		return loose
	}
	u, is := r.unit(c)
	kind := func(k mention.UnitKind) int {
		switch {
		case is && r.Units[u].Kind == k:
			return typed
		case is:
			return unfit
		}
		return loose
	}
	switch col {
	case Company:
		if is || c.to-c.from > maxName || r.sentenceLike(c) {
			return unfit
		}
		return typed
	case Value, Total:
		return max(loose, kind(mention.AmountUnit))
	case Amount:
		if kind(mention.AmountUnit) == typed {
			return typed
		}
		return unfit
	case Date:
		if kind(mention.DateUnit) == typed {
			return typed
		}
		return unfit
	case Stage:
		var t deal.Telling
		switch {
		case kind(mention.StageUnit) == unfit:
			return unfit
		case r.stage(&t, c):
			return typed
		case whole:
			return loose
		}
		return unfit
	case Investors, Lead:
		if is || r.sentenceLike(c) {
			return unfit
		}
		return loose + 1
	}
	return loose
}

// sentenceLike reports whether c is prose and no name or list of names: it ends with a full stop, or with a plain word.
func (r *Reader) sentenceLike(c cell) bool {
	last := c.to - 1
	if t := &r.Toks[last]; t.Is('!') || t.Is('?') || t.Is('.') && c.to-c.from > 2 && r.BeginsLower(last-1) {
		return true
	}
	plain := 0
	for i := c.from; i < c.to; i++ {
		if r.BeginsLower(i) {
			plain++
		}
	}
	return plain*2 > c.to-c.from && c.to-c.from > 3
}

// row makes a telling of a row; it reports false where the row says nothing.
func (r *Reader) row(cols []Column, of *[maxColumns]int8, at func(k int) cell) bool {
	var t deal.Telling
	for c, col := range cols {
		if of[c] >= 0 && col == Company {
			x := r.bare(at(int(of[c])))
			t = r.telling("table", x.from)
			t.Company = r.name(x)
		}
	}
	for c, col := range cols {
		if of[c] >= 0 {
			r.fill(&t, col, at(int(of[c])))
		}
	}
	if t.Money < 0 && t.Stage.IsZero() && len(t.Givers) == 0 {
		return false
	}
	r.Tellings = append(r.Tellings, t)
	return true
}

// fill adds what c, a cell of the column or the value of such a field, says to t.
func (r *Reader) fill(t *deal.Telling, col Column, c cell) {
	first := func(at *int32, kind mention.UnitKind) {
		if i, ok := r.within(c, kind); ok && *at < 0 {
			*at = i
		}
	}
	switch col {
	case Amount:
		first(&t.Money, mention.AmountUnit)
	case Value:
		first(&t.Value, mention.AmountUnit)
	case Total:
		first(&t.Total, mention.AmountUnit)
	case Date:
		first(&t.Date, mention.DateUnit)
	case Stage:
		r.stage(t, c)
	case Investors, Lead:
		r.givers(t, c, col == Lead)
	}
}
