package funding

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"
)

// CurrencyError is the error of comparing or adding amounts of different currencies.
type CurrencyError struct {
	A, B string // the two currencies; "" where there is no amount
}

func (e *CurrencyError) Error() string {
	return fmt.Sprintf("funding: %q and %q are different currencies", e.A, e.B)
}

// ErrTooLarge is the error of a sum beyond 1e30, the largest amount that this
// package reads and writes.
var ErrTooLarge = errors.New("funding: an amount beyond 1e30")

// Cmp compares the values of m and o: it returns -1, 0 or +1. Qualifiers and the
// lower bounds of ranges do not count. Amounts of different currencies, and
// absent ones, do not compare: the error is a *CurrencyError.
func (m Money) Cmp(o Money) (int, error) {
	if m.Currency != o.Currency || m.IsZero() {
		return 0, &CurrencyError{m.Currency, o.Currency}
	}
	return m.Value.Cmp(o.Value), nil
}

// Add returns the sum of m and o, which must be of one currency, else the error
// is a *CurrencyError. Adding to an absent amount gives the other, so that a
// sum can begin with the zero Money. The sum is a range if one of the two is; it
// has the qualifier that both have, or that one has while the other is exact, and
// is About where they differ.
func (m Money) Add(o Money) (Money, error) {
	switch {
	case m.IsZero():
		return o, nil
	case o.IsZero():
		return m, nil
	case m.Currency != o.Currency:
		return Money{}, &CurrencyError{m.Currency, o.Currency}
	}
	sum := Money{Value: m.Value.Add(o.Value), Currency: m.Currency, Qualifier: m.Qualifier}
	switch {
	case m.Qualifier == Range || o.Qualifier == Range:
		sum.Qualifier = Range
		sum.Min, sum.Max = m.lower().Add(o.lower()), sum.Value
	case m.Qualifier == Exact:
		sum.Qualifier = o.Qualifier
	case o.Qualifier != Exact && o.Qualifier != m.Qualifier:
		sum.Qualifier = About
	}
	if beyond(sum.Value) != "" {
		return Money{}, ErrTooLarge
	}
	return sum, nil
}

func (m Money) lower() decimal.Decimal {
	if m.Qualifier == Range {
		return m.Min
	}
	return m.Value
}

// largest is the largest value of a Money, and finest the power of ten of its last decimal.
var largest = decimal.New(1, MaxExponent)

const finest = -18

// beyond returns why v cannot be the value of a Money, "" if it can.
func beyond(v decimal.Decimal) string {
	switch {
	case v.NumDigits()+int(v.Exponent()) > MaxExponent && v.GreaterThan(largest):
		return "beyond 1e30"
	case v.Exponent() < finest && !v.Equal(v.Truncate(-finest)):
		return "finer than 1e-18"
	}
	return ""
}
