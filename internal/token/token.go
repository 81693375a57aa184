// Package token cuts text into tokens and sentences. It keeps byte offsets,
// changes nothing, and knows nothing of what the text is about.
package token

import (
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is made of.
type Kind uint8

const (
	Word   Kind = iota // letters; inner apostrophes and the dots of names ("O'Neil", "U.S.", "yarn.io") belong to it
	Number             // digits with inner separators ("1,050.5"); letters glued to it are a token of their own
	Poss               // a possessive ending: 's or, after an s, a bare apostrophe
	Punct              // punctuation and symbols, one rune, or a run of dots or hyphens
)

// Flag holds what the bytes before and inside a token show.
type Flag uint8

const (
	Space    Flag = 1 << iota // white space stands before the token
	Line                      // a line break stands before it
	Para                      // an empty line stands before it
	Upper                     // it begins with an upper-case letter
	AllUpper                  // it has letters and all are upper case
	Mixed                     // it has an upper-case letter after its first rune, and a lower-case one
	Dotted                    // a word with inner dots
	Open                      // a quotation mark or bracket that opens (it follows white space)
)

// Span is a half-open range of byte offsets.
type Span struct{ Start, End int }

// Token is a piece of text. Start and End are byte offsets. R is the rune of a
// Punct token, with look-alikes folded: quotes to ' and ", long dashes to '—', en dashes to '–'.
type Token struct {
	Start, End int32
	R          rune
	Kind       Kind
	Flags      Flag
}

// Text returns the token's bytes in s, the string it was scanned from.
func (t *Token) Text(s string) string { return s[t.Start:t.End] }

// Has reports whether any of the flags f is set.
func (t *Token) Has(f Flag) bool { return t.Flags&f != 0 }

// Is reports whether t is the punctuation r.
func (t *Token) Is(r rune) bool { return t.Kind == Punct && t.R == r }

// entities are the character references that badly saved pages leave in plain text.
var entities = [...]struct {
	name string
	r    rune
}{
	{"&amp;", '&'}, {"&nbsp;", ' '}, {"&#39;", '\''}, {"&#x27;", '\''}, {"&#8217;", '\''}, {"&rsquo;", '\''}, {"&apos;", '\''},
	{"&quot;", '"'}, {"&ldquo;", '"'}, {"&rdquo;", '"'}, {"&#8220;", '"'}, {"&#8221;", '"'},
	{"&ndash;", '–'}, {"&mdash;", '—'}, {"&#8211;", '–'}, {"&#8212;", '—'}, {"&#038;", '&'}, {"&#38;", '&'}, {"&#160;", ' '},
	{"&euro;", '€'}, {"&pound;", '£'}, {"&yen;", '¥'},
}

// next decodes the rune at s[i:], folding look-alikes and character references.
// size is the number of bytes it takes; an invalid byte is U+FFFD of size 1.
func next(s string, i int) (r rune, size int) {
	c := s[i]
	if c < utf8.RuneSelf {
		if c == '&' && i+4 < len(s) {
			for _, e := range entities {
				if len(s)-i >= len(e.name) && s[i:i+len(e.name)] == e.name {
					return e.r, len(e.name)
				}
			}
		}
		return rune(c), 1
	}
	r, size = utf8.DecodeRuneInString(s[i:])
	switch r {
	case '’', '‘', 'ʼ', '′', '＇':
		r = '\''
	case '“', '”', '„', '«', '»', '″':
		r = '"'
	case '―', '⸺':
		r = '—'
	case '‐', '‑', '−', '﹣', '－':
		r = '-'
	case '\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\u200a', '\u2002', '\u2003', '\ufeff',
		'\u200b', '\u200e', '\u200f', '\u2028', '\u2029', '\u0085', '\ufe0e', '\ufe0f':
		r = ' '
	case '＄':
		r = '$'
	case '，':
		r = ','
	}
	return r, size
}

// isLetter reports whether r may stand in a word: a letter, an accent of its own, or _.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

// isDigit reports whether r is a digit, of usual or full width.
func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return '０' <= r && r <= '９'
}

// What a byte may be; the classes of ASCII are told apart without decoding.
const (
	lower   = 1 << iota // a letter without capital, or _
	upper               // A to Z
	digit               // 0 to 9
	space               // white space within a line
	newline             // a line break
	joint               // may go on with the word or number before it: ' . , &
	high                // the beginning of a longer rune, or no UTF-8
	letter  = lower | upper
)

var classes = func() (of [256]uint8) {
	set := func(bytes string, class uint8) {
		for i := range len(bytes) {
			of[bytes[i]] = class
		}
	}
	set("\t\v\f ", space)
	set("\n\r", newline)
	set("'.,&", joint)
	set("0123456789", digit)
	set("ABCDEFGHIJKLMNOPQRSTUVWXYZ", upper)
	set("abcdefghijklmnopqrstuvwxyz_", lower)
	for c := utf8.RuneSelf; c < len(of); c++ {
		of[c] = high
	}
	return of
}()

// Scanner cuts a text into tokens, a paragraph at a time, so that who needs
// only some paragraphs need not keep the tokens of the others.
type Scanner struct {
	Text string // of at most math.MaxInt32 bytes, so that offsets fit

	// Keys are those of each token of the last paragraph; there may be more. The key of a word of up to eight letters
	// of ASCII is the letters as small ones, the first lowest; that of others is one of the numbers below.
	Keys []uint64

	Lined bool // a line begins within the last paragraph
	next  int  // where reading goes on
	gap   Flag // white space seen since the last token
}

// What Scanner.Keys holds for tokens that are no short words.
const (
	// Unkeyed is a word of other letters than ASCII's, with marks inside, or before what might have gone on with it;
	// a number; a mark like "€" or ".".
	Unkeyed = iota
	Mark    // a mark of ASCII but "$" and those that may end a sentence
	Long    // a word of more than eight ASCII letters
)

// atOnce returns how many tokens more to make room for, where n were made of the first read bytes and left bytes are left: as many as
// there will be if the rest is alike, and at most eight times as many in all. Letting a large slice grow bit by bit takes twice its size.
func atOnce(n, read, left int) int {
	const few = 64
	if n <= few {
		return 1
	}
	return min(7*n, int(int64(n)*int64(left)/int64(read+1))+few)
}

// Paragraph appends the tokens up to the next empty line to buf and returns it,
// unchanged at the end of the text. A paragraph of more than most tokens ends
// at the next line that begins like a sentence; cut reports that there was none within as many tokens again.
func (sc *Scanner) Paragraph(buf []Token, most int) (out []Token, cut bool) {
	s, i, gap, from := sc.Text, sc.next, sc.gap, len(buf)
	if i == 0 {
		gap = Space | Line | Para
	}
	sc.Lined = false
	for i < len(s) {
		c := classes[s[i]]
		if c&(space|newline) != 0 {
			gap |= Space
			if s[i] == '\n' {
				gap |= Line | gap&Line<<1 // the second one makes a paragraph
			}
			i++
			continue
		}
		var r rune
		var n int
		if c&(letter|digit) == 0 {
			if c&high == 0 && s[i] != '&' {
				r, n = rune(s[i]), 1
			} else if r, n = next(s, i); r == ' ' || r >= utf8.RuneSelf && unicode.IsSpace(r) {
				gap |= Space
				i += n
				continue
			}
		}
		k := len(buf) - from // the paragraph has that many tokens
		if gap&Line != 0 && k > 0 || k >= most {
			var end bool
			if end, cut = sc.ends(gap, c, r, k, most); end {
				break
			}
		}
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, atOnce(len(buf), i, len(s)-i))
		}
		if k == len(sc.Keys) {
			sc.Keys = append(sc.Keys, 0)
			sc.Keys = sc.Keys[:cap(sc.Keys)]
		}
		if c&letter != 0 {
			room := min(cap(buf)-len(buf), len(sc.Keys)-k, max(most-k, 1))
			if n, i, gap = words(s, i, gap, buf[len(buf):len(buf)+room], sc.Keys[k:k+room]); n > 0 {
				buf = buf[:len(buf)+n]
				continue
			}
		}
		// The token is made where it is to stay: copying one that was just written makes the processor wait.
		buf = buf[:len(buf)+1]
		t := &buf[len(buf)-1]
		t.Start, t.R, t.Flags = int32(i), 0, gap
		sc.Keys[k], gap = Unkeyed, 0
		switch {
		case c&letter != 0:
			t.Kind = Word
			i, sc.Keys[k] = t.long(s, i)
		case c&digit != 0:
			t.Kind = Number
			if i = afterDigits(s, i+1); classAt(s, i)&(joint|high) != 0 {
				i = t.number(s, i)
			}
		case c&high != 0 && isLetter(r):
			t.Kind = Word
			i = t.word(s, i)
		case c&high != 0 && isDigit(r):
			i = t.number(s, i)
		case r == '\'' && k > 0 && t.possessive(s, i, n, &buf[len(buf)-2]):
			t.Kind = Poss
			i = int(t.End)
		default:
			t.Kind, t.R = Punct, r
			if r < utf8.RuneSelf && r != '$' && !Stops(r) {
				sc.Keys[k] = Mark
			}
			if i += n; repeats(s, i, int(t.Start)) {
				i = t.row(s, i, n)
			}
			if opens(r) && t.Has(Space) {
				t.Flags |= Open
			}
		}
		t.End = int32(i)
	}
	sc.next, sc.gap = i, gap
	return buf, cut
}

// ends reports whether the paragraph, which has k tokens, ends before the rune r, whose first byte is of class c: at
// an empty line or, if it has most tokens, at a line that begins like a sentence. cut says that there was none in time.
func (sc *Scanner) ends(gap Flag, c uint8, r rune, k, most int) (end, cut bool) {
	if k > 0 && gap&Line != 0 {
		if gap&Para != 0 {
			return true, false
		}
		sc.Lined = true
	}
	if k < most {
		return false, false
	}
	if gap&Line != 0 && c&lower == 0 && !(c&high != 0 && unicode.IsLower(r)) {
		return true, false
	}
	cut = k >= 2*most
	return cut, cut
}

// The compiler puts these where they are called.

// classAt returns what the byte s[i] may be, 0 at the end of s.
func classAt(s string, i int) uint8 {
	if i < len(s) {
		return classes[s[i]]
	}
	return 0
}

// afterDigits returns where the digits of ASCII at s[i:] end.
func afterDigits(s string, i int) int {
	for i < len(s) && classes[s[i]]&digit != 0 {
		i++
	}
	return i
}

// repeats reports whether s[i:] may go on with the mark at s[start:], or with a hyphen.
func repeats(s string, i, start int) bool { return i < len(s) && (s[i] == s[start] || s[i] == '-') }

// opens reports whether the mark r may open something.
func opens(r rune) bool { return r == '"' || r == '\'' || r == '(' || r == '[' }

// words reads what most text is: words of up to fifteen letters of ASCII and full stops and commas after them, a space
// apart. It stops before anything else. Reading goes on at s[i:], before which gap stands; words returns how many tokens
// it has read, no more than toks has room for, where reading goes on then, and what stands before that.
// It calls nothing and is no method, for the sake of what the processor can then keep in its registers.
func words(s string, i int, gap Flag, toks []Token, keys []uint64) (n, end int, space Flag) {
	keys = keys[:len(toks)]
	for room, last := len(toks)-2, len(s)-17; n <= room && i <= last; {
		x := load(s, i)
		other := letters(x) ^ tops
		if other&0x80 != 0 {
			break
		}
		word := other&-other>>7 - 1 // the bytes before the first that is no letter; all if there is none
		key := (x | small) & word
		capitals, all := x&word^key, small&word // the bit that they lack, and that they would lack if every letter were one
		var end int
		if other != 0 {
			end = i + bits.TrailingZeros64(other)>>3
		} else {
			x := load(s, i+8)
			if other = letters(x) ^ tops; other == 0 {
				break
			}
			if word = other&-other>>7 - 1; word != 0 {
				key = Long
			}
			end = i + 8 + bits.TrailingZeros64(other)>>3
			capitals, all = capitals|^x&small&word>>1, all|small&word>>1 // beside the bits of the first eight
		}
		after := s[end]
		if after != ' ' {
			c := classes[after]
			if c&(letter|high) != 0 || c&joint != 0 && (after == '&' || after != ',' && classes[s[end+1]]&(letter|high) != 0) {
				break // it may belong to the word, as goesOn says
			}
		}
		const first = 0x20
		flags := gap | Flag(capitals>>2)&Upper // of the first letter
		if capitals == all {
			flags |= AllUpper
		} else if capitals&^first != 0 {
			flags |= Mixed
		}
		t := &toks[n]
		t.Start, t.End, t.R, t.Kind, t.Flags = int32(i), int32(end), 0, Word, flags
		keys[n] = key
		n++
		i, gap = end, 0
		if after != ' ' {
			if after != ',' && after != '.' || s[end+1] != ' ' {
				break
			}
			t := &toks[n]
			t.Start, t.End, t.R, t.Kind, t.Flags = int32(end), int32(end+1), rune(after), Punct, 0
			if keys[n] = Mark; after == '.' {
				keys[n] = Unkeyed
			}
			n++
			i++
		}
		i, gap = i+1, Space
	}
	return n, i, gap
}

// Left returns how many bytes of the text have not been read.
func (sc *Scanner) Left() int { return len(sc.Text) - sc.next }

// Done reports whether the whole text has been read.
func (sc *Scanner) Done() bool { return sc.Left() <= 0 }

// Scan appends all tokens of s to buf and returns it.
func Scan(s string, buf []Token) []Token {
	sc := Scanner{Text: s}
	for !sc.Done() {
		buf, _ = sc.Paragraph(buf, 1<<30)
	}
	return buf
}

// Arithmetic on eight bytes at a time.
const (
	ones  = 0x0101010101010101
	tops  = 0x80 * ones // the highest bit of each byte
	small = 0x20 * ones // the bit of small letters that capitals lack
)

// load returns eight bytes of s from i on, the first lowest.
func load(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// letters returns the top bits of the bytes of x that are letters of ASCII.
func letters(x uint64) uint64 {
	y := (x | small) &^ tops                                           // sums of seven bits do not carry over
	return ((y + (0x80-'a')*ones) ^ (y + (0x7f-'z')*ones)) &^ x & tops // what is above z is above a as well
}

// goesOn reports whether what stands at s[i:] after letters of ASCII may belong to their word and is more than such a letter.
func goesOn(s string, i int) bool {
	if i == len(s) {
		return false
	}
	switch c := classes[s[i]]; {
	case c&(letter|high) != 0:
		return true
	case c&joint == 0 || s[i] == ',':
		return false
	}
	return s[i] == '&' || classAt(s, i+1)&(letter|high) != 0
}

// long reads a word that begins with an ASCII letter or _ and returns where it ends, and its key; see Scanner.Keys.
func (t *Token) long(s string, i int) (end int, key uint64) {
	start := i
	var low, capital uint64 // top bits: the letters that the word has, but for the first
	for i+8 <= len(s) {
		x := load(s, i)
		in := letters(x)
		n := bits.TrailingZeros64(in^tops) / 8
		if n < 8 {
			in &= 1<<(8*n) - 1
		}
		if i == start {
			if key = x | small; n < 8 {
				key &= 1<<(8*n) - 1
			}
			in &^= 0x80
		}
		up := ^x << 2 & in
		capital |= up
		low |= in &^ up
		i += n
		if n < 8 {
			break
		}
	}
	for i < len(s) && classes[s[i]]&letter != 0 && s[i] != '_' {
		if i < start+8 {
			key |= uint64(s[i]|0x20) << (8 * (i - start))
		}
		switch {
		case i == start:
		case classes[s[i]]&upper != 0:
			capital = 1
		default:
			low = 1
		}
		i++
	}
	if goesOn(s, i) {
		return t.word(s, start), Unkeyed
	}
	if i > start+8 {
		key = Long
	}
	if classes[s[start]]&upper != 0 {
		t.Flags |= Upper
	}
	switch {
	case t.Flags&Upper != 0 && low == 0:
		t.Flags |= AllUpper
	case capital != 0:
		t.Flags |= Mixed
	}
	return i, key
}

// row goes on over a mark that is repeated: the mark is t's, of n bytes, and stands again at s[i:].
func (t *Token) row(s string, i, n int) int {
	if end := run(s, int(t.Start), t.R, n); end > i {
		return end // a row of one mark, its last apart: "$$$$$"
	}
	from := i
	if r := t.R; r == '.' || r == '-' {
		for i < len(s) && rune(s[i]) == r {
			i++
		}
		switch {
		case i == from:
		case r == '-':
			t.R = '—'
		default:
			t.R = '…'
		}
	}
	return i
}

// run returns where a row of more than four of the mark r, of n bytes each,
// from s[i:] ends before its last; 0 if there are fewer. Rows are decoration or
// damage, and a token for each mark would take more room than all the rest.
func run(s string, i int, r rune, n int) int {
	if r == '.' || r == '-' {
		return 0
	}
	count := 0
	for i < len(s) {
		if r2, n2 := next(s, i); r2 != r || n2 != n {
			break
		}
		i += n
		count++
	}
	if count <= 4 {
		return 0
	}
	return i - n
}

// word reads letters from s[i:]. A dot stays inside when it is part of a domain-like
// name or an abbreviation: it is followed by a lower-case letter, or one letter stands on each side.
func (t *Token) word(s string, i int) int {
	start := i
	letters, uppers := 0, 0
	seg := 0 // letters since the last dot
	for i < len(s) {
		c, r, n := classes[s[i]], rune(s[i]), 1
		if c&letter == 0 { // as few are
			r, n = next(s, i)
		}
		switch {
		case c&letter != 0 || isLetter(r):
			if c&upper != 0 || r >= utf8.RuneSelf && unicode.IsUpper(r) {
				if i == start {
					t.Flags |= Upper
				}
				uppers++
			}
			letters++
			seg++
			i += n
			continue
		case r == '\'' && i+n < len(s):
			r2, n2 := next(s, i+n)
			if isLetter(r2) && seg > 0 {
				end := i+n+n2 >= len(s)
				if !end {
					r3, _ := next(s, i+n+n2)
					end = !isLetter(r3)
				}
				if (r2 == 's' || r2 == 'S') && end {
					break // possessive
				}
				i += n
				continue
			}
		case r == '.' && i+1 < len(s) && seg > 0:
			r2, n2 := next(s, i+1)
			if !isLetter(r2) {
				break
			}
			single := i+1+n2 >= len(s)
			if !single {
				r3, _ := next(s, i+1+n2)
				single = !isLetter(r3)
			}
			if unicode.IsLower(r2) || seg == 1 && single || domain(s[i+1:]) {
				t.Flags |= Dotted
				i++
				seg = 0
				continue
			}
		}
		break
	}
	switch {
	case uppers == letters:
		t.Flags |= AllUpper
	case uppers > 1 || uppers == 1 && t.Flags&Upper == 0:
		t.Flags |= Mixed
	}
	return i
}

// topLevel are top-level domains as brands print them: "Mail.Ru", "Spotlight.AI". In small letters any ending will do.
var topLevel = [...]string{
	"Com", "COM", "Io", "IO", "Ai", "AI", "Ru", "RU", "Co", "CO", "Me", "Net", "NET", "Org", "Tv", "TV", "In", "Us", "Cn",
}

// domain reports whether s begins with a capitalised top-level domain.
func domain(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isLetter(rune(s[n])) {
		n++
	}
	if n == 4 && len(s) > 4 && isLetter(rune(s[4])) {
		return false
	}
	return slices.Contains(topLevel[:], s[:n])
}

// number reads digits and separators that stand between digits.
func (t *Token) number(s string, i int) int {
	t.Kind = Number
	for i < len(s) {
		r, n := next(s, i)
		if isDigit(r) {
			i += n
			continue
		}
		if (r == ',' || r == '.' || r == '\'') && i+n < len(s) {
			if r2, _ := next(s, i+n); isDigit(r2) {
				i += n
				continue
			}
		}
		break
	}
	return i
}

// possessive reports whether the apostrophe at s[i:i+n] begins a possessive ending of the token p before it, and sets its end.
func (t *Token) possessive(s string, i, n int, p *Token) bool {
	if int(p.End) != i {
		return false
	}
	if i+n < len(s) {
		r, n2 := next(s, i+n)
		if r == 's' || r == 'S' {
			if i+n+n2 == len(s) {
				t.End = int32(i + n + n2)
				return true
			}
			if r3, _ := next(s, i+n+n2); !isLetter(r3) {
				t.End = int32(i + n + n2)
				return true
			}
		}
		if r == ' ' && p.Kind == Word && (s[p.End-1] == 's' || s[p.End-1] == 'S') {
			t.End = int32(i + n)
			return true
		}
	}
	return false
}
