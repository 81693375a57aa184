package funding

import (
	"slices"
	"sort"
	"sync"

	"example.com/funding/internal/clause"
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
func (p Parser) Parse(text string) *Document {
	if p.Title != "" {
		return p.titled(text)
	}
	ps := newParse(p, text)
	defer ps.free()
	if !p.Trace && !ps.skim() { // most texts of a crawl end here
		return ps.build(nil)
	}
	return ps.build(ps.readAll())
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

// skim reads the text a paragraph at a time, keeps the mentions and forgets the
// words. It stops and reports true at the first sentence that tells of a deal,
// since what the others say counts only then. Of a sentence without an amount, a stage or a
// word of financing not even the grammar is read: no row of the frames makes a round of it.
func (ps *parse) skim() bool {
	for ps.paragraph() {
		ps.findMentions()
		deal := ps.cues&lexicon.DealCue != 0 || len(ps.money) > 0 || len(ps.stages) > 0
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
	for ; u < len(ps.units) && int(ps.units[u].from) < s.To; u++ {
		if ps.units[u].kind != unitDate {
			return true
		}
	}
	for i := s.From; i < s.To; i++ {
		if lexicon.CuesOf(ps.ids[i])&lexicon.DealCue != 0 {
			return true
		}
	}
	return false
}

// scan reads the whole text and keeps it.
func (ps *parse) scan() {
	for ps.paragraph() {
		ps.makeRoom()
		ps.findMentions()
		ps.split()
		ps.findMasthead()
	}
	ps.from, ps.whole = 0, true
}

// makeRoom makes room for the tokens of the rest of the text, if it is like what
// was read: letting a large slice grow bit by bit takes twice its size.
func (ps *parse) makeRoom() {
	read, left := len(ps.text)-ps.scanner.Left(), ps.scanner.Left()
	if n := len(ps.toks); read > 0 && left > 0 && cap(ps.toks)-n < 2*maxParagraph {
		more := int(int64(n)*int64(left)/int64(read)) + min(left, 2*maxParagraph)
		ps.toks, ps.ids = slices.Grow(ps.toks, more), slices.Grow(ps.ids, more)
	}
}

// parse is the state of one call of Parse.
type parse struct {
	parser Parser
	rules  *ruleSet
	text   string
	cut    Cut
	strict bool // a single amount is being read: what stands alone is no word
	every  bool // every word is looked at, for tests: the cues must lose nothing
	whole  bool // the tokens are those of the whole text

	scanner token.Scanner
	toks    []token.Token
	ids     []lexicon.ID // of each token
	from    int          // what is being read begins at this token
	cues    lexicon.Cue  // of the paragraph's words
	looks   []int32      // tokens of the paragraph that a mention may begin with

	currencies []int32 // tokens of the paragraph that may be the currency of an amount
	strange    []int32 // unknown words of the paragraph that are no plain names

	units    []unit // amounts, stages and dates in order, without overlap
	money    []MoneyMention
	shared   []*family // of each amount, what its sign or word may stand for; nil if it is clear
	printed  []string  // the currencies that the text prints in full
	stages   []Stage
	stageAts []Span
	dates    []dateExpr
	dateAts  []Span
	when     []Date // dates resolved

	daysFirst   int // dates like 23/04/2021
	monthsFirst int // dates like 04/23/2021
	pub         Date
	stamps      []stampedDate // dates that may be the document's own

	sentsBefore int // sentences of paragraphs that are forgotten
	sents       []token.Sentence
	tables      []cell             // stretches that were read as tables
	read        []*clause.Sentence // of each sentence whose grammar is asked for again; nil for the others, of which only said is kept
	said        []spoken           // whom the sentences speak of, in order
	saidAt      []int32            // where each sentence begins in said
	events      []*event
	known       []*firm
	names       names
	defined     []name // names that an apposition or description says are companies
	main        *firm
	focus       []*firm // of each sentence: what "the company" after it means
	trace       []Step

	// memory that is used again
	uncut       []token.Token
	cuts        []int32
	reader      reader
	attempt     attempt
	spans       []clause.UnitSpan
	sentences   []*clause.Sentence
	grammars    int // of sentences, how many are kept
	eventBlocks []*eventBlock
	eventsUsed  int
	firms       []*firm
	firmsUsed   int
	backers     []backer
	collected   [2]facts
	rounds      []*round
	roundStore  []*round
	roundsUsed  int
	groups      []group
	groupOf     map[int32]int // groups by the form of their first name
}

type unitKind uint8

const (
	unitMoney unitKind = iota
	unitStage
	unitDate
)

// unit is a recognised stretch of tokens; idx counts within its kind.
type unit struct {
	kind     unitKind
	from, to int32
	idx      int32
}

// parses holds the memory of calls that have ended. A call takes one of these or
// makes one, and shares it with no other.
var parses = sync.Pool{New: func() any { return new(parse) }}

// newParse begins to read text.
func newParse(p Parser, text string) *parse {
	ps := parses.Get().(*parse)
	ps.begin(p, text)
	return ps
}

// begin makes ps read text. It keeps the memory of what it read before, and nothing else.
func (ps *parse) begin(p Parser, text string) {
	ps.names.reset()
	*ps = parse{parser: p, text: text, rules: rules(), names: ps.names,
		toks: ps.toks[:0], ids: ps.ids[:0], looks: ps.looks[:0], currencies: ps.currencies[:0], strange: ps.strange[:0], units: ps.units[:0], sents: ps.sents[:0],
		money: empty(ps.money), shared: ps.shared[:0], stages: ps.stages[:0], stageAts: ps.stageAts[:0], printed: empty(ps.printed),
		dates: ps.dates[:0], dateAts: ps.dateAts[:0], when: ps.when[:0], stamps: ps.stamps[:0],
		tables: ps.tables[:0], read: empty(ps.read), said: empty(ps.said), saidAt: ps.saidAt[:0],
		events: empty(ps.events), known: empty(ps.known), defined: empty(ps.defined), focus: empty(ps.focus),
		reader: ps.reader, uncut: ps.uncut[:0], cuts: ps.cuts[:0], spans: ps.spans[:0], sentences: ps.sentences, eventBlocks: ps.eventBlocks, firms: ps.firms,
		attempt: ps.attempt, collected: ps.collected, backers: empty(ps.backers),
		rounds: empty(ps.rounds), roundStore: ps.roundStore, groups: ps.groups[:0], groupOf: ps.groupOf}
	if len(text) > MaxText {
		ps.cut.Bytes = len(text) - MaxText
		ps.text = text[:MaxText]
	}
	ps.scanner.Text = ps.text
}

// empty returns list without elements, and lets go of what they referred to.
func empty[T any](list []T) []T {
	clear(list)
	return list[:0]
}

// maxKept is how many tokens, or dates, the memory of a text may hold that is kept for the next.
const maxKept = 1 << 16

// free gives the memory of ps back, unless the text was much longer than most. Nothing of the text is kept alive.
func (ps *parse) free() {
	if cap(ps.toks) > maxKept || cap(ps.dates) > maxKept {
		return
	}
	for i := range min(len(ps.sentences), ps.grammars+1) {
		ps.sentences[i].Read("", nil, nil, nil, 0, 0)
	}
	for i := 0; i < len(ps.eventBlocks) && i*len(eventBlock{}) < ps.eventsUsed; i++ {
		clear(ps.eventBlocks[i][:])
	}
	for _, c := range ps.firms[:ps.firmsUsed] {
		*c = firm{empty(c.names), empty(c.rounds), empty(c.stated)}
	}
	for _, r := range ps.roundStore[:ps.roundsUsed] {
		*r = round{told: r.told[:0]}
	}
	for _, g := range ps.groups[:cap(ps.groups)] {
		clear(g.names[:cap(g.names)])
	}
	ps.reader.end()
	ps.attempt = attempt{x: ps.attempt.x, pre: ps.attempt.pre}
	for _, f := range [...]*facts{&ps.attempt.x, &ps.attempt.pre, &ps.collected[0], &ps.collected[1]} {
		clear(f.investors[:cap(f.investors)])
		f.clear()
	}
	ps.begin(Parser{}, "")
	parses.Put(ps)
}

// maxParagraph is how many tokens of a paragraph are kept in mind at once, if it has lines to cut it at.
const maxParagraph = 1 << 13

// paragraph scans the next paragraph and looks every word up. It reports false at the end of the text.
func (ps *parse) paragraph() bool {
	ps.from = len(ps.toks)
	var cut bool
	ps.toks, cut = ps.scanner.Paragraph(ps.toks, maxParagraph)
	if len(ps.toks) == ps.from {
		return false
	}
	if cut {
		ps.cut.Sentences++
	}
	ps.lookUp()
	if ps.damaged() {
		ps.unglue()
		ps.lookUp()
	}
	for _, at := range ps.looks {
		switch i := int(at); ps.toks[i].Kind {
		case token.Word:
			if ps.currencyWord(i) {
				ps.currencies = append(ps.currencies, at)
			}
		case token.Punct:
			if ps.currencySign(i) != 0 {
				ps.currencies = append(ps.currencies, at)
			}
		}
	}
	return true
}

// lookUp looks every word of the paragraph up, and notes the tokens that a mention may begin with or that may be a currency.
func (ps *parse) lookUp() {
	ps.cues, ps.looks, ps.currencies, ps.strange = 0, ps.looks[:0], ps.currencies[:0], ps.strange[:0]
	ps.ids = slices.Grow(ps.ids[:ps.from], len(ps.toks)-ps.from)[:len(ps.toks)]
	for i := ps.from; i < len(ps.toks); i++ {
		t := &ps.toks[i]
		var look bool
		switch t.Kind {
		case token.Word:
			id := lexicon.FindIn(ps.text, int(t.Start), int(t.End))
			c := lexicon.CuesOf(id)
			ps.ids[i] = id
			ps.cues |= c
			look = c&mentionCues != 0 || t.End-t.Start == 1
			if !lexicon.Known(id) {
				look = look || t.End-t.Start == 4 && t.Has(token.AllUpper)
				if !t.Has(token.Upper) || t.Has(token.Mixed) {
					ps.strange = append(ps.strange, int32(i))
				}
			}
		default:
			ps.ids[i] = 0
			look = t.Kind == token.Number || t.Kind == token.Punct && (t.R == '$' || t.R >= 0x80 && !(0x2010 <= t.R && t.R < 0x2070)) // no dashes or quotation marks
		}
		if look || ps.every {
			ps.looks = append(ps.looks, int32(i))
		}
	}
}

// mentionCues are the cues of the words that a mention may begin with.
const mentionCues = lexicon.AmountCue | lexicon.TimeCue | lexicon.CountCue | lexicon.StageCue | lexicon.CurrencyCue | lexicon.CurrenciesCue

// forget drops the tokens of the paragraph and what refers to them.
func (ps *parse) forget() {
	ps.sentsBefore += len(ps.sents)
	ps.toks, ps.ids, ps.units, ps.sents, ps.events, ps.eventsUsed = ps.toks[:0], ps.ids[:0], ps.units[:0], ps.sents[:0], empty(ps.events), 0
	ps.stages, ps.stageAts = ps.stages[:0], ps.stageAts[:0]
}

// findMentions finds amounts, stages and dates of the paragraph from left to right; the first that fits takes the tokens.
func (ps *parse) findMentions() {
	last := ps.from // the token after the last unit
	amounts := len(ps.currencies) > 0 || ps.every
	for _, at := range ps.looks {
		i := int(at)
		if i < last {
			continue
		}
		if amounts && ps.moneyStarts(i) {
			ps.noteCurrency(i)
			if m, from, to, ok := ps.moneyAt(i); ok && from >= last && to > i {
				ps.addMoney(m, from, to)
				last = to
				continue
			}
		}
		c := lexicon.CuesOf(ps.ids[i])
		if t := &ps.toks[i]; c&lexicon.StageCue == 0 && t.End-t.Start > 1 && !ps.every {
		} else if s, to := ps.stageAt(i); to > i {
			ps.addUnit(unitStage, i, to, len(ps.stages))
			ps.stages, ps.stageAts = append(ps.stages, s), append(ps.stageAts, ps.bytes(i, to))
			last = to
			continue
		}
		if c&lexicon.CountCue != 0 && !ps.opensTime(i) && !ps.every {
		} else if d, to := ps.dateAt(i); to > i {
			ps.addUnit(unitDate, i, to, len(ps.dates))
			ps.dates, ps.dateAts = append(ps.dates, d), append(ps.dateAts, ps.bytes(i, to))
			last = to
			continue
		}
		if amounts && ps.entry(i).Words > 1 {
			ps.noteCurrency(i)
		}
	}
}

func (ps *parse) addUnit(kind unitKind, from, to, idx int) {
	ps.units = append(ps.units, unit{kind, int32(from), int32(to), int32(idx)})
}

// bytes returns where the tokens [from, to) stand.
func (ps *parse) bytes(from, to int) Span {
	return Span{int(ps.toks[from].Start), int(ps.toks[to-1].End)}
}

// split cuts the paragraph into sentences.
func (ps *parse) split() {
	sp := token.Splitter{
		Abbreviation: func(i int) bool { return ps.entry(i).Is(lexicon.Abbrev) },
		Starter:      func(i int) bool { return ps.entry(i).Is(lexicon.Starter) },
		Unfinished: func(i int) bool {
			return ps.beginsLower(i) && ps.entry(i).Is(lexicon.Prep|lexicon.Conj|lexicon.Det|lexicon.Aux)
		},
	}
	first := len(ps.sents)
	ps.sents = sp.Sentences(ps.text, ps.toks, ps.from, ps.sents)
	for k := first; k < len(ps.sents); k++ {
		s := ps.sents[k]
		if s.To-s.From <= MaxSentence {
			continue
		}
		if k == first || ps.sents[k-1].To < s.From || ps.sents[k-1].To-ps.sents[k-1].From < MaxSentence {
			ps.cut.Sentences++
		}
		ps.sents[k].To = s.From + MaxSentence
		ps.sents = slices.Insert(ps.sents, k+1, token.Sentence{From: s.From + MaxSentence, To: s.To})
	}
}

// settleDates finds the date of the document where the caller gave none, and resolves every date against it.
func (ps *parse) settleDates() {
	ps.pub = ps.parser.Published
	if ps.pub.IsZero() {
		ps.pub = ps.masthead()
	}
	for _, d := range ps.dates {
		ps.when = append(ps.when, ps.ordered(d).resolve(ps.pub))
	}
	ps.whichCurrency()
}

// stampedDate is a date that may be the document's own.
type stampedDate struct {
	date    int
	updated bool // that of a later change
}

// masthead returns the date that the text itself carries: a full date that
// stands alone on its line, or in a dateline before a dash, or after
// "Published"; where there is none of these, one after "Updated".
func (ps *parse) masthead() Date {
	var updated Date
	for _, s := range ps.stamps {
		e := ps.ordered(ps.dates[s.date])
		switch {
		case !e.full():
		case !s.updated:
			return e.date
		case updated.IsZero():
			updated = e.date
		}
	}
	return updated
}

// datedHere reports whether the paragraph holds a date that may be the document's own, if none is known.
func (ps *parse) datedHere() bool {
	if !ps.parser.Published.IsZero() {
		return false
	}
	for u := ps.unitFrom(ps.from); u < len(ps.units); u++ {
		if ps.wholeDate(ps.units[u]) {
			return true
		}
	}
	return false
}

// wholeDate reports whether u is a date to the day.
func (ps *parse) wholeDate(u unit) bool {
	return u.kind == unitDate && ps.dates[u.idx].date.Day != 0 && (ps.dates[u.idx].kind == absolute || ps.dates[u.idx].kind == eitherDay)
}

// findMasthead notes the dates of the paragraph that may be the document's own.
func (ps *parse) findMasthead() {
	if !ps.parser.Published.IsZero() {
		return
	}
	si := 0
	for k := ps.unitFrom(ps.from); k < len(ps.units); k++ {
		u := ps.units[k]
		if !ps.wholeDate(u) {
			continue
		}
		if n := len(ps.stamps); n > 0 && !ps.stamps[n-1].updated && ps.dates[ps.stamps[n-1].date].full() {
			return // the first counts
		}
		for si < len(ps.sents) && ps.sents[si].To <= int(u.from) {
			si++
		}
		if si == len(ps.sents) {
			break
		}
		s := ps.sents[si]
		before, after := int(u.from)-s.From, s.To-int(u.to)
		switch ps.stamp(int(u.from)) {
		case "published", "posted":
			ps.stamps = append(ps.stamps, stampedDate{int(u.idx), false})
			continue
		case "updated", "modified":
			ps.stamps = append(ps.stamps, stampedDate{int(u.idx), true})
			continue
		}
		if before <= 4 && after <= 5 && !ps.plainWords(s) || before > 0 && before <= 4 && ps.is(int(u.to), '—') ||
			before <= 9 && after > 0 && ps.dash(int(u.to), 5) {
			ps.stamps = append(ps.stamps, stampedDate{int(u.idx), false})
		}
	}
}

// stamp returns the word before the date at token i that says whose date it is:
// "Published: …", "Updated on …". A "published on" in mid-sentence is that of something else.
func (ps *parse) stamp(i int) string {
	k := i - 1
	for k > i-3 && (ps.is(k, ':') || ps.fold(k) == "on") {
		k--
	}
	switch w := ps.fold(k); w {
	case "published", "posted", "updated", "modified":
		if k == i-1 || ps.toks[k].Has(token.Line) || k > 0 && ps.toks[k-1].Has(token.Line) {
			return w
		}
	}
	return ""
}

// plainWords reports whether lower-case words stand in the sentence: it is prose, no masthead.
func (ps *parse) plainWords(s token.Sentence) bool {
	for i := s.From; i < s.To; i++ {
		if ps.beginsLower(i) && ps.toks[i].End-ps.toks[i].Start > 2 && !ps.entry(i).Is(lexicon.Month|lexicon.Weekday) {
			switch ps.fold(i) {
			case "published", "posted", "updated":
			default:
				return true
			}
		}
	}
	return false
}

// dash reports whether a dash or a wire's mark stands within n tokens from i: "March 3, 2021 (Newswire) —".
func (ps *parse) dash(i, n int) bool {
	for j := i; j < len(ps.toks) && j < i+n; j++ {
		t := ps.toks[j]
		if t.Is('—') || (t.Is('-') || t.Is('–')) && t.Has(token.Space) || t.Is('/') {
			return true
		}
		if t.Is('.') && t.Has(token.Space) {
			return false
		}
	}
	return false
}

// readSentences reads every sentence: also those without an anchor say who "the company" is.
func (ps *parse) readSentences() {
	ps.read = zeroed(ps.read, len(ps.sents))
	u := 0
	for i, s := range ps.sents {
		ps.saidAt = append(ps.saidAt, int32(len(ps.said)))
		u = ps.unitsTo(u, s.From)
		if ps.inTable(s) {
			continue
		}
		r := ps.readSentence(i, u, ps.grammar())
		if r == nil {
			continue
		}
		r.settleDates()
		r.definitions()
		r.complements()
		r.roles()
		r.listen()
		if i == 0 || ps.parser.Trace || slices.ContainsFunc(r.mine, func(e *event) bool { return e.company.kind == anaphor }) {
			ps.read[i] = r.s
			ps.grammars++ // and is not used again
		}
	}
	ps.saidAt = append(ps.saidAt, int32(len(ps.said)))
}

// unitsTo returns the first unit from u on that begins at token from or after it.
func (ps *parse) unitsTo(u, from int) int {
	for u < len(ps.units) && int(ps.units[u].from) < from {
		u++
	}
	return u
}

// grammar returns a sentence that nothing refers to.
func (ps *parse) grammar() *clause.Sentence {
	if ps.grammars == len(ps.sentences) {
		ps.sentences = append(ps.sentences, new(clause.Sentence))
	}
	return ps.sentences[ps.grammars]
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

// keep returns a copy of list and more that lasts as long as the call.
func (ps *parse) keep(list []backer, more ...backer) []backer {
	n := len(ps.backers)
	ps.backers = append(append(ps.backers, list...), more...)
	return ps.backers[n:len(ps.backers):len(ps.backers)]
}

// newFirm returns a company without a name.
func (ps *parse) newFirm() *firm {
	if ps.firmsUsed == len(ps.firms) {
		ps.firms = append(ps.firms, new(firm))
	}
	ps.firmsUsed++
	return ps.firms[ps.firmsUsed-1]
}

// readSentence reads the grammar of sentence i, whose first unit is u, into c, and its
// events. It returns nil if the sentence is nothing but a dateline. The reader serves until the next sentence.
func (ps *parse) readSentence(i, u int, c *clause.Sentence) *reader {
	s := ps.sents[i]
	if s.To-s.From < 2 {
		return nil
	}
	defer func(from int) { ps.from = from }(ps.from)
	ps.from = s.From
	spans := ps.spans[:0]
	for k := u; k < len(ps.units) && int(ps.units[k].to) <= s.To; k++ {
		spans = append(spans, clause.UnitSpan{From: ps.units[k].from, To: ps.units[k].to, When: ps.units[k].kind == unitDate && !ps.attributive(ps.units[k])})
	}
	ps.spans = spans
	c.Read(ps.text, ps.toks[:s.To], ps.ids, spans, ps.dateline(s), s.To)
	if len(c.Elems) == 0 {
		return nil
	}
	r := &ps.reader
	r.begin(ps, c, ps.sentsBefore+i, u)
	r.read()
	return r
}

// lone reports whether the text is a single sentence, as headlines are.
func (ps *parse) lone() bool {
	return ps.sentsBefore == 0 && len(ps.sents) == 1 && (ps.whole || ps.scanner.Done())
}

// inTable reports whether the sentence begins inside a table.
func (ps *parse) inTable(s token.Sentence) bool {
	k := sort.Search(len(ps.tables), func(k int) bool { return ps.tables[k].to > s.From })
	return k < len(ps.tables) && ps.tables[k].from <= s.From
}

// attributive reports whether a date stands as an adjective: "its 2017 Series B".
func (ps *parse) attributive(u unit) bool {
	i := int(u.from)
	if u.to != u.from+1 || !ps.kind(i, token.Number) {
		return false
	}
	f := ps.fold(i - 1)
	return ps.kind(i-1, token.Poss) || f == "its" || f == "their" || f == "the" || f == "a" || f == "his" || f == "her"
}

// dateline returns where the sentence proper begins: after "SAN FRANCISCO, March 3, 2021 (Wire) —" or "(Agency) --".
func (ps *parse) dateline(s token.Sentence) int {
	seenDate, seenParen := false, false
	for i := s.From; i < s.To && i < s.From+22; i++ {
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

// unitFrom returns the first unit that begins at token i or after it.
func (ps *parse) unitFrom(i int) int {
	return sort.Search(len(ps.units), func(k int) bool { return int(ps.units[k].from) >= i })
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
