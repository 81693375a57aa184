package discourse_test

import (
	"strings"
	"testing"

	"example.com/funding"
	"example.com/funding/internal/discourse"
)

// rounds returns the rounds of text as an example states them.
func rounds(text string) string {
	var out []string
	for _, r := range funding.Parse(text).Rounds {
		out = append(out, r.String())
	}
	return strings.Join(out, " && ")
}

// Each sign counts: its example is read as it says, and otherwise if the sign does not speak. The text goes
// through the whole library, since a sign that no way of telling ever calls for is none.
func TestSignExamples(t *testing.T) {
	for _, e := range discourse.SignExamples() {
		text, want, ok := strings.Cut(e.Text, " => ")
		if !ok {
			t.Errorf("%s: no example", e.Sign)
			continue
		}
		if got := rounds(text); got != want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", e.Sign, text, got, want)
		}
		discourse.Without(e.Sign, func() {
			if got := rounds(text); got == want {
				t.Errorf("%s: %s\nis read in the same way without it", e.Sign, text)
			}
		})
	}
}
