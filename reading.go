package funding

import (
	"sync"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/discourse"
	"example.com/funding/internal/english"
	"example.com/funding/internal/frames"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/tabular"
	"example.com/funding/internal/words"
)

// reading is one call of Parse: a field for each stage, which owns what it made and the memory for it.
// The next call uses that memory again.
type reading struct {
	parser Parser
	beyond int // bytes beyond MaxText

	words     *words.Reader
	mentions  *mention.Reader
	tables    *tabular.Reader
	sentence  *grammar.Sentence // the one that is being read
	frames    *frames.Reader
	names     names.Register
	discourse discourse.Reader

	skimmed bool                // the first sentence is the last that skim read, and tells of a deal
	before  int                 // sentences that skim has read and forgotten
	traced  []*grammar.Sentence // for a trace: each sentence, nil for those without grammar
}

// readings holds the memory of calls that have ended. A call takes one of these or
// makes one, and shares it with no other.
var readings = sync.Pool{New: func() any {
	w := words.NewReader(english.Words())
	m := mention.NewReader(w, english.Stages())
	m.Calendar.Rules = english.Calendar()
	m.Amounts.Rules = &english.Amounts
	r := &reading{words: w, mentions: m, tables: tabular.NewReader(m, english.Tables()), sentence: new(grammar.Sentence)}
	r.frames = frames.NewReader(m, &r.names, english.Frames())
	return r
}}

// newReading returns a reading of text, of which nothing has been read. It goes back with free;
// after a panic, which may leave it in any state, it does not.
func newReading(p Parser, text string) *reading {
	r := readings.Get().(*reading)
	r.begin(p, text)
	return r
}

// begin makes r, which holds nothing of another text, read this one.
func (r *reading) begin(p Parser, text string) {
	r.parser, r.frames.Trace = p, p.Trace
	if len(text) > MaxText {
		r.beyond = len(text) - MaxText
		text = text[:MaxText]
	}
	r.words.Reset(text)
	r.mentions.Reset(calendar.Date(p.Published))
}

// forget makes r hold nothing of the text but the memory it took.
func (r *reading) forget() {
	r.words.Reset("")
	r.mentions.Reset(calendar.Date{})
	r.tables.Reset()
	r.sentence.Forget()
	r.frames.Reset()
	r.names.Reset()
	r.discourse.Reset()
	r.parser, r.beyond, r.skimmed, r.before, r.traced = Parser{}, 0, false, 0, nil
}

// maxKept is how many tokens, and how many amounts or dates, the memory of a text may hold that is kept for the next.
const maxKept, maxKeptMentions = 1 << 16, 1 << 10

// free gives the memory of r back, unless the text was much longer than most.
func (r *reading) free() {
	if cap(r.words.Toks) > maxKept || cap(r.mentions.Dates) > maxKeptMentions || cap(r.mentions.Money) > maxKeptMentions {
		return
	}
	r.forget()
	readings.Put(r)
}
