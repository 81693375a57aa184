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
	unit byte
	dir  int8 // -1 last, 0 none, 1 next, 2 this
	year int8 // for monthOf and quarterOf: 0 unknown, -1 last year, 1 this year, 2 next year
	n    int
	date Date
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
		return pub.addDays(7*int(e.dir) - monday + (e.n+6)%7)
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
	t := &ps.toks[i]
	switch t.Kind {
	case token.Number:
		return ps.numericDate(i)
	case token.Word:
	default:
		return dateExpr{}, i
	}
	id := ps.ids[i]
	switch id {
	case 0:
		return dateExpr{}, i
	case lexicon.WordToday, lexicon.WordTonight, lexicon.WordYesterday, lexicon.WordTomorrow:
		return ps.dayWord(i)
	case lexicon.WordEarlier, lexicon.WordLater:
		switch w := ps.word(i + 1); w {
		case lexicon.WordToday:
			return dateExpr{kind: daysAgo}, i + 2
		case lexicon.WordThis, lexicon.WordLast:
			if x, to := ps.relative(i + 1); to > i+1 {
				return x, to
			}
		case lexicon.WordIn:
			if ps.word(i+2) == lexicon.WordThe {
				if u := timeUnit(ps.word(i + 3)); u != 0 {
					return dateExpr{kind: ago, unit: u}, i + 4
				}
			}
		}
		return dateExpr{}, i
	case lexicon.WordYear:
		if ps.is(i+1, '-') && ps.glued(i+1) && ps.word(i+2) == lexicon.WordEnd {
			if y := ps.year(i + 3); y > 0 && ps.yearAlone(i+3) {
				return inYear(y), i + 4
			}
			return dateExpr{kind: ago, unit: 'y'}, i + 3
		}
		return dateExpr{}, i
	case lexicon.WordEarly, lexicon.WordLate, lexicon.WordMid, lexicon.WordMiddle, lexicon.WordEnd, lexicon.WordBeginning, lexicon.WordStart:
		return ps.partOfTime(i, id)
	case lexicon.WordLast, lexicon.WordThis, lexicon.WordNext, lexicon.WordPast:
		return ps.relative(i)
	case lexicon.WordBack:
		if w := ps.word(i + 1); (w == lexicon.WordIn || w == lexicon.WordOn) && ps.word(i+2) != lexicon.WordBack {
			if x, to := ps.dateAt(i + 2); to > i+2 {
				return x, to
			}
		}
		return dateExpr{}, i
	case lexicon.WordA, lexicon.WordAn:
		return ps.agoAt(i, i+1, 1)
	case lexicon.WordOne, lexicon.WordTwo, lexicon.WordThree, lexicon.WordFour, lexicon.WordFive, lexicon.WordSix, lexicon.WordSeven, lexicon.WordEight, lexicon.WordNine, lexicon.WordTen:
		return ps.agoAt(i, i+1, int(lexicon.At(id).Value))
	case lexicon.WordThe:
		return ps.afterThe(i)
	case lexicon.WordFirst, lexicon.WordSecond, lexicon.WordThird, lexicon.WordFourth:
		return ps.quarterWords(i, i)
	case lexicon.WordQ, lexicon.WordH:
		return ps.quarterLetter(i, id == lexicon.WordH)
	case lexicon.WordFy, lexicon.WordFiscal:
		return ps.fiscal(i)
	}
	switch e := lexicon.At(id); {
	case e.Is(lexicon.Season):
		return ps.season(i)
	case e.Is(lexicon.Month) && (t.Has(token.Upper) || len(ps.fold(i)) > 5 || ps.year(i+1) > 0 && ps.yearAlone(i+1)):
		return ps.monthDate(i)
	case e.Is(lexicon.Weekday):
		return ps.weekday(i)
	}
	return dateExpr{}, i
}

// dayWord reads "today", "yesterday morning" at token i.
func (ps *parse) dayWord(i int) (dateExpr, int) {
	t := &ps.toks[i]
	if t.Has(token.Upper) && !t.Has(token.Line) && ps.kind(i-1, token.Word) && ps.toks[i-1].Has(token.Upper) {
		return dateExpr{}, i // part of a name: "Task Today"
	}
	if ps.kind(i+1, token.Poss) {
		return dateExpr{}, i
	}
	x := dateExpr{kind: daysAgo}
	switch ps.ids[i] {
	case lexicon.WordYesterday:
		x.n = 1
	case lexicon.WordTomorrow:
		x.n = -1
	case lexicon.WordTonight:
		return x, i + 1
	}
	switch ps.word(i + 1) {
	case lexicon.WordMorning, lexicon.WordAfternoon, lexicon.WordEvening:
		return x, i + 2
	}
	return x, i + 1
}

// partOfTime reads "early 2021", "end of the year", "mid-March" at token i, which is the word id.
func (ps *parse) partOfTime(i int, id lexicon.ID) (dateExpr, int) {
	j := i + 1
	if ps.is(j, '-') {
		j++
	}
	if ps.word(j) == lexicon.WordOf {
		j++
		if u := timeUnit(ps.word(j + 1)); ps.word(j) == lexicon.WordThe && u != 0 {
			return dateExpr{kind: ago, unit: u}, j + 2
		}
	}
	if ps.word(j) == lexicon.WordIn && id != lexicon.WordEnd && id != lexicon.WordStart && id != lexicon.WordBeginning {
		j++
	}
	if ps.kind(j, token.Word) {
		if w := ps.ids[j]; lexicon.At(w).Is(lexicon.Month) || w == lexicon.WordLast || w == lexicon.WordThis || w == lexicon.WordNext {
			if x, to := ps.dateAt(j); to > j && x.kind != onWeekday {
				return x, to
			}
		}
		return dateExpr{}, i
	}
	if y := ps.year(j); y > 0 && ps.yearAlone(j) {
		return inYear(y), j + 1
	}
	if x, to := ps.decade(j); to > j {
		return x, to
	}
	return dateExpr{}, i
}

// afterThe reads "the first quarter", "the summer of 2021", "the early 2000s" at the article at token i.
func (ps *parse) afterThe(i int) (dateExpr, int) {
	j := i + 1
	if ps.word(j) == lexicon.WordDay && ps.word(j+1) == lexicon.WordBefore && ps.word(j+2) == lexicon.WordYesterday {
		return dateExpr{kind: daysAgo, n: 2}, j + 3
	}
	if x, to := ps.season(j); to > j {
		return x, to
	}
	if x, to := ps.fiscal(j); to > j {
		return x, to
	}
	if x, to := ps.decade(j); to > j {
		return x, to
	}
	switch ps.word(j) {
	case lexicon.WordEarly, lexicon.WordLate, lexicon.WordMid:
		k := j + 1
		if ps.is(k, '-') {
			k++
		}
		if x, to := ps.decade(k); to > k {
			return x, to
		}
	}
	return ps.quarterWords(i, j)
}

// quarterLetter reads "Q1 2021", or "H1 2021" if half is set, at token i.
func (ps *parse) quarterLetter(i int, half bool) (dateExpr, int) {
	if !ps.kind(i+1, token.Number) || !ps.glued(i+1) || !ps.toks[i].Has(token.Upper) {
		return dateExpr{}, i
	}
	w := ps.toks[i+1].Text(ps.text)
	if n := natural(w); n >= 1 && (!half && n <= 4 || n <= 2) {
		return ps.partYear(i+2, n, half, false)
	}
	if q, y, ok := strings.Cut(w, "'"); ok && len(q) == 1 && len(y) == 2 && y < "50" && q >= "1" && (!half && q <= "4" || q <= "2") { // Q1'21
		n, _ := strconv.Atoi(y)
		if half {
			return inYear(2000 + n), i + 2
		}
		return dateExpr{date: Date{Year: 2000 + n, Quarter: int(q[0] - '0')}}, i + 2
	}
	return dateExpr{}, i
}

// weekday reads "Monday", "Tuesday morning", "Monday, March 3" at token i.
func (ps *parse) weekday(i int) (dateExpr, int) {
	f := ps.fold(i)
	if !ps.toks[i].Has(token.Upper) {
		if len(f) <= 5 {
			return dateExpr{}, i
		}
		switch ps.word(i - 1) {
		case lexicon.WordOn, lexicon.WordBy, lexicon.WordUntil:
		default:
			return dateExpr{}, i
		}
	}
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
	x := dateExpr{kind: onWeekday, n: int(ps.entry(i).Value)}
	next := ps.word(i + 1)
	if ps.word(i+2) == lexicon.WordWeek && !ps.kind(i+3, token.Poss) {
		switch next {
		case lexicon.WordLast:
			x.kind, x.dir = ofWeek, -1
			return x, i + 3
		case lexicon.WordThis:
			x.kind = ofWeek
			return x, i + 3
		case lexicon.WordNext:
			x.kind, x.dir = ofWeek, 1
			return x, i + 3
		}
	}
	switch next {
	case lexicon.WordMorning, lexicon.WordAfternoon, lexicon.WordEvening, lexicon.WordNight:
		return x, i + 2
	}
	return x, i + 1
}

// opensTime reports whether a time expression can begin with the article or count at token i: "two years ago", "the third quarter".
func (ps *parse) opensTime(i int) bool {
	if ps.ids[i] != lexicon.WordThe {
		return ps.word(i+2) == lexicon.WordAgo
	}
	k := i + 1
	if k == len(ps.toks) {
		return false
	}
	switch t := &ps.toks[k]; t.Kind {
	case token.Word:
		id := ps.ids[k]
		return lexicon.CuesOf(id)&lexicon.TimeCue != 0 || id == lexicon.WordDay || id == lexicon.WordFinancial
	case token.Number:
		return true
	case token.Punct:
		return t.R == '\''
	}
	return false
}

// timeUnit returns the unit of ago that the word names, 0 if it is none.
func timeUnit(w lexicon.ID) byte {
	switch w {
	case lexicon.WordYear, lexicon.WordYears:
		return 'y'
	case lexicon.WordQuarter, lexicon.WordQuarters:
		return 'q'
	case lexicon.WordMonth, lexicon.WordMonths:
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
	switch ps.word(i) {
	case lexicon.WordFy, lexicon.WordFiscal, lexicon.WordFinancial:
		j++
	default:
		if w := ps.word(i + 1); (w == lexicon.WordFiscal || w == lexicon.WordFinancial) && ps.word(i+2) == lexicon.WordYear {
			if y := ps.year(i); y > 0 {
				return inYear(y), i + 3
			}
		}
		return dateExpr{}, i
	}
	if ps.word(j) == lexicon.WordYear {
		j++
	}
	if y := ps.year(j); y > 0 {
		return inYear(y), j + 1
	}
	if y := ps.shortYear(j); y > 0 && ps.word(i) == lexicon.WordFy && ps.glued(j) {
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
	if ps.word(j) == lexicon.WordOf {
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
	w := ps.number1(j)
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
	t := &ps.toks[i]
	if t.End-t.Start != 4 {
		return 0
	}
	if n := natural(t.Text(ps.text)); n >= 1900 && n <= 2099 {
		return n
	}
	return 0
}

// yearAlone reports whether nothing glued to the number at token i makes it something else than a year.
func (ps *parse) yearAlone(i int) bool {
	if i+1 < len(ps.toks) && ps.glued(i+1) {
		n := &ps.toks[i+1]
		if n.Kind == token.Word || n.Is('%') || (n.Is('-') || n.Is('–')) && ps.glued(i+2) && ps.kind(i+2, token.Word) || ps.is(i+1, '$') {
			return false
		}
	}
	if ps.glued(i) {
		p := &ps.toks[i-1]
		if p.Kind != token.Punct || p.R != '(' && p.R != '"' && p.R != '-' && p.R != '/' && p.R != '[' && p.R != '—' {
			return false
		}
		if p.R == '-' && ps.kind(i-2, token.Word) && ps.word(i-2) != lexicon.WordMid {
			return false
		}
	}
	return true
}

// numericDate reads 2021-03-03, 3 March 2021, 2024 April 14, 23/09/2009 and a lone year where the words before it make it one.
func (ps *parse) numericDate(i int) (dateExpr, int) {
	if ps.glued(i) && ps.toks[i-1].Kind == token.Word {
		return dateExpr{}, i
	}
	t := &ps.toks[i]
	w := t.Text(ps.text)
	if len(w) == 4 {
		if w[3] == '0' {
			if x, to := ps.decade(i); to > i {
				return x, to
			}
		}
		if y := ps.year(i); y > 0 {
			if x, to := ps.yearFirst(i, y); to > i {
				return x, to
			}
		}
	}
	if len(w) > 10 {
		return dateExpr{}, i
	}
	n := natural(w)
	if n < 0 {
		if d := dotted(w); !d.IsZero() && !(ps.glued(i+1) && ps.toks[i+1].Kind == token.Word) {
			return dateExpr{date: d}, i + 1
		}
	}
	switch {
	case n < 1 || i+1 == len(ps.toks):
		return dateExpr{}, i
	case n > 31:
		return ps.agoAt(i, i+1, n)
	}
	switch next := &ps.toks[i+1]; next.Kind {
	case token.Punct:
		return ps.dayMark(i, n, next.R)
	case token.Word:
		switch id := ps.ids[i+1]; id {
		case 0:
			return dateExpr{}, i
		case lexicon.WordQ, lexicon.WordH: // 1Q21, 2H 2021
			half := id == lexicon.WordH
			if len(w) == 1 && (n <= 2 || !half && n <= 4) && ps.glued(i+1) && next.Has(token.Upper) {
				if x, to := ps.partYear(i+2, n, half, true); x.kind == absolute && to > i+2 {
					return x, to
				}
			}
		case lexicon.WordOf, lexicon.WordSt, lexicon.WordNd, lexicon.WordRd, lexicon.WordTh:
			if x, to := ps.dayMonth(i, i+1, n, false); to > i {
				return x, to
			}
		default:
			if lexicon.At(id).Is(lexicon.Month) {
				if x, to := ps.dayMonth(i, i+1, n, false); to > i {
					return x, to
				}
			}
		}
		return ps.agoAt(i, i+1, n)
	}
	return dateExpr{}, i
}

// yearFirst reads "2021-03-03", "2021/03/14", "2021 Q1", "2024 April 14" or a lone year where the words around
// it make it one; y is the year at token i.
func (ps *parse) yearFirst(i, y int) (dateExpr, int) {
	k := i + 1
	hyphen := ps.is(k, '-') && ps.glued(k)
	if hyphen && ps.word(k+1) == lexicon.WordQ {
		k++
	}
	if ps.word(k) == lexicon.WordQ { // "2021 Q1", "2021-Q1"
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
	if hyphen && ps.kind(i+2, token.Number) && ps.glued(i+2) && ps.is(i+3, '-') && ps.kind(i+4, token.Number) && ps.glued(i+3) && ps.glued(i+4) { // ISO
		if d, ok := parseISO(ps.text[ps.toks[i].Start:ps.toks[i+4].End]); ok {
			to := i + 5
			if ps.word(to) == lexicon.WordT && ps.glued(to) { // the clock of a timestamp
				for to < len(ps.toks) && ps.glued(to) {
					to++
				}
			}
			return dateExpr{date: d}, to
		}
	}
	if e := ps.entry(i + 1); e.Is(lexicon.Month) {
		n := natural(ps.number1(i + 2))
		if d := (Date{Year: y, Month: time.Month(e.Value), Day: n}); n > 0 && d.valid() {
			return dateExpr{date: d}, i + 3
		}
	}
	if ps.yearAlone(i) && ps.yearContext(i) {
		return inYear(y), i + 1
	}
	return dateExpr{}, i
}

// dayMark reads a date of which the day or month n stands at token i before the mark r: "14-Mar-2021", "23/09/2009", "3-5 March 2021".
func (ps *parse) dayMark(i, n int, r rune) (dateExpr, int) {
	switch r {
	case '-':
		if ps.glued(i+1) && ps.glued(i+2) && ps.is(i+3, '-') && ps.glued(i+3) && ps.glued(i+4) && ps.entry(i+2).Is(lexicon.Month) && ps.year(i+4) > 0 { // 14-Mar-2021
			if d := (Date{Year: ps.year(i + 4), Month: time.Month(ps.entry(i + 2).Value), Day: n}); d.valid() {
				return dateExpr{date: d}, i + 5
			}
		}
	case '/', '.':
		// 23/09/2009: only when one of the two can be no month
		if ps.glued(i+1) && ps.kind(i+2, token.Number) && ps.is(i+3, r) && ps.year(i+4) > 0 && ps.glued(i+4) {
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
		return dateExpr{}, i
	case '–':
	default:
		return dateExpr{}, i
	}
	if j := i + 2; ps.entry(j+1).Is(lexicon.Month) && ps.toks[j+1].Has(token.Upper) && !ps.glued(j+1) {
		if m := natural(ps.number1(j)); m > n && m <= 31 {
			return ps.dayMonth(i, j+1, n, true)
		}
	}
	return dateExpr{}, i
}

// dayMonth reads the month after a day: "3 March 2021", "3rd of March". The date begins at token i with the
// day n, and goes on at token j; several says that n is the first of some days.
func (ps *parse) dayMonth(i, j, n int, several bool) (dateExpr, int) {
	if ps.ordinalEnd(j) {
		j++
	}
	if ps.word(j) == lexicon.WordOf {
		j++
	}
	e := ps.entry(j)
	if !e.Is(lexicon.Month) || !ps.toks[j].Has(token.Upper) || ps.glued(j) {
		return dateExpr{}, i
	}
	m := time.Month(e.Value)
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

// ordinalEnd reports whether the ending of an ordinal is glued to the number before token i: 3rd.
func (ps *parse) ordinalEnd(i int) bool {
	switch ps.word(i) {
	case lexicon.WordSt, lexicon.WordNd, lexicon.WordRd, lexicon.WordTh:
		return ps.glued(i)
	}
	return false
}

// dotted reads 23.09.2009 and 2021.03.14; with dots and the year last, the day comes first everywhere.
func dotted(w string) Date {
	if len(w) < len("1.1.2009") {
		return Date{}
	}
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
	switch ps.word(i - 1) {
	case lexicon.WordIn, lexicon.WordSince, lexicon.WordBy, lexicon.WordOf, lexicon.WordUntil, lexicon.WordTill, lexicon.WordDuring, lexicon.WordFrom, lexicon.WordThrough, lexicon.WordTo, lexicon.WordBefore, lexicon.WordAfter, lexicon.WordAnd, lexicon.WordFor, lexicon.WordIts, lexicon.WordTheir, lexicon.WordHis, lexicon.WordHer,
		lexicon.WordThe, lexicon.WordLate, lexicon.WordEarly, lexicon.WordYear, lexicon.WordThroughout, lexicon.WordAround, lexicon.WordFiscal, lexicon.WordCirca, lexicon.WordBetween, lexicon.WordSummer, lexicon.WordFall, lexicon.WordWinter, lexicon.WordSpring, lexicon.WordAutumn, lexicon.WordMid:
		// "of 2020" but not "of 2020 people"
		if ps.kind(i+1, token.Word) && !ps.glued(i+1) {
			if ps.entry(i + 1).Is(lexicon.Companynouns | lexicon.Timeunit | lexicon.Magnitude) {
				return false
			}
			switch ps.ids[i+1] {
			case lexicon.WordPeople, lexicon.WordEmployees, lexicon.WordUsers, lexicon.WordCustomers:
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
	return ps.kind(i-1, token.Poss) || ps.entry(i-1).Is(lexicon.Season) || ps.word(i+1) == lexicon.WordSeries && i > ps.from
}

// monthDate reads an expression that begins with a month at token i.
func (ps *parse) monthDate(i int) (dateExpr, int) {
	id := ps.ids[i]
	m := time.Month(lexicon.At(id).Value)
	letters := len(ps.fold(i))
	whole := letters > 4 || id == lexicon.WordMay || id == lexicon.WordJune || id == lexicon.WordJuly // no abbreviation
	j := i + 1
	if !whole && ps.is(j, '.') && ps.glued(j) {
		j++
	}
	if ps.kind(j, token.Number) && (!ps.glued(j) || j > i+1) {
		w := ps.toks[j].Text(ps.text)
		if y := ps.year(j); y > 0 && ps.yearAlone(j) {
			return dateExpr{date: Date{Year: y, Month: m}}, j + 1
		}
		if d := natural(w); d >= 1 && d <= 31 && len(w) <= 2 {
			to := j + 1
			if ps.ordinalEnd(to) {
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
	if ps.year(j+1) > 0 && (ps.word(j) == lexicon.WordOf || ps.is(j, '-') && ps.glued(j) && ps.glued(j+1) && !ps.glued(j+2)) { // Mar-2021
		return dateExpr{date: Date{Year: ps.year(j + 1), Month: m}}, j + 2
	}
	if ps.is(j, '\'') && ps.glued(j+1) && !ps.glued(j) { // March '21
		if y := ps.shortYear(j + 1); y > 0 {
			return dateExpr{date: Date{Year: y, Month: m}}, j + 2
		}
	}
	// "March to May 2021", "March-May 2021": the year is that of both
	if k := j + 1; ps.entry(k).Is(lexicon.Month) && ps.toks[k].Has(token.Upper) && int(m) < int(ps.entry(k).Value) && ps.rangeMark(j) {
		if y := ps.year(k + 1); y > 0 && ps.yearAlone(k+1) {
			return dateExpr{date: Date{Year: y, Month: m}}, j
		}
	}
	if letters < 4 && id != lexicon.WordMay {
		return dateExpr{}, i
	}
	if ps.kind(j, token.Word) && ps.toks[j].Has(token.Upper) && !ps.glued(j) && !ps.toks[j].Has(token.Para) && !ps.asksForMonth(i) {
		return dateExpr{}, i // "August Capital", "April Jones"
	}
	if id == lexicon.WordMay || id == lexicon.WordMarch || !whole && id != lexicon.WordSept {
		// words that are also others: only after a word that asks for a month
		if !ps.asksForMonth(i) {
			return dateExpr{}, i
		}
		if id == lexicon.WordMay && !ps.toks[i].Has(token.Upper) {
			return dateExpr{}, i
		}
	}
	return ps.ofYear(dateExpr{kind: monthOf, date: Date{Month: m}}, j)
}

// rangeMark reports whether token i may stand between the bounds of a range of months.
func (ps *parse) rangeMark(i int) bool {
	switch ps.word(i) {
	case lexicon.WordTo, lexicon.WordThrough, lexicon.WordAnd:
		return true
	}
	return ps.is(i, '-') || ps.is(i, '–')
}

// dayRange reads "-5, 2021" or "and 4" after "March 3": the days of a range are known to the month.
func (ps *parse) dayRange(m time.Month, d, j int) (dateExpr, int) {
	if !ps.kind(j+1, token.Number) || !(ps.is(j, '-') || ps.is(j, '–') || ps.word(j) == lexicon.WordAnd || ps.word(j) == lexicon.WordTo || ps.is(j, '&')) {
		return dateExpr{}, j
	}
	e := natural(ps.number1(j + 1))
	if e <= d || e > 31 {
		return dateExpr{}, j
	}
	to := j + 2
	if ps.ordinalEnd(to) {
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
	switch ps.word(i - 1) {
	case lexicon.WordIn, lexicon.WordSince, lexicon.WordLast, lexicon.WordEarly, lexicon.WordLate, lexicon.WordBy, lexicon.WordUntil, lexicon.WordOf, lexicon.WordThis, lexicon.WordNext, lexicon.WordMid, lexicon.WordDuring, lexicon.WordFrom, lexicon.WordThrough, lexicon.WordBefore:
		return true
	}
	return ps.is(i-1, '-') && ps.word(i-2) == lexicon.WordMid
}

// ofYear reads "last year", "this year", "of last year" after a date without year.
func (ps *parse) ofYear(x dateExpr, j int) (dateExpr, int) {
	k := j
	if ps.is(k, ',') {
		k++
	}
	if w := ps.word(k); w == lexicon.WordOf || w == lexicon.WordIn {
		k++
	}
	if ps.word(k+1) == lexicon.WordYear && !ps.kind(k+2, token.Poss) {
		switch ps.word(k) {
		case lexicon.WordLast:
			x.year = -1
			return x, k + 2
		case lexicon.WordThis:
			x.year = 1
			return x, k + 2
		case lexicon.WordNext:
			x.year = 2
			return x, k + 2
		}
	}
	return x, j
}

// relative reads "last year", "this month", "next Tuesday", "last October" at token i.
func (ps *parse) relative(i int) (dateExpr, int) {
	var dir, year int8 // as in dateExpr
	var step int       // how many units ago
	switch ps.word(i) {
	case lexicon.WordLast:
		dir, step, year = -1, 1, -1
	case lexicon.WordThis:
		dir, step, year = 2, 0, 1
	case lexicon.WordNext:
		dir, step, year = 1, -1, 2
	default:
		return dateExpr{}, i
	}
	j := i + 1
	if !ps.kind(j, token.Word) {
		return dateExpr{}, i
	}
	id := ps.ids[j]
	e := lexicon.At(id)
	if !e.Is(lexicon.Month|lexicon.Weekday) && ps.kind(j+1, token.Poss) {
		if id == lexicon.WordYear {
			return dateExpr{kind: ago, unit: 'y', n: step}, j + 1
		}
		return dateExpr{}, i
	}
	switch id {
	case lexicon.WordYear:
		if ps.word(j+1) == lexicon.WordIn && ps.entry(j+2).Is(lexicon.Month) && ps.toks[j+2].Has(token.Upper) && !ps.kind(j+3, token.Number) {
			return dateExpr{kind: monthOf, date: Date{Month: time.Month(ps.entry(j + 2).Value)}, year: year}, j + 3
		}
		return dateExpr{kind: ago, unit: 'y', n: step}, j + 1
	case lexicon.WordMonth:
		return dateExpr{kind: ago, unit: 'm', n: step}, j + 1
	case lexicon.WordQuarter:
		return dateExpr{kind: ago, unit: 'q', n: step}, j + 1
	case lexicon.WordWeek, lexicon.WordWeekend:
		// a week is known no better than by its month, and not even that
		if k := j + 1; ps.entry(k).Is(lexicon.Weekday) && ps.toks[k].Has(token.Upper) {
			return dateExpr{kind: vagueTime}, k + 1
		}
		return dateExpr{kind: vagueTime}, j + 1
	case lexicon.WordMorning, lexicon.WordAfternoon, lexicon.WordEvening:
		return dateExpr{kind: daysAgo}, j + 1
	case lexicon.WordNight:
		return dateExpr{kind: vagueTime}, j + 1
	case lexicon.WordSpring, lexicon.WordSummer, lexicon.WordFall, lexicon.WordAutumn, lexicon.WordWinter:
		if dir == 1 {
			return dateExpr{kind: vagueTime}, j + 1
		}
		return dateExpr{kind: seasonOf, n: int(e.Value), dir: dir}, j + 1
	}
	if e.Is(lexicon.Month) && (ps.toks[j].Has(token.Upper) || id != lexicon.WordMay && id != lexicon.WordMarch && len(ps.fold(j)) > 3) {
		x, to := ps.monthDate(j)
		if to == j {
			x, to = dateExpr{kind: monthOf, date: Date{Month: time.Month(e.Value)}}, j+1
		}
		x.dir = dir
		return x, to
	}
	if e.Is(lexicon.Weekday) && (ps.toks[j].Has(token.Upper) || len(ps.fold(j)) > 5) {
		if dir == 2 {
			dir = 0
		}
		return dateExpr{kind: onWeekday, n: int(e.Value), dir: dir}, j + 1
	}
	return dateExpr{}, i
}

// agoAt reads "[two] years ago", "[a] month earlier" after a count.
func (ps *parse) agoAt(i, j, n int) (dateExpr, int) {
	if ps.word(j+1) != lexicon.WordAgo {
		return dateExpr{}, i
	}
	switch ps.word(j) {
	case lexicon.WordDay, lexicon.WordDays:
		if n > 31 {
			return dateExpr{kind: vagueTime}, j + 2 // a round number rather than a day
		}
		return dateExpr{kind: daysAgo, n: n}, j + 2
	case lexicon.WordWeek, lexicon.WordWeeks, lexicon.WordDecade, lexicon.WordDecades:
		return dateExpr{kind: vagueTime}, j + 2
	case lexicon.WordMonth, lexicon.WordMonths:
		return dateExpr{kind: ago, unit: 'm', n: n}, j + 2
	case lexicon.WordYear, lexicon.WordYears:
		return dateExpr{kind: ago, unit: 'y', n: n}, j + 2
	case lexicon.WordQuarter, lexicon.WordQuarters:
		return dateExpr{kind: ago, unit: 'q', n: n}, j + 2
	}
	return dateExpr{}, i
}

// quarterWords reads "the first quarter of 2020"; j is the ordinal, i where the expression begins.
func (ps *parse) quarterWords(i, j int) (dateExpr, int) {
	e := ps.entry(j)
	if !e.Is(lexicon.Ordinal) || e.Value > 4 {
		return dateExpr{}, i
	}
	k := j + 1
	if ps.is(k, '-') && ps.glued(k) && ps.glued(k+1) { // "third-quarter 2020"
		k++
	}
	half := ps.word(k) == lexicon.WordHalf
	if ps.word(k) != lexicon.WordQuarter && !(half && e.Value <= 2) || i == j && ps.word(i-1) == lexicon.WordThe {
		return dateExpr{}, i
	}
	x, to := ps.partYear(k+1, int(e.Value), half, false)
	if to == k+1 && (k > j+1 || half && (ps.word(i-1) != lexicon.WordIn && ps.word(i-1) != lexicon.WordDuring || ps.word(to) == lexicon.WordOf)) {
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
	if ps.word(k) == lexicon.WordOf {
		k++
	}
	if w := ps.word(k); w == lexicon.WordFy || w == lexicon.WordFiscal { // a quarter of another year than the calendar's
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
	if ps.word(k) == lexicon.WordIn {
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
