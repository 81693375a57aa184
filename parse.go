package funding

import (
	"example.com/funding/internal/discourse"
	"example.com/funding/internal/token"
)

// Parser reads funding news. The zero Parser is ready, and one Parser may be
// used by many goroutines at once: Parse changes nothing in it.
type Parser struct {
	// Published is the date that relative dates ("last October", "on Tuesday")
	// are resolved against. If it is zero, a dateline or masthead date in the
	// text takes its place; without one, relative dates stay unresolved.
	Published Date

	// Currency is what a bare sign or word stands for that several currencies
	// share, where the text itself does not say: with "AUD" a plain "$5 million"
	// is Australian, with "CNY" a "¥" is the yuan; it decides only what the
	// currency can be written as. "" means the usual ones: USD, JPY, SEK for
	// "kr", INR for "Rs", MXN for "pesos", GBP for "pounds". It is an ISO 4217
	// code in either case; an unknown one is ignored.
	Currency string

	// DayFirst says that 03/04/2021 is the third of April. Without it such a date
	// is resolved only where the text itself shows the order, by a date like
	// 23/04/2021 or 04/23/2021; what the text shows comes first.
	DayFirst bool

	// Title is the headline where it is not part of the text. Evidence found
	// only in it has no Span.
	Title string

	// Trace asks for Document.Trace: what each frame did.
	Trace bool
}

// Parse reads text with the zero Parser.
func Parse(text string) *Document { return Parser{}.Parse(text) }

// Parse reads text and returns what it says. Prose is never invalid: text that
// reports no deal gives a Document without rounds.
func (p Parser) Parse(text string) *Document {
	if p.Title != "" {
		return p.titled(text)
	}
	r := newReading(p, text)
	var events []*discourse.Event
	if p.Trace || r.skim() { // most texts of a crawl are done after skimming
		events = r.read()
	}
	doc := r.document(events)
	r.free()
	return doc
}

// read reads the whole text: each stage takes what those before it made, and changes nothing of it.
func (r *reading) read() []*discourse.Event {
	r.findMentions()                                        // text → words → amounts, stages, dates; sentences
	r.mentions.Settle(r.parser.Currency, r.parser.DayFirst) // the text's own date and currency → dates, amounts
	r.tables.Read()                                         // rows of tables → tellings
	r.readSentences()                                       // sentences → clauses → tellings
	return r.discourse.Read(&discourse.Text{                // tellings → events
		Mentions: r.mentions, Names: r.names, Tables: r.tables.Tellings, Topics: r.tables.Topics,
		Tellings: r.frames.Tellings, Defined: r.frames.Defined, Opening: r.frames.Opening,
		Groups: r.frames.Groups, Heard: r.frames.Heard, HeardAt: r.frames.HeardAt,
	})
}

// findMentions cuts what is left of the text into words and sentences, and finds its mentions.
func (r *reading) findMentions() {
	for r.words.Paragraph() {
		r.words.MakeRoom()
		r.mentions.Find()
		r.words.Split()
		r.mentions.FindMasthead()
	}
	r.words.Whole()
}

// readSentences reads every sentence: also those without an amount say who "the company" is.
func (r *reading) readSentences() {
	first := r.skimmed && !r.mentions.Recoined && !r.tables.Any() // skim has read its clauses, which say the same now
	if !first {
		r.frames.Reset()
	}
	u := 0
	for i, s := range r.words.Sents {
		s = r.tables.Rest(s)
		u = r.mentions.UnitsTo(u, s.From)
		if i > 0 || !first {
			if !r.readGrammar(s, u) {
				r.frames.Skip()
				continue
			}
			r.frames.Clauses(r.sentence, i, u)
		}
		r.frames.Finish()
		r.keepTrace(i)
	}
	r.words.Whole()
}

// readGrammar reads the grammar of sentence s, whose first unit is u. It reports false if the sentence is nothing but a dateline.
func (r *reading) readGrammar(s token.Sentence, u int) bool {
	if s.To-s.From < 2 {
		return false
	}
	r.words.From = s.From
	r.sentence.Label = int32(r.tables.Label(s))
	w := &r.words.View
	r.sentence.Read(r.language.Grammar, w.Text, w.Toks[:s.To], w.IDs, r.mentions.Spans(u, s.To), r.mentions.Dateline(s, u), s.To)
	return len(r.sentence.Elems) > 0
}

// titled reads a text whose headline stands apart: as one text, whose spans are then shifted back.
func (p Parser) titled(text string) *Document {
	head := p.Title + "\n\n"
	p.Title = ""
	doc := p.Parse(head + text)
	doc.shift(len(head))
	return doc
}
