package names

import (
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// subjectRule is one way in which a subject means a company: nodes are its noun phrases, verb is the node of the
// verb group after it, -1 if there is none. For examples see phraseRule.
type subjectRule struct {
	name, example string
	when          func(r *Reader, nodes []int, verb int) (n Ref, fits bool)
}

// subjectRules are asked in order; the first that fits decides.
var subjectRules = []subjectRule{
	{"a name that opens the sentence and is explained", "[When Fit Shoes], a maker of shoes raised {$5M}.", (*Reader).openingName},
	{"a name right before the verb", "A point of sale startup [Lidaro] raised {$5M}.", (*Reader).nameBeforeVerb},
	{"a brand of common words with a preposition", "[Small Words For Robots] Raises {$5M}", (*Reader).brandWithPreposition},
	{"people", "Former Lidaro and Orvel executives raised {$5M}.", (*Reader).people},
	{"a name in apposition", "Mobile Mole Checker App, [Lidaro], Raises {$5M}", (*Reader).nameInApposition},
	{"a name set off from its description", "The Uber of ladders, [Lidaro], raised {$5M}.", (*Reader).nameSetOff},
	{"two halves of a brand", "[Plow and Mow] raised {$5M}.", (*Reader).halves},
	{"a name with a description", "Orvel and the startup [Lidaro] raised {$5M}.", (*Reader).lastDescribed},
	{"the first that means somebody", "[Lidaro] and Orvel Bank raised {$5M}.", (*Reader).firstNamed}, // also its people: "its CEO"
}

// SubjectCompany reads the company from the noun phrases of a subject. verb is the node of its verb, -1 if there is none.
func (r *Reader) SubjectCompany(nodes []int, verb int) Ref {
	if len(nodes) == 0 {
		return Ref{}
	}
	for i := range subjectRules {
		if n, fits := subjectRules[i].when(r, nodes, verb); fits {
			return n
		}
	}
	return Ref{}
}

// openingName reads a name that opens the sentence and is introduced by an apposition: then every capitalised
// word before the comma belongs to it, "My Fit Shoes, a maker of", "Seven Rivers, Inc., a provider of".
func (r *Reader) openingName(nodes []int, _ int) (Ref, bool) {
	const maxWords = 7
	if o := &r.S.Opening; o.Has() && r.S.Nodes[nodes[0]].From == o.From {
		n := r.Company(nodes[0])
		return *n, n.Kind == Named
	}
	to := r.S.Nodes[nodes[0]].To
	if r.S.Style != grammar.Plain || len(r.S.Elems) < 3 || to > maxWords || !r.introduced(0, to) {
		return Ref{}, false
	}
	for i := range to {
		if !r.inOpeningName(i, to) {
			return Ref{}, false
		}
	}
	n := r.Named(0, to)
	return n, n.Kind == Named
}

// inOpeningName reports whether element i may belong to a name that opens the sentence and ends before element to.
func (r *Reader) inOpeningName(i, to int) bool {
	const noName = lexicon.Prep | lexicon.Demonym | lexicon.Companynoun | lexicon.Placeless | lexicon.Anaphor | lexicon.Det
	e := &r.S.Elems[i]
	switch t := &r.Toks[e.From]; {
	case e.Cat == grammar.Comma && i+1 < to && r.S.Elems[i+1].Is(lexicon.Legal):
		return true
	case t.Kind == token.Poss, t.Kind == token.Punct, t.Kind == token.Word && !t.Has(token.Upper):
		return false
	case e.Compound && e.Is(lexicon.Modifier):
		return false
	}
	return i > 0 || to == 1 || !e.Is(noName)
}

// afterSubject returns the noun phrase right before the verb, if it stands after the subject and one node; 0 if there is none.
func (r *Reader) afterSubject(nodes []int, verb int) int {
	if k := verb - 1; k == nodes[0]+2 && k > nodes[len(nodes)-1] && r.S.Nodes[k].Kind == grammar.NP {
		return k
	}
	return 0
}

// nameBeforeVerb reads "point of sale startup Foo raised".
func (r *Reader) nameBeforeVerb(nodes []int, verb int) (Ref, bool) {
	k := r.afterSubject(nodes, verb)
	if k == 0 {
		return Ref{}, false
	}
	n, nd := *r.Company(k), &r.S.Nodes[k]
	if n.Kind != Named || n.To < nd.To {
		return n, false
	}
	opens := nodes[0] == 0 || nodes[0] == 1 && r.nodeIs(0, grammar.Prep)
	if n.From > nd.From && opens && r.nodeIs(k-1, grammar.Prep) && r.forWhom(nd.From, n.From) {
		return n, true // "Sketchpad for masons Foo raised", "After years of bootstrapping Foo raised"
	}
	return n, r.DescribedName(nd.From, nd.To, n) && !r.S.Elems[r.S.Nodes[nodes[0]].To-1].Cap
}

// forWhom reports whether [a, b), before a name, are words in small letters that may say what somebody is for: "masons".
func (r *Reader) forWhom(a, b int) bool {
	for i := a; i < b; i++ {
		if e := &r.S.Elems[i]; e.Cap || e.Cat > grammar.Name || e.Unit >= 0 {
			return false
		}
	}
	return true
}

// nameSetOff reads "The Uber of ladders, Foo, raises".
func (r *Reader) nameSetOff(nodes []int, verb int) (Ref, bool) {
	const prep, comma, k = 1, 3, 4 // nodes
	if len(nodes) != 1 || nodes[0] != 0 || verb != k+2 || r.S.Nodes[k].Kind != grammar.NP {
		return Ref{}, false
	}
	if !r.nodeIs(prep, grammar.Prep) || !r.nodeIs(comma, grammar.Comma) || !r.nodeIs(k+1, grammar.Comma) {
		return Ref{}, false
	}
	if r.S.Elems[0].Cat != grammar.Det && r.Company(0).Kind != Unnamed {
		return Ref{}, false
	}
	n := r.Company(k)
	return *n, n.Kind == Named && r.fills(n, k)
}

// brandWithPreposition reads "Small Words For Robots Raises": common words are a brand, which goes on after the preposition.
func (r *Reader) brandWithPreposition(nodes []int, verb int) (Ref, bool) {
	k := r.afterSubject(nodes, verb)
	if k == 0 || r.S.Style == grammar.Plain || len(nodes) != 1 || !r.nodeIs(k-1, grammar.Prep) {
		return Ref{}, false
	}
	m, n := r.Company(nodes[0]), r.Company(k)
	if m.Kind != Named || n.Kind != Named || !r.AllCommon(m.From, m.To) || r.S.Elems[m.To-1].Is(lexicon.Companynoun) {
		return Ref{}, false
	}
	return r.Named(m.From, n.To), true
}

// people fits "former Foo and Bar executives", who are not the company.
func (r *Reader) people(nodes []int, _ int) (Ref, bool) {
	nd := &r.S.Nodes[nodes[len(nodes)-1]]
	last := &r.S.Elems[nd.To-1]
	name := r.S.Style == grammar.Plain && last.Cap && nd.To-nd.From == 1 // "Captains raised"
	return Ref{}, last.Is(lexicon.People) && !name
}

// nameInApposition reads "Mole Checker App, DermaLens, raises".
func (r *Reader) nameInApposition(nodes []int, verb int) (Ref, bool) {
	k := nodes[0] + 2
	if len(nodes) != 1 || k >= verb || !r.nodeIs(k-1, grammar.Comma) || r.S.Nodes[k].Kind != grammar.NP {
		return Ref{}, false
	}
	if r.Company(nodes[0]).Kind != Unnamed {
		return Ref{}, false
	}
	n := r.Company(k)
	return *n, n.Kind == Named && r.fills(n, k)
}

// fills reports whether n is all of noun phrase k.
func (r *Reader) fills(n *Ref, k int) bool {
	return n.From == r.S.Nodes[k].From && n.To == r.S.Nodes[k].To
}

// halves reads "Plow and Mow": one brand, if both halves are plain names.
func (r *Reader) halves(nodes []int, _ int) (Ref, bool) {
	if len(nodes) != 2 || nodes[1] != nodes[0]+2 {
		return Ref{}, false
	}
	a, b := r.Company(nodes[0]), r.Company(nodes[1])
	if a.Kind != Named || b.Kind != Named || a.To-a.From != 1 || b.To-b.From != 1 || b.From != a.To+1 {
		return Ref{}, false
	}
	if a.From != r.S.Nodes[nodes[0]].From || b.To != r.S.Nodes[nodes[1]].To {
		return Ref{}, false
	}
	return r.Named(a.From, b.To), true
}

// lastDescribed reads the last of several that a description introduces: "Foo and the startup Bar".
func (r *Reader) lastDescribed(nodes []int, _ int) (Ref, bool) {
	if len(nodes) == 1 {
		return Ref{}, false
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		n, nd := r.Company(nodes[i]), &r.S.Nodes[nodes[i]]
		if n.Kind == Named && r.DescribedName(nd.From, nd.To, *n) {
			return *n, true
		}
	}
	return Ref{}, false
}

// firstNamed reads the first that means somebody; so "its CEO" and "the company's founders", people of the company, mean the company.
func (r *Reader) firstNamed(nodes []int, _ int) (Ref, bool) {
	for _, k := range nodes {
		if n := r.Company(k); n.Kind != Unnamed {
			return *n, true
		}
	}
	return Ref{}, false
}
