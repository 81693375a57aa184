package lexicon

import "example.com/funding/internal/lexicon/compile"

// Sizes of arrays. They are the same for all languages, so that a look-up needs no check of bounds.
const (
	SlotCount = compile.Slots
	SeedCount = compile.Seeds
	PairWords = compile.PairBits / 64
)

// Tables are what the rows of a language have become. The generator prints them, and New makes them; only look-ups read them.
type Tables struct {
	// Of each entry, by its number. Entries are numbered so that the tables are short: an entry beyond the end of one is
	// Plain, has no cues, is Nominal, begins no phrase or has no traits.
	Entries     []Entry
	Cues        []Cue
	Sorts       []Sort
	PhraseStart []uint16 // where in Phrases those begin that begin with it, 0 if there are none
	TraitsOf    []uint16 // the number of the set of its traits
	Plain       Entry
	Parts       ID // entries up to this one are only parts of phrases, the others words that are known by themselves

	Keys     string   // of all entries, one after the other
	KeyBlock []uint32 // where those of each 256 entries begin
	KeyAt    []uint16 // where that of each entry begins, modulo 1<<16; one more than there are entries

	// Two hash tables, each with a slot for each key and no two keys in one (perfect hashes): of the keys of up to eight
	// bytes, which their slots hold, and of the others.
	Short                   *[SlotCount]Slot
	Long                    *[SlotCount]ID
	ShortSeeds, LongSeeds   *[SeedCount]uint16
	ShortFactor, LongFactor uint64

	Phrases []uint16 // of each: its words, its entry, the entries of its words but the first; 0 after the last of a word
	Pairs   *[PairWords]uint64

	VerbTraits []uint16 // of each verb, the number of the set of its traits
	TraitSets  []TraitSet
	Verbs      []ID // the entries of the lemmas

	Currencies []Currency
	Families   []Family // those with the same first member follow each other
	Signs      []Sign   // in the order of the marks
	Cased      []string // codes and signs that are not all capitals, in order
}

// TraitSet has a bit for each trait.
type TraitSet = compile.TraitSet

// Slot is a place of the hash table of short keys.
type Slot struct {
	Not  uint64 // the complement of the key, the first byte lowest; of an empty slot 0, which no key has
	ID   ID
	Size uint8 // twice the length of the key, plus 1 if it is loud: a single letter, or with a cue, or only of phrases
}

// Sign is a mark that stands for a currency.
type Sign struct {
	Mark     rune
	Currency uint16
	Family   uint8 // that shares it, counted from 1; 0 if none does
}
