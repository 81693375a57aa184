package funding

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// Money is an exact amount of one currency. The zero Money means that there is
// no amount; an amount of zero has a currency.
//
// Value is in units of the currency, not in cents: "US$1.05 billion" is 1050000000.
// For a range Min and Max are its bounds and Value equals Max.
type Money struct {
	Value     decimal.Decimal
	Currency  string // ISO 4217 code, or a token's ticker such as BTC
	Qualifier Qualifier
	Min, Max  decimal.Decimal // set for a range only
}

// IsZero reports whether m is absent. It makes the omitzero option of encoding/json work.
func (m Money) IsZero() bool { return m.Currency == "" }

// Equal reports whether m and o are the same amount, currency and qualifier.
func (m Money) Equal(o Money) bool {
	return m.Currency == o.Currency && m.Qualifier == o.Qualifier && m.Value.Equal(o.Value) && m.Min.Equal(o.Min) && m.Max.Equal(o.Max)
}

// String returns m as ParseMoney reads it back: "USD 600000000", "about EUR 12000000", "USD 10000000 to 12000000".
// Values are written in full, without exponent, whatever the settings of the decimal package say.
func (m Money) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.Qualifier == Range:
		return m.Currency + " " + unmistakable(m.Min) + " to " + unmistakable(m.Max)
	}
	words := ""
	if int(m.Qualifier) < len(qualifierWords) {
		words = qualifierWords[m.Qualifier]
	}
	return words + m.Currency + " " + unmistakable(m.Value)
}

// unmistakable writes d so that a dot before three digits is not taken for a
// mark of thousands: 1.234 is "1.2340".
func unmistakable(d decimal.Decimal) string {
	s := inDigits(d)
	if len(s) > 4 && s[len(s)-4] == '.' {
		s += "0"
	}
	return s
}

// inDigits writes d in digits without trailing zeros. decimal's own String obeys
// global switches that the host program may have set.
func inDigits(d decimal.Decimal) string {
	digits := new(big.Int).Abs(d.Coefficient()).String()
	exp := int(d.Exponent())
	if d.IsZero() {
		return "0"
	}
	sign := ""
	if d.IsNegative() {
		sign = "-"
	}
	if exp >= 0 {
		return sign + digits + strings.Repeat("0", exp)
	}
	if len(digits) <= -exp {
		digits = strings.Repeat("0", 1-exp-len(digits)) + digits
	}
	whole, frac := digits[:len(digits)+exp], strings.TrimRight(digits[len(digits)+exp:], "0")
	if frac == "" {
		return sign + whole
	}
	return sign + whole + "." + frac
}

// Qualifier says how a printed amount relates to the true one.
type Qualifier uint8

const (
	Exact    Qualifier = iota // no qualifying word
	About                     // about, around, some, roughly, ~
	Nearly                    // nearly, almost, close to, just under
	MoreThan                  // over, more than, at least, "+"
	UpTo                      // up to, as much as, at most
	Range                     // two bounds
)

var qualifierNames = [...]string{"exact", "about", "nearly", "more_than", "up_to", "range"}
var qualifierWords = [...]string{"", "about ", "nearly ", "over ", "up to ", ""}

// Role says what an amount in the text is.
type Role uint8

const (
	RoleOther       Role = iota
	RoleRound            // raised in a financing event
	RoleTotal            // raised by a company so far
	RoleValuation        // what a company is worth
	RoleFund             // the size of an investor's own fund
	RoleAcquisition      // the price of a company
	RoleRevenue          // sales, profits, losses
)

var roleNames = [...]string{"other", "round", "total", "valuation", "fund", "acquisition", "revenue"}

// MoneyMention is an amount as the text prints it.
type MoneyMention struct {
	Money
	Span
	Role Role
	// Assumed is set when the text prints a sign or word that several currencies
	// share ("$", "¥", "kr", "Rs", "pesos", "pounds") and nothing else in the text
	// says which: the currency is then Parser.Currency or the usual one.
	Assumed bool
	// Per is what the amount is paid for or how often, where the text says so:
	// "share", "month", "year". Such an amount is a rate and no total.
	Per string
	// Refused says why there is no value although the text seems to print an
	// amount: "several hundred million dollars" has none. Money is then zero.
	Refused string
}

// ParseError is the error of the strict parsers.
type ParseError struct {
	Input  string
	Offset int // byte offset in Input where reading failed
	Reason string
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("funding: cannot parse %q at byte %d: %s", clip(e.Input, 80), e.Offset, e.Reason)
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n] + "…"
}

// ParseMoney reads a single amount. The whole string must be one: "US$600 million",
// "Rs 12.5 crore", "€10–12m", "about 3 million pounds", "USD 5". The error is a *ParseError.
func ParseMoney(s string) (Money, error) {
	if len(s) > MaxMoneyText {
		return Money{}, &ParseError{s, MaxMoneyText, "longer than any amount"}
	}
	r := newReading(Parser{}, s)
	a, why, at := r.mentions.Amounts.Single()
	r.free()
	if why != "" {
		return Money{}, &ParseError{s, at, why}
	}
	return moneyFrom(&a), nil
}
