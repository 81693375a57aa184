package amounts

import (
	"strings"
	"unicode"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// What touches an amount and is not understood may be a part of it: then the amount has no value, rather than a wrong one.
// The rows below say what that is, for each edge of the amount. They are asked in their order, and the first that holds gives the reason.
// Nothing else refuses an amount for what stands around it.

// An unsure row is something beside an amount that takes its value away.
type unsure struct {
	reason  string  // as ParseMoney gives it
	quotes  int     // how many tokens beside the amount the reason ends with
	needs   touches // the row is asked only where all of these are so
	example string  // where the row speaks; the amount stands in brackets
	when    func(r *Reader, x *expression) bool
}

// touches says how an amount and what is beside it meet.
type touches uint8

const (
	glued  touches = 1 << iota // nothing is between them
	sign                       // the amount has the sign of a currency there
	digits                     // it has digits there
	spelt                      // it has a word there
	bare                       // it has its number there
	closed                     // it ends with a magnitude or a currency
)

// refusal returns why x, which is read, cannot have the value that was read, "" if it can.
func (r *Reader) refusal(x *expression) string {
	if r.romanceMil(x) {
		return romance
	}
	if row := r.unsureBefore(x); row != nil {
		return row.says(r, x.from-row.quotes, x.from)
	}
	if row := r.unsureAfter(x); row != nil {
		return row.says(r, x.to, x.to+row.quotes)
	}
	return ""
}

// says returns the reason, with the tokens [from, to).
func (u *unsure) says(r *Reader, from, to int) string {
	s := u.reason
	if from < to {
		s += " "
	}
	for ; from < to; from++ {
		s += clipped(r.Toks[from].Text(r.Text), 20)
	}
	return s
}

// unsureBefore returns the row for what is before x, nil if there is none.
func (r *Reader) unsureBefore(x *expression) *unsure {
	if x.from == r.From {
		return nil
	}
	has := r.meets(x.from, x.from, x.starts)
	if has&glued == 0 { // the most
		return first(leftEdge[leftGlued:], r, x, has)
	}
	return first(leftEdge[:], r, x, has)
}

// unsureAfter returns the row for what is after x, nil if there is none.
func (r *Reader) unsureAfter(x *expression) *unsure {
	if x.over || x.to >= len(r.Toks) {
		return nil
	}
	has := r.meets(x.to-1, x.to, x.ends)
	if !x.ends {
		has |= closed
	}
	if has&glued == 0 { // the most
		return first(rightEdge[rightGlued:], r, x, has)
	}
	return first(rightEdge[:], r, x, has)
}

// meets tells how the amount's outermost token and what is beside it meet; right is the right one of the two.
// number says that the amount has its number there.
func (r *Reader) meets(outermost, right int, number bool) (has touches) {
	switch r.Toks[outermost].Kind {
	case token.Punct:
		has = sign
	case token.Number:
		has = digits
	case token.Word:
		has = spelt
	}
	if r.Glued(right) {
		has |= glued
	}
	if number {
		has |= bare
	}
	return has
}

// first returns the first of the rows that holds, nil if none does.
func first(rows []unsure, r *Reader, x *expression, has touches) *unsure {
	for i := range rows {
		if row := &rows[i]; has&row.needs == row.needs && row.when(r, x) {
			return row
		}
	}
	return nil
}

// Each list begins with so many rows for what is glued to the amount.
const leftGlued, rightGlued = 9, 7

// leftEdge is what takes the value of an amount away from its left.
var leftEdge = [...]unsure{
	{"a minus sign", 0, glued | sign, "They lost -[$5 million].", func(r *Reader, x *expression) bool {
		k := x.from - 1
		return r.Is(k, '-') && r.Toks[k].Has(token.Space) && !r.Kind(k-1, token.Number)
	}},
	{"preceded by a number", 0, glued | sign, "1-[$5]", func(r *Reader, x *expression) bool {
		return r.dash(x.from-1) && r.Glued(x.from-1) && r.Kind(x.from-2, token.Number)
	}},
	{"preceded by", 1, glued | sign, "M[$5]", func(r *Reader, x *expression) bool { // perhaps a sign that is not known
		p := &r.Toks[x.from-1]
		return p.Kind == token.Word && p.End-p.Start <= 4 && p.Has(token.AllUpper|token.Mixed)
	}},
	{"preceded by", 1, glued | sign, "3[$5 million]", func(r *Reader, x *expression) bool {
		return r.Kind(x.from-1, token.Number)
	}},
	{"preceded by", 1, glued | digits, "x[5 dollars]", func(r *Reader, x *expression) bool {
		return !r.Kind(x.from-1, token.Punct)
	}},
	{"preceded by", 1, glued | digits, ".[5 million dollars]", func(r *Reader, x *expression) bool {
		return r.Is(x.from-1, '.') || r.Is(x.from-1, ',') || r.Is(x.from-1, '/')
	}},
	{"preceded by", 1, glued | bare, "7-[5 dollars]", func(r *Reader, x *expression) bool {
		k := x.from - 2
		if !r.dash(k+1) && !r.Is(k+1, '+') || !r.Glued(k+1) {
			return false
		}
		return r.Kind(k, token.Number) || r.Entry(k).Is(lexicon.Number|lexicon.Magnitude)
	}},
	{"preceded by", 2, glued | spelt, "xtwenty-[five million dollars]", func(r *Reader, x *expression) bool {
		return r.dash(x.from-1) && r.Glued(x.from-1) && r.Kind(x.from-2, token.Word) && r.Entry(x.from).Is(lexicon.Number)
	}},
	{"a minus sign", 0, glued | digits | bare, "It was -[5 million dollars].", func(r *Reader, x *expression) bool {
		k := x.from - 1
		return r.Is(k, '-') && r.Toks[k].Has(token.Space) && k > r.From && !r.Kind(k-1, token.Number)
	}},
	{"preceded by", 1, bare, "It was a hundred and [five million dollars].", func(r *Reader, x *expression) bool {
		return r.has(x.from-1, lexicon.TraitJoinsNumber) && r.has(x.from-2, lexicon.TraitHundred)
	}},
	{"preceded by", 1, bare, "ten point [5 million dollars]", func(r *Reader, x *expression) bool {
		e, p := r.Entry(x.from-1), &r.Toks[x.from-1]
		if e.Is(lexicon.Magnitude) && p.End-p.Start > 2 {
			return true
		}
		return e.Is(lexicon.Number) || r.has(x.from-1, lexicon.TraitDecimalPoint)
	}},
	{"preceded by", 1, bare, "½ [5 dollars]", func(r *Reader, x *expression) bool {
		return r.raised(x.from - 1)
	}},
	{"preceded by a number", 0, bare | digits, "1, [200 dollars]", func(r *Reader, x *expression) bool { // "1 . 6 billion dollars"
		k := x.from - 1
		if !r.Is(k, '.') && !r.Is(k, ',') || !r.Kind(k-1, token.Number) {
			return false
		}
		before := &r.Toks[k-1]
		return r.Toks[k].Has(token.Space) || r.Glued(x.from) || r.groupOf3(x.from) && before.End-before.Start <= 3
	}},
	{"preceded by a number", 0, bare | digits, "1 [200 dollars]", func(r *Reader, x *expression) bool {
		p := &r.Toks[x.from-1] // a separator may have stood where the space is
		return p.Kind == token.Number && p.End-p.Start <= 3 && r.groupOf3(x.from)
	}},
	{"preceded by a number", 0, sign, "5 million [€ 5]", func(r *Reader, x *expression) bool { // whose sign is it?
		return !x.suffixed && !x.starts && r.Glued(x.from) == r.Glued(x.digits) && r.numberBefore(x.from)
	}},
}

// rightEdge is what takes the value of an amount away from its right.
var rightEdge = [...]unsure{
	{"followed by", 1, glued, "[$5]xyz", func(r *Reader, x *expression) bool {
		return r.Kind(x.to, token.Word) || r.Kind(x.to, token.Number)
	}},
	{"a percentage", 0, glued, "[$5]%", func(r *Reader, x *expression) bool {
		return r.Is(x.to, '%')
	}},
	{"followed by a slash and a number", 0, glued, "[$10]/12 million", func(r *Reader, x *expression) bool {
		return r.Is(x.to, '/') && r.Kind(x.to+1, token.Number) && r.Glued(x.to+1)
	}},
	{"followed by", 1, glued, "[$5]½ million", func(r *Reader, x *expression) bool { // but "$5 million¹" has a footnote
		return r.raised(x.to) && (x.ends || !strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹⁰", r.Toks[x.to].R))
	}},
	{"followed by another number", 0, glued, "[$5]-1.250", func(r *Reader, x *expression) bool {
		k := x.to + 1
		return (r.dash(x.to) || r.Is(x.to, '—')) && r.Glued(k) && r.Kind(k, token.Number) && r.Year(k) == 0 &&
			(x.ends || r.Entry(k+1).Is(lexicon.Magnitude))
	}},
	{"followed by another number", 0, glued | bare, "[$5]-€8 million", func(r *Reader, x *expression) bool {
		return r.dash(x.to) && r.Glued(x.to+1) && r.CurrencySign(x.to+1) != 0
	}},
	{"followed by", 1, glued, "[$1]٬000", func(r *Reader, x *expression) bool {
		return r.Kind(x.to, token.Punct) && strings.ContainsRune("٬٫˙·", r.Toks[x.to].R) && r.Kind(x.to+1, token.Number)
	}},
	{"followed by a fraction", 0, 0, "[$1] 1/2 million", func(r *Reader, x *expression) bool {
		return r.Kind(x.to, token.Number) && r.Is(x.to+1, '/') && r.Glued(x.to+1) && r.Kind(x.to+2, token.Number)
	}},
	{"followed by a fraction", 0, closed, "[$5 million] and a half", func(r *Reader, x *expression) bool {
		return r.fractionAfter(r.afterComma(x.to))
	}},
	{"followed by another number", 0, closed, "[$5 million], 500 thousand", func(r *Reader, x *expression) bool {
		k := r.afterComma(x.to)
		return x.scaled() && r.Kind(k, token.Number) && r.Entry(k+1).Is(lexicon.Magnitude) && len(r.Fold(k+1)) > 1
	}},
	{"followed by another number", 0, bare, "[$5] , 000", func(r *Reader, x *expression) bool { // "$5. 2 million", "$5 .2"
		return r.goesOn(x.to)
	}},
	{"a magnitude that stands apart", 0, bare, "[$5] (five) million", func(r *Reader, x *expression) bool {
		return r.magnitudeApart(x.to)
	}},
	{"two currencies", 0, 0, "[$10-12 million] euros", func(r *Reader, x *expression) bool {
		return r.otherCurrency(x.to, x.scaled(), x.cur)
	}},
	{"followed by another number", 0, closed, "[17 USD] 25", func(r *Reader, x *expression) bool {
		return x.plain && !x.a.mag && r.between(x.to)
	}},
}

// raised reports whether token i is a mark that is a number of some kind: "½", "²".
func (r *Reader) raised(i int) bool {
	return r.Kind(i, token.Punct) && r.Toks[i].R > unicode.MaxASCII && unicode.Is(unicode.No, r.Toks[i].R)
}

// afterComma returns the token after the comma at token i, i if there is none.
func (r *Reader) afterComma(i int) int {
	if r.Is(i, ',') {
		return i + 1
	}
	return i
}

// fractionAfter reports whether "and a half" or the like stands at token k.
func (r *Reader) fractionAfter(k int) bool {
	return r.has(k, lexicon.TraitJoinsNumber) && (r.has(k+1, lexicon.TraitBeforeFraction) || r.isNumber(k+1, 3)) &&
		(r.has(k+2, lexicon.TraitHalf) || r.has(k+2, lexicon.TraitQuarter) || r.has(k+2, lexicon.TraitQuarters))
}

// goesOn reports whether the digits before the stray mark at token i go on after it: "$5 , 000", "$5. 2 million", "$5 .2".
func (r *Reader) goesOn(i int) bool {
	k := i + 1
	if !r.Is(i, '.') && !r.Is(i, ',') && !r.Is(i, '\'') || !r.Kind(k, token.Number) || r.Toks[k].Has(token.Line) {
		return false
	}
	if r.Toks[i].Has(token.Space) || r.Glued(k) || r.Entry(k+1).Is(lexicon.Magnitude) {
		return true
	}
	return r.groupOf3(k) && r.Toks[k].End-r.Toks[k].Start == 3
}

// magnitudeApart reports whether a magnitude stands apart from a bare number that ends before token to:
// "$5[1] million", "$5 (five) million", "$5 odd million".
func (r *Reader) magnitudeApart(to int) bool {
	depth := 0 // of brackets
	for k := to; k < len(r.Toks) && k < to+6; k++ {
		switch t := &r.Toks[k]; t.Kind {
		case token.Punct:
			switch t.R {
			case '(', '[':
				depth++
			case ')', ']':
				depth--
			case '+', '*', '/', '-', '½':
			default:
				if !r.raised(k) {
					return false
				}
			}
		case token.Word:
			e := r.Entry(k)
			if depth == 0 && e.Is(lexicon.Magnitude) && (len(r.Fold(k)) > 2 || e.Value < 0) {
				return true
			}
			if !e.Is(lexicon.Number) && !r.has(k, lexicon.TraitInsideNumber) {
				return false
			}
		case token.Poss:
			return false
		}
	}
	return false
}

// between reports whether the sign or code that ends before token to stands
// between two numbers, so that it may belong to either, or the second may be
// cents: "17 USD 25", "12 € 50".
func (r *Reader) between(to int) bool {
	if r.Is(to, '.') && r.Glued(to) {
		to++ // "3 Rs. 5"
		if !r.Kind(to, token.Number) || r.Toks[to-2].Kind != token.Word {
			return false
		}
	} else if !r.Kind(to, token.Number) || r.Toks[to-1].Kind == token.Number {
		return false
	}
	k := to - 1
	if r.Is(k, '.') {
		k--
	}
	if r.Kind(k, token.Word) {
		if c, _ := r.code(k); c == 0 {
			return false // "50 dollar 40 rmb"
		}
	}
	_, _, t := r.suffix(to+1, false, 0)
	return t == to+1 && r.CurrencySign(to+1) == 0 && !r.Entry(to+1).Is(lexicon.Month)
}

// numberBefore reports whether a number that is no year, or its magnitude, stands before token i.
func (r *Reader) numberBefore(i int) bool {
	k := i - 1
	if k > r.From && r.Entry(k).Is(lexicon.Magnitude) {
		k--
		if r.Is(k, '-') {
			k--
		}
		return r.Kind(k, token.Number) || r.Entry(k).Is(lexicon.Number|lexicon.Magnitude)
	}
	return r.Kind(k, token.Number) && r.Year(k) == 0
}

// otherCurrency reports whether another currency than cur stands at token to, where cur
// was read before: "$5 million €".
func (r *Reader) otherCurrency(to int, mag bool, cur uint16) bool {
	c, _, t := r.suffix(to, mag, 0)
	if t == to || c == cur || r.has(t-1, lexicon.TraitVerbAndUnit) {
		return false
	}
	code, _ := r.code(t - 1)
	return !r.Kind(t, token.Number) || code == 0 && r.CurrencySign(t-1) == 0
}
