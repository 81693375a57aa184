package funding

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// A dateCase is a time expression, the date of publication, and the date that
// it means, "" if it cannot be known. Brackets mark the part that the mention
// covers, if that is not the whole.
type dateCase struct{ in, published, want string }

const (
	wednesday = "2021-04-14"
	newYear   = "2021-01-01" // a Friday
)

var dateForms = []dateCase{
	// complete in themselves
	{"2021-03-03", "", "2021-03-03"},
	{"March 3, 2021", "", "2021-03-03"},
	{"March 3 2021", "", "2021-03-03"},
	{"March 3rd, 2021", "", "2021-03-03"},
	{"Mar. 3, 2021", "", "2021-03-03"},
	{"Mar 3, 2021", "", "2021-03-03"},
	{"Sept 5, 2018", "", "2018-09-05"},
	{"Sept. 5, 2018", "", "2018-09-05"},
	{"3 March 2021", "", "2021-03-03"},
	{"3rd March 2021", "", "2021-03-03"},
	{"3rd of March 2021", "", "2021-03-03"},
	{"3 March, 2021", "", "2021-03-03"},
	{"2024 April 14", "", "2024-04-14"},
	{"Sunday, 2024 April 14", "", "2024-04-14"},
	{"Wednesday, March 3, 2021", "", "2021-03-03"},
	{"Wed, 3 Mar 2021", "", "2021-03-03"},
	{"on [Wednesday March 3, 2021]", "", "2021-03-03"},
	{"February 29, 2020", "", "2020-02-29"},
	{"23/09/2009", "", "2009-09-23"},
	{"23.09.2009", "", "2009-09-23"},
	{"09/23/2009", "", "2009-09-23"},
	{"05/05/2009", "", "2009-05-05"},
	{"04/05/2009", "", ""}, // which is the month?
	{"March 2021", "", "2021-03"},
	{"March, 2021", "", "2021-03"},
	{"March of 2021", "", "2021-03"},
	{"in [May 2021]", "", "2021-05"},
	{"Q2 2020", "", "2020-Q2"},
	{"Q2 of 2020", "", "2020-Q2"},
	{"the first quarter of 2021", "", "2021-Q1"},
	{"fourth quarter of 2019", "", "2019-Q4"},
	{"in [2017]", "", "2017"},
	{"since [2015]", "", "2015"},
	{"late 2023", "", "2023"},
	{"early 2023", "", "2023"},
	{"mid-2023", "", "2023"},

	{"H1 2021", "", "2021"},
	{"the first half of 2021", "", "2021"},
	{"1H21", "", "2021"},
	{"1Q21", "", "2021-Q1"},
	{"Q1 '21", "", "2021-Q1"},
	{"Q1'21", "", "2021-Q1"},
	{"2021 Q1", "", "2021-Q1"},
	{"2021-Q1", "", "2021-Q1"},
	{"Q1/2021", "", "2021-Q1"},
	{"third-quarter 2020", "", "2020-Q3"},
	{"FY2021", "", "2021"},
	{"FY21", "", "2021"},
	{"fiscal 2021", "", "2021"},
	{"fiscal year 2021", "", "2021"},
	{"the 2021 fiscal year", "", "2021"},
	{"the 2021 financial year", "", "2021"},
	{"FY99", "", "1999"},
	{"March '99", "", "1999-03"},
	{"in Atlas-2021", "", ""},    // a product
	{"to 3.10.2021beta", "", ""}, // a version
	{"Q1 FY2021", "", "2021"},    // whose quarters nobody knows
	{"summer 2021", "", "2021"},
	{"the summer of 2021", "", "2021"},
	{"winter 2020", "", "2020"},
	{"early in 2021", "", "2021"},
	{"year-end 2020", "", "2020"},
	{"the [end of 2020]", "", "2020"},
	{"mid-March 2021", "", "2021-03"},
	{"March '21", "", "2021-03"},
	{"Mar-2021", "", "2021-03"},
	{"14-Mar-2021", "", "2021-03-14"},
	{"2021/03/14", "", "2021-03-14"},
	{"2021.03.14", "", "2021-03-14"},
	{"2021-03-14T10:00:00Z", "", "2021-03-14"},
	{"[Sun, 14 Mar 2021] 10:00:00 GMT", "", "2021-03-14"},
	{"Mon Jul 30 09:15:00 2018", "", "2018-07-30"},
	{"March 3-5, 2021", "", "2021-03"}, // one of three days
	{"3-5 March 2021", "", "2021-03"},
	{"March 3 and 4, 2021", "", "2021-03"},
	{"in [march 2021]", "", "2021-03"},
	{"the 1990s", "", ""},
	{"the early 2000s", "", ""},
	{"the '90s", "", ""},

	// relative to publication
	{"today", wednesday, "2021-04-14"},
	{"yesterday", wednesday, "2021-04-13"},
	{"tomorrow", wednesday, "2021-04-15"},
	{"yesterday", newYear, "2020-12-31"},
	{"next March", wednesday, "2022-03"},
	{"next June", wednesday, "2021-06"},
	{"two quarters ago", wednesday, "2020-Q4"},
	{"this morning", wednesday, "2021-04-14"},
	{"on [Tuesday]", wednesday, "2021-04-13"},
	{"on [Wednesday]", wednesday, "2021-04-14"},
	{"on [Thursday]", wednesday, "2021-04-08"},
	{"on [Thursday]", newYear, "2020-12-31"},
	{"on [Monday morning]", wednesday, "2021-04-12"},
	{"last Monday", wednesday, "2021-04-12"},
	{"next Tuesday", wednesday, "2021-04-20"},
	{"three days ago", wednesday, "2021-04-11"},
	{"10 days ago", wednesday, "2021-04-04"},
	{"this month", wednesday, "2021-04"},
	{"last month", wednesday, "2021-03"},
	{"last month", newYear, "2020-12"},
	{"next month", wednesday, "2021-05"},
	{"two months ago", wednesday, "2021-02"},
	{"five months ago", wednesday, "2020-11"},
	{"earlier this month", wednesday, "2021-04"},
	{"last year", wednesday, "2020"},
	{"this year", wednesday, "2021"},
	{"next year", wednesday, "2022"},
	{"a year ago", wednesday, "2020"},
	{"two years ago", wednesday, "2019"},
	{"earlier this year", wednesday, "2021"},
	{"later this year", wednesday, "2021"},
	{"late last year", wednesday, "2020"},
	{"last quarter", wednesday, "2021-Q1"},
	{"last quarter", newYear, "2020-Q4"},
	{"this quarter", wednesday, "2021-Q2"},
	{"the first quarter", wednesday, "2021-Q1"},
	{"the fourth quarter", wednesday, "2020-Q4"},
	{"the third quarter of last year", wednesday, "2020-Q3"},
	{"last October", wednesday, "2020-10"},
	{"last March", wednesday, "2021-03"},
	{"last April", wednesday, "2020-04"}, // not the month that it is
	{"October last year", wednesday, "2020-10"},
	{"in [October last year]", wednesday, "2020-10"},
	{"in [October of last year]", wednesday, "2020-10"},
	{"in [March this year]", wednesday, "2021-03"},
	{"in [October]", wednesday, "2020-10"},
	{"in [March]", wednesday, "2021-03"},
	{"in [April]", wednesday, "2021-04"},
	{"in [May]", wednesday, "2020-05"},
	{"back in March", wednesday, "2021-03"},
	{"this April", wednesday, "2021-04"},
	{"on [March 3]", wednesday, "2021-03-03"},
	{"on [December 3]", wednesday, "2020-12-03"},
	{"on [3 March]", wednesday, "2021-03-03"},
	{"on [Monday, April 12]", wednesday, "2021-04-12"},
	{"the day before yesterday", wednesday, "2021-04-12"},
	{"Tuesday last week", wednesday, "2021-04-06"},
	{"Monday next week", wednesday, "2021-04-19"},
	{"last year in October", wednesday, "2020-10"},
	{"last october", wednesday, "2020-10"},
	{"on [tuesday]", wednesday, "2021-04-13"},
	{"earlier in the year", wednesday, "2021"},
	{"by the [end of the year]", wednesday, "2021"},
	{"last summer", wednesday, "2020"},
	{"last summer", "2021-10-01", ""}, // that of this year or of the one before?
	{"last winter", wednesday, ""},
	{"this spring", wednesday, "2021"},
	{"the second half of last year", wednesday, "2020"},
	{"back in 2019", wednesday, "2019"},
	{"a decade ago", wednesday, ""},
	{"90 days ago", wednesday, ""}, // a round number rather than a day
	{"three weeks ago", wednesday, ""},
	{"over the past two years", wednesday, ""},
	{"in the last 12 months", wednesday, ""},
	{"for two years", wednesday, ""},
	{"recently", wednesday, ""},
	{"last week", wednesday, ""},
	{"this week", wednesday, ""},

	// publication known to the month or year only, or not at all
	{"today", "2016-10", "2016-10"},
	{"on [Tuesday]", "2016-10", ""},
	{"yesterday", "2016-10", ""},
	{"last month", "2016-10", "2016-09"},
	{"last year", "2016-10", "2015"},
	{"in [November]", "2016-10", "2015-11"},
	{"in [March]", "2016-10", "2016-03"},
	{"last quarter", "2016-10", "2016-Q3"},
	{"last year", "2016", "2015"},
	{"last month", "2016", ""},
	{"in [October]", "2016", ""},
	{"today", "", ""},
	{"last October", "", ""},
	{"last month", "", ""},
	{"a year ago", "", ""},
	{"on [Tuesday]", "", ""},
	{"in [October]", "", ""},
	{"March 3, 2021", "2016-10", "2021-03-03"},
}

func mustDate(t *testing.T, s string) Date {
	t.Helper()
	if s == "" {
		return Date{}
	}
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// wrong tells what is wrong with c in the middle of a sentence, "" if nothing is.
func (c dateCase) wrong(t *testing.T) string {
	in, printed := moneyCase{in: c.in}.plain()
	text := "They moved " + in + " to a larger office."
	ds := Parser{Published: mustDate(t, c.published)}.Parse(text).Dates
	switch {
	case len(ds) == 0 && c.want == "":
		return ""
	case len(ds) != 1:
		return "not one date: " + dateTexts(text, ds)
	case ds[0].Date.String() != c.want:
		return "means " + ds[0].Date.String()
	case c.want != "" && ds[0].In(text) != printed:
		return "the span is " + ds[0].In(text)
	}
	return ""
}

func dateTexts(text string, ds []DateMention) string {
	var s []string
	for _, d := range ds {
		s = append(s, d.In(text)+" = "+d.Date.String())
	}
	return strings.Join(s, ", ")
}

func TestDateForms(t *testing.T) {
	for _, c := range dateForms {
		if s := c.wrong(t); s != "" {
			t.Errorf("%q, published %q: want %q: %s", c.in, c.published, c.want, s)
		}
	}
}

func TestWordsThatAreNoDates(t *testing.T) {
	for _, text := range noDates {
		if ds := (Parser{Published: mustDate(t, wednesday)}).Parse(text).Dates; len(ds) != 0 {
			t.Errorf("%q: found %s", text, dateTexts(text, ds))
		}
	}
}

var noDates = []string{
	"The company may raise more.",
	"May the best team win.",
	"They march on with new money.",
	"March on, said the founder.",
	"The firm is 5 years old.",
	"It took 5 years to build.",
	"Sat down with the founders, we asked about money.",
	"The Sun rises in the East.",
	"It has 2021 employees and 2020 customers.",
	"It sold 2019 units.",
	"It raised $2020.",
	"The Boeing 2000-series jets are old.",
	"Call 555-2020 now.",
	"The average user is 34.",
	"Version 3.2.2021a is out.",
	"A second look at the firm.",
	"The first of its kind.",
	"It wants to marry design and code.",
	"Every Tuesday's child is full of grace.",
	"The last mile is the hardest.",
	"The next big thing is here.",
	"A decade of work.",
	"February 30, 2021 does not exist.",
	"2021-02-30 does not exist.",
	"31/02/2021 does not exist.",
	"Sec. 4 applies.",
	"They dec the halls.",
	"Theresa May and April Jones invested.",
	"August Capital and October Ventures invested.",
}

var parsedDates = []struct{ in, want string }{
	{"2021", "2021"},
	{"2021-03", "2021-03"},
	{"2021-Q1", "2021-Q1"},
	{"2021-03-03", "2021-03-03"},
	{" 2021-03-03\n", "2021-03-03"},
	{"March 3, 2021", "2021-03-03"},
	{"3 March 2021", "2021-03-03"},
	{"March 2021", "2021-03"},
	{"Sunday, 2024 April 14", "2024-04-14"}, // dateparse fails on it
	{"Sept 5, 2018", "2018-09-05"},          // and on this
	{"2018-07-30T09:15:00Z", "2018-07-30"},
	{"2018-07-30T23:30:00-07:00", "2018-07-30"}, // the day as printed, not that of UTC
	{"2018-07-30T00:30:00+09:00", "2018-07-30"},
	{"2018-07-30 09:15:00", "2018-07-30"},
	{"2018-07-30 12:00 am", "2018-07-30"},
	{"Mon, 30 Jul 2018 09:15:00 GMT", "2018-07-30"},
	{"Mon, 30 Jul 2018 23:15:00 +0200", "2018-07-30"},
	{"Mon Jul 30 09:15:00 2018", "2018-07-30"},
	{"July 30, 2018 9:15 AM", "2018-07-30"},
	{"July 30, 2018 12:00 am", "2018-07-30"}, // dateparse takes it for noon
	{"July 30, 2018 11:30 PM ET", "2018-07-30"},
	{"30/07/2018", "2018-07-30"},
	{"20180730", "2018-07-30"},

	{"", ""},
	{" ", ""},
	{"March 12", ""}, // dateparse invents the year 0
	{"Mar 12", ""},
	{"12 March", ""},
	{"09:15", ""},
	{"today", ""},
	{"last month", ""},
	{"2018-13-01", ""},
	{"2018-02-30", ""},
	{"2018-00-10", ""},
	{"2021-Q5", ""},
	{"0000", ""},
	{"0000-01-01", ""},
	{"99999", ""},
	{"04/05/2018", ""}, // which is the month?
	{"1532942100", ""}, // seconds since 1970 are no printed date
	{"the 2018 model", ""},
	{"2018-07-30 or so", ""},
	{"$2018", ""},
	{"two thousand", ""},
	{strings.Repeat("1", 65), ""},
	{strings.Repeat(" ", 1000) + "x" + strings.Repeat(" ", 1000), ""},
	{"\xff2018", ""},
}

// parsesWrong tells what is wrong with ParseDate of in, "" if nothing is.
func parsesWrong(in, want string) string {
	d, err := ParseDate(in)
	var pe *ParseError
	switch {
	case want != "" && err != nil:
		return err.Error()
	case d.String() != want:
		return "it is " + d.String()
	case want == "" && (!errors.As(err, &pe) || pe.Input != in):
		return "the error is no *ParseError of the input"
	}
	return ""
}

func TestParseDate(t *testing.T) {
	for _, c := range parsedDates {
		if s := parsesWrong(c.in, c.want); s != "" {
			t.Errorf("%.40q: want %q: %s", c.in, c.want, s)
		}
	}
}

// The clock and the zone of the machine decide nothing.
func TestParseDateIgnoresLocal(t *testing.T) {
	old := time.Local
	defer func() { time.Local = old }()
	for _, off := range []int{-12 * 3600, 14 * 3600} {
		time.Local = time.FixedZone("here", off)
		for _, s := range []string{"2018-07-30T00:15:00Z", "2018-07-30T23:45:00Z", "Mon, 30 Jul 2018 23:45:00 GMT"} {
			if d, err := ParseDate(s); err != nil || d.String() != "2018-07-30" {
				t.Errorf("at UTC%+d ParseDate(%q) = %v, %v", off/3600, s, d, err)
			}
		}
	}
}

func TestDateRoundTrip(t *testing.T) {
	for _, d := range []Date{{}, {Year: 2021}, {Year: 2021, Quarter: 4}, {Year: 2021, Month: 12}, {Year: 2020, Month: 2, Day: 29}, {Year: 1, Month: 1, Day: 1}, {Year: 9999, Month: 12, Day: 31}} {
		text, err := d.MarshalText()
		if err != nil {
			t.Errorf("%+v: %v", d, err)
		}
		var back Date
		if err := back.UnmarshalText(text); err != nil || back != d {
			t.Errorf("%+v is written %q and read %+v, %v", d, text, back, err)
		}
		if d.IsZero() {
			continue
		}
		if back, err := ParseDate(d.String()); err != nil || back != d {
			t.Errorf("ParseDate(%q) = %+v, %v; want %+v", d, back, err, d)
		}
	}
	d := Date{Year: 2021}
	if err := d.UnmarshalText([]byte("last year")); err == nil || d.Year != 2021 {
		t.Errorf("UnmarshalText of no date gives %v and leaves %v", err, d)
	}
}

func TestDatePrecision(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Precision
		text string
	}{
		{"", NoDate, ""},
		{"2021", YearOnly, "year"},
		{"2021-Q3", QuarterOnly, "quarter"},
		{"2021-03", MonthOnly, "month"},
		{"2021-03-03", DayExact, "day"},
	} {
		if p := mustDate(t, c.in).Precision(); p != c.want || p.String() != c.text {
			t.Errorf("the precision of %q is %v, want %q", c.in, p, c.text)
		}
	}
}

func TestDateOf(t *testing.T) {
	late := time.Date(2021, 3, 3, 23, 59, 0, 0, time.FixedZone("", -8*3600))
	if d := DateOf(late); d.String() != "2021-03-03" {
		t.Errorf("DateOf(%v) = %v", late, d)
	}
	if d := DateOf(late.UTC()); d.String() != "2021-03-04" {
		t.Errorf("DateOf(%v) = %v", late.UTC(), d)
	}
}

// Without Published, the date that the text itself carries is what relative dates refer to.
func TestDocumentDate(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"masthead", "Sunday, 2024 April 14\n\nLisko Labs raised $5 million last month from Birch Capital.", "2024-03"},
		{"masthead after the headline", "Lisko Labs raises $5 million\n\nMarch 3, 2021\n\nLisko Labs raised $5 million yesterday from Birch Capital.", "2021-03-02"},
		{"dateline", "SAN FRANCISCO, March 3, 2021 — Lisko Labs today announced a $5 million Series A.", "2021-03-03"},
		{"dateline of a wire", "SAN FRANCISCO, March 3, 2021 (Newswire) -- Lisko Labs today announced a $5 million Series A.", "2021-03-03"},
		{"dateline with slashes", "PRAGUE, Dec. 9, 2019 /Newswire/ -- Lisko Labs today announced a $5 million Series A.", "2019-12-09"},
		{"published", "Published March 3, 2021\n\nLisko Labs raised $5 million last month.", "2021-02"},
		{"published with a colon", "Published: 3 March 2021\n\nLisko Labs raised $5 million last month.", "2021-02"},
		{"ISO", "2021-03-03\n\nLisko Labs raised $5 million last month.", "2021-02"},
		{"no date in the text", "Lisko Labs raised $5 million last month.", ""},
		{"a date in a sentence", "The park that the city had waited for opened on March 3, 2021, and many people came. Lisko Labs raised $5 million last month.", ""},
		{"a date in a short sentence", "The park opened on March 3, 2021. Lisko Labs raised $5 million last month.", ""},
		{"only a month", "March 2021\n\nLisko Labs raised $5 million on Tuesday.", ""},
	} {
		doc := Parse(c.text)
		if len(doc.Rounds) != 1 || doc.Rounds[0].Date.String() != c.want {
			t.Errorf("%s: rounds %v; want one of %q", c.name, doc.Rounds, c.want)
		}
	}
	text := "March 3, 2021\n\nLisko Labs raised $5 million last month."
	if doc := (Parser{Published: Date{Year: 2010, Month: 6, Day: 1}}).Parse(text); len(doc.Rounds) != 1 || doc.Rounds[0].Date.String() != "2010-05" {
		t.Errorf("Published does not come before the masthead: %v", doc.Rounds)
	}
}

// An ambiguous order of day and month is settled by the text, else by the caller.
func TestDayFirst(t *testing.T) {
	for _, c := range []struct {
		text     string
		dayFirst bool
		want     string // of the last date
	}{
		{"It opened on 03/04/2021.", false, ""},
		{"It opened on 03/04/2021.", true, "2021-04-03"},
		{"It closed on 23/01/2021 and opened on 03/04/2021.", false, "2021-04-03"},
		{"It closed on 01/23/2021 and opened on 03/04/2021.", false, "2021-03-04"},
		{"It closed on 01/23/2021 and opened on 03/04/2021.", true, "2021-03-04"},
		{"It closed on 01/23/2021 and 23/01/2021 and opened on 03/04/2021.", true, ""},
		{"It opened on 03/03/2021.", false, "2021-03-03"},
		{"It opened on 03.04.2021.", false, "2021-04-03"},
		{"It opened on 31/02/2021 or 32/01/2021.", true, ""},
		{"It closed on 05/05/2021 and opened on 03/04/2021.", false, ""}, // 05/05 says nothing of the order
	} {
		ds := Parser{DayFirst: c.dayFirst}.Parse(c.text).Dates
		got := ""
		if len(ds) > 0 {
			got = ds[len(ds)-1].Date.String()
		}
		if got != c.want {
			t.Errorf("%q, DayFirst %v: %q, want %q", c.text, c.dayFirst, got, c.want)
		}
	}
}

// "Published" dates a text, "Updated" one that says nothing else.
func TestStamps(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // want: what "yesterday" is
		{"Published: March 3, 2021\n\nWe met yesterday.", "2021-03-02"},
		{"Published on March 3, 2021\n\nWe met yesterday.", "2021-03-02"},
		{"First published: March 3, 2021\n\nWe met yesterday.", "2021-03-02"},
		{"Updated on March 5, 2021\n\nWe met yesterday.", "2021-03-04"},
		{"Updated: March 5, 2021\nPublished: March 3, 2021\n\nWe met yesterday.", "2021-03-02"},
		{"Last updated on March 5, 2021\n\nWe met yesterday.", "2021-03-04"},
		{"LONDON, March 3, 2021 (Wire) -- We met yesterday.", "2021-03-02"},
		{"We read a study published on March 3, 2021 and then we all met yesterday.", ""},
	} {
		ds := Parse(c.text).Dates
		if len(ds) == 0 || ds[len(ds)-1].Date.String() != c.want {
			t.Errorf("%q: %s, want %q", c.text, dateTexts(c.text, ds), c.want)
		}
	}
}

// The months of a range are mentions of their own, of the same year.
func TestMonthRanges(t *testing.T) {
	for _, c := range []struct{ text, published, want string }{
		{"Lisko grew between March and May 2021.", "", "March = 2021-03; May 2021 = 2021-05"},
		{"Lisko grew from April to June and then shrank.", "2021-07-01", "April = 2021-04; June = 2021-06"},
		{"Lisko grew in April and June this year.", "2021-07-01", "April = 2021-04; June this year = 2021-06"},
	} {
		var got []string
		for _, d := range (Parser{Published: mustDate(t, c.published)}).Parse(c.text).Dates {
			got = append(got, d.In(c.text)+" = "+d.Date.String())
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: %s; want %s", c.text, g, c.want)
		}
	}
}

// An expression that names a time without fixing a date is a mention all the same, without a value.
func TestVagueDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Lisko moved to Leeds last week.", "last week"},
		{"Lisko moves to Leeds next weekend.", "next weekend"},
		{"Lisko moved to Leeds last week Tuesday or so.", "last week Tuesday"},
		{"Lisko moved to Leeds last night.", "last night"},
		{"Lisko moved to Leeds three weeks ago.", "three weeks ago"},
		{"Lisko moved to Leeds in the 1990s.", "the 1990s"},
	} {
		ds := Parser{Published: Date{Year: 2021, Month: time.April, Day: 14}}.Parse(c.text).Dates
		if len(ds) != 1 || ds[0].In(c.text) != c.want || !ds[0].Date.IsZero() {
			t.Errorf("%q: %s; want %q without a value", c.text, dateTexts(c.text, ds), c.want)
		}
	}
}

// TestDateDoc keeps docs/dates.md in step with dateForms.
func TestDateDoc(t *testing.T) {
	var b strings.Builder
	b.WriteString("| printed | published | means |\n| --- | --- | --- |\n")
	for _, c := range dateForms {
		in, _ := moneyCase{in: c.in}.plain()
		want := "`" + c.want + "`"
		if c.want == "" {
			want = "unresolved"
		}
		b.WriteString("| `" + in + "` | " + c.published + " | " + want + " |\n")
	}
	docTable(t, "docs/dates.md", "Dates", b.String())
}
