package funding

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/english"
)

// TestFrames runs the examples of every row, "sentence => round" or
// "sentence => round && round": the sentence must give just those rounds, and
// the row must have had a part in it.
func TestFrames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range english.Frames().Rows {
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
