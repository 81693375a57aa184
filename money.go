package funding

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Money is an exact amount of one currency. The zero Money means that there is
// no amount; an amount of zero has a currency.
//
// Value is in units of the currency, not in cents: "US$1.05 billion" is 1050000000.
// For a range Min and Max are its bounds and Value equals Max.
type Money struct {
	Value     decimal.Decimal
	Currency  string // ISO 4217 code, or a token's ticker such as BTC
	Qualifier Qualifier
	Min, Max  decimal.Decimal // set for a range only
}

// IsZero reports whether m is absent. It makes the omitzero option of encoding/json work.
func (m Money) IsZero() bool { return m.Currency == "" }

// Equal reports whether m and o are the same amount, currency and qualifier.
func (m Money) Equal(o Money) bool {
	return m.Currency == o.Currency && m.Qualifier == o.Qualifier && m.Value.Equal(o.Value) && m.Min.Equal(o.Min) && m.Max.Equal(o.Max)
}

// String returns m as ParseMoney reads it back: "USD 600000000", "about EUR 12000000", "USD 10000000 to 12000000".
// Values are written in full, without exponent, whatever the settings of the decimal package say.
func (m Money) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.Qualifier == Range:
		return m.Currency + " " + unmistakable(m.Min) + " to " + unmistakable(m.Max)
	}
	words := ""
	if int(m.Qualifier) < len(qualifierWords) {
		words = qualifierWords[m.Qualifier]
	}
	return words + m.Currency + " " + unmistakable(m.Value)
}

// unmistakable writes d so that a dot before three digits is not taken for a
// mark of thousands: 1.234 is "1.2340".
func unmistakable(d decimal.Decimal) string {
	s := inDigits(d)
	if len(s) > 4 && s[len(s)-4] == '.' {
		s += "0"
	}
	return s
}

// inDigits writes d in digits without trailing zeros. decimal's own String obeys
// global switches that the host program may have set.
func inDigits(d decimal.Decimal) string {
	digits := new(big.Int).Abs(d.Coefficient()).String()
	exp := int(d.Exponent())
	if d.IsZero() {
		return "0"
	}
	sign := ""
	if d.IsNegative() {
		sign = "-"
	}
	if exp >= 0 {
		return sign + digits + strings.Repeat("0", exp)
	}
	if len(digits) <= -exp {
		digits = strings.Repeat("0", 1-exp-len(digits)) + digits
	}
	whole, frac := digits[:len(digits)+exp], strings.TrimRight(digits[len(digits)+exp:], "0")
	if frac == "" {
		return sign + whole
	}
	return sign + whole + "." + frac
}

// Qualifier says how a printed amount relates to the true one.
type Qualifier uint8

const (
	Exact    Qualifier = iota // no qualifying word
	About                     // about, around, some, roughly, ~
	Nearly                    // nearly, almost, close to, just under
	MoreThan                  // over, more than, at least, "+"
	UpTo                      // up to, as much as, at most
	Range                     // two bounds
)

var qualifierNames = [...]string{"exact", "about", "nearly", "more_than", "up_to", "range"}
var qualifierWords = [...]string{"", "about ", "nearly ", "over ", "up to ", ""}

// qualifierOf maps the values of the lexicon's qualifier rows.
var qualifierOf = [...]Qualifier{0: Exact, 2: About, 3: Nearly, 4: MoreThan, 5: UpTo}

// Role says what an amount in the text is.
type Role uint8

const (
	RoleOther       Role = iota
	RoleRound            // raised in a financing event
	RoleTotal            // raised by a company so far
	RoleValuation        // what a company is worth
	RoleFund             // the size of an investor's own fund
	RoleAcquisition      // the price of a company
	RoleRevenue          // sales, profits, losses
)

var roleNames = [...]string{"other", "round", "total", "valuation", "fund", "acquisition", "revenue"}

// MoneyMention is an amount as the text prints it.
type MoneyMention struct {
	Money
	Span
	Role Role
	// Assumed is set when the text prints a sign or word that several currencies
	// share ("$", "¥", "kr", "Rs", "pesos", "pounds") and nothing else in the text
	// says which: the currency is then Parser.Currency or the usual one.
	Assumed bool
	// Per is what the amount is paid for or how often, where the text says so:
	// "share", "month", "year". Such an amount is a rate and no total.
	Per string
	// Refused says why there is no value although the text seems to print an
	// amount: "several hundred million dollars" has none. Money is then zero.
	Refused string
}

// amount is a mention and what the parser knows of it besides.
type amount struct {
	MoneyMention
	figure figure
	shared *family // what its sign or word may stand for; nil if it is clear
}

// figure is the value of an amount, coef times ten to the exp, in numbers that are compared fast. Of a value that is too large, coef is negative.
type figure struct {
	coef int64
	exp  int32
}

// same reports whether the two amounts agree in value and currency, whatever their qualifiers.
func (a *amount) same(b *amount) bool { return a.Currency == b.Currency && a.compare(b) == 0 }

// compare returns the sign of a-b.
func (a *amount) compare(b *amount) int {
	if x, y, ok := aligned(a.figure, b.figure); ok {
		return cmp.Compare(x, y)
	}
	return a.Value.Cmp(b.Value)
}

// aligned returns a and b as integers of one unit, if both have at most sixteen digits then.
func aligned(a, b figure) (x, y int64, ok bool) {
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
func (a *amount) near(b *amount) bool {
	if a.Currency != b.Currency {
		return false
	}
	x, y, ok := aligned(a.figure, b.figure)
	switch {
	case !ok && a.Value.Equal(b.Value), ok && x == y:
		return true
	case ok && (max(x, y)-min(x, y))*100 >= max(x, y)*6: // the most
		return false
	}
	m, n := a.digits(), b.digits()
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
func (a *amount) digits() int {
	c := a.figure.coef
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

// ParseError is the error of the strict parsers.
type ParseError struct {
	Input  string
	Offset int // byte offset in Input where reading failed
	Reason string
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("funding: cannot parse %q at byte %d: %s", clip(e.Input, 80), e.Offset, e.Reason)
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n] + "…"
}

// ParseMoney reads a single amount. The whole string must be one: "US$600 million",
// "Rs 12.5 crore", "€10–12m", "about 3 million pounds", "USD 5". The error is a *ParseError.
func ParseMoney(s string) (m Money, err error) {
	if len(s) > MaxMoneyText {
		return Money{}, &ParseError{s, MaxMoneyText, "longer than any amount"}
	}
	parsing(Parser{}, s, func(ps *parse) { m, err = ps.onlyMoney(s) })
	return m, err
}

// onlyMoney reads s, of which ps has read nothing, as a single amount.
func (ps *parse) onlyMoney(s string) (Money, error) {
	ps.Strict = true
	for ps.Paragraph() {
	}
	ps.From = 0
	i := 0
	for i < len(ps.Toks) && !ps.moneyStarts(i) {
		i++
	}
	var m amount
	from, to, ok := ps.moneyAt(i, &m)
	switch {
	case len(ps.Toks) == 0:
		return Money{}, &ParseError{s, 0, "empty"}
	case !ok:
		return Money{}, &ParseError{s, 0, "no amount with a currency"}
	case m.Refused != "":
		return Money{}, &ParseError{s, m.Start, m.Refused}
	case from > 0:
		return Money{}, &ParseError{s, 0, "words before the amount"}
	case ps.footnote(to) < len(ps.Toks):
		return Money{}, &ParseError{s, int(ps.Toks[to].Start), "text after the amount"}
	}
	return m.Money, nil
}

// footnote returns the token after the marks of footnotes that are glued to the
// amount before token to: "$5 million¹", "$5 million[2]", "$5 million*".
func (ps *parse) footnote(to int) int {
	for to < len(ps.Toks) && ps.Glued(to) {
		switch t := ps.Toks[to]; {
		case t.Is('*') || t.Is('†') || t.Is('‡') || t.Kind == token.Punct && unicode.Is(unicode.No, t.R):
			to++
		case t.Is('[') && ps.Kind(to+1, token.Number) && ps.Is(to+2, ']'):
			to += 3
		default:
			return to
		}
	}
	return to
}

// moneyStarts reports whether an amount may begin at token i: it is a digit, a currency sign or a number word.
func (ps *parse) moneyStarts(i int) bool {
	switch t := &ps.Toks[i]; t.Kind {
	case token.Number:
		return true
	case token.Punct:
		return lexicon.Sign(t.R) != 0
	case token.Word:
		id := ps.IDs[i]
		e := lexicon.At(id)
		return e.Is(lexicon.Number|lexicon.Plural) || e.Currency != 0 || e.Is(lexicon.Magnitude) && e.Value >= 2 || id == lexicon.WordHalf || id == lexicon.WordQuarter || ps.mayBeCoded(i) && ps.codedMagnitude(i) != 0
	}
	return false
}

// moneyAt reads the amount that begins near token i, which satisfies moneyStarts, into m:
// the currency before it is found by looking back from its first number.
func (ps *parse) moneyAt(i int, m *amount) (from, to int, ok bool) {
	var a number
	n := len(ps.Toks)
	num := i
	if num+1 < n && ps.Toks[num].Kind == token.Punct && ps.Toks[num+1].Kind == token.Number { // the most
		if cur := ps.afterSign(&a, i); cur != 0 {
			why := ""
			if ps.romanceMil(i, a.to, cur) {
				why = romance
			}
			from, to = ps.settle(m, i, a.to, cur, why, &a, nil, true)
			m.shared = sharedSign(ps.Toks[i].R)
			return from, to, true
		}
		a = number{}
		num++
	}
	for num < n && num < i+4 && ps.Toks[num].Kind != token.Number && !ps.numberWord(num) {
		if !(ps.Toks[num].Kind == token.Punct && (ps.currencySign(num) != 0 || ps.Toks[num].R == '.') || ps.Entry(num).Currency != 0 || ps.codedMagnitude(num) != 0 || ps.currencySign(num+1) != 0) {
			return i, i + 1, false
		}
		num++
	}
	if num >= n {
		return i, i + 1, false
	}
	cur, codeMag, from := ps.prefix(num)
	if cur == 0 && (ps.bare(num) || !ps.currencyAhead(num)) {
		return i, num + 1, false
	}
	why := ps.number(&a, num, cur, codeMag != 0)
	if !a.has && why == "" {
		return i, num + 1, false
	}
	to = max(a.to, num+1)
	over := ps.over(to)
	if over && cur == 0 {
		return i, to, false
	}
	starts := from == num // with its number
	if cur == 0 && starts && ps.Toks[num].Kind == token.Word && (ps.Word(num-1) == lexicon.WordA || ps.Word(num-1) == lexicon.WordAn) && !ps.Is(num-2, '-') {
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
		sufCur, sufMag, sufTo = ps.suffix(to, a.mag, cur)
	}
	if plain && starts && sufTo > to && ps.Year(num) > 0 && ps.between(sufTo) {
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
			a.to = to
			why = ps.scale(&a)
			to = a.to
		}
	}
	// a range: the second bound
	var b number
	if why == "" && !over {
		if bcur, bto := ps.upper(&b, to, from, cur, &a); b.has {
			switch {
			case cur == 0:
				cur = bcur
			case bcur != 0 && bcur != cur:
				b.has = false
			}
			if b.has {
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
		if why = ps.before(from, starts); why == "" && !over {
			why = ps.after(to, ends, a.mag || b.mag)
		}
	}
	if why == "" && !suffixed && !starts && ps.Toks[from].Kind == token.Punct && ps.Glued(from) == ps.Glued(num) && ps.numberBefore(from) {
		why = "preceded by a number" // "5 million € 5": whose sign is it?
	}
	if why == "" && ps.romanceMil(from, to, cur) {
		why = romance
	}
	if why == "" && !over && ps.otherCurrency(to, a.mag || b.mag, cur) {
		why = "two currencies"
	}
	if why == "" && !over && !ends && plain && !a.mag && ps.between(to) {
		why = "followed by another number"
	}
	first, end := from, to
	from, to = ps.settle(m, from, to, cur, why, &a, &b, over)
	m.shared = ps.sharedAt(first, end)
	return from, to, true
}

// afterSign reads the most common kind of amount, for which no more than this need be asked: digits right after a sign and perhaps a magnitude,
// "$12 million", "€6M", and nothing around that has to do with it. A mark, which may be the sign, and a number are at i.
// It returns the currency, 0 if it is of another kind.
func (ps *parse) afterSign(a *number, i int) uint16 {
	t, num := &ps.Toks[i], &ps.Toks[i+1]
	if num.Has(token.Space) {
		return 0
	}
	if i > ps.From {
		if id := ps.IDs[i-1]; ps.Toks[i-1].Kind != token.Word || !t.Has(token.Space) || id == lexicon.WordUS || id == lexicon.WordUs {
			return 0
		}
	}
	cur := lexicon.Sign(t.R)
	if cur == 0 || ps.Word(i+2) == lexicon.WordAnd || !a.plain(num.Text(ps.Text)) {
		return 0
	}
	if a.to = i + 2; ps.scale(a) != "" || !ps.over(a.to) {
		return 0
	}
	return cur
}

// settle makes m of the numbers a and b that the tokens [from, to) print, or of why there is no value; b is nil or
// has nothing where it is no range. It returns the tokens with those that qualify the amount. over says what over does of to.
func (ps *parse) settle(m *amount, from, to int, cur uint16, why string, a, b *number, over bool) (int, int) {
	q := Exact
	qfrom := ps.qualifier(from, &q)
	per := ""
	if a.plus {
		q = MoreThan
	} else if !over && (q == Exact || q == About) {
		to = ps.trailing(to, &q)
	}
	if !over {
		per = ps.per(to)
	}
	*m = amount{}
	m.Per = per
	m.Span = Span(ps.Bytes(from, to))
	if why == "" {
		m.Value, m.Currency, m.Qualifier, m.figure = a.decimal(), lexicon.Currencies[cur][0], q, a.figure()
		if b != nil && b.has {
			m.Min, m.Max, m.Qualifier, m.figure = m.Value, b.decimal(), Range, b.figure()
			m.Value = m.Max
			if m.Min.GreaterThan(m.Max) {
				why = "a range that runs backwards"
			}
			if why == "" && !b.modest() {
				why = beyond(m.Max)
			}
		}
		if why == "" && !a.modest() {
			why = beyond(a.decimal())
		}
	}
	if why != "" {
		m.Money, m.Refused = Money{}, why
	}
	switch {
	case qfrom < from && q != Exact:
		from = qfrom
	case m.Qualifier == Range && ps.Word(from-1) == lexicon.WordBetween:
		from--
	}
	return from, to
}

const romance = "mil may be a thousand"

// bare reports whether the number that begins at token i surely ends with it, and no currency follows: that needs not be read.
func (ps *parse) bare(i int) bool {
	if ps.Kind(i+1, token.Word) {
		if next := ps.IDs[i+1]; !lexicon.Known(next) || next == lexicon.WordQuarters || lexicon.At(next).Is(lexicon.Plural) {
			return false // "5 millionin", "three quarters", "tens millions"
		}
	}
	return ps.over(i + 1)
}

// over reports whether an amount that ends before token j surely ends there: what follows is neither part of it nor
// bears on it, as the most does not.
func (ps *parse) over(j int) bool {
	if j >= len(ps.Toks) {
		return true
	}
	t, id := &ps.Toks[j], ps.IDs[j]
	switch t.Kind {
	case token.Word:
		if !t.Has(token.Space) || lexicon.At(id).Currency != 0 || lexicon.At(id).Is(lexicon.Number|lexicon.Magnitude) || ps.mayBeCoded(j) || ps.opensUnit(j) {
			return false
		}
		switch id {
		case lexicon.WordOf, lexicon.WordTo, lexicon.WordAnd, lexicon.WordOr, lexicon.WordPlus, lexicon.WordOdd, lexicon.WordIsh, lexicon.WordPoint, lexicon.WordSomething,
			lexicon.WordPer, lexicon.WordA, lexicon.WordAn, lexicon.WordEach, lexicon.WordEvery:
			return false
		}
		return true
	case token.Punct:
		return (t.R == ',' || t.R == '.') && ps.Kind(j+1, token.Word) && ps.IDs[j+1] != lexicon.WordAnd && !ps.Every
	}
	return false
}

// currencyAhead reports whether a currency stands after token i, not further than any number may be long.
func (ps *parse) currencyAhead(i int) bool {
	k, ok := slices.BinarySearch(ps.Currencies, int32(i))
	return ok || ps.Strict || ps.Every || k < len(ps.Currencies) && int(ps.Currencies[k]) < i+3*maxWords
}

// per returns the unit that the amount before token i is a rate of, "" if it is a total.
func (ps *parse) per(i int) string {
	switch ps.Word(i) {
	case lexicon.WordPer, lexicon.WordA, lexicon.WordAn, lexicon.WordEach, lexicon.WordEvery:
	default:
		if !(ps.Is(i, '/') && ps.Glued(i) && ps.Glued(i+1)) {
			return ""
		}
	}
	if !ps.Kind(i+1, token.Word) {
		return ""
	}
	switch ps.Word(i + 2) {
	case lexicon.WordAgo, lexicon.WordEarlier, lexicon.WordLater, lexicon.WordBefore, lexicon.WordAfter:
		return "" // "raised $5 million a year ago"
	}
	switch u := ps.Fold(i + 1); u {
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
func (ps *parse) between(to int) bool {
	if ps.Is(to, '.') && ps.Glued(to) {
		to++ // "3 Rs. 5"
		if !ps.Kind(to, token.Number) || ps.Toks[to-2].Kind != token.Word {
			return false
		}
	} else if !ps.Kind(to, token.Number) || ps.Toks[to-1].Kind == token.Number {
		return false
	}
	if k := to - 1 - b2i(ps.Is(to-1, '.')); ps.Kind(k, token.Word) {
		if c, _ := ps.code(k); c == 0 {
			return false // "50 dollar 40 rmb"
		}
	}
	_, _, t := ps.suffix(to+1, false, 0)
	return t == to+1 && ps.currencySign(to+1) == 0 && !ps.Entry(to+1).Is(lexicon.Month)
}

// numberBefore reports whether a number that is no year, or its magnitude, stands before token i.
func (ps *parse) numberBefore(i int) bool {
	k := i - 1
	if k > ps.From && ps.Entry(k).Is(lexicon.Magnitude) {
		k--
		if ps.Is(k, '-') {
			k--
		}
		return ps.Kind(k, token.Number) || ps.Entry(k).Is(lexicon.Number|lexicon.Magnitude)
	}
	return ps.Kind(k, token.Number) && ps.Year(k) == 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// otherCurrency reports whether another currency than cur stands at token to, where cur
// was read before: "$5 million €".
func (ps *parse) otherCurrency(to int, mag bool, cur uint16) bool {
	c, _, t := ps.suffix(to, mag, 0)
	if t == to || c == cur || ps.Word(t-1) == lexicon.WordWon {
		return false
	}
	code, _ := ps.code(t - 1)
	return !ps.Kind(t, token.Number) || code == 0 && ps.currencySign(t-1) == 0
}

// beyond returns why v cannot be the value of a Money, "" if it can.
func beyond(v decimal.Decimal) string {
	if v.NumDigits()+int(v.Exponent()) > MaxExponent && v.GreaterThan(limit) {
		return "beyond 1e30"
	}
	if v.Exponent() < minExponent && !v.Equal(v.Truncate(-minExponent)) {
		return "finer than 1e-18"
	}
	return ""
}

var limit = decimal.New(1, MaxExponent)

// upper reads the second bound of a range, whose first bound a ends before token j, into b.
func (ps *parse) upper(b *number, j, from int, cur uint16, a *number) (bcur uint16, to int) {
	if j+1 >= len(ps.Toks) {
		return
	}
	dash, word := false, false
	switch t := &ps.Toks[j]; t.Kind {
	case token.Punct:
		dash = t.R == '-' || t.R == '–' || t.R == '—'
	case token.Word:
		switch ps.IDs[j] {
		case lexicon.WordTo:
			word = ps.Word(from-1) != lexicon.WordFrom
		case lexicon.WordAnd:
			word = ps.Word(from-1) == lexicon.WordBetween
		}
	}
	if !dash && !word {
		return
	}
	k := j + 1
	for k < len(ps.Toks) && k < j+4 && ps.Toks[k].Kind != token.Number && !ps.Entry(k).Is(lexicon.Number) {
		if !(ps.currencySign(k) != 0 || ps.Is(k, '.') || ps.Entry(k).Currency != 0 || ps.currencySign(k+1) != 0 && ps.Glued(k+1)) {
			return
		}
		k++
	}
	if !ps.Kind(k, token.Number) && !(ps.Entry(k).Is(lexicon.Number) && ps.Kind(k, token.Word)) {
		return
	}
	bcur, _, bfrom := ps.prefix(k)
	if bfrom != j+1 {
		return
	}
	why := ps.number(b, k, max(cur, bcur), false)
	if why != "" || !b.has ||
		bcur == 0 && !b.mag && !(dash && !a.mag) && !(word && !a.mag && (!a.small || ps.Word(j) == lexicon.WordAnd || b.to == len(ps.Toks))) { // "$5 million to 30 people"
		*b = number{}
		return 0, 0
	}
	to = b.to
	if c, _, t := ps.suffix(to, b.mag, max(cur, bcur)); t > to {
		to = t
		if bcur == 0 {
			bcur = c
		}
	}
	if cur == 0 && bcur == 0 {
		*b = number{}
	}
	return bcur, to
}

// before returns why the amount whose first token is from cannot stand: what
// touches it on the left is not understood. num says that it begins with its number.
func (ps *parse) before(from int, num bool) string {
	if from == ps.From {
		return ""
	}
	p := &ps.Toks[from-1]
	if ps.Glued(from) {
		first := &ps.Toks[from]
		switch {
		case first.Kind == token.Punct && p.Is('-') && p.Has(token.Space) && !ps.Kind(from-2, token.Number):
			return "a minus sign"
		case first.Kind == token.Punct && (p.Is('-') || p.Is('–')) && ps.Glued(from-1) && ps.Kind(from-2, token.Number):
			return "preceded by a number"
		case first.Kind == token.Punct && p.Kind == token.Word && (p.End-p.Start <= 4 && p.Has(token.AllUpper) || p.Has(token.Mixed) && p.End-p.Start <= 4),
			first.Kind == token.Punct && p.Kind == token.Number,
			first.Kind == token.Number && p.Kind != token.Punct,
			p.Kind == token.Punct && (p.R == '.' || p.R == ',' || p.R == '/') && first.Kind == token.Number,
			num && (p.Is('-') || p.Is('–') || p.Is('+')) && from > ps.From+1 && ps.Glued(from-1) && (ps.Kind(from-2, token.Number) || ps.Entry(from-2).Is(lexicon.Number|lexicon.Magnitude)):
			return "preceded by " + clip(p.Text(ps.Text), 20)
		case first.Kind == token.Word && (p.Is('-') || p.Is('–')) && ps.Glued(from-1) && ps.Kind(from-2, token.Word) && ps.Entry(from).Is(lexicon.Number):
			return "preceded by " + clip(ps.Toks[from-2].Text(ps.Text), 20) + clip(p.Text(ps.Text), 20) // "xtwenty-five million"
		case num && first.Kind == token.Number && p.Is('-') && p.Has(token.Space) && !(ps.Kind(from-2, token.Number) || from < ps.From+2):
			return "a minus sign"
		}
	}
	if !num {
		return ""
	}
	switch {
	case ps.Word(from-1) == lexicon.WordAnd && ps.Word(from-2) == lexicon.WordHundred,
		p.Kind == token.Word && (ps.Entry(from-1).Is(lexicon.Number) || ps.Word(from-1) == lexicon.WordPoint || ps.Entry(from-1).Is(lexicon.Magnitude) && p.End-p.Start > 2),
		unicode.Is(unicode.No, p.R) && p.Kind == token.Punct:
		return "preceded by " + clip(p.Text(ps.Text), 20)
	case (p.Is('.') || p.Is(',')) && ps.Kind(from-2, token.Number) && ps.Kind(from, token.Number) && (p.Has(token.Space) || ps.Glued(from) || ps.groupOf3(from) && ps.Toks[from-2].End-ps.Toks[from-2].Start <= 3):
		return "preceded by a number" // "1 . 6 billion", "1, 200 dollars"
	case p.Kind == token.Number && ps.Kind(from, token.Number) && ps.groupOf3(from) && p.End-p.Start <= 3:
		return "preceded by a number" // a space where a separator may have stood
	}
	return ""
}

// groupOf3 reports whether the number at token i begins with exactly three digits, as a group of thousands does.
func (ps *parse) groupOf3(i int) bool {
	w := ps.Toks[i].Text(ps.Text)
	n := 0
	for n < len(w) && '0' <= w[n] && w[n] <= '9' {
		n++
	}
	return n == 3
}

// after returns why the amount that ends before token to cannot stand: what
// touches it on the right is not understood. It ends with its bare number if num
// is set, and its number has a magnitude if mag is set.
func (ps *parse) after(to int, num, mag bool) string {
	if to >= len(ps.Toks) {
		return ""
	}
	t := &ps.Toks[to]
	next := to + 1
	if !num && t.Kind == token.Word && !ps.Glued(to) && ps.IDs[to] != lexicon.WordAnd { // the most
		return ""
	}
	if ps.Glued(to) {
		switch {
		case t.Kind == token.Word || t.Kind == token.Number:
			return "followed by " + clip(t.Text(ps.Text), 20)
		case t.Is('%'):
			return "a percentage"
		case t.Is('/') && ps.Kind(next, token.Number) && ps.Glued(next):
			return "followed by a slash and a number"
		case t.Kind == token.Punct && unicode.Is(unicode.No, t.R) && (num || !strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹⁰", t.R)):
			return "followed by " + clip(t.Text(ps.Text), 20)
		case (t.Is('-') || t.Is('–') || t.Is('—')) && ps.Glued(next) && ps.Kind(next, token.Number) && ps.Year(next) == 0 && (num || ps.Entry(next+1).Is(lexicon.Magnitude)),
			(t.Is('-') || t.Is('–')) && ps.Glued(next) && num && ps.currencySign(next) != 0:
			return "followed by another number"
		case t.Kind == token.Punct && num && t.R > 0x7f && unicode.IsLetter(t.R):
			return "followed by " + clip(t.Text(ps.Text), 20)
		case t.Kind == token.Punct && (t.R == '٬' || t.R == '٫' || t.R == '˙' || t.R == '·') && ps.Kind(next, token.Number):
			return "followed by " + clip(t.Text(ps.Text), 20)
		}
	}
	if ps.Kind(to, token.Number) && ps.Is(next, '/') && ps.Glued(next) && ps.Kind(next+1, token.Number) {
		return "followed by a fraction"
	}
	if !num {
		k := to
		if ps.Is(k, ',') {
			k++
		}
		if ps.Word(k) == lexicon.WordAnd && (ps.Word(k+1) == lexicon.WordA || ps.Word(k+1) == lexicon.WordThree) {
			switch ps.Word(k + 2) {
			case lexicon.WordHalf, lexicon.WordQuarter, lexicon.WordQuarters:
				return "followed by a fraction"
			}
		}
		if mag && ps.Kind(k, token.Number) && ps.Entry(k+1).Is(lexicon.Magnitude) && len(ps.Fold(k+1)) > 1 {
			return "followed by another number" // "$5 million, 500 thousand"
		}
		return ""
	}
	// a number that goes on after a stray mark: "$5 , 000", "$5. 2 million", "$5 .2"
	if (t.Is('.') || t.Is(',') || t.Is('\'')) && ps.Kind(next, token.Number) && !ps.Toks[next].Has(token.Line) &&
		(t.Has(token.Space) || ps.Glued(next) || ps.groupOf3(next) && ps.Toks[next].End-ps.Toks[next].Start == 3 || ps.Entry(next+1).Is(lexicon.Magnitude)) {
		return "followed by another number"
	}
	// a magnitude that stands apart: "$5[1] million", "$5 (five) million", "$5 odd million"
	depth := 0
	for k := to; k < len(ps.Toks) && k < to+6; k++ {
		t := &ps.Toks[k]
		switch {
		case t.Is('(') || t.Is('['):
			depth++
		case t.Is(')') || t.Is(']'):
			depth--
		case t.Is('+') || t.Is('*') || t.Is('/') || t.Is('-') || t.Is('½') || t.Kind == token.Punct && unicode.Is(unicode.No, t.R):
		case depth == 0 && t.Kind == token.Word && ps.Entry(k).Is(lexicon.Magnitude) && (len(ps.Fold(k)) > 2 || ps.Entry(k).Value < 0):
			return "a magnitude that stands apart"
		case t.Kind == token.Number, ps.Entry(k).Is(lexicon.Number):
		default:
			switch ps.IDs[k] {
			case lexicon.WordPlus, lexicon.WordOdd, lexicon.WordIsh, lexicon.WordPoint, lexicon.WordSomething, lexicon.WordOr:
				continue
			}
			return ""
		}
	}
	return ""
}

// qualifier reads the qualifying words before token from and returns where they begin.
func (ps *parse) qualifier(from int, q *Qualifier) int {
	if from == ps.From {
		return from
	}
	if p := &ps.Toks[from-1]; p.Kind == token.Punct {
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
	switch ps.IDs[from-1] {
	case lexicon.WordA, lexicon.WordAn, lexicon.WordAnother, lexicon.WordAdditional, lexicon.WordWhopping:
		if from > ps.From+1 {
			end--
		}
	}
	if !ps.rules.qualifies(ps.IDs[end-1]) { // as most do not
		return from
	}
	words := ps.IDs[max(end-4, ps.From):end]
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
func (ps *parse) trailing(to int, q *Qualifier) int {
	if to == len(ps.Toks) {
		return to
	}
	switch t := &ps.Toks[to]; t.Kind {
	case token.Punct:
		if !ps.Glued(to) {
			return to
		}
		next := ps.Word(to + 1)
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
		case t.R == '/' && ps.Is(to+1, '-') && ps.Glued(to+1): // "Rs 5,00,000/-"
			return to + 2
		}
	case token.Word:
		next := ps.Word(to + 1)
		switch id := ps.IDs[to]; {
		case id == lexicon.WordPlus && ps.BeginsLower(to+1) && ps.Entry(to+1).Is(lexicon.Roundnoun):
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
