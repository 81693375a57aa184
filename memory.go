package funding

import (
	"example.com/funding/internal/english"
	"slices"
	"sync"

	"example.com/funding/internal/names"

	"example.com/funding/internal/mention"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/reuse"
)

// memory is what a call needs besides what it knows of the text, and the next call uses again.
type memory struct {
	reader      reader
	attempt     attempt
	spans       []grammar.UnitSpan
	some        []parsed
	sentences   []*grammar.Sentence // of which the first progress.grammars are kept
	eventBlocks []*eventBlock
	backers     []backer
	collected   [2]facts
	rounds      []*round
	roundStore  []*round
	groups      []group
	groupOf     map[int32]int // groups by the form of their first name
}

// parses holds the memory of calls that have ended. A call takes one of these or
// makes one, and shares it with no other.
var parses = sync.Pool{New: func() any {
	ps := new(parse)
	ps.Reader = mention.NewReader(&ps.text, english.Stages())
	ps.reader.Reader = &names.Reader{View: &ps.text.View}
	return ps
}}

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
	ps.parser, ps.rules = p, rules()
	if len(text) > MaxText {
		ps.cut.Bytes = len(text) - MaxText
		text = text[:MaxText]
	}
	ps.text.Reset(text)
	ps.Reader.Reset(calendar.Date(p.Published))
}

// forget makes ps hold nothing of the text but the memory it took.
func (ps *parse) forget() {
	ps.letGo()
	ps.tables, ps.said, ps.saidAt = ps.tables[:0], ps.said[:0], ps.saidAt[:0]
	ps.told2, ps.recaller = ps.told2[:0], names.Recall{}
	ps.read, ps.focus, ps.rounds = ps.read[:0], ps.focus[:0], ps.rounds[:0]
	ps.defined, ps.backers = reuse.Emptied(ps.defined), reuse.Emptied(ps.backers)
	ps.amountRoles = ps.amountRoles[:0]
	ps.progress = progress{}
	ps.text.Reset("")
	ps.Reader.Reset(calendar.Date{})
}

// letGo empties what refers to the text and is more than a list, as far as it was used. What refers only to other memory of ps may stay.
func (ps *parse) letGo() {
	ps.names.Reset()
	for _, s := range ps.sentences[:ps.grammarsUsed] {
		s.Forget()
	}
	ps.forgetEvents()
	for _, g := range ps.groups[:ps.groupsUsed] {
		clear(g.names[:cap(g.names)])
	}
	ps.reader.end()
	ps.attempt.aka = nil
	for _, f := range [...]*facts{&ps.attempt.x, &ps.attempt.pre, &ps.collected[0], &ps.collected[1]} {
		if all := f.investors[:cap(f.investors)]; len(all) > 0 && all[0].name.Kind != names.Unnamed {
			clear(all)
		}
	}
}

// maxKept is how many tokens, and how many amounts or dates, the memory of a text may hold that is kept for the next.
const maxKept, maxKeptMentions = 1 << 16, 1 << 10

// free gives the memory of ps back, unless the text was much longer than most.
func (ps *parse) free() {
	if cap(ps.Toks) > maxKept || cap(ps.Dates) > maxKeptMentions || cap(ps.Money) > maxKeptMentions {
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
