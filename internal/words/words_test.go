package words_test

import (
	"testing"

	"example.com/funding/internal/english"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/words"
)

// A language may say that a number before certain words is an ordinal by its full stop.
func TestOrdinals(t *testing.T) {
	for _, c := range []struct {
		ordinals  lexicon.Class
		sentences int
	}{{0, 2}, {lexicon.Month, 1}, {lexicon.Weekday, 2}} {
		rules := words.NewRules(english.Language().Lexicon)
		rules.Ordinals = c.ordinals
		r := words.NewReader(rules)
		r.Reset("It came on the 3. October was cold.")
		for r.Paragraph() {
			r.Split()
		}
		if len(r.Sents) != c.sentences {
			t.Errorf("%d sentences, want %d", len(r.Sents), c.sentences)
		}
	}
}
