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
	{"participating were", "Lisko raised $9 million. Leading the Series A is Onyx Capital. Also in are Elm Ventures and Jane Roe. " +
		"=> Lisko | 9000000 USD | stage=series-a | inv=*Onyx Capital; Elm Ventures; Jane Roe", (*Reader).givingFirst},
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
	for i, nd := 0, &r.S.Nodes[c.Subj[0]]; nd.From+i < nd.To; i++ {
		if r.Lex.Has(r.S.Elems[nd.From+i].ID, lexicon.TraitStatistic) {
			return true // "The median Series A was $12 million, says Lisko"
		}
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
		e.past = e.past || r.Lex.Has(r.FirstID(i), lexicon.TraitPreviousOne)
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
	if !hasComplement(c) || !r.says(c.Subj[0], lexicon.Investornoun) && !(len(c.Pre) > 0 && r.participants(c.Subj[0])) {
		return false
	}
	isLead := r.hasTrait(c.Subj[0], lexicon.TraitTheLead)
	pre, x := r.scratch(0), r.scratch(1)
	r.collect(&r.rules.Noun, c.Pre, Nothing, pre)
	if !pre.round && !pre.roundBefore && pre.stage < 0 && !isLead && !(r.participants(c.Subj[0]) && r.says(c.Subj[0], lexicon.Investornoun)) {
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
	if !r.Lex.VerbHas(r.S.Nodes[c.Verb].VG.Verb, lexicon.TraitComesAbout) || len(c.Subj) != 1 || r.heads[ci].done {
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

// predicate is what stands before an auxiliary where those who give come after it: "[Leading the Series A] is Foo".
type predicate struct {
	lead, those  bool
	stage, money int32
	company      names.Ref
}

// givingFirst reads "Participating in the round were A and B", "Also in are A and B", "The firm leading the round is A": what
// they do stands first, the givers last.
func (r *Reader) givingFirst(int) bool {
	if !r.bare {
		return false
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if !r.isBare(c) || r.heads[i].done {
			continue
		}
		p := predicate{stage: -1, money: -1}
		if !r.gives(c.Verb, &p) {
			continue
		}
		x := r.scratch(0)
		r.collect(&r.rules.InvestorList, c.Args[:1], Nothing, x)
		if len(x.investors) == 0 {
			continue
		}
		for k := range x.investors {
			x.investors[k].Lead = x.investors[k].Lead || p.lead
		}
		r.collect(&r.rules.InvestorList, c.Args[1:], Nothing, x) // "with Bar in tow"
		e := r.event(&rowPresent, c.Verb)
		e.those = p.those
		e.weak, e.givers, e.stage, e.money, e.company = true, r.keep(x.investors), p.stage, p.money, r.Name(p.company)
		r.heads[i].done = true
		r.own(e, x.nodes)
		r.add(e)
	}
	return false
}

// gives reports whether what opens the sentence and stands before the auxiliary, node v, says that somebody gives.
func (r *Reader) gives(v int, p *predicate) bool {
	nodes := r.S.Nodes
	first := 0
	for first < v && nodes[first].Kind == grammar.Kind(grammar.Adv) {
		first++
	}
	if first == v {
		return false
	}
	switch nd := &nodes[first]; nd.Kind {
	case grammar.VG:
		return r.givesTo(first, v, p)
	case grammar.Kind(grammar.Prep):
		return r.amongGivers(first, v, p)
	case grammar.NP:
		if r.joinsLast(nd) || r.giverThenJoins(first, v) {
			return r.givesTo(first, v, p) // "also participating were"
		}
		means := r.meansGivers(first, true) || r.S.Elems[nd.To-1].Is(lexicon.Companynoun)
		if first+1 < v && nodes[first+1].Kind == grammar.VG && means {
			return r.givesTo(first+1, v, p) // "the one fund backing the round is"
		}
	}
	return false
}

// givesTo reports whether the verb group k gives, and what stands between it and the auxiliary v is no more than to what.
func (r *Reader) givesTo(k, v int, p *predicate) bool {
	verb, gerund := r.gerund(k)
	p.lead = r.Lex.VerbHas(verb, lexicon.TraitLeads)
	if !gerund || !p.lead && !r.Lex.VerbHas(verb, lexicon.TraitJoinsIn) {
		return false
	}
	to := false // something says to what
	for k++; k < v; k++ {
		switch nd := &r.S.Nodes[k]; nd.Kind {
		case grammar.NP:
			to = r.toWhat(k, p) && !(p.lead && r.S.Nodes[k].Class&lexicon.Companynoun != 0 && !r.phrase(k).round) || to
		case grammar.Kind(grammar.Prep), grammar.Kind(grammar.Adv), grammar.Kind(grammar.When):
		default:
			return false
		}
	}
	return to || r.Lex.VerbHas(verb, lexicon.TraitParticipates) || r.Lex.VerbHas(verb, lexicon.TraitInvests)
}

// giverThenJoins reports whether the noun phrase k is one that means a giver, and a gerund of giving that was taken for a noun,
// with what it acts on after it: "[the one fund backing] the round is".
func (r *Reader) giverThenJoins(k, v int) bool {
	nd := &r.S.Nodes[k]
	if nd.To-nd.From < 2 || k+1 >= v || r.S.Nodes[k+1].Kind != grammar.NP {
		return false
	}
	e, verb := &r.S.Elems[nd.To-2], &r.S.Elems[nd.To-1]
	return e.Is(lexicon.Investornoun|lexicon.Companynoun|lexicon.Companynouns) && !verb.Cap &&
		verb.Forms&lexicon.Gerund != 0 && r.Lex.VerbHas(verb.Verb, lexicon.TraitJoinsIn)
}

// gerund returns the lemma that the gerund at node k means, also where it was taken for a noun; ok is false if there is none.
func (r *Reader) gerund(k int) (verb uint16, ok bool) {
	nd := &r.S.Nodes[k]
	if nd.Kind == grammar.VG {
		return nd.VG.Sense, nd.VG.Form == grammar.Gerund
	}
	e := &r.S.Elems[nd.To-1]
	return e.Verb, e.Forms&lexicon.Gerund != 0
}

// toWhat reports whether the noun phrase k is a round, or points to one or to those who give, and notes what it says of the round.
func (r *Reader) toWhat(k int, p *predicate) bool {
	nd := &r.S.Nodes[k]
	if nd.Holds&grammar.Pronoun != 0 {
		return true
	}
	if ph := r.phrase(k); ph.round {
		p.stage, p.money = ph.stage, r.amount(ph)
		if n := r.Company(k); n.Kind == names.Named && n.Poss {
			p.company = *n
		}
		return true
	}
	return r.definiteNP(k) && nd.Class&(lexicon.Companynoun|lexicon.Anaphor) != 0 || r.meansGivers(k, false)
}

// amongGivers reports whether the preposition k and what follows it up to the auxiliary v is a place of those who give: "also in",
// "in the round", "among the investors".
func (r *Reader) amongGivers(k, v int, p *predicate) bool {
	if k+1 == v {
		p.those = r.S.Elems[r.S.Nodes[k].From].Is(lexicon.Including) // "among them are"
		return k > 0 || p.those
	}
	if k+2 != v || r.S.Nodes[k+1].Kind != grammar.NP {
		return false
	}
	return r.phrase(k+1).round && r.toWhat(k+1, p) || r.meansGivers(k+1, false) ||
		k > 0 && r.Lex.Has(r.node(k+1), lexicon.TraitPlaceOfGivers)
}

// hasTrait reports whether an element of the noun phrase k begins with a word of the trait.
func (r *Reader) hasTrait(k int, t lexicon.Trait) bool {
	for i := r.S.Nodes[k].From; i < r.S.Nodes[k].To; i++ {
		if r.Lex.Has(r.FirstID(i), t) {
			return true
		}
	}
	return false
}

// listed reads "Investors: A (lead), B and C" and "It has two backers: A and B", where no row has taken them.
func (r *Reader) listed(int) bool {
	if r.S.Class&lexicon.Investornoun == 0 {
		return false // most sentences
	}
	nodes := r.S.Nodes
	colon := 1
	for colon < len(nodes) && nodes[colon].Kind != grammar.Kind(grammar.Colon) {
		colon++
	}
	if colon+1 >= len(nodes) || nodes[colon+1].Kind != grammar.NP || r.nouns[colon+1].owner != 0 || !r.giversIn(colon) {
		return false
	}
	for k := colon + 1; k < len(nodes); k++ {
		if nodes[k].Kind == grammar.VG && nodes[k].VG.Form == grammar.Finite && nodes[k-1].Kind != grammar.Kind(grammar.Rel) {
			return false // a clause of its own
		}
	}
	args := r.S.ArgsAfter(colon)
	if len(args) == 0 || args[0].Relation != grammar.Object {
		return false
	}
	x := r.scratch(0)
	r.collect(&r.rules.InvestorList, args[:1], Nothing, x)
	if len(x.investors) > 0 {
		e := r.event(&rowListed, 0)
		e.givers, e.weak = r.keep(x.investors), true
		r.own(e, x.nodes)
		r.add(e)
	}
	return false
}

// giversIn reports whether the part of the sentence before node end speaks of givers.
func (r *Reader) giversIn(end int) bool {
	if end == 1 { // "Investors: Foo", also in capitals
		return r.S.Nodes[0].Kind == grammar.NP && r.says(0, lexicon.Investornoun)
	}
	for k := 0; k < end; k++ {
		if r.S.Nodes[k].Kind == grammar.NP && r.meansGivers(k, false) {
			return true
		}
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
		if c.Verb >= 1 && !r.heads[i].done && r.isBare(c) && r.Lex.Has(r.node(c.Verb-1), lexicon.TraitDidToo) {
			t.givers = append(t.givers, r.givenIn(c)...)
		}
	}
	return false
}
