package grammar

import (
	"slices"

	"example.com/funding/internal/lexicon"
)

// Certainty says whether what a clause tells has happened.
type Certainty uint8

const (
	Certain Certainty = iota // "raised", "has raised", "managed to raise"
	Planned                  // "plans to raise", "will raise", "is raising"
	Failed                   // "failed to raise"
)

// String returns the name of c in small letters.
func (c Certainty) String() string { return [...]string{"certain", "planned", "failed"}[c] }

// Tense is the words that tell when something happened, and whether it did, beside the classes of the lexicon.
type Tense struct {
	Earlier  []lexicon.ID // before a verb: it tells of an earlier event, "previously raised"
	Reported []lexicon.ID // before an infinitive: it is told of a plan, "said to back"
	Telling  []uint16     // verbs that in progress tell of what has happened: "is announcing"
}

// Earlier reports whether the clause, which has a verb, tells of an earlier event than the sentence does:
// "after raising", "previously raised", "last raised", "had raised"; but "said that it had raised" is what has just happened.
func (s *Sentence) Earlier(c *Clause) bool {
	nd := &s.Nodes[c.Verb]
	if nd.VG.Form == Gerund {
		if r := s.RelationBefore(c.Verb); r == After || r == Since {
			return true
		}
	}
	to := nd.To
	if nd.VG.Perfect && s.reported(c) {
		to = nd.From
	}
	elems := s.Elems[max(0, nd.From-2):to]
	for i := range elems {
		if elems[i].Cat != When && slices.Contains(s.rules.Tense.Earlier, s.ids[elems[i].From]) {
			return true
		}
	}
	return false
}

// reported reports whether the clause is what a verb of saying governs.
func (s *Sentence) reported(c *Clause) bool {
	if c.Parent < 0 || c.Rel || s.Clauses[c.Parent].Verb < 0 {
		return false
	}
	g := &s.Nodes[s.Clauses[c.Parent].Verb].VG
	return s.Elems[g.Main].Is(lexicon.Say) || s.Lex.VerbHas(g.Verb, lexicon.TraitAnnounces)
}

// RelationBefore returns the relation that the preposition before node k makes, adverbs between them skipped;
// OtherRelation if there is none, or one of several words.
func (s *Sentence) RelationBefore(k int) Relation {
	for k--; k >= 0; k-- {
		n := &s.Nodes[k]
		switch Cat(n.Kind) {
		case Prep:
			if e := &s.Elems[n.From]; e.To == e.From+1 {
				return s.rules.Relation(s.ids[e.From])
			}
			return OtherRelation
		case Adv, Quote:
		default:
			return OtherRelation
		}
	}
	return OtherRelation
}

// Certainty tells planned and failed events by the verb of clause ci, which has one, and the words before it.
func (s *Sentence) Certainty(ci int) Certainty {
	c := &s.Clauses[ci]
	nd := &s.Nodes[c.Verb]
	g := &nd.VG
	switch {
	case g.Form == Infinitive:
		return s.governed(c, g.Perfect)
	case g.Future:
		return Planned
	case g.Doing && !g.Perfect:
		if slices.Contains(s.rules.Tense.Telling, g.Verb) {
			return Certain
		}
		return Planned
	case g.Form != Gerund:
		return Certain
	case c.Parent < 0 && c.Rel && !s.finiteClauseAfter(ci):
		return Planned // a headline without other verb: "Foo raising $5M"
	case c.Parent >= 0 && s.planBefore(nd.From):
		return Planned
	}
	return Certain
}

// governed tells the certainty of an infinitive by what governs it: "in talks to", "plans to", "managed to".
// By itself it tells of a plan: "Foo to raise $5M".
// What is done already, nobody plans: "is reported to have raised $5M".
func (s *Sentence) governed(c *Clause, done bool) Certainty {
	from := s.Nodes[c.Verb].From
	if from > 0 && !done && slices.Contains(s.rules.Tense.Reported, s.ids[s.Elems[from-1].From]) {
		return Planned // "Foo said to back Bar"
	}
	if from > 0 && !done && s.Elems[from-1].Cat == Aux {
		return Planned // "is to receive"
	}
	for i := from - 1; i >= 0 && i > from-9; i-- {
		e := &s.Elems[i]
		if e.Is(lexicon.Failcue) {
			return Failed
		}
		if e.Is(lexicon.Pendcue) {
			return Planned
		}
		if e.Cat == Stop || e.Cat == Semi {
			break
		}
	}
	if c.Parent < 0 && !done {
		return Planned
	}
	return Certain
}

// planBefore reports whether a word for a plan stands closely before the gerund at element i: "in talks about raising".
func (s *Sentence) planBefore(i int) bool {
	if i == 0 || s.Elems[i-1].Cat == Comma {
		return false
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if s.Elems[j].Is(lexicon.Pendcue) && s.Elems[j].Cat != Verb {
			return true
		}
	}
	return false
}

// finiteClauseAfter reports whether a clause after number ci has a finite verb.
func (s *Sentence) finiteClauseAfter(ci int) bool {
	for j := ci + 1; j < len(s.Clauses); j++ {
		if s.finite(s.Clauses[j].Verb) {
			return true
		}
	}
	return false
}
