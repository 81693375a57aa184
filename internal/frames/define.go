package frames

import (
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
)

// complements notes "the third name is Foo": a name that a description of no person is said to be.
func (r *Reader) complements() {
	if !r.bare && !r.founds {
		return
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb < 0 || len(c.Args) == 0 || c.Args[0].Relation != grammar.Object {
			continue
		}
		v := r.S.Nodes[c.Verb].VG.Verb
		if r.Lex.VerbHas(v, lexicon.TraitFounds) { // "Jane Roe founded Foo"
			if n := *r.Company(c.Args[0].Items[0].NP); n.Kind == names.Named && !r.InvestorName(&n) {
				r.Defined = append(r.Defined, r.Name(n))
			}
		}
		if v != 0 || len(c.Subj) != 1 || len(c.Args[0].Items) != 1 {
			continue
		}
		s := &r.S.Nodes[c.Subj[0]]
		nd := &r.S.Nodes[c.Args[0].Items[0].NP]
		if r.S.Elems[s.From].Cat != grammar.Det || r.S.Elems[s.To-1].Is(lexicon.Title|lexicon.People|lexicon.Investornoun) {
			continue
		}
		if n := *r.Company(c.Args[0].Items[0].NP); n.Kind == names.Named && n.From == nd.From && n.To == nd.To && !r.InvestorName(&n) {
			r.Defined = append(r.Defined, r.Name(n))
		}
	}
}

// definitions notes the companies that the sentence introduces: "the startup Foo", "Foo, a maker of bar,".
func (r *Reader) definitions() {
	for _, k := range r.Somebody() {
		if n := r.Company(int(k)); n.Kind == names.Named && !n.Poss {
			r.definition(int(k), n)
		}
	}
}

// definition notes the company that the noun phrase k introduces, which has the name n.
func (r *Reader) definition(k int, n *names.Ref) {
	nd := &r.S.Nodes[k]
	company := false
	if n.From > nd.From {
		before := r.S.Elems[nd.From:n.From]
		if before[len(before)-1].Is(lexicon.Title) {
			if !r.InvestorName(n) {
				r.titled(nd.From, n.From-1)
			}
			return
		}
		for i := range before {
			if before[i].Is(lexicon.Companynoun) && !before[i].Is(lexicon.Title|lexicon.Investornoun) {
				company = true
			}
		}
	}
	company = company || n.To == nd.To && r.describedAfter(k)
	if company && !r.InvestorName(n) {
		r.Defined = append(r.Defined, r.Name(*n))
	}
}

// describedAfter reports whether an apposition says that the noun phrase k is a company: "Foo, [a maker of bar], raised".
func (r *Reader) describedAfter(k int) bool {
	nodes := r.S.Nodes
	if k+2 >= len(nodes) || nodes[k+1].Kind != grammar.Kind(grammar.Comma) || nodes[k+2].Kind != grammar.NP {
		return false
	}
	if k+3 < len(nodes) && nodes[k+3].Kind == grammar.VG && nodes[k+3].VG.Form == grammar.Finite {
		return false // the subject of a clause
	}
	first, last := &r.S.Elems[nodes[k+2].From], &r.S.Elems[nodes[k+2].To-1]
	return first.Is(lexicon.Det) && last.Is(lexicon.Companynoun) && !last.Is(lexicon.Title|lexicon.Investornoun)
}

// titled notes the company before a person's title, which ends with element j: "Foo chief executive Jane Roe".
func (r *Reader) titled(from, j int) {
	for j > from && r.S.Elems[j-1].Is(lexicon.Title) {
		j--
	}
	if m := r.Segment(from, j, names.Anything); m.Kind == names.Named && m.To == j && !r.InvestorName(&m) {
		r.Defined = append(r.Defined, r.Name(m))
	}
}
