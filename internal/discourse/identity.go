package discourse

import (
	"slices"
	"sort"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// never is the weight of a sign after which two tellings cannot be of one event.
const never = -1000

// comparison is a telling beside an event that it may be of.
type comparison struct {
	r             *Reader
	e             *Event
	t             *telling
	amount, stage bool        // both state one, and it is the same
	misfit        bool        // both state a stage, and no round can be of both
	near          *names.Firm // the company that the telling's sentence speaks of, if it adds to an event
	told          int         // the sentence, at or before that of the telling, in which the event was told last; -1 for none
}

// signs say whether a telling is of an event, and weigh what they say: for a telling that claims an event of its own (own),
// and for one that adds to an event told elsewhere (adds). Of the events that no sign speaks against, the telling
// is of the one with the greatest weight, the last told if there are several.
//
// Each has an example: a text, "=> ", and the rounds in it, in the form of the goldens, with " && " between them. Without
// the sign the text would be read otherwise.
var signs = [...]sign{
	{"an event of the company", 1, 1, func(c *comparison) bool { return true },
		"Larkfield raises $5 million. Larkfield has raised $5 million from Onyx Capital, it said. => Larkfield | 5000000 USD | inv=Onyx Capital"},
	{"the same amount", 0, 8, func(c *comparison) bool { return c.amount },
		"Larkfield raised $5 million in 2019. In 2021 Larkfield closed a Series B. The $5 million round was led by Onyx Capital. => " +
			"Larkfield | 5000000 USD | inv=*Onyx Capital | @2019 && Larkfield | stage=series-b | @2021"},
	{"another amount", never, never, func(c *comparison) bool { return c.e.Money >= 0 && c.t.Money >= 0 && !c.amount },
		"Larkfield raised $5 million. Larkfield raised $8 million. => Larkfield | 5000000 USD && Larkfield | 8000000 USD"},
	{"the same stage", 0, 6, func(c *comparison) bool { return c.stage },
		"Larkfield closed a Series A in 2019. Larkfield raised $8 million in 2021. The Series A was led by Onyx Capital. => " +
			"Larkfield | stage=series-a | inv=*Onyx Capital | @2019 && Larkfield | 8000000 USD | @2021"},
	{"another stage", never, never, func(c *comparison) bool { return c.misfit },
		"Larkfield closed a Series A. Larkfield closed a Series B. => Larkfield | stage=series-a && Larkfield | stage=series-b"},
	{"another date", never, 0, (*comparison).otherDate,
		"Larkfield raised $5 million in March 2020. Larkfield raised $5 million in May 2021. => " +
			"Larkfield | 5000000 USD | @2020-03 && Larkfield | 5000000 USD | @2021-05"},
	{"an earlier event told as new, or a new one as earlier", never, 0, (*comparison).otherTime,
		"Larkfield raised $8 million. Larkfield had previously raised a round led by Onyx Capital. => " +
			"Larkfield | 8000000 USD && Larkfield | inv=*Onyx Capital"},
	{"debt on one side only", never, 0, func(c *comparison) bool { return (c.e.Kind == deal.Debt) != (c.t.Kind == deal.Debt) && !c.amount },
		"Larkfield closed a Series A. Larkfield has borrowed $3 million from Onyx Bank. => " +
			"Larkfield | stage=series-a && Larkfield | 3000000 USD | kind=debt | inv=Onyx Bank"},
	{"the company that the sentence speaks of", 0, 5, func(c *comparison) bool { return c.near != nil && c.e.Of == c.near },
		"Larkfield raised $5 million. Whimbrel raised $8 million. In the case of Larkfield, the round was led by Onyx Capital. => " +
			"Larkfield | 5000000 USD | inv=*Onyx Capital && Whimbrel | 8000000 USD"},
	{"told in the same sentence", 0, 2, func(c *comparison) bool { return c.told == c.t.Sent && !c.e.old },
		"Larkfield raised $5 million in 2019. Times were hard. Larkfield, which has raised $20 million, raised $8 million in 2021. => " +
			"Larkfield | 5000000 USD | @2019 && Larkfield | 8000000 USD | @2021 | total=20000000 USD"},
	{"told in the sentence before", 0, 4, func(c *comparison) bool { return c.told >= 0 && c.t.Sent-c.told == 1 },
		"Larkfield raised $5 million in 2019. Larkfield raised $8 million in 2021. The round was led by Onyx Capital. => " +
			"Larkfield | 5000000 USD | @2019 && Larkfield | 8000000 USD | inv=*Onyx Capital | @2021"},
	{"told two sentences before", 0, 2, func(c *comparison) bool { return c.told >= 0 && c.t.Sent-c.told == 2 },
		"Larkfield raised $8 million. It had raised $5 million in 2015. Nobody else was told of it. That round was led by Onyx Capital. => " +
			"Larkfield | 8000000 USD && Larkfield | 5000000 USD | inv=*Onyx Capital | @2015"},
	{"the newest of several, and an earlier event", 0, never, func(c *comparison) bool { return c.t.Newest && c.e.old },
		"Larkfield raised $8 million. It had raised $5 million in 2015. The new round was led by Onyx Capital. => " +
			"Larkfield | 8000000 USD | inv=*Onyx Capital && Larkfield | 5000000 USD | @2015"},
	{"what was raised so far, and an earlier event", 0, never, func(c *comparison) bool {
		return c.t.Strength == deal.SoFar && c.e.old && c.t.Time != deal.Earlier && c.r.hasNews(c.e.Of)
	},
		"Larkfield raised $8 million. It had raised $5 million in 2015. It has raised $20 million to date. => " +
			"Larkfield | 8000000 USD | total=20000000 USD && Larkfield | 5000000 USD | @2015"},
	{"what was raised before, and a new event", 0, never, func(c *comparison) bool {
		return c.t.Strength == deal.SoFar && !c.e.old && c.t.Time == deal.Earlier
	},
		"Larkfield raised $8 million. Before that it had raised $20 million in total. => Larkfield | 8000000 USD"},
	{"less raised so far than in the event", 0, never, (*comparison).lessSoFar,
		"Larkfield raised $8 million. Larkfield has raised $5 million to date. => Larkfield | 8000000 USD"},
	{"of nobody, before the event is told", 0, never, func(c *comparison) bool {
		return c.t.of == nil && c.told < 0 && c.t.Sent > 1 && !c.amount && !c.stage
	},
		"Times are hard. Lamps are dear. Many look for growth capital. Larkfield raised $5 million. => Larkfield | 5000000 USD"},
	{"a round of nobody, long after the event", 0, never, func(c *comparison) bool {
		pointed := c.t.Form != deal.Indefinite && c.e.Of == c.r.topic.main // "the round", of whom the text is about
		return c.t.of == nil && !pointed && c.told >= 0 && c.t.Sent-c.told > 2 && !c.amount && !c.stage
	},
		"Larkfield raised $5 million. Times are hard. Lamps are dear. Whimbrel sells lamps. That was a growth round. => Larkfield | 5000000 USD"},
	{"an earlier event", 0, -2, func(c *comparison) bool { return c.e.old && !c.r.isOld(c.t) },
		"After raising $5 million in 2015, Larkfield raised $8 million. The round was led by Onyx Capital. => " +
			"Larkfield | 5000000 USD | @2015 && Larkfield | 8000000 USD | inv=*Onyx Capital"},
	{"told under another heading", 0, never, (*comparison).otherHeading,
		"Nearly all have raised $34 million so far.\n\nLarkfield\nRound: Seed\nInvestors: Onyx Capital => " +
			"Larkfield | stage=seed | inv=Onyx Capital"},
}

// sign is a row of signs; tests run its example.
type sign struct {
	name      string
	own, adds int
	when      func(c *comparison) bool
	example   string
}

// weigh returns what speaks for t being a telling of e; it is below 0 if something speaks against it. near is the company that the
// sentence of a telling that adds speaks of.
func (r *Reader) weigh(e *Event, t *telling, near *names.Firm) int {
	c := r.compare(e, t, near)
	sum := 0
	for i := range signs {
		s := &signs[i]
		w := s.own
		if t.Adds() {
			w = s.adds
		}
		if w == 0 || !s.when(&c) {
			continue
		}
		if w == never {
			return never
		}
		sum += w
	}
	return sum
}

// compare puts t beside e; see weigh.
func (r *Reader) compare(e *Event, t *telling, near *names.Firm) comparison {
	c := comparison{r: r, e: e, t: t, near: near, told: -1}
	c.amount = e.Money >= 0 && t.Money >= 0 && r.sameAmount(e.Money, t.Money, e.Sent == 0 || t.Sent == 0)
	if !e.Stage.IsZero() && !t.Stage.IsZero() {
		c.stage = e.Stage.Same(t.Stage)
		c.misfit = !e.Stage.Agrees(t.Stage)
	}
	if t.Adds() {
		c.told = e.lastTold(t)
	}
	return c
}

// otherDate reports whether the dates of the two cannot be one.
func (c *comparison) otherDate() bool {
	when := c.r.Mentions.When
	return c.e.Date >= 0 && c.t.Date >= 0 && !when[c.e.Date].Within(when[c.t.Date])
}

// otherHeading reports whether the event is told under a heading that the telling does not stand under, nor speaks of its company.
func (c *comparison) otherHeading() bool {
	if c.near == c.e.Of {
		return false
	}
	h := c.r.headed(c.e.Sent)
	return h != nil && h != c.r.headed(c.t.Sent)
}

// otherTime reports whether one is told as an earlier event and the other is not, and the figures do not say that they are the same.
func (c *comparison) otherTime() bool {
	return !c.amount && c.e.old != c.r.isOld(c.t) && !(c.stage && c.t.Money < 0)
}

// hasNews reports whether the company has an event that is not told as an earlier one.
func (r *Reader) hasNews(c *names.Firm) bool {
	return slices.ContainsFunc(r.of(c).events, func(e *Event) bool { return !e.old })
}

// lessSoFar reports whether what was raised so far is less than what the event brought, so that it cannot count it.
func (c *comparison) lessSoFar() bool {
	if c.e.Money < 0 || c.t.Total < 0 {
		return false
	}
	m, total := c.r.money(c.e.Money), c.r.money(c.t.Total)
	return m.Currency == total.Currency && total.Compare(m) < 0 && !total.Near(m)
}

// sameAmount reports whether two mentions can print one amount: equal, one rounded, or one a translation of the other;
// a headline also cuts digits off.
func (r *Reader) sameAmount(i, j int32, headline bool) bool {
	if alike := r.alike(i, j, headline); alike || r.money(i).Currency == r.money(j).Currency {
		return alike
	}
	for _, a := range r.translations(i) {
		if a >= 0 && r.alike(a, j, headline) {
			return true
		}
	}
	for _, b := range r.translations(j) {
		if b >= 0 && r.alike(i, b, headline) {
			return true
		}
	}
	return false
}

// alike reports whether two mentions are one, or print one amount of the same currency, perhaps to fewer digits.
func (r *Reader) alike(i, j int32, headline bool) bool {
	switch a, b := r.money(i), r.money(j); {
	case i == j:
		return true
	case headline:
		return a.Short(b)
	default:
		return a.Near(b)
	}
}

// translations returns the amounts before and after number i that print it in another currency, -1 for none.
func (r *Reader) translations(i int32) (both [2]int32) {
	for k, a := range [...]int32{i - 1, i} {
		if both[k] = -1; r.Mentions.Translates(a) {
			both[k] = a + int32(k)
		}
	}
	return both
}

// oldMonths is how many months before the text an event lies that is told as an earlier one.
const oldMonths = 2

// isOld reports whether t is told as an earlier event, or its date lies well before publication.
func (r *Reader) isOld(t *telling) bool {
	if t.Time == deal.Earlier {
		return true
	}
	published := r.Mentions.Published
	if t.Date < 0 || published.IsZero() {
		return false
	}
	d := r.Mentions.When[t.Date]
	if d.Month == 0 {
		return d.Year < published.Year
	}
	return (published.Year*12+int(published.Month))-(d.Year*12+int(d.Month)) >= oldMonths
}

// lastTold returns the sentence, at or before that of t, in which the event was told last; -1 if none.
// The tellings that ask come in the order of the text, so each sentence is passed once.
func (e *Event) lastTold(t *telling) int {
	for e.passed < len(e.told) && e.told[e.passed] <= t.Sent {
		e.last = max(e.last, e.told[e.passed])
		e.passed++
	}
	return e.last
}

// toldAgain returns the event of its company that t, which claims one of its own, tells again; nil if there is none.
func (r *Reader) toldAgain(t *telling) *Event {
	events := r.of(t.of).events
	var best *Event
	score := 0
	for i, end := len(events)-1, r.Recalls.From(len(events)); i >= end; i-- {
		if s := r.weigh(events[i], t, nil); s > score {
			best, score = events[i], s
		}
	}
	return best
}

// addsTo returns the event that t, which claims none of its own, adds to; nil if there is none.
func (r *Reader) addsTo(t *telling) *Event {
	near, events := r.near(t), r.events
	if t.of != nil {
		events = r.of(t.of).events
	}
	// the events told around it, so that the time stays linear
	at := sort.Search(len(events), func(i int) bool { return events[i].Pos > t.Pos })
	var best *Event
	score := 0
	for _, e := range events[r.Recalls.From(at):min(len(events), at+names.MaxRecall)] {
		s := r.weigh(e, t, near)
		if s > score || s > 0 && s == score && e.lastTold(t) > best.lastTold(t) {
			best, score = e, s
		}
	}
	return best
}
