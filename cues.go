package funding

import (
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// headline reports whether the sentence stands without a full stop, as headlines do, or opens the text.
func (r *reader) headline() bool {
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
func (r *reader) participleAfter(c *grammar.Clause) bool {
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
func (r *reader) cumulative(c *grammar.Clause) bool {
	for i := range r.S.Elems {
		e := &r.S.Elems[i]
		if e.Unit >= 0 {
			continue
		}
		if e.Is(lexicon.Totalcue) {
			return true
		}
		switch r.FirstID(i) {
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
func (r *reader) speaksOfRound(c *grammar.Clause) bool {
	for k := range c.Args {
		for _, it := range c.Args[k].Items {
			for i := r.S.Nodes[it.NP].From; i < r.S.Nodes[it.NP].To; i++ {
				switch r.LastID(i) {
				case lexicon.WordRound, lexicon.WordFinancing, lexicon.WordRaise, lexicon.WordTranche, lexicon.WordNote, lexicon.WordNotes:
					return true
				}
			}
		}
	}
	return false
}

// saysInvestment reports whether an argument is "an investment" or "an undisclosed amount": an event even without figures.
func (r *reader) saysInvestment(c *grammar.Clause) bool {
	for k := range c.Args {
		for _, it := range c.Args[k].Items {
			nd := &r.S.Nodes[it.NP]
			if nd.Class&lexicon.Roundnoun == 0 {
				continue // each of these words is one
			}
			for i := nd.From; i < nd.To; i++ {
				switch r.ElementID(i) {
				case lexicon.WordBacking, lexicon.WordInvestment, lexicon.WordEquityInvestment, lexicon.WordUndisclosedAmount, lexicon.WordUndisclosedSum:
					return true
				}
			}
		}
	}
	return false
}

func leads(list []backer) bool {
	for i := range list {
		if list[i].lead {
			return true
		}
	}
	return false
}

// participants reports whether the noun phrase k means those who take part: "others", "participants".
func (r *reader) participants(k int) bool {
	switch r.FirstID(r.S.Nodes[k].From) {
	case lexicon.WordOthers, lexicon.WordParticipants, lexicon.WordBackers:
		return true
	case lexicon.WordOther:
		return r.phrase(k).class&lexicon.Investornoun != 0
	}
	return false
}

// peopleIn reports whether the agent of the clause is one of the company's own people.
func (r *reader) peopleIn(c *grammar.Clause) bool {
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
func (r *reader) prevLead(c *grammar.Clause) bool {
	for i := range r.S.Clauses {
		if d := &r.S.Clauses[i]; d.Verb >= 0 && d.Verb < c.Verb && c.Verb-d.Verb < 8 && r.S.Nodes[d.Verb].VG.Verb == lexicon.LemmaLead {
			return true
		}
	}
	return false
}

// alone reports whether a verb of giving speaks of a round without naming it: "Foo also participated", "they were joined by Bar", "Foo led".
func (r *reader) alone(f *frame, c *grammar.Clause) bool {
	g := &r.S.Nodes[c.Verb].VG
	switch f.name {
	case "join":
		return g.Passive || g.Verb == lexicon.LemmaParticipate || r.lightVerbed(c) || g.Verb == lexicon.LemmaInvest && len(c.Args) == 0
	case "lead":
		return !g.Passive && g.Form == grammar.Finite && len(c.Args) == 0 && r.Sent > 0
	}
	return false
}

func (r *reader) lightVerbed(c *grammar.Clause) bool {
	for _, l := range r.ps.rules.ofVerb[r.S.Nodes[c.Verb].VG.Verb].light {
		if l.as == lexicon.LemmaParticipate {
			return true
		}
	}
	return false
}

// status tells planned and failed rounds from the words before the verb of clause ci.
func (r *reader) status(ci int) Status {
	c := &r.S.Clauses[ci]
	nd := &r.S.Nodes[c.Verb]
	g := &nd.VG
	if g.Form == grammar.Infinitive {
		// what governs the infinitive decides: "in talks to", "plans to", "managed to"
		if nd.From > 0 {
			switch r.FirstID(nd.From - 1) {
			case lexicon.WordSaid, lexicon.WordDue, lexicon.WordRumored, lexicon.WordRumoured, lexicon.WordReported:
				return Pending // "Foo said to back Bar"
			}
		}
		for i := nd.From - 1; i >= 0 && i > nd.From-9; i-- {
			e := &r.S.Elems[i]
			if e.Is(lexicon.Failcue) {
				return Failed
			}
			if e.Is(lexicon.Pendcue) {
				return Pending
			}
			if e.Cat == grammar.Stop || e.Cat == grammar.Semi {
				break
			}
		}
		if c.Parent < 0 {
			return Pending // "Foo to raise $5M"
		}
		return Closed
	}
	if g.Future {
		return Pending
	}
	if g.Doing && !g.Perfect {
		switch g.Verb {
		case lexicon.LemmaAnnounce, lexicon.LemmaReport, lexicon.LemmaReveal, lexicon.LemmaConfirm, lexicon.LemmaDisclose, lexicon.LemmaLead, lexicon.LemmaCoLead:
			return Closed
		}
		return Pending
	}
	if g.Form == grammar.Gerund && c.Ante >= 0 && c.Parent < 0 && ci == len(r.S.Clauses)-1-r.later(ci) {
		return Pending // a headline without other verb: "Foo raising $5M"
	}
	if c.Parent >= 0 && g.Form == grammar.Gerund && nd.From > 0 && r.S.Elems[nd.From-1].Cat != grammar.Comma {
		for i := nd.From - 1; i >= 0 && i > nd.From-5; i-- {
			if r.S.Elems[i].Is(lexicon.Pendcue) && r.S.Elems[i].Cat != grammar.Verb {
				return Pending
			}
		}
	}
	return Closed
}

// later counts the clauses after ci that are no finite ones.
func (r *reader) later(ci int) int {
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
func (r *reader) cumulativeNear(k int) bool {
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
func (r *reader) before(c *grammar.Clause) bool {
	nd := &r.S.Nodes[c.Verb]
	if nd.VG.Form == grammar.Gerund {
		switch r.prepBefore(c.Verb) {
		case lexicon.WordAfter, lexicon.WordSince, lexicon.WordFollowing:
			return true
		}
	}
	elems := r.S.Elems[max(0, nd.From-2):nd.To]
	for i := range elems {
		switch r.ps.IDs[elems[i].From] {
		case lexicon.WordPreviously, lexicon.WordLast, lexicon.WordOriginally, lexicon.WordHad, lexicon.WordInitially, lexicon.WordEarlier:
			if elems[i].Cat != grammar.When {
				return true
			}
		}
	}
	return false
}
