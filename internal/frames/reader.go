package frames

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/reuse"
)

// Reader applies the table of meanings to the clauses of one sentence after the other.
// What it gives lasts until Reset, and grows with every sentence.
type Reader struct {
	Tellings []deal.Telling
	Defined  []names.Name // names that an apposition or a description says are companies
	Opening  names.Name   // whom the first sentence is about by its form alone: its subject, one plain name
	Heard    []deal.Heard // whom the sentences speak of, in order
	HeardAt  []int32      // where each sentence begins in Heard; of the last sentence, also where it ends
	Groups   []int32      // the sentences that speak of givers without naming them, in order
	Roles    []deal.Role  // of the amounts, as far as words beside them say one; see RoleOf
	Trace    bool         // Steps are wanted
	Steps    []Step

	*names.Reader
	mentions *mention.Reader
	register *names.Register
	rules    *Rules

	first  int      // the sentence's first unit among those of mentions
	mine   []*event // events of this sentence
	heads  []verbal // of each clause
	nouns  []noun   // of each node, if it is a noun phrase
	bare   bool     // a clause has an auxiliary alone as its verb
	adds   bool     // a clause has a verb with rows that add to events
	founds bool     // a clause has "found" as its verb

	telling []int32 // the noun phrases that hold an amount or a word of financing, or speak of taking part

	// memory that the next sentence uses again
	attempt   Attempt
	collected [2]facts
	blocks    []*eventBlock
	used      int // events of blocks that belong to this sentence

	givers []deal.Giver // what the givers of tellings are cut from
}

// Step is what a row read in a sentence, for a trace.
type Step struct {
	Sent  int
	Row   string
	Added string // the row of the telling that it was added to, "" if it stands by itself
	deal.Telling
}

// NewReader returns a reader of sentences whose amounts, stages and dates m has found. Names are compared by register.
func NewReader(m *mention.Reader, register *names.Register, rules *Rules) *Reader {
	return &Reader{Reader: names.NewReader(&m.Reader.View, register.Rules()), mentions: m, register: register, rules: rules}
}

// Reset forgets what was read of one text, and keeps the memory. Trace stays.
func (r *Reader) Reset() {
	r.Tellings, r.Defined, r.givers = reuse.Emptied(r.Tellings), reuse.Emptied(r.Defined), reuse.Emptied(r.givers)
	r.Steps, r.Opening = nil, names.Name{}
	r.Heard, r.HeardAt, r.Roles, r.Groups = r.Heard[:0], r.HeardAt[:0], r.Roles[:0], r.Groups[:0]
	r.forgetEvents()
	r.Reader.End()
	r.attempt.aka = nil
	for _, f := range [...]*facts{&r.attempt.x, &r.attempt.pre, &r.collected[0], &r.collected[1]} {
		if all := f.investors[:cap(f.investors)]; len(all) > 0 && all[0].Name.Kind != names.Unnamed {
			clear(all)
		}
	}
}

// RoleOf returns the role of amount i, to be read or set.
func (r *Reader) RoleOf(i int32) *deal.Role {
	for int(i) >= len(r.Roles) {
		r.Roles = append(r.Roles, deal.Other)
	}
	return &r.Roles[i]
}

// Clauses reads the events that the clauses and noun phrases of a sentence tell of: s, number sent of the text, whose first
// unit is first. It reports whether one of them is more than a word about an event told elsewhere.
func (r *Reader) Clauses(s *grammar.Sentence, sent, first int) bool {
	r.begin(s, sent, first)
	r.read()
	for _, e := range r.mine {
		if !e.weak || e.money >= 0 || e.stage >= 0 {
			return true
		}
	}
	return false
}

// Finish reads what else the sentence says, when the dates of the text are known, and adds to what the Reader gives.
func (r *Reader) Finish() {
	r.HeardAt = append(r.HeardAt, int32(len(r.Heard)))
	r.settleDates()
	r.definitions()
	r.complements()
	r.AmountRoles()
	r.listen()
	r.group()
	r.tellings()
}

// group notes whether the sentence speaks of givers without naming them.
func (r *Reader) group() {
	if r.S.Class&lexicon.Investornoun != 0 && r.giversIn(len(r.S.Nodes)) {
		r.Groups = append(r.Groups, int32(r.Sent))
	}
}

// Skip is Finish for a sentence that says nothing.
func (r *Reader) Skip() { r.HeardAt = append(r.HeardAt, int32(len(r.Heard))) }

// Read reads a whole sentence; see Clauses and Finish.
func (r *Reader) Read(s *grammar.Sentence, sent, first int) {
	r.Clauses(s, sent, first)
	r.Finish()
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
	owner int32    // the event it belongs to: its number in mine, from 1; 0 for none
	tells bool     // it holds an amount, a stage or a word of financing, or speaks of taking part
	subj  bool     // it is a subject; see listen
	how   deal.How // what the sentence shows of whom it names
	read  bool     // phrase is known
	have  Need     // what it holds at most of what a row may Need
}

// begin turns to sentence s, number sent of the text, whose first unit is first.
func (r *Reader) begin(s *grammar.Sentence, sent, first int) {
	r.forgetEvents()
	r.first = first
	r.Reader.Begin(s, sent)
	r.bare, r.adds, r.founds = false, false, false
	r.heads = reuse.Zeroed(r.heads, len(s.Clauses))
	if n := len(s.Nodes); n > cap(r.nouns) {
		r.nouns = make([]noun, n, 2*n)
	}
	r.nouns = r.nouns[:len(s.Nodes)]
	r.telling = r.telling[:0]
	nodes, nouns, elems, ids := s.Nodes, r.nouns[:len(s.Nodes)], s.Elems, r.IDs
	for k := range nodes {
		nd := &nodes[k]
		if nd.Kind != grammar.NP {
			continue
		}
		n := &nouns[k]
		n.known = known{}
		last := ids[elems[nd.To-1].From]
		if nd.Class&(FinancingWords|lexicon.Further) != 0 || nd.Holds&grammar.Units != 0 ||
			r.Lex.Has(last, lexicon.TraitTakingPart) || r.Lex.Has(last, lexicon.TraitNoteInCapitals) ||
			nd.Holds&grammar.Joints != 0 && r.extends(nd) {
			if r.readPhrase(k, n); n.tells { // as a rule
				r.telling = append(r.telling, int32(k))
			}
		}
	}
}

// extends reports whether an element of the noun phrase nd begins with a word for extending a round: "extension-round".
func (r *Reader) extends(nd *grammar.Node) bool {
	for i := nd.From; i < nd.To; i++ {
		if r.Lex.Has(r.FirstID(i), lexicon.TraitExtension) {
			return true
		}
	}
	return false
}

// read applies the frames to every clause, then reads what noun phrases tell without a verb.
func (r *Reader) read() {
	for i := range r.S.Clauses {
		r.clause(i)
	}
	r.anyVerb()
	if r.adds {
		for i := range r.S.Clauses {
			r.addition(i)
		}
	}
	for i := range lateReadings {
		lateReadings[i].when(r, 0)
	}
	r.phrases()
	r.values()
}

// anyVerb reads headlines whose verb is in no row but whose object is plainly a round, or what comes up: "Foo soaks up $3M".
func (r *Reader) anyVerb() {
	if len(r.telling) == 0 || len(r.mine) > 0 || !r.headline() {
		return
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb < 0 || r.heads[i].done {
			continue
		}
		g := &r.S.Nodes[c.Verb].VG
		if g.Verb == 0 || g.Form != grammar.Finite || g.Passive || r.rules.ofVerb[g.Verb].has() ||
			r.Lex.VerbHas(g.Verb, lexicon.TraitDealsInCompanies) {
			continue
		}
		for k := range c.Args {
			a := &c.Args[k]
			switch a.Relation {
			case grammar.Object, grammar.Up, grammar.In, grammar.Into, grammar.Down, grammar.On:
			default:
				continue
			}
			ph := r.phrase(a.Items[0].NP)
			gets := a.Relation == grammar.Up && !r.Lex.VerbHas(g.Verb, lexicon.TraitPaysUp) // "soaks up $3M"
			round := ph.stage >= 0 || ph.class&lexicon.Stronground != 0 || r.inRound(a.Items[0].NP)
			if ph.money >= 0 && (gets || round) && k <= 1 {
				if r.apply(i, &r.rules.AnyVerb) {
					r.heads[i].done = true
					return
				}
			}
		}
	}
}

// clause applies the rows of the clause's verb that make an event; the first that fits does.
func (r *Reader) clause(ci int) {
	c := &r.S.Clauses[ci]
	if c.Verb < 0 || r.S.Nodes[c.Verb].VG.Verb == 0 {
		r.bare = r.bare || c.Verb >= 0
		r.bareClause(ci)
		return
	}
	verb := r.S.Nodes[c.Verb].VG.Verb
	r.founds = r.founds || r.Lex.VerbHas(verb, lexicon.TraitFounds)
	rows := &r.rules.ofVerb[verb]
	if !rows.any {
		return // most verbs
	}
	if sense := r.S.Nodes[c.Verb].VG.Sense; sense != verb {
		verb = sense
		rows = &r.rules.ofVerb[verb]
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
func (r *Reader) addition(ci int) {
	if r.heads[ci].done {
		return
	}
	for _, f := range r.rules.ofVerb[r.heads[ci].sense].weak {
		if r.apply(ci, f) {
			r.heads[ci].done = true
			return
		}
	}
}

// link finds the event of this sentence that a clause belongs to: the one that owns what it modifies, else the last one.
func (r *Reader) link(x *facts, c *grammar.Clause) *event {
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
func (r *Reader) agrees(t, e *event) bool {
	if e.money >= 0 && t.money >= 0 && e.money != t.money && !r.mentions.Money[e.money].Same(&r.mentions.Money[t.money]) {
		return false
	}
	if e.stage >= 0 && t.stage >= 0 && !r.mentions.Stages[e.stage].Same(r.mentions.Stages[t.stage]) {
		return false
	}
	if e.company.Kind != names.Named || t.company.Kind != names.Named {
		return true
	}
	return r.register.Same(r.register.FormOf(&e.company), r.register.FormOf(&t.company))
}

// own gives e, which is in mine or is to be added next, the noun phrases that belong to no other event.
func (r *Reader) own(e *event, nodes []int) {
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
func (r *Reader) absorb(t, e *event) {
	if t.money < 0 && e.money != t.total { // else it is all that was raised
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
	if t.kind == deal.Equity {
		t.kind = e.kind
	}
	if t.company.Kind == names.Unnamed {
		t.company = e.company
	}
	if e.time == deal.Failed {
		t.time = e.time // "would have raised $5M, but the deal collapsed"
	}
	t.givers = r.keep(t.givers, e.givers...)
	t.marked = t.marked || e.marked || len(e.givers) > 0
}
