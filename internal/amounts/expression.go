// Package amounts reads amounts of money: numbers, currencies, and the expressions they make, or why one has no value.
package amounts

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/shopspring/decimal"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// amountReader reads amounts of money.
type Reader struct {
	*words.Reader
}

// qualifiers holds the words that phrases that qualify an amount end with.
var qualifiers = sync.OnceValue(func() (ends []bool) {
	for id := lexicon.ID(1); lexicon.Known(id); id++ {
		if lexicon.At(id).Is(lexicon.Qualifier) {
			phrase := lexicon.Key(id)
			last := int(lexicon.Find(phrase[strings.LastIndexByte(phrase, ' ')+1:]))
			if last >= len(ends) {
				ends = append(ends, make([]bool, last+1-len(ends))...)
			}
			ends[last] = true
		}
	}
	return ends
})

// qualifies reports whether a phrase that qualifies an amount may end with the word.
func qualifies(word lexicon.ID) bool {
	ends := qualifiers()
	return int(word) < len(ends) && ends[word]
}

// clip shortens s to n bytes for a message.
func clipped(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n] + "…"
}

// qualifierOf maps the values of the lexicon's qualifier rows.
var qualifierOf = [...]Qualifier{0: Exact, 2: About, 3: Nearly, 4: MoreThan, 5: UpTo}

// amount is an amount as the text prints it.
type Amount struct {
	Value     decimal.Decimal // in units of the currency
	Currency  string          // ISO 4217 code, or a token's ticker; "" if there is no value
	Qualifier Qualifier
	Min, Max  decimal.Decimal // of a range only
	token.Span
	Assumed bool   // its sign or word is that of several currencies, and nothing says which it means
	Per     string // what it is paid for or how often, "" if it is no rate
	Refused string // why there is no value

	Figure Figure
	Shared *Family // what its sign or word may stand for; nil if it is clear
}

// qualifierKind says how a printed amount relates to the true one.
type Qualifier uint8

const (
	Exact Qualifier = iota
	About
	Nearly
	MoreThan
	UpTo
	Range
)

// clear takes the value of a away.
func (a *Amount) clear() {
	a.Value, a.Currency, a.Qualifier, a.Min, a.Max = decimal.Decimal{}, "", Exact, decimal.Decimal{}, decimal.Decimal{}
}

// in returns the text that the amount covers.
func (a *Amount) In(text string) string { return text[a.Start:a.End] }

// figure is the value of an amount, coef times ten to the exp, in numbers that are compared fast. Of a value that is too large, coef is negative.
type Figure struct {
	coef int64
	exp  int32
}

// figure returns the value of n.
func (n *Number) figure() Figure {
	if n.large != nil {
		return Figure{coef: -1}
	}
	return Figure{n.coef, n.exp}
}

// same reports whether the two amounts agree in value and currency, whatever their qualifiers.
func (a *Amount) Same(b *Amount) bool { return a.Currency == b.Currency && a.Compare(b) == 0 }

// compare returns the sign of a-b.
func (a *Amount) Compare(b *Amount) int {
	if x, y, ok := Aligned(a.Figure, b.Figure); ok {
		return cmp.Compare(x, y)
	}
	return a.Value.Cmp(b.Value)
}

// aligned returns a and b as integers of one unit, if both have at most sixteen digits then.
func Aligned(a, b Figure) (x, y int64, ok bool) {
	const most = 1e16
	x, y = a.coef, b.coef
	if x < 0 || y < 0 {
		return 0, 0, false
	}
	for up := a.exp - b.exp; up > 0 && x < most; up-- {
		x *= 10
	}
	for up := b.exp - a.exp; up > 0 && y < most; up-- {
		y *= 10
	}
	return x, y, x < most && y < most
}

// near reports whether one amount is the other rounded to fewer digits, as headlines do.
func (a *Amount) Near(b *Amount) bool {
	if a.Currency != b.Currency {
		return false
	}
	x, y, ok := Aligned(a.Figure, b.Figure)
	switch {
	case !ok && a.Value.Equal(b.Value), ok && x == y:
		return true
	case ok && (max(x, y)-min(x, y))*100 >= max(x, y)*6: // the most
		return false
	}
	m, n := a.Digits(), b.Digits()
	if fewer := min(m, n); fewer == 0 || fewer > 3 || m == n {
		return false
	}
	if ok {
		return true
	}
	lo, hi := a.Value, b.Value
	if lo.GreaterThan(hi) {
		lo, hi = hi, lo
	}
	return hi.Sub(lo).Mul(decimal.New(100, 0)).LessThan(hi.Mul(decimal.New(6, 0)))
}

// digits counts the significant digits of the value.
func (a *Amount) Digits() int {
	c := a.Figure.coef
	if c < 0 {
		return len(strings.TrimRight(a.Value.Coefficient().String(), "0"))
	}
	for c != 0 && c%10 == 0 {
		c /= 10
	}
	n := 0
	for ; c != 0; c /= 10 {
		n++
	}
	return n
}

// single reads the text, of which nothing has been read, as one amount. If it is none, why says what is wrong and at which byte.
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

// moneyStarts reports whether an amount may begin at token i: it is a digit, a currency sign or a number word.
func (r *Reader) Starts(i int) bool {
	switch t := &r.Toks[i]; t.Kind {
	case token.Number:
		return true
	case token.Punct:
		return lexicon.Sign(t.R) != 0
	case token.Word:
		id := r.IDs[i]
		e := lexicon.At(id)
		return e.Is(lexicon.Number|lexicon.Plural) || e.Currency != 0 || e.Is(lexicon.Magnitude) && e.Value >= 2 || id == lexicon.WordHalf || id == lexicon.WordQuarter || r.mayBeCoded(i) && r.codedMagnitude(i) != 0
	}
	return false
}

// moneyAt reads the amount that begins near token i, which satisfies moneyStarts, into m:
// the currency before it is found by looking back from its first number.
func (r *Reader) At(i int, m *Amount) (from, to int, ok bool) {
	var a Number
	n := len(r.Toks)
	num := i
	if num+1 < n && r.Toks[num].Kind == token.Punct && r.Toks[num+1].Kind == token.Number { // the most
		if cur := r.afterSign(&a, i); cur != 0 {
			why := ""
			if r.romanceMil(i, a.To, cur) {
				why = romance
			}
			from, to = r.settle(m, i, a.To, cur, why, &a, nil, true)
			m.Shared = SharedSign(r.Toks[i].R)
			return from, to, true
		}
		a = Number{}
		num++
	}
	for num < n && num < i+4 && r.Toks[num].Kind != token.Number && !r.numberWord(num) {
		if !(r.Toks[num].Kind == token.Punct && (r.CurrencySign(num) != 0 || r.Toks[num].R == '.') || r.Entry(num).Currency != 0 || r.codedMagnitude(num) != 0 || r.CurrencySign(num+1) != 0) {
			return i, i + 1, false
		}
		num++
	}
	if num >= n {
		return i, i + 1, false
	}
	cur, codeMag, from := r.prefix(num)
	if cur == 0 && (r.bare(num) || !r.currencyAhead(num)) {
		return i, num + 1, false
	}
	why := r.number(&a, num, cur, codeMag != 0)
	if !a.Has && why == "" {
		return i, num + 1, false
	}
	to = max(a.To, num+1)
	over := r.over(to)
	if over && cur == 0 {
		return i, to, false
	}
	starts := from == num // with its number
	if cur == 0 && starts && r.Toks[num].Kind == token.Word && (r.Word(num-1) == lexicon.WordA || r.Word(num-1) == lexicon.WordAn) && !r.Is(num-2, '-') {
		from-- // "a million dollars"
	}
	plain := !a.mag
	if codeMag != 0 && !a.mag {
		a.times(codeMag)
	}
	// the currency after the number
	var sufCur uint16
	sufMag, sufTo := 0, to
	if !over {
		sufCur, sufMag, sufTo = r.suffix(to, a.mag, cur)
	}
	if plain && starts && sufTo > to && r.Year(num) > 0 && r.between(sufTo) {
		return i, num + 1, false // "in 2018 USD 5 million"
	}
	if sufCur != 0 {
		cur = sufCur
	}
	suffixed := sufTo > to
	ends := !suffixed && plain // with its number
	if suffixed {
		to = sufTo
		if sufMag != 0 && plain {
			a.times(sufMag)
		}
		if plain && sufMag == 0 && why == "" { // "1.5$ million", "125 USD million"
			a.To = to
			why = r.scale(&a)
			to = a.To
		}
	}
	// a range: the second bound
	var b Number
	if why == "" && !over {
		if bcur, bto := r.upper(&b, to, from, cur, &a); b.Has {
			switch {
			case cur == 0:
				cur = bcur
			case bcur != 0 && bcur != cur:
				b.Has = false
			}
			if b.Has {
				if !a.mag && b.mag && a.small {
					a.times(int(b.power))
				}
				to = bto
				ends = !b.mag && bcur == 0
				a.plus = false
			}
		}
	}
	if cur == 0 {
		return i, max(to, i+1), false
	}
	if why == "" {
		if why = r.before(from, starts); why == "" && !over {
			why = r.after(to, ends, a.mag || b.mag)
		}
	}
	if why == "" && !suffixed && !starts && r.Toks[from].Kind == token.Punct && r.Glued(from) == r.Glued(num) && r.numberBefore(from) {
		why = "preceded by a number" // "5 million € 5": whose sign is it?
	}
	if why == "" && r.romanceMil(from, to, cur) {
		why = romance
	}
	if why == "" && !over && r.otherCurrency(to, a.mag || b.mag, cur) {
		why = "two currencies"
	}
	if why == "" && !over && !ends && plain && !a.mag && r.between(to) {
		why = "followed by another number"
	}
	first, end := from, to
	from, to = r.settle(m, from, to, cur, why, &a, &b, over)
	m.Shared = r.sharedAt(first, end)
	return from, to, true
}

// afterSign reads the most common kind of amount, for which no more than this need be asked: digits right after a sign and perhaps a magnitude,
// "$12 million", "€6M", and nothing around that has to do with it. A mark, which may be the sign, and a number are at i.
// It returns the currency, 0 if it is of another kind.
func (r *Reader) afterSign(a *Number, i int) uint16 {
	t, num := &r.Toks[i], &r.Toks[i+1]
	if num.Has(token.Space) {
		return 0
	}
	if i > r.From {
		if id := r.IDs[i-1]; r.Toks[i-1].Kind != token.Word || !t.Has(token.Space) || id == lexicon.WordUS || id == lexicon.WordUs {
			return 0
		}
	}
	cur := lexicon.Sign(t.R)
	if cur == 0 || r.Word(i+2) == lexicon.WordAnd || !a.plain(num.Text(r.Text)) {
		return 0
	}
	if a.To = i + 2; r.scale(a) != "" || !r.over(a.To) {
		return 0
	}
	return cur
}

// settle makes m of the numbers a and b that the tokens [from, to) print, or of why there is no value; b is nil or
// has nothing where it is no range. It returns the tokens with those that qualify the amount. over says what over does of to.
func (r *Reader) settle(m *Amount, from, to int, cur uint16, why string, a, b *Number, over bool) (int, int) {
	q := Exact
	qfrom := r.qualifier(from, &q)
	per := ""
	if a.plus {
		q = MoreThan
	} else if !over && (q == Exact || q == About) {
		to = r.trailing(to, &q)
	}
	if !over {
		per = r.per(to)
	}
	*m = Amount{}
	m.Per = per
	m.Span = r.Bytes(from, to)
	if why == "" {
		m.Value, m.Currency, m.Qualifier, m.Figure = a.decimal(), lexicon.Currencies[cur][0], q, a.figure()
		if b != nil && b.Has {
			m.Min, m.Max, m.Qualifier, m.Figure = m.Value, b.decimal(), Range, b.figure()
			m.Value = m.Max
			if m.Min.GreaterThan(m.Max) {
				why = "a range that runs backwards"
			}
			if why == "" && !b.modest() {
				why = Beyond(m.Max)
			}
		}
		if why == "" && !a.modest() {
			why = Beyond(a.decimal())
		}
	}
	if why != "" {
		m.clear()
		m.Refused = why
	}
	switch {
	case qfrom < from && q != Exact:
		from = qfrom
	case m.Qualifier == Range && r.Word(from-1) == lexicon.WordBetween:
		from--
	}
	return from, to
}

const romance = "mil may be a thousand"

// bare reports whether the number that begins at token i surely ends with it, and no currency follows: that needs not be read.
func (r *Reader) bare(i int) bool {
	if r.Kind(i+1, token.Word) {
		if next := r.IDs[i+1]; !lexicon.Known(next) || next == lexicon.WordQuarters || lexicon.At(next).Is(lexicon.Plural) {
			return false // "5 millionin", "three quarters", "tens millions"
		}
	}
	return r.over(i + 1)
}

// over reports whether an amount that ends before token j surely ends there: what follows is neither part of it nor
// bears on it, as the most does not.
func (r *Reader) over(j int) bool {
	if j >= len(r.Toks) {
		return true
	}
	t, id := &r.Toks[j], r.IDs[j]
	switch t.Kind {
	case token.Word:
		if !t.Has(token.Space) || lexicon.At(id).Currency != 0 || lexicon.At(id).Is(lexicon.Number|lexicon.Magnitude) || r.mayBeCoded(j) || r.OpensUnit(j) {
			return false
		}
		switch id {
		case lexicon.WordOf, lexicon.WordTo, lexicon.WordAnd, lexicon.WordOr, lexicon.WordPlus, lexicon.WordOdd, lexicon.WordIsh, lexicon.WordPoint, lexicon.WordSomething,
			lexicon.WordPer, lexicon.WordA, lexicon.WordAn, lexicon.WordEach, lexicon.WordEvery:
			return false
		}
		return true
	case token.Punct:
		return (t.R == ',' || t.R == '.') && r.Kind(j+1, token.Word) && r.IDs[j+1] != lexicon.WordAnd && !r.Every
	}
	return false
}

// currencyAhead reports whether a currency stands after token i, not further than any number may be long.
func (r *Reader) currencyAhead(i int) bool {
	k, ok := slices.BinarySearch(r.Currencies, int32(i))
	return ok || r.Strict || r.Every || k < len(r.Currencies) && int(r.Currencies[k]) < i+3*maxWords
}

// per returns the unit that the amount before token i is a rate of, "" if it is a total.
func (r *Reader) per(i int) string {
	switch r.Word(i) {
	case lexicon.WordPer, lexicon.WordA, lexicon.WordAn, lexicon.WordEach, lexicon.WordEvery:
	default:
		if !(r.Is(i, '/') && r.Glued(i) && r.Glued(i+1)) {
			return ""
		}
	}
	if !r.Kind(i+1, token.Word) {
		return ""
	}
	switch r.Word(i + 2) {
	case lexicon.WordAgo, lexicon.WordEarlier, lexicon.WordLater, lexicon.WordBefore, lexicon.WordAfter:
		return "" // "raised $5 million a year ago"
	}
	switch u := r.Fold(i + 1); u {
	case "share", "unit", "token", "hour", "day", "night", "week", "month", "quarter", "year", "person", "user", "seat", "employee", "customer", "head", "barrel", "ton", "tonne", "ounce", "pound", "kilo", "kilogram", "mile", "acre", "ride", "item", "piece", "ticket", "vehicle", "patient", "student", "household":
		return u
	case "annum":
		return "year"
	case "mo":
		return "month"
	case "yr":
		return "year"
	case "ads", "ad", "adr", "option", "warrant":
		return u
	}
	return ""
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
	if k := to - 1 - b2i(r.Is(to-1, '.')); r.Kind(k, token.Word) {
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

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// otherCurrency reports whether another currency than cur stands at token to, where cur
// was read before: "$5 million €".
func (r *Reader) otherCurrency(to int, mag bool, cur uint16) bool {
	c, _, t := r.suffix(to, mag, 0)
	if t == to || c == cur || r.Word(t-1) == lexicon.WordWon {
		return false
	}
	code, _ := r.code(t - 1)
	return !r.Kind(t, token.Number) || code == 0 && r.CurrencySign(t-1) == 0
}

// beyond returns why v cannot be the value of a Money, "" if it can.
func Beyond(v decimal.Decimal) string {
	if v.NumDigits()+int(v.Exponent()) > MaxExponent && v.GreaterThan(Limit) {
		return "beyond 1e30"
	}
	if v.Exponent() < MinExponent && !v.Equal(v.Truncate(-MinExponent)) {
		return "finer than 1e-18"
	}
	return ""
}

var Limit = decimal.New(1, MaxExponent)

// upper reads the second bound of a range, whose first bound a ends before token j, into b.
func (r *Reader) upper(b *Number, j, from int, cur uint16, a *Number) (bcur uint16, to int) {
	if j+1 >= len(r.Toks) {
		return
	}
	dash, word := false, false
	switch t := &r.Toks[j]; t.Kind {
	case token.Punct:
		dash = t.R == '-' || t.R == '–' || t.R == '—'
	case token.Word:
		switch r.IDs[j] {
		case lexicon.WordTo:
			word = r.Word(from-1) != lexicon.WordFrom
		case lexicon.WordAnd:
			word = r.Word(from-1) == lexicon.WordBetween
		}
	}
	if !dash && !word {
		return
	}
	k := j + 1
	for k < len(r.Toks) && k < j+4 && r.Toks[k].Kind != token.Number && !r.Entry(k).Is(lexicon.Number) {
		if !(r.CurrencySign(k) != 0 || r.Is(k, '.') || r.Entry(k).Currency != 0 || r.CurrencySign(k+1) != 0 && r.Glued(k+1)) {
			return
		}
		k++
	}
	if !r.Kind(k, token.Number) && !(r.Entry(k).Is(lexicon.Number) && r.Kind(k, token.Word)) {
		return
	}
	bcur, _, bfrom := r.prefix(k)
	if bfrom != j+1 {
		return
	}
	why := r.number(b, k, max(cur, bcur), false)
	if why != "" || !b.Has ||
		bcur == 0 && !b.mag && !(dash && !a.mag) && !(word && !a.mag && (!a.small || r.Word(j) == lexicon.WordAnd || b.To == len(r.Toks))) { // "$5 million to 30 people"
		*b = Number{}
		return 0, 0
	}
	to = b.To
	if c, _, t := r.suffix(to, b.mag, max(cur, bcur)); t > to {
		to = t
		if bcur == 0 {
			bcur = c
		}
	}
	if cur == 0 && bcur == 0 {
		*b = Number{}
	}
	return bcur, to
}

// before returns why the amount whose first token is from cannot stand: what
// touches it on the left is not understood. num says that it begins with its number.
func (r *Reader) before(from int, num bool) string {
	if from == r.From {
		return ""
	}
	p := &r.Toks[from-1]
	if r.Glued(from) {
		first := &r.Toks[from]
		switch {
		case first.Kind == token.Punct && p.Is('-') && p.Has(token.Space) && !r.Kind(from-2, token.Number):
			return "a minus sign"
		case first.Kind == token.Punct && (p.Is('-') || p.Is('–')) && r.Glued(from-1) && r.Kind(from-2, token.Number):
			return "preceded by a number"
		case first.Kind == token.Punct && p.Kind == token.Word && (p.End-p.Start <= 4 && p.Has(token.AllUpper) || p.Has(token.Mixed) && p.End-p.Start <= 4),
			first.Kind == token.Punct && p.Kind == token.Number,
			first.Kind == token.Number && p.Kind != token.Punct,
			p.Kind == token.Punct && (p.R == '.' || p.R == ',' || p.R == '/') && first.Kind == token.Number,
			num && (p.Is('-') || p.Is('–') || p.Is('+')) && from > r.From+1 && r.Glued(from-1) && (r.Kind(from-2, token.Number) || r.Entry(from-2).Is(lexicon.Number|lexicon.Magnitude)):
			return "preceded by " + clipped(p.Text(r.Text), 20)
		case first.Kind == token.Word && (p.Is('-') || p.Is('–')) && r.Glued(from-1) && r.Kind(from-2, token.Word) && r.Entry(from).Is(lexicon.Number):
			return "preceded by " + clipped(r.Toks[from-2].Text(r.Text), 20) + clipped(p.Text(r.Text), 20) // "xtwenty-five million"
		case num && first.Kind == token.Number && p.Is('-') && p.Has(token.Space) && !(r.Kind(from-2, token.Number) || from < r.From+2):
			return "a minus sign"
		}
	}
	if !num {
		return ""
	}
	switch {
	case r.Word(from-1) == lexicon.WordAnd && r.Word(from-2) == lexicon.WordHundred,
		p.Kind == token.Word && (r.Entry(from-1).Is(lexicon.Number) || r.Word(from-1) == lexicon.WordPoint || r.Entry(from-1).Is(lexicon.Magnitude) && p.End-p.Start > 2),
		unicode.Is(unicode.No, p.R) && p.Kind == token.Punct:
		return "preceded by " + clipped(p.Text(r.Text), 20)
	case (p.Is('.') || p.Is(',')) && r.Kind(from-2, token.Number) && r.Kind(from, token.Number) && (p.Has(token.Space) || r.Glued(from) || r.groupOf3(from) && r.Toks[from-2].End-r.Toks[from-2].Start <= 3):
		return "preceded by a number" // "1 . 6 billion", "1, 200 dollars"
	case p.Kind == token.Number && r.Kind(from, token.Number) && r.groupOf3(from) && p.End-p.Start <= 3:
		return "preceded by a number" // a space where a separator may have stood
	}
	return ""
}

// after returns why the amount that ends before token to cannot stand: what
// touches it on the right is not understood. It ends with its bare number if num
// is set, and its number has a magnitude if mag is set.
func (r *Reader) after(to int, num, mag bool) string {
	if to >= len(r.Toks) {
		return ""
	}
	t := &r.Toks[to]
	next := to + 1
	if !num && t.Kind == token.Word && !r.Glued(to) && r.IDs[to] != lexicon.WordAnd { // the most
		return ""
	}
	if r.Glued(to) {
		switch {
		case t.Kind == token.Word || t.Kind == token.Number:
			return "followed by " + clipped(t.Text(r.Text), 20)
		case t.Is('%'):
			return "a percentage"
		case t.Is('/') && r.Kind(next, token.Number) && r.Glued(next):
			return "followed by a slash and a number"
		case t.Kind == token.Punct && unicode.Is(unicode.No, t.R) && (num || !strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹⁰", t.R)):
			return "followed by " + clipped(t.Text(r.Text), 20)
		case (t.Is('-') || t.Is('–') || t.Is('—')) && r.Glued(next) && r.Kind(next, token.Number) && r.Year(next) == 0 && (num || r.Entry(next+1).Is(lexicon.Magnitude)),
			(t.Is('-') || t.Is('–')) && r.Glued(next) && num && r.CurrencySign(next) != 0:
			return "followed by another number"
		case t.Kind == token.Punct && num && t.R > 0x7f && unicode.IsLetter(t.R):
			return "followed by " + clipped(t.Text(r.Text), 20)
		case t.Kind == token.Punct && (t.R == '٬' || t.R == '٫' || t.R == '˙' || t.R == '·') && r.Kind(next, token.Number):
			return "followed by " + clipped(t.Text(r.Text), 20)
		}
	}
	if r.Kind(to, token.Number) && r.Is(next, '/') && r.Glued(next) && r.Kind(next+1, token.Number) {
		return "followed by a fraction"
	}
	if !num {
		k := to
		if r.Is(k, ',') {
			k++
		}
		if r.Word(k) == lexicon.WordAnd && (r.Word(k+1) == lexicon.WordA || r.Word(k+1) == lexicon.WordThree) {
			switch r.Word(k + 2) {
			case lexicon.WordHalf, lexicon.WordQuarter, lexicon.WordQuarters:
				return "followed by a fraction"
			}
		}
		if mag && r.Kind(k, token.Number) && r.Entry(k+1).Is(lexicon.Magnitude) && len(r.Fold(k+1)) > 1 {
			return "followed by another number" // "$5 million, 500 thousand"
		}
		return ""
	}
	// a number that goes on after a stray mark: "$5 , 000", "$5. 2 million", "$5 .2"
	if (t.Is('.') || t.Is(',') || t.Is('\'')) && r.Kind(next, token.Number) && !r.Toks[next].Has(token.Line) &&
		(t.Has(token.Space) || r.Glued(next) || r.groupOf3(next) && r.Toks[next].End-r.Toks[next].Start == 3 || r.Entry(next+1).Is(lexicon.Magnitude)) {
		return "followed by another number"
	}
	// a magnitude that stands apart: "$5[1] million", "$5 (five) million", "$5 odd million"
	depth := 0
	for k := to; k < len(r.Toks) && k < to+6; k++ {
		t := &r.Toks[k]
		switch {
		case t.Is('(') || t.Is('['):
			depth++
		case t.Is(')') || t.Is(']'):
			depth--
		case t.Is('+') || t.Is('*') || t.Is('/') || t.Is('-') || t.Is('½') || t.Kind == token.Punct && unicode.Is(unicode.No, t.R):
		case depth == 0 && t.Kind == token.Word && r.Entry(k).Is(lexicon.Magnitude) && (len(r.Fold(k)) > 2 || r.Entry(k).Value < 0):
			return "a magnitude that stands apart"
		case t.Kind == token.Number, r.Entry(k).Is(lexicon.Number):
		default:
			switch r.IDs[k] {
			case lexicon.WordPlus, lexicon.WordOdd, lexicon.WordIsh, lexicon.WordPoint, lexicon.WordSomething, lexicon.WordOr:
				continue
			}
			return ""
		}
	}
	return ""
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

// qualifier reads the qualifying words before token from and returns where they begin.
func (r *Reader) qualifier(from int, q *Qualifier) int {
	if from == r.From {
		return from
	}
	if p := &r.Toks[from-1]; p.Kind == token.Punct {
		switch p.R {
		case '~', '≈':
			*q = About
			return from - 1
		case '>':
			*q = MoreThan
			return from - 1
		case '<':
			*q = Nearly
			return from - 1
		}
		return from // no phrase ends with a mark
	}
	end := from
	switch r.IDs[from-1] {
	case lexicon.WordA, lexicon.WordAn, lexicon.WordAnother, lexicon.WordAdditional, lexicon.WordWhopping:
		if from > r.From+1 {
			end--
		}
	}
	if !qualifies(r.IDs[end-1]) { // as most do not
		return from
	}
	words := r.IDs[max(end-4, r.From):end]
	for k, id := range words {
		e, n := lexicon.At(id), len(words)-k
		if n > 1 {
			if int(e.Words) < n {
				continue
			}
			e = lexicon.At(exactly(words[k:]))
		}
		if e.Is(lexicon.Qualifier) && int(e.Value) < len(qualifierOf) {
			*q = qualifierOf[e.Value]
			return end - n
		}
	}
	return from
}

// exactly returns the entry of the phrase that the words ids make, 0 if they make none.
func exactly(ids []lexicon.ID) lexicon.ID {
	for p := lexicon.PhrasesOf(ids[0]); p != 0 && p.Words() >= len(ids); p = p.Next() {
		if p.Words() == len(ids) && p.Begins(ids) {
			return p.ID()
		}
	}
	return 0
}

// trailing reads what may qualify an amount after it: "+", "-plus", "or more", "or so".
func (r *Reader) trailing(to int, q *Qualifier) int {
	if to == len(r.Toks) {
		return to
	}
	switch t := &r.Toks[to]; t.Kind {
	case token.Punct:
		if !r.Glued(to) {
			return to
		}
		next := r.Word(to + 1)
		switch {
		case t.R == '+':
			*q = MoreThan
			return to + 1
		case t.R == '-' && next == lexicon.WordPlus:
			*q = MoreThan
			return to + 2
		case t.R == '-' && (next == lexicon.WordIsh || next == lexicon.WordOdd):
			*q = About
			return to + 2
		case t.R == '/' && r.Is(to+1, '-') && r.Glued(to+1): // "Rs 5,00,000/-"
			return to + 2
		}
	case token.Word:
		next := r.Word(to + 1)
		switch id := r.IDs[to]; {
		case id == lexicon.WordPlus && r.BeginsLower(to+1) && r.Entry(to+1).Is(lexicon.Roundnoun):
			*q = MoreThan
			return to + 1
		case id == lexicon.WordOr && next == lexicon.WordMore, id == lexicon.WordAnd && next == lexicon.WordChange:
			*q = MoreThan
			return to + 2
		case id == lexicon.WordOr && next == lexicon.WordSo:
			*q = About
			return to + 2
		}
	}
	return to
}

// AtLeast reports whether the value is not less than ten to the power n, without computing anything.
func (a *Amount) AtLeast(n int) bool {
	return a.Value.NumDigits()+int(a.Value.Exponent()) > n && a.Value.IsPositive()
}

// PowerOfTen reports whether the value is ten to the power n.
func (a *Amount) PowerOfTen(n int) bool { return a.Value.Equal(decimal.New(1, int32(n))) }
