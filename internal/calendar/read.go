package calendar

import (
	"strconv"
	"strings"
	"time"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// dateReader reads time expressions. It counts which order of day and month the text shows.
type Reader struct {
	*words.View
	DaysFirst   int // dates like 23/04/2021
	MonthsFirst int // dates like 04/23/2021
}

// dateKind is how an expression refers to time.
type Kind uint8

const (
	Absolute  Kind = iota // date holds it
	daysAgo               // n days before publication
	onWeekday             // the last such weekday on or before publication (dir 0), a week earlier (-1), the next (1)
	monthOf               // a month without year: date.Month, the year by dir
	ago                   // n units before publication; unit is 'm', 'q' or 'y'
	DayOf                 // month and day without year
	quarterOf             // a quarter without year
	halfOf                // a half of a year without year: n is 1 or 2
	seasonOf              // a season without year: n is its quarter, winter 1
	ofWeek                // weekday n of the week that is dir weeks after that of publication
	eitherDay             // 03/04/2021: date.Day and date.Month in the order printed
	vagueTime             // last week, the 1990s: an expression without a value
)

// dateExpr is a time expression before it is resolved.
type Expr struct {
	Kind Kind
	unit byte
	dir  int8 // -1 last, 0 none, 1 next, 2 this
	year int8 // for monthOf and quarterOf: 0 unknown, -1 last year, 1 this year, 2 next year
	n    int
	Date Date
}

// inYear is the expression of a year.
func inYear(y int) Expr { return Expr{Date: Date{Year: y}} }

// full reports whether the expression needs nothing to be resolved.
func (e Expr) Full() bool { return e.Kind == Absolute && e.Date.Valid() }

// resolve returns the date that e means, seen from published; zero if that is not known well enough.
func (e Expr) Resolve(pub Date) Date {
	if e.Kind == Absolute {
		return e.Date
	}
	if pub.IsZero() {
		return Date{}
	}
	switch e.Kind {
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
	case monthOf, DayOf:
		d := Date{Year: pub.Year, Month: e.Date.Month, Day: e.Date.Day}
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
		if !d.Valid() {
			return Date{}
		}
		return d
	case halfOf, seasonOf:
		// known to the year only, and that only where the calendar leaves no doubt
		begins, ends := 6*e.n-5, 6*e.n // months
		if e.Kind == seasonOf {
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
		case e.dir == -1 && m >= begins && (e.Kind == seasonOf || m <= ends):
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
		d := Date{Year: pub.Year, Quarter: e.Date.Quarter}
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
func (r *Reader) Ordered(e Expr, dayFirst bool) Expr {
	if e.Kind != eitherDay {
		return e
	}
	d := e.Date // as if the day came first
	switch {
	case r.DaysFirst > 0 && r.MonthsFirst > 0, r.DaysFirst == 0 && r.MonthsFirst == 0 && !dayFirst:
		return Expr{Kind: vagueTime}
	case r.MonthsFirst > 0:
		d.Month, d.Day = time.Month(d.Day), int(d.Month)
	}
	return Expr{Date: d}
}

// dateAt reads a time expression at token i and returns the token after it, or i if there is none.
func (r *Reader) At(i int) (Expr, int) {
	if i >= len(r.Toks) {
		return Expr{}, i
	}
	t := &r.Toks[i]
	switch t.Kind {
	case token.Number:
		return r.numericDate(i)
	case token.Word:
	default:
		return Expr{}, i
	}
	id := r.IDs[i]
	switch id {
	case 0:
		return Expr{}, i
	case lexicon.WordToday, lexicon.WordTonight, lexicon.WordYesterday, lexicon.WordTomorrow:
		return r.dayWord(i)
	case lexicon.WordEarlier, lexicon.WordLater:
		switch w := r.Word(i + 1); w {
		case lexicon.WordToday:
			return Expr{Kind: daysAgo}, i + 2
		case lexicon.WordThis, lexicon.WordLast:
			if x, to := r.relative(i + 1); to > i+1 {
				return x, to
			}
		case lexicon.WordIn:
			if r.Word(i+2) == lexicon.WordThe {
				if u := timeUnit(r.Word(i + 3)); u != 0 {
					return Expr{Kind: ago, unit: u}, i + 4
				}
			}
		}
		return Expr{}, i
	case lexicon.WordYear:
		if r.Is(i+1, '-') && r.Glued(i+1) && r.Word(i+2) == lexicon.WordEnd {
			if y := r.Year(i + 3); y > 0 && r.YearAlone(i+3) {
				return inYear(y), i + 4
			}
			return Expr{Kind: ago, unit: 'y'}, i + 3
		}
		return Expr{}, i
	case lexicon.WordEarly, lexicon.WordLate, lexicon.WordMid, lexicon.WordMiddle, lexicon.WordEnd, lexicon.WordBeginning, lexicon.WordStart:
		return r.partOfTime(i, id)
	case lexicon.WordLast, lexicon.WordThis, lexicon.WordNext, lexicon.WordPast:
		return r.relative(i)
	case lexicon.WordBack:
		if w := r.Word(i + 1); (w == lexicon.WordIn || w == lexicon.WordOn) && r.Word(i+2) != lexicon.WordBack {
			if x, to := r.At(i + 2); to > i+2 {
				return x, to
			}
		}
		return Expr{}, i
	case lexicon.WordA, lexicon.WordAn:
		return r.agoAt(i, i+1, 1)
	case lexicon.WordOne, lexicon.WordTwo, lexicon.WordThree, lexicon.WordFour, lexicon.WordFive, lexicon.WordSix, lexicon.WordSeven, lexicon.WordEight, lexicon.WordNine, lexicon.WordTen:
		return r.agoAt(i, i+1, int(lexicon.At(id).Value))
	case lexicon.WordThe:
		return r.afterThe(i)
	case lexicon.WordFirst, lexicon.WordSecond, lexicon.WordThird, lexicon.WordFourth:
		return r.quarterWords(i, i)
	case lexicon.WordQ, lexicon.WordH:
		return r.quarterLetter(i, id == lexicon.WordH)
	case lexicon.WordFy, lexicon.WordFiscal:
		return r.fiscal(i)
	}
	switch e := lexicon.At(id); {
	case e.Is(lexicon.Season):
		return r.season(i)
	case e.Is(lexicon.Month) && (t.Has(token.Upper) || len(r.Fold(i)) > 5 || r.Year(i+1) > 0 && r.YearAlone(i+1)):
		return r.monthDate(i)
	case e.Is(lexicon.Weekday):
		return r.weekday(i)
	}
	return Expr{}, i
}

// dayWord reads "today", "yesterday morning" at token i.
func (r *Reader) dayWord(i int) (Expr, int) {
	t := &r.Toks[i]
	if t.Has(token.Upper) && !t.Has(token.Line) && r.Kind(i-1, token.Word) && r.Toks[i-1].Has(token.Upper) {
		return Expr{}, i // part of a name: "Task Today"
	}
	if r.Kind(i+1, token.Poss) {
		return Expr{}, i
	}
	x := Expr{Kind: daysAgo}
	switch r.IDs[i] {
	case lexicon.WordYesterday:
		x.n = 1
	case lexicon.WordTomorrow:
		x.n = -1
	case lexicon.WordTonight:
		return x, i + 1
	}
	switch r.Word(i + 1) {
	case lexicon.WordMorning, lexicon.WordAfternoon, lexicon.WordEvening:
		return x, i + 2
	}
	return x, i + 1
}

// partOfTime reads "early 2021", "end of the year", "mid-March" at token i, which is the word id.
func (r *Reader) partOfTime(i int, id lexicon.ID) (Expr, int) {
	j := i + 1
	if r.Is(j, '-') {
		j++
	}
	if r.Word(j) == lexicon.WordOf {
		j++
		if u := timeUnit(r.Word(j + 1)); r.Word(j) == lexicon.WordThe && u != 0 {
			return Expr{Kind: ago, unit: u}, j + 2
		}
	}
	if r.Word(j) == lexicon.WordIn && id != lexicon.WordEnd && id != lexicon.WordStart && id != lexicon.WordBeginning {
		j++
	}
	if r.Kind(j, token.Word) {
		if w := r.IDs[j]; lexicon.At(w).Is(lexicon.Month) || w == lexicon.WordLast || w == lexicon.WordThis || w == lexicon.WordNext {
			if x, to := r.At(j); to > j && x.Kind != onWeekday {
				return x, to
			}
		}
		return Expr{}, i
	}
	if y := r.Year(j); y > 0 && r.YearAlone(j) {
		return inYear(y), j + 1
	}
	if x, to := r.decade(j); to > j {
		return x, to
	}
	return Expr{}, i
}

// afterThe reads "the first quarter", "the summer of 2021", "the early 2000s" at the article at token i.
func (r *Reader) afterThe(i int) (Expr, int) {
	j := i + 1
	if r.Word(j) == lexicon.WordDay && r.Word(j+1) == lexicon.WordBefore && r.Word(j+2) == lexicon.WordYesterday {
		return Expr{Kind: daysAgo, n: 2}, j + 3
	}
	if x, to := r.season(j); to > j {
		return x, to
	}
	if x, to := r.fiscal(j); to > j {
		return x, to
	}
	if x, to := r.decade(j); to > j {
		return x, to
	}
	switch r.Word(j) {
	case lexicon.WordEarly, lexicon.WordLate, lexicon.WordMid:
		k := j + 1
		if r.Is(k, '-') {
			k++
		}
		if x, to := r.decade(k); to > k {
			return x, to
		}
	}
	return r.quarterWords(i, j)
}

// quarterLetter reads "Q1 2021", or "H1 2021" if half is set, at token i.
func (r *Reader) quarterLetter(i int, half bool) (Expr, int) {
	if !r.Kind(i+1, token.Number) || !r.Glued(i+1) || !r.Toks[i].Has(token.Upper) {
		return Expr{}, i
	}
	w := r.Toks[i+1].Text(r.Text)
	if n := words.Natural(w); n >= 1 && (!half && n <= 4 || n <= 2) {
		return r.partYear(i+2, n, half, false)
	}
	if q, y, ok := strings.Cut(w, "'"); ok && len(q) == 1 && len(y) == 2 && y < "50" && q >= "1" && (!half && q <= "4" || q <= "2") { // Q1'21
		n, _ := strconv.Atoi(y)
		if half {
			return inYear(2000 + n), i + 2
		}
		return Expr{Date: Date{Year: 2000 + n, Quarter: int(q[0] - '0')}}, i + 2
	}
	return Expr{}, i
}

func (d Date) weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// weekday reads "Monday", "Tuesday morning", "Monday, March 3" at token i.
func (r *Reader) weekday(i int) (Expr, int) {
	f := r.Fold(i)
	if !r.Toks[i].Has(token.Upper) {
		if len(f) <= 5 {
			return Expr{}, i
		}
		switch r.Word(i - 1) {
		case lexicon.WordOn, lexicon.WordBy, lexicon.WordUntil:
		default:
			return Expr{}, i
		}
	}
	if r.Kind(i+1, token.Poss) {
		return Expr{}, i
	}
	j := i + 1
	if r.Is(j, '.') && r.Glued(j) && len(f) < 6 {
		j++
	}
	if r.Is(j, ',') {
		j++
	}
	// "Sunday, 2024 April 14", "Monday, March 3"
	if j < len(r.Toks) && !r.Entry(j).Is(lexicon.Weekday) {
		if x, to := r.At(j); to > j && (x.Kind == Absolute && x.Date.Day != 0 || x.Kind == DayOf) {
			return x, to
		}
	}
	if len(f) < 6 {
		return Expr{}, i // "Sun", "Sat" without a date are words
	}
	x := Expr{Kind: onWeekday, n: int(r.Entry(i).Value)}
	next := r.Word(i + 1)
	if r.Word(i+2) == lexicon.WordWeek && !r.Kind(i+3, token.Poss) {
		switch next {
		case lexicon.WordLast:
			x.Kind, x.dir = ofWeek, -1
			return x, i + 3
		case lexicon.WordThis:
			x.Kind = ofWeek
			return x, i + 3
		case lexicon.WordNext:
			x.Kind, x.dir = ofWeek, 1
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
func (r *Reader) OpensTime(i int) bool {
	if r.IDs[i] != lexicon.WordThe {
		return r.Word(i+2) == lexicon.WordAgo
	}
	k := i + 1
	if k == len(r.Toks) {
		return false
	}
	switch t := &r.Toks[k]; t.Kind {
	case token.Word:
		id := r.IDs[k]
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
func (r *Reader) shortYear(i int) int {
	if !r.Kind(i, token.Number) || r.Toks[i].End-r.Toks[i].Start != 2 || r.Glued(i+1) && r.Toks[i+1].Kind != token.Punct {
		return 0
	}
	n := words.Natural(r.Toks[i].Text(r.Text))
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
func (r *Reader) fiscal(i int) (Expr, int) {
	j := i
	switch r.Word(i) {
	case lexicon.WordFy, lexicon.WordFiscal, lexicon.WordFinancial:
		j++
	default:
		if w := r.Word(i + 1); (w == lexicon.WordFiscal || w == lexicon.WordFinancial) && r.Word(i+2) == lexicon.WordYear {
			if y := r.Year(i); y > 0 {
				return inYear(y), i + 3
			}
		}
		return Expr{}, i
	}
	if r.Word(j) == lexicon.WordYear {
		j++
	}
	if y := r.Year(j); y > 0 {
		return inYear(y), j + 1
	}
	if y := r.shortYear(j); y > 0 && r.Word(i) == lexicon.WordFy && r.Glued(j) {
		return inYear(y), j + 1
	}
	// "fiscal first quarter of 2021"
	if x, to := r.quarterWords(j, j); to > j && x.Kind == Absolute {
		return inYear(x.Date.Year), to
	}
	return Expr{}, i
}

// season reads "summer 2021", "summer of 2021", "the summer of last year": no
// more than the year is known of it.
func (r *Reader) season(i int) (Expr, int) {
	e := r.Entry(i)
	if !e.Is(lexicon.Season) {
		return Expr{}, i
	}
	j := i + 1
	if r.Word(j) == lexicon.WordOf {
		j++
	}
	if y := r.Year(j); y > 0 && r.YearAlone(j) {
		return inYear(y), j + 1
	}
	if x, to := r.ofYear(Expr{Kind: seasonOf, n: int(e.Value)}, i+1); to > i+1 {
		return x, to
	}
	return Expr{}, i
}

// decade reads "1990s", "2010s", "'90s": a time without a date.
func (r *Reader) decade(i int) (Expr, int) {
	j := i
	if r.Is(j, '\'') {
		j++
	}
	w := r.NumberText(j)
	if !(len(w) == 4 && (w[:2] == "19" || w[:2] == "20") || len(w) == 2 && j > i) || w[len(w)-1] != '0' {
		return Expr{}, i
	}
	if r.Glued(j+1) && (r.Fold(j+1) == "s" || r.Kind(j+1, token.Poss)) {
		return Expr{Kind: vagueTime}, j + 2
	}
	return Expr{}, i
}

// numericDate reads 2021-03-03, 3 March 2021, 2024 April 14, 23/09/2009 and a lone year where the words before it make it one.
func (r *Reader) numericDate(i int) (Expr, int) {
	if r.Glued(i) && r.Toks[i-1].Kind == token.Word {
		return Expr{}, i
	}
	t := &r.Toks[i]
	w := t.Text(r.Text)
	if len(w) == 4 {
		if w[3] == '0' {
			if x, to := r.decade(i); to > i {
				return x, to
			}
		}
		if y := r.Year(i); y > 0 {
			if x, to := r.yearFirst(i, y); to > i {
				return x, to
			}
		}
	}
	if len(w) > 10 {
		return Expr{}, i
	}
	n := words.Natural(w)
	if n < 0 {
		if d := dotted(w); !d.IsZero() && !(r.Glued(i+1) && r.Toks[i+1].Kind == token.Word) {
			return Expr{Date: d}, i + 1
		}
	}
	switch {
	case n < 1 || i+1 == len(r.Toks):
		return Expr{}, i
	case n > 31:
		return r.agoAt(i, i+1, n)
	}
	switch next := &r.Toks[i+1]; next.Kind {
	case token.Punct:
		return r.dayMark(i, n, next.R)
	case token.Word:
		switch id := r.IDs[i+1]; id {
		case 0:
			return Expr{}, i
		case lexicon.WordQ, lexicon.WordH: // 1Q21, 2H 2021
			half := id == lexicon.WordH
			if len(w) == 1 && (n <= 2 || !half && n <= 4) && r.Glued(i+1) && next.Has(token.Upper) {
				if x, to := r.partYear(i+2, n, half, true); x.Kind == Absolute && to > i+2 {
					return x, to
				}
			}
		case lexicon.WordOf, lexicon.WordSt, lexicon.WordNd, lexicon.WordRd, lexicon.WordTh:
			if x, to := r.dayMonth(i, i+1, n, false); to > i {
				return x, to
			}
		default:
			if lexicon.At(id).Is(lexicon.Month) {
				if x, to := r.dayMonth(i, i+1, n, false); to > i {
					return x, to
				}
			}
		}
		return r.agoAt(i, i+1, n)
	}
	return Expr{}, i
}

// yearFirst reads "2021-03-03", "2021/03/14", "2021 Q1", "2024 April 14" or a lone year where the words around
// it make it one; y is the year at token i.
func (r *Reader) yearFirst(i, y int) (Expr, int) {
	k := i + 1
	hyphen := r.Is(k, '-') && r.Glued(k)
	if hyphen && r.Word(k+1) == lexicon.WordQ {
		k++
	}
	if r.Word(k) == lexicon.WordQ { // "2021 Q1", "2021-Q1"
		if n := words.Natural(r.NumberText(k + 1)); n >= 1 && n <= 4 && r.Glued(k+1) && r.Toks[k].Has(token.Upper) && r.Year(k+2) == 0 {
			return Expr{Date: Date{Year: y, Quarter: n}}, k + 2
		}
	}
	if r.Is(i+1, '/') && r.Is(i+3, '/') && r.Glued(i+1) && r.Glued(i+2) && r.Glued(i+3) && r.Glued(i+4) && r.Kind(i+4, token.Number) { // 2021/03/14
		m, n := r.NumberText(i+2), r.NumberText(i+4)
		if d := (Date{Year: y, Month: time.Month(words.Natural(m)), Day: words.Natural(n)}); len(m) <= 2 && len(n) <= 2 && d.Month > 0 && d.Day > 0 && d.Valid() {
			return Expr{Date: d}, i + 5
		}
	}
	if hyphen && r.Kind(i+2, token.Number) && r.Glued(i+2) && r.Is(i+3, '-') && r.Kind(i+4, token.Number) && r.Glued(i+3) && r.Glued(i+4) { // ISO
		if d, ok := ParseISO(r.Text[r.Toks[i].Start:r.Toks[i+4].End]); ok {
			to := i + 5
			if r.Word(to) == lexicon.WordT && r.Glued(to) { // the clock of a timestamp
				for to < len(r.Toks) && r.Glued(to) {
					to++
				}
			}
			return Expr{Date: d}, to
		}
	}
	if e := r.Entry(i + 1); e.Is(lexicon.Month) {
		n := words.Natural(r.NumberText(i + 2))
		if d := (Date{Year: y, Month: time.Month(e.Value), Day: n}); n > 0 && d.Valid() {
			return Expr{Date: d}, i + 3
		}
	}
	if r.YearAlone(i) && r.yearContext(i) {
		return inYear(y), i + 1
	}
	return Expr{}, i
}

// dayMark reads a date of which the day or month n stands at token i before the mark r: "14-Mar-2021", "23/09/2009", "3-5 March 2021".
func (r *Reader) dayMark(i, n int, mark rune) (Expr, int) {
	switch mark {
	case '-':
		if r.Glued(i+1) && r.Glued(i+2) && r.Is(i+3, '-') && r.Glued(i+3) && r.Glued(i+4) && r.Entry(i+2).Is(lexicon.Month) && r.Year(i+4) > 0 { // 14-Mar-2021
			if d := (Date{Year: r.Year(i + 4), Month: time.Month(r.Entry(i + 2).Value), Day: n}); d.Valid() {
				return Expr{Date: d}, i + 5
			}
		}
	case '/', '.':
		// 23/09/2009: only when one of the two can be no month
		if r.Glued(i+1) && r.Kind(i+2, token.Number) && r.Is(i+3, mark) && r.Year(i+4) > 0 && r.Glued(i+4) {
			if m := words.Natural(r.Toks[i+2].Text(r.Text)); m >= 1 {
				d := Date{Year: r.Year(i + 4), Month: time.Month(m), Day: n}
				if n <= 12 && m > 12 {
					d.Month, d.Day = time.Month(n), m
					r.MonthsFirst++
				} else if n <= 12 && n != m {
					return Expr{Kind: eitherDay, Date: d}, i + 5
				} else if n > 12 && d.Valid() {
					r.DaysFirst++
				}
				if d.Valid() {
					return Expr{Date: d}, i + 5
				}
			}
		}
		return Expr{}, i
	case '–':
	default:
		return Expr{}, i
	}
	if j := i + 2; r.Entry(j+1).Is(lexicon.Month) && r.Toks[j+1].Has(token.Upper) && !r.Glued(j+1) {
		if m := words.Natural(r.NumberText(j)); m > n && m <= 31 {
			return r.dayMonth(i, j+1, n, true)
		}
	}
	return Expr{}, i
}

// dayMonth reads the month after a day: "3 March 2021", "3rd of March". The date begins at token i with the
// day n, and goes on at token j; several says that n is the first of some days.
func (r *Reader) dayMonth(i, j, n int, several bool) (Expr, int) {
	if r.ordinalEnd(j) {
		j++
	}
	if r.Word(j) == lexicon.WordOf {
		j++
	}
	e := r.Entry(j)
	if !e.Is(lexicon.Month) || !r.Toks[j].Has(token.Upper) || r.Glued(j) {
		return Expr{}, i
	}
	m := time.Month(e.Value)
	to := j + 1
	if r.Is(to, '.') && r.Glued(to) && len(r.Fold(j)) < 5 {
		to++
	}
	if r.Is(to, ',') && r.Year(to+1) > 0 {
		to++
	}
	if y := r.Year(to); y > 0 && r.YearAlone(to) {
		d := Date{Year: y, Month: m, Day: n}
		if !d.Valid() {
			return Expr{}, i
		}
		if several {
			d.Day = 0
		}
		return Expr{Date: d}, to + 1
	}
	if several {
		return r.ofYear(Expr{Kind: monthOf, Date: Date{Month: m}}, to)
	}
	return r.ofYear(Expr{Kind: DayOf, Date: Date{Month: m, Day: n}}, to)
}

// ordinalEnd reports whether the ending of an ordinal is glued to the number before token i: 3rd.
func (r *Reader) ordinalEnd(i int) bool {
	switch r.Word(i) {
	case lexicon.WordSt, lexicon.WordNd, lexicon.WordRd, lexicon.WordTh:
		return r.Glued(i)
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
	d := Date{Year: words.Natural(a), Month: time.Month(words.Natural(b)), Day: words.Natural(c)}
	if len(a) != 4 || len(b) > 2 || len(c) > 2 || d.Year < 1900 || d.Year >= 2100 || d.Month < 1 || d.Day < 1 || !d.Valid() {
		return Date{}
	}
	return d
}

// yearContext reports whether the words around the number at token i make it a year.
func (r *Reader) yearContext(i int) bool {
	switch r.Word(i - 1) {
	case lexicon.WordIn, lexicon.WordSince, lexicon.WordBy, lexicon.WordOf, lexicon.WordUntil, lexicon.WordTill, lexicon.WordDuring, lexicon.WordFrom, lexicon.WordThrough, lexicon.WordTo, lexicon.WordBefore, lexicon.WordAfter, lexicon.WordAnd, lexicon.WordFor, lexicon.WordIts, lexicon.WordTheir, lexicon.WordHis, lexicon.WordHer,
		lexicon.WordThe, lexicon.WordLate, lexicon.WordEarly, lexicon.WordYear, lexicon.WordThroughout, lexicon.WordAround, lexicon.WordFiscal, lexicon.WordCirca, lexicon.WordBetween, lexicon.WordSummer, lexicon.WordFall, lexicon.WordWinter, lexicon.WordSpring, lexicon.WordAutumn, lexicon.WordMid:
		// "of 2020" but not "of 2020 people"
		if r.Kind(i+1, token.Word) && !r.Glued(i+1) {
			if r.Entry(i + 1).Is(lexicon.Companynouns | lexicon.Timeunit | lexicon.Magnitude) {
				return false
			}
			switch r.IDs[i+1] {
			case lexicon.WordPeople, lexicon.WordEmployees, lexicon.WordUsers, lexicon.WordCustomers:
				return false
			}
		}
		return true
	}
	if r.Is(i-1, '(') || r.Is(i-1, '[') {
		return true
	}
	if r.Is(i+1, '.') && r.Entry(i-1).Is(lexicon.Season) {
		return true
	}
	return r.Kind(i-1, token.Poss) || r.Entry(i-1).Is(lexicon.Season) || r.Word(i+1) == lexicon.WordSeries && i > r.From
}

// monthDate reads an expression that begins with a month at token i.
func (r *Reader) monthDate(i int) (Expr, int) {
	id := r.IDs[i]
	m := time.Month(lexicon.At(id).Value)
	letters := len(r.Fold(i))
	whole := letters > 4 || id == lexicon.WordMay || id == lexicon.WordJune || id == lexicon.WordJuly // no abbreviation
	j := i + 1
	if !whole && r.Is(j, '.') && r.Glued(j) {
		j++
	}
	if r.Kind(j, token.Number) && (!r.Glued(j) || j > i+1) {
		w := r.Toks[j].Text(r.Text)
		if y := r.Year(j); y > 0 && r.YearAlone(j) {
			return Expr{Date: Date{Year: y, Month: m}}, j + 1
		}
		if d := words.Natural(w); d >= 1 && d <= 31 && len(w) <= 2 {
			to := j + 1
			if r.ordinalEnd(to) {
				to++
			}
			if to < len(r.Toks) && r.Glued(to) && r.Toks[to].Kind == token.Word {
				return Expr{}, i
			}
			if x, end := r.dayRange(m, d, to); end > to {
				return x, end
			}
			if y, end := r.clockYear(to); y > 0 { // Mon Jul 30 09:15:00 2018
				if x := (Date{Year: y, Month: m, Day: d}); x.Valid() {
					return Expr{Date: x}, end
				}
			}
			k := to
			if r.Is(k, ',') || r.Is(k, '.') && r.Year(k+1) > 0 {
				k++
			}
			if y := r.Year(k); y > 0 && r.YearAlone(k) {
				x := Date{Year: y, Month: m, Day: d}
				if x.Valid() {
					return Expr{Date: x}, k + 1
				}
				return Expr{}, i
			}
			return r.ofYear(Expr{Kind: DayOf, Date: Date{Month: m, Day: d}}, to)
		}
	}
	if r.Is(j, ',') && r.Year(j+1) > 0 && r.YearAlone(j+1) {
		return Expr{Date: Date{Year: r.Year(j + 1), Month: m}}, j + 2
	}
	if r.Year(j+1) > 0 && (r.Word(j) == lexicon.WordOf || r.Is(j, '-') && r.Glued(j) && r.Glued(j+1) && !r.Glued(j+2)) { // Mar-2021
		return Expr{Date: Date{Year: r.Year(j + 1), Month: m}}, j + 2
	}
	if r.Is(j, '\'') && r.Glued(j+1) && !r.Glued(j) { // March '21
		if y := r.shortYear(j + 1); y > 0 {
			return Expr{Date: Date{Year: y, Month: m}}, j + 2
		}
	}
	// "March to May 2021", "March-May 2021": the year is that of both
	if k := j + 1; r.Entry(k).Is(lexicon.Month) && r.Toks[k].Has(token.Upper) && int(m) < int(r.Entry(k).Value) && r.rangeMark(j) {
		if y := r.Year(k + 1); y > 0 && r.YearAlone(k+1) {
			return Expr{Date: Date{Year: y, Month: m}}, j
		}
	}
	if letters < 4 && id != lexicon.WordMay {
		return Expr{}, i
	}
	if r.Kind(j, token.Word) && r.Toks[j].Has(token.Upper) && !r.Glued(j) && !r.Toks[j].Has(token.Para) && !r.asksForMonth(i) {
		return Expr{}, i // "August Capital", "April Jones"
	}
	if id == lexicon.WordMay || id == lexicon.WordMarch || !whole && id != lexicon.WordSept {
		// words that are also others: only after a word that asks for a month
		if !r.asksForMonth(i) {
			return Expr{}, i
		}
		if id == lexicon.WordMay && !r.Toks[i].Has(token.Upper) {
			return Expr{}, i
		}
	}
	return r.ofYear(Expr{Kind: monthOf, Date: Date{Month: m}}, j)
}

// rangeMark reports whether token i may stand between the bounds of a range of months.
func (r *Reader) rangeMark(i int) bool {
	switch r.Word(i) {
	case lexicon.WordTo, lexicon.WordThrough, lexicon.WordAnd:
		return true
	}
	return r.Is(i, '-') || r.Is(i, '–')
}

// dayRange reads "-5, 2021" or "and 4" after "March 3": the days of a range are known to the month.
func (r *Reader) dayRange(m time.Month, d, j int) (Expr, int) {
	if !r.Kind(j+1, token.Number) || !(r.Is(j, '-') || r.Is(j, '–') || r.Word(j) == lexicon.WordAnd || r.Word(j) == lexicon.WordTo || r.Is(j, '&')) {
		return Expr{}, j
	}
	e := words.Natural(r.NumberText(j + 1))
	if e <= d || e > 31 {
		return Expr{}, j
	}
	to := j + 2
	if r.ordinalEnd(to) {
		to++
	}
	k := to
	if r.Is(k, ',') {
		k++
	}
	if y := r.Year(k); y > 0 && r.YearAlone(k) {
		return Expr{Date: Date{Year: y, Month: m}}, k + 1
	}
	if r.Is(j, '-') || r.Is(j, '–') {
		return Expr{Kind: monthOf, Date: Date{Month: m}}, to
	}
	return Expr{}, j
}

// clockYear reads "09:15:00 2018" with a zone between at token j.
func (r *Reader) clockYear(j int) (year, to int) {
	if !r.Kind(j, token.Number) || !r.Is(j+1, ':') {
		return 0, j
	}
	for j+1 < len(r.Toks) && (r.Kind(j, token.Number) && r.Year(j) == 0 || r.Is(j, ':')) {
		j++
	}
	if r.Kind(j, token.Word) && r.Toks[j].Has(token.AllUpper) {
		j++
	}
	return r.Year(j), j + 1
}

// asksForMonth reports whether the word before token i makes a month of a word that may be another.
func (r *Reader) asksForMonth(i int) bool {
	switch r.Word(i - 1) {
	case lexicon.WordIn, lexicon.WordSince, lexicon.WordLast, lexicon.WordEarly, lexicon.WordLate, lexicon.WordBy, lexicon.WordUntil, lexicon.WordOf, lexicon.WordThis, lexicon.WordNext, lexicon.WordMid, lexicon.WordDuring, lexicon.WordFrom, lexicon.WordThrough, lexicon.WordBefore:
		return true
	}
	return r.Is(i-1, '-') && r.Word(i-2) == lexicon.WordMid
}

// ofYear reads "last year", "this year", "of last year" after a date without year.
func (r *Reader) ofYear(x Expr, j int) (Expr, int) {
	k := j
	if r.Is(k, ',') {
		k++
	}
	if w := r.Word(k); w == lexicon.WordOf || w == lexicon.WordIn {
		k++
	}
	if r.Word(k+1) == lexicon.WordYear && !r.Kind(k+2, token.Poss) {
		switch r.Word(k) {
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
func (r *Reader) relative(i int) (Expr, int) {
	var dir, year int8 // as in dateExpr
	var step int       // how many units ago
	switch r.Word(i) {
	case lexicon.WordLast:
		dir, step, year = -1, 1, -1
	case lexicon.WordThis:
		dir, step, year = 2, 0, 1
	case lexicon.WordNext:
		dir, step, year = 1, -1, 2
	default:
		return Expr{}, i
	}
	j := i + 1
	if !r.Kind(j, token.Word) {
		return Expr{}, i
	}
	id := r.IDs[j]
	e := lexicon.At(id)
	if !e.Is(lexicon.Month|lexicon.Weekday) && r.Kind(j+1, token.Poss) {
		if id == lexicon.WordYear {
			return Expr{Kind: ago, unit: 'y', n: step}, j + 1
		}
		return Expr{}, i
	}
	switch id {
	case lexicon.WordYear:
		if r.Word(j+1) == lexicon.WordIn && r.Entry(j+2).Is(lexicon.Month) && r.Toks[j+2].Has(token.Upper) && !r.Kind(j+3, token.Number) {
			return Expr{Kind: monthOf, Date: Date{Month: time.Month(r.Entry(j + 2).Value)}, year: year}, j + 3
		}
		return Expr{Kind: ago, unit: 'y', n: step}, j + 1
	case lexicon.WordMonth:
		return Expr{Kind: ago, unit: 'm', n: step}, j + 1
	case lexicon.WordQuarter:
		return Expr{Kind: ago, unit: 'q', n: step}, j + 1
	case lexicon.WordWeek, lexicon.WordWeekend:
		// a week is known no better than by its month, and not even that
		if k := j + 1; r.Entry(k).Is(lexicon.Weekday) && r.Toks[k].Has(token.Upper) {
			return Expr{Kind: vagueTime}, k + 1
		}
		return Expr{Kind: vagueTime}, j + 1
	case lexicon.WordMorning, lexicon.WordAfternoon, lexicon.WordEvening:
		return Expr{Kind: daysAgo}, j + 1
	case lexicon.WordNight:
		return Expr{Kind: vagueTime}, j + 1
	case lexicon.WordSpring, lexicon.WordSummer, lexicon.WordFall, lexicon.WordAutumn, lexicon.WordWinter:
		if dir == 1 {
			return Expr{Kind: vagueTime}, j + 1
		}
		return Expr{Kind: seasonOf, n: int(e.Value), dir: dir}, j + 1
	}
	if e.Is(lexicon.Month) && (r.Toks[j].Has(token.Upper) || id != lexicon.WordMay && id != lexicon.WordMarch && len(r.Fold(j)) > 3) {
		x, to := r.monthDate(j)
		if to == j {
			x, to = Expr{Kind: monthOf, Date: Date{Month: time.Month(e.Value)}}, j+1
		}
		x.dir = dir
		return x, to
	}
	if e.Is(lexicon.Weekday) && (r.Toks[j].Has(token.Upper) || len(r.Fold(j)) > 5) {
		if dir == 2 {
			dir = 0
		}
		return Expr{Kind: onWeekday, n: int(e.Value), dir: dir}, j + 1
	}
	return Expr{}, i
}

// agoAt reads "[two] years ago", "[a] month earlier" after a count.
func (r *Reader) agoAt(i, j, n int) (Expr, int) {
	if r.Word(j+1) != lexicon.WordAgo {
		return Expr{}, i
	}
	switch r.Word(j) {
	case lexicon.WordDay, lexicon.WordDays:
		if n > 31 {
			return Expr{Kind: vagueTime}, j + 2 // a round number rather than a day
		}
		return Expr{Kind: daysAgo, n: n}, j + 2
	case lexicon.WordWeek, lexicon.WordWeeks, lexicon.WordDecade, lexicon.WordDecades:
		return Expr{Kind: vagueTime}, j + 2
	case lexicon.WordMonth, lexicon.WordMonths:
		return Expr{Kind: ago, unit: 'm', n: n}, j + 2
	case lexicon.WordYear, lexicon.WordYears:
		return Expr{Kind: ago, unit: 'y', n: n}, j + 2
	case lexicon.WordQuarter, lexicon.WordQuarters:
		return Expr{Kind: ago, unit: 'q', n: n}, j + 2
	}
	return Expr{}, i
}

// quarterWords reads "the first quarter of 2020"; j is the ordinal, i where the expression begins.
func (r *Reader) quarterWords(i, j int) (Expr, int) {
	e := r.Entry(j)
	if !e.Is(lexicon.Ordinal) || e.Value > 4 {
		return Expr{}, i
	}
	k := j + 1
	if r.Is(k, '-') && r.Glued(k) && r.Glued(k+1) { // "third-quarter 2020"
		k++
	}
	half := r.Word(k) == lexicon.WordHalf
	if r.Word(k) != lexicon.WordQuarter && !(half && e.Value <= 2) || i == j && r.Word(i-1) == lexicon.WordThe {
		return Expr{}, i
	}
	x, to := r.partYear(k+1, int(e.Value), half, false)
	if to == k+1 && (k > j+1 || half && (r.Word(i-1) != lexicon.WordIn && r.Word(i-1) != lexicon.WordDuring || r.Word(to) == lexicon.WordOf)) {
		return Expr{}, i // "third-quarter results", "the first half of the game"
	}
	return x, to
}

// partYear reads the year after a quarter or half: "2021", "of 2021", "FY21",
// "'21". short says that two digits may be glued to it: 1Q21.
func (r *Reader) partYear(j, q int, half, short bool) (Expr, int) {
	of := func(y int) Expr {
		if half {
			return inYear(y)
		}
		return Expr{Date: Date{Year: y, Quarter: q}}
	}
	k := j
	if r.Is(k, '/') && r.Glued(k) && r.Glued(k+1) {
		k++
	}
	if r.Word(k) == lexicon.WordOf {
		k++
	}
	if w := r.Word(k); w == lexicon.WordFy || w == lexicon.WordFiscal { // a quarter of another year than the calendar's
		if x, to := r.fiscal(k); to > k {
			return x, to
		}
	}
	if r.Is(k, '\'') && r.Glued(k+1) {
		if y := r.shortYear(k + 1); y > 0 {
			return of(y), k + 2
		}
	}
	if y := r.shortYear(k); short && y > 0 && r.Glued(k) {
		return of(y), k + 1
	}
	if y := r.Year(k); y > 0 && (r.YearAlone(k) || k > j && r.Is(k-1, '/')) {
		return of(y), k + 1
	}
	k = j
	if r.Word(k) == lexicon.WordIn {
		k++
	}
	if y := r.Year(k); y > 0 && r.YearAlone(k) {
		return of(y), k + 1
	}
	if half {
		return r.ofYear(Expr{Kind: halfOf, n: q}, j)
	}
	return r.ofYear(Expr{Kind: quarterOf, Date: Date{Quarter: q}}, j)
}

// whole reports whether e is a date to the day.
func (e *Expr) Whole() bool {
	return e.Date.Day != 0 && (e.Kind == Absolute || e.Kind == eitherDay)
}

// Single reads the whole text of w, which the reader is of and of which nothing has been read, as one date: as ISO 8601
// writes it, written out, or a machine's timestamp.
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
	return timestamp(t)
}
