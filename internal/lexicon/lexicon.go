// Package lexicon is the word store: rows of data/*.txt compiled into static
// tables that cost nothing at start-up. It answers one question: what is this word or phrase?
//
// A word has classes, which the hot path asks for many at once ([Entry].Is), and traits, which say what part
// it plays in one reading ([Has]). Both are rows of the data files. A [Lexicon] is the words of one language as
// a value; that of English is compiled in, and the functions of the package ask it.
package lexicon

import "example.com/funding/internal/lexicon/compile"

//go:generate go run ./gen

// Class is a set of word classes; the bits are generated from the @class lines of the data files.
type Class uint64

// Form is a set of verb forms that a spelling may stand for.
type Form uint8

const (
	Base   Form = compile.Base   // raise
	Third  Form = compile.Third  // raises
	Past   Form = compile.Past   // raised
	Part   Form = compile.Part   // raised, given
	Gerund Form = compile.Gerund // raising
)

// ID names a word or phrase; 0 is every unknown one.
type ID uint16

// Entry is what is known of a word.
type Entry struct {
	Class    Class
	Value    int16  // of a number, magnitude, month, weekday, ordinal, unit or qualifier
	Verb     uint16 // the lemma, see VerbName; 0 if it is no verb
	Currency uint16 // number of the currency that the word names by default, see Currencies; 0 if none
	Forms    Form
	Words    uint8 // the longest phrase that begins with this word, in words
}

// Is reports whether the entry belongs to one of the classes c.
func (e *Entry) Is(c Class) bool { return e.Class&c != 0 }

// Cue is a set of hints at what a word may begin or bring; see data/cues.txt.
type Cue uint8

// Sort says what a word in small letters can be in a sentence.
type Sort uint8

const (
	// Nominal is nothing but a noun, an adjective or the like: of no grammatical class, no verb, and without the ending of adverbs.
	Nominal  Sort = compile.Nominal
	OnlyPrep Sort = compile.OnlyPrep // a preposition, besides at most a noun
	OnlyDet  Sort = compile.OnlyDet  // a determiner and no number, besides at most a noun
	Open     Sort = compile.Open     // what its neighbours make of it
)

// Grammatical are the classes of the words that sentences are built with.
const Grammatical = Conj | Rel | Pronoun | Aux | Prep | Sub | Adv | Det | Including

// Trait is a part that a word or verb plays in one reading; the constants are
// generated from the @trait lines of the data files, with what they mean. A word may have any number of them.
type Trait uint8

// traitSet has a bit for each trait.
type traitSet = compile.TraitSet

// Sizes of arrays. They are the same for all languages, so that a look-up needs no check of bounds.
const (
	room      = compile.Room
	slotCount = compile.Slots
	seedCount = compile.Seeds
	pairWords = compile.PairBits / 64
)

// Lexicon is the words of one language. It is never changed and may be used by many goroutines at once.
type Lexicon struct {
	entries *[room]Entry
	cues    *[room]Cue
	sorts   *[room]Sort

	keys     string   // of all entries, one after the other
	keyStart []uint32 // where that of each entry begins
	known    ID       // entries up to this one are known by themselves
	table    *[slotCount]slot
	seeds    *[seedCount]uint16
	factor   uint64

	phraseStart []uint16 // where in phrases those begin that begin with each entry, 0 if there are none
	phrases     []uint16 // of each: its words, its entry, the entries of its words but the first; 0 after the last of a word
	pairs       *[pairWords]uint64

	traitsOf   []uint16 // of each entry, the number of the set of its traits; those beyond the end have none
	verbTraits []uint16 // the same of each verb
	traitSets  []traitSet

	verbs []string // the lemmas

	currencies []Currency
	families   []Family // those with the same first member follow each other
	signs      []sign   // in the order of the marks
	cased      []string // codes and signs that are not all capitals, in order
}

// Len returns how many entries there are, that of unknown words included: IDs are below it.
func (l *Lexicon) Len() int { return len(l.keyStart) - 1 }

// At returns the entry of id.
func (l *Lexicon) At(id ID) *Entry { return &l.entries[id%room] }

// CuesOf returns the cues of id.
func (l *Lexicon) CuesOf(id ID) Cue { return l.cues[id%room] }

// SortOf returns the sort of the word or phrase id.
func (l *Lexicon) SortOf(id ID) Sort { return l.sorts[id%room] }

// Key returns the word or phrase of id as it stands in the data, in lower case; "" for 0.
func (l *Lexicon) Key(id ID) string { return l.keys[l.keyStart[id]:l.keyStart[id+1]] }

// Known reports whether id is that of a word that says something by itself:
// 0 is that of every unknown word, and some stand only in phrases.
func (l *Lexicon) Known(id ID) bool { return id-1 < l.known }

// Has reports whether the word or phrase id has the trait t. An unknown word has none.
func (l *Lexicon) Has(id ID, t Trait) bool {
	return int(id) < len(l.traitsOf) && l.traitSets[l.traitsOf[id]][t/64]>>(t%64)&1 != 0
}

// VerbHas reports whether the verb v has the trait t. 0, which is no verb, has none.
func (l *Lexicon) VerbHas(v uint16, t Trait) bool {
	return l.traitSets[l.verbTraits[v]][t/64]>>(t%64)&1 != 0
}

// VerbName returns the lemma of a verb number.
func (l *Lexicon) VerbName(v uint16) string { return l.verbs[v] }

// VerbCount returns how many verb numbers there are; 0 is none.
func (l *Lexicon) VerbCount() int { return len(l.verbs) }

// Verb returns the number of a lemma, 0 if it is not listed.
func (l *Lexicon) Verb(lemma string) uint16 { return l.At(l.Find(lemma)).Verb }
