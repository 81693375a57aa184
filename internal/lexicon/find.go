package lexicon

import (
	"unicode"
	"unicode/utf8"

	"example.com/funding/internal/lexicon/compile"
)

const maxKey = 64 // longer words are in no list

// short returns the only slot that a key of up to eight bytes can have, which x holds.
func (l *Lexicon) short(x uint64) *Slot {
	h := compile.Mix(0, x, l.t.ShortFactor)
	return &l.t.Short[compile.Slot(h, l.t.ShortSeeds[compile.Group(h)])]
}

// long returns the only entry that a longer key with the hash h can have, 0 if there is none.
func (l *Lexicon) long(h uint64) ID {
	return l.t.Long[compile.Slot(h, l.t.LongSeeds[compile.Group(h)])]
}

// FindAll finds words of up to eight bytes, each given as a number, the first byte lowest, in small letters; 1 stands for
// a mark that nobody asks for. It writes their entries to ids, 0 where there is none, and to others which of them
// are worth a second look: all but words of several letters that have no cue and are known. It returns how many these are.
func (l *Lexicon) FindAll(words []uint64, ids []ID, others []int32) (n int) {
	ids, others = ids[:len(words)], others[:len(words)]
	table, seeds, factor := l.t.Short, l.t.ShortSeeds, l.t.ShortFactor
	for k, word := range words {
		h := compile.Mix(0, word, factor)
		s := &table[compile.Slot(h, seeds[compile.Group(h)])]
		missed := uint8(0)
		if s.Not != ^word { // no jump, which would often be foretold wrongly
			missed = 1
		}
		ids[k] = s.ID & (ID(missed) - 1)
		others[n] = int32(k)
		n += int(s.Size&1 | missed)
	}
	return n
}

// FindLong returns the entry of text[from:to], more than eight letters of ASCII, whatever their case, or 0.
func (l *Lexicon) FindLong(text string, from, to int) ID {
	n := uint(to - from)
	if n > 16 || from+16 > len(text) {
		return l.FindIn(text, from, to)
	}
	const small = 0x2020202020202020
	return l.findTwo(eight(text, from)|small, (eight(text, from+8)|small)&first(n-8), n)
}

// findTwo returns the entry of the key of n bytes, nine to sixteen, that x and y hold.
func (l *Lexicon) findTwo(x, y uint64, n uint) ID {
	id := l.long(compile.Mix(compile.Mix(0, x, l.t.LongFactor), y, l.t.LongFactor))
	starts, next := l.t.KeyAt, int(id)+1
	if next >= len(starts) || uint(starts[next]-starts[id]) != n {
		return 0
	}
	at := int(l.keyStart(id))
	if eight(l.t.Keys, at) == x && eight(l.t.Keys, at+8)&first(n-8) == y {
		return id
	}
	return 0
}

// first returns the bits of the first n bytes of eight, of at least one.
func first(n uint) uint64 { return ^uint64(0) >> (8 * (8 - n) & 63) }

// eight returns the eight bytes of s from i on, the first lowest.
func eight(s string, i int) uint64 {
	t := s[i : i+8]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
		uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

// Find returns the entry of word, whatever its case, or 0.
func (l *Lexicon) Find(word string) ID { return l.FindIn(word, 0, len(word)) }

// FindIn returns the entry of text[from:to], whatever its case, or 0.
func (l *Lexicon) FindIn(text string, from, to int) ID {
	n := uint(to - from)
	if n-1 >= maxKey { // also if it is empty
		return 0
	}
	// Most words are of sixteen letters of ASCII at most: then the key is two integers.
	if x := load(text, from, n); n <= 16 && x&high == 0 {
		x = lower(x)
		if n <= 8 {
			// the length, for the sake of zero bytes at the end
			if s := l.short(x); s.Not == ^x && uint(s.Size/2) == n {
				return s.ID
			}
			return 0
		}
		if y := load(text, from+8, n-8); y&high == 0 {
			return l.findTwo(x, lower(y), n)
		}
	}
	var buf [maxKey]byte
	key, ok := fold(buf[:0], text[from:to])
	if !ok {
		return 0
	}
	return l.find(key)
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

// fold appends w in small letters to dst. It reports false if that is longer than any key.
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
func (l *Lexicon) find(key []byte) ID {
	if len(key) == 0 {
		return 0
	}
	var id ID
	if len(key) <= compile.Short {
		id = l.short(load(string(key), 0, uint(len(key)))).ID
	} else {
		id = l.long(compile.Hash(key, l.t.LongFactor))
	}
	if l.Key(id) == string(key) {
		return id
	}
	return 0
}
