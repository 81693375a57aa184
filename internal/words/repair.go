package words

import (
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/reuse"
	"example.com/funding/internal/token"
)

// Pages that lose their links often lose the spaces around them too:
// "theSeries B led byFoo Venturesin March". unglue cuts such words where both
// halves are sure; what is only likely ("byFoo") is cut once its paragraph has
// shown that it is damaged.
//
// It is for a paragraph, from token r.from on, in which one such word is sure.
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

// minGlued is how many letters a word has at least whose last two or more are surely another.
const minGlued = 7

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
	t := r.Toks[i]
	if lexicon.Known(r.IDs[i]) || t.Kind != token.Word || t.Has(token.Dotted) || t.End-t.Start < 5 {
		return 0
	}
	w := t.Text(r.Text)
	if t.Has(token.Mixed) && !t.Has(token.Upper) {
		// a lower-case word and a capitalised one: "startupFoo"
		cut := 0
		for cut < len(w) && 'a' <= w[cut] && w[cut] <= 'z' {
			cut++
		}
		if cut == len(w) {
			return 0
		}
		if !damaged && (t.Has(token.Line) || r.Is(i-1, '.') || r.Is(i-1, '"')) {
			return 0 // a brand may open a sentence: "theFoo, a maker of bar"
		}
		e := lexicon.At(lexicon.Find(w[:cut]))
		function := e.Is(lexicon.Det | lexicon.Prep | lexicon.Conj)
		switch {
		case function && cut >= 3, function && damaged && cut == 2 && len(w)-cut > 3:
			return cut
		case cut >= 5 && (e.Is(lexicon.Common|lexicon.Companynoun) || e.Verb != 0):
			return cut
		}
		return 0
	}
	if t.Has(token.Mixed) || t.Has(token.Upper) && !damaged {
		return 0
	}
	for _, tail := range glued[min(int(w[len(w)-1]), len(glued)-1)] { // beyond the last there is none that fits
		head, ok := strings.CutSuffix(w, tail)
		if !ok || len(head) < 4 || tail == "a" && len(head) < 5 {
			continue
		}
		e := lexicon.At(lexicon.Find(head))
		if e.Is(lexicon.Common|lexicon.Roundnoun|lexicon.Companynoun|lexicon.Investorword|lexicon.Month) || e.Verb != 0 {
			if !damaged && !(len(w) >= minGlued && len(head) >= 5 && len(tail) >= 2) {
				continue
			}
			return len(head)
		}
	}
	if damaged && !t.Has(token.Upper) {
		for _, heads := range glued {
			for _, head := range heads {
				rest, ok := strings.CutPrefix(w, head)
				if !ok || len(head) < 2 || len(rest) < 4 {
					continue
				}
				if e := lexicon.At(lexicon.Find(rest)); e.Is(lexicon.Common|lexicon.Roundnoun|lexicon.Companynoun) || e.Verb != 0 {
					return len(head)
				}
			}
		}
	}
	return 0
}
