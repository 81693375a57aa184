package grammar

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Kind is the kind of a node: NP, VG, or the category of the element it consists of.
type Kind uint8

const (
	NP   = Kind(Noun) // noun phrase
	VG   = Kind(Verb) // verb group
	none = ^Kind(0)
)

// Node is a phrase: the elements [From, To).
type Node struct {
	Kind     Kind
	used     bool // it is a subject or part of an argument
	Holds    Holding
	From, To int
	Class    lexicon.Class // of an NP: that of all its elements
	VG       Group         // of a VG
}

// Holding is what a noun phrase holds beside words that stand in the lexicon in small letters.
type Holding uint8

const (
	Units    Holding = 1 << iota // an opaque unit
	Owners                       // a possessive
	Capitals                     // a word with a capital
	Unknown                      // a word without a capital that the lexicon does not know, and that is no plain number
	Joints                       // an element that is written together of several
	Pronoun                      // nothing but a pronoun
)

// Group is what a verb group says.
type Group struct {
	Verb    uint16 // lemma of the main verb as it is printed, 0 for a bare auxiliary ("is", "has")
	Sense   uint16 // the lemma that is meant: of "took part" that of "participate"; else the same as Verb
	Main    int    // its element
	Form    Form
	Passive bool
	Perfect bool // has raised
	Future  bool // will raise, may raise
	Doing   bool // is raising
	Neg     bool
}

// Form is the form of a verb group.
type Form uint8

const (
	Finite     Form = iota // raised, has raised
	Infinitive             // to raise
	Gerund                 // raising
	Participle             // led (by), without an auxiliary
)

// Arg is what stands after a verb or noun: an object (Prep 0) or a
// prepositional phrase; Items are its coordinated noun phrases in order.
type Arg struct {
	Prep     lexicon.ID // the preposition, 0 for an object, Apposed for a phrase in apposition
	Relation Relation   // what it is to the verb or noun; if there are several prepositions, by the first
	Node     int        // of the preposition or, without one, of the first item
	Items    []Item
}

// Apposed marks an argument that restates the one before it: "raised $5M, a Series A".
const Apposed = lexicon.ID(1<<16 - 1)

// Item is a noun phrase and what explains it: "Jane Doe, partner at Foo" has a tail.
type Item struct {
	NP   int // node
	Tail int // nodes (NP, Tail] belong to it; Tail == NP if there are none
}

// Clause is a verb group with its subject and arguments.
type Clause struct {
	Subj   []int // noun phrase nodes; empty when there is none
	Pre    []Arg // what stands between subject and verb: "investors [in the round] include"
	Verb   int   // node of the verb group; -1 in a sentence without a verb
	Args   []Arg // what stands after the verb, but for a word that is part of it: "took part in the round"
	Parent int   // the clause that governs or precedes it, -1
	Rel    bool  // it is a relative clause or a participle whose subject is Ante
	Ante   int   // the noun phrase it modifies, -1: its subject if Rel is set, else its object, "the round, which Foo led"
	Shared bool  // the subject is that of Parent
}

// Sentence is a sentence being read, and the result.
type Sentence struct {
	text  string
	toks  []token.Token
	ids   []lexicon.ID
	units []UnitSpan

	Lex *lexicon.Lexicon // of its language
	// Label is the colon after a name that opens an item of a list, 0 if there is none; it is set before Read.
	// It is read like a dash: "- Foo: raised $5M".
	Label int32

	Elems   []Element
	Class   lexicon.Class // of all its words
	Style   Style
	Nodes   []Node
	Clauses []Clause
	Opening Opening

	rules *Rules // of its language

	asked  Word     // while the words are given their categories: the one that is asked about
	place  Place    // while elements are joined to nodes: where a noun phrase may go on
	parens bool     // a parenthesis stands among the nodes
	verbs  []verbAt // the verb groups
	unit1  int      // the first unit that is no time; 0 if there is none, or it opens the sentence
	open   stretch  // while elements are joined to nodes: where they stand
	scan   scan     // while the clauses are looked for

	dangles   bool // a clause has no subject
	lastFinal int  // the node of the last finite verb that no relative governs, -1 if there is none

	// what the slices of the clauses are cut from
	ints  arena[int]
	items arena[Item]
	lists arena[Arg]
}

// arena hands out slices of one backing array, which the next sentence uses again.
// One list at a time is written at its end, and cut off when it is whole.
type arena[T any] struct{ buf []T }

func (a *arena[T]) add(x T) { a.buf = append(a.buf, x) }

// since returns the list that began when n elements were handed out. It has no
// room to grow, so that appending to it copies it.
func (a *arena[T]) since(n int) []T { return a.buf[n:len(a.buf):len(a.buf)] }

// one returns a list of one element.
func (a *arena[T]) one(x T) []T {
	a.buf = append(a.buf, x)
	return a.since(len(a.buf) - 1)
}

// Read reads the tokens [from, to) of text by the rules of its language; ids holds
// the lexicon entry of each token, units what the caller has recognised, in order.
// What s held before is lost, its memory is used again.
func (s *Sentence) Read(rules *Rules, text string, toks []token.Token, ids []lexicon.ID, units []UnitSpan, from, to int) {
	s.Forget()
	s.rules, s.Lex = rules, rules.Lexicon
	s.text, s.toks, s.ids, s.units = text, toks, ids, units
	s.elements(from, to)
	if s.Label > 0 {
		s.label()
	}
	s.Style = s.style()
	if rules.Tree != nil {
		rules.Tree(s)
		return
	}
	s.coin()
	s.opens()
	s.Tag()
	s.Group()
	s.FindClauses()
}

// label makes the colon Label a dash.
func (s *Sentence) label() {
	for i := range s.Elems {
		if e := &s.Elems[i]; e.From == s.Label && e.Cat == Colon {
			e.Cat = Dash
		}
	}
}

// Forget lets go of what was read, and keeps the memory.
func (s *Sentence) Forget() {
	s.rules, s.Lex, s.text, s.toks, s.ids, s.units = nil, nil, "", nil, nil, nil
	s.Elems, s.Nodes, s.Clauses = s.Elems[:0], s.Nodes[:0], s.Clauses[:0]
	s.ints.buf, s.items.buf, s.lists.buf = s.ints.buf[:0], s.items.buf[:0], s.lists.buf[:0]
	s.verbs = s.verbs[:0]
	s.Class, s.Opening = 0, Opening{}
}

// Word returns the text of element i.
func (s *Sentence) Word(i int) string {
	e := &s.Elems[i]
	return s.text[s.toks[e.From].Start:s.toks[e.To-1].End]
}

// NodeText returns the text of node k.
func (s *Sentence) NodeText(k int) string {
	n := s.Nodes[k]
	return s.text[s.toks[s.Elems[n.From].From].Start:s.toks[s.Elems[n.To-1].To-1].End]
}
