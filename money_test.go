package funding

import (
	"errors"
	"strings"
	"testing"

	"example.com/funding/internal/lexicon"
	"github.com/shopspring/decimal"
)

// A moneyCase is an amount as printed and what it means: "value currency",
// with a qualifier where there is one, "range min max" for a range, and
// "" where the text names no exact amount. Brackets mark the part that the
// mention's span covers, if that is not the whole.
type moneyCase struct{ in, want string }

var moneyForms = []moneyCase{
	// signs before the number
	{"$5", "5 USD"},
	{"$ 5 million", "5000000 USD"},
	{"$5 million", "5000000 USD"},
	{"$5.25 million", "5250000 USD"},
	{"$0.5 million", "500000 USD"},
	{"$1.05 billion", "1050000000 USD"},
	{"$1.5-million", "1500000 USD"},
	{"$1,050", "1050 USD"},
	{"$1,234,567.89", "1234567.89 USD"},
	{"US$600 million", "600000000 USD"},
	{"US$600m", "600000000 USD"},
	{"US $600 million", "600000000 USD"},
	{"U.S. $600 million", "600000000 USD"},
	{"USD$5", "5 USD"},
	{"C$5 million", "5000000 CAD"},
	{"CA$5m", "5000000 CAD"},
	{"A$5 million", "5000000 AUD"},
	{"AU$5 million", "5000000 AUD"},
	{"NZ$5m", "5000000 NZD"},
	{"S$5 million", "5000000 SGD"},
	{"HK$780 million", "780000000 HKD"},
	{"NT$780 million", "780000000 TWD"},
	{"R$45 million", "45000000 BRL"},
	{"€5 million", "5000000 EUR"},
	{"€5m", "5000000 EUR"},
	{"£350,000", "350000 GBP"},
	{"£1.3bn", "1300000000 GBP"},
	{"¥1.2 billion", "1200000000 JPY"},
	{"₹12.5 crore", "125000000 INR"},
	{"₪20 million", "20000000 ILS"},
	{"₩5 billion", "5000000000 KRW"},
	{"₦500 million", "500000000 NGN"},
	{"₽300 million", "300000000 RUB"},
	{"₺15 million", "15000000 TRY"},
	{"₫20 billion", "20000000000 VND"},
	{"₱50 million", "50000000 PHP"},
	{"฿100 million", "100000000 THB"},
	{"₴9 million", "9000000 UAH"},

	// codes before the number
	{"USD 5", "5 USD"},
	{"USD 600 million", "600000000 USD"},
	{"USD34.6 million", "34600000 USD"},
	{"EUR 750K", "750000 EUR"},
	{"EUR12m", "12000000 EUR"},
	{"GBP 2 million", "2000000 GBP"},
	{"INR 1,50,000", "150000 INR"},
	{"Rs 12.5 crore", "125000000 INR"},
	{"Rs. 20 crore", "200000000 INR"},
	{"Rs.20 crore", "200000000 INR"},
	{"Rs20 crore", "200000000 INR"},
	{"Rs 2,50,00,000", "25000000 INR"},
	{"RMB 100 million", "100000000 CNY"},
	{"RMB100m", "100000000 CNY"},
	{"CNY 30 million", "30000000 CNY"},
	{"CHF 5 million", "5000000 CHF"},
	{"CHF5m", "5000000 CHF"},
	{"NIS 20 million", "20000000 ILS"},
	{"SEK 100m", "100000000 SEK"},
	{"NOK 50 million", "50000000 NOK"},
	{"DKK20m", "20000000 DKK"},
	{"KRW 5 billion", "5000000000 KRW"},
	{"NGN 500m", "500000000 NGN"},
	{"AED 10 million", "10000000 AED"},
	{"MUSD 12", "12000000 USD"},
	{"MSEK 12.5", "12500000 SEK"},
	{"TRY 5 million", "5000000 TRY"},

	// currencies after the number
	{"5 USD", "5 USD"},
	{"5 million USD", "5000000 USD"},
	{"125 USD million", "125000000 USD"},
	{"$5 million USD", "5000000 USD"},
	{"5m USD", "5000000 USD"},
	{"5 million dollars", "5000000 USD"},
	{"5 million US dollars", "5000000 USD"},
	{"5 million U.S. dollars", "5000000 USD"},
	{"5 million Canadian dollars", "5000000 CAD"},
	{"5 million Australian dollars", "5000000 AUD"},
	{"5 million Singapore dollars", "5000000 SGD"},
	{"5 million Hong Kong dollars", "5000000 HKD"},
	{"3 million euros", "3000000 EUR"},
	{"3 million euro", "3000000 EUR"},
	{"3m €", "3000000 EUR"},
	{"12 €", "12 EUR"},
	{"12€", "12 EUR"},
	{"1.5$ million", "1500000 USD"},
	{"2 million pounds", "2000000 GBP"},
	{"100 million yuan", "100000000 CNY"},
	{"100 million renminbi", "100000000 CNY"},
	{"1 billion yen", "1000000000 JPY"},
	{"5 billion won", "5000000000 KRW"},
	{"5 lakh rupees", "500000 INR"},
	{"20 crore rupees", "200000000 INR"},
	{"500 million naira", "500000000 NGN"},
	{"50 million Norwegian kroner", "50000000 NOK"},
	{"100 million Swedish kronor", "100000000 SEK"},
	{"20 million Danish kroner", "20000000 DKK"},
	{"5 million Swiss francs", "5000000 CHF"},
	{"30 million rand", "30000000 ZAR"},
	{"10 million dirhams", "10000000 AED"},
	{"50 MEUR", "50000000 EUR"},
	{"12 MSEK", "12000000 SEK"},
	{"$ 2.38 billion", "2380000000 USD"},
	{"2 million us dollar", "2000000 USD"},

	// magnitudes
	{"$500k", "500000 USD"},
	{"$500K", "500000 USD"},
	{"$500 thousand", "500000 USD"},
	{"$5M", "5000000 USD"},
	{"$5 M", "5000000 USD"},
	{"$5MM", "5000000 USD"},
	{"$5mn", "5000000 USD"},
	{"$5 mn", "5000000 USD"},
	{"$5 mln", "5000000 USD"},
	{"$5mln", "5000000 USD"},
	{"$5b", "5000000000 USD"},
	{"$5B", "5000000000 USD"},
	{"$5bn", "5000000000 USD"},
	{"$5 bn", "5000000000 USD"},
	{"$1.5t", "1500000000000 USD"},
	{"$1.5 trillion", "1500000000000 USD"},
	{"$100 million-plus", "100000000 USD more_than"},
	{"Rs 85 lakh", "8500000 INR"},
	{"Rs 85 lakhs", "8500000 INR"},
	{"₹2.5 Cr", "25000000 INR"},
	{"₹2.5cr", "25000000 INR"},
	{"INR 10 Cr", "100000000 INR"},
	{"₹100 crores", "1000000000 INR"},
	{"₹1 lakh crore", "1000000000000 INR"},
	{"₹1,00,00,000", "10000000 INR"},
	{"3,5 Mio. €", "3500000 EUR"},
	{"20 Mrd. €", "20000000000 EUR"},
	{"€1,5 million", "1500000 EUR"},

	// separators and spaces
	{"1.200,50 €", "1200.5 EUR"},
	{"€1.200.000", "1200000 EUR"},
	{"1 200 000 €", "1200000 EUR"},
	{"€1\u202f200\u202f000", "1200000 EUR"},
	{"1’200.50 CHF", "1200.5 CHF"},
	{"CHF 1’200’000", "1200000 CHF"},
	{"CHF 1'200'000", "1200000 CHF"},
	{"$5\u00a0million", "5000000 USD"},
	{"€5\u202fmillion", "5000000 EUR"},
	{"$\u20095 million", "5000000 USD"},
	{"＄５ million", "5000000 USD"},
	{"$１２ million", "12000000 USD"},

	// words
	{"half a billion dollars", "500000000 USD"},
	{"half a million euros", "500000 EUR"},
	{"a quarter of a million dollars", "250000 USD"},
	{"a million dollars", "1000000 USD"},
	{"a hundred million dollars", "100000000 USD"},
	{"one and a half million dollars", "1500000 USD"},
	{"one million dollars", "1000000 USD"},
	{"twenty-five million pounds", "25000000 GBP"},
	{"ten million euros", "10000000 EUR"},
	{"two hundred million dollars", "200000000 USD"},
	{"three hundred and fifty million dollars", "350000000 USD"},

	// ranges
	{"€10–12 million", "12000000 EUR range 10000000 12000000"},
	{"$10-12 million", "12000000 USD range 10000000 12000000"},
	{"$5m-$8m", "8000000 USD range 5000000 8000000"},
	{"$10 to 15 million", "15000000 USD range 10000000 15000000"},
	{"$10 million to $15 million", "15000000 USD range 10000000 15000000"},
	{"$10 to $15 million", "15000000 USD range 10000000 15000000"},
	{"$1.5 to 2.5 million", "2500000 USD range 1500000 2500000"},
	{"$800,000 to $1.2 million", "1200000 USD range 800000 1200000"},
	{"5 to 10 million euros", "10000000 EUR range 5000000 10000000"},
	{"between $10 million and $15 million", "15000000 USD range 10000000 15000000"},
	{"USD 10-12 million", "12000000 USD range 10000000 12000000"},
	{"10–12 million euros", "12000000 EUR range 10000000 12000000"},

	// qualifiers
	{"about [$5 million]", "5000000 USD about"},
	{"around [€12m]", "12000000 EUR about"},
	{"some [$5 million]", "5000000 USD about"},
	{"roughly [$5 million]", "5000000 USD about"},
	{"approximately [$5 million]", "5000000 USD about"},
	{"~[$5 million]", "5000000 USD about"},
	{"[$5 million or so]", "5000000 USD about"},
	{"nearly [$5 million]", "5000000 USD nearly"},
	{"almost [$5 million]", "5000000 USD nearly"},
	{"almost [a million dollars]", "1000000 USD nearly"},
	{"close to [$5 million]", "5000000 USD nearly"},
	{"just under [$5 million]", "5000000 USD nearly"},
	{"over [$5 million]", "5000000 USD more_than"},
	{"more than [$5 million]", "5000000 USD more_than"},
	{"north of [$5 million]", "5000000 USD more_than"},
	{"at least [$5 million]", "5000000 USD more_than"},
	{"in excess of [$5 million]", "5000000 USD more_than"},
	{"upwards of [$5 million]", "5000000 USD more_than"},
	{"$15M+", "15000000 USD more_than"},
	{"[$5 million or more]", "5000000 USD more_than"},
	{"up to [$5 million]", "5000000 USD up_to"},
	{"as much as [$5 million]", "5000000 USD up_to"},
	{"at most [$5 million]", "5000000 USD up_to"},
	{"about [half a billion dollars]", "500000000 USD about"},

	// tokens
	{"100 BTC", "100 BTC"},
	{"5,000 ETH", "5000 ETH"},

	// no exact amount
	{"", ""},
	{"$", ""},
	{"USD", ""},
	{"dollars", ""},
	{"600 million", ""},
	{"5", ""},
	{"a seven-figure sum", ""},
	{"tens of millions of dollars", ""},
	{"millions of dollars", ""},
	{"several hundred million dollars", ""},
	{"several million dollars", ""},
	{"multi-million dollars", ""},
	{"hundreds of thousands of euros", ""},
	{"an undisclosed amount", ""},
	{"$5%", ""},
	{"$5xyz", ""},
	{"$1e9", ""},
	{"$1.2.3 million", ""},
	{"$1,23,4", ""},
	{"$1,0000", ""},
	{"$" + strings.Repeat("9", 41), ""},
	{"$" + strings.Repeat("9", 100_000), ""},
	{"$1." + strings.Repeat("0", 10_000) + "1", ""},
	{"$12-8 million", ""},
	{"$10/12 million", ""},
	{"$1½ million", ""},
	{"$1 1/2 million", ""},
	{"-$5 million", ""},
	{"M$5", ""},
	{"$5 million billion", ""},
	{"$1" + strings.Repeat(" billion", 400), ""},
}

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
	for _, cur := range lexicon.Currencies[1:] {
		for i, v := range values {
			for q := Exact; q <= UpTo; q++ {
				ms = append(ms, Money{Value: v, Currency: cur[0], Qualifier: q})
			}
			if i > 0 {
				ms = append(ms, Money{Value: v, Currency: cur[0], Qualifier: Range, Min: values[i-1], Max: v})
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
	} {
		ms := Parse(c.text).Money
		if len(ms) != 1 || ms[0].Currency != c.currency || ms[0].Assumed != c.assumed {
			t.Errorf("%q: %+v; want %s, assumed %v", c.text, ms, c.currency, c.assumed)
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
