package tabular

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/token"
)

// This file reads items, which tell of a round on one line and without a verb: "Foo, Lyon, lamps: $2.4M seed",
// "Foo | $20M | Series A | Bar Capital", "Foo: $40M Series B (lead: Bar Capital)".

// item is what one line tells.
type item struct {
	deal.Telling
	at       cell // the line, up to where prose begins
	evidence int  // what speaks for a round: an amount, a stage or word for a round, givers, a name of no common words
}

// mayBeItem reports whether unit u may be that of an item: an amount or a stage right after the mark that ends what names the company.
func (r *Reader) mayBeItem(u int) bool {
	n := &r.Units[u]
	if n.Kind == mention.DateUnit || n.From == 0 {
		return false
	}
	if r.Toks[n.From].Has(token.Line) {
		return r.headingNear(int(n.From))
	}
	return r.endsHead(int(n.From) - 1)
}

// headingNear reports whether the line before token i, which begins one, may be a heading.
func (r *Reader) headingNear(i int) bool {
	line := r.lineBefore(i)
	return !line.empty() && line.to-line.from <= maxTitle && !token.Stops(r.Toks[line.to-1].R)
}

// endsHead reports whether token i is a mark that may stand between who receives and what.
func (r *Reader) endsHead(i int) bool {
	if r.Toks[i].Kind != token.Punct || r.Toks[i+1].Has(token.Line) {
		return false
	}
	return r.Is(i, ',') || r.endsHeading(i)
}

// readItems reads the items of the text. One that says little counts only beside others.
func (r *Reader) readItems() {
	var run []item
	end := 0 // of the last item's line
	flush := func() {
		sure := false
		for i := range run {
			sure = sure || run[i].evidence >= 3
		}
		for i := range run {
			if it := &run[i]; it.evidence >= 3 || sure && it.evidence >= 2 {
				r.Tellings = append(r.Tellings, it.Telling)
				r.takes(it.at.from, it.at.to)
				r.Topics = append(r.Topics, deal.Topic{From: it.at.from, To: r.lineEnd(it.at.to - 1), Name: it.Company})
			}
		}
		run = run[:0]
	}
	for u := 0; u < len(r.Units); u++ {
		from := int(r.Units[u].From)
		if from < end || !r.mayBeItem(u) || r.taken(from) {
			continue
		}
		line := r.lineAround(from)
		if line.empty() {
			continue
		}
		if line.from > end {
			flush()
		}
		if it, ok := r.item(line, u); ok {
			run, end = append(run, it), line.to
		}
	}
	flush()
}

// fieldsAfter adds the fields in [i, to) that follow what an item tells: "Total raised: $5M. Valuation: $20M."
func (r *Reader) fieldsAfter(t *deal.Telling, i, to int) {
	from := i
	for i++; i < to; i++ {
		if !r.Is(i, ':') {
			continue
		}
		f, ok := r.fieldBefore(i, from, to)
		if !ok || f.col != Value && f.col != Total && f.col != Date {
			continue
		}
		if v := r.bare(f.value); r.opensUnit(v) {
			r.fill(t, f.col, cell{v.from, int(r.Units[r.UnitFrom(v.from)].To)})
		}
	}
}

// giversBelow adds those whom the line that begins with token i introduces to t, and returns the token after them: "Led by Foo".
func (r *Reader) giversBelow(t *deal.Telling, i int) int {
	if i == len(r.Toks) || r.Toks[i].Has(token.Para) {
		return i
	}
	to := r.lineEnd(i)
	next, col := r.introduces(i, to)
	if next == i {
		return i
	}
	r.givers(t, cell{next, to}, col == Lead)
	return to
}

// maxHead is how many tokens may stand before what an item tells.
const maxHead = 20

// maxTail is how many tokens of an item are read after its name.
const maxTail = 128

// itemHead returns the name of the company of an item in the line, whose first amount or stage is unit u, and the token from which on
// the rest is told; the name is empty if that is none. hangs reports that the name stands on the line before.
func (r *Reader) itemHead(line cell, u int) (name cell, from int, hangs bool) {
	from = int(r.Units[u].From)
	hangs = from == line.from // "Foo" over "Series A, $5M"
	if _, bare := r.BareStage(line.from, line.from+1); bare && from == line.from+2 && r.headingNear(line.from) {
		from, hangs = line.from, true // "Seed, $5M"
	}
	if hangs {
		name, _ = r.headingName(r.lineBefore(line.from))
	} else {
		name = r.itemName(cell{line.from, from - 1})
	}
	return name, from, hangs
}

// opensItem reports whether unit u is the first amount or stage of what may be an item.
func (r *Reader) opensItem(u int) bool {
	if !r.mayBeItem(u) {
		return false
	}
	line := r.lineAround(int(r.Units[u].From))
	if line.empty() {
		return false
	}
	name, _, _ := r.itemHead(line, u)
	return !name.empty()
}

// item reads the line, whose first amount or stage after a mark is unit u.
func (r *Reader) item(line cell, u int) (item, bool) {
	name, from, hangs := r.itemHead(line, u)
	if name.empty() {
		return item{}, false
	}
	it := item{Telling: r.telling("item", name.from)}
	it.Company = r.name(name)
	rest := r.tail(&it.Telling, from, min(line.to, from+maxTail))
	end := line.to
	if hangs && rest.to == line.to {
		end = r.giversBelow(&it.Telling, line.to)
	}
	financing := !it.Stage.IsZero() || rest.financing || it.Kind != deal.Equity
	if rest.other || it.Money < 0 && (it.Stage.IsZero() || len(it.Givers) == 0) {
		return item{}, false
	}
	for _, says := range [...]bool{it.Money >= 0, financing, len(it.Givers) > 0, r.named(name, true)} {
		if says {
			it.evidence++
		}
	}
	r.fieldsAfter(&it.Telling, rest.to, min(line.to, from+maxTail))
	it.at = cell{line.from, rest.to}
	switch {
	case hangs && (rest.to < line.to || it.evidence < 3):
		return item{}, false
	case hangs:
		it.at.to = end
	}
	if rest.to < line.to { // up to the end of its sentence
		it.at.to = min(line.to, r.Sents[r.sentenceOf(rest.to)].To)
	}
	return it, true
}

// itemName returns the name of the company in what stands before the amount of an item: it is the first of the parts
// between marks. It is empty if that is no such head.
func (r *Reader) itemName(c cell) cell {
	if c.empty() || c.to-c.from > maxHead || r.UnitFrom(c.from) < r.UnitFrom(c.to) {
		return cell{} // an amount before the mark is told by what stands around it: "Foo raises $5M - Series A"
	}
	if r.Kind(c.from, token.Number) && (r.Is(c.from+1, '.') || r.Is(c.from+1, ')')) {
		c.from += 2
	}
	c = r.bare(c)
	to := c.from
	for to < c.to && !r.endsHeading(to) {
		to++
	}
	n := r.bare(cell{c.from, to})
	if !r.named(n, false) {
		return cell{}
	}
	for i := to; i < c.to; i++ { // the rest is no clause
		if r.Entry(i).Is(lexicon.Pronoun|lexicon.Aux|lexicon.Rel|lexicon.Say|lexicon.Starter) || token.Stops(r.Toks[i].R) {
			return cell{}
		}
	}
	return n
}

// rest is what else the tail of an item shows.
type rest struct {
	to        int  // the token after what was understood
	financing bool // a word for a round
	other     bool // the amount is of something else
}

// tail adds what [i, to) tells to t.
func (r *Reader) tail(t *deal.Telling, i, to int) (out rest) {
	for i < to {
		out.to = i
		if u := r.UnitFrom(i); u < len(r.Units) && int(r.Units[u].From) == i && int(r.Units[u].To) <= to {
			i = int(r.Units[u].To)
			r.unitOf(t, &r.Units[u])
			continue
		}
		if s, ok := r.BareStage(i, i+1); ok && t.Stage.IsZero() && r.Toks[i].End-r.Toks[i].Start > 1 {
			t.Stage, t.StageAt = s, r.Bytes(i, i+1)
			i++
			continue
		}
		e := r.Entry(i)
		switch next, col := r.introduces(i, to); {
		case next > i && next < to:
			end := r.segmentEnd(next, to)
			r.givers(t, cell{next, end}, col == Lead)
			i = end
		case r.Toks[i].Kind == token.Punct:
			if token.Stops(r.Toks[i].R) {
				return out
			}
			i = r.segment(t, i, to)
		case r.kind(t, cell{i, i + 1}):
			i++
		case e.Is(lexicon.Roundnoun | lexicon.Stronground):
			out.financing = true
			i++
		case e.Is(otherMoney) && r.bareUnit(i):
			if u := r.UnitFrom(i) - 1; t.Money != r.Units[u].Index || r.Units[u].Kind != mention.AmountUnit {
				i++ // of another amount than that of the item
				continue
			}
			out.other = true
			return out
		default:
			next := r.leadsOn(i, to)
			if next == i {
				return out
			}
			i = next
		}
	}
	out.to = i
	return out
}

// otherMoney are the words after an amount that is none of a round: "$5M fund".
const otherMoney = lexicon.Fundnoun | lexicon.Valuenoun | lexicon.Revenuenoun | lexicon.Acqnoun | lexicon.Totalcue | lexicon.Iponoun

// maxLeadsOn is how many words may stand between two parts of an item.
const maxLeadsOn = 3

// leadsOn returns the token at which an item goes on, after the words from token i on that only lead to a unit or to the kind of a
// round: "in venture debt", "at a $2B valuation"; i if it does not.
func (r *Reader) leadsOn(i, to int) int {
	if !r.Entry(i).Is(lexicon.Prep) && !r.Lex.Has(r.Word(i), lexicon.TraitBeforeFinancing) {
		return i
	}
	for k := i + 1; k < to && k <= i+maxLeadsOn; k++ {
		var t deal.Telling
		u, unit := r.unit(cell{k, to})
		switch {
		case unit && r.Units[u].Kind != mention.DateUnit && !r.worth(u):
			return i
		case unit, r.kind(&t, cell{k, k + 1}), r.Entry(k).Is(lexicon.Roundnoun | lexicon.Stronground):
			return k
		case !r.Entry(k).Is(lexicon.Det) && !r.Lex.Has(r.Word(k), lexicon.TraitBeforeFinancing):
			return i
		}
	}
	return i
}

// worth reports whether unit u is an amount that says what a company is worth: "$2B valuation", "$2B post-money".
func (r *Reader) worth(u int) bool {
	to := int(r.Units[u].To)
	return r.Units[u].Kind == mention.AmountUnit && (r.Entry(to).Is(lexicon.Valuenoun) || r.Entry(to+1).Is(lexicon.Valuenoun))
}

// bareUnit reports whether a unit ends right before token i, which then says what it is of: "$5M fund".
func (r *Reader) bareUnit(i int) bool {
	u := r.UnitFrom(i) - 1
	return u >= 0 && int(r.Units[u].To) == i
}

// unitOf adds a unit of the tail of an item to t.
func (r *Reader) unitOf(t *deal.Telling, u *mention.Unit) {
	switch {
	case u.Kind == mention.AmountUnit && t.Money >= 0 && t.Value < 0 && r.Entry(int(u.To)).Is(lexicon.Valuenoun):
		t.Value = u.Index
	case u.Kind == mention.AmountUnit && t.Money < 0:
		t.Money = u.Index
	case u.Kind == mention.StageUnit && t.Stage.IsZero():
		t.Stage, t.StageAt = r.Stages[u.Index], r.StageAt(u.Index)
	case u.Kind == mention.DateUnit && t.Date < 0:
		t.Date = u.Index
	}
}

// segmentEnd returns the end of a list of givers at token i: a mark that ends a cell or closes a bracket.
func (r *Reader) segmentEnd(i, to int) int {
	depth := 0
	for ; i < to; i++ {
		switch t := &r.Toks[i]; {
		case t.Is('('):
			depth++
		case t.Is(')'):
			if depth--; depth < 0 {
				return i
			}
		case t.Is('|'), t.Is('—'), t.Is('·'), t.Is('–') && t.Has(token.Space), t.Is('.') && r.stopsHere(i, to):
			return i
		}
	}
	return i
}

// stopsHere reports whether the full stop at token i ends a sentence.
func (r *Reader) stopsHere(i, to int) bool {
	return i+1 >= to || r.Toks[i+1].Has(token.Space) && !r.Entry(i-1).Is(lexicon.Abbrev|lexicon.Legal)
}

// segment reads what stands after the mark at token i, if it is a list of givers: names of which one has a word of investors' names.
// It returns the token to go on with.
func (r *Reader) segment(t *deal.Telling, i, to int) int {
	i++
	end := i
	for end < to && !r.endsSegment(end, to) {
		end++
	}
	investors := false
	for k := i; k < end; k++ {
		if r.bareUnit(k + 1) {
			return i
		}
		investors = investors || k > i && r.Entry(k).Is(lexicon.Investorword) && r.Toks[k].Has(token.Upper)
	}
	if _, begins := r.unit(cell{i, end}); begins || !investors || r.capitalised(cell{i, end}).empty() {
		return i
	}
	r.givers(t, cell{i, end}, false)
	return end
}

// endsSegment reports whether a list of givers, whose names commas part and brackets follow, ends before token i.
func (r *Reader) endsSegment(i, to int) bool {
	switch r.Toks[i].R {
	case ')':
		return true
	case ',', '(':
		return false
	case '.':
		return r.stopsHere(i, to)
	}
	return r.endsHeading(i)
}
