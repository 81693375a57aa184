package funding

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/frames"
)

// TestFrames runs the examples of every row, "sentence => round" or
// "sentence => round && round": the sentence must give just those rounds, and
// the row must have had a part in it.
func TestFrames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range spoken().Frames.Rows {
		t.Run(f.Name, func(t *testing.T) {
			if f.Name == "" || seen[f.Name] {
				t.Errorf("the name %q is empty or another row's too", f.Name)
			}
			seen[f.Name] = true
			if len(f.Examples) == 0 {
				t.Error("no example")
			}
			for _, example := range f.Examples {
				text, want, ok := strings.Cut(example, " => ")
				if !ok {
					t.Errorf("example without \" => \": %q", example)
					continue
				}
				doc := Parser{Trace: true}.Parse(text)
				var got []string
				for _, r := range doc.Rounds {
					got = append(got, r.String())
				}
				if !slices.Equal(got, strings.Split(want, " && ")) {
					t.Errorf("%s\ngot  %s\nwant %s", text, strings.Join(got, " && "), want)
				}
				if !slices.ContainsFunc(doc.Trace, func(s Step) bool { return s.Frame == f.Name }) {
					t.Errorf("%s\nthe frame did not speak; trace: %v", text, doc.Trace)
				}
			}
		})
	}
}

// TestReadings runs the examples of the readings that hang on no verb, and of whose round a noun tells.
func TestReadings(t *testing.T) {
	for _, e := range frames.Examples() {
		text, want, ok := strings.Cut(e.Text, " => ")
		if !ok {
			t.Errorf("%s: example without \" => \": %q", e.Row, e.Text)
			continue
		}
		if got := roundsOf(Parse(text)); got != want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", e.Row, text, got, want)
		}
	}
}

// TestLookalikes runs the examples of what looks like a round and is none.
func TestLookalikes(t *testing.T) {
	for _, e := range frames.NoRounds() {
		if got := roundsOf(Parse(e.Text)); got != "" {
			t.Errorf("%s: %s\ngives %s", e.Row, e.Text, got)
		}
	}
}

// TestDateRows runs the examples of the rows that say which event a date belongs to: the round has it, but not that of another verb or of an aside.
func TestDateRows(t *testing.T) {
	p := Parser{Published: Date{Year: 2021, Month: 6, Day: 15}}
	for _, e := range frames.DateExamples() {
		doc := p.Parse(strings.ReplaceAll(e.Text, "*", ""))
		if len(doc.Rounds) != 1 {
			t.Errorf("%s: %s\ngives %d rounds", e.Row, e.Text, len(doc.Rounds))
			continue
		}
		if dated := !doc.Rounds[0].Date.IsZero(); dated != (e.Row != "of another verb" && e.Row != "in an aside") {
			t.Errorf("%s: %s\nthe round has the date %q", e.Row, e.Text, doc.Rounds[0].Date)
		}
	}
}

// roundsOf returns the rounds of doc in the form of the goldens.
func roundsOf(doc *Document) string {
	var all []string
	for _, r := range doc.Rounds {
		all = append(all, r.String())
	}
	return strings.Join(all, " && ")
}
