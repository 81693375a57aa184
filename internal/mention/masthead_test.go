package mention_test

import (
	"testing"

	"example.com/funding/internal/calendar"
)

// The date that a text carries itself.
func TestMasthead(t *testing.T) {
	for _, c := range []struct {
		text, want string
		dayFirst   bool
	}{
		{text: "Harbour Wire | May 3, 2021\n\nLisko raised $5M.", want: "2021-05-03"},
		{text: "Published: May 3, 2021\nLisko raised $5M in April 2021.", want: "2021-05-03"},
		{text: "Posted on May 3, 2021 by Jane Roe, who writes on shoes, wool and all that\n\nLisko raised $5M.", want: "2021-05-03"},
		{text: "BERLIN, May 3, 2021 — Lisko raised $5M.", want: "2021-05-03"},
		{text: "BERLIN and OSLO, May 3, 2021 /Harbour Wire/ -- Lisko raised $5M.", want: "2021-05-03"},
		{text: "Updated: May 9, 2021\nPublished: May 3, 2021\n\nLisko raised $5M.", want: "2021-05-03"},
		{text: "Updated: May 9, 2021\n\nLisko raised $5M.", want: "2021-05-09"},
		{text: "Modified on May 9, 2021\nUpdated: May 11, 2021\n\nLisko raised $5M.", want: "2021-05-09"},
		{text: "Published: May 3, 2021\n\nPublished: May 4, 2021\n\nLisko raised $5M.", want: "2021-05-03"},
		{text: "03/04/2021\n\nLisko raised $5M.", want: ""},
		{text: "03/04/2021\n\nLisko raised $5M.", dayFirst: true, want: "2021-04-03"},
		{text: "May 3\n\nLisko raised $5M.", want: ""},
		{text: "Lisko raised $5M.", want: ""},
		{text: "Lisko raised $5M on May 3, 2021, and more was said of it by those who were there.", want: ""},
		{text: "It was first published on May 3, 2021, and more was said of it by those who were there.", want: ""},
		{text: "Harbour wire | May 3, 2021\n\nLisko raised $5M.", want: ""},
		{text: "Seven days of wool, May 3, 2021. Then - all was over and done.", want: ""},
		{text: "It was sold for $5M on May 3, 2021. Then all was over and done.", want: ""},
	} {
		m := read(c.text)
		m.Settle("", c.dayFirst)
		want, _ := calendar.ParseISO(c.want)
		if m.Published != want {
			t.Errorf("%q\nis of %v, want %v", c.text, m.Published, want)
		}
		if len(m.When) != len(m.Dates) {
			t.Errorf("%q: %d of %d dates are settled", c.text, len(m.When), len(m.Dates))
		}
	}
}

// A date that the caller knows comes first, and nobody looks for another.
func TestPublished(t *testing.T) {
	m := read("")
	day, _ := calendar.ParseISO("2020-02-03")
	readWith(m, "Published: May 3, 2021\n\nLisko raised $5M in January.", day)
	if m.DatedHere() {
		t.Error("a date is looked for")
	}
	m.Settle("", false)
	if january, _ := calendar.ParseISO("2020-01"); m.Published != day || m.When[1] != january {
		t.Errorf("the text is of %v, January is %v", m.Published, m.When[1])
	}
}

// Where the sentence proper begins, at | if not at once.
func TestDateline(t *testing.T) {
	for _, marked := range []string{
		"BERLIN, May 3, 2021 — |Lisko raised $5M.",
		"SAN FRANCISCO, May 3, 2021 (Harbour Wire) -- |Lisko raised $5M.",
		"SAN FRANCISCO, March 3 (HARBOUR WIRE)--|Lisko raised $5M.",
		"OSLO — |Lisko raised $5M.",
		"(HARBOUR) -- |Lisko raised $5M.",
		"Oslo (HARBOUR): |Lisko raised $5M.",
		"OSLO, May 3, 2021 /Harbour Wire/ -- |Lisko raised $5M.",
		"Lisko raised $5M.",
		"Lisko — a maker of shoes — raised $5M.",
		"Oslo — a town — is old.",
		"Berlin grew - and how - in May 2021.",
		"OSLO is where Lisko raised (as it said) $5M.",
		"\"We did it,\" said Lisko - it raised $5M.",
		"LISKO, WOOL — Lisko raised $5M.",
		"It grew (as Lisko said) - raised $5M.",
		"In 2021 (Oslo) all was well.",
		"Oslo and some (Harbour) — Lisko raised $5M.",
	} {
		text, want := marked, 0
		for i := range marked {
			if marked[i] == '|' {
				text, want = marked[:i]+marked[i+1:], i
			}
		}
		m := read(text)
		at := m.Dateline(m.Sents[0], 0)
		if got := int(m.Toks[at].Start); got != want {
			t.Errorf("%s\nbegins at %q", marked, text[got:])
		}
	}
}
