package funding

import (
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// fundName reports whether the name ends as those of investment firms do.
func (r *reader) fundName(n ref) bool {
	switch r.entry(n.to - 1) {
	case lexicon.WordVentures, lexicon.WordPartners, lexicon.WordVc, lexicon.WordFund, lexicon.WordAngels:
		return true
	case lexicon.WordCapital: // also the name of many a lender: a headline does not tell
		return r.sent == 0 && r.s.Elems[len(r.s.Elems)-1].Cat != grammar.Stop
	}
	return false
}

// headline reports whether the sentence stands without a full stop, as headlines do, or opens the text.
func (r *reader) headline() bool {
	last := &r.s.Elems[len(r.s.Elems)-1]
	return r.sent == 0 || last.Cat != grammar.Stop && last.Cat != grammar.Quote
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
	for i := range r.s.Clauses {
		d := &r.s.Clauses[i]
		if d.Verb > c.Verb && d.Rel && r.s.Nodes[d.Verb].VG.Form == grammar.Participle {
			switch r.s.Nodes[d.Verb].VG.Verb {
			case lexicon.LemmaLead, lexicon.LemmaCoLead, lexicon.LemmaBack, lexicon.LemmaSupport, lexicon.LemmaFund:
				return true
			}
		}
	}
	return false
}

// cumulative reports whether the sentence counts all that was raised: "to date", "so far", "since it was founded".
func (r *reader) cumulative(c *grammar.Clause) bool {
	for i := range r.s.Elems {
		e := &r.s.Elems[i]
		if e.Unit >= 0 {
			continue
		}
		if e.Is(lexicon.Totalcue) {
			return true
		}
		switch r.word(i) {
		case lexicon.WordRounds:
			if i > 0 && r.s.Elems[i-1].Is(lexicon.Number|lexicon.Vague) {
				return true // "$34 million in two rounds"
			}
		case lexicon.WordSince:
			if i > r.s.Nodes[c.Verb].From {
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
			for i := r.s.Nodes[it.NP].From; i < r.s.Nodes[it.NP].To; i++ {
				switch r.lastWord(i) {
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
			nd := &r.s.Nodes[it.NP]
			if nd.Class&lexicon.Roundnoun == 0 {
				continue // each of these words is one
			}
			for i := nd.From; i < nd.To; i++ {
				switch r.entry(i) {
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
	switch r.word(r.s.Nodes[k].From) {
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
		nd := &r.s.Nodes[c.Args[k].Items[0].NP]
		for i := nd.From; i < nd.To; i++ {
			if r.s.Elems[i].Is(lexicon.People) {
				return true
			}
		}
	}
	return false
}

// prevLead reports whether the clause before c is "led by", whose agent c explains: "funds advised by Foo".
func (r *reader) prevLead(c *grammar.Clause) bool {
	for i := range r.s.Clauses {
		if d := &r.s.Clauses[i]; d.Verb >= 0 && d.Verb < c.Verb && c.Verb-d.Verb < 8 && r.s.Nodes[d.Verb].VG.Verb == lexicon.LemmaLead {
			return true
		}
	}
	return false
}

// alone reports whether a verb of giving speaks of a round without naming it: "Foo also participated", "they were joined by Bar", "Foo led".
func (r *reader) alone(f *frame, c *grammar.Clause) bool {
	g := &r.s.Nodes[c.Verb].VG
	switch f.name {
	case "join":
		return g.Passive || g.Verb == lexicon.LemmaParticipate || r.lightVerbed(c) || g.Verb == lexicon.LemmaInvest && len(c.Args) == 0
	case "lead":
		return !g.Passive && g.Form == grammar.Finite && len(c.Args) == 0 && r.sent > 0
	}
	return false
}

func (r *reader) lightVerbed(c *grammar.Clause) bool {
	for _, l := range r.ps.rules.ofVerb[r.s.Nodes[c.Verb].VG.Verb].light {
		if l.as == lexicon.LemmaParticipate {
			return true
		}
	}
	return false
}

// openingName reads a name that opens the sentence and is introduced by an apposition: then
// every capitalised word before the comma belongs to it, "My Fit Shoes, a maker of",
// "Seven Rivers, Inc., a provider of".
func (r *reader) openingName(k int) ref {
	if r.s.Style != grammar.Plain || len(r.s.Elems) < 3 {
		return ref{}
	}
	to := r.s.Nodes[k].To
	if to > 7 || !r.introduced(0, to) {
		return ref{}
	}
	for i := 0; i < to; i++ {
		e := &r.s.Elems[i]
		t := &r.ps.Toks[e.From]
		switch {
		case e.Cat == grammar.Comma && i+1 < to && r.s.Elems[i+1].Is(lexicon.Legal):
		case t.Kind == token.Poss, t.Kind == token.Word && !t.Has(token.Upper), t.Kind == token.Punct, e.Compound && e.Is(lexicon.Modifier):
			return ref{}
		case i == 0 && e.Is(lexicon.Prep|lexicon.Demonym|lexicon.Companynoun|lexicon.Placeless|lexicon.Anaphor|lexicon.Det) && to > 1:
			return ref{}
		}
	}
	return r.named(0, to)
}

// subjectCompany reads the company from the noun phrases of a subject.
func (r *reader) subjectCompany(nodes []int, verb int) ref {
	if len(nodes) == 0 {
		return ref{}
	}
	if n := r.openingName(nodes[0]); n.kind == named {
		return n
	}
	if verb > 0 && r.s.Nodes[verb-1].Kind == grammar.NP && verb-1 > nodes[len(nodes)-1] {
		k := verb - 1
		// "point of sale startup Foo": the name stands right before the verb
		if n := *r.company(k); n.kind == named && r.describedName(r.s.Nodes[k].From, r.s.Nodes[k].To, n) && k == nodes[0]+2 && !r.s.Elems[r.s.Nodes[nodes[0]].To-1].Cap {
			return n
		} else if r.s.Style != grammar.Plain && len(nodes) == 1 && k == nodes[0]+2 && r.s.Nodes[k-1].Kind == grammar.Kind(grammar.Prep) {
			// "Small Words For Robots": a brand of common words goes on after the preposition
			if m := r.company(nodes[0]); m.kind == named && n.kind == named && r.allCommon(m.from, m.to) && !r.s.Elems[m.to-1].Is(lexicon.Companynoun) {
				return r.named(m.from, n.to)
			}
		}
	}
	if last := &r.s.Nodes[nodes[len(nodes)-1]]; r.s.Elems[last.To-1].Is(lexicon.People) && !(r.s.Style == grammar.Plain && r.s.Elems[last.To-1].Cap && last.To-last.From == 1) {
		return ref{} // "former Foo and Bar executives"
	}
	if len(nodes) == 1 && verb > 0 && r.company(nodes[0]).kind == unnamed && nodes[0]+2 < verb && r.s.Nodes[nodes[0]+1].Kind == grammar.Kind(grammar.Comma) && r.s.Nodes[nodes[0]+2].Kind == grammar.NP {
		// "Mole Checker App, DermaLens, raises": the name stands in apposition
		if n := r.company(nodes[0] + 2); n.kind == named && n.from == r.s.Nodes[nodes[0]+2].From && n.to == r.s.Nodes[nodes[0]+2].To {
			return *n
		}
	}
	if len(nodes) == 2 && nodes[1] == nodes[0]+2 {
		// "Plow and Mow": one brand, if both halves are plain names
		a, b := r.company(nodes[0]), r.company(nodes[1])
		if a.kind == named && b.kind == named && b.to == r.s.Nodes[nodes[1]].To && a.from == r.s.Nodes[nodes[0]].From && a.to-a.from == 1 && b.to-b.from == 1 && b.from == a.to+1 {
			return r.named(a.from, b.to)
		}
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		n := *r.company(nodes[i])
		if n.kind == named && len(nodes) > 1 && r.describedName(r.s.Nodes[nodes[i]].From, r.s.Nodes[nodes[i]].To, n) {
			return n
		}
	}
	for _, k := range nodes {
		if n := r.company(k); n.kind != unnamed {
			// "its CEO", "the company's founders": people of the company
			return *n
		}
	}
	return ref{}
}

// status tells planned and failed rounds from the words before the verb of clause ci.
func (r *reader) status(ci int) Status {
	c := &r.s.Clauses[ci]
	nd := &r.s.Nodes[c.Verb]
	g := &nd.VG
	if g.Form == grammar.Infinitive {
		// what governs the infinitive decides: "in talks to", "plans to", "managed to"
		if nd.From > 0 {
			switch r.word(nd.From - 1) {
			case lexicon.WordSaid, lexicon.WordDue, lexicon.WordRumored, lexicon.WordRumoured, lexicon.WordReported:
				return Pending // "Foo said to back Bar"
			}
		}
		for i := nd.From - 1; i >= 0 && i > nd.From-9; i-- {
			e := &r.s.Elems[i]
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
	if g.Form == grammar.Gerund && c.Ante >= 0 && c.Parent < 0 && ci == len(r.s.Clauses)-1-r.later(ci) {
		return Pending // a headline without other verb: "Foo raising $5M"
	}
	if c.Parent >= 0 && g.Form == grammar.Gerund && nd.From > 0 && r.s.Elems[nd.From-1].Cat != grammar.Comma {
		for i := nd.From - 1; i >= 0 && i > nd.From-5; i-- {
			if r.s.Elems[i].Is(lexicon.Pendcue) && r.s.Elems[i].Cat != grammar.Verb {
				return Pending
			}
		}
	}
	return Closed
}

// later counts the clauses after ci that are no finite ones.
func (r *reader) later(ci int) int {
	n := 0
	for j := ci + 1; j < len(r.s.Clauses); j++ {
		if r.s.Nodes[r.s.Clauses[j].Verb].VG.Form == grammar.Finite {
			return -1
		}
		n++
	}
	return n
}

// cumulativeNear reports whether "to date", "in total" or the like follows the noun phrase k closely.
func (r *reader) cumulativeNear(k int) bool {
	if r.s.Class&lexicon.Totalcue == 0 {
		return false
	}
	for i := k + 1; i < len(r.s.Nodes) && i < k+6; i++ {
		switch r.s.Nodes[i].Kind {
		case grammar.NP, grammar.Kind(grammar.Adv), grammar.Kind(grammar.Prep):
			for j := r.s.Nodes[i].From; j < r.s.Nodes[i].To; j++ {
				if r.s.Elems[j].Is(lexicon.Totalcue) {
					return true
				}
			}
		case grammar.VG:
			if nd := &r.s.Nodes[i]; nd.To > nd.From+1 || r.s.Elems[nd.From].Forms&lexicon.Part == 0 {
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
	nd := &r.s.Nodes[c.Verb]
	if nd.VG.Form == grammar.Gerund {
		switch r.prepBefore(c.Verb) {
		case lexicon.WordAfter, lexicon.WordSince, lexicon.WordFollowing:
			return true
		}
	}
	elems := r.s.Elems[max(0, nd.From-2):nd.To]
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
