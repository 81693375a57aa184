package frames

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
	"example.com/funding/internal/token"
)

// What follows tells which way money moves where a verb alone does not: who buys a part of whom, whom a company takes on as
// an investor, what a round has grown to, and who gives by a possessive.

// endsWith reports whether the last word of the noun phrase k has the trait.
func (r *Reader) endsWith(k int, t lexicon.Trait) bool {
	return r.Lex.Has(r.FirstID(r.S.Nodes[k].To-1), t)
}

// holdsWord reports whether a word of the noun phrase k has the trait.
func (r *Reader) holdsWord(k int, t lexicon.Trait) bool {
	for i := r.S.Nodes[k].From; i < r.S.Nodes[k].To; i++ {
		if r.Lex.Has(r.FirstID(i), t) {
			return true
		}
	}
	return false
}

// TakesStake reports whether the object is a part of a company that leaves it to its owners: "a 10% stake in Foo".
func (d *Attempt) TakesStake() bool { return d.stake() && d.has(grammar.In) }

// stake reports whether an object is a part of a company, and none that makes its buyer the owner.
func (d *Attempt) stake() bool {
	found := false
	for k := range d.c.Args {
		a := &d.c.Args[k]
		if a.Relation != grammar.Object && a.Relation != grammar.Up {
			continue
		}
		for _, it := range a.Items {
			if d.r.holdsWord(it.NP, lexicon.TraitControlling) {
				return false
			}
			found = found || d.r.endsWith(it.NP, lexicon.TraitStake)
		}
	}
	return found
}

// HoldsMore reports whether the subject adds to a part that it holds already: "increased their stakes".
func (d *Attempt) HoldsMore() bool {
	k, ok := d.object()
	return ok && d.stake() && d.r.S.Elems[d.r.S.Nodes[k].From].Cat == grammar.Det && !d.has(grammar.In)
}

// has reports whether the clause has an argument of the relation.
func (d *Attempt) has(rel grammar.Relation) bool {
	for k := range d.c.Args {
		if d.c.Args[k].Relation == rel {
			return true
		}
	}
	return false
}

// AsGiver reports whether somebody is taken on "as an investor".
func (d *Attempt) AsGiver() bool {
	for k := range d.c.Args {
		a := &d.c.Args[k]
		if a.Relation == grammar.As && d.r.Lex.Has(d.r.LastID(d.r.S.Nodes[a.Items[0].NP].To-1), lexicon.TraitAsGiver) {
			return true
		}
	}
	return false
}

// LeavesStealth reports whether an argument is what a company leaves with its first money: "emerged from stealth".
func (d *Attempt) LeavesStealth() bool {
	for k := range d.c.Args {
		if d.r.holdsWord(d.c.Args[k].Items[0].NP, lexicon.TraitStealth) {
			return true
		}
	}
	return false
}

// JoinsInvestors reports whether those who are joined are investors of the company that follows: "joins Foo and other investors in Bar".
func (d *Attempt) JoinsInvestors() bool {
	if len(d.c.Args) < 2 || d.c.Args[0].Relation != grammar.Object || d.c.Args[1].Relation != grammar.In {
		return false
	}
	for _, it := range d.c.Args[0].Items {
		if d.r.says(it.NP, lexicon.Investornoun) {
			return true
		}
	}
	return false
}

// GrowsTo reports whether a round, or its size, grows to an amount: "upsized its Series B to $60M".
func (d *Attempt) GrowsTo() bool {
	if len(d.c.Subj) > 0 && d.r.subjectRound(d.c.Subj[0]) {
		return false // "the new money lifts the Series A to $60M" adds to what is told
	}
	return d.grown() >= 0 && d.grownTo() >= 0
}

// grown returns the noun phrase of the round that grows, -1 if none does.
func (d *Attempt) grown() int {
	k, ok := d.object()
	if !ok {
		return -1
	}
	if d.r.endsWith(k, lexicon.TraitSizeOfRound) && len(d.c.Args) > 1 && d.c.Args[1].Relation == grammar.Of {
		k = d.c.Args[1].Items[0].NP
	}
	ph := d.r.phrase(k)
	if ph.class&(lexicon.Valuenoun|lexicon.Totalcue) != 0 || ph.stage < 0 && ph.class&lexicon.Stronground == 0 {
		return -1
	}
	return k
}

// grownTo returns the amount after "to", -1 if there is none.
func (d *Attempt) grownTo() int32 {
	for k := range d.c.Args {
		if a := &d.c.Args[k]; a.Relation == grammar.Recipient {
			return d.r.amount(d.r.phrase(a.Items[0].NP))
		}
	}
	return -1
}

// growth makes the event of a round that has grown to an amount.
func (d *Attempt) growth() bool {
	r := d.r
	if d.of.Kind == names.Unnamed {
		return false
	}
	d.x.money, d.x.stage = d.grownTo(), r.phrase(d.grown()).stage
	d.fill()
	d.tell()
	d.e.company, d.e.marked = d.company(), true
	r.own(d.e, d.x.nodes)
	r.own(d.e, d.c.Subj)
	r.add(d.e)
	return true
}

// givenByOwner reports whether the owner of the noun phrase k gives the money: "Foo's $5M investment in Bar". The company
// follows in args.
func (r *Reader) givenByOwner(k int, company names.Ref) bool {
	return company.Kind != names.Unnamed && r.endsWith(k, lexicon.TraitNamesInvestment) && r.Company(k).Poss
}

// ownerGives returns the owner of the noun phrase k as a giver; ok is false if it names nobody.
func (r *Reader) ownerGives(k int) (g deal.Giver, ok bool) {
	n := *r.Company(k)
	if n.Kind != names.Named || r.PlaceOnly(n) {
		return g, false
	}
	return deal.Giver{Name: r.Name(n)}, true
}

// givesIn reports whether the subject of the clause gives: "Foo joins Bar's climate fund with a $5M investment".
func (r *Reader) givesIn(c *grammar.Clause) bool {
	if c.Verb < 0 {
		return false
	}
	v := r.S.Nodes[c.Verb].VG.Verb
	return r.Lex.VerbHas(v, lexicon.TraitJoins) || r.Lex.VerbHas(v, lexicon.TraitInvests) || r.Lex.VerbHas(v, lexicon.TraitLeads)
}

// backsMany reports whether the clause after this one says that the money is for investing: "to back climate startups".
func (d *Attempt) backsMany() bool {
	r := d.r
	if d.ci+1 >= len(r.S.Clauses) {
		return false
	}
	c := &r.S.Clauses[d.ci+1]
	if c.Verb < 0 || len(c.Args) == 0 {
		return false
	}
	if g := &r.S.Nodes[c.Verb].VG; g.Form != grammar.Infinitive || !d.r.Lex.VerbHas(g.Verb, lexicon.TraitGivesToMany) {
		return false
	}
	np := c.Args[0].Items[0].NP
	last := r.S.Nodes[np].To - 1
	return r.S.Elems[last].Is(lexicon.Companynoun|lexicon.Companynouns) && r.PluralName(r.S.Word(last))
}

// market reports whether the clause counts what a whole market did: "across 109 deals", or has companies as its subject.
func (d *Attempt) market() bool {
	r := d.r
	for k := range d.c.Args {
		a := &d.c.Args[k]
		if a.Relation == grammar.Object {
			continue
		}
		nd := &r.S.Nodes[a.Items[0].NP]
		first := &r.S.Elems[nd.From]
		number := first.Is(lexicon.Number|lexicon.Vague) || r.Toks[first.From].Kind == token.Number
		if nd.To-nd.From > 1 && number && r.endsWith(a.Items[0].NP, lexicon.TraitCountsMarket) {
			return true
		}
	}
	n := len(d.c.Subj)
	if n < 2 {
		return false
	}
	nd := &r.S.Nodes[d.c.Subj[n-1]]
	e := &r.S.Elems[nd.To-1]
	return !r.Toks[e.To-1].Has(token.Upper) && d.r.Lex.At(r.LastID(nd.To-1)).Is(lexicon.Companynoun|lexicon.Companynouns) &&
		r.PluralName(r.S.Word(nd.To-1))
}

// denied reports whether the clause above says that it did not happen.
func (d *Attempt) denied() bool {
	p := d.c.Parent
	if p < 0 && d.ci > 0 {
		p = d.ci - 1
	}
	if p < 0 || !d.c.Rel && d.c.Parent < 0 {
		return false
	}
	v := d.r.S.Clauses[p].Verb
	return v >= 0 && !d.r.S.Nodes[v].VG.Neg && d.r.Lex.VerbHas(d.r.S.Nodes[v].VG.Verb, lexicon.TraitDenies)
}

// toFundByName reports whether what receives is a fund by its name: "the Green Water Fund".
func (d *Attempt) toFundByName() bool {
	return d.x.companyNode >= 0 && d.x.company.Kind == names.Named && d.r.S.Elems[d.x.company.To-1].Is(lexicon.Fundnoun)
}

// totalling returns the amount that a clause of its own tells of the financing k, -1 if none does: "a grant totaling $2M".
func (r *Reader) totalling(k int) int32 {
	if k+1 >= len(r.S.Nodes) || r.S.Nodes[k+1].Kind != grammar.VG || !r.Lex.VerbHas(r.S.Nodes[k+1].VG.Verb, lexicon.TraitTotals) {
		return -1
	}
	for i := range r.S.Clauses {
		if c := &r.S.Clauses[i]; c.Verb == k+1 && len(c.Args) > 0 {
			return r.amount(r.phrase(c.Args[0].Items[0].NP))
		}
	}
	return -1
}

// ledIn takes who leads by a compound in the noun phrase k: "an Oak-led Series A".
func (r *Reader) ledIn(k int, out *facts) {
	nd := &r.S.Nodes[k]
	for i := nd.From; i < nd.To; i++ {
		e := &r.S.Elems[i]
		if e.To-e.From < 3 || !r.Lex.VerbHas(r.Lex.At(r.LastID(i)).Verb, lexicon.TraitLeads) || !r.View.Is(int(e.To)-2, '-') {
			continue
		}
		first := i
		for first > nd.From && r.S.Elems[first-1].Cat == grammar.Name {
			first--
		}
		a, b := r.S.Elems[first].From, e.To-2
		if !r.Toks[a].Has(token.Upper) {
			continue // "founder-led"
		}
		span := token.Span{Start: int(r.Toks[a].Start), End: int(r.Toks[b-1].End)}
		name := names.Name{Kind: names.Named, From: int32(first), To: int32(i + 1), Text: r.Even(a, b), Span: span}
		out.investors = append(out.investors, deal.Giver{Name: name, Lead: true})
	}
}

// fundIn reports whether an apposition says that the amount is a fund: "raised $1.5 billion, its largest fund to date".
func (r *Reader) fundIn(it grammar.Item) bool {
	for k := it.NP + 1; k <= it.Tail && k < len(r.S.Nodes); k++ {
		if r.S.Nodes[k].Kind != grammar.NP || r.S.Nodes[k-1].Kind != grammar.Kind(grammar.Comma) {
			continue
		}
		if c := r.phrase(k).class; c&lexicon.Fundnoun != 0 && c&(lexicon.Roundnoun|lexicon.Stronground) == 0 {
			return true
		}
	}
	return false
}

// ofClose reports whether the object is a close, as of a fund: "its first close of $32M".
func (d *Attempt) ofClose() bool {
	k, ok := d.object()
	return ok && d.r.Lex.Has(d.r.LastID(d.r.S.Nodes[k].To-1), lexicon.TraitClose)
}

// WritesCheck reports whether the object is a check of one giver: "a $2M check", but not "checks of up to $5M".
func (d *Attempt) WritesCheck() bool {
	k, ok := d.object()
	return ok && d.r.endsWith(k, lexicon.TraitCheck) && !d.g.Future
}

// ofFunds reports whether the subject is funds, or something of funds: "the funds in its portfolio that raised $500M".
func (d *Attempt) ofFunds() bool {
	r, k := d.r, d.c.Subj[0]
	isFund := func(k int) bool {
		c := r.phrase(k).class
		return c&lexicon.Fundnoun != 0 && c&(lexicon.Stronground|lexicon.Roundnoun) == 0
	}
	return isFund(k) || k > 1 && r.S.Nodes[k-1].Kind == grammar.Kind(grammar.Prep) && r.S.Nodes[k-2].Kind == grammar.NP && isFund(k-2)
}

// speaker returns the company for which the text speaks, if the noun phrase k is of the first person: "we", "our Series A".
func (r *Reader) speaker(k int) names.Ref {
	nd := &r.S.Nodes[k]
	if !r.Lex.Has(r.FirstID(nd.From), lexicon.TraitFirstPerson) {
		return names.Ref{}
	}
	return names.Ref{From: nd.From, To: nd.From + 1, Kind: names.Anaphor, Poss: nd.To > nd.From+1}
}

// ReachesRound reports whether the subject reaches a round, not a valuation, nor a sum together with the amount just told:
// "reached the first close of its Series C", but not "raised $5M, reaching $9M in funding".
func (d *Attempt) ReachesRound() bool {
	n := len(d.r.mine)
	sum := d.c.Shared && d.g.Form == grammar.Gerund && n > 0 && d.r.mine[n-1].money >= 0
	return !sum && (len(d.c.Subj) == 0 || !d.r.says(d.c.Subj[0], lexicon.Valuenoun))
}
