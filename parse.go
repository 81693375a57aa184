package funding

import (
	"slices"
	"sort"

	"example.com/funding/internal/names"

	"example.com/funding/internal/mention"

	"example.com/funding/internal/words"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/reuse"
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
func (p Parser) Parse(text string) (doc *Document) {
	if p.Title != "" {
		return p.titled(text)
	}
	parsing(p, text, func(ps *parse) {
		if p.Trace || ps.skim() {
			doc = ps.build(ps.readAll())
		} else { // most texts of a crawl
			doc = ps.build(nil)
		}
	})
	return doc
}

// readAll reads the whole text.
func (ps *parse) readAll() []*round {
	ps.scan() // text      → tokens → amounts, stages, dates; sentences
	ps.Settle(ps.parser.Currency, ps.parser.DayFirst)
	ps.readTables()    // rows of tables → partial rounds
	ps.readSentences() // sentences → clauses → frames → partial rounds
	ps.resolve()       // partial rounds → of which company, of which round
	return ps.merge()  // tellings of one event → rounds
}

// scan reads what is left of the text and keeps it.
func (ps *parse) scan() {
	for ps.Paragraph() {
		ps.MakeRoom()
		ps.Find()
		ps.Split()
		ps.FindMasthead()
	}
	ps.Whole()
}

// parse is the state of one call of Parse.
type parse struct {
	progress

	text words.Reader
	*mention.Reader

	amountRoles []Role // of each amount

	tables   []cell              // stretches that were read as tables
	read     []*grammar.Sentence // of each sentence whose grammar is asked for again; nil for the others, of which only said is kept
	said     []spoken            // whom the sentences speak of, in order
	saidAt   []int32             // where each sentence begins in said
	events   []*event
	told2    []ofFirm // by number of the company
	recaller names.Recall
	names    names.Register
	defined  []names.Name  // names that an apposition or description says are companies
	focus    []*names.Firm // of each sentence, as far as it was asked for: what "the company" after it means

	memory
}

// progress is what a call knows of its text besides lists: that of the next begins anew.
type progress struct {
	parser Parser
	rules  *ruleSet
	cut    Cut

	sentsBefore int // sentences of paragraphs that are forgotten
	told        int // events that skimming has read from the first sentence, which is still in the reader
	main        *names.Firm
	unfocused   int // sentences since the last of focus was spoken of
	trace       []Step

	// how much of the memory is in use
	grammars, grammarsUsed, eventsUsed, roundsUsed, groupsUsed int
}

// readSentences reads every sentence: also those without an anchor say who "the company" is.
func (ps *parse) readSentences() {
	ps.read = reuse.Zeroed(ps.read, len(ps.Sents))
	if ps.told > 0 && (ps.Recoined || len(ps.tables) > 0) { // they may say something else now
		ps.events, ps.told = slices.Delete(ps.events, 0, ps.told), 0
	}
	for i, u := 0, 0; i < len(ps.Sents); {
		u = ps.parseSome(i, u)
		for k := range ps.some {
			ps.saidAt = append(ps.saidAt, int32(len(ps.said)))
			ps.readParsed(i+k, &ps.some[k])
		}
		i += len(ps.some)
	}
	ps.saidAt = append(ps.saidAt, int32(len(ps.said)))
}

// parsed is a sentence whose grammar has been read.
type parsed struct {
	grammar *grammar.Sentence // nil if there is none to read
	unit    int               // its first
}

// Sentences are read some at a time, first the grammar of all and then what it says, so that the
// processor need not fetch the code for the one and the other again for each. They are so many at most, or tokens.
const maxSome, maxSomeTokens = 8, 1 << 10

// parseSome reads the grammar of some sentences from number i on, whose first unit is u, into ps.some. It returns the first unit after them.
func (ps *parse) parseSome(i, u int) int {
	ps.some = ps.some[:0]
	for first := ps.Sents[i].From; i < len(ps.Sents) && len(ps.some) < maxSome && ps.Sents[i].From-first <= maxSomeTokens; i++ {
		s := ps.Sents[i]
		u = ps.UnitsTo(u, s.From)
		p := parsed{unit: u}
		switch {
		case ps.inTable(s):
		case i == 0 && ps.told > 0:
			p.grammar = ps.reader.S
		default:
			p.grammar = ps.readGrammar(i, u, ps.grammar(len(ps.some)))
		}
		ps.some = append(ps.some, p)
	}
	return u
}

// readParsed reads what sentence i says.
func (ps *parse) readParsed(i int, p *parsed) {
	if p.grammar == nil {
		return
	}
	r := &ps.reader
	if i > 0 || ps.told == 0 {
		ps.readFrames(i, p)
	}
	r.settleDates()
	r.definitions()
	r.complements()
	r.roles()
	r.listen()
	if i == 0 || ps.parser.Trace || slices.ContainsFunc(r.mine, func(e *event) bool { return e.company.Kind == names.Anaphor }) {
		ps.read[i] = r.S
		ps.keepGrammar(r.S)
	}
}

// readGrammar reads the grammar of sentence i, whose first unit is u, into c and returns it, nil if the sentence is nothing but a dateline.
func (ps *parse) readGrammar(i, u int, c *grammar.Sentence) *grammar.Sentence {
	s := ps.Sents[i]
	if s.To-s.From < 2 {
		return nil
	}
	from := ps.From
	ps.From = s.From
	spans := ps.spans[:0]
	units := ps.Units[u:]
	for k := range units {
		n := &units[k]
		if int(n.To) > s.To {
			break
		}
		spans = append(spans, grammar.UnitSpan{From: n.From, To: n.To, When: n.Kind == mention.DateUnit && !ps.Attributive(*n)})
	}
	ps.spans = spans
	c.Read(ps.Text, ps.Toks[:s.To], ps.IDs, spans, ps.Dateline(s, u), s.To)
	ps.From = from
	if len(c.Elems) == 0 {
		return nil
	}
	return c
}

// readFrames reads the events of sentence i. Its reader serves until the next sentence.
func (ps *parse) readFrames(i int, p *parsed) *reader {
	from := ps.From
	ps.From = ps.Sents[i].From
	r := &ps.reader
	r.begin(ps, p.grammar, ps.sentsBefore+i, p.unit)
	r.read()
	ps.From = from
	return r
}

// inTable reports whether the sentence begins inside a table.
func (ps *parse) inTable(s token.Sentence) bool {
	k := sort.Search(len(ps.tables), func(k int) bool { return ps.tables[k].to > s.From })
	return k < len(ps.tables) && ps.tables[k].from <= s.From
}

// titled reads a text whose headline stands apart: as one text, whose spans are then shifted back.
func (p Parser) titled(text string) *Document {
	head := p.Title + "\n\n"
	p.Title = ""
	doc := p.Parse(head + text)
	doc.shift(len(head))
	return doc
}
