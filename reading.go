package funding

import (
	"sync"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/discourse"
	"example.com/funding/internal/english"
	"example.com/funding/internal/frames"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/language"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/tabular"
	"example.com/funding/internal/words"
)

// reading is one call of Parse: a field for each stage, which owns what it made and the memory for it.
// The next call uses that memory again.
type reading struct {
	parser   Parser
	beyond   int // bytes beyond MaxText
	language *language.Language

	words     *words.Reader
	mentions  *mention.Reader
	tables    *tabular.Reader
	sentence  *grammar.Sentence // the one that is being read
	frames    *frames.Reader
	names     *names.Register
	discourse discourse.Reader

	skimmed bool                // the first sentence is the last that skim read, and tells of a deal
	before  int                 // sentences that skim has read and forgotten
	traced  []*grammar.Sentence // for a trace: each sentence, nil for those without grammar
}

// spoken returns the language that texts are read in. Only English is read today; no other line of the library says so.
func spoken() *language.Language { return english.Language() }

// readings holds the memory of calls that have ended. A call takes one of these or
// makes one, and shares it with no other.
var readings = sync.Pool{New: func() any { return readerOf(spoken()) }}

// readerOf returns a reading of texts in a language.
func readerOf(l *language.Language) *reading {
	w := words.NewReader(l.Words)
	m := mention.NewReader(w, l.Mentions)
	r := &reading{
		language: l, words: w, mentions: m, tables: tabular.NewReader(m, l.Tables), sentence: new(grammar.Sentence),
		names: names.NewRegister(l.Names),
	}
	r.frames = frames.NewReader(m, r.names, l.Frames)
	return r
}

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
