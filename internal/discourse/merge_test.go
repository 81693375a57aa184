package discourse

import (
	"fmt"
	"strings"
	"testing"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// Tellings of one event are one event, and what they add up to does not depend on which of them tells what.
func TestOneEvent(t *testing.T) {
	const text = "Foo raised $5 million in a Series A. It is led by Bar Ventures. With Quux it is worth $40 million. Its total is $9 million."
	tell := map[string]func(s *scene){
		"money": func(s *scene) { s.tell(0, "Foo", money(0)) },
		"stage": func(s *scene) { s.tell(0, "Foo", stage(0)) },
		"lead":  func(s *scene) { s.tell(1, "", claims(deal.Supports), by("*Bar Ventures")) },
		"more":  func(s *scene) { s.tell(2, "", claims(deal.Supports), by("Quux"), value(1, deal.NoBasis)) },
		"total": func(s *scene) { s.tell(3, "", claims(deal.SoFar), total(2)) },
	}
	for _, order := range []string{"money stage lead more total", "stage money lead more total", "stage money more lead total",
		"money stage total more lead"} {
		s := newScene(t, "", text)
		for _, k := range strings.Fields(order) {
			tell[k](s)
		}
		givers := "*Bar Ventures; Quux"
		s.want("Foo | $5 million | series-a | " + givers + " | val=$40 million | total=$9 million")
	}
}

// What a telling adds is of one event, or of none, or makes one of its own.
func TestAdds(t *testing.T) {
	for _, c := range []struct {
		why   string
		scene func(s *scene)
		text  string
		want  []string
	}{
		{"only names of givers, before any event", func(s *scene) {
			s.tell(0, "", claims(deal.Supports), by("*Bar Ventures")).tell(1, "Foo", money(0))
		}, "Led by Bar Ventures. Foo raised $5 million.", []string{"Foo | $5 million | *Bar Ventures"}},
		{"of nobody, in a text without an event", func(s *scene) {
			s.tell(0, "", claims(deal.Supports), by("*Bar Ventures"))
		}, "The round was led by Bar Ventures.", nil},
		{"an amount that no event has, with its givers", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "", claims(deal.Supports), money(1), by("Bar Ventures"))
		}, "Foo raised $5 million. Bar Ventures had given $2 million.", []string{"Foo | $5 million", "Foo | $2 million | Bar Ventures"}},
		{"an amount that no event has, without givers", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "", claims(deal.Supports), money(1))
		}, "Foo raised $5 million. They paid $2 million.", []string{"Foo | $5 million"}},
		{"a stage that no event has, with an amount", func(s *scene) {
			s.tell(0, "Foo", money(0), stage(0)).tell(1, "", claims(deal.Supports), money(1), stage(1), form(deal.Definite))
		}, "Foo raised $5 million in a Series B. The $2 million Series A was small.",
			[]string{"Foo | $5 million | series-b", "Foo | $2 million | series-a"}},
		{"a stage and an amount that are named in passing", func(s *scene) {
			s.tell(0, "Foo", money(0), stage(0)).tell(1, "", claims(deal.Supports), money(1), stage(1), form(deal.Indefinite))
		}, "Foo raised $5 million in a Series B. A $2 million Series A is small.", []string{"Foo | $5 million | series-b"}},
		{"a stage with its givers", func(s *scene) {
			s.tell(0, "Foo", stage(0)).tell(1, "", claims(deal.Supports), stage(1), by("*Bar Ventures"))
		}, "Foo closed a Series B. The Series A was led by Bar Ventures.", []string{"Foo | series-b", "Foo | series-a | *Bar Ventures"}},
		{"a stage alone", func(s *scene) {
			s.tell(0, "Foo", stage(0)).tell(1, "", claims(deal.Supports), stage(1))
		}, "Foo closed a Series B. The Series A was long ago.", []string{"Foo | series-b"}},
		{"of a company that is named only later", func(s *scene) {
			s.tell(0, "", claims(deal.Supports), money(0), by("Bar Ventures")).tell(1, "Foo", money(1))
		}, "Bar Ventures gave $2 million. Foo raised $5 million.", []string{"Foo | $5 million"}},
		{"by the company itself", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "", claims(deal.Supports), money(1), by("Foo")).hear(1, "Foo")
		}, "Foo raised $5 million. Foo gave $2 million.", []string{"Foo | $5 million"}},
		{"of the company that its sentence speaks of", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "Baz", money(1)).tell(2, "", claims(deal.Supports), by("Quux")).hear(2, "Foo")
		}, "Foo raised $5 million. Baz raised $6 million. Quux is with Foo.", []string{"Foo | $5 million | Quux", "Baz | $6 million"}},
		{"of the company that the sentence before speaks of", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(0, "Baz", money(1)).tell(2, "", claims(deal.Supports), by("Quux")).hear(1, "Baz")
			s.hear(0, "Foo", "Baz")
		}, "Foo raised $5 million, Baz $6 million. Baz is new. Quux is with it.", []string{"Foo | $5 million", "Baz | $6 million | Quux"}},
		{"of a named company with several events, by amount", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "Foo", money(1)).tell(2, "Foo", claims(deal.Supports), money(2), by("Quux"))
		}, "Foo raised $5 million. Foo raised $6 million. Quux was in Foo's $5 million.",
			[]string{"Foo | $5 million | Quux", "Foo | $6 million"}},
		{"of the event that the sentence before told again", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "Foo", money(1)).tell(3, "Foo", money(2)).tell(4, "", claims(deal.Supports), by("Quux"))
		}, "Foo raised $5 million. Foo raised $6 million. One. Foo's $5 million. Quux is with it.",
			[]string{"Foo | $5 million | Quux", "Foo | $6 million"}},
		{"of the event that the sentence before added to", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "Foo", money(1)).tell(2, "", claims(deal.Supports), money(2), by("Bar Ventures"))
			s.tell(3, "", claims(deal.Supports), by("Quux"))
		}, "Foo raised $5 million. Foo raised $6 million. Bar Ventures led the $5 million. Quux is with it.",
			[]string{"Foo | $5 million | Bar Ventures; Quux", "Foo | $6 million"}},
		{"of the whole, whose part the sentence before told", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "Foo", money(1), mixed).tell(2, "Foo", money(2), by("Bar Bank")).
				tell(3, "", claims(deal.Supports), by("Quux"))
		}, "Foo raised $5 million. Foo raised $36 million. Foo got $10 million from Bar Bank. Quux is with it.",
			[]string{"Foo | $5 million", "Foo | $36 million | Bar Bank; Quux"}},
		{"of an earlier event only if it says so", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "Foo", money(1), at(deal.Earlier)).tell(1, "", claims(deal.Supports), by("Quux"))
		}, "Foo raised $5 million. Before, Foo raised $6 million, Quux says.", []string{"Foo | $5 million | Quux", "Foo | $6 million | earlier"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := newScene(t, "", c.text)
			c.scene(s)
			s.want(c.want...)
		})
	}
}

// "Has raised $5M" is an event, or all that was raised so far.
func TestPerhaps(t *testing.T) {
	perhaps := claims(deal.Perhaps)
	newScene(t, "", "Foo has raised $5 million.").tell(0, "Foo", money(0), perhaps).want("Foo | $5 million")
	newScene(t, "", "Foo raised $5 million. Foo has raised $9 million.").tell(0, "Foo", money(0)).tell(1, "Foo", money(1), perhaps).
		want("Foo | $5 million | total=$9 million")
	newScene(t, "", "Foo has raised $9 million. Foo raised $5 million.").tell(0, "Foo", money(0), perhaps).tell(1, "Foo", money(1)).
		want("Foo | $5 million | total=$9 million")
	newScene(t, "", "Foo raised $5.2 million. Foo has raised $5 million.").tell(0, "Foo", money(0)).tell(1, "Foo", money(1), perhaps).
		want("Foo | $5.2 million")
	newScene(t, "", "Foo closed a Series A. Foo has raised $5 million.").tell(0, "Foo", stage(0)).tell(1, "Foo", money(0), perhaps).
		want("Foo | series-a | total=$5 million")
	newScene(t, "", "Foo raised $5 million. Its rival Baz has raised $9 million.").tell(0, "Foo", money(0)).tell(1, "Baz", money(1), perhaps).
		want("Foo | $5 million")
	newScene(t, "", "Foo has raised $5 million. Foo has raised $6 million.").tell(0, "Foo", money(0), perhaps).
		tell(1, "Foo", money(1), perhaps).
		want("Foo | $5 million | total=$6 million")
}

// A row that may tell of an event and tells nothing of it is dropped, unless another telling says more.
func TestHint(t *testing.T) {
	hint := claims(deal.Hint)
	newScene(t, "", "Foo closed the year.").tell(0, "Foo", hint).want()
	newScene(t, "", "Foo closed. It was Bar Ventures.").tell(0, "Foo", hint).tell(1, "", claims(deal.Supports), by("*Bar Ventures")).
		want("Foo | *Bar Ventures")
	newScene(t, "", "Foo closed. Foo raised $5 million.").tell(0, "Foo", hint).tell(1, "Foo", money(0)).want("Foo | $5 million")
	newScene(t, "", "Foo closed. A Series A.").tell(0, "Foo", hint).tell(1, "Foo", stage(0)).want("Foo | series-a")
	newScene(t, "", "Foo closed. It is worth $9 million.").tell(0, "Foo", hint).tell(1, "", claims(deal.Supports), value(0, deal.NoBasis)).
		want()
}

// A round that is completed, or that has equity and debt as its parts, is one event with the amount of the whole, or of what is new.
func TestParts(t *testing.T) {
	complete := func(text string, parts ...part) *scene {
		return newScene(t, "", text).tell(0, "Foo", money(0)).tell(strings.Count(text, ".")-1, "Foo", parts...)
	}
	complete("Foo raised $9 million to complete its $24 million Series C.", money(1), stage(0), completes).want("Foo | $9 million | series-c")
	complete("Foo raised $9 million to complete its $24 million Series C.", money(1), stage(0)).
		want("Foo | $9 million", "Foo | $24 million | series-c")
	complete("Foo raised $9 million. It completed its $24 million Series C.", money(1), stage(0), completes).
		want("Foo | $9 million", "Foo | $24 million | series-c")
	complete("Foo raised $24 million to complete a $9 million Series C.", money(1), stage(0), completes).
		want("Foo | $24 million", "Foo | $9 million | series-c")
	complete("Foo raised $9 million to complete its $24 million Series C.", money(1), stage(0), completes, kind(deal.Debt)).
		want("Foo | $9 million", "Foo | $24 million | series-c | debt")
	newScene(t, "", "Foo raised €8 million beside $1 million and $24 million.").tell(0, "Foo", money(0)).tell(0, "Foo", money(2), completes).
		want("Foo | €8 million", "Foo | $24 million")

	part := func(text string, last int, parts ...part) *scene {
		return newScene(t, "", text).tell(0, "Foo", money(0), mixed).tell(last, "Foo", parts...)
	}
	part("Foo raised $30 million in equity and debt. Foo got $10 million from Bar Bank.", 1, money(1), kind(deal.Debt), by("Bar Bank")).
		want("Foo | $30 million | Bar Bank")
	part("Foo raised $30 million in equity and debt. One. Two. Foo got $10 million from Bar Bank.", 3, money(1), by("Bar Bank")).
		want("Foo | $30 million", "Foo | $10 million | Bar Bank")
	part("Foo raised $30 million in equity and debt. Foo got $40 million from Bar Bank.", 1, money(1), by("Bar Bank")).
		want("Foo | $30 million", "Foo | $40 million | Bar Bank")
	part("Foo raised $30 million in equity and debt. Foo got a $10 million Series B.", 1, money(1), stage(0)).
		want("Foo | $30 million", "Foo | $10 million | series-b")
}

// What is folded into an event: which amount, stage, date, valuation, time and kind it keeps.
func TestFold(t *testing.T) {
	const inOne, inBody = 1, 2 // in one sentence; in two sentences of the body
	for _, c := range []struct {
		why  string
		text string
		a, b []part
		want string
		at   int // where the two stand, if not in the headline and in what follows
	}{
		{"an amount with more digits", "Foo gets $5 million. Foo got $5.24 million.", []part{money(0)}, []part{money(1)},
			"Foo | $5.24 million", 0},
		{"not one with fewer", "Foo gets $5.24 million. Foo got $5 million.", []part{money(0)}, []part{money(1)}, "Foo | $5.24 million", 0},
		{"the body qualifies what the headline states", "Foo gets $5 million. Foo got about $5 million.", []part{money(0)}, []part{money(1)},
			"Foo | about $5 million", 0},
		{"nobody qualifies what the body states", "One. Foo gets $5 million. Foo got about $5 million.", []part{money(0)}, []part{money(1)},
			"Foo | $5 million", inBody},
		{"a stage where there is none", "Foo gets $5 million. Foo got a Series A.", []part{money(0)}, []part{stage(0)},
			"Foo | $5 million | series-a", 0},
		{"a stage with a mark", "Foo closes Series A. Foo closed Series A1.", []part{stage(0)}, []part{stage(1)}, "Foo | series-a1", 0},
		{"not one without", "Foo closes Series A1. Foo closed Series A.", []part{stage(0)}, []part{stage(1)}, "Foo | series-a1", 0},
		{"a finer date", "Foo wins in May 2020. Foo won on May 7, 2020.", []part{date(0)}, []part{date(1)}, "Foo | May 7, 2020", 0},
		{"the first valuation", "Foo gets $5 million at $40 million. Foo got $5 million at $50 million.",
			[]part{money(0), value(1, deal.NoBasis)},
			[]part{money(2), value(3, deal.Post)}, "Foo | $5 million | val=$40 million", 0},
		{"what the same valuation counts", "Foo gets $5 million at $40 million. Foo got $5 million at $40 million.",
			[]part{money(0), value(1, deal.NoBasis)},
			[]part{money(2), value(3, deal.Post)}, "Foo | $5 million | val=$40 million post", 0},
		{"the same valuation, printed first", "Foo is worth $40 million, $40 million.", []part{value(1, deal.NoBasis), money(1)},
			[]part{value(0, deal.Pre), money(1)}, "Foo | $40 million | val=$40 million pre", inOne},
		{"nothing is a headline's body in the headline", "Foo gets $5 million, about $5 million.", []part{money(0)}, []part{money(1)},
			"Foo | $5 million", inOne},
		{"the first total", "Foo gets $5 million, total $7 million. Foo got $5 million, total $8 million.", []part{money(0), total(1)},
			[]part{money(2), total(3)}, "Foo | $5 million | total=$7 million", 0},
		{"the body is more careful than the headline", "Foo gets $5 million. Foo may get $5 million.", []part{money(0)},
			[]part{money(1), at(deal.Planned)}, "Foo | $5 million | planned", 0},
		{"the body no more than the body", "One. Foo gets $5 million. Foo may get $5 million.", []part{money(0)},
			[]part{money(1), at(deal.Planned)}, "Foo | $5 million", inBody},
		{"what failed has failed", "Foo plans $5 million. Foo scraps $5 million.", []part{money(0), at(deal.Planned)},
			[]part{money(1), at(deal.Failed)}, "Foo | $5 million | failed", 0},
		{"debt, once it is said", "Foo gets $5 million. Foo borrowed $5 million.", []part{money(0)}, []part{money(1), kind(deal.Debt)},
			"Foo | $5 million | debt", 0},
		{"an extension, once it is said", "Foo gets $5 million. Foo extends by $5 million.", []part{money(0)}, []part{money(1), extends},
			"Foo | $5 million | extension", 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := newScene(t, "", c.text)
			switch c.at {
			case 0:
				s.tell(0, "Foo", c.a...).tell(1, "Foo", c.b...)
			case inOne:
				s.tell(0, "Foo", c.a...).tell(0, "Foo", c.b...)
			case inBody:
				s.tell(1, "Foo", c.a...).tell(2, "Foo", c.b...)
			}
			s.want(c.want)
		})
	}
}

// Rows of tables come first, and events stand in the order in which the text first tells of them.
func TestTables(t *testing.T) {
	s := newScene(t, "", "Foo raised $5 million. Baz | $6 million. Foo | $5 million | Bar Ventures.")
	s.tell(0, "Foo", money(0)).tell(1, "Baz", money(1)).tell(2, "Foo", money(2), by("Bar Ventures"))
	all := s.text()
	all.Tables, all.Tellings = all.Tellings[1:], all.Tellings[:1]
	var got []string
	for _, e := range s.Read(all) {
		got = append(got, s.line(e))
	}
	if want := "Foo | $5 million | Bar Ventures, Baz | $6 million"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A text without tellings has no events, and nothing is looked for in it.
func TestNothing(t *testing.T) {
	s := newScene(t, "", "Foo sells lamps.").hear(0, "Foo")
	if s.want(); s.topic.main != nil {
		t.Error("a text that tells nothing was given a topic")
	}
}

// Lists of givers keep what they hold however often an event is told.
func TestManyGivers(t *testing.T) {
	var b strings.Builder
	var want []string
	b.WriteString("Foo raised $5 million. ")
	for i := range 40 {
		name := fmt.Sprintf("%cx Fund", 'A'+i%26)
		if i >= 26 {
			name = fmt.Sprintf("%cy Fund", 'A'+i%26)
		}
		fmt.Fprintf(&b, "%s joined. ", name)
		want = append(want, name)
	}
	s := newScene(t, "", b.String())
	s.tell(0, "Foo", money(0))
	for i, name := range want {
		s.tell(i+1, "Foo", claims(deal.Supports), by(name))
	}
	s.want("Foo | $5 million | " + strings.Join(want, "; "))
}

// The amounts that a company's events state are remembered, each once, up to MaxRecall; that there were more is counted.
func TestStated(t *testing.T) {
	var b strings.Builder
	for i := range names.MaxRecall + 1 {
		fmt.Fprintf(&b, "Foo raised $%d1 million. ", 100+i)
	}
	s := newScene(t, "", b.String())
	for i := range names.MaxRecall + 1 {
		s.tell(i, "Foo", money(int32(i)))
	}
	s.Read(s.text())
	if of := s.of(s.register.Know(&s.told[0].Company)); len(of.stated) != names.MaxRecall {
		t.Errorf("%d amounts are remembered", len(of.stated))
	}
	if s.Recalls.Stopped == 0 {
		t.Error("nothing was counted")
	}
	twice := newScene(t, "", "Foo raised $5 million. Foo raised $5 million.").tell(0, "Foo", money(0)).tell(1, "Foo", money(1))
	twice.want("Foo | $5 million")
	if of := twice.of(twice.events[0].Of); len(of.stated) != 1 {
		t.Errorf("%d amounts are remembered, want one", len(of.stated))
	}
}

// The memory of one text is used again for the next, which must not see what was in it.
func TestReset(t *testing.T) {
	s := newScene(t, "", "Foo raised $5 million. Bar Ventures led. Baz raised $6 million.")
	s.tell(0, "Foo", money(0)).tell(1, "", claims(deal.Supports), by("*Bar Ventures")).tell(2, "Baz", money(1)).hear(0, "Foo").hear(2, "Baz")
	for range 3 {
		s.want("Foo | $5 million | *Bar Ventures", "Baz | $6 million")
		if len(s.events[0].Givers) != 1 || s.events[0].Money != 0 {
			t.Fatalf("%+v", s.events[0])
		}
		s.Reset()
		s.register.Reset()
	}
	if s.topic.main != nil || len(s.firms) != 0 || len(s.tellings) != 0 || s.used != 0 || s.Recalls.Stopped != 0 || s.Text.Mentions != nil {
		t.Errorf("after Reset: %+v", s.Reader)
	}
	for _, e := range s.store {
		if e.Of != nil || len(e.Givers) != 0 || e.Company.Text != "" {
			t.Errorf("an event in store holds on to %+v", e)
		}
	}
	for _, c := range s.tellings[:cap(s.tellings)] {
		if c.of != nil || c.Company.Text != "" {
			t.Errorf("a telling in store holds on to %+v", c)
		}
	}
}
