package funding

import (
	"slices"
	"sort"

	"example.com/funding/internal/english"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
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
	ps.scan()          // text      → tokens → amounts, stages, dates; sentences
	ps.settleDates()   //           → the document's own date; dates resolved
	ps.readTables()    // rows of tables → partial rounds
	ps.readSentences() // sentences → clauses → frames → partial rounds
	ps.resolve()       // partial rounds → of which company, of which round
	return ps.merge()  // tellings of one event → rounds
}

// scan reads what is left of the text and keeps it.
func (ps *parse) scan() {
	for ps.paragraph() {
		ps.makeRoom()
		ps.findMentions()
		ps.split()
		ps.findMasthead()
	}
	ps.from = 0
}

// parse is the state of one call of Parse.
type parse struct {
	progress

	scanner token.Scanner
	toks    []token.Token
	ids     []lexicon.ID // of each token
	looks   []int32      // tokens of the paragraph that a mention may begin with
	stops   []int32      // marks of the paragraph that a sentence may end with

	currencies []int32 // tokens of the paragraph that may be the currency of an amount
	deals      []int32 // words of the paragraph that a deal may be told with
	strange    []int32 // unknown words of the paragraph that are no plain names

	units    []unit // amounts, stages and dates in order, without overlap
	money    []amount
	printed  []string // the currencies that the text prints in full
	stages   []Stage
	stageAts []Span
	dates    []dateExpr
	dateAts  []Span
	when     []Date        // dates resolved
	stamps   []stampedDate // dates that may be the document's own

	sents    []token.Sentence
	headings []int32            // tokens that may begin the heading of a column
	tables   []cell             // stretches that were read as tables
	read     []*grammar.Sentence // of each sentence whose grammar is asked for again; nil for the others, of which only said is kept
	said     []spoken           // whom the sentences speak of, in order
	saidAt   []int32            // where each sentence begins in said
	events   []*event
	known    []*firm
	names    names
	defined  []name  // names that an apposition or description says are companies
	focus    []*firm // of each sentence, as far as it was asked for: what "the company" after it means

	memory
}

// progress is what a call knows of its text besides lists: that of the next begins anew.
type progress struct {
	parser Parser
	rules  *ruleSet
	text   string
	cut    Cut
	strict bool // a single amount is being read: what stands alone is no word
	every  bool // every word is looked at, for tests: the cues must lose nothing

	from        int // what is being read begins at this token
	daysFirst   int // dates like 23/04/2021
	monthsFirst int // dates like 04/23/2021
	pub         Date
	recoined    bool // an amount has got another currency than it was read with
	sentsBefore int  // sentences of paragraphs that are forgotten
	told        int  // events that skimming has read from the first sentence, which is still in the reader
	main        *firm
	unfocused   int // sentences since the last of focus was spoken of
	trace       []Step

	// how much of the memory is in use
	grammars, grammarsUsed, eventsUsed, firmsUsed, roundsUsed, groupsUsed int
}

// readSentences reads every sentence: also those without an anchor say who "the company" is.
func (ps *parse) readSentences() {
	ps.read = zeroed(ps.read, len(ps.sents))
	if ps.told > 0 && (ps.recoined || len(ps.tables) > 0) { // they may say something else now
		ps.events, ps.told = slices.Delete(ps.events, 0, ps.told), 0
	}
	for i, u := 0, 0; i < len(ps.sents); {
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
	unit    int              // its first
}

// Sentences are read some at a time, first the grammar of all and then what it says, so that the
// processor need not fetch the code for the one and the other again for each. They are so many at most, or tokens.
const maxSome, maxSomeTokens = 8, 1 << 10

// parseSome reads the grammar of some sentences from number i on, whose first unit is u, into ps.some. It returns the first unit after them.
func (ps *parse) parseSome(i, u int) int {
	ps.some = ps.some[:0]
	for first := ps.sents[i].From; i < len(ps.sents) && len(ps.some) < maxSome && ps.sents[i].From-first <= maxSomeTokens; i++ {
		s := ps.sents[i]
		u = ps.unitsTo(u, s.From)
		p := parsed{unit: u}
		switch {
		case ps.inTable(s):
		case i == 0 && ps.told > 0:
			p.grammar = ps.reader.s
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
	if i == 0 || ps.parser.Trace || slices.ContainsFunc(r.mine, func(e *event) bool { return e.company.kind == anaphor }) {
		ps.read[i] = r.s
		ps.keepGrammar(r.s)
	}
}

// readGrammar reads the grammar of sentence i, whose first unit is u, into c and returns it, nil if the sentence is nothing but a dateline.
func (ps *parse) readGrammar(i, u int, c *grammar.Sentence) *grammar.Sentence {
	s := ps.sents[i]
	if s.To-s.From < 2 {
		return nil
	}
	from := ps.from
	ps.from = s.From
	spans := ps.spans[:0]
	units := ps.units[u:]
	for k := range units {
		n := &units[k]
		if int(n.to) > s.To {
			break
		}
		spans = append(spans, grammar.UnitSpan{From: n.from, To: n.to, When: n.kind == unitDate && !ps.attributive(*n)})
	}
	ps.spans = spans
	c.Read(english.Grammar(), ps.text, ps.toks[:s.To], ps.ids, spans, ps.dateline(s, u), s.To)
	ps.from = from
	if len(c.Elems) == 0 {
		return nil
	}
	return c
}

// readFrames reads the events of sentence i. Its reader serves until the next sentence.
func (ps *parse) readFrames(i int, p *parsed) *reader {
	from := ps.from
	ps.from = ps.sents[i].From
	r := &ps.reader
	r.begin(ps, p.grammar, ps.sentsBefore+i, p.unit)
	r.read()
	ps.from = from
	return r
}

// inTable reports whether the sentence begins inside a table.
func (ps *parse) inTable(s token.Sentence) bool {
	k := sort.Search(len(ps.tables), func(k int) bool { return ps.tables[k].to > s.From })
	return k < len(ps.tables) && ps.tables[k].from <= s.From
}

// dateline returns where the sentence proper begins, whose first unit is u: after "SAN FRANCISCO, March 3, 2021 (Wire) —" or "(Agency) --".
func (ps *parse) dateline(s token.Sentence, u int) int {
	if !ps.mayHaveDateline(s, u) {
		return s.From
	}
	seenDate, seenParen := false, false
	for i := s.From; i < s.To && i < s.From+maxDateline; i++ {
		t := ps.toks[i]
		switch {
		case t.Is('—') || (t.Is('-') || t.Is('–')) && t.Has(token.Space) || t.Is(':') && seenParen:
			if seenDate || seenParen || i > s.From && i < s.From+6 && ps.allCaps(s.From, i) && ps.toks[s.From].Has(token.Para|token.Line) && ps.entry(s.From).Is(lexicon.Place) {
				return i + 1
			}
			return s.From
		case t.Is(')') && i < s.From+9 && (ps.allCapsOrParen(s.From, i)):
			seenParen = true
		case t.Is('/') && seenDate:
			// /PRNewswire/ --
		case t.Kind == token.Word && ps.entry(i).Verb != 0 && !t.Has(token.Upper):
			return s.From
		}
		if u := ps.unitFrom(i); u < len(ps.units) && int(ps.units[u].from) == i && ps.units[u].kind == unitDate {
			d := ps.dates[ps.units[u].idx]
			seenDate = d.kind == absolute || d.kind == dayOf
		}
	}
	return s.From
}

// maxDateline is how many tokens a dateline has at most.
const maxDateline = 22

// mayHaveDateline reports whether a place, capitals or a mark opens the sentence, or a date follows soon, and a
// dash or a parenthesis stands at the beginning, before any verb: as a rule there is none.
func (ps *parse) mayHaveDateline(s token.Sentence, u int) bool {
	ids := ps.ids[s.From:s.To]
	if t := &ps.toks[s.From]; t.Kind == token.Word && !t.Has(token.AllUpper) && !lexicon.At(ids[0]).Is(lexicon.Place) && !ps.dateBefore(u, s.From+maxDateline) {
		return false
	}
	for i := range ps.toks[s.From:min(s.To, s.From+maxDateline)] {
		switch t := &ps.toks[s.From+i]; t.Kind {
		case token.Word:
			if !t.Has(token.Upper) && lexicon.At(ids[i]).Verb != 0 {
				return false
			}
		case token.Punct:
			if t.R == '—' || t.R == '-' || t.R == '–' || t.R == ')' {
				return true
			}
		}
	}
	return false
}

// dateBefore reports whether a date begins before token to, from unit u on.
func (ps *parse) dateBefore(u, to int) bool {
	for ; u < len(ps.units) && int(ps.units[u].from) < to; u++ {
		if ps.units[u].kind == unitDate {
			return true
		}
	}
	return false
}

func (ps *parse) allCaps(from, to int) bool {
	for i := from; i < to; i++ {
		if ps.toks[i].Kind == token.Word && !ps.toks[i].Has(token.AllUpper) {
			return false
		}
	}
	return true
}

// allCapsOrParen reports whether [from, to) is an optional place in capitals and an agency in parentheses.
func (ps *parse) allCapsOrParen(from, to int) bool {
	for i := from; i < to; i++ {
		t := ps.toks[i]
		if t.Is('(') {
			return true
		}
		if t.Kind == token.Word && !t.Has(token.AllUpper) && !ps.entry(i).Is(lexicon.Place) {
			return false
		}
	}
	return false
}

// titled reads a text whose headline stands apart: as one text, whose spans are then shifted back.
func (p Parser) titled(text string) *Document {
	head := p.Title + "\n\n"
	p.Title = ""
	doc := p.Parse(head + text)
	doc.shift(len(head))
	return doc
}
