package calendar

import (
	"testing"
	"time"
)

// wednesday is the date of publication where none is named.
const wednesday = "2021-04-14"

func TestResolve(t *testing.T) {
	month := func(m int, rel, year Rel) Expr { return Expr{Kind: MonthOf, Rel: rel, Year: year, Date: iso2(m, 0)} }
	season := func(n int, rel, year Rel) Expr { return Expr{Kind: SeasonOf, N: n, Rel: rel, Year: year} }
	half := func(n int, year Rel) Expr { return Expr{Kind: HalfOf, N: n, Year: year} }
	quarter := func(n int, year Rel) Expr { return Expr{Kind: QuarterOf, Year: year, Date: Date{Quarter: n}} }
	weekday := func(n int, rel Rel) Expr { return Expr{Kind: OnWeekday, N: n, Rel: rel} }
	for _, c := range []struct {
		says      string
		e         Expr
		published string
		want      string
	}{
		{"March 2019", Expr{Date: iso(t, "2019-03")}, "", "2019-03"},
		{"last week", Expr{Kind: Vague}, wednesday, ""},

		{"today", Expr{Kind: DaysAgo}, wednesday, "2021-04-14"},
		{"tomorrow", Expr{Kind: DaysAgo, N: -1}, wednesday, "2021-04-15"},
		{"31 days ago", Expr{Kind: DaysAgo, N: 31}, wednesday, "2021-03-14"},
		{"32 days ago", Expr{Kind: DaysAgo, N: 32}, wednesday, ""},
		{"today", Expr{Kind: DaysAgo}, "2021-04", "2021-04"},
		{"yesterday", Expr{Kind: DaysAgo, N: 1}, "2021-04", ""},
		{"today", Expr{Kind: DaysAgo}, "", ""},

		{"last year", Expr{Kind: Ago, Unit: Years, Rel: Last}, "2021", "2020"},
		{"two years ago", Expr{Kind: Ago, Unit: Years, N: 2}, wednesday, "2019"},
		{"next month", Expr{Kind: Ago, Unit: Months, Rel: Next}, "2021-12-31", "2022-01"},
		{"this month", Expr{Kind: Ago, Unit: Months, Rel: This}, wednesday, "2021-04"},
		{"last month", Expr{Kind: Ago, Unit: Months, Rel: Last}, "2021-Q2", ""},
		{"last quarter", Expr{Kind: Ago, Unit: Quarters, Rel: Last}, "2021-Q1", "2020-Q4"},
		{"last quarter", Expr{Kind: Ago, Unit: Quarters, Rel: Last}, "2021", ""},
		{"ago", Expr{Kind: Ago}, wednesday, ""},

		{"Wednesday", weekday(3, 0), wednesday, "2021-04-14"},
		{"this Thursday", weekday(4, This), wednesday, "2021-04-08"},
		{"last Wednesday", weekday(3, Last), wednesday, "2021-04-07"},
		{"last Tuesday", weekday(2, Last), wednesday, "2021-04-13"},
		{"next Wednesday", weekday(3, Next), wednesday, "2021-04-14"},
		{"next Tuesday", weekday(2, Next), wednesday, "2021-04-20"},
		{"Wednesday", weekday(3, 0), "2021-04", ""},
		{"Monday last week", Expr{Kind: OfWeek, N: 1, Rel: Last}, wednesday, "2021-04-05"},
		{"Sunday this week", Expr{Kind: OfWeek, N: 0, Rel: This}, wednesday, "2021-04-18"},
		{"Monday next week", Expr{Kind: OfWeek, N: 1, Rel: Next}, "2021-04-18", "2021-04-19"},
		{"Monday this week", Expr{Kind: OfWeek, N: 1, Rel: This}, "2021-04", ""},

		{"March", month(3, 0, 0), wednesday, "2021-03"},
		{"April", month(4, 0, 0), wednesday, "2021-04"},
		{"May", month(5, 0, 0), wednesday, "2020-05"},
		{"May", month(5, 0, 0), "2021", ""},
		{"May last year", month(5, 0, Last), "2021", "2020-05"},
		{"March this year", month(3, 0, This), wednesday, "2021-03"},
		{"March next year", month(3, 0, Next), wednesday, "2022-03"},
		{"last April", month(4, Last, 0), wednesday, "2020-04"},
		{"last March", month(3, Last, 0), wednesday, "2021-03"},
		{"next April", month(4, Next, 0), wednesday, "2022-04"},
		{"next May", month(5, Next, 0), wednesday, "2021-05"},
		{"this May", month(5, This, 0), wednesday, "2021-05"},
		{"April 14", Expr{Kind: DayOf, Date: iso2(4, 14)}, wednesday, "2021-04-14"},
		{"April 15", Expr{Kind: DayOf, Date: iso2(4, 15)}, wednesday, "2020-04-15"},
		{"April 15", Expr{Kind: DayOf, Date: iso2(4, 15)}, "2021-04", "2021-04-15"},
		{"February 29", Expr{Kind: DayOf, Date: iso2(2, 29)}, wednesday, ""},

		{"the second quarter", quarter(2, 0), wednesday, "2021-Q2"},
		{"the third quarter", quarter(3, 0), wednesday, "2020-Q3"},
		{"the third quarter", quarter(3, 0), "2021", ""},
		{"the third quarter of this year", quarter(3, This), "2021", "2021-Q3"},
		{"the third quarter of last year", quarter(3, Last), "2021", "2020-Q3"},
		{"the first quarter of next year", quarter(1, Next), "2021", "2022-Q1"},

		{"the first half", half(1, 0), wednesday, "2021"},
		{"the second half", half(2, 0), wednesday, "2020"},
		{"the second half", half(2, 0), "2021", ""},
		{"the second half of next year", half(2, Next), "2021", "2022"},

		{"last summer", season(3, Last, 0), wednesday, "2020"},
		{"last summer", season(3, Last, 0), "2021-10-01", ""},
		{"this summer", season(3, This, 0), wednesday, "2021"},
		{"next summer", season(3, Next, 0), wednesday, ""},
		{"last winter", season(1, Last, 0), wednesday, ""},
		{"the winter of last year", season(1, 0, Last), wednesday, ""},
		{"the summer of last year", season(3, 0, Last), wednesday, "2020"},
	} {
		var pub Date
		if c.published != "" {
			pub = iso(t, c.published)
		}
		if d := c.e.Resolve(pub); d != iso(t, c.want) {
			t.Errorf("%s, published %q: %+v, want %q", c.says, c.published, d, c.want)
		}
	}
}

// iso2 is a month and day of no year.
func iso2(month, day int) Date { return Date{Month: time.Month(month), Day: day} }

func TestFullAndWhole(t *testing.T) {
	day, month := iso(t, "2021-03-04"), iso(t, "2021-03")
	for _, c := range []struct {
		e           Expr
		full, whole bool
	}{
		{Expr{Date: day}, true, true},
		{Expr{Date: month}, true, false},
		{Expr{}, false, false},
		{Expr{Kind: EitherDay, Date: day}, false, true},
		{Expr{Kind: DayOf, Date: day}, false, false},
	} {
		if c.e.Full() != c.full || c.e.Whole() != c.whole {
			t.Errorf("%+v: full %v, whole %v", c.e, c.e.Full(), c.e.Whole())
		}
	}
}

func TestOrdered(t *testing.T) {
	either := Expr{Kind: EitherDay, Date: iso(t, "2021-04-03")} // 03/04/2021
	for _, c := range []struct {
		days, months int
		dayFirst     bool
		want         string
	}{
		{0, 0, false, ""}, {0, 0, true, "2021-04-03"}, {1, 0, false, "2021-04-03"},
		{0, 1, true, "2021-03-04"}, {0, 1, false, "2021-03-04"}, {1, 1, true, ""},
	} {
		r := Reader{DaysFirst: c.days, MonthsFirst: c.months}
		if d := r.Ordered(either, c.dayFirst).Resolve(iso(t, wednesday)); d != iso(t, c.want) {
			t.Errorf("%+v: %+v", c, d)
		}
	}
	if e := (Expr{Kind: DaysAgo, N: 1}); (&Reader{}).Ordered(e, true) != e {
		t.Error("what is ordered changed")
	}
}
