package mention

import (
	"slices"
	"strings"

	"example.com/funding/internal/amounts"
	"example.com/funding/internal/lexicon"
)

// saw notes that the document prints a currency in full.
func (r *Reader) saw(code string) {
	for _, c := range r.printed {
		if c == code {
			return
		}
	}
	r.printed = append(r.printed, code)
}

// addMoney adds m, which nextAmount has returned: the tokens [from, to) print it.
func (r *Reader) addMoney(m *amounts.Amount, from, to int) {
	switch {
	case m.Refused != "":
		m.Shared = nil
	case m.Shared == nil:
		r.saw(m.Currency)
	default:
		m.Assumed = true
	}
	r.addUnit(AmountUnit, from, to, len(r.Money))
	r.Money = r.Money[:len(r.Money)+1]
}

// nextAmount returns the amount that addMoney adds next, again and again until it does: most places hold none.
func (r *Reader) nextAmount() *amounts.Amount {
	n := len(r.Money)
	r.Money = slices.Grow(r.Money, 1)
	return &r.Money[:n+1][n]
}

// noteCurrency notes a currency that the text names in words at token i, with
// or without a number: "all figures in Canadian dollars". Amounts.OpensUnit holds there.
func (r *Reader) noteCurrency(i int) {
	if e, words := r.Amounts.LongUnit(i); words > 1 && e.Currency != 0 {
		r.saw(r.Lex.CurrencyAt(e.Currency).Code)
	}
}

// whichCurrency settles what the bare signs and words stand for that several currencies share: the one of the family that
// the document itself prints ("A$", "Australian dollars"), if it prints no other; else the usual one that the caller names;
// else the first of the family.
func (r *Reader) whichCurrency(usual string) {
	r.seeConversions()
	wanted := ""
	if c := r.Lex.CurrencyOf(usual); c != 0 {
		wanted = r.Lex.CurrencyAt(c).Code
	}
	var last *lexicon.Family
	only := ""
	for i := range r.Money {
		m := &r.Money[i]
		f := m.Shared
		if f == nil {
			continue
		}
		if f != last || wanted != "" { // an amount that got what the caller wants may be one that has a sign of its own
			last, only = f, r.onlyPrinted(f)
		}
		was := m.Currency
		switch {
		case only != "":
			m.Currency, m.Assumed = only, false
		case wanted != "" && (f.Has(wanted) || f.Signs(wanted)):
			m.Currency = wanted
		}
		r.Recoined = r.Recoined || m.Currency != was
	}
}

// seeConversions notes what a conversion says of a bare sign: in "A$7 million ($5 million)" it is another dollar.
func (r *Reader) seeConversions() {
	for i := 1; i < len(r.Money); i++ {
		a, b := &r.Money[i-1], &r.Money[i]
		if a.Shared != nil {
			a, b = b, a // b has the bare sign
		}
		if f := b.Shared; f != nil && a.Shared == nil && r.conversion(&r.Money[i-1], &r.Money[i]) && f.Has(a.Currency) {
			r.saw(b.Currency)
		}
	}
}

// onlyPrinted returns the only currency that the document prints of those that may be meant by the sign or word of f;
// "" if it prints none or several.
func (r *Reader) onlyPrinted(f *lexicon.Family) string {
	only := ""
	for _, c := range r.printed {
		if f.Has(c) || f.Signs(c) && r.signed(c) {
			if only != "" {
				return ""
			}
			only = c
		}
	}
	return only
}

// conversion reports whether b follows a at once, in parentheses or after a
// slash: the same sum in another currency.
func (r *Reader) conversion(a, b *amounts.Amount) bool {
	const near = 12 // bytes
	if a.Refused != "" || b.Refused != "" || a.End > b.Start || b.Start-a.End > near || a.Compare(b) == 0 {
		return false
	}
	return strings.ContainsAny(r.Text[a.End:b.Start], "(/[")
}

// signed reports whether the document writes the currency with a dollar sign of
// its own (MX$), so that it may mean it by a bare one too.
func (r *Reader) signed(code string) bool {
	for i := range r.Money {
		if m := &r.Money[i]; m.Currency == code && strings.Contains(m.In(r.Text), "$") {
			return true
		}
	}
	return false
}
