package funding

import (
	"sync"

	"example.com/funding/internal/amounts"

	"github.com/shopspring/decimal"
)

// Inner values become public ones here and nowhere else.

// moneyFrom returns the value of a, the zero Money if it has none.
func moneyFrom(a *amounts.Amount) Money {
	if a.Currency == "" {
		return Money{}
	}
	m := Money{Value: decimalFrom(a.Value), Currency: a.Currency, Qualifier: Qualifier(a.Qualifier)}
	if m.Qualifier == Range {
		m.Min, m.Max = decimalFrom(a.Min), m.Value
	}
	return m
}

// mentionFrom returns a as the text prints it.
func mentionFrom(a *amounts.Amount, role Role) MoneyMention {
	return MoneyMention{Money: moneyFrom(a), Span: Span(a.Span), Role: role, Assumed: a.Assumed, Per: a.Per, Refused: a.Refused}
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
