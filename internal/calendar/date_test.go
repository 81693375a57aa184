package calendar

import (
	"testing"
	"time"
)

// iso returns the date that s writes in ISO's form, none for "".
func iso(t *testing.T, s string) Date {
	t.Helper()
	if s == "" {
		return Date{}
	}
	d, ok := ParseISO(s)
	if !ok {
		t.Fatalf("%q is no date", s)
	}
	return d
}

func TestParseISO(t *testing.T) {
	for s, want := range map[string]Date{
		"2021-03-04": {Year: 2021, Month: 3, Day: 4}, "2021-03": {Year: 2021, Month: 3}, "2021-Q4": {Year: 2021, Quarter: 4},
		"0987": {Year: 987}, "2020-02-29": {Year: 2020, Month: 2, Day: 29},
	} {
		if d, ok := ParseISO(s); !ok || d != want {
			t.Errorf("%q: %+v, %v", s, d, ok)
		}
	}
	for _, s := range []string{
		"", "-", "21", "0000", "2021-", "2021-3", "2021-13", "2021-00", "2021-Q5", "2021-Q0", "2021-Q", "2021-Q1-01", "2021-02-30",
		"2021-03-4", "2021-03-00", "2021-03-04-05", "2021-+3", "２０２１",
	} {
		if d, ok := ParseISO(s); ok {
			t.Errorf("%q: %+v", s, d)
		}
	}
}

func TestValid(t *testing.T) {
	for _, d := range []Date{{Year: 1}, {Year: 9999, Month: 12, Day: 31}, {Year: 2021, Quarter: 4}, {Year: 2020, Month: 2, Day: 29}} {
		if !d.Valid() {
			t.Errorf("%+v is not valid", d)
		}
	}
	for _, d := range []Date{
		{}, {Year: 10000}, {Year: -1}, {Year: 2021, Month: 13}, {Year: 2021, Month: -1}, {Year: 2021, Quarter: 5}, {Year: 2021, Quarter: -1},
		{Year: 2021, Day: 3}, {Year: 2021, Month: 2, Day: 29}, {Year: 2021, Month: 4, Day: 31}, {Year: 2021, Month: 4, Day: -1},
	} {
		if d.Valid() {
			t.Errorf("%+v is valid", d)
		}
	}
}

func TestDateOf(t *testing.T) {
	at := time.Date(2021, 3, 3, 23, 30, 0, 0, time.FixedZone("", -5*3600))
	if d := DateOf(at); d != iso(t, "2021-03-03") {
		t.Errorf("%+v", d)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2021-03-03", "2021-03", true}, {"2021-03-03", "2021-Q1", true}, {"2021-03", "2021", true}, {"2021-03-03", "", true},
		{"2021-Q1", "2021", true}, {"2021-03-03", "2021-03-03", true},
		{"2021-03-03", "2021-03-04", false}, {"2021-03", "2021-04", false}, {"2021-03", "2021-Q2", false}, {"2021-Q1", "2021-Q2", false},
		{"2021-03", "2022-03", false}, {"2021", "2022", false},
	} {
		if iso(t, c.a).Within(iso(t, c.b)) != c.want || iso(t, c.b).Within(iso(t, c.a)) != c.want {
			t.Errorf("%s within %s: want %v", c.a, c.b, c.want)
		}
	}
}

func TestFiner(t *testing.T) {
	order := []string{"", "2021", "2021-Q1", "2021-03", "2021-03-03"}
	for i, a := range order {
		for j, b := range order {
			if iso(t, a).Finer(iso(t, b)) != (i > j) {
				t.Errorf("%q finer than %q: want %v", a, b, i > j)
			}
		}
	}
	if !(Date{}).IsZero() || iso(t, "2021").IsZero() {
		t.Error("only the zero date is none")
	}
}

func TestArithmetic(t *testing.T) {
	d := iso(t, "2020-12-31")
	for name, c := range map[string]struct {
		got  Date
		want string
	}{
		"a day on":           {d.addDays(1), "2021-01-01"},
		"306 days back":      {d.addDays(-306), "2020-02-29"},
		"a month on":         {d.addMonths(1), "2021-01"},
		"twelve months back": {d.addMonths(-12), "2019-12"},
		"a quarter on":       {d.addQuarters(1), "2021-Q1"},
		"four quarters back": {d.addQuarters(-4), "2019-Q4"},
		"of a quarter":       {iso(t, "2021-Q1").addQuarters(-1), "2020-Q4"},
	} {
		if c.got != iso(t, c.want) {
			t.Errorf("%s: %+v, want %s", name, c.got, c.want)
		}
	}
	if d.weekday() != time.Thursday {
		t.Error(d.weekday())
	}
}
