package funding

import (
	"fmt"
	"io"
	"strings"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/names"
)

// Step is one entry of a trace: what a frame read in a sentence.
type Step struct {
	Sentence int    // counted from 0
	Frame    string // the row's name
	Result   string // what it gave, in the form of the goldens
}

// DebugPrint writes how p reads text, sentence by sentence: the words with
// their categories, the phrases, the clauses, and what each frame gave. The
// form is for people and may change.
func (p Parser) DebugPrint(w io.Writer, text string) error {
	p.Trace = true
	var b strings.Builder
	r := newReading(p, text)
	doc := r.document(r.read())
	for i, s := range r.traced {
		sent := r.words.Sents[i]
		fmt.Fprintf(&b, "sentence %d: %s\n", i+1, r.words.Text[r.words.Toks[sent.From].Start:r.words.Toks[sent.To-1].End])
		if s == nil {
			continue
		}
		s.Dump(&b)
		for _, t := range doc.Trace {
			if t.Sentence == i {
				fmt.Fprintf(&b, "  frame %s: %s\n", t.Frame, t.Result)
			}
		}
	}
	for _, round := range doc.Rounds {
		fmt.Fprintf(&b, "round: %s\n", round)
	}
	r.free()
	_, err := io.WriteString(w, b.String())
	return err
}

// keepTrace keeps the grammar of sentence i, which has been read, if a trace is wanted.
func (r *reading) keepTrace(i int) {
	if !r.parser.Trace {
		return
	}
	for len(r.traced) < i {
		r.traced = append(r.traced, nil)
	}
	r.traced = append(r.traced, r.sentence)
	r.sentence = new(grammar.Sentence)
}

// steps returns what each row read.
func (r *reading) steps() []Step {
	var out []Step
	for i := range r.frames.Steps {
		s := &r.frames.Steps[i]
		before := ""
		if s.Added != "" {
			before = "added to " + s.Added + ": "
		}
		out = append(out, Step{s.Sent, s.Row, before + r.describe(&s.Telling)})
	}
	return out
}

// describe returns what t tells, on one line.
func (r *reading) describe(t *deal.Telling) string {
	f := []string{t.Company.Text}
	if t.Company.Kind == names.Anaphor {
		f[0] += "(the company)"
	}
	add := func(prefix string, amount int32) {
		if amount >= 0 {
			f = append(f, prefix+moneyFrom(&r.mentions.Money[amount]).String())
		}
	}
	add("", t.Money)
	if !t.Stage.IsZero() {
		f = append(f, t.Stage.String())
	}
	for _, g := range t.Givers {
		lead := ""
		if g.Lead {
			lead = "*"
		}
		f = append(f, lead+g.Name.Text)
	}
	add("val=", t.Value)
	add("total=", t.Total)
	return strings.Join(f, " | ")
}

// String returns the round on one line, in the form of the test data:
// company, amount, kind, stage, status, investors with * for leads, date, valuation, total.
func (r Round) String() string {
	f := []string{r.Company.Name}
	add := func(prefix, s string) {
		if s != "" {
			f = append(f, prefix+s)
		}
	}
	add("", line(r.Amount.Money))
	if r.Kind != Equity {
		add("kind=", r.Kind.String())
	}
	add("stage=", r.Stage.String())
	if r.Status != Closed {
		add("status=", r.Status.String())
	}
	var inv []string
	for _, i := range r.Investors {
		n := i.Name
		if i.Lead {
			n = "*" + n
		}
		inv = append(inv, n)
	}
	add("inv=", strings.Join(inv, "; "))
	add("@", r.Date.String())
	add("val=", strings.TrimSpace(line(r.Valuation.Money)+" "+r.Valuation.Basis.String()))
	add("total=", line(r.Total.Money))
	return strings.Join(f, " | ")
}

func line(m Money) string {
	switch {
	case m.IsZero():
		return ""
	case m.Qualifier == Range:
		return fmt.Sprintf("%s %s range %s %s", m.Value, m.Currency, m.Min, m.Max)
	case m.Qualifier != Exact:
		return fmt.Sprintf("%s %s %s", m.Value, m.Currency, m.Qualifier)
	}
	return m.Value.String() + " " + m.Currency
}
