package funding

import (
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// complements notes "the third name is Foo": a name that a description of no person is said to be.
func (r *reader) complements() {
	if !r.bare && !r.founds {
		return
	}
	for i := range r.s.Clauses {
		c := &r.s.Clauses[i]
		if c.Verb < 0 || len(c.Args) == 0 || c.Args[0].Prep != 0 {
			continue
		}
		v := r.s.Nodes[c.Verb].VG.Verb
		if v == lexicon.LemmaFound { // "Jane Roe founded Foo"
			if n := *r.company(c.Args[0].Items[0].NP); n.kind == named && !r.investorName(&n) {
				r.ps.defined = append(r.ps.defined, r.name(n))
			}
		}
		if v != 0 || len(c.Subj) != 1 || len(c.Args[0].Items) != 1 {
			continue
		}
		s := &r.s.Nodes[c.Subj[0]]
		nd := &r.s.Nodes[c.Args[0].Items[0].NP]
		if r.s.Elems[s.From].Cat != grammar.Det || r.s.Elems[s.To-1].Is(lexicon.Title|lexicon.People|lexicon.Investornoun) {
			continue
		}
		if n := *r.company(c.Args[0].Items[0].NP); n.kind == named && n.from == nd.From && n.to == nd.To && !r.investorName(&n) {
			r.ps.defined = append(r.ps.defined, r.name(n))
		}
	}
}

// definitions notes the companies that the sentence introduces: "the startup Foo", "Foo, a maker of bar,".
// It leaves in somebody only the noun phrases that do refer to somebody.
func (r *reader) definitions() {
	found := r.somebody[:0]
	for _, k := range r.somebody {
		n := r.company(int(k))
		if n.kind == unnamed {
			continue
		}
		found = append(found, k)
		if n.kind == named && !n.poss {
			r.definition(int(k), n)
		}
	}
	r.somebody = found
}

// definition notes the company that the noun phrase k introduces, which has the name n.
func (r *reader) definition(k int, n *ref) {
	nd := &r.s.Nodes[k]
	company := false
	if n.from > nd.From {
		before := r.s.Elems[nd.From:n.from]
		if before[len(before)-1].Is(lexicon.Title) {
			if !r.investorName(n) {
				r.titled(nd.From, n.from-1)
			}
			return
		}
		for i := range before {
			if before[i].Is(lexicon.Companynoun) && !before[i].Is(lexicon.Title|lexicon.Investornoun) {
				company = true
			}
		}
	}
	if !company && n.to == nd.To && k+2 < len(r.s.Nodes) && r.s.Nodes[k+1].Kind == grammar.Kind(grammar.Comma) && r.s.Nodes[k+2].Kind == grammar.NP {
		d := &r.s.Nodes[k+2]
		company = !(k+3 < len(r.s.Nodes) && r.s.Nodes[k+3].Kind == grammar.VG && r.s.Nodes[k+3].VG.Form == grammar.Finite) && r.s.Elems[d.From].Is(lexicon.Det) && r.s.Elems[d.To-1].Is(lexicon.Companynoun) && !r.s.Elems[d.To-1].Is(lexicon.Title|lexicon.Investornoun)
	}
	if company && !r.investorName(n) {
		r.ps.defined = append(r.ps.defined, r.name(*n))
	}
}

// titled notes the company before a person's title, which ends with element j: "Foo chief executive Jane Roe".
func (r *reader) titled(from, j int) {
	for j > from && r.s.Elems[j-1].Is(lexicon.Title) {
		j--
	}
	if m := r.segment(from, j, anything); m.kind == named && m.to == j && !r.investorName(&m) {
		r.ps.defined = append(r.ps.defined, r.name(m))
	}
}
