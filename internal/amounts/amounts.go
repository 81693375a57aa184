// Package amounts reads amounts of money in words: numbers, currencies, and the expressions they make, or why one has no value.
//
// An amount is read whole or not at all. What touches it and is not understood takes its value away; see leftEdge and rightEdge.
package amounts

import (
	"unicode"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// Reader reads amounts of money in what a words.Reader has cut into words.
type Reader struct {
	*words.Reader
	Rules *Rules // of the language

	x expression // the last that was read; it stays here so that the rows of the edges can look at it

	lastSign   rune
	lastFamily *lexicon.Family
}

// Amount is an amount as the text prints it. It has no value where Refused says why.
type Amount struct {
	Value     Value  // in units of the currency; the upper bound of a range
	Min       Value  // the lower bound of a range
	Currency  string // ISO 4217 code, or a token's ticker; "" if there is no value
	Qualifier Qualifier
	Assumed   bool // its sign or word is that of several currencies, and nothing says which it means
	token.Span
	Per     string          // what it is paid for or how often, "" if it is no rate
	Refused string          // why there is no value
	Shared  *lexicon.Family // what its sign or word may stand for; nil if it is clear
}

// Qualifier says how a printed amount relates to the true one.
type Qualifier uint8

const (
	Exact Qualifier = iota
	About
	Nearly
	MoreThan
	UpTo
	Range
)

// In returns the part of the text that prints the amount.
func (a *Amount) In(text string) string { return text[a.Start:a.End] }

// Same reports whether the two amounts agree in value and currency, whatever their qualifiers.
func (a *Amount) Same(b *Amount) bool { return a.Currency == b.Currency && a.Compare(b) == 0 }

// Compare returns the sign of a-b. Their currencies do not count.
func (a *Amount) Compare(b *Amount) int { return a.Value.Compare(b.Value) }

// Near reports whether one amount is the other rounded to fewer digits: "$12.3 million" and "$12,345,000".
func (a *Amount) Near(b *Amount) bool {
	return a.Currency == b.Currency && a.Value.near(b.Value, false)
}

// Short reports whether one amount is the other rounded or cut off after fewer digits, as headlines do: "$3M" and "$3.4M".
func (a *Amount) Short(b *Amount) bool {
	return a.Currency == b.Currency && a.Value.near(b.Value, true)
}

// Digits counts the significant digits of the value.
func (a *Amount) Digits() int { return a.Value.digits() }

// AtLeast reports whether the value is not less than ten to the power.
func (a *Amount) AtLeast(power int) bool { return a.Value.atLeast(power) }

// PowerOfTen reports whether the value is ten to the power.
func (a *Amount) PowerOfTen(power int) bool { return a.Value.Compare(tenTo(power)) == 0 }

// Single reads the text, of which nothing has been read, as one amount. If it is none, why says what is wrong and at which byte.
func (r *Reader) Single() (m Amount, why string, at int) {
	r.Strict = true
	for r.Paragraph() {
	}
	r.Whole()
	i := 0
	for i < len(r.Toks) && !r.Starts(i) {
		i++
	}
	from, to, ok := r.At(i, &m)
	switch {
	case len(r.Toks) == 0:
		return m, "empty", 0
	case !ok:
		return m, "no amount with a currency", 0
	case m.Refused != "":
		return m, m.Refused, m.Start
	case from > 0:
		return m, "words before the amount", 0
	case r.footnote(to) < len(r.Toks):
		return m, "text after the amount", int(r.Toks[to].Start)
	}
	return m, "", 0
}

// footnote returns the token after the marks of footnotes that are glued to the
// amount before token to: "$5 million¹", "$5 million[2]", "$5 million*".
func (r *Reader) footnote(to int) int {
	for to < len(r.Toks) && r.Glued(to) {
		switch t := r.Toks[to]; {
		case t.Is('*') || t.Is('†') || t.Is('‡') || t.Kind == token.Punct && unicode.Is(unicode.No, t.R):
			to++
		case t.Is('[') && r.Kind(to+1, token.Number) && r.Is(to+2, ']'):
			to += 3
		default:
			return to
		}
	}
	return to
}
