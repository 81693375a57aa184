package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Rules are the rows of a language, compiled: every row is spelled out into the sequences of tests that it stands for, and
// those that begin alike share the nodes of a tree. Matching walks down that tree, entered by the first word. Most words that
// may begin an expression begin none, so a gate tells by the next token whether to enter at all.
type Rules struct {
	local  []uint8 // by the number of a word in the lexicon, its number here; what is beyond has none
	values []int16 // what words mean; the first is every word that no row names
	rules  []rule  // one a row
	number gate    // what may follow a number that is no year

	// where matching begins: after a word in small letters, after one with a capital, and after a number by the kinds of it
	// that a row may begin with
	small, capital [mostWords + 1]*node
	numbers        [firstKinds]*node
}

// mostWords is how many words the rows may name.
const mostWords = 255

// wordSet is a set of the words of rules.
type wordSet [(mostWords + 1) / 64]uint64

func (s *wordSet) has(word uint8) bool { return s[word/64]>>(word%64)&1 != 0 }

func (s *wordSet) add(word uint8) { s[word/64] |= 1 << (word % 64) }

func (s *wordSet) addAll(t *wordSet) {
	for k := range s {
		s[k] |= t[k]
	}
}

// rule is a row without its pattern.
type rule struct {
	name                               string
	means                              Expr
	after, notAfter, before, notBefore *around // nil if nothing is said
}

// around is what may stand before or after an expression: certain words, or what passes a sequence of tests.
type around struct {
	words wordSet
	other []sequence
	first gate // what the others begin with
}

// node is where some ways have read the same. Where they go on is sorted by the token that they ask for.
type node struct {
	gate
	leaf    bool   // it does not go on
	ends    []*way // that end here
	byWord  []edge // certain words
	byKind  []edge // numbers
	byMark  []edge
	byOther []edge // tokens without a name
	byTime  []edge // expressions, and with them the way ends
}

// edge leads on by a token that passes a test.
type edge struct {
	*test
	to *node
}

// gate tells which tokens may come next.
type gate struct {
	end   bool   // also the end of the text: something ends here, or an expression follows
	kinds uint8  // every token of these kinds, a bit for each
	marks uint64 // these marks, see bit
	words wordSet
}

// bit returns the bit of a mark; few marks share one.
func bit(mark rune) uint64 { return 1 << (mark & 63) }

// add makes g let pass what h does.
func (g *gate) add(h *gate) {
	g.end, g.kinds, g.marks = g.end || h.end, g.kinds|h.kinds, g.marks|h.marks
	g.words.addAll(&h.words)
}

// let makes g let pass what passes t.
func (g *gate) let(t *test) {
	switch t.kind {
	case wordTest:
		if t.class == 0 && !t.anyWord() {
			g.words.addAll(&t.words)
			g.words.addAll(&t.capital)
			return
		}
	case markTest:
		g.marks |= bit(t.mark)
		return
	case timeTest:
		if t.first != nil && !t.not {
			g.let(t.first)
		} else {
			g.kinds = anyKind
		}
		return
	}
	g.kinds |= t.kinds()
}

// way is one of the sequences that a row stands for, of which only what says something is kept.
type way struct {
	rule    int
	fills   []fill
	several bool // days, so that no more than their month is known
}

// fill is what the token that is at from the first says.
type fill struct {
	at     int8
	slot   Slot
	number kinds
}

// compiler is the state of Compile.
type compiler struct {
	Rules
	lex   *lexicon.Lexicon
	first node
	named map[string]test       // the elements of the package and the sets
	parts map[string][]sequence // by name
	ids   []lexicon.ID          // of the words
	means map[uint8]int         // what words mean that fill slots
	tests map[test]*test        // all of them, each once
}

// Compile makes rules of the rows of a language, whose words lex knows.
func Compile(lex *lexicon.Lexicon, l Table) (*Rules, error) {
	c := &compiler{
		lex: lex, named: map[string]test{}, parts: map[string][]sequence{}, means: map[uint8]int{}, tests: map[test]*test{},
	}
	c.values, c.ids = make([]int16, 1), make([]lexicon.ID, 1)
	for _, e := range elements {
		c.named[e.name] = e.test
	}
	for _, s := range l.Sets {
		if err := c.addSet(s); err != nil {
			return nil, fmt.Errorf("set %s: %w", s.Name, err)
		}
	}
	for _, p := range l.Parts {
		name, pattern, _ := strings.Cut(p, " = ")
		sequences, err := c.spell(pattern)
		if err != nil {
			return nil, fmt.Errorf("part %s: %w", name, err)
		}
		c.parts[name] = sequences
	}
	for _, row := range l.Rows {
		if err := c.addRow(row); err != nil {
			return nil, fmt.Errorf("row %q: %w", row.Name, err)
		}
	}
	return &c.Rules, c.index()
}

// addWord returns the number of a word.
func (c *compiler) addWord(w string) (uint8, error) {
	id := c.lex.Find(w)
	if id == 0 {
		return 0, fmt.Errorf("%q is not in the lexicon", w)
	}
	if n := int(id) + 1 - len(c.local); n > 0 {
		c.local = append(c.local, make([]uint8, n)...)
	}
	if c.local[id] == 0 {
		if len(c.values) > mostWords {
			return 0, fmt.Errorf("%q is one word too many", w)
		}
		c.local[id] = uint8(len(c.values))
		c.values, c.ids = append(c.values, 0), append(c.ids, id)
	}
	return c.local[id], nil
}

// addSet adds a row of words.
func (c *compiler) addSet(s Set) error {
	t, known := c.named[s.Name]
	if known && (t.kind != wordTest || t.fills != s.Fills) {
		return errors.New("its rows differ")
	}
	t.fills = s.Fills
	t.class |= s.Class
	for _, w := range strings.Fields(s.Words) {
		n, err := c.addWord(w)
		if err != nil {
			return err
		}
		t.words.add(n)
		if s.Fills == Nothing {
			continue
		}
		value := cmp.Or(s.Value, int(c.lex.At(c.ids[n]).Value))
		if old, ok := c.means[n]; ok && old != value {
			return fmt.Errorf("%q means %d and %d", w, old, value)
		}
		c.means[n], c.values[n] = value, int16(value)
	}
	c.named[s.Name] = t
	return nil
}

// addRow spells a row out and adds its ways to the tree.
func (c *compiler) addRow(row Row) error {
	r := rule{name: row.Name, means: row.Means}
	for _, a := range []struct {
		pattern string
		around  **around
	}{{row.After, &r.after}, {row.NotAfter, &r.notAfter}, {row.Before, &r.before}, {row.NotBefore, &r.notBefore}} {
		if a.pattern == "" {
			continue
		}
		var err error
		if *a.around, err = c.around(a.pattern); err != nil {
			return err
		}
	}
	c.rules = append(c.rules, r)
	sequences, err := c.spell(row.Pattern)
	if err != nil {
		return err
	}
	for _, s := range sequences {
		w := &way{rule: len(c.rules) - 1}
		n := &c.first
		for k := range s {
			t := s[k]
			if n = n.follow(t); t.kind == timeTest && k < len(s)-1 {
				return errors.New("an expression does not end it")
			}
			if t.fills != Nothing || t.number != 0 {
				w.fills = append(w.fills, fill{int8(k), t.fills, t.number})
				w.several = w.several || t.number == laterDay
			}
		}
		if n == &c.first {
			return errors.New("it may be empty")
		}
		n.ends = append(n.ends, w)
	}
	return nil
}

// around returns what a pattern says of what stands around an expression.
func (c *compiler) around(pattern string) (*around, error) {
	sequences, err := c.spell(pattern)
	if err != nil {
		return nil, err
	}
	a := &around{}
	for _, s := range sequences {
		if len(s) == 0 || slices.ContainsFunc(s, func(t *test) bool { return t.kind == timeTest }) {
			return nil, fmt.Errorf("%q says nothing certain", pattern)
		}
		if t := s[0]; len(s) == 1 && *t == (test{words: t.words}) && !t.anyWord() {
			a.words.addAll(&t.words)
		} else {
			a.other = append(a.other, s)
			a.first.let(t)
		}
	}
	return a, nil
}

// edges returns where n goes on by t.
func (n *node) edges(t *test) *[]edge {
	switch {
	case t.kind == wordTest && t.class == 0 && !t.anyWord():
		return &n.byWord
	case t.kind == numberTest:
		return &n.byKind
	case t.kind == markTest:
		return &n.byMark
	case t.kind == timeTest:
		return &n.byTime
	}
	return &n.byOther
}

// follow returns the node that t leads to from n.
func (n *node) follow(t *test) *node {
	edges := n.edges(t)
	for k := range *edges {
		if e := &(*edges)[k]; e.test == t {
			return e.to
		}
	}
	*edges = append(*edges, edge{t, &node{}})
	return (*edges)[len(*edges)-1].to
}

// close sets the gates of n and of what follows.
func (n *node) close() {
	n.leaf = len(n.byWord)+len(n.byKind)+len(n.byMark)+len(n.byOther) == 0
	if len(n.ends) > 0 {
		n.end, n.gate.kinds = true, anyKind
	}
	for _, edges := range [...][]edge{n.byWord, n.byKind, n.byMark, n.byOther, n.byTime} {
		for k := range edges {
			n.let(edges[k].test)
			edges[k].to.close()
		}
	}
}

// merge returns a node that goes on as a or b do.
func merge(a, b *node) *node {
	if a == nil {
		return b
	}
	m := &node{gate: a.gate, ends: slices.Concat(a.ends, b.ends)}
	m.gate.add(&b.gate)
	for _, n := range []*node{a, b} {
		for _, edges := range [...][]edge{n.byWord, n.byKind, n.byMark, n.byOther, n.byTime} {
			for _, e := range edges {
				to := m.edges(e.test)
				if k := slices.IndexFunc(*to, func(old edge) bool { return old.test == e.test }); k >= 0 {
					(*to)[k].to = merge((*to)[k].to, e.to)
				} else {
					*to = append(*to, e)
				}
			}
		}
	}
	return m
}

// index finds what every word and every number begins.
func (c *compiler) index() error {
	if len(c.first.byMark)+len(c.first.byOther)+len(c.first.byTime) > 0 {
		return errors.New("a row begins with neither a word nor a number")
	}
	c.first.close()
	begun := map[string]*node{} // by the first edges
	begin := func(edges []edge, takes func(t *test) bool) *node {
		var key []byte
		var n *node
		for k := range edges {
			if takes(edges[k].test) {
				key = append(key, byte(k), byte(k>>8))
			}
		}
		if n, ok := begun[string(key)]; ok {
			return n
		}
		for k := 0; k < len(key); k += 2 {
			n = merge(n, edges[int(key[k])|int(key[k+1])<<8].to)
		}
		begun[string(key)] = n
		return n
	}
	for k := range c.values {
		c.small[k] = begin(c.first.byWord, func(t *test) bool { return t.words.has(uint8(k)) })
		c.capital[k] = begin(c.first.byWord, func(t *test) bool { return t.words.has(uint8(k)) || t.capital.has(uint8(k)) })
	}
	clear(begun)
	for k := range c.numbers {
		if kinds := kinds(k); kinds.possible() {
			n := begin(c.first.byKind, func(t *test) bool { return t.number&kinds != 0 })
			if c.numbers[k] = n; n != nil && kinds&yearDigits == 0 {
				c.number.add(&n.gate)
			}
		}
		if c.numbers[k] == nil {
			c.numbers[k] = &node{}
		}
	}
	for k := range c.first.byKind {
		if c.first.byKind[k].number >= firstKinds {
			return errors.New("a row begins with a number that none may begin with")
		}
	}
	return nil
}

// test is what a pattern asks of a token, or of an expression that ends it.
type test struct {
	kind   testKind
	glue   glue
	fills  Slot
	number kinds

	words, capital wordSet       // these, or these if capitalised,
	class          lexicon.Class // or of these classes; any word if nothing is asked for

	mark  rune // or small letter
	time  timeKind
	not   bool
	first *test // what the expression begins with, or does not
}

// sequence is a way to read a pattern.
type sequence []*test

// anyWord reports whether every word passes the test of words t.
func (t *test) anyWord() bool {
	return t.kind == wordTest && t.words == wordSet{} && t.capital == wordSet{} && t.class == 0
}

// anyKind has the bits of all kinds of tokens.
const anyKind = 0xff

// kinds returns the kinds of token that may pass t, a bit for each.
func (t *test) kinds() uint8 {
	switch t.kind {
	case numberTest:
		return 1 << token.Number
	case markTest, openingTest:
		return 1 << token.Punct
	case possTest:
		return 1 << token.Poss
	case anyTest:
		return anyKind
	}
	return 1 << token.Word
}

// is reports whether the word w of the lexicon, printed as t, passes the test of words.
func (t *test) is(w uint8, printed *token.Token) bool {
	return t.words.has(w) || t.capital.has(w) && printed.Has(token.Upper)
}

type testKind uint8

const (
	wordTest testKind = iota
	numberTest
	markTest
	possTest
	anyTest
	letterTest
	capsTest
	nameTest
	headTest
	openingTest
	timeTest
)

type glue uint8

const (
	glued  glue = iota + 1 // no space before the token
	spaced                 // a space before it
)

// allows reports whether g is satisfied.
func (g glue) allows(isGlued bool) bool { return g == 0 || (g == glued) == isGlued }

// timeKind is what an expression must be to be part of another.
type timeKind uint8

const (
	anyTime   timeKind = iota
	period             // anything but a weekday
	dayOfYear          // a day of a month
)

// allows reports whether x may be part of another expression that asks for t.
func (t timeKind) allows(x *Expr) bool {
	switch t {
	case period:
		return x.Kind != OnWeekday
	case dayOfYear:
		return x.Kind == Absolute && x.Date.Day != 0 || x.Kind == DayOf
	}
	return true
}
