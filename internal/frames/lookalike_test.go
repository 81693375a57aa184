package frames_test

import (
	"testing"

	"example.com/funding"
	"example.com/funding/internal/english"
	"example.com/funding/internal/frames"
)

// Without a lookalike its example gives a round: each of them is needed.
func TestLookalikesAreNeeded(t *testing.T) {
	never := func(*frames.Attempt) bool { return false }
	check := func(l *frames.Lookalike) {
		when := l.When
		l.When = never
		if len(funding.Parse(l.Example).Rounds) == 0 {
			t.Errorf("%s: %q gives no round without it either", l.Name, l.Example)
		}
		l.When = when
	}
	for i := range frames.Lookalikes() {
		check(&frames.Lookalikes()[i])
	}
	for i := range english.Language().Frames.Rows {
		row := &english.Language().Frames.Rows[i]
		for k := range row.Unless {
			check(&row.Unless[k])
		}
	}
}
