package funding

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func moneyText(m Money) string {
	if m.IsZero() {
		return ""
	}
	s := m.Value.String() + " " + m.Currency
	switch m.Qualifier {
	case Exact:
	case Range:
		s += " range " + m.Min.String() + " " + m.Max.String()
	default:
		s += " " + m.Qualifier.String()
	}
	return s
}

// plain returns the amount without brackets, and the bracketed part.
func (c moneyCase) plain() (in, printed string) {
	before, rest, ok := strings.Cut(c.in, "[")
	if !ok {
		return c.in, c.in
	}
	printed, after, _ := strings.Cut(rest, "]")
	return before + printed + after, printed
}

// strict tells what is wrong with ParseMoney on c, "" if nothing is.
func (c moneyCase) strict() string {
	in, _ := c.plain()
	m, err := ParseMoney(in)
	var pe *ParseError
	switch {
	case c.want == "" && err == nil:
		return "ParseMoney gives " + moneyText(m)
	case c.want == "" && !m.IsZero():
		return "ParseMoney gives an amount beside its error"
	case c.want == "" && !errors.As(err, &pe):
		return "the error is no *ParseError"
	case c.want == "":
		return ""
	case err != nil:
		return err.Error()
	case moneyText(m) != c.want:
		return "ParseMoney gives " + moneyText(m)
	}
	return ""
}

// inProse tells what is wrong with c in the middle of a sentence, "" if nothing is.
func (c moneyCase) inProse() string {
	in, printed := c.plain()
	text := "They say that it was " + in + " last year."
	var got []MoneyMention
	for _, m := range Parse(text).Money {
		if m.Refused == "" {
			got = append(got, m)
		} else if !m.Money.IsZero() {
			return "a refused mention has an amount"
		}
	}
	switch {
	case c.want == "" && len(got) == 0:
		return ""
	case c.want == "":
		return "Parse finds " + moneyText(got[0].Money)
	case len(got) != 1:
		return "Parse finds not one amount but " + mentions(got)
	case moneyText(got[0].Money) != c.want:
		return "Parse finds " + moneyText(got[0].Money)
	case got[0].In(text) != printed:
		return "the span is " + got[0].In(text)
	}
	return ""
}

func mentions(ms []MoneyMention) string {
	if len(ms) == 0 {
		return "none"
	}
	var s []string
	for _, m := range ms {
		s = append(s, moneyText(m.Money))
	}
	return strings.Join(s, ", ")
}

func TestMoneyForms(t *testing.T) {
	for _, c := range moneyForms {
		if s := c.strict(); s != "" {
			t.Errorf("%.80q: want %q: %s", c.in, c.want, s)
		}
		if s := c.inProse(); s != "" {
			t.Errorf("%.80q in prose: want %q: %s", c.in, c.want, s)
		}
	}
}

func TestParseMoneyErrors(t *testing.T) {
	for _, c := range []struct {
		in     string
		offset int
		reason string // a part of it
	}{
		{"", 0, "empty"},
		{"600 million", 0, "currency"},
		{"it got $5 million", 0, "before"},
		{"$5 million more", 11, "after"},
		{"$5 million, then", 10, "after"},
		{"€5 million $6 million", 13, "after"},
		{strings.Repeat(" ", 400) + "$5", 256, "longer"},
	} {
		m, err := ParseMoney(c.in)
		var pe *ParseError
		if !errors.As(err, &pe) {
			t.Errorf("ParseMoney(%q) = %v, %v; want a *ParseError", c.in, m, err)
			continue
		}
		if pe.Input != c.in || pe.Offset != c.offset || !strings.Contains(pe.Reason, c.reason) {
			t.Errorf("ParseMoney(%.40q): input %.40q, offset %d, reason %q; want offset %d, %q", c.in, pe.Input, pe.Offset, pe.Reason, c.offset, c.reason)
		}
		if s := err.Error(); !strings.HasPrefix(s, "funding: ") || len(s) > 250 || strings.Contains(s, "\n") {
			t.Errorf("ParseMoney(%.40q): the message is %q", c.in, s)
		}
	}
}

// readsBack reports whether ParseMoney reads m.String() as m.
func readsBack(m Money) bool {
	back, err := ParseMoney(m.String())
	return err == nil && back.Equal(m)
}

func TestMoneyStringRoundTrip(t *testing.T) {
	var ms []Money
	for _, c := range moneyForms {
		in, _ := c.plain()
		if m, err := ParseMoney(in); err == nil {
			ms = append(ms, m)
		}
	}
	values := []decimal.Decimal{decimal.Zero, decimal.New(1, 0), decimal.New(1, -2), decimal.New(1, -18), decimal.New(1050, -3),
		decimal.New(999, 0), decimal.New(1000, 0), decimal.New(2021, 0), decimal.New(123456789012345678, -9), decimal.New(1, 30)}
	lex := spoken().Lexicon
	for cur := range uint16(lex.CurrencyCount()) {
		if cur == 0 {
			continue
		}
		code := lex.CurrencyAt(cur).Code
		for i, v := range values {
			for q := Exact; q <= UpTo; q++ {
				ms = append(ms, Money{Value: v, Currency: code, Qualifier: q})
			}
			if i > 0 {
				ms = append(ms, Money{Value: v, Currency: code, Qualifier: Range, Min: values[i-1], Max: v})
				if values[i-1].GreaterThan(v) {
					ms = ms[:len(ms)-1]
				}
			}
		}
	}
	for _, m := range ms {
		if !readsBack(m) {
			back, err := ParseMoney(m.String())
			t.Errorf("String is %q, which reads back as %q, %v", m, back, err)
		}
	}
}

func TestMoneyStringsOfNothing(t *testing.T) {
	if s := (Money{}).String(); s != "" {
		t.Errorf("the zero Money prints as %q", s)
	}
	if !(Money{}).IsZero() {
		t.Error("the zero Money is not IsZero")
	}
	m := Money{Value: decimal.New(5, 6), Currency: "USD"}
	if err := m.UnmarshalText(nil); err != nil || !m.IsZero() {
		t.Errorf("the empty text is read as %v, %v", m, err)
	}
	if m, err := ParseMoney("USD 0"); err != nil || m.IsZero() || !m.Value.IsZero() {
		t.Errorf("an amount of zero is %v, %v; want a Money with a currency", m, err)
	}
}

// What a shared sign stands for is assumed unless the text says it.
func TestMoneyAssumed(t *testing.T) {
	for _, c := range []struct {
		text, currency string
		assumed        bool
	}{
		{"It raised $5 million.", "USD", true},
		{"It raised US$5 million.", "USD", false},
		{"It raised USD 5 million.", "USD", false},
		{"It raised 5 million US dollars.", "USD", false},
		{"It raised A$5 million.", "AUD", false},
		{"It raised €5 million.", "EUR", false},
		{"It raised ¥5 million.", "JPY", true},
		{"It raised about a $5 million.", "USD", true}, // the article is no part of the sign
		{"It raised nearly an A$5 million.", "AUD", false},
	} {
		ms := Parse(c.text).Money
		if len(ms) != 1 || ms[0].Currency != c.currency || ms[0].Assumed != c.assumed {
			t.Errorf("%q: %+v; want %s, assumed %v", c.text, ms, c.currency, c.assumed)
		}
	}
}

// A word or sign that several currencies share means the one that the document
// spells out, else the caller's, else the usual one, and only the first is certain.
func TestMoneyShared(t *testing.T) {
	for _, c := range []struct{ bare, usual, named, code string }{ // named spells out one of the others, whose code is given
		{"$5 million", "USD", "3 million Canadian dollars", "CAD"},
		{"5 million bucks", "USD", "3 million Australian dollars", "AUD"},
		{"¥5 million", "JPY", "CN¥3 million", "CNY"},
		{"kr 5 million", "SEK", "3 million Danish kroner", "DKK"},
		{"5 million krona", "SEK", "3 million Icelandic krona", "ISK"},
		{"5 million kroner", "NOK", "3 million Danish kroner", "DKK"},
		{"5 million rupees", "INR", "3 million Pakistani rupees", "PKR"},
		{"Rs 5 million", "INR", "3 million Sri Lankan rupees", "LKR"},
		{"5 million pesos", "MXN", "3 million Colombian pesos", "COP"},
		{"5 million pounds", "GBP", "3 million Egyptian pounds", "EGP"},
		{"5 million francs", "CHF", "3 million Belgian francs", "BEF"},
		{"5 million dinars", "KWD", "3 million Tunisian dinars", "TND"},
		{"5 million dirhams", "AED", "3 million Moroccan dirhams", "MAD"},
		{"5 million riyals", "SAR", "3 million Qatari riyals", "QAR"},
		{"5 million rials", "IRR", "3 million Omani rials", "OMR"},
		{"5 million liras", "TRY", "3 million Italian lire", "ITL"},
		{"5 million shillings", "KES", "3 million Ugandan shillings", "UGX"},
		{"5 million lei", "RON", "3 million Moldovan lei", "MDL"},
		{"5 million roubles", "RUB", "3 million Belarusian roubles", "BYN"},
		{"5 million soms", "KGS", "3 million Uzbek som", "UZS"},
		{"5 million manats", "AZN", "3 million Turkmen manat", "TMT"},
		{"5 million koruna", "CZK", "3 million Slovak koruna", "SKK"},
		{"5 million guilders", "NLG", "3 million Antillean guilders", "ANG"},
		{"5 million colones", "CRC", "3 million Salvadoran colones", "SVC"},
		{"5 million kwacha", "ZMW", "3 million Malawian kwacha", "MWK"},
	} {
		alone := "Lisko Labs raised " + c.bare + "."
		for _, p := range []struct {
			in, currency string // the text, and what Parser.Currency is
			want         string
			assumed      bool
		}{
			{alone, "", c.usual, true},
			{alone, c.code, c.code, true},
			{alone, "GHS", c.usual, true}, // none of those that the word may mean
			{alone + " It had spent " + c.named + ".", "", c.code, false},
		} {
			ms := Parser{Currency: p.currency}.Parse(p.in).Money
			if len(ms) == 0 || ms[0].Currency != p.want || ms[0].Assumed != p.assumed || !ms[0].Value.Equal(decimal.New(5, 6)) {
				t.Errorf("%q, Parser.Currency %q: %+v; want %s, assumed %v", p.in, p.currency, ms, p.want, p.assumed)
			}
		}
	}
}

// Amounts where they stand: what belongs to each and what does not.
func TestMoneyInProse(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // want: as printed and what it means, for each
		{"The bids were between $5 million and €8 million.", "$5 million = 5000000 USD; €8 million = 8000000 EUR"},
		{"It paid Lisko Inc. 5 million dollars.", "5 million dollars = 5000000 USD"},
		{"A ticket costs Rs. 500.", "Rs. 500 = 500 INR"},
		{"Paid in full: 17 USD 25 May 2021.", "17 USD = 17 USD"},
		{"He paid 17 USD 25 times.", "17 USD = "}, // or 17 dollars and 25 cents?
		{"It spent €1\u00a0200\u00a0000 and €1&nbsp;300&nbsp;000.", "€1\u00a0200\u00a0000 = 1200000 EUR; €1&nbsp;300&nbsp;000 = 1300000 EUR"},
	} {
		var got []string
		for _, m := range Parse(c.text).Money {
			got = append(got, m.In(c.text)+" = "+moneyText(m.Money))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: %s\nwant %s", c.text, g, c.want)
		}
	}
}

// A lost space glues a magnitude to the next word: it belongs to the amount.
func TestMoneyGlued(t *testing.T) {
	for _, text := range []string{
		"Lisko Labs sold its lamps for $4 billionbefore it moved.",
		"Lisko Labs put $4 billioninto lamps.",
	} {
		ms := Parse(text).Money
		if len(ms) != 1 || moneyText(ms[0].Money) != "4000000000 USD" || !strings.HasPrefix(ms[0].In(text), "$4 billion") {
			t.Errorf("%q: %+v", text, ms)
		}
	}
}

// A mention without value keeps its place and says why.
func TestMoneyRefused(t *testing.T) {
	for _, text := range []string{
		"It raised several hundred million dollars.",
		"It raised tens of millions of dollars.",
		"It raised $1.2.3 million.",
		"It raised $" + strings.Repeat("7", 60) + ".",
	} {
		ms := Parse(text).Money
		if len(ms) != 1 || ms[0].Refused == "" || !ms[0].Money.IsZero() || ms[0].Span.IsZero() {
			t.Errorf("%.60q: %+v; want one refused mention", text, ms)
		}
	}
}

func TestMoneyRoles(t *testing.T) {
	for _, c := range []struct {
		text, want string
		fails      bool // it is read wrongly now
	}{
		{"Lisko Labs raised $5 million in a Series A led by Birch Capital.", "round", false},
		{"Lisko Labs raised $5 million at a valuation of $40 million.", "round valuation", false},
		{"Lisko Labs raised $5 million, bringing its total funding to $9 million.", "round total", false},
		{"Lisko Labs was acquired by Birch Corp. for $70 million.", "acquisition", false},
		{"Birch Ventures closed its third fund at $120 million.", "fund", false},
		{"Lisko Labs had revenue of $12 million last year.", "revenue", false},
		{"A ticket costs $12.", "other", false},
		{"Marl Corp. turned down the $2 billion takeover.", "acquisition", false},
		{"Lisko Labs has raised $60 million to date.", "total", false},
		{"For all its $3 billion valuation Lisko Labs had a hard year.", "valuation", false},
		{"Lisko Labs pays old customers $80 to buy a second lamp.", "other", false},
	} {
		var got []string
		for _, m := range Parse(c.text).Money {
			got = append(got, m.Role.String())
		}
		switch right := strings.Join(got, " ") == c.want; {
		case right && c.fails:
			t.Errorf("%q is read right now: it fails no more", c.text)
		case !right && !c.fails:
			t.Errorf("%q: roles %v, want %s", c.text, got, c.want)
		}
	}
}
