// Package lexicon is the word store: rows of data/*.txt compiled into static
// tables that cost nothing at start-up. It answers one question: what classes
// does this word or phrase belong to.
package lexicon

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./gen

// Class is a set of word classes; the bits are generated from the @class lines of the data files.
type Class uint64

// Form is a set of verb forms that a spelling may stand for.
type Form uint8

const (
	Base   Form = 1 << iota // raise
	Third                   // raises
	Past                    // raised
	Part                    // raised, given
	Gerund                  // raising
)

// ID names a word or phrase; 0 is every unknown one.
type ID uint16

// Entry is what is known of a word.
type Entry struct {
	Class    Class
	Value    int16  // of a number, magnitude, month, weekday, ordinal, unit or qualifier
	Verb     uint16 // the lemma, see VerbName; 0 if it is no verb
	Currency uint16 // number of the currency that the word names by default, see Currencies; 0 if none
	Forms    Form
	Words    uint8 // the longest phrase that begins with this word, in words
}

// Is reports whether the entry belongs to one of the classes c.
func (e *Entry) Is(c Class) bool { return e.Class&c != 0 }

const maxKey = 64 // longer words are in no list

// At returns the entry of id.
func At(id ID) *Entry { return &entries[id] }

// Find returns the entry of word, whatever its case, or 0.
func Find(word string) ID {
	var buf [maxKey]byte
	key, ok := fold(buf[:0], word)
	if !ok {
		return 0
	}
	return find(key)
}

// FindPhrase returns the entry of words joined by single spaces, or 0.
func FindPhrase(words ...string) ID {
	var buf [maxKey]byte
	key := buf[:0]
	for i, w := range words {
		if i > 0 {
			key = append(key, ' ')
		}
		var ok bool
		if key, ok = fold(key, w); !ok {
			return 0
		}
	}
	return find(key)
}

// Cased reports whether word is, letter for letter, a code or sign of a currency that is not all capitals: "KSh", "Rp".
func Cased(word string) bool {
	_, ok := slices.BinarySearch(cased[:], word)
	return ok
}

// VerbName returns the lemma of a verb number.
func VerbName(v uint16) string { return verbNames[v] }

// Verb returns the number of a lemma, 0 if it is not listed.
func Verb(lemma string) uint16 { return At(Find(lemma)).Verb }

func fold(dst []byte, w string) ([]byte, bool) {
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if len(dst) == maxKey {
				return dst, false
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		if r == '’' {
			r = '\''
		}
		if len(dst)+utf8.UTFMax > maxKey {
			return dst, false
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst, true
}

func hash(key []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

func find(key []byte) ID {
	if len(key) == 0 {
		return 0
	}
	b := hash(key) & (buckets - 1)
	for i := bucketStart[b]; i < bucketStart[b+1]; i++ {
		if keys[keyStart[i]:keyStart[i+1]] == string(key) {
			return ID(i + 1)
		}
	}
	return 0
}
