package discourse

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/amounts"
	"example.com/funding/internal/calendar"
	"example.com/funding/internal/deal"
	"example.com/funding/internal/english"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// scene is a text whose tellings are made by hand, so that what discourse makes of them does not depend on how they were read.
type scene struct {
	*testing.T
	Reader
	register *names.Register
	mentions *mention.Reader
	told     []deal.Telling
	heard    [][]deal.Heard // of each sentence
	defined  []names.Name
	opening  string
}

// newScene reads the words, amounts, stages and dates of text, which is of the day published ("" for none).
func newScene(t *testing.T, published, text string) *scene {
	t.Helper()
	w := words.NewReader(english.Language().Words)
	m := mention.NewReader(w, english.Language().Mentions)
	w.Reset(text)
	day, _ := calendar.ParseISO(published)
	m.Reset(day)
	for w.Paragraph() {
		w.MakeRoom()
		m.Find()
		w.Split()
	}
	w.Whole()
	m.Settle("", false)
	return &scene{T: t, register: names.NewRegister(english.Language().Names), mentions: m, heard: make([][]deal.Heard, len(w.Sents))}
}

// name returns the name that stands in sentence sent, or else first in the text. "Ann=Bar" is Ann, who also goes by Bar: her firm.
func (s *scene) name(sent int, text string) names.Name {
	s.Helper()
	text, aka, also := strings.Cut(text, "=")
	all := s.mentions.Text
	from := int(s.mentions.Toks[s.mentions.Sents[sent].From].Start)
	at := strings.Index(all[from:], text)
	if at += from; at < from {
		at = strings.Index(all, text)
	}
	if at < 0 {
		s.Fatalf("the text does not hold %q", text)
	}
	n := names.Name{Kind: names.Named, Text: text, Span: token.Span{Start: at, End: at + len(text)}}
	if also {
		n.Aka = []string{aka}
	}
	return n
}

// part says what a telling tells beside its company.
type part func(s *scene, t *deal.Telling)

func money(i int32) part { return func(_ *scene, t *deal.Telling) { t.Money = i } }
func total(i int32) part { return func(_ *scene, t *deal.Telling) { t.Total = i } }
func date(i int32) part  { return func(_ *scene, t *deal.Telling) { t.Date = i } }

func value(i int32, basis deal.Basis) part {
	return func(_ *scene, t *deal.Telling) { t.Value, t.Basis = i, basis }
}

func stage(i int) part {
	return func(s *scene, t *deal.Telling) {
		t.Stage, t.StageAt = s.mentions.Stages[i], s.mentions.StageAt(int32(i))
	}
}

// by names the givers; one with a star leads.
func by(givers ...string) part {
	return func(s *scene, t *deal.Telling) {
		for _, g := range givers {
			g, lead := strings.CutPrefix(g, "*")
			t.Givers = append(t.Givers, deal.Giver{Name: s.name(t.Sent, g), Lead: lead})
		}
	}
}

func speaker(name string) part {
	return func(s *scene, t *deal.Telling) { t.Speaker = s.name(t.Sent, name) }
}

func claims(c deal.Strength) part         { return func(_ *scene, t *deal.Telling) { t.Strength = c } }
func at(time deal.Time) part              { return func(_ *scene, t *deal.Telling) { t.Time = time } }
func form(f deal.Form) part               { return func(_ *scene, t *deal.Telling) { t.Form = f } }
func kind(k deal.Kind) part               { return func(_ *scene, t *deal.Telling) { t.Kind = k } }
func node(k int) part                     { return func(_ *scene, t *deal.Telling) { t.Node = k } }
func newest(_ *scene, t *deal.Telling)    { t.Newest = true }
func mixed(_ *scene, t *deal.Telling)     { t.Mixed = true }
func completes(_ *scene, t *deal.Telling) { t.Completes = true }
func extends(_ *scene, t *deal.Telling)   { t.Extension = true }

// tell adds a telling of sentence sent, counted from 0: of a company by its name, of "it", or of nobody if company is "".
func (s *scene) tell(sent int, company string, parts ...part) *scene {
	s.Helper()
	t := deal.Telling{Row: "by hand", Sent: sent, Heading: -1, Money: -1, Value: -1, Total: -1, Date: -1}
	t.Pos = int(s.mentions.Toks[s.mentions.Sents[sent].From].Start)
	if n := len(s.told); n > 0 && s.told[n-1].Sent == sent {
		t.Pos = s.told[n-1].Pos + 1
	}
	switch company {
	case "":
	case "it":
		t.Company = names.Name{Kind: names.Anaphor}
	default:
		t.Company = s.name(sent, company)
	}
	for _, p := range parts {
		p(s, &t)
	}
	s.told = append(s.told, t)
	return s
}

// hear notes whom sentence sent speaks of, in order; the first is its subject. "it" is a phrase that points back.
func (s *scene) hear(sent int, somebody ...string) *scene {
	s.Helper()
	for i, text := range somebody {
		h := deal.Heard{Node: int32(len(s.heard[sent])), Subject: i == 0}
		if text != "it" {
			n := s.name(sent, text)
			for k := range s.mentions.Toks {
				if t := &s.mentions.Toks[k]; int(t.Start) == n.Span.Start {
					h.From = int32(k)
				} else if int(t.End) == n.Span.End {
					h.To = int32(k + 1)
				}
			}
			h.To = max(h.To, h.From+1)
		}
		s.heard[sent] = append(s.heard[sent], h)
	}
	return s
}

// text returns what the scene is.
func (s *scene) text() *Text {
	t := &Text{Mentions: s.mentions, Names: s.register, Tellings: slices.Clone(s.told), Defined: s.defined}
	for i := range t.Tellings {
		t.Tellings[i].Givers = slices.Clone(t.Tellings[i].Givers) // their names keep what the register finds out
	}
	if s.opening != "" {
		t.Opening = s.name(0, s.opening)
	}
	for _, h := range s.heard {
		t.HeardAt = append(t.HeardAt, int32(len(t.Heard)))
		t.Heard = append(t.Heard, h...)
	}
	return t
}

// want reads the scene and compares its events with lines of the form
//
//	Company | amount as printed | stage | time | givers, * for leads, other names after = | date | val=amount basis | total=amount | marks
func (s *scene) want(lines ...string) *scene {
	s.Helper()
	var got []string
	for _, e := range s.Read(s.text()) {
		got = append(got, s.line(e))
	}
	if !slices.Equal(got, lines) {
		s.Errorf("%s\ngot\n  %s\nwant\n  %s", s.mentions.Text, strings.Join(got, "\n  "), strings.Join(lines, "\n  "))
	}
	return s
}

func (s *scene) line(e *Event) string {
	f := []string{e.Of.Names[0].Text}
	add := func(prefix string, i int32, suffix string) {
		if i >= 0 {
			m := &s.mentions.Money[i]
			if m.Qualifier == amounts.About {
				prefix += "about "
			}
			f = append(f, prefix+s.mentions.Text[m.Start:m.End]+suffix)
		}
	}
	add("", e.Money, "")
	if !e.Stage.IsZero() {
		f = append(f, e.Stage.String())
	}
	for i, word := range []string{deal.Earlier: "earlier", deal.Planned: "planned", deal.Failed: "failed"} {
		if word != "" && int(e.Time) == i {
			f = append(f, word)
		}
	}
	var givers []string
	for _, p := range s.Parties(e) {
		var all []string
		for _, n := range p.Names {
			all = append(append(all, n.Text), n.Aka...)
		}
		g := strings.Join(all, "=")
		if p.Lead {
			g = "*" + g
		}
		givers = append(givers, g)
	}
	if len(givers) > 0 {
		f = append(f, strings.Join(givers, "; "))
	}
	if e.Date >= 0 {
		at := s.mentions.DateAts[e.Date]
		f = append(f, s.mentions.Text[at.Start:at.End])
	}
	add("val=", e.Value, [...]string{"", " pre", " post"}[e.Basis])
	add("total=", e.Total, "")
	if e.Kind == deal.Debt {
		f = append(f, "debt")
	}
	if e.Extension {
		f = append(f, "extension")
	}
	return strings.Join(f, " | ")
}
