package funding

import (
	"fmt"
	"io"
	"strings"
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
	parsing(p, text, func(ps *parse) { ps.debugPrint(&b) })
	_, err := io.WriteString(w, b.String())
	return err
}

func (ps *parse) debugPrint(b *strings.Builder) {
	rounds := ps.readAll()
	for i, s := range ps.read {
		sent := ps.Sents[i]
		fmt.Fprintf(b, "sentence %d: %s\n", i+1, ps.Text[ps.Toks[sent.From].Start:ps.Toks[sent.To-1].End])
		if s == nil {
			continue
		}
		s.Dump(b)
		for _, t := range ps.trace {
			if t.Sentence == i {
				fmt.Fprintf(b, "  frame %s: %s\n", t.Frame, t.Result)
			}
		}
	}
	for _, r := range ps.build(rounds).Rounds {
		fmt.Fprintf(b, "round: %s\n", r)
	}
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
