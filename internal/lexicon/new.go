package lexicon

import (
	"io/fs"

	"example.com/funding/internal/lexicon/compile"
)

// New makes a lexicon of the data files of a folder, in the form of those in data: so another language can
// be tried without generated code. Its rows may speak of the classes, cues and traits that there are, and need
// not speak of all. IDs and numbers of verbs and currencies are its own: constants like WordThe are those of
// English, and what two languages share is told by classes and traits.
//
// It takes some milliseconds and a megabyte.
func New(folder fs.FS) (*Lexicon, error) {
	t, err := compile.Compile(folder, &compile.Names{Classes: classNames, Cues: cueNames, Traits: traitNames})
	if err != nil {
		return nil, err
	}
	l := &Lexicon{
		entries: new([room]Entry), cues: new([room]Cue), sorts: new([room]Sort),
		keys: t.Keys, keyStart: t.KeyStart, known: ID(t.Known),
		table: new([slotCount]slot), seeds: (*[seedCount]uint16)(t.Seeds), factor: t.Factor,
		phraseStart: t.PhraseStart, phrases: t.Phrases, pairs: (*[pairWords]uint64)(t.Pairs),
		traitsOf: t.TraitsOf, verbTraits: t.VerbTraits, traitSets: t.TraitSets,
		verbs: t.Verbs, cased: t.Cased,
	}
	for i, e := range t.Entries {
		l.entries[i] = Entry{Class(e.Class), e.Value, e.Verb, e.Currency, Form(e.Forms), e.Words}
		l.cues[i], l.sorts[i] = Cue(e.Cues), Sort(e.Sort)
	}
	for i := range l.table {
		p := t.Slot(i)
		l.table[i] = slot{p.Not, p.At, ID(p.Entry), p.Size}
	}
	for _, c := range t.Currencies {
		l.currencies = append(l.currencies, Currency{c.Code, c.Digits, CurrencyState(c.State), c.Marks, c.Family})
	}
	for _, f := range t.Families {
		words := make([]ID, len(f.Words))
		for i, id := range f.Words {
			words[i] = ID(id)
		}
		l.families = append(l.families, Family{words, f.Members, f.Signed})
	}
	for _, s := range t.Signs {
		l.signs = append(l.signs, sign{s.Mark, s.Currency, s.Family})
	}
	return l, nil
}
