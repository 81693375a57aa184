package words

import (
	"slices"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Reader reads a text a paragraph at a time: it cuts words, looks them up, mends words that lost
// a space, and notes which words are worth a closer look.
type Reader struct {
	View
	rules *Rules

	scanner    token.Scanner
	Looks      []int32 // tokens of the paragraph that a mention may begin with
	stops      []int32 // marks of the paragraph that a sentence may end with
	Currencies []int32 // tokens of the paragraph that may be the currency of an amount
	Deals      []int32 // words of the paragraph that a deal may be told with
	strange    []int32 // unknown words of the paragraph that are no plain names
	Headings   []int32 // tokens of the text that may begin the heading of a column
	Sents      []token.Sentence
	CutUp      int // sentences and paragraphs that were too long to be read as one

	others []int32 // tokens of the paragraph that are worth a second look
	uncut  []token.Token
	cuts   []int32
}

// NewReader returns a reader of texts in the language of the rules.
func NewReader(rules *Rules) *Reader { return &Reader{View: View{Lex: rules.lex}, rules: rules} }

// Reset turns to text. What was read before is forgotten, its memory is used again.
func (r *Reader) Reset(text string) {
	r.View = View{Lex: r.Lex, Text: text, Toks: r.Toks[:0], IDs: r.IDs[:0]}
	r.scanner = token.Scanner{Text: text, Keys: r.scanner.Keys}
	r.Sents, r.Headings, r.CutUp = r.Sents[:0], r.Headings[:0], 0
}

// ForgetWords drops what has been read, and goes on with the next paragraph.
func (r *Reader) ForgetWords() {
	r.Toks, r.IDs, r.Sents, r.Headings = r.Toks[:0], r.IDs[:0], r.Sents[:0], r.Headings[:0]
}

// Whole turns from the last paragraph to all that has been read.
func (r *Reader) Whole() { r.From = 0 }

// maxParagraph is how many tokens of a paragraph are kept in mind at once, if it has lines to cut it at.
const maxParagraph = 1 << 13

// maxSentence is how many tokens of a sentence are read as one.
const maxSentence = 400

// Paragraph scans the next paragraph and looks every word up. It reports false at the end of the text.
func (r *Reader) Paragraph() bool {
	r.From = len(r.Toks)
	var cut bool
	r.Toks, cut = r.scanner.Paragraph(r.Toks, maxParagraph)
	if len(r.Toks) == r.From {
		return false
	}
	if cut {
		r.CutUp++
	}
	r.lookUp()
	if r.damaged() {
		r.unglue()
		r.lookUp()
	}
	return true
}

// lookUp looks every word of the paragraph up, and notes the tokens that a mention may begin with or that may be a currency.
func (r *Reader) lookUp() {
	n := len(r.Toks) - r.From
	r.IDs = slices.Grow(r.IDs[:r.From], n)[:len(r.Toks)]
	r.others = slices.Grow(r.others[:0], n)[:n]
	others := r.others[:r.Lex.FindAll(r.scanner.Keys[:n], r.IDs[r.From:], r.others)]
	if r.Every {
		others = r.others
		for k := range others {
			others[k] = int32(k)
		}
	}
	r.Looks, r.stops, r.Currencies, r.Deals, r.strange = r.Looks[:0], r.stops[:0], r.Currencies[:0], r.Deals[:0], r.strange[:0]
	for len(r.Headings) > 0 && int(r.Headings[len(r.Headings)-1]) >= r.From { // looked up before it was unglued
		r.Headings = r.Headings[:len(r.Headings)-1]
	}
	toks, ids, keys, lex := r.Toks[r.From:], r.IDs[r.From:], r.scanner.Keys[:n], r.Lex
	for _, k := range others {
		t, i := &toks[k], r.From+int(k)
		switch t.Kind {
		case token.Word:
			id := ids[k]
			switch keys[k] {
			case token.Unkeyed:
				id = lex.FindIn(r.Text, int(t.Start), int(t.End))
				ids[k] = id
			case token.Long:
				id = lex.FindLong(r.Text, int(t.Start), int(t.End))
				ids[k] = id
			}
			if c := lex.CuesOf(id); c != 0 || r.oddWord(t, id) {
				r.noteWord(i, id, c)
			}
		case token.Number:
			r.look(i)
		default:
			if token.Stops(t.R) {
				r.stops = append(r.stops, int32(i))
			}
			if MaybeSign(t.R) || r.Every {
				r.Looks, r.Currencies = append(r.Looks, int32(i)), append(r.Currencies, int32(i))
			}
		}
	}
}

// oddWord reports whether the word t, which has no cue, is worth a note all the same: a letter, which may be a stage;
// a code or two words, perhaps. The other unknown words are names as a rule.
func (r *Reader) oddWord(t *token.Token, id lexicon.ID) bool {
	if n := t.End - t.Start; n > 1 && !r.Every {
		return !r.Lex.Known(id) && (t.Has(token.AllUpper|token.Mixed) || n >= minGlued && !t.Has(token.Upper))
	}
	return true
}

// noteWord notes what may be made of the word i, which has the cues c or a form that says something.
func (r *Reader) noteWord(i int, id lexicon.ID, c lexicon.Cue) {
	t := &r.Toks[i]
	n, known := t.End-t.Start, r.Lex.Known(id)
	if n == 1 && !t.Has(token.Upper) && r.Lex.Has(id, lexicon.TraitLetterArticle) && !r.Every {
		return // "a" is the article, "A" may be a stage
	}
	if c&lexicon.DealCue != 0 {
		r.Deals = append(r.Deals, int32(i))
	}
	if c&lexicon.TableCue != 0 && r.OpensCell(i) {
		r.Headings = append(r.Headings, int32(i))
	}
	if !known && !t.Has(token.Upper) && (n >= minGlued || t.Has(token.Mixed)) {
		r.strange = append(r.strange, int32(i))
	}
	look := c&mentionCues != 0 || n == 1
	code := n == 4 && t.Has(token.AllUpper) && (look || !known) // perhaps "MUSD"
	if look || code || r.Every {
		if c&lexicon.CountCue != 0 {
			r.lookBack(i)
		}
		r.look(i)
		if c&lexicon.CurrencyCue != 0 || code || r.Every {
			r.Currencies = append(r.Currencies, int32(i))
		}
	}
}

// look notes that a mention may begin at token i, or at the article before it: "the summer", "the '90s".
func (r *Reader) look(i int) {
	if k := i - 1; k >= r.From && !r.Every {
		if r.Toks[k].Is('\'') {
			k--
		}
		if r.Lex.Has(r.Word(k), lexicon.TraitDefiniteArticle) {
			r.Looks = append(r.Looks, int32(k))
		}
	}
	r.Looks = append(r.Looks, int32(i))
}

// lookBack notes that a mention may begin two words before "ago", which is token i, with an article: "an hour ago".
func (r *Reader) lookBack(i int) {
	if r.Every || !r.Lex.Has(r.IDs[i], lexicon.TraitAgo) || !r.lowArticle(i-2) {
		return
	}
	at := len(r.Looks)
	if at > 0 && int(r.Looks[at-1]) == i-1 {
		at--
	}
	r.Looks = slices.Insert(r.Looks, at, int32(i-2))
}

// lowArticle reports whether token i is an indefinite article that is not looked at for its own sake.
func (r *Reader) lowArticle(i int) bool {
	id := r.Word(i)
	if !r.Lex.Has(id, lexicon.TraitIndefiniteArticle) {
		return false
	}
	return !r.Lex.Has(id, lexicon.TraitLetterArticle) || !r.Toks[i].Has(token.Upper)
}

// mentionCues are the cues of the words that a mention may begin with.
const mentionCues = lexicon.AmountCue | lexicon.TimeCue | lexicon.CountCue | lexicon.StageCue | lexicon.CurrencyCue | lexicon.CurrenciesCue

// MakeRoom makes room for the tokens of the rest of the text, if it is like what
// was read: letting a large slice grow bit by bit takes twice its size.
func (r *Reader) MakeRoom() {
	read, left := len(r.Text)-r.scanner.Left(), r.scanner.Left()
	const little = 1 << 10
	if n := len(r.Toks); read > 0 && left > 0 && cap(r.Toks)-n < little {
		more := int(int64(n)*int64(left)/int64(read)) + min(left, little)
		r.Toks, r.IDs = slices.Grow(r.Toks, more), slices.Grow(r.IDs, more)
	}
}

// OpensCell reports whether a line or cell begins with token i, or a field that a mark parts from the one before.
func (r *Reader) OpensCell(i int) bool {
	if i == 0 || r.Toks[i].Has(token.Line) {
		return true
	}
	p := &r.Toks[i-1]
	if p.Kind == token.Punct && p.R != ',' {
		return p.R != '-' || p.Has(token.Line)
	}
	gap := r.Text[p.End:r.Toks[i].Start]
	return gap != "" && gap != " " && strings.Contains(gap, "\t")
}

// Split cuts the paragraph into sentences.
func (r *Reader) Split() {
	sp := token.Splitter{
		Abbreviation: func(i int) bool { return r.Entry(i).Is(lexicon.Abbrev) },
		Starter:      func(i int) bool { return r.Entry(i).Is(lexicon.Starter) },
		Unfinished: func(i int) bool {
			return r.BeginsLower(i) && r.Entry(i).Is(lexicon.Prep|lexicon.Conj|lexicon.Det|lexicon.Aux)
		},
		Dotted: func(i, j int) bool {
			return !r.Entry(i).Is(endsFirm) && !r.Entry(j).Is(lexicon.Starter|lexicon.Det|lexicon.Prep|lexicon.Pronoun)
		},
		Lettered: func(i int) bool { return r.Lex.Has(r.Word(i), lexicon.TraitLettered) },
	}
	if after := r.rules.Ordinals; after != 0 {
		sp.Ordinal = func(i int) bool { return r.Entry(i + 2).Is(after) }
	}
	first := len(r.Sents)
	stops := r.stops
	if r.scanner.Lined {
		stops = nil
	}
	r.Sents = sp.Sentences(r.Text, r.Toks, r.From, stops, r.Sents)
	for k := first; k < len(r.Sents); k++ {
		s := r.Sents[k]
		if s.To-s.From <= maxSentence {
			continue
		}
		if k == first || r.Sents[k-1].To < s.From || r.Sents[k-1].To-r.Sents[k-1].From < maxSentence {
			r.CutUp++
		}
		r.Sents[k].To = s.From + maxSentence
		r.Sents = slices.Insert(r.Sents, k+1, token.Sentence{From: s.From + maxSentence, To: s.To})
	}
}

// endsFirm are the classes of words that a sentence is more likely to end with than the first half of a dotted name:
// a page that lost a space prints "led by Foo Ventures.Bar raised".
const endsFirm = lexicon.Investorword | lexicon.Legal | lexicon.Month | lexicon.Weekday | lexicon.Place | lexicon.Companynouns |
	lexicon.State

// MaybeSign reports whether the mark r is worth looking up as the sign of a currency; dashes and quotation marks are not.
func MaybeSign(r rune) bool { return r == '$' || r >= 0x80 && !(0x2010 <= r && r < 0x2070) }

// TooLong reports whether s is so long that it is not read as one sentence.
func (r *Reader) TooLong(s token.Sentence) bool { return s.To-s.From > maxSentence }
