package funding

import (
	"database/sql/driver"
	"fmt"
)

// MarshalText writes m as String does. It makes m a string in JSON.
func (m Money) MarshalText() ([]byte, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	return []byte(m.String()), nil
}

// check reports what keeps m from being read back as it is.
func (m Money) check() error {
	code := spoken().Lexicon.Code(m.Currency)
	why := ""
	switch {
	case m.IsZero():
		return nil
	case code != m.Currency:
		why = "no currency " + clip(m.Currency, 20)
	case m.Value.IsNegative() || m.Min.IsNegative():
		why = "a negative amount"
	case int(m.Qualifier) >= len(qualifierNames):
		why = "no such qualifier"
	case m.Qualifier == Range && (m.Min.GreaterThan(m.Max) || !m.Max.Equal(m.Value)):
		why = "a range that runs backwards"
	default:
		if why = beyond(m.Value); why == "" {
			why = beyond(m.Min)
		}
	}
	if why != "" {
		return &ParseError{m.Currency, 0, why}
	}
	return nil
}

// UnmarshalText reads an amount as ParseMoney does; the empty text is the zero Money.
func (m *Money) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Money{}
		return nil
	}
	v, err := ParseMoney(string(text))
	if err == nil {
		*m = v
	}
	return err
}

// SQLMoney stores a Money in a column of text, as String writes it; the zero
// Money is NULL. It stands apart from Money because the method that database/sql
// asks for has the name of its field Value.
type SQLMoney struct {
	Money Money
}

// Value implements driver.Valuer.
func (m SQLMoney) Value() (driver.Value, error) {
	if m.Money.IsZero() {
		return nil, nil
	}
	b, err := m.Money.MarshalText()
	return string(b), err
}

// Scan implements sql.Scanner: it reads text and NULL.
func (m *SQLMoney) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		m.Money = Money{}
		return nil
	case string:
		return m.Money.UnmarshalText([]byte(v))
	case []byte:
		return m.Money.UnmarshalText(v)
	}
	return &ParseError{fmt.Sprintf("%T", src), 0, "a column of money holds text"}
}
