package amounts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
)

// What withSign builds on: no currency has more letters before its sign.
func TestSignLetters(t *testing.T) {
	for id := lexicon.ID(1); lexicon.English().Known(id); id++ {
		key := lexicon.English().Key(id)
		r, n := utf8.DecodeLastRuneInString(key)
		if lexicon.English().Sign(r) != 0 && !strings.Contains(key, " ") && len(key)-n > maxSignLetters {
			t.Errorf("%q has more than %d letters", key, maxSignLetters)
		}
	}
}
