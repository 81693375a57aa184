package amounts

import (
	"slices"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// expression is an amount that is being read: the tokens that print it, and what they say.
type expression struct {
	from, to int    // its tokens, as far as they are read
	digits   int    // the token that its number begins with
	cur      uint16 // its currency, 0 if none was read
	a        number // its number, or the lower bound of a range
	b        number // the upper bound of a range; it has no value if it is none
	starts   bool   // it begins with its number
	ends     bool   // it ends with its bare number
	plain    bool   // its number has no magnitude of its own: "5 MUSD" has that of the code
	suffixed bool   // a currency stands after the number
	over     bool   // what follows its number is surely no part of it, and does not bear on it
	why      string // why it has no value
}

// scaled reports whether the number, or the upper bound, has a magnitude.
func (x *expression) scaled() bool { return x.a.mag || x.b.mag }

// Starts reports whether an amount may begin at token i: it is a digit, a currency sign or a number word.
func (r *Reader) Starts(i int) bool {
	switch t := &r.Toks[i]; t.Kind {
	case token.Number:
		return true
	case token.Punct:
		return r.Lex.Sign(t.R) != 0
	case token.Word:
		e := r.Lex.At(r.IDs[i])
		return e.Is(lexicon.Number|lexicon.Plural) || e.Currency != 0 || e.Is(lexicon.Magnitude) && e.Value >= 2 ||
			r.has(i, lexicon.TraitOpensNumber) || r.mayBeCoded(i) && r.codedMagnitude(i) != 0
	}
	return false
}

// At reads the amount that begins near token i, which satisfies Starts, into m, and returns its tokens:
// the currency before it is found by looking back from its first number.
func (r *Reader) At(i int, m *Amount) (from, to int, ok bool) {
	x := &r.x
	*x = expression{from: i}
	if i+1 < len(r.Toks) && r.Toks[i].Kind == token.Punct && r.Toks[i+1].Kind == token.Number { // the most
		if r.afterSign(x, i) {
			if r.romanceMil(x) {
				x.why = romance
			}
			from, to = r.settle(x, m)
			m.Shared = r.familyOfSign(r.Toks[i].R)
			return from, to, true
		}
		x.a = number{}
	}
	x.digits = i
	if i >= len(r.Toks) || r.Toks[i].Kind != token.Number && !r.firstNumber(x) || !r.opening(x) || !r.closing(x) {
		return i, i, false
	}
	if x.why == "" && !x.over {
		r.upperBound(x)
	}
	if x.cur == 0 {
		return i, i, false
	}
	if x.why == "" {
		x.why = r.refusal(x)
	}
	first, end := x.from, x.to
	from, to = r.settle(x, m)
	m.Shared = r.sharedAt(first, end)
	return from, to, true
}

// afterSign reads the most common kind of amount, for which no more than this need be asked: digits right after a sign
// and perhaps a magnitude, "$12 million", "€6M", and nothing around that has to do with it. A mark, which may be the sign,
// and a number are at i. It reports false if the amount is of another kind.
func (r *Reader) afterSign(x *expression, i int) bool {
	t, num := &r.Toks[i], &r.Toks[i+1]
	if num.Has(token.Space) {
		return false
	}
	if i > r.From {
		if r.Toks[i-1].Kind != token.Word || !t.Has(token.Space) || r.has(i-1, lexicon.TraitLettersOfDollar) {
			return false
		}
	}
	x.cur = r.Lex.Sign(t.R)
	if x.cur == 0 || r.has(i+2, lexicon.TraitJoinsNumber) || !x.a.plain(num.Text(r.Text)) {
		return false
	}
	x.a.to = i + 2
	if r.scale(&x.a) != "" || !r.over(x.a.to) {
		return false
	}
	x.from, x.to, x.over = i, x.a.to, true
	return true
}

// firstNumber finds the first number of the amount, a few tokens after that which it seems to begin with.
// Before it stands nothing but a currency.
func (r *Reader) firstNumber(x *expression) bool {
	i := x.digits
	k := i
	for k < len(r.Toks) && k < i+4 && r.Toks[k].Kind != token.Number && !r.numberWord(k) {
		if !r.ofCurrency(k) {
			return false
		}
		k++
	}
	x.digits = k
	return k < len(r.Toks)
}

// ofCurrency reports whether token i may be a part of a currency before a number.
func (r *Reader) ofCurrency(i int) bool {
	if r.Toks[i].Kind == token.Punct && (r.CurrencySign(i) != 0 || r.Toks[i].R == '.') {
		return true
	}
	return r.Entry(i).Currency != 0 || r.mayBeCoded(i) && r.codedMagnitude(i) != 0 || r.CurrencySign(i+1) != 0
}

// opening reads the currency before the number, and the number. It reports false if they make no amount.
func (r *Reader) opening(x *expression) bool {
	num := x.digits
	var power int // of a code like MUSD
	x.cur, power, x.from = r.prefix(num)
	if x.cur == 0 && (r.bare(num) || !r.currencyAhead(num)) {
		return false
	}
	x.why = r.number(&x.a, num, x.cur, power != 0)
	if !x.a.has && x.why == "" {
		return false
	}
	x.to = max(x.a.to, num+1)
	x.over = r.over(x.to)
	if x.over && x.cur == 0 {
		return false
	}
	x.starts = x.from == num
	if x.cur == 0 && r.Toks[num].Kind == token.Word && r.has(num-1, lexicon.TraitIndefiniteArticle) && !r.Is(num-2, '-') {
		x.from-- // "a million dollars"
	}
	x.plain = !x.a.mag
	if power != 0 && x.plain {
		x.a.times(power)
	}
	return true
}

// closing reads the currency after the number. It reports false if that makes the number none of money.
func (r *Reader) closing(x *expression) bool {
	power, to := 0, x.to
	if !x.over {
		var cur uint16
		cur, power, to = r.suffix(x.to, x.a.mag, x.cur)
		if to > x.to && x.plain && x.starts && r.Year(x.digits) > 0 && r.between(to) {
			return false // "in 2018 USD 5 million"
		}
		if cur != 0 {
			x.cur = cur
		}
	}
	x.suffixed = to > x.to
	x.ends = !x.suffixed && x.plain
	x.to = to
	switch {
	case !x.suffixed || !x.plain:
	case power != 0:
		x.a.times(power)
	case x.why == "": // "1.5$ million", "125 USD million"
		x.a.to = to
		x.why = r.scale(&x.a)
		x.to = x.a.to
	}
	return true
}

// upperBound reads the second bound of a range, which is one only in the same currency.
func (r *Reader) upperBound(x *expression) {
	cur, to := r.upper(x)
	if !x.b.has {
		return
	}
	if x.cur == 0 {
		x.cur = cur
	} else if cur != 0 && cur != x.cur {
		x.b.has = false
		return
	}
	if !x.a.mag && x.b.mag && x.a.small {
		x.a.times(int(x.b.power)) // "$10-12 million"
	}
	x.a.plus = false
	x.to, x.ends = to, !x.b.mag && cur == 0
}

// upper reads what follows the first bound as a second one, into x.b, and returns its currency, 0 if it has none, and the token after it.
func (r *Reader) upper(x *expression) (cur uint16, to int) {
	dash, word := r.rangeMark(x)
	if !dash && !word {
		return 0, 0
	}
	k := r.secondNumber(x.to + 1)
	if k < 0 {
		return 0, 0
	}
	cur, _, from := r.prefix(k)
	if from != x.to+1 {
		return 0, 0
	}
	why := r.number(&x.b, k, max(x.cur, cur), false)
	if why != "" || !x.b.has || cur == 0 && !x.b.mag && !r.bareBound(x, dash) {
		x.b = number{}
		return 0, 0
	}
	to = x.b.to
	if c, _, t := r.suffix(to, x.b.mag, max(x.cur, cur)); t > to {
		to = t
		if cur == 0 {
			cur = c
		}
	}
	if x.cur == 0 && cur == 0 {
		x.b = number{}
	}
	return cur, to
}

// rangeMark reports whether a dash or a word that a range may have stands after the first bound: "5-7", "5 to 7", "between 5 and 7".
func (r *Reader) rangeMark(x *expression) (dash, word bool) {
	j := x.to
	if j+1 >= len(r.Toks) {
		return false, false
	}
	if r.Toks[j].Kind != token.Word {
		return r.dash(j) || r.Is(j, '—'), false
	}
	switch {
	case r.has(j, lexicon.TraitRangeEnd):
		return false, !r.has(x.from-1, lexicon.TraitRangeFrom)
	case r.has(j, lexicon.TraitJoinsNumber):
		return false, r.has(x.from-1, lexicon.TraitRangeBetween)
	}
	return false, false
}

// secondNumber returns the token that the number of a second bound begins with, which begins at token j; -1 if there is none.
func (r *Reader) secondNumber(j int) int {
	for k := j; k < len(r.Toks) && k < j+4; k++ {
		if r.Toks[k].Kind == token.Number || r.Entry(k).Is(lexicon.Number) {
			return k
		}
		currency := r.CurrencySign(k) != 0 || r.Is(k, '.') || r.Entry(k).Currency != 0
		if !currency && (r.CurrencySign(k+1) == 0 || !r.Glued(k+1)) {
			return -1
		}
	}
	return -1
}

// bareBound reports whether a second bound without currency or magnitude of its own is one: "$10-12", "$1,000 to 2,000",
// "between $10 and 12", but not "$5 million to 30 people", "$5 to 30 people".
func (r *Reader) bareBound(x *expression, dash bool) bool {
	if x.a.mag {
		return false
	}
	return dash || !x.a.small || r.has(x.to, lexicon.TraitJoinsNumber) || x.b.to == len(r.Toks)
}

// settle makes m of x, or of why it has no value. It returns the tokens of x with those that qualify the amount.
func (r *Reader) settle(x *expression, m *Amount) (from, to int) {
	*m = Amount{}
	from, to = x.from, x.to
	q := Exact
	before := r.qualifier(from, &q)
	if x.a.plus {
		q = MoreThan
	} else if !x.over && (q == Exact || q == About) {
		to = r.trailing(to, &q)
	}
	if !x.over {
		m.Per = r.per(to)
	}
	m.Span = r.Bytes(from, to)
	if x.why == "" {
		x.why = x.value(m)
	}
	if x.why != "" {
		m.Value, m.Min, m.Refused = Value{}, Value{}, x.why
	} else {
		m.Currency = r.Lex.CurrencyAt(x.cur).Code
		if m.Qualifier = q; x.b.has {
			m.Qualifier = Range
		}
	}
	switch {
	case before < from && q != Exact:
		from = before
	case m.Qualifier == Range && r.has(from-1, lexicon.TraitRangeBetween):
		from--
	}
	return from, to
}

// value gives m the value of x, or returns why there is none.
func (x *expression) value(m *Amount) string {
	m.Value = x.a.value
	if x.b.has {
		m.Min, m.Value = x.a.value, x.b.value
		if m.Min.Compare(m.Value) > 0 {
			return "a range that runs backwards"
		}
		if why := m.Value.beyond(); why != "" {
			return why
		}
	}
	return x.a.value.beyond()
}

// bare reports whether the number that begins at token i surely ends with it, and no currency follows: that needs not be read.
func (r *Reader) bare(i int) bool {
	if r.Kind(i+1, token.Word) {
		next := r.IDs[i+1]
		if !r.Lex.Known(next) || r.Lex.At(next).Is(lexicon.Plural) || r.Lex.Has(next, lexicon.TraitQuarters) {
			return false // "5 millionin", "tens millions", "three quarters"
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
		if e := r.Lex.At(id); !t.Has(token.Space) || e.Currency != 0 || e.Is(lexicon.Number|lexicon.Magnitude) {
			return false
		}
		return !r.mayBeCoded(j) && !r.OpensUnit(j) && !r.Lex.Has(id, lexicon.TraitKeepsAmountOpen)
	case token.Punct:
		return (t.R == ',' || t.R == '.') && r.Kind(j+1, token.Word) && !r.has(j+1, lexicon.TraitJoinsNumber) && !r.Every
	}
	return false
}

// currencyAhead reports whether a currency stands after token i, not further than any number may be long.
func (r *Reader) currencyAhead(i int) bool {
	k, ok := slices.BinarySearch(r.Currencies, int32(i))
	return ok || r.Strict || r.Every || k < len(r.Currencies) && int(r.Currencies[k]) < i+3*maxWords
}

// exactly returns the entry of the phrase that the words ids make, 0 if they make none.
func (r *Reader) exactly(ids []lexicon.ID) lexicon.ID {
	for p := r.Lex.PhrasesOf(ids[0]); p != 0 && r.Lex.PhraseWords(p) >= len(ids); p = r.Lex.NextPhrase(p) {
		if r.Lex.PhraseWords(p) == len(ids) && r.Lex.BeginsPhrase(p, ids) {
			return r.Lex.PhraseID(p)
		}
	}
	return 0
}
