package words

import (
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/reuse"
	"example.com/funding/internal/token"
)

// Pages that lose their links often lose the spaces around them too: "theSeries B led byFoo Venturesin March".
// Such words are cut where both halves are sure. What is only likely ("byFoo") is cut once its paragraph has shown
// by one that is sure that it is damaged.

// unglue cuts the words of the paragraph, in which one that has lost a space is sure.
func (r *Reader) unglue() {
	// how far each word is whole, before the tokens move
	r.cuts = r.cuts[:0]
	for i := r.From; i < len(r.Toks); i++ {
		n := r.glueCut(i, false)
		if n == 0 {
			n = r.glueCut(i, true)
		}
		r.cuts = append(r.cuts, int32(n))
	}
	r.uncut = append(r.uncut[:0], r.Toks[r.From:]...)
	r.Toks = r.Toks[:r.From]
	for k, t := range r.uncut {
		if r.cuts[k] == 0 {
			r.Toks = append(r.Toks, t)
			continue
		}
		a, b := t, t
		a.End = t.Start + r.cuts[k]
		b.Start = a.End
		b.Flags = token.Space
		if c := r.Text[b.Start]; 'A' <= c && c <= 'Z' {
			b.Flags |= token.Upper
			a.Flags &^= token.Mixed
		}
		r.Toks = append(r.Toks, a, b)
	}
	r.scanner.Keys = reuse.Zeroed(r.scanner.Keys, len(r.Toks)-r.From)
}

// How many letters the halves of a word have at least. What is surely two words has minGlued or more.
const minGlued, minEither, minSure = 7, 4, 5

// damaged reports whether a word of the paragraph has surely lost a space.
func (r *Reader) damaged() bool {
	for _, i := range r.strange {
		if r.glueCut(int(i), false) > 0 {
			return true
		}
	}
	return false
}

// glueCut returns where the word at token i is to be cut, 0 if it is whole.
// With damaged set, the paragraph is known to have lost spaces.
func (r *Reader) glueCut(i int, damaged bool) int {
	t := &r.Toks[i]
	if r.Lex.Known(r.IDs[i]) || t.Kind != token.Word || t.Has(token.Dotted) || t.End-t.Start < minEither+1 {
		return 0
	}
	w := t.Text(r.Text)
	switch {
	case t.Has(token.Mixed) && !t.Has(token.Upper):
		if !damaged && r.maybeBrand(i) {
			return 0
		}
		return r.capitalCut(w, damaged)
	case t.Has(token.Mixed), t.Has(token.Upper) && !damaged:
		return 0
	case t.Has(token.Upper):
		if cut := r.verbCut(w); cut > 0 {
			return cut
		}
	}
	cut := r.tailCut(w, damaged)
	if t.Has(token.Upper) && cut < minSure && !r.Kind(i+1, token.Number) {
		cut = 0 // "Rolland" is a name, unlike "Deerby 2018"
	}
	if cut == 0 && damaged && !t.Has(token.Upper) {
		cut = r.headCut(w)
	}
	return cut
}

// verbCut returns where a verb that tells of a deal is stuck to the name w: "Foobarraised"; 0 if nowhere.
func (r *Reader) verbCut(w string) int {
	for _, verb := range r.rules.stuckVerbs {
		if name, ok := strings.CutSuffix(w, verb); ok && len(name) >= minEither-1 {
			return len(name)
		}
	}
	return 0
}

// maybeBrand reports whether the word at token i opens a sentence, as a brand may: "theFoo, a maker of bar".
func (r *Reader) maybeBrand(i int) bool {
	return r.Toks[i].Has(token.Line) || r.Is(i-1, '.') || r.Is(i-1, '"')
}

// capitalCut returns where w is a word in small letters with a capitalised one stuck to it: "startupFoo", "theFoo"; 0 if nowhere.
func (r *Reader) capitalCut(w string, damaged bool) int {
	cut := 0
	for cut < len(w) && 'a' <= w[cut] && w[cut] <= 'z' {
		cut++
	}
	if cut == len(w) {
		return 0
	}
	e := r.Lex.At(r.Lex.Find(w[:cut]))
	function := e.Is(lexicon.Det | lexicon.Prep | lexicon.Conj)
	switch {
	case function && (cut >= 3 || damaged && cut == 2 && len(w)-cut > 3),
		cut >= minSure && (e.Is(lexicon.Common|lexicon.Companynoun) || e.Verb != 0):
		return cut
	}
	return 0
}

// tailCut returns where a short word is stuck to the end of w: "roundof"; 0 if nowhere.
func (r *Reader) tailCut(w string, damaged bool) int {
	const mayPrecede = lexicon.Common | lexicon.Roundnoun | lexicon.Companynoun | lexicon.Investorword | lexicon.Month
	last := letterNo(w[len(w)-1])
	if last >= len(r.rules.stuck) {
		return 0
	}
	for _, tail := range r.rules.stuck[last] {
		head, ok := strings.CutSuffix(w, tail)
		if !ok || len(head) < minEither || len(tail) == 1 && (len(head) < minSure || !damaged) {
			continue
		}
		if !damaged && (len(w) < minGlued || len(head) < minSure) {
			continue
		}
		if e := r.Lex.At(r.Lex.Find(head)); e.Is(mayPrecede) || e.Verb != 0 {
			return len(head)
		}
	}
	return 0
}

// headCut returns where a short word is stuck to the beginning of w: "oftheround"; 0 if nowhere.
func (r *Reader) headCut(w string) int {
	for _, heads := range r.rules.stuck {
		for _, head := range heads {
			rest, ok := strings.CutPrefix(w, head)
			if !ok || len(head) == 1 || len(rest) < minEither {
				continue
			}
			if e := r.Lex.At(r.Lex.Find(rest)); e.Is(lexicon.Common|lexicon.Roundnoun|lexicon.Companynoun) || e.Verb != 0 {
				return len(head)
			}
		}
	}
	return 0
}
