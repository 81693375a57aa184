package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Rules are the rows of a language, compiled: every row is spelled out into the sequences of tests that it stands for, and
// those that begin alike share the nodes of a tree. Matching walks down that tree, entered by the first word. Most words that
// may begin an expression begin none, so a gate tells by the next token whether to enter at all.
type Rules struct {
	local []uint8 // by the number of a word in the lexicon, its number in words; what is beyond has none
	words []word  // the first is every word that no row names
	rules []rule  // one a row

	// what a number begins: a year, another, and one that marks are glued to
	years, numbers, digits start
}

// word is what the rules know of a word.
type word struct {
	number         uint8
	value          int16
	sets           uint64 // it belongs to
	small, capital *start // what it begins, without and with a capital
}

// start is where matching begins: the edges that a first token takes.
type start struct {
	gate
	edges []edge
}

// gate tells which tokens may come next.
type gate struct {
	any     bool // whatever, or none: something ends here, or an expression or a token without a name may follow
	numbers bool
	marks   bool
	words   wordSet
}

// add makes g let pass what h does.
func (g *gate) add(h *gate) {
	g.any, g.numbers, g.marks = g.any || h.any, g.numbers || h.numbers, g.marks || h.marks
	for k := range g.words {
		g.words[k] |= h.words[k]
	}
}

// wordSet is a set of the words of rules.
type wordSet [(mostWords + 1) / 64]uint64

func (s *wordSet) has(word uint8) bool { return s[word/64]>>(word%64)&1 != 0 }

// rule is a row without its pattern. What may and may not stand around are sequences of tests.
type rule struct {
	name                               string
	means                              Expr
	after, notAfter, before, notBefore []sequence
}

// node is where some ways have read the same. Where they go on is sorted by the token that they ask for.
type node struct {
	gate
	ends                              []*way
	wordEdges, numberEdges, markEdges []edge
	others                            []edge // tokens without a name
	times                             []edge // expressions
}

// edge leads on by a token that passes a test.
type edge struct {
	test
	to *node
}

// way is one of the sequences that a row stands for. Each test is for one token, a time in it is the last.
type way struct {
	rule  int
	tests sequence
}

// test is what a pattern asks of a token, or of an expression that ends it.
type test struct {
	kind                  testKind
	glue                  glue
	fills                 Slot
	single, singleCapital uint8 // for words: this one, or capitalised and this one,
	sets, capital         uint64
	class                 lexicon.Class // or of these sets or classes. If nothing is asked for any word passes

	numbers numbers
	mark    rune // or small letter

	time  timeKind
	not   bool
	first *test // what the expression begins with, or does not
}

// any reports whether every word passes the test.
func (t *test) any() bool {
	return t.sets == 0 && t.capital == 0 && t.single == 0 && t.singleCapital == 0 && t.class == 0
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

// timeKind is what an expression must be to be part of another.
type timeKind uint8

const (
	anyTime   timeKind = iota
	period             // anything but a weekday
	dayOfYear          // a day of a month
)

// compiler is the state of Compile.
type compiler struct {
	Rules
	first    node
	named    map[string]test // the elements of the package and the sets
	parts    map[string][]sequence
	literals map[string]uint64 // the sets of words that stand in patterns themselves
	firsts   map[string]*test  // what expressions within others begin with
	bits     int               // of sets
	passing  map[test]wordSet  // what asked has found
	entries  []lexicon.ID      // of each word
	means    map[uint8]int     // what words mean that fill slots
}

// sequence is a way to read a pattern.
type sequence []test

// Compile makes rules of the rows of a language.
func Compile(l Language) (*Rules, error) {
	c := &compiler{named: map[string]test{}, parts: map[string][]sequence{}, literals: map[string]uint64{}, firsts: map[string]*test{}, passing: map[test]wordSet{}, means: map[uint8]int{}}
	c.words, c.entries = make([]word, 1), make([]lexicon.ID, 1)
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

// mostWords and mostSets are how many words the rows may name, and how many sets of them.
const mostWords, mostSets = 255, 64

// addWord returns the number of a word.
func (c *compiler) addWord(w string) (uint8, error) {
	id := lexicon.Find(w)
	if id == 0 {
		return 0, fmt.Errorf("%q is not in the lexicon", w)
	}
	if n := int(id) + 1 - len(c.local); n > 0 {
		c.local = append(c.local, make([]uint8, n)...)
	}
	if c.local[id] == 0 {
		if len(c.words) > mostWords {
			return 0, fmt.Errorf("%q is one word too many", w)
		}
		c.local[id] = uint8(len(c.words))
		c.words = append(c.words, word{number: c.local[id]})
		c.entries = append(c.entries, id)
	}
	return c.local[id], nil
}

// addBit returns the bit of a set that is new.
func (c *compiler) addBit() (uint64, error) {
	if c.bits == mostSets {
		return 0, errors.New("one set too many")
	}
	c.bits++
	return 1 << (c.bits - 1), nil
}

// addSet adds a row of words.
func (c *compiler) addSet(s Set) error {
	t, known := c.named[s.Name]
	if !known {
		t.fills = s.Fills
	}
	if t.kind != wordTest || t.fills != s.Fills {
		return errors.New("its rows differ")
	}
	t.class |= s.Class
	if s.Words != "" && t.sets == 0 {
		var err error
		if t.sets, err = c.addBit(); err != nil {
			return err
		}
	}
	for _, w := range strings.Fields(s.Words) {
		n, err := c.addWord(w)
		if err != nil {
			return err
		}
		c.words[n].sets |= t.sets
		if s.Fills == Nothing {
			continue
		}
		value := cmp.Or(s.Value, int(lexicon.At(c.entries[n]).Value))
		if old, ok := c.means[n]; ok && old != value {
			return fmt.Errorf("%q means %d and %d", w, old, value)
		}
		c.means[n], c.words[n].value = value, int16(value)
	}
	c.named[s.Name] = t
	return nil
}

// addRow spells a row out and adds its ways to the tree.
func (c *compiler) addRow(row Row) error {
	r := rule{name: row.Name, means: row.Means}
	for _, around := range []struct {
		pattern   string
		sequences *[]sequence
	}{{row.After, &r.after}, {row.NotAfter, &r.notAfter}, {row.Before, &r.before}, {row.NotBefore, &r.notBefore}} {
		if around.pattern == "" {
			continue
		}
		var err error
		if *around.sequences, err = c.spell(around.pattern); err != nil {
			return err
		}
		for _, s := range *around.sequences {
			if len(s) == 0 || s[len(s)-1].kind == timeTest {
				return fmt.Errorf("nothing certain stands in %q", around.pattern)
			}
		}
	}
	c.rules = append(c.rules, r)
	ways, err := c.spell(row.Pattern)
	if err != nil {
		return err
	}
	for _, s := range ways {
		n := &c.first
		for k := range s {
			if n = n.follow(&s[k]); s[k].kind == timeTest && k < len(s)-1 {
				return errors.New("an expression does not end it")
			}
		}
		if n == &c.first {
			return errors.New("it may be empty")
		}
		n.ends = append(n.ends, &way{len(c.rules) - 1, s})
	}
	return nil
}

// follow returns the node that t leads to from n.
func (n *node) follow(t *test) *node {
	edges := &n.others
	switch {
	case t.kind == wordTest && t.class == 0 && !t.any():
		edges = &n.wordEdges
	case t.kind == numberTest:
		edges = &n.numberEdges
	case t.kind == markTest:
		edges = &n.markEdges
	case t.kind == timeTest:
		edges = &n.times
	}
	for k := range *edges {
		if e := &(*edges)[k]; e.test == *t {
			return e.to
		}
	}
	*edges = append(*edges, edge{*t, &node{}})
	return (*edges)[len(*edges)-1].to
}

// close sets the gates of n and of what follows.
func (c *compiler) close(n *node) {
	n.any = len(n.ends)+len(n.others)+len(n.times) > 0
	n.numbers, n.marks = len(n.numberEdges) > 0, len(n.markEdges) > 0
	for k := range n.wordEdges {
		n.gate.add(&gate{words: c.asked(&n.wordEdges[k].test)})
	}
	for _, edges := range [...][]edge{n.wordEdges, n.numberEdges, n.markEdges, n.others, n.times} {
		for k := range edges {
			c.close(edges[k].to)
		}
	}
}

// asked returns the words that pass t, in whatever case.
func (c *compiler) asked(t *test) wordSet {
	s, known := c.passing[*t]
	if !known {
		for k := range c.words {
			if c.words[k].passes(t, &token.Token{Flags: token.Upper}) {
				s[k/64] |= 1 << (k % 64)
			}
		}
		c.passing[*t] = s
	}
	return s
}

// index sorts the first edges by the tokens that take them.
func (c *compiler) index() error {
	if len(c.first.markEdges)+len(c.first.others)+len(c.first.times) > 0 {
		return errors.New("a row begins with neither a word nor a number")
	}
	c.close(&c.first)
	begin := func(s *start, e edge) *start {
		if s == nil {
			s = &start{}
		}
		s.edges = append(s.edges, e)
		s.gate.add(&e.to.gate)
		return s
	}
	for k := range c.words {
		w := &c.words[k]
		for _, e := range c.first.wordEdges {
			if w.passes(&e.test, &token.Token{}) {
				w.small = begin(w.small, e)
			}
			if w.passes(&e.test, &token.Token{Flags: token.Upper}) {
				w.capital = begin(w.capital, e)
			}
		}
	}
	c.digits.any = true
	for _, e := range c.first.numberEdges {
		begin(&c.digits, e)
		if e.numbers&(yearAlone|yearDigits|decade|count|anyNumber) != 0 {
			begin(&c.years, e)
		}
		if e.numbers&(yearAlone|yearDigits|decade|quarterShort|halfShort) == 0 {
			begin(&c.numbers, e)
		}
	}
	return nil
}
