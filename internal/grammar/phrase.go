package grammar

import (
	"slices"
	"strings"

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
	Verb    uint16 // lemma of the main verb, 0 for a bare auxiliary ("is", "has")
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
	Prep  lexicon.ID // the preposition, 0 for an object, Apposed for a phrase in apposition
	Node  int        // of the preposition or, without one, of the first item
	Items []Item
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
	Args   []Arg
	Parent int  // the clause that governs or precedes it, -1
	Rel    bool // it is a relative clause, or a participle that modifies Ante
	Ante   int  // the noun phrase it modifies, -1
	Shared bool // the subject is that of Parent
}

// Sentence is a sentence being read, and the result.
type Sentence struct {
	text  string
	toks  []token.Token
	ids   []lexicon.ID
	units []UnitSpan

	Elems   []Element
	Class   lexicon.Class // of all its words
	Style   Style
	Nodes   []Node
	Clauses []Clause

	past   past     // while the words are given their categories
	parens bool     // a parenthesis stands among the nodes
	verbs  []verbAt // the verb groups
	open   stretch  // while elements are joined to nodes: where they stand
	scan   scan     // while the clauses are looked for

	dangles bool // a clause has no subject

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

// Read reads the tokens [from, to) of text; ids holds the lexicon entry of each
// token, units what the caller has recognised, in order. What s held before is
// lost, its memory is used again.
func (s *Sentence) Read(text string, toks []token.Token, ids []lexicon.ID, units []UnitSpan, from, to int) {
	s.Forget()
	s.text, s.toks, s.ids, s.units = text, toks, ids, units
	s.elements(from, to)
	s.Style = s.style()
	s.tag()
	s.group()
	s.clauses()
}

// Forget lets go of what was read, and keeps the memory.
func (s *Sentence) Forget() {
	s.text, s.toks, s.ids, s.units = "", nil, nil, nil
	s.Elems, s.Nodes, s.Clauses = s.Elems[:0], s.Nodes[:0], s.Clauses[:0]
	s.ints.buf, s.items.buf, s.lists.buf = s.ints.buf[:0], s.items.buf[:0], s.lists.buf[:0]
	s.verbs = s.verbs[:0]
	s.Class = 0
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

// past is what the elements before the one whose category is being settled say about it.
type past struct {
	at     int  // the last one that was looked at
	last   int  // the one before it, adverbs and quotes skipped; -1 at the beginning
	first  bool // it begins the sentence or follows a mark after which capitals say nothing
	finite bool // a finite verb already stands in this stretch of the sentence
	verb   bool // a verb or an auxiliary stands somewhere before it
}

// tag settles the category of the words that are still open from their classes and their neighbours.
func (s *Sentence) tag() {
	s.past = past{at: -1, last: -1, first: true}
	p := &s.past
	elems := s.Elems
	class := lexicon.Class(0)
	for i := range elems {
		e := &elems[i]
		class |= e.Class
		if e.Cat <= When {
			continue // nothing but a word, to those after it
		}
		if i > p.at+1 {
			p.last, p.first = i-1, false
		}
		p.at = i
		if e.Cat == open {
			e.Cat = s.cat(i, e)
		}
		switch e.Cat {
		case Quote:
			continue
		case Adv:
			p.first = false
			continue
		case LParen, Other:
		case Stop, Colon, Dash:
			p.first, p.finite = true, false
		case Verb:
			p.first, p.finite, p.verb = false, e.Forms&(lexicon.Third|lexicon.Past|lexicon.Base) != 0, true
		case Poss:
			p.first = false
			if i > 0 && (elems[i-1].Cat == Pron || elems[i-1].Cat == Rel || elems[i-1].Is(lexicon.Pronoun)) {
				e.Cat, e.Class = Aux, lexicon.Aux|lexicon.Be|lexicon.Perfect // "it's raised", "who's building"
				p.finite, p.verb = true, true
			}
		case Aux:
			p.first, p.finite, p.verb = false, true, true
		case Semi, Rel, Sub, Comma, Conj, Pron:
			p.first, p.finite = false, false
		default:
			p.first = false
		}
		p.last = i
	}
	s.Class = class
}

// lastCat returns the category of the element before the one being settled, adverbs and quotes skipped; Stop at the beginning.
func (s *Sentence) lastCat() Cat {
	if s.past.last < 0 {
		return Stop
	}
	return s.Elems[s.past.last].Cat
}

// cat tells the category of the word i, which may be a verb or have one by its classes.
func (s *Sentence) cat(i int, e *Element) Cat {
	if e.ID == lexicon.WordBack && Backwards(s.toks, s.ids, int(e.From)) {
		return Adv
	}
	if e.Verb != 0 && s.verb(i, e) {
		return Verb
	}
	if e.Cap && s.Style == Plain && !s.past.first {
		if e.Is(lexicon.Including) && s.verbAhead(s.next(i)) {
			return Name // "Namely raises $30M"
		}
		if !e.Is(lexicon.Det|lexicon.Prep|lexicon.Conj) || s.capNext(i) {
			return Name
		}
	}
	switch {
	case e.Is(lexicon.Conj):
		return Conj
	case e.Is(lexicon.Rel) && (!e.Is(lexicon.Det) || s.relative(i)):
		return Rel
	case e.Is(lexicon.Pronoun) && !(s.toks[e.From].Has(token.AllUpper) && e.Is(lexicon.Place|lexicon.Placeless)):
		return Pron
	case e.Is(lexicon.Aux) && !(s.Style != Plain && s.lastCat() == Det):
		return Aux
	case e.Is(lexicon.Prep):
		if e.ID == lexicon.WordTo && s.infinitive(i) {
			return To
		}
		if e.Is(lexicon.Sub) && i+1 < len(s.Elems) && (s.Elems[i+1].Is(lexicon.Pronoun) || s.subjectAhead(i+1)) {
			return Sub
		}
		return Prep
	case e.Is(lexicon.Sub) && (e.Verb == 0 || !e.Is(lexicon.Common)):
		return Sub
	case e.Is(lexicon.Adv) && s.lastCat() != Det && s.lastCat() != Poss:
		return Adv
	case e.Is(lexicon.Det) && !e.Is(lexicon.Number):
		return Det
	case s.endsInY(int(e.To)-1) && s.adverb(i, e):
		return Adv
	case e.Cap:
		return Name
	}
	return Noun
}

// Backwards reports whether the word "back", token i, is surely the adverb and no verb, by what stands around: "is back in May", "gave it back."
func Backwards(toks []token.Token, ids []lexicon.ID, i int) bool {
	if toks[i].Has(token.Upper) { // a name, or in a headline
		return false
	}
	k := i - 1
	for k >= 0 && lexicon.At(ids[k]).Is(lexicon.Adv|lexicon.Neg) {
		k--
	}
	if k >= 0 && (ids[k] == lexicon.WordTo || lexicon.At(ids[k]).Is(lexicon.Aux) && !lexicon.At(ids[k]).Is(lexicon.Be|lexicon.Perfect)) {
		return false // "will back with $5 million the startup Foo"
	}
	if i++; i >= len(toks) {
		return true
	}
	switch t := &toks[i]; t.Kind {
	case token.Punct:
		return t.R == '.' || t.R == ',' || t.R == ';' || t.R == ':'
	case token.Word:
		return lexicon.At(ids[i]).Is(lexicon.Prep) && !t.Has(token.Upper) && !(i+1 < len(toks) && toks[i+1].Is('-'))
	}
	return false
}

// infinitive reports whether the "to" at i stands before a verb.
func (s *Sentence) infinitive(i int) bool {
	switch s.Word(i) {
	case "to":
	case "To", "TO":
		if s.Style == Plain {
			return false
		}
	default:
		return false
	}
	n := s.next(i)
	if n < 0 {
		return false
	}
	e := &s.Elems[n]
	return e.Forms&lexicon.Base != 0 && (s.Style != Plain || !e.Cap) || e.Is(lexicon.Aux)
}

// adverb reports whether the word i, which ends in y, is an adverb by its ending.
func (s *Sentence) adverb(i int, e *Element) bool {
	if e.Compound || e.Cap && i > 0 {
		return false
	}
	w := s.Word(i)
	if len(w) < 6 || w[len(w)-2] != 'l' {
		return false
	}
	if !e.Cap && e.Verb == 0 && !e.Is(lexicon.Companynoun|lexicon.Investornoun|lexicon.Title) {
		switch w {
		case "assembly", "butterfly", "costly", "elderly", "family", "friendly", "monopoly", "monthly", "quarterly", "supply", "weekly", "yearly":
		default:
			return true
		}
	}
	// "Similarly, Foo ..."
	return i == 0 && s.Style == Plain && lexicon.Known(e.ID) && i+1 < len(s.Elems) && (s.Elems[i+1].Cat == Comma || s.Elems[i+1].Cap)
}

// subjectAhead reports whether a noun phrase followed by a verb begins at element i: "as the market grows".
func (s *Sentence) subjectAhead(i int) bool {
	for j := i; j < len(s.Elems) && j < i+4; j++ {
		e := &s.Elems[j]
		if e.Unit >= 0 || s.toks[e.From].Kind == token.Punct {
			return false
		}
		if j > i && (e.Is(lexicon.Aux) || e.Forms == lexicon.Third && !e.Is(lexicon.Nounish)) {
			return true
		}
		if e.Is(lexicon.Prep | lexicon.Conj) {
			return false
		}
	}
	return false
}

func (s *Sentence) capNext(i int) bool {
	return i+1 < len(s.Elems) && s.Elems[i+1].Cap && s.Elems[i+1].Unit < 0
}

// relative reports whether the "that" at i opens a relative clause or a complement rather than standing before a noun.
func (s *Sentence) relative(i int) bool {
	n := s.next(i)
	if n < 0 {
		return false
	}
	e := &s.Elems[n]
	if e.Is(lexicon.Aux|lexicon.Pronoun|lexicon.Det) || e.Forms&(lexicon.Third|lexicon.Past) != 0 && !e.Is(lexicon.Nounish) {
		return true
	}
	if i > 0 && (s.Elems[i-1].Cat == Verb || s.Elems[i-1].Cat <= Name || s.Elems[i-1].Cat == Unit) {
		return true // "announced that Foo", "an app that works"
	}
	return e.Cap && s.Style == Plain
}

// before returns the category of the element before i, adverbs skipped; Stop at the beginning.
func (s *Sentence) before(i int) Cat {
	for i--; i >= 0; i-- {
		if c := s.Elems[i].Cat; c != Adv && c != Quote {
			return c
		}
	}
	return Stop
}

// next returns the element after i, plain adverbs skipped, or -1.
func (s *Sentence) next(i int) int {
	for i++; i < len(s.Elems); i++ {
		e := &s.Elems[i]
		if !e.Is(lexicon.Adv) || e.Is(lexicon.Prep|lexicon.Det) || e.Unit >= 0 {
			return i
		}
	}
	return -1
}

// nothing is what stands after the last word.
var nothing = Element{Cat: Stop, Unit: -1}

// verb decides whether the word i, which may be one, is a verb here.
func (s *Sentence) verb(i int, e *Element) bool {
	if e.Compound && e.Forms == 0 || e.Is(lexicon.Including) {
		return false
	}
	f := e.Forms
	pi, p := s.past.last, s.lastCat()
	if s.Style == Plain && e.Cap && !s.past.first && !s.capitalVerb(i) {
		return false
	}
	if i > 1 && pi == i-1 && f&(lexicon.Past|lexicon.Part) != 0 && f&lexicon.Base == 0 && !s.Elems[i-1].Cap && (s.Elems[i-2].Cat == Prep || s.Elems[i-2].Cat == Det || s.Elems[i-2].Cat == Conj) && strings.HasSuffix(s.Word(i-1), "ly") {
		return false // "of chemically bonded sensors"
	}
	if p == Stop && e.Cap && s.Style == Plain && s.opensName(i) {
		return false
	}
	if (p == Det || p == Poss) && pi < i-1 && s.Elems[i-1].Cat == Adv {
		return false // "its recently closed round"
	}
	switch p {
	case To:
		return f&lexicon.Base != 0
	case Aux:
		a := &s.Elems[pi]
		switch {
		case a.Is(lexicon.Be):
			return f&(lexicon.Gerund|lexicon.Part) != 0
		case a.Is(lexicon.Perfect):
			return f&lexicon.Part != 0
		}
		return f&lexicon.Base != 0
	case Det, Poss:
		if p == Det && f&lexicon.Third != 0 && !e.Is(lexicon.Nounish) {
			switch s.Word(pi) {
			case "this", "This", "that", "That":
				if ni := s.next(i); ni >= 0 && s.Elems[ni].Is(lexicon.Det) {
					return true // "this brings the total to"
				}
			}
		}
		if !(p == Det && s.Elems[pi].Is(lexicon.Further) && pi > 0 && s.Elems[pi-1].Unit >= 0) { // "$45M more led by"
			return false
		}
	}
	n := &nothing
	ni := s.next(i)
	if ni >= 0 {
		n = &s.Elems[ni]
	}
	unit := n.Unit >= 0 && n.Cat != When
	nounNext := !unit && ni >= 0 && s.toks[n.From].Kind != token.Punct && s.toks[n.From].Kind != token.Poss &&
		!n.Is(lexicon.Prep|lexicon.Conj|lexicon.Det|lexicon.Rel|lexicon.Aux|lexicon.Sub|lexicon.Pronoun|lexicon.Adv)
	if e.Is(lexicon.Nounish|lexicon.Title|lexicon.People) && f&lexicon.Gerund == 0 && p != Pron && p != Rel {
		// "Foo funds ...": only with a determiner, amount or name after it and a name before it.
		if !(p == Name && (unit || n.Is(lexicon.Det)) && f&lexicon.Third != 0 && !s.past.finite) {
			return false
		}
	}
	if p != Aux && p != To && s.verbAhead(ni) {
		return false // "Social Seller Merged Raises $20M": the verb is the next word
	}
	nounBefore := p == Noun || p == Name || p == Unit || p == When || p == RParen
	if f&(lexicon.Past|lexicon.Part) != 0 && f&lexicon.Base == 0 {
		if p == Prep || p == Noun && s.Elems[pi].Is(lexicon.Totalcue) {
			return false // "its total raised"
		}
		if !nounBefore && p != Rel && p != Pron && nounNext && !n.Cap && p != Comma && p != Conj && p != Stop {
			return false
		}
		if p == Noun && nounNext && !n.Cap && pi >= 2 && s.Elems[pi-1].Cat == Det && s.Elems[pi-2].Cat == Prep {
			return false // "in the consumer packaged goods market"
		}
		if (p == Noun || p == Unit) && nounNext && !n.Cap && s.past.finite {
			return false // "received a $100m senior secured credit facility"
		}
		if p == Stop && nounNext && !n.Cap {
			return false // "Undisclosed investors ..."
		}
		return true
	}
	if f == lexicon.Gerund || f&lexicon.Gerund != 0 && f&(lexicon.Base|lexicon.Third) == 0 {
		if e.Is(lexicon.Nounish) {
			return (p == Prep || p == Comma || p == Sub) && (unit || n.Is(lexicon.Det))
		}
		switch {
		case p == Prep || p == Comma || p == Sub || p == Stop || p == Conj || p == When:
			if p == Stop && n.Is(lexicon.Companynoun) {
				return false // "Crowdfunding platform Foo"
			}
			return unit || ni < 0 || n.Is(lexicon.Det|lexicon.Prep|lexicon.Pronoun) || n.Cap || p == Comma || p == When || (p == Prep || p == Stop) && nounNext
		case nounBefore:
			if p == Name && (ni < 0 || n.Unit < 0 && s.toks[n.From].Kind == token.Punct && s.toks[n.From].R != '-') {
				return true // "with Foo participating"
			}
			if pi >= 0 && s.Elems[pi].Is(lexicon.Companynoun|lexicon.Companynouns|lexicon.Investornoun|lexicon.Roundnoun) {
				return true
			}
			return unit || n.Is(lexicon.Det|lexicon.Pronoun) || n.Cap && s.Style == Plain
		}
		return false
	}
	// a base or third-person form
	after := unit || n.Is(lexicon.Det|lexicon.Prep|lexicon.Adv|lexicon.Pronoun|lexicon.Further) || n.Cap || nounNext
	if p == Pron || p == Rel {
		return true
	}
	if p == Comma && f&lexicon.Base != 0 && (unit || n.Is(lexicon.Det)) && !s.past.verb {
		return true // "Foo, a maker of bar, receive an investment"
	}
	if f&lexicon.Third != 0 {
		if !(nounBefore || p == Comma || p == Dash || p == Conj) || !after {
			return false
		}
		if s.past.finite && p != Comma && p != Conj && p != Dash && !(unit || n.Is(lexicon.Det)) {
			return s.Style == Plain && p == Name
		}
		return true
	}
	if f&lexicon.Base != 0 {
		if f&lexicon.Past != 0 && p != Prep && nounBefore && (unit || n.Is(lexicon.Det)) {
			return true // "put $5M into"
		}
		if !nounBefore && p != Comma {
			return false
		}
		if s.past.finite {
			return false
		}
		pe := &s.Elems[pi]
		plural := pe.Cat == Name || pe.Unit >= 0 || pe.Is(lexicon.Companynouns) || pluralWord(s.Word(pi)) || s.pluralBefore(i)
		return plural && (unit || n.Is(lexicon.Det) || n.Cap && s.Style == Plain || n.Is(lexicon.Prep) && pe.Cat != Name || n.Cap && s.conjBefore(i))
	}
	return false
}

// opensName reports whether the verb form that opens the sentence begins a name: "Docked, a startup", "Renewing Surgery, Inc., a provider".
func (s *Sentence) opensName(i int) bool {
	for j := i + 1; j < len(s.Elems); j++ {
		e := &s.Elems[j]
		switch {
		case e.Unit >= 0:
			return false
		case s.toks[e.From].Is(','), s.toks[e.From].Is('('):
			n := j + 1
			return n < len(s.Elems) && s.Elems[n].Unit < 0 && (s.Elems[n].Is(lexicon.Indefinite) || s.Word(n) == "the" || s.Elems[n].Is(lexicon.Legal) || s.Word(n) == "formerly" || s.Word(n) == "which")
		case !e.Cap:
			return false
		}
	}
	return false
}

// verbAhead reports whether the word i is a verb in the third person with an amount or a determiner after it.
func (s *Sentence) verbAhead(i int) bool {
	if i < 0 || i+1 >= len(s.Elems) {
		return false
	}
	e, n := &s.Elems[i], &s.Elems[i+1]
	return e.Unit < 0 && e.Forms&lexicon.Third != 0 && !e.Is(lexicon.Nounish) && n.Unit >= 0 && n.Cat == Unit
}

// capitalVerb reports whether the capitalised word i is the verb of a headline all the same: "Foo Raises $5M for its app".
func (s *Sentence) capitalVerb(i int) bool {
	e := &s.Elems[i]
	return i > 0 && i < 8 && e.Forms&lexicon.Third != 0 && !e.Is(lexicon.Nounish) && i+1 < len(s.Elems) && s.Elems[i+1].Unit >= 0 && s.Elems[i-1].Cat == Name && !s.past.verb
}

// pluralBefore reports whether the stretch before i begins with a plural noun: "Investors in the Foo Series B include".
func (s *Sentence) pluralBefore(i int) bool {
	found := false
	for i--; i >= 0; i-- {
		e := &s.Elems[i]
		if e.Cat == Semi || e.Cat == Colon || e.Cat == Stop || e.Cat == Verb || e.Cat == Aux || e.Cat == Comma {
			return found
		}
		if e.Unit < 0 && e.Cat <= Name && (i == 0 || s.Elems[i-1].Cat != Prep) {
			found = e.Cat == Noun && pluralWord(s.Word(i)) || i == 0 && pluralWord(s.Word(i))
		}
	}
	return found
}

// conjBefore reports whether the words before i are a list, "A, B and C".
func (s *Sentence) conjBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if s.Elems[j].Cat == Conj || s.Elems[j].Cat == Comma {
			return true
		}
	}
	return false
}

func pluralWord(w string) bool {
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// stretch is the part of a sentence in which a verb looks for its subject.
type stretch struct {
	from int
	sub  bool // a subordinating conjunction opens it
}

// verbAt is the node of a verb group and the stretch it stands in, parentheses not regarded.
type verbAt struct {
	node    int
	stretch stretch
}

// group joins elements to nodes.
func (s *Sentence) group() {
	elems := s.Elems
	nodes := slices.Grow(s.Nodes[:0], len(elems))[:len(elems)]
	n := 0
	s.parens, s.verbs, s.open = false, s.verbs[:0], stretch{}
	for i := 0; i < len(elems); n++ {
		k := &nodes[n]
		*k = Node{From: i}
		switch c := elems[i].Cat; c {
		case Noun, Name, Det, Unit, Poss:
			k.Kind = NP
			i = s.nounPhrase(i, k)
		case Pron:
			if k.Kind, k.Class, k.Holds = NP, elems[i].Class, Pronoun; elems[i].Cap {
				k.Holds |= Capitals
			}
			i++
		case Aux, Verb, To:
			k.Kind = VG
			i = s.verbGroup(i, n, &k.VG)
		case Semi, Colon, Stop, Sub:
			k.Kind = Kind(c)
			s.open = stretch{n + 1, c == Sub}
			i++
		case LParen, RParen:
			k.Kind = Kind(c)
			s.parens = true
			i++
		default:
			k.Kind = Kind(c)
			i++
		}
		k.To = i
	}
	s.Nodes = nodes[:n]
}

// nounPhrase reads the noun phrase that begins with element i into k, and returns the element after it.
func (s *Sentence) nounPhrase(i int, k *Node) int {
	elems := s.Elems
	n := len(elems)
	only := true // determiners so far
	class, holds := lexicon.Class(0), Holding(0)
	j := i
phrase:
	for ; j < n; j++ {
		e := &elems[j]
		switch e.Cat {
		case Noun, Name:
			if e.Is(lexicon.Pendcue) && j > i && elems[j-1].Cat == Name && s.prospect(j) {
				break phrase
			}
			only = false
			if e.Cat == Name { // all words with a capital here are
				holds |= Capitals
			}
			if e.Joined || e.Cat == Noun && !lexicon.Known(e.ID) {
				holds |= s.oddity(e)
			}
			class |= e.Class
			continue
		case Unit:
			if j > i && elems[j-1].Cat == Name && s.prospect(j) {
				break phrase
			}
			only = false
			holds |= Units
		case Poss:
			only = false
			holds |= Owners
		case Det:
			if only {
				break
			}
			if p := elems[j-1].Cat; p != Poss && p != Prep && !(p == Name && s.Style == Plain && j == i+1 && s.capNext(j)) {
				break phrase // but "Borrow the Boat"
			}
		case Conj:
			if s.toks[e.From].R == '&' && j > i && j+1 < n && elems[j+1].Cat == Name {
				break
			}
			break phrase
		case Prep:
			if j > i && j+1 < n && s.joins(j) {
				break
			}
			break phrase
		case Adv:
			// "an increasingly popular app"
			if j > i && (only || elems[j-1].Cat == Poss) && j+1 < n && (elems[j+1].Cat == Noun || elems[j+1].Cat == Name || elems[j+1].Cat == Unit) {
				break
			}
			break phrase
		case Quote:
			// a quoted word inside the phrase: the “plant-centric” food maker
			if j > i && j+2 < n && s.toks[e.From].Has(token.Open) && (elems[j+2].Cat == Quote) && elems[j+1].Cat <= Name {
				break
			}
			if j > i && j+1 < n && j >= 2 && elems[j-2].Cat == Quote && elems[j+1].Cat <= Name && j-2 >= i {
				break
			}
			break phrase
		case Stop:
			// an abbreviation inside the phrase: "Quarry Rd. raised", "R. Stowe Pratt", "Foo Inc."
			if j > i && s.Glued(e) && j+1 < n && s.toks[e.From].R == '.' {
				if c := elems[j+1].Cat; c == Noun || c == Name || c == Unit {
					break
				}
			}
			break phrase
		case Comma:
			if j > i && j+1 < n && elems[j+1].Is(lexicon.Legal) && elems[j+1].Cap && elems[j-1].Cat == Name {
				break
			}
			break phrase
		default:
			break phrase
		}
		class |= e.Class
		if e.Cap {
			holds |= Capitals
		}
		if e.Joined {
			holds |= s.oddity(e)
		}
	}
	k.Class, k.Holds = class, holds
	return j
}

// oddity returns what the word e, which is unknown or written together of several tokens, is for a noun phrase.
func (s *Sentence) oddity(e *Element) Holding {
	h := Holding(0)
	if e.Joined {
		h |= Joints
	}
	if e.Cat == Noun && !lexicon.Known(e.ID) && (e.Joined || s.toks[e.From].Kind != token.Number) {
		h |= Unknown
	}
	return h
}

// prospect reports whether element j says what is
// to come: "in talks", "about to", "Set To", "close to $40M". After a name it is a predicate
// without its verb, as headlines have it, and no part of the name.
func (s *Sentence) prospect(j int) bool {
	if s.Elems[j].Is(lexicon.Pendcue) && (strings.Contains(s.Word(j), " ") || j+1 < len(s.Elems) && s.Elems[j+1].Cat == To) {
		return true
	}
	return s.NearUnit(j)
}

// NearUnit reports whether element j is an amount said to be close: "close to $40M".
func (s *Sentence) NearUnit(j int) bool {
	if s.Elems[j].Unit < 0 {
		return false
	}
	w := s.Word(j)
	return len(w) > 9 && strings.EqualFold(w[:9], "close to ")
}

// joins reports whether the preposition at j stands inside a name: "Bank of Foo", "Foundation for the Bar".
func (s *Sentence) joins(j int) bool {
	p := &s.Elems[j-1]
	if p.Cat != Name || !p.Cap || s.Style != Plain || !s.Elems[j].Is(lexicon.Nameconnector) {
		return false
	}
	k := j + 1
	if s.Elems[k].Cat == Det && k+1 < len(s.Elems) && !s.Elems[k].Cap {
		k++
	}
	if s.Elems[k].Cat != Name {
		return false
	}
	for i := j - 1; i >= 0 && i > j-9; i-- { // "Foundation for the Study of the Foo"
		e := &s.Elems[i]
		if e.Cat == Name && e.Is(lexicon.Orgnoun) {
			return true
		}
		if e.Cat != Name && e.Cat != Det && e.Cat != Prep {
			return false
		}
	}
	return false
}

// verbGroup reads auxiliaries, adverbs and the main verb, from element i on, into g, which is of that node, and returns the element after them.
func (s *Sentence) verbGroup(i, node int, g *Group) int {
	s.verbs = append(s.verbs, verbAt{node, s.open})
	elems := s.Elems
	g.Main = i
	if i > 0 && elems[i-1].Cat == Adv && elems[i-1].Is(lexicon.Neg) {
		g.Neg = true // "never closed"
	}
	be, have := false, false
	j := i
	if elems[i].Cat == To {
		g.Form = Infinitive
		j++
	}
	aux := false
	for ; j < len(elems); j++ {
		e := &elems[j]
		switch e.Cat {
		case Aux:
			aux = true
			g.Main = j
			if e.Is(lexicon.Be) && !(e.Is(lexicon.Perfect) && s.isHas(j)) {
				be = true
			} else if e.Is(lexicon.Perfect) {
				have = true
				g.Perfect = true
			}
			if e.Is(lexicon.Future) {
				g.Future = true
			}
			if e.Is(lexicon.Neg) {
				g.Neg = true
			}
			continue
		case Adv:
			k := j
			for k < len(elems) && elems[k].Cat == Adv {
				k++
			}
			if k < len(elems) && (elems[k].Cat == Verb || elems[k].Cat == Aux) && (aux || g.Form == Infinitive) {
				for ; j < k; j++ {
					if elems[j].Is(lexicon.Neg) {
						g.Neg = true
					}
				}
				j = k - 1
				continue
			}
		case When:
			if aux && j+1 < len(elems) && elems[j+1].Cat == Verb {
				continue
			}
		case Verb:
			g.Verb, g.Main = e.Verb, j
			f := e.Forms
			switch {
			case be && f&lexicon.Gerund != 0 && f&lexicon.Part == 0:
				g.Doing = true
			case be && f&lexicon.Part != 0:
				g.Passive = true
			case have, aux, g.Form == Infinitive:
			case f&lexicon.Gerund != 0 && f&(lexicon.Base|lexicon.Third) == 0:
				g.Form = Gerund
			case f&(lexicon.Past|lexicon.Part) != 0 && f&lexicon.Base == 0 && s.participle(j):
				g.Form, g.Passive = Participle, true
			}
			return j + 1
		}
		break
	}
	if j == i {
		j++
	}
	return j
}

// isHas reports whether the contracted auxiliary at j ("it's raised") is "has": a participle follows and no "by" after that.
func (s *Sentence) isHas(j int) bool {
	for k := j + 1; k < len(s.Elems); k++ {
		switch s.Elems[k].Cat {
		case Adv:
		case Verb:
			return s.Elems[k].Forms&lexicon.Part != 0 && !(k+1 < len(s.Elems) && s.Word(k+1) == "by")
		default:
			return false
		}
	}
	return false
}

// participle reports whether the past form at j, which has no auxiliary, is a participle: "led by", not "led the round".
func (s *Sentence) participle(j int) bool {
	if s.Elems[j].Forms&lexicon.Part == 0 {
		return false
	}
	n, p := s.next(j), s.before(j)
	if n < 0 {
		return p != Name
	}
	if p == Rel || p == Pron {
		return false
	}
	if s.Elems[n].Is(lexicon.Prep) {
		switch s.Word(n) {
		case "by", "By", "BY":
			return true
		}
		if p == Stop {
			return true // "Founded in 2012, ..."
		}
		if p == Comma || p == Conj {
			return false
		}
		return p == Unit && !s.Elems[j].Is(lexicon.Say)
	}
	return false
}
