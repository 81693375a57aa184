package amounts

import (
	"math/big"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// maxWords is how many words a number has at most. What is longer is none, and not scanned again and again.
const maxWords = 24

// number is a number that is being read, with its magnitude.
type number struct {
	value Value
	power int32 // the power of ten that its magnitude stands for, part of the value
	to    int   // the token after it
	has   bool  // there is a value
	mag   bool  // a magnitude word or letter was read
	plus  bool  // "5+ million", "5-plus million"
	small bool  // a numeral below a thousand without separators: "$10" of "$10-12 million"
}

// times applies a magnitude.
func (n *number) times(power int) {
	n.value = n.value.times(power)
	n.power += int32(power)
	n.mag = true
}

// numberWord reports whether a number in words begins at token i.
func (r *Reader) numberWord(i int) bool {
	if !r.Kind(i, token.Word) {
		return false
	}
	switch e := r.Entry(i); {
	case e.Is(lexicon.Number | lexicon.Plural):
		return true
	case e.Is(lexicon.Magnitude):
		return e.Value > 1 && len(r.Fold(i)) > 3
	}
	return r.has(i, lexicon.TraitOpensNumber)
}

// number reads digits or number words with their magnitude from token i into n, which is zero; cur is
// the currency before it, and coded says that its code holds a magnitude (MUSD).
// A reason means that it is a number of no exact value.
func (r *Reader) number(n *number, i int, cur uint16, coded bool) string {
	if r.Toks[i].Kind == token.Number {
		return r.digits(n, i, cur, coded)
	}
	return r.words(n, i, cur)
}

// digits reads a number in digits.
func (r *Reader) digits(n *number, i int, cur uint16, coded bool) string {
	n.to = i + 1
	text := r.Toks[i].Text(r.Text)
	if r.Kind(n.to, token.Number) {
		if n.to = r.spaced(i, cur); n.to > i+1 { // "1 200 000 €"
			text = ""
			for k := i; k < n.to; k++ {
				text += r.Toks[k].Text(r.Text)
			}
		}
	}
	if !n.plain(text) {
		if why := n.separated(text, r.separators(n.to, cur, coded)); why != "" {
			r.skipMagnitudes(n)
			return why
		}
		n.small = short(text)
	}
	if r.has(n.to, lexicon.TraitJoinsNumber) {
		if why := r.andFraction(n); why != "" {
			return why
		}
	}
	return r.scale(n)
}

// short reports whether the numeral has at most three digits, or some decimals after as few.
func short(numeral string) bool {
	return len(numeral) <= 3 || len(numeral) <= 6 && strings.IndexByte(numeral, '.') > 0
}

// andFraction reads "and a half" after digits: "2 and a half million".
func (r *Reader) andFraction(n *number) string {
	f, to := r.fraction(n.to)
	if to == n.to || !r.Entry(to).Is(lexicon.Magnitude) {
		return ""
	}
	if n.value.exp != 0 {
		return "a fraction after decimals"
	}
	n.value = n.value.add(f)
	n.to = to
	return ""
}

// spaced returns the token after a number whose thousands are set apart by spaces,
// i+1 if it is not one. Plain spaces count only where a currency follows or came before.
func (r *Reader) spaced(i int, cur uint16) int {
	if t := r.Toks[i]; t.End-t.Start > 3 {
		return i + 1
	}
	to := i + 1
	for to < i+10 && r.Kind(to, token.Number) && r.groupOf3(to) && r.Toks[to].End-r.Toks[to].Start <= 6 {
		switch r.Text[r.Toks[to-1].End:r.Toks[to].Start] {
		case " ":
			if cur == 0 && !r.currencyAfter(to+1) {
				return to
			}
		case "\u00a0", "\u202f", "\u2009", "&nbsp;":
		default:
			return to
		}
		to++
		if t := r.Toks[to-1]; t.End-t.Start > 3 {
			break // the last group with its decimals: "1 200 000,50 €"
		}
	}
	return to
}

// groupOf3 reports whether the number at token i begins with exactly three digits, as a group of thousands does.
func (r *Reader) groupOf3(i int) bool {
	w := r.Toks[i].Text(r.Text)
	n := 0
	for n < len(w) && '0' <= w[n] && w[n] <= '9' {
		n++
	}
	return n == 3
}

// currencyAfter reports whether a currency stands at token i, or after more groups of digits.
func (r *Reader) currencyAfter(i int) bool {
	for end := i + 10; i < len(r.Toks) && i < end && r.Toks[i].Kind == token.Number; {
		i++
	}
	if i >= len(r.Toks) {
		return false
	}
	c, _ := r.code(i)
	return r.CurrencySign(i) != 0 || c != 0 || r.Entry(i).Currency != 0 && len(r.Fold(i)) > 3
}

// separators says how a lone separator is read where its place does not tell.
type separators struct {
	comma bool // a comma before other than three last digits is a decimal mark
	dot   dotSense
}

// dotSense is what a lone dot before three last digits is: "1.200".
type dotSense uint8

const (
	dotUnknown dotSense = iota
	dotDecimal
	dotGroup
)

// separators tells how they are meant in the number that ends before token j.
// "€1.200" is twelve hundred; "$1.200" is nobody knows what.
func (r *Reader) separators(j int, cur uint16, coded bool) (s separators) {
	mag := coded || r.magnitudeAfter(j)
	if !mag && cur == 0 {
		cur, mag = r.currencyBehind(j)
	}
	c := r.Lex.CurrencyAt(cur)
	s.comma = mag || cur != 0 && (r.CurrencySign(j) != 0 || !c.PointDecimals())
	switch {
	case mag, c.State == lexicon.Crypto, c.Digits == 3:
		s.dot = dotDecimal
	case c.DotGroups():
		s.dot = dotGroup
	}
	return s
}

// magnitudeAfter reports whether a magnitude surely stands at token j: a word of several letters, one glued to the number,
// or one of the usual letters.
func (r *Reader) magnitudeAfter(j int) bool {
	if r.Is(j, '-') && r.Glued(j) {
		j++
	}
	return r.Entry(j).Is(lexicon.Magnitude) && (len(r.Fold(j)) > 1 || r.Glued(j) || r.has(j, lexicon.TraitLetterMagnitude))
}

// currencyBehind returns the currency that stands at token j after a number, and whether its code holds a magnitude.
func (r *Reader) currencyBehind(j int) (cur uint16, mag bool) {
	cur, power, _ := r.suffix(j, false, 0)
	return cur, power != 0
}

// plain gives n the value of digits without separators, with commas between groups of three,
// or with one dot that can only be a decimal mark. It reports whether s is such.
func (n *number) plain(s string) bool {
	if len(s) > 18 {
		return false
	}
	dot, group, coef := len(s), 0, int64(0) // group is where the last group begins
	for i := range len(s) {
		if d := s[i] - '0'; d <= 9 {
			coef = coef*10 + int64(d)
			continue
		}
		size := i - group
		switch {
		case dot < len(s) || size == 0 || group > 0 && size != 3:
			return false
		case s[i] == '.':
			dot = i
		case s[i] == ',' && size <= 3:
			group = i + 1
		default:
			return false
		}
	}
	decimals := max(0, len(s)-dot-1)
	if decimals == 3 || group > 0 && dot-group != 3 {
		return false
	}
	n.has, n.value = true, Value{coef: coef, exp: int32(-decimals)}
	n.small = len(s) <= 3 || len(s) <= 6 && dot < len(s)
	return true
}

// numeral is a number in digits, taken apart.
type numeral struct {
	digits []byte  // all of them
	marks  []rune  // what stands between them
	sizes  []int32 // how many digits stand before each mark, and after the last
}

// separated gives n the exact value of digits with separators, which begin with a digit; it returns why there is none.
func (n *number) separated(s string, meant separators) string {
	var digits [maxDigits]byte
	var marks, sizes [8]int32
	num := numeral{digits[:0], marks[:0], sizes[:0]}
	if !num.take(s) {
		return "too many digits"
	}
	decimals, why := num.decimals(meant)
	if why != "" {
		return why
	}
	n.has, n.value = true, Value{exp: int32(-decimals)}
	if len(num.digits) > 18 {
		n.value.big, _ = new(big.Int).SetString(string(num.digits), 10)
		return ""
	}
	for _, c := range num.digits {
		n.value.coef = n.value.coef*10 + int64(c-'0')
	}
	return ""
}

// take takes s apart, with full-width digits and look-alike marks made plain ones. It reports whether it is not too long.
func (num *numeral) take(s string) bool {
	run := int32(0)
	for _, r := range s {
		if '０' <= r && r <= '９' {
			r = r - '０' + '0'
		}
		switch {
		case '0' <= r && r <= '9':
			if len(num.digits) == maxDigits {
				return false
			}
			num.digits = append(num.digits, byte(r))
			run++
			continue
		case r == '’':
			r = '\''
		case r == '，':
			r = ','
		}
		num.marks, num.sizes = append(num.marks, r), append(num.sizes, run)
		run = 0
	}
	num.sizes = append(num.sizes, run)
	return true
}

// decimals returns how many of the digits are decimals, or why nobody knows.
func (num *numeral) decimals(meant separators) (n int32, why string) {
	if len(num.marks) == 0 {
		return 0, ""
	}
	last := len(num.marks) - 1
	mark, tail := num.marks[last], num.sizes[last+1]
	pointed := false // the last mark is the decimal one
	switch {
	case mark == '\'':
	case last > 0:
		pointed = num.mixed() // one kind of mark, repeated, is that of groups
	case mark == '.':
		pointed = tail != 3 || num.sizes[0] > 3 || num.digits[0] == '0' || meant.dot == dotDecimal
		if !pointed && meant.dot == dotUnknown {
			return 0, "a dot that may mark decimals or thousands"
		}
	case mark == ',' && tail != 3:
		if !meant.comma || tail > 2 {
			return 0, "a comma that is neither decimal mark nor separator"
		}
		pointed = true
	}
	if !pointed {
		return 0, num.grouped(len(num.marks))
	}
	return tail, num.grouped(last)
}

// mixed reports whether the last mark is of another kind than one before it.
func (num *numeral) mixed() bool {
	last := len(num.marks) - 1
	for _, m := range num.marks[:last] {
		if m != num.marks[last] {
			return true
		}
	}
	return false
}

// grouped returns why the first n marks do not set groups apart as they should, "" if they do:
// "1,234,567", "12,34,567" or "1'234'567".
func (num *numeral) grouped(n int) string {
	if n == 0 {
		return ""
	}
	first, western, indian := num.marks[0], true, num.marks[0] == ','
	for i := 1; i <= n; i++ {
		if num.marks[i-1] != first {
			return "mixed separators"
		}
		size, ends := num.sizes[i], i == n
		western = western && size == 3
		indian = indian && (size == 3 && ends || size == 2 && !ends)
	}
	if !western && !indian || num.sizes[0] > 3 {
		return "separators at odd places"
	}
	return ""
}
