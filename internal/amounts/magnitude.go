package amounts

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// scale reads the magnitude at n.to and applies it. It returns why there is no value then, "" if there is one.
func (r *Reader) scale(n *number) string {
	if n.to >= len(r.Toks) {
		return ""
	}
	if !n.mag && r.Toks[n.to].Kind == token.Punct {
		r.plus(n)
	}
	for steps := 0; steps < 2 && n.to < len(r.Toks); steps++ { // "5 thousand crore"
		j := n.to
		hyphen := r.dash(j) && r.Glued(j) && r.Glued(j+1)
		if hyphen {
			j++
		}
		if r.Toks[j].Kind != token.Word {
			break
		}
		e := r.Lex.At(r.IDs[j])
		if !e.Is(lexicon.Magnitude) {
			return r.stuckMagnitude(n, j)
		}
		if e.Value < 0 {
			return "followed by " + clipped(r.Toks[j].Text(r.Text), 20) // a magnitude of another language
		}
		if t := &r.Toks[j]; t.End-t.Start <= 2 && r.loneLetters(n, j, hyphen) {
			return ""
		}
		if e.Words > 1 {
			if p := r.Lex.At(r.pair(j)); p.Is(lexicon.Magnitude) { // "lakh crore"
				e = p
				j++
			}
		}
		n.times(int(e.Value))
		n.to = j + 1
		if r.Is(n.to, '.') && r.abbreviated(j) {
			n.to++
		}
		if e.Value > 3 {
			break
		}
	}
	if n.mag && r.anotherMagnitude(n.to) {
		return "two magnitudes"
	}
	return ""
}

// dash reports whether token i is a hyphen or an en dash.
func (r *Reader) dash(i int) bool { return r.Is(i, '-') || r.Is(i, '–') }

// plus reads what says "or more" between a number and its magnitude: "5+ million", "5-plus million".
func (r *Reader) plus(n *number) {
	k := n.to
	if !r.Glued(k) {
		return
	}
	sign := r.Is(k, '+')
	if r.Is(k, '-') && r.has(k+1, lexicon.TraitTrailsMore) {
		k++
		sign = true
	}
	if sign && r.Entry(k+1).Is(lexicon.Magnitude) {
		n.plus = true
		n.to = k + 1
	}
}

// loneLetters reports whether the magnitude at token j is one or two letters that are none there. Of those apart from the number only the
// usual letters count: "$5 m", but not "$5 t". hyphen says that a hyphen is before it.
func (r *Reader) loneLetters(n *number, j int, hyphen bool) bool {
	glued := r.Glued(j)
	if t := &r.Toks[j]; t.End-t.Start == 1 && (hyphen || !glued && (n.mag || !r.has(j, lexicon.TraitLetterMagnitude))) {
		return true
	}
	return r.Kind(j+1, token.Number) && r.Glued(j+1) // "$5 b2b": no billion
}

// pair returns the phrase that the words at tokens j and j+1 make, 0 if they make none.
func (r *Reader) pair(j int) lexicon.ID {
	if j+1 >= len(r.IDs) || r.Entry(j).Words < 2 || !r.Lex.MayPair(r.IDs[j], r.IDs[j+1]) {
		return 0
	}
	return r.exactly(r.IDs[j : j+2])
}

// abbreviated reports whether the dot after the magnitude at token j belongs to it, and does not end the sentence: "3 Mio. €".
func (r *Reader) abbreviated(j int) bool {
	k := j + 1
	if !r.Glued(k) || !r.has(j, lexicon.TraitDottedMagnitude) {
		return false
	}
	return k+1 == len(r.Toks) && r.Strict || r.CurrencySign(k+1) != 0 || r.BeginsLower(k+1) || r.Entry(k+1).Currency != 0
}

// anotherMagnitude reports whether a magnitude stands at token k, after one: no number has two, "$5 million quadrillion".
func (r *Reader) anotherMagnitude(k int) bool {
	if !r.Kind(k, token.Word) {
		return false
	}
	if r.Entry(k).Is(lexicon.Magnitude) && len(r.Fold(k)) > 3 {
		return true
	}
	return r.Rules.countless(r.Toks[k].Text(r.Text))
}

// stuckMagnitude reads a magnitude with something stuck to it in the word at token j, which is no magnitude as it stands.
func (r *Reader) stuckMagnitude(n *number, j int) string {
	w := r.Toks[j].Text(r.Text)
	unsure := r.Rules.countless(w) // a gazillion has no value
	if !n.mag && !r.Lex.Known(r.IDs[j]) {
		if m := r.gluedMagnitude(w); m != 0 {
			n.times(int(r.Lex.At(m).Value))
			n.to = j + 1
			return ""
		}
		unsure = unsure || r.stem(w, lexicon.TraitStemOfMagnitude) != ""
	}
	if unsure {
		return "followed by " + clipped(w, 20)
	}
	return ""
}

// gluedMagnitude returns the magnitude word that a lost space has glued to a common word ("millionin"), 0 if there is none.
func (r *Reader) gluedMagnitude(w string) lexicon.ID {
	m := r.stem(w, lexicon.TraitGluedMagnitude)
	if m == "" {
		return 0
	}
	e := r.Lex.At(r.Lex.Find(w[len(m):]))
	if e.Verb == 0 && !e.Is(lexicon.Prep|lexicon.Conj|lexicon.Roundnoun|lexicon.Common|lexicon.Det) {
		return 0
	}
	return r.Lex.Find(m)
}

// stem returns the beginning of the word w that is a word of the trait, "" if there is none.
func (r *Reader) stem(w string, t lexicon.Trait) string {
	const shortest, longest = 3, 8 // of the words that have one of the traits that are asked for
	for n := shortest; n <= longest && n < len(w); n++ {
		if r.Lex.Has(r.Lex.Find(w[:n]), t) {
			return w[:n]
		}
	}
	return ""
}

// skipMagnitudes steps over the magnitudes of a number that has no value.
func (r *Reader) skipMagnitudes(n *number) {
	for end := n.to + maxWords; n.to < end && r.Entry(n.to).Is(lexicon.Magnitude); n.to++ {
		if len(r.Fold(n.to)) == 1 && !r.Glued(n.to) {
			return
		}
	}
}

// romance is why "R$ 500 mil" has no value.
const romance = "mil may be a thousand"

// romanceMil reports whether x has "mil" beside a currency of the
// lands where it is the word for a thousand: "R$ 500 mil". In English it is a million.
func (r *Reader) romanceMil(x *expression) bool {
	if !r.Lex.CurrencyAt(x.cur).MilIsThousand() {
		return false
	}
	for _, id := range r.IDs[x.from:x.to] {
		if r.Lex.Has(id, lexicon.TraitThousandOrMillion) {
			return true
		}
	}
	return false
}
