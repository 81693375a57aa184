package grammar

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// CoinedRow says that a word of which the lexicon knows no verb is one all the same, right before an amount: "Foo wangles $5M".
type CoinedRow struct {
	Name, Example string
	Forms         lexicon.Form
	When          func(s *Sentence, i, amount int) bool
}

const (
	maxCoined     = 12 // how many elements from the beginning such a verb stands at most
	maxBeforeUnit = 4  // how many elements may stand between it and the amount: "turfs up another $5M"
	maxMisspelled = 12 // letters of a word that is looked up with two of them changed round
)

// coin finds a verb that the lexicon does not have: a word between a name and the first amount of the sentence.
func (s *Sentence) coin() {
	unit := s.unit1
	if unit == 0 {
		return
	}
	i := unit - 1
	for i > 0 && i > unit-maxBeforeUnit && s.Elems[i].Unit < 0 && s.Elems[i].Is(lexicon.Prep|lexicon.Indefinite|lexicon.Further) {
		i--
	}
	e := &s.Elems[i]
	if i == 0 || e.Unit >= 0 || e.Verb != 0 || e.To != e.From+1 || s.toks[e.From].Kind != token.Word {
		return
	}
	if e.ID == 0 && !e.Cap && s.misspelled(e) || i > maxCoined {
		return
	}
	for k := range s.rules.Coined {
		if row := &s.rules.Coined[k]; row.When(s, i, unit) {
			e.Verb, e.Forms, e.Cat = s.rules.Coins, row.Forms, open
			return
		}
	}
}

// misspelled gives e, an unknown word, what the lexicon has of the verb form that it is with two letters changed round: "rasied".
func (s *Sentence) misspelled(e *Element) bool {
	w := s.text[s.toks[e.From].Start:s.toks[e.From].End]
	if len(w) < 5 || len(w) > maxMisspelled {
		return false
	}
	var buf [maxMisspelled]byte
	b := buf[:copy(buf[:], w)]
	for i := 1; i+1 < len(b); i++ {
		b[i], b[i+1] = b[i+1], b[i]
		if id := s.Lex.Find(string(b)); id != 0 {
			if entry := s.Lex.At(id); entry.Verb != 0 && entry.Forms&(lexicon.Past|lexicon.Third) != 0 {
				e.ID, e.Class, e.Verb, e.Forms, e.Cat = id, entry.Class, entry.Verb, entry.Forms, open
				return true
			}
		}
		b[i], b[i+1] = b[i+1], b[i]
	}
	return false
}
