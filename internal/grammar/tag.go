package grammar

import (
	"math/bits"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Word is a word whose category is being settled, and what is known of the words around it: what rows decide by.
type Word struct {
	S  *Sentence
	At int      // its number among the elements
	E  *Element // itself

	Prev    int  // the element before it, adverbs and quotes skipped; -1 at the beginning
	After   Cat  // the category of Prev; Stop at the beginning
	Opens   bool // it begins the sentence or follows a mark after which capitals say nothing
	Finite  bool // a finite verb already stands in this stretch of the sentence
	HadVerb bool // a verb or an auxiliary stands somewhere before it
	seen    int  // the last element that was looked at

	// What comes after it is known only while verb rows are asked.

	NextAt   int      // the element after it, plain adverbs skipped, or -1
	Next     *Element // that element; a Stop at the end
	UnitNext bool     // it is a unit that is no time
	NounNext bool     // it is a word of no grammatical class: a noun, a name or an adjective
}

// Tag settles the category of the words that are still open from their classes and their neighbours, as the word rows say.
func (s *Sentence) Tag() {
	w := &s.asked
	*w = Word{S: s, Prev: -1, Opens: true, seen: -1}
	elems := s.Elems
	class := lexicon.Class(0)
	if s.Opening.Has() {
		s.tagOpening()
	} else if s.Style == Plain {
		s.tagLoud()
	}
	for i := range elems {
		e := &elems[i]
		class |= e.Class
		if e.Cat <= When {
			continue // nothing but a word, to those after it
		}
		if i > w.seen+1 {
			w.Prev, w.Opens = i-1, false
		}
		w.seen = i
		if e.Cat == open {
			e.Cat = s.cat(i, e)
		}
		switch e.Cat {
		case Quote:
			continue
		case Adv:
			w.Opens = false
			continue
		case LParen, Other:
		case Stop, Colon, Dash:
			if e.Cat == Stop && i+1 < len(elems) && s.Glued(e) && s.Glued(&elems[i+1]) {
				break // "Deck.Nine"
			}
			w.Opens, w.Finite = true, false
		case Verb:
			w.Opens, w.Finite, w.HadVerb = false, e.Forms&(lexicon.Third|lexicon.Past|lexicon.Base) != 0, true
		case Poss:
			w.Opens = false
			if i > 0 && (elems[i-1].Cat == Pron || elems[i-1].Cat == Rel || elems[i-1].Is(lexicon.Pronoun)) {
				e.Cat, e.Class = Aux, lexicon.Aux|lexicon.Be|lexicon.Perfect // "it's raised", "who's building"
				w.Finite, w.HadVerb = true, true
			}
		case Aux:
			w.Opens, w.Finite, w.HadVerb = false, true, true
		case Semi, Rel, Sub, Comma, Conj, Pron:
			w.Opens, w.Finite = false, false
		default:
			w.Opens = false
		}
		w.Prev = i
	}
	s.Class = class
}

// tagOpening settles the categories of what the opening tells: all of the name is a name, and its verb is a verb.
func (s *Sentence) tagOpening() {
	for i := s.Opening.From; i < s.Opening.To; i++ {
		if s.Elems[i].Cat != Poss {
			s.Elems[i].Cat = Name
		}
	}
	if e := &s.Elems[s.Opening.Main]; e.Verb != 0 && !e.Is(lexicon.Aux) {
		e.Cat = Verb
	}
}

// tagLoud makes words a name that are all in capitals at the beginning of a sentence that is not, and right before its
// verb: "BUT WHY bags $5M".
func (s *Sentence) tagLoud() {
	const loud = token.AllUpper | token.Upper
	n := 0
	for n < len(s.Elems) && s.Elems[n].Unit < 0 {
		t := &s.toks[s.Elems[n].From]
		if t.Kind != token.Word || t.Flags&loud != loud || t.End-t.Start < 2 {
			break
		}
		n++
	}
	if n < 2 || n == len(s.Elems) || s.Elems[n].Forms&lexicon.Third == 0 {
		return
	}
	for i := range n {
		s.Elems[i].Cat = Name
	}
}

// cat tells the category of the word i, which may be a verb or have one by its classes.
func (s *Sentence) cat(i int, e *Element) Cat {
	w := &s.asked
	w.At, w.E, w.After = i, e, Stop
	if w.Prev >= 0 {
		w.After = s.Elems[w.Prev].Cat
	}
	for rows := s.rules.words.rows(e); rows != 0; rows &= rows - 1 {
		row := &s.rules.Words[bits.TrailingZeros32(rows)]
		if row.When == nil || row.When(w) {
			return row.Cat
		}
	}
	return Noun
}

// IsVerb asks the verb rows whether w is one.
func (w *Word) IsVerb() bool {
	kind := formKind(w.E.Forms)
	if kind == formKinds {
		return false
	}
	w.lookAhead()
	for _, row := range w.S.rules.verbs[kind][w.After] {
		if (row.Of == 0 || w.E.Is(row.Of)) && (row.When == nil || row.When(w)) {
			return row.Verb
		}
	}
	return false
}

// lookAhead notes what comes after w.
func (w *Word) lookAhead() {
	w.NextAt = w.S.Next(w.At)
	if w.NextAt < 0 {
		w.Next, w.UnitNext, w.NounNext = &nothing, false, false
		return
	}
	n := &w.S.Elems[w.NextAt]
	w.Next, w.UnitNext = n, n.Unit >= 0 && n.Cat != When
	w.NounNext = !w.UnitNext && w.S.toks[n.From].Kind <= token.Number && !n.Is(builders)
}

// builders are the classes of the words that sentences are built with.
const builders = lexicon.Prep | lexicon.Conj | lexicon.Det | lexicon.Rel | lexicon.Aux | lexicon.Sub | lexicon.Pronoun | lexicon.Adv

// nothing is what stands after the last word.
var nothing = Element{Cat: Stop, Unit: -1}

// Next returns the element after i, plain adverbs skipped, or -1.
func (s *Sentence) Next(i int) int {
	for i++; i < len(s.Elems); i++ {
		e := &s.Elems[i]
		if !e.Is(lexicon.Adv) || e.Is(lexicon.Prep|lexicon.Det) || e.Unit >= 0 {
			return i
		}
	}
	return -1
}

// before returns the category of the element before i, adverbs and quotes skipped; Stop at the beginning.
func (s *Sentence) before(i int) Cat {
	for i--; i >= 0; i-- {
		if c := s.Elems[i].Cat; c != Adv && c != Quote {
			return c
		}
	}
	return Stop
}

// Mark returns the mark that element i is, 0 if it is a word or a unit.
func (s *Sentence) Mark(i int) rune {
	if e := &s.Elems[i]; e.Unit < 0 {
		if t := &s.toks[e.From]; t.Kind == token.Punct {
			return max(t.R, 1)
		}
	}
	return 0
}

// Tokens returns the tokens of the text, and the number of each in the lexicon.
func (s *Sentence) Tokens() ([]token.Token, []lexicon.ID) { return s.toks, s.ids }

// Has reports whether the first token of element i has any of the flags f.
func (s *Sentence) Has(i int, f token.Flag) bool { return s.toks[s.Elems[i].From].Has(f) }
