package funding

import (
	"sync"

	"example.com/funding/internal/amounts"

	"github.com/shopspring/decimal"
)

// Inner values become public ones here and nowhere else.

// moneyFrom returns the value of a, the zero Money if it has none.
func moneyFrom(a *amounts.Amount) (m Money) {
	fillMoney(&m, a)
	return m
}

// fillMoney gives m, which is zero, the value of a.
func fillMoney(m *Money, a *amounts.Amount) {
	if a.Currency == "" {
		return
	}
	m.Value, m.Currency, m.Qualifier = decimalFrom(a.Value), a.Currency, Qualifier(a.Qualifier)
	if m.Qualifier == Range {
		m.Min, m.Max = decimalFrom(a.Min), m.Value
	}
}

// fillMention makes m, which is zero, a as the text prints it.
func fillMention(m *MoneyMention, a *amounts.Amount, role Role) {
	fillMoney(&m.Money, a)
	m.Span, m.Role, m.Assumed, m.Per, m.Refused = Span(a.Span), role, a.Assumed, a.Per, a.Refused
}

// decimalFrom returns v as a decimal.
func decimalFrom(v amounts.Value) decimal.Decimal {
	switch coef, large, exp := v.Parts(); {
	case large != nil:
		return decimal.NewFromBigInt(large, exp)
	case uint64(coef) < sharedDecimals:
		return fewDigits()[coef].Shift(exp)
	default:
		return decimal.New(coef, exp)
	}
}

const sharedDecimals = 1000

// fewDigits returns the decimals of up to three digits. Nearly every amount is one of these times a power of ten
// ("$12.5 million" is 125e5), and decimals never change, so they can share the integer.
var fewDigits = sync.OnceValue(func() *[sharedDecimals]decimal.Decimal {
	var all [sharedDecimals]decimal.Decimal
	for i := range all {
		all[i] = decimal.New(int64(i), 0)
	}
	return &all
})
