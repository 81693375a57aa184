package funding

import (
	"slices"

	"example.com/funding/internal/english"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// skim reads the text a paragraph at a time, until a sentence tells of a deal: then it reports true, since what the other
// sentences say counts as well. All that has been read is then there for scan to go on with. Of
// a text that goes on for long without a deal, skim keeps the mentions and forgets the words; then scan begins anew.
// Of a sentence without an amount, a stage or a word of financing not even the grammar is read: no row of the frames makes a round of it.
func (ps *parse) skim() bool {
	keep := true // what has been read
	for ps.paragraph() {
		ps.findMentions()
		first := len(ps.sents)
		deal := ps.anchored(token.Sentence{From: ps.from, To: len(ps.toks)}, ps.unitFrom(ps.from))
		if keep || deal || ps.sentsBefore < openingSents || ps.datedHere() || len(ps.toks)-ps.from > MaxSentence { // what is longer is counted
			ps.split()
			ps.findMasthead()
		}
		teller := -1
		if deal {
			teller = ps.tells(first)
		}
		if teller >= 0 || ps.headed() {
			ps.handOn(keep, teller)
			return true
		}
		if keep = keep && len(ps.toks) < maxSkimmed; !keep {
			ps.forgetWords()
		}
	}
	ps.settleDates()
	return false
}

// handOn leaves to scan what skim has read, if it is all there, or nothing; teller is the sentence that told of a deal, -1 if none did.
func (ps *parse) handOn(keep bool, teller int) {
	switch {
	case !keep:
		p, text, beyond := ps.parser, ps.text, ps.cut.Bytes
		ps.forget()
		ps.begin(p, text)
		ps.cut.Bytes = beyond
	case teller == 0:
		ps.told = len(ps.reader.mine)
	default: // what earlier sentences have told is read again, with what is between them
		ps.events = empty(ps.events)
		for i := range ps.money {
			ps.money[i].Role = RoleOther
		}
	}
}

// maxSkimmed is how many tokens of a text without a deal are kept, in paragraphs, in case one follows: a headline and what comes next.
const maxSkimmed = 64

// openingSents is how many sentences at the beginning of a text are told apart from those after them.
const openingSents = 3

// tells returns the first of the sentences from number first on that tells of a deal, -1 if none does.
func (ps *parse) tells(first int) int {
	u := ps.unitFrom(ps.from)
	for i := first; i < len(ps.sents); i++ {
		s := ps.sents[i]
		u = ps.unitsTo(u, s.From)
		if !ps.anchored(s, u) {
			continue
		}
		p := parsed{ps.readGrammar(i, u, ps.grammar(0)), u}
		if p.grammar == nil {
			continue
		}
		r := ps.readFrames(i, &p)
		for _, e := range r.mine {
			if !e.weak || e.money >= 0 || e.stage >= 0 {
				return i
			}
		}
		r.roles()
	}
	return -1
}

// anchored reports whether a sentence of the paragraph, whose first unit is u, holds anything that a round
// could be told with: an amount, a stage, or a word for a financing beside a verb that makes a round of one, or before who gave it. Of verbs, those that only a
// company completes need one after them, "back" right after it, and "bought" needs "into": most of what is bought, or comes back, is something else.
func (ps *parse) anchored(s token.Sentence, u int) bool {
	if ps.amountOrStage(u, s.To) {
		return true
	}
	k, _ := slices.BinarySearch(ps.deals, int32(s.From))
	for ; k < len(ps.deals) && int(ps.deals[k]) < s.To; k++ {
		i := int(ps.deals[k])
		e := ps.entry(i)
		alone := ps.rules.ofVerb[e.Verb].alone
		if (!alone || e.Is(financingWords) || ps.is(i+1, '-')) &&
			(ps.has(s, s.From, func(k int) bool { return k != i && ps.rules.ofVerb[ps.entry(k).Verb].bare }) || ps.has(s, i+1, ps.opensGiver)) {
			return true
		}
		if !alone {
			continue
		}
		switch e.Verb {
		case lexicon.LemmaBuy:
			if ps.has(s, i+1, func(k int) bool { return ps.ids[k] == lexicon.WordInto }) {
				return true
			}
		case lexicon.LemmaBack, lexicon.LemmaFund, lexicon.LemmaFinance, lexicon.LemmaBankroll:
			if !(ps.ids[i] == lexicon.WordBack && english.Backwards(ps.toks, ps.ids, i)) && ps.has(s, i+1, ps.mayName) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// opensGiver reports whether a phrase that says whose investment a noun tells of may begin with token i: "the investment by Foo in Bar".
func (ps *parse) opensGiver(i int) bool {
	return ps.rules.prep(&ps.rules.nominal, ps.ids[i]).to == investor
}

// has reports whether is holds for one of the tokens of the sentence from number from on.
func (ps *parse) has(s token.Sentence, from int, is func(i int) bool) bool {
	for i := from; i < s.To; i++ {
		if is(i) {
			return true
		}
	}
	return false
}

// mayName reports whether token i may name a company or point back to one. It rather errs towards yes.
func (ps *parse) mayName(i int) bool {
	switch t := &ps.toks[i]; t.Kind {
	case token.Word:
		id := ps.ids[i]
		return t.Has(token.Upper|token.Mixed|token.Dotted) || !lexicon.Known(id) || lexicon.At(id).Is(lexicon.Anaphor|lexicon.Companynoun|lexicon.Pronoun) ||
			i+1 < len(ps.toks) && lexicon.MayPair(id, ps.ids[i+1])
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

// amountOrStage reports whether one begins before token to, from unit u on.
func (ps *parse) amountOrStage(u, to int) bool {
	for ; u < len(ps.units) && int(ps.units[u].from) < to; u++ {
		if ps.units[u].kind != unitDate {
			return true
		}
	}
	return false
}

// forgetWords drops the tokens and what refers to them, and keeps amounts and dates.
func (ps *parse) forgetWords() {
	ps.sentsBefore += len(ps.sents)
	if ps.eventsUsed > 0 {
		ps.forgetEvents()
	}
	ps.toks, ps.ids, ps.units, ps.sents = ps.toks[:0], ps.ids[:0], ps.units[:0], ps.sents[:0]
	ps.stages, ps.stageAts, ps.headings = ps.stages[:0], ps.stageAts[:0], ps.headings[:0]
}
