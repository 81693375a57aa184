package frames

import (
	"strings"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
)

// phraseReadings are asked of a noun phrase that no row has taken: "Foo's $20M Series A", "a $5M investment from Bar",
// "with $3M in seed funding".
var phraseReadings = [...]reading{
	{"taking part", "Lisko raised $9 million with participation from Onyx Capital and Jane Roe. " +
		"=> Lisko | 9000000 USD | inv=Onyx Capital; Jane Roe", (*Reader).participation},
	{"a financing", "Lisko opened its first office with $3 million in seed funding. " +
		"=> Lisko | 3000000 USD | stage=seed", (*Reader).financingAt},
}

// phrases asks phraseReadings of the noun phrases of the sentence.
func (r *Reader) phrases() {
	for _, k := range r.telling {
		if r.nouns[k].owner != 0 || r.nouns[k].phrase.money < 0 && r.S.Opening.Explains(r.S.Nodes[k].From) {
			continue // "Foo, a lender that provides growth capital, raised" tells no stage
		}
		for i := range phraseReadings {
			if phraseReadings[i].when(r, int(k)) {
				break
			}
		}
	}
}

// participation reads "with participation from A and B" wherever it stands.
func (r *Reader) participation(k int) bool {
	if !r.nouns[k].phrase.giving {
		return false
	}
	args := r.argsAfter(k)
	if !r.SomebodyIn(args) {
		return true
	}
	x := r.scratch(0)
	x.passive = true
	r.collect(&r.rules.TakingPart, args, Nothing, x)
	if len(x.investors) == 0 || r.nouns[args[0].Items[0].NP].owner != 0 {
		return true
	}
	if len(r.mine) == 0 && !r.Lex.Has(r.LastID(r.S.Nodes[k].To-1), lexicon.TraitSurelyTakingPart) {
		return true // "the app has support from makers such as Foo"
	}
	e := r.event(&rowTakingPart, k)
	e.givers, e.weak = r.keep(x.investors), true
	if len(r.mine) > 0 {
		t := r.mine[len(r.mine)-1]
		r.absorb(t, e)
		r.own(t, x.nodes)
		return true
	}
	r.own(e, x.nodes)
	r.add(e)
	return true
}

// financingAt reads a financing that the noun phrase k names.
func (r *Reader) financingAt(k int) bool {
	ph := &r.nouns[k].phrase
	if !r.namesFinancing(k, ph) {
		return false
	}
	args, m := r.argsAfter(k), r.amount(ph)
	pointed := r.definiteNP(k) || ph.head == 0
	if m < 0 && ph.stage < 0 && !r.figureIn(args) && !(pointed && r.SomebodyIn(args)) {
		return true // as below
	}
	x := r.scratch(0)
	x.passive = ph.round
	r.collect(&r.rules.Noun, args, Nothing, x)
	if m >= 0 {
		x.money = m
	}
	if ph.stage >= 0 {
		x.stage = ph.stage
	}
	r.kindOf(ph, x)
	if x.money < 0 && x.stage < 0 && !(len(x.investors) > 0 && pointed) || x.fund || x.acquired {
		return true
	}
	if x.money >= 0 && x.stage < 0 && r.cumulativeNear(k) {
		r.nounTotal(k, x)
		return true
	}
	of := r.ownerOf(k, ph, x) // may add a giver
	if of.Kind == names.Named && x.stage < 0 && !x.strong && ph.class&lexicon.Stronground == 0 && len(x.investors) == 0 && r.FundName(of) {
		return true // "Foo Fund II got going with a first close of $5M"
	}
	e := r.event(&r.rules.Noun, k)
	e.company = r.Name(of)
	e.money, e.stage, e.value, e.basis, e.total, e.kind, e.givers = x.money, x.stage, x.value, x.basis, x.total, x.kind, r.keep(x.investors)
	e.marked, e.form, e.extension, e.newest, e.past = true, deal.Indefinite, x.extension, ph.newest, ph.previous
	if r.definiteNP(k) {
		e.form = deal.Definite
	}
	r.sharesCompany(k, e)
	if e.company.Kind == names.Unnamed && !r.addsUnnamed(k, e, x) {
		return true
	}
	r.own(e, append(x.nodes, k))
	r.add(e)
	return true
}

// countedIn reports whether the round k is counted in an amount before it: "has raised $9M to date, including its $2M seed".
func (r *Reader) countedIn(k int) bool {
	return r.S.RelationBefore(k) == grammar.Among && r.phrase(k).stage >= 0 && len(r.mine) > 0 && r.mine[0].company.Kind != names.Unnamed
}

// untoldBefore returns the round that stands before the participle of clause c, but for a time, and that nothing has told yet:
// "It comes after its $5M seed in 2021, led by Foo"; -1 if there is none.
func (r *Reader) untoldBefore(c *grammar.Clause) int {
	nodes := r.S.Nodes
	if nodes[c.Verb].VG.Form != grammar.Participle {
		return -1
	}
	k := c.Verb - 1
	for k > 0 && (nodes[k].Kind == grammar.Kind(grammar.Comma) || nodes[k].Kind == grammar.Kind(grammar.When) ||
		nodes[k].Kind == grammar.Kind(grammar.Prep) && nodes[k+1].Kind == grammar.Kind(grammar.When)) {
		k--
	}
	if k < 0 || nodes[k].Kind != grammar.NP || r.nouns[k].owner != 0 {
		return -1
	}
	if ph := r.phrase(k); !ph.round || ph.money < 0 && ph.stage < 0 {
		return -1
	}
	return k
}

// namesFinancing reports whether the noun phrase k names a financing, and nothing else: no fund, no acquisition, no revenue.
func (r *Reader) namesFinancing(k int, ph *phrase) bool {
	strong := ph.money >= 0 && (r.inRound(k) || r.comesWith(k)) || ph.stage >= 0 || ph.head&FinancingWords != 0 ||
		ph.unitLast && ph.class&lexicon.Roundnoun != 0
	return strong && (ph.class&(lexicon.Fundnoun|lexicon.Acqnoun|lexicon.Revenuenoun) == 0 || ph.stage >= 0)
}

// comesWith reports whether the amount k is money that somebody has and others gave: "with $8M from two insurers, Foo …".
func (r *Reader) comesWith(k int) bool {
	if rel := r.S.RelationBefore(k); rel != grammar.With && rel != grammar.On {
		return false
	}
	c, args := r.clauseOf(k), r.argsAfter(k)
	if len(args) == 0 || args[0].Relation != grammar.Source || !r.headline() && (c == nil || c.Verb < k) {
		return false // not "sales of $4M, with $2M from Foo"
	}
	for _, it := range args[0].Items {
		if nd := &r.S.Nodes[it.NP]; nd.Class&lexicon.Investornoun != 0 && r.says(it.NP, lexicon.Investornoun) {
			return true
		}
		if n := r.Investor(it); n.Kind == names.Named {
			return true
		}
	}
	return false
}

// nounTotal notes the amount of the noun phrase k as all that was raised so far: "Foo's $20M in funding to date".
func (r *Reader) nounTotal(k int, x *facts) {
	of := *r.Company(k)
	if of.Kind == names.Unnamed {
		if c := r.clauseOf(k); c != nil {
			of = r.SubjectCompany(c.Subj, -1)
		}
	}
	e := r.event(&r.rules.Noun, k)
	e.company, e.total, e.weak = r.Name(of), x.money, true
	r.add(e)
}

// sharesCompany gives e the company of the event before it, if e is the debt beside it: "a $9M Series A and $4M in debt".
func (r *Reader) sharesCompany(k int, e *event) {
	debt := (e.kind == deal.Debt || e.kind == deal.Convertible) && e.money >= 0
	if e.company.Kind != names.Unnamed || !debt || len(r.mine) == 0 || k == 0 || r.S.Nodes[k-1].Kind != grammar.Kind(grammar.Conj) {
		return
	}
	if t := r.mine[len(r.mine)-1]; t.kind != e.kind {
		e.company = t.company
	}
}

// addsUnnamed settles e, which names no company: it is a further telling of an event of this sentence, then it reports
// false, or of one before it.
func (r *Reader) addsUnnamed(k int, e *event, x *facts) bool {
	for i := len(r.mine) - 1; i >= 0; i-- {
		t := r.mine[i]
		plural := strings.HasSuffix(r.S.NodeText(k), "s")
		same := e.money >= 0 && t.money >= 0 || e.stage >= 0 && t.stage < 0 && e.money < 0 && !plural
		if same && r.agrees(t, e) {
			r.absorb(t, e)
			r.own(t, x.nodes)
			r.own(t, []int{k})
			return false
		}
	}
	if len(r.mine) > 0 || len(e.givers) == 0 && e.stage < 0 {
		return false
	}
	e.weak = true
	return true
}

// ownerRow says whose round a noun phrase tells.
type ownerRow struct {
	name    string
	example string // and what it gives, as in Row.Examples
	when    func(r *Reader, k int, ph *phrase, x *facts) names.Ref
}

// ownerRows are asked in order for whose round the noun phrase k tells; x is what follows it. The first that knows it decides.
var ownerRows = [...]ownerRow{
	{"an investment's possessive gives", "The office will review Onyx Bank's $20 million investment in Lisko. " +
		"=> Lisko | 20000000 USD | inv=Onyx Bank", func(r *Reader, k int, _ *phrase, x *facts) names.Ref {
		if x.companyNode < 0 || !r.givenByOwner(k, x.company) {
			return names.Ref{}
		}
		if g, ok := r.ownerGives(k); ok {
			x.investors = append(x.investors, g)
		}
		return x.company
	}},
	{"a possessive", "It follows Lisko's $20 million Series A. " +
		"=> Lisko | 20000000 USD | stage=series-a", func(r *Reader, k int, _ *phrase, _ *facts) names.Ref {
		if n := *r.Company(k); n.Poss {
			return n
		}
		return names.Ref{}
	}},
	{"in parentheses", "It has rivals such as Lisko ($20 million Series A). " +
		"=> Lisko | 20000000 USD | stage=series-a", func(r *Reader, k int, _ *phrase, _ *facts) names.Ref {
		if k > 1 && r.S.Nodes[k-1].Kind == grammar.Kind(grammar.LParen) && r.S.Nodes[k-2].Kind == grammar.NP && !r.phrase(k-2).round {
			if n := *r.Company(k - 2); n.Kind == names.Named {
				return n
			}
		}
		return names.Ref{}
	}},
	{"after it", "Onyx Capital made a $20 million investment in Lisko. " +
		"=> Lisko | 20000000 USD | inv=Onyx Capital", func(_ *Reader, _ int, _ *phrase, x *facts) names.Ref {
		if x.companyNode >= 0 {
			return x.company
		}
		return names.Ref{}
	}},
	{"before the stage", "Lisko Series B of $20 million " +
		"=> Lisko | 20000000 USD | stage=series-b", func(r *Reader, k int, ph *phrase, _ *facts) names.Ref {
		n, from := *r.Company(k), r.S.Nodes[k].From
		byName := ph.stage >= 0 || ph.class&lexicon.Stronground != 0
		if n.Kind == names.Named && byName && r.S.Elems[from].Cat != grammar.Det && n.From == from {
			return n
		}
		return names.Ref{}
	}},
	{"the subject of its clause", "With $20 million in Series A funding, Lisko grows. " +
		"=> Lisko | 20000000 USD | stage=series-a", func(r *Reader, k int, ph *phrase, x *facts) names.Ref {
		rel := r.S.RelationBefore(k)
		if (rel == grammar.Source || rel == grammar.After) && ph.money < 0 && x.money < 0 && len(x.investors) == 0 && !r.definiteNP(k) {
			return names.Ref{} // "invests from seed to Series B", "Life after Series B"
		}
		switch rel {
		case grammar.Among:
			if c := r.clauseOf(k); c != nil && r.countedIn(k) {
				return r.SubjectCompany(c.Subj, -1)
			}
		case grammar.With, grammar.After, grammar.Source, grammar.On, grammar.Off:
			if c := r.clauseOf(k); c != nil && !(r.endsWith(k, lexicon.TraitNamesInvestment) && r.givesIn(c)) {
				return r.SubjectCompany(c.Subj, -1)
			}
		}
		return names.Ref{}
	}},
}

// ownerOf returns whose round the noun phrase k tells; x is what follows it.
func (r *Reader) ownerOf(k int, ph *phrase, x *facts) names.Ref {
	for i := range ownerRows {
		if n := ownerRows[i].when(r, k, ph, x); n.Kind != names.Unnamed {
			return n
		}
	}
	return names.Ref{}
}

// inRound reports whether "in funding" or its like follows the noun phrase k.
func (r *Reader) inRound(k int) bool {
	if k+2 >= len(r.S.Nodes) || r.S.Nodes[k+1].Kind != grammar.Kind(grammar.Prep) || r.S.Nodes[k+2].Kind != grammar.NP {
		return false
	}
	if !r.Lex.Has(r.node(k+1), lexicon.TraitSaysOfWhat) {
		return false
	}
	ph := r.phrase(k + 2)
	return ph.stage >= 0 || ph.class&(lexicon.Stronground|lexicon.Debtnoun) != 0
}

// figureIn reports whether a noun phrase of args holds an amount or a stage.
func (r *Reader) figureIn(args []grammar.Arg) bool {
	for k := range args {
		for _, it := range args[k].Items {
			if n := &r.nouns[it.NP]; n.tells && (n.phrase.money >= 0 || n.phrase.stage >= 0) {
				return true
			}
		}
	}
	return false
}

// argsAfter returns the arguments that follow noun phrase k in its clause.
func (r *Reader) argsAfter(k int) []grammar.Arg {
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if rest, ok := governed(c, k); ok {
			return rest
		}
		for _, s := range c.Subj {
			if s == k && c.Ante < 0 {
				if c.Verb < 0 {
					return c.Args
				}
				return c.Pre
			}
		}
	}
	return r.S.ArgsAfter(k)
}

// clauseOf returns the clause that the noun phrase k stands in, nil if it is in none.
func (r *Reader) clauseOf(k int) *grammar.Clause {
	for i := range r.S.Clauses {
		if _, ok := governed(&r.S.Clauses[i], k); ok {
			return &r.S.Clauses[i]
		}
	}
	// before the verb: "With $5M in funding, Foo ..."
	for i := range r.S.Clauses {
		if c := &r.S.Clauses[i]; c.Verb > k && len(c.Subj) > 0 && c.Subj[0] > k {
			return c
		}
	}
	return nil
}

// node returns the lexicon's number of node k, 0 if it is more than a single element.
func (r *Reader) node(k int) lexicon.ID {
	if n := &r.S.Nodes[k]; n.To == n.From+1 {
		return r.ElementID(n.From)
	}
	return 0
}

// governed reports whether the noun phrase k is among the arguments of c, and returns those that follow it.
func governed(c *grammar.Clause, k int) ([]grammar.Arg, bool) {
	if rest, ok := after(c.Args, k); ok {
		return rest, true
	}
	return after(c.Pre, k)
}

// after reports whether the noun phrase k is in list, and returns what follows it there.
func after(list []grammar.Arg, k int) ([]grammar.Arg, bool) {
	for j := range list {
		for _, it := range list[j].Items {
			if it.NP == k {
				return list[j+1:], true
			}
		}
	}
	return nil, false
}
