package funding

import (
	"strings"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// attempt is one frame being tried on one clause.
type attempt struct {
	r    *reader
	f    *frame
	c    *grammar.Clause
	ci   int
	g    *grammar.Group
	x    facts    // what stands after the verb, and then all that is known
	pre  facts    // what stands between subject and verb
	of   ref      // whose round it is
	aka  []string // other forms of that name
	e    *event
	have need
}

// apply tries frame f on clause ci: it gathers what the clause says, asks what
// the row asks for, lets the lookalikes speak, and makes an event of the rest.
func (r *reader) apply(ci int, f *frame) bool {
	c := &r.s.Clauses[ci]
	g := &r.s.Nodes[c.Verb].VG
	if g.Neg {
		return r.never(ci)
	}
	d := &r.ps.attempt
	d.r, d.f, d.c, d.ci, d.g, d.of, d.aka, d.e, d.have = r, f, c, ci, g, ref{}, nil, nil, 0 // gather clears the facts
	if !d.fits() || d.hopeless() {
		return false
	}
	d.gather()
	if d.g.Passive && !f.recipient {
		if !d.fromPassive() {
			return false
		}
	} else {
		d.fromSubject()
	}
	if d.x.ownRound || f.subject != company && d.x.companyNode >= 0 && !(d.g.Passive && f.subject == lead) {
		d.of = d.x.company
	}
	d.weigh()
	if d.completes() {
		return true
	}
	if d.lacks() {
		return d.total()
	}
	if f.extends {
		return d.extension()
	}
	for _, seems := range f.lookalikes {
		if seems(d) {
			return false
		}
	}
	if d.cumulative() {
		d.x.total, d.x.money = d.x.money, -1
		return d.total()
	}
	bare := d.of.kind == unnamed && f.subject == company // "the round was closed in May"
	if bare && !f.weak && (!d.g.Passive || d.x.money >= 0 && d.x.stage < 0 && !d.x.round || d.g.Form == grammar.Participle) {
		return false
	}
	d.fill()
	if f.weak {
		return d.weak()
	}
	d.tell()
	d.e.company, d.e.weak = d.company(), bare
	r.own(d.e, d.x.nodes)
	if len(c.Subj) > 0 && !r.phrase(c.Subj[0]).round {
		r.own(d.e, c.Subj)
	}
	r.add(d.e)
	return true
}

// company returns the name of the company whose round it is.
func (d *attempt) company() name {
	n := d.r.name(d.of)
	n.aka = d.aka
	return n
}

// fits reports whether the clause has the voice and form that the row asks for.
func (d *attempt) fits() bool {
	f, c, r := d.f, d.c, d.r
	switch {
	case d.g.Passive && f.active:
		return false
	case f.main && c.Rel:
		return false
	case f.main && d.g.Form != grammar.Finite:
		// "Foo said to back Bar" is as good as a main clause in a headline
		said := c.Parent >= 0 && r.s.Elems[r.s.Nodes[r.s.Clauses[c.Parent].Verb].VG.Main].Is(lexicon.Say)
		return d.g.Form == grammar.Infinitive && r.headline() && said
	case f.word != 0:
		return len(c.Args) > 0 && r.prep(&c.Args[0]) == f.word
	}
	return true
}

// hopeless reports whether the clause holds no amount or no word for a round, whatever it says of them,
// and the row asks for one: most clauses with a verb like "go", "take" or "want" are not looked at closer.
func (d *attempt) hopeless() bool {
	const figures = needMoney | needRound | needValue
	f := d.f
	switch {
	case f.figure && (d.holds(d.c.Args)&needMoney == 0 || !d.counted()), f.giver && !d.mayGive(), f.topic && !d.speaksOfFinancing(), d.givesNobody():
		return true
	}
	if d.g.Passive || f.all&figures == 0 && (f.any == 0 || f.any&^figures != 0) {
		return false // or the amount stands elsewhere, see fromPassive
	}
	have := d.holds(d.c.Args) | d.holds(d.c.Pre)
	for _, k := range d.c.Subj {
		have |= d.r.nouns[k].have
	}
	switch {
	case have&needMoney == 0:
		return have&needRound == 0 || f.all&needMoney != 0
	case have&(needRound|further) == 0:
		return f.all&needRound != 0 && (f.weak || f.subject != investor) // see completes
	}
	return false
}

// counted reports whether an amount of the clause may be a total or a valuation.
func (d *attempt) counted() bool {
	if d.r.s.Class&(lexicon.Totalcue|lexicon.Valuenoun) != 0 {
		return true
	}
	for k := range d.c.Args {
		switch d.r.prep(&d.c.Args[k]) {
		case lexicon.WordTo, lexicon.WordAt:
			return true
		}
	}
	return false
}

// speaksOfFinancing reports whether the subject is a financing or means who gave it, as roundSubject would find.
func (d *attempt) speaksOfFinancing() bool {
	if d.g.Passive {
		return false
	}
	for _, k := range d.c.Subj {
		if d.r.subjectRound(k) {
			return true
		}
	}
	return false
}

// subjectRound reports whether the noun phrase k is a financing, its amount, or means who gave it.
func (r *reader) subjectRound(k int) bool {
	return r.nouns[k].tells && r.financial(k) || r.says(k, lexicon.Investornoun) || r.participants(k)
}

// givesNobody reports whether the row asks for the company that receives, and the clause, whose subject gives, holds none.
func (d *attempt) givesNobody() bool {
	return d.f.subject == investor && d.f.all&needCompany != 0 && !d.g.Passive && len(d.r.mine) == 0 && !d.r.anybodyIn(d.c.Args) // see completes
}

// mayGive reports whether a noun phrase of the clause may name an investor.
func (d *attempt) mayGive() bool {
	r, c := d.r, d.c
	if r.anybody(c.Subj) || r.anybodyIn(c.Args) || r.anybodyIn(c.Pre) {
		return true
	}
	return c.Rel && c.Parent >= 0 && r.anybody(r.s.Clauses[c.Parent].Subj) // see investorSubject
}

// anybody reports whether one of the noun phrases may refer to somebody.
func (r *reader) anybody(nodes []int) bool {
	for _, k := range nodes {
		if !r.nouns[k].nobody {
			return true
		}
	}
	return false
}

// anybodyIn is anybody of the noun phrases of args.
func (r *reader) anybodyIn(args []grammar.Arg) bool {
	for k := range args {
		for _, it := range args[k].Items {
			if !r.nouns[it.NP].nobody {
				return true
			}
		}
	}
	return false
}

// holds returns what the noun phrases of args hold at most.
func (d *attempt) holds(args []grammar.Arg) need {
	have := need(0)
	for k := range args {
		for _, it := range args[k].Items {
			have |= d.r.nouns[it.NP].have
		}
	}
	return have
}

// gather collects what stands around the verb.
func (d *attempt) gather() {
	first, pre := d.f.subject, d.f
	if d.g.Passive {
		first = nothing
	}
	if d.f.subject == financing || d.g.Passive && d.f.object == financing { // what stands before the verb is about a round
		pre = &d.r.ps.rules.nominal
	}
	d.pre.clear()
	if len(d.c.Pre) > 0 {
		d.r.collect(pre, d.c.Pre, first, &d.pre)
	}
	d.x.clear()
	d.x.passive = d.g.Passive
	d.x.subjectMoney = -1
	d.r.collect(d.f, d.c.Args, d.f.object, &d.x)
	if len(d.pre.nodes) > 0 {
		d.x.nodes = append(d.x.nodes, d.pre.nodes...)
	}
}

// fromPassive reads the grammatical subject as the frame's object; the frame's
// subject stands after "by". It reports false where nothing is left to say who received.
func (d *attempt) fromPassive() bool {
	r, x := d.r, &d.x
	for _, k := range d.c.Subj {
		x.nodes = append(x.nodes, k)
		if d.f.object == company {
			r.takeCompany(k, x)
		}
		if d.f.object != financing {
			continue
		}
		ph := r.phrase(k)
		if m := r.amount(ph); m >= 0 && x.money < 0 {
			x.money = m
		}
		if x.stage < 0 {
			x.stage = ph.stage
		}
		if ph.round {
			x.round = true
			r.kindOf(ph, x)
		}
		if n := r.company(k); n.kind != unnamed && n.poss && x.companyNode < 0 {
			x.company, x.companyNode, x.ownRound = *n, k, true
		}
	}
	if x.money < 0 {
		x.money = d.pre.money
	}
	if n := len(d.c.Subj); n > 0 && x.money < 0 {
		// "Foo's Series A ($11M) was led by"
		if k := d.c.Subj[n-1] + 1; k+1 < len(r.s.Nodes) && r.s.Nodes[k].Kind == grammar.Kind(grammar.LParen) && r.s.Nodes[k+1].Kind == grammar.NP {
			x.money = r.amount(r.phrase(k + 1))
		}
	}
	if d.pre.company.kind != unnamed && x.companyNode < 0 {
		x.company, x.companyNode = d.pre.company, d.pre.companyNode
	}
	if x.stage < 0 {
		x.stage = d.pre.stage
	}
	if d.f.subject == company {
		if n := len(x.investors); n > 0 {
			giver := &x.investors[n-1].name
			x.company, x.companyNode = ref{from: int(giver.from), to: int(giver.to), kind: named}, d.c.Verb
			d.aka = giver.aka
		}
		x.investors = nil
		if x.companyNode < 0 && !d.f.bare {
			return false
		}
	}
	if x.companyNode >= 0 && (d.f.subject != lead || d.pre.companyNode >= 0) { // "the Series B in Foo was led by"
		d.of = x.company
	}
	return true
}

// fromSubject reads the subject as the row says.
func (d *attempt) fromSubject() {
	switch d.f.subject {
	case company:
		d.companySubject()
	case investor, lead:
		d.investorSubject()
	case financing:
		d.roundSubject()
	}
}

func (d *attempt) companySubject() {
	r, subject := d.r, d.c.Subj
	n := r.subjectCompany(subject, d.c.Verb)
	if n.kind == unnamed && d.x.companyNode >= 0 {
		n = d.x.company
	}
	if n.kind == unnamed && len(subject) == 1 && r.phrase(subject[0]).round {
		// "the round comes months after raising …"
		nd := &r.s.Nodes[subject[0]]
		n = ref{from: nd.From, to: nd.To, kind: anaphor}
	}
	d.of = n
	d.invert()
}

func (d *attempt) investorSubject() {
	d.addInvestors(d.c.Subj)
	d.x.investors = append(d.x.investors, d.pre.investors...)
	if len(d.x.investors) == 0 && d.c.Rel && d.c.Parent >= 0 {
		// "A and B are among the investors who will put $5M into Foo"
		p := &d.r.s.Clauses[d.c.Parent]
		if p.Verb >= 0 && len(d.c.Subj) > 0 && d.r.s.Nodes[p.Verb].VG.Verb == 0 && d.r.phrase(d.c.Subj[0]).class&lexicon.Investornoun != 0 {
			d.addInvestors(p.Subj)
		}
	}
}

func (d *attempt) addInvestors(nodes []int) {
	for _, k := range nodes {
		if n := d.r.investor(grammar.Item{NP: k, Tail: k}); n.kind == named {
			d.x.investors = append(d.x.investors, backer{n, d.f.subject == lead})
		}
	}
}

func (d *attempt) roundSubject() {
	r, x := d.r, &d.x
	for _, k := range d.c.Subj {
		ph := r.phrase(k)
		x.nodes = append(x.nodes, k)
		if m := r.amount(ph); m >= 0 && x.money < 0 && (ph.round || !d.f.weak) {
			x.money = m
		}
		if x.stage < 0 {
			x.stage = ph.stage
		}
		if n := r.company(k); n.poss && d.of.kind == unnamed {
			d.of = *n
		}
		investors := ph.class&lexicon.Investornoun != 0
		short := r.s.Nodes[k].To == r.s.Nodes[k].From+1 || ph.words == 0 && ph.class == 0
		if (investors || short) && !(investors && r.participants(k)) && !ph.round {
			x.earlier = true
		}
		x.subjectRound = x.subjectRound || r.subjectRound(k)
	}
	if x.stage < 0 {
		x.stage = d.pre.stage
	}
	x.roundBefore = x.roundBefore || d.pre.roundBefore || d.pre.round
	if d.of.kind == unnamed && d.pre.companyNode >= 0 {
		d.of = d.pre.company
	}
	if x.money < 0 && len(d.c.Subj) == 1 && r.phrase(d.c.Subj[0]).round {
		x.money = d.pre.money
	}
	x.subjectMoney = x.money
}

// invert reads "Foo eyes a $5M investment in Bar": the subject gives, and the company stands after "in".
func (d *attempt) invert() {
	r := d.r
	for k := 0; k+1 < len(d.c.Args); k++ {
		ph := r.phrase(d.c.Args[k].Items[0].NP)
		if ph.head&lexicon.Roundnoun == 0 || ph.stage >= 0 {
			continue
		}
		if p := r.prep(&d.c.Args[k+1]); p != lexicon.WordIn && p != lexicon.WordInto {
			continue
		}
		it := d.c.Args[k+1].Items[0].NP
		n := *r.company(it)
		if n.kind != named || n.poss != r.phrase(it).round || r.placeOnly(n) {
			continue
		}
		if d.of.kind == named {
			d.x.investors = append(d.x.investors, backer{r.name(d.of), false})
		}
		d.of = n
		return
	}
}

// weigh says which of the things that rows ask for the clause has.
func (d *attempt) weigh() {
	x := &d.x
	if x.round && x.money < 0 && x.stage < 0 && !x.strong && !d.r.saysInvestment(d.c) && !d.f.weak && !d.g.Passive {
		x.round = false // "signs deal", "gets an extension": without figures they say nothing
	}
	if x.money >= 0 {
		d.have |= needMoney
	}
	if x.round || x.stage >= 0 || x.further && x.money >= 0 || x.roundBefore && (d.f.weak || x.money >= 0) {
		d.have |= needRound
	}
	if d.of.kind != unnamed {
		d.have |= needCompany
	}
	if len(x.investors) > 0 {
		d.have |= needInvestor
		if x.value >= 0 {
			d.have |= needValue
		}
	}
}

// completes gives the amount to the event of the sentence that lacks one: "Foo bought into Bar when backers supplied $5M".
func (d *attempt) completes() bool {
	if d.f.subject != investor || d.f.weak || d.x.money < 0 || d.have&needCompany != 0 || len(d.r.mine) == 0 {
		return false
	}
	t := d.r.mine[len(d.r.mine)-1]
	if t.money >= 0 {
		return false
	}
	t.money = d.x.money
	t.investors = append(t.investors, d.x.investors...)
	return true
}

// lacks reports whether something that the row asks for is missing.
func (d *attempt) lacks() bool {
	onlyTotal := d.x.total >= 0 && d.x.money < 0 && d.x.stage < 0 && !d.f.weak
	return onlyTotal || d.f.any != 0 && d.have&d.f.any == 0 || d.have&d.f.all != d.f.all
}

// lookalikes are the readings that look like rounds and are none. Their order does not matter.
var lookalikes = []struct {
	name  string
	frame string // the row that reads so; "" for every row
	when  func(d *attempt) bool
}{
	{"money that comes in", "get", func(d *attempt) bool { // "brought in over $5m"
		return d.x.money >= 0 && d.have&(needRound|needInvestor) == 0 &&
			!d.r.headline() && !d.r.participleAfter(d.c) && !slang(d.g.Verb)
	}},
	{"investing as such", "", func(d *attempt) bool { // "continues to invest in its platform"
		return d.f.subject == investor && !d.f.weak && d.f.particle == "" && d.have&(needMoney|needRound) == 0 && !d.x.roundBefore && !d.r.headline()
	}},
	{"closing something else", "close", func(d *attempt) bool { // "closed the year with $5m"
		if len(d.c.Args) == 0 || d.c.Args[0].Prep != 0 {
			return false
		}
		ph := d.r.phrase(d.c.Args[0].Items[0].NP)
		return ph.money < 0 && !ph.round
	}},
	{"a prize", "go", func(d *attempt) bool { // "the prize of $5,000 went to"
		return len(d.c.Subj) > 0 && d.r.phrase(d.c.Subj[0]).class&(lexicon.Revenuenoun|lexicon.Acqnoun|lexicon.Fundnoun) != 0
	}},
	{"an investor's own money", "", func(d *attempt) bool { // "Foo Ventures raises $15 million"
		return d.f.subject == company && d.x.stage < 0 && !d.x.strong && len(d.x.investors) == 0 && d.of.kind == named && d.r.fundName(d.of)
	}},
	{"a fund's own money", "", func(d *attempt) bool { // "closes its third fund", "commits $1 billion to a new fund"
		return d.x.fund && (d.f.subject == company || d.f.subject == lead) || d.f.subject == investor && d.x.toFund
	}},
	{"wishes", "seek", func(d *attempt) bool { // "wants $5m for its lawyers"
		return d.have&needRound == 0 && !d.r.headline()
	}},
	{"a signature under something else", "sign", func(d *attempt) bool { // "signs $5m contract"
		k, ok := d.object()
		return !ok || d.r.phrase(k).class&lexicon.Pendcue == 0
	}},
	{"deals", "announce", func(d *attempt) bool { // "announced a deal"
		return d.x.money < 0 && d.x.stage < 0 && !d.x.strong
	}},
	{"an acquisition", "", func(d *attempt) bool {
		return d.f.subject == company && d.x.acquired && d.x.stage < 0
	}},
}

// cumulative reports whether the amount is what the company has raised so far.
func (d *attempt) cumulative() bool {
	if d.x.money < 0 || d.x.stage >= 0 || d.f.subject != company || d.f.weak {
		return false
	}
	return d.x.soFar && d.x.total < 0 || d.g.Perfect && d.f.name == "raise" && d.r.cumulative(d.c)
}

// total makes an event of a clause that says only how much a company has raised so far.
func (d *attempt) total() bool {
	if d.x.total < 0 || d.f.name != "raise" {
		return false
	}
	e := d.r.event("raise/total", d.c.Verb)
	e.company, e.total, e.weak = d.company(), d.x.total, true
	d.r.add(e)
	return true
}

// fill makes the event of the amounts and the stage that were gathered.
func (d *attempt) fill() {
	x, r := &d.x, d.r
	e := r.event(d.f.name, d.c.Verb)
	d.e = e
	e.money, e.stage, e.value, e.basis, e.total = x.money, x.stage, x.value, x.basis, x.total
}

// tell completes the event with what no row settles.
func (d *attempt) tell() {
	x, r, e := &d.x, d.r, d.e
	e.kind, e.investors = max(x.kind, d.f.kind), r.ps.keep(x.investors)
	e.spoken = x.round && (x.strong || r.saysInvestment(d.c))
	e.status = max(d.f.status, r.status(d.ci))
	e.perfect = d.g.Perfect
	e.past = r.before(d.c)
	e.extension = x.extension
	e.mixed = x.kind == Equity && r.equityToo()
	e.marked = x.stage >= 0 || r.speaksOfRound(d.c) || leads(x.investors)
}

// object returns the noun phrase that is the clause's object, or stands for it after a particle; ok is false if there is none.
func (d *attempt) object() (k int, ok bool) {
	if len(d.c.Args) == 0 || d.c.Args[0].Prep != 0 && d.r.prep(&d.c.Args[0]) != lexicon.WordUp {
		return 0, false
	}
	return d.c.Args[0].Items[0].NP, true
}

// extension makes the events of "extends its $20M Series A with another $17M": the round before, and what came on top.
func (d *attempt) extension() bool {
	r := d.r
	k, ok := d.object()
	if !ok || d.of.kind == unnamed {
		return false
	}
	ph := r.phrase(k)
	if !ph.round || d.x.money < 0 || d.x.money == ph.money {
		return false
	}
	e := r.event(d.f.name, d.c.Verb)
	e.company = d.company()
	e.money, e.stage, e.investors, e.extension, e.marked = d.x.money, ph.stage, r.ps.keep(d.x.investors), true, true
	r.own(e, d.x.nodes)
	r.own(e, d.c.Subj)
	r.add(e)
	if m := r.amount(ph); m >= 0 {
		b := r.ps.nextEvent()
		*b = *e
		b.money, b.extension, b.investors, b.past = m, false, nil, true
		b.pos++
		r.add(b)
	}
	return true
}

// weak settles an event that adds to another one: it goes to the event of the
// sentence that it belongs to, or waits for merging.
func (d *attempt) weak() bool {
	r, e, c := d.r, d.e, d.c
	if d.f.settle != nil && !d.f.settle(d) {
		return false
	}
	d.tell()
	e.company = d.company()
	if t := r.link(&d.x, c); t != nil && r.agrees(t, e) && !e.alone {
		r.absorb(t, e)
		r.own(t, d.x.nodes)
		r.note(e, "added to "+t.frame+": ")
		return true
	}
	if !e.alone {
		e.weak = e.company.kind == unnamed || e.money < 0 && e.stage < 0 || d.f.additive
	}
	r.own(e, d.x.nodes)
	r.own(e, c.Subj)
	r.add(e)
	return true
}

// The functions that follow settle the weak rows; they report false where the clause says nothing of a round.

func (d *attempt) settleBring() bool {
	x, e, r := &d.x, d.e, d.r
	k, ok := d.object()
	if ok && x.total >= 0 {
		if ph := r.phrase(k); ph.stage >= 0 && ph.class&lexicon.Totalcue == 0 {
			// "brings its Series B to $59M"
			e.money, e.total, e.stage = x.total, -1, ph.stage
			d.of = *r.company(k)
			e.alone, e.weak = true, d.of.kind == unnamed
			return true
		}
	}
	if !x.soFar && !r.cumulative(d.c) {
		x.total, e.total = -1, -1
	}
	if x.total < 0 && x.value < 0 {
		return false
	}
	if e.money = x.subjectMoney; e.money >= 0 && d.of.kind == unnamed && ok {
		if n := r.company(k); n.poss {
			d.of = *n // "the Series B of $33M takes Foo's total to"
		}
	}
	return true
}

func (d *attempt) settleAdvised() bool {
	t := d.r.link(&d.x, d.c)
	return d.c.Rel && t != nil && !leads(t.investors) && d.r.prevLead(d.c)
}

func (d *attempt) settleStand() bool {
	d.e.money, d.e.stage = -1, -1
	return len(d.c.Subj) == 1 && d.r.phrase(d.c.Subj[0]).class&lexicon.Totalcue != 0 && d.x.total >= 0
}

func (d *attempt) settleFall() bool { return d.x.subjectRound }

func (d *attempt) settleValue() bool {
	other := d.g.Passive && d.of.kind == unnamed && len(d.c.Subj) > 0 && !d.r.phrase(d.c.Subj[0]).round
	return d.x.value >= 0 && !other
}

func (d *attempt) settleInclude() bool {
	if !d.x.subjectRound || d.g.Future {
		return false
	}
	return !d.x.earlier || d.x.roundBefore || d.x.stage >= 0 || d.c.Rel // not "previous investors include"
}

func (d *attempt) settleSee() bool {
	d.e.money = d.x.subjectMoney
	return d.x.subjectRound
}

func (d *attempt) settleCome() bool {
	if len(d.c.Subj) == 0 {
		return false
	}
	k := d.c.Subj[0]
	d.e.money, d.e.stage = d.x.subjectMoney, d.r.phrase(k).stage
	if strings.EqualFold(d.r.s.Word(d.r.s.Nodes[k].To-1), "portion") {
		d.e.money = -1 // a part of the round's amount
	}
	return d.x.subjectRound && len(d.x.investors) > 0
}

func (d *attempt) settleMake() bool {
	if len(d.x.investors) == 0 || d.of.kind == unnamed && !d.x.roundBefore && !d.g.Passive {
		return false
	}
	k, ok := d.object()
	return d.g.Passive || ok && d.r.phrase(k).round
}

// financial reports whether the noun phrase k is a financing or its amount.
func (r *reader) financial(k int) bool {
	ph := r.phrase(k)
	return ph.money >= 0 || ph.round
}

// settleGive is what "lead", "join" and "backed" ask for in common: named givers, and something that says to what.
func (d *attempt) settleGive() bool {
	x := &d.x
	bare := !x.round && !x.roundBefore && x.money < 0 && x.stage < 0
	return len(x.investors) > 0 && (!bare || d.r.link(x, d.c) != nil || d.r.alone(d.f, d.c))
}

func (d *attempt) settleJoin() bool {
	x := &d.x
	spoken := x.round || x.roundBefore
	if d.g.Verb == lexicon.LemmaInvest && x.money >= 0 && !spoken {
		return false // "commits to invest $5M in a new firm"
	}
	if len(d.c.Args) > 0 && d.c.Args[0].Prep == 0 && !spoken && x.money < 0 && x.stage < 0 {
		return false // "joins the board"
	}
	return d.settleGive()
}

func (d *attempt) settleLead() bool {
	ownPeople := d.c.Shared && d.g.Form == grammar.Participle && d.r.peopleIn(d.c)
	return !ownPeople && d.settleGive() // not "Led by its founder, Foo raised"
}

func (d *attempt) settleBacked() bool {
	general := d.c.Ante >= 0 && !d.x.round && (d.r.nouns[d.c.Ante].owner == 0 || !d.r.financial(d.c.Ante))
	return !general && d.settleGive() // not "a platform backed by Foo", "Foo, backed by Bar, raised"
}
