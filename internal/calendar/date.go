// Package calendar reads time expressions and resolves them. It knows days, months, quarters and years, and no
// clock or time zone. What words mean a time is told by the rows of a language, see Table; the package itself
// knows no word but what machines print: "2021-03-03T10:00:00Z".
package calendar

import (
	"strconv"
	"strings"
	"time"
)

// Date is a day, a month, a quarter or a year. The zero Date is none.
type Date struct {
	Year    int
	Month   time.Month // 0 if only the year or quarter is known
	Day     int        // 0 if only the month is known
	Quarter int        // 1-4 if a quarter is all that is known, else 0
}

// IsZero reports whether d is absent.
func (d Date) IsZero() bool { return d == Date{} }

// DateOf returns the day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: m, Day: d}
}

// Valid reports whether d is in the calendar: February 30 is not.
func (d Date) Valid() bool {
	if d.Year < 1 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Quarter < 0 || d.Quarter > 4 {
		return false
	}
	if d.Day == 0 {
		return true
	}
	return d.Month != 0 && d.Day > 0 && DateOf(d.time(0)) == d
}

// Within reports whether d and o can be the same time, since one contains the other: March 2021 and 2021-03-03.
// What is absent can be any time.
func (d Date) Within(o Date) bool {
	if d.IsZero() || o.IsZero() || d.Year != o.Year {
		return d.IsZero() || o.IsZero()
	}
	if q, r := d.quarter(), o.quarter(); q != 0 && r != 0 && q != r {
		return false
	}
	return (d.Month == 0 || o.Month == 0 || d.Month == o.Month) && (d.Day == 0 || o.Day == 0 || d.Day == o.Day)
}

// Finer reports whether d is known more exactly than o.
func (d Date) Finer(o Date) bool { return d.precision() > o.precision() }

// precision counts what is known of d: nothing, the year, the quarter, the month, the day.
func (d Date) precision() int {
	switch {
	case d.IsZero():
		return 0
	case d.Day != 0:
		return 4
	case d.Month != 0:
		return 3
	case d.Quarter != 0:
		return 2
	}
	return 1
}

// quarter returns the quarter that d lies in, 0 if only its year is known.
func (d Date) quarter() int {
	if d.Month != 0 {
		return (int(d.Month) + 2) / 3
	}
	return d.Quarter
}

// time returns the beginning of the day that is n days after d.
func (d Date) time(n int) time.Time { return time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC) }

func (d Date) weekday() time.Weekday { return d.time(0).Weekday() }

// addDays returns the day n days after the day d.
func (d Date) addDays(n int) Date { return DateOf(d.time(n)) }

// addMonths returns the month n months after that of d.
func (d Date) addMonths(n int) Date {
	m := d.Year*12 + int(d.Month) - 1 + n
	return Date{Year: m / 12, Month: time.Month(m%12 + 1)}
}

// addQuarters returns the quarter n quarters after that of d.
func (d Date) addQuarters(n int) Date {
	q := d.Year*4 + d.quarter() - 1 + n
	return Date{Year: q / 4, Quarter: q%4 + 1}
}

// ParseISO reads "2021-03-03", "2021-03", "2021-Q1" and "2021".
func ParseISO(s string) (Date, bool) {
	parts := strings.Split(s, "-")
	if len(parts) > 3 {
		return Date{}, false
	}
	d := Date{Year: digits(parts[0], 4)}
	if d.Year < 1 {
		return Date{}, false
	}
	if len(parts) > 1 {
		if q, ok := strings.CutPrefix(parts[1], "Q"); ok && len(parts) == 2 {
			d.Quarter = digits(q, 1)
			return d, d.Quarter >= 1 && d.Quarter <= 4
		}
		m := digits(parts[1], 2)
		if m < 1 || m > 12 {
			return Date{}, false
		}
		d.Month = time.Month(m)
	}
	if len(parts) > 2 {
		if d.Day = digits(parts[2], 2); d.Day < 1 {
			return Date{}, false
		}
	}
	return d, d.Valid()
}

// digits returns the value of s, which must be n digits; else -1.
func digits(s string, n int) int {
	if len(s) != n {
		return -1
	}
	v, err := strconv.ParseUint(s, 10, 16)
	if err != nil {
		return -1
	}
	return int(v)
}
