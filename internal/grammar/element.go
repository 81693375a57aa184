// Package grammar reads one sentence: words are grouped into phrases and phrases
// into clauses with a subject, a verb group and arguments, with appositions,
// parentheses and relative clauses set aside. It knows the language through the
// lexicon's classes and a value of Rules, and nothing of what the sentence is about;
// what the caller has already recognised (an amount, a date) comes in as opaque units.
package grammar

import (
	"slices"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Cat is the grammatical category of an element.
type Cat uint8

const (
	Noun   Cat = iota // common nouns, adjectives, compounds: what fills a noun phrase
	Name              // capitalised or otherwise marked as a name
	Det               // articles and other determiners
	Prep              // prepositions
	Unit              // an opaque unit that acts as a noun
	When              // an opaque unit that acts as an adverb of time
	Pron              // personal pronouns
	To                // "to" before a verb
	Conj              // and, or, as well as
	Sub               // subordinating conjunctions
	Rel               // which, who, that
	Aux               // auxiliaries
	Verb              // a verb, in the form it has here
	Adv               // adverbs
	Poss              // 's
	Comma             // ,
	Colon             // :
	Semi              // ;
	Dash              // a dash between words
	LParen            // ( [
	RParen            // ) ]
	Quote             // "
	Stop              // . ! ?
	Other             // any other mark
	open              // a word whose category its neighbours decide, until Tag has asked them
)

// Cats is a set of categories, each of which is the bit 1<<it. In a row the empty set stands for all.
type Cats uint32

// Has reports whether c is in the set.
func (set Cats) Has(c Cat) bool { return set>>(c&31)&1 != 0 }

// Element is one or more tokens that act as one word.
type Element struct {
	From, To int32 // tokens, half-open
	Cat      Cat
	Cap      bool          // its first letter is a capital, or it is spelled like a brand (eTaro, yarn.io, 48Ko)
	Compound bool          // words joined by hyphens; the classes are those of the last part
	Joined   bool          // written together of several tokens: a compound, 3D, Foo&Bar
	Forms    lexicon.Form  // the verb forms that the spelling may stand for
	Verb     uint16        // the lemma if it may be a verb, else 0
	Unit     int32         // number of the caller's unit, or -1
	ID       lexicon.ID    // of the word or phrase, 0 if the lexicon does not have it
	Class    lexicon.Class // of the word or phrase
}

// Is reports whether the element's word belongs to one of the classes c.
func (e *Element) Is(c lexicon.Class) bool { return e.Class&c != 0 }

// UnitSpan is a stretch of tokens that the caller has recognised.
type UnitSpan struct {
	From, To int32
	When     bool // acts as an adverb of time
}

// Style says what capitals tell in a sentence.
type Style uint8

const (
	Plain   Style = iota // capitals mark names
	Title                // Most Words Are Capitalised
	Capital              // ALL WORDS ARE
)

// elements groups the tokens [from, to) into elements.
func (s *Sentence) elements(from, to int) {
	s.Elems, s.unit1 = slices.Grow(s.Elems[:0], to-from), 0
	u := 0
	for i := from; i < to; {
		for u < len(s.units) && int(s.units[u].From) < i {
			u++
		}
		limit := to
		if u < len(s.units) {
			limit = min(to, int(s.units[u].From))
		}
		if i < limit {
			s.between(i, limit)
		}
		if i = limit; i < to {
			n := len(s.Elems)
			s.Elems = s.Elems[:n+1]
			e, unit := &s.Elems[n], &s.units[u]
			*e = Element{}
			e.From, e.To, e.Cat, e.Unit = unit.From, unit.To, Unit, int32(u)
			if unit.When {
				e.Cat = When
			} else if s.unit1 == 0 {
				s.unit1 = n
			}
			i = int(unit.To)
			u++
		}
	}
}

// between adds the elements of the tokens [from, to), among which no unit is.
func (s *Sentence) between(from, to int) {
	had := len(s.Elems)
	elems := s.Elems[:had+to-from]
	toks := s.toks[:to]
	ids := s.ids[:len(toks)]
	n := had
	for i := from; i < len(toks); n++ {
		// The element is made where it is to stay: copying one that was just written makes the processor wait.
		e, t := &elems[n], &toks[i]
		*e = Element{}
		e.From, e.Unit = int32(i), -1
		switch {
		case t.Kind <= token.Number:
			id := ids[i]
			entry := s.Lex.At(id)
			e.ID, e.Class, e.Verb, e.Forms = id, entry.Class, entry.Verb, entry.Forms
			e.Cap = t.Has(token.Upper|token.Mixed) || entry.Class == 0 && t.Has(token.Dotted)
			i++
			if i < len(toks) && (!parts(&toks[i]) || entry.Words > 1 && s.Lex.MayPair(id, ids[i])) {
				i = s.word(i-1, len(toks), e)
			}
			switch c := cats[s.Lex.SortOf(e.ID)]; {
			case !e.Cap:
				e.Cat = c
				if e.ID == 0 && s.mayEndAdverb(i-1) {
					e.Cat = open
				}
			case c == Noun && n > 0:
				e.Cat = Name
			default:
				e.Cat = open
			}
		case t.Kind == token.Poss:
			e.Cat = Poss
			i++
		default:
			if uint32(t.R) < uint32(len(marks)) {
				e.Cat = marks[t.R]
			}
			if e.Cat == 0 {
				e.Cat = s.mark(i)
			}
			i++
		}
		e.To = int32(i)
	}
	s.Elems = s.Elems[:n]
}

// cats are the categories of words in small letters by their sort; those of no single one their neighbours decide.
var cats = [...]Cat{lexicon.Nominal: Noun, lexicon.OnlyPrep: Prep, lexicon.OnlyDet: Det, lexicon.Open: open}

// Glued reports whether no space stands before e.
func (s *Sentence) Glued(e *Element) bool { return !s.toks[e.From].Has(token.Space) }

// mayEndAdverb tells the words that may be adverbs by their ending from nearly all others; i is their last token.
func (s *Sentence) mayEndAdverb(i int) bool { return s.text[s.toks[i].End-1] == s.rules.adverbEnd }

// marks are the categories of the marks that have one wherever they stand.
var marks = [...]Cat{
	',': Comma, ':': Colon, ';': Semi, '|': Dash, '(': LParen, '[': LParen, ')': RParen, ']': RParen,
	'"': Quote, '\'': Quote, '.': Stop, '!': Stop, '?': Stop, '&': Conj,
}

// parts reports whether t cannot be written together with the word before it.
func parts(t *token.Token) bool {
	return t.Has(token.Space) || t.Kind == token.Poss || t.R == ','
}

// mark returns the category of the mark at token i.
func (s *Sentence) mark(i int) Cat {
	t := &s.toks[i]
	switch t.R {
	case '—', '•':
		return Dash
	case '-', '–', '·', '/':
		if i+1 >= len(s.toks) || s.toks[i+1].Has(token.Space) {
			if t.Has(token.Space) || t.R != '/' && i+1 < len(s.toks) && s.toks[i+1].Has(token.Upper) {
				return Dash // also "from two funds- Foo and Bar"
			}
		}
	case '…':
		return Stop
	}
	return Other
}

// word reads on from the word or number at token i, which e is: it may begin a
// phrase of the lexicon, a hyphenated compound or a name with digits or marks
// inside. It returns the token after what e is then.
func (s *Sentence) word(i, limit int, e *Element) int {
	end := i + 1
	if n := int(s.Lex.At(e.ID).Words); n > 1 {
		if id, to := s.phrase(i, n, limit); id != 0 {
			entry := s.Lex.At(id)
			e.ID, e.Class, e.Verb, e.Forms = id, entry.Class, entry.Verb, entry.Forms
			end = to
		}
	}
	if end < limit && !parts(&s.toks[end]) {
		return s.glue(i, end, limit, e)
	}
	return end
}

// phrase finds the longest phrase of the lexicon at token i, at most n words.
func (s *Sentence) phrase(i, n, limit int) (lexicon.ID, int) {
	var ids [8]lexicon.ID
	var ends [8]int32
	n = min(n, len(ids))
	ids[0] = s.ids[i]
	k := 1
	for j := i + 1; j < limit && k < n; j++ {
		t := &s.toks[j]
		if t.Kind != token.Word {
			if s.joint(j) {
				continue
			}
			break
		}
		if s.ids[j] == 0 || t.Has(token.Para) || k == 1 && !s.Lex.MayPair(ids[0], s.ids[j]) {
			break
		}
		ids[k], ends[k] = s.ids[j], int32(j+1)
		k++
	}
	if k < 2 || s.toks[i].Kind != token.Word {
		return 0, 0
	}
	for p := s.Lex.PhrasesOf(ids[0]); p != 0; p = s.Lex.NextPhrase(p) {
		if !s.Lex.BeginsPhrase(p, ids[:k]) {
			continue
		}
		id := s.Lex.PhraseID(p)
		if e := s.Lex.At(id); e.Class != 0 || e.Verb != 0 {
			return id, int(ends[s.Lex.PhraseWords(p)-1])
		}
	}
	return 0, 0
}

// joint reports whether token i is a hyphen that is glued to what is before it.
func (s *Sentence) joint(i int) bool {
	t := &s.toks[i]
	return t.Is('-') && !t.Has(token.Space)
}

// hyphen reports whether token i is a hyphen (or an en dash used as one) between two glued words.
func (s *Sentence) hyphen(i int) bool {
	if i == 0 || i+1 >= len(s.toks) {
		return false
	}
	t, n := &s.toks[i], &s.toks[i+1]
	return (t.Is('-') || t.Is('–') || t.Is('/')) && !t.Has(token.Space) && !n.Has(token.Space) && n.Kind != token.Punct
}

// glue extends the element of tokens [i, end) over what is written together with it.
func (s *Sentence) glue(i, end, limit int, e *Element) int {
	brand := false // digits or marks inside: the spelling of a name
	for end < limit {
		t := &s.toks[end]
		if t.Has(token.Space) || t.Kind == token.Poss {
			break
		}
		if t.Kind == token.Word || t.Kind == token.Number {
			end++
			brand = true
			continue
		}
		next := end + 1
		glued := next < limit && !s.toks[next].Has(token.Space) && s.toks[next].Kind <= token.Number
		switch {
		case s.hyphen(end) && glued:
			end = next + 1
			e.Compound = true
			s.compound(i, next, e)
		case glued && (t.R == '&' || t.R == '{' || t.R == '@' || t.R == '+'):
			end = next + 1
			brand, e.Cap = true, true
		case t.R == '}' || t.R == '+' || t.R == '!' && next < limit && goesOnAfter(&s.toks[next]):
			end++
			brand, e.Cap = true, true
		case t.R == '.' && next < limit && s.abbreviated(end-1):
			end++
		default:
			return s.finish(i, end, brand, e)
		}
	}
	return s.finish(i, end, brand, e)
}

// goesOnAfter reports whether a sentence goes on with t after a name that ends with a mark of exclamation: "Yahoo!, a", "Yahoo! said".
func goesOnAfter(t *token.Token) bool {
	return t.Is(',') || t.Is(')') || t.Kind == token.Word && !t.Has(token.Upper)
}

// abbreviated reports whether the word at token i may carry a full stop of its own: "Inc.", "Calif.", "T."
func (s *Sentence) abbreviated(i int) bool {
	t := &s.toks[i]
	if t.Kind != token.Word || !t.Has(token.Upper) {
		return false
	}
	return t.End-t.Start == 1 || t.Has(token.Dotted) || s.Lex.At(s.ids[i]).Is(lexicon.Abbrev|lexicon.Legal|lexicon.State)
}

// compound gives e the classes of a hyphenated word: those of the whole if it is listed, else those of its last part.
func (s *Sentence) compound(i, last int, e *Element) {
	whole := s.Lex.Find(s.text[s.toks[i].Start:s.toks[last].End])
	if s.Lex.Known(whole) {
		w := s.Lex.At(whole)
		e.ID, e.Class, e.Verb, e.Forms = whole, w.Class, w.Verb, w.Forms
		return
	}
	l := s.Lex.At(s.ids[last])
	e.ID = 0
	e.Verb, e.Forms = 0, 0
	e.Class = l.Class & (lexicon.Companynoun | lexicon.Title | lexicon.Investornoun | lexicon.Demonym)
	if l.Forms&(lexicon.Part|lexicon.Gerund) != 0 || s.Lex.At(s.ids[last]).Is(lexicon.Modifier) {
		e.Class = lexicon.Modifier
	}
}

// finish settles an element that spans the tokens [i, end).
func (s *Sentence) finish(i, end int, brand bool, e *Element) int {
	if e.Compound && s.toks[i].Kind == token.Number && s.toks[end-1].Has(token.Upper) {
		e.Cap = true // 9-Bit
	}
	if end == i+1 {
		return end
	}
	if e.Joined = true; e.Compound {
		return end
	}
	if brand { // Bobo360, 48Ko, C2FO, B2B
		whole := s.Lex.Find(s.text[s.toks[i].Start:s.toks[end-1].End])
		w := s.Lex.At(whole)
		e.ID, e.Class, e.Verb, e.Forms = whole, w.Class, w.Verb, w.Forms
		if s.toks[i].Kind == token.Number {
			e.Cap = s.toks[i+1].Has(token.Upper)
		} else if !s.Lex.Known(whole) && s.toks[end-1].End-s.toks[i].Start > 2 {
			e.Cap = true // b12k
		}
	}
	return end
}

// plain reports whether the sentence has a verb in small letters and so many
// small words that style, however it counted the others, could not call it anything but plain.
func (s *Sentence) plain() bool {
	if len(s.Elems) <= 6 {
		return false
	}
	small, verb, enough := 0, false, len(s.Elems)/5+1
	for k := range s.Elems {
		e := &s.Elems[k]
		if e.ID == 0 || e.Cap || e.Joined {
			continue // a mark or a unit has no ID
		}
		small++
		verb = verb || e.Verb != 0 || e.Is(lexicon.Aux)
		if verb && small >= enough {
			return true
		}
	}
	return false
}

const (
	// properWords are the classes of words that have a capital everywhere.
	properWords = lexicon.Place | lexicon.Demonym | lexicon.Legal | lexicon.Month | lexicon.Weekday | lexicon.Investorword
	// plainWords are the classes of words that have none where capitals mark names.
	plainWords = lexicon.Common | lexicon.Companynoun | lexicon.Roundnoun | lexicon.Prep | lexicon.Conj | lexicon.Det
)

// style tells what capitals mean here, from the words that a dictionary knows.
func (s *Sentence) style() Style {
	if s.plain() {
		return Plain
	}
	words, caps, all, letters, lower, verbs := 0, 0, 0, 0, 0, 0
	elems, toks := s.Elems, s.toks
	for k := range elems {
		e := &elems[k]
		if e.Unit >= 0 {
			continue
		}
		t := &toks[e.From]
		if t.Kind != token.Word {
			continue
		}
		letters++
		if t.Has(token.AllUpper) && t.End-t.Start > 1 {
			all++
		}
		if !t.Has(token.Upper | token.Mixed) {
			lower++
		}
		if !t.Has(token.Upper) && (e.Verb != 0 || e.Is(lexicon.Aux)) {
			verbs++
		}
		if t.End-t.Start < 4 || k == 0 || e.Is(properWords) {
			continue
		}
		if e.Is(plainWords) || e.Verb != 0 {
			words++
			if t.Has(token.Upper) {
				caps++
			}
		}
	}
	switch {
	case letters >= 4 && all*10 >= letters*8:
		return Capital
	case lower == 0 && letters >= 5 && words >= 1:
		return Title
	case words >= 2 && caps*10 >= words*7 && verbs == 0 || words == 1 && caps == 1 && len(s.Elems) <= 6:
		return Title
	}
	return Plain
}
