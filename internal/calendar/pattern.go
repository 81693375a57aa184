package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spell returns the sequences that a pattern stands for.
func (c *compiler) spell(pattern string) ([]sequence, error) {
	p := speller{compiler: c}
	for _, w := range strings.Fields(pattern) {
		for strings.HasPrefix(w, "[") || strings.HasPrefix(w, "(") {
			p.words, w = append(p.words, w[:1]), w[1:]
		}
		closing := len(strings.TrimRight(w, "])"))
		if closing > 0 {
			p.words = append(p.words, w[:closing])
		}
		for _, bracket := range w[closing:] {
			p.words = append(p.words, string(bracket))
		}
	}
	out, err := p.alternatives()
	if err == nil && p.next() != "" {
		err = fmt.Errorf("%q closes nothing", p.next())
	}
	return out, err
}

// speller reads a pattern.
type speller struct {
	*compiler
	words []string
	at    int
}

// next returns the word that comes next, "" at the end.
func (p *speller) next() string {
	if p.at == len(p.words) {
		return ""
	}
	return p.words[p.at]
}

// alternatives reads sequences with | between them, up to a closing bracket or the end.
func (p *speller) alternatives() ([]sequence, error) {
	var all []sequence
	for {
		some, err := p.sequences()
		if err != nil {
			return nil, err
		}
		if all = append(all, some...); p.next() != "|" {
			return all, nil
		}
		p.at++
	}
}

// sequences reads what follows each other.
func (p *speller) sequences() ([]sequence, error) {
	all := []sequence{{}}
	for {
		var some []sequence
		var err error
		switch w := p.next(); w {
		case "", "|", "]", ")":
			return all, nil
		case "[", "(":
			p.at++
			if some, err = p.alternatives(); err != nil {
				return nil, err
			}
			if closing := map[string]string{"[": "]", "(": ")"}[w]; p.next() != closing {
				return nil, fmt.Errorf("%q is missing", closing)
			}
			if w == "[" {
				some = append(some, sequence{})
			}
		default:
			if some, err = p.element(w); err != nil {
				return nil, fmt.Errorf("%s: %w", w, err)
			}
		}
		p.at++
		all = product(all, some)
	}
}

// product returns every sequence of a followed by every one of b.
func product(a, b []sequence) []sequence {
	out := make([]sequence, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			out = append(out, append(slices.Clip(x), y...))
		}
	}
	return out
}

// element returns the tests of an element, or the sequences of a part.
func (c *compiler) element(w string) ([]sequence, error) {
	if c.parts[w] != nil {
		return c.parts[w], nil
	}
	var g glue
	if len(w) > 1 && (w[0] == '+' || w[0] == '_') {
		g = map[byte]glue{'+': glued, '_': spaced}[w[0]]
		w = w[1:]
	}
	if name, what, ok := strings.Cut(w, ":"); ok && name != "" {
		return c.timeElement(name, what, g)
	}
	var out []sequence // of one test each
	var some test      // all alternatives that are words
	for _, alternative := range strings.Split(w, "|") {
		name, capital := strings.CutPrefix(alternative, "^")
		t, err := c.alternative(name)
		switch {
		case err != nil:
			return nil, err
		case t.kind != wordTest || t.anyWord():
			if capital {
				return nil, errors.New("it has no capital")
			}
			t.glue = g
			out = append(out, sequence{c.intern(t)})
			continue
		case capital:
			t.words, t.capital = wordSet{}, t.words
		}
		if !some.anyWord() && t.fills != some.fills {
			return nil, errors.New("its words fill different slots")
		}
		some.words.addAll(&t.words)
		some.capital.addAll(&t.capital)
		some.class, some.fills, some.glue = some.class|t.class, t.fills, g
	}
	if !some.anyWord() {
		out = append(out, sequence{c.intern(some)})
	}
	return out, nil
}

// alternative returns the test of one alternative of an element.
func (c *compiler) alternative(name string) (test, error) {
	t, named := c.named[name]
	first, size := utf8.DecodeRuneInString(name)
	switch {
	case named:
	case size > 0 && size == len(name) && !unicode.IsLetter(first):
		return test{kind: markTest, mark: first}, nil
	case len(name) == 3 && name[0] == '"' && name[2] == '"':
		return test{kind: letterTest, mark: rune(name[1])}, nil
	case !unicode.IsLower(first):
		return t, errors.New("no such element")
	default:
		n, err := c.addWord(name)
		t.words.add(n)
		return t, err
	}
	return t, nil
}

// timeElement returns the test of an element like "TIME:!back".
func (c *compiler) timeElement(name, what string, g glue) ([]sequence, error) {
	t := c.named[name]
	if t.kind != timeTest || g != 0 {
		return nil, errors.New("no such element")
	}
	what, t.not = strings.CutPrefix(what, "!")
	first, err := c.element(what)
	if err != nil {
		return nil, err
	}
	if len(first) != 1 || len(first[0]) != 1 {
		return nil, errors.New("it does not begin with a word")
	}
	t.first = first[0][0]
	return []sequence{{c.intern(t)}}, nil
}

// intern returns the only test that is like t.
func (c *compiler) intern(t test) *test {
	if c.tests[t] == nil {
		c.tests[t] = &t
	}
	return c.tests[t]
}
