// Package token cuts text into tokens and sentences. It keeps byte offsets,
// changes nothing, and knows nothing of what the text is about.
package token

import (
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

// Token is a piece of text. Start and End are byte offsets. R is the rune of a
// Punct token, with look-alikes folded: quotes to ' and ", long dashes to '—', en dashes to '–'.
type Token struct {
	Start, End int32
	R          rune
	Kind       Kind
	Flags      Flag
}

// Text returns the token's bytes in s, the string it was scanned from.
func (t Token) Text(s string) string { return s[t.Start:t.End] }

// Has reports whether any of the flags f is set.
func (t Token) Has(f Flag) bool { return t.Flags&f != 0 }

// Is reports whether t is the punctuation r.
func (t Token) Is(r rune) bool { return t.Kind == Punct && t.R == r }

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
	case '\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\u200a', '\u2002', '\u2003', '\ufeff', '\u200b', '\u200e', '\u200f', '\u2028', '\u2029', '\u0085':
		r = ' '
	case '＄':
		r = '$'
	case '，':
		r = ','
	}
	return r, size
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return '０' <= r && r <= '９'
}

// Scan appends the tokens of s to buf and returns it. It reads at most the first
// 1<<31-1 bytes, so that offsets fit.
func Scan(s string, buf []Token) []Token {
	if len(s) > 1<<31-1 {
		s = s[:1<<31-1]
	}
	if buf == nil {
		buf = make([]Token, 0, len(s)/5+8) // what prose has; growing a large slice costs twice its size
	}
	var gap Flag // white space seen since the last token
	for i := 0; i < len(s); {
		r, n := next(s, i)
		if r == '\n' || r == '\r' {
			if r == '\n' {
				if gap&Line != 0 {
					gap |= Para
				}
				gap |= Line
			}
			gap |= Space
			i += n
			continue
		}
		if r == ' ' || r == '\t' || r == '\v' || r == '\f' || r >= utf8.RuneSelf && unicode.IsSpace(r) {
			gap |= Space
			i += n
			continue
		}
		t := Token{Start: int32(i), Flags: gap}
		if len(buf) == 0 {
			t.Flags |= Space | Line | Para
		}
		switch {
		case isLetter(r):
			i = t.word(s, i)
		case isDigit(r):
			i = t.number(s, i)
		case r == '\'' && t.possessive(s, i, n, buf):
			t.Kind = Poss
			i = int(t.End)
		default:
			t.Kind, t.R = Punct, r
			i += n
			if end := run(s, int(t.Start), r, n); end > i {
				i = end // a row of one mark, its last apart: "$$$$$"
			} else if r == '.' || r == '-' {
				from := i
				for i < len(s) && rune(s[i]) == r {
					i++
				}
				if r == '-' && i > from {
					t.R = '—'
				}
				if r == '.' && i > from {
					t.R = '…'
				}
			}
			if (r == '"' || r == '\'' || r == '(' || r == '[') && t.Has(Space) {
				t.Flags |= Open
			}
		}
		t.End = int32(i)
		if len(buf) == cap(buf) { // room for the rest, if it is like what was read
			buf = slices.Grow(buf, int(int64(len(buf))*int64(len(s)-i)/int64(i))+8)
		}
		buf = append(buf, t)
		gap = 0
	}
	return buf
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
		r, n := next(s, i)
		switch {
		case isLetter(r):
			if unicode.IsUpper(r) {
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

// domain reports whether s begins with a capitalised top-level domain as brands print it ("Mail.Ru", "Spotlight.AI").
func domain(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isLetter(rune(s[n])) {
		n++
	}
	if n == 4 && len(s) > 4 && isLetter(rune(s[4])) {
		return false
	}
	switch s[:n] {
	case "Com", "COM", "Io", "IO", "Ai", "AI", "Ru", "RU", "Co", "CO", "Me", "Net", "NET", "Org", "Tv", "TV", "In", "Us", "Cn":
		return true
	}
	return false
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

// possessive reports whether the apostrophe at s[i:i+n] begins a possessive ending of the token before it, and sets its end.
func (t *Token) possessive(s string, i, n int, buf []Token) bool {
	if len(buf) == 0 || int(buf[len(buf)-1].End) != i {
		return false
	}
	p := buf[len(buf)-1]
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
