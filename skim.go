package funding

import "example.com/funding/internal/token"

// skim reads the text a paragraph at a time, until a sentence tells of a deal: then it reports true, since what the other
// sentences say counts as well. All that has been read is then there for read to go on with. Of
// a text that goes on for long without a deal, skim keeps the mentions and forgets the words; then read begins anew.
// Of a sentence without an amount, a stage or a word of financing not even the grammar is read: no row of the frames makes a round of it.
func (r *reading) skim() bool {
	w, m := r.words, r.mentions
	keep := true // what has been read
	for w.Paragraph() {
		m.Find()
		first := len(w.Sents)
		all := token.Sentence{From: w.From, To: len(w.Toks)}
		deal := r.frames.Anchored(all, m.UnitFrom(w.From))
		if keep || deal || r.before < openingSents || m.DatedHere() || w.TooLong(all) {
			w.Split()
			m.FindMasthead()
		}
		if deal && r.tells(first) || r.tables.Speaks() {
			if !keep {
				r.startAgain()
			}
			return true
		}
		if keep = keep && len(w.Toks) < maxSkimmed; !keep {
			r.before += len(w.Sents)
			w.ForgetWords()
			m.ForgetWords()
		}
	}
	m.Settle(r.parser.Currency, r.parser.DayFirst)
	return false
}

// maxSkimmed is how many tokens of a text without a deal are kept, in paragraphs, in case one follows: a headline and what comes next.
const maxSkimmed = 64

// openingSents is how many sentences at the beginning of a text are told apart from those after them.
const openingSents = 3

// tells reports whether one of the sentences from number first on tells of a deal.
func (r *reading) tells(first int) bool {
	u := r.mentions.UnitFrom(r.words.From)
	paragraph := r.words.From
	defer func() { r.words.From = paragraph }()
	for i := first; i < len(r.words.Sents); i++ {
		s := r.words.Sents[i]
		u = r.mentions.UnitsTo(u, s.From)
		if !r.frames.Anchored(s, u) || !r.readGrammar(s, u) {
			continue
		}
		if r.frames.Clauses(r.sentence, r.before+i, u) {
			r.skimmed = r.before+i == 0
			return true
		}
		r.frames.AmountRoles()
	}
	return false
}

// startAgain forgets all that was read.
func (r *reading) startAgain() {
	p, text, beyond := r.parser, r.words.Text, r.beyond
	r.forget()
	r.begin(p, text)
	r.beyond = beyond
}
