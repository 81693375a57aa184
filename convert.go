package funding

import (
	"slices"
	"sync"

	"example.com/funding/internal/amounts"
	"example.com/funding/internal/confidence"
	"example.com/funding/internal/deal"
	"example.com/funding/internal/discourse"
	"example.com/funding/internal/names"

	"github.com/shopspring/decimal"
)

// Inner values become public ones here and nowhere else.

// document returns what was understood: the events, and the mentions that they were built from.
func (r *reading) document(events []*discourse.Event) *Document {
	m := r.mentions
	doc := &Document{}
	if len(m.When) > 0 {
		doc.Dates = make([]DateMention, len(m.When))
	}
	for i, d := range m.When {
		doc.Dates[i] = DateMention{Date(d), Span(m.DateAts[i])}
	}
	if len(events) > 0 {
		doc.Rounds = make([]Round, len(events))
	}
	roles := roles{r.frames.Roles}
	for i, e := range events {
		r.round(&doc.Rounds[i], e, &roles)
	}
	if len(m.Money) > 0 {
		doc.Money = make([]MoneyMention, len(m.Money))
	}
	for i := range m.Money {
		fillMention(&doc.Money[i], &m.Money[i], roles.of(int32(i)))
	}
	if r.parser.Trace {
		doc.Trace = r.steps()
	}
	doc.Cut = Cut{r.beyond, r.words.CutUp, r.discourse.Recalls.Stopped + r.names.Stopped()}
	return doc
}

// round makes out, which is zero, what e says.
func (r *reading) round(out *Round, e *discourse.Event, roles *roles) {
	out.Kind, out.Status = Kind(e.Kind), statusFrom(e.Time)
	out.Confidence, out.Doubts = float64(confidence.Of(e.Doubts))/confidence.Certain, Doubts(e.Doubts)
	r.entity(&out.Company, e.Of.Names)
	r.amount(&out.Amount, e.Money)
	roles.set(e.Money, RoleRound)
	if e.Total != e.Money {
		r.amount(&out.Total, e.Total)
		roles.set(e.Total, RoleTotal)
	}
	if e.Value >= 0 {
		r.amount(&out.Valuation.Amount, e.Value)
		roles.set(e.Value, RoleValuation)
		out.Valuation.Basis = Basis(e.Basis)
	}
	if s := e.Stage; !s.IsZero() {
		if e.Extension {
			s = s.Extended()
		}
		out.Stage, out.StageSpan = Stage{s}, Span(e.StageAt)
	}
	if e.Date >= 0 {
		out.Date, out.DateSpan = Date(r.mentions.When[e.Date]), Span(r.mentions.DateAts[e.Date])
	}
	parties := r.discourse.Parties(e)
	if len(parties) > 0 {
		out.Investors = make([]Investor, len(parties))
	}
	for i := range parties {
		out.Investors[i].Lead = parties[i].Lead
		r.entity(&out.Investors[i].Entity, parties[i].Names)
	}
}

// entity makes out, which is zero, of the names that somebody goes by: the fullest is the name.
func (r *reading) entity(out *Entity, list []names.Name) {
	best := r.discourse.Fullest(list)
	out.Name, out.Span = list[best].Text, Span(list[best].Span)
	for i := range list {
		if i != best {
			out.addAka(list[i].Text)
		}
		for _, a := range list[i].Aka {
			out.addAka(a)
		}
	}
}

// addAka adds another form of the name.
func (e *Entity) addAka(s string) {
	if s != e.Name && !slices.Contains(e.Aka, s) {
		e.Aka = append(e.Aka, s)
	}
}

// amount makes out, which is zero, amount i, if that is one.
func (r *reading) amount(out *Amount, i int32) {
	if i >= 0 {
		m := &r.mentions.Money[i]
		fillMoney(&out.Money, m)
		out.Span = Span(m.Span)
	}
}

// moneyFrom returns the value of a, the zero Money if it has none.
func moneyFrom(a *amounts.Amount) (m Money) {
	fillMoney(&m, a)
	return m
}

// fillMoney gives m, which is zero, the value of a.
func fillMoney(m *Money, a *amounts.Amount) {
	if a.Currency == "" {
		return
	}
	m.Value, m.Currency, m.Qualifier = decimalFrom(a.Value), a.Currency, Qualifier(a.Qualifier)
	if m.Qualifier == Range {
		m.Min, m.Max = decimalFrom(a.Min), m.Value
	}
}

// fillMention makes m, which is zero, a as the text prints it.
func fillMention(m *MoneyMention, a *amounts.Amount, role Role) {
	fillMoney(&m.Money, a)
	m.Span, m.Role, m.Assumed, m.Per, m.Refused = Span(a.Span), role, a.Assumed, a.Per, a.Refused
}

// decimalFrom returns v as a decimal.
func decimalFrom(v amounts.Value) decimal.Decimal {
	switch coef, large, exp := v.Parts(); {
	case large != nil:
		return decimal.NewFromBigInt(large, exp)
	case uint64(coef) < sharedDecimals:
		return fewDigits()[coef].Shift(exp)
	default:
		return decimal.New(coef, exp)
	}
}

const sharedDecimals = 1000

// fewDigits returns the decimals of up to three digits. Nearly every amount is one of these times a power of ten
// ("$12.5 million" is 125e5), and decimals never change, so they can share the integer.
var fewDigits = sync.OnceValue(func() *[sharedDecimals]decimal.Decimal {
	var all [sharedDecimals]decimal.Decimal
	for i := range all {
		all[i] = decimal.New(int64(i), 0)
	}
	return &all
})

// statusFrom returns the status of an event.
func statusFrom(t deal.Time) Status {
	switch t {
	case deal.Planned, deal.Hoped:
		return Pending
	case deal.Failed:
		return Failed
	}
	return Closed
}

// roles says what the amounts of a text are: what the words beside them say, unless a round has them.
type roles struct{ list []deal.Role }

func (r *roles) set(i int32, role Role) {
	if i < 0 {
		return
	}
	for int(i) >= len(r.list) {
		r.list = append(r.list, deal.Other)
	}
	r.list[i] = deal.Role(role)
}

func (r *roles) of(i int32) Role {
	if int(i) >= len(r.list) {
		return RoleOther
	}
	return Role(r.list[i])
}

// A constant that stands here and in a package below is one number, or the build fails.
var (
	_ = [1]struct{}{}[MaxRecall-names.MaxRecall]
	_ = [1]struct{}{}[len(doubtNames)-int(deal.NumDoubts)]
	_ = [1]struct{}{}[InvestorsMissing-Doubt(deal.InvestorsMissing)] // the last
)
