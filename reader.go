package funding

import (
	"slices"
	"strings"

	"example.com/funding/internal/names"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/reuse"
)

// reader applies the frames to the clauses of one sentence.
type reader struct {
	*names.Reader
	ps     *parse
	first  int      // the sentence's first unit in ps.units
	mine   []*event // events of this sentence
	heads  []verbal // of each clause
	nouns  []noun   // of each node, if it is a noun phrase
	bare   bool     // a clause has an auxiliary alone as its verb
	adds   bool     // a clause has a verb with rows that add to events
	founds bool     // a clause has "found" as its verb

	telling []int32 // the noun phrases that hold an amount or a word of financing, or speak of taking part
}

// verbal is how a clause is read.
type verbal struct {
	sense uint16 // its verb, or what that means together with another word
	done  bool   // a frame has read it
}

// noun is what is known of a noun phrase.
type noun struct {
	known
	phrase phrase
}

// known is what is forgotten of a noun phrase at once.
type known struct {
	owner int32 // the event it belongs to: its number in mine, from 1; 0 for none
	tells bool  // it holds an amount, a stage or a word of financing, or speaks of taking part
	subj  bool  // it is a subject; see listen
	read  bool  // phrase is known
	have  need  // what it holds at most of what a row may need
}

// begin turns to sentence s, number sent of the text, whose first unit is first.
func (r *reader) begin(ps *parse, s *grammar.Sentence, sent, first int) {
	r.ps, r.first, r.mine = ps, first, r.mine[:0]
	r.Reader.Begin(s, sent)
	r.bare, r.adds, r.founds = false, false, false
	r.heads = reuse.Zeroed(r.heads, len(s.Clauses))
	if n := len(s.Nodes); n > cap(r.nouns) {
		r.nouns = make([]noun, n, 2*n)
	}
	r.nouns = r.nouns[:len(s.Nodes)]
	r.telling = r.telling[:0]
	nodes, nouns, elems, ids := s.Nodes, r.nouns[:len(s.Nodes)], s.Elems, ps.IDs
	for k := range nodes {
		nd := &nodes[k]
		if nd.Kind != grammar.NP {
			continue
		}
		n := &nouns[k]
		n.known = known{}
		if nd.Class&(financingWords|lexicon.Further) != 0 || nd.Holds&grammar.Units != 0 || takingPart(ids[elems[nd.To-1].From]) ||
			nd.Holds&grammar.Joints != 0 && r.opensWith(nd, lexicon.WordExtension) {
			if r.readPhrase(k, n); n.tells { // as a rule
				r.telling = append(r.telling, int32(k))
			}
		}
	}
}

// opensWith reports whether an element of the noun phrase nd has the word w first.
func (r *reader) opensWith(nd *grammar.Node, w lexicon.ID) bool {
	for i := nd.From; i < nd.To; i++ {
		if r.FirstID(i) == w {
			return true
		}
	}
	return false
}

// end lets go of the sentence.
func (r *reader) end() {
	r.ps = nil
	r.Reader.End()
	clear(r.mine[:cap(r.mine)])
}

// event is what one frame has read: a round in part.
type event struct {
	frame     string
	sent      int
	pos       int // byte offset of the evidence, for order
	company   names.Name
	money     int32 // index of a mention, -1 if none
	stage     int32
	date      int32
	value     int32
	total     int32
	basis     Basis
	kind      Kind
	status    Status
	investors []backer
	weak      bool // adds to a round told elsewhere
	perfect   bool // "has raised": perhaps a total
	marked    bool // a round word, stage, date or lead says that it is an event
	past      bool // told as an earlier one
	extension bool
	alone     bool // is not to be joined with another event of its sentence
	definite  bool // "the $5M Series A", not "a"
	spoken    bool // a word for a financing stands there, if nothing else
	mixed     bool // equity and debt in one
	target    *names.Firm
}

type backer struct {
	name names.Name
	lead bool
}

func (r *reader) event(frame string, at int) *event {
	e := r.ps.nextEvent()
	*e = event{frame: frame, sent: r.Sent, pos: r.Span(r.S.Nodes[at].From, r.S.Nodes[at].To).Start, money: -1, stage: -1, date: -1, value: -1, total: -1}
	return e
}

// add takes e, which nextEvent has returned.
func (r *reader) add(e *event) {
	r.ps.eventsUsed++
	r.mine = append(r.mine, e)
	r.ps.events = append(r.ps.events, e)
	r.note(e, "")
}

// note adds a step to the trace, if one is wanted.
func (r *reader) note(e *event, before string) {
	if r.ps.parser.Trace {
		r.ps.trace = append(r.ps.trace, Step{Sentence: r.Sent, Frame: e.frame, Result: before + r.describeEvent(e)})
	}
}

// read applies the frames to every clause, then reads what noun phrases tell without a verb.
func (r *reader) read() {
	for i := range r.S.Clauses {
		r.clause(i)
	}
	if r.adds {
		for i := range r.S.Clauses {
			r.addition(i)
		}
	}
	r.anyVerb()
	r.didToo()
	r.nominal()
}

// anyVerb reads headlines whose verb is in no row but whose object is plainly a round: "Foo soaks up $3M in seed funding".
func (r *reader) anyVerb() {
	if len(r.telling) == 0 || len(r.mine) > 0 || !r.headline() {
		return
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb < 0 || r.heads[i].done {
			continue
		}
		g := &r.S.Nodes[c.Verb].VG
		if g.Verb == 0 || g.Form != grammar.Finite || g.Passive || dealVerb(g.Verb) || r.ps.rules.ofVerb[g.Verb].has() {
			continue
		}
		for k := range c.Args {
			a := &c.Args[k]
			switch r.prep(a) {
			case 0, lexicon.WordUp, lexicon.WordIn, lexicon.WordDown, lexicon.WordOn:
			default:
				continue
			}
			ph := r.phrase(a.Items[0].NP)
			if ph.money >= 0 && (ph.stage >= 0 || ph.class&lexicon.Stronground != 0 || r.inRound(a.Items[0].NP)) && k <= 1 {
				if r.apply(i, &r.ps.rules.anyVerb) {
					r.heads[i].done = true
					return
				}
			}
		}
	}
}

// clause applies the rows of the clause's verb that make an event; the first that fits does.
func (r *reader) clause(ci int) {
	c := &r.S.Clauses[ci]
	if c.Verb < 0 || r.S.Nodes[c.Verb].VG.Verb == 0 {
		r.bare = r.bare || c.Verb >= 0
		r.talks(ci)
		return
	}
	verb := r.S.Nodes[c.Verb].VG.Verb
	r.founds = r.founds || verb == lexicon.LemmaFound
	rows := &r.ps.rules.ofVerb[verb]
	if !rows.any {
		return // most verbs
	}
	if len(rows.light) > 0 {
		verb = r.lightVerb(c)
		rows = &r.ps.rules.ofVerb[verb]
	}
	r.heads[ci].sense = verb
	r.adds = r.adds || len(rows.weak) > 0
	for _, f := range rows.strong {
		if r.apply(ci, f) {
			r.heads[ci].done = true
			return
		}
	}
}

// addition applies the rows of the clause's verb that add to the event of another clause.
func (r *reader) addition(ci int) {
	if r.heads[ci].done {
		return
	}
	for _, f := range r.ps.rules.ofVerb[r.heads[ci].sense].weak {
		if r.apply(ci, f) {
			r.heads[ci].done = true
			return
		}
	}
}

// lightVerb returns the clause's verb or, if it means another one together with its first word, that one; the word is then no argument any more.
func (r *reader) lightVerb(c *grammar.Clause) uint16 {
	nd := &r.S.Nodes[c.Verb]
	verb, next := nd.VG.Verb, nd.To
	for _, l := range r.ps.rules.ofVerb[verb].light {
		if next < len(r.S.Elems) && r.FirstID(next) == l.word && (len(c.Args) == 0 || c.Args[0].Prep != 0 || r.S.Nodes[c.Args[0].Items[0].NP].From != next) {
			return l.as
		}
		if len(c.Args) > 0 && c.Args[0].Prep == 0 {
			nd := &r.S.Nodes[c.Args[0].Items[0].NP]
			if r.LastID(nd.To-1) == l.word && nd.To-nd.From <= 2 {
				c.Args = c.Args[1:]
				return l.as
			}
		}
	}
	return verb
}

// link finds the event of this sentence that a clause belongs to: the one that owns what it modifies, else the last one.
func (r *reader) link(x *facts, c *grammar.Clause) *event {
	if c.Ante >= 0 {
		if e := r.nouns[c.Ante].owner; e != 0 {
			return r.mine[e-1]
		}
	}
	for _, k := range x.nodes {
		if e := r.nouns[k].owner; e != 0 {
			return r.mine[e-1]
		}
	}
	if len(r.mine) == 0 {
		return nil
	}
	if c.Ante < 0 && r.S.Nodes[c.Verb].VG.Form == grammar.Finite && len(c.Subj) > 0 && r.mine[len(r.mine)-1].past && r.definiteNP(c.Subj[0]) {
		return nil // "the round, which comes after raising $5M, was led by"
	}
	at := r.Span(r.S.Nodes[c.Verb].From, r.S.Nodes[c.Verb].To).Start
	best := r.mine[0]
	for _, e := range r.mine {
		if e.pos <= at && e.pos >= best.pos {
			best = e
		}
	}
	return best
}

// agrees reports whether e can be told of the same round as t.
func (r *reader) agrees(t, e *event) bool {
	if e.money >= 0 && t.money >= 0 && e.money != t.money && !r.ps.Money[e.money].Same(&r.ps.Money[t.money]) {
		return false
	}
	if e.stage >= 0 && t.stage >= 0 && !r.ps.Stages[e.stage].Same(r.ps.Stages[t.stage]) {
		return false
	}
	return e.company.Kind != names.Named || t.company.Kind != names.Named || r.ps.names.Same(r.ps.names.FormOf(&e.company), r.ps.names.FormOf(&t.company))
}

// own gives e, which is in mine or is to be added next, the noun phrases that belong to no other event.
func (r *reader) own(e *event, nodes []int) {
	no := slices.Index(r.mine, e) + 1
	if no == 0 {
		no = len(r.mine) + 1
	}
	for _, k := range nodes {
		if n := &r.nouns[k]; n.owner == 0 {
			n.owner = int32(no)
		}
	}
}

// absorb fills what is missing in t from e.
func (r *reader) absorb(t, e *event) {
	if t.money < 0 {
		t.money = e.money
	}
	if t.stage < 0 {
		t.stage = e.stage
	}
	if t.value < 0 {
		t.value, t.basis = e.value, e.basis
	}
	if t.total < 0 {
		t.total = e.total
	}
	if t.kind == Equity {
		t.kind = e.kind
	}
	if t.company.Kind == names.Unnamed {
		t.company = e.company
	}
	t.investors = r.ps.keep(t.investors, e.investors...)
	t.marked = t.marked || e.marked || len(e.investors) > 0
}

func (r *reader) describeEvent(e *event) string {
	var b strings.Builder
	b.WriteString(e.company.Text)
	if e.company.Kind == names.Anaphor {
		b.WriteString("(the company)")
	}
	if e.money >= 0 {
		b.WriteString(" | " + moneyFrom(&r.ps.Money[e.money]).String())
	}
	if e.stage >= 0 {
		b.WriteString(" | " + r.ps.Stages[e.stage].String())
	}
	for _, x := range e.investors {
		b.WriteString(" | ")
		if x.lead {
			b.WriteString("*")
		}
		b.WriteString(x.name.Text)
	}
	if e.value >= 0 {
		b.WriteString(" | val=" + moneyFrom(&r.ps.Money[e.value]).String())
	}
	if e.total >= 0 {
		b.WriteString(" | total=" + moneyFrom(&r.ps.Money[e.total]).String())
	}
	return b.String()
}
