package frames

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
	"example.com/funding/internal/token"
)

// collector reads the arguments of a clause as a row says, from left to right.
type collector struct {
	r    *Reader
	row  *Row
	args []grammar.Arg
	out  *facts

	first, last Part       // what the clause began with, and what the argument before filled
	wantValue   bool       // a word for a valuation has no amount yet
	wantTotal   bool       // a word for all that was raised so far stood before
	basis       deal.Basis // of the valuation whose amount is still to come

	// the argument that is being read
	k      int
	rel    grammar.Relation
	to     Part // what it fills
	object bool // it is the object, or stands for it
}

// collect reads the arguments of a clause as row says; "including" and its like go on with what the part first began.
func (r *Reader) collect(row *Row, args []grammar.Arg, first Part, out *facts) {
	c := collector{r: r, row: row, args: args, out: out, first: first, last: first}
	for k := range args {
		if c.k, c.rel = k, args[k].Relation; c.none() {
			return
		}
		if c.place(); c.to == counted {
			c.to, out.soFar = Nothing, true
			continue
		}
		for i, it := range args[k].Items {
			if i > 0 && (c.to == Investor || c.to == Lead) && r.oneName(args[k].Items[i-1], it) {
				continue
			}
			if i == 1 && c.to == Nothing && c.rel == grammar.Apposition && (c.last == Investor || c.last == Lead) {
				c.to = c.last // "from Foo – the bank – and Bar"
			}
			c.item(it)
		}
	}
}

// none reports whether the argument takes back what follows: "…, none of it from Foo".
func (c *collector) none() bool {
	return c.rel == grammar.Apposition && c.r.Lex.Has(c.r.FirstID(c.r.S.Nodes[c.args[c.k].Items[0].NP].From), lexicon.TraitNoneOf)
}

// place says what the argument fills.
func (c *collector) place() {
	switch c.rel {
	case grammar.Object:
		c.to, c.object = c.row.Object, true
	case grammar.Apposition:
		c.to, c.object = Financing, false
		if c.last == Investor || c.last == Lead {
			c.to = Nothing // an apposition of an investor
		}
	default:
		fill := c.row.fills[c.rel]
		c.to, c.object = fill.to, fill.object
	}
	if c.rel == grammar.Agent && (c.to == Investor || c.to == Lead) && c.paid() {
		c.to, c.object = Financing, true // "backed by $5M from Foo"
	}
	if c.rel == grammar.Agent && c.to == Investor && !c.out.passive && (c.k == 0 || !c.before().round) {
		c.to = Nothing // "according to a report by Foo"
	}
	switch {
	case c.ofPeople():
		c.to, c.last = Nothing, Nothing
	case c.givers(), c.listed():
		c.to = Investor
	}
	if c.rel == grammar.At && c.row.SizeAt && c.sizes() {
		c.to, c.object = Financing, true
	}
	switch {
	case c.to == Same && c.countsRound():
		c.to = counted
	case c.to == Same:
		if c.k == 0 && (c.row.Subject == Investor || c.row.Subject == Lead) {
			c.last = c.row.Subject // "existing investors participated, including A"
		}
		if c.last == Lead && c.k > 0 && c.named(c.k-1) {
			c.last = Investor // "led by A, including angels B and C"
		}
		c.to = c.last
	case c.to != Nothing && c.rel != grammar.Apposition && !(c.rel == grammar.Of && c.last == Investor):
		c.last = c.to
	}
}

// countsRound reports whether the argument is a round that the amount before it counts among others: "raised $9M, including its $2M seed".
func (c *collector) countsRound() bool {
	return (c.out.money >= 0 || c.out.total >= 0) && c.last != Investor && c.last != Lead && c.r.phrase(c.args[c.k].Items[0].NP).stage >= 0
}

// paid reports whether the argument is an amount.
func (c *collector) paid() bool {
	n := &c.r.nouns[c.args[c.k].Items[0].NP]
	return n.tells && c.r.amount(&n.phrase) >= 0
}

// sizes reports whether the argument says how large the round before it is, which has no amount yet: "closed its Series B at $45M".
func (c *collector) sizes() bool {
	round := c.out.stage >= 0
	for k := range c.args[:c.k] {
		round = round || c.r.phrase(c.args[k].Items[0].NP).class&lexicon.Stronground != 0 // not "the first close of its fund"
	}
	if c.out.money >= 0 || !round {
		return false
	}
	return c.r.nouns[c.args[c.k].Items[0].NP].phrase.class&lexicon.Valuenoun == 0 && !c.valued()
}

// valued reports whether the argument after this one says that the amount is a valuation: "at $1B [post-money]".
func (c *collector) valued() bool {
	return c.k+1 < len(c.args) && c.r.phrase(c.args[c.k+1].Items[0].NP).class&lexicon.Valuenoun != 0
}

// before returns the first noun phrase of the argument before.
func (c *collector) before() *phrase { return c.r.phrase(c.args[c.k-1].Items[0].NP) }

// givers reports whether the argument names those whom the one before only counts or speaks of: "participation [from
// A]", "a group [of A and B]".
func (c *collector) givers() bool {
	if c.k == 0 {
		return false
	}
	items := c.args[c.k-1].Items
	last := c.r.FirstID(c.r.S.Nodes[items[len(items)-1].NP].To - 1)
	switch c.rel {
	case grammar.Of:
		return c.r.Lex.Has(last, lexicon.TraitPartOfGivers) || c.last == Investor && c.r.Lex.Has(last, lexicon.TraitCountsGivers)
	case grammar.Source, grammar.Agent:
		return c.r.Lex.Has(last, lexicon.TraitPartOfGivers)
	}
	return false
}

// ofPeople reports whether the argument says whose people the givers before it are, and these have no name: "executives [from Foo]".
func (c *collector) ofPeople() bool {
	if c.k == 0 || c.rel != grammar.Source && c.rel != grammar.Of && c.rel != grammar.At || c.last != Investor && c.last != Lead {
		return false
	}
	items := c.args[c.k-1].Items
	last := &c.r.S.Elems[c.r.S.Nodes[items[len(items)-1].NP].To-1]
	return last.Is(lexicon.People|lexicon.Title) && !last.Is(lexicon.Investornoun) && !last.Cap
}

// listed reports whether the argument names those whom the one before means without naming them: "from two funds, [A
// and B]", "with investors [like A]".
func (c *collector) listed() bool {
	if c.k == 0 || c.rel != grammar.Among && c.rel != grammar.Apposition {
		return false
	}
	items := c.args[c.k-1].Items
	return c.r.meansGivers(items[len(items)-1].NP, c.last == Investor) && !c.named(c.k-1)
}

// named reports whether the last phrase of argument k names somebody.
func (c *collector) named(k int) bool {
	items := c.args[k].Items
	n := c.r.Investor(items[len(items)-1])
	return n.Kind == names.Named
}

// meansGivers reports whether the noun phrase k means those who give, and names nobody: "several angels". Where a giver
// stands (given), any plural does: "from two firms".
func (r *Reader) meansGivers(k int, given bool) bool {
	nd := &r.S.Nodes[k]
	last := &r.S.Elems[nd.To-1]
	if nd.Holds&grammar.Units != 0 || last.Cap && r.S.Style == grammar.Plain {
		return false
	}
	return last.Is(lexicon.Investornoun) || given && (last.Is(lexicon.People|lexicon.Companynouns) || r.PluralName(r.S.Word(nd.To-1)))
}

// item takes what one noun phrase of the argument says.
func (c *collector) item(it grammar.Item) {
	r, out := c.r, c.out
	out.nodes = append(out.nodes, it.NP)
	nd := &r.S.Nodes[it.NP]
	if c.rel == grammar.For && c.row.Subject == Company && r.S.Elems[nd.To-1].Is(lexicon.Fundnoun) {
		out.fund = true // "for Foo Fund"
	}
	if c.rel == grammar.Source && r.sale(it.NP) {
		out.acquired = true
	}
	ph := &noPhrase
	if r.nouns[it.NP].tells || nd.Class&weighty != 0 { // few
		ph = r.phrase(it.NP)
		c.words(it, ph)
		c.figure(it, ph)
		if c.object && ph.money < 0 && ph.round && out.money < 0 {
			out.money = r.totalling(it.NP)
		}
		if c.object && ph.money >= 0 && it.Tail > it.NP {
			out.fund = out.fund || r.fundIn(it)
		}
		c.round(it, ph)
	}
	switch c.to {
	case Investor, Lead:
		r.takeInvestor(it, c.to == Lead || r.leadMark(it), out)
		c.inParentheses(it)
	case Company:
		c.receiver(it, ph)
	case Financing:
		c.besideRound(it, ph)
	}
}

// words takes what the words of a phrase say of an amount beside them.
func (c *collector) words(it grammar.Item, ph *phrase) {
	out := c.out
	if ph.class&lexicon.Valuenoun != 0 {
		c.wantValue, c.basis = true, c.r.basis(it.NP)
	}
	if ph.class&lexicon.Totalcue != 0 && ph.stage < 0 {
		if c.ofRound(ph) {
			out.wholeRound = true
		} else {
			c.wantTotal, out.soFar = true, true
		}
	}
	ofFund := c.to == Financing && c.rel != grammar.Via || c.rel == grammar.Of
	if ofFund && ph.class&ph.head&lexicon.Fundnoun != 0 && ph.class&lexicon.Stronground == 0 {
		out.fund = true
	}
	out.further = out.further || ph.class&lexicon.Further != 0
	if ph.class&lexicon.Acqnoun != 0 && c.rel != grammar.For && c.rel != grammar.After {
		out.acquired = true
	}
	out.extension = out.extension || ph.extension
}

// ofRound reports whether the total that a phrase of the argument speaks of is that of one round: "a total of $5M in its Series B".
func (c *collector) ofRound(ph *phrase) bool {
	k := c.k + 1
	if ph.money < 0 {
		if k >= len(c.args) || c.args[k].Relation != grammar.Of || c.r.phrase(c.args[k].Items[0].NP).money < 0 {
			return false
		}
		k++
	}
	if k >= len(c.args) || c.args[k].Relation != grammar.In {
		return false
	}
	np := c.args[k].Items[0].NP
	next := c.r.phrase(np)
	return next.stage >= 0 || next.class&lexicon.Stronground != 0 && c.r.Lex.Has(c.r.LastID(c.r.S.Nodes[np].To-1), lexicon.TraitNamesRound)
}

// figure takes the amount of a phrase for what it is: a valuation, a total or the money raised.
func (c *collector) figure(it grammar.Item, ph *phrase) {
	r, out := c.r, c.out
	if ph.money < 0 {
		return
	}
	m := &r.mentions.Money[ph.money]
	if m.Refused != "" {
		return
	}
	switch {
	case c.wantValue || c.to == Worth && c.reaches() && m.AtLeast(6) && !m.PowerOfTen(6):
		if out.value < 0 {
			out.value, out.basis = ph.money, max(c.basis, r.basis(it.NP))
		}
		c.wantValue = false
	case c.to == Total || c.wantTotal && c.rel != grammar.Object:
		if out.total < 0 {
			out.total = ph.money
		}
	case ph.class&lexicon.Totalcue != 0 && !out.wholeRound:
		out.total = ph.money
	case c.to == Financing || c.to == Company && (c.object || c.rel == grammar.Of || ph.round):
		if m := r.amount(ph); m >= 0 && out.money < 0 && c.raises(ph) {
			out.money = m
			r.kindOf(ph, out)
		}
	}
}

// reaches reports whether the argument says how far something goes: "at $5M", "to $5M".
func (c *collector) reaches() bool { return c.rel == grammar.At || c.rel == grammar.Recipient }

// raises reports whether the amount of a phrase of the argument is money raised, by where it stands.
func (c *collector) raises(ph *phrase) bool {
	if c.r.otherThing(c.args, c.k) {
		return false
	}
	switch c.rel {
	case grammar.Of, grammar.Apposition:
		return true
	case grammar.For:
		if c.row.ForAmount {
			return true
		}
	case grammar.With:
		if ph.class&lexicon.Further != 0 && (c.out.stage >= 0 || c.out.round || c.out.roundBefore) {
			return true // "finished its Series A with an additional $4M"
		}
	case grammar.Worth:
		if c.k > 0 && c.before().class&ofMoney == 0 && c.before().stage < 0 {
			return false // "orders worth $5M"
		}
	}
	return c.object || ph.round || c.k == 0 || c.r.roundNext(c.args, c.k)
}

// round takes the stage and the kind that a phrase states, and whether it speaks of a round.
func (c *collector) round(it grammar.Item, ph *phrase) {
	out := c.out
	crowd := ph.class
	if c.rel == grammar.On || c.rel == grammar.Via || c.rel == grammar.In {
		crowd |= c.r.S.Nodes[it.NP].Class // "on Crowdcube", a name
	}
	if crowd&lexicon.Crowdnoun != 0 && out.kind == deal.Equity {
		out.kind = deal.Crowdfunding
	}
	if ph.stage >= 0 && out.stage < 0 && c.to != Investor && !(c.rel == grammar.After && out.money >= 0) {
		out.stage = ph.stage
	}
	if ph.round && c.r.S.Nodes[it.NP].Holds&grammar.Joints != 0 {
		c.r.ledIn(it.NP, out)
	}
	switch c.to {
	case Financing, Company, Total:
	default:
		return
	}
	out.points(ph)
	if ph.round && ph.money < 0 && ph.stage < 0 && c.r.definiteNP(it.NP) && !c.r.counted(it.NP) {
		out.roundBefore = true
	} else if ph.round {
		out.round = true
		if c.to == Financing && c.object && (c.row.Subject == Investor || c.row.Subject == Lead) {
			if n := c.r.Company(it.NP); n.Kind == names.Named && n.Poss {
				c.r.takeCompany(it.NP, out) // "led Foo's Series A"
			}
		}
		out.strong = out.strong || ph.class&lexicon.Stronground != 0
		c.r.kindOf(ph, out)
	}
	if ph.class&lexicon.Iponoun != 0 {
		out.kind = deal.IPO
	}
	if ph.class&lexicon.Secondarynoun != 0 && ph.class&lexicon.Roundnoun == 0 {
		out.kind = deal.Secondary
	}
}

// points takes which of several rounds a phrase means: "the new round", "its previous round".
func (f *facts) points(ph *phrase) {
	f.newest = f.newest || ph.round && ph.newest
	f.previous = f.previous || ph.round && ph.previous
}

// receiver takes the company of a phrase in its place.
func (c *collector) receiver(it grammar.Item, ph *phrase) {
	r := c.r
	if ph.head&lexicon.Fundnoun != 0 {
		c.out.toFund = true
	}
	if c.rel != grammar.Object && r.theLetters(it.NP) {
		return // "into the SRF"
	}
	if c.rel == grammar.For && c.row.Subject == Investor && !c.row.Weak {
		// "put $5M in a round for the startup Foo", not "for growth"
		if nd := &r.S.Nodes[it.NP]; !r.DescribedName(nd.From, nd.To, *r.Company(it.NP)) {
			return
		}
	}
	if n := r.Company(it.NP); c.object && c.row.Doubles && n.Kind == names.Named && ph.money >= 0 && ph.words == 0 && ph.unitLast {
		if c.out.companyNode < 0 {
			c.out.company, c.out.companyNode = *n, it.NP // "handed Foo $5M"
		}
		return
	}
	r.takeCompany(it.NP, c.out)
}

// theLetters reports whether the noun phrase k is nothing but capitals with an article, as offices and programmes are called: "the SRF".
func (r *Reader) theLetters(k int) bool {
	nd := &r.S.Nodes[k]
	return nd.To-nd.From == 2 && r.Lex.Has(r.FirstID(nd.From), lexicon.TraitDefiniteArticle) &&
		r.S.Style == grammar.Plain && r.Toks[r.S.Elems[nd.From+1].From].Has(token.AllUpper)
}

// besideRound takes a giver or a company that a phrase in the place of a round names: "closed a seed round [with A and
// B]", "raised $5M [for Foo]".
func (c *collector) besideRound(it grammar.Item, ph *phrase) {
	r, out := c.r, c.out
	switch {
	case c.rel == grammar.With:
		if c.row.WithGiver && c.k > 0 && r.S.Style == grammar.Plain && ph.money < 0 && !ph.round && c.before().round {
			r.takeInvestor(it, false, out)
		} else if lead, ok := r.joining(c.args, c.k); ok {
			r.takeInvestor(it, lead, out)
		}
	case c.rel == grammar.For && out.companyNode < 0 && c.row.Subject == Company:
		nd := &r.S.Nodes[it.NP]
		if n := *r.Company(it.NP); n.Kind == names.Named && (r.DescribedName(nd.From, nd.To, n) || nd.To-nd.From == 1) {
			out.company, out.companyNode = n, it.NP
		}
	}
}

// definiteNP reports whether the noun phrase k points to something told before: "the funding", "this round".
func (r *Reader) definiteNP(k int) bool {
	from := r.S.Nodes[k].From
	return r.S.Elems[from].Cat == grammar.Det && r.Lex.Has(r.FirstID(from), lexicon.TraitDefinite)
}

// counted reports whether the noun phrase k says which of its owner's rounds is meant: "its second round", but not "the first round".
func (r *Reader) counted(k int) bool {
	from := r.S.Nodes[k].From
	return r.Lex.Has(r.FirstID(from), lexicon.TraitPossessiveOfCompany) && r.S.Elems[from+1].Is(lexicon.Ordinal)
}

// sale reports whether the noun phrase k is one: "from the sale of its unit".
func (r *Reader) sale(k int) bool {
	return r.Lex.Has(r.FirstID(r.S.Nodes[k].To-1), lexicon.TraitSale)
}

// roundNext reports whether the argument after k says that the amount in k is one of a round: "with $2m [in seed funding]".
func (r *Reader) roundNext(args []grammar.Arg, k int) bool {
	if k+1 >= len(args) {
		return false
	}
	rel := args[k+1].Relation
	return (rel == grammar.In || rel == grammar.Of) && r.phrase(args[k+1].Items[0].NP).round
}

// otherThing reports whether the argument after k says that the amount in k is of something else: "$5m [in sales]".
func (r *Reader) otherThing(args []grammar.Arg, k int) bool {
	if k+1 >= len(args) {
		return false
	}
	next := &args[k+1]
	switch next.Relation {
	case grammar.In, grammar.Of, grammar.Source, grammar.Worth:
	default:
		return false
	}
	ph := r.phrase(next.Items[0].NP)
	if ph.round {
		return false
	}
	counted := next.Relation == grammar.Of && ph.money < 0 || next.Relation == grammar.In
	other := lexicon.Revenuenoun | lexicon.Fundnoun | lexicon.Acqnoun
	if next.Relation == grammar.Source && r.meansGivers(next.Items[0].NP, false) {
		other &^= lexicon.Fundnoun // "from two funds"
	}
	return counted && r.pluralThing(next.Items[0].NP) || ph.class&other != 0
}

// pluralThing reports whether the noun phrase k is some known things that are no money, time or place: "online purchases", "pre-orders".
func (r *Reader) pluralThing(k int) bool {
	end := r.S.Nodes[k].To
	last := &r.S.Elems[end-1]
	const none = lexicon.Timeunit | lexicon.Place | lexicon.Roundnoun | lexicon.Companynouns | lexicon.Investornoun
	if r.S.Style == grammar.Plain && last.Cap || !r.Lex.Known(last.ID) && !last.Compound {
		return false // a name, or what nobody knows
	}
	return r.PluralName(r.S.Word(end-1)) && !last.Is(none) && !r.Lex.Has(r.LastID(end-1), lexicon.TraitEquityBeside)
}

// joining reports whether those of the phrase "with A and B" take part by what follows it, and whether they lead:
// "with A and B also participating", "with A in the lead", "with A and B among the investors".
func (r *Reader) joining(args []grammar.Arg, at int) (lead, ok bool) {
	nodes := r.S.Nodes
	if at+1 < len(args) && args[at+1].Relation == grammar.Among {
		at++ // "with A and angels like B participating"
	}
	items := args[at].Items
	last := items[len(items)-1]
	k := max(last.NP, last.Tail) + 1
	if last.Tail > last.NP && k < len(nodes) && nodes[k].Kind == grammar.Kind(grammar.Comma) {
		k++ // "with Jane Roe, founder of Foo, participating"
	}
	for k < len(nodes) && nodes[k].Kind == grammar.Kind(grammar.Adv) {
		k++
	}
	if k >= len(nodes) {
		return false, false
	}
	switch nd := &nodes[k]; nd.Kind {
	case grammar.Kind(grammar.Prep):
		if k+1 < len(nodes) && nodes[k+1].Kind == grammar.NP {
			last := r.FirstID(nodes[k+1].To - 1)
			if r.Lex.Has(last, lexicon.TraitTheLead) {
				return true, true
			}
			return false, r.Lex.Has(r.node(k+1), lexicon.TraitPlaceOfGivers) || r.meansGivers(k+1, false)
		}
	case grammar.VG:
		if nd.VG.Form == grammar.Gerund {
			return r.Lex.VerbHas(nd.VG.Sense, lexicon.TraitLeads), r.Lex.VerbHas(nd.VG.Sense, lexicon.TraitJoinsIn)
		}
	case grammar.NP:
		return r.Lex.VerbHas(r.S.Elems[nd.To-1].Verb, lexicon.TraitLeads), r.joinsLast(nd)
	}
	return false, false
}

// joinsLast reports whether the noun phrase nd is a single gerund of joining in that was taken for a noun: "with A and some
// others [participating]".
func (r *Reader) joinsLast(nd *grammar.Node) bool {
	e := &r.S.Elems[nd.To-1]
	return nd.To == nd.From+1 && !e.Cap && e.Forms&lexicon.Gerund != 0 && r.Lex.VerbHas(e.Verb, lexicon.TraitJoinsIn)
}

// inParentheses takes the givers that a parenthesis lists after a phrase that names nobody: "from existing investors (A, B and C)".
func (c *collector) inParentheses(it grammar.Item) {
	r := c.r
	if it.Tail == it.NP || r.S.Nodes[it.NP+1].Kind != grammar.Kind(grammar.LParen) || !r.meansGivers(it.NP, true) {
		return
	}
	for k := it.NP + 2; k < it.Tail; k++ {
		switch r.S.Nodes[k].Kind {
		case grammar.NP:
			r.takeInvestor(grammar.Item{NP: k, Tail: k}, c.to == Lead, c.out)
		case grammar.Kind(grammar.Comma), grammar.Kind(grammar.Semi), grammar.Kind(grammar.Conj):
		default:
			return
		}
	}
}

// leadMark reports whether "(lead)" stands after the item of a list.
func (r *Reader) leadMark(it grammar.Item) bool {
	for k := it.NP + 1; k <= it.Tail; k++ {
		if r.S.Nodes[k].Kind == grammar.NP && r.Lex.Has(r.Lex.Find(r.S.NodeText(k)), lexicon.TraitLeadMark) {
			return true
		}
	}
	return false
}

// basis reads "pre-money" or "post-money" in the noun phrase k.
func (r *Reader) basis(k int) deal.Basis {
	for i := r.S.Nodes[k].From; i < r.S.Nodes[k].To; i++ {
		switch id := r.ElementID(i); {
		case r.Lex.Has(id, lexicon.TraitPreMoney):
			return deal.Pre
		case r.Lex.Has(id, lexicon.TraitPostMoney):
			return deal.Post
		}
	}
	return deal.NoBasis
}
