package funding

import (
	"strings"

	"example.com/funding/internal/names"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// didToo reads "…, as did existing investors A and B" after a verb of taking part.
func (r *reader) didToo() {
	if r.bare {
		r.presentParticipants()
	}
	r.listed()
	if len(r.mine) == 0 || !r.bare {
		return
	}
	t := r.mine[len(r.mine)-1]
	if t.frame != "join" && t.frame != "lead" && len(t.investors) == 0 {
		return
	}
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb < 1 || r.heads[i].done || r.S.Nodes[c.Verb].VG.Verb != 0 || len(c.Args) == 0 || c.Args[0].Prep != 0 {
			continue
		}
		if w := r.node(c.Verb - 1); w != lexicon.WordAs && w != lexicon.WordSo {
			continue
		}
		for _, it := range c.Args[0].Items {
			if n := r.Investor(it); n.Kind == names.Named {
				t.investors = append(t.investors, backer{n, false})
			}
		}
	}
}

// listed reads "Investors: A (lead), B and C".
func (r *reader) listed() {
	if len(r.S.Nodes) < 3 || r.S.Nodes[1].Kind != grammar.Kind(grammar.Colon) || r.S.Nodes[0].Kind != grammar.NP || !r.says(0, lexicon.Investornoun) {
		return
	}
	args := r.S.ArgsAfter(1)
	if len(args) == 0 || args[0].Prep != 0 {
		return
	}
	x := r.ps.scratch(0)
	r.collect(&r.ps.rules.investorList, args[:1], nothing, x)
	if len(x.investors) > 0 {
		e := r.event("listed", 0)
		e.investors, e.weak = r.ps.keep(x.investors), true
		r.add(e)
	}
}

// presentParticipants reads "Participating in the round were A and B": the verb's sense stands first, the investors last.
func (r *reader) presentParticipants() {
	for i := range r.S.Clauses {
		c := &r.S.Clauses[i]
		if c.Verb < 0 || r.S.Nodes[c.Verb].VG.Verb != 0 || len(c.Subj) == 0 || len(c.Args) == 0 || c.Args[0].Prep != 0 {
			continue
		}
		first := &r.S.Elems[r.S.Nodes[c.Subj[0]].From]
		if n := &r.S.Nodes[0]; n.Kind == grammar.VG && n.VG.Form == grammar.Gerund && c.Subj[0] <= 3 {
			first = &r.S.Elems[n.VG.Main] // "Joining them were A and B"
		}
		switch first.Verb {
		case lexicon.LemmaParticipate, lexicon.LemmaInvest:
		case lexicon.LemmaJoin:
			if r.S.Elems[r.S.Nodes[c.Subj[0]].From].Cat != grammar.Pron && len(c.Pre) == 0 {
				continue // "Joining Smith is Jones"
			}
		default:
			continue
		}
		e := r.event("join", c.Verb)
		e.weak = true
		for _, it := range c.Args[0].Items {
			if n := r.Investor(it); n.Kind == names.Named {
				e.investors = append(e.investors, backer{n, false})
			}
		}
		if len(e.investors) > 0 {
			r.heads[i].done = true
			r.add(e)
		}
	}
}

// never reads "the round never closed": the event it speaks of came to nothing.
func (r *reader) never(ci int) bool {
	c := &r.S.Clauses[ci]
	switch r.S.Nodes[c.Verb].VG.Verb {
	case lexicon.LemmaClose, lexicon.LemmaHappen, lexicon.LemmaMaterialize, lexicon.LemmaComplete, lexicon.LemmaFinalize:
	default:
		return false
	}
	if len(c.Subj) != 1 || r.heads[ci].done {
		return false
	}
	ph := r.phrase(c.Subj[0])
	if !ph.round {
		return false
	}
	e := r.event("never", c.Verb)
	e.money, e.stage, e.status, e.weak = r.amount(ph), ph.stage, Failed, true
	of := *r.Company(c.Subj[0])
	if of.Kind == names.Unnamed {
		x := r.ps.scratch(0)
		r.collect(&r.ps.rules.nominal, c.Pre, nothing, x)
		of = x.company
	}
	e.company = r.Name(of)
	e.weak = e.company.Kind == names.Unnamed || e.money < 0 && e.stage < 0
	r.own(e, c.Subj)
	r.add(e)
	return true
}

// talks reads "is in talks for a $30M Series A with Foo": a bare auxiliary with talks as its complement.
func (r *reader) talks(ci int) {
	c := &r.S.Clauses[ci]
	if c.Verb >= 0 && r.S.Class&lexicon.Pendcue == 0 {
		r.amounts(ci)
		return
	}
	cue := false
	for k := range c.Args {
		for _, it := range c.Args[k].Items {
			if r.says(it.NP, lexicon.Pendcue) || c.Verb < 0 && r.S.NearUnit(r.S.Nodes[it.NP].From) {
				cue = true
			}
		}
	}
	if !cue && c.Verb >= 0 {
		for i := r.S.Nodes[c.Verb].To; i < len(r.S.Elems) && i < r.S.Nodes[c.Verb].To+4; i++ {
			if r.S.Elems[i].Is(lexicon.Pendcue) {
				cue = true
			}
		}
	}
	if !cue {
		if c.Verb >= 0 {
			r.amounts(ci)
		}
		return
	}
	at := c.Verb
	if at < 0 {
		at = c.Subj[0]
	}
	x := r.ps.scratch(0)
	r.collect(&r.ps.rules.talks, c.Args, nothing, x)
	if !(x.round || x.stage >= 0 || x.money >= 0 && r.headline()) || x.money < 0 && x.stage < 0 {
		return
	}
	of := r.SubjectCompany(c.Subj, c.Verb)
	if of.Kind == names.Unnamed {
		return
	}
	e := r.event(talks.name, at)
	e.company = r.Name(of)
	e.money, e.stage, e.value, e.basis, e.kind, e.investors, e.status = x.money, x.stage, x.value, x.basis, x.kind, r.ps.keep(x.investors), Pending
	r.own(e, x.nodes)
	r.add(e)
}

// amounts reads "its last round was $15 million".
func (r *reader) amounts(ci int) {
	c := &r.S.Clauses[ci]
	if len(c.Subj) != 1 || len(c.Args) == 0 || c.Args[0].Prep != 0 {
		return
	}
	if !r.nouns[c.Subj[0]].tells || !r.phrase(c.Subj[0]).round {
		r.investorsAre(c)
		return
	}
	s := r.phrase(c.Subj[0])
	k := c.Args[0].Items[0].NP
	ph := r.phrase(k)
	m := r.amount(ph)
	if m < 0 || ph.words > 0 {
		return
	}
	e := r.event("amount", c.Verb)
	e.company, e.money, e.stage, e.marked = r.Name(*r.Company(c.Subj[0])), m, s.stage, true
	for i := r.S.Nodes[c.Subj[0]].From; i < r.S.Nodes[c.Subj[0]].To; i++ {
		switch r.FirstID(i) {
		case lexicon.WordLast, lexicon.WordPrevious, lexicon.WordPrior:
			e.past = true
		}
	}
	e.weak = e.company.Kind == names.Unnamed
	r.own(e, []int{k, c.Subj[0]})
	r.add(e)
}

// investorsAre reads "investors in Foo's $9M seed are A, B and C".
func (r *reader) investorsAre(c *grammar.Clause) {
	if !r.says(c.Subj[0], lexicon.Investornoun) {
		return
	}
	isLead := r.FirstID(r.S.Nodes[c.Subj[0]].From) == lexicon.WordLead
	pre, x := r.ps.scratch(0), r.ps.scratch(1)
	r.collect(&r.ps.rules.nominal, c.Pre, nothing, pre)
	if !pre.round && !pre.roundBefore && pre.stage < 0 && !isLead {
		return
	}
	r.collect(&r.ps.rules.investorList, c.Args, nothing, x)
	if len(x.investors) == 0 {
		return
	}
	e := r.event("investors are", c.Verb)
	for i := range x.investors {
		x.investors[i].lead = x.investors[i].lead || isLead
	}
	e.company, e.money, e.stage, e.investors = r.Name(pre.company), pre.money, pre.stage, r.ps.keep(x.investors)
	e.weak = e.company.Kind == names.Unnamed || e.money < 0 && e.stage < 0
	r.own(e, append(pre.nodes, x.nodes...))
	r.add(e)
}

// nominal reads rounds that a noun phrase tells: "Foo's $20M Series A", "a $5M investment from Bar", "with $3M in seed funding".
func (r *reader) nominal() {
	for _, k := range r.telling {
		k, n := int(k), &r.nouns[k]
		if n.owner != 0 {
			continue
		}
		ph := &n.phrase
		if ph.giving {
			r.participation(k)
			continue
		}
		strong := ph.money >= 0 && r.inRound(k) || ph.stage >= 0 || ph.head&financingWords != 0 || ph.unitLast && ph.class&lexicon.Roundnoun != 0
		if !strong || ph.class&(lexicon.Fundnoun|lexicon.Acqnoun|lexicon.Revenuenoun) != 0 && ph.stage < 0 {
			continue
		}
		r.nominalAt(k, ph)
	}
}

// participation reads "with participation from A and B" wherever it stands.
func (r *reader) participation(k int) {
	args := r.argsAfter(k)
	if !r.SomebodyIn(args) {
		return
	}
	x := r.ps.scratch(0)
	x.passive = true
	r.collect(&r.ps.rules.participation, args, nothing, x)
	if len(x.investors) == 0 || r.nouns[args[0].Items[0].NP].owner != 0 {
		return
	}
	e := r.event("participation", k)
	e.investors, e.weak = r.ps.keep(x.investors), true
	if len(r.mine) > 0 {
		t := r.mine[len(r.mine)-1]
		r.absorb(t, e)
		r.own(t, x.nodes)
		return
	}
	r.own(e, x.nodes)
	r.add(e)
}

// inRound reports whether "in funding" or its like follows the noun phrase k.
func (r *reader) inRound(k int) bool {
	if k+2 >= len(r.S.Nodes) || r.S.Nodes[k+1].Kind != grammar.Kind(grammar.Prep) || r.S.Nodes[k+2].Kind != grammar.NP {
		return false
	}
	if p := r.node(k + 1); p != lexicon.WordIn && p != lexicon.WordOf {
		return false
	}
	ph := r.phrase(k + 2)
	return ph.stage >= 0 || ph.class&(lexicon.Stronground|lexicon.Debtnoun) != 0
}

func (r *reader) nominalAt(k int, ph *phrase) {
	args, m := r.argsAfter(k), r.amount(ph)
	pointed := r.definiteNP(k) || ph.head == 0
	if m < 0 && ph.stage < 0 && !r.figureIn(args) && !(pointed && r.SomebodyIn(args)) {
		return // as below
	}
	x := r.ps.scratch(0)
	x.passive = ph.round
	r.collect(&r.ps.rules.nominal, args, nothing, x)
	if m >= 0 {
		x.money = m
	}
	if ph.stage >= 0 {
		x.stage = ph.stage
	}
	r.kindOf(ph, x)
	if x.money < 0 && x.stage < 0 && !(len(x.investors) > 0 && pointed) || x.fund || x.acquired {
		return
	}
	e := r.event("nominal", k)
	if x.money >= 0 && x.stage < 0 && r.cumulativeNear(k) {
		of := *r.Company(k)
		if of.Kind == names.Unnamed {
			if c := r.clauseOf(k); c != nil {
				of = r.SubjectCompany(c.Subj, -1)
			}
		}
		e.company, e.total, e.weak = r.Name(of), x.money, true
		r.add(e)
		return
	}
	e.company = r.Name(r.nominalCompany(k, ph, x))
	e.money, e.stage, e.value, e.basis, e.total, e.kind, e.investors = x.money, x.stage, x.value, x.basis, x.total, x.kind, r.ps.keep(x.investors)
	e.marked, e.definite = true, r.definiteNP(k)
	e.extension = x.extension
	if e.company.Kind == names.Unnamed && (e.kind == Debt || e.kind == Convertible) && e.money >= 0 && len(r.mine) > 0 && k > 0 && r.S.Nodes[k-1].Kind == grammar.Kind(grammar.Conj) {
		if t := r.mine[len(r.mine)-1]; t.kind != e.kind {
			e.company = t.company // "a $9M Series A and $4M in debt"
		}
	}
	if e.company.Kind == names.Unnamed {
		// a further telling of an event of this sentence, or of one before it
		if len(r.mine) > 0 {
			for i := len(r.mine) - 1; i >= 0; i-- {
				if t := r.mine[i]; r.agrees(t, e) && (e.money >= 0 && t.money >= 0 || e.stage >= 0 && t.stage < 0 && e.money < 0 && !strings.HasSuffix(r.S.NodeText(k), "s")) {
					r.absorb(t, e)
					r.own(t, x.nodes)
					r.own(t, []int{k})
					return
				}
			}
			return
		}
		if len(e.investors) == 0 && e.stage < 0 {
			return
		}
		e.weak = true
	}
	r.own(e, append(x.nodes, k))
	r.add(e)
}

// figureIn reports whether a noun phrase of args holds an amount or a stage.
func (r *reader) figureIn(args []grammar.Arg) bool {
	for k := range args {
		for _, it := range args[k].Items {
			if n := &r.nouns[it.NP]; n.tells && (n.phrase.money >= 0 || n.phrase.stage >= 0) {
				return true
			}
		}
	}
	return false
}

// nominalCompany returns whose round the noun phrase k tells; x is what follows it.
func (r *reader) nominalCompany(k int, ph *phrase, x *facts) names.Ref {
	n := *r.Company(k)
	if n.Kind != names.Unnamed && n.Poss {
		return n
	}
	if k > 1 && r.S.Nodes[k-1].Kind == grammar.Kind(grammar.LParen) && r.S.Nodes[k-2].Kind == grammar.NP && r.Company(k-2).Kind == names.Named && !r.phrase(k-2).round {
		return *r.Company(k - 2) // "rivals Foo ($20M Series B last year) and Bar"
	}
	if x.companyNode >= 0 {
		return x.company
	}
	if n.Kind == names.Named && (ph.stage >= 0 || ph.class&lexicon.Stronground != 0) && r.S.Elems[r.S.Nodes[k].From].Cat != grammar.Det && n.From == r.S.Nodes[k].From {
		return n // "Foo Series B"
	}
	switch r.prepBefore(k) {
	case lexicon.WordWith, lexicon.WordAfter, lexicon.WordFrom, lexicon.WordOn, lexicon.WordFollowing, lexicon.WordOff:
		if c := r.clauseOf(k); c != nil {
			return r.SubjectCompany(c.Subj, -1)
		}
	}
	return names.Ref{}
}

// argsAfter returns the arguments that follow noun phrase k in its clause.
func (r *reader) argsAfter(k int) []grammar.Arg {
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

// governed reports whether the noun phrase k is among the arguments of c, and returns those that follow it.
func governed(c *grammar.Clause, k int) ([]grammar.Arg, bool) {
	if rest, ok := after(c.Args, k); ok {
		return rest, true
	}
	return after(c.Pre, k)
}

// clauseOf returns the clause that the noun phrase k stands in, nil if it is in none.
func (r *reader) clauseOf(k int) *grammar.Clause {
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
func (r *reader) node(k int) lexicon.ID {
	if n := &r.S.Nodes[k]; n.To == n.From+1 {
		return r.ElementID(n.From)
	}
	return 0
}

// prepBefore returns the preposition before node k, adverbs skipped; 0 if there is none.
func (r *reader) prepBefore(k int) lexicon.ID {
	for i := k - 1; i >= 0; i-- {
		switch r.S.Nodes[i].Kind {
		case grammar.Kind(grammar.Prep):
			return r.node(i)
		case grammar.Kind(grammar.Adv), grammar.Kind(grammar.Quote):
			continue
		}
		break
	}
	return 0
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
