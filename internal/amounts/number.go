package amounts

import (
	"math/big"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// The bounds of a number; one beyond them has no value.
const (
	MaxDigits   = 50  // of one number, with its decimals
	MaxExponent = 30  // an amount is at most ten to this power
	MinExponent = -18 // and down to 1e-18
	maxWords    = 24  // of one number; what is longer is none, and not scanned again and again
)

// number is a numeral being read: its exact coefficient times ten to the exp.
type Number struct {
	coef  int64    // unless it is larger:
	large *big.Int // nil if it is not
	exp   int32
	power int32 // the power of ten that its magnitude stands for, part of exp
	To    int   // the token after it
	Has   bool  // there is a value
	mag   bool  // a magnitude word or letter was read
	plus  bool  // "5+ million", "5-plus million"
	small bool  // a numeral below a thousand without separators: "$10" of "$10-12 million"
}

// times applies a magnitude.
func (n *Number) times(power int) {
	n.exp += int32(power)
	n.power += int32(power)
	n.mag = true
}

// set gives n the value d.
func (n *Number) set(d decimal.Decimal) {
	n.Has, n.large, n.exp = true, d.Coefficient(), d.Exponent()
}

// modest reports that n is certainly not beyond the bounds of a Money.
func (n *Number) modest() bool {
	const digits = 19 // of an int64
	return n.large == nil && MinExponent <= n.exp && n.exp <= MaxExponent-digits
}

func (n *Number) decimal() decimal.Decimal {
	switch {
	case n.large != nil:
		return decimal.NewFromBigInt(n.large, n.exp)
	case uint64(n.coef) < maxShared:
		return threeDigits()[n.coef].Shift(n.exp)
	}
	return decimal.New(n.coef, n.exp)
}

const maxShared = 1000

// threeDigits returns the decimals of up to three digits. Nearly every amount is one of these times a power of ten
// ("$12.5 million" is 125e5), and decimals never change, so they can share the integer.
var threeDigits = sync.OnceValue(func() *[maxShared]decimal.Decimal {
	var all [maxShared]decimal.Decimal
	for i := range all {
		all[i] = decimal.New(int64(i), 0)
	}
	return &all
})

// numberWord reports whether a number in words begins at token i.
func (r *Reader) numberWord(i int) bool {
	if !r.Kind(i, token.Word) {
		return false
	}
	e := r.Entry(i)
	if e.Is(lexicon.Number | lexicon.Plural) {
		return true
	}
	switch r.IDs[i] {
	case lexicon.WordHalf, lexicon.WordQuarter, lexicon.WordHundred:
		return true
	}
	return e.Is(lexicon.Magnitude) && e.Value > 1 && len(r.Fold(i)) > 3
}

// number reads digits or number words with their magnitude from token i into n, which is zero; cur is
// the currency before it, and coded says that its code holds a magnitude (MUSD).
// A reason means that it is a number of no exact value.
func (r *Reader) number(n *Number, i int, cur uint16, coded bool) string {
	if r.Toks[i].Kind == token.Number {
		return r.digits(n, i, cur, coded)
	}
	return r.words(n, i, cur)
}

// digits reads a number in digits.
func (r *Reader) digits(n *Number, i int, cur uint16, coded bool) string {
	n.To = i + 1
	text := r.Toks[i].Text(r.Text)
	if r.Kind(n.To, token.Number) {
		if n.To = r.spaced(i, cur); n.To > i+1 { // "1 200 000 €"
			text = ""
			for k := i; k < n.To; k++ {
				text += r.Toks[k].Text(r.Text)
			}
		}
	}
	if !n.plain(text) {
		if why := n.numeral(text, r.separators(n.To, cur, coded)); why != "" {
			r.skipMagnitudes(n)
			return why
		}
		n.small = len(text) <= 3 || len(text) <= 6 && strings.IndexByte(text, '.') > 0
	}
	if r.Word(n.To) == lexicon.WordAnd {
		if why := r.andFraction(n); why != "" {
			return why
		}
	}
	return r.scale(n)
}

// separators tells how they are meant in the number that ends before token j.
func (r *Reader) separators(j int, cur uint16, coded bool) (mk marks) {
	k := j
	if r.Is(k, '-') && r.Glued(k) {
		k++
	}
	mag := coded || r.Entry(k).Is(lexicon.Magnitude) && (len(r.Fold(k)) > 1 || r.Glued(k) || strings.Contains("mMbBkK", r.Fold(k)))
	if !mag && cur == 0 {
		var c uint16
		var m int
		if c, m, _ = r.suffix(j, false, 0); m != 0 {
			mag = true
		}
		cur = c
	}
	mk.comma = mag || cur != 0 && (r.CurrencySign(j) != 0 || cur != Dollar && !strings.Contains("INR GBP", lexicon.Currencies[cur][0]))
	switch c := lexicon.Currencies[cur]; {
	case mag, c[2] == "crypto", c[1] == "3":
		mk.dot = dotDecimal
	case cur != 0 && strings.Contains(dotGroups, c[0]):
		mk.dot = dotGroup
	}
	return mk
}

// dotGroups are the currencies of places that set thousands apart with dots.
// "€1.200" is twelve hundred; "$1.200" is nobody knows what.
const dotGroups = "EUR SEK NOK DKK ISK BRL ARS CLP COP PYG UYU IDR VND TRY PLN CZK HUF RON BGN RSD HRK BAM RUB DEM ATS ITL ESP NLG BEF PTE GRD"

// andFraction reads "and a half" after digits: "2 and a half million".
func (r *Reader) andFraction(n *Number) string {
	f, to := r.fraction(n.To)
	if to == n.To || !r.Entry(to).Is(lexicon.Magnitude) {
		return ""
	}
	if n.exp != 0 {
		return "a fraction after decimals"
	}
	n.set(n.decimal().Add(f))
	n.To = to
	return ""
}

// fraction reads "and a half", "and a quarter" at token j.
func (r *Reader) fraction(j int) (decimal.Decimal, int) {
	if r.Word(j) != lexicon.WordAnd {
		return decimal.Decimal{}, j
	}
	switch w := r.Word(j + 2); r.Word(j + 1) {
	case lexicon.WordA, lexicon.WordOne:
		switch w {
		case lexicon.WordHalf:
			return decimal.New(5, -1), j + 3
		case lexicon.WordQuarter:
			return decimal.New(25, -2), j + 3
		}
	case lexicon.WordThree:
		if w == lexicon.WordQuarters {
			return decimal.New(75, -2), j + 3
		}
	}
	return decimal.Decimal{}, j
}

// spaced returns the token after a number whose thousands are set apart by spaces,
// i+1 if it is not one. Plain spaces count only where a currency follows or came before.
func (r *Reader) spaced(i int, cur uint16) int {
	if t := r.Toks[i]; t.End-t.Start > 3 {
		return i + 1
	}
	to := i + 1
	for to < i+10 && r.Kind(to, token.Number) && r.groupOf3(to) && r.Toks[to].End-r.Toks[to].Start <= 6 {
		gap := r.Text[r.Toks[to-1].End:r.Toks[to].Start]
		if gap == " " && cur == 0 && !r.currencyAfter(to+1) || gap != " " && gap != "\u00a0" && gap != "\u202f" && gap != "\u2009" && gap != "&nbsp;" {
			break
		}
		to++
		if t := r.Toks[to-1]; t.End-t.Start > 3 {
			break // the last group with its decimals: "1 200 000,50 €"
		}
	}
	return to
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

// scale reads the magnitude at n.to and applies it.
func (r *Reader) scale(n *Number) string {
	if n.To >= len(r.Toks) {
		return ""
	}
	if k := n.To; r.Toks[k].Kind == token.Punct && !n.mag && r.Glued(k) { // "5+ million", "5-plus million"
		if r.Is(k, '-') && r.Word(k+1) == lexicon.WordPlus {
			k++
		}
		if (r.Is(k, '+') || k > n.To) && r.Entry(k+1).Is(lexicon.Magnitude) {
			n.plus = true
			n.To = k + 1
		}
	}
	for steps := 0; steps < 2 && n.To < len(r.Toks); steps++ {
		j := n.To
		t := &r.Toks[j]
		hyphen := (t.Is('-') || t.Is('–')) && r.Glued(j) && r.Glued(j+1)
		if hyphen {
			j++
			t = &r.Toks[j]
		}
		if t.Kind != token.Word {
			break
		}
		e := lexicon.At(r.IDs[j])
		if !e.Is(lexicon.Magnitude) {
			return r.stuckMagnitude(n, j)
		}
		w := t.Text(r.Text)
		if e.Value < 0 {
			return "followed by " + clipped(w, 20) // a magnitude of another language
		}
		if len(w) <= 2 {
			glue := r.Glued(j) || hyphen
			switch {
			case len(w) == 1 && !glue && !(w == "M" || w == "m" || w == "B" || w == "b" || w == "K" || w == "k"),
				len(w) == 1 && (hyphen || n.mag && !glue),
				(w == "t" || w == "l") && !r.Glued(j),
				r.Kind(j+1, token.Number) && r.Glued(j+1): // "$5 b2b": no billion
				return ""
			}
		}
		if j+1 < len(r.IDs) && e.Words > 1 {
			if id := exactly(r.IDs[j : j+2]); id != 0 && lexicon.At(id).Is(lexicon.Magnitude) {
				e = lexicon.At(id)
				j++
			}
		}
		n.times(int(e.Value))
		n.To = j + 1
		if r.Is(n.To, '.') && r.Glued(n.To) && r.dotted(j) && (n.To+1 == len(r.Toks) && r.Strict || r.CurrencySign(n.To+1) != 0 || r.BeginsLower(n.To+1) || r.Entry(n.To+1).Currency != 0) {
			n.To++
		}
		if e.Value > 3 {
			break
		}
	}
	if k := n.To; n.mag && r.Kind(k, token.Word) {
		if t, again := &r.Toks[k], lexicon.At(r.IDs[k]).Is(lexicon.Magnitude); again && len(r.Fold(k)) > 3 || t.End-t.Start >= 6 && r.Text[t.End-1]|0x20 == 'n' && strings.HasSuffix(r.Fold(k), "illion") {
			return "two magnitudes"
		}
	}
	return ""
}

// stuckMagnitude reads a magnitude with something stuck to it in the word at token j, which is no magnitude as it stands.
func (r *Reader) stuckMagnitude(n *Number, j int) string {
	w := r.Toks[j].Text(r.Text)
	known := lexicon.Known(r.IDs[j])
	if len(w) <= 4 && known { // the most
		return ""
	}
	if k := gluedMagnitude(w); k > 0 && !n.mag {
		n.times(int(lexicon.At(lexicon.Find(w[:k])).Value))
		n.To = j + 1
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

// romanceMil reports whether "mil" stands in [from, to) beside a currency of the
// lands where it is the word for a thousand: "R$ 500 mil". In English it is a million.
func (r *Reader) romanceMil(from, to int, cur uint16) bool {
	if !slices.Contains(r.IDs[from:to], lexicon.WordMil) {
		return false
	}
	switch lexicon.Currencies[cur][0] {
	case "BRL", "EUR", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "RON", "MDL":
		return true
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

// marks says how a lone separator is read where its place does not tell.
type marks struct {
	comma bool // a comma before other than three last digits is a decimal mark
	dot   uint8
}

// What a lone dot before three last digits is: "1.200".
const (
	dotUnknown uint8 = iota
	dotDecimal
	dotGroup
)

// plain gives n the value of digits without separators, with commas between groups of three,
// or with one dot that can only be a decimal mark. It reports whether s is such.
func (n *Number) plain(s string) bool {
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
	n.Has, n.coef, n.exp = true, coef, int32(-decimals)
	n.small = len(s) <= 3 || len(s) <= 6 && dot < len(s)
	return true
}

// numeral gives n the exact value of digits with separators; it returns why there is none.
func (n *Number) numeral(s string, mk marks) string {
	var buf [MaxDigits]byte
	var sepBuf, sizeBuf [8]int32
	digits, seps, sizes := buf[:0], sepBuf[:0], sizeBuf[:0] // sizes counts the digits in each group
	run := int32(0)
	for _, r := range s {
		if '０' <= r && r <= '９' {
			r = r - '０' + '0'
		}
		if '0' <= r && r <= '9' {
			digits = append(digits, byte(r))
			run++
			if len(digits) > MaxDigits {
				return "too many digits"
			}
			continue
		}
		if r == '’' {
			r = '\''
		}
		if r == '，' {
			r = ','
		}
		seps = append(seps, r)
		sizes = append(sizes, run)
		run = 0
	}
	sizes = append(sizes, run)
	last := len(seps) - 1
	decimals := int32(0)
	group := seps // separators of groups
	if last >= 0 {
		tail := sizes[len(sizes)-1]
		distinct := false
		for _, r := range seps[:last] {
			if r != seps[last] {
				distinct = true
			}
		}
		switch {
		case seps[last] == '\'':
		case last > 0 && !distinct:
			// one kind of mark, repeated: groups
		case last > 0 && distinct:
			decimals, group = tail, seps[:last]
		case seps[0] == '.' && tail == 3 && sizes[0] <= 3 && s[0] != '0' && mk.dot != dotDecimal:
			if mk.dot == dotUnknown {
				return "a dot that may mark decimals or thousands"
			}
		case seps[0] == '.':
			decimals, group = tail, nil
		case seps[0] == ',' && tail != 3:
			if !mk.comma || tail > 2 {
				return "a comma that is neither decimal mark nor separator"
			}
			decimals, group = tail, nil
		}
	}
	if len(group) > 0 {
		whole := sizes[:len(group)+1]
		western, indian := true, true
		for i := 1; i < len(whole); i++ {
			if whole[i] != 3 {
				western = false
			}
			if i == len(whole)-1 && whole[i] != 3 || i < len(whole)-1 && whole[i] != 2 {
				indian = false
			}
			if group[i-1] != group[0] {
				return "mixed separators"
			}
		}
		if !western && !(indian && group[0] == ',') || whole[0] > 3 || whole[0] == 0 {
			return "separators at odd places"
		}
	}
	if len(digits) == 0 {
		return "no digits"
	}
	n.Has, n.exp = true, -decimals
	if len(digits) > 18 {
		n.large, _ = new(big.Int).SetString(string(digits), 10)
		return ""
	}
	for _, c := range digits {
		n.coef = n.coef*10 + int64(c-'0')
	}
	return ""
}

// words reads a number in words: "half a billion", "twenty-five million", "two
// thousand five hundred", "one and a half million", "two point five million".
func (r *Reader) words(n *Number, i int, cur uint16) string {
	n.To = i
	switch r.IDs[i] {
	case lexicon.WordHalf:
		return r.fractionOf(n, i, i, 50)
	case lexicon.WordQuarter:
		return r.fractionOf(n, i, i, 25)
	case lexicon.WordThree:
		k := i + 1
		if r.Is(k, '-') && r.Glued(k) {
			k++
		}
		if r.Word(k) == lexicon.WordQuarters {
			return r.fractionOf(n, i, k, 75)
		}
	}
	total, group := decimal.Zero, int64(0) // what magnitudes have been applied to, and what waits for one
	have := false                          // group holds something
	last := 100                            // the power of the last magnitude
	refuse := func(why string) string {
		n.Has = false
		n.To = max(n.To, i+1)
		for k := n.To; k < i+maxWords && (r.Entry(k).Is(lexicon.Number|lexicon.Magnitude) || r.Word(k) == lexicon.WordAnd || r.Is(k, '-') && r.Glued(k)); k++ {
			if r.Entry(k).Is(lexicon.Number | lexicon.Magnitude) {
				n.To = k + 1
			}
		}
		return why
	}
	j := i
	for j < i+maxWords && r.Kind(j, token.Word) {
		e, w := r.Entry(j), r.Fold(j)
		bare := !have && last == 100
		switch {
		case e.Is(lexicon.Plural) && bare:
			// "millions of dollars", "tens of millions"
			n.To = j + 1
			for n.To < i+maxWords && (r.Entry(n.To).Is(lexicon.Plural) || r.Word(n.To) == lexicon.WordOf) {
				n.To++
			}
			return "no exact value"
		case e.Is(lexicon.Number):
			v := int64(e.Value)
			if have && !(group%100 == 0 && v < 100 || group%10 == 0 && group%100 >= 20 && v < 10) {
				n.To = j
				return refuse("followed by " + clipped(w, 20))
			}
			group += v
			have = true
		case w == "hundred" || e.Is(lexicon.Magnitude) && e.Value > 2 && len(w) > 3 && !(len(w) == 4 && w != "lakh"):
			if bare {
				if why := r.bareMagnitude(i, j, cur); why != "" {
					n.To = j
					return refuse(why)
				}
				group, have = 1, true
			}
			power := int(e.Value)
			switch {
			case power == 2:
				if group < 1 || group > 99 {
					n.To = j
					return refuse("two magnitudes")
				}
				group *= 100
			case !have && last == 3 && power > 3: // "five thousand crore"
				total, last = total.Shift(int32(power)), power+1
			case !have || power >= last:
				n.To = j
				return refuse("two magnitudes")
			default:
				if p := lexicon.At(exactly(r.IDs[j:min(j+2, len(r.IDs))])); p.Is(lexicon.Magnitude) { // "lakh crore"
					power = int(p.Value)
					j++
				}
				total = total.Add(decimal.New(group, int32(power)))
				group, have, last = 0, false, power
			}
		default:
			goto done
		}
		j++
		n.To = j
		if f, to := r.fraction(j); to > j {
			switch {
			case !have && last < 100: // "a million and a half"
				total = total.Add(f.Shift(int32(last)))
			case r.Entry(to).Is(lexicon.Magnitude) && r.Entry(to).Value > 2 && last == 100:
				n.set(decimal.New(group, 0).Add(f))
				n.To = to
				return r.scale(n)
			default:
				return refuse("followed by a fraction")
			}
			j, n.To = to, to
			have = false
			goto done
		}
		if r.Word(j) == lexicon.WordPoint && have && last == 100 && r.Entry(j+1).Is(lexicon.Number) {
			d := decimal.New(group, 0)
			places := int32(0)
			for j++; r.Kind(j, token.Word) && r.Entry(j).Is(lexicon.Number) && r.Entry(j).Value < 10; j++ {
				places++
				d = d.Add(decimal.New(int64(r.Entry(j).Value), -places))
			}
			n.set(d)
			n.To = j
			if places == 0 || places > 9 {
				return refuse("a point without digits")
			}
			return r.scale(n)
		}
		if r.Is(j, '-') && r.Glued(j) && r.Glued(j+1) && (r.Entry(j+1).Is(lexicon.Number) || r.Entry(j+1).Is(lexicon.Magnitude)) {
			j++
		} else if r.Word(j) == lexicon.WordAnd && r.Kind(j+1, token.Word) && r.Entry(j+1).Is(lexicon.Number) &&
			(have && group%100 == 0 || !have && !r.Entry(j+2).Is(lexicon.Magnitude)) { // "one hundred and five", not "five million and six million"
			j++
		}
	}
done:
	if n.To == i {
		return ""
	}
	if n.Has, n.coef = true, group; !total.IsZero() {
		n.set(total.Add(decimal.New(group, 0)))
	}
	if last < 100 {
		n.mag = true
		n.power = int32(last)
		if r.Kind(n.To, token.Word) && r.Entry(n.To).Is(lexicon.Magnitude) && len(r.Fold(n.To)) > 3 {
			return refuse("two magnitudes")
		}
		return ""
	}
	n.small = true
	return r.scale(n)
}

// fractionOf reads what follows "half", "a quarter" or "three quarters", whose last
// word is token j: "a billion", "of a million", "million". It is that many hundredths.
func (r *Reader) fractionOf(n *Number, i, j int, hundredths int64) string {
	if r.Entry(i-1).Is(lexicon.Ordinal) || i > 1 && r.Is(i-1, '-') && r.Entry(i-2).Is(lexicon.Ordinal|lexicon.Number) {
		return "" // the first half, the second quarter, the first-half
	}
	hyphen := func() {
		if r.Is(j, '-') && r.Glued(j) {
			j++
		}
	}
	j++
	hyphen()
	if r.Word(j) == lexicon.WordOf || r.Word(j) == lexicon.WordA && r.Word(j+1) != lexicon.WordA && !r.Is(j+1, '-') && r.Word(j-1) == lexicon.WordOf {
		j++
	}
	switch r.Word(j) {
	case lexicon.WordA, lexicon.WordAn, lexicon.WordOne:
		j++
	}
	hyphen()
	if e := r.Entry(j); !e.Is(lexicon.Magnitude) || e.Value < 2 || len(r.Fold(j)) < 4 {
		return ""
	}
	n.To = j
	n.Has, n.coef, n.exp = true, hundredths, -2
	if i > 1 && r.Word(i-1) == lexicon.WordA && r.Word(i-2) == lexicon.WordAnd && (r.Kind(i-3, token.Number) || r.Entry(i-3).Is(lexicon.Number)) {
		return "preceded by a number" // "two and a quarter million" was read before, if at all
	}
	return r.scale(n)
}

// bareMagnitude tells why the magnitude at token j, before which number words
// might stand, is no number by itself, "" if it is: "a million", "the million
// dollars", "a million-dollar idea", but not "in million dollars", "$ million",
// "multi-million dollars".
func (r *Reader) bareMagnitude(i, j int, cur uint16) string {
	if i != j || cur != 0 {
		return "a magnitude without a number"
	}
	hyphen := r.Is(i-1, '-')
	before := i - 1
	if hyphen {
		before--
	}
	w := r.Fold(before)
	switch {
	case r.Entry(before).Is(lexicon.Vague) || w == "multi":
		return "no exact value"
	case hyphen && w != "a", r.Kind(before, token.Number):
		return "a magnitude without a number"
	}
	switch w {
	case "a", "an", "the", "another", "every", "per", "each", "first", "next", "last", "additional", "extra", "cool", "whopping", "mere", "full", "its", "their", "his", "her":
		return ""
	}
	if k := j + 1; r.Is(k, '-') && r.Glued(k) && r.Glued(k+1) && !r.Entry(before).Is(lexicon.Number|lexicon.Plural|lexicon.Magnitude) {
		return "" // "billion-dollar companies"
	}
	if before < 0 && r.Strict {
		return ""
	}
	return "a magnitude without a number"
}

func (r *Reader) skipMagnitudes(n *Number) {
	for end := n.To + maxWords; n.To < end && r.Entry(n.To).Is(lexicon.Magnitude) && (len(r.Fold(n.To)) > 1 || r.Glued(n.To)); {
		n.To++
	}
}

// dotted reports whether the magnitude at token i is an abbreviation that takes a dot.
func (r *Reader) dotted(i int) bool {
	switch r.Word(i) {
	case lexicon.WordMio, lexicon.WordMrd, lexicon.WordCr, lexicon.WordCrs, lexicon.WordMn, lexicon.WordBn, lexicon.WordBln, lexicon.WordMln, lexicon.WordMil, lexicon.WordBio, lexicon.WordTn:
		return true
	}
	return false
}
