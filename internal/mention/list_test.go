package mention_test

import (
	"strings"
	"testing"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/english"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/words"
)

// read finds the mentions of a text.
func read(text string) *mention.Reader {
	m := mention.NewReader(words.NewReader(english.Language().Words), english.Language().Mentions)
	readWith(m, text, calendar.Date{})
	return m
}

// readWith finds the mentions of a text of the date published with the memory of m.
func readWith(m *mention.Reader, text string, published calendar.Date) {
	m.Reader.Reset(text)
	m.Reset(published)
	for m.Paragraph() {
		m.Find()
		m.Split()
		m.FindMasthead()
	}
	m.Whole()
}

// marked returns the text with its mentions: amounts in {}, stages in [], dates in <>.
func marked(m *mention.Reader) string {
	text := m.Text
	for i := len(m.Units) - 1; i >= 0; i-- {
		u := m.Units[i]
		at := m.Bytes(int(u.From), int(u.To))
		marks := [...]string{mention.AmountUnit: "{}", mention.StageUnit: "[]", mention.DateUnit: "<>"}[u.Kind]
		text = text[:at.Start] + marks[:1] + text[at.Start:at.End] + marks[1:] + text[at.End:]
	}
	return text
}

func unmarked(text string) string {
	return strings.NewReplacer("{", "", "}", "", "[", "", "]", "", "<", "", ">", "").Replace(text)
}

// mentions are texts with all their mentions.
var mentions = []string{
	"Lisko raised {$5 million} in a [Series A] round in <May 2021>.",
	"Lisko raised {USD 5m} [seed] <two months ago>.",
	"An hour ago the Orvel round was {€3M}.",
	"In <the summer of 2020> it raised {5 million dollars} and {a million euros}.",
	"The 5 apples cost nothing <last year>.",
	"A round of <2020>, its <2017> apples.",
	"An [A]-round came in <2019>.",
	"All figures are in Canadian dollars; it raised {$5M}.",
	"It cost {MUSD 5} in <the '90s>.",
	"No mention stands here.",
}

func TestFind(t *testing.T) {
	m := mention.NewReader(words.NewReader(english.Language().Words), english.Language().Mentions)
	for _, want := range mentions {
		readWith(m, unmarked(want), calendar.Date{})
		if got := marked(m); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		last := int32(0)
		for _, u := range m.Units {
			if u.From < last || u.To <= u.From {
				t.Errorf("%s: %v after %d", want, u, last)
			}
			last = u.To
		}
	}
}

// The cues that say where a mention may begin lose none.
func TestCues(t *testing.T) {
	for _, want := range mentions {
		m := mention.NewReader(words.NewReader(english.Language().Words), english.Language().Mentions)
		m.Reader.Reset(unmarked(want))
		m.Every = true
		m.Reset(calendar.Date{})
		for m.Paragraph() {
			m.Find()
		}
		m.Whole()
		if got := marked(m); got != want {
			t.Errorf("looking at every word gives\n     %s\nnot  %s", got, want)
		}
	}
}

func TestUnits(t *testing.T) {
	m := read("In May 2021 Lisko raised $5M. Its 2017 round was a Series A. It was in 2020.")
	if len(m.Sents) != 3 || len(m.Units) != 5 {
		t.Fatalf("%d sentences, %s", len(m.Sents), marked(m))
	}
	second, third := m.Sents[1], m.Sents[2]
	u := m.UnitsTo(0, second.From)
	if u != 2 || m.UnitFrom(second.From) != 2 || m.UnitsTo(u, len(m.Toks)) != 5 || m.UnitFrom(len(m.Toks)) != 5 {
		t.Errorf("the second sentence begins with unit %d, %d", u, m.UnitFrom(second.From))
	}
	if !m.AmountOrStage(u, second.To) || m.AmountOrStage(m.UnitsTo(u, third.From), third.To) {
		t.Error("an amount or stage is in the second sentence, none in the third")
	}
	spans := m.Spans(u, second.To)
	if len(spans) != 2 || spans[0].When || spans[1].When {
		t.Errorf("\"Its 2017\" is an adjective: %+v", spans)
	}
	if spans := m.Spans(0, len(m.Toks)); len(spans) != 5 || !spans[0].When || spans[1].When || !spans[4].When {
		t.Errorf("dates are adverbs: %+v", spans)
	}
}

// Reset lets nothing of the text before be found.
func TestReset(t *testing.T) {
	m := read("In May 2021 Lisko raised A$5M, a Series A.")
	m.Settle("", false)
	readWith(m, "Lisko raised $5M.", calendar.Date{})
	m.Settle("", false)
	if len(m.Units) != 1 || len(m.Money) != 1 || len(m.Stages)+len(m.Dates)+len(m.When) != 0 || m.Money[0].Currency != "USD" || m.Recoined {
		t.Errorf("after another text: %s, %+v", marked(m), m.Money)
	}
}
