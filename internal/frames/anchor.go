package frames

import (
	"slices"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Anchored reports whether a sentence of the paragraph, whose first unit is u, holds anything that a round could be told
// with: an amount, a stage, or a word for a financing beside a verb that makes a round of one, or before who gave it. Of
// verbs, those that only a company completes need one after them, "back" right after it, and "bought" needs "into": most
// of what is bought, or comes back, is something else.
func (r *Reader) Anchored(s token.Sentence, u int) bool {
	if r.mentions.AmountOrStage(u, s.To) {
		return true
	}
	k, _ := slices.BinarySearch(r.mentions.Deals, int32(s.From))
	for ; k < len(r.mentions.Deals) && int(r.mentions.Deals[k]) < s.To; k++ {
		i := int(r.mentions.Deals[k])
		e := r.View.Entry(i)
		if r.Lex.Has(r.IDs[i], lexicon.TraitMovesMoney) {
			if r.has(s, s.From, func(k int) bool { return r.rules.ofVerb[r.View.Entry(k).Verb].moves }) {
				return true
			}
			continue
		}
		alone := r.rules.ofVerb[e.Verb].alone
		if (!alone || e.Is(FinancingWords) || r.View.Is(i+1, '-')) &&
			(r.has(s, s.From, func(k int) bool { return k != i && r.rules.ofVerb[r.View.Entry(k).Verb].bare }) || r.has(s, i+1, r.opensGiver)) {
			return true
		}
		if !alone {
			continue
		}
		switch {
		case r.Lex.VerbHas(e.Verb, lexicon.TraitBuys):
			if r.has(s, i+1, func(k int) bool { return r.Lex.Has(r.IDs[k], lexicon.TraitBoughtInto) }) {
				return true
			}
		case r.Lex.VerbHas(e.Verb, lexicon.TraitNeedsReceiver):
			if !r.rules.Adverb(r.View, i) && r.has(s, i+1, r.mayName) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// opensGiver reports whether a phrase that says whose investment a noun tells of may begin with token i: "the investment by Foo in Bar".
func (r *Reader) opensGiver(i int) bool {
	return r.rules.Noun.fills[r.rules.Relation(r.IDs[i])].to == Investor
}

// has reports whether is holds for one of the tokens of the sentence from number from on.
func (r *Reader) has(s token.Sentence, from int, is func(i int) bool) bool {
	for i := from; i < s.To; i++ {
		if is(i) {
			return true
		}
	}
	return false
}

// mayName reports whether token i may name a company or point back to one. It rather errs towards yes.
func (r *Reader) mayName(i int) bool {
	switch t := &r.Toks[i]; t.Kind {
	case token.Word:
		id := r.IDs[i]
		const named, pointing = token.Upper | token.Mixed | token.Dotted, lexicon.Anaphor | lexicon.Companynoun | lexicon.Pronoun
		return t.Has(named) || !r.Lex.Known(id) || r.Lex.At(id).Is(pointing) ||
			i+1 < len(r.Toks) && r.Lex.MayPair(id, r.IDs[i+1])
	case token.Number:
		return true
	case token.Punct:
		switch t.R {
		case '.', ',', ';', ':', '?', '"', '\'', '(', ')', '–', '—', '…':
		default:
			return true // part of a brand, perhaps
		}
	}
	return false
}
