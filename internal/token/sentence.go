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
	Abbreviation func(i int) bool // a full stop after word i ends no sentence by itself
	Starter      func(i int) bool // word i, capitalised, usually begins a sentence ("The", "It")
	Unfinished   func(i int) bool // no sentence ends with word i ("by", "the"): a line that does goes on in the next
}

// Sentences appends the sentences of toks[from:], a paragraph, to buf and returns it. stops are the tokens of the
// paragraph that are marks with which a sentence may end, if it is known and no line begins within the paragraph; else it is nil.
func (sp Splitter) Sentences(s string, toks []Token, from int, stops []int32, buf []Sentence) []Sentence {
	begin := from
	lines := 0 // 1 once they are known to be wrapped, -1 to be none
	flush := func(to int) {
		if to > from {
			buf = append(buf, Sentence{From: from, To: to, Para: toks[from].Has(Para)})
			from = to
		}
	}
	for i := from; ; i++ {
		if stops == nil {
			i = nextBreak(toks, i)
		} else {
			for len(stops) > 0 && int(stops[0]) < i {
				stops = stops[1:]
			}
			if i = len(toks); len(stops) > 0 {
				i = int(stops[0])
			}
		}
		if i == len(toks) {
			break
		}
		t := &toks[i]
		if t.Flags&(Para|Line) != 0 && i > from && (t.Has(Para) || !beginsLower(s, *t) && !sp.goesOn(toks, i-1)) {
			if lines == 0 {
				if lines = -1; wrapped(s, toks[begin:]) {
					lines = 1
				}
			}
			if lines < 0 || t.Has(Para) {
				flush(i)
			}
		}
		if t.Kind != Punct {
			continue
		}
		if !Stops(t.R) {
			continue
		}
		end := i + 1
		for end < len(toks) && (toks[end].Is('"') || toks[end].Is('\'') || toks[end].Is(')') || toks[end].Is(']')) && !toks[end].Has(Space) {
			end++
		}
		if end >= len(toks) {
			continue
		}
		n := toks[end]
		if n.Kind == Punct && n.R != '"' && n.R != '\'' && n.R != '(' && n.R != '[' && n.R != '$' && n.R != '—' && n.R != '•' {
			continue
		}
		first := end
		for first < len(toks) && toks[first].Kind == Punct && first < end+2 {
			first++
		}
		if first >= len(toks) {
			continue
		}
		f := toks[first]
		if t.R == '.' && !sp.ends(s, toks, from, i, first, n) {
			continue
		}
		if t.R == '…' && beginsLower(s, f) {
			continue
		}
		if (t.R == '!' || t.R == '?') && (beginsLower(s, f) || !n.Has(Space)) {
			continue
		}
		flush(end)
		i = end - 1
	}
	flush(len(toks))
	return buf
}

// Stops reports whether a sentence may end with the mark r.
func Stops(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？':
		return true
	}
	return false
}

// nextBreak returns the first token from i on at or before which a sentence may end: a mark, or one that begins a line; len(toks) if there is none.
func nextBreak(toks []Token, i int) int {
	for k := range toks[i:] {
		if t := &toks[i+k]; t.Kind == Punct || t.Flags&(Para|Line) != 0 {
			return i + k
		}
	}
	return len(toks)
}

// wrapped reports whether lines are broken where they are full rather than
// where something ends: many of them begin in the middle of a sentence.
func wrapped(s string, toks []Token) bool {
	lines, within := 0, 0
	for i := range toks {
		if t := &toks[i]; t.Has(Line) && i > 0 {
			lines++
			if beginsLower(s, *t) {
				within++
			}
		}
	}
	return within*3 >= lines
}

// goesOn reports whether a line that ends with token i goes on in the next.
func (sp Splitter) goesOn(toks []Token, i int) bool {
	return toks[i].Is(',') || toks[i].Kind == Word && sp.Unfinished != nil && sp.Unfinished(i)
}

// ends reports whether the full stop toks[i], followed by the word toks[first], ends the
// sentence that begins at token from; n is the token right after the stop and its closing marks.
func (sp Splitter) ends(s string, toks []Token, from, i, first int, n Token) bool {
	f := toks[first]
	if beginsLower(s, f) || i == from {
		return false
	}
	p := toks[i-1]
	if p.End != toks[i].Start {
		return n.Has(Space)
	}
	if !n.Has(Space) { // glued: "last year.The company"
		return p.Kind == Word && f.Kind == Word && f.Has(Upper) && !p.Has(AllUpper)
	}
	if p.Kind != Word {
		return true
	}
	w := p.Text(s)
	starter := sp.Starter != nil && f.Kind == Word && sp.Starter(first)
	if utf8.RuneCountInString(w) == 1 && p.Has(Upper) && !(i >= from+2 && toks[i-2].Kind == Word && isSeries(toks[i-2].Text(s))) {
		return starter // an initial: "R. Stowe Pratt"
	}
	if p.Has(Dotted) && len(w) <= 6 && onlySingles(w) || sp.Abbreviation != nil && sp.Abbreviation(i-1) {
		return starter
	}
	return true
}

// isSeries keeps "a Series A. The" from being read as an initial: a letter that numbers something ends a sentence like any word.
func isSeries(w string) bool {
	switch w {
	case "Series", "series", "Class", "Plan", "Phase", "Vitamin", "Round":
		return true
	}
	return false
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

func beginsLower(s string, t Token) bool {
	if t.Kind != Word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[t.Start:t.End])
	return unicode.IsLower(r) && !t.Has(Mixed)
}
