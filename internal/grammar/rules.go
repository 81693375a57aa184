package grammar

import (
	"math/bits"

	"example.com/funding/internal/lexicon"
)

// Rules is what the reader of clauses has to know of a language. The engine in
// this package compares no words: it asks the rows and lists here.
//
// A row carries an example, a sentence that a test reads: the words that the
// row decides stand between asterisks in it, and what it says of them after "=>".
// Rows are asked in order, and the first that has an opinion decides.
// A row that names forms, classes or categories is asked of no others.
//
// Rules that Compile has returned are read-only and safe for concurrent use.
type Rules struct {
	Lexicon   *lexicon.Lexicon
	Words     []WordRow     // the category of a word that could have several
	Verbs     []VerbRow     // whether a word that could be a verb is one
	Phrases   []PhraseRow   // what a noun phrase goes on over
	Relations []RelationRow // what a phrase is to the verb, by its preposition
	Coined    []CoinedRow   // words that are verbs by their place before an amount
	Light     []LightVerb   // verbs that mean another one together with a word after them
	Tense     Tense         // words that tell when and whether

	// Tree reads the phrases and clauses of a sentence, for a language whose order of words is another than that of English;
	// nil means Tag, Group and FindClauses, one after the other. It is given Elems, whose category is known where the
	// lexicon alone tells it, and Style; units, and their numbers, are the caller's and stay. It leaves behind:
	//
	//   - Elems with the category and, in Cap, whether the capital may be that of a name; Style; Class, which Tag sets;
	//   - Nodes that cover Elems in order, see Group; of a verb group in pieces, VG of the one that Verb of its clause is;
	//   - Clauses in the order of what they tell, Parent before the one that it governs: subject, verb, and arguments with
	//     the relation that they have there, wherever they stand.
	//
	// It may call the steps of the package for what is the same in both languages, see Tag, Group and ArgsIn.
	Tree func(s *Sentence)

	AdverbEnding string     // what adverbs end with: "ly"
	Near         string     // how an amount begins that is said to be close, with the space: "close to "
	Infinitive   lexicon.ID // the word before an infinitive: "to"
	Of           lexicon.ID // the preposition of owner and part
	At           lexicon.ID // the preposition of a place of work
	Coins        uint16     // the verb that a coined one stands for
	By           lexicon.ID // the preposition of who did it, in the passive

	words       wordTable
	verbs       [formKinds][open + 1][]*VerbRow // the rows that are to be asked, by kind of form and by the category before
	phrases     [open + 1]phraseRows            // by category
	nounClasses lexicon.Class                   // phrase rows are asked of nouns and names of these classes
	allNouns    bool                            // and of all others
	relations   []Relation                      // by the preposition's first word
	light       []lightVerb
	isLight     []bool // by the number of a verb: there is one with it
	adverbEnd   byte   // the last of AdverbEnding
}

// WordRow says what category a word has.
type WordRow struct {
	Name, Example string
	Verbal        bool          // it is asked only of words that could be verbs
	Capital       bool          // it is asked only of words with a capital
	Of            lexicon.Class // it is asked only of words of one of these classes, if any are named
	When          func(w *Word) bool
	Cat           Cat // what the word is where When holds; where When is nil, always
}

// wordTable tells which word rows are to be asked of a word. A set of rows has the bit 1<<n for row n.
type wordTable struct {
	ofAll     uint32        // rows that name no class
	ofClass   [64]uint32    // rows that name the class, by the number of its bit
	classes   lexicon.Class // that rows name
	ofVerbs   uint32        // rows for words that could be verbs
	ofCapital uint32        // rows for words with a capital
}

// rows returns the set of rows that are to be asked of e.
func (t *wordTable) rows(e *Element) uint32 {
	rows := t.ofAll
	for c := uint64(e.Class & t.classes); c != 0; c &= c - 1 {
		rows |= t.ofClass[bits.TrailingZeros64(c)]
	}
	if !e.Cap {
		rows &^= t.ofCapital
	}
	if e.Verb == 0 {
		rows &^= t.ofVerbs
	}
	return rows
}

// VerbRow says whether a word that could be a verb is one.
type VerbRow struct {
	Name, Example string
	Forms         FormKinds     // it is asked only of these forms, if any are named
	After         Cats          // it is asked only after these categories, if any are named
	Of            lexicon.Class // it is asked only of words of one of these classes, if any are named
	When          func(w *Word) bool
	Verb          bool // the answer where When holds; where When is nil, always
}

// FormKinds is a set of kinds of verb forms. Each spelling is of one kind, however many forms it stands for.
type FormKinds uint8

const (
	Pasts   FormKinds = 1 << iota // raised, given: past or participle, and no base form
	Gerunds                       // raising
	Thirds                        // raises
	Bases                         // raise, put

	formKinds = 4 // how many there are
)

// formKind returns the number of the kind that a set of forms is of, formKinds if it is empty.
func formKind(f lexicon.Form) int {
	switch {
	case f&(lexicon.Past|lexicon.Part) != 0 && f&lexicon.Base == 0:
		return 0
	case f&lexicon.Gerund != 0 && f&(lexicon.Base|lexicon.Third) == 0:
		return 1
	case f&lexicon.Third != 0:
		return 2
	case f&lexicon.Base != 0:
		return 3
	}
	return formKinds
}

// PhraseRow says whether a noun phrase goes on over an element of one of these categories.
// Where no row has an opinion, it goes on over nouns, names, units and possessives, and all else ends it.
type PhraseRow struct {
	Name, Example string
	Cats          Cats
	Of            lexicon.Class // it is asked only of words of one of these classes, if any are named
	When          func(p *Place) bool
	GoesOn        bool // the answer where When holds; where When is nil, always
}

// LightVerb is a verb that means another one together with a word after it: "take" with "part" means "participate".
type LightVerb struct {
	Verb, Word, Means string
	Last              bool   // the word governs nothing: no phrase or time comes after it
	Example           string // the verb between asterisks
}

// lightVerb is a LightVerb in numbers.
type lightVerb struct {
	verb, means uint16
	word        lexicon.ID
	last        bool
}

// phraseRows is the rows of one category.
type phraseRows struct {
	rows   []*PhraseRow
	goesOn bool // the answer if no row has an opinion
}

// Compile makes rules ready to be read with. It changes nothing that r refers to.
func Compile(r Rules) *Rules {
	r.words = r.wordTable()
	for kind := range r.verbs {
		for after := range r.verbs[kind] {
			r.verbs[kind][after] = r.verbRows(1<<kind, Cat(after))
		}
	}
	for c := range r.phrases {
		r.phrases[c] = r.phraseRows(Cat(c))
	}
	r.nounClasses, r.allNouns = 0, false
	for i := range r.Phrases {
		if row := &r.Phrases[i]; row.Cats.Has(Noun) || row.Cats.Has(Name) {
			r.nounClasses |= row.Of
			r.allNouns = r.allNouns || row.Of == 0
		}
	}
	r.relations = r.relationTable()
	r.light, r.isLight = nil, make([]bool, r.Lexicon.VerbCount())
	for _, l := range r.Light {
		r.isLight[r.Lexicon.Verb(l.Verb)] = true
		r.light = append(r.light, lightVerb{r.Lexicon.Verb(l.Verb), r.Lexicon.Verb(l.Means), r.Lexicon.Find(l.Word), l.Last})
	}
	r.adverbEnd = 0
	if n := len(r.AdverbEnding); n > 0 {
		r.adverbEnd = r.AdverbEnding[n-1]
	}
	return &r
}

// wordTable returns the table of the word rows.
func (r *Rules) wordTable() (t wordTable) {
	if len(r.Words) > 32 {
		panic("grammar: there is no room for more than 32 word rows")
	}
	for i := range r.Words {
		row, bit := &r.Words[i], uint32(1)<<i
		if row.Of == 0 {
			t.ofAll |= bit
		}
		for c := range t.ofClass {
			if row.Of>>c&1 != 0 {
				t.ofClass[c] |= bit
			}
		}
		if row.Verbal {
			t.ofVerbs |= bit
		}
		if row.Capital {
			t.ofCapital |= bit
		}
		t.classes |= row.Of
	}
	return t
}

// verbRows returns the rows that are to be asked of a form of that kind after that category.
func (r *Rules) verbRows(kind FormKinds, after Cat) (rows []*VerbRow) {
	for i := range r.Verbs {
		row := &r.Verbs[i]
		if (row.Forms == 0 || row.Forms&kind != 0) && (row.After == 0 || row.After.Has(after)) {
			rows = append(rows, row)
		}
	}
	return rows
}

// phraseRows returns the rows that are to be asked of an element of category c.
func (r *Rules) phraseRows(c Cat) phraseRows {
	rs := phraseRows{goesOn: Cats(1<<Noun | 1<<Name | 1<<Unit | 1<<Poss).Has(c)}
	for i := range r.Phrases {
		if row := &r.Phrases[i]; row.Cats.Has(c) {
			rs.rows = append(rs.rows, row)
		}
	}
	return rs
}
