package amounts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
)

// What sharedBy builds on: the words of a family stand for its first member by default, and
// the families with the same first member follow each other.
func TestFamilies(t *testing.T) {
	seen := map[string]int{}
	for i := range families {
		f := &families[i]
		usual := f.Members[:3]
		if last, ok := seen[usual]; ok && last != i-1 {
			t.Errorf("families of %s lie apart", usual)
		}
		seen[usual] = i
		for _, w := range f.Words {
			cur := lexicon.At(lexicon.Find(w)).Currency
			if lexicon.Currencies[cur][0] != usual {
				t.Errorf("%q stands for %q, want %s", w, lexicon.Currencies[cur][0], usual)
			}
			if sharedBy(w, cur) != f {
				t.Errorf("%q is not found in its family", w)
			}
		}
	}
	for w, cur := range map[string]string{"€": "EUR", "euros": "EUR", "£": "GBP", "usd": "USD", "rand": "ZAR"} {
		if sharedBy(w, CodeOf(cur)) != nil {
			t.Errorf("%q is shared", w)
		}
	}
	for r := range rune(0x10000) {
		if cur := lexicon.Sign(r); sharedSign(r) != sharedBy(string(r), cur) {
			t.Errorf("%c is not shared as a word is", r)
		}
	}
}

// What withSign builds on: no currency has more letters before its sign.
func TestSignLetters(t *testing.T) {
	for id := lexicon.ID(1); lexicon.Known(id); id++ {
		key := lexicon.Key(id)
		r, n := utf8.DecodeLastRuneInString(key)
		if lexicon.Sign(r) != 0 && !strings.Contains(key, " ") && len(key)-n > maxSignLetters {
			t.Errorf("%q has more than %d letters", key, maxSignLetters)
		}
	}
}
