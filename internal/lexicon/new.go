package lexicon

import (
	"io/fs"

	"example.com/funding/internal/lexicon/compile"
)

// New makes a lexicon of the data files of a folder, in the form of those of English: so another language can
// be tried without generated code. Its rows may speak of the classes, cues and traits that there are, and need
// not speak of all. IDs and numbers of verbs and currencies are its own; what two languages share is told by classes and traits.
//
// It takes some milliseconds and a megabyte.
func New(folder fs.FS) (*Lexicon, error) {
	t, err := compile.Compile(folder, &compile.Names{Classes: classNames, Cues: cueNames, Traits: traitNames})
	if err != nil {
		return nil, err
	}
	l := Tables{
		PhraseStart: t.PhraseStart, TraitsOf: t.TraitsOf, Parts: ID(t.Parts),
		Keys: t.Keys, Short: new([SlotCount]Slot), Long: new([SlotCount]ID),
		ShortSeeds: (*[SeedCount]uint16)(t.Short.Seeds), LongSeeds: (*[SeedCount]uint16)(t.Long.Seeds),
		ShortFactor: t.Short.Factor, LongFactor: t.Long.Factor,
		Phrases: t.Phrases, Pairs: (*[PairWords]uint64)(t.Pairs),
		VerbTraits: t.VerbTraits, TraitSets: t.TraitSets, Cased: t.Cased,
	}
	l.KeyBlock, l.KeyAt = t.KeyBlocks()
	for i, e := range t.Entries[:min(t.Plain+1, len(t.Entries))] {
		entry := Entry{Class(e.Class), e.Value, e.Verb, e.Currency, Form(e.Forms), e.Words}
		if i == t.Plain {
			l.Plain = entry
			break
		}
		l.Entries = append(l.Entries, entry)
	}
	cues, sorts := t.CuesAndSorts()
	for _, c := range cues {
		l.Cues = append(l.Cues, Cue(c))
	}
	for _, s := range sorts {
		l.Sorts = append(l.Sorts, Sort(s))
	}
	for i := range l.Short {
		p := t.Place(i)
		l.Short[i], l.Long[i] = Slot{p.Not, ID(p.Entry), p.Size}, ID(t.Long.Slots[i])
	}
	for _, id := range t.Verbs {
		l.Verbs = append(l.Verbs, ID(id))
	}
	for _, c := range t.Currencies {
		l.Currencies = append(l.Currencies, Currency{c.Code, c.Digits, CurrencyState(c.State), c.Marks, c.Family})
	}
	for _, f := range t.Families {
		words := make([]ID, len(f.Words))
		for i, id := range f.Words {
			words[i] = ID(id)
		}
		l.Families = append(l.Families, Family{words, f.Members, f.Signed})
	}
	for _, s := range t.Signs {
		l.Signs = append(l.Signs, Sign{s.Mark, s.Currency, s.Family})
	}
	return Of(&l), nil
}
