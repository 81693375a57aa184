// Package discourse turns what single clauses, list items and rows tell into events.
//
// All that needs another sentence is decided here, with all the evidence at hand, in passes:
// whom the sentences speak of (heard), whom the text is about (topic), whom "it" and "the company" mean (refer),
// which tellings are of one event (identity, with one table of weights), and what they add up to (merge).
package discourse

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/reuse"
	"example.com/funding/internal/token"
)

// Text is what was read of a text, sentence by sentence.
type Text struct {
	Mentions *mention.Reader
	Names    *names.Register // of the text; the companies are entered here
	Tables   []deal.Telling  // of the tables, in order
	Topics   []deal.Topic    // of headings, in order
	Tellings []deal.Telling  // of the sentences, in order
	Defined  []names.Name    // names that the text says are companies
	Opening  names.Name      // whom the first sentence is about by its form alone
	Groups   []int32         // the sentences that speak of givers without naming them
	Heard    []deal.Heard    // whom the sentences speak of
	HeardAt  []int32         // where each sentence begins in Heard
}

// Event is one financing event: what its tellings add up to.
type Event struct {
	deal.Telling             // the first telling, completed by the others
	Of           *names.Firm // the company that receives
	Doubts       deal.Doubts // what speaks against it; until all tellings are joined, only what arose as they were

	old    bool  // told as an earlier one
	told   []int // sentences that tell of it, in the order of the text
	passed int   // how many of them lastTold has passed
	last   int   // the last of these, -1 for none

	named, pointed bool // a telling names its company, points back to it
	verbal         bool // a verb tells of it
	sure           bool // a telling claims it and can be nothing else
	table          bool // a card or table tells of it
}

// telling is a telling and the company that it is of, nil as long as nothing says which.
type telling struct {
	deal.Telling
	of    *names.Firm
	table bool // a card or table tells it
}

// Reader finds the events of a text. What it gives lasts until Reset.
type Reader struct {
	Text
	Recalls names.Recall // how often more was told than can be compared

	tellings []telling
	topic    topic
	persons  []string // whom it calls persons
	forms    []int32  // of each of Heard, the number of the name's form and 1, 0 if it was not asked for yet
	firms    []ofFirm
	events   []*Event

	store  []*Event // memory: the first used are events of this text
	used   int
	givers []deal.Giver // what the givers of events are cut from
	groups parties
	sights sights

	evidence evidence // of the event that is being doubted
}

// ofFirm is what is told of a company.
type ofFirm struct {
	events []*Event
	stated []stated // amounts, each once, that are its events' and no mere totals
}

// stated is an amount that an event states for sure.
type stated struct {
	money int32
	old   bool // the event is told as an earlier one
}

// Reset forgets what was read of one text, and keeps the memory.
func (r *Reader) Reset() {
	r.Text, r.Recalls, r.topic.main, r.topic.unfocused = Text{}, names.Recall{}, nil, 0
	r.topic.candidates = reuse.Emptied(r.topic.candidates)
	r.tellings, r.givers, r.topic.focus = reuse.Emptied(r.tellings), reuse.Emptied(r.givers), r.topic.focus[:0]
	r.persons = reuse.Emptied(r.persons)
	r.forms, r.firms, r.events = r.forms[:0], r.firms[:0], r.events[:0]
	for _, e := range r.store[:r.used] {
		*e = Event{told: e.told[:0]}
	}
	r.used = 0
	r.groups.reset()
}

// Read finds the events of the text, in the order in which it first tells of them.
func (r *Reader) Read(t *Text) []*Event {
	r.Text = *t
	for k, list := range [...][]deal.Telling{t.Tables, t.Tellings} {
		for i := range list {
			if t := &list[i]; t.Those && !r.grouped(t.Sent-1) {
				continue // "they" are others
			}
			r.tellings = append(r.tellings, telling{Telling: list[i], table: k == 0})
		}
	}
	if len(r.tellings) == 0 {
		return nil
	}
	r.forms = reuse.Zeroed(r.forms, len(t.Heard))
	r.topic.headings = reuse.Zeroed(r.topic.headings, len(t.Topics))
	r.findTopic() // whom the text is about
	r.refer()     // tellings → of which company
	r.settleHeadline()
	r.merge() // tellings of one event → events
	r.doubt() // events → what speaks against them
	return r.events
}

// grouped reports whether sentence i speaks of givers without naming them.
func (r *Reader) grouped(i int) bool {
	_, found := slices.BinarySearch(r.Groups, int32(i))
	return found
}

// of returns what is told of the company, to be read or added to.
func (r *Reader) of(c *names.Firm) *ofFirm {
	for c.No >= len(r.firms) {
		if n := len(r.firms); n < cap(r.firms) { // with the memory of another text
			r.firms = r.firms[:n+1]
			r.firms[n].events, r.firms[n].stated = r.firms[n].events[:0], r.firms[n].stated[:0]
		} else {
			r.firms = append(r.firms, ofFirm{})
		}
	}
	return &r.firms[c.No]
}

// sentence returns sentence i.
func (r *Reader) sentence(i int) token.Sentence { return r.Mentions.Sents[i] }
