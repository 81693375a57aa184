package amounts

import (
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// CurrencySign returns the currency of the sign at token i, 0 if it is none.
func (r *Reader) CurrencySign(i int) uint16 {
	if !r.Kind(i, token.Punct) {
		return 0
	}
	return r.Lex.Sign(r.Toks[i].R)
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
	if r.Lex.CurrencyOf(w) != 0 || r.Lex.CurrencyOf(w[1:]) == 0 {
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
		return r.Lex.CurrencyOf(w[1:]), m
	}
	if e := r.Entry(i); e.Currency != 0 && r.codes(i, w) {
		return e.Currency, 0
	}
	return 0, 0
}

// codes reports whether the word w at token i, which names a currency by default, is a code there.
func (r *Reader) codes(i int, w string) bool {
	t, e := &r.Toks[i], r.Entry(i)
	switch c := r.Lex.CurrencyAt(e.Currency); {
	case w == c.Code:
		return r.Strict || !isWord(e) && c.Major() || r.largeNear(i) // not "ALL 5 founders"
	case strings.EqualFold(w, c.Code):
		return c.Major() && !isWord(e)
	case r.has(i, lexicon.TraitAnyCaseCode), r.has(i, lexicon.TraitLowCaseCode) && !t.Has(token.AllUpper|token.Mixed):
		return true
	case len(w) == 1:
		// "R500m", "N1.2 billion": one letter is too little unless it is glued to a number that only money has
		return t.Has(token.Upper) && r.Glued(i+1) && r.Kind(i+1, token.Number) && r.largeNear(i) && !r.Glued(i)
	case r.Lex.Cased(w), t.Has(token.AllUpper) && len(w) <= 4 && !isWord(e) && !r.Lex.NamesUnit(r.IDs[i]):
		return r.Strict || r.largeNear(i)
	}
	return false
}

// isWord reports whether the code of a currency is a common word as well.
func isWord(e *lexicon.Entry) bool {
	return e.Verb != 0 || e.Is(plainWord)
}

// plainWord are the classes of words that are in use beside the code of a currency: "ALL", "TRY", "PEN".
const plainWord = lexicon.Common | lexicon.Det | lexicon.Prep | lexicon.Aux | lexicon.Adv | lexicon.Pronoun | lexicon.State

// largeNear reports whether the number beside token i is one that only money has: with a magnitude,
// separators or four digits that are no year.
func (r *Reader) largeNear(i int) bool {
	k := i + 1
	if r.Kind(k, token.Number) {
		e := r.Entry(k + 1)
		if r.large(k) || e.Is(lexicon.Magnitude) && e.Value > 0 {
			return true
		}
	}
	k = i - 1
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
		if sign := r.Lex.Sign(t.R); sign != 0 {
			return r.beforeSign(i, j, sign)
		}
		if t.R == '.' && r.Glued(j) && r.dottedCode(j-1, i) {
			return r.Entry(j - 1).Currency, 0, j - 1
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

// dottedCode reports whether the word at token k is a code before a dot and the number at token i: "Rs. 5", "Fr. 5 million".
func (r *Reader) dottedCode(k, i int) bool {
	if !r.Kind(k, token.Word) || r.Toks[k].Has(token.Dotted) {
		return false
	}
	if r.has(k, lexicon.TraitDottedUnit) {
		return true
	}
	return r.Lex.Cased(r.Toks[k].Text(r.Text)) && (r.Strict || r.large(i) || r.Entry(i+1).Is(lexicon.Magnitude))
}

// beforeSign reads the letters before the sign at token j of the number at token i: US$, A$, HK$, "US $", "hk $ 5".
func (r *Reader) beforeSign(i, j int, sign uint16) (cur uint16, mag, from int) {
	k := j - 1
	if k < r.From {
		return sign, 0, j
	}
	t := &r.Toks[k]
	switch {
	case t.Kind != token.Word:
		if t.Is('.') && r.has(k-1, lexicon.TraitDottedLettersOfDollar) && r.Is(j, '$') { // "U.S. $600 million"
			return sign, 0, k - 1
		}
	case r.has(k, lexicon.TraitDottedLettersOfDollar) && r.Is(j, '$'):
		return sign, 0, k
	case r.Glued(j):
		if c := r.withSign(k, j); c == 0 {
			if c, _ := r.code(k); c != 0 {
				return c, 0, k
			}
		} else if t.Has(token.Upper) || t.End-t.Start > 1 && !r.Entry(k).Is(lexicon.Det|lexicon.Pronoun) {
			return c, 0, k
		}
	case r.mayBeApart(k, r.Glued(i)):
		if c := r.withSign(k, j); c != 0 {
			return c, 0, k
		}
	}
	return sign, 0, j
}

// mayBeApart reports whether the letters at token k may belong to a sign although they stand apart from it: "US $5", and in
// tokenised text, where the number stands apart as well, "us $ 150 million". glued says that the number does not.
func (r *Reader) mayBeApart(k int, glued bool) bool {
	t := &r.Toks[k]
	if r.has(k, lexicon.TraitLettersOfDollar) {
		return !glued || t.Has(token.Upper)
	}
	letters := t.End-t.Start == 2 && !r.Entry(k).Is(lexicon.Common|lexicon.Prep|lexicon.Aux) || r.has(k, lexicon.TraitLetterOfSign)
	return letters && !glued
}

// maxSignLetters is how many letters, and dots, stand before a sign at most: "U.S.$".
const maxSignLetters = 4

// withSign returns the currency that the word at token i and the sign at token j are the sign of together: HK$.
func (r *Reader) withSign(i, j int) uint16 {
	if t := &r.Toks[i]; t.End-t.Start > maxSignLetters {
		return 0
	}
	return r.Lex.At(r.Lex.Find(r.Toks[i].Text(r.Text) + string(r.Toks[j].R))).Currency
}

// suffix reads a currency after a number: "million dollars", "5 EUR", "12 MSEK", "3 Mio. €". cur is the one read
// before the number, if any; mag says that the number has a magnitude. to is j if there is none.
func (r *Reader) suffix(j int, mag bool, cur uint16) (c uint16, power, to int) {
	k := r.afterNumber(j)
	if k < 0 {
		return 0, 0, j
	}
	n := 1 // tokens of the currency
	if r.Toks[k].Kind == token.Punct {
		c = r.signAfter(k, cur)
	} else {
		c, power, n = r.unitOrCode(k, mag, cur)
	}
	if c == 0 || cur != 0 && c != cur && !r.narrows(k, n, c, cur) {
		return 0, 0, j
	}
	return c, power, k + n
}

// afterNumber returns the token that a currency after a number may begin with, where the number ends before token j; -1 if there is none.
func (r *Reader) afterNumber(j int) int {
	if j >= len(r.Toks) {
		return -1
	}
	if r.Is(j, '-') && r.Glued(j) && r.Glued(j+1) {
		j++
	}
	switch r.Toks[j].Kind {
	case token.Punct:
		return j
	case token.Word:
		if r.Entry(j+1).Currency != 0 && r.has(j, lexicon.TraitRelOf) && !r.Kind(j+2, token.Number) { // "millions of dollars"
			j++
		}
		if r.Entry(j).Currency != 0 || r.OpensUnit(j) || r.mayBeCoded(j) { // few
			return j
		}
	}
	return -1
}

// signAfter returns the currency of the sign at token j after a number, 0 if there is none or it is that of the next amount: "5 $6m".
func (r *Reader) signAfter(j int, cur uint16) uint16 {
	c := r.Lex.Sign(r.Toks[j].R)
	if cur != 0 && c != cur || r.Kind(j+1, token.Number) && (r.Glued(j+1) || !r.Glued(j)) {
		return 0
	}
	return c
}

// unitOrCode reads the word or words at token j after a number as a currency, and returns how many they are.
func (r *Reader) unitOrCode(j int, mag bool, cur uint16) (c uint16, power, words int) {
	e, words := r.unitPhrase(j)
	if words > 1 {
		return e.Currency, 0, words
	}
	switch c, power = r.code(j); {
	case c == 0:
		if r.unitAfter(j, mag) {
			c = e.Currency
		}
	case r.Kind(j+1, token.Number) && !r.Glued(j) && cur != 0:
		return 0, 0, 1 // the code belongs to the number after it: "INR 700 INR 800"
	}
	return c, power, 1
}

// narrows reports whether the n words at token j say which currency c of a family the sign of cur means: "$5 million Canadian dollars".
// Without such words the currency that is printed first holds.
func (r *Reader) narrows(j, n int, c, cur uint16) bool {
	last := r.Word(j + n - 1)
	if n < 2 || r.Lex.At(last).Currency != cur {
		return false
	}
	f := r.Lex.FamilyOf(last)
	return f != nil && f.Has(r.Lex.CurrencyAt(c).Code)
}

// unitPhrase returns the entry of the longest name of a currency that begins at token j, and its length in tokens.
func (r *Reader) unitPhrase(j int) (*lexicon.Entry, int) {
	if r.OpensUnit(j) {
		return r.LongUnit(j)
	}
	return r.Lex.At(r.IDs[j]), 1
}

// OpensUnit reports whether it is worth looking for a name of several words at token j.
func (r *Reader) OpensUnit(j int) bool {
	return r.Lex.CuesOf(r.IDs[j])&lexicon.CurrenciesCue != 0 || r.Every
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
	if !r.Lex.MayPair(r.IDs[j], r.Word(t)) {
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
	for p := r.Lex.PhrasesOf(ids[0]); p != 0; p = r.Lex.NextPhrase(p) {
		if r.Lex.BeginsPhrase(p, ids[:k]) {
			if c := r.Lex.At(r.Lex.PhraseID(p)); c.Currency != 0 {
				return c, ends[r.Lex.PhraseWords(p)-1] - j
			}
		}
	}
	return e, 1
}

// unitAfter reports whether the single word at token j names a currency after a number.
func (r *Reader) unitAfter(j int, mag bool) bool {
	id := r.IDs[j]
	if !r.Lex.NamesUnit(id) {
		return false
	}
	never := r.Lex.Has(id, lexicon.TraitNeverUnit)
	switch {
	case mag:
		return !never
	case r.Lex.Has(id, lexicon.TraitWordAndUnit):
		return r.Strict && !never // "5 real users", "it won", a pound of flour
	case !r.Toks[j].Has(token.Upper):
		return true
	}
	// "10 Dollar Tree stores"; "100 Bitcoin", "5 Euros"
	return (r.Lex.Has(id, lexicon.TraitCapitalUnit) || strings.HasSuffix(r.Lex.Key(id), r.Rules.Plural)) &&
		!(r.Kind(j+1, token.Word) && r.Toks[j+1].Has(token.Upper))
}

// CurrencyWord reports whether the word at token i may be the currency of an amount.
func (r *Reader) CurrencyWord(i int) bool {
	if r.Lex.CuesOf(r.IDs[i])&lexicon.CurrencyCue != 0 && r.namesCurrency(i) {
		return true
	}
	return r.mayBeCoded(i) && r.codedMagnitude(i) != 0
}

// namesCurrency reports whether the word at token i, which the lexicon gives a currency, may be that of an amount.
func (r *Reader) namesCurrency(i int) bool {
	e := r.Entry(i)
	if e.Currency == 0 || r.Lex.NamesUnit(r.IDs[i]) {
		return true
	}
	if c, _ := r.code(i); c != 0 {
		return true
	}
	t := &r.Toks[i]
	w := t.Text(r.Text)
	if !t.Has(token.Upper|token.AllUpper|token.Mixed) && strings.EqualFold(w, r.Lex.CurrencyAt(e.Currency).Code) {
		return false // "all"
	}
	return r.Lex.Cased(w) || r.has(i, lexicon.TraitDottedUnit)
}

// familyOfSign returns the family that shares the sign, nil if none does. It keeps the last answer in mind: most texts print one sign.
func (r *Reader) familyOfSign(sign rune) *lexicon.Family {
	if sign != r.lastSign {
		r.lastSign, r.lastFamily = sign, r.Lex.FamilyOfSign(sign)
	}
	return r.lastFamily
}

// sharedAt returns the family whose sign or word is all that tokens [from, to)
// say of the currency, nil if they say more.
func (r *Reader) sharedAt(from, to int) *lexicon.Family {
	var shared *lexicon.Family
	for i := from; i < to; i++ {
		var f *lexicon.Family
		switch t := &r.Toks[i]; t.Kind {
		case token.Punct:
			if r.Lex.Sign(t.R) == 0 {
				continue
			}
			f = r.familyOfSign(t.R)
		case token.Word:
			if r.Entry(i).Is(lexicon.Magnitude) {
				continue
			}
			if r.saysMore(i, to) {
				return nil
			}
			if r.Entry(i).Currency == 0 {
				continue
			}
			f = r.Lex.FamilyOf(r.IDs[i])
		default:
			continue
		}
		if f == nil || shared != nil && f != shared {
			return nil
		}
		shared = f
	}
	return shared
}

// saysMore reports whether the word at token i says more of the currency than a sign or word that several share, before token to.
func (r *Reader) saysMore(i, to int) bool {
	if r.has(i, lexicon.TraitLettersOfDollar) || i+1 < to && r.CurrencySign(i+1) != 0 && r.withSign(i, i+1) != 0 {
		return true // US$, A$
	}
	if !r.OpensUnit(i) {
		return false
	}
	_, words := r.LongUnit(i)
	return words > 1 // "Canadian dollars"
}
