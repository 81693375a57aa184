package funding

import (
	"strings"

	"example.com/funding/internal/names"

	"example.com/funding/internal/mention"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// facts is what the arguments of a clause say.
type facts struct {
	flatFacts
	investors []backer
	nodes     []int
}

// flatFacts is the facts that are no lists.
type flatFacts struct {
	money, stage, value, total int32
	basis                      Basis
	kind                       Kind
	company                    names.Ref
	companyNode                int
	round                      bool  // a word for a financing
	roundBefore                bool  // such a word that points back: "the round"
	ownRound                   bool  // the passive's subject is a company's round: "Foo's Series A was led by"
	subjectRound               bool  // the subject is one, or investors
	toFund                     bool  // the money goes to a fund
	strong                     bool  // a word that means hardly anything but a financing
	passive                    bool  // the clause is in the passive
	subjectMoney               int32 // the amount of the subject, "Foo's $5M round"
	earlier                    bool  // the subject is investors of no particular round
	fund, acquired             bool
	further, soFar, extension  bool
}

// clear forgets the facts and keeps their memory; what is to last must have been copied.
func (f *facts) clear() {
	f.flatFacts = flatFacts{money: -1, stage: -1, value: -1, total: -1, companyNode: -1}
	f.investors, f.nodes = f.investors[:0], f.nodes[:0]
}

// scratch returns the i-th of the facts that readings without a verb collect, cleared.
func (ps *parse) scratch(i int) *facts {
	ps.collected[i].clear()
	return &ps.collected[i]
}

// phrase is what a noun phrase holds.
type phrase struct {
	unitLast     bool // it ends with the amount or stage
	round        bool // it speaks of a financing
	extension    bool // the word stands in it
	giving       bool // its last word is one for taking part
	money, stage int32
	words        int32         // after the amount
	class        lexicon.Class // of all its words
	head         lexicon.Class // of its last word
}

// noPhrase is one that says nothing of a financing.
var noPhrase = phrase{money: -1, stage: -1}

// phrase returns what the noun phrase k holds.
func (r *reader) phrase(k int) *phrase {
	n := &r.nouns[k]
	if !n.read {
		r.readPhrase(k, n)
	}
	return &n.phrase
}

// readPhrase reads what the noun phrase k, which n is of, holds.
func (r *reader) readPhrase(k int, n *noun) {
	n.read = true
	p := &n.phrase
	*p = phrase{money: -1, stage: -1}
	nd := &r.S.Nodes[k]
	elems, opens := r.S.Elems[nd.From:nd.To], nd.From == 0
	ps, plain := r.ps, r.S.Style == grammar.Plain
	possessed := false
	var class, head lexicon.Class
	var word lexicon.ID
	for i := range elems {
		e := &elems[i]
		if e.Unit >= 0 {
			head, word = 0, 0
			r.takeUnit(p, e)
			continue
		}
		word = ps.IDs[e.From]
		if word == lexicon.WordExtension {
			p.extension = true
		}
		if e.Cat > grammar.Name {
			if e.Cat == grammar.Poss {
				possessed = true
				class = 0
			} else {
				class |= e.Class & lexicon.Further // "another"
			}
			continue
		}
		p.unitLast = false
		if p.money >= 0 {
			p.words++
		}
		if e.Cap && plain && e.Cat == grammar.Name && !(opens && i == 0) && !ps.Toks[e.From].Has(token.AllUpper) {
			head = 0
			continue // what a name is made of says nothing
		}
		head = e.Class
		class |= e.Class
		if word == lexicon.WordExtension {
			class |= lexicon.Stronground
		}
		if p.stage >= 0 && !possessed && pluralOfRounds(word) {
			p.stage = -1 // "Series C and later rounds"
		}
	}
	p.class, p.head, p.giving = class, head, takingPart(word)
	n.tells = p.giving
	if p.money >= 0 || p.stage >= 0 || (class|head)&financingWords != 0 {
		n.tells = true
		p.round = p.stage >= 0 || class&lexicon.Stronground != 0 || class&financingWords != 0 && class&(lexicon.Fundnoun&^lexicon.Roundnoun) == 0
		if p.money >= 0 {
			n.have |= needMoney
		}
		if p.round {
			n.have |= needRound
		}
	}
	if class&lexicon.Further != 0 {
		n.have |= further
	}
}

// says reports whether a word of the noun phrase k that says something of it is of the class c.
func (r *reader) says(k int, c lexicon.Class) bool {
	return r.S.Nodes[k].Class&c != 0 && r.phrase(k).class&c != 0
}

// takingPart reports whether a phrase that ends with the word w is one for taking part.
func takingPart(w lexicon.ID) bool {
	switch w {
	case lexicon.WordParticipation, lexicon.WordSupport, lexicon.WordBacking:
		return true
	}
	return false
}

// takeUnit adds the amount, stage or date e to p.
func (r *reader) takeUnit(p *phrase, e *grammar.Element) {
	p.unitLast = true
	p.extension = p.extension || r.ps.IDs[e.From] == lexicon.WordExtension
	u := &r.ps.Units[r.first+int(e.Unit)]
	switch u.Kind {
	case mention.AmountUnit:
		if p.money < 0 {
			p.money = u.Index
		}
		p.words = 0
	case mention.StageUnit:
		if p.stage < 0 || r.ps.Stages[p.stage].BeforeSeries() {
			p.stage = u.Index
		}
	}
}

// pluralOfRounds reports words after which a stage is not that of one round.
func pluralOfRounds(w lexicon.ID) bool {
	switch w {
	case lexicon.WordRounds, lexicon.WordDeals, lexicon.WordStartups, lexicon.WordCompanies, lexicon.WordInvestors, lexicon.WordInvestments:
		return true
	}
	return false
}

// weighty are the classes of words that say something of an amount or a round beside them.
const weighty = lexicon.Valuenoun | lexicon.Totalcue | lexicon.Fundnoun | lexicon.Further | lexicon.Crowdnoun | lexicon.Iponoun | lexicon.Secondarynoun | lexicon.Acqnoun

const financingWords = lexicon.Roundnoun | lexicon.Stronground | lexicon.Debtnoun | lexicon.Convertnoun | lexicon.Grantnoun | lexicon.Tokennoun

// prep returns the preposition of a, the first if there are several, or 0 or grammar.Apposed as Arg.Prep does.
func (r *reader) prep(a *grammar.Arg) lexicon.ID {
	if a.Prep == 0 || a.Prep == grammar.Apposed {
		return a.Prep
	}
	return r.FirstID(r.S.Nodes[a.Node].From)
}

// collect reads the arguments of a clause as frame f says; "including" and its like go on with what the part first began.
func (r *reader) collect(f *frame, args []grammar.Arg, first part, out *facts) {
	last := first
	wantValue, wantTotal := false, false
	basis := NoBasis
	for k := range args {
		a := &args[k]
		p := r.prep(a)
		to, object := nothing, false
		switch p {
		case 0:
			to, object = f.object, true
		case grammar.Apposed:
			switch r.FirstID(r.S.Nodes[a.Items[0].NP].From) {
			case lexicon.WordNone, lexicon.WordNeither:
				return // "…, none of it from Foo"
			}
			if to = financing; last == investor || last == lead {
				to = nothing // an apposition of an investor
			}
		default:
			fill := r.ps.rules.prep(f, p)
			to, object = fill.to, fill.object
		}
		if p == lexicon.WordBy && to == investor && !out.passive && (k == 0 || !r.phrase(args[k-1].Items[0].NP).round) {
			to = nothing // "according to a report by Foo"
		}
		if k > 0 && ((p == lexicon.WordOf || p == lexicon.WordFrom || p == lexicon.WordBy) && r.takingPart(&args[k-1]) || p == lexicon.WordOf && last == investor && r.crowdOf(&args[k-1])) {
			to = investor
		}
		if to == same {
			if k == 0 && (f.subject == investor || f.subject == lead) {
				last = f.subject // "existing investors participated, including A"
			}
			to = last
		} else if to != nothing && p != grammar.Apposed && !(p == lexicon.WordOf && last == investor) {
			last = to
		}
		for i := range a.Items {
			it := a.Items[i]
			if i > 0 && (to == investor || to == lead) && r.oneName(a.Items[i-1], it) {
				continue
			}
			ph := &noPhrase
			out.nodes = append(out.nodes, it.NP)
			if !r.nouns[it.NP].tells && r.S.Nodes[it.NP].Class&weighty == 0 { // most
				if p == lexicon.WordFrom && r.sale(it.NP) {
					out.acquired = true
				}
				if p == lexicon.WordFor && f.subject == company && r.S.Elems[r.S.Nodes[it.NP].To-1].Is(lexicon.Fundnoun) {
					out.fund = true // "for Foo Fund"
				}
			} else {
				ph = r.phrase(it.NP)
				if ph.class&lexicon.Valuenoun != 0 {
					wantValue = true
					basis = r.basis(it.NP)
				}
				if ph.class&lexicon.Totalcue != 0 && ph.stage < 0 {
					wantTotal, out.soFar = true, true
				}
				if ph.class&ph.head&lexicon.Fundnoun != 0 && (to == financing || p == lexicon.WordOf) && p != lexicon.WordVia && p != lexicon.WordThrough && ph.class&lexicon.Stronground == 0 {
					out.fund = true
				}
				if p == lexicon.WordFor && f.subject == company && r.S.Elems[r.S.Nodes[it.NP].To-1].Is(lexicon.Fundnoun) {
					out.fund = true // "for Foo Fund"
				}
				if ph.class&lexicon.Further != 0 {
					out.further = true
				}
				if ph.money >= 0 && r.ps.Money[ph.money].Refused == "" {
					switch {
					case wantValue || to == worth && (p == lexicon.WordAt || p == lexicon.WordTo) && r.ps.Money[ph.money].AtLeast(6) && !r.ps.Money[ph.money].PowerOfTen(6):
						if out.value < 0 {
							out.value, out.basis = ph.money, max(basis, r.basis(it.NP))
						}
						wantValue = false
					case to == total || wantTotal && p != 0:
						if out.total < 0 {
							out.total = ph.money
						}
					case ph.class&lexicon.Totalcue != 0:
						out.total = ph.money
					case to == financing || to == company && (object || p == lexicon.WordOf || ph.round):
						if m := r.amount(ph); m >= 0 && out.money < 0 && !r.otherThing(args, k) && (object || p == lexicon.WordOf || p == grammar.Apposed || p == lexicon.WordFor && f.name == "talks" || ph.round || k == 0 || r.roundNext(args, k)) {
							out.money = m
							r.kindOf(ph, out)
						}
					}
				}
				if ph.class&lexicon.Crowdnoun != 0 && out.kind == Equity {
					out.kind = Crowdfunding
				}
				if ph.stage >= 0 && out.stage < 0 && to != investor {
					out.stage = ph.stage
				}
				switch to {
				case financing, company, total:
					if ph.round && ph.money < 0 && ph.stage < 0 && r.definiteNP(it.NP) {
						out.roundBefore = true
					} else if ph.round {
						out.round = true
						out.strong = out.strong || ph.class&lexicon.Stronground != 0
						r.kindOf(ph, out)
					}
					if ph.class&lexicon.Iponoun != 0 {
						out.kind = IPO
					}
					if ph.class&lexicon.Secondarynoun != 0 && ph.class&lexicon.Roundnoun == 0 {
						out.kind = Secondary
					}
				}
				if ph.extension {
					out.extension = true
				}
				if ph.class&lexicon.Acqnoun != 0 && p != lexicon.WordFor && p != lexicon.WordAfter || p == lexicon.WordFrom && r.sale(it.NP) {
					out.acquired = true
				}
			}
			switch to {
			case investor, lead:
				r.takeInvestor(it, to == lead || r.leadMark(it), out)
			case company:
				if ph.head&lexicon.Fundnoun != 0 {
					out.toFund = true
				}
				if nd := &r.S.Nodes[it.NP]; p != lexicon.WordFor || f.subject != investor || f.weak || r.DescribedName(nd.From, nd.To, *r.Company(it.NP)) {
					r.takeCompany(it.NP, out)
				}
			case financing:
				if p == lexicon.WordWith {
					if k > 0 && r.S.Style == grammar.Plain && ph.money < 0 && !ph.round && (f.name == "close" || f.name == "raise" || f.name == "get") && r.phrase(args[k-1].Items[0].NP).round {
						r.takeInvestor(it, false, out) // "closed a seed round with A and B"
						continue
					}
					if verb := r.joining(a); verb != 0 {
						r.takeInvestor(it, leading(verb), out)
					}
				}
				if p == lexicon.WordFor && out.companyNode < 0 && f.subject == company {
					nd := &r.S.Nodes[it.NP]
					if n := *r.Company(it.NP); n.Kind == names.Named && (r.DescribedName(nd.From, nd.To, n) || nd.To-nd.From == 1) {
						out.company, out.companyNode = n, it.NP
					}
				}
			}
		}
	}
}

// definiteNP reports whether the noun phrase k points to something told before: "the funding", "this round".
func (r *reader) definiteNP(k int) bool {
	from := r.S.Nodes[k].From
	if r.S.Elems[from].Cat != grammar.Det {
		return false
	}
	switch r.FirstID(from) {
	case lexicon.WordThe, lexicon.WordThis, lexicon.WordThat, lexicon.WordThese, lexicon.WordIts, lexicon.WordTheir:
		return true
	}
	return false
}

// sale reports whether the noun phrase k is one: "from the sale of its unit".
func (r *reader) sale(k int) bool {
	switch r.FirstID(r.S.Nodes[k].To - 1) {
	case lexicon.WordSale, lexicon.WordSales, lexicon.WordDisposal:
		return true
	}
	return false
}

// roundNext reports whether the argument after k says that the amount in k is one of a round: "with $2m [in seed funding]".
func (r *reader) roundNext(args []grammar.Arg, k int) bool {
	if k+1 >= len(args) {
		return false
	}
	p := r.prep(&args[k+1])
	return (p == lexicon.WordIn || p == lexicon.WordOf) && r.phrase(args[k+1].Items[0].NP).round
}

// otherThing reports whether the argument after k says that the amount in k is of something else: "$5m [in sales]".
func (r *reader) otherThing(args []grammar.Arg, k int) bool {
	if k+1 >= len(args) {
		return false
	}
	switch p := r.prep(&args[k+1]); p {
	case lexicon.WordIn, lexicon.WordOf, lexicon.WordFrom, lexicon.WordWorth:
		ph := r.phrase(args[k+1].Items[0].NP)
		if ph.round {
			return false
		}
		if p == lexicon.WordOf && ph.money < 0 || p == lexicon.WordIn {
			// "$3bn of online purchases", "$34m in pre-orders"
			end := r.S.Nodes[args[k+1].Items[0].NP].To
			last := &r.S.Elems[end-1]
			if w := r.S.Word(end - 1); (lexicon.Known(last.ID) || last.Compound) && names.PluralName(w) && !last.Is(lexicon.Timeunit|lexicon.Place|lexicon.Roundnoun|lexicon.Companynouns|lexicon.Investornoun) && (r.S.Style != grammar.Plain || !last.Cap) {
				return true
			}
		}
		return ph.class&(lexicon.Revenuenoun|lexicon.Fundnoun|lexicon.Acqnoun) != 0
	}
	return false
}

// takingPart reports whether the phrase is "participation", "support" or the like, which names its givers next.
func (r *reader) takingPart(a *grammar.Arg) bool {
	switch r.FirstID(r.S.Nodes[a.Items[0].NP].To - 1) {
	case lexicon.WordParticipation, lexicon.WordSupport, lexicon.WordContributions, lexicon.WordContribution, lexicon.WordInvolvement:
		return true
	}
	return false
}

// crowdOf reports whether the phrase only counts those who follow after "of": "a consortium of", "a group of".
func (r *reader) crowdOf(a *grammar.Arg) bool {
	switch r.FirstID(r.S.Nodes[a.Items[0].NP].To - 1) {
	case lexicon.WordConsortium, lexicon.WordGroup, lexicon.WordClutch, lexicon.WordSyndicate, lexicon.WordNumber, lexicon.WordArray,
		lexicon.WordHost, lexicon.WordList, lexicon.WordPool, lexicon.WordRoster, lexicon.WordHandful:
		return true
	}
	return false
}

// joining returns the verb of taking part that follows the phrase "with A and B", 0 if there is none.
func (r *reader) joining(a *grammar.Arg) uint16 {
	last := a.Items[len(a.Items)-1]
	k := max(last.NP, last.Tail) + 1
	if last.Tail > last.NP && k < len(r.S.Nodes) && r.S.Nodes[k].Kind == grammar.Kind(grammar.Comma) {
		k++ // "with Jane Roe, founder of Foo, participating"
	}
	if k+1 < len(r.S.Nodes) && r.S.Nodes[k].Kind == grammar.Kind(grammar.Prep) && r.S.Nodes[k+1].Kind == grammar.NP {
		if r.FirstID(r.S.Nodes[k+1].To-1) == lexicon.WordLead {
			return lexicon.LemmaLead // "with Foo in the lead"
		}
	}
	if k < len(r.S.Nodes) && r.S.Nodes[k].Kind == grammar.VG && r.S.Nodes[k].VG.Form == grammar.Gerund {
		switch v := r.S.Nodes[k].VG.Verb; v {
		case lexicon.LemmaParticipate, lexicon.LemmaJoin, lexicon.LemmaInvest, lexicon.LemmaContribute, lexicon.LemmaLead, lexicon.LemmaCoLead,
			lexicon.LemmaBack, lexicon.LemmaSupport, lexicon.LemmaFollow, lexicon.LemmaCome:
			return v
		}
	}
	return 0
}

// leading reports whether a verb of giving is one of leading.
func leading(v uint16) bool { return v == lexicon.LemmaLead || v == lexicon.LemmaCoLead }

// basis reads "pre-money" or "post-money" in the noun phrase k.
func (r *reader) basis(k int) Basis {
	for i := r.S.Nodes[k].From; i < r.S.Nodes[k].To; i++ {
		if r.S.Word(i)[0]|0x20 != 'p' {
			continue
		}
		switch w := r.Lower(i); {
		case names.HasPrefix(r.S.Word(i), "pre-money"), w == "premoney", w == "pre money":
			return Pre
		case names.HasPrefix(r.S.Word(i), "post-money"), w == "postmoney", w == "post money", w == "post":
			return Post
		}
	}
	return NoBasis
}

func (r *reader) kindOf(p *phrase, out *facts) {
	switch {
	case out.kind != Equity:
	case p.class&lexicon.Convertnoun != 0:
		out.kind = Convertible
	case p.class&lexicon.Debtnoun != 0 && !r.equityToo():
		out.kind = Debt
	case p.class&lexicon.Grantnoun != 0:
		out.kind = Grant
	case p.class&lexicon.Tokennoun != 0:
		out.kind = Token
	case p.class&lexicon.Crowdnoun != 0:
		out.kind = Crowdfunding
	}
}

// equityToo reports whether the sentence speaks of equity beside debt: "in debt and equity financing".
func (r *reader) equityToo() bool {
	return r.S.Class&lexicon.Debtnoun != 0 && r.equityJoined()
}

// equityJoined reports whether a word for equity stands beside a conjunction.
func (r *reader) equityJoined() bool {
	e := r.S.Elems
	for i := range e {
		switch r.FirstID(i) {
		case lexicon.WordEquity, lexicon.WordCapital, lexicon.WordStock:
			if i > 0 && e[i-1].Cat == grammar.Conj || i+1 < len(e) && e[i+1].Cat == grammar.Conj {
				return true
			}
		}
	}
	return false
}

// leadMark reports whether "(lead)" stands after the item of a list.
func (r *reader) leadMark(it grammar.Item) bool {
	for k := it.NP + 1; k <= it.Tail; k++ {
		if r.S.Nodes[k].Kind == grammar.NP && (strings.EqualFold(r.S.NodeText(k), "lead") || strings.EqualFold(r.S.NodeText(k), "lead investor")) {
			return true
		}
	}
	return false
}

// oneName reports whether two items of a list are one name: "Foo Management and
// Research Co.", or two whose initials stand after them in parentheses.
func (r *reader) oneName(a, b grammar.Item) bool {
	if b.NP != a.NP+2 || r.S.Nodes[a.NP+1].Kind != grammar.Kind(grammar.Conj) || r.S.Style != grammar.Plain {
		return false
	}
	x, y := &r.S.Nodes[a.NP], &r.S.Nodes[b.NP]
	if !r.S.Elems[x.To-1].Cap || !r.S.Elems[y.From].Cap {
		return false
	}
	if b.Tail > b.NP {
		initials := ""
		for i := x.From; i < y.To; i++ {
			if r.S.Elems[i].Cap {
				for _, w := range strings.Fields(r.S.Word(i)) {
					initials += w[:1]
				}
			}
		}
		for k := b.NP + 1; k <= b.Tail; k++ {
			if r.S.Nodes[k].Kind == grammar.NP && r.S.NodeText(k) == initials[max(0, len(initials)-len(r.S.NodeText(k))):] && len(r.S.NodeText(k)) > 2 {
				return true
			}
		}
	}
	return y.To-y.From <= 2 && r.S.Elems[y.From].Is(lexicon.Pairword) && (y.To-y.From == 1 || r.S.Elems[y.To-1].Is(lexicon.Investorword|lexicon.Legal))
}

func (r *reader) takeInvestor(it grammar.Item, lead bool, out *facts) {
	n := r.Investor(it)
	if n.Kind != names.Named {
		return
	}
	if k := it.NP + 2; k < len(r.S.Nodes) && r.S.Nodes[k].Kind == grammar.NP {
		next := grammar.Item{NP: k, Tail: k}
		if k+2 < len(r.S.Nodes) && r.S.Nodes[k+1].Kind == grammar.Kind(grammar.LParen) {
			next.Tail = k + 2
		}
		if r.oneName(it, next) {
			aka := n.Aka
			n = r.Name(r.Named(int(n.From), r.S.Nodes[k].To))
			n.Aka = aka
		}
	}
	out.investors = append(out.investors, backer{n, lead})
}

func (r *reader) takeCompany(k int, out *facts) {
	if out.companyNode >= 0 {
		return
	}
	n := *r.Company(k)
	if n.Kind == names.Unnamed || n.Kind == names.Named && r.S.Style != grammar.Plain && r.AllCommon(n.From, n.To) && strings.HasSuffix(r.S.Word(n.To-1), "s") {
		return
	}
	ph := r.phrase(k)
	if n.Kind == names.Named && !n.Poss && ph.round && r.AllCommon(n.From, n.To) {
		return // "in Funding"
	}
	if n.Kind == names.Named && !n.Poss && (ph.money >= 0 || ph.stage >= 0) && n.To < r.S.Nodes[k].To && !ph.round {
		return
	}
	out.company, out.companyNode = n, k
}

// amount returns the phrase's amount if it can be one that is raised.
func (r *reader) amount(p *phrase) int32 {
	if p.money < 0 {
		return -1
	}
	m := &r.ps.Money[p.money]
	if m.Refused != "" || !m.AtLeast(3) {
		return -1
	}
	if p.class&(lexicon.Valuenoun|lexicon.Revenuenoun|lexicon.Acqnoun|lexicon.Fundnoun) != 0 && p.class&lexicon.Stronground == 0 {
		return -1
	}
	if p.words > 0 && !p.unitLast && p.head&(financingWords|lexicon.Further|lexicon.Iponoun|lexicon.Secondarynoun|lexicon.Crowdnoun|lexicon.Totalcue) == 0 {
		return -1 // "$5M contract"
	}
	return p.money
}
