package frames

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// Attempt is one frame being tried on one clause.
type Attempt struct {
	r    *Reader
	f    *Row
	c    *grammar.Clause
	ci   int
	g    *grammar.Group
	x    facts     // what stands after the verb, and then all that is known
	pre  facts     // what stands between subject and verb
	of   names.Ref // whose round it is
	aka  []string  // other forms of that name
	e    *event
	have Need
}

// apply tries frame f on clause ci: it gathers what the clause says, asks what
// the row asks for, lets the lookalikes speak, and makes an event of the rest.
func (r *Reader) apply(ci int, f *Row) bool {
	c := &r.S.Clauses[ci]
	if r.S.Nodes[c.Verb].VG.Neg {
		return r.never(ci)
	}
	return r.applyParts(ci, f) || r.applyTo(ci, c, f, false)
}

// applyTo is apply for one of the events that clause ci tells, of which c is the clause; part says that it is one of several.
func (r *Reader) applyTo(ci int, c *grammar.Clause, f *Row, part bool) bool {
	g := &r.S.Nodes[c.Verb].VG
	d := &r.attempt
	d.r, d.f, d.c, d.ci, d.g, d.of, d.aka, d.e, d.have = r, f, c, ci, g, names.Ref{}, nil, nil, 0 // gather clears the facts
	if !d.fits() || d.hopeless() {
		return false
	}
	d.gather()
	if d.g.Passive && !f.Recipient {
		if !d.fromPassive() {
			return false
		}
	} else {
		d.fromSubject()
	}
	for _, k := range d.c.Subj {
		d.x.points(d.r.phrase(k))
	}
	if d.x.ownRound || f.Subject != Company && d.x.companyNode >= 0 && !(d.g.Passive && f.Subject == Lead) {
		d.of = d.x.company
	}
	d.weigh()
	if d.completes() {
		return true
	}
	if d.lacks() {
		return d.total()
	}
	if f.Extends {
		return d.extension()
	}
	if f.Grows {
		return d.growth()
	}
	if d.looksAlike(lookalikes[:]) || d.looksAlike(f.Unless) {
		return false
	}
	if !part && d.cumulative() {
		d.x.total, d.x.money = d.x.money, -1
		return d.total()
	}
	bare := d.of.Kind == names.Unnamed && f.Subject == Company // "the round was closed in May"
	if bare && !f.Weak && (!d.g.Passive || d.x.money >= 0 && d.x.stage < 0 && !d.x.round || d.g.Form == grammar.Participle) {
		return false
	}
	if f.Weak {
		if k := r.untoldBefore(c); k >= 0 && r.financingAt(k) {
			d.x.nodes = append(d.x.nodes, k)
		}
	}
	d.fill()
	if f.Weak {
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
func (d *Attempt) company() names.Name {
	n := d.r.Name(d.of)
	n.Aka = d.aka
	return n
}

// fits reports whether the clause has the voice and form that the row asks for.
func (d *Attempt) fits() bool {
	f, c, r := d.f, d.c, d.r
	switch {
	case d.g.Passive && f.Active:
		return false
	case f.Main && c.Rel:
		return false
	case f.Main && d.g.Form != grammar.Finite:
		// "Foo said to back Bar" is as good as a main clause in a headline
		said := c.Parent >= 0 && r.S.Elems[r.S.Nodes[r.S.Clauses[c.Parent].Verb].VG.Main].Is(lexicon.Say)
		return d.g.Form == grammar.Infinitive && r.headline() && said
	case f.Particle != 0:
		return len(c.Args) > 0 && c.Args[0].Relation == f.Particle
	}
	return f.When == nil || f.When(d)
}

// hopeless reports whether the clause holds no amount or no word for a round, whatever it says of them,
// and the row asks for one: most clauses with a verb like "go", "take" or "want" are not looked at closer.
func (d *Attempt) hopeless() bool {
	const figures = Money | Round | Value
	f := d.f
	switch {
	case f.Figure && (d.holds(d.c.Args)&Money == 0 || !d.counted()):
		return true
	case f.Giver && !d.mayGive(), f.Topic && !d.speaksOfFinancing(), d.givesNobody():
		return true
	}
	if d.g.Passive || f.All&figures == 0 && (f.Any == 0 || f.Any&^figures != 0) {
		return false // or the amount stands elsewhere, see fromPassive
	}
	have := d.holds(d.c.Args) | d.holds(d.c.Pre)
	for _, k := range d.c.Subj {
		have |= d.r.nouns[k].have
	}
	switch {
	case have&Money == 0:
		return have&Round == 0 || f.All&Money != 0
	case have&(Round|further) == 0:
		return f.All&Round != 0 && (f.Weak || f.Subject != Investor) // see completes
	}
	return false
}

// counted reports whether an amount of the clause may be a total or a valuation.
func (d *Attempt) counted() bool {
	if d.r.S.Class&(lexicon.Totalcue|lexicon.Valuenoun) != 0 {
		return true
	}
	for k := range d.c.Args {
		if rel := d.c.Args[k].Relation; rel == grammar.Recipient || rel == grammar.At {
			return true // "to $5M", "at $5M"
		}
	}
	return false
}

// speaksOfFinancing reports whether the subject is a financing or means who gave it, as roundSubject would find.
func (d *Attempt) speaksOfFinancing() bool {
	if d.g.Passive {
		return false
	}
	for _, k := range d.c.Subj {
		if d.r.subjectRound(k) || d.f.Object == Investor && d.r.they(k) {
			return true
		}
	}
	return false
}

// subjectRound reports whether the noun phrase k is a financing, its amount, or means who gave it.
func (r *Reader) subjectRound(k int) bool {
	return r.nouns[k].tells && r.financial(k) || r.says(k, lexicon.Investornoun) || r.participants(k)
}

// givesNobody reports whether the row asks for the company that receives, and the clause, whose subject gives, holds none.
func (d *Attempt) givesNobody() bool {
	return d.f.Subject == Investor && d.f.All&Firm != 0 && !d.g.Passive && len(d.r.mine) == 0 && !d.r.SomebodyIn(d.c.Args) // see completes
}

// mayGive reports whether a noun phrase of the clause may name an investor.
func (d *Attempt) mayGive() bool {
	r, c := d.r, d.c
	if r.MaybeSomebody(c.Subj) || r.SomebodyIn(c.Args) || r.SomebodyIn(c.Pre) {
		return true
	}
	return c.Rel && c.Parent >= 0 && r.MaybeSomebody(r.S.Clauses[c.Parent].Subj) // see investorSubject
}

// holds returns what the noun phrases of args hold at most.
func (d *Attempt) holds(args []grammar.Arg) Need {
	have := Need(0)
	for k := range args {
		for _, it := range args[k].Items {
			have |= d.r.nouns[it.NP].have
		}
	}
	return have
}

// gather collects what stands around the verb.
func (d *Attempt) gather() {
	first, pre := d.f.Subject, d.f
	if d.g.Passive {
		first = Nothing
	}
	if d.f.Subject == Financing || d.g.Passive && d.f.Object == Financing { // what stands before the verb is about a round
		pre = &d.r.rules.Noun
	}
	d.pre.clear()
	if len(d.c.Pre) > 0 {
		d.r.collect(pre, d.c.Pre, first, &d.pre)
	}
	d.x.clear()
	d.x.passive = d.g.Passive
	d.x.subjectMoney = -1
	d.r.collect(d.f, d.c.Args, d.f.Object, &d.x)
	if len(d.pre.nodes) > 0 {
		d.x.nodes = append(d.x.nodes, d.pre.nodes...)
	}
}

// fromPassive reads the grammatical subject as the frame's object; the frame's
// subject stands after "by". It reports false where nothing is left to say who received.
func (d *Attempt) fromPassive() bool {
	r, x := d.r, &d.x
	for _, k := range d.c.Subj {
		x.nodes = append(x.nodes, k)
		if d.f.Object == Company {
			r.takeCompany(k, x)
		}
		if d.f.Object != Financing {
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
		if d.pre.companyNode >= 0 && r.givenByOwner(k, d.pre.company) {
			if g, ok := r.ownerGives(k); ok {
				x.investors = append(x.investors, g)
			}
			continue
		}
		if n := r.Company(k); n.Kind != names.Unnamed && n.Poss && x.companyNode < 0 {
			x.company, x.companyNode, x.ownRound = *n, k, true
		}
	}
	if x.money < 0 {
		x.money = d.pre.money
	}
	if n := len(d.c.Subj); n > 0 && x.money < 0 && r.opensParenthesis(d.c.Subj[n-1]+1) {
		x.money = r.amount(r.phrase(d.c.Subj[n-1] + 2)) // "Foo's Series A ($11M) was led by"
	}
	if d.pre.company.Kind != names.Unnamed && x.companyNode < 0 {
		x.company, x.companyNode = d.pre.company, d.pre.companyNode
	}
	if x.stage < 0 {
		x.stage = d.pre.stage
	}
	if d.f.Subject == Company {
		if n := len(x.investors); n > 0 {
			giver := &x.investors[n-1].Name
			x.company, x.companyNode = names.Ref{From: int(giver.From), To: int(giver.To), Kind: names.Named}, d.c.Verb
			d.aka = giver.Aka
		}
		x.investors = nil
		if x.companyNode < 0 && !d.f.Bare {
			return false
		}
	}
	if x.companyNode >= 0 && (d.f.Subject != Lead || d.pre.companyNode >= 0) { // "the Series B in Foo was led by"
		d.of = x.company
	}
	return true
}

// opensParenthesis reports whether node k opens a parenthesis with a noun phrase.
func (r *Reader) opensParenthesis(k int) bool {
	nodes := r.S.Nodes
	return k+1 < len(nodes) && nodes[k].Kind == grammar.Kind(grammar.LParen) && nodes[k+1].Kind == grammar.NP
}

// fromSubject reads the subject as the row says.
func (d *Attempt) fromSubject() {
	switch d.f.Subject {
	case Company:
		d.companySubject()
	case Investor, Lead:
		d.investorSubject()
	case Financing:
		d.roundSubject()
	}
}

func (d *Attempt) companySubject() {
	r, subject := d.r, d.c.Subj
	n := r.SubjectCompany(subject, d.c.Verb)
	if n.Kind == names.Unnamed && d.x.companyNode >= 0 {
		n = d.x.company
	}
	if n.Kind == names.Unnamed && len(subject) == 1 {
		n = r.speaker(subject[0])
	}
	if n.Kind == names.Unnamed && len(subject) == 1 && r.phrase(subject[0]).round {
		// "the round comes months after raising …"
		nd := &r.S.Nodes[subject[0]]
		n = names.Ref{From: nd.From, To: nd.To, Kind: names.Anaphor}
	}
	if n.Kind == names.Unnamed || d.c.Ante >= 0 && n.Kind == names.Named && r.PlaceOnly(n) {
		if m := d.beyond(); m.Kind == names.Named {
			n = m
		}
	}
	d.of = n
	if k, ok := d.object(); ok && n.Kind != names.Unnamed && r.phrase(k).stage >= 0 && !r.endsWith(k, lexicon.TraitNamesInvestment) {
		if o := r.Company(k); o.Kind == names.Named && o.Poss {
			d.of = *o // "Jane Roe closed Foo's Series A"
		}
	}
	d.invert()
}

// beyond returns whom a clause means that modifies what the company is said to be, or a phrase of the clause with the company:
// "Foo is a kayak that raised $5M", "Foo opens in Basel, backed by $9M". It is nobody if there is no such company.
func (d *Attempt) beyond() names.Ref {
	r, c := d.r, d.c
	if c.Ante < 0 {
		return names.Ref{}
	}
	for i := d.ci - 1; i >= 0; i-- {
		p := &r.S.Clauses[i]
		rest, ok := governed(p, c.Ante)
		if !ok || p.Verb < 0 || p.Rel {
			continue
		}
		is := r.isBare(p) && len(p.Args) > len(rest) && p.Args[0].Items[0].NP == c.Ante
		if is || d.g.Form == grammar.Participle && r.S.Nodes[c.Ante+1].Kind == grammar.Kind(grammar.Comma) {
			return r.SubjectCompany(p.Subj, p.Verb)
		}
	}
	return names.Ref{}
}

func (d *Attempt) investorSubject() {
	d.addInvestors(d.c.Subj)
	d.addListed()
	d.x.investors = append(d.x.investors, d.pre.investors...)
	if len(d.x.investors) == 0 && d.c.Rel && d.c.Parent >= 0 {
		// "A and B are among the investors who will put $5M into Foo"
		p := &d.r.S.Clauses[d.c.Parent]
		if p.Verb >= 0 && len(d.c.Subj) > 0 && d.r.S.Nodes[p.Verb].VG.Verb == 0 && d.r.phrase(d.c.Subj[0]).class&lexicon.Investornoun != 0 {
			d.addInvestors(p.Subj)
		}
	}
}

func (d *Attempt) addInvestors(nodes []int) {
	for _, k := range nodes {
		if n := d.r.Investor(grammar.Item{NP: k, Tail: d.explained(k)}); n.Kind == names.Named {
			d.x.investors = append(d.x.investors, deal.Giver{Name: n, Lead: d.f.Subject == Lead})
		}
	}
}

// explained returns the last node of what explains the subject, node k, if that says whose people it is: "Jane Roe, a partner
// at Foo, led"; else k.
func (d *Attempt) explained(k int) int {
	if len(d.c.Subj) != 1 || len(d.c.Pre) == 0 || d.c.Pre[0].Relation != grammar.Apposition {
		return k
	}
	for i := range d.c.Pre {
		switch a := &d.c.Pre[i]; a.Relation {
		case grammar.Apposition, grammar.At, grammar.Of:
			nd := &d.r.S.Nodes[a.Items[0].NP]
			if i == 0 && !d.r.S.Elems[nd.To-1].Is(lexicon.People|lexicon.Title) {
				return k
			}
			k = a.Items[len(a.Items)-1].NP
		default:
			return k
		}
	}
	return k
}

// addListed adds the givers that an opener lists before the subject, of which only the last is the subject:
// "Executives like Jane Roe, the head of Foo; Bo Nil, who runs Bar; and Una Fay also invested."
func (d *Attempt) addListed() {
	r := d.r
	if len(d.c.Subj) == 0 || r.S.Class&lexicon.Including == 0 {
		return
	}
	nodes := r.S.Nodes
	for o := d.c.Subj[0] - 1; o > 0; o-- {
		switch nd := &nodes[o]; nd.Kind {
		case grammar.Kind(grammar.Prep):
			if r.S.Elems[nd.From].Is(lexicon.Including) && nodes[o-1].Kind == grammar.NP && r.meansGivers(o-1, true) {
				args := r.S.ArgsAfter(o - 1)
				if len(args) > 0 && args[0].Node == o {
					for _, it := range args[0].Items {
						r.takeInvestor(it, d.f.Subject == Lead, &d.x)
					}
				}
				return
			}
		case grammar.VG, grammar.Kind(grammar.Stop), grammar.Kind(grammar.Colon):
			return
		}
	}
}

func (d *Attempt) roundSubject() {
	r, x := d.r, &d.x
	for _, k := range d.c.Subj {
		ph := r.phrase(k)
		x.nodes = append(x.nodes, k)
		if m := r.amount(ph); m >= 0 && x.money < 0 && (ph.round || !d.f.Weak) {
			x.money = m
		}
		if x.stage < 0 {
			x.stage = ph.stage
		}
		if n := r.Company(k); n.Poss && d.of.Kind == names.Unnamed && !(d.pre.companyNode >= 0 && r.givenByOwner(k, d.pre.company)) {
			d.of = *n
		}
		investors := ph.class&lexicon.Investornoun != 0
		short := r.S.Nodes[k].To == r.S.Nodes[k].From+1 || ph.words == 0 && ph.class == 0
		taking := r.participants(k) && (investors || len(d.c.Pre) == 0) // not "others in this space include"
		if (investors || short) && !taking && !ph.round {
			x.earlier = true
		}
		x.subjectRound = x.subjectRound || r.subjectRound(k)
		if d.f.Object == Investor && r.they(k) {
			x.those, x.subjectRound, x.earlier = true, true, false
		}
	}
	if x.stage < 0 {
		x.stage = d.pre.stage
	}
	x.roundBefore = x.roundBefore || d.pre.roundBefore || d.pre.round
	if d.of.Kind == names.Unnamed && d.pre.companyNode >= 0 {
		d.of = d.pre.company
	}
	if x.money < 0 && len(d.c.Subj) == 1 && r.phrase(d.c.Subj[0]).round {
		x.money = d.pre.money
	}
	x.subjectMoney = x.money
}

// invert reads "Foo eyes a $5M investment in Bar": the subject gives, and the company stands after "in".
func (d *Attempt) invert() {
	r := d.r
	for k := 0; k+1 < len(d.c.Args); k++ {
		ph := r.phrase(d.c.Args[k].Items[0].NP)
		if ph.head&lexicon.Roundnoun == 0 || ph.stage >= 0 {
			continue
		}
		if rel := d.c.Args[k+1].Relation; rel != grammar.In && rel != grammar.Into {
			continue
		}
		it := d.c.Args[k+1].Items[0].NP
		n := *r.Company(it)
		if n.Kind != names.Named || n.Poss != r.phrase(it).round || r.PlaceOnly(n) {
			continue
		}
		if d.of.Kind == names.Named {
			d.x.investors = append(d.x.investors, deal.Giver{Name: r.Name(d.of)})
		}
		d.of = n
		return
	}
}

// weigh says which of the things that rows ask for the clause has.
func (d *Attempt) weigh() {
	x := &d.x
	lent := len(x.investors) > 0 && x.kind != deal.Equity // "secured a credit facility from Foo"
	if x.round && x.money < 0 && x.stage < 0 && !x.strong && !lent && !d.r.saysInvestment(d.c) && !d.f.Weak && !d.g.Passive {
		x.round = false // "signs deal", "gets an extension": without figures they say nothing
	}
	if x.money >= 0 {
		d.have |= Money
	}
	if x.round || x.stage >= 0 || x.further && x.money >= 0 || x.roundBefore && (d.f.Weak || x.money >= 0) {
		d.have |= Round
	}
	if d.of.Kind != names.Unnamed {
		d.have |= Firm
	}
	if len(x.investors) > 0 {
		d.have |= Givers
		if x.value >= 0 {
			d.have |= Value
		}
	}
}

// completes gives the amount to the event of the sentence that lacks one: "Foo bought into Bar when backers supplied $5M".
func (d *Attempt) completes() bool {
	if d.f.Subject != Investor || d.f.Weak || d.x.money < 0 || d.have&Firm != 0 || len(d.r.mine) == 0 {
		return false
	}
	t := d.r.mine[len(d.r.mine)-1]
	if t.money >= 0 {
		return false
	}
	t.money = d.x.money
	t.givers = append(t.givers, d.x.investors...)
	return true
}

// lacks reports whether something that the row asks for is missing.
func (d *Attempt) lacks() bool {
	onlyTotal := d.x.total >= 0 && d.x.money < 0 && d.x.stage < 0 && !d.f.Weak
	return onlyTotal || d.f.Any != 0 && d.have&d.f.Any == 0 || d.have&d.f.All != d.f.All
}

// looksAlike reports whether one of the readings that are no rounds fits.
func (d *Attempt) looksAlike(readings []Lookalike) bool {
	for i := range readings {
		if readings[i].When(d) {
			return true
		}
	}
	return false
}

// cumulative reports whether the amount is what the company has raised so far.
func (d *Attempt) cumulative() bool {
	if d.x.money < 0 || d.x.stage >= 0 || d.x.wholeRound || d.f.Subject != Company || d.f.Weak {
		return false
	}
	if d.x.soFar && d.x.total < 0 {
		return true
	}
	sums := d.g.Perfect && (d.r.cumulative(d.c) || len(d.x.investors) == 0 && d.r.profiled(d.c))
	return d.f.Sums && sums || d.r.overYears()
}

// total makes an event of a clause that says only how much a company has raised so far.
func (d *Attempt) total() bool {
	if d.x.total < 0 || !d.f.Sums {
		return false
	}
	e := d.r.event(&rowTotal, d.c.Verb)
	e.company, e.total, e.weak, e.past = d.company(), d.x.total, true, d.r.S.Earlier(d.c)
	if d.x.roundBefore {
		e.givers = d.r.keep(d.x.investors) // "a total of $5M in the round with Foo"
	}
	d.r.add(e)
	return true
}

// fill makes the event of the amounts and the stage that were gathered.
func (d *Attempt) fill() {
	x, r := &d.x, d.r
	e := r.event(d.f, d.c.Verb)
	d.e = e
	e.money, e.stage, e.value, e.basis, e.total = x.money, x.stage, x.value, x.basis, x.total
}

// tell completes the event with what no row settles.
func (d *Attempt) tell() {
	x, r, e := &d.x, d.r, d.e
	e.kind, e.givers, e.those = max(x.kind, d.f.Kind), r.keep(x.investors), x.those
	e.spoken = x.round && (x.strong || r.saysInvestment(d.c))
	e.time = max(d.f.Time, r.timeOf(d.ci))
	e.perfect = d.g.Perfect || d.f.Perhaps
	e.past, e.newest = r.S.Earlier(d.c) || x.previous, x.newest
	e.extension = x.extension
	e.mixed = x.kind == deal.Equity && r.equityToo()
	e.marked = x.stage >= 0 || r.speaksOfRound(d.c) || deal.Leads(x.investors) || x.further
}

// object returns the noun phrase that is the clause's object, or stands for it after a particle; ok is false if there is none.
func (d *Attempt) object() (k int, ok bool) {
	if len(d.c.Args) == 0 || d.c.Args[0].Relation != grammar.Object && d.c.Args[0].Relation != grammar.Up {
		return 0, false
	}
	return d.c.Args[0].Items[0].NP, true
}

// extension makes the events of "extends its $20M Series A with another $17M": the round before, and what came on top.
func (d *Attempt) extension() bool {
	r := d.r
	k, ok := d.object()
	if !ok || d.of.Kind == names.Unnamed {
		return false
	}
	ph := r.phrase(k)
	if !ph.round || d.x.money >= 0 && d.x.money == ph.money || d.x.money < 0 && (ph.stage < 0 || ph.money >= 0) {
		return false // without an amount, "extended its Series A" tells of one
	}
	e := r.event(d.f, d.c.Verb)
	e.company = d.company()
	e.money, e.stage, e.givers, e.extension, e.marked = d.x.money, ph.stage, r.keep(d.x.investors), true, true
	r.own(e, d.x.nodes)
	r.own(e, d.c.Subj)
	r.add(e)
	if m := r.amount(ph); m >= 0 {
		b := r.nextEvent()
		*b = *e
		b.money, b.extension, b.givers, b.past = m, false, nil, true
		b.pos++
		r.add(b)
	}
	return true
}

// weak settles an event that adds to another one: it goes to the event of the
// sentence that it belongs to, or waits for merging.
func (d *Attempt) weak() bool {
	r, e, c := d.r, d.e, d.c
	if d.f.Settle != nil && !d.f.Settle(d) {
		return false
	}
	d.tell()
	e.company = d.company()
	if k := d.roundOfGiver(); k >= 0 {
		e.company, e.past, e.alone = r.Name(*r.Company(k)), true, true
	}
	if t := r.link(&d.x, c); t != nil && r.agrees(t, e) && !e.alone {
		r.absorb(t, e)
		r.own(t, d.x.nodes)
		r.note(e, t.row.Name)
		return true
	}
	if !e.alone {
		e.weak = e.company.Kind == names.Unnamed || e.money < 0 && e.stage < 0 || d.f.Additive
	}
	r.own(e, d.x.nodes)
	r.own(e, c.Subj)
	r.add(e)
	return true
}

// roundOfGiver returns the noun phrase of another round than that of the sentence, which a relative clause tells of a giver:
// "from Foo, which also led [its seed round], and Bar"; -1 if there is none.
func (d *Attempt) roundOfGiver() int {
	r, c, e := d.r, d.c, d.e
	if !c.Rel || c.Ante < 0 || d.g.Form != grammar.Finite || e.stage < 0 || len(r.mine) == 0 || r.financial(c.Ante) {
		return -1
	}
	k, ok := d.object()
	if !ok || !r.Company(k).Poss {
		return -1
	}
	if t := r.mine[0]; t.stage >= 0 && r.mentions.Stages[t.stage].Same(r.mentions.Stages[e.stage]) {
		return -1
	}
	return k
}

// The functions that follow settle the weak rows; they report false where the clause says nothing of a round.

func (d *Attempt) SettleBring() bool {
	x, e, r := &d.x, d.e, d.r
	k, ok := d.object()
	if ok && x.value >= 0 && x.total < 0 && r.phrase(k).class&lexicon.Totalcue != 0 { // "puts their total at $9M"
		x.total, e.total, x.value, e.value = x.value, x.value, -1, -1
	}
	if ok && x.total >= 0 {
		if ph := r.phrase(k); ph.stage >= 0 && ph.class&lexicon.Totalcue == 0 {
			// "brings its Series B to $59M"
			e.money, e.total, e.stage = x.total, -1, ph.stage
			d.of = *r.Company(k)
			e.alone, e.weak = true, d.of.Kind == names.Unnamed
			return true
		}
	}
	if !x.soFar && !r.cumulative(d.c) {
		x.total, e.total = -1, -1
	}
	if x.total < 0 && x.value < 0 {
		return false
	}
	if e.money = x.subjectMoney; e.money >= 0 && d.of.Kind == names.Unnamed && ok {
		if n := r.Company(k); n.Poss {
			d.of = *n // "the Series B of $33M takes Foo's total to"
		}
	}
	return true
}

func (d *Attempt) SettleAdvised() bool {
	t := d.r.link(&d.x, d.c)
	return d.c.Rel && t != nil && !deal.Leads(t.givers) && d.r.ledBefore(d.c)
}

func (d *Attempt) SettleStand() bool {
	d.e.money, d.e.stage = -1, -1
	return len(d.c.Subj) == 1 && d.r.phrase(d.c.Subj[0]).class&lexicon.Totalcue != 0 && d.x.total >= 0
}

func (d *Attempt) SettleFall() bool { return d.x.subjectRound }

func (d *Attempt) SettleValue() bool {
	if !d.g.Passive && d.of.Kind == names.Unnamed && !d.has(grammar.Object) {
		if d.of = d.r.SubjectCompany(d.c.Subj, d.c.Verb); d.of.Kind != names.Named {
			d.of = names.Ref{} // "Foo valued at $2B after $50M round"
		}
	}
	other := d.g.Passive && d.of.Kind == names.Unnamed && len(d.c.Subj) > 0 && !d.r.phrase(d.c.Subj[0]).round
	return d.x.value >= 0 && !other
}

func (d *Attempt) SettleInclude() bool {
	if !d.x.subjectRound || d.g.Future {
		return false
	}
	return !d.x.earlier || d.x.roundBefore || d.x.stage >= 0 || d.c.Rel // not "previous investors include"
}

func (d *Attempt) SettleSee() bool {
	d.e.money = d.x.subjectMoney
	return d.x.subjectRound
}

func (d *Attempt) SettleCome() bool {
	if len(d.c.Subj) == 0 {
		return false
	}
	k := d.c.Subj[0]
	d.e.money, d.e.stage = d.x.subjectMoney, d.r.phrase(k).stage
	if d.r.Lex.Has(d.r.ElementID(d.r.S.Nodes[k].To-1), lexicon.TraitPartOfAmount) {
		d.e.money = -1 // a part of the round's amount
	}
	instrument := d.x.kind != deal.Equity && d.x.kind < deal.Secondary // "the money came in on a SAFE"
	return d.x.subjectRound && (len(d.x.investors) > 0 || instrument)
}

func (d *Attempt) SettleMake() bool {
	if len(d.x.investors) == 0 || d.of.Kind == names.Unnamed && !d.x.roundBefore && !d.g.Passive {
		return false
	}
	k, ok := d.object()
	return d.g.Passive || ok && d.r.phrase(k).round
}

// financial reports whether the noun phrase k is a financing or its amount.
func (r *Reader) financial(k int) bool {
	ph := r.phrase(k)
	return ph.money >= 0 || ph.round
}

// settleGive is what "lead", "join" and "backed" ask for in common: named givers, and something that says to what.
func (d *Attempt) SettleGive() bool {
	x := &d.x
	bare := !x.round && !x.roundBefore && x.money < 0 && x.stage < 0
	return len(x.investors) > 0 && (!bare || d.r.link(x, d.c) != nil || d.f.Alone != nil && d.f.Alone(d))
}

func (d *Attempt) SettleJoin() bool {
	x := &d.x
	spoken := x.round || x.roundBefore
	if d.r.Lex.VerbHas(d.g.Verb, lexicon.TraitInvests) && x.money >= 0 && !spoken {
		return false // "commits to invest $5M in a new firm"
	}
	if len(d.c.Args) > 0 && d.c.Args[0].Relation == grammar.Object && !spoken && x.money < 0 && x.stage < 0 {
		return false // "joins the board"
	}
	return d.SettleGive()
}

func (d *Attempt) SettleLead() bool {
	ownPeople := d.c.Shared && d.g.Form == grammar.Participle && d.r.peopleIn(d.c)
	return !ownPeople && d.SettleGive() // not "Led by its founder, Foo raised"
}

func (d *Attempt) SettleBacked() bool {
	general := d.c.Ante >= 0 && !d.x.round && d.x.money < 0 && (d.r.nouns[d.c.Ante].owner == 0 || !d.r.financial(d.c.Ante))
	if d.x.money >= 0 && d.of.Kind == names.Unnamed {
		d.of = d.financed()
	}
	return !general && d.SettleGive() // not "a platform backed by Foo", "Foo, backed by Bar, raised"
}

// financed returns the company that a participle with an amount is said of: "[Foo], backed by $5M from Bar, opens", "[Foo]
// opens, backed by $5M from Bar".
func (d *Attempt) financed() names.Ref {
	r, c := d.r, d.c
	if c.Ante >= 0 {
		if n := *r.Company(c.Ante); n.Kind == names.Named && !r.PlaceOnly(n) && !r.phrase(c.Ante).round {
			return n
		}
	}
	if c.Parent >= 0 {
		return r.SubjectCompany(r.S.Clauses[c.Parent].Subj, -1)
	}
	return names.Ref{}
}
