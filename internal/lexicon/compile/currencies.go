package compile

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// currency is a row of currencies.txt.
type currency struct {
	Currency
	names, symbols, codes []string
}

// currencyRow reads a row of currencies.txt.
func (c *compiler) currencyRow(_, text, _ string) error {
	cols := strings.Split(text, "|")
	if len(cols) != 6 {
		return fmt.Errorf("want six columns")
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	c.currencies = append(c.currencies, currency{Currency{cols[0], cols[4], cols[5]}, list(cols[1]), list(cols[2]), list(cols[3])})
	return nil
}

// list returns the parts of a list with commas.
func list(s string) (out []string) {
	for _, v := range strings.Split(s, ",") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// numberCurrencies gives the names, codes and signs of each currency its number, the first that has one wins; 0 is none.
func (c *compiler) numberCurrencies() error {
	for i := range c.currencies {
		cur := &c.currencies[i]
		for _, names := range [][]string{cur.names, {cur.Code}, cur.codes, cur.symbols} {
			for _, n := range names {
				if w := c.at(strings.ToLower(strings.TrimSuffix(n, "."))); w.currency == 0 {
					w.currency = i + 1
				}
			}
		}
	}
	return nil
}

// fillCurrencies lists the currencies and the marks that stand for them.
func (c *compiler) fillCurrencies(t *Tables, keys []string) {
	t.Currencies = append(t.Currencies, Currency{})
	for i := range c.currencies {
		t.Currencies = append(t.Currencies, c.currencies[i].Currency)
	}
	for _, k := range keys {
		if r, n := utf8.DecodeRuneInString(k); n == len(k) && c.words[k].currency != 0 && !letter(r) {
			t.Signs = append(t.Signs, Sign{r, uint16(c.words[k].currency)})
		}
	}
	slices.SortFunc(t.Signs, func(a, b Sign) int { return int(a.Mark - b.Mark) })
}

// casedCodes returns the codes and signs that are words in small letters or both, as printed.
func (c *compiler) casedCodes() []string {
	var out []string
	for i := range c.currencies {
		cur := &c.currencies[i]
		for _, n := range slices.Concat(cur.codes, cur.symbols) {
			n = strings.TrimSuffix(n, ".")
			if n != strings.ToUpper(n) && strings.IndexFunc(n, func(r rune) bool { return !letter(r) }) < 0 {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
