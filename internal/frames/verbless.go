package frames

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
)

// reading is a way to tell of a round that hangs on no verb of a row. Readings are asked in order, and the first that
// knows the form ends it for that clause or sentence, even if it tells of nothing.
type reading struct {
	name    string
	example string // and what it gives, as in Row.Examples
	when    func(r *Reader, ci int) bool
}

// bareReadings are asked of a clause whose verb is an auxiliary alone, or that has none.
var bareReadings = [...]reading{
	{"in talks", "Lisko is in talks for a $30 million Series A with Onyx Capital. " +
		"=> Lisko | 30000000 USD | stage=series-a | status=pending | inv=Onyx Capital", (*Reader).talks},
	{"a round is an amount", "Lisko raised $4 million. Lisko's last round was $15 million. " +
		"=> Lisko | 4000000 USD && Lisko | 15000000 USD", (*Reader).roundIs},
	{"the lead is", "Onyx Capital was the lead partner in Lisko's $9 million seed round. " +
		"=> Lisko | 9000000 USD | stage=seed | inv=*Onyx Capital", (*Reader).leadIs},
	{"investors are", "The investors in Lisko's $9 million seed round are Onyx Capital and Jane Roe. " +
		"=> Lisko | 9000000 USD | stage=seed | inv=Onyx Capital; Jane Roe", (*Reader).investorsAre},
}

// lateReadings are asked of a sentence after the rows of its verbs.
var lateReadings = [...]reading{
	{"participating were", "Lisko raised $9 million. Participating in the round were Onyx Capital and Jane Roe. " +
		"=> Lisko | 9000000 USD | inv=Onyx Capital; Jane Roe", (*Reader).participatingWere},
	{"a list after a colon", "Lisko raised $9 million. Investors: Onyx Capital (lead), Jane Roe. " +
		"=> Lisko | 9000000 USD | inv=*Onyx Capital; Jane Roe", (*Reader).listed},
	{"a valuation with a round", "Lisko's Valuation May Reach $700M With Next Funding Round " +
		"=> Lisko | status=pending | val=700000000 USD", (*Reader).valueWithRound},
	{"a valuation told before", "Lisko raised $9 million. It did not give the valuation but said it is above $90 million. " +
		"=> Lisko | 9000000 USD | val=90000000 USD more_than", (*Reader).valueIs},
	{"as did", "Lisko raised $9 million. Onyx Capital took part in the round, as did Jane Roe. " +
		"=> Lisko | 9000000 USD | inv=Onyx Capital; Jane Roe", (*Reader).didToo},
}

// valueReadings find a valuation that no row has taken, for the event of the sentence that has none.
var valueReadings = [...]reading{
	{"a valuation that moves", "Lisko doubles its valuation to $2 billion with $50 million Series C " +
		"=> Lisko | 50000000 USD | stage=series-c | val=2000000000 USD", (*Reader).valueMoves},
	{"what it is worth", "Lisko is now worth $3 billion after raising $300 million " +
		"=> Lisko | 300000000 USD | val=3000000000 USD", (*Reader).isWorth},
}

// valueIs reads "she would not give the valuation but said it is above $90M".
func (r *Reader) valueIs(int) bool {
	if len(r.mine) > 0 || r.S.Class&lexicon.Valuenoun == 0 || !r.bare {
		return false
	}
	spoken := false
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if spoken && r.isBare(c) && len(c.Subj) == 1 && r.S.Elems[r.S.Nodes[c.Subj[0]].From].Cat == grammar.Pron {
			ph := r.phrase(c.Args[0].Items[0].NP)
			if m := ph.money; m >= 0 && ph.words == 0 && r.mentions.Money[m].Refused == "" && r.mentions.Money[m].AtLeast(6) {
				e := r.event(&rowValue, c.Verb)
				e.value, e.weak = m, true
				r.own(e, []int{c.Args[0].Items[0].NP})
				r.add(e)
				return true
			}
		}
		if k := len(c.Args); k > 0 && c.Args[0].Relation == grammar.Object && r.says(c.Args[0].Items[0].NP, lexicon.Valuenoun) {
			spoken = r.phrase(c.Args[0].Items[0].NP).money < 0
		}
	}
	return false
}

// valueWithRound reads "its valuation may reach $700M with the next round": an event of which only the valuation is told.
func (r *Reader) valueWithRound(int) bool {
	if len(r.mine) > 0 || r.S.Class&lexicon.Valuenoun == 0 {
		return false
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb < 0 || r.heads[i].done || len(c.Subj) != 1 || len(c.Args) < 2 || !r.says(c.Subj[0], lexicon.Valuenoun) {
			continue
		}
		of, m := *r.Company(c.Subj[0]), r.phrase(c.Args[0].Items[0].NP).money
		if of.Kind != names.Named || !of.Poss || m < 0 || r.mentions.Money[m].Refused != "" || !r.mentions.Money[m].AtLeast(6) {
			continue
		}
		for k := range c.Args[1:] {
			if ph := r.phrase(c.Args[k+1].Items[0].NP); ph.round && ph.class&lexicon.Stronground != 0 {
				e := r.event(&rowValue, c.Verb)
				e.company, e.value, e.money, e.stage, e.time = r.Name(of), m, r.amount(ph), ph.stage, r.timeOf(i)
				e.spoken = true
				r.own(e, []int{c.Args[0].Items[0].NP, c.Args[k+1].Items[0].NP})
				r.add(e)
				return true
			}
		}
	}
	return false
}

// values asks valueReadings of the clauses of a sentence with a single event.
func (r *Reader) values() {
	if len(r.mine) != 1 || r.mine[0].value >= 0 || r.mine[0].row.Figure {
		return
	}
	for i := range r.S.Clauses {
		for k := range valueReadings {
			if valueReadings[k].when(r, i) {
				return
			}
		}
	}
}

// valueMoves reads "doubles its valuation to $2B" and "its valuation may reach $2B".
func (r *Reader) valueMoves(ci int) bool {
	c := &r.S.Clauses[ci]
	if c.Verb < 0 || r.S.Class&lexicon.Valuenoun == 0 || r.S.Nodes[c.Verb].VG.Neg {
		return false
	}
	moved := len(c.Subj) == 1 && r.says(c.Subj[0], lexicon.Valuenoun)
	for k := range c.Args {
		a := &c.Args[k]
		np := a.Items[0].NP
		switch {
		case a.Relation == grammar.Object && r.says(np, lexicon.Valuenoun) && r.phrase(np).money < 0:
			moved = true
		case moved && (a.Relation == grammar.Recipient || a.Relation == grammar.At || a.Relation == grammar.Object):
			return r.valueAt(np)
		}
	}
	return false
}

// isWorth reads "is worth $3B".
func (r *Reader) isWorth(ci int) bool {
	c := &r.S.Clauses[ci]
	if c.Verb < 0 || r.S.Nodes[c.Verb].VG.Verb != 0 || len(c.Args) == 0 || c.Args[0].Relation != grammar.Worth {
		return false
	}
	return r.SubjectCompany(c.Subj, c.Verb).Kind != names.Unnamed && r.valueAt(c.Args[0].Items[0].NP)
}

// valueAt gives the amount of the noun phrase k to the event of the sentence as its valuation.
func (r *Reader) valueAt(k int) bool {
	m, e := r.phrase(k).money, r.mine[0]
	if m < 0 || m == e.money || r.mentions.Money[m].Refused != "" || !r.mentions.Money[m].AtLeast(6) {
		return false
	}
	e.value, e.basis = m, r.basis(k)
	return true
}

// Rows of readings that fill nothing by themselves; their names are labels.
var (
	rowTotal      = Row{Name: "total so far"}
	rowListed     = Row{Name: "a list after a colon"}
	rowPresent    = Row{Name: "participating were", Subject: Investor}
	rowNever      = Row{Name: "never"}
	rowAmount     = Row{Name: "a round is an amount"}
	rowInvestors  = Row{Name: "investors are"}
	rowValue      = Row{Name: "a valuation with a round", Spoken: true}
	rowTakingPart = Row{Name: "taking part"}
)

// bareClause asks bareReadings of clause ci.
func (r *Reader) bareClause(ci int) {
	for i := range bareReadings {
		if bareReadings[i].when(r, ci) {
			return
		}
	}
}

// maxTalks is how many elements after an auxiliary a word for what is to come may stand.
const maxTalks = 4

// talksOf reports whether a clause speaks of what is to come: "is in talks", "close to $40M".
func (r *Reader) talksOf(c *grammar.Clause) bool {
	if c.Verb >= 0 && r.S.Class&lexicon.Pendcue == 0 {
		return false
	}
	for k := range c.Args {
		for _, it := range c.Args[k].Items {
			if r.says(it.NP, lexicon.Pendcue) || c.Verb < 0 && r.S.NearUnit(r.S.Nodes[it.NP].From) {
				return true
			}
		}
	}
	if c.Verb < 0 {
		return false
	}
	to := r.S.Nodes[c.Verb].To
	for i := to; i < len(r.S.Elems) && i < to+maxTalks; i++ {
		if r.S.Elems[i].Is(lexicon.Pendcue) {
			return true
		}
	}
	return false
}

// talks reads "is in talks for a $30M Series A with Foo": a bare auxiliary with talks as its complement.
func (r *Reader) talks(ci int) bool {
	c := &r.S.Clauses[ci]
	if !r.talksOf(c) {
		return false
	}
	x := r.scratch(0)
	r.collect(&r.rules.Talks, c.Args, Nothing, x)
	spoken := x.round || x.stage >= 0 || x.money >= 0 && r.headline()
	of := names.Ref{}
	if spoken && (x.money >= 0 || x.stage >= 0) {
		of = r.SubjectCompany(c.Subj, c.Verb)
	}
	if of.Kind == names.Unnamed {
		return true
	}
	at := c.Verb
	if at < 0 {
		at = c.Subj[0]
	}
	e := r.event(&r.rules.Talks, at)
	e.company = r.Name(of)
	e.money, e.stage, e.value, e.basis = x.money, x.stage, x.value, x.basis
	e.kind, e.givers, e.time = x.kind, r.keep(x.investors), deal.Planned
	r.own(e, x.nodes)
	r.add(e)
	return true
}

// hasComplement reports whether one noun phrase is said to be another: "X is Y".
func hasComplement(c *grammar.Clause) bool {
	return c.Verb >= 0 && len(c.Subj) == 1 && len(c.Args) > 0 && c.Args[0].Relation == grammar.Object
}

// roundIs reads "its last round was $15 million".
func (r *Reader) roundIs(ci int) bool {
	c := &r.S.Clauses[ci]
	if !hasComplement(c) || !r.nouns[c.Subj[0]].tells || !r.phrase(c.Subj[0]).round {
		return false
	}
	if r.nouns[c.Subj[0]].owner != 0 {
		return true // "announced a first close of $15M on what is to be a $25M round"
	}
	s, k := r.phrase(c.Subj[0]), c.Args[0].Items[0].NP
	of := *r.Company(c.Subj[0])
	if of.Kind == names.Named && !of.Poss && r.S.Elems[r.S.Nodes[c.Subj[0]].From].Cat != grammar.Det {
		return true // "Average deal size was $12 million"
	}
	x, pre := r.scratch(0), r.scratch(1)
	r.collect(&r.rules.RoundIs, c.Args, Nothing, x)
	if len(c.Pre) > 0 {
		r.collect(&r.rules.Noun, c.Pre, Nothing, pre)
	}
	if ph := r.phrase(k); x.money < 0 || ph.words > 0 && !ph.round {
		return true
	}
	e := r.event(&rowAmount, c.Verb)
	e.money, e.stage, e.value, e.basis, e.kind, e.givers, e.marked = x.money, s.stage, x.value, x.basis, x.kind, r.keep(x.investors), true
	if e.stage < 0 {
		e.stage = x.stage
	}
	if pre.companyNode >= 0 && r.givenByOwner(c.Subj[0], pre.company) {
		if g, ok := r.ownerGives(c.Subj[0]); ok {
			e.givers = r.keep(e.givers, g)
		}
		of = pre.company
	}
	if of.Kind == names.Unnamed && x.companyNode >= 0 {
		of = x.company // "the largest round was a $150M one in Foo"
	}
	e.company = r.Name(of)
	for i := r.S.Nodes[c.Subj[0]].From; i < r.S.Nodes[c.Subj[0]].To; i++ {
		e.past = e.past || lexicon.Has(r.FirstID(i), lexicon.TraitPreviousOne)
	}
	e.weak = e.company.Kind == names.Unnamed
	r.own(e, append(x.nodes, c.Subj[0]))
	r.add(e)
	return true
}

// leadIs reads "Foo was the lead partner in Bar's $9M seed".
func (r *Reader) leadIs(ci int) bool {
	c := &r.S.Clauses[ci]
	if !hasComplement(c) || len(c.Args) < 2 {
		return false
	}
	k := c.Args[0].Items[0].NP
	if !r.holdsWord(k, lexicon.TraitTheLead) || r.nouns[k].tells || r.S.Nodes[k].To-r.S.Nodes[k].From < 2 {
		return false
	}
	x := r.scratch(0)
	r.collect(&r.rules.Noun, c.Args[1:], Nothing, x)
	if !x.round && !x.roundBefore && x.stage < 0 {
		return false
	}
	g := r.Investor(grammar.Item{NP: c.Subj[0], Tail: c.Subj[0]})
	if g.Kind != names.Named {
		return false
	}
	of := x.company
	if n := r.Company(c.Args[1].Items[0].NP); n.Poss {
		of = *n
	}
	e := r.event(&rowInvestors, c.Verb)
	e.company, e.money, e.stage = r.Name(of), r.amount(r.phrase(c.Args[1].Items[0].NP)), x.stage
	e.givers = r.keep(nil, deal.Giver{Name: g, Lead: true})
	e.weak = e.company.Kind == names.Unnamed || e.money < 0 && e.stage < 0
	r.own(e, append(x.nodes, c.Subj[0]))
	r.add(e)
	return true
}

// investorsAre reads "investors in Foo's $9M seed are A, B and C".
func (r *Reader) investorsAre(ci int) bool {
	c := &r.S.Clauses[ci]
	if !hasComplement(c) || !r.says(c.Subj[0], lexicon.Investornoun) {
		return false
	}
	isLead := lexicon.Has(r.FirstID(r.S.Nodes[c.Subj[0]].From), lexicon.TraitTheLead)
	pre, x := r.scratch(0), r.scratch(1)
	r.collect(&r.rules.Noun, c.Pre, Nothing, pre)
	if !pre.round && !pre.roundBefore && pre.stage < 0 && !isLead {
		return true
	}
	r.collect(&r.rules.InvestorList, c.Args, Nothing, x)
	if len(x.investors) == 0 {
		return true
	}
	e := r.event(&rowInvestors, c.Verb)
	for i := range x.investors {
		x.investors[i].Lead = x.investors[i].Lead || isLead
	}
	e.company, e.money, e.stage, e.givers = r.Name(pre.company), pre.money, pre.stage, r.keep(x.investors)
	e.weak = e.company.Kind == names.Unnamed || e.money < 0 && e.stage < 0
	r.own(e, append(pre.nodes, x.nodes...))
	r.add(e)
	return true
}

// never reads "the round never closed": the event it speaks of came to nothing.
func (r *Reader) never(ci int) bool {
	c := &r.S.Clauses[ci]
	if !lexicon.VerbHas(r.S.Nodes[c.Verb].VG.Verb, lexicon.TraitComesAbout) || len(c.Subj) != 1 || r.heads[ci].done {
		return false
	}
	ph := r.phrase(c.Subj[0])
	if !ph.round {
		return false
	}
	of := *r.Company(c.Subj[0])
	if of.Kind == names.Unnamed {
		x := r.scratch(0)
		r.collect(&r.rules.Noun, c.Pre, Nothing, x)
		of = x.company
	}
	e := r.event(&rowNever, c.Verb)
	e.money, e.stage, e.time, e.company = r.amount(ph), ph.stage, deal.Failed, r.Name(of)
	e.weak = e.company.Kind == names.Unnamed || e.money < 0 && e.stage < 0
	r.own(e, c.Subj)
	r.add(e)
	return true
}

// givenIn returns the investors that the object of the clause lists.
func (r *Reader) givenIn(c *grammar.Clause) (list []deal.Giver) {
	for _, it := range c.Args[0].Items {
		if n := r.Investor(it); n.Kind == names.Named {
			list = append(list, deal.Giver{Name: n})
		}
	}
	return list
}

// isBare reports whether clause c has an auxiliary alone as its verb, and an object.
func (r *Reader) isBare(c *grammar.Clause) bool {
	return c.Verb >= 0 && r.S.Nodes[c.Verb].VG.Verb == 0 && len(c.Args) > 0 && c.Args[0].Relation == grammar.Object
}

// participatingWere reads "Participating in the round were A and B": the verb's sense stands first, the investors last.
func (r *Reader) participatingWere(int) bool {
	if !r.bare {
		return false
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if !r.isBare(c) || len(c.Subj) == 0 || !r.takesPartIn(c) {
			continue
		}
		if list := r.givenIn(c); len(list) > 0 {
			e := r.event(&rowPresent, c.Verb)
			e.weak, e.givers = true, list
			r.heads[i].done = true
			r.add(e)
		}
	}
	return false
}

// maxInverted is the node up to which the subject of an inverted sentence begins.
const maxInverted = 3

// takesPartIn reports whether the clause, or the sentence, opens with a verb of taking part: "Joining them were A and B".
func (r *Reader) takesPartIn(c *grammar.Clause) bool {
	subject := &r.S.Elems[r.S.Nodes[c.Subj[0]].From]
	first := subject
	if n := &r.S.Nodes[0]; n.Kind == grammar.VG && n.VG.Form == grammar.Gerund && c.Subj[0] <= maxInverted {
		first = &r.S.Elems[n.VG.Main]
	}
	switch v := first.Verb; {
	case lexicon.VerbHas(v, lexicon.TraitParticipates), lexicon.VerbHas(v, lexicon.TraitInvests):
		return true
	case lexicon.VerbHas(v, lexicon.TraitJoins):
		return subject.Cat == grammar.Pron || len(c.Pre) > 0 // not "Joining Smith is Jones"
	}
	return false
}

// listed reads "Investors: A (lead), B and C".
func (r *Reader) listed(int) bool {
	nodes := r.S.Nodes
	if len(nodes) < 3 || nodes[1].Kind != grammar.Kind(grammar.Colon) || nodes[0].Kind != grammar.NP || !r.says(0, lexicon.Investornoun) {
		return false
	}
	args := r.S.ArgsAfter(1)
	if len(args) == 0 || args[0].Relation != grammar.Object {
		return false
	}
	x := r.scratch(0)
	r.collect(&r.rules.InvestorList, args[:1], Nothing, x)
	if len(x.investors) > 0 {
		e := r.event(&rowListed, 0)
		e.givers, e.weak = r.keep(x.investors), true
		r.add(e)
	}
	return false
}

// didToo reads "…, as did existing investors A and B" after a verb of taking part.
func (r *Reader) didToo(int) bool {
	if len(r.mine) == 0 || !r.bare {
		return false
	}
	t := r.mine[len(r.mine)-1]
	if t.row.Subject != Investor && t.row.Subject != Lead && len(t.givers) == 0 {
		return false
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb >= 1 && !r.heads[i].done && r.isBare(c) && lexicon.Has(r.node(c.Verb-1), lexicon.TraitDidToo) {
			t.givers = append(t.givers, r.givenIn(c)...)
		}
	}
	return false
}
