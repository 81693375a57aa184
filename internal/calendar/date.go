// Package calendar reads time expressions and resolves them. It knows days, months, quarters and years, and no clock or time zone.
package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/araddon/dateparse"

	"example.com/funding/internal/lexicon"
)

// calendarDate is a day, a month, a quarter or a year. The zero calendarDate is none.
type Date struct {
	Year    int
	Month   time.Month // 0 if only the year or quarter is known
	Day     int        // 0 if only the month is known
	Quarter int        // 1-4 if a quarter is all that is known, else 0
}

// IsZero reports whether d is absent.
func (d Date) IsZero() bool { return d == Date{} }

// dateOf returns the day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: m, Day: d}
}

// within reports whether d and o can be the same time: one contains the other.
func (d Date) Within(o Date) bool {
	if d.IsZero() || o.IsZero() || d.Year != o.Year {
		return d.IsZero() || o.IsZero()
	}
	if q, r := d.quarter(), o.quarter(); q != 0 && r != 0 && q != r {
		return false
	}
	return (d.Month == 0 || o.Month == 0 || d.Month == o.Month) && (d.Day == 0 || o.Day == 0 || d.Day == o.Day)
}

func (d Date) quarter() int {
	if d.Month != 0 {
		return (int(d.Month) + 2) / 3
	}
	return d.Quarter
}

// finer reports whether d is known more exactly than o.
func (d Date) Finer(o Date) bool { return d.precision() > o.precision() }

// addDays, addMonths and so on keep to the calendar and know no time zones.
func (d Date) addDays(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

func (d Date) addMonths(n int) Date {
	m := d.Year*12 + int(d.Month) - 1 + n
	return Date{Year: m / 12, Month: time.Month(m%12 + 1)}
}

// Valid reports whether the day exists.
func (d Date) Valid() bool {
	if d.Year < 1 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Quarter < 0 || d.Quarter > 4 {
		return false
	}
	if d.Day == 0 {
		return true
	}
	return d.Month != 0 && d.Day > 0 && DateOf(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)) == d
}

func ParseISO(s string) (Date, bool) {
	var d Date
	num := func(t string, n int) int {
		if len(t) != n {
			return -1
		}
		v, err := strconv.ParseUint(t, 10, 16)
		if err != nil {
			return -1
		}
		return int(v)
	}
	parts := strings.Split(s, "-")
	if len(parts) > 3 {
		return d, false
	}
	if d.Year = num(parts[0], 4); d.Year < 1 {
		return Date{}, false
	}
	if len(parts) > 1 {
		if q, ok := strings.CutPrefix(parts[1], "Q"); ok && len(parts) == 2 {
			d.Quarter = num(q, 1)
			return d, d.Quarter >= 1 && d.Quarter <= 4
		}
		m := num(parts[1], 2)
		if m < 1 || m > 12 {
			return Date{}, false
		}
		d.Month = time.Month(m)
	}
	if len(parts) > 2 {
		if d.Day = num(parts[2], 2); d.Day < 1 {
			return Date{}, false
		}
	}
	return d, d.Valid()
}

// timestamp reads machine-written times through dateparse. It accepts a result
// only if it can be checked against the text: a year of four digits that is
// printed, and no other year; zones and clock times do not matter, since only the printed day is kept.
func timestamp(s string) (Date, bool) {
	years := 0
	digits := 0
	var year string
	for i := 0; i <= len(s); i++ {
		if i < len(s) && '0' <= s[i] && s[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 && !(i > 4 && (s[i-5] == '+' || s[i-5] == '-' && i > 8 && s[i-6] == ' ')) {
			years++
			year = s[i-4 : i]
		}
		if digits > 4 && digits != 8 && digits != 9 && digits != 6 {
			return Date{}, false
		}
		digits = 0
	}
	if years != 1 || strings.ContainsAny(s, "$€£%") {
		return Date{}, false
	}
	if !clockWords(s) {
		return Date{}, false
	}
	t, err := dateparse.ParseIn(s, time.UTC, dateparse.PreferMonthFirst(true))
	if err != nil {
		return Date{}, false
	}
	d := DateOf(t)
	if d.Year < 1 || fmt.Sprintf("%04d", d.Year) != year || !strings.Contains(s, strconv.Itoa(d.Day)) {
		return Date{}, false
	}
	if strings.Contains(s, "/") && d.Day <= 12 && int(d.Month) != d.Day {
		return Date{}, false // 03/04/2021: day or month first?
	}
	return d, true
}

// clockWords reports whether every word of a timestamp is one that machines write: a month, a weekday, T, Z, AM or a zone.
func clockWords(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') }) {
		e := lexicon.At(lexicon.Find(w))
		switch {
		case e.Is(lexicon.Month | lexicon.Weekday), len(w) == 1 && strings.ContainsAny(w, "TZtz"):
		case len(w) == 2 && strings.ContainsAny(w[1:], "mM") && strings.ContainsAny(w[:1], "aApP"):
		case len(w) >= 2 && len(w) <= 5 && w == strings.ToUpper(w):
		default:
			return false
		}
	}
	return true
}

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
