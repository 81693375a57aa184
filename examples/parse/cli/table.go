package cli

import (
	"fmt"
	"slices"
	"strings"

	"example.com/funding"
	"example.com/funding/internal/page"
)

// tableForm writes a table for each article; leads are marked with a star.
type tableForm struct {
	screen
	begun bool
}

func (f *tableForm) add(r result) ([]byte, error) {
	var b strings.Builder
	if r.many {
		if f.begun {
			b.WriteByte('\n')
		}
		fmt.Fprintln(&b, f.paint(shown(r.name), bold))
	}
	f.begun = true
	if len(r.doc.Rounds) == 0 {
		fmt.Fprintln(&b, "no rounds")
		return []byte(b.String()), nil
	}
	rows := [][]string{{"COMPANY", "AMOUNT", "STAGE", "INVESTORS (* leads)", "DATE", "STATUS", "VALUATION", "SURE"}}
	for _, o := range r.doc.Rounds {
		var inv []string
		for _, i := range o.Investors {
			name := shown(i.Name)
			if i.Lead {
				name = "*" + name
			}
			inv = append(inv, name)
		}
		status := o.Status.String()
		if o.Kind != funding.Equity {
			status += " " + o.Kind.String()
		}
		val := page.Grouped(o.Valuation.Money)
		if o.Valuation.Basis != funding.NoBasis {
			val += " " + o.Valuation.Basis.String()
		}
		rows = append(rows, []string{shown(o.Company.Name), page.Grouped(o.Amount.Money), o.Stage.String(), strings.Join(inv, ", "), o.Date.String(), status, val, page.Percent(o.Confidence)})
	}
	f.lay(&b, rows)
	return []byte(b.String()), nil
}

func (*tableForm) end() []byte { return nil }

// gap is the room between columns.
const gap = 2

// leastColumn is how narrow a column may become that would rather be wider.
const leastColumn = 12

// lay writes the rows in columns as wide as what they hold. Where that is more than
// the screen has, columns that hold nothing go first, then cells are wrapped; where
// that does not do either, each round becomes a list.
func (f *tableForm) lay(b *strings.Builder, rows [][]string) {
	widths := columnWidths(rows)
	if f.width > 0 && tableWidth(widths) > f.width {
		rows = withoutEmpty(rows)
		var ok bool
		if widths, ok = fit(columnWidths(rows), leastWidths(rows), f.width); !ok {
			f.list(b, rows)
			return
		}
	}
	for i, row := range rows {
		cells := make([][]string, len(row)) // lines of each
		height := 1
		for j, c := range row {
			cells[j] = wrap(c, widths[j])
			height = max(height, len(cells[j]))
		}
		for l := range height {
			var line strings.Builder
			room := 0 // to be filled before the next cell
			for j := range row {
				if l < len(cells[j]) && cells[j][l] != "" {
					c := cells[j][l]
					line.WriteString(strings.Repeat(" ", room) + f.paint(c, colourOf(i, rows[0][j], row[j])))
					room = -displayWidth(c)
				}
				room += widths[j] + gap
			}
			fmt.Fprintln(b, line.String())
		}
	}
}

// colourOf is the colour of a cell of the table: of its head, of the column, of the status.
func colourOf(row int, column, cell string) string {
	switch {
	case row == 0:
		return dim
	case column == "COMPANY":
		return bold
	case column != "STATUS":
		return ""
	}
	status, _, _ := strings.Cut(cell, " ")
	switch status {
	case "closed":
		return green
	case "pending":
		return yellow
	}
	return red
}

func (f *tableForm) paint(s, colour string) string {
	if !f.colour {
		return s
	}
	return paint(s, colour)
}

// list writes each round as lines of a name and a value.
func (f *tableForm) list(b *strings.Builder, rows [][]string) {
	label := 0
	for j, h := range rows[0] {
		rows[0][j], _, _ = strings.Cut(h, " (") // "INVESTORS (* leads)" is too long for a label
		label = max(label, displayWidth(rows[0][j]))
	}
	label = min(label, max(f.width/3, 4))
	for i, row := range rows[1:] {
		if i > 0 {
			b.WriteByte('\n')
		}
		for j, c := range row {
			if c == "" {
				continue
			}
			names := wrap(rows[0][j], label)
			for l, part := range wrap(c, max(f.width-label-gap, 4)) {
				name := ""
				if l == 0 {
					name = names[0]
				}
				pad := strings.Repeat(" ", label+gap-displayWidth(name))
				fmt.Fprintln(b, f.paint(name, dim)+pad+f.paint(part, colourOf(i+1, rows[0][j], c)))
			}
		}
	}
}

func columnWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for j, c := range row {
			widths[j] = max(widths[j], displayWidth(c))
		}
	}
	return widths
}

// leastWidths are those at which no word is broken but very long ones.
func leastWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for i, row := range rows {
		for j, c := range row {
			for word := range strings.FieldsSeq(c) {
				least := displayWidth(word)
				if i > 0 && rows[0][j] != "AMOUNT" && rows[0][j] != "VALUATION" { // an amount is read whole
					least = min(least, leastColumn)
				}
				widths[j] = max(widths[j], least)
			}
		}
	}
	return widths
}

func tableWidth(widths []int) int {
	n := gap * (len(widths) - 1)
	for _, w := range widths {
		n += w
	}
	return n
}

// fit makes the widest columns narrower until all have room.
func fit(widths, least []int, room int) ([]int, bool) {
	if tableWidth(least) > room {
		return nil, false
	}
	widths = slices.Clone(widths)
	for n := tableWidth(widths); n > room; n-- {
		widest := -1
		for j, w := range widths {
			if w > least[j] && (widest < 0 || w > widths[widest]) {
				widest = j
			}
		}
		widths[widest]--
	}
	return widths, true
}

func withoutEmpty(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for j := range rows[0] {
		if slices.ContainsFunc(rows[1:], func(row []string) bool { return row[j] != "" }) {
			for i, row := range rows {
				out[i] = append(out[i], row[j])
			}
		}
	}
	return out
}

// wrap breaks s into lines of at most so many columns, between words where it can.
func wrap(s string, width int) (lines []string) {
	if displayWidth(s) <= width {
		return []string{s}
	}
	line, used := "", 0
	for word := range strings.FieldsSeq(s) {
		n := displayWidth(word)
		if used > 0 && used+1+n > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		for _, r := range word {
			w := runeWidth(r)
			if used > 0 && used+w > width { // longer than a line
				lines, line, used = append(lines, line), "", 0
			}
			line, used = line+string(r), used+w
		}
	}
	return append(lines, line)
}
