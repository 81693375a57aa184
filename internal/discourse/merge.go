package discourse

import (
	"math"
	"slices"

	"example.com/funding/internal/amounts"
	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// merge joins the tellings of one event: first those that claim an event, in the order of the text, then those that only add.
func (r *Reader) merge() {
	tellings := r.tellings // nothing needs their former order any more
	slices.SortStableFunc(tellings, func(a, b telling) int { return a.Pos - b.Pos })
	for i := range tellings {
		if t := &tellings[i]; t.of != nil && !t.Adds() && t.Money >= 0 && t.Strength != deal.Perhaps {
			r.state(t)
		}
	}
	for i := range tellings {
		if t := &tellings[i]; t.of != nil && !t.Adds() {
			r.claim(t)
		}
	}
	for i := range tellings {
		if t := &tellings[i]; t.Adds() {
			r.add(t)
		}
	}
	slices.SortStableFunc(r.events, func(a, b *Event) int { return a.Pos - b.Pos })
	r.events = slices.DeleteFunc(r.events, (*Event).empty)
}

// claim makes t, which claims an event, a telling of one that is known or an event of its own.
func (r *Reader) claim(t *telling) {
	if t.Strength == deal.Perhaps && r.merelyTotal(t) {
		t.Total, t.Money, t.Strength = t.Money, -1, deal.SoFar
		return // it is added later
	}
	if t.Time == deal.Hoped && r.came(t) {
		return
	}
	if e := r.toldAgain(t); e != nil {
		r.joined(e, t)
		r.fold(e, t)
		e.hear(t)
		e.told = append(e.told, t.Sent)
		return
	}
	if e := r.completed(t); e != nil {
		money := e.Money
		r.fold(e, t)
		e.hear(t)
		e.Money = money
		e.told = append(e.told, t.Sent)
		return
	}
	if e := r.partOf(t); e != nil {
		e.Givers = r.join(e.Givers, t.Givers)
		e.told = append(e.told, t.Sent)
		return
	}
	r.newEvent(t)
}

// add gives t, which claims no event, to the event that it adds to. One with an amount or a stage that no event has, and with its
// givers, is an event of its own.
func (r *Reader) add(t *telling) {
	if e := r.addsTo(t); e != nil {
		r.fold(e, t)
		e.hear(t)
		e.last = max(e.last, t.Sent)
		return
	}
	staged, given := !t.Stage.IsZero(), len(t.Givers) > 0
	if !(t.Money >= 0 && (given || staged && t.Form != deal.Indefinite) || staged && given) {
		return
	}
	if t.of == nil {
		t.of = r.about(t.Sent, math.MaxInt32, t)
	}
	if t.of == nil {
		t.of = r.mainOf(t)
	}
	if t.of != nil && !r.gives(t.of, t) {
		r.newEvent(t)
	}
}

// mainOf returns whose t is, which nothing in its sentence says: whom the text spoke of just before, unless the sentence names others,
// else whom the text is about; nil if the text speaks of others just there, or names the company only later.
func (r *Reader) mainOf(t *telling) *names.Firm {
	main := r.topic.main
	switch near := r.near(t); {
	case near != nil && near != main && !r.namesOthers(t): // "Its last round …"
		return near
	case main == nil, main.Names[0].Span.Start >= t.Pos, near != main && len(r.events) > len(r.of(main).events):
		return nil
	}
	return main
}

// newEvent makes an event of t.
func (r *Reader) newEvent(t *telling) {
	if r.used == len(r.store) {
		r.store = append(r.store, new(Event))
	}
	e := r.store[r.used]
	r.used++
	*e = Event{Telling: t.Telling, Of: t.of, old: r.isOld(t), told: append(e.told[:0], t.Sent), last: -1}
	e.hear(t)
	of := r.of(t.of)
	of.events = append(of.events, e)
	r.events = append(r.events, e)
}

// merelyTotal reports whether "has raised $5M" states no event: the company has another one, or is told of in passing.
// What opens a text is its news, beside which events long past say nothing.
func (r *Reader) merelyTotal(t *telling) bool {
	m, of := r.money(t.Money), r.of(t.of)
	opens := t.Sent <= 1 && t.of == r.topic.main
	for _, s := range of.stated {
		if m.Short(r.money(s.money)) {
			return false // it is told again
		}
	}
	for _, s := range of.stated {
		if !(s.old && opens) {
			return true
		}
	}
	for _, e := range of.events {
		if !(e.old && opens) {
			return e.Money < 0 || !m.Short(r.money(e.Money))
		}
	}
	return t.of != r.topic.main
}

// came reports whether something came of t, which was hoped for: "Foo raised $2.4M. It had set out to raise $1.2M."
func (r *Reader) came(t *telling) bool {
	return slices.ContainsFunc(r.of(t.of).events, func(e *Event) bool { return !e.old && e.Time == deal.Now })
}

// state notes the amount of t, which states an event for sure.
func (r *Reader) state(t *telling) {
	m, of, s := r.money(t.Money), r.of(t.of), stated{t.Money, r.isOld(t)}
	for _, other := range of.stated {
		if m.Same(r.money(other.money)) && s.old == other.old {
			return
		}
	}
	if len(of.stated) == names.MaxRecall {
		r.Recalls.Stopped++
		return
	}
	of.stated = append(of.stated, s)
}

// lastEvent returns the event of the company that was told last, nil if there is none.
func (r *Reader) lastEvent(c *names.Firm) *Event {
	if events := r.of(c).events; len(events) > 0 {
		return events[len(events)-1]
	}
	return nil
}

// completed returns the event of the same sentence that t completes: "raised $9m to complete
// its $24m Series C" is one event, and what was raised now is its amount.
func (r *Reader) completed(t *telling) *Event {
	e := r.lastEvent(t.of)
	if e == nil || t.Money < 0 || !t.Completes || e.Sent != t.Sent || e.Money < 0 || !e.Stage.IsZero() || e.Kind != t.Kind {
		return nil
	}
	if m := r.money(e.Money); m.Currency != r.money(t.Money).Currency || m.Compare(r.money(t.Money)) >= 0 {
		return nil
	}
	return e
}

// partSentences is how many sentences after a round of equity and debt its parts may be told.
const partSentences = 2

// partOf returns the event of equity and debt together, told just before, of which t is a part with an amount of its own.
func (r *Reader) partOf(t *telling) *Event {
	e := r.lastEvent(t.of)
	if e == nil || t.Money < 0 || !t.Stage.IsZero() || !e.Mixed || e.Money < 0 {
		return nil
	}
	if t.Sent-e.told[len(e.told)-1] > partSentences || r.money(t.Money).Compare(r.money(e.Money)) >= 0 {
		return nil
	}
	return e
}

// fold adds what t says to e.
func (r *Reader) fold(e *Event, t *telling) {
	headline := e.Sent == 0 && t.Sent > 0 // e is what the headline said, t is the body
	switch {
	case t.Time == deal.Failed:
		e.Time = deal.Failed
	case headline && !t.Adds() && t.Money >= 0 && e.Time <= deal.Earlier && (t.Time == deal.Planned || t.Time == deal.Hoped):
		e.Time = deal.Planned // the body is more careful than the headline
	}
	r.foldMoney(e, t, headline)
	if !t.Stage.IsZero() && (e.Stage.IsZero() || e.Stage.Describes() || e.Stage.Unmarked() && !t.Stage.Describes()) {
		e.Stage, e.StageAt = t.Stage, t.StageAt
	}
	if when := r.Mentions.When; t.Date >= 0 && (e.Date < 0 || when[t.Date].Finer(when[e.Date])) {
		e.Date = t.Date
	}
	if e.Value < 0 {
		e.Value, e.Basis = t.Value, t.Basis
	} else if t.Value >= 0 && e.Basis == deal.NoBasis && r.money(e.Value).Same(r.money(t.Value)) {
		e.Basis = t.Basis
	}
	if e.Total < 0 {
		e.Total = t.Total
	}
	if e.Kind == deal.Equity {
		e.Kind = t.Kind
	}
	e.Extension = e.Extension || t.Extension
	e.Givers = r.join(e.Givers, t.Givers)
}

// foldMoney takes the amount of t for e if it says more: where e has none, where the body qualifies what the headline
// states exactly, or where it is known to more digits.
func (r *Reader) foldMoney(e *Event, t *telling, headline bool) {
	switch {
	case t.Money < 0:
	case e.Money < 0:
		e.Money = t.Money
	default:
		m, n := r.money(e.Money), r.money(t.Money)
		if headline && m.Qualifier == amounts.Exact && m.Same(n) || m.Currency == n.Currency && n.Digits() > m.Digits() {
			e.Money = t.Money
		}
	}
}

// money returns amount i.
func (r *Reader) money(i int32) *amounts.Amount { return &r.Mentions.Money[i] }

// empty reports whether nothing tells of an event.
func (e *Event) empty() bool {
	return e.Strength == deal.Hint && e.Money < 0 && e.Stage.IsZero() && len(e.Givers) == 0
}

// join appends more to list, which has room of its own if it has any. What it returns lasts as long as the events.
func (r *Reader) join(list, more []deal.Giver) []deal.Giver {
	if len(more) == 0 {
		return list
	}
	if len(list)+len(more) <= cap(list) {
		return append(list, more...)
	}
	n := len(r.givers)
	r.givers = append(append(r.givers, list...), more...)
	list = r.givers[n:]
	r.givers = slices.Grow(r.givers, len(list))[:n+2*len(list)] // room for as many again: an event may be told often
	return r.givers[n : n+len(list) : n+2*len(list)]
}
