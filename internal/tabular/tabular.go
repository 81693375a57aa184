// Package tabular reads what a text says by its layout: tables of rounds, cards and profiles of labelled fields, items that
// tell of a round on one line, and headings that say whom the lines below speak of.
//
// It goes before the grammar. What it has read is no prose, and Rest says what of a sentence is left to be read as such.
package tabular

import (
	"slices"
	"sort"
	"unicode/utf8"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/reuse"
	"example.com/funding/internal/token"
)

// Reader reads the layout of a text. What it gives lasts until Reset.
type Reader struct {
	Tellings []deal.Telling // of rows, cards and items, in order
	Topics   []deal.Topic   // of headings and of what stands under them, in order

	*mention.Reader
	rules *Rules
	read  []cell // stretches that are no prose, in order

	refused []cell  // tables that tell of no rounds
	fields  []field // of the card that is being read
}

// NewReader returns a reader of the layout of the text whose mentions m has found.
func NewReader(m *mention.Reader, rules *Rules) *Reader { return &Reader{Reader: m, rules: rules} }

// Reset forgets what was read of one text, and keeps the memory.
func (r *Reader) Reset() {
	r.Tellings, r.Topics, r.read = reuse.Emptied(r.Tellings), reuse.Emptied(r.Topics), r.read[:0]
	r.refused, r.fields = r.refused[:0], r.fields[:0]
}

// Any reports whether something of the text is no prose.
func (r *Reader) Any() bool { return len(r.read) > 0 }

// Rest returns what of sentence s is prose. It is empty if all of it was read here.
func (r *Reader) Rest(s token.Sentence) token.Sentence {
	if len(r.read) == 0 {
		return s // most
	}
	k := sort.Search(len(r.read), func(k int) bool { return r.read[k].to > s.From })
	for ; k < len(r.read) && r.read[k].from <= s.From; k++ {
		s.From = min(r.read[k].to, s.To)
	}
	if k < len(r.read) && r.read[k].from < s.To {
		s.To = r.read[k].from
	}
	return s
}

// cell is a half-open range of tokens.
type cell struct{ from, to int }

// Column is what a heading says its cells hold, or a label its field.
type Column uint8

const (
	Other Column = iota
	Company
	Amount
	Stage
	Investors
	Lead
	Date
	Value   // what the company is worth
	Total   // what it has raised so far
	Prose   // sentences
	columns = iota
)

// Rules is what the layout of a language is read by. All words are in small letters.
type Rules struct {
	Headings    map[string]Column // the words of table heads; they are labels as well
	Labels      map[string]Column // words that only label a field
	Givers      map[string]Column // what introduces givers in an item or a list of them: Lead or Investors
	Undisclosed []string          // what a cell says that keeps back what it should hold
}

// Read reads the layout of the text.
func (r *Reader) Read() {
	r.readTables()
	r.readCards()
	r.readItems()
	if len(r.read) > 1 {
		slices.SortFunc(r.read, func(a, b cell) int { return a.from - b.from })
		slices.SortStableFunc(r.Tellings, func(a, b deal.Telling) int { return a.Pos - b.Pos })
	}
	r.readHeadings()
}

// Speaks reports whether the paragraph that is being read may have a telling in its layout: the heading of a table, a card, an item.
func (r *Reader) Speaks() bool {
	k, _ := slices.BinarySearch(r.Headings, int32(r.From))
	for _, at := range r.Headings[k:] {
		if r.headsTable(int(at)) || r.labels(int(at)) {
			return true
		}
	}
	for u := r.UnitFrom(r.From); u < len(r.Units); u++ {
		if r.opensItem(u) {
			return true
		}
	}
	return false
}

// takes notes that [from, to) is no prose.
func (r *Reader) takes(from, to int) { r.read = append(r.read, cell{from, to}) }

// taken reports whether token i was read or refused.
func (r *Reader) taken(i int) bool {
	in := func(c cell) bool { return c.from <= i && i < c.to }
	return slices.ContainsFunc(r.read[max(0, len(r.read)-maxBack):], in) ||
		slices.ContainsFunc(r.refused[max(0, len(r.refused)-maxBack):], in)
}

// maxBack is how many of the stretches read last are asked whether a token is in them.
const maxBack = 64

// opensLine reports whether a line begins with token i.
func (r *Reader) opensLine(i int) bool { return i == 0 || r.Toks[i].Has(token.Line) }

// maxLine is how many tokens of a line are looked at to find its beginning.
const maxLine = 64

// lineAround returns the line that token i is of; it is empty if it begins too far before.
func (r *Reader) lineAround(i int) cell {
	from := i
	for !r.opensLine(from) {
		if from--; i-from > maxLine {
			return cell{}
		}
	}
	return cell{from, r.lineEnd(i)}
}

// lineEnd returns the token after the line of token i.
func (r *Reader) lineEnd(i int) int {
	for i++; i < len(r.Toks) && !r.Toks[i].Has(token.Line); {
		i++
	}
	return min(i, len(r.Toks))
}

// lineBefore returns the line before that which begins with token i; it is empty if there is none, or if it is long.
func (r *Reader) lineBefore(i int) cell {
	if i == 0 {
		return cell{}
	}
	return r.lineAround(i - 1)
}

func (c cell) empty() bool { return c.from >= c.to }

// text returns what stands in c.
func (r *Reader) text(c cell) string {
	if c.empty() {
		return ""
	}
	return r.Text[r.Toks[c.from].Start:r.Toks[c.to-1].End]
}

// longest is how many bytes a label or a word that introduces givers has at most; they are ASCII.
const longest = 40

// small writes what stands in c in small letters to buf; it returns nothing of what is no label.
func (r *Reader) small(c cell, buf *[longest]byte) []byte {
	t := r.text(c)
	if len(t) > len(buf) {
		return nil
	}
	for i := range len(t) {
		b := t[i]
		if b >= utf8.RuneSelf {
			return nil
		}
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		buf[i] = b
	}
	return buf[:len(t)]
}

// find looks up what stands in c, whatever its capitals.
func (r *Reader) find(in map[string]Column, c cell) (Column, bool) {
	var buf [longest]byte
	col, ok := in[string(r.small(c, &buf))]
	return col, ok
}

// blank reports whether the cell holds nothing but marks.
func (r *Reader) blank(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if r.Toks[i].Kind != token.Punct {
			return false
		}
	}
	return true
}

func (r *Reader) undisclosed(c cell) bool {
	var buf [longest]byte
	w := r.small(c, &buf)
	return len(w) > 0 && slices.ContainsFunc(r.rules.Undisclosed, func(u string) bool { return u == string(w) })
}

// bare returns c without the marks around it that are no part of a name: bullets, icons, dashes, stars of emphasis.
func (r *Reader) bare(c cell) cell {
	for !c.empty() && r.ornament(c.from) {
		c.from++
	}
	for !c.empty() && r.ornament(c.to-1) {
		c.to--
	}
	return c
}

// ornament reports whether token i is a mark that may stand around a cell.
func (r *Reader) ornament(i int) bool {
	t := &r.Toks[i]
	if t.Kind != token.Punct {
		return false
	}
	switch t.R {
	case '*', '-', '–', '—', '|', '_', ',', ';', ':', '>', '~', '#', '/', '\\':
		return true
	}
	return picture(t.R)
}

// picture reports whether a mark is a bullet, an arrow or an icon.
func picture(c rune) bool {
	switch {
	case c == '·' || c == '•' || c == '‣' || c == '◦' || c == '\u200d' || c == '\ufe0f':
		return true
	}
	return c >= 0x2190 && c < 0x2c00 || c >= 0x1f000
}

// name returns the name that the cell is.
func (r *Reader) name(c cell) names.Name {
	s := r.Bytes(c.from, c.to)
	return names.Name{Kind: names.Named, Text: r.Text[s.Start:s.End], Span: s}
}

// sentenceOf returns the number of the sentence that token i is of.
func (r *Reader) sentenceOf(i int) int {
	return max(0, sort.Search(len(r.Sents), func(k int) bool { return r.Sents[k].From > i })-1)
}

// telling returns one that says nothing yet, whose evidence is token i.
func (r *Reader) telling(row string, i int) deal.Telling {
	return deal.Telling{
		Row: row, Sent: r.sentenceOf(i), Pos: int(r.Toks[i].Start), Heading: -1, Money: -1, Date: -1, Value: -1, Total: -1,
	}
}
