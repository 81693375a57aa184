package lexicon

// The functions of this file ask the English lexicon. They stand for its methods
// until every stage is given a *Lexicon, and then go.

// English returns the lexicon of English.
func English() *Lexicon { return &english }

// At is Lexicon.At.
func At(id ID) *Entry { return &entries[id%room] }

// CuesOf is Lexicon.CuesOf.
func CuesOf(id ID) Cue { return cues[id%room] }

// SortOf is Lexicon.SortOf.
func SortOf(id ID) Sort { return sorts[id%room] }

// Key is Lexicon.Key.
func Key(id ID) string { return keys[keyStart[id]:keyStart[id+1]] }

// Known is Lexicon.Known.
func Known(id ID) bool { return id-1 < lastKnown }

// Has is Lexicon.Has.
func Has(id ID, t Trait) bool { return english.Has(id, t) }

// VerbHas is Lexicon.VerbHas.
func VerbHas(v uint16, t Trait) bool { return english.VerbHas(v, t) }

// VerbName is Lexicon.VerbName.
func VerbName(v uint16) string { return verbNames[v] }

// Verb is Lexicon.Verb.
func Verb(lemma string) uint16 { return english.Verb(lemma) }

// Find is Lexicon.Find.
func Find(word string) ID { return english.Find(word) }

// FindIn is Lexicon.FindIn.
func FindIn(text string, from, to int) ID { return english.FindIn(text, from, to) }

// FindLong is Lexicon.FindLong.
func FindLong(text string, from, to int) ID { return english.FindLong(text, from, to) }

// FindAll is Lexicon.FindAll.
func FindAll(words []uint64, ids []ID, others []int32) int {
	return english.FindAll(words, ids, others)
}

// Cased is Lexicon.Cased.
func Cased(word string) bool { return english.Cased(word) }

// MayPair is Lexicon.MayPair.
func MayPair(a, b ID) bool { return english.MayPair(a, b) }

// PhrasesOf is Lexicon.PhrasesOf.
func PhrasesOf(id ID) Phrase { return Phrase(phraseStart[id]) }

// Next is Lexicon.NextPhrase.
func (p Phrase) Next() Phrase { return english.NextPhrase(p) }

// Words is Lexicon.PhraseWords.
func (p Phrase) Words() int { return english.PhraseWords(p) }

// ID is Lexicon.PhraseID.
func (p Phrase) ID() ID { return english.PhraseID(p) }

// Begins is Lexicon.BeginsPhrase.
func (p Phrase) Begins(ids []ID) bool { return english.BeginsPhrase(p, ids) }

// CurrencyAt is Lexicon.CurrencyAt.
func CurrencyAt(cur uint16) *Currency { return english.CurrencyAt(cur) }

// CurrencyOf is Lexicon.CurrencyOf.
func CurrencyOf(code string) uint16 { return english.CurrencyOf(code) }

// NamesUnit is Lexicon.NamesUnit.
func NamesUnit(id ID) bool { return english.NamesUnit(id) }

// FamilyOf is Lexicon.FamilyOf.
func FamilyOf(id ID) *Family { return english.FamilyOf(id) }

// FamilyOfSign is Lexicon.FamilyOfSign.
func FamilyOfSign(mark rune) *Family { return english.FamilyOfSign(mark) }
