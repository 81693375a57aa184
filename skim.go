package funding

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// skim reads the text a paragraph at a time, keeps the mentions and forgets the
// words. It stops and reports true at the first sentence that tells of a deal,
// since what the others say counts only then. Of a sentence without an amount, a stage or a
// word of financing not even the grammar is read: no row of the frames makes a round of it.
func (ps *parse) skim() bool {
	for ps.paragraph() {
		ps.findMentions()
		deal := ps.cues&lexicon.DealCue != 0 || ps.amountOrStage(0, len(ps.toks))
		if deal || ps.sentsBefore < openingSents || ps.datedHere() {
			ps.split()
			ps.findMasthead()
		}
		if deal && ps.tells() || ps.cues&lexicon.TableCue != 0 && ps.headed() {
			ps.begin(ps.parser, ps.text)
			return true
		}
		ps.forget()
	}
	ps.settleDates()
	return false
}

// openingSents is how many sentences at the beginning of a text are told apart from those after them.
const openingSents = 3

// tells reports whether a sentence of the paragraph tells of a deal.
func (ps *parse) tells() bool {
	u := 0
	for i, s := range ps.sents {
		u = ps.unitsTo(u, s.From)
		if !ps.anchored(s, u) {
			continue
		}
		r := ps.readSentence(i, u, ps.grammar())
		if r == nil {
			continue
		}
		for _, e := range r.mine {
			if !e.weak || e.money >= 0 || e.stage >= 0 {
				return true
			}
		}
		r.roles()
	}
	return false
}

// anchored reports whether the sentence, whose first unit is u, holds anything that a round
// could be told with: an amount, a stage, or a word for a financing.
func (ps *parse) anchored(s token.Sentence, u int) bool {
	if ps.amountOrStage(u, s.To) {
		return true
	}
	for i := s.From; i < s.To; i++ {
		if lexicon.CuesOf(ps.ids[i])&lexicon.DealCue != 0 {
			return true
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

// forget drops the tokens of the paragraph and what refers to them.
func (ps *parse) forget() {
	ps.sentsBefore += len(ps.sents)
	ps.toks, ps.ids, ps.units, ps.sents, ps.events, ps.eventsUsed = ps.toks[:0], ps.ids[:0], ps.units[:0], ps.sents[:0], empty(ps.events), 0
	ps.stages, ps.stageAts = ps.stages[:0], ps.stageAts[:0]
}
