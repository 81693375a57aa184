package compile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// currency is a row of currencies.txt.
type currency struct {
	Currency
	names, symbols, codes []string
}

// family is a row of families.txt.
type family struct {
	where           string
	words           []string
	members, signed []string
}

// currencyRow reads a row of currencies.txt.
func (c *compiler) currencyRow(_, text, _ string) error {
	cols, err := columns(text, 7)
	if err != nil {
		return err
	}
	digits, err := strconv.ParseUint(cols[4], 10, 8)
	if err != nil {
		return err
	}
	state := slices.Index(States[:], cols[5])
	if state < 0 {
		return fmt.Errorf("no state %q", cols[5])
	}
	marks := uint8(0)
	for _, name := range list(cols[6]) {
		m := slices.Index(Marks[:], name)
		if m < 0 {
			return fmt.Errorf("no mark %q", name)
		}
		marks |= 1 << m
	}
	c.currencies = append(c.currencies, currency{
		Currency: Currency{Code: cols[0], Digits: uint8(digits), State: uint8(state), Marks: marks},
		names:    list(cols[1]), symbols: list(cols[2]), codes: list(cols[3]),
	})
	return nil
}

// familyRow reads a row of families.txt.
func (c *compiler) familyRow(where, text, _ string) error {
	cols, err := columns(text, 3)
	if err != nil {
		return err
	}
	f := family{where, list(cols[0]), strings.Fields(cols[1]), strings.Fields(cols[2])}
	if len(f.words) == 0 || len(f.members) < 2 {
		return fmt.Errorf("a family shares a word and has two members at least")
	}
	c.families = append(c.families, f)
	return nil
}

// columns cuts a row at its bars into n columns.
func columns(text string, n int) ([]string, error) {
	cols := strings.Split(text, "|")
	if len(cols) != n {
		return nil, fmt.Errorf("%d columns, want %d", len(cols), n)
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	return cols, nil
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

// fillCurrencies lists the currencies, their families and the marks that stand for them.
func (c *compiler) fillCurrencies(t *Tables, keys []string, ids map[string]uint16) error {
	t.Currencies = append(t.Currencies, Currency{})
	for i := range c.currencies {
		t.Currencies = append(t.Currencies, c.currencies[i].Currency)
	}
	sharedBy := map[string]uint8{} // of a word, the number of its family
	last := 0                      // the first member of the family before
	for i := range c.families {
		f := &c.families[i]
		first, err := c.checkFamily(f)
		if err != nil {
			return fmt.Errorf("%s: %w", f.where, err)
		}
		switch cur := &t.Currencies[first]; {
		case cur.Family == 0:
			cur.Family = uint8(i + 1)
		case first != last:
			return fmt.Errorf("%s: families of %s stand apart", f.where, cur.Code)
		}
		last = first
		out := Family{Members: f.members, Signed: f.signed}
		for _, w := range f.words {
			if sharedBy[w] != 0 {
				return fmt.Errorf("%s: another family has %q", f.where, w)
			}
			sharedBy[w] = uint8(i + 1)
			out.Words = append(out.Words, ids[w])
		}
		t.Families = append(t.Families, out)
	}
	if len(c.families) > 255 {
		return fmt.Errorf("more than 255 families of currencies")
	}
	for _, k := range keys {
		if r, n := utf8.DecodeRuneInString(k); n == len(k) && c.words[k].currency != 0 && !unicode.IsLetter(r) {
			t.Signs = append(t.Signs, Sign{r, uint16(c.words[k].currency), sharedBy[k]})
		}
	}
	slices.SortFunc(t.Signs, func(a, b Sign) int { return int(a.Mark - b.Mark) })
	return nil
}

// checkFamily returns the number of the first member of f, for which all its words must stand by default.
func (c *compiler) checkFamily(f *family) (first int, err error) {
	for i, code := range slices.Concat(f.members, f.signed) {
		n := 1 + slices.IndexFunc(c.currencies, func(cur currency) bool { return cur.Code == code })
		if n == 0 {
			return 0, fmt.Errorf("no currency %s", code)
		}
		if i == 0 {
			first = n
		}
	}
	for _, w := range f.words {
		if c.words[w] == nil || c.words[w].currency != first {
			return 0, fmt.Errorf("%q does not stand for %s", w, f.members[0])
		}
	}
	return first, nil
}

// casedCodes returns the codes and signs that are words in small letters or both, as printed.
func (c *compiler) casedCodes() []string {
	var out []string
	for i := range c.currencies {
		cur := &c.currencies[i]
		for _, n := range slices.Concat(cur.codes, cur.symbols) {
			n = strings.TrimSuffix(n, ".")
			if n != strings.ToUpper(n) && strings.IndexFunc(n, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
