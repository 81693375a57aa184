package english

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	reading "example.com/funding/internal/words"
)

// published is the date of the texts of examples that name no other.
const published = "2021-04-14" // a Wednesday

// A timeExample is an example of a row, in its parts.
type timeExample struct {
	text      string // without brackets
	from, to  int    // where the expression stands in it
	published calendar.Date
	want      string
}

// parseExample reads "on [Monday] @2021-01-01 => 2020-12-28".
func parseExample(t *testing.T, s string) timeExample {
	t.Helper()
	text, want, ok := strings.Cut(s, " => ")
	if !ok {
		t.Fatalf("%q has no =>", s)
	}
	text, on, ok := strings.Cut(text, " @")
	if !ok {
		on = published
	}
	e := timeExample{want: want, published: mustDate(t, on)}
	before, rest, bracketed := strings.Cut(text, "[")
	if !bracketed {
		before, rest = "", text+"]"
	}
	in, after, _ := strings.Cut(rest, "]")
	e.text, e.from, e.to = before+in+after, len(before), len(before)+len(in)
	return e
}

func mustDate(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, ok := calendar.ParseISO(s)
	if !ok {
		t.Fatalf("%q is no date", s)
	}
	return d
}

// timesOf returns a reader of text, and where its words begin that are worth a look.
func timesOf(text string) (calendar.Reader, []int32) {
	w := reading.NewReader(Language().Words)
	w.Reset(text)
	var looks []int32
	for w.Paragraph() {
		looks = append(looks, w.Looks...)
	}
	w.Whole()
	return calendar.Reader{View: &w.View, Rules: Language().Mentions.Calendar}, looks
}

// wrong tells what is wrong with an example of row, "" if nothing is.
func (e timeExample) wrong(t *testing.T, row calendar.Row) string {
	r, looks := timesOf(e.text)
	i := slices.IndexFunc(r.Toks, func(t token.Token) bool { return int(t.Start) == e.from })
	if i < 0 {
		return "the bracket opens within a word"
	}
	x, to, name := r.Explain(i)
	refused := e.want == "none"
	switch {
	case refused && row.Means.Kind != calendar.NoTime:
		if to > i {
			return "row " + name + " read it"
		}
		return ""
	case name != row.Name:
		return "row " + name + " read it"
	case refused:
		if to > i {
			return "it was read"
		}
		return ""
	case to == i || int(r.Toks[to-1].End) != e.to:
		return "read up to token " + e.text[e.from:r.Toks[max(to-1, i)].End]
	case !slices.Contains(looks, int32(i)):
		return "nobody looks at its first word"
	}
	d := x.Resolve(e.published)
	if e.want == "-" {
		if !d.IsZero() {
			return "it has a date"
		}
		return ""
	}
	if d != mustDate(t, e.want) {
		return "it means another date"
	}
	if again, end := r.At(i); again != x || end != to {
		return "At and Explain differ"
	}
	return ""
}

func TestCalendarExamples(t *testing.T) {
	for _, row := range calendarRows {
		if len(row.Examples) == 0 {
			t.Errorf("row %q has no example", row.Name)
		}
		for _, s := range row.Examples {
			e := parseExample(t, s)
			if why := e.wrong(t, row); why != "" {
				t.Errorf("row %q: %q: %s", row.Name, s, why)
			}
		}
	}
}

// An expression is found only where somebody looks: at words with a cue, and at articles and counts that OpensTime approves of.
func TestCalendarOpensTime(t *testing.T) {
	for _, row := range calendarRows {
		for _, s := range row.Examples {
			e := parseExample(t, s)
			r, _ := timesOf(e.text)
			i := slices.IndexFunc(r.Toks, func(t token.Token) bool { return int(t.Start) == e.from })
			if _, to := r.At(i); to > i && !r.OpensTime(i) {
				t.Errorf("%q: nothing opens it", s)
			}
			id := r.Word(i)
			cued := Language().Lexicon.CuesOf(id)&(lexicon.TimeCue|lexicon.CountCue) != 0 || id == Language().Lexicon.Find("the") || id == Language().Lexicon.Find("an")
			if r.Kind(i, token.Word) && !cued {
				t.Errorf("%q: its first word has no cue", s)
			}
		}
	}
	for _, text := range []string{
		"the", "two", "a", "the company", "the first", "the first round", "two years", "two founders ago", "a year", "the last year",
	} {
		if r, _ := timesOf(text); r.OpensTime(0) {
			t.Errorf("%q may open a time", text)
		}
	}
}

func TestCalendarNamesAreUsed(t *testing.T) {
	var patterns strings.Builder
	seen := map[string]bool{}
	for _, row := range calendarRows {
		if seen[row.Name] {
			t.Errorf("two rows are called %q", row.Name)
		}
		seen[row.Name] = true
		patterns.WriteString(strings.Join([]string{row.Pattern, row.After, row.NotAfter, row.Before, row.NotBefore, ""}, " "))
	}
	for _, p := range calendarParts {
		_, pattern, _ := strings.Cut(p, " = ")
		patterns.WriteString(pattern + " ")
	}
	names := strings.FieldsFunc(patterns.String(), func(r rune) bool { return strings.ContainsRune(" []()|+_^:!", r) })
	for _, s := range calendarSets {
		if !slices.Contains(names, s.Name) {
			t.Errorf("no pattern names the set %s", s.Name)
		}
	}
	for _, p := range calendarParts {
		if name, _, _ := strings.Cut(p, " = "); !slices.Contains(names, name) {
			t.Errorf("no pattern names the part %s", name)
		}
	}
}

// What is no time, or part of something longer.
func TestCalendarRefuses(t *testing.T) {
	for _, text := range []string{
		"may", "May", "march on", "August Capital", "Sat", "Sun", "Mar", "past", "five", "financial", "the financial",
		"February 30, 2021", "31 April 2021", "31-31 April 2021", "March 3x", "today's", "Tuesday's", "tuesday", "2021", "2021 people",
		"five years", "the first", "third-quarter results", "the first half of it", "q1", "Q5", "H3", "5Q21", "FY", "1999th",
		"end of it", "early", "mid-size", "year-old", "back in business", "back in back in March", "this", "last of", "30/30/2021",
	} {
		r, _ := timesOf(text)
		if x, to, row := r.Explain(0); to > 0 {
			t.Errorf("%q: row %q read %+v up to token %d", text, row, x, to)
		}
	}
}

func BenchmarkCalendar(b *testing.B) {
	for b.Loop() {
		if _, err := calendar.Compile(Language().Lexicon, calendarTable); err != nil {
			b.Fatal(err)
		}
	}
}
