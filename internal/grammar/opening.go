package grammar

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Opening is a name that opens a sentence and is explained before its verb comes: "Foo, a maker of bar, raised $5M".
// The sentence is built the same whatever the words of the name and of the explanation are, so that neither is
// asked: "Beneath, a cellar startup", "a maker of kits that spot rust while saving paint".
type Opening struct {
	From, To int // the elements of the name, half-open; To is 0 where no name opens the sentence so
	Aside    int // the first element of the explanation
	Main     int // the verb of the sentence, or the auxiliary that it begins with
}

// Has reports whether a name opens the sentence so.
func (o *Opening) Has() bool { return o.To > 0 }

// Explains reports whether element i stands in the explanation.
func (o *Opening) Explains(i int) bool { return i >= o.Aside && i < o.Main }

const (
	maxOpening = 8  // how many elements such a name has at most
	maxParens  = 14 // how many stand in the parentheses after it
	maxBefore  = 20 // how many may stand before it
)

// opens finds the opening of the sentence; the words have no categories yet, but for those that need no neighbours.
// It stands at the beginning, or after what the sentence begins with: "Foo said that Bar, a maker of baz, raised",
// "As we wrote in May, Foo, a maker of bar, raised".
func (s *Sentence) opens() {
	s.Opening = Opening{}
	elems := s.Elems
	from := 0
	for from < len(elems) && elems[from].Cat == Quote {
		from++
	}
	if from >= len(elems) || !s.explainsSoon(from) || s.openingAt(from) {
		return
	}
	first := &elems[from]
	begins := first.Cat == When || first.Cat == Prep || first.Is(lexicon.Sub|lexicon.Prep|lexicon.Adv|lexicon.Starter) ||
		first.Forms&(lexicon.Gerund|lexicon.Part) != 0
	const noName = lexicon.Prep | lexicon.Adv | lexicon.Sub | lexicon.Place | lexicon.State | lexicon.Month
	for i := from; i+2 < len(elems) && i < from+maxBefore; i++ {
		e := &elems[i]
		switch {
		case e.Cat == Dash, e.Cat == Colon, begins && e.Cat == Comma, i == from && e.Is(lexicon.Sub):
		case e.Is(lexicon.Rel) && e.Is(lexicon.Det): // "that"
		default:
			continue
		}
		if n := &elems[i+1]; n.Cap && n.Unit < 0 && !n.Is(noName) && s.openingAt(i+1) {
			return
		}
	}
}

// explainsSoon reports whether something may be explained in the first part of the sentence: of most that is seen at once.
func (s *Sentence) explainsSoon(from int) bool {
	to := min(len(s.Elems)-1, from+maxBefore+maxOpening)
	if to <= from {
		return false
	}
	elems := s.Elems[:to]
	for i := from + 1; i < len(elems); i++ {
		switch c := elems[i].Cat; {
		case c < Comma || c > RParen: // most
		case c == LParen, (c == Comma || c == RParen) && (s.Elems[i+1].Is(lexicon.Legal) || s.opensAside(i+1)):
			return true
		}
	}
	return false
}

// opensAside reports whether an explanation may begin with element i.
func (s *Sentence) opensAside(i int) bool {
	e := &s.Elems[i]
	return e.Unit < 0 && (e.Is(lexicon.Indefinite|lexicon.Rel) || s.Lex.Has(s.ids[e.From], lexicon.TraitOpensAside))
}

// openingAt reads the opening that begins with element from. It reports whether there is one.
func (s *Sentence) openingAt(from int) bool {
	to := s.nameTo(from)
	if to == from {
		return false
	}
	aside := s.asideAt(to)
	if aside == 0 {
		return false
	}
	o := Opening{From: from, To: to, Aside: aside, Main: s.mainVerb(aside)}
	if o.Main == 0 || !s.mayOpen(&o) {
		return false
	}
	if s.Elems[o.To-1].Cat == Comma {
		o.To--
	}
	s.Opening = o
	return true
}

// nameTo returns where the words from element i on end that may be such a name: before a comma or a parenthesis.
// A legal form after the comma belongs to it.
func (s *Sentence) nameTo(i int) int {
	elems, from := s.Elems, i
	for ; i < len(elems) && i < from+maxOpening; i++ {
		switch e := &elems[i]; {
		case e.Cat == LParen:
			return i
		case e.Cat == Comma:
			if i+1 >= len(elems) || !elems[i+1].Is(lexicon.Legal) || elems[i+1].Unit >= 0 || i == from {
				return i
			}
			if i++; i+1 < len(elems) && elems[i+1].Cat == Stop && s.Glued(&elems[i+1]) {
				i++
			}
		case e.Cat == Stop && (i+1 >= len(elems) || !s.endsAbbreviation(i)):
			return from
		case e.Cat == Colon, e.Cat == Semi, e.Cat == Dash, e.Cat == Quote:
			return from
		}
	}
	return from
}

// endsAbbreviation reports whether the full stop at element i stands inside a name or before its end: "Foo.io", "Foo Inc., a".
func (s *Sentence) endsAbbreviation(i int) bool {
	n := &s.Elems[i+1]
	return s.Glued(&s.Elems[i]) && (s.Glued(n) || n.Cat == LParen)
}

// asideAt returns where an explanation of the name that ends before element i begins, 0 if there is none:
// after a comma, after parentheses, or after both.
func (s *Sentence) asideAt(i int) int {
	elems := s.Elems
	marked := false
	for i < len(elems) && i >= 0 {
		switch elems[i].Cat {
		case Comma:
			marked = true
			i++
			continue
		case LParen:
			to := i + 1
			for to < len(elems) && to < i+maxParens && elems[to].Cat != RParen {
				to++
			}
			if to >= len(elems) || elems[to].Cat != RParen {
				return 0
			}
			i, marked = to+1, true
			continue
		}
		break
	}
	if !marked || i >= len(elems) || !s.opensAside(i) {
		return 0
	}
	return i
}

// mainVerb returns the verb of a sentence whose subject is explained from element i on, 0 if none is plainly one: a
// finite form right after a comma, the last one before the first amount.
func (s *Sentence) mainVerb(i int) int {
	elems := s.Elems
	best, depth := 0, 0
	for k := i + 1; k < len(elems); k++ {
		switch e := &elems[k]; {
		case e.Cat == LParen:
			depth++
		case e.Cat == RParen:
			depth--
		case depth > 0 || e.Cat == Semi || e.Cat == Colon:
		case e.Cat == Unit && best > 0:
			return best
		case e.Cat == Comma:
			if v := s.verbAfter(k); v > 0 && !s.verbBefore(k) {
				best = v
			}
		}
	}
	if best == 0 {
		return s.gerundAfter(i)
	}
	return best
}

// gerundAfter returns a gerund with an amount after the comma that ends the explanation from element i on, of a
// sentence that has no verb: "Foo, a maker of bar, raising a $5M Series A." It returns 0 if there is none.
func (s *Sentence) gerundAfter(i int) int {
	elems := s.Elems
	for k := i + 1; k+2 < len(elems); k++ {
		if elems[k].Cat == Unit {
			break
		}
		e, n := &elems[k+1], &elems[k+2]
		if elems[k].Cat == Comma && e.Forms&lexicon.Gerund != 0 && e.Unit < 0 && !e.Is(lexicon.Including) &&
			(n.Cat == Unit || n.Unit < 0 && n.Is(lexicon.Indefinite) && k+3 < len(elems) && elems[k+3].Cat == Unit) {
			return k + 1
		}
	}
	return 0
}

// verbAfter returns the finite verb or auxiliary right after the comma k, adverbs and times between; 0 if there is none.
func (s *Sentence) verbAfter(k int) int {
	elems := s.Elems
	for k++; k < len(elems); k++ {
		e := &elems[k]
		if e.Cat == When || e.Unit < 0 && e.Is(lexicon.Adv) && !e.Is(lexicon.Aux) && e.Verb == 0 ||
			e.Unit < 0 && e.Is(lexicon.Prep) && k+1 < len(elems) && elems[k+1].Cat == When {
			continue
		}
		switch {
		case e.Unit >= 0 || k+1 >= len(elems) || s.Style == Plain && e.Cap:
		case e.Is(lexicon.Aux) && !e.Is(lexicon.Rel|lexicon.Pronoun):
			return k
		case e.Forms&(lexicon.Past|lexicon.Third) == 0 || e.Is(lexicon.Nounish):
		case elems[k+1].ID == s.rules.By && e.Forms&lexicon.Part != 0: // "…, backed by Foo, raised"
		case elems[k+1].Cat == Comma: // "that designs, makes, and sells"
		default:
			return k
		}
		return 0
	}
	return 0
}

// verbBefore reports whether the comma k follows a verb, so that one after it is another of the same: "designs, makes and sells".
func (s *Sentence) verbBefore(k int) bool {
	e := &s.Elems[k-1]
	return e.Unit < 0 && e.Forms&(lexicon.Past|lexicon.Third) != 0 && !e.Is(lexicon.Nounish|lexicon.Common)
}

// mayOpen reports whether the words of o may be a name.
func (s *Sentence) mayOpen(o *Opening) bool {
	elems := s.Elems
	first := &elems[o.From]
	small, names := 0, 0 // words in small letters, and those that may be more than a time
	for i := o.From; i < o.To; i++ {
		e := &elems[i]
		switch {
		case e.Unit < 0 && s.toks[e.From].Kind == token.Punct:
			continue
		case e.Unit < 0 && s.toks[e.From].Kind == token.Word && !e.Cap && (!e.Is(joinsName) || e.Is(lexicon.Companynoun)):
			if small++; e.Is(lexicon.Rel|lexicon.Pronoun|lexicon.Aux) || e.Forms&lexicon.Past != 0 ||
				e.Forms&lexicon.Third != 0 && !e.Is(lexicon.Common|lexicon.Companynouns) ||
				i+1 < o.To && e.Is(lexicon.Companynoun|lexicon.Title|lexicon.Anaphor|lexicon.Investornoun) {
				return false // "Foo said that Bar, a maker of", "Oslo startup Foo, a maker of"
			}
		case e.Cat == Unit:
			return false
		}
		names++
	}
	switch {
	case names == 0, first.Is(lexicon.Pronoun) && first.Is(lexicon.Det), s.anotherSubject(o):
		return false
	case first.Is(lexicon.Sub) && names > 1 && elems[o.From+1].ID == 0:
		return false // "After Foo, a startup, raised"
	case first.Is(lexicon.Det) && first.Unit < 0 && !first.Is(lexicon.Number):
		return false // "The company, a maker of", "Its rival, a"
	case first.Is(lexicon.Prep|lexicon.Adv|lexicon.Sub|lexicon.Starter) || first.Cat == When || small > 0:
		return s.namesItself(o, small)
	}
	return true
}

// joinsName are the classes of words that stand in small letters in a name.
const joinsName = lexicon.Conj | lexicon.Prep | lexicon.Det | lexicon.Legal

// anotherSubject reports whether another name with an explanation of its own follows after a conjunction:
// "Foo, a fund, and Bar, a bank, led".
func (s *Sentence) anotherSubject(o *Opening) bool {
	for k := o.Aside; k+1 < o.Main; k++ {
		if s.Elems[k].Is(lexicon.Conj) && s.Elems[k].Unit < 0 && s.Elems[k+1].Cap {
			for k++; k < o.Main && s.Elems[k].Cap; k++ {
			}
			if s.asideAt(k) > 0 {
				return true
			}
		}
	}
	return false
}

// namesItself is asked of words that would seldom be a name, small of them in small letters. They are one if the
// explanation says what a company is, and no other name stands right before the verb: "In May, a startup, Foo, raised".
func (s *Sentence) namesItself(o *Opening, small int) bool {
	elems := s.Elems
	last := &elems[o.To-1]
	time := last.Cat == When || last.Is(lexicon.Place|lexicon.State|lexicon.Month|lexicon.Timeunit)
	if time && o.To-o.From > 1 {
		return false // "In May, a startup"
	}
	if small > 0 && last.Is(lexicon.Anaphor|lexicon.Companynoun|lexicon.People|lexicon.Investornoun) && !last.Cap {
		return false
	}
	company := false
	for k := o.Aside; k < o.Main && !company; k++ {
		e := &elems[k]
		company = e.Unit < 0 && (e.Is(lexicon.Companynoun) || e.Compound && e.Is(lexicon.Modifier))
	}
	if !company {
		return false
	}
	comma := o.Main - 1
	for elems[comma].Cat != Comma {
		comma--
	}
	k := comma - 1
	for k > o.Aside && elems[k].Cap && elems[k].Unit < 0 && !elems[k].Is(lexicon.Place|lexicon.State|lexicon.Legal) {
		k--
	}
	return k == comma-1 || elems[k].Cat != Comma
}
