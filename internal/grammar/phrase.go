package grammar

import (
	"slices"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// stretch is the part of a sentence in which a verb looks for its subject.
type stretch struct {
	from int
	sub  bool // a subordinating conjunction opens it
}

// verbAt is the node of a verb group and the stretch it stands in, parentheses not regarded.
type verbAt struct {
	node    int
	stretch stretch
}

// Group joins elements to nodes, once every element has a category: noun phrases as the phrase rows say, and verb groups.
func (s *Sentence) Group() {
	elems := s.Elems
	nodes := slices.Grow(s.Nodes[:0], len(elems))[:len(elems)]
	n := 0
	s.parens, s.verbs, s.open = false, s.verbs[:0], stretch{}
	for i := 0; i < len(elems); n++ {
		k := &nodes[n]
		*k = Node{From: i}
		switch c := elems[i].Cat; c {
		case Noun, Name, Det, Unit, Poss:
			k.Kind = NP
			i = s.nounPhrase(i, k)
		case Pron:
			if k.Kind, k.Class, k.Holds = NP, elems[i].Class, Pronoun; elems[i].Cap {
				k.Holds |= Capitals
			}
			i++
		case Aux, Verb, To:
			k.Kind = VG
			i = s.verbGroup(i, n, &k.VG)
		case Semi, Colon, Stop, Sub:
			k.Kind = Kind(c)
			s.open = stretch{n + 1, c == Sub}
			i++
		case LParen, RParen:
			k.Kind = Kind(c)
			s.parens = true
			i++
		default:
			k.Kind = Kind(c)
			i++
		}
		k.To = i
	}
	s.Nodes = nodes[:n]
}

// Place is an element that a noun phrase may go on over: what phrase rows decide by.
type Place struct {
	S        *Sentence
	From, At int  // the first element of the phrase, and the one that is asked about; At > From
	Dets     bool // nothing but determiners, and adverbs among them, stands before it in the phrase
}

// Before returns the category of the element before the place, which is in the phrase.
func (p *Place) Before() Cat { return p.S.Elems[p.At-1].Cat }

// After returns the category of the element after the place, Stop at the end of the sentence.
func (p *Place) After() Cat {
	if p.At+1 < len(p.S.Elems) {
		return p.S.Elems[p.At+1].Cat
	}
	return Stop
}

// nounPhrase reads the noun phrase that begins with element i into k, and returns the element after it.
func (s *Sentence) nounPhrase(i int, k *Node) int {
	elems, asked := s.Elems, s.rules.nounClasses
	p := &s.place
	p.S, p.From, p.Dets = s, i, true
	class, holds := lexicon.Class(0), Holding(0)
	j := i
	for ; j < len(elems); j++ {
		e := &elems[j]
		if j > i && (e.Cat > Name || e.Is(asked) || s.rules.allNouns) && !s.goesOnOver(j, e) {
			break
		}
		class |= e.Class
		switch e.Cat {
		case Noun, Name:
			p.Dets = false
			if e.Cat == Name { // all words with a capital here are
				holds |= Capitals
			}
			if e.Joined || e.Cat == Noun && !s.Lex.Known(e.ID) {
				holds |= s.oddity(e)
			}
			continue
		case Unit:
			p.Dets = false
			holds |= Units
		case Poss:
			p.Dets = false
			holds |= Owners
		}
		if e.Cap {
			holds |= Capitals
		}
		if e.Joined {
			holds |= s.oddity(e)
		}
	}
	k.Class, k.Holds = class, holds
	return j
}

// goesOnOver reports whether the noun phrase of s.place goes on over element j, which e is.
func (s *Sentence) goesOnOver(j int, e *Element) bool {
	p, rows := &s.place, &s.rules.phrases[e.Cat]
	p.At = j
	for _, row := range rows.rows {
		if (row.Of == 0 || e.Is(row.Of)) && (row.When == nil || row.When(p)) {
			return row.GoesOn
		}
	}
	return rows.goesOn
}

// oddity returns what the word e, which is unknown or written together of several tokens, is for a noun phrase.
func (s *Sentence) oddity(e *Element) Holding {
	h := Holding(0)
	if e.Joined {
		h |= Joints
	}
	if e.Cat == Noun && !s.Lex.Known(e.ID) && (e.Joined || s.toks[e.From].Kind != token.Number) {
		h |= Unknown
	}
	return h
}

// NearUnit reports whether element j is an amount said to be close: "close to $40M".
func (s *Sentence) NearUnit(j int) bool {
	if s.Elems[j].Unit < 0 {
		return false
	}
	w, near := s.Word(j), s.rules.Near
	return len(w) > len(near) && strings.EqualFold(w[:len(near)], near)
}

// verbGroup reads auxiliaries, adverbs and the main verb, from element i on, into g, which is of that node,
// and returns the element after them: "has not yet raised", "to be led".
func (s *Sentence) verbGroup(i, node int, g *Group) int {
	s.verbs = append(s.verbs, verbAt{node, s.open})
	elems := s.Elems
	g.Main = i
	if i > 0 && elems[i-1].Cat == Adv && elems[i-1].Is(lexicon.Neg) {
		g.Neg = true // "never closed"
	}
	v := voice{g: g}
	j := i
	if elems[i].Cat == To {
		g.Form = Infinitive
		j++
	}
	for ; j < len(elems); j++ {
		e := &elems[j]
		switch e.Cat {
		case Aux:
			g.Main = j
			v.auxiliary(e, e.Is(lexicon.Be) && e.Is(lexicon.Perfect) && s.isHas(j))
			continue
		case Adv:
			if to := s.adverbsTo(j); to > j && (v.aux || g.Form == Infinitive) {
				for ; j < to; j++ {
					if elems[j].Is(lexicon.Neg) {
						g.Neg = true
					}
				}
				j--
				continue
			}
		case When:
			if v.aux && j+1 < len(elems) && elems[j+1].Cat == Verb {
				continue // "was last year sold"
			}
		case Verb:
			g.Verb, g.Sense, g.Main = e.Verb, e.Verb, j
			if v.main(e.Forms) && s.participle(j) {
				g.Form, g.Passive = Participle, true
			}
			return j + 1
		}
		break
	}
	return max(j, i+1)
}

// voice is what the auxiliaries of a verb group say.
type voice struct {
	g             *Group
	be, have, aux bool
}

// auxiliary adds the auxiliary e; has tells that it is a contracted "has".
func (v *voice) auxiliary(e *Element, has bool) {
	v.aux = true
	if e.Is(lexicon.Be) && !has {
		v.be = true
	} else if e.Is(lexicon.Perfect) {
		v.have = true
		v.g.Perfect = true
	}
	v.g.Future = v.g.Future || e.Is(lexicon.Future)
	v.g.Neg = v.g.Neg || e.Is(lexicon.Neg)
}

// main notes what the main verb, which has the forms f, makes of the group.
// It reports whether it may be a participle: a past form without an auxiliary.
func (v *voice) main(f lexicon.Form) bool {
	switch {
	case v.be && f&lexicon.Gerund != 0 && f&lexicon.Part == 0:
		v.g.Doing = true
	case v.be && f&lexicon.Part != 0:
		v.g.Passive = true
	case v.have, v.aux, v.g.Form == Infinitive:
	case f&lexicon.Gerund != 0 && f&(lexicon.Base|lexicon.Third) == 0:
		v.g.Form = Gerund
	default:
		return f&(lexicon.Past|lexicon.Part) != 0 && f&lexicon.Base == 0
	}
	return false
}

// adverbsTo returns the verb or auxiliary that follows the adverbs from element j on, j if none does.
func (s *Sentence) adverbsTo(j int) int {
	k := j
	for k < len(s.Elems) && s.Elems[k].Cat == Adv {
		k++
	}
	if k < len(s.Elems) && Cats(1<<Verb|1<<Aux).Has(s.Elems[k].Cat) {
		return k
	}
	return j
}

// isHas reports whether the contracted auxiliary at j ("it's raised") is "has": a participle follows and no "by" after that.
func (s *Sentence) isHas(j int) bool {
	for k := j + 1; k < len(s.Elems); k++ {
		switch s.Elems[k].Cat {
		case Adv:
		case Verb:
			by := k+1 < len(s.Elems) && s.Elems[k+1].ID == s.rules.By && !s.Elems[k+1].Cap
			return s.Elems[k].Forms&lexicon.Part != 0 && !by
		default:
			return false
		}
	}
	return false
}

// participle reports whether the past form at j, which has no auxiliary, is a participle: "led by", not "led the round".
func (s *Sentence) participle(j int) bool {
	if s.Elems[j].Forms&lexicon.Part == 0 {
		return false
	}
	n, p := s.Next(j), s.before(j)
	switch {
	case n < 0:
		return p != Name
	case p == Rel, p == Pron, !s.Elems[n].Is(lexicon.Prep):
		return false
	case s.Elems[n].ID == s.rules.By, p == Stop:
		return true // "led by", "Founded in 2012, ..."
	}
	return p == Unit && !s.Elems[j].Is(lexicon.Say)
}
