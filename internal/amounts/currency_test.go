package amounts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
)

// What withSign builds on: no currency has more letters before its sign.
func TestSignLetters(t *testing.T) {
	for id := range lexicon.ID(lex.Len()) {
		if !lex.Known(id) {
			continue
		}
		key := lex.Key(id)
		r, n := utf8.DecodeLastRuneInString(key)
		if lex.Sign(r) != 0 && !strings.Contains(key, " ") && len(key)-n > maxSignLetters {
			t.Errorf("%q has more than %d letters", key, maxSignLetters)
		}
	}
}
