// Package names says whom a phrase means: where a name begins and ends, and when two names are one.
//
// A [Reader] reads the noun phrases of one sentence. It knows no list of companies: capitals, the words around a
// name and those inside it say where it begins and ends. A [Register] holds the names of a whole text and says
// which of them are one company.
package names

import (
	"strings"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// Reader reads whom the noun phrases of one sentence mean. What it is asked for is numbered by element of the
// sentence, what it takes from View by token of the text.
type Reader struct {
	*words.View
	rules    *Rules
	S        *grammar.Sentence
	Sent     int        // the sentence's number in the text
	refs     []knownRef // of each node, if it is a noun phrase
	somebody []int32    // the noun phrases that may refer to somebody
	asked    bool       // somebody holds only those that do
}

// knownRef is what is known of whom a noun phrase means.
type knownRef struct {
	ref    Ref
	known  bool
	nobody bool // it refers to nobody, as is seen without reading it
}

// Kind says how a noun phrase refers to somebody.
type Kind uint8

const (
	Unnamed Kind = iota
	Named        // by a name
	Anaphor      // "it", "the company", "the Berlin-based startup"
)

// Ref is how a noun phrase refers to a company, a fund or a person.
type Ref struct {
	From, To int // elements of the sentence, half-open
	Kind     Kind
	Poss     bool // the noun phrase goes on after a possessive: "Foo's round"
}

// Name is a Ref with its text, which outlasts the sentence.
type Name struct {
	Kind     Kind
	From, To int32 // elements of the sentence, half-open; for the position of a mention
	form     int32 // the number of its form and 1, 0 if it was not asked for yet; see Register.FormOf
	Text     string
	Span     token.Span
	Aka      []string // other forms: a person's firm, initials
}

// NewReader returns a reader of sentences of the text v, in the language of the rules.
func NewReader(v *words.View, rules *Rules) *Reader { return &Reader{View: v, rules: rules} }

// Begin turns to sentence s, number sent of the text.
func (r *Reader) Begin(s *grammar.Sentence, sent int) {
	r.S, r.Sent, r.somebody, r.asked = s, sent, r.somebody[:0], false
	if n := len(s.Nodes); n > cap(r.refs) {
		r.refs = make([]knownRef, n, 2*n)
	}
	r.refs = r.refs[:len(s.Nodes)]
	nodes, refs, plain := s.Nodes, r.refs[:len(s.Nodes)], s.Style == grammar.Plain
	for k := range nodes {
		nd := &nodes[k]
		if nd.Kind != grammar.NP {
			continue
		}
		n := &refs[k]
		n.known, n.nobody = false, false
		if plain && nd.Class&(lexicon.Anaphor|lexicon.Companynoun) == 0 && r.nobodyIn(nd) {
			n.ref, n.known, n.nobody = Ref{}, true, true
		} else {
			r.somebody = append(r.somebody, int32(k))
		}
	}
}

// nobodyIn reports whether the noun phrase nd, which has no word for a company, plainly refers to nobody where
// capitals mark names: it has neither a capital nor an unknown word, or its only capital is that of a place.
func (r *Reader) nobodyIn(nd *grammar.Node) bool {
	const mayName = grammar.Capitals | grammar.Unknown | grammar.Owners | grammar.Pronoun
	return nd.Holds&mayName == 0 || nd.Holds == grammar.Capitals && r.wordForNobody(nd)
}

// wordForNobody reports whether the noun phrase nd, which holds no more than capitals, is a single word that names
// nobody, perhaps with an article: "Kenya", "the US". At the beginning of a sentence it may be a name all the same.
func (r *Reader) wordForNobody(nd *grammar.Node) bool {
	if nd.From == 0 || !r.S.Elems[nd.To-1].Is(nobody) {
		return false
	}
	n := nd.To - nd.From
	return n == 1 || n == 2 && r.S.Elems[nd.From].Cat == grammar.Det
}

// End lets go of the sentence.
func (r *Reader) End() { r.S = nil }

// Somebody returns the noun phrases that refer to somebody, in order.
func (r *Reader) Somebody() []int32 {
	if !r.asked {
		found := r.somebody[:0]
		for _, k := range r.somebody {
			if r.Company(int(k)).Kind != Unnamed {
				found = append(found, k)
			}
		}
		r.somebody, r.asked = found, true
	}
	return r.somebody
}

// MaybeSomebody reports whether one of the noun phrases may refer to somebody.
func (r *Reader) MaybeSomebody(nodes []int) bool {
	for _, k := range nodes {
		if !r.refs[k].nobody {
			return true
		}
	}
	return false
}

// SomebodyIn is MaybeSomebody of the noun phrases of args.
func (r *Reader) SomebodyIn(args []grammar.Arg) bool {
	for k := range args {
		for _, it := range args[k].Items {
			if !r.refs[it.NP].nobody {
				return true
			}
		}
	}
	return false
}

// Company returns the company that noun phrase node k names or points back to.
func (r *Reader) Company(k int) *Ref {
	n := &r.refs[k]
	if !n.known {
		r.readRef(k, n)
	}
	return &n.ref
}

//go:noinline // so that Company is inlined
func (r *Reader) readRef(k int, n *knownRef) { n.ref, n.known = r.companyAt(k), true }

// Name returns f with its text.
func (r *Reader) Name(f Ref) Name {
	n := Name{Kind: f.Kind, From: int32(f.From), To: int32(f.To)}
	if f.Kind == Named {
		n.Text, n.Span = r.printed(f.From, f.To), r.Span(f.From, f.To)
	}
	return n
}

// Named returns elements [i, j) as a name, without the marks at its ends: they belong to the sentence.
func (r *Reader) Named(i, j int) Ref {
	for i < j && r.outer(i) {
		i++
	}
	for j > i && r.outer(j-1) {
		j--
	}
	if i >= j {
		return Ref{}
	}
	return Ref{From: i, To: j, Kind: Named}
}

// outer reports whether element i ends no name and begins none. The full stop of "Foo Inc." does belong to it.
func (r *Reader) outer(i int) bool {
	switch r.S.Elems[i].Cat {
	case grammar.Quote, grammar.Comma, grammar.Det, grammar.Conj, grammar.Poss:
		return true
	case grammar.Stop:
		return !(i > 0 && r.S.Elems[i-1].Is(lexicon.Legal|lexicon.Abbrev) && r.S.Elems[i-1].Cap)
	}
	return false
}

// Span returns the bytes of elements [i, j).
func (r *Reader) Span(i, j int) token.Span {
	return token.Span{Start: int(r.Toks[r.S.Elems[i].From].Start), End: int(r.Toks[r.S.Elems[j-1].To-1].End)}
}

// printed returns the text of elements [i, j).
func (r *Reader) printed(i, j int) string {
	return r.Even(r.S.Elems[i].From, r.S.Elems[j-1].To)
}

// FirstID returns the lexicon's number of the first word of element i, 0 if it has none.
func (r *Reader) FirstID(i int) lexicon.ID { return r.IDs[r.S.Elems[i].From] }

// LastID returns the lexicon's number of the last word of element i, 0 if it has none.
func (r *Reader) LastID(i int) lexicon.ID { return r.IDs[r.S.Elems[i].To-1] }

// ElementID returns the lexicon's number of element i: of the whole phrase, if it is one.
func (r *Reader) ElementID(i int) lexicon.ID {
	e := &r.S.Elems[i]
	if e.To == e.From+1 {
		return r.IDs[e.From]
	}
	return e.ID
}

// Lower returns element i in small letters. What is not in the lexicon is returned as it stands, as by Fold.
func (r *Reader) Lower(i int) string {
	e := &r.S.Elems[i]
	if e.To == e.From+1 {
		return r.Fold(int(e.From))
	}
	if e.ID != 0 && e.Unit < 0 {
		return r.Lex.Key(e.ID)
	}
	return r.S.Word(i)
}

// nodeIs reports whether node k is a single element of category c.
func (r *Reader) nodeIs(k int, c grammar.Cat) bool { return r.S.Nodes[k].Kind == grammar.Kind(c) }

// hasPrefix reports whether w begins with prefix, whatever its case.
func hasPrefix(w, prefix string) bool {
	return len(w) >= len(prefix) && strings.EqualFold(w[:len(prefix)], prefix)
}
