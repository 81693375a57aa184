package funding

import (
	"example.com/funding/internal/amounts"
)

// Inner values become public ones here and nowhere else.

// moneyFrom returns the value of a.
func moneyFrom(a *amounts.Amount) Money {
	return Money{a.Value, a.Currency, Qualifier(a.Qualifier), a.Min, a.Max}
}

// mentionFrom returns a as the text prints it.
func mentionFrom(a *amounts.Amount, role Role) MoneyMention {
	return MoneyMention{Money: moneyFrom(a), Span: Span(a.Span), Role: role, Assumed: a.Assumed, Per: a.Per, Refused: a.Refused}
}
