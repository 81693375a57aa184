package words

import (
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// View is a text cut into words, as much of it as was read, and where the part that is being read begins.
type View struct {
	Text string
	Toks []token.Token
	IDs  []lexicon.ID     // of each token
	Lex  *lexicon.Lexicon // of the language
	From int              // what is being read begins at this token: nobody looks back further

	Strict bool // a single amount or date is being read: what stands alone is no word
	Every  bool // every word is looked at closer, for tests: the cues must lose nothing
}

// Fold returns the word at token i in small letters. A word with capitals that
// is not in the lexicon is returned as it stands: what the parser asks for is all in it.
func (v *View) Fold(i int) string {
	if i < v.From || i >= len(v.Toks) {
		return ""
	}
	t := &v.Toks[i]
	if t.Kind != token.Word || !t.Has(token.Upper|token.AllUpper|token.Mixed) {
		return v.Text[t.Start:t.End]
	}
	if id := v.IDs[i]; id != 0 {
		return v.Lex.Key(id)
	}
	if c := v.Text[t.Start]; t.End == t.Start+1 && 'A' <= c && c <= 'Z' {
		const letters = "abcdefghijklmnopqrstuvwxyz"
		return letters[c-'A' : c-'A'+1]
	}
	return v.Text[t.Start:t.End]
}

// Word returns the number of the word at token i, 0 if it is none that the lexicon knows.
func (v *View) Word(i int) lexicon.ID {
	if i < v.From || i >= len(v.IDs) {
		return 0
	}
	return v.IDs[i]
}

// Is reports whether token i is the mark mark.
func (v *View) Is(i int, mark rune) bool {
	return i >= v.From && i < len(v.Toks) && v.Toks[i].Is(mark)
}

// Glued reports whether no space stands before token i.
func (v *View) Glued(i int) bool {
	return i > v.From && i < len(v.Toks) && !v.Toks[i].Has(token.Space)
}

// Entry returns what the lexicon knows of the word at token i, an empty entry if there is nothing.
func (v *View) Entry(i int) *lexicon.Entry {
	if i < v.From || i >= len(v.IDs) {
		return v.Lex.At(0)
	}
	return v.Lex.At(v.IDs[i])
}

// Kind reports whether token i is of kind k.
func (v *View) Kind(i int, k token.Kind) bool {
	return i >= v.From && i < len(v.Toks) && v.Toks[i].Kind == k
}

// BeginsLower reports whether token i is a word without capitals.
func (v *View) BeginsLower(i int) bool {
	return v.Kind(i, token.Word) && !v.Toks[i].Has(token.Upper|token.Mixed)
}

// Bytes returns where the tokens [from, to) stand.
func (v *View) Bytes(from, to int) token.Span {
	return token.Span{Start: int(v.Toks[from].Start), End: int(v.Toks[to-1].End)}
}

// NumberText returns the text of the number at token i, "" if it is none.
func (v *View) NumberText(i int) string {
	if !v.Kind(i, token.Number) {
		return ""
	}
	return v.Toks[i].Text(v.Text)
}

// Year returns the year that the number at token i spells, 0 if it is none.
func (v *View) Year(i int) int {
	if !v.Kind(i, token.Number) {
		return 0
	}
	t := &v.Toks[i]
	if t.End-t.Start != 4 {
		return 0
	}
	if n := Natural(t.Text(v.Text)); n >= 1900 && n <= 2099 {
		return n
	}
	return 0
}

// YearAlone reports whether nothing glued to the number at token i makes it something else than a year.
func (v *View) YearAlone(i int) bool {
	return !(v.Glued(i+1) && v.endsYear(i+1)) && (!v.Glued(i) || v.opensYear(i-1))
}

// endsYear reports whether token i, glued to a number, makes it no year: "2021st", "2021%", "2021-Foo", "2021$".
func (v *View) endsYear(i int) bool {
	t := &v.Toks[i]
	if t.Is('-') || t.Is('–') {
		return v.Glued(i+1) && v.Kind(i+1, token.Word)
	}
	return t.Kind == token.Word || t.Is('%') || t.Is('$')
}

// opensYear reports whether token i may be glued to a year after it: a bracket, a quotation mark, a dash, the hyphen of "mid-2021".
func (v *View) opensYear(i int) bool {
	p := &v.Toks[i]
	if p.Kind != token.Punct {
		return false
	}
	switch p.R {
	case '(', '[', '"', '/', '—':
		return true
	case '-':
		return !v.Kind(i-1, token.Word) || v.Lex.Has(v.Word(i-1), lexicon.TraitPartOfYear)
	}
	return false
}

// Natural returns the value of at most nine digits, -1 if s is anything else.
func Natural(s string) int {
	if len(s) == 0 || len(s) > 9 {
		return -1
	}
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return -1
		}
		n = n*10 + int(c)
	}
	return n
}

// Even returns the text of the tokens [from, to) with white space made single spaces.
func (v *View) Even(from, to int32) string {
	toks := v.Toks[from:to]
	t := v.Text[toks[0].Start:toks[len(toks)-1].End]
	if v.maybeUneven(toks) && uneven(t) {
		t = strings.ReplaceAll(t, "&amp;", "&")
		t = strings.Join(strings.Fields(t), " ")
	}
	return t
}

// maybeUneven reports whether uneven could be true of the text of toks, without looking at every byte.
func (v *View) maybeUneven(toks []token.Token) bool {
	end := toks[0].Start
	for i := range toks {
		t := &toks[i]
		if gap := t.Start - end; gap > 1 || gap == 1 && v.Text[end] != ' ' {
			return true
		}
		if t.R == '&' || t.Kind == token.Number { // a number may hold spaces
			return true
		}
		end = t.End
	}
	return false
}

// uneven reports whether t holds other white space than single spaces, or may hold a character reference.
func uneven(t string) bool {
	const noBreak = "\u00a0"
	for i := range len(t) {
		switch t[i] {
		case '\n', '\t', '\r', '&':
			return true
		case ' ':
			if i > 0 && t[i-1] == ' ' {
				return true
			}
		case noBreak[0]:
			if strings.HasPrefix(t[i:], noBreak) {
				return true
			}
		}
	}
	return false
}
