package funding

import (
	"fmt"
	"math/big"
	"strings"
	"unicode"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"github.com/shopspring/decimal"
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

// same reports whether the two amounts agree in value and currency, whatever their qualifiers.
func (m Money) same(o Money) bool { return m.Currency == o.Currency && m.Value.Equal(o.Value) }

// String returns m as ParseMoney reads it back: "USD 600000000", "about EUR 12000000", "USD 10000000 to 12000000".
func (m Money) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.Qualifier == Range:
		return m.Currency + " " + m.Min.String() + " to " + m.Max.String()
	}
	return qualifierWords[m.Qualifier] + m.Currency + " " + m.Value.String()
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
	// Assumed is set when the text prints a sign that several currencies share
	// ("$", "¥", "Rs") and nothing in the text says which.
	Assumed bool
	// Refused says why there is no value although the text seems to print an
	// amount: "several hundred million dollars" has none. Money is then zero.
	Refused string
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
func ParseMoney(s string) (Money, error) {
	if len(s) > maxMoneyText {
		return Money{}, &ParseError{s, maxMoneyText, "longer than any amount"}
	}
	ps := scan(s)
	ps.strict = true
	i := 0
	for i < len(ps.toks) && !ps.moneyStarts(i) {
		i++
	}
	m, from, to, ok := ps.moneyAt(i)
	switch {
	case len(ps.toks) == 0:
		return Money{}, &ParseError{s, 0, "empty"}
	case !ok:
		return Money{}, &ParseError{s, 0, "no amount with a currency"}
	case m.Refused != "":
		return Money{}, &ParseError{s, m.Start, m.Refused}
	case from > 0:
		return Money{}, &ParseError{s, 0, "words before the amount"}
	case to < len(ps.toks):
		return Money{}, &ParseError{s, int(ps.toks[to].Start), "text after the amount"}
	}
	return m.Money, nil
}

const (
	maxMoneyText = 256 // bytes of one amount
	maxDigits    = 40  // digits of one number
	maxExponent  = 30  // values go up to 1e30
)

// number is a numeral being read: its exact coefficient times ten to the exp.
type number struct {
	coef  *big.Int
	exp   int32
	mag   bool  // a magnitude word or letter was read
	power int32 // the power of ten that it stands for, part of exp
	small bool  // a numeral below a thousand without separators: "$10" of "$10-12 million"
	to    int   // the token after it
}

// times applies a magnitude.
func (n *number) times(power int) {
	n.exp += int32(power)
	n.power += int32(power)
	n.mag = true
}

func (n number) decimal() decimal.Decimal { return decimal.NewFromBigInt(n.coef, n.exp) }

// moneyStarts reports whether an amount may begin at token i: it is a digit, a currency sign or a number word.
func (ps *parse) moneyStarts(i int) bool {
	t := ps.toks[i]
	switch t.Kind {
	case token.Number:
		return true
	case token.Punct:
		return t.R >= 0x80 && ps.currencySign(i) != 0 || t.R == '$'
	case token.Word:
		e := lexicon.At(ps.ids[i])
		return e.Is(lexicon.Number|lexicon.Plural) || e.Currency != 0 || e.Is(lexicon.Magnitude) && e.Value >= 2 || e.Value == 0 && ps.fold(i) == "half" || ps.codedMagnitude(i) != 0 || ps.fold(i) == "quarter"
	}
	return false
}

func (ps *parse) fold(i int) string {
	if i < 0 || i >= len(ps.toks) {
		return ""
	}
	return strings.ToLower(ps.toks[i].Text(ps.text))
}

func (ps *parse) is(i int, r rune) bool { return i >= 0 && i < len(ps.toks) && ps.toks[i].Is(r) }

func (ps *parse) glued(i int) bool {
	return i > 0 && i < len(ps.toks) && !ps.toks[i].Has(token.Space)
}

func (ps *parse) entry(i int) *lexicon.Entry {
	if i < 0 || i >= len(ps.ids) {
		return lexicon.At(0)
	}
	return lexicon.At(ps.ids[i])
}

func (ps *parse) kind(i int, k token.Kind) bool {
	return i >= 0 && i < len(ps.toks) && ps.toks[i].Kind == k
}

// currencySign returns the currency of the sign at token i, 0 if it is none.
func (ps *parse) currencySign(i int) uint16 {
	t := ps.toks[i]
	if t.Kind != token.Punct {
		return 0
	}
	if t.R == '$' {
		return dollar
	}
	return lexicon.At(lexicon.Find(string(t.R))).Currency
}

var dollar = lexicon.At(lexicon.Find("usd")).Currency

// codedMagnitude returns the power of ten of a code like MUSD, MEUR or TSEK at token i, 0 if it is none.
func (ps *parse) codedMagnitude(i int) int {
	w := ps.toks[i].Text(ps.text)
	if len(w) != 4 || !ps.toks[i].Has(token.AllUpper) {
		return 0
	}
	if c := lexicon.At(lexicon.Find(w)).Currency; c != 0 && lexicon.Currencies[c][0] == w {
		return 0 // BUSD, TUSD are tokens of their own
	}
	e := lexicon.At(lexicon.Find(w[1:]))
	if e.Currency == 0 || lexicon.Currencies[e.Currency][0] != w[1:] {
		return 0
	}
	switch w[0] {
	case 'M':
		return 6
	case 'T', 'K':
		return 3
	case 'B':
		return 9
	}
	return 0
}

// code returns the currency that the word at token i names as a code before or after a number
// ("INR", "Rs", "usd"), and the magnitude of codes like MUSD.
func (ps *parse) code(i int) (cur uint16, mag int) {
	if i < 0 || i >= len(ps.toks) || ps.toks[i].Kind != token.Word {
		return 0, 0
	}
	t := ps.toks[i]
	w := t.Text(ps.text)
	if m := ps.codedMagnitude(i); m != 0 {
		return lexicon.At(lexicon.Find(w[1:])).Currency, m
	}
	e := ps.entry(i)
	if e.Currency == 0 {
		return 0, 0
	}
	iso := lexicon.Currencies[e.Currency][0]
	switch {
	case w == iso && !ps.strict && e.Is(lexicon.Common|lexicon.Det|lexicon.Prep|lexicon.Aux|lexicon.Adv|lexicon.Pronoun) && !ps.largeNear(i):
		return 0, 0 // "ALL 5 founders"
	case w == iso:
		return e.Currency, 0
	case strings.EqualFold(w, iso) && !e.Is(lexicon.Common|lexicon.Prep|lexicon.Det):
		return e.Currency, 0
	case len(w) <= 3 && (t.Has(token.AllUpper) || strings.EqualFold(w, "rs") || w == "kr" || w == "Kr" || strings.EqualFold(w, "nis") || strings.EqualFold(w, "rmb")):
		return e.Currency, 0
	}
	return 0, 0
}

// largeNear reports whether the number beside token i is one that only money has: with a magnitude, separators or four digits.
func (ps *parse) largeNear(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if ps.kind(k, token.Number) && (ps.toks[k].End-ps.toks[k].Start >= 4 || ps.entry(k+1).Is(lexicon.Magnitude)) || k < i && k >= 0 && ps.entry(k).Is(lexicon.Magnitude) {
			return true
		}
	}
	return false
}

// prefix reads a currency before the number whose first token is i. It returns the first token of the currency.
func (ps *parse) prefix(i int) (cur uint16, mag, from int) {
	j := i - 1
	if j < 0 {
		return 0, 0, i
	}
	if ps.is(j, '.') && ps.glued(j) && j > 0 && ps.fold(j-1) == "rs" {
		j--
		cur, _ = ps.code(j)
		return cur, 0, j
	}
	if sign := ps.currencySign(j); sign != 0 {
		from = j
		cur = sign
		// letters glued to the sign: US$, A$, HK$; a space is allowed before $ in "US $"
		if j > 0 && ps.toks[j-1].Kind == token.Word && (ps.glued(j) || ps.fold(j-1) == "us") {
			w := ps.toks[j-1].Text(ps.text)
			if e := lexicon.At(lexicon.Find(w + string(ps.toks[j].R))); e.Currency != 0 && ps.toks[j-1].Has(token.Upper) {
				return e.Currency, 0, j - 1
			}
			if c, _ := ps.code(j - 1); c != 0 && ps.glued(j) {
				return c, 0, j - 1
			}
		}
		if j > 1 && ps.is(j-1, '.') && ps.fold(j-2) == "u.s" && cur == dollar { // "U.S. $600 million"
			return cur, 0, j - 2
		}
		return cur, 0, from
	}
	if cur, mag = ps.code(j); cur != 0 {
		if ps.glued(i) || ps.toks[i].Kind == token.Number {
			return cur, mag, j
		}
	}
	return 0, 0, i
}

// moneyAt reads the amount that begins near token i, which satisfies moneyStarts:
// the currency before it is found by looking back from its first number.
func (ps *parse) moneyAt(i int) (m MoneyMention, from, to int, ok bool) {
	n := len(ps.toks)
	num := i
	for num < n && num < i+4 && ps.toks[num].Kind != token.Number && !ps.numeral(num) {
		if !(ps.toks[num].Kind == token.Punct && (ps.currencySign(num) != 0 || ps.toks[num].R == '.') || ps.entry(num).Currency != 0 || ps.codedMagnitude(num) != 0 || num+1 < n && ps.currencySign(num+1) != 0) {
			return m, i, i + 1, false
		}
		num++
	}
	if num >= n {
		return m, i, i + 1, false
	}
	cur, codeMag, from := ps.prefix(num)
	a, why := ps.number(num, cur)
	if a.coef == nil && why == "" {
		return m, i, num + 1, false
	}
	to = max(a.to, num+1)
	if cur == 0 && from == num && ps.toks[num].Kind == token.Word && (ps.fold(num-1) == "a" || ps.fold(num-1) == "an") && !ps.is(num-2, '-') {
		from-- // "a million dollars"
	}
	plain := !a.mag
	if codeMag != 0 && !a.mag {
		a.times(codeMag)
	}
	// the currency after the number
	sufCur, sufMag, sufTo := ps.suffix(to, a.mag, cur)
	if cur == 0 {
		cur = sufCur
	}
	if sufTo > to {
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
	if why == "" {
		var bcur uint16
		var bto int
		if b, bcur, bto = ps.upper(to, from, cur, a); b.coef != nil {
			switch {
			case cur == 0:
				cur = bcur
			case bcur != 0 && bcur != cur:
				b.coef = nil
			}
			if b.coef != nil {
				if !a.mag && b.mag && a.small {
					a.times(int(b.power))
				}
				to = bto
			}
		}
	}
	if cur == 0 {
		return m, i, max(to, i+1), false
	}
	if why == "" {
		why = ps.neighbours(from, to)
	}
	q := Exact
	qfrom := ps.qualifier(from, &q)
	if q == Exact || q == About {
		to = ps.trailing(to, &q)
	}
	m.Span = Span{int(ps.toks[from].Start), int(ps.toks[to-1].End)}
	m.Assumed = ps.shared(from, cur)
	code := lexicon.Currencies[cur][0]
	if why == "" {
		m.Money = Money{Value: a.decimal(), Currency: code, Qualifier: q}
		if b.coef != nil {
			m.Min, m.Max, m.Qualifier = m.Value, b.decimal(), Range
			m.Value = m.Max
			if m.Min.GreaterThan(m.Max) {
				why = "a range that runs backwards"
			}
		}
		if m.Value.GreaterThan(limit) {
			why = "beyond 1e30"
		}
	}
	if why != "" {
		m.Money, m.Refused = Money{}, why
	}
	switch {
	case qfrom < from && q != Exact:
		from = qfrom
	case m.Qualifier == Range && from > 0 && ps.fold(from-1) == "between":
		from--
		m.Start = int(ps.toks[from].Start)
	}
	return m, from, to, true
}

var limit = decimal.New(1, maxExponent)

// numeral reports whether a number in words begins at token i.
func (ps *parse) numeral(i int) bool {
	e := ps.entry(i)
	if e.Is(lexicon.Number) && ps.toks[i].Kind == token.Word {
		return true
	}
	switch ps.fold(i) {
	case "half", "quarter":
		return true
	case "hundred", "thousand", "million", "billion", "trillion":
		return true
	}
	return e.Is(lexicon.Plural)
}

// number reads digits or number words with their magnitude from token i. A reason
// instead of a coefficient means that it is a number of no exact value.
func (ps *parse) number(i int, cur uint16) (number, string) {
	if ps.toks[i].Kind == token.Number {
		return ps.digits(i, cur)
	}
	return ps.words(i)
}

// digits reads a number in digits.
func (ps *parse) digits(i int, cur uint16) (number, string) {
	n := number{to: i + 1}
	text := ps.toks[i].Text(ps.text)
	if to := ps.spaced(i, cur); to > i+1 { // "1 200 000 €"
		n.to = to
		text = ""
		for k := i; k < to; k++ {
			text += ps.toks[k].Text(ps.text)
		}
	}
	coef, exp, why := numeral(text, ps.decimalComma(n.to-1, cur))
	if why != "" {
		return n, why
	}
	n.coef, n.exp = coef, exp
	n.small = len(text) <= 3 || strings.IndexByte(text, '.') > 0 && len(text) <= 6
	return n, ps.scale(&n)
}

// spaced returns the token after a number whose thousands are set apart by spaces,
// i+1 if it is not one. Plain spaces count only where a currency follows or came before.
func (ps *parse) spaced(i int, cur uint16) int {
	if t := ps.toks[i]; t.End-t.Start > 3 {
		return i + 1
	}
	to := i + 1
	for to < len(ps.toks) && to < i+10 && ps.toks[to].Kind == token.Number && ps.toks[to].End-ps.toks[to].Start == 3 {
		gap := ps.text[ps.toks[to-1].End:ps.toks[to].Start]
		if gap == " " && cur == 0 && !ps.currencyAfter(to+1) || gap != " " && gap != "\u00a0" && gap != "\u202f" && gap != "\u2009" && gap != "&nbsp;" {
			break
		}
		to++
	}
	return to
}

// currencyAfter reports whether a currency stands at token i, or after more groups of digits.
func (ps *parse) currencyAfter(i int) bool {
	for i < len(ps.toks) && ps.toks[i].Kind == token.Number {
		i++
	}
	if i >= len(ps.toks) {
		return false
	}
	c, _ := ps.code(i)
	return ps.currencySign(i) != 0 || c != 0 || ps.entry(i).Currency != 0 && len(ps.fold(i)) > 3
}

// scale reads the magnitude at n.to and applies it.
func (ps *parse) scale(n *number) string {
	for steps := 0; steps < 2; steps++ {
		j := n.to
		hyphen := false
		if (ps.is(j, '-') || ps.is(j, '–')) && ps.glued(j) && ps.glued(j+1) {
			j++
			hyphen = true
		}
		if !ps.kind(j, token.Word) {
			return ""
		}
		e := ps.entry(j)
		w := ps.toks[j].Text(ps.text)
		if !e.Is(lexicon.Magnitude) {
			if k := gluedMagnitude(w); k > 0 && !n.mag {
				n.times(int(lexicon.At(lexicon.Find(w[:k])).Value))
				n.to = j + 1
			} else if len(w) > 6 && strings.HasSuffix(strings.ToLower(w), "illion") || strings.HasSuffix(strings.ToLower(w), "illions") {
				return "followed by " + clip(w, 20) // a gazillion has no value
			}
			return ""
		}
		glue := ps.glued(j) || hyphen
		if len(w) == 1 && !glue && !(w == "M" || w == "m" || w == "B" || w == "b" || w == "K" || w == "k") {
			return ""
		}
		if len(w) == 1 && hyphen {
			return ""
		}
		if len(w) == 1 && !glue && n.mag {
			return ""
		}
		if (w == "t" || w == "l") && !ps.glued(j) {
			return ""
		}
		if j+1 < len(ps.ids) && e.Words > 1 {
			if id := lexicon.FindPhrase(w, ps.toks[j+1].Text(ps.text)); id != 0 && lexicon.At(id).Is(lexicon.Magnitude) {
				e = lexicon.At(id)
				j++
			}
		}
		n.times(int(e.Value))
		n.to = j + 1
		if ps.is(n.to, '.') && ps.glued(n.to) && (ps.fold(j) == "mio" || ps.fold(j) == "mrd" || ps.fold(j) == "cr" || ps.fold(j) == "mn" || ps.fold(j) == "bn") && n.to+1 < len(ps.toks) && (ps.currencySign(n.to+1) != 0 || ps.beginsLower(n.to+1) || ps.entry(n.to+1).Currency != 0) {
			n.to++
		}
		if e.Value > 3 {
			break
		}
	}
	if n.mag && n.to < len(ps.toks) && ps.kind(n.to, token.Word) && ps.entry(n.to).Is(lexicon.Magnitude) && len(ps.fold(n.to)) > 3 {
		return "two magnitudes"
	}
	return ""
}

func (ps *parse) beginsLower(i int) bool {
	return ps.kind(i, token.Word) && !ps.toks[i].Has(token.Upper|token.Mixed)
}

// gluedMagnitude returns the length of a magnitude word that a lost space has glued to a common word ("millionin"), or 0.
func gluedMagnitude(w string) int {
	for _, m := range [...]string{"million", "billion", "trillion", "crore", "lakh"} {
		if len(w) > len(m) && strings.EqualFold(w[:len(m)], m) && w[len(m):] != "s" {
			if e := lexicon.At(lexicon.Find(w[len(m):])); e.Is(lexicon.Prep|lexicon.Conj|lexicon.Roundnoun|lexicon.Common|lexicon.Det) || e.Verb != 0 {
				return len(m)
			}
		}
	}
	return 0
}

// decimalComma reports whether a lone comma in the number at token i is a decimal mark.
func (ps *parse) decimalComma(i int, cur uint16) bool {
	j := i + 1
	if ps.entry(j).Is(lexicon.Magnitude) || ps.currencySignAt(j) {
		return true
	}
	return cur != 0 && cur != dollar && lexicon.Currencies[cur][0] != "INR" && lexicon.Currencies[cur][0] != "GBP"
}

func (ps *parse) currencySignAt(i int) bool { return i < len(ps.toks) && ps.currencySign(i) != 0 }

// numeral reads digits with separators exactly. comma says that a comma before one or two last digits is a decimal mark.
func numeral(s string, comma bool) (*big.Int, int32, string) {
	var digits []byte
	var seps []rune
	var sizes []int // digits in each group
	run := 0
	for _, r := range s {
		if '０' <= r && r <= '９' {
			r = r - '０' + '0'
		}
		if '0' <= r && r <= '9' {
			digits = append(digits, byte(r))
			run++
			if len(digits) > maxDigits {
				return nil, 0, "too many digits"
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
	decimals := 0
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
		case seps[0] == '.' && tail == 3 && comma && sizes[0] <= 3 && s[0] != '0':
			// "1.200 €" is twelve hundred where a comma marks decimals, unless a magnitude follows
			decimals, group = tail, nil
		case seps[0] == '.':
			decimals, group = tail, nil
		case seps[0] == ',' && tail != 3:
			if !comma || tail > 2 {
				return nil, 0, "a comma that is neither decimal mark nor separator"
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
				return nil, 0, "mixed separators"
			}
		}
		if !western && !(indian && group[0] == ',') || whole[0] > 3 || whole[0] == 0 {
			return nil, 0, "separators at odd places"
		}
	}
	coef, ok := new(big.Int).SetString(string(digits), 10)
	if !ok {
		return nil, 0, "no digits"
	}
	return coef, -int32(decimals), ""
}

// words reads a number in words: "half a billion", "twenty-five million", "a million", "one and a half million".
func (ps *parse) words(i int) (number, string) {
	n := number{to: i}
	coef, exp := new(big.Int), int32(0)
	any, hundreds := false, false
	j := i
	vague := i > 0 && (ps.entry(i-1).Is(lexicon.Vague) || ps.fold(i-1) == "multi" || ps.is(i-1, '-') && ps.fold(i-2) == "multi")
	for j < len(ps.toks) && ps.kind(j, token.Word) {
		e := ps.entry(j)
		w := ps.fold(j)
		switch {
		case w == "half" || w == "quarter":
			if any || i > 0 && (ps.fold(i-1) == "first" || ps.fold(i-1) == "second") {
				return number{}, ""
			}
			coef, exp = big.NewInt(5), -1
			if w == "quarter" {
				coef, exp = big.NewInt(25), -2
			}
			any = true
			if ps.fold(j+1) == "of" {
				j++
			}
			if f := ps.fold(j + 1); f == "a" || f == "an" {
				j++
			} else if !ps.entry(j + 1).Is(lexicon.Magnitude) {
				return number{}, ""
			}
		case e.Is(lexicon.Plural) && !any:
			// "millions of dollars", "tens of millions"
			k := j + 1
			for k < min(len(ps.toks), j+8) && (ps.entry(k).Is(lexicon.Plural) || ps.fold(k) == "of") {
				k++
			}
			n.to = k
			return n, "no exact value"
		case e.Is(lexicon.Magnitude) && !any && len(w) > 4:
			// "a million", "hundred million" after a determiner
			if vague {
				n.coef = nil
				n.to = j
				ps.skipMagnitudes(&n)
				return n, "no exact value"
			}
			coef = big.NewInt(1)
			any = true
			n.coef, n.exp, n.to = coef, exp, j
			return n, ps.scale(&n)
		case e.Is(lexicon.Number):
			v := big.NewInt(int64(e.Value))
			if any {
				if !(ps.is(j-1, '-')) && !(e.Value < 10) && !hundreds {
					return number{}, ""
				}
				coef.Add(coef, v)
			} else {
				coef.Set(v)
			}
			any = true
			if ps.fold(j+1) == "hundred" && !hundreds { // "three hundred and fifty million"
				k := j + 2
				if ps.fold(k) == "and" {
					k++
				}
				if ps.entry(k).Is(lexicon.Number) {
					coef.Mul(coef, big.NewInt(100))
					hundreds = true
					j = k - 1
				}
			}
		default:
			goto done
		}
		j++
		if (ps.is(j, '-')) && ps.glued(j) && ps.glued(j+1) && ps.entry(j+1).Is(lexicon.Number) {
			j++
		}
		if ps.fold(j) == "and" && ps.fold(j+1) == "a" && ps.fold(j+2) == "half" {
			coef.Mul(coef, big.NewInt(10)).Add(coef, big.NewInt(5))
			exp--
			j += 3
			goto done
		}
	}
done:
	if !any {
		return number{}, ""
	}
	n.coef, n.exp, n.to = coef, exp, j
	why := ps.scale(&n)
	if vague {
		return n, "no exact value"
	}
	return n, why
}

func (ps *parse) skipMagnitudes(n *number) {
	for n.to < len(ps.toks) && ps.entry(n.to).Is(lexicon.Magnitude) && len(ps.fold(n.to)) > 2 {
		n.to++
	}
}

// suffix reads a currency after a number: "million dollars", "5 EUR", "12 MSEK", "3 Mio. €". cur is the one read before the number, if any.
func (ps *parse) suffix(j int, mag bool, cur uint16) (c uint16, coded, to int) {
	start := j
	if (ps.is(j, '-')) && ps.glued(j) && ps.glued(j+1) {
		j++
	}
	if j >= len(ps.toks) {
		return 0, 0, start
	}
	if c = ps.currencySign(j); c != 0 {
		// not the sign of the next amount: "5 $6m"
		if ps.kind(j+1, token.Number) && (ps.glued(j+1) || !ps.glued(j)) {
			return 0, 0, start
		}
		if cur != 0 && c != cur {
			return 0, 0, start
		}
		return c, 0, j + 1
	}
	if ps.fold(j) == "of" && ps.entry(j+1).Currency != 0 && !ps.kind(j+2, token.Number) { // "millions of dollars"
		j++
	}
	if !ps.kind(j, token.Word) {
		return 0, 0, start
	}
	e := ps.entry(j)
	words := 1
	if e.Words > 1 {
		var list [4]string
		k := 0
		var ends [4]int
		for t := j; k < len(list) && k < int(e.Words) && t < len(ps.toks); t++ {
			if ps.is(t, '.') && t == j+1 { // "U.S. dollars"
				continue
			}
			if !ps.kind(t, token.Word) {
				break
			}
			list[k] = ps.toks[t].Text(ps.text)
			ends[k] = t + 1
			k++
		}
		for ; k > 1; k-- {
			if p := lexicon.At(lexicon.FindPhrase(list[:k]...)); p.Currency != 0 {
				e, words = p, ends[k-1]-j
				break
			}
		}
	}
	c, coded = ps.code(j)
	if words > 1 || c == 0 {
		c, coded = e.Currency, 0
		w := ps.fold(j)
		if words == 1 && (len(w) < 3 || w == "real" || w == "sol" || w == "won" && !mag || w == "som" || w == "pound" && !mag || w == "dong" && !mag || ps.toks[j].Has(token.Upper) && !mag) {
			c = 0
		}
	} else if ps.kind(j+1, token.Number) && !ps.glued(j) {
		// the code belongs to the number after it: "700 INR 800"
		if cur != 0 {
			c = 0
		}
	}
	if c == 0 {
		return 0, 0, start
	}
	if cur != 0 && c != cur {
		// "$5 million Canadian dollars"; otherwise the first printed currency holds
		if cur == dollar && words > 1 && strings.HasSuffix(ps.fold(j+words-1), "dollars") {
			return c, 0, start
		}
		return 0, 0, start
	}
	return c, coded, j + words
}

// upper reads the second bound of a range whose first bound a ends before token j.
func (ps *parse) upper(j, from int, cur uint16, a number) (b number, bcur uint16, to int) {
	dash := (ps.is(j, '-') || ps.is(j, '–') || ps.is(j, '—'))
	word := ps.fold(j) == "to" && ps.fold(from-1) != "from" || ps.fold(j) == "and" && ps.fold(from-1) == "between"
	if !dash && !word || j+1 >= len(ps.toks) {
		return
	}
	k := j + 1
	for k < len(ps.toks) && k < j+4 && ps.toks[k].Kind != token.Number {
		if !(ps.currencySign(k) != 0 || ps.is(k, '.') || ps.entry(k).Currency != 0 || ps.currencySignAt(k+1) && ps.glued(k+1)) {
			return
		}
		k++
	}
	if !ps.kind(k, token.Number) {
		return
	}
	bcur, _, bfrom := ps.prefix(k)
	if bfrom != j+1 {
		return
	}
	b, why := ps.digits(k, max(cur, bcur))
	if why != "" || b.coef == nil {
		return number{}, 0, 0
	}
	if bcur == 0 && !b.mag && !(dash && !a.mag) && !(word && !a.mag && (!a.small || ps.fold(j) == "and" || b.to == len(ps.toks))) {
		return number{}, 0, 0 // "$5 million to 30 people"
	}
	to = b.to
	if c, _, t := ps.suffix(to, b.mag, max(cur, bcur)); t > to {
		to = t
		if bcur == 0 {
			bcur = c
		}
	}
	if cur == 0 && bcur == 0 {
		return number{}, 0, 0
	}
	if w := ps.neighbours(from, to); w != "" {
		return number{}, 0, 0
	}
	return b, bcur, to
}

// neighbours returns why the amount of tokens [from, to) cannot stand: something that touches it is not understood.
func (ps *parse) neighbours(from, to int) string {
	if to < len(ps.toks) && ps.glued(to) {
		t := ps.toks[to]
		switch t.Kind {
		case token.Word, token.Number:
			return "followed by " + clip(t.Text(ps.text), 20)
		case token.Punct:
			switch {
			case t.R == '%':
				return "a percentage"
			case t.R == '/' && ps.kind(to+1, token.Number) && ps.glued(to+1):
				return "followed by a slash and a number"
			case unicode.Is(unicode.No, t.R):
				return "followed by " + string(t.R)
			}
		}
	}
	if to < len(ps.toks) && ps.toks[to].Kind == token.Number && to+1 < len(ps.toks) && ps.is(to+1, '/') && ps.glued(to+1) {
		return "followed by a fraction"
	}
	if from > 0 && ps.glued(from) && ps.toks[from].Kind == token.Punct {
		switch t := ps.toks[from-1]; {
		case t.Is('-') && t.Has(token.Space) && (from < 2 || !ps.kind(from-2, token.Number)):
			return "a minus sign"
		case t.Kind == token.Word && t.End-t.Start <= 2 && t.Has(token.AllUpper):
			return "preceded by " + t.Text(ps.text)
		}
	}
	if from > 0 && ps.glued(from) && ps.toks[from].Kind == token.Number {
		t := ps.toks[from-1]
		if t.Kind != token.Punct || t.R == '.' || t.R == ',' || t.R == '/' {
			return "preceded by " + clip(t.Text(ps.text), 20)
		}
	}
	return ""
}

// qualifier reads the qualifying words before token from and returns where they begin.
func (ps *parse) qualifier(from int, q *Qualifier) int {
	if from == 0 {
		return from
	}
	p := ps.toks[from-1]
	switch {
	case p.Is('~') || p.Is('≈'):
		*q = About
		return from - 1
	case p.Is('>'):
		*q = MoreThan
		return from - 1
	case p.Is('<'):
		*q = Nearly
		return from - 1
	}
	end := from
	if f := ps.fold(from - 1); (f == "a" || f == "an" || f == "another" || f == "additional" || f == "whopping") && from > 1 {
		end--
	}
	for k := min(4, end); k >= 1; k-- {
		var words [4]string
		ok := true
		for i := range k {
			t := ps.toks[end-k+i]
			if t.Kind != token.Word {
				ok = false
				break
			}
			words[i] = t.Text(ps.text)
		}
		if !ok {
			continue
		}
		if e := lexicon.At(lexicon.FindPhrase(words[:k]...)); e.Is(lexicon.Qualifier) && int(e.Value) < len(qualifierOf) {
			*q = qualifierOf[e.Value]
			return end - k
		}
	}
	return from
}

// trailing reads what may qualify an amount after it: "+", "-plus", "or more", "or so".
func (ps *parse) trailing(to int, q *Qualifier) int {
	switch {
	case ps.is(to, '+') && ps.glued(to):
		*q = MoreThan
		return to + 1
	case (ps.is(to, '-')) && ps.glued(to) && ps.fold(to+1) == "plus":
		*q = MoreThan
		return to + 2
	case ps.fold(to) == "plus" && ps.beginsLower(to+1) && ps.entry(to+1).Is(lexicon.Roundnoun):
		*q = MoreThan
		return to + 1
	case ps.fold(to) == "or" && (ps.fold(to+1) == "more"):
		*q = MoreThan
		return to + 2
	case ps.fold(to) == "or" && ps.fold(to+1) == "so":
		*q = About
		return to + 2
	}
	return to
}

// shared reports whether the sign at token from leaves the currency open.
func (ps *parse) shared(from int, cur uint16) bool {
	t := ps.toks[from]
	if t.Kind == token.Punct {
		return t.R == '$' || t.R == '¥' || t.R == '￥'
	}
	switch ps.fold(from) {
	case "rs", "kr":
		return true
	}
	return false
}

// noteDollar notes a dollar that the text names in words at token i, "Australian dollars".
func (ps *parse) noteDollar(i int) {
	if i+1 < len(ps.toks) && ps.fold(i+1) == "dollars" {
		if e := lexicon.At(lexicon.FindPhrase(ps.toks[i].Text(ps.text), "dollars")); e.Currency != 0 {
			ps.sawDollar(lexicon.Currencies[e.Currency][0])
		}
	}
}

func (ps *parse) sawDollar(code string) {
	switch {
	case ps.dollar == "":
		ps.dollar = code
	case ps.dollar != code:
		ps.dollar = "USD" // several: a bare sign stays what it is by default
	}
}

// whichDollar settles what a bare "$" is: the one dollar that the document itself
// prints (A$, "Australian dollars"), if it prints no other; else the US dollar.
func (ps *parse) whichDollar() {
	for _, m := range ps.money {
		if text := m.In(ps.text); m.Refused == "" && !m.Assumed && m.Currency != "BRL" && (strings.Contains(text, "$") || strings.Contains(text, "ollar")) {
			ps.sawDollar(m.Currency)
		}
	}
	if ps.dollar == "" || ps.dollar == "USD" {
		return
	}
	for i := range ps.money {
		if m := &ps.money[i]; m.Assumed && m.Currency == "USD" {
			m.Currency, m.Assumed = ps.dollar, false
		}
	}
}
