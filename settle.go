package funding

import (
	"slices"
	"strings"

	"example.com/funding/internal/amounts"

	"example.com/funding/internal/lexicon"
)

// saw notes that the document prints a currency in full.
func (ps *parse) saw(code string) {
	for _, c := range ps.printed {
		if c == code {
			return
		}
	}
	ps.printed = append(ps.printed, code)
}

// addMoney adds m, which nextAmount has returned: the tokens [from, to) print it.
func (ps *parse) addMoney(m *amounts.Amount, from, to int) {
	switch {
	case m.Refused != "":
		m.Shared = nil
	case m.Shared == nil:
		ps.saw(m.Currency)
	default:
		m.Assumed = true
	}
	ps.addUnit(unitMoney, from, to, len(ps.money))
	ps.money = ps.money[:len(ps.money)+1]
	ps.amountRoles = append(ps.amountRoles, RoleOther)
}

// nextAmount returns the amount that addMoney adds next, again and again until it does: most places hold none.
func (ps *parse) nextAmount() *amounts.Amount {
	n := len(ps.money)
	ps.money = slices.Grow(ps.money, 1)
	return &ps.money[:n+1][n]
}

// whichCurrency settles what the bare signs and words that several currencies
// share stand for: the one of the family that the document itself prints
// ("A$", "Australian dollars"), if it prints no other; else Parser.Currency; else
// the first of the family.
func (ps *parse) whichCurrency() {
	for i := 1; i < len(ps.money); i++ {
		a, b := &ps.money[i-1], &ps.money[i]
		if f := b.Shared; f != nil && a.Shared == nil && ps.conversion(a, b) && f.Has(a.Currency) {
			ps.saw(b.Currency) // "A$7 million ($5 million)": the bare sign is another dollar
		} else if f := a.Shared; f != nil && b.Shared == nil && ps.conversion(a, b) && f.Has(b.Currency) {
			ps.saw(a.Currency)
		}
	}
	wanted := ""
	if ps.parser.Currency != "" {
		if c := lexicon.CurrencyOf(ps.parser.Currency); c != 0 {
			wanted = lexicon.CurrencyAt(c).Code
		}
	}
	var last *lexicon.Family
	only, several := "", false
	for i := range ps.money {
		m := &ps.money[i]
		f := m.Shared
		if f == nil {
			continue
		}
		if f != last || wanted != "" { // what is wanted may make a currency one that the text signs
			last, only, several = f, "", false
			for _, c := range ps.printed {
				if f.Has(c) || f.Signs(c) && ps.signed(c) {
					several = several || only != ""
					only = c
				}
			}
		}
		was := m.Currency
		switch {
		case only != "" && !several:
			m.Currency, m.Assumed = only, false
		case wanted != "" && (f.Has(wanted) || f.Signs(wanted)):
			m.Currency = wanted
		}
		ps.recoined = ps.recoined || m.Currency != was
	}
}

// conversion reports whether b follows a at once, in parentheses or after a
// slash: the same sum in another currency.
func (ps *parse) conversion(a, b *amounts.Amount) bool {
	if a.Refused != "" || b.Refused != "" || a.End > b.Start || b.Start-a.End > 12 || a.Compare(b) == 0 {
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

// noteCurrency notes a currency that the text names in words at token i, with
// or without a number: "all figures in Canadian dollars". opensUnit holds there.
func (ps *parse) noteCurrency(i int) {
	if e, words := ps.amounts.LongUnit(i); words > 1 && e.Currency != 0 {
		ps.saw(lexicon.CurrencyAt(e.Currency).Code)
	}
}
