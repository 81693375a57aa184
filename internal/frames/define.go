package frames

import (
	"example.com/funding/internal/deal"
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
			if k := c.Args[0].Items[0].NP; r.define(k) {
				for _, s := range c.Subj {
					r.nouns[s].how |= deal.Person
				}
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
		if n := r.Company(c.Args[0].Items[0].NP); n.From == nd.From && n.To == nd.To {
			r.define(c.Args[0].Items[0].NP)
		}
	}
}

// define notes the company that the noun phrase k names. It reports false if that names nobody, or an investor.
func (r *Reader) define(k int) bool {
	n := r.Company(k)
	if n.Kind != names.Named || r.InvestorName(n) {
		return false
	}
	r.nouns[k].how |= deal.Described
	r.Defined = append(r.Defined, r.Name(*n))
	return true
}

// called notes the names after "called": "an app called Foo".
func (r *Reader) called() {
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb < 0 || len(c.Subj) == 0 || len(c.Args) == 0 || c.Args[0].Relation != grammar.Object {
			continue
		}
		if !r.Lex.VerbHas(r.S.Nodes[c.Verb].VG.Verb, lexicon.TraitCallsByName) {
			continue
		}
		last := &r.S.Nodes[c.Subj[len(c.Subj)-1]]
		noun := &r.S.Elems[last.To-1]
		if noun.Is(lexicon.Companynoun) && !noun.Is(lexicon.Title|lexicon.Investornoun) && !r.Lex.Has(noun.ID, lexicon.TraitNamesProduct) {
			r.define(c.Args[0].Items[0].NP)
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
	r.called()
}

// definition notes the company that the noun phrase k introduces, which has the name n.
func (r *Reader) definition(k int, n *names.Ref) {
	nd := &r.S.Nodes[k]
	company := false
	if n.From > nd.From {
		before := r.S.Elems[nd.From:n.From]
		if before[len(before)-1].Is(lexicon.Title) {
			if !before[len(before)-1].Is(lexicon.Companynoun) {
				r.nouns[k].how |= deal.Person
			}
			if !r.InvestorName(n) {
				r.titled(nd.From, n.From-1)
			}
			return
		}
		for i := range before {
			if before[i].Is(lexicon.Companynoun) && !before[i].Is(lexicon.Title|lexicon.Investornoun) {
				company = true
			}
			if r.Lex.Has(before[i].ID, lexicon.TraitBesideAnother) {
				r.nouns[k].how |= deal.Rival
			}
		}
	}
	company = company || n.To == nd.To && r.describedAfter(k) || n.From == nd.From && n.To == nd.To && r.describedBefore(k)
	if company {
		r.define(k)
	}
}

// describedBefore reports whether the noun phrase k is in apposition to a word for a company: "her own venture, [Foo]".
func (r *Reader) describedBefore(k int) bool {
	nodes := r.S.Nodes
	if k < 2 || nodes[k-1].Kind != grammar.Kind(grammar.Comma) || nodes[k-2].Kind != grammar.NP {
		return false
	}
	if k+1 < len(nodes) && nodes[k+1].Kind != grammar.Kind(grammar.Comma) && nodes[k+1].Kind != grammar.Kind(grammar.Stop) {
		return false
	}
	last := &r.S.Elems[nodes[k-2].To-1]
	return !last.Cap && last.Is(lexicon.Companynoun) && !last.Is(lexicon.Title|lexicon.Investornoun)
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
