// Package compile turns the rows of a language's data files into the tables that package lexicon looks words up in.
//
// Two use it: the generator, which prints the tables of a language as Go, and lexicon.New, which
// makes them when a program runs. What it makes is plain numbers and strings, so that the generator needs no package
// lexicon, which might not compile while its tables are being made.
package compile

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// Names are the classes, cues and traits that rows may speak of, each list in the order of its numbers.
type Names struct{ Classes, Cues, Traits []string }

// Tables is what the rows have become.
type Tables struct {
	Names
	TraitDocs []string // what each trait means, as the comment above its line says

	// Of each entry, by its number; that of number 0 is that of every unknown word.
	Entries     []Entry
	PhraseStart []uint16 // where in Phrases those begin that begin with it, 0 if there are none, as of entries beyond the end
	TraitsOf    []uint16 // the number of the set of its traits in TraitSets; entries beyond the end have none
	KeyStart    []uint32 // where its key begins in Keys; one more than there are entries

	// A language has thousands of words of which nothing is known but that they are common. They come last, so that their
	// entries need not be stored: from number Plain on all are alike, and begin no phrase.
	Plain int
	Parts uint16 // entries up to this one are only parts of phrases, the others words that say something by themselves

	Keys    string   // all keys, and enough after them that two words of eight bytes may be read from wherever one begins
	Phrases []uint16 // of each: how many words it has, its entry, the entries of its words but the first; 0 after the last of a word
	Pairs   []uint64 // a bit for the hash of the first two words of each phrase, see PairHash

	Short, Long Index // of the keys of up to Short bytes, and of the others

	Verbs      []uint16 // the entries of the lemmas; that of number 0 is 0, as of an unknown word
	VerbTraits []uint16 // of each verb, the number of the set of its traits in TraitSets
	TraitSets  []TraitSet

	Currencies []Currency // that of number 0 is none
	Families   []Family
	Signs      []Sign   // in the order of the marks
	Cased      []string // codes and signs of letters that are not all capitals, in order
}

// Entry is what is known of a word.
type Entry struct {
	Class    uint64
	Value    int16
	Verb     uint16
	Currency uint16
	Forms    uint8
	Words    uint8
	Cues     uint8
	Sort     uint8
	Loud     bool // it is worth a second look: a single letter, or with a cue, or only of phrases
}

// Forms of verbs, as bits.
const (
	Base = 1 << iota
	Third
	Past
	Part
	Gerund
)

// Sorts, see lexicon.Sort.
const (
	Nominal = iota
	OnlyPrep
	OnlyDet
	Open
)

// TraitWords is how many words of 64 bits a set of traits has.
const TraitWords = 4

// TraitSet has a bit for each trait, the first lowest.
type TraitSet [TraitWords]uint64

// Currency is a row of currencies.txt.
type Currency struct {
	Code   string
	Digits uint8 // of the minor unit
	State  uint8 // its number in States
	Marks  uint8 // a bit for each of Marks, the first lowest
	Family uint8 // the number of the first family of which it is the first member, counted from 1; 0 if there is none
}

// States and Marks are what currencies.txt calls them, in the order of their numbers.
var (
	States = [...]string{"active", "historic", "crypto"}
	Marks  = [...]string{"major", "dots", "mil", "point"}
)

// Family is a row of families.txt.
type Family struct {
	Words           []uint16 // entries of its words and signs
	Members, Signed []string // codes
}

// Sign is a mark that stands for a currency.
type Sign struct {
	Mark     rune
	Currency uint16
	Family   uint8 // the number of the family that shares it, counted from 1; 0 if there is none
}

// Compile reads all *.txt files of a folder. If names are given, rows may speak of no others, and
// the numbers are those of the names: so a second language is read with the names of the first. If
// names are nil, the rows themselves make the names, in their order.
//
// An error says in which file and line it was made.
func Compile(folder fs.FS, names *Names) (*Tables, error) {
	files, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no data files")
	}
	slices.Sort(files)
	c := &compiler{words: map[string]*word{}, verbs: []string{""}, free: names == nil}
	if names != nil {
		c.names = Names{slices.Clone(names.Classes), slices.Clone(names.Cues), slices.Clone(names.Traits)}
	}
	for _, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		if err := c.file(path.Base(file), string(text)); err != nil {
			return nil, err
		}
	}
	return c.tables()
}

// compiler is the rows while they are read.
type compiler struct {
	names  Names
	free   bool // rows make names
	words  map[string]*word
	verbs  []string
	ending string // of adverbs that are in no list

	currencies []currency
	families   []family
	traits     []trait
	marks      []row // of traits.txt and of cues.txt: they speak of words that may come later
	cues       []row

	section section
}

// word is what rows say of a word or phrase.
type word struct {
	class    uint64
	value    int
	verb     int
	currency int
	forms    int
	cues     int
	traits   TraitSet
	longest  int      // of the phrases that begin with it, in words
	phrases  []string // that begin with it, of several words
	part     bool     // it stands for nothing but in a phrase
}

// row is one that is understood only when all files have been read.
type row struct {
	where string
	text  string
	mark  int // the number of its trait, the bit of its cue
}

// trait is what its rows have said of it.
type trait struct {
	where, doc string
	rows       map[string]bool
}

// section is what the rows that follow belong to, within a file.
type section struct {
	class, trait int // -1 for none
	cue          int // a bit, 0 for none
	hasCue       bool
}

// tables makes the tables when all rows have been read.
func (c *compiler) tables() (*Tables, error) {
	for _, step := range []func() error{c.numberCurrencies, c.setCues, c.markTraits} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	c.findPhrases()
	entries, err := c.entries()
	if err != nil {
		return nil, err
	}
	keys, others, err := c.order(entries, c.plain(entries))
	if err != nil {
		return nil, err
	}
	t := &Tables{Names: c.names, Plain: 1 + others, Cased: c.casedCodes()}
	for i := range c.traits {
		t.TraitDocs = append(t.TraitDocs, c.traits[i].doc)
	}
	ids := make(map[string]uint16, len(keys))
	for i, k := range keys {
		ids[k] = uint16(i + 1)
		if c.words[k].part {
			t.Parts = uint16(i + 1)
		}
	}
	for _, lemma := range c.verbs {
		t.Verbs = append(t.Verbs, ids[lemma])
	}
	t.fillEntries(keys, entries)
	c.fillPhrases(t, keys, ids)
	if err := c.fillCurrencies(t, keys, ids); err != nil {
		return nil, err
	}
	if err := c.fillTraits(t, keys); err != nil {
		return nil, err
	}
	return t, t.scatter(keys)
}

// sortedKeys returns all words and phrases in the order of their bytes.
func (c *compiler) sortedKeys() []string {
	keys := make([]string, 0, len(c.words))
	for k := range c.words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// at returns what is known of key, which may be nothing yet.
func (c *compiler) at(key string) *word {
	w := c.words[key]
	if w == nil {
		w = &word{}
		c.words[key] = w
	}
	return w
}
