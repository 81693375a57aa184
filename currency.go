package funding

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

var (
	dollar    = lexicon.At(lexicon.Find("usd")).Currency
	lastMajor = lexicon.At(lexicon.Find("xaf")).Currency // of the first group of currencies.txt
)

// codeOf returns the currency whose code w is, whatever its case; 0 if it is none.
func codeOf(w string) uint16 {
	if c := lexicon.At(lexicon.Find(w)).Currency; c != 0 && strings.EqualFold(lexicon.Currencies[c][0], w) {
		return c
	}
	return 0
}

// A family is the currencies that share a sign or a word. A bare one of these
// is the currency that the document itself names, else Parser.Currency, else
// the first of the list.
type family struct {
	words   []string // signs and unit words
	members string
	signed  string // members only where the caller or the document writes them with the sign, as MX$
}

var families = [...]family{
	{[]string{"$", "dollar", "dollars", "buck", "bucks"}, "USD AUD CAD NZD SGD HKD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD ZWL", "MXN ARS CLP COP DOP UYU CUP"},
	{[]string{"¥", "￥"}, "JPY CNY", ""},
	{[]string{"kr"}, "SEK NOK DKK ISK", ""},
	{[]string{"krona"}, "SEK ISK", ""},
	{[]string{"krone", "kroner"}, "NOK DKK", ""},
	{[]string{"rs", "re", "rupee", "rupees"}, "INR PKR LKR NPR MUR SCR", ""},
	{[]string{"ps", "peso", "pesos"}, "MXN ARS CLP COP PHP DOP UYU CUP", ""},
	{[]string{"pound", "pounds"}, "GBP EGP LBP SYP SDG SSP GIP FKP SHP IEP CYP", ""},
	{[]string{"franc", "francs", "fr"}, "CHF FRF BEF LUF XOF XAF XPF RWF CDF BIF GNF KMF DJF", ""},
	{[]string{"dinar", "dinars"}, "KWD JOD BHD TND DZD IQD LYD RSD", ""},
	{[]string{"dirham", "dirhams", "dh", "dhs"}, "AED MAD", ""},
	{[]string{"riyal", "riyals"}, "SAR QAR", ""},
	{[]string{"rial", "rials"}, "IRR OMR YER", ""},
	{[]string{"lira", "liras", "lire"}, "TRY ITL MTL LBP SYP", ""},
	{[]string{"shilling", "shillings", "sh"}, "KES UGX TZS SOS", ""},
	{[]string{"leu", "lei"}, "RON MDL", ""},
	{[]string{"rouble", "roubles", "ruble", "rubles"}, "RUB BYN", ""},
	{[]string{"som", "soms"}, "KGS UZS", ""},
	{[]string{"manat", "manats"}, "AZN TMT", ""},
	{[]string{"koruna", "korunas", "koruny", "korun"}, "CZK SKK", ""},
	{[]string{"guilder", "guilders"}, "NLG ANG XCG SRG", ""},
	{[]string{"colon", "colones"}, "CRC SVC", ""},
	{[]string{"kwacha", "kwachas"}, "ZMW MWK", ""},
}

func (f *family) has(code string) bool { return code != "" && strings.Contains(f.members, code) }

func (f *family) signs(code string) bool { return code != "" && strings.Contains(f.signed, code) }

// familyOf holds one more than the index of the first family of each currency that words stand for by default.
var familyOf = func() (of [len(lexicon.Currencies)]uint8) {
	for i := len(families) - 1; i >= 0; i-- {
		of[codeOf(families[i].members[:3])] = uint8(i + 1)
	}
	return of
}()

// sharedBy returns the family that shares the sign or unit word w, which stands for cur
// by default; nil if it stands for that only. The families of a currency follow each other.
func sharedBy(w string, cur uint16) *family {
	for i := int(familyOf[cur]); 0 < i && i <= len(families); i++ {
		switch f := &families[i-1]; {
		case slices.Contains(f.words, w):
			return f
		case !strings.HasPrefix(f.members, lexicon.Currencies[cur][0]):
			return nil
		}
	}
	return nil
}

// sharedSigns are the signs among the words of families, each with its family.
var sharedSigns = func() (signs []signFamily) {
	for i := range families {
		for _, w := range families[i].words {
			if r, n := utf8.DecodeRuneInString(w); n == len(w) && lexicon.Sign(r) != 0 {
				signs = append(signs, signFamily{r, &families[i]})
			}
		}
	}
	return signs
}()

type signFamily struct {
	sign   rune
	family *family
}

// sharedSign is sharedBy for the sign r.
func sharedSign(r rune) *family {
	for _, s := range sharedSigns {
		if s.sign == r {
			return s.family
		}
	}
	return nil
}

// currencySign returns the currency of the sign at token i, 0 if it is none.
func (ps *parse) currencySign(i int) uint16 {
	if !ps.Kind(i, token.Punct) {
		return 0
	}
	return lexicon.Sign(ps.Toks[i].R)
}

// mayBeCoded reports whether the token at i has the form of a code like MUSD.
func (ps *parse) mayBeCoded(i int) bool {
	t := &ps.Toks[i]
	return t.End-t.Start == 4 && t.Has(token.AllUpper)
}

// codedMagnitude returns the power of ten of a code like MUSD, MEUR or TSEK at token i, 0 if it is none.
func (ps *parse) codedMagnitude(i int) int {
	if !ps.mayBeCoded(i) {
		return 0
	}
	w := ps.Toks[i].Text(ps.Text)
	if codeOf(w) != 0 || codeOf(w[1:]) == 0 {
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
func (ps *parse) code(i int) (cur uint16, mag int) {
	if !ps.Kind(i, token.Word) {
		return 0, 0
	}
	t := &ps.Toks[i]
	w := t.Text(ps.Text)
	if m := ps.codedMagnitude(i); m != 0 {
		return codeOf(w[1:]), m
	}
	e := ps.Entry(i)
	if e.Currency == 0 {
		return 0, 0
	}
	iso := lexicon.Currencies[e.Currency][0]
	switch {
	case w == iso:
		if !ps.Strict && (isWord(e) || !major(e.Currency)) && !ps.largeNear(i) {
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
		if t.Has(token.Upper) && ps.Glued(i+1) && ps.Kind(i+1, token.Number) && ps.largeNear(i) && !ps.Glued(i) {
			return e.Currency, 0
		}
	case lexicon.Cased(w), t.Has(token.AllUpper) && len(w) <= 4 && !isWord(e) && e.Currency != 0 && !ps.unitWord(i):
		if ps.Strict || ps.largeNear(i) {
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
func (ps *parse) unitWord(i int) bool {
	e := ps.Entry(i)
	if e.Currency == 0 {
		return false
	}
	w := ps.Fold(i)
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
func (ps *parse) largeNear(i int) bool {
	if k := i + 1; ps.Kind(k, token.Number) && (ps.large(k) || ps.Entry(k+1).Is(lexicon.Magnitude) && ps.Entry(k+1).Value > 0) {
		return true
	}
	k := i - 1
	if ps.Is(k, '.') { // "3,5 Mio. €"
		k--
	}
	return ps.Kind(k, token.Number) && ps.large(k) || ps.Entry(k).Is(lexicon.Magnitude)
}

func (ps *parse) large(i int) bool { return ps.Toks[i].End-ps.Toks[i].Start >= 4 && ps.Year(i) == 0 }

// prefix reads a currency before the number whose first token is i. It returns the first token of the currency.
func (ps *parse) prefix(i int) (cur uint16, mag, from int) {
	j := i - 1
	if j < ps.From {
		return 0, 0, i
	}
	switch t := &ps.Toks[j]; t.Kind {
	case token.Punct:
		if sign := lexicon.Sign(t.R); sign != 0 {
			return ps.beforeSign(i, j, sign)
		}
		if t.R == '.' && ps.Glued(j) && ps.Kind(j-1, token.Word) && !ps.Toks[j-1].Has(token.Dotted) { // "Rs. 5", "Fr. 5"
			if w := ps.Toks[j-1].Text(ps.Text); strings.EqualFold(w, "rs") || lexicon.Cased(w) && (ps.Strict || ps.large(i) || ps.Entry(i+1).Is(lexicon.Magnitude)) {
				return lexicon.At(lexicon.Find(w)).Currency, 0, j - 1
			}
		}
	case token.Word:
		if ps.Entry(j).Currency == 0 && !ps.mayBeCoded(j) { // the most
			break
		}
		if cur, mag = ps.code(j); cur != 0 && (ps.Glued(i) || ps.Toks[i].Kind == token.Number || ps.Entry(i).Is(lexicon.Number)) {
			return cur, mag, j
		}
	}
	return 0, 0, i
}

// beforeSign reads the letters before the sign at token j of the number at token i: US$, A$, HK$, "US $", "hk $ 5".
func (ps *parse) beforeSign(i, j int, sign uint16) (cur uint16, mag, from int) {
	k := j - 1
	if k < ps.From {
		return sign, 0, j
	}
	t, id := &ps.Toks[k], ps.IDs[k]
	switch {
	case t.Kind != token.Word:
		if t.Is('.') && ps.Word(k-1) == lexicon.WordUS && sign == dollar { // "U.S. $600 million"
			return sign, 0, k - 1
		}
	case id == lexicon.WordUS && sign == dollar:
		return sign, 0, k
	case ps.Glued(j):
		if c := ps.withSign(k, j); c == 0 {
			if c, _ := ps.code(k); c != 0 {
				return c, 0, k
			}
		} else if t.Has(token.Upper) || t.End-t.Start > 1 && !ps.Entry(k).Is(lexicon.Det|lexicon.Pronoun) {
			return c, 0, k
		}
	case id == lexicon.WordUs && t.Has(token.Upper),
		!ps.Glued(i) && (id == lexicon.WordUs || id == lexicon.WordC || t.End-t.Start == 2 && !ps.Entry(k).Is(lexicon.Common|lexicon.Prep|lexicon.Aux)): // tokenised text: "us $ 150 million"
		if c := ps.withSign(k, j); c != 0 {
			return c, 0, k
		}
	}
	return sign, 0, j
}

// maxSignLetters is how many letters, and dots, stand before a sign at most: "U.S.$".
const maxSignLetters = 4

// withSign returns the currency that the word at token i and the sign at token j are the sign of together: HK$.
func (ps *parse) withSign(i, j int) uint16 {
	if t := &ps.Toks[i]; t.End-t.Start > maxSignLetters {
		return 0
	}
	return lexicon.At(lexicon.Find(ps.Toks[i].Text(ps.Text) + string(ps.Toks[j].R))).Currency
}

// suffix reads a currency after a number: "million dollars", "5 EUR", "12 MSEK", "3 Mio. €". cur is the one read before the number, if any.
func (ps *parse) suffix(j int, mag bool, cur uint16) (c uint16, coded, to int) {
	start := j
	if j >= len(ps.Toks) {
		return 0, 0, start
	}
	t := &ps.Toks[j]
	if t.Is('-') && ps.Glued(j) && ps.Glued(j+1) {
		j++
		t = &ps.Toks[j]
	}
	switch t.Kind {
	case token.Punct:
		// not the sign of the next amount: "5 $6m"
		if c = lexicon.Sign(t.R); c == 0 || cur != 0 && c != cur || ps.Kind(j+1, token.Number) && (ps.Glued(j+1) || !ps.Glued(j)) {
			return 0, 0, start
		}
		return c, 0, j + 1
	case token.Word:
		if ps.IDs[j] == lexicon.WordOf && ps.Entry(j+1).Currency != 0 && !ps.Kind(j+2, token.Number) { // "millions of dollars"
			j++
		}
	default:
		return 0, 0, start
	}
	if ps.Entry(j).Currency == 0 && !ps.opensUnit(j) && !ps.mayBeCoded(j) { // the most
		return 0, 0, start
	}
	e, words := ps.unitPhrase(j)
	c, coded = ps.code(j)
	if words > 1 || c == 0 {
		c, coded = e.Currency, 0
		if words == 1 && !ps.unitAfter(j, mag) {
			c = 0
		}
	} else if ps.Kind(j+1, token.Number) && !ps.Glued(j) && cur != 0 {
		c = 0 // the code belongs to the number after it: "INR 700 INR 800"
	}
	if c == 0 {
		return 0, 0, start
	}
	if cur != 0 && c != cur {
		// "$5 million Canadian dollars"; otherwise the first printed currency holds
		if cur == dollar && words > 1 && strings.HasSuffix(ps.Fold(j+words-1), "dollars") {
			return c, 0, j + words
		}
		return 0, 0, start
	}
	return c, coded, j + words
}

// unitPhrase returns the entry of the longest name of a currency that begins at token j, and its length in tokens.
func (ps *parse) unitPhrase(j int) (*lexicon.Entry, int) {
	if ps.opensUnit(j) {
		return ps.longUnit(j)
	}
	return lexicon.At(ps.IDs[j]), 1
}

// opensUnit reports whether it is worth looking for a name of several words at token j.
func (ps *parse) opensUnit(j int) bool {
	return lexicon.CuesOf(ps.IDs[j])&lexicon.CurrenciesCue != 0 || ps.Every
}

// longUnit is unitPhrase where opensUnit holds.
func (ps *parse) longUnit(j int) (*lexicon.Entry, int) {
	e := ps.Entry(j)
	if e.Words < 2 {
		return e, 1
	}
	t := j + 1
	if ps.Is(t, '.') { // "U.S. dollars"
		t++
	}
	if !lexicon.MayPair(ps.IDs[j], ps.Word(t)) {
		return e, 1
	}
	ids, ends, k := [4]lexicon.ID{ps.IDs[j]}, [4]int{j + 1}, 1
	for ; k < min(len(ids), int(e.Words)) && t < len(ps.Toks) && ps.IDs[t] != 0; t++ {
		ids[k], ends[k] = ps.IDs[t], t+1
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
func (ps *parse) unitAfter(j int, mag bool) bool {
	if !ps.unitWord(j) {
		return false
	}
	w := ps.Fold(j)
	if mag {
		return w != "real" && w != "sol"
	}
	switch w {
	case "real", "sol", "won", "som", "pound", "dong", "colon", "rand":
		return ps.Strict && w != "real" // "5 real users", "it won", a pound of flour
	}
	if !ps.Toks[j].Has(token.Upper) {
		return true
	}
	// "10 Dollar Tree stores"; "100 Bitcoin", "5 Euros"
	return (w == "bitcoin" || strings.HasSuffix(w, "s")) && !(ps.Kind(j+1, token.Word) && ps.Toks[j+1].Has(token.Upper))
}

// sharedAt returns the family whose sign or word is all that tokens [from, to)
// say of the currency, nil if they say more.
func (ps *parse) sharedAt(from, to int) *family {
	var shared *family
	for i := from; i < to; i++ {
		var f *family
		switch t := &ps.Toks[i]; t.Kind {
		case token.Punct:
			if lexicon.Sign(t.R) == 0 {
				continue
			}
			f = sharedSign(t.R)
		case token.Word:
			id := ps.IDs[i]
			e := lexicon.At(id)
			if e.Is(lexicon.Magnitude) {
				continue
			}
			if id == lexicon.WordUs || id == lexicon.WordUS {
				return nil
			}
			if i+1 < to && ps.currencySign(i+1) != 0 && ps.withSign(i, i+1) != 0 {
				return nil // A$, HK$
			}
			if ps.opensUnit(i) {
				if _, words := ps.longUnit(i); words > 1 {
					return nil // "Canadian dollars"
				}
			}
			if e.Currency == 0 {
				continue
			}
			if familyOf[e.Currency] == 0 {
				return nil
			}
			f = sharedBy(ps.Fold(i), e.Currency)
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

// noteCurrency notes a currency that the text names in words at token i, with
// or without a number: "all figures in Canadian dollars". opensUnit holds there.
func (ps *parse) noteCurrency(i int) {
	if e, words := ps.longUnit(i); words > 1 && e.Currency != 0 {
		ps.saw(lexicon.Currencies[e.Currency][0])
	}
}

// saw notes that the document prints a currency in full.
func (ps *parse) saw(code string) {
	for _, c := range ps.printed {
		if c == code {
			return
		}
	}
	ps.printed = append(ps.printed, code)
}

// currencyWord reports whether the word at token i may be the currency of an amount.
func (ps *parse) currencyWord(i int) bool {
	return lexicon.CuesOf(ps.IDs[i])&lexicon.CurrencyCue != 0 && ps.namesCurrency(i) || ps.mayBeCoded(i) && ps.codedMagnitude(i) != 0
}

// namesCurrency reports whether the word at token i, which the lexicon gives a currency, may be that of an amount.
func (ps *parse) namesCurrency(i int) bool {
	if ps.Entry(i).Currency == 0 || ps.unitWord(i) {
		return true
	}
	if c, _ := ps.code(i); c != 0 {
		return true
	}
	t := &ps.Toks[i]
	w := t.Text(ps.Text)
	if !t.Has(token.Upper|token.AllUpper|token.Mixed) && strings.EqualFold(w, lexicon.Currencies[ps.Entry(i).Currency][0]) {
		return false // "all"
	}
	return lexicon.Cased(w) || strings.EqualFold(w, "rs")
}

// nextAmount returns the amount that addMoney adds next, again and again until it does: most places hold none.
func (ps *parse) nextAmount() *amount {
	n := len(ps.money)
	ps.money = slices.Grow(ps.money, 1)
	return &ps.money[:n+1][n]
}

// addMoney adds m, which nextAmount has returned: the tokens [from, to) print it.
func (ps *parse) addMoney(m *amount, from, to int) {
	switch {
	case m.Refused != "":
		m.shared = nil
	case m.shared == nil:
		ps.saw(m.Currency)
	default:
		m.Assumed = true
	}
	ps.addUnit(unitMoney, from, to, len(ps.money))
	ps.money = ps.money[:len(ps.money)+1]
}

// whichCurrency settles what the bare signs and words that several currencies
// share stand for: the one of the family that the document itself prints
// ("A$", "Australian dollars"), if it prints no other; else Parser.Currency; else
// the first of the family.
func (ps *parse) whichCurrency() {
	for i := 1; i < len(ps.money); i++ {
		a, b := &ps.money[i-1], &ps.money[i]
		if f := b.shared; f != nil && a.shared == nil && ps.conversion(a, b) && f.has(a.Currency) {
			ps.saw(b.Currency) // "A$7 million ($5 million)": the bare sign is another dollar
		} else if f := a.shared; f != nil && b.shared == nil && ps.conversion(a, b) && f.has(b.Currency) {
			ps.saw(a.Currency)
		}
	}
	wanted := ""
	if ps.parser.Currency != "" {
		if c := codeOf(ps.parser.Currency); c != 0 {
			wanted = lexicon.Currencies[c][0]
		}
	}
	var last *family
	only, several := "", false
	for i := range ps.money {
		m := &ps.money[i]
		f := m.shared
		if f == nil {
			continue
		}
		if f != last || wanted != "" { // what is wanted may make a currency one that the text signs
			last, only, several = f, "", false
			for _, c := range ps.printed {
				if f.has(c) || f.signs(c) && ps.signed(c) {
					several = several || only != ""
					only = c
				}
			}
		}
		was := m.Currency
		switch {
		case only != "" && !several:
			m.Currency, m.Assumed = only, false
		case f.has(wanted) || f.signs(wanted):
			m.Currency = wanted
		}
		ps.recoined = ps.recoined || m.Currency != was
	}
}

// conversion reports whether b follows a at once, in parentheses or after a
// slash: the same sum in another currency.
func (ps *parse) conversion(a, b *amount) bool {
	if a.Refused != "" || b.Refused != "" || a.End > b.Start || b.Start-a.End > 12 || a.compare(b) == 0 {
		return false
	}
	return strings.ContainsAny(ps.Text[a.End:b.Start], "(/[")
}

// signed reports whether the document writes the currency with a dollar sign of
// its own (MX$), so that it may mean it by a bare one too.
func (ps *parse) signed(code string) bool {
	for i := range ps.money {
		if m := &ps.money[i]; m.Currency == code && strings.Contains(m.In(ps.Text), "$") {
			return true
		}
	}
	return false
}
