// Package lexicon is the word store: rows of data/*.txt compiled into static
// tables that cost nothing at start-up. It answers one question: what classes
// does this word or phrase belong to.
package lexicon

import (
	"encoding/binary"
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

// Cue is a set of hints at what a word may begin or bring; see data/cues.txt.
type Cue uint8

// CuesOf returns the cues of id.
func CuesOf(id ID) Cue { return cues[id] }

// Sort says what a word in small letters can be in a sentence.
type Sort uint8

const (
	Nominal  Sort = iota // nothing but a noun, an adjective or the like: of no grammatical class, no verb, and without the ending of adverbs
	OnlyPrep             // a preposition, besides at most a noun
	OnlyDet              // a determiner and no number, besides at most a noun
	Open                 // what its neighbours make of it
)

// Grammatical are the classes of the words that sentences are built with.
const Grammatical = Conj | Rel | Pronoun | Aux | Prep | Sub | Adv | Det | Including

// SortOf returns the sort of the word or phrase id.
func SortOf(id ID) Sort { return sorts[id] }

// Key returns the word or phrase of id as it stands in the data, in lower case; "" for 0.
func Key(id ID) string { return keys[keyStart[id]:keyStart[id+1]] }

// slot is a place of the hash table, which has one for each key and no two keys in one (a perfect hash).
type slot struct {
	not  uint64 // the complement of the key, if it has no more than eight bytes, the first lowest; else 0, which no key has
	at   uint32 // where the key begins in keys
	id   ID
	cues Cue
	size uint8 // twice the length of the key, plus 1 if it is loud: a single letter, or with a cue, or only of phrases
}

// slotOf returns the only slot that a key with the hash h can have.
func slotOf(h uint64) *slot { return &table[(h>>37^uint64(seeds[h>>52]))%slots] }

// mix hashes eight more bytes into h. Its highest bits, which slotOf takes, depend on all before them.
func mix(h, x uint64) uint64 { return (h ^ h>>32 ^ x) * factor }

// FindAll finds words of up to eight bytes, each given as a number, the first byte lowest, in small letters; 1 stands for
// a mark that nobody asks for. It writes their entries to ids, 0 where there is none, and to others which of them
// are worth a second look: all but words of several letters that have no cue and are known. It returns how many these are.
func FindAll(words []uint64, ids []ID, others []int32) (n int) {
	ids, others = ids[:len(words)], others[:len(words)]
	for k, word := range words {
		s := slotOf(mix(0, word))
		missed := uint8(0)
		if s.not != ^word { // no jump, which would often be foretold wrongly
			missed = 1
		}
		ids[k] = s.id & (ID(missed) - 1)
		others[n] = int32(k)
		n += int(s.size&1 | missed)
	}
	return n
}

// FindLong returns the entry of text[from:to], more than eight letters of ASCII, whatever their case, or 0.
func FindLong(text string, from, to int) ID {
	n := uint(to - from)
	if n > 16 || from+16 > len(text) {
		return FindIn(text, from, to)
	}
	const small = 0x2020202020202020
	return findTwo(eight(text, from)|small, (eight(text, from+8)|small)&first(n-8), n)
}

// findTwo returns the entry of the key of n bytes, nine to sixteen, that x and y hold.
func findTwo(x, y uint64, n uint) ID {
	if s := slotOf(mix(mix(0, x), y)); uint(s.size/2) == n && eight(keys, int(s.at)) == x && eight(keys, int(s.at)+8)&first(n-8) == y {
		return s.id
	}
	return 0
}

// first returns the bits of the first n bytes of eight, of at least one.
func first(n uint) uint64 { return ^uint64(0) >> (8 * (8 - n) & 63) }

// eight returns the eight bytes of s from i on, the first lowest.
func eight(s string, i int) uint64 {
	t := s[i : i+8]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 | uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

// Find returns the entry of word, whatever its case, or 0.
func Find(word string) ID { return FindIn(word, 0, len(word)) }

// FindIn returns the entry of text[from:to], whatever its case, or 0.
func FindIn(text string, from, to int) ID {
	n := uint(to - from)
	if n-1 >= maxKey { // also if it is empty
		return 0
	}
	// Most words are of sixteen letters of ASCII at most: then the key is two integers.
	if x := load(text, from, n); n <= 16 && x&high == 0 {
		x = lower(x)
		if n <= 8 {
			if s := slotOf(mix(0, x)); s.not == ^x && uint(s.size/2) == n { // the length, for the sake of zero bytes at the end
				return s.id
			}
			return 0
		}
		if y := load(text, from+8, n-8); y&high == 0 {
			return findTwo(x, lower(y), n)
		}
	}
	var buf [maxKey]byte
	key, ok := fold(buf[:0], text[from:to])
	if !ok {
		return 0
	}
	return find(key)
}

const high = 0x8080808080808080

// load returns the n bytes of s from i on as an integer, the first lowest; only the first eight if there are more.
func load(s string, i int, n uint) uint64 {
	if i+8 <= len(s) {
		x := eight(s, i)
		if n < 8 {
			x &= 1<<(8*n) - 1
		}
		return x
	}
	var x uint64
	for k := range min(n, 8) {
		x |= uint64(s[i+int(k)]) << (8 * k)
	}
	return x
}

// lower folds the capitals of eight ASCII bytes at once.
func lower(x uint64) uint64 {
	const ones = 0x0101010101010101
	geA := x + (0x80-'A')*ones
	gtZ := x + (0x7f-'Z')*ones
	return x | (geA^gtZ)&high>>2
}

// Known reports whether id is that of a word that says something by itself:
// 0 is that of every unknown word, and some stand only in phrases.
func Known(id ID) bool { return id-1 < lastKnown }

// Phrase is a phrase that begins with a certain word; 0 is none.
type Phrase uint16

// MayPair reports whether a phrase may begin with the words a and b. It tells
// most pairs that begin none, and spares who asks it the list of the phrases of a.
func MayPair(a, b ID) bool {
	h := pairHash(a, b)
	return pairs[h/64]>>(h%64)&1 != 0
}

// pairHash gives two words a number of fifteen bits; that of the generator must be the same.
func pairHash(a, b ID) uint32 { return (uint32(a)<<16 | uint32(b)) * 0x9e3779b1 >> 17 }

// PhrasesOf returns the first of the phrases that begin with the word id, the longest first.
func PhrasesOf(id ID) Phrase { return Phrase(phraseStart[id]) }

// Next returns the phrase after p that begins with the same word, 0 if there is none.
func (p Phrase) Next() Phrase {
	if n := p + 1 + Phrase(phrases[p]); phrases[n] != 0 {
		return n
	}
	return 0
}

// Words returns how many words p has.
func (p Phrase) Words() int { return int(phrases[p]) }

// ID returns the entry of p.
func (p Phrase) ID() ID { return ID(phrases[p+1]) }

// Begins reports whether the words ids, of which the first is that of p, begin with p.
func (p Phrase) Begins(ids []ID) bool {
	n := p.Words()
	if n > len(ids) {
		return false
	}
	for k := 1; k < n; k++ {
		if phrases[int(p)+1+k] != uint16(ids[k]) {
			return false
		}
	}
	return true
}

// Cased reports whether word is, letter for letter, a code or sign of a currency that is not all capitals: "KSh", "Rp".
func Cased(word string) bool {
	_, ok := slices.BinarySearch(cased[:], word)
	return ok
}

// VerbName returns the lemma of a verb number.
func VerbName(v uint16) string { return verbNames[v] }

// Verbs is how many verb numbers there are; 0 is none.
const Verbs = len(verbNames)

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

// find returns the entry of a folded key.
func find(key []byte) ID {
	if len(key) == 0 {
		return 0
	}
	h := uint64(0)
	for b := key; len(b) > 0; b = b[min(8, len(b)):] {
		var x uint64
		if len(b) >= 8 {
			x = binary.LittleEndian.Uint64(b)
		} else {
			for i, c := range b {
				x |= uint64(c) << (8 * i)
			}
		}
		h = mix(h, x)
	}
	if id := slotOf(h).id; Key(id) == string(key) {
		return id
	}
	return 0
}
