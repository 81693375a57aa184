package frames

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/mention"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// hasDate reports whether a time is among the sentence's units.
func (r *Reader) hasDate() bool {
	end := r.S.Elems[len(r.S.Elems)-1].To
	for k := r.first; k < len(r.mentions.Units) && r.mentions.Units[k].From < end; k++ {
		if r.mentions.Units[k].Kind == mention.DateUnit {
			return true
		}
	}
	return false
}

// previousValue reports whether the words before element i tell of an earlier valuation, whose date it is.
func (r *Reader) previousValue(i int) bool {
	if r.S.Class&lexicon.Valuenoun == 0 {
		return false
	}
	value := false
	for j := i - 1; j >= 0 && j > i-9; j-- {
		e := &r.S.Elems[j]
		if e.Is(lexicon.Valuenoun) && e.Unit < 0 {
			value = true
		}
		if value && r.Lex.Has(r.FirstID(j), lexicon.TraitPreviousOne) {
			return true
		}
	}
	return false
}

// dateRow is a place of a date that tells which event it belongs to.
type dateRow struct {
	name    string
	example string // the date between asterisks
	when    func(d *datePlace) (e *event, ok bool)
}

// datePlace is a date and where it stands.
type datePlace struct {
	r    *Reader
	i    int // its element
	pos  int // its byte
	verb int // the element of the verb before it in the same stretch, -1 if there is none
}

// dateRows say which event of the sentence a date belongs to: as a rule, to that of the verb nearest before or after it.
// The first row that has an opinion decides; ok without an event says that the date belongs to none.
var dateRows = [...]dateRow{
	{"in an aside", "Lisko raised $5 million from Elm Ventures (which lent to it in *2015*).", (*datePlace).inAside},
	{"right before the verb", "Lisko *today* announced a $5 million round.", (*datePlace).beforeVerb},
	{"joined by when", "In *May 2018*, when Lisko took $5 million, it moved.", (*datePlace).joinedByWhen},
	{"opening a clause", "Lisko moved, and *today* it announced a $5 million round.", (*datePlace).opensClause},
	{"before every verb", "On *Tuesday*, Lisko announced a $5 million round.", func(d *datePlace) (*event, bool) {
		return d.r.mine[0], d.verb < 0
	}},
	{"leading to the event", "Lisko Robotics was founded *in 2018* with $3.5 million in seed funding.", (*datePlace).leadsTo},
	{"of another verb", "Foo, founded in *2013*, raised $5 million.", func(d *datePlace) (*event, bool) {
		v := d.verbOf()
		if d.toldBy() {
			return nil, false // "acquired a stake in 2019"
		}
		return nil, d.r.Lex.VerbHas(v, lexicon.TraitOtherTime) || d.r.Lex.VerbHas(v, lexicon.TraitReports)
	}},
	{"after the event", "Lisko raised $5 million in *May 2018*.", (*datePlace).afterEvent},
	{"of announcing", "Lisko said on *Monday* that it had raised $5 million.", func(d *datePlace) (*event, bool) {
		return d.r.mine[0], d.r.S.Elems[d.verb].Is(lexicon.Say) || d.r.Lex.VerbHas(d.verbOf(), lexicon.TraitAnnounces)
	}},
}

// dated returns the event that the date at element i belongs to, nil if to none.
func (r *Reader) dated(i int) *event {
	d := datePlace{r: r, i: i, pos: r.byteOf(i), verb: -1}
	for j := i - 1; j >= 0; j-- {
		c := r.S.Elems[j].Cat
		if c == grammar.Verb {
			d.verb = j
		}
		if c == grammar.Verb || c == grammar.Semi || c == grammar.Stop {
			break
		}
	}
	for k := range dateRows {
		if e, ok := dateRows[k].when(&d); ok {
			return e
		}
	}
	return nil
}

// byteOf returns where element i begins.
func (r *Reader) byteOf(i int) int { return int(r.Toks[r.S.Elems[i].From].Start) }

// verbOf returns the lemma of the verb before the date.
func (d *datePlace) verbOf() uint16 { return d.r.S.Elems[d.verb].Verb }

// toldBy reports whether the verb before the date tells an event itself.
func (d *datePlace) toldBy() bool {
	first := d.verb
	for first > 0 && (d.r.S.Elems[first-1].Cat == grammar.Aux || d.r.S.Elems[first-1].Cat == grammar.Adv) {
		first--
	}
	from, to := d.r.byteOf(first), d.r.byteOf(d.verb)
	for _, e := range d.r.mine {
		if e.pos >= from && e.pos <= to && e.row.Spoken && !e.row.Weak {
			return true
		}
	}
	return false
}

// eventFrom returns the first event told at byte pos or after it, nil if there is none.
func (r *Reader) eventFrom(pos int) *event {
	for _, e := range r.mine {
		if e.pos >= pos {
			return e
		}
	}
	return nil
}

// maxAside is how many elements a parenthesis may have before its date.
const maxAside = 40

// inAside finds a date in a parenthesis that has a verb, and tells of no event: it belongs to none.
func (d *datePlace) inAside() (*event, bool) {
	verb := false
	for j := d.i - 1; j >= 0 && j > d.i-maxAside; j-- {
		switch d.r.S.Elems[j].Cat {
		case grammar.RParen:
			return nil, false
		case grammar.Verb:
			verb = true
		case grammar.LParen:
			e := d.r.eventFrom(d.r.byteOf(j))
			return nil, verb && (e == nil || e.pos > d.pos)
		}
	}
	return nil, false
}

func (d *datePlace) beforeVerb() (*event, bool) {
	elems := d.r.S.Elems
	j := d.i + 1
	if j >= len(elems) || elems[j].Cat != grammar.Verb && elems[j].Cat != grammar.Aux {
		return nil, false
	}
	for j < len(elems) && elems[j].Cat != grammar.Verb {
		j++
	}
	if j < len(elems) && d.r.Lex.VerbHas(elems[j].Verb, lexicon.TraitOtherTime) {
		return nil, true
	}
	e := d.r.eventFrom(d.pos)
	return e, e != nil
}

func (d *datePlace) joinedByWhen() (*event, bool) {
	elems := d.r.S.Elems
	j := d.i + 1
	if j < len(elems) && elems[j].Cat == grammar.Comma {
		j++
	}
	if j >= len(elems) || elems[j].Cat != grammar.Sub || !d.r.Lex.Has(d.r.FirstID(j), lexicon.TraitJoinsWhen) {
		return nil, false
	}
	e := d.r.eventFrom(d.r.byteOf(j))
	return e, e != nil
}

// maxOpening is how many elements after a date that opens a clause the clause's verb may stand.
const maxOpening = 8

func (d *datePlace) opensClause() (*event, bool) {
	elems := d.r.S.Elems
	if d.i == 0 || elems[d.i-1].Cat != grammar.Conj && elems[d.i-1].Cat != grammar.Sub {
		return nil, false
	}
	for j := d.i + 1; j < len(elems) && j < d.i+maxOpening; j++ {
		switch elems[j].Cat {
		case grammar.Comma, grammar.Prep:
			return nil, false
		case grammar.Verb:
			if d.r.Lex.VerbHas(elems[j].Verb, lexicon.TraitOtherTime) {
				return nil, false
			}
			e := d.r.eventFrom(d.pos)
			return e, e != nil
		}
	}
	return nil, false
}

// leadsTo finds the event that the words right after the date tell of: "signed on Tuesday to invest".
func (d *datePlace) leadsTo() (*event, bool) {
	elems := d.r.S.Elems
	if d.i+2 >= len(elems) {
		return nil, false
	}
	next, then := &elems[d.i+1], &elems[d.i+2]
	with := next.Cat == grammar.Prep && d.r.Lex.Has(d.r.FirstID(d.i+1), lexicon.TraitRelWith) && then.Unit >= 0
	if !with && next.Cat != grammar.To {
		return nil, false
	}
	e := d.r.eventFrom(d.pos)
	return e, e != nil && e.pos <= int(d.r.Toks[then.To-1].End)
}

// afterEvent finds the last event told before the date.
func (d *datePlace) afterEvent() (best *event, ok bool) {
	for _, e := range d.r.mine {
		if e.pos <= d.pos && (best == nil || e.pos > best.pos) {
			best = e
		}
	}
	return best, best != nil
}

// settleDates gives each event of the sentence the time that its clause or the clause of announcing states.
func (r *Reader) settleDates() {
	if len(r.mine) == 0 || !r.hasDate() {
		return
	}
	elems := r.S.Elems
	for i := range elems {
		if elems[i].Unit < 0 {
			continue
		}
		u := &r.mentions.Units[r.first+int(elems[i].Unit)]
		if u.Kind != mention.DateUnit || r.mentions.When[u.Index].IsZero() || i > 0 && (r.previousValue(i) || r.bounds(i)) {
			continue
		}
		e := r.dated(i)
		if e == nil || e.date >= 0 {
			continue
		}
		e.date = u.Index
		if b := r.twin(e); b != nil {
			b.date = e.date
		}
	}
}

// bounds reports whether the date at element i bounds a span of time and is no time of an event: "since 2018", "by the
// end of 2025", "as of May".
func (r *Reader) bounds(i int) bool {
	at := int(r.S.Elems[i].From)
	var last, before lexicon.ID // the word before the date, and the one before that
	if last = r.IDs[at-1]; at > 1 {
		before = r.IDs[at-2]
	}
	return r.Lex.Has(last, lexicon.TraitBoundsTime) ||
		r.Lex.Has(last, lexicon.TraitRelOf) && r.Lex.Has(before, lexicon.TraitAsOfTime) ||
		r.Lex.Has(last, lexicon.TraitDefiniteArticle) && r.Lex.Has(before, lexicon.TraitRelAgent)
}

// twin returns the event told right before e that has the same time: "raised [a $9m Series A] and $4m in debt in May".
// It is nil if there is none.
func (r *Reader) twin(e *event) *event {
	k := slices.Index(r.mine, e)
	if k < 1 || e.form == deal.Told {
		return nil
	}
	b := r.mine[k-1]
	if b.date >= 0 || b.past || b.company.Text != e.company.Text || b.kind == e.kind {
		return nil
	}
	return b
}
