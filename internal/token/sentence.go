package token

import (
	"unicode"
	"unicode/utf8"
)

// Sentence is the half-open range of tokens that make up one sentence.
type Sentence struct {
	From, To int
	Para     bool // a paragraph begins here
}

// Splitter finds sentences. Its functions carry what it needs to know of the
// language of a token; nil means never.
type Splitter struct {
	Abbreviation func(i int) bool    // a full stop after word i ends no sentence by itself
	Starter      func(i int) bool    // word i, capitalised, usually begins a sentence ("The", "It")
	Lettered     func(i int) bool    // a single letter after word i is no initial but numbers something ("Series A. The")
	Dotted       func(i, j int) bool // words i and j, both capitalised, may be one name with the full stop between them ("Deck.Nine")
	Unfinished   func(i int) bool    // no sentence ends with word i ("by", "the"): a line that does goes on in the next
	Ordinal      func(i int) bool    // a full stop after number i makes an ordinal of it, as that of German "3. März" does
}

// Sentences appends the sentences of toks[from:], a paragraph, to buf and returns it. stops are the tokens of the
// paragraph that are marks with which a sentence may end, if it is known and no line begins within the paragraph; else it is nil.
func (sp Splitter) Sentences(s string, toks []Token, from int, stops []int32, buf []Sentence) []Sentence {
	begin := from
	lines := unknown
	for i := from; ; i++ {
		if stops == nil {
			i = nextBreak(toks, i)
		} else {
			i, stops = nextStop(toks, i, stops)
		}
		if i == len(toks) {
			break
		}
		t := &toks[i]
		if t.Flags&(Para|Line) != 0 && i > from {
			if lines == unknown && !t.Has(Para) {
				lines = layout(s, toks[begin:])
			}
			if t.Has(Para) || lines == separate && !beginsLower(s, t) && !sp.goesOn(toks, i-1) {
				buf = appendSentence(buf, toks, from, i)
				from = i
			}
		}
		if t.Kind != Punct || !Stops(t.R) {
			continue
		}
		if end := afterClosers(toks, i+1); sp.endsAt(s, toks, from, i, end) {
			buf = appendSentence(buf, toks, from, end)
			from, i = end, end-1
		}
	}
	if len(toks) > from {
		buf = appendSentence(buf, toks, from, len(toks))
	}
	return buf
}

// appendSentence adds the sentence toks[from:to] to buf.
func appendSentence(buf []Sentence, toks []Token, from, to int) []Sentence {
	return append(buf, Sentence{From: from, To: to, Para: toks[from].Has(Para)})
}

// nextStop returns the first of stops from token i on and stops without those before it; len(toks) if there is none.
func nextStop(toks []Token, i int, stops []int32) (int, []int32) {
	for len(stops) > 0 && int(stops[0]) < i {
		stops = stops[1:]
	}
	if len(stops) == 0 {
		return len(toks), stops
	}
	return int(stops[0]), stops
}

// afterClosers returns the token after those from i on that close what the sentence holds: quotation marks and brackets.
func afterClosers(toks []Token, i int) int {
	for i < len(toks) && toks[i].Kind == Punct && !toks[i].Has(Space) {
		switch toks[i].R {
		case '"', '\'', ')', ']':
			i++
			continue
		}
		break
	}
	return i
}

// endsAt reports whether the sentence that begins at token from ends with the mark toks[i] and what closes it up to token end.
func (sp *Splitter) endsAt(s string, toks []Token, from, i, end int) bool {
	if end >= len(toks) || !mayOpen(&toks[end]) {
		return false
	}
	first := end // the first word, perhaps
	for first < len(toks) && toks[first].Kind == Punct && first < end+2 {
		first++
	}
	if first >= len(toks) {
		return false
	}
	switch toks[i].R {
	case '.':
		return sp.ends(s, toks, from, i, first, &toks[end])
	case '…':
		return !beginsLower(s, &toks[first])
	case '!', '?':
		return toks[end].Has(Space) && !beginsLower(s, &toks[first])
	}
	return true
}

// mayOpen reports whether a sentence may begin with t: with a word, a number, or one of a few marks.
func mayOpen(t *Token) bool {
	if t.Kind != Punct {
		return true
	}
	switch t.R {
	case '"', '\'', '(', '[', '$', '—', '•':
		return true
	}
	return false
}

// Stops reports whether a sentence may end with the mark r.
func Stops(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r >= utf8.RuneSelf && (r == '…' || r == '。' || r == '！' || r == '？')
}

// nextBreak returns the first token from i on at or before which a sentence may end: a mark, or one that begins a line;
// len(toks) if there is none.
func nextBreak(toks []Token, i int) int {
	for k := range toks[i:] {
		if t := &toks[i+k]; t.Kind == Punct || t.Flags&(Para|Line) != 0 {
			return i + k
		}
	}
	return len(toks)
}

// lineation says what the ends of lines mean in a paragraph.
type lineation uint8

const (
	unknown  lineation = iota
	separate           // something ends with each line
	wrapped            // lines are broken where they are full
)

// layout returns whether lines are broken where they are full rather than
// where something ends: many of them begin in the middle of a sentence.
func layout(s string, toks []Token) lineation {
	lines, within := 0, 0
	for i := range toks {
		if t := &toks[i]; t.Has(Line) && i > 0 {
			lines++
			if beginsLower(s, t) {
				within++
			}
		}
	}
	if within*3 >= lines {
		return wrapped
	}
	return separate
}

// goesOn reports whether a line that ends with token i goes on in the next.
func (sp *Splitter) goesOn(toks []Token, i int) bool {
	return toks[i].Is(',') || toks[i].Kind == Word && sp.Unfinished != nil && sp.Unfinished(i)
}

// ends reports whether the full stop toks[i], followed by the word toks[first], ends the
// sentence that begins at token from; n is the token right after the stop and its closing marks.
func (sp *Splitter) ends(s string, toks []Token, from, i, first int, n *Token) bool {
	f := &toks[first]
	if beginsLower(s, f) || i == from {
		return false
	}
	p := &toks[i-1]
	switch {
	case p.End != toks[i].Start:
		return n.Has(Space)
	case !n.Has(Space): // glued: "last year.The company"
		if p.Kind != Word || f.Kind != Word || !f.Has(Upper) || p.Has(AllUpper) {
			return false
		}
		return !p.Has(Upper) || sp.Dotted == nil || !sp.Dotted(i-1, first)
	case p.Kind == Number && sp.Ordinal != nil && sp.Ordinal(i-1):
		return false
	case p.Kind != Word:
		return true
	case sp.initial(s, toks, from, i-1), // "R. Stowe Pratt"
		p.Has(Dotted) && p.End-p.Start <= 6 && onlySingles(p.Text(s)), // "U.S."
		sp.Abbreviation != nil && sp.Abbreviation(i-1):
		return sp.Starter != nil && f.Kind == Word && sp.Starter(first)
	}
	return true
}

// initial reports whether the word toks[i] is a capital letter that does not number something, as that of "Series A" does.
func (sp *Splitter) initial(s string, toks []Token, from, i int) bool {
	p := &toks[i]
	if !p.Has(Upper) || p.End-p.Start > utf8.UTFMax || utf8.RuneCountInString(p.Text(s)) != 1 {
		return false
	}
	return i <= from || toks[i-1].Kind != Word || sp.Lettered == nil || !sp.Lettered(i-1)
}

// onlySingles reports whether w is single letters joined by dots, "U.S".
func onlySingles(w string) bool {
	for i := 1; i < len(w); i += 2 {
		if w[i] != '.' {
			return false
		}
	}
	return true
}

// beginsLower reports whether t is a word that begins with a small letter and is no brand ("eTaro").
func beginsLower(s string, t *Token) bool {
	if t.Kind != Word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[t.Start:t.End])
	return unicode.IsLower(r) && !t.Has(Mixed)
}
