package names

import (
	"unicode"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// This file says which elements belong to a name where capitals mark names.

// verdict is what a rule makes of an element.
type verdict uint8

const (
	unsaid verdict = iota // the rule does not fit
	belongs
	foreign
)

// judge returns v if the rule fits.
func judge(fits bool, v verdict) verdict {
	if fits {
		return v
	}
	return unsaid
}

// partRule says when element i, which has a capital or a digit first, is or is no part of a name. For examples see
// phraseRule.
type partRule struct {
	name, example string
	when          func(r *Reader, i int) verdict
}

// partRules decide what few elements need; the first that fits does, else the capital.
var partRules = []partRule{
	{"initials in the plural", "SMEs raised {$5M}.", func(r *Reader, i int) verdict {
		e := &r.S.Elems[i]
		return judge(!r.Lex.Known(e.ID) && r.Toks[e.From].Has(token.Mixed) && r.pluralOfCapitals(r.S.Word(i)), foreign)
	}},
	{"a phrase with a capital only as it opens the sentence", "Venture capital [Lidaro] raised {$5M}.", func(r *Reader, i int) verdict {
		e := &r.S.Elems[i]
		last := &r.Toks[e.To-1]
		low := last.Kind == token.Word && last.Has(token.Space) && !last.Has(token.Upper|token.Mixed)
		return judge(e.To > e.From+1 && !e.Compound && low, foreign)
	}},
	{"a number or the like that opens the sentence", "Nine Lidaro robots raised {$5M}.", func(r *Reader, i int) verdict {
		e := &r.S.Elems[i]
		return judge(e.Cap && e.Is(lexicon.Number|lexicon.Starter) && i == 0, foreign)
	}},
	{"a number before a name", "<It> was led by [512 Medical].", func(r *Reader, i int) verdict {
		return judge(r.Toks[r.S.Elems[i].From].Kind == token.Number && r.numberFirst(i), belongs)
	}},
	{"an adjective with a hyphen", "<It> bought Orvel-Backed [Lidaro].", func(r *Reader, i int) verdict {
		e := &r.S.Elems[i]
		return judge(e.Compound && e.Is(lexicon.Modifier), foreign)
	}},
	{"a number with a hyphen", "<It> bought Thirty-one Orvel stores.", func(r *Reader, i int) verdict {
		e := &r.S.Elems[i]
		return judge(e.Compound && e.Cap && r.Entry(int(e.From)).Is(lexicon.Number), foreign)
	}},
	{"common words with a hyphen that open the sentence", "Soil-test startup raised {$5M}.", func(r *Reader, i int) verdict {
		e := &r.S.Elems[i]
		common := e.Compound && e.Cap && i == 0 && r.Entry(int(e.From)).Is(lexicon.Common) && r.Entry(int(e.To)-1).Is(lexicon.Common)
		return judge(common && !r.Toks[e.To-1].Has(token.Upper), foreign)
	}},
	{"other words with a hyphen", "Orvel-bank [Lidaro] raised {$5M}.", func(r *Reader, i int) verdict {
		e := &r.S.Elems[i]
		last := &r.Toks[e.To-1]
		return judge(e.Compound && e.Cap && !(last.Has(token.Upper) || last.Kind == token.Number || e.Class == 0), foreign)
	}},
}

// maybeName reports whether e is written with a capital or a digit first, as all that partOfName takes.
func (r *Reader) maybeName(e *grammar.Element) bool {
	return e.Cap || r.Toks[e.From].Kind == token.Number
}

// partOfName reports whether element i can be part of a name where capitals count.
func (r *Reader) partOfName(i int) bool {
	e := &r.S.Elems[i]
	if !r.maybeName(e) || e.Unit >= 0 || e.Cat > grammar.Name {
		return false
	}
	if e.Cap && r.plainWord(e) && (i > 0 || !e.Is(lexicon.Number|lexicon.Starter)) {
		return true // most
	}
	for k := range partRules {
		if v := partRules[k].when(r, i); v != unsaid {
			return v == belongs
		}
	}
	return e.Cap
}

// plainWord reports whether e is one word, without a hyphen and without capitals inside.
func (r *Reader) plainWord(e *grammar.Element) bool {
	t := &r.Toks[e.From]
	return e.To == e.From+1 && !e.Compound && t.Kind == token.Word && !t.Has(token.Mixed)
}

// pluralOfCapitals reports whether w is initials in the plural: "SMEs".
func (r *Reader) pluralOfCapitals(w string) bool {
	if len(w) < 3 || w[len(w)-1] != r.rules.Plural {
		return false
	}
	for _, c := range w[:len(w)-1] {
		if unicode.ToUpper(c) != c {
			return false
		}
	}
	return true
}

// numberFirst reports whether the number at element i opens a name: "512 Medical", "led by 1733 Capital".
func (r *Reader) numberFirst(i int) bool {
	e := r.S.Elems
	if i+1 >= len(e) || !e[i+1].Cap || e[i+1].Cat != grammar.Name || r.S.Glued(&e[i+1]) {
		return false
	}
	if i == 0 {
		return true
	}
	switch e[i-1].Cat {
	case grammar.Prep, grammar.Comma, grammar.Conj, grammar.Semi:
		return true
	}
	return false
}

// insideRule says when element i, which is no part of a name by itself, stands inside one that may go on to b.
type insideRule struct {
	name, example string
	cats          uint32 // the categories that it is for
	when          func(r *Reader, i, b int) bool
}

// Sets of categories.
const (
	joining = 1<<grammar.Conj | 1<<grammar.Det | 1<<grammar.Prep // words that join the words of a name
	comma   = 1 << grammar.Comma
	stop    = 1 << grammar.Stop
	nouns   = 1<<grammar.Noun | 1<<grammar.Name
	others  = ^uint32(joining | comma | stop)
)

// insideRules are all ways to stand inside a name.
var insideRules = []insideRule{
	{"a preposition and an article", "[Foundation for the Study] raised {$5M}.", 1 << grammar.Prep, func(r *Reader, i, b int) bool {
		return i+2 < b && r.S.Elems[i+1].Cat == grammar.Det && r.partOfName(i+2)
	}},
	{"a joining word", "[Plow & Mow] raised {$5M}.", joining, func(r *Reader, i, b int) bool {
		return i+1 < b && r.partOfName(i+1)
	}},
	{"a comma before a legal form", "[Lidaro, Inc.] raised {$5M}.", comma, func(r *Reader, i, b int) bool {
		return i+1 < b && r.S.Elems[i+1].Is(lexicon.Legal)
	}},
	{"a full stop", "[Orvel.Lidaro] raised {$5M}.", stop, func(r *Reader, i, b int) bool {
		return r.S.Glued(&r.S.Elems[i]) && (i+1 >= b || r.partOfName(i+1) || r.S.Elems[i-1].Is(lexicon.Legal|lexicon.Abbrev))
	}},
	{"a number", "[Lidaro 24] raised {$5M}.", others, func(r *Reader, i, b int) bool {
		e := &r.S.Elems[i]
		return e.Unit < 0 && r.Toks[e.From].Kind == token.Number
	}},
	{"a word for a fund", "[Friends of Quark fund] led {$5M}.", nouns, func(r *Reader, i, b int) bool {
		return i+1 == b && r.S.Elems[i].Is(lexicon.Fundnoun) && i > 2 &&
			(r.S.Elems[i-2].Cat == grammar.Prep || r.S.Elems[i-2].Cat == grammar.Det && r.S.Elems[i-3].Cat == grammar.Prep)
	}},
	{"a legal form", "[Lidaro gmbh] raised {$5M}.", nouns, func(r *Reader, i, b int) bool {
		e := &r.S.Elems[i]
		return e.Unit < 0 && e.Is(lexicon.Legal) && (e.Cap || i+1 == b) && !e.Is(lexicon.Common)
	}},
}

// inside reports whether element i may stand inside a name that ends before b.
func (r *Reader) inside(i, b int) bool {
	cat := uint32(1) << r.S.Elems[i].Cat
	for k := range insideRules {
		if rule := &insideRules[k]; rule.cats&cat != 0 && rule.when(r, i, b) {
			return true
		}
	}
	return false
}

// peelRule says when element i describes the name that goes on to j, and is no part of it. opens says that only
// such words stand between it and the beginning of the sentence, see Reader.opens.
type peelRule struct {
	name, example string
	when          func(r *Reader, i, j int, opens bool) bool
}

// peelRules are the ways in which the first word of a run may describe the rest of it.
var peelRules = []peelRule{
	{"a people that opens the sentence", "Swiss AI [Lidaro] raised {$5M} in {May}.", func(r *Reader, i, j int, opens bool) bool {
		e := r.S.Elems
		return opens && i+2 < j && e[i].Is(lexicon.Demonym) && e[i+1].Is(descriptor)
	}},
	{"a word for a company that opens the sentence", "Startup [Lidaro] raised {$5M} in {May}.", func(r *Reader, i, j int, opens bool) bool {
		c := &r.S.Elems[i]
		return opens && c.Cat <= grammar.Name && c.Is(lexicon.Placeless|lexicon.Anaphor) && !r.possessed(i)
	}},
	{"a field before a word for a company", "<It> bought the AI [Bank Lidaro] in {May}.", func(r *Reader, i, j int, opens bool) bool {
		e := r.S.Elems
		return !opens && i+2 < j && e[i].Is(lexicon.Placeless) && e[i+1].Is(lexicon.Companynoun)
	}},
}

// peel skips what describes rather than names at the beginning of the run [i, j): "CEO", "Startup" at the start of a sentence.
func (r *Reader) peel(i, j int) int {
	if k := r.afterTitle(i, j); k > i {
		return k
	}
	opens := r.opens(i)
next:
	for i+1 < j {
		for k := range peelRules {
			if peelRules[k].when(r, i, j, opens) {
				i++
				continue next
			}
		}
		break
	}
	return i
}

// afterTitle returns where the run [i, j) goes on after the last title in it, i if there is none: "CEO Jane Roe".
// Some words are titles and parts of names as well: "Anchor Capital", "Captain Inc".
func (r *Reader) afterTitle(i, j int) int {
	e := r.S.Elems
	for k := j - 2; k >= i; k-- {
		if !e[k].Is(lexicon.Title) || e[k].Is(lexicon.Investorword) {
			continue
		}
		if last := k+2 == j; last && (e[k+1].Is(lexicon.Legal|lexicon.Investorword) || k > i && !e[k].Cap) {
			continue
		}
		return k + 1
	}
	return i
}

// opens reports whether element i opens the sentence, or what stands after a colon, a dash or a quotation mark.
func (r *Reader) opens(i int) bool {
	if i == 0 {
		return true
	}
	switch r.S.Elems[i-1].Cat {
	case grammar.Colon, grammar.Dash, grammar.Quote:
		return true
	}
	return false
}

// possessed reports whether a possessive follows element i.
func (r *Reader) possessed(i int) bool {
	return i+1 < len(r.S.Elems) && r.S.Elems[i+1].Cat == grammar.Poss
}
