package funding

import (
	"math"
	"slices"
	"sort"

	"example.com/funding/internal/names"

	"example.com/funding/internal/amounts"
)

// round is what the tellings of one event add up to.
type round struct {
	*event
	co     *names.Firm
	old    bool  // told as an earlier one
	told   []int // sentences that tell of it
	passed int   // how many of them supports has passed
	last   int   // the last of these, -1 for none
}

// ofFirm is what is told of a company.
type ofFirm struct {
	rounds []*round
	stated []int32 // amounts, each once, that are its rounds' and no mere totals
}

// of returns what is told of the company, to be read or added to.
func (ps *parse) of(c *names.Firm) *ofFirm {
	for c.No >= len(ps.told2) {
		n := len(ps.told2)
		ps.told2 = slices.Grow(ps.told2, 1)[:n+1] // with the memory of another text
		ps.told2[n].rounds, ps.told2[n].stated = ps.told2[n].rounds[:0], ps.told2[n].stated[:0]
	}
	return &ps.told2[c.No]
}

// merge joins the tellings of one event.
func (ps *parse) merge() []*round {
	rounds := ps.rounds[:0]
	events := ps.events // nothing needs their former order any more
	slices.SortStableFunc(events, func(a, b *event) int { return a.pos - b.pos })
	for _, e := range events {
		if e.target != nil && !e.weak && e.money >= 0 && (e.marked || !e.perfect) {
			ps.state(e.target, e.money)
		}
	}
	for _, e := range events {
		if e.weak || e.target == nil {
			continue
		}
		if e.perfect && e.money >= 0 && (e.frame == "raise" || e.frame == "get") && ps.merelyTotal(e) {
			e.total, e.money = e.money, -1
			e.weak = true
			continue
		}
		if t := ps.tellingOf(e); t != nil {
			ps.tell(t, e)
			t.told = append(t.told, e.sent)
			continue
		}
		if t := ps.trancheOf(e); t != nil {
			money := t.money
			ps.tell(t, e)
			t.money = money
			t.told = append(t.told, e.sent)
			continue
		}
		if t := ps.partOf(e); t != nil {
			t.investors = ps.join(t.investors, e.investors)
			t.told = append(t.told, e.sent)
			continue
		}
		rounds = append(rounds, ps.newRound(e))
	}
	for _, e := range events {
		if !e.weak {
			continue
		}
		if r := ps.supports(e, rounds); r != nil {
			ps.tell(r, e)
			r.last = max(r.last, e.sent)
			continue
		}
		// an amount that no round has, with its investors, is a round of its own
		if e.money >= 0 && (len(e.investors) > 0 || e.stage >= 0 && (e.definite || e.frame != "nominal")) || e.stage >= 0 && len(e.investors) > 0 {
			if e.target == nil {
				e.target = ps.near(e)
			}
			if e.target == nil && ps.main != nil && ps.main.Names[0].Span.Start < e.pos {
				e.target = ps.main // not one that the text names only later
			}
			if e.target != nil && !ps.invests(e.target, e) {
				rounds = append(rounds, ps.newRound(e))
			}
		}
	}
	slices.SortStableFunc(rounds, func(a, b *round) int { return a.pos - b.pos })
	ps.rounds = rounds
	return rounds
}

// newRound makes a round of e.
func (ps *parse) newRound(e *event) *round {
	if ps.roundsUsed == len(ps.roundStore) {
		ps.roundStore = append(ps.roundStore, new(round))
	}
	r := ps.roundStore[ps.roundsUsed]
	ps.roundsUsed++
	*r = round{event: e, co: e.target, old: ps.isOld(e), told: append(r.told[:0], e.sent), last: -1}
	ps.of(e.target).rounds = append(ps.of(e.target).rounds, r)
	return r
}

// merelyTotal reports whether "has raised $5M" states no event: nothing marks one and the company has another round, or is told of in passing.
func (ps *parse) merelyTotal(e *event) bool {
	if e.stage >= 0 || e.date >= 0 || e.marked {
		return false
	}
	m := &ps.Money[e.money]
	for _, stated := range ps.of(e.target).stated {
		if !m.Near(&ps.Money[stated]) {
			return true
		}
	}
	if len(ps.of(e.target).rounds) > 0 {
		r := ps.of(e.target).rounds[0]
		return r.money < 0 || !m.Near(&ps.Money[r.money])
	}
	return e.target != ps.main
}

// state notes an amount that an event of the company states for sure.
func (ps *parse) state(c *names.Firm, money int32) {
	m, of := &ps.Money[money], ps.of(c)
	for _, stated := range of.stated {
		if m.Same(&ps.Money[stated]) {
			return
		}
	}
	if len(of.stated) == names.MaxRecall {
		ps.recaller.Stopped++
		return
	}
	of.stated = append(of.stated, money)
}

// isOld reports whether an event is told as an earlier one: its date lies well before publication.
func (ps *parse) isOld(e *event) bool {
	if e.past {
		return true
	}
	if e.date < 0 || ps.Published.IsZero() {
		return false
	}
	d := ps.When[e.date]
	if d.Month == 0 {
		return d.Year < ps.Published.Year
	}
	return (ps.Published.Year*12+int(ps.Published.Month))-(d.Year*12+int(d.Month)) >= 2
}

// trancheOf returns the round of the same sentence that e completes: "raised $9m to complete
// its $24m Series C" is one round, and what was raised now is its amount.
func (ps *parse) trancheOf(e *event) *round {
	if n := len(ps.of(e.target).rounds); n > 0 && e.money >= 0 && e.frame == "close" {
		r := ps.of(e.target).rounds[n-1]
		if r.sent == e.sent && r.money >= 0 && r.stage < 0 && r.kind == e.kind && ps.Money[r.money].Currency == ps.Money[e.money].Currency && ps.Money[r.money].Compare(&ps.Money[e.money]) < 0 {
			return r
		}
	}
	return nil
}

// partOf returns the round of equity and debt together, told just before, of which e is a part with an amount of its own.
func (ps *parse) partOf(e *event) *round {
	if n := len(ps.of(e.target).rounds); n > 0 && e.money >= 0 && e.stage < 0 {
		r := ps.of(e.target).rounds[n-1]
		if r.mixed && r.money >= 0 && e.sent-r.told[len(r.told)-1] <= 2 && ps.Money[e.money].Compare(&ps.Money[r.money]) < 0 {
			return r
		}
	}
	return nil
}

// tellingOf returns the round that e tells again, or nil.
func (ps *parse) tellingOf(e *event) *round {
	for i, end := len(ps.of(e.target).rounds)-1, ps.recaller.From(len(ps.of(e.target).rounds)); i >= end; i-- {
		if r := ps.of(e.target).rounds[i]; ps.compatible(r, e) {
			return r
		}
	}
	return nil
}

// compatible reports whether e can be another telling of r.
func (ps *parse) compatible(r *round, e *event) bool {
	amount := false
	if r.money >= 0 && e.money >= 0 {
		if !ps.sameAmount(r.money, e.money) {
			return false
		}
		amount = true
	}
	stage := false
	if r.stage >= 0 && e.stage >= 0 {
		a, b := ps.Stages[r.stage], ps.Stages[e.stage]
		if !a.Same(b) {
			return false
		}
		stage = true
	}
	if r.date >= 0 && e.date >= 0 && !ps.When[r.date].Within(ps.When[e.date]) {
		return false
	}
	if !amount && r.old != ps.isOld(e) && !(stage && e.money < 0) {
		return false
	}
	if (r.kind == Debt) != (e.kind == Debt) && !amount {
		return false
	}
	return true
}

// sameAmount reports whether two mentions can print one amount: equal, one in another currency right beside, or one rounded.
func (ps *parse) sameAmount(i, j int32) bool {
	if i == j {
		return true
	}
	a, b := &ps.Money[i], &ps.Money[j]
	if a.Currency != b.Currency {
		d := i - j
		return d == 1 || d == -1 // "$6.5 million (about Rs 54 crore)"
	}
	return a.Near(b)
}

// tell adds what e says to r.
func (ps *parse) tell(r *round, e *event) {
	switch {
	case e.status == Failed:
		r.status = Failed
	case r.sent == 0 && e.sent > 0 && !e.weak && e.money >= 0 && r.status == Closed && e.status == Pending:
		r.status = Pending // the body is more careful than the headline
	}
	if e.money >= 0 && r.money >= 0 && r.sent == 0 && e.sent > 0 && ps.Money[r.money].Qualifier == amounts.Exact && ps.Money[r.money].Same(&ps.Money[e.money]) {
		r.money = e.money // the body qualifies what the headline rounds
	}
	if r.money < 0 || e.money >= 0 && r.money != e.money && ps.Money[e.money].Currency == ps.Money[r.money].Currency && ps.Money[e.money].Digits() > ps.Money[r.money].Digits() {
		if e.money >= 0 {
			r.money = e.money
		}
	}
	if r.stage < 0 || e.stage >= 0 && ps.Stages[r.stage].Unmarked() {
		if e.stage >= 0 {
			r.stage = e.stage
		}
	}
	if r.date < 0 || e.date >= 0 && ps.When[e.date].Finer(ps.When[r.date]) {
		if e.date >= 0 {
			r.date = e.date
		}
	}
	if r.value < 0 {
		r.value, r.basis = e.value, e.basis
	} else if e.value >= 0 && r.basis == NoBasis && ps.Money[r.value].Same(&ps.Money[e.value]) {
		r.basis = e.basis
	}
	if r.total < 0 {
		r.total = e.total
	}
	if r.kind == Equity {
		r.kind = e.kind
	}
	r.extension = r.extension || e.extension
	r.investors = ps.join(r.investors, e.investors)
}

// supports returns the round that a weak event adds to. Amount and stage that
// agree weigh most; then the company that its sentence speaks of, nearness, and
// that it is not told as an earlier one.
func (ps *parse) supports(e *event, rounds []*round) *round {
	var best *round
	score := 0
	near := ps.near(e)
	if e.target != nil {
		rounds = ps.of(e.target).rounds
	}
	// the rounds told around it, so that the time stays linear
	at := sort.Search(len(rounds), func(i int) bool { return rounds[i].pos > e.pos })
	for _, r := range rounds[ps.recaller.From(at):min(len(rounds), at+names.MaxRecall)] {
		if e.target != nil && r.co != e.target {
			continue
		}
		s := 1
		if e.money >= 0 && r.money >= 0 {
			if !ps.sameAmount(e.money, r.money) {
				continue
			}
			s += 8
		}
		if e.stage >= 0 && r.stage >= 0 {
			if !ps.Stages[e.stage].Same(ps.Stages[r.stage]) {
				continue
			}
			s += 6
		}
		if near != nil && r.co == near {
			s += 5
		}
		switch told := ps.lastTold(r, e); {
		case told == e.sent:
			if !r.old {
				s += 2
			}
		case told >= 0 && e.sent-told == 1:
			s += 4
		case told >= 0 && e.sent-told == 2:
			s += 2
		}
		if r.old && !ps.isOld(e) {
			s -= 2
		}
		if r.co == ps.main {
			s++
		}
		if s > score || s == score && best != nil && ps.lastTold(r, e) > ps.lastTold(best, e) {
			best, score = r, s
		}
	}
	return best
}

// lastTold returns the sentence, at or before that of e, in which the round was told last; -1 if none.
// The events come in the order of the text, so each sentence is passed once.
func (ps *parse) lastTold(r *round, e *event) int {
	for r.passed < len(r.told) && r.told[r.passed] <= e.sent {
		r.last = max(r.last, r.told[r.passed])
		r.passed++
	}
	return r.last
}

// build makes the Document of the rounds.
func (ps *parse) build(rounds []*round) *Document {
	doc := &Document{Trace: ps.trace}
	if len(ps.When) > 0 {
		doc.Dates = make([]DateMention, 0, len(ps.When))
	}
	for i, d := range ps.When {
		doc.Dates = append(doc.Dates, DateMention{Date(d), Span(ps.DateAts[i])})
	}
	rounds = slices.DeleteFunc(rounds, (*round).empty)
	if len(rounds) > 0 {
		doc.Rounds = make([]Round, len(rounds))
	}
	for i, r := range rounds {
		ps.fill(&doc.Rounds[i], r)
	}
	// after the rounds, which give amounts their roles
	if len(ps.Money) > 0 {
		doc.Money = make([]MoneyMention, len(ps.Money))
	}
	for i := range ps.Money {
		doc.Money[i] = mentionFrom(&ps.Money[i], *ps.roleOf(int32(i)))
	}
	doc.Cut = ps.cut // rounds may add to it
	doc.Cut.Sentences = ps.CutUp
	doc.Cut.Recalls = ps.recaller.Stopped + ps.names.Stopped()
	return doc
}

// empty reports whether nothing tells of an event.
func (r *round) empty() bool {
	if r.money >= 0 || r.stage >= 0 || len(r.investors) > 0 {
		return false
	}
	switch r.frame {
	case "raise", "get", "close", "announce", "call off", "scrap":
		return !r.spoken
	}
	return true
}

// fill makes out, which is zero, what r says.
func (ps *parse) fill(out *Round, r *round) {
	out.Kind, out.Status = r.kind, r.status
	ps.fillEntity(&out.Company, r.co.Names)
	ps.fillAmount(&out.Amount, r.money, RoleRound)
	if r.total != r.money {
		ps.fillAmount(&out.Total, r.total, RoleTotal)
	}
	if ps.fillAmount(&out.Valuation.Amount, r.value, RoleValuation); r.value >= 0 {
		out.Valuation.Basis = r.basis
	}
	if r.stage >= 0 {
		s := ps.Stages[r.stage]
		if r.extension {
			s = s.Extended()
		}
		out.Stage, out.StageSpan = Stage{s}, Span(ps.StageAts[r.stage])
	}
	if r.date >= 0 {
		out.Date = Date(ps.When[r.date])
		out.DateSpan = Span(ps.DateAts[r.date])
	}
	out.Investors = ps.investors(r)
}

// fillAmount makes out, which is zero, amount i, if that is one, and gives it its role.
func (ps *parse) fillAmount(out *Amount, i int32, role Role) {
	if i >= 0 {
		m := &ps.Money[i]
		*ps.roleOf(i), out.Money, out.Span = role, moneyFrom(m), Span(m.Span)
	}
}

// investors joins the mentions of one investor.
func (ps *parse) investors(r *round) []Investor {
	ps.groups = ps.groups[:0]
	if ps.groupOf == nil {
		ps.groupOf = map[int32]int{}
	} else if len(ps.groupOf) > 0 {
		clear(ps.groupOf)
	}
	company, begun := r.co.FirstLetters(), names.Letters(0) // the first letters of names seen
	numbered := 0                                           // groups that groupOf knows
next:
	for k := range r.investors {
		b := &r.investors[k]
		letters := b.name.FirstLetters()
		if letters&(company|begun) == 0 && len(ps.groups) < names.MaxRecall { // nobody before can be meant
			begun |= letters
			ps.addGroup(b)
			continue
		}
		begun |= letters
		for ; numbered < len(ps.groups); numbered++ {
			ps.groupOf[ps.names.FormOf(&ps.groups[numbered].names[0])] = numbered
		}
		f := ps.names.FormOf(&b.name)
		if ps.names.GoesBy(r.co, f) {
			continue
		}
		if i, ok := ps.groupOf[f]; ok {
			g := &ps.groups[i]
			if len(b.name.Aka) > 0 {
				g.names = append(g.names, b.name)
			}
			g.lead = g.lead || b.lead
			continue
		}
		for i := ps.recaller.From(len(ps.groups)); i < len(ps.groups); i++ {
			g := &ps.groups[i]
			for j := range g.names {
				n := &g.names[j]
				if ps.names.Same(ps.names.FormOf(n), f) || ps.names.SpeaksFor(n, &b.name) || ps.names.SpeaksFor(&b.name, n) {
					g.names = append(g.names, b.name)
					g.lead = g.lead || b.lead
					continue next
				}
			}
		}
		ps.addGroup(b)
	}
	ps.groupsUsed = max(ps.groupsUsed, len(ps.groups))
	if len(ps.groups) == 0 {
		return nil
	}
	out := make([]Investor, len(ps.groups))
	for i := range ps.groups {
		g := &ps.groups[i]
		out[i].Lead = g.lead
		ps.fillEntity(&out[i].Entity, g.names)
	}
	return out
}

// addGroup begins a group with b.
func (ps *parse) addGroup(b *backer) {
	n := len(ps.groups)
	ps.groups = slices.Grow(ps.groups, 1)[:n+1]
	ps.groups[n] = group{append(ps.groups[n].names[:0], b.name), b.lead}
}

// group is the mentions of one investor.
type group struct {
	names []names.Name
	lead  bool
}

// fillEntity makes e, which is zero, of the names that somebody goes by: the fullest is the name.
func (ps *parse) fillEntity(e *Entity, names []names.Name) {
	best := &names[0]
	for i := 1; i < len(names); i++ {
		n := &names[i]
		if len(n.Text) > len(best.Text) && ps.names.WordCount(ps.names.FormOf(n)) >= ps.names.WordCount(ps.names.FormOf(best)) {
			best = n
		}
	}
	e.Name, e.Span = best.Text, Span(best.Span)
	for i := range names {
		n := &names[i]
		if n != best {
			e.addAka(n.Text)
		}
		for _, a := range n.Aka {
			e.addAka(a)
		}
	}
}

// addAka adds another form of the name.
func (e *Entity) addAka(s string) {
	if s != e.Name && !slices.Contains(e.Aka, s) {
		e.Aka = append(e.Aka, s)
	}
}

// near returns the company that the sentence of e speaks of, or the one before it.
func (ps *parse) near(e *event) *names.Firm {
	if e.target != nil {
		return e.target
	}
	if c := ps.about(e.sent, math.MaxInt32, e); c != nil {
		return c
	}
	if e.sent > 0 {
		return ps.focusAfter(e.sent - 1)
	}
	return nil
}
