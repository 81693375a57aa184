package funding

import (
	"slices"
	"sync"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/token"
)

// memory is what a call needs besides what it knows of the text, and the next call uses again.
type memory struct {
	others      []int32 // tokens of the paragraph that are worth a second look
	uncut       []token.Token
	cuts        []int32
	reader      reader
	attempt     attempt
	spans       []grammar.UnitSpan
	some        []parsed
	sentences   []*grammar.Sentence // of which the first progress.grammars are kept
	eventBlocks []*eventBlock
	firms       []*firm
	backers     []backer
	collected   [2]facts
	rounds      []*round
	roundStore  []*round
	groups      []group
	groupOf     map[int32]int // groups by the form of their first name
}

// parses holds the memory of calls that have ended. A call takes one of these or
// makes one, and shares it with no other.
var parses = sync.Pool{New: func() any { return new(parse) }}

// parsing has read read text, with memory that goes back to the pool afterwards.
// It does not after a panic, which may leave it in any state.
func parsing(p Parser, text string, read func(ps *parse)) {
	ps := parses.Get().(*parse)
	ps.begin(p, text)
	read(ps)
	ps.free()
}

// begin makes ps, which holds nothing of another text, read this one.
func (ps *parse) begin(p Parser, text string) {
	ps.parser, ps.rules, ps.text = p, rules(), text
	if len(text) > MaxText {
		ps.cut.Bytes = len(text) - MaxText
		ps.text = text[:MaxText]
	}
	ps.scanner = token.Scanner{Text: ps.text, Keys: ps.scanner.Keys}
}

// forget makes ps hold nothing of the text but the memory it took.
func (ps *parse) forget() {
	ps.letGo()
	ps.toks, ps.ids, ps.units, ps.stages, ps.stageAts = ps.toks[:0], ps.ids[:0], ps.units[:0], ps.stages[:0], ps.stageAts[:0]
	ps.dates, ps.dateAts, ps.when, ps.stamps = ps.dates[:0], ps.dateAts[:0], ps.when[:0], ps.stamps[:0]
	ps.sents, ps.headings, ps.tables, ps.said, ps.saidAt = ps.sents[:0], ps.headings[:0], ps.tables[:0], ps.said[:0], ps.saidAt[:0]
	ps.read, ps.known, ps.focus, ps.rounds, ps.printed = ps.read[:0], ps.known[:0], ps.focus[:0], ps.rounds[:0], ps.printed[:0]
	ps.money, ps.defined, ps.backers = empty(ps.money[:min(len(ps.money)+1, cap(ps.money))]), empty(ps.defined), empty(ps.backers)
	ps.progress, ps.scanner.Text = progress{}, ""
}

// letGo empties what refers to the text and is more than a list, as far as it was used. What refers only to other memory of ps may stay.
func (ps *parse) letGo() {
	ps.names.reset()
	for _, s := range ps.sentences[:ps.grammarsUsed] {
		s.Forget()
	}
	ps.forgetEvents()
	for _, c := range ps.firms[:ps.firmsUsed] {
		c.names, c.rounds, c.stated = empty(c.names), c.rounds[:0], c.stated[:0]
	}
	for _, g := range ps.groups[:ps.groupsUsed] {
		clear(g.names[:cap(g.names)])
	}
	ps.reader.end()
	ps.attempt.aka = nil
	for _, f := range [...]*facts{&ps.attempt.x, &ps.attempt.pre, &ps.collected[0], &ps.collected[1]} {
		if all := f.investors[:cap(f.investors)]; len(all) > 0 && all[0].name.kind != unnamed {
			clear(all)
		}
	}
}

// empty returns list without elements, and lets go of what they referred to: text, as a rule.
func empty[T any](list []T) []T {
	clear(list)
	return list[:0]
}

// maxKept is how many tokens, and how many amounts or dates, the memory of a text may hold that is kept for the next.
const maxKept, maxKeptMentions = 1 << 16, 1 << 10

// free gives the memory of ps back, unless the text was much longer than most.
func (ps *parse) free() {
	if cap(ps.toks) > maxKept || cap(ps.dates) > maxKeptMentions || cap(ps.money) > maxKeptMentions {
		return
	}
	ps.forget()
	parses.Put(ps)
}

// grammar returns number k of the sentences that nothing refers to.
func (ps *parse) grammar(k int) *grammar.Sentence {
	k += ps.grammars
	ps.grammarsUsed = max(ps.grammarsUsed, k+1)
	for k >= len(ps.sentences) {
		ps.sentences = append(ps.sentences, new(grammar.Sentence))
	}
	return ps.sentences[k]
}

// keepGrammar keeps c, which grammar has returned, until the end of the call.
func (ps *parse) keepGrammar(c *grammar.Sentence) {
	free := ps.sentences[ps.grammars:]
	k := slices.Index(free, c)
	free[0], free[k] = free[k], free[0]
	ps.grammars++
}

// nextEvent returns the event that is added next, again and again until reader.add has
// taken it: most are given up. Those that were taken keep their places.
func (ps *parse) nextEvent() *event {
	block, k := ps.eventsUsed/len(eventBlock{}), ps.eventsUsed%len(eventBlock{})
	if block == len(ps.eventBlocks) {
		ps.eventBlocks = append(ps.eventBlocks, new(eventBlock))
	}
	return &ps.eventBlocks[block][k]
}

type eventBlock [16]event

// forgetEvents gives back the events that were taken, and the one that was given up last.
func (ps *parse) forgetEvents() {
	for i, left := 0, ps.eventsUsed+1; i < len(ps.eventBlocks) && left > 0; i, left = i+1, left-len(eventBlock{}) {
		clear(ps.eventBlocks[i][:min(left, len(eventBlock{}))])
	}
	ps.events, ps.eventsUsed = ps.events[:0], 0
}

// keep returns a copy of list and more that lasts as long as the call.
func (ps *parse) keep(list []backer, more ...backer) []backer {
	n := len(ps.backers)
	ps.backers = append(append(ps.backers, list...), more...)
	return ps.backers[n:len(ps.backers):len(ps.backers)]
}

// join appends more to list, which has room of its own if it has any. What it returns lasts as long as the call.
func (ps *parse) join(list, more []backer) []backer {
	if len(list)+len(more) <= cap(list) {
		return append(list, more...)
	}
	n := len(ps.backers)
	ps.backers = append(append(ps.backers, list...), more...)
	list = ps.backers[n:]
	ps.backers = slices.Grow(ps.backers, len(list))[:n+2*len(list)] // room for as many again: a round may be told often
	return ps.backers[n : n+len(list) : n+2*len(list)]
}

// newFirm returns a company without a name.
func (ps *parse) newFirm() *firm {
	if ps.firmsUsed == len(ps.firms) {
		ps.firms = append(ps.firms, new(firm))
	}
	ps.firmsUsed++
	return ps.firms[ps.firmsUsed-1]
}

// makeRoom makes room for the tokens of the rest of the text, if it is like what
// was read: letting a large slice grow bit by bit takes twice its size.
func (ps *parse) makeRoom() {
	read, left := len(ps.text)-ps.scanner.Left(), ps.scanner.Left()
	const little = 1 << 10
	if n := len(ps.toks); read > 0 && left > 0 && cap(ps.toks)-n < little {
		more := int(int64(n)*int64(left)/int64(read)) + min(left, little)
		ps.toks, ps.ids = slices.Grow(ps.toks, more), slices.Grow(ps.ids, more)
	}
}
