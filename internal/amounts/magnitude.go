package amounts

import (
	"slices"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// scale reads the magnitude at n.to and applies it. It returns why there is no value then, "" if there is one.
func (r *Reader) scale(n *number) string {
	if n.to >= len(r.Toks) {
		return ""
	}
	r.plus(n)
	for steps := 0; steps < 2 && n.to < len(r.Toks); steps++ { // "5 thousand crore"
		j := n.to
		hyphen := r.dash(j) && r.Glued(j) && r.Glued(j+1)
		if hyphen {
			j++
		}
		if r.Toks[j].Kind != token.Word {
			break
		}
		e := lexicon.At(r.IDs[j])
		if !e.Is(lexicon.Magnitude) {
			return r.stuckMagnitude(n, j)
		}
		if e.Value < 0 {
			return "followed by " + clipped(r.Toks[j].Text(r.Text), 20) // a magnitude of another language
		}
		if r.loneLetters(n, j, hyphen) {
			return ""
		}
		if p := lexicon.At(r.pair(j)); p.Is(lexicon.Magnitude) { // "lakh crore"
			e = p
			j++
		}
		n.times(int(e.Value))
		n.to = j + 1
		if r.abbreviated(j) {
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
	if n.mag || r.Toks[k].Kind != token.Punct || !r.Glued(k) {
		return
	}
	sign := r.Is(k, '+')
	if r.Is(k, '-') && r.Word(k+1) == lexicon.WordPlus {
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
	w := r.Toks[j].Text(r.Text)
	if len(w) > 2 {
		return false
	}
	glued := r.Glued(j)
	if len(w) == 1 {
		switch {
		case !glued && !hyphen && !strings.Contains("MmBbKk", w), hyphen, n.mag && !glued:
			return true
		case (w == "t" || w == "l") && !glued:
			return true
		}
	}
	return r.Kind(j+1, token.Number) && r.Glued(j+1) // "$5 b2b": no billion
}

// pair returns the phrase that the words at tokens j and j+1 make, 0 if they make none.
func (r *Reader) pair(j int) lexicon.ID {
	if j+1 >= len(r.IDs) || r.Entry(j).Words < 2 || !lexicon.MayPair(r.IDs[j], r.IDs[j+1]) {
		return 0
	}
	return exactly(r.IDs[j : j+2])
}

// abbreviated reports whether the dot after the magnitude at token j belongs to it, and does not end the sentence: "3 Mio. €".
func (r *Reader) abbreviated(j int) bool {
	k := j + 1
	if !r.Is(k, '.') || !r.Glued(k) || !r.dotted(j) {
		return false
	}
	return k+1 == len(r.Toks) && r.Strict || r.CurrencySign(k+1) != 0 || r.BeginsLower(k+1) || r.Entry(k+1).Currency != 0
}

// dotted reports whether the magnitude at token i is an abbreviation that takes a dot.
func (r *Reader) dotted(i int) bool {
	switch r.Word(i) {
	case lexicon.WordMio, lexicon.WordMrd, lexicon.WordCr, lexicon.WordCrs, lexicon.WordMn, lexicon.WordBn, lexicon.WordBln, lexicon.WordMln, lexicon.WordMil, lexicon.WordBio, lexicon.WordTn:
		return true
	}
	return false
}

// anotherMagnitude reports whether a magnitude stands at token k, after one: no number has two, "$5 million quadrillion".
func (r *Reader) anotherMagnitude(k int) bool {
	if !r.Kind(k, token.Word) {
		return false
	}
	if r.Entry(k).Is(lexicon.Magnitude) && len(r.Fold(k)) > 3 {
		return true
	}
	t := &r.Toks[k]
	return t.End-t.Start >= 6 && r.Text[t.End-1]|0x20 == 'n' && strings.HasSuffix(r.Fold(k), "illion")
}

// stuckMagnitude reads a magnitude with something stuck to it in the word at token j, which is no magnitude as it stands.
func (r *Reader) stuckMagnitude(n *number, j int) string {
	w := r.Toks[j].Text(r.Text)
	known := lexicon.Known(r.IDs[j])
	if len(w) <= 4 && known { // the most
		return ""
	}
	if k := gluedMagnitude(w); k > 0 && !n.mag {
		n.times(int(lexicon.At(lexicon.Find(w[:k])).Value))
		n.to = j + 1
	} else if len(w) > 6 && endsAsMagnitude(w) || !n.mag && !known && beginsAsMagnitude(w) {
		return "followed by " + clipped(w, 20) // a gazillion has no value
	}
	return ""
}

// endsAsMagnitude reports whether the word w ends in "illion" or "illions".
func endsAsMagnitude(w string) bool {
	switch w[len(w)-1] | 0x20 {
	case 'n', 's':
		f := strings.ToLower(w)
		return strings.HasSuffix(f, "illion") || strings.HasSuffix(f, "illions")
	}
	return false
}

// beginsAsMagnitude reports whether the unknown word w is a magnitude with something stuck to it.
func beginsAsMagnitude(w string) bool {
	if strings.IndexByte("tmbclh", w[0]|0x20) < 0 {
		return false
	}
	f := strings.ToLower(w)
	for _, m := range [...]string{"thousand", "million", "billion", "trillion", "crore", "lakh", "mln", "hundred"} {
		if strings.HasPrefix(f, m) {
			return true
		}
	}
	return false
}

// gluedMagnitude returns the length of a magnitude word that a lost space has glued to a common word ("millionin"), or 0.
func gluedMagnitude(w string) int {
	if strings.IndexByte("mbtcl", w[0]|0x20) < 0 {
		return 0
	}
	for _, m := range [...]string{"million", "billion", "trillion", "crore", "lakh"} {
		if len(w) > len(m) && strings.EqualFold(w[:len(m)], m) && w[len(m):] != "s" {
			if e := lexicon.At(lexicon.Find(w[len(m):])); e.Is(lexicon.Prep|lexicon.Conj|lexicon.Roundnoun|lexicon.Common|lexicon.Det) || e.Verb != 0 {
				return len(m)
			}
		}
	}
	return 0
}

// skipMagnitudes steps over the magnitudes of a number that has no value.
func (r *Reader) skipMagnitudes(n *number) {
	for end := n.to + maxWords; n.to < end && r.Entry(n.to).Is(lexicon.Magnitude) && (len(r.Fold(n.to)) > 1 || r.Glued(n.to)); {
		n.to++
	}
}

// romance is why "R$ 500 mil" has no value.
const romance = "mil may be a thousand"

// romanceMil reports whether x has "mil" beside a currency of the
// lands where it is the word for a thousand: "R$ 500 mil". In English it is a million.
func (r *Reader) romanceMil(x *expression) bool {
	if !slices.Contains(r.IDs[x.from:x.to], lexicon.WordMil) {
		return false
	}
	switch lexicon.Currencies[x.cur][0] {
	case "BRL", "EUR", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "RON", "MDL":
		return true
	}
	return false
}
