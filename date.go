package funding

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"github.com/araddon/dateparse"
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

// within reports whether d and o can be the same time: one contains the other.
func (d Date) within(o Date) bool {
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
func (d Date) finer(o Date) bool { return d.Precision() > o.Precision() }

// addDays, addMonths and so on keep to the calendar and know no time zones.
func (d Date) addDays(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

func (d Date) addMonths(n int) Date {
	m := d.Year*12 + int(d.Month) - 1 + n
	return Date{Year: m / 12, Month: time.Month(m%12 + 1)}
}

func (d Date) weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// valid reports whether the day exists.
func (d Date) valid() bool {
	if d.Year < 1 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Quarter < 0 || d.Quarter > 4 {
		return false
	}
	if d.Day == 0 {
		return true
	}
	return d.Month != 0 && d.Day > 0 && DateOf(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)) == d
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
	if d, ok := parseISO(t); ok {
		return d, nil
	}
	if len(t) == 8 && strings.Trim(t, "0123456789") == "" { // ISO 8601 basic format
		if d, ok := parseISO(t[:4] + "-" + t[4:6] + "-" + t[6:]); ok {
			return d, nil
		}
	}
	var written dateExpr
	parsing(Parser{}, t, func(ps *parse) {
		for ps.paragraph() {
		}
		ps.from = 0
		if e, to := ps.dateAt(0); to == len(ps.toks) {
			written = e
		}
	})
	if written.full() {
		return written.date, nil
	}
	if d, ok := timestamp(t); ok {
		return d, nil
	}
	return Date{}, &ParseError{s, 0, "not a date"}
}

func parseISO(s string) (Date, bool) {
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
	return d, d.valid()
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

// DateMention is a time expression as the text prints it. Date is zero where it cannot be resolved.
type DateMention struct {
	Date
	Span
}

// dateKind is how an expression refers to time.
type dateKind uint8

const (
	absolute  dateKind = iota // date holds it
	daysAgo                   // n days before publication
	onWeekday                 // the last such weekday on or before publication (dir 0), a week earlier (-1), the next (1)
	monthOf                   // a month without year: date.Month, the year by dir
	ago                       // n units before publication; unit is 'm', 'q' or 'y'
	dayOf                     // month and day without year
	quarterOf                 // a quarter without year
	halfOf                    // a half of a year without year: n is 1 or 2
	seasonOf                  // a season without year: n is its quarter, winter 1
	ofWeek                    // weekday n of the week that is dir weeks after that of publication
	eitherDay                 // 03/04/2021: date.Day and date.Month in the order printed
	vagueTime                 // last week, the 1990s: an expression without a value
)

// dateExpr is a time expression before it is resolved.
type dateExpr struct {
	kind dateKind
	date Date
	n    int
	dir  int // -1 last, 0 none, 1 next, 2 this
	unit byte
	year int // for monthOf and quarterOf: 0 unknown, -1 last year, 1 this year, 2 next year
}

// inYear is the expression of a year.
func inYear(y int) dateExpr { return dateExpr{date: Date{Year: y}} }

// full reports whether the expression needs nothing to be resolved.
func (e dateExpr) full() bool { return e.kind == absolute && e.date.valid() }

// resolve returns the date that e means, seen from published; zero if that is not known well enough.
func (e dateExpr) resolve(pub Date) Date {
	if e.kind == absolute {
		return e.date
	}
	if pub.IsZero() {
		return Date{}
	}
	switch e.kind {
	case daysAgo:
		if pub.Day == 0 {
			if e.n == 0 {
				return pub
			}
			return Date{}
		}
		return pub.addDays(-e.n)
	case onWeekday:
		if pub.Day == 0 {
			return Date{}
		}
		back := (int(pub.weekday()) - e.n + 7) % 7
		switch e.dir {
		case 1:
			if back == 0 {
				back = 7
			}
			return pub.addDays(7 - back)
		case -1:
			if back == 0 {
				back = 7
			}
		}
		return pub.addDays(-back)
	case ago:
		switch e.unit {
		case 'y':
			return Date{Year: pub.Year - e.n}
		case 'm':
			if pub.Month == 0 {
				return Date{}
			}
			return pub.addMonths(-e.n)
		case 'q':
			if pub.quarter() == 0 {
				return Date{}
			}
			q := pub.Year*4 + pub.quarter() - 1 - e.n
			return Date{Year: q / 4, Quarter: q%4 + 1}
		}
	case monthOf, dayOf:
		d := Date{Year: pub.Year, Month: e.date.Month, Day: e.date.Day}
		switch {
		case e.year == -1:
			d.Year--
		case e.year == 2:
			d.Year++
		case e.year == 1:
		case pub.Month == 0:
			return Date{}
		case e.dir == 1:
			if d.Month <= pub.Month {
				d.Year++
			}
		case e.dir == -1:
			if d.Month >= pub.Month {
				d.Year--
			}
		case e.dir == 2:
		case d.Month > pub.Month || d.Month == pub.Month && d.Day > pub.Day && pub.Day > 0:
			d.Year--
		}
		if !d.valid() {
			return Date{}
		}
		return d
	case halfOf, seasonOf:
		// known to the year only, and that only where the calendar leaves no doubt
		begins, ends := 6*e.n-5, 6*e.n // months
		if e.kind == seasonOf {
			begins, ends = 3*e.n-3, 3*e.n-1
			if e.n == 1 {
				return Date{} // a winter lies in two years
			}
		}
		m := int(pub.Month)
		switch {
		case e.year == -1:
			return Date{Year: pub.Year - 1}
		case e.year == 1 || e.dir == 2:
			return Date{Year: pub.Year}
		case e.year == 2:
			return Date{Year: pub.Year + 1}
		case m == 0 || e.dir == 1:
			return Date{}
		case m < begins:
			return Date{Year: pub.Year - 1}
		case e.dir == -1 && m >= begins && (e.kind == seasonOf || m <= ends):
			return Date{} // "last summer" in October: this year's or that before?
		}
		return Date{Year: pub.Year}
	case ofWeek:
		if pub.Day == 0 {
			return Date{}
		}
		monday := (int(pub.weekday()) + 6) % 7
		return pub.addDays(7*e.dir - monday + (e.n+6)%7)
	case quarterOf:
		d := Date{Year: pub.Year, Quarter: e.date.Quarter}
		switch {
		case e.year == -1:
			d.Year--
		case e.year == 2:
			d.Year++
		case e.year == 1:
		case pub.quarter() == 0:
			return Date{}
		case d.Quarter > pub.quarter():
			d.Year--
		}
		return d
	}
	return Date{}
}

// ordered settles which number of 03/04/2021 is the month.
func (ps *parse) ordered(e dateExpr) dateExpr {
	if e.kind != eitherDay {
		return e
	}
	d := e.date // as if the day came first
	switch {
	case ps.daysFirst > 0 && ps.monthsFirst > 0, ps.daysFirst == 0 && ps.monthsFirst == 0 && !ps.parser.DayFirst:
		return dateExpr{kind: vagueTime}
	case ps.monthsFirst > 0:
		d.Month, d.Day = time.Month(d.Day), int(d.Month)
	}
	return dateExpr{date: d}
}

// dateAt reads a time expression at token i and returns the token after it, or i if there is none.
func (ps *parse) dateAt(i int) (dateExpr, int) {
	if i >= len(ps.toks) {
		return dateExpr{}, i
	}
	t := ps.toks[i]
	if t.Kind == token.Number {
		return ps.numericDate(i)
	}
	if t.Kind != token.Word {
		return dateExpr{}, i
	}
	e := ps.entry(i)
	f := ps.fold(i)
	switch f {
	case "today", "tonight", "yesterday", "tomorrow":
		if t.Has(token.Upper) && !t.Has(token.Line) && ps.kind(i-1, token.Word) && ps.toks[i-1].Has(token.Upper) {
			return dateExpr{}, i // part of a name: "Task Today"
		}
		n := 0
		if f == "yesterday" {
			n = 1
		} else if f == "tomorrow" {
			n = -1
		}
		if ps.kind(i+1, token.Poss) {
			return dateExpr{}, i
		}
		if w := ps.fold(i + 1); f != "tonight" && (w == "morning" || w == "afternoon" || w == "evening") {
			return dateExpr{kind: daysAgo, n: n}, i + 2
		}
		return dateExpr{kind: daysAgo, n: n}, i + 1
	case "earlier", "later":
		switch w := ps.fold(i + 1); {
		case w == "today":
			return dateExpr{kind: daysAgo}, i + 2
		case w == "this" || w == "last":
			if x, to := ps.relative(i + 1); to > i+1 {
				return x, to
			}
		case w == "in" && ps.fold(i+2) == "the":
			if u := timeUnit(ps.fold(i + 3)); u != 0 {
				return dateExpr{kind: ago, unit: u}, i + 4
			}
		}
		return dateExpr{}, i
	case "year":
		if ps.is(i+1, '-') && ps.glued(i+1) && ps.fold(i+2) == "end" {
			if y := ps.year(i + 3); y > 0 && ps.yearAlone(i+3) {
				return inYear(y), i + 4
			}
			return dateExpr{kind: ago, unit: 'y'}, i + 3
		}
		return dateExpr{}, i
	case "early", "late", "mid", "middle", "end", "beginning", "start":
		j := i + 1
		if ps.is(j, '-') {
			j++
		}
		if ps.fold(j) == "of" {
			j++
			if u := timeUnit(ps.fold(j + 1)); ps.fold(j) == "the" && u != 0 {
				return dateExpr{kind: ago, unit: u}, j + 2
			}
		}
		if ps.fold(j) == "in" && f != "end" && f != "start" && f != "beginning" {
			j++
		}
		if ps.year(j) > 0 && ps.yearAlone(j) {
			return inYear(ps.year(j)), j + 1
		}
		if x, to := ps.decade(j); to > j {
			return x, to
		}
		if j < len(ps.toks) && ps.entry(j).Is(lexicon.Month) || ps.fold(j) == "last" || ps.fold(j) == "this" || ps.fold(j) == "next" {
			if x, to := ps.dateAt(j); to > j && x.kind != onWeekday {
				return x, to
			}
		}
		return dateExpr{}, i
	case "last", "this", "next", "past":
		return ps.relative(i)
	case "back":
		if w := ps.fold(i + 1); (w == "in" || w == "on") && ps.fold(i+2) != "back" {
			if x, to := ps.dateAt(i + 2); to > i+2 {
				return x, to
			}
		}
		return dateExpr{}, i
	case "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		n := 1
		if len(f) > 2 {
			n = int(e.Value)
		}
		return ps.agoAt(i, i+1, n)
	case "the", "first", "second", "third", "fourth":
		j := i
		if f == "the" {
			j++
			if ps.fold(j) == "day" && ps.fold(j+1) == "before" && ps.fold(j+2) == "yesterday" {
				return dateExpr{kind: daysAgo, n: 2}, j + 3
			}
			for _, read := range [...]func(int) (dateExpr, int){ps.season, ps.fiscal, ps.decade} {
				if x, to := read(j); to > j {
					return x, to
				}
			}
			if w := ps.fold(j); (w == "early" || w == "late" || w == "mid") && j+1 < len(ps.toks) {
				k := j + 1
				if ps.is(k, '-') {
					k++
				}
				if x, to := ps.decade(k); to > k {
					return x, to
				}
			}
		}
		return ps.quarterWords(i, j)
	case "q", "h":
		if ps.kind(i+1, token.Number) && ps.glued(i+1) && t.Has(token.Upper) {
			if n := natural(ps.toks[i+1].Text(ps.text)); n >= 1 && (f == "q" && n <= 4 || n <= 2) {
				return ps.partYear(i+2, n, f == "h", false)
			}
			if q, y, ok := strings.Cut(ps.number1(i+1), "'"); ok && len(q) == 1 && len(y) == 2 && y < "50" && q >= "1" && (f == "q" && q <= "4" || q <= "2") { // Q1'21
				n, _ := strconv.Atoi(y)
				if f == "h" {
					return inYear(2000 + n), i + 2
				}
				return dateExpr{date: Date{Year: 2000 + n, Quarter: int(q[0] - '0')}}, i + 2
			}
		}
		return dateExpr{}, i
	case "fy", "fiscal":
		return ps.fiscal(i)
	}
	if e.Is(lexicon.Season) {
		return ps.season(i)
	}
	if e.Is(lexicon.Month) && (t.Has(token.Upper) || len(f) > 5 && f != "march" || ps.year(i+1) > 0 && ps.yearAlone(i+1)) {
		return ps.monthDate(i)
	}
	if e.Is(lexicon.Weekday) && (t.Has(token.Upper) || len(f) > 5 && (ps.fold(i-1) == "on" || ps.fold(i-1) == "by" || ps.fold(i-1) == "until")) {
		if ps.kind(i+1, token.Poss) {
			return dateExpr{}, i
		}
		j := i + 1
		if ps.is(j, '.') && ps.glued(j) && len(f) < 6 {
			j++
		}
		if ps.is(j, ',') {
			j++
		}
		// "Sunday, 2024 April 14", "Monday, March 3"
		if j < len(ps.toks) && !ps.entry(j).Is(lexicon.Weekday) {
			if x, to := ps.dateAt(j); to > j && (x.kind == absolute && x.date.Day != 0 || x.kind == dayOf) {
				return x, to
			}
		}
		if len(f) < 6 {
			return dateExpr{}, i // "Sun", "Sat" without a date are words
		}
		if w := ps.fold(i + 1); ps.fold(i+2) == "week" && (w == "last" || w == "this" || w == "next") && !ps.kind(i+3, token.Poss) {
			return dateExpr{kind: ofWeek, n: int(e.Value), dir: b2i(w == "next") - b2i(w == "last")}, i + 3
		}
		switch ps.fold(i + 1) {
		case "morning", "afternoon", "evening", "night":
			return dateExpr{kind: onWeekday, n: int(e.Value)}, i + 2
		}
		return dateExpr{kind: onWeekday, n: int(e.Value)}, i + 1
	}
	return dateExpr{}, i
}

var theWord = lexicon.Find("the")

// opensTime reports whether a time expression can begin with the article or count at token i: "two years ago", "the third quarter".
func (ps *parse) opensTime(i int) bool {
	if ps.ids[i] != theWord {
		return ps.fold(i+2) == "ago"
	}
	k := i + 1
	if k == len(ps.toks) {
		return false
	}
	switch ps.toks[k].Kind {
	case token.Word:
		f := ps.fold(k)
		return lexicon.CuesOf(ps.ids[k])&lexicon.TimeCue != 0 || f == "day" || f == "financial"
	case token.Number:
		return true
	}
	return ps.is(k, '\'')
}

// timeUnit returns the unit of ago that the word names, 0 if it is none.
func timeUnit(w string) byte {
	switch w {
	case "year", "years":
		return 'y'
	case "quarter", "quarters":
		return 'q'
	case "month", "months":
		return 'm'
	}
	return 0
}

// shortYear returns the year that the two digits at token i stand for after an
// apostrophe or a period's letters: '21, FY21, 1Q21; 0 if they are none.
func (ps *parse) shortYear(i int) int {
	if !ps.kind(i, token.Number) || ps.toks[i].End-ps.toks[i].Start != 2 || ps.glued(i+1) && ps.toks[i+1].Kind != token.Punct {
		return 0
	}
	n := natural(ps.toks[i].Text(ps.text))
	switch {
	case n < 0:
		return 0
	case n < 50:
		return 2000 + n
	}
	return 1900 + n
}

// fiscal reads "FY2021", "FY21", "fiscal 2021", "fiscal year 2021", "2021 fiscal
// year" after "the": the year as named, which need not be that of the calendar.
func (ps *parse) fiscal(i int) (dateExpr, int) {
	j := i
	switch ps.fold(i) {
	case "fy", "fiscal", "financial":
		j++
	default:
		if y := ps.year(i); y > 0 && (ps.fold(i+1) == "fiscal" || ps.fold(i+1) == "financial") && ps.fold(i+2) == "year" {
			return inYear(y), i + 3
		}
		return dateExpr{}, i
	}
	if ps.fold(j) == "year" {
		j++
	}
	if y := ps.year(j); y > 0 {
		return inYear(y), j + 1
	}
	if y := ps.shortYear(j); y > 0 && ps.fold(i) == "fy" && ps.glued(j) {
		return inYear(y), j + 1
	}
	// "fiscal first quarter of 2021"
	if x, to := ps.quarterWords(j, j); to > j && x.kind == absolute {
		return inYear(x.date.Year), to
	}
	return dateExpr{}, i
}

// season reads "summer 2021", "summer of 2021", "the summer of last year": no
// more than the year is known of it.
func (ps *parse) season(i int) (dateExpr, int) {
	e := ps.entry(i)
	if !e.Is(lexicon.Season) {
		return dateExpr{}, i
	}
	j := i + 1
	if ps.fold(j) == "of" {
		j++
	}
	if y := ps.year(j); y > 0 && ps.yearAlone(j) {
		return inYear(y), j + 1
	}
	if x, to := ps.ofYear(dateExpr{kind: seasonOf, n: int(e.Value)}, i+1); to > i+1 {
		return x, to
	}
	return dateExpr{}, i
}

// decade reads "1990s", "2010s", "'90s": a time without a date.
func (ps *parse) decade(i int) (dateExpr, int) {
	j := i
	if ps.is(j, '\'') {
		j++
	}
	w := ""
	if ps.kind(j, token.Number) {
		w = ps.toks[j].Text(ps.text)
	}
	if !(len(w) == 4 && (w[:2] == "19" || w[:2] == "20") || len(w) == 2 && j > i) || w[len(w)-1] != '0' {
		return dateExpr{}, i
	}
	if ps.glued(j+1) && (ps.fold(j+1) == "s" || ps.kind(j+1, token.Poss)) {
		return dateExpr{kind: vagueTime}, j + 2
	}
	return dateExpr{}, i
}

// year returns the year that the number at token i spells, 0 if it is none.
func (ps *parse) year(i int) int {
	if !ps.kind(i, token.Number) {
		return 0
	}
	w := ps.toks[i].Text(ps.text)
	if len(w) != 4 || w[0] != '1' && w[0] != '2' {
		return 0
	}
	if n := natural(w); n >= 1900 && n <= 2099 {
		return n
	}
	return 0
}

// yearAlone reports whether nothing glued to the number at token i makes it something else than a year.
func (ps *parse) yearAlone(i int) bool {
	if i+1 < len(ps.toks) && ps.glued(i+1) {
		n := ps.toks[i+1]
		if n.Kind == token.Word || n.Is('%') || (n.Is('-') || n.Is('–')) && ps.glued(i+2) && ps.kind(i+2, token.Word) || ps.is(i+1, '$') {
			return false
		}
	}
	if ps.glued(i) {
		p := ps.toks[i-1]
		if p.Kind != token.Punct || p.R != '(' && p.R != '"' && p.R != '-' && p.R != '/' && p.R != '[' && p.R != '—' {
			return false
		}
		if p.R == '-' && ps.kind(i-2, token.Word) && ps.fold(i-2) != "mid" {
			return false
		}
	}
	return true
}

// numericDate reads 2021-03-03, 3 March 2021, 2024 April 14, 23/09/2009 and a lone year where the words before it make it one.
func (ps *parse) numericDate(i int) (dateExpr, int) {
	w := ps.toks[i].Text(ps.text)
	if ps.glued(i) && ps.toks[i-1].Kind == token.Word {
		return dateExpr{}, i
	}
	if x, to := ps.decade(i); to > i {
		return x, to
	}
	// 1Q21, 2H 2021
	if q := ps.fold(i + 1); len(w) == 1 && ps.glued(i+1) && (q == "q" || q == "h") && ps.toks[i+1].Has(token.Upper) && (w >= "1" && w <= "4" && q == "q" || w == "1" || w == "2") {
		if x, to := ps.partYear(i+2, int(w[0]-'0'), q == "h", true); x.kind == absolute && to > i+2 {
			return x, to
		}
	}
	// ISO
	if y := ps.year(i); y > 0 {
		if k := i + 1; ps.fold(k) == "q" || ps.is(k, '-') && ps.glued(k) && ps.fold(k+1) == "q" { // "2021 Q1", "2021-Q1"
			if ps.is(k, '-') {
				k++
			}
			if n := natural(ps.number1(k + 1)); n >= 1 && n <= 4 && ps.glued(k+1) && ps.toks[k].Has(token.Upper) && ps.year(k+2) == 0 {
				return dateExpr{date: Date{Year: y, Quarter: n}}, k + 2
			}
		}
		if ps.is(i+1, '/') && ps.is(i+3, '/') && ps.glued(i+1) && ps.glued(i+2) && ps.glued(i+3) && ps.glued(i+4) && ps.kind(i+4, token.Number) { // 2021/03/14
			m, n := ps.number1(i+2), ps.number1(i+4)
			if d := (Date{Year: y, Month: time.Month(natural(m)), Day: natural(n)}); len(m) <= 2 && len(n) <= 2 && d.Month > 0 && d.Day > 0 && d.valid() {
				return dateExpr{date: d}, i + 5
			}
		}
		if ps.is(i+1, '-') && ps.glued(i+1) && ps.kind(i+2, token.Number) && ps.glued(i+2) {
			if ps.is(i+3, '-') && ps.kind(i+4, token.Number) && ps.glued(i+3) && ps.glued(i+4) {
				if d, ok := parseISO(ps.text[ps.toks[i].Start:ps.toks[i+4].End]); ok {
					to := i + 5
					if ps.fold(to) == "t" && ps.glued(to) { // the clock of a timestamp
						for to < len(ps.toks) && ps.glued(to) {
							to++
						}
					}
					return dateExpr{date: d}, to
				}
			}
		}
		if ps.entry(i+1).Is(lexicon.Month) && ps.kind(i+2, token.Number) {
			n := natural(ps.toks[i+2].Text(ps.text))
			if d := (Date{Year: y, Month: time.Month(ps.entry(i + 1).Value), Day: n}); n > 0 && d.valid() {
				return dateExpr{date: d}, i + 3
			}
		}
		if ps.yearAlone(i) && ps.yearContext(i) {
			return dateExpr{date: Date{Year: y}}, i + 1
		}
	}
	if len(w) > 10 {
		return dateExpr{}, i
	}
	if d := dotted(w); !d.IsZero() && !(ps.glued(i+1) && ps.toks[i+1].Kind == token.Word) {
		return dateExpr{date: d}, i + 1
	}
	n := natural(w)
	if n < 1 {
		return dateExpr{}, i
	}
	if n <= 31 && ps.is(i+1, '-') && ps.glued(i+1) && ps.glued(i+2) && ps.is(i+3, '-') && ps.glued(i+3) && ps.glued(i+4) && ps.entry(i+2).Is(lexicon.Month) && ps.year(i+4) > 0 { // 14-Mar-2021
		if d := (Date{Year: ps.year(i + 4), Month: time.Month(ps.entry(i + 2).Value), Day: n}); d.valid() {
			return dateExpr{date: d}, i + 5
		}
	}
	// 23/09/2009: only when one of the two can be no month
	if n <= 31 && (ps.is(i+1, '/') || ps.is(i+1, '.')) && ps.glued(i+1) && ps.kind(i+2, token.Number) && ps.is(i+3, ps.toks[i+1].R) && ps.year(i+4) > 0 && ps.glued(i+4) {
		if m := natural(ps.toks[i+2].Text(ps.text)); m >= 1 {
			d := Date{Year: ps.year(i + 4), Month: time.Month(m), Day: n}
			if n <= 12 && m > 12 {
				d.Month, d.Day = time.Month(n), m
				ps.monthsFirst++
			} else if n <= 12 && n != m {
				return dateExpr{kind: eitherDay, date: d}, i + 5
			} else if n > 12 && d.valid() {
				ps.daysFirst++
			}
			if d.valid() {
				return dateExpr{date: d}, i + 5
			}
		}
	}
	if n > 31 {
		return ps.agoAt(i, i+1, n)
	}
	// 3 March 2021, 3rd of March, 3-5 March 2021
	j := i + 1
	several := false
	if (ps.is(j, '-') || ps.is(j, '–')) && ps.kind(j+1, token.Number) && ps.entry(j+2).Is(lexicon.Month) && ps.toks[j+2].Has(token.Upper) && !ps.glued(j+2) {
		if m := natural(ps.number1(j + 1)); m > n && m <= 31 {
			several = true
			j += 2
		}
	}
	if o := ps.fold(j); ps.glued(j) && (o == "st" || o == "nd" || o == "rd" || o == "th") {
		j++
	}
	if ps.fold(j) == "of" {
		j++
	}
	if j < len(ps.toks) && ps.entry(j).Is(lexicon.Month) && ps.toks[j].Has(token.Upper) && (!ps.glued(j)) {
		m := time.Month(ps.entry(j).Value)
		to := j + 1
		if ps.is(to, '.') && ps.glued(to) && len(ps.fold(j)) < 5 {
			to++
		}
		if ps.is(to, ',') && ps.year(to+1) > 0 {
			to++
		}
		if y := ps.year(to); y > 0 && ps.yearAlone(to) {
			d := Date{Year: y, Month: m, Day: n}
			if !d.valid() {
				return dateExpr{}, i
			}
			if several {
				d.Day = 0
			}
			return dateExpr{date: d}, to + 1
		}
		if several {
			return ps.ofYear(dateExpr{kind: monthOf, date: Date{Month: m}}, to)
		}
		return ps.ofYear(dateExpr{kind: dayOf, date: Date{Month: m, Day: n}}, to)
	}
	return ps.agoAt(i, i+1, n)
}

// dotted reads 23.09.2009 and 2021.03.14; with dots and the year last, the day comes first everywhere.
func dotted(w string) Date {
	a, rest, _ := strings.Cut(w, ".")
	b, c, ok := strings.Cut(rest, ".")
	if !ok {
		return Date{}
	}
	if len(c) == 4 && len(a) <= 2 {
		a, c = c, a
	}
	d := Date{Year: natural(a), Month: time.Month(natural(b)), Day: natural(c)}
	if len(a) != 4 || len(b) > 2 || len(c) > 2 || d.Year < 1900 || d.Year >= 2100 || d.Month < 1 || d.Day < 1 || !d.valid() {
		return Date{}
	}
	return d
}

// natural returns the value of at most nine digits, -1 if s is anything else.
func natural(s string) int {
	if len(s) == 0 || len(s) > 9 {
		return -1
	}
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return -1
		}
		n = n*10 + int(c)
	}
	return n
}

// yearContext reports whether the words around the number at token i make it a year.
func (ps *parse) yearContext(i int) bool {
	switch ps.fold(i - 1) {
	case "in", "since", "by", "of", "until", "till", "during", "from", "through", "to", "before", "after", "and", "for", "its", "their", "his", "her", "the", "late", "early", "year", "throughout", "around", "fiscal", "circa", "between", "summer", "fall", "winter", "spring", "autumn", "mid":
		// "of 2020" but not "of 2020 people"
		if ps.kind(i+1, token.Word) && !ps.glued(i+1) {
			if e := ps.entry(i + 1); e.Is(lexicon.Companynouns|lexicon.Timeunit|lexicon.Magnitude) || ps.fold(i+1) == "people" || ps.fold(i+1) == "employees" || ps.fold(i+1) == "users" || ps.fold(i+1) == "customers" {
				return false
			}
		}
		return true
	}
	if ps.is(i-1, '(') || ps.is(i-1, '[') {
		return true
	}
	if ps.is(i+1, '.') && ps.entry(i-1).Is(lexicon.Season) {
		return true
	}
	return ps.kind(i-1, token.Poss) || ps.entry(i-1).Is(lexicon.Season) || i+1 < len(ps.ids) && ps.fold(i+1) == "series" && i > ps.from
}

// monthDate reads an expression that begins with a month at token i.
func (ps *parse) monthDate(i int) (dateExpr, int) {
	m := time.Month(ps.entry(i).Value)
	f := ps.fold(i)
	j := i + 1
	if ps.is(j, '.') && ps.glued(j) && len(f) < 5 && f != "may" && f != "june" && f != "july" { // these are whole
		j++
	}
	if ps.kind(j, token.Number) && (!ps.glued(j) || j > i+1) {
		w := ps.toks[j].Text(ps.text)
		if y := ps.year(j); y > 0 && ps.yearAlone(j) {
			return dateExpr{date: Date{Year: y, Month: m}}, j + 1
		}
		if d := natural(w); d >= 1 && d <= 31 && len(w) <= 2 {
			to := j + 1
			if o := ps.fold(to); ps.glued(to) && (o == "st" || o == "nd" || o == "rd" || o == "th") {
				to++
			}
			if to < len(ps.toks) && ps.glued(to) && ps.toks[to].Kind == token.Word {
				return dateExpr{}, i
			}
			if x, end := ps.dayRange(m, d, to); end > to {
				return x, end
			}
			if y, end := ps.clockYear(to); y > 0 { // Mon Jul 30 09:15:00 2018
				if x := (Date{Year: y, Month: m, Day: d}); x.valid() {
					return dateExpr{date: x}, end
				}
			}
			k := to
			if ps.is(k, ',') || ps.is(k, '.') && ps.year(k+1) > 0 {
				k++
			}
			if y := ps.year(k); y > 0 && ps.yearAlone(k) {
				x := Date{Year: y, Month: m, Day: d}
				if x.valid() {
					return dateExpr{date: x}, k + 1
				}
				return dateExpr{}, i
			}
			return ps.ofYear(dateExpr{kind: dayOf, date: Date{Month: m, Day: d}}, to)
		}
	}
	if ps.is(j, ',') && ps.year(j+1) > 0 && ps.yearAlone(j+1) {
		return dateExpr{date: Date{Year: ps.year(j + 1), Month: m}}, j + 2
	}
	if ps.year(j+1) > 0 && (ps.fold(j) == "of" || ps.is(j, '-') && ps.glued(j) && ps.glued(j+1) && !ps.glued(j+2)) { // Mar-2021
		return dateExpr{date: Date{Year: ps.year(j + 1), Month: m}}, j + 2
	}
	if ps.is(j, '\'') && ps.glued(j+1) && !ps.glued(j) { // March '21
		if y := ps.shortYear(j + 1); y > 0 {
			return dateExpr{date: Date{Year: y, Month: m}}, j + 2
		}
	}
	// "March to May 2021", "March-May 2021": the year is that of both
	if k := j + 1; (ps.is(j, '-') || ps.is(j, '–') || ps.fold(j) == "to" || ps.fold(j) == "through" || ps.fold(j) == "and") && ps.entry(k).Is(lexicon.Month) && ps.toks[k].Has(token.Upper) && int(m) < int(ps.entry(k).Value) {
		if y := ps.year(k + 1); y > 0 && ps.yearAlone(k+1) {
			return dateExpr{date: Date{Year: y, Month: m}}, j
		}
	}
	if len(f) < 4 && f != "may" {
		return dateExpr{}, i
	}
	if ps.kind(j, token.Word) && ps.toks[j].Has(token.Upper) && !ps.glued(j) && !ps.toks[j].Has(token.Para) && !ps.asksForMonth(i) {
		return dateExpr{}, i // "August Capital", "April Jones"
	}
	if f == "may" || f == "march" || len(f) < 5 && f != "june" && f != "july" && f != "sept" {
		// words that are also others: only after a word that asks for a month
		if !ps.asksForMonth(i) {
			return dateExpr{}, i
		}
		if f == "may" && !ps.toks[i].Has(token.Upper) {
			return dateExpr{}, i
		}
	}
	return ps.ofYear(dateExpr{kind: monthOf, date: Date{Month: m}}, j)
}

// dayRange reads "-5, 2021" or "and 4" after "March 3": the days of a range are known to the month.
func (ps *parse) dayRange(m time.Month, d, j int) (dateExpr, int) {
	if !(ps.is(j, '-') || ps.is(j, '–') || ps.fold(j) == "and" || ps.fold(j) == "to" || ps.is(j, '&')) || !ps.kind(j+1, token.Number) {
		return dateExpr{}, j
	}
	e := natural(ps.number1(j + 1))
	if e <= d || e > 31 {
		return dateExpr{}, j
	}
	to := j + 2
	if o := ps.fold(to); ps.glued(to) && (o == "st" || o == "nd" || o == "rd" || o == "th") {
		to++
	}
	k := to
	if ps.is(k, ',') {
		k++
	}
	if y := ps.year(k); y > 0 && ps.yearAlone(k) {
		return dateExpr{date: Date{Year: y, Month: m}}, k + 1
	}
	if ps.is(j, '-') || ps.is(j, '–') {
		return dateExpr{kind: monthOf, date: Date{Month: m}}, to
	}
	return dateExpr{}, j
}

// clockYear reads "09:15:00 2018" with a zone between at token j.
func (ps *parse) clockYear(j int) (year, to int) {
	if !ps.kind(j, token.Number) || !ps.is(j+1, ':') {
		return 0, j
	}
	for j+1 < len(ps.toks) && (ps.kind(j, token.Number) && ps.year(j) == 0 || ps.is(j, ':')) {
		j++
	}
	if ps.kind(j, token.Word) && ps.toks[j].Has(token.AllUpper) {
		j++
	}
	return ps.year(j), j + 1
}

// number1 returns the text of the number at token i, "" if it is none.
func (ps *parse) number1(i int) string {
	if !ps.kind(i, token.Number) {
		return ""
	}
	return ps.toks[i].Text(ps.text)
}

// asksForMonth reports whether the word before token i makes a month of a word that may be another.
func (ps *parse) asksForMonth(i int) bool {
	switch ps.fold(i - 1) {
	case "in", "since", "last", "early", "late", "by", "until", "of", "this", "next", "mid", "during", "from", "through", "before":
		return true
	}
	return ps.is(i-1, '-') && ps.fold(i-2) == "mid"
}

// ofYear reads "last year", "this year", "of last year" after a date without year.
func (ps *parse) ofYear(x dateExpr, j int) (dateExpr, int) {
	k := j
	if ps.is(k, ',') {
		k++
	}
	if ps.fold(k) == "of" || ps.fold(k) == "in" {
		k++
	}
	if ps.fold(k+1) == "year" && !ps.kind(k+2, token.Poss) {
		switch ps.fold(k) {
		case "last":
			x.year = -1
			return x, k + 2
		case "this":
			x.year = 1
			return x, k + 2
		case "next":
			x.year = 2
			return x, k + 2
		}
	}
	return x, j
}

// relative reads "last year", "this month", "next Tuesday", "last October" at token i.
func (ps *parse) relative(i int) (dateExpr, int) {
	var dir, step, year int // as in dateExpr; step is how many units ago
	switch ps.fold(i) {
	case "last":
		dir, step, year = -1, 1, -1
	case "this":
		dir, step, year = 2, 0, 1
	case "next":
		dir, step, year = 1, -1, 2
	default:
		return dateExpr{}, i
	}
	j := i + 1
	if j >= len(ps.toks) {
		return dateExpr{}, i
	}
	e := ps.entry(j)
	if ps.kind(j+1, token.Poss) && !e.Is(lexicon.Month|lexicon.Weekday) {
		if ps.fold(j) == "year" {
			return dateExpr{kind: ago, unit: 'y', n: step}, j + 1
		}
		return dateExpr{}, i
	}
	switch ps.fold(j) {
	case "year":
		if ps.fold(j+1) == "in" && ps.entry(j+2).Is(lexicon.Month) && ps.toks[j+2].Has(token.Upper) && !ps.kind(j+3, token.Number) {
			return dateExpr{kind: monthOf, date: Date{Month: time.Month(ps.entry(j + 2).Value)}, year: year}, j + 3
		}
		return dateExpr{kind: ago, unit: 'y', n: step}, j + 1
	case "month":
		return dateExpr{kind: ago, unit: 'm', n: step}, j + 1
	case "quarter":
		return dateExpr{kind: ago, unit: 'q', n: step}, j + 1
	case "week", "weekend":
		// a week is known no better than by its month, and not even that
		if k := j + 1; k < len(ps.toks) && ps.entry(k).Is(lexicon.Weekday) && ps.toks[k].Has(token.Upper) {
			return dateExpr{kind: vagueTime}, k + 1
		}
		return dateExpr{kind: vagueTime}, j + 1
	case "morning", "afternoon", "evening":
		return dateExpr{kind: daysAgo}, j + 1
	case "night":
		return dateExpr{kind: vagueTime}, j + 1
	case "spring", "summer", "fall", "autumn", "winter":
		if dir == 1 {
			return dateExpr{kind: vagueTime}, j + 1
		}
		return dateExpr{kind: seasonOf, n: int(e.Value), dir: dir}, j + 1
	}
	if e.Is(lexicon.Month) && (ps.toks[j].Has(token.Upper) || ps.fold(j) != "may" && len(ps.fold(j)) > 3 && ps.fold(j) != "march") {
		x, to := ps.monthDate(j)
		if to == j {
			x, to = dateExpr{kind: monthOf, date: Date{Month: time.Month(e.Value)}}, j+1
		}
		x.dir = dir
		return x, to
	}
	if e.Is(lexicon.Weekday) && (ps.toks[j].Has(token.Upper) || len(ps.fold(j)) > 5) {
		d := dir
		if d == 2 {
			d = 0
		}
		return dateExpr{kind: onWeekday, n: int(e.Value), dir: d}, j + 1
	}
	return dateExpr{}, i
}

// agoAt reads "[two] years ago", "[a] month earlier" after a count.
func (ps *parse) agoAt(i, j, n int) (dateExpr, int) {
	if ps.fold(j+1) != "ago" {
		return dateExpr{}, i
	}
	switch ps.fold(j) {
	case "day", "days":
		if n > 31 {
			return dateExpr{kind: vagueTime}, j + 2 // a round number rather than a day
		}
		return dateExpr{kind: daysAgo, n: n}, j + 2
	case "week", "weeks", "decade", "decades":
		return dateExpr{kind: vagueTime}, j + 2
	case "month", "months":
		return dateExpr{kind: ago, unit: 'm', n: n}, j + 2
	case "year", "years":
		return dateExpr{kind: ago, unit: 'y', n: n}, j + 2
	case "quarter", "quarters":
		return dateExpr{kind: ago, unit: 'q', n: n}, j + 2
	}
	return dateExpr{}, i
}

// quarterWords reads "the first quarter of 2020"; j is the ordinal, i where the expression begins.
func (ps *parse) quarterWords(i, j int) (dateExpr, int) {
	e := ps.entry(j)
	k := j + 1
	if ps.is(k, '-') && ps.glued(k) && ps.glued(k+1) { // "third-quarter 2020"
		k++
	}
	half := ps.fold(k) == "half"
	if !e.Is(lexicon.Ordinal) || e.Value > 4 || ps.fold(k) != "quarter" && !(half && e.Value <= 2) || i == j && ps.fold(i-1) == "the" {
		return dateExpr{}, i
	}
	x, to := ps.partYear(k+1, int(e.Value), half, false)
	if to == k+1 && (k > j+1 || half && (ps.fold(i-1) != "in" && ps.fold(i-1) != "during" || ps.fold(to) == "of")) {
		return dateExpr{}, i // "third-quarter results", "the first half of the game"
	}
	return x, to
}

// partYear reads the year after a quarter or half: "2021", "of 2021", "FY21",
// "'21". short says that two digits may be glued to it: 1Q21.
func (ps *parse) partYear(j, q int, half, short bool) (dateExpr, int) {
	of := func(y int) dateExpr {
		if half {
			return inYear(y)
		}
		return dateExpr{date: Date{Year: y, Quarter: q}}
	}
	k := j
	if ps.is(k, '/') && ps.glued(k) && ps.glued(k+1) {
		k++
	}
	if ps.fold(k) == "of" {
		k++
	}
	if f := ps.fold(k); f == "fy" || f == "fiscal" { // a quarter of another year than the calendar's
		if x, to := ps.fiscal(k); to > k {
			return x, to
		}
	}
	if ps.is(k, '\'') && ps.glued(k+1) {
		if y := ps.shortYear(k + 1); y > 0 {
			return of(y), k + 2
		}
	}
	if y := ps.shortYear(k); short && y > 0 && ps.glued(k) {
		return of(y), k + 1
	}
	if y := ps.year(k); y > 0 && (ps.yearAlone(k) || k > j && ps.is(k-1, '/')) {
		return of(y), k + 1
	}
	k = j
	if ps.fold(k) == "in" {
		k++
	}
	if y := ps.year(k); y > 0 && ps.yearAlone(k) {
		return of(y), k + 1
	}
	if half {
		return ps.ofYear(dateExpr{kind: halfOf, n: q}, j)
	}
	return ps.ofYear(dateExpr{kind: quarterOf, date: Date{Quarter: q}}, j)
}
