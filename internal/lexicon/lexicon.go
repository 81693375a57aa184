// Package lexicon is the word store. It answers one question: what is this word or phrase?
//
// A word has classes, which the hot path asks for many at once ([Entry.Is]), and traits, which say what part
// it plays in one reading ([Lexicon.Has]). Both are rows of the data files of a language. A [Lexicon] is the words of one
// language as a value: made of tables that are compiled in ([Of]), or of the rows themselves when a program runs ([New]).
//
// The classes, traits and cues are what engines ask for, the same in all languages; those that the rows of English open are
// the constants of classes.go.
package lexicon

import (
	"unicode/utf8"

	"example.com/funding/internal/lexicon/compile"
)

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

// Cue is a set of hints at what a word may begin or bring; see cues.txt among the data of English.
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

// Lexicon is the words of one language. It is never changed and may be used by many goroutines at once.
type Lexicon struct {
	t     Tables
	ascii [utf8.RuneSelf]Sign // what is known of the marks in ASCII: most that are asked about are no signs
}

// Of returns the lexicon of the tables, which must stay as they are.
func Of(t *Tables) *Lexicon {
	l := &Lexicon{t: *t}
	for _, s := range t.Signs {
		if s.Mark < utf8.RuneSelf {
			l.ascii[s.Mark] = s
		}
	}
	return l
}

// Len returns how many entries there are, that of unknown words included: IDs are below it.
func (l *Lexicon) Len() int { return len(l.t.KeyAt) - 1 }

// At returns the entry of id.
func (l *Lexicon) At(id ID) *Entry {
	if int(id) < len(l.t.Entries) {
		return &l.t.Entries[id]
	}
	return &l.t.Plain
}

// CuesOf returns the cues of id.
func (l *Lexicon) CuesOf(id ID) Cue {
	if int(id) < len(l.t.Cues) {
		return l.t.Cues[id]
	}
	return 0
}

// SortOf returns the sort of the word or phrase id.
func (l *Lexicon) SortOf(id ID) Sort {
	if int(id) < len(l.t.Sorts) {
		return l.t.Sorts[id]
	}
	return Nominal
}

// Key returns the word or phrase of id as it stands in the data, in lower case; "" for 0.
func (l *Lexicon) Key(id ID) string {
	at := l.keyStart(id)
	return l.t.Keys[at : at+uint32(l.t.KeyAt[id+1]-l.t.KeyAt[id])]
}

// keyStart returns where the key of id begins.
func (l *Lexicon) keyStart(id ID) uint32 {
	block := l.t.KeyBlock[id>>8]
	return block + uint32(l.t.KeyAt[id]-uint16(block))
}

// Known reports whether id is that of a word that says something by itself:
// 0 is that of every unknown word, and some stand only in phrases.
func (l *Lexicon) Known(id ID) bool { return id > l.t.Parts }

// Has reports whether the word or phrase id has the trait t. An unknown word has none.
func (l *Lexicon) Has(id ID, t Trait) bool {
	return int(id) < len(l.t.TraitsOf) && l.t.TraitSets[l.t.TraitsOf[id]][t/64]>>(t%64)&1 != 0
}

// VerbHas reports whether the verb v has the trait t. 0, which is no verb, has none.
func (l *Lexicon) VerbHas(v uint16, t Trait) bool {
	return l.t.TraitSets[l.t.VerbTraits[v]][t/64]>>(t%64)&1 != 0
}

// VerbName returns the lemma of a verb number.
func (l *Lexicon) VerbName(v uint16) string { return l.Key(l.t.Verbs[v]) }

// VerbCount returns how many verb numbers there are; 0 is none.
func (l *Lexicon) VerbCount() int { return len(l.t.Verbs) }

// Verb returns the number of a lemma, 0 if it is not listed.
func (l *Lexicon) Verb(lemma string) uint16 { return l.At(l.Find(lemma)).Verb }
