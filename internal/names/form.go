package names

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
)

// form is a name reduced to the words that identify it: letters and digits, in lower case, without an article or legal suffixes.
type form struct {
	text       string
	from, to   int32 // in folded
	word, last int32 // in ends, half-open
	age        int32 // of the register when found was true
	found      *Firm

	// what names that Same takes for one have in common: the first word or the
	// initials, and the whole; of a name of one word the first is enough
	keys     [3]uint64
	keysUsed int
}

// Form returns the number of text's form.
func (g *Register) Form(text string) int32 {
	if i, ok := g.formOf(text); ok {
		return i
	}
	f := form{text: text, from: int32(len(g.folded)), word: int32(len(g.ends)), age: -1}
	g.fold(text)
	begin := func(w int32) int32 {
		if w == f.word {
			return f.from
		}
		return g.ends[w-1]
	}
	f.last, f.to = int32(len(g.ends)), int32(len(g.folded))
	if f.last-f.word > 1 && string(g.folded[f.from:g.ends[f.word]]) == g.rules.Article {
		f.from = g.ends[f.word]
		f.word++
	}
	for f.last-f.word > 1 && g.rules.Lexicon.At(g.rules.Lexicon.Find(string(g.folded[begin(f.last-1):f.to]))).Is(lexicon.Legal) {
		f.last--
		f.to = begin(f.last)
	}
	g.setKeys(&f)
	g.forms = append(g.forms, f)
	if n := len(g.forms); n > maxScanned {
		if g.byText == nil {
			g.byText = map[string]int32{}
		}
		for i := len(g.byText); i < n; i++ {
			g.byText[g.forms[i].text] = int32(i)
		}
	}
	return int32(len(g.forms) - 1)
}

// formOf returns the number of text's form, if it was made before.
func (g *Register) formOf(text string) (i int32, ok bool) {
	if len(g.forms) > maxScanned {
		i, ok = g.byText[text]
		return i, ok
	}
	for i := range g.forms {
		if g.forms[i].text == text {
			return int32(i), true
		}
	}
	return 0, false
}

// FormOf returns the number of n's form.
func (g *Register) FormOf(n *Name) int32 {
	if n.form == 0 {
		n.form = g.Form(n.Text) + 1
	}
	return n.form - 1
}

// WordCount returns how many words form i has.
func (g *Register) WordCount(i int32) int { return int(g.forms[i].last - g.forms[i].word) }

// Look is what the words of a name look like.
type Look struct {
	Class lexicon.Class // of all its words together
	Known bool          // every one of them begins with a digit, or the lexicon knows it
}

// Look returns what the words of n look like.
func (g *Register) Look(n *Name) (l Look) {
	f := g.forms[g.FormOf(n)]
	l.Known = f.last > f.word
	for k := range f.last - f.word {
		w := g.word(&f, k)
		id := g.rules.Lexicon.Find(string(w))
		l.Class |= g.rules.Lexicon.At(id).Class
		l.Known = l.Known && (g.rules.Lexicon.Known(id) || w[0] <= '9')
	}
	return l
}

// fold appends the words of text to folded: "O'Neil & Co.'s" is oneil, and, co.
func (g *Register) fold(text string) {
	from := len(g.folded) // of the word
	for i := 0; i < len(text); {
		begin := i
		for i < len(text) && (text[i]|0x20-'a' < 26 || text[i]-'0' < 10) {
			i++
		}
		if i > begin {
			g.folded = appendSmall(g.folded, text[begin:i])
			continue
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		i += n
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			g.folded = utf8.AppendRune(g.folded, unicode.ToLower(r))
			continue
		}
		if r == '&' {
			from = g.endWord(from)
			g.folded = append(g.folded, g.rules.And...)
		}
		within, skip := g.inWord(r, text[i:])
		if i += skip; !within {
			from = g.endWord(from)
		}
	}
	g.endWord(from)
}

// appendSmall appends letters and digits of ASCII in small letters.
func appendSmall(b []byte, text string) []byte {
	for i := range len(text) {
		b = append(b, text[i]|0x20) // a bit that digits have anyway
	}
	return b
}

// endWord ends the word that begins at from, if it has letters, and returns where the next begins.
func (g *Register) endWord(from int) int {
	if len(g.folded) > from {
		g.ends = append(g.ends, int32(len(g.folded)))
	}
	return len(g.folded)
}

// inWord reports whether the mark r, before rest, stands within a word: the apostrophe of "O'Neil", the stop of
// "U.S.". It says as well how many bytes of rest are no part of the name: the s of "Foo's".
func (g *Register) inWord(r rune, rest string) (within bool, skip int) {
	switch r {
	case '\'', '’':
		if after, ok := strings.CutPrefix(rest, g.rules.Possessive); ok && (after == "" || after[0] == ' ') {
			return false, len(rest) - len(after)
		}
		return true, 0
	case '.': // "heron.ai" also goes by "Heron"
		return !(len(rest) > 1 && unicode.IsLetter(rune(rest[0])) && unicode.IsLetter(rune(rest[1]))), 0
	}
	return false, 0
}

// setKeys hashes the words of f (FNV-1a); what has the same hash is compared in full afterwards.
func (g *Register) setKeys(f *form) {
	const offset, prime = 14695981039346656037, 1099511628211
	initials, whole := uint64(offset), uint64(offset)
	at := f.from
	for k, end := range g.ends[f.word:f.last] {
		w := g.folded[at:end]
		initials = (initials ^ uint64(w[0])) * prime
		for _, c := range w {
			whole = (whole ^ uint64(c)) * prime
		}
		if k == 0 {
			f.keys[0] = whole
		}
		at = end
	}
	f.keys[1], f.keys[2] = initials, whole
	f.keysUsed = 3
	if f.last-f.word < 2 {
		f.keysUsed = int(f.last - f.word)
	}
}

// Letters is a set of letters and digits, without regard to case. Names that [Register.Same] takes for one have
// their first letter in common, so most that differ need not even be reduced to their forms.
type Letters uint64

// AnyLetter holds all letters.
const AnyLetter = ^Letters(0)

// firstLetter returns the first letter of the form of a name that is printed with c first. It holds all where c does not tell.
func (g *Register) firstLetter(c byte) Letters {
	if small := c | 0x20; small-'a' < 26 && small != g.article || c-'0' < 10 { // an article is no part of the name
		return 1 << (small & 63)
	}
	return AnyLetter
}

// LettersOf returns the first letters of the name and of the forms that go with it.
func (g *Register) LettersOf(n *Name) Letters {
	if n.Text == "" || len(n.Aka) > 0 {
		return AnyLetter
	}
	return g.firstLetter(n.Text[0])
}

// LettersOfFirm returns the first letters of the company's names.
func (g *Register) LettersOfFirm(c *Firm) Letters {
	all := Letters(0)
	for i := range c.Names {
		all |= g.LettersOf(&c.Names[i])
	}
	return all
}

// word returns word k of f, counted from 0.
func (g *Register) word(f *form, k int32) []byte {
	from := f.from
	if k > 0 {
		from = g.ends[f.word+k-1]
	}
	return g.folded[from:g.ends[f.word+k]]
}

// Same reports whether two forms may be one name: equal, or one is the other's beginning, or its initials.
func (g *Register) Same(i, j int32) bool {
	if i == j {
		return true
	}
	x, y := &g.forms[i], &g.forms[j]
	if x.last == x.word || y.last == y.word || g.folded[x.from] != g.folded[y.from] {
		return false
	}
	if bytes.Equal(g.folded[x.from:x.to], g.folded[y.from:y.to]) {
		return true
	}
	switch m, n := x.last-x.word, y.last-y.word; {
	case m < n:
		return g.begins(x, y) || g.initials(x, y)
	case m > n:
		return g.begins(y, x) || g.initials(y, x)
	}
	return false
}

// begins reports whether the longer name y begins with the words of x: "Lisko Labs" and "Lisko". A place is no
// name by itself: "Berlin Labs" is not "Berlin".
func (g *Register) begins(x, y *form) bool {
	if x.to-x.from <= 2 || !bytes.HasPrefix(g.folded[y.from:y.to], g.folded[x.from:x.to]) {
		return false
	}
	for k := range x.last - x.word {
		if !bytes.Equal(g.word(x, k), g.word(y, k)) {
			return false
		}
	}
	return !g.rules.Lexicon.At(g.rules.Lexicon.Find(string(g.word(x, 0)))).Is(lexicon.Place | lexicon.Demonym)
}

// initials reports whether x is one word of the first letters of y: "GDW" of "General Dynamo Works".
func (g *Register) initials(x, y *form) bool {
	n := y.last - y.word
	if x.last-x.word != 1 || x.to-x.from != n {
		return false
	}
	for k, c := range g.folded[x.from:x.to] {
		if g.word(y, int32(k))[0] != c {
			return false
		}
	}
	return true
}
