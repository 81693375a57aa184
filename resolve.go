package funding

import (
	"math"

	"example.com/funding/internal/names"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// resolve says for every event which company it is of.
func (ps *parse) resolve() {
	for _, e := range ps.events {
		if e.company.Kind == names.Named {
			e.target = ps.names.Know(&e.company)
			if ps.main == nil && !e.weak {
				ps.main = e.target
			}
		}
	}
	for i := range ps.defined {
		c := ps.names.Know(&ps.defined[i])
		if ps.main == nil {
			ps.main = c
		}
	}
	if ps.main == nil && len(ps.names.Firms()) > 0 {
		ps.main = ps.names.Firms()[0]
	}
	if ps.main == nil {
		ps.main = ps.opening()
	}
	if ps.names.Forgets() { // so many that names are forgotten, which is counted
		ps.focusAll()
	}
	for _, e := range ps.events {
		if e.company.Kind == names.Anaphor {
			e.target = ps.antecedent(e)
		}
	}
}

// opening returns the company that the first sentence has as its subject, where nothing else says who the text is about.
func (ps *parse) opening() *names.Firm {
	if len(ps.events) == 0 || len(ps.read) == 0 || ps.read[0] == nil {
		return nil
	}
	s := ps.read[0]
	if len(s.Clauses) == 0 || s.Style != grammar.Plain || len(s.Clauses[0].Subj) != 1 {
		return nil
	}
	r := &ps.reader
	r.begin(ps, s, 0, 0)
	if n := *r.Company(s.Clauses[0].Subj[0]); n.Kind == names.Named && n.To == n.From+1 && !r.PlaceOnly(n) && !r.InvestorName(&n) {
		m := r.Name(n)
		return ps.names.Know(&m)
	}
	return nil
}

// focusAfter returns the company that "the company" means in the sentence after number i. Sentences are asked whom they
// are about up to the last one that matters: of many texts none does.
func (ps *parse) focusAfter(i int) *names.Firm {
	for k := len(ps.focus); k <= i; k++ {
		var last *names.Firm
		if k > 0 {
			last = ps.focus[k-1]
		}
		if last != ps.main || len(ps.names.Firms()) > 1 { // else nobody else can be meant
			last = ps.focusOn(k, last)
		}
		ps.focus = append(ps.focus, last)
	}
	return ps.focus[i]
}

// focusAll does what focusAfter does for all sentences.
func (ps *parse) focusAll() { ps.focusAfter(len(ps.Sents) - 1) }

// focusOn returns the company that "the company" means after sentence i, where last is that before it.
func (ps *parse) focusOn(i int, last *names.Firm) *names.Firm {
	// whom a text speaks of in passing is forgotten at the next paragraph, or after a while
	if ps.unfocused++; last != ps.main && (ps.Sents[i].Para || ps.unfocused > 4) {
		last = nil
		if ps.main != nil && ps.main.Names[0].Span.Start < int(ps.Toks[ps.Sents[i].From].Start) {
			last = ps.main
		}
	}
	if c := ps.about(i, math.MaxInt32, nil); c != nil {
		last, ps.unfocused = c, 0
	}
	return last
}

// spoken is a noun phrase that names somebody, or that points back.
type spoken struct {
	from, to int32 // tokens of the name; none for "the company"
	node     int32
	form     int32 // the number of the name's form and 1, 0 if it was not asked for yet
	subj     bool
}

// listen notes whom the sentence speaks of. Sentences are many and their grammar
// takes thirty times the room of the text; this is what later steps need of most.
func (r *reader) listen() {
	if len(r.Somebody()) == 0 {
		return
	}
	for i := range r.S.Clauses {
		for _, k := range r.S.Clauses[i].Subj {
			r.nouns[k].subj = true
		}
	}
	said, elems := r.ps.said, r.S.Elems
	for _, k := range r.Somebody() {
		n, subj := r.Company(int(k)), r.nouns[k].subj
		switch {
		case n.Kind == names.Named:
			said = append(said, spoken{from: elems[n.From].From, to: elems[n.To-1].To, node: k, subj: subj})
		case subj:
			said = append(said, spoken{node: k, subj: true})
		}
	}
	r.ps.said = said
}

// about returns the known company that sentence i is about, up to node end: a subject before others.
// Companies that invest in e, if e is not nil, are passed over.
func (ps *parse) about(i, end int, e *event) *names.Firm {
	var other *names.Firm
	back := false
	said := ps.said[ps.saidAt[i]:ps.saidAt[i+1]]
	for i := range said {
		n := &said[i]
		if int(n.node) >= end {
			break
		}
		if n.from == n.to {
			back = true
			continue
		}
		if !ps.names.MayKnow(ps.Text[ps.Toks[n.from].Start]) {
			continue
		}
		if n.form == 0 {
			n.form = ps.names.Form(ps.Even(n.from, n.to)) + 1
		}
		c := ps.names.Find(n.form - 1)
		if c == nil || e != nil && ps.invests(c, e) {
			continue
		}
		if n.subj {
			return c
		}
		if other == nil {
			other = c
		}
	}
	if back {
		return nil // "the company" is its subject: whom the text spoke of before
	}
	return other
}

// antecedent returns the company that an event's "it" or "the company" stands for.
func (ps *parse) antecedent(e *event) *names.Firm {
	s := ps.read[e.sent]
	node := 0
	for node < len(s.Nodes) && s.Nodes[node].From < int(e.company.From) {
		node++
	}
	if c := ps.about(e.sent, node, e); c != nil {
		return c
	}
	if e.company.To == e.company.From+1 && s.Elems[e.company.From].Cat == grammar.Pron {
		// "Foo announced that it has raised"
		r := &ps.reader
		if r.S != s {
			r.begin(ps, s, e.sent, 0)
		}
		for i := len(s.Clauses) - 1; i >= 0; i-- {
			c := &s.Clauses[i]
			if c.Verb >= 0 && c.Verb < node && len(c.Subj) > 0 && c.Subj[0] < node && (s.Elems[s.Nodes[c.Verb].VG.Main].Is(lexicon.Say) || s.Nodes[0].Kind == grammar.Kind(grammar.Sub)) {
				if n := r.SubjectCompany(c.Subj, c.Verb); n.Kind == names.Named {
					m := r.Name(n)
					ps.focusAll() // on those known so far
					return ps.names.Know(&m)
				}
			}
		}
	}
	if e.sent > 0 {
		if c := ps.focusAfter(e.sent - 1); c != nil && !ps.invests(c, e) {
			return c
		}
	}
	return ps.main
}

// invests reports whether the company is among the investors of e.
func (ps *parse) invests(c *names.Firm, e *event) bool {
	letters := c.FirstLetters()
	for i := range e.investors {
		if n := &e.investors[i].name; n.FirstLetters()&letters != 0 && ps.names.GoesBy(c, ps.names.FormOf(n)) {
			return true
		}
	}
	return false
}
