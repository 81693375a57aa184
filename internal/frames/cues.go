package frames

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// headline reports whether the sentence stands without a full stop, as headlines do, or opens the text.
func (r *Reader) headline() bool {
	last := &r.S.Elems[len(r.S.Elems)-1]
	return r.Sent == 0 || last.Cat != grammar.Stop && last.Cat != grammar.Quote
}

// slang reports verbs that, of money, mean hardly anything but funding.
func slang(v uint16) bool {
	switch v {
	case lexicon.LemmaBag, lexicon.LemmaHaul, lexicon.LemmaLand, lexicon.LemmaNab, lexicon.LemmaPick, lexicon.LemmaSnag, lexicon.LemmaSecure, lexicon.LemmaRaise:
		return true
	}
	return false
}

// participleAfter reports whether "led by", "backed by" or the like follows the clause.
func (r *Reader) participleAfter(c *grammar.Clause) bool {
	for i := range r.S.Clauses {
		d := &r.S.Clauses[i]
		if d.Verb > c.Verb && d.Rel && r.S.Nodes[d.Verb].VG.Form == grammar.Participle {
			switch r.S.Nodes[d.Verb].VG.Verb {
			case lexicon.LemmaLead, lexicon.LemmaCoLead, lexicon.LemmaBack, lexicon.LemmaSupport, lexicon.LemmaFund:
				return true
			}
		}
	}
	return false
}

// cumulative reports whether the sentence counts all that was raised: "to date", "so far", "since it was founded".
func (r *Reader) cumulative(c *grammar.Clause) bool {
	for i := range r.S.Elems {
		e := &r.S.Elems[i]
		if e.Unit >= 0 {
			continue
		}
		if e.Is(lexicon.Totalcue) {
			return true
		}
		switch r.Word(i) {
		case lexicon.WordRounds:
			if i > 0 && r.S.Elems[i-1].Is(lexicon.Number|lexicon.Vague) {
				return true // "$34 million in two rounds"
			}
		case lexicon.WordSince:
			if i > r.S.Nodes[c.Verb].From {
				return true
			}
		}
	}
	return false
}

// speaksOfRound reports whether an argument of the clause is a round by name, not just money "in funding".
func (r *Reader) speaksOfRound(c *grammar.Clause) bool {
	for k := range c.Args {
		for _, it := range c.Args[k].Items {
			for i := r.S.Nodes[it.NP].From; i < r.S.Nodes[it.NP].To; i++ {
				switch r.LastWord(i) {
				case lexicon.WordRound, lexicon.WordFinancing, lexicon.WordRaise, lexicon.WordTranche, lexicon.WordNote, lexicon.WordNotes:
					return true
				}
			}
		}
	}
	return false
}

// saysInvestment reports whether an argument is "an investment" or "an undisclosed amount": an event even without figures.
func (r *Reader) saysInvestment(c *grammar.Clause) bool {
	for k := range c.Args {
		for _, it := range c.Args[k].Items {
			nd := &r.S.Nodes[it.NP]
			if nd.Class&lexicon.Roundnoun == 0 {
				continue // each of these words is one
			}
			for i := nd.From; i < nd.To; i++ {
				switch r.PhraseID(i) {
				case lexicon.WordBacking, lexicon.WordInvestment, lexicon.WordEquityInvestment, lexicon.WordUndisclosedAmount, lexicon.WordUndisclosedSum:
					return true
				}
			}
		}
	}
	return false
}

// participants reports whether the noun phrase k means those who take part: "others", "participants".
func (r *Reader) participants(k int) bool {
	switch r.Word(r.S.Nodes[k].From) {
	case lexicon.WordOthers, lexicon.WordParticipants, lexicon.WordBackers:
		return true
	case lexicon.WordOther:
		return r.phrase(k).class&lexicon.Investornoun != 0
	}
	return false
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

// prevLead reports whether the clause before c is "led by", whose agent c explains: "funds advised by Foo".
func (r *Reader) prevLead(c *grammar.Clause) bool {
	for i := range r.S.Clauses {
		if d := &r.S.Clauses[i]; d.Verb >= 0 && d.Verb < c.Verb && c.Verb-d.Verb < 8 && r.S.Nodes[d.Verb].VG.Verb == lexicon.LemmaLead {
			return true
		}
	}
	return false
}

// joinsAlone reports whether a verb of taking part speaks of a round without naming it: "Foo also participated", "they were joined by Bar".
func (d *Attempt) JoinsAlone() bool {
	return d.g.Passive || d.g.Sense == lexicon.LemmaParticipate || d.g.Verb == lexicon.LemmaInvest && len(d.c.Args) == 0
}

// leadsAlone reports whether a verb of leading speaks of a round without naming it: "Foo led."
func (d *Attempt) LeadsAlone() bool {
	return !d.g.Passive && d.g.Form == grammar.Finite && len(d.c.Args) == 0 && d.r.Sent > 0
}

// status tells planned and failed rounds from the words before the verb of clause ci.
func (r *Reader) status(ci int) deal.Time {
	c := &r.S.Clauses[ci]
	nd := &r.S.Nodes[c.Verb]
	g := &nd.VG
	if g.Form == grammar.Infinitive {
		// what governs the infinitive decides: "in talks to", "plans to", "managed to"
		if nd.From > 0 {
			switch r.Word(nd.From - 1) {
			case lexicon.WordSaid, lexicon.WordDue, lexicon.WordRumored, lexicon.WordRumoured, lexicon.WordReported:
				return deal.Planned // "Foo said to back Bar"
			}
		}
		for i := nd.From - 1; i >= 0 && i > nd.From-9; i-- {
			e := &r.S.Elems[i]
			if e.Is(lexicon.Failcue) {
				return deal.Failed
			}
			if e.Is(lexicon.Pendcue) {
				return deal.Planned
			}
			if e.Cat == grammar.Stop || e.Cat == grammar.Semi {
				break
			}
		}
		if c.Parent < 0 {
			return deal.Planned // "Foo to raise $5M"
		}
		return deal.Now
	}
	if g.Future {
		return deal.Planned
	}
	if g.Doing && !g.Perfect {
		switch g.Verb {
		case lexicon.LemmaAnnounce, lexicon.LemmaReport, lexicon.LemmaReveal, lexicon.LemmaConfirm, lexicon.LemmaDisclose, lexicon.LemmaLead, lexicon.LemmaCoLead:
			return deal.Now
		}
		return deal.Planned
	}
	if g.Form == grammar.Gerund && c.Ante >= 0 && c.Parent < 0 && ci == len(r.S.Clauses)-1-r.later(ci) {
		return deal.Planned // a headline without other verb: "Foo raising $5M"
	}
	if c.Parent >= 0 && g.Form == grammar.Gerund && nd.From > 0 && r.S.Elems[nd.From-1].Cat != grammar.Comma {
		for i := nd.From - 1; i >= 0 && i > nd.From-5; i-- {
			if r.S.Elems[i].Is(lexicon.Pendcue) && r.S.Elems[i].Cat != grammar.Verb {
				return deal.Planned
			}
		}
	}
	return deal.Now
}

// later counts the clauses after ci that are no finite ones.
func (r *Reader) later(ci int) int {
	n := 0
	for j := ci + 1; j < len(r.S.Clauses); j++ {
		if r.S.Nodes[r.S.Clauses[j].Verb].VG.Form == grammar.Finite {
			return -1
		}
		n++
	}
	return n
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

// before reports whether the clause tells of an earlier event: "after raising", "previously raised", "last raised", "had raised".
func (r *Reader) before(c *grammar.Clause) bool {
	nd := &r.S.Nodes[c.Verb]
	if nd.VG.Form == grammar.Gerund {
		switch r.prepBefore(c.Verb) {
		case lexicon.WordAfter, lexicon.WordSince, lexicon.WordFollowing:
			return true
		}
	}
	elems := r.S.Elems[max(0, nd.From-2):nd.To]
	for i := range elems {
		switch r.IDs[elems[i].From] {
		case lexicon.WordPreviously, lexicon.WordLast, lexicon.WordOriginally, lexicon.WordHad, lexicon.WordInitially, lexicon.WordEarlier:
			if elems[i].Cat != grammar.When {
				return true
			}
		}
	}
	return false
}
