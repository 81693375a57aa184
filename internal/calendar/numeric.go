package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/araddon/dateparse"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// numeric reads a date that is all numbers and marks at the number i: "2021-03-03", "2021/03/14", "23/09/2009",
// "14.3.2021". They are the same in all languages, so no row reads them.
func (r *Reader) numeric(i int) (Expr, int) {
	if d := dotted(r.NumberText(i)); !d.IsZero() && !(r.Glued(i+1) && r.Toks[i+1].Kind == token.Word) {
		return Expr{Date: d}, i + 1
	}
	if !r.Glued(i + 1) {
		return Expr{}, i
	}
	switch t := &r.Toks[i+1]; {
	case t.Kind != token.Punct:
	case t.R == '-' && r.Year(i) > 0:
		return r.iso(i)
	case t.R == '/' && r.Year(i) > 0:
		return r.slashed(i)
	case t.R == '/' || t.R == '.':
		return r.yearLast(i)
	}
	return Expr{}, i
}

// allGlued reports whether the next n tokens are glued to token i.
func (r *Reader) allGlued(i, n int) bool {
	for k := i + 1; k <= i+n; k++ {
		if !r.Glued(k) {
			return false
		}
	}
	return true
}

// iso reads "2021-03-03", and the clock of "2021-03-03T10:00:00Z".
func (r *Reader) iso(i int) (Expr, int) {
	if !r.allGlued(i, 4) || !r.Is(i+3, '-') {
		return Expr{}, i
	}
	d, ok := ParseISO(r.Text[r.Toks[i].Start:r.Toks[i+4].End])
	if !ok {
		return Expr{}, i
	}
	to := i + 5
	if r.Glued(to) && strings.EqualFold(r.Toks[to].Text(r.Text), "T") {
		for r.Glued(to) {
			to++
		}
	}
	return Expr{Date: d}, to
}

// slashed reads "2021/03/14".
func (r *Reader) slashed(i int) (Expr, int) {
	if !r.allGlued(i, 4) || !r.Is(i+3, '/') {
		return Expr{}, i
	}
	m, n := r.NumberText(i+2), r.NumberText(i+4)
	d := Date{Year: r.Year(i), Month: time.Month(words.Natural(m)), Day: words.Natural(n)}
	if len(m) > 2 || len(n) > 2 || d.Month < 1 || d.Day < 1 || !d.Valid() {
		return Expr{}, i
	}
	return Expr{Date: d}, i + 5
}

// yearLast reads "23/09/2009", whichever of the two is the month. If both can be, it says EitherDay.
func (r *Reader) yearLast(i int) (Expr, int) {
	mark := r.Toks[i+1].R
	n, m := words.Natural(r.NumberText(i)), words.Natural(r.NumberText(i+2))
	if n < 1 || n > 31 || m < 1 || !r.Is(i+3, mark) || r.Year(i+4) == 0 || !r.Glued(i+4) {
		return Expr{}, i
	}
	d := Date{Year: r.Year(i + 4), Month: time.Month(m), Day: n}
	switch {
	case n <= 12 && m > 12:
		d.Month, d.Day = time.Month(n), m
		r.MonthsFirst++
	case n <= 12 && n != m:
		return Expr{Kind: EitherDay, Date: d}, i + 5
	case n > 12 && d.Valid():
		r.DaysFirst++
	}
	if !d.Valid() {
		return Expr{}, i
	}
	return Expr{Date: d}, i + 5
}

// minDotted is how long dates with dots are at least.
const minDotted = int32(len("1.1.2009"))

// dotted reads 23.09.2009 and 2021.03.14; with dots and the year last, the day comes first everywhere.
func dotted(w string) Date {
	if len(w) < int(minDotted) || len(w) > len("31.12.2009") {
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
	d := Date{Year: words.Natural(a), Month: time.Month(words.Natural(b)), Day: words.Natural(c)}
	if len(a) != 4 || len(b) > 2 || len(c) > 2 || d.Year < 1900 || d.Year >= 2100 || d.Month < 1 || d.Day < 1 || !d.Valid() {
		return Date{}
	}
	return d
}

// Single reads the whole text of w, which the Reader is of and of which nothing has been read, as one date: in ISO's forms,
// written out, or a machine's timestamp.
func (r *Reader) Single(w *words.Reader) (Date, bool) {
	for w.Paragraph() {
	}
	w.Whole()
	t := r.Text
	if d, ok := ParseISO(t); ok {
		return d, true
	}
	if len(t) == 8 && strings.Trim(t, "0123456789") == "" { // ISO 8601 basic format
		if d, ok := ParseISO(t[:4] + "-" + t[4:6] + "-" + t[6:]); ok {
			return d, true
		}
	}
	if e, to := r.At(0); to == len(r.Toks) && e.Full() {
		return e.Date, true
	}
	return r.timestamp(t)
}

// timestamp reads machine-written times through dateparse. It accepts a result only if it can be checked against the text:
// a year of four digits that is printed, and no other year. Zones and clock times do not matter, since only the printed
// day is kept.
func (r *Reader) timestamp(s string) (Date, bool) {
	year := onlyYear(s)
	if year == "" || strings.ContainsAny(s, "$€£%") || !r.clockWords(s) {
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

// onlyYear returns the only four digits of a timestamp that are not the offset of a zone. It returns "" if there are none
// or more, or numbers so long that no machine writes them.
func onlyYear(s string) string {
	year, digits := "", 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && '0' <= s[i] && s[i] <= '9' {
			digits++
			continue
		}
		offset := i > 4 && (s[i-5] == '+' || s[i-5] == '-' && i > 8 && s[i-6] == ' ')
		switch {
		case digits == 4 && !offset && year != "", digits > 4 && digits != 8 && digits != 9 && digits != 6:
			return ""
		case digits == 4 && !offset:
			year = s[i-4 : i]
		}
		digits = 0
	}
	return year
}

// clockWords reports whether every word of a timestamp is one that machines write: a month, a weekday, T, Z, AM or a zone.
func (r *Reader) clockWords(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') }) {
		e := r.Lex.At(r.Lex.Find(w))
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
