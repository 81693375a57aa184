package funding

import (
	"fmt"
	"strings"
	"time"
)

// Date is a day, a month, a quarter or a year; it is never more precise than
// the words it was read from. The zero Date is none.
type Date struct {
	Year    int
	Month   time.Month // 0 if only the year or quarter is known
	Day     int        // 0 if only the month is known
	Quarter int        // 1-4 if a quarter is all that is known, else 0
}

// DateOf returns the day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: m, Day: d}
}

// IsZero reports whether d is absent.
func (d Date) IsZero() bool { return d == Date{} }

// Precision says how exactly a date is known.
type Precision uint8

const (
	NoDate Precision = iota
	YearOnly
	QuarterOnly
	MonthOnly
	DayExact
)

var precisionNames = [...]string{"", "year", "quarter", "month", "day"}

// Precision returns how exactly d is known.
func (d Date) Precision() Precision {
	switch {
	case d.IsZero():
		return NoDate
	case d.Day != 0:
		return DayExact
	case d.Month != 0:
		return MonthOnly
	case d.Quarter != 0:
		return QuarterOnly
	}
	return YearOnly
}

// String returns "2018-04-09", "2018-04", "2018-Q2" or "2018"; "" for the zero Date.
func (d Date) String() string {
	switch d.Precision() {
	case DayExact:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case MonthOnly:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case QuarterOnly:
		return fmt.Sprintf("%04d-Q%d", d.Year, d.Quarter)
	case YearOnly:
		return fmt.Sprintf("%04d", d.Year)
	}
	return ""
}

// ParseDate reads a date as String writes it, a written-out one ("March 3, 2021")
// or a machine's timestamp (RFC 3339, RFC 1123 and their kin), of which only the
// day as printed is kept. The error is a *ParseError.
func ParseDate(s string) (Date, error) {
	t := strings.TrimSpace(s)
	if t == "" {
		return Date{}, &ParseError{s, 0, "empty"}
	}
	if len(t) > 64 {
		return Date{}, &ParseError{s, 64, "longer than any date"}
	}
	r := newReading(Parser{}, t)
	date, ok := r.mentions.Calendar.Single(r.words)
	r.free()
	if ok {
		return Date(date), nil
	}
	return Date{}, &ParseError{s, 0, "not a date"}
}

// DateMention is a time expression as the text prints it. Date is zero where it cannot be resolved.
type DateMention struct {
	Date
	Span
}
