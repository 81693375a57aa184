package calendar

import "time"

// Expr is a time expression before it is resolved: what it says, but not yet what day that is.
type Expr struct {
	Kind Kind
	Unit Unit // of Ago: "last month"
	Rel  Rel  // "last October"
	Year Rel  // of a date without year, which year it is said to be of: "October of last year"
	N    int
	Date Date
}

// Kind is how an expression refers to time.
type Kind uint8

const (
	Absolute  Kind = iota // "March 3, 2021", "2021-Q1": Date holds it
	InYear                // "summer 2021": no more than the year of Date is known. Only rows say so; what is read is Absolute
	DaysAgo               // "yesterday", "three days ago": N days before publication
	Ago                   // "two months ago", "last year": N units before publication, and one more or less by Rel
	OnWeekday             // "on Monday", "last Monday": the last weekday N on or before publication, or by Rel
	OfWeek                // "Monday last week": weekday N of a week told by Rel
	MonthOf               // "October", "last October", "October last year": Date.Month of a year told by Rel, Year or nothing
	DayOf                 // "October 3": Date.Day and Date.Month, as in MonthOf
	QuarterOf             // "the third quarter": Date.Quarter of a year told by Year or nothing
	HalfOf                // "the first half": N of a year told by Year or nothing
	SeasonOf              // "last summer": the season that is in quarter N, winter in 1, of a year told by Rel, Year or nothing
	EitherDay             // "03/04/2021": Date.Day and Date.Month in the order printed; see Reader.Ordered
	Vague                 // "last week", "the 1990s": a time whose date is not known
	NoTime                // "March 3rds": a row that refuses what others would take a part of
)

// Unit is the unit that a time is counted in.
type Unit uint8

const (
	Months Unit = iota + 1
	Quarters
	Years
)

// Rel is a time told from that of publication: last, this or next; 0 is none of them.
type Rel uint8

const (
	Last Rel = iota + 1
	This
	Next
)

// ago returns how many units before publication r is: 1 for "last".
func (r Rel) ago() int {
	switch r {
	case Last:
		return 1
	case Next:
		return -1
	}
	return 0
}

// Full reports whether the expression needs nothing to be resolved.
func (e Expr) Full() bool { return e.Kind == Absolute && e.Date.Valid() }

// Whole reports whether e is a date to the day, year and all.
func (e *Expr) Whole() bool {
	return e.Date.Day != 0 && (e.Kind == Absolute || e.Kind == EitherDay)
}

// Resolve returns the date that e means in a text published at pub; zero if that is not known well enough.
// Months and days without a year are the last ones before publication, unless they are told to be others.
func (e Expr) Resolve(pub Date) Date {
	if e.Kind == Absolute {
		return e.Date
	}
	if pub.IsZero() {
		return Date{}
	}
	switch e.Kind {
	case DaysAgo:
		return e.daysAgo(pub)
	case Ago:
		return e.ago(pub)
	case OnWeekday:
		return e.onWeekday(pub)
	case OfWeek:
		return e.ofWeek(pub)
	case MonthOf, DayOf:
		return e.monthOf(pub)
	case QuarterOf:
		return e.quarterOf(pub)
	case HalfOf:
		return e.partOf(pub, 6*e.N-5, 6*e.N)
	case SeasonOf:
		return e.seasonOf(pub)
	}
	return Date{}
}

// maxDaysAgo is how many days ago a day may be to be known: "90 days ago" is a round number rather than a day.
const maxDaysAgo = 31

// daysAgo is "yesterday": the day before publication. In a text of which only the month is known "today" is that month.
func (e Expr) daysAgo(pub Date) Date {
	switch {
	case pub.Day == 0 && e.N == 0:
		return pub
	case pub.Day == 0 || e.N > maxDaysAgo:
		return Date{}
	}
	return pub.addDays(-e.N)
}

// ago is "two months ago" or "last month": in April February or March, and no day of it.
func (e Expr) ago(pub Date) Date {
	n := e.N + e.Rel.ago()
	switch {
	case e.Unit == Years:
		return Date{Year: pub.Year - n}
	case e.Unit == Quarters && pub.quarter() != 0:
		return pub.addQuarters(-n)
	case e.Unit == Months && pub.Month != 0:
		return pub.addMonths(-n)
	}
	return Date{}
}

// onWeekday is "Monday": that of publication or the last before it. "Last Monday" is never the day of publication, "next Monday"
// is the day of publication or comes after it.
func (e Expr) onWeekday(pub Date) Date {
	if pub.Day == 0 {
		return Date{}
	}
	since := (int(pub.weekday()) - e.N + 7) % 7 // days since the last such day
	switch {
	case e.Rel == Next:
		return pub.addDays((7 - since) % 7)
	case e.Rel == Last && since == 0:
		since = 7
	}
	return pub.addDays(-since)
}

// ofWeek is "Sunday last week": weeks begin with Monday, so it is the last day of that week.
func (e Expr) ofWeek(pub Date) Date {
	if pub.Day == 0 {
		return Date{}
	}
	monday := (int(pub.weekday()) + 6) % 7
	return pub.addDays(-7*e.Rel.ago() - monday + (e.N+6)%7)
}

// monthOf is "October": in April that of the last year, unless it is "October this year" or "next October".
func (e Expr) monthOf(pub Date) Date {
	d := Date{Year: pub.Year, Month: e.Date.Month, Day: e.Date.Day}
	switch {
	case e.Year != 0:
		d.Year -= e.Year.ago()
	case pub.Month == 0:
		return Date{}
	case e.Rel == Next:
		if d.Month <= pub.Month {
			d.Year++
		}
	case e.Rel == Last:
		if d.Month >= pub.Month {
			d.Year--
		}
	case e.Rel == This:
	case d.Month > pub.Month || d.Month == pub.Month && d.Day > pub.Day && pub.Day > 0:
		d.Year--
	}
	if !d.Valid() {
		return Date{}
	}
	return d
}

// quarterOf is "the fourth quarter": in April that of the last year.
func (e Expr) quarterOf(pub Date) Date {
	d := Date{Year: pub.Year, Quarter: e.Date.Quarter}
	switch {
	case e.Year != 0:
		d.Year -= e.Year.ago()
	case pub.quarter() == 0:
		return Date{}
	case d.Quarter > pub.quarter():
		d.Year--
	}
	return d
}

// seasonOf is "last summer". A winter lies in two years, so its year is not known.
func (e Expr) seasonOf(pub Date) Date {
	if e.N == 1 {
		return Date{}
	}
	return e.partOf(pub, 3*e.N-3, 12)
}

// partOf is "the first half" or "last summer", a part of the year from the month begins on. It is known to the year
// only, and that only where the calendar leaves no doubt: "last summer" said from its begin to the month ends may be
// that of this year or of the one before.
func (e Expr) partOf(pub Date, begins, ends int) Date {
	year, m := pub.Year, int(pub.Month)
	switch {
	case e.Year != 0:
		year -= e.Year.ago()
	case e.Rel == This:
	case m == 0, e.Rel == Next, e.Rel == Last && begins <= m && m <= ends:
		return Date{}
	case m < begins:
		year--
	}
	return Date{Year: year}
}

// Ordered settles which number of 03/04/2021 is the month: the text's other dates tell, or else dayFirst, which the caller knows.
func (r *Reader) Ordered(e Expr, dayFirst bool) Expr {
	if e.Kind != EitherDay {
		return e
	}
	d := e.Date // as if the day came first
	switch {
	case r.DaysFirst > 0 && r.MonthsFirst > 0, r.DaysFirst == 0 && r.MonthsFirst == 0 && !dayFirst:
		return Expr{Kind: Vague}
	case r.MonthsFirst > 0:
		d.Month, d.Day = time.Month(d.Day), int(d.Month)
	}
	return Expr{Date: d}
}
