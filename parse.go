package funding

import (
	"sort"

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
	ps := scan(text)    // text      → tokens
	ps.parser = p       //
	ps.findMentions()   // tokens    → amounts, stages, dates
	ps.split()          //           → sentences
	ps.settleDates()    //           → the document's own date; dates resolved
	if !ps.anchored() { // nothing that a round could be told with
		return ps.build(nil)
	}
	ps.readTables()         // rows of tables → partial rounds
	ps.readSentences()      // sentences → clauses → frames → partial rounds
	ps.resolve()            // partial rounds → of which company, of which round
	rounds := ps.merge()    // tellings of one event → rounds
	return ps.build(rounds) // → Document
}

// parse is the state of one call of Parse.
type parse struct {
	parser Parser
	text   string
	cut    Cut
	strict bool // a single amount is being read: what stands alone is no word
	toks   []token.Token
	ids    []lexicon.ID // of each token

	units   []unit // amounts, stages and dates in order, without overlap
	money   []MoneyMention
	printed []string // the currencies that the text prints in full
	stages  []Stage
	dates   []dateExpr
	// the unit of each stage and date
	stageUnit, dateUnit []int
	when                []Date // dates resolved
	daysFirst           int    // dates like 23/04/2021
	monthsFirst         int    // dates like 04/23/2021
	pub                 Date   // what relative dates refer to

	sents   []token.Sentence
	tables  []cell             // stretches that were read as tables
	read    []*clause.Sentence // of each sentence that told something; nil for the others, of which only said is kept
	said    []spoken           // whom the sentences speak of, in order
	saidAt  []int32            // where each sentence begins in said
	events  []*event
	known   []*firm
	byWord  map[string][]*firm // companies by the first word of a name, or by their initials
	byName  map[string]*firm   // what find has found, nil for nothing
	defined []name             // names that an apposition or description says are companies
	main    *firm
	focus   []*firm // of each sentence: what "the company" after it means
	trace   []Step
	curSent int
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

// scan tokenizes s and looks every word up.
func scan(s string) *parse {
	ps := &parse{}
	if len(s) > MaxText {
		ps.cut.Bytes = len(s) - MaxText
		s = s[:MaxText]
	}
	ps.text = s
	ps.toks = token.Scan(s, nil)
	ps.ids = make([]lexicon.ID, len(ps.toks))
	for i, t := range ps.toks {
		if t.Kind == token.Word {
			ps.ids[i] = lexicon.Find(t.Text(s))
		}
	}
	ps.unglue()
	return ps
}

// findMentions finds amounts, stages and dates from left to right; the first that fits takes the tokens.
func (ps *parse) findMentions() {
	last := 0 // the token after the last unit
	for i := 0; i < len(ps.toks); {
		if ps.moneyStarts(i) {
			ps.noteCurrency(i)
			if m, from, to, ok := ps.moneyAt(i); ok && from >= last && to > i {
				ps.units = append(ps.units, unit{unitMoney, int32(from), int32(to), int32(len(ps.money))})
				ps.money = append(ps.money, m)
				i, last = to, to
				continue
			}
		}
		if s, to := ps.stageAt(i); to > i {
			ps.stageUnit = append(ps.stageUnit, len(ps.units))
			ps.units = append(ps.units, unit{unitStage, int32(i), int32(to), int32(len(ps.stages))})
			ps.stages = append(ps.stages, s)
			i, last = to, to
			continue
		}
		if d, to := ps.dateAt(i); to > i {
			ps.dateUnit = append(ps.dateUnit, len(ps.units))
			ps.units = append(ps.units, unit{unitDate, int32(i), int32(to), int32(len(ps.dates))})
			ps.dates = append(ps.dates, d)
			i, last = to, to
			continue
		}
		if ps.entry(i).Words > 1 {
			ps.noteCurrency(i)
		}
		i++
	}
	ps.whichCurrency()
}

// anchored reports whether the text holds anything that a round could be told with:
// an amount, a stage, a word for a financing or a verb of giving. The rest of it need not be read.
func (ps *parse) anchored() bool {
	if len(ps.money) > 0 || len(ps.stages) > 0 {
		return true
	}
	for _, id := range ps.ids {
		if e := lexicon.At(id); e.Is(financingWords) || e.Verb != 0 && len(frameIndex[e.Verb]) > 0 {
			return true
		}
	}
	return false
}

func (ps *parse) split() {
	sp := token.Splitter{
		Abbreviation: func(w string) bool { return lexicon.At(lexicon.Find(w)).Is(lexicon.Abbrev) },
		Starter:      func(w string) bool { return lexicon.At(lexicon.Find(w)).Is(lexicon.Starter) },
	}
	for _, s := range sp.Sentences(ps.text, ps.toks, nil) {
		if s.To-s.From > MaxSentence {
			ps.cut.Sentences++
		}
		for s.To-s.From > MaxSentence {
			ps.sents = append(ps.sents, token.Sentence{From: s.From, To: s.From + MaxSentence, Para: s.Para})
			s = token.Sentence{From: s.From + MaxSentence, To: s.To}
		}
		ps.sents = append(ps.sents, s)
	}
}

// settleDates finds the date of the document where the caller gave none, and resolves every date against it.
func (ps *parse) settleDates() {
	ps.pub = ps.parser.Published
	if ps.pub.IsZero() {
		ps.pub = ps.masthead()
	}
	ps.when = make([]Date, len(ps.dates))
	for i, d := range ps.dates {
		ps.when[i] = ps.ordered(d).resolve(ps.pub)
	}
}

// masthead returns the date that the text itself carries: a full date that
// stands alone on its line, or in a dateline before a dash, or after
// "Published"; where there is none of these, one after "Updated".
func (ps *parse) masthead() Date {
	si := 0
	var updated Date
	for _, u := range ps.units {
		if u.kind != unitDate {
			continue
		}
		e := ps.ordered(ps.dates[u.idx])
		if !e.full() || e.date.Day == 0 {
			continue
		}
		for si < len(ps.sents) && ps.sents[si].To <= int(u.from) {
			si++
		}
		if si == len(ps.sents) {
			break
		}
		s := ps.sents[si]
		before, after := int(u.from)-s.From, s.To-int(u.to)
		d := e.date
		switch ps.stamp(int(u.from)) {
		case "published", "posted":
			return d
		case "updated", "modified":
			if updated.IsZero() {
				updated = d
			}
			continue
		}
		if before <= 4 && after <= 5 && !ps.plainWords(s) || before > 0 && before <= 4 && ps.is(int(u.to), '—') {
			return d
		}
		if before <= 9 && after > 0 && ps.dash(int(u.to), 5) {
			return d
		}
	}
	return updated
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

// readSentences reads the sentences that hold an anchor.
func (ps *parse) readSentences() {
	ps.read = make([]*clause.Sentence, len(ps.sents))
	u := 0
	var spans []clause.UnitSpan
	for i, s := range ps.sents {
		ps.saidAt = append(ps.saidAt, int32(len(ps.said)))
		for u < len(ps.units) && int(ps.units[u].from) < s.From {
			u++
		}
		first := u
		spans = spans[:0:0]
		for u < len(ps.units) && int(ps.units[u].to) <= s.To {
			spans = append(spans, clause.UnitSpan{From: ps.units[u].from, To: ps.units[u].to, When: ps.units[u].kind == unitDate && !ps.attributive(ps.units[u])})
			u++
		}
		if s.To-s.From < 2 || ps.inTable(s) {
			continue
		}
		c := clause.Read(ps.text, ps.toks, ps.ids, spans, ps.dateline(s), s.To)
		if len(c.Elems) == 0 {
			continue // nothing but a dateline
		}
		ps.curSent = i
		r := reader{ps: ps, s: c, sent: i, first: first}
		r.read()
		r.listen()
		if len(r.mine) > 0 || i == 0 || ps.parser.Trace {
			ps.read[i] = c
		}
	}
	ps.saidAt = append(ps.saidAt, int32(len(ps.said)))
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
