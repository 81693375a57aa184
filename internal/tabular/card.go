package tabular

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/token"
)

// This file reads cards: fields with a label and a colon, one a line or several in one line with marks between them
// ("Round: Seed · Investors: Foo Ventures, Jane Roe · HQ: Lyon"). All fields of a card are of one event. Its company is that of a
// field, else that of the heading above, else whom the prose beside it is about.

// field is a label and its value.
type field struct {
	col   Column
	label cell // with the marks before it
	value cell
	pair  bool // the label stands on a line of its own
}

// maxLabel is how many tokens a label has at most.
const maxLabel = 6

// column returns what fields with the label hold.
func (r *Reader) column(label cell) (Column, bool) {
	col, ok := r.find(r.rules.Headings, label)
	if !ok {
		col, ok = r.find(r.rules.Labels, label)
	}
	return col, ok
}

// tells reports whether fields of the column say something of a deal.
func (c Column) tells() bool {
	switch c {
	case Amount, Stage, Investors, Lead, Value, Total:
		return true
	}
	return false
}

// labels reports whether a field that says something of a deal may begin with token i.
func (r *Reader) labels(i int) bool {
	for k := i + 1; k < len(r.Toks) && k <= i+maxLabel; k++ {
		switch {
		case r.Toks[k].Has(token.Line): // a label on a line of its own
			return k-i <= maxHeading && r.opensField(i) && r.tellingLabel(cell{i, k})
		case r.Is(k, ':'), r.Is(k, '|'):
			return r.tellingLabel(cell{i, k})
		}
	}
	return false
}

func (r *Reader) tellingLabel(c cell) bool {
	col, ok := r.labelled(c)
	return ok && col.tells()
}

// labelled returns what a field with the label c holds. What stands in brackets is no part of the label: "Amount (USD)".
func (r *Reader) labelled(c cell) (Column, bool) {
	c, _ = r.unbracketed(r.bare(c))
	if c = r.bare(c); c.empty() || c.to-c.from > maxLabel {
		return Other, false
	}
	return r.column(c)
}

// opensField reports whether token i opens a line, but for marks.
func (r *Reader) opensField(i int) bool {
	for ; i > 0 && !r.Toks[i].Has(token.Line); i-- {
		if !r.ornament(i - 1) {
			return false
		}
	}
	return true
}

// readCards reads the cards around the labels that were noted.
func (r *Reader) readCards() {
	end := 0 // of the last card
	for _, at := range r.Headings {
		i := int(at)
		if i < end || !r.labels(i) || r.taken(i) {
			continue
		}
		first := r.lineFrom(i, end)
		for k := 0; k < maxAbove && first > end; k++ { // up to the first line of the card
			above := r.lineFrom(first-1, end)
			if !r.isField(cell{above, first}) || r.taken(above) {
				break
			}
			first = above
		}
		for end = first; end <= i; { // one that tells of no deal may stand before that of the label
			if to := r.card(cell{end, r.lineEnd(end)}); to > end {
				end = to
			} else {
				end = r.lineEnd(end)
			}
		}
	}
}

// lineFrom returns where the line of token i begins, not before token least.
func (r *Reader) lineFrom(i, least int) int {
	for i > least && !r.opensLine(i) {
		i--
	}
	return i
}

// maxAbove is how many lines above a label its card may begin.
const maxAbove = 24

// isField reports whether the line begins with the label of a field.
func (r *Reader) isField(line cell) bool {
	_, ok := r.fieldAt(line.from, line.to)
	return ok
}

// fieldAt reads the label of the field at token i, which opens it but for marks. The value is the rest of the line.
func (r *Reader) fieldAt(i, to int) (field, bool) {
	from := i
	for i < to && r.ornament(i) {
		i++
	}
	for k := i + 1; k < to && k <= i+maxLabel+2; k++ {
		if !r.Is(k, ':') && !r.Is(k, '|') {
			continue
		}
		col, ok := r.labelled(cell{i, k})
		if !ok || r.Is(k, '|') && r.bars(from, to) != 1 {
			return field{}, false
		}
		for k++; k < to && r.Is(k, '*'); {
			k++
		}
		return field{col: col, label: cell{from, k}, value: cell{k, to}}, true
	}
	return field{}, false
}

// bars returns how many bars stand between cells of the line.
func (r *Reader) bars(from, to int) (n int) {
	for i := from + 1; i < to-1; i++ {
		if r.Is(i, '|') {
			n++
		}
	}
	return n
}

// pair reads a label on a line of its own, with the value on the next: "Amount" over "€3m".
func (r *Reader) pair(line cell) (field, bool) {
	if line.to-line.from > maxHeading || line.to >= len(r.Toks) {
		return field{}, false
	}
	col, ok := r.labelled(line)
	if !ok {
		return field{}, false
	}
	value := cell{line.to, r.lineEnd(line.to)}
	if _, label := r.labelled(value); label {
		return field{}, false
	}
	if fits := r.fit(col, r.bare(value), false); r.isField(value) || fits < 0 || fits == loose && col.tells() {
		return field{}, false
	}
	return field{col, line, value, true}, true
}

// fieldsIn appends the fields of the line to r.fields and reports whether there are any.
func (r *Reader) fieldsIn(line cell) bool {
	f, ok := r.fieldAt(line.from, line.to)
	if !ok {
		return false
	}
	for i := f.value.from; i < line.to; i++ {
		if !r.Is(i, ':') {
			continue
		}
		if next, ok := r.fieldBefore(i, f.value.from, line.to); ok {
			f.value.to = next.label.from
			r.fields = append(r.fields, f)
			f = next
		}
	}
	if f.col.tells() && !f.value.empty() { // "Investors: Foo, Bar. Baz raised $5M"
		f.value.to = min(f.value.to, r.Sents[r.sentenceOf(f.value.from)].To)
	}
	r.fields = append(r.fields, f)
	return true
}

// fieldBefore reads the label that ends with the colon at token i, after a mark that ends the field before it.
func (r *Reader) fieldBefore(i, from, to int) (field, bool) {
	for k := i - 1; k > from && k >= i-maxLabel; k-- {
		t := &r.Toks[k-1]
		switch {
		case t.Kind != token.Punct:
			if !r.OpensCell(k) { // no tab
				continue
			}
		case t.Is('.'), t.Is(')'), r.ornament(k-1) && !t.Is('-') && !t.Is('/'):
		default:
			return field{}, false
		}
		col, ok := r.labelled(cell{k, i})
		if !ok {
			continue
		}
		begin := k
		for begin-1 > from && r.ornament(begin-1) {
			begin--
		}
		for i++; i < to && r.Is(i, '*'); {
			i++
		}
		return field{col: col, label: cell{begin, i}, value: cell{i, to}}, true
	}
	return field{}, false
}

// card reads the card that begins with the line and returns the token after it.
func (r *Reader) card(line cell) int {
	r.fields = r.fields[:0]
	end, lines := line.from, 0
	var have [columns]bool
	for !line.empty() {
		n := len(r.fields)
		f, pair := r.pair(line)
		switch {
		case r.fieldsIn(line):
			end = line.to
		case pair:
			r.fields = append(r.fields, f)
			end = f.value.to
		default:
			line = cell{}
			continue
		}
		again := false // the fields begin a card of their own
		for _, f := range r.fields[n:] {
			again = again || have[f.col] && (f.col == Company || f.col == Amount || f.col == Stage) && lines > 0
		}
		if again {
			r.fields, end = r.fields[:n], line.from
			break
		}
		for _, f := range r.fields[n:] {
			have[f.col] = true
		}
		lines++
		if line = (cell{}); end < len(r.Toks) {
			line = cell{end, r.lineEnd(end)}
		}
	}
	if len(r.fields) > 0 {
		r.tellCard(end)
	}
	return end
}

// tellCard makes a telling of r.fields, which end before token end.
func (r *Reader) tellCard(end int) {
	first := r.fields[0].label.from
	t := r.telling("card", first)
	prose := cell{}
	typed, pairs := 0, 0
	for _, f := range r.fields {
		v := r.bare(f.value)
		switch {
		case v.empty():
		case f.col == Company && !r.undisclosed(v):
			if n := r.capitalised(v); !n.empty() && n.to-n.from <= maxName {
				t.Company = r.name(n)
			}
		case f.col == Prose:
			prose = f.value
		case f.col == Amount || f.col == Stage: // "Round: $3M seed, led by Foo", "Funding: Seed"
			r.tail(&t, v.from, v.to)
			r.fill(&t, Amount, v)
			if t.Stage.IsZero() {
				r.fill(&t, Stage, v)
			}
		default:
			r.fill(&t, f.col, v)
		}
		if f.col.tells() {
			typed++
		}
		if f.pair {
			pairs++
		}
	}
	if typed == 0 || typed < 2 && pairs == len(r.fields) {
		return
	}
	topic := deal.Topic{From: first, To: r.entryEnd(end), Name: t.Company}
	if t.Company.Kind == 0 {
		if h := r.headingAbove(first); !h.empty() {
			t.Company = r.name(h)
			topic.Name = t.Company
		}
	}
	r.claim(&t)
	switch {
	case t.Company.Kind != 0:
		r.Topics = append(r.Topics, topic)
	case !prose.empty():
		t.Sent, t.Strength = r.sentenceOf(prose.from), deal.Supports
	case r.proseAfter(end), t.Sent == 0 && end < len(r.Toks):
		t.Sent, t.Strength = r.sentenceOf(end), deal.Supports
	default:
		t.Strength = max(t.Strength, deal.Supports)
	}
	if t.Money < 0 && t.Value < 0 && t.Total < 0 && t.Stage.IsZero() && len(t.Givers) == 0 {
		r.skipFields()
		return
	}
	r.skipFields()
	r.Tellings = append(r.Tellings, t)
}

// claim says how much a card claims: an event if it has an amount, or a stage and who gave; a profile that says only how much was
// raised so far, and by whom, tells of no event.
func (r *Reader) claim(t *deal.Telling) {
	switch {
	case t.Total >= 0 && t.Money < 0:
		t.Strength, t.Givers = deal.SoFar, nil
	case t.Money >= 0, !t.Stage.IsZero() && len(t.Givers) > 0:
		t.Strength = deal.Event
	default:
		t.Strength = deal.Supports
	}
}

// skipFields notes that the fields are no prose, but for the values that are.
func (r *Reader) skipFields() {
	for _, f := range r.fields {
		switch f.col {
		case Prose:
			r.takes(f.label.from, f.label.to)
		default:
			r.takes(f.label.from, f.value.to)
		}
	}
}

// proseAfter reports whether the line that begins with token i goes on with the paragraph before it, and is prose.
func (r *Reader) proseAfter(i int) bool {
	return i < len(r.Toks) && !r.Toks[i].Has(token.Para) && r.lineEnd(i)-i > maxName
}

// entryEnd returns where what stands under a card ends, whose last token is before i: with the paragraph, or with the one after it
// if that begins right there.
func (r *Reader) entryEnd(i int) int {
	for i < len(r.Toks) {
		to := r.lineEnd(i)
		if r.title(cell{i, to}) || r.isField(cell{i, to}) {
			return i
		}
		i = to
		if i < len(r.Toks) && r.Toks[i].Has(token.Para) {
			return i
		}
	}
	return i
}

// maxHeadingAbove is how many lines above a card its heading may stand.
const maxHeadingAbove = 3

// headingAbove returns the name that heads the card which begins with token i; it is empty if there is none.
func (r *Reader) headingAbove(i int) cell {
	for k := 0; k < maxHeadingAbove; k++ {
		line := r.lineBefore(i)
		if line.empty() || r.taken(line.from) {
			return cell{}
		}
		if n, sure := r.headingName(line); !n.empty() && (sure || r.named(n, true)) {
			return n
		}
		i = line.from
	}
	return cell{}
}
