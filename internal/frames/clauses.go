package frames

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// pointed reports whether the object of the clause is a pronoun: "Foo led it."
func (d *Attempt) pointed() bool {
	k, ok := d.object()
	return ok && d.r.S.Nodes[k].Holds&grammar.Pronoun != 0
}

// headline reports whether the sentence stands without a full stop, as headlines do, or opens the text.
func (r *Reader) headline() bool {
	last := &r.S.Elems[len(r.S.Elems)-1]
	return r.Sent == 0 || last.Cat != grammar.Stop && last.Cat != grammar.Quote
}

// peopleIn reports whether the agent of the clause is one of the company's own people.
func (r *Reader) peopleIn(c *grammar.Clause) bool {
	for k := range c.Args {
		nd := &r.S.Nodes[c.Args[k].Items[0].NP]
		for i := nd.From; i < nd.To; i++ {
			if r.S.Elems[i].Is(lexicon.People) {
				return true
			}
		}
	}
	return false
}

// joinsAlone reports whether a verb of taking part speaks of a round without naming it: "Foo also participated", "they were joined by Bar".
func (d *Attempt) JoinsAlone() bool {
	if d.x.money >= 0 {
		return false // "came in at $5M"
	}
	if d.g.Passive || d.r.Lex.VerbHas(d.g.Sense, lexicon.TraitParticipates) {
		return true
	}
	if d.r.Lex.VerbHas(d.g.Verb, lexicon.TraitJoins) && len(d.c.Subj) > 0 && d.r.says(d.c.Subj[0], lexicon.Investornoun) {
		return true // "several angels joined, among them Foo"
	}
	return d.r.Lex.VerbHas(d.g.Verb, lexicon.TraitInvests) && len(d.c.Args) == 0
}

// leadsAlone reports whether a verb of leading speaks of a round without naming it: "Foo led."
func (d *Attempt) LeadsAlone() bool {
	if d.g.Passive {
		return d.g.Form == grammar.Finite && d.r.Sent > 0 && d.isIt() && d.r.takesPart()
	}
	return d.g.Form == grammar.Finite && d.r.Sent > 0 && (len(d.c.Args) == 0 || len(d.c.Args) == 1 && d.pointed())
}

// isIt reports whether the subject is one pronoun: "It was led by Foo, with participation from Bar".
func (d *Attempt) isIt() bool {
	if len(d.c.Subj) != 1 {
		return false
	}
	nd := &d.r.S.Nodes[d.c.Subj[0]]
	return nd.To == nd.From+1 && nd.Holds&grammar.Pronoun != 0
}

// takesPart reports whether a noun phrase of the sentence speaks of taking part.
func (r *Reader) takesPart() bool {
	return slices.ContainsFunc(r.telling, func(k int32) bool { return r.nouns[k].phrase.giving })
}

// cumulativeNear reports whether "to date", "in total" or the like follows the noun phrase k closely.
func (r *Reader) cumulativeNear(k int) bool {
	if r.S.Class&lexicon.Totalcue == 0 {
		return false
	}
	for i := k + 1; i < len(r.S.Nodes) && i < k+6; i++ {
		switch r.S.Nodes[i].Kind {
		case grammar.NP, grammar.Kind(grammar.Adv), grammar.Kind(grammar.Prep):
			for j := r.S.Nodes[i].From; j < r.S.Nodes[i].To; j++ {
				if r.S.Elems[j].Is(lexicon.Totalcue) {
					return true
				}
			}
		case grammar.VG:
			if nd := &r.S.Nodes[i]; nd.To > nd.From+1 || r.S.Elems[nd.From].Forms&lexicon.Part == 0 {
				return false // but "funding raised to date"
			}
		default:
			return false
		}
	}
	return false
}

// timeOf says where the event of clause ci stands, by its tense and by what governs it.
func (r *Reader) timeOf(ci int) deal.Time {
	switch r.S.Certainty(ci) {
	case grammar.Planned:
		return deal.Planned
	case grammar.Failed:
		return deal.Failed
	}
	return deal.Now
}

// participleAfter reports whether "led by", "backed by" or the like follows the clause.
func (r *Reader) participleAfter(c *grammar.Clause) bool {
	for i := range r.S.Clauses {
		d := &r.S.Clauses[i]
		if d.Verb <= c.Verb || !d.Rel {
			continue
		}
		if g := &r.S.Nodes[d.Verb].VG; g.Form == grammar.Participle && r.Lex.VerbHas(g.Verb, lexicon.TraitGivenBy) {
			return true
		}
	}
	return false
}

// cumulative reports whether the sentence counts all that was raised: "to date", "so far", "in two rounds", "since it was founded".
func (r *Reader) cumulative(c *grammar.Clause) bool {
	for i := range r.S.Elems[:r.endOf(c.Verb)] {
		e := &r.S.Elems[i]
		if e.Unit >= 0 {
			continue
		}
		word := r.FirstID(i)
		switch {
		case e.Is(lexicon.Totalcue),
			r.Lex.Has(r.LastID(i), lexicon.TraitCountsRounds) && r.countedBefore(i),
			r.Lex.Has(word, lexicon.TraitCountsAlready) && r.inVerb(c, i) && !r.participleAfter(c),
			r.Lex.Has(word, lexicon.TraitCountsSince) && i > r.S.Nodes[c.Verb].From:
			return true
		}
	}
	return false
}

// endOf returns where what belongs to the verb group k ends: before the next gerund or finite verb, "…, bringing the total to $9M".
func (r *Reader) endOf(k int) int {
	for i := k + 1; i < len(r.S.Nodes); i++ {
		nd := &r.S.Nodes[i]
		if nd.Kind == grammar.VG && (nd.VG.Form == grammar.Finite || nd.VG.Form == grammar.Gerund) {
			return nd.From
		}
	}
	return len(r.S.Elems)
}

// inVerb reports whether element i belongs to the verb of the clause.
func (r *Reader) inVerb(c *grammar.Clause, i int) bool {
	return i >= r.S.Nodes[c.Verb].From && i < r.S.Nodes[c.Verb].To
}

// countedBefore reports whether a number stands before element i, with a word between at most: "two previous rounds".
func (r *Reader) countedBefore(i int) bool {
	const counts = lexicon.Number | lexicon.Vague
	if i == 0 {
		return false
	}
	before := &r.S.Elems[i-1]
	return before.Is(counts) || i > 1 && before.Unit < 0 && before.Cat <= grammar.Name && r.S.Elems[i-2].Is(counts)
}

// profiled reports whether the sentence tells of the founding before the clause, as profiles do: "Foo, founded in 2018, has raised $5M".
func (r *Reader) profiled(c *grammar.Clause) bool {
	if r.Sent < 2 {
		return false
	}
	for i := range r.S.Clauses {
		v := r.S.Clauses[i].Verb
		if v < 0 || v >= c.Verb {
			continue
		}
		if g := &r.S.Nodes[v].VG; g.Form == grammar.Participle && r.Lex.VerbHas(g.Verb, lexicon.TraitFounds) {
			return true
		}
	}
	return false
}

// overYears reports whether the sentence speaks of what went on for years: "over eleven years".
func (r *Reader) overYears() bool {
	for k := 0; k+1 < len(r.S.Nodes); k++ {
		if r.S.Nodes[k].Kind != grammar.Kind(grammar.Prep) || r.S.Nodes[k+1].Kind != grammar.NP {
			continue
		}
		if !r.Lex.Has(r.node(k), lexicon.TraitCountsOver) {
			continue
		}
		for i := r.S.Nodes[k+1].From; i < r.S.Nodes[k+1].To; i++ { // a name may follow: "over ten years Foo raised"
			if r.S.Elems[i].Unit < 0 && r.Lex.Has(r.S.Elems[i].ID, lexicon.TraitYears) {
				return true
			}
		}
	}
	return false
}

// inArgs reports whether is holds for an element of an argument of the clause whose noun phrase is of one of the classes
// of, if any are given.
func (r *Reader) inArgs(c *grammar.Clause, of lexicon.Class, is func(i int) bool) bool {
	for k := range c.Args {
		for _, it := range c.Args[k].Items {
			nd := &r.S.Nodes[it.NP]
			if of != 0 && nd.Class&of == 0 {
				continue
			}
			for i := nd.From; i < nd.To; i++ {
				if is(i) {
					return true
				}
			}
		}
	}
	return false
}

// speaksOfRound reports whether an argument of the clause is a round by name, not just money "in funding".
func (r *Reader) speaksOfRound(c *grammar.Clause) bool {
	return r.inArgs(c, 0, func(i int) bool { return r.Lex.Has(r.LastID(i), lexicon.TraitNamesRound) })
}

// severalRounds reports whether an argument of the clause means rounds, several and no particular ones.
func (r *Reader) severalRounds(c *grammar.Clause) bool {
	return r.inArgs(c, lexicon.Stronground, func(i int) bool { return r.Lex.Has(r.LastID(i), lexicon.TraitPluralOfRounds) })
}

// saysInvestment reports whether an argument is "an investment" or "an undisclosed amount": an event even without figures.
func (r *Reader) saysInvestment(c *grammar.Clause) bool {
	return r.inArgs(c, lexicon.Roundnoun, func(i int) bool { return r.Lex.Has(r.ElementID(i), lexicon.TraitNamesInvestment) })
}

// participants reports whether the noun phrase k means those who take part: "others", "participants", "other investors".
func (r *Reader) participants(k int) bool {
	word := r.FirstID(r.S.Nodes[k].From)
	part := false // "participating investors"
	if k > 0 && r.S.Nodes[k-1].Kind == grammar.VG {
		g := &r.S.Nodes[k-1].VG
		part = g.Form == grammar.Gerund && r.Lex.VerbHas(g.Verb, lexicon.TraitParticipates)
	}
	if part || r.Lex.Has(word, lexicon.TraitOtherParticipants) {
		return r.phrase(k).class&lexicon.Investornoun != 0
	}
	return r.Lex.Has(word, lexicon.TraitParticipants)
}

// they reports whether the noun phrase k is a pronoun of several.
func (r *Reader) they(k int) bool {
	nd := &r.S.Nodes[k]
	return nd.To == nd.From+1 && r.Lex.Has(r.FirstID(nd.From), lexicon.TraitThose)
}

// maxExplained is how many nodes after "led by" a clause may begin that explains who led.
const maxExplained = 8

// ledBefore reports whether the clause before c is "led by", whose agent c explains: "funds advised by Foo".
func (r *Reader) ledBefore(c *grammar.Clause) bool {
	for i := range r.S.Clauses {
		d := &r.S.Clauses[i]
		if d.Verb >= 0 && d.Verb < c.Verb && c.Verb-d.Verb < maxExplained && r.Lex.VerbHas(r.S.Nodes[d.Verb].VG.Verb, lexicon.TraitLedBy) {
			return true
		}
	}
	return false
}
