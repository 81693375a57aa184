package amounts

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// spelling is a number in words that is being read: "two million five hundred thousand and six".
type spelling struct {
	from  int   // its first token
	at    int   // the next one
	total Value // what magnitudes have been applied to: two million
	group int64 // what waits for one: five hundred
	have  bool  // group holds something
	last  int   // the power of the last magnitude
}

// unscaled is the power of the last magnitude before the first was read: more than any has.
const unscaled = 100

// words reads a number in words: "half a billion", "twenty-five million", "two
// thousand five hundred", "one and a half million", "two point five million".
func (r *Reader) words(n *number, i int, cur uint16) string {
	n.to = i
	if f, last := r.opensFraction(i); last >= i {
		return r.fractionOf(n, i, last, f)
	}
	if r.Kind(i, token.Word) && r.Entry(i).Is(lexicon.Plural) {
		return r.plurals(n, i)
	}
	s := spelling{from: i, at: i, last: unscaled}
	for s.at < i+maxWords && r.Kind(s.at, token.Word) {
		if took, why := r.spellWord(n, &s, cur); why != "" {
			return r.giveUp(n, i, why)
		} else if !took {
			break
		}
		n.to = s.at
		if f, to := r.fraction(s.at); to > s.at {
			return r.spellFraction(n, &s, f, to)
		}
		if s.have && s.last == unscaled && r.has(s.at, lexicon.TraitDecimalPoint) && r.Entry(s.at+1).Is(lexicon.Number) {
			return r.spellDecimals(n, &s)
		}
		s.at += r.joint(&s)
	}
	return r.spelled(n, &s)
}

// plurals reads "millions of dollars", "tens of millions" from token i on.
func (r *Reader) plurals(n *number, i int) string {
	n.to = i + 1
	for n.to < i+maxWords && (r.Entry(n.to).Is(lexicon.Plural) || r.has(n.to, lexicon.TraitRelOf)) {
		n.to++
	}
	return "no exact value"
}

// spellWord takes the next word into the number. took is false if it is none of a number; a reason means that the words make no number.
func (r *Reader) spellWord(n *number, s *spelling, cur uint16) (took bool, why string) {
	switch e := r.Entry(s.at); {
	case e.Is(lexicon.Number):
		if !s.add(int64(e.Value)) {
			why = "followed by " + clipped(r.Fold(s.at), 20) // "five six"
		}
	case r.spelledMagnitude(s.at):
		if s.last == unscaled && !s.have {
			if why = r.bareMagnitude(s.at, cur); why != "" {
				break
			}
			s.group, s.have = 1, true
		}
		if !s.scale(int(e.Value), r.Lex.At(r.pair(s.at))) {
			why = "two magnitudes"
		}
	default:
		return false, ""
	}
	if why != "" {
		n.to = s.at
		return false, why
	}
	s.at++
	return true, ""
}

// spelledMagnitude reports whether the word at token i is a magnitude, and no abbreviation of one.
func (r *Reader) spelledMagnitude(i int) bool {
	e := r.Entry(i)
	if !e.Is(lexicon.Magnitude) {
		return false
	}
	return e.Value == 2 || e.Value > 2 && (len(r.Fold(i)) > 4 || r.has(i, lexicon.TraitShortMagnitude))
}

// add adds a number below a hundred to the group: to none, "five" to "twenty", "twenty" to "two hundred".
// It reports false if it does not fit there.
func (s *spelling) add(v int64) bool {
	if tens := s.group % 100; s.have && tens != 0 && (tens < 20 || tens%10 != 0 || v >= 10) {
		return false
	}
	s.group += v
	s.have = true
	return true
}

// scale applies a magnitude to the group: each is less than the one before it. pair is the entry of the phrase that it begins, such
// as "lakh crore".
// It reports false if the magnitude does not fit there.
func (s *spelling) scale(power int, pair *lexicon.Entry) bool {
	switch {
	case power == 2:
		if s.group < 1 || s.group > 99 {
			return false
		}
		s.group *= 100
	case !s.have && s.last == 3 && power > 3: // "five thousand crore"
		s.total, s.last = s.total.times(power), power+1
	case !s.have || power >= s.last:
		return false
	default:
		if pair.Is(lexicon.Magnitude) {
			power = int(pair.Value)
			s.at++
		}
		s.total = s.total.add(Value{coef: s.group, exp: int32(power)})
		s.group, s.have, s.last = 0, false, power
	}
	return true
}

// joint returns how many tokens join the next word of a number to those before it: a hyphen, or "and" as in
// "one hundred and five", not in "five million and six million".
func (r *Reader) joint(s *spelling) int {
	j := s.at
	next := r.Entry(j + 1)
	switch {
	case r.Is(j, '-') && r.Glued(j) && r.Glued(j+1) && next.Is(lexicon.Number|lexicon.Magnitude):
		return 1
	case !r.has(j, lexicon.TraitJoinsNumber) || !r.Kind(j+1, token.Word) || !next.Is(lexicon.Number):
		return 0
	case s.have && s.group%100 == 0, !s.have && !r.Entry(j+2).Is(lexicon.Magnitude):
		return 1
	}
	return 0
}

// spellFraction ends a number with the fraction f, which ends before token to.
func (r *Reader) spellFraction(n *number, s *spelling, f Value, to int) string {
	switch {
	case !s.have && s.last < unscaled: // "a million and a half"
		s.total = s.total.add(f.times(s.last))
		n.to = to
		return r.spelled(n, s)
	case r.Entry(to).Is(lexicon.Magnitude) && r.Entry(to).Value > 2 && s.last == unscaled: // "one and a half million"
		n.has, n.value, n.to = true, Value{coef: s.group}.add(f), to
		return r.scale(n)
	}
	return r.giveUp(n, s.from, "followed by a fraction")
}

// spellDecimals reads the digits after a point: "two point five million".
func (r *Reader) spellDecimals(n *number, s *spelling) string {
	const most = 9
	places := 0
	n.value = Value{coef: s.group}
	j := s.at + 1
	for ; r.Kind(j, token.Word) && r.Entry(j).Is(lexicon.Number) && r.Entry(j).Value < 10; j++ {
		if places++; places <= most {
			n.value = Value{coef: n.value.coef*10 + int64(r.Entry(j).Value), exp: n.value.exp - 1}
		}
	}
	n.has, n.to = true, j
	if places == 0 || places > most {
		return r.giveUp(n, s.from, "a point without digits")
	}
	return r.scale(n)
}

// spelled ends the number. If it has no magnitude yet, an abbreviated one may follow: "twenty MUSD".
func (r *Reader) spelled(n *number, s *spelling) string {
	if n.to == s.from {
		return ""
	}
	n.has, n.value = true, s.total.add(Value{coef: s.group})
	if s.last == unscaled {
		n.small = true
		return r.scale(n)
	}
	n.mag, n.power = true, int32(s.last)
	if r.Kind(n.to, token.Word) && r.Entry(n.to).Is(lexicon.Magnitude) && len(r.Fold(n.to)) > 3 {
		return r.giveUp(n, s.from, "two magnitudes")
	}
	return ""
}

// giveUp takes the value of a number away that begins at token i, and steps over what still looks like one.
func (r *Reader) giveUp(n *number, i int, why string) string {
	n.has = false
	n.to = max(n.to, i+1)
	for k := n.to; k < i+maxWords; k++ {
		if r.Entry(k).Is(lexicon.Number | lexicon.Magnitude) {
			n.to = k + 1
		} else if !r.has(k, lexicon.TraitJoinsNumber) && !(r.Is(k, '-') && r.Glued(k)) {
			break
		}
	}
	return why
}

// isNumber reports whether the word at token i is the number v.
func (r *Reader) isNumber(i, v int) bool {
	e := r.Entry(i)
	return e.Is(lexicon.Number) && int(e.Value) == v
}

// part returns the fraction that the word at token i names: a half, a quarter. It reports false if it names none.
func (r *Reader) part(i int) (Value, bool) {
	switch id := r.Word(i); {
	case r.Lex.Has(id, lexicon.TraitHalf):
		return Value{coef: 5, exp: -1}, true
	case r.Lex.Has(id, lexicon.TraitQuarter):
		return Value{coef: 25, exp: -2}, true
	}
	return Value{}, false
}

// threeQuarters is what isNumber(i, 3) before TraitQuarters says.
var threeQuarters = Value{coef: 75, exp: -2}

// fraction reads "and a half", "and a quarter", "and three quarters" at token j, which may be no word.
func (r *Reader) fraction(j int) (f Value, to int) {
	if !r.has(j, lexicon.TraitJoinsNumber) {
		return Value{}, j
	}
	if r.has(j+1, lexicon.TraitBeforeFraction) || r.isNumber(j+1, 1) {
		if f, ok := r.part(j + 2); ok {
			return f, j + 3
		}
	}
	if r.isNumber(j+1, 3) && r.has(j+2, lexicon.TraitQuarters) {
		return threeQuarters, j + 3
	}
	return Value{}, j
}

// opensFraction reads "half", "quarter" or "three quarters" at token i; last is the last token of it, -1 if it is not there.
func (r *Reader) opensFraction(i int) (f Value, last int) {
	if f, ok := r.part(i); ok {
		return f, i
	}
	if r.isNumber(i, 3) {
		if k := r.afterHyphen(i + 1); r.has(k, lexicon.TraitQuarters) {
			return threeQuarters, k
		}
	}
	return Value{}, -1
}

// afterHyphen returns the token after the hyphen that is glued to what is before it at token i, i if there is none.
func (r *Reader) afterHyphen(i int) int {
	if r.Is(i, '-') && r.Glued(i) {
		return i + 1
	}
	return i
}

// fractionOf reads what follows "half", "a quarter" or "three quarters", whose last
// word is token j: "a billion", "of a million", "million".
func (r *Reader) fractionOf(n *number, i, j int, f Value) string {
	if r.Entry(i-1).Is(lexicon.Ordinal) || i > 1 && r.Is(i-1, '-') && r.Entry(i-2).Is(lexicon.Ordinal|lexicon.Number) {
		return "" // the first half, the second quarter, the first-half
	}
	j = r.stepOf(j + 1)
	if e := r.Entry(j); !e.Is(lexicon.Magnitude) || e.Value < 2 || len(r.Fold(j)) < 4 {
		return ""
	}
	n.to, n.has, n.value = j, true, f
	if i > 1 && r.has(i-1, lexicon.TraitBeforeFraction) && r.has(i-2, lexicon.TraitJoinsNumber) &&
		(r.Kind(i-3, token.Number) || r.Entry(i-3).Is(lexicon.Number)) {
		return "preceded by a number" // "two and a quarter million" was read before, if at all
	}
	return r.scale(n)
}

// stepOf returns the token after what may stand between a fraction and what it is of, from token j on: "of a", "a", "-", nothing.
func (r *Reader) stepOf(j int) int {
	j = r.afterHyphen(j)
	if r.has(j, lexicon.TraitRelOf) {
		j++
	}
	if r.has(j, lexicon.TraitIndefiniteArticle) || r.isNumber(j, 1) {
		j++
	}
	return r.afterHyphen(j)
}

// bareMagnitude tells why the magnitude at token i is no number by itself, "" if it is: "a million", "the million
// dollars", "a million-dollar idea", but not "in million dollars", "$ million", "multi-million dollars".
func (r *Reader) bareMagnitude(i int, cur uint16) string {
	if cur != 0 {
		return "a magnitude without a number"
	}
	hyphen := r.Is(i-1, '-')
	before := i - 1
	if hyphen {
		before--
	}
	switch {
	case r.Entry(before).Is(lexicon.Vague):
		return "no exact value"
	case hyphen && !r.has(before, lexicon.TraitLetterArticle), r.Kind(before, token.Number):
		return "a magnitude without a number"
	case r.has(before, lexicon.TraitOneMagnitude):
		return ""
	}
	k, number := i+1, r.Entry(before).Is(lexicon.Number|lexicon.Plural|lexicon.Magnitude)
	if !number && r.Is(k, '-') && r.Glued(k) && r.Glued(k+1) {
		return "" // "billion-dollar companies"
	}
	if before < 0 && r.Strict {
		return ""
	}
	return "a magnitude without a number"
}
