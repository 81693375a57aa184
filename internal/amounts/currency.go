package amounts

import (
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

var (
	dollar    = lexicon.At(lexicon.Find("usd")).Currency
	lastMajor = lexicon.At(lexicon.Find("xaf")).Currency // of the first group of currencies.txt
)

// CodeOf returns the currency whose code w is, whatever its case; 0 if it is none.
func CodeOf(w string) uint16 {
	if c := lexicon.At(lexicon.Find(w)).Currency; c != 0 && strings.EqualFold(lexicon.Currencies[c][0], w) {
		return c
	}
	return 0
}

// CurrencySign returns the currency of the sign at token i, 0 if it is none.
func (r *Reader) CurrencySign(i int) uint16 {
	if !r.Kind(i, token.Punct) {
		return 0
	}
	return lexicon.Sign(r.Toks[i].R)
}

// mayBeCoded reports whether the token at i has the form of a code like MUSD.
func (r *Reader) mayBeCoded(i int) bool {
	t := &r.Toks[i]
	return t.End-t.Start == 4 && t.Has(token.AllUpper)
}

// codedMagnitude returns the power of ten of a code like MUSD, MEUR or TSEK at token i, 0 if it is none.
func (r *Reader) codedMagnitude(i int) int {
	if !r.mayBeCoded(i) {
		return 0
	}
	w := r.Toks[i].Text(r.Text)
	if CodeOf(w) != 0 || CodeOf(w[1:]) == 0 {
		return 0 // BUSD, TUSD are tokens of their own
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
//
// Many codes are words ("ALL", "TOP", "PEN"), names of firms or products, and
// COP 26 is a meeting, PHP 8 a language: outside ParseMoney all but the commonest currencies need
// capitals and a number that only money has.
func (r *Reader) code(i int) (cur uint16, mag int) {
	if !r.Kind(i, token.Word) {
		return 0, 0
	}
	t := &r.Toks[i]
	w := t.Text(r.Text)
	if m := r.codedMagnitude(i); m != 0 {
		return CodeOf(w[1:]), m
	}
	e := r.Entry(i)
	if e.Currency == 0 {
		return 0, 0
	}
	iso := lexicon.Currencies[e.Currency][0]
	switch {
	case w == iso:
		if !r.Strict && (isWord(e) || !major(e.Currency)) && !r.largeNear(i) {
			return 0, 0 // "ALL 5 founders"
		}
		return e.Currency, 0
	case strings.EqualFold(w, iso):
		if major(e.Currency) && !isWord(e) {
			return e.Currency, 0
		}
		return 0, 0
	case strings.EqualFold(w, "rs") || w == "kr" || w == "Kr" || strings.EqualFold(w, "nis") || strings.EqualFold(w, "rmb"):
		return e.Currency, 0
	case len(w) == 1:
		// "R500m", "N1.2 billion": one letter is too little unless it is glued to a number that only money has
		if t.Has(token.Upper) && r.Glued(i+1) && r.Kind(i+1, token.Number) && r.largeNear(i) && !r.Glued(i) {
			return e.Currency, 0
		}
	case lexicon.Cased(w), t.Has(token.AllUpper) && len(w) <= 4 && !isWord(e) && e.Currency != 0 && !r.unitWord(i):
		if r.Strict || r.largeNear(i) {
			return e.Currency, 0
		}
	}
	return 0, 0
}

// isWord reports whether the code of a currency is a common word as well.
func isWord(e *lexicon.Entry) bool {
	return e.Verb != 0 || e.Is(lexicon.Common|lexicon.Det|lexicon.Prep|lexicon.Aux|lexicon.Adv|lexicon.Pronoun|lexicon.State)
}

// major reports whether the code of a currency may stand beside any number.
func major(cur uint16) bool {
	iso := lexicon.Currencies[cur][0]
	if cur <= lastMajor {
		return !strings.Contains("ARS CLP COP PEN PHP RON", iso)
	}
	return iso == "BTC" || iso == "ETH" || iso == "USDT" || iso == "USDC"
}

// unitWord reports whether the word at token i is the name of a currency rather than a code of one.
func (r *Reader) unitWord(i int) bool {
	e := r.Entry(i)
	if e.Currency == 0 {
		return false
	}
	w := r.Fold(i)
	if strings.EqualFold(w, lexicon.Currencies[e.Currency][0]) {
		return false
	}
	if len(w) > 3 {
		return true
	}
	switch w {
	case "yen", "won", "som", "leu", "lei", "lev", "kip", "lek", "元", "円", "kr", "rs", "zł", "kč":
		return true
	}
	return false
}

// largeNear reports whether the number beside token i is one that only money has: with a magnitude, separators or four digits that are no year.
func (r *Reader) largeNear(i int) bool {
	if k := i + 1; r.Kind(k, token.Number) && (r.large(k) || r.Entry(k+1).Is(lexicon.Magnitude) && r.Entry(k+1).Value > 0) {
		return true
	}
	k := i - 1
	if r.Is(k, '.') { // "3,5 Mio. €"
		k--
	}
	return r.Kind(k, token.Number) && r.large(k) || r.Entry(k).Is(lexicon.Magnitude)
}

func (r *Reader) large(i int) bool { return r.Toks[i].End-r.Toks[i].Start >= 4 && r.Year(i) == 0 }

// prefix reads a currency before the number whose first token is i. It returns the first token of the currency.
func (r *Reader) prefix(i int) (cur uint16, mag, from int) {
	j := i - 1
	if j < r.From {
		return 0, 0, i
	}
	switch t := &r.Toks[j]; t.Kind {
	case token.Punct:
		if sign := lexicon.Sign(t.R); sign != 0 {
			return r.beforeSign(i, j, sign)
		}
		if t.R == '.' && r.Glued(j) && r.Kind(j-1, token.Word) && !r.Toks[j-1].Has(token.Dotted) { // "Rs. 5", "Fr. 5"
			if w := r.Toks[j-1].Text(r.Text); strings.EqualFold(w, "rs") || lexicon.Cased(w) && (r.Strict || r.large(i) || r.Entry(i+1).Is(lexicon.Magnitude)) {
				return lexicon.At(lexicon.Find(w)).Currency, 0, j - 1
			}
		}
	case token.Word:
		if r.Entry(j).Currency == 0 && !r.mayBeCoded(j) { // the most
			break
		}
		if cur, mag = r.code(j); cur != 0 && (r.Glued(i) || r.Toks[i].Kind == token.Number || r.Entry(i).Is(lexicon.Number)) {
			return cur, mag, j
		}
	}
	return 0, 0, i
}

// beforeSign reads the letters before the sign at token j of the number at token i: US$, A$, HK$, "US $", "hk $ 5".
func (r *Reader) beforeSign(i, j int, sign uint16) (cur uint16, mag, from int) {
	k := j - 1
	if k < r.From {
		return sign, 0, j
	}
	t, id := &r.Toks[k], r.IDs[k]
	switch {
	case t.Kind != token.Word:
		if t.Is('.') && r.Word(k-1) == lexicon.WordUS && sign == dollar { // "U.S. $600 million"
			return sign, 0, k - 1
		}
	case id == lexicon.WordUS && sign == dollar:
		return sign, 0, k
	case r.Glued(j):
		if c := r.withSign(k, j); c == 0 {
			if c, _ := r.code(k); c != 0 {
				return c, 0, k
			}
		} else if t.Has(token.Upper) || t.End-t.Start > 1 && !r.Entry(k).Is(lexicon.Det|lexicon.Pronoun) {
			return c, 0, k
		}
	case id == lexicon.WordUs && t.Has(token.Upper),
		!r.Glued(i) && (id == lexicon.WordUs || id == lexicon.WordC || t.End-t.Start == 2 && !r.Entry(k).Is(lexicon.Common|lexicon.Prep|lexicon.Aux)): // tokenised text: "us $ 150 million"
		if c := r.withSign(k, j); c != 0 {
			return c, 0, k
		}
	}
	return sign, 0, j
}

// maxSignLetters is how many letters, and dots, stand before a sign at most: "U.S.$".
const maxSignLetters = 4

// withSign returns the currency that the word at token i and the sign at token j are the sign of together: HK$.
func (r *Reader) withSign(i, j int) uint16 {
	if t := &r.Toks[i]; t.End-t.Start > maxSignLetters {
		return 0
	}
	return lexicon.At(lexicon.Find(r.Toks[i].Text(r.Text) + string(r.Toks[j].R))).Currency
}

// suffix reads a currency after a number: "million dollars", "5 EUR", "12 MSEK", "3 Mio. €". cur is the one read before the number, if any.
func (r *Reader) suffix(j int, mag bool, cur uint16) (c uint16, coded, to int) {
	start := j
	if j >= len(r.Toks) {
		return 0, 0, start
	}
	t := &r.Toks[j]
	if t.Is('-') && r.Glued(j) && r.Glued(j+1) {
		j++
		t = &r.Toks[j]
	}
	switch t.Kind {
	case token.Punct:
		// not the sign of the next amount: "5 $6m"
		if c = lexicon.Sign(t.R); c == 0 || cur != 0 && c != cur || r.Kind(j+1, token.Number) && (r.Glued(j+1) || !r.Glued(j)) {
			return 0, 0, start
		}
		return c, 0, j + 1
	case token.Word:
		if r.IDs[j] == lexicon.WordOf && r.Entry(j+1).Currency != 0 && !r.Kind(j+2, token.Number) { // "millions of dollars"
			j++
		}
	default:
		return 0, 0, start
	}
	if r.Entry(j).Currency == 0 && !r.OpensUnit(j) && !r.mayBeCoded(j) { // the most
		return 0, 0, start
	}
	e, words := r.unitPhrase(j)
	c, coded = r.code(j)
	if words > 1 || c == 0 {
		c, coded = e.Currency, 0
		if words == 1 && !r.unitAfter(j, mag) {
			c = 0
		}
	} else if r.Kind(j+1, token.Number) && !r.Glued(j) && cur != 0 {
		c = 0 // the code belongs to the number after it: "INR 700 INR 800"
	}
	if c == 0 {
		return 0, 0, start
	}
	if cur != 0 && c != cur {
		// "$5 million Canadian dollars"; otherwise the first printed currency holds
		if cur == dollar && words > 1 && strings.HasSuffix(r.Fold(j+words-1), "dollars") {
			return c, 0, j + words
		}
		return 0, 0, start
	}
	return c, coded, j + words
}

// unitPhrase returns the entry of the longest name of a currency that begins at token j, and its length in tokens.
func (r *Reader) unitPhrase(j int) (*lexicon.Entry, int) {
	if r.OpensUnit(j) {
		return r.LongUnit(j)
	}
	return lexicon.At(r.IDs[j]), 1
}

// OpensUnit reports whether it is worth looking for a name of several words at token j.
func (r *Reader) OpensUnit(j int) bool {
	return lexicon.CuesOf(r.IDs[j])&lexicon.CurrenciesCue != 0 || r.Every
}

// LongUnit is unitPhrase where OpensUnit holds.
func (r *Reader) LongUnit(j int) (*lexicon.Entry, int) {
	e := r.Entry(j)
	if e.Words < 2 {
		return e, 1
	}
	t := j + 1
	if r.Is(t, '.') { // "U.S. dollars"
		t++
	}
	if !lexicon.MayPair(r.IDs[j], r.Word(t)) {
		return e, 1
	}
	ids, ends, k := [4]lexicon.ID{r.IDs[j]}, [4]int{j + 1}, 1
	for ; k < min(len(ids), int(e.Words)) && t < len(r.Toks) && r.IDs[t] != 0; t++ {
		ids[k], ends[k] = r.IDs[t], t+1
		k++
	}
	if k == 1 {
		return e, 1
	}
	for p := lexicon.PhrasesOf(ids[0]); p != 0; p = p.Next() {
		if p.Begins(ids[:k]) {
			if c := lexicon.At(p.ID()); c.Currency != 0 {
				return c, ends[p.Words()-1] - j
			}
		}
	}
	return e, 1
}

// unitAfter reports whether the single word at token j names a currency after a number.
func (r *Reader) unitAfter(j int, mag bool) bool {
	if !r.unitWord(j) {
		return false
	}
	w := r.Fold(j)
	if mag {
		return w != "real" && w != "sol"
	}
	switch w {
	case "real", "sol", "won", "som", "pound", "dong", "colon", "rand":
		return r.Strict && w != "real" // "5 real users", "it won", a pound of flour
	}
	if !r.Toks[j].Has(token.Upper) {
		return true
	}
	// "10 dollar Tree stores"; "100 Bitcoin", "5 Euros"
	return (w == "bitcoin" || strings.HasSuffix(w, "s")) && !(r.Kind(j+1, token.Word) && r.Toks[j+1].Has(token.Upper))
}

// CurrencyWord reports whether the word at token i may be the currency of an amount.
func (r *Reader) CurrencyWord(i int) bool {
	return lexicon.CuesOf(r.IDs[i])&lexicon.CurrencyCue != 0 && r.namesCurrency(i) || r.mayBeCoded(i) && r.codedMagnitude(i) != 0
}

// namesCurrency reports whether the word at token i, which the lexicon gives a currency, may be that of an amount.
func (r *Reader) namesCurrency(i int) bool {
	if r.Entry(i).Currency == 0 || r.unitWord(i) {
		return true
	}
	if c, _ := r.code(i); c != 0 {
		return true
	}
	t := &r.Toks[i]
	w := t.Text(r.Text)
	if !t.Has(token.Upper|token.AllUpper|token.Mixed) && strings.EqualFold(w, lexicon.Currencies[r.Entry(i).Currency][0]) {
		return false // "all"
	}
	return lexicon.Cased(w) || strings.EqualFold(w, "rs")
}
