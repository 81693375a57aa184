package discourse

import (
	"fmt"
	"strings"
	"testing"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// A pair is a telling beside an event, each made by hand.
type pair struct {
	text      string
	published string
	event     []part // of sentence 0
	telling   []part // of sentence 1 if the text has two, else of sentence 0 as well
	news      bool   // the company has a new event besides
	near      bool   // the sentence of the telling speaks of the company
	nobody    bool   // nothing says whom the telling is of
	later     int    // how many sentences further on the event is told
	headed    bool   // a heading says that the sentence of the event is about the company
}

// comparison returns what weigh compares.
func (p *pair) comparison(t *testing.T, adds bool) *comparison {
	t.Helper()
	s := newScene(t, p.published, p.text)
	last := len(s.mentions.Sents) - 1
	s.tell(0, "Foo", p.event...).tell(last, "", p.telling...)
	s.Reader.Text = *s.text()
	firm := s.register.Know(&s.told[0].Company)
	e := &Event{Telling: s.told[0], Of: firm, told: []int{0}, last: -1}
	tell := &telling{Telling: s.told[1], of: firm}
	if p.nobody {
		tell.of = nil
	}
	if e.old = s.isOld(&telling{Telling: s.told[0]}); adds && !tell.Adds() {
		tell.Strength = deal.Supports
	}
	if e.told[0] += p.later; p.later > 0 {
		e.Pos = tell.Pos + 1
	}
	if p.news {
		s.of(firm).events = append(s.of(firm).events, &Event{Of: firm})
	}
	if p.headed {
		s.Topics = []deal.Topic{{From: 0, To: s.mentions.Sents[0].To, Name: s.told[0].Company}}
		s.topic.headings = make([]*names.Firm, 1)
	}
	var near *names.Firm
	if p.near {
		near = firm
	}
	c := s.compare(e, tell, near)
	return &c
}

// weight returns what weigh makes of the pair.
func (p *pair) weight(t *testing.T, adds bool) int {
	t.Helper()
	c := p.comparison(t, adds)
	return c.r.weigh(c.e, c.t, c.near)
}

// Each sign has a pair in which it speaks and, but for the company being the same, no other does, or none but those named.
func TestSigns(t *testing.T) {
	const far = "Foo raised $5 million. One. Two. Three."
	cases := map[string]struct {
		pair
		own, adds int // what weigh returns
	}{
		"an event of the company": {pair{text: far}, 1, 1},
		"the same amount": {pair{text: "Foo got $5 million. One. Two. They gave $5.0 million.",
			event: []part{money(0)}, telling: []part{money(1)}}, 1, 9},
		"another amount": {pair{text: "Foo got $5 million. One. Two. They gave $6 million.",
			event: []part{money(0)}, telling: []part{money(1)}}, never, never},
		"the same stage": {pair{text: "Foo closed a Series A. One. Two. The Series A1.",
			event: []part{stage(0)}, telling: []part{stage(1)}}, 1, 7},
		"another stage": {pair{text: "Foo closed a Series A. One. Two. The Series B.",
			event: []part{stage(0)}, telling: []part{stage(1)}}, never, never},
		"another date": {pair{text: "Foo won in May 2020. One. Two. In June 2020.",
			event: []part{date(0)}, telling: []part{date(1)}}, never, 1},
		"debt on one side only":                       {pair{text: far, telling: []part{kind(deal.Debt)}}, never, 1},
		"told in the same sentence":                   {pair{text: "Foo raised $5 million."}, 1, 3},
		"told in the sentence before":                 {pair{text: "Foo raised $5 million. It was May."}, 1, 5},
		"told two sentences before":                   {pair{text: "Foo raised $5 million. One. It was May."}, 1, 3},
		"an earlier event":                            {pair{text: far, event: []part{at(deal.Earlier)}}, never, -1},
		"told under another heading":                  {pair{text: far, headed: true}, 1, never},
		"the company that the sentence speaks of":     {pair{text: far, near: true}, 1, 6},
		"the newest of several, and an earlier event": {pair{text: far, event: []part{at(deal.Earlier)}, telling: []part{newest}}, never, never},
		"what was raised so far, and an earlier event": {pair{text: "Foo raised $5 million. One. Two. It has raised $9 million.",
			event: []part{at(deal.Earlier)}, telling: []part{claims(deal.SoFar), total(1)}, news: true}, never, never},
		"what was raised before, and a new event": {pair{text: "Foo raised $5 million. One. Two. It had raised $9 million.",
			telling: []part{claims(deal.SoFar), total(1), at(deal.Earlier)}}, never, never},
		"less raised so far than in the event": {pair{text: "Foo raised $5 million. One. Two. It has raised $4 million.",
			event: []part{money(0)}, telling: []part{claims(deal.SoFar), total(1)}}, never, never},
		"of nobody, before the event is told":                   {pair{text: far, nobody: true, later: 4}, 1, never},
		"a round of nobody, long after the event":               {pair{text: far, telling: []part{form(deal.Indefinite)}, nobody: true}, 1, never},
		"an earlier event told as new, or a new one as earlier": {pair{text: far, telling: []part{at(deal.Earlier)}}, never, 1},
	}
	for i := range signs {
		sign := &signs[i]
		t.Run(sign.name, func(t *testing.T) {
			c, ok := cases[sign.name]
			if !ok {
				t.Fatal("no pair shows it")
			}
			for _, adds := range []bool{false, true} {
				want, counts := c.own, sign.own
				if adds {
					want, counts = c.adds, sign.adds
				}
				if got := c.weight(t, adds); got != want {
					t.Errorf("adds %t: the weight is %d, want %d", adds, got, want)
				}
				if counts == 0 {
					continue
				}
				if !sign.when(c.comparison(t, adds)) {
					t.Errorf("adds %t: the sign does not speak", adds)
				}
			}
		})
	}
	if len(cases) != len(signs) {
		t.Errorf("%d pairs for %d signs", len(cases), len(signs))
	}
}

// What keeps two amounts, stages, dates or times from speaking against each other.
func TestWeights(t *testing.T) {
	for _, c := range []struct {
		why string
		pair
		adds bool
		want int
	}{
		{"one amount is rounded", pair{text: "Foo got $5.2 million. One. Two. They gave $5 million.",
			event: []part{money(0)}, telling: []part{money(1)}}, true, 9},
		{"in another currency right beside", pair{text: "Foo got $5 million (€4 million). One. Two. More.",
			event: []part{money(0)}, telling: []part{money(1)}}, true, 9},
		{"in another currency far away", pair{text: "Foo got $5 million, $1 million, €4 million.",
			event: []part{money(0)}, telling: []part{money(2)}}, true, never},
		{"the same mention", pair{text: "Foo got $5 million.", event: []part{money(0)}, telling: []part{money(0)}}, false, 1},
		{"only the event has an amount", pair{text: "Foo got $5 million. One. Two. Three.", event: []part{money(0)}}, true, 1},
		{"a date within the other", pair{text: "Foo won in May 2020. One. Two. On May 7, 2020.",
			event: []part{date(1)}, telling: []part{date(0)}}, false, 1},
		{"earlier and later, of one amount", pair{text: "Foo got $5 million.",
			event: []part{money(0)}, telling: []part{money(0), at(deal.Earlier)}}, false, 1},
		{"earlier and later, of one stage, the telling without an amount",
			pair{text: "Foo closed a Series A. The Series A.", event: []part{stage(0)}, telling: []part{stage(1), at(deal.Earlier)}}, false, 1},
		{"earlier and later, of one stage, the telling with an amount",
			pair{text: "Foo closed a Series A. The $5 million Series A.",
				event: []part{stage(0)}, telling: []part{stage(1), money(0), at(deal.Earlier)}}, false, never},
		{"both told as earlier", pair{text: "Foo won. One. Two. Three.",
			event: []part{at(deal.Earlier)}, telling: []part{at(deal.Earlier)}}, false, 1},
		{"both told as earlier", pair{text: "Foo won. One. Two. Three.",
			event: []part{at(deal.Earlier)}, telling: []part{at(deal.Earlier)}}, true, 1},
		{"an earlier event, told in the same sentence", pair{text: "Foo won.", event: []part{at(deal.Earlier)}}, true, -1},
		{"debt on one side, of one amount", pair{text: "Foo got $5 million.",
			event: []part{money(0)}, telling: []part{money(0), kind(deal.Debt)}}, false, 1},
		{"debt on both sides", pair{text: "Foo won.", event: []part{kind(deal.Debt)}, telling: []part{kind(deal.Debt)}}, false, 1},
		{"all that speaks for it", pair{text: "Foo got a $5 million Series A. The $5 million Series A.",
			event: []part{money(0), stage(0)}, telling: []part{money(1), stage(1)}, near: true}, true, 1 + 8 + 6 + 5 + 4},
		{"three sentences later", pair{text: "Foo won. It did.", later: 2}, true, 1},
	} {
		if got := c.weight(t, c.adds); got != c.want {
			t.Errorf("%s: the weight is %d, want %d", c.why, got, c.want)
		}
	}
}

// An event is old if the text says so, or if its date lies two months or more before the text, or in a year before it.
func TestOld(t *testing.T) {
	for _, c := range []struct {
		published, date string
		time            deal.Time
		old             bool
	}{
		{"2021-05-10", "in May 2021", deal.Now, false},
		{"2021-05-10", "in April 2021", deal.Now, false},
		{"2021-05-10", "in March 2021", deal.Now, true},
		{"2021-01-10", "in December 2020", deal.Now, false},
		{"2021-01-10", "in November 2020", deal.Now, true},
		{"2021-05-10", "in 2021", deal.Now, false},
		{"2021-05-10", "in 2020", deal.Now, true},
		{"", "in 2020", deal.Now, false},
		{"", "in 2020", deal.Earlier, true},
		{"2021-05-10", "", deal.Now, false},
		{"2021-05-10", "", deal.Planned, false},
	} {
		s := newScene(t, c.published, "Foo raised $5 million "+c.date+".")
		parts := []part{at(c.time)}
		if c.date != "" {
			parts = append(parts, date(0))
		}
		s.tell(0, "Foo", parts...)
		s.Reader.Text = *s.text()
		if got := s.isOld(&telling{Telling: s.told[0]}); got != c.old {
			t.Errorf("told %s, published %s: old %t, want %t", c.date, c.published, got, c.old)
		}
	}
}

// Where an event was told last is asked in the order of the text; each sentence is passed once.
func TestLastTold(t *testing.T) {
	e := &Event{told: []int{0, 2, 7}, last: -1}
	for _, c := range []struct{ sent, want int }{{0, 0}, {1, 0}, {2, 2}, {6, 2}, {7, 7}, {9, 7}} {
		if got := e.lastTold(&telling{Telling: deal.Telling{Sent: c.sent}}); got != c.want {
			t.Errorf("sentence %d: told last in %d, want %d", c.sent, got, c.want)
		}
	}
	if e.passed != 3 {
		t.Errorf("%d sentences were passed", e.passed)
	}
}

// Of several events that speak for themselves equally, a telling is of the one told last.
func TestLastOfEquals(t *testing.T) {
	text := "Foo raised $1 million. Foo raised $2 million. Others joined in."
	newScene(t, "", text).tell(0, "Foo", money(0)).tell(1, "Foo", money(1)).tell(2, "", claims(deal.Supports), by("*Others")).
		want("Foo | $1 million", "Foo | $2 million | *Others")
}

// A telling is compared with the last MaxRecall events of its company; that there were more is counted.
func TestRecallOfEvents(t *testing.T) {
	var b strings.Builder
	for i := range names.MaxRecall + 2 {
		fmt.Fprintf(&b, "Foo raised $%d1 million. ", 100+i) // no one of them is another rounded
	}
	b.WriteString("Foo raised $1001 million. Foo raised $1031 million.")
	s := newScene(t, "", b.String())
	for i := range names.MaxRecall + 4 {
		s.tell(i, "Foo", money(int32(i)))
	}
	events := s.Read(s.text())
	if got := len(events); got != names.MaxRecall+3 { // $1001 million is forgotten by then and told anew, $1031 million is remembered
		t.Errorf("%d events", got)
	}
	if s.Recalls.Stopped == 0 {
		t.Error("nothing was counted")
	}
	again := newScene(t, "", "Foo raised $1 million. Foo raised $2 million.").tell(0, "Foo", money(0)).tell(1, "Foo", money(1))
	again.want("Foo | $1 million", "Foo | $2 million")
	if again.Recalls.Stopped != 0 {
		t.Error("a short text is said to be beyond the bound")
	}
}
