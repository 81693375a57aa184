package amounts

import (
	"os"
	"strings"
	"testing"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/words"
)

// lex is the lexicon of the tests: that of English, made of its rows.
var lex = func() *lexicon.Lexicon {
	l, err := lexicon.New(os.DirFS("../english/data"))
	if err != nil {
		panic(err)
	}
	return l
}()

// english are the rules of the tests. Those of the library are beside the rest of its English.
var english = Rules{Endings: []string{"illion", "illions"}, Plural: "s", Year: "year", Month: "month"}

// newReader returns a reader of text, of which nothing has been read.
func newReader(text string) *Reader {
	r := &Reader{Reader: words.NewReader(words.NewRules(lex)), Rules: &english}
	r.Reset(text)
	return r
}

// reading calls do with a reader of text, of which the first paragraph has been cut into words.
func reading(text string, do func(r *Reader)) {
	r := newReader(text)
	r.Paragraph()
	do(r)
}

var qualifierNames = [...]string{"", " about", " nearly", " over", " up to", ""}

// tell writes an amount in a line.
func tell(m *Amount) string {
	if m.Refused != "" {
		return m.Refused
	}
	s := dec(m.Value).String() + " " + m.Currency + qualifierNames[m.Qualifier]
	if m.Qualifier == Range {
		s = dec(m.Min).String() + " to " + s
	}
	if m.Per != "" {
		s += " per " + m.Per
	}
	return s
}

// Whole texts that are one amount, and what they mean.
func TestSingle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// digits
		{"$7", "7 USD"},
		{"$7.25", "7.25 USD"},
		{"$7,250", "7250 USD"},
		{"$7,250,000.5", "7250000.5 USD"},
		{"₹7,25,00,000", "72500000 INR"},
		{"CHF 7'250'000", "7250000 CHF"},
		{"€7.250.000,50", "7250000.5 EUR"},
		{"€7.250", "7250 EUR"},
		{"€0.250", "0.25 EUR"},
		{"€7,25", "7.25 EUR"},
		{"7.250 KWD", "7.25 KWD"},
		{"7.250 BTC", "7.25 BTC"},
		{"$7.125 million", "7125000 USD"},
		{"$7.1255", "7.1255 USD"},
		{"7 250 000 €", "7250000 EUR"},
		{"7 250 000,50 €", "7250000.5 EUR"},
		{"7\u00a0250 USD", "7250 USD"},
		{"$７２５", "725 USD"},
		{"$1,234,567,890,123,456,789", "1234567890123456789 USD"},
		{"7 250 $", "7250 USD"},
		{"7 250 rows", "no amount with a currency"},
		{"7\u2009250 250", "no amount with a currency"},
		{"7 250 MUSD", "7250000000 USD"},
		{"$7,2 million", "7200000 USD"},
		{"$7,2m", "7200000 USD"},
		{"$7’250", "7250 USD"},
		{"7，250 USD", "7250 USD"},
		{"1.250 million dollars", "1250000 USD"},
		{"1.250-million dollars", "1250000 USD"},
		{"$1.250 million million", "two magnitudes"},
		{"$7,25,0 million", "separators at odd places"},
		// magnitudes
		{"$7 million", "7000000 USD"},
		{"$7m", "7000000 USD"},
		{"$7 M", "7000000 USD"},
		{"$7-million", "7000000 USD"},
		{"$7 thousand crore", "70000000000 USD"},
		{"Rs 7 lakh crore", "7000000000000 INR"},
		{"€7 Mio.", "7000000 EUR"},
		{"7 Mio. €", "7000000 EUR"},
		{"$7+ million", "7000000 USD over"},
		{"$7-plus million", "7000000 USD over"},
		{"Rs 7 lakhof", "700000 INR"},
		{"$2 and a half million", "2500000 USD"},
		{"$2 and three quarters million", "2750000 USD"},
		{"7 mil dollars", "7000000 USD"},
		{"$7 t", "text after the amount"},
		{"$7t", "7000000000000 USD"},
		{"$7-m", "text after the amount"},
		{"$7k m", "text after the amount"},
		// words
		{"seven dollars", "7 USD"},
		{"twenty-seven million euros", "27000000 EUR"},
		{"two hundred and seven thousand pounds", "207000 GBP"},
		{"two million five hundred thousand dollars", "2500000 USD"},
		{"two thousand and seven dollars", "2007 USD"},
		{"five thousand crore rupees", "50000000000 INR"},
		{"five lakh crore rupees", "5000000000000 INR"},
		{"a million dollars", "1000000 USD"},
		{"a hundred million yen", "100000000 JPY"},
		{"one and a half million dollars", "1500000 USD"},
		{"a million and a half dollars", "1500000 USD"},
		{"two point seven five million dollars", "2750000 USD"},
		{"half a billion dollars", "500000000 USD"},
		{"a quarter of a million dollars", "250000 USD"},
		{"three-quarters of a million dollars", "750000 USD"},
		{"half-a-million dollars", "500000 USD"},
		{"twenty MUSD", "20000000 USD"},
		{"seven million mill dollars", "two magnitudes"},
		{"a seven hundred seventy-seven dollars", "777 USD"},
		{"two and a quarter million dollars", "2250000 USD"},
		{"three quarters million dollars", "750000 USD"},
		{"five million and six dollars", "5000006 USD"},
		{"USD five million and six million dollars", "text after the amount"},
		{"an additional million dollars", "words before the amount"},
		// currencies
		{"US$7", "7 USD"},
		{"US $7", "7 USD"},
		{"U.S. $7", "7 USD"},
		{"us $ 7", "7 USD"},
		{"c $ 7", "7 CAD"},
		{"hk $ 7", "7 HKD"},
		{"HK$7", "7 HKD"},
		{"USD$7", "7 USD"},
		{"Rs. 7", "7 INR"},
		{"Fr. 7", "7 CHF"},
		{"kr 7", "7 SEK"},
		{"nis 7", "7 ILS"},
		{"MSEK 7", "7000000 SEK"},
		{"TSEK 7", "7000 SEK"},
		{"7 BUSD", "7 BUSD"},
		{"7 MEUR", "7000000 EUR"},
		{"R500m", "500000000 ZAR"},
		{"7 usd", "7 USD"},
		{"7 ALL", "7 ALL"},
		{"7 million U.S. dollars", "7000000 USD"},
		{"$7 million Canadian dollars", "7000000 CAD"},
		{"7-dollar", "7 USD"},
		{"7 of dollars", "7 USD"},
		{"A$7", "7 AUD"},
		{"INR$7", "7 INR"},
		{"mEx$7", "7 MXN"},
		{"Canadian$7", "words before the amount"},
		{"Fr. 7,000", "7000 CHF"},
		{"7 million Norwegian kroner", "7000000 NOK"},
		{"7 million new widgets", "no amount with a currency"},
		{"7 real", "no amount with a currency"},
		{"7 million real", "no amount with a currency"},
		{"1 USD 7", "followed by another number"},
		{"700 pounds", "700 GBP"},
		{"7 rand", "7 ZAR"},
		{"7 Euros", "7 EUR"},
		{"7 Bitcoin", "7 BTC"},
		{"1.5$ million", "1500000 USD"},
		{"7 USD million", "7000000 USD"},
		{"KSh 7", "7 KES"},
		// what qualifies it
		{"~$7", "7 USD about"},
		{">$7", "7 USD over"},
		{"<$7", "7 USD nearly"},
		{"nearly $7", "7 USD nearly"},
		{"up to $7", "7 USD up to"},
		{"more than another $7 million", "7000000 USD over"},
		{"$7 or more", "7 USD over"},
		{"$7 or so", "7 USD about"},
		{"$7 and change", "7 USD over"},
		{"$7+", "7 USD over"},
		{"$7-ish", "7 USD about"},
		{"$7-plus", "7 USD over"},
		{"Rs 7,000/-", "7000 INR"},
		{"$7 million¹", "7000000 USD"},
		{"$7 million[2]*", "7000000 USD"},
		{"$7 million'", "text after the amount"},
		// ranges
		{"$7-9 million", "7000000 to 9000000 USD"},
		{"$7 million to $9 million", "7000000 to 9000000 USD"},
		{"between $7 million and $9 million", "7000000 to 9000000 USD"},
		{"between $7 and 9", "7 to 9 USD"},
		{"7 to 9 million euros", "7000000 to 9000000 EUR"},
		{"seven to nine million dollars", "7000000 to 9000000 USD"},
		{"$7–9", "7 to 9 USD"},
		{"$7 million to the 9", "text after the amount"},
		{"$7 to Rs 9", "text after the amount"},
		{"$7-9 10", "text after the amount"},
		// and what is none
		{"", "empty"},
		{"7 million", "no amount with a currency"},
		{"nothing", "no amount with a currency"},
		{"it got $7", "words before the amount"},
		{"$7 more", "text after the amount"},
		{"$7xyz", "followed by xyz"},
		{"$7 gazillion", "followed by gazillion"},
		{"$7 supercalifragilisticillion", "followed by supercalifragilistic…"},
		{"$7 , 5 million", "followed by another number"},
		{"$7 .2", "followed by another number"},
		{"$7. 250", "followed by another number"},
		{"$7 (about) million", "text after the amount"},
		{"$7 's million", "text after the amount"},
		{"$7 zillions", "followed by zillions"},
		{"$7 millionish", "followed by millionish"},
		{"R$ 7 milhões", "followed by milhões"},
		{"R$ 7 mil", "mil may be a thousand"},
		{"$7 million billion", "two magnitudes"},
		{"$7 million quadrillion", "two magnitudes"},
		{"seven million billion dollars", "two magnitudes"},
		{"two hundred hundred dollars", "two magnitudes"},
		{"million million dollars", "two magnitudes"},
		{"seven eight dollars", "followed by eight"},
		{"tens of millions of dollars", "no exact value"},
		{"several million dollars", "no exact value"},
		{"$ million", "a magnitude without a number"},
		{"multi-million dollars", "no exact value"},
		{"mid-single-digit million dollars", "a magnitude without a number"},
		{"in million dollars", "a magnitude without a number"},
		{"USD seven hundred and a half", "followed by a fraction"},
		{"seven point five five five five five five five five five five dollars", "a point without digits"},
		{"seven point ten dollars", "a point without digits"},
		{"$2.5 and a half million", "a fraction after decimals"},
		{"$7.250", "a dot that may mark decimals or thousands"},
		{"$7,2", "a comma that is neither decimal mark nor separator"},
		{"$7,25,0", "separators at odd places"},
		{"$7.250,000.5", "mixed separators"},
		{"$7" + strings.Repeat("0", 50), "too many digits"},
		{"$7,000,000,000,000,000,000 trillion", "beyond 1e30"},
		{"$7–9,000,000,000,000,000,000 trillion", "beyond 1e30"},
		{"$0.0000000000000000007", "finer than 1e-18"},
		{"$9-7", "a range that runs backwards"},
	} {
		m, why, at := newReader(c.in).Single()
		got := why
		if why == "" {
			got = tell(&m)
		}
		if got != c.want {
			t.Errorf("%q: %s; want %s", c.in, got, c.want)
		}
		if why != "" && (at < 0 || at > len(c.in)) {
			t.Errorf("%q: %s at %d", c.in, why, at)
		}
		if why == "" && m.In(c.in) == "" {
			t.Errorf("%q has no place in it", c.in)
		}
	}
}

// Amounts in prose, one after the other: the part of the text that each covers, and what it means.
func TestAt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They got $7 million in May.", "$7 million: 7000000 USD"},
		{"They got nearly 7 million dollars or so.", "7 million dollars: 7000000 USD nearly"},
		{"A share costs $7 per share, or $70 a year, or $80 per annum.", "$7: 7 USD per share; $70: 70 USD per year; $80: 80 USD per year"},
		{"It is $7/mo or $6 each month.", "$7: 7 USD per month; $6: 6 USD per month"},
		{"They got $7 million a year ago.", "$7 million: 7000000 USD"},
		{"a $7 million plus round", "$7 million plus: 7000000 USD over"},
		{"In 2018 USD 7 million came.", "USD 7 million: 7000000 USD"},
		{"COP 26 met in June, ALL 5 founders came", ""},
		{"COP 2,600 is little", "COP 2,600: 2600 COP"},
		{"He has 7 real users, it won 7 won.", ""},
		{"10 Dollar Tree stores", ""},
		{"INR 700 INR 800", "INR 700: 700 INR; INR 800: 800 INR"},
		{"from $7 million to $9 million", "$7 million: 7000000 USD; $9 million: 9000000 USD"},
		{"$7 million to 30 people", "$7 million: 7000000 USD"},
		{"$7-€9 million", "$7: followed by another number; €9 million: preceded by a number"},
		{"the first half a million dollars", "a million dollars: 1000000 USD"},
		{"the first quarter million dollars", "million dollars: a magnitude without a number"},
		{"billion-dollar companies", "billion-dollar: 1000000000 USD"},
		{"$7 b2b", "$7: 7 USD"},
		{"a 7 million US dollar loan", "7 million US dollar: 7000000 USD"},
		{"$7 and 8 others", "$7: 7 USD"},
		{"rs. 7 and R 7", "rs. 7: 7 INR"},
		{"17 USD 25", "17 USD: followed by another number; USD 25: 25 USD"},
		{"3 Rs. 5", "3 Rs: followed by another number; Rs. 5: 5 INR"},
		{"50 dollar 40 rmb", "50 dollar: 50 USD; 40 rmb: 40 CNY"},
		{"5 $6m", "$6m: 6000000 USD"},
		{"2 and a half and $5 million", "$5 million: 5000000 USD"},
		{"$7 million won", "$7 million: 7000000 USD"},
		{"$7 million euros", "$7 million: two currencies"},
	} {
		reading(c.text, func(r *Reader) {
			found := r.Currencies[:0]
			for _, at := range r.Currencies {
				if r.CurrencySign(int(at)) != 0 || r.CurrencyWord(int(at)) {
					found = append(found, at)
				}
			}
			r.Currencies = found
			var all []string
			for i := 0; i < len(r.Toks); i++ {
				var m Amount
				if !r.Starts(i) {
					continue
				}
				if _, to, ok := r.At(i, &m); ok {
					all = append(all, m.In(c.text)+": "+tell(&m))
					i = to - 1
				}
			}
			if got := strings.Join(all, "; "); got != c.want {
				t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// Which family a bare sign or word is of, and that it is of none where the text says more.
func TestShared(t *testing.T) {
	for _, c := range []struct {
		text   string
		shared string // a member that is not the default; "" if the currency is clear
	}{
		{"$7", "AUD"},
		{"$7 million", "AUD"},
		{"7 dollars", "AUD"},
		{"$7 dollars", "AUD"},
		{"7 million pesos", "CLP"},
		{"kr 7", "NOK"},
		{"Rs. 7", "PKR"},
		{"US$7", ""},
		{"US $7", ""},
		{"HK$7", ""},
		{"€7", ""},
		{"USD 7", ""},
		{"7 euros", ""},
		{"7 Canadian dollars", ""},
		{"$7 million USD", ""},
	} {
		m, why, _ := newReader(c.text).Single()
		switch {
		case why != "":
			t.Errorf("%q: %s", c.text, why)
		case (m.Shared != nil) != (c.shared != ""):
			t.Errorf("%q is shared: %v", c.text, m.Shared != nil)
		case m.Shared != nil && !m.Shared.Has(c.shared):
			t.Errorf("%q is not shared by %s", c.text, c.shared)
		}
	}
}

// Same and Near ask for one currency, Compare does not.
func TestSameAndNear(t *testing.T) {
	usd := func(v Value) *Amount { return &Amount{Value: v, Currency: "USD"} }
	twelve, rounded, other := usd(Value{coef: 123, exp: 5}), usd(Value{coef: 12345, exp: 3}), usd(Value{coef: 124, exp: 5})
	if !twelve.Near(rounded) || !rounded.Near(twelve) || rounded.Same(twelve) || twelve.Digits() != 3 {
		t.Error("$12.3 million is $12,345,000 rounded")
	}
	if twelve.Near(other) {
		t.Error("$12.3 million is not $12.4 million")
	}
	if printed := usd(Value{coef: 1237, exp: 4}); twelve.Near(printed) || !twelve.Short(printed) || !printed.Short(twelve) {
		t.Error("$12.37 million may be cut to $12.3 million, and is not rounded to it")
	}
	if usd(Value{coef: 148, exp: 6}).Short(usd(Value{coef: 140, exp: 6})) || usd(tenTo(6)).Short(usd(Value{coef: 14, exp: 5})) {
		t.Error("$148 million is not $140 million, nor $1 million $1.4 million")
	}
	euros := &Amount{Value: twelve.Value, Currency: "EUR"}
	if twelve.Near(euros) || twelve.Short(euros) || twelve.Same(euros) || twelve.Compare(euros) != 0 {
		t.Error("€12.3 million is not $12.3 million")
	}
	if !twelve.Same(usd(Value{coef: 12300, exp: 3})) {
		t.Error("$12,300,000 is $12.3 million")
	}
}

// Words that name a currency in prose, and words that only look like it.
func TestCurrencyWord(t *testing.T) {
	for word, want := range map[string]bool{
		"dollars": true, "EUR": true, "usd": true, "MSEK": true, "Rs": true, "KSh": true, "yen": true, "COP 2,600": true,
		"all": false, "BUSD": false, "XUSD": false,
	} {
		reading(word, func(r *Reader) {
			if got := r.CurrencyWord(0); got != want {
				t.Errorf("%q names a currency: %v", word, got)
			}
		})
	}
}

// What stem builds on: the words of the traits that it is asked for are neither shorter nor longer than it looks.
func TestStems(t *testing.T) {
	n := 0
	r := newReader("")
	for id := range lexicon.ID(r.Lex.Len()) {
		if !r.Lex.Known(id) {
			continue
		}
		for _, tr := range []lexicon.Trait{lexicon.TraitGluedMagnitude, lexicon.TraitStemOfMagnitude} {
			if r.Lex.Has(id, tr) {
				n++
				if w := r.Lex.Key(id); r.stem(w+"zz", tr) != w {
					t.Errorf("%q is not found in %q", w, w+"zz")
				}
			}
		}
	}
	if n < 10 {
		t.Errorf("%d words", n)
	}
}
