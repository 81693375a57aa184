package funding

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
)

// The goldens of the stages show what each step of the pipeline makes of a text, so that a regress shows where it happened and
// not only in the rounds. A file of testdata/stages holds texts, each in these sections:
//
//	-- text --      the text; before it perhaps "published: 2021-03-04", or instead of it "file: NAME" of testdata/articles
//	-- mentions --  the amounts, stages and dates, and the date of the text if it is found there
//	-- clauses --   the phrases and the clauses of each sentence
//	-- tellings --  what single clauses and rows tell of a deal
//	-- events --    what the tellings add up to
//
// The sections after the text are written by
//
//	go test -run TestStages -update
//
// and read by a person before they are committed: what stands there is right, or a line "known: " at the top of the section says what is
// wrong with it. -update keeps these lines.
func TestStages(t *testing.T) {
	files, err := filepath.Glob("testdata/stages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files (%v)", err)
	}
	write := flag.Lookup("update").Value.String() == "true"
	texts, known := 0, 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, cases := readStaged(t, file, string(data))
			var out strings.Builder
			out.WriteString(head)
			for i := range cases {
				c := &cases[i]
				got := c.read(t)
				texts++
				if c.known() {
					known++
				}
				if !write {
					c.compare(t, got)
				}
				c.print(&out, got)
			}
			if s := strings.TrimRight(out.String(), "\n") + "\n"; write && s != string(data) {
				if err := os.WriteFile(file, []byte(s), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	t.Logf("%d texts, %d of them with a known failure", texts, known)
}

// stageNames are the sections after the text, in the order of the stages.
var stageNames = [...]string{"mentions", "clauses", "tellings", "events"}

// staged is one text of a golden and what is on record for each stage.
type staged struct {
	where string
	text  string // the section as it stands
	want  [len(stageNames)]string
	notes [len(stageNames)]string // lines "known: …"
}

// readStaged reads the form that TestStages documents.
func readStaged(t *testing.T, file, data string) (head string, cases []staged) {
	t.Helper()
	into := &head
	number := 0
	for line := range strings.Lines(data) {
		number++
		name, is := strings.CutPrefix(line, "-- ")
		if name, is = cutSuffix(name, is, " --\n"); !is {
			if s := len(cases) - 1; s >= 0 && strings.HasPrefix(line, "known: ") && into != &cases[s].text {
				for k := range stageNames {
					if into == &cases[s].want[k] {
						cases[s].notes[k] += line
					}
				}
				continue
			}
			*into += line
			continue
		}
		if name == "text" {
			cases = append(cases, staged{where: fmt.Sprintf("%s:%d", file, number)})
			into = &cases[len(cases)-1].text
			continue
		}
		into = nil
		for k, n := range stageNames {
			if n == name && len(cases) > 0 {
				into = &cases[len(cases)-1].want[k]
			}
		}
		if into == nil {
			t.Fatalf("%s:%d: no section is called %q, or it stands before a text", file, number, name)
		}
	}
	return head, cases
}

func cutSuffix(s string, is bool, suffix string) (string, bool) {
	before, ok := strings.CutSuffix(s, suffix)
	return before, is && ok
}

// known reports whether something is known to be wrong.
func (c *staged) known() bool {
	for _, n := range c.notes {
		if n != "" {
			return true
		}
	}
	return false
}

// compare reports the first stage that makes something else than what is on record; those after it differ because of it, as a rule.
func (c *staged) compare(t *testing.T, got [len(stageNames)]string) {
	t.Helper()
	for k, name := range stageNames {
		want := strings.TrimSpace(c.want[k])
		if want == strings.TrimSpace(got[k]) {
			continue
		}
		rest := ""
		for j := k + 1; j < len(stageNames); j++ {
			if strings.TrimSpace(c.want[j]) != strings.TrimSpace(got[j]) {
				rest += ", then the " + stageNames[j]
			}
		}
		t.Errorf("%s: the %s differ%s\n%s%s\non record:\n%s", c.where, name, rest, c.notes[k], got[k], want)
		return
	}
}

// print writes the golden again, with what was got.
func (c *staged) print(b *strings.Builder, got [len(stageNames)]string) {
	fmt.Fprintf(b, "-- text --\n%s\n", strings.TrimRight(c.text, "\n"))
	for k, name := range stageNames {
		fmt.Fprintf(b, "-- %s --\n%s%s", name, c.notes[k], got[k])
	}
	b.WriteString("\n")
}

// read returns what each stage makes of the text.
func (c *staged) read(t *testing.T) (got [len(stageNames)]string) {
	t.Helper()
	p, text := Parser{Trace: true}, strings.TrimRight(c.text, "\n")
	published := ""
	if name, ok := strings.CutPrefix(text, "file: "); ok {
		data, err := os.ReadFile(filepath.Join("testdata", "articles", name))
		if err != nil {
			t.Fatal(err)
		}
		head, rest, _ := strings.Cut(string(data), "-- input --\n")
		text, _, _ = strings.Cut(rest, "-- rounds --\n")
		_, published, _ = strings.Cut(head, "published: ")
	} else if rest, ok := strings.CutPrefix(text, "published: "); ok {
		published, text, _ = strings.Cut(rest, "\n")
	}
	if published != "" {
		d, err := ParseDate(published)
		if err != nil {
			t.Fatalf("%s: %v", c.where, err)
		}
		p.Published = d
	}
	r := newReading(p, text)
	s := stageText{reading: r, text: text}
	events := r.read()
	s.mentionLines()
	got[0] = s.taken()
	for i, sent := range r.traced {
		if sent != nil {
			s.sentenceLines(i, sent)
		}
	}
	got[1] = s.taken()
	for i := range r.tables.Tellings {
		s.tellingLine("", &r.tables.Tellings[i])
	}
	for i := range r.frames.Tellings {
		t := &r.frames.Tellings[i]
		s.tellingLine(fmt.Sprint(t.Sent+1, " "), t)
	}
	got[2] = s.taken()
	for _, round := range r.document(events).Rounds {
		s.line(round.String())
	}
	got[3] = s.taken()
	r.free()
	return got
}

// stageText prints what the stages of a reading have made, in a form without numbers that a change of the layout would change.
type stageText struct {
	*reading
	text string
	b    strings.Builder
}

func (s *stageText) line(parts ...string) { fmt.Fprintln(&s.b, strings.Join(parts, " ")) }

// taken returns the lines printed so far, and forgets them.
func (s *stageText) taken() string {
	out := s.b.String()
	s.b.Reset()
	return out
}

// mentionLines prints a line for each amount, stage and date: its kind, what is printed, its value.
func (s *stageText) mentionLines() {
	m := s.mentions
	if s.parser.Published.IsZero() && !m.Published.IsZero() {
		s.line("published", Date(m.Published).String())
	}
	printed := func(at Span) string { return fmt.Sprintf("%q", at.In(s.text)) }
	for _, u := range m.Units {
		switch u.Kind {
		case mention.AmountUnit:
			a := &m.Money[u.Index]
			parts := []string{"amount", printed(Span(a.Span)), moneyFrom(a).String()}
			if a.Assumed {
				parts = append(parts, "assumed")
			}
			if a.Per != "" {
				parts = append(parts, "a "+a.Per)
			}
			if a.Refused != "" {
				parts[2] = "refused: " + a.Refused
			}
			s.line(parts...)
		case mention.StageUnit:
			s.line("stage", printed(Span(m.StageAt(u.Index))), m.Stages[u.Index].String())
		case mention.DateUnit:
			d := Date(m.When[u.Index]).String()
			if d == "" {
				d = "unknown"
			}
			s.line("date", printed(Span(m.DateAts[u.Index])), d)
		}
	}
}

var styleNames = map[grammar.Style]string{grammar.Plain: "plain", grammar.Title: "title", grammar.Capital: "capitals"}

// sentenceLines prints the phrases of a sentence, nouns in brackets and verbs in angles, and a line for each clause:
// subject | verb | arguments.
func (s *stageText) sentenceLines(i int, g *grammar.Sentence) {
	parts := []string{fmt.Sprintf("%d %s:", i+1, styleNames[g.Style])}
	for k := range g.Nodes {
		switch text := one(g.NodeText(k)); g.Nodes[k].Kind {
		case grammar.NP:
			parts = append(parts, "["+text+"]")
		case grammar.VG:
			parts = append(parts, "<"+text+">")
		default:
			parts = append(parts, text)
		}
	}
	s.line(parts...)
	for k := range g.Clauses {
		s.clauseLine(g, &g.Clauses[k])
	}
}

// clauseLine prints a clause. A subject in parentheses is that of the clause before, one in brackets is what the clause modifies.
func (s *stageText) clauseLine(g *grammar.Sentence, c *grammar.Clause) {
	var subjects []string
	for _, k := range c.Subj {
		subjects = append(subjects, one(g.NodeText(k)))
	}
	subject := strings.Join(subjects, " & ")
	switch {
	case subject == "":
		subject = "-"
	case c.Ante >= 0 && c.Rel:
		subject = "[" + subject + "]"
	case c.Shared:
		subject = "(" + subject + ")"
	}
	for i := range c.Pre {
		subject += " (" + argument(g, &c.Pre[i]) + ")"
	}
	parts := []string{"  " + subject, verb(g, c)}
	for i := range c.Args {
		parts = append(parts, argument(g, &c.Args[i]))
	}
	if c.Ante >= 0 && !c.Rel {
		parts = append(parts, "["+one(g.NodeText(c.Ante))+"]")
	}
	s.line(strings.Join(parts, " | "))
}

// verb prints what the verb group of c says: "raise passive perfect".
func verb(g *grammar.Sentence, c *grammar.Clause) string {
	if c.Verb < 0 {
		return "no verb"
	}
	v := &g.Nodes[c.Verb].VG
	words := spoken().Lexicon.VerbName(v.Verb)
	if v.Verb == 0 {
		words = g.NodeText(c.Verb)
	}
	for _, f := range [...]struct {
		is   bool
		name string
	}{
		{v.Form == grammar.Infinitive, "infinitive"}, {v.Form == grammar.Gerund, "gerund"}, {v.Form == grammar.Participle, "participle"},
		{v.Passive, "passive"}, {v.Perfect, "perfect"}, {v.Future, "future"}, {v.Doing, "ongoing"}, {v.Neg, "not"},
	} {
		if f.is {
			words += " " + f.name
		}
	}
	return words
}

// argument prints a: its preposition, and the noun phrases with what explains them after "+".
func argument(g *grammar.Sentence, a *grammar.Arg) string {
	var items []string
	for _, it := range a.Items {
		text := one(g.NodeText(it.NP))
		for k := it.NP + 1; k <= it.Tail; k++ {
			if k == it.NP+1 {
				text += " +"
			}
			text += " " + one(g.NodeText(k))
		}
		items = append(items, text)
	}
	words := strings.Join(items, " & ")
	switch a.Prep {
	case 0:
		return words
	case grammar.Apposed:
		return "= " + words
	}
	return g.NodeText(a.Node) + " " + words
}

var (
	strengthNames = map[deal.Strength]string{
		deal.Event: "event", deal.Hint: "hint", deal.Perhaps: "perhaps", deal.Supports: "supports", deal.SoFar: "so far"}
	timeNames = map[deal.Time]string{deal.Earlier: "earlier", deal.Hoped: "hoped", deal.Planned: "planned", deal.Failed: "failed"}
	formNames = map[deal.Form]string{deal.Definite: "definite", deal.Indefinite: "indefinite"}
)

// tellingLine prints a telling: its sentence, row, strength, time and form, then company, amount, stage, date, givers, other figures.
func (s *stageText) tellingLine(sentence string, t *deal.Telling) {
	head := []string{sentence + t.Row + ":", strengthNames[t.Strength]}
	for _, word := range []string{timeNames[t.Time], formNames[t.Form]} {
		if word != "" {
			head = append(head, word)
		}
	}
	parts := []string{strings.Join(head, " "), s.whom(t)}
	add := func(prefix, text string) {
		if text != "" {
			parts = append(parts, prefix+text)
		}
	}
	amount := func(i int32) string {
		if i < 0 {
			return ""
		}
		return moneyFrom(&s.mentions.Money[i]).String()
	}
	add("", amount(t.Money))
	add("stage=", t.Stage.String())
	if t.Kind != deal.Equity {
		add("kind=", Kind(t.Kind).String())
	}
	if t.Date >= 0 {
		d := Date(s.mentions.When[t.Date]).String()
		if d == "" {
			d = "unknown"
		}
		add("@", d)
	}
	var givers []string
	for _, g := range t.Givers {
		name := g.Name.Text
		if g.Lead {
			name = "*" + name
		}
		if len(g.Name.Aka) > 0 {
			name += " (aka " + strings.Join(g.Name.Aka, "; ") + ")"
		}
		givers = append(givers, name)
	}
	add("inv=", strings.Join(givers, "; "))
	add("val=", strings.TrimSpace(amount(t.Value)+" "+Basis(t.Basis).String()))
	add("total=", amount(t.Total))
	for _, f := range [...]struct {
		is   bool
		name string
	}{{t.Extension, "extension"}, {t.Mixed, "equity and debt"}} {
		if f.is {
			add("", f.name)
		}
	}
	s.line(strings.Join(parts, " | "))
}

// whom prints the company of t: its name, or in parentheses the words that point back, with who says it; "?" if it names nobody.
func (s *stageText) whom(t *deal.Telling) string {
	switch t.Company.Kind {
	case names.Named:
		return t.Company.Text
	case names.Anaphor:
		var words []string
		if t.Sent < len(s.traced) && s.traced[t.Sent] != nil {
			for i := t.Company.From; i < t.Company.To; i++ {
				words = append(words, s.traced[t.Sent].Word(int(i)))
			}
		}
		by := ""
		if t.Speaker.Kind == names.Named {
			by = ", says " + t.Speaker.Text
		}
		return "(" + one(strings.Join(words, " ")) + by + ")"
	}
	return "?"
}

// one returns text with its white space made single spaces, so that it takes one line.
func one(text string) string { return strings.Join(strings.Fields(text), " ") }
