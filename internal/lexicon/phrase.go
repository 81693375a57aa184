package lexicon

import "example.com/funding/internal/lexicon/compile"

// Phrase is a phrase that begins with a certain word; 0 is none.
type Phrase uint16

// MayPair reports whether a phrase may begin with the words a and b. It tells
// most pairs that begin none, and spares who asks it the list of the phrases of a.
func (l *Lexicon) MayPair(a, b ID) bool {
	h := compile.PairHash(uint16(a), uint16(b))
	return l.t.Pairs[h/64]>>(h%64)&1 != 0
}

// PhrasesOf returns the first of the phrases that begin with the word id, the longest first.
func (l *Lexicon) PhrasesOf(id ID) Phrase {
	if int(id) < len(l.t.PhraseStart) {
		return Phrase(l.t.PhraseStart[id])
	}
	return 0
}

// NextPhrase returns the phrase after p that begins with the same word, 0 if there is none.
func (l *Lexicon) NextPhrase(p Phrase) Phrase {
	if n := p + 1 + Phrase(l.t.Phrases[p]); l.t.Phrases[n] != 0 {
		return n
	}
	return 0
}

// PhraseWords returns how many words p has.
func (l *Lexicon) PhraseWords(p Phrase) int { return int(l.t.Phrases[p]) }

// PhraseID returns the entry of p.
func (l *Lexicon) PhraseID(p Phrase) ID { return ID(l.t.Phrases[p+1]) }

// BeginsPhrase reports whether the words ids, of which the first is that of p, begin with p.
func (l *Lexicon) BeginsPhrase(p Phrase, ids []ID) bool {
	n := l.PhraseWords(p)
	if n > len(ids) {
		return false
	}
	for k := 1; k < n; k++ {
		if l.t.Phrases[int(p)+1+k] != uint16(ids[k]) {
			return false
		}
	}
	return true
}
