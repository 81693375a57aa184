package funding

import (
	"strings"

	"example.com/funding/internal/clause"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"github.com/shopspring/decimal"
)

// facts is what the arguments of a clause say.
type facts struct {
	money, stage, value, total int
	basis                      Basis
	kind                       Kind
	investors                  []backer
	company                    name
	companyNode                int
	round                      bool // a word for a financing
	roundBefore                bool // such a word that points back: "the round"
	ownRound                   bool // the passive's subject is a company's round: "Foo's Series A was led by"
	subjectRound               bool // the subject is one, or investors
	toFund                     bool // the money goes to a fund
	strong                     bool // a word that means hardly anything but a financing
	passive                    bool // the clause is in the passive
	subjectMoney               int  // the amount of the subject, "Foo's $5M round"
	earlier                    bool // the subject is investors of no particular round
	fund, acquired             bool
	further, soFar, extension  bool
	nodes                      []int
}

// clear forgets the facts and keeps their memory; what is to last must have been copied.
func (f *facts) clear() {
	*f = facts{money: -1, stage: -1, value: -1, total: -1, companyNode: -1, investors: f.investors[:0], nodes: f.nodes[:0]}
}

// scratch returns the i-th of the facts that readings without a verb collect, cleared.
func (ps *parse) scratch(i int) *facts {
	ps.collected[i].clear()
	return &ps.collected[i]
}

// phrase is what a noun phrase holds.
type phrase struct {
	money, stage int
	class        lexicon.Class // of all its words
	head         lexicon.Class // of its last word
	unitLast     bool          // it ends with the amount or stage
	afterMoney   lexicon.Class // of the words after the amount
	words        int           // after the amount
	possessed    bool
}

// phrase returns what the noun phrase k holds.
func (r *reader) phrase(k int) phrase {
	if r.known[k]&phraseKnown == 0 {
		r.known[k] |= phraseKnown
		r.phrases[k] = r.phraseAt(k)
	}
	return r.phrases[k]
}

func (r *reader) phraseAt(k int) phrase {
	p := phrase{money: -1, stage: -1}
	nd := r.s.Nodes[k]
	for i := nd.From; i < nd.To; i++ {
		e := &r.s.Elems[i]
		if e.Cat == clause.Poss {
			p.possessed = true
			p.class, p.afterMoney = 0, 0
			continue
		}
		if e.Unit >= 0 {
			u := r.ps.units[r.first+int(e.Unit)]
			p.unitLast = true
			switch u.kind {
			case unitMoney:
				if p.money < 0 {
					p.money = int(u.idx)
				}
				p.afterMoney, p.words = 0, 0
			case unitStage:
				if p.stage < 0 || r.ps.stages[p.stage].base < series {
					p.stage = int(u.idx)
				}
				p.afterMoney |= lexicon.Stronground
			}
			p.head = 0
			continue
		}
		if e.Cat > clause.Name {
			p.class |= e.Class & lexicon.Further // "another"
			continue
		}
		p.unitLast = false
		if e.Cap && r.s.Style == clause.Plain && e.Cat == clause.Name && i > 0 && !r.ps.toks[e.From].Has(token.AllUpper) {
			p.head = 0
			if p.money >= 0 {
				p.words++
			}
			continue // what a name is made of says nothing
		}
		p.class |= e.Class
		p.head = e.Class
		if p.money >= 0 {
			p.afterMoney |= e.Class
			p.words++
		}
		switch r.ps.fold(int(e.From)) {
		case "extension":
			p.class |= lexicon.Stronground
		case "rounds", "deals", "startups", "companies", "investors", "investments":
			if !p.possessed {
				p.stage = -1 // "Series C and later rounds"
			}
		}
	}
	return p
}

const financingWords = lexicon.Roundnoun | lexicon.Stronground | lexicon.Debtnoun | lexicon.Convertnoun | lexicon.Grantnoun | lexicon.Tokennoun

// amount returns the phrase's amount if it can be one that is raised.
func (r *reader) amount(p phrase) int {
	if p.money < 0 {
		return -1
	}
	m := &r.ps.money[p.money]
	if m.Refused != "" || !atLeast(m.Value, thousand) {
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

// roundWord reports whether the phrase speaks of a financing.
func roundWord(p phrase) bool {
	return p.stage >= 0 || p.class&financingWords != 0 && p.class&(lexicon.Fundnoun&^lexicon.Roundnoun) == 0 || p.class&lexicon.Stronground != 0
}

func (r *reader) prepWord(a clause.Arg) string {
	if a.Prep == 0 {
		return ""
	}
	if a.Prep == clause.Apposed {
		return ","
	}
	n := r.s.Nodes[a.Node]
	return r.ps.fold(int(r.s.Elems[n.From].From))
}

// collect reads the arguments of a clause as frame f says; "including" and its like go on with what the part first began.
func (r *reader) collect(f *frame, args []clause.Arg, first part, out *facts) {
	last := first
	wantValue, wantTotal := false, false
	basis := NoBasis
	for k, a := range args {
		p := r.prepWord(a)
		to, object := nothing, false
		switch p {
		case "":
			to, object = f.object, true
		case ",":
			if to = financing; last == investor || last == lead {
				to = nothing // an apposition of an investor
			}
		default:
			to, object = r.ps.rules.prep(f, r.ps.ids[r.s.Elems[r.s.Nodes[a.Node].From].From])
		}
		if w := r.ps.fold(int(r.s.Elems[r.s.Nodes[a.Items[0].NP].From].From)); p == "," && (w == "none" || w == "neither") {
			return // "…, none of it from Foo"
		}
		if p == "by" && to == investor && !out.passive && (k == 0 || !roundWord(r.phrase(args[k-1].Items[0].NP))) {
			to = nothing // "according to a report by Foo"
		}
		if k > 0 && ((p == "of" || p == "from" || p == "by") && r.takingPart(args[k-1]) || p == "of" && last == investor && r.crowdOf(args[k-1])) {
			to = investor
		}
		if to == same {
			if k == 0 && (f.subject == investor || f.subject == lead) {
				last = f.subject // "existing investors participated, including A"
			}
			to = last
		} else if to != nothing && p != "," && !(p == "of" && last == investor) {
			last = to
		}
		for i, it := range a.Items {
			if i > 0 && (to == investor || to == lead) && r.oneName(a.Items[i-1], it) {
				continue
			}
			ph := r.phrase(it.NP)
			out.nodes = append(out.nodes, it.NP)
			if ph.class&lexicon.Valuenoun != 0 {
				wantValue = true
				basis = r.basis(it.NP)
			}
			if ph.class&lexicon.Totalcue != 0 && ph.stage < 0 {
				wantTotal, out.soFar = true, true
			}
			if (to == financing || p == "of") && p != "via" && p != "through" && ph.class&lexicon.Fundnoun != 0 && ph.head&lexicon.Fundnoun != 0 && ph.class&lexicon.Stronground == 0 {
				out.fund = true
			}
			if nd := r.s.Nodes[it.NP]; p == "for" && r.s.Elems[nd.To-1].Is(lexicon.Fundnoun) && f.subject == company {
				out.fund = true // "for Foo Fund"
			}
			if ph.class&lexicon.Further != 0 {
				out.further = true
			}
			if ph.money >= 0 && r.ps.money[ph.money].Refused == "" {
				switch {
				case wantValue || to == worth && (p == "at" || p == "to") && atLeast(r.ps.money[ph.money].Value, million) && !r.ps.money[ph.money].Value.Equal(million):
					if out.value < 0 {
						out.value, out.basis = ph.money, max(basis, r.basis(it.NP))
					}
					wantValue = false
				case to == total || wantTotal && p != "":
					if out.total < 0 {
						out.total = ph.money
					}
				case ph.class&lexicon.Totalcue != 0:
					out.total = ph.money
				case to == financing || to == company && (object || p == "of" || roundWord(ph)):
					if m := r.amount(ph); m >= 0 && out.money < 0 && !r.otherThing(args, k) && (object || p == "of" || p == "," || p == "for" && f.name == "talks" || roundWord(ph) || k == 0 || r.roundNext(args, k)) {
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
				if roundWord(ph) && !(ph.money < 0 && ph.stage < 0 && r.definiteNP(it.NP)) {
					out.round = true
					out.strong = out.strong || ph.class&lexicon.Stronground != 0
					r.kindOf(ph, out)
				} else if roundWord(ph) {
					out.roundBefore = true
				}
				if ph.class&lexicon.Iponoun != 0 {
					out.kind = IPO
				}
				if ph.class&lexicon.Secondarynoun != 0 && ph.class&lexicon.Roundnoun == 0 {
					out.kind = Secondary
				}
			}
			if r.extends(it.NP) {
				out.extension = true
			}
			if ph.class&lexicon.Acqnoun != 0 && p != "for" && p != "after" || p == "from" && r.sale(it.NP) {
				out.acquired = true
			}
			switch to {
			case investor, lead:
				r.takeInvestor(it, to == lead || r.leadMark(it), out)
			case company:
				if ph.head&lexicon.Fundnoun != 0 {
					out.toFund = true
				}
				if nd := r.s.Nodes[it.NP]; p != "for" || f.subject != investor || f.weak || r.describedName(nd.From, nd.To, r.company(it.NP)) {
					r.takeCompany(it.NP, out)
				}
			case financing:
				if p == "with" {
					if k > 0 && r.s.Style == clause.Plain && (f.name == "close" || f.name == "raise" || f.name == "get") && ph.money < 0 && !roundWord(ph) && roundWord(r.phrase(args[k-1].Items[0].NP)) {
						r.takeInvestor(it, false, out) // "closed a seed round with A and B"
						continue
					}
					if verb := r.joining(a); verb != "" {
						r.takeInvestor(it, verb == "lead" || verb == "co-lead", out)
					}
				}
				if p == "for" && out.companyNode < 0 && (f.subject == company) {
					if n := r.company(it.NP); n.kind == named && (r.describedName(r.s.Nodes[it.NP].From, r.s.Nodes[it.NP].To, n) || r.s.Nodes[it.NP].To-r.s.Nodes[it.NP].From == 1) {
						out.company, out.companyNode = n, it.NP
					}
				}
			}
		}
	}
}

// definiteNP reports whether the noun phrase k points to something told before: "the funding", "this round".
func (r *reader) definiteNP(k int) bool {
	from := r.s.Nodes[k].From
	if r.s.Elems[from].Cat != clause.Det {
		return false
	}
	switch r.ps.fold(int(r.s.Elems[from].From)) {
	case "the", "this", "that", "these", "its", "their":
		return true
	}
	return false
}

// sale reports whether the noun phrase k is one: "from the sale of its unit".
func (r *reader) sale(k int) bool {
	switch r.ps.fold(int(r.s.Elems[r.s.Nodes[k].To-1].From)) {
	case "sale", "sales", "disposal":
		return true
	}
	return false
}

// roundNext reports whether the argument after k says that the amount in k is one of a round: "with $2m [in seed funding]".
func (r *reader) roundNext(args []clause.Arg, k int) bool {
	if k+1 >= len(args) {
		return false
	}
	p := r.prepWord(args[k+1])
	return (p == "in" || p == "of") && roundWord(r.phrase(args[k+1].Items[0].NP))
}

// otherThing reports whether the argument after k says that the amount in k is of something else: "$5m [in sales]".
func (r *reader) otherThing(args []clause.Arg, k int) bool {
	if k+1 >= len(args) {
		return false
	}
	switch p := r.prepWord(args[k+1]); p {
	case "in", "of", "from", "worth":
		ph := r.phrase(args[k+1].Items[0].NP)
		if roundWord(ph) {
			return false
		}
		if p == "of" && ph.money < 0 || p == "in" {
			// "$3bn of online purchases", "$34m in pre-orders"
			nd := r.s.Nodes[args[k+1].Items[0].NP]
			last := &r.s.Elems[nd.To-1]
			if w := r.s.Word(nd.To - 1); (lexicon.Known(last.ID) || last.Compound) && pluralName(w) && !last.Is(lexicon.Timeunit|lexicon.Place|lexicon.Roundnoun|lexicon.Companynouns|lexicon.Investornoun) && (r.s.Style != clause.Plain || !last.Cap) {
				return true
			}
		}
		return ph.class&(lexicon.Revenuenoun|lexicon.Fundnoun|lexicon.Acqnoun) != 0
	}
	return false
}

// takingPart reports whether the phrase is "participation", "support" or the like, which names its givers next.
func (r *reader) takingPart(a clause.Arg) bool {
	switch r.ps.fold(int(r.s.Elems[r.s.Nodes[a.Items[0].NP].To-1].From)) {
	case "participation", "support", "contributions", "contribution", "involvement":
		return true
	}
	return false
}

// crowdOf reports whether the phrase only counts those who follow after "of": "a consortium of", "a group of".
func (r *reader) crowdOf(a clause.Arg) bool {
	switch r.ps.fold(int(r.s.Elems[r.s.Nodes[a.Items[0].NP].To-1].From)) {
	case "consortium", "group", "clutch", "syndicate", "number", "array", "host", "list", "pool", "roster", "handful":
		return true
	}
	return false
}

// extends reports whether the phrase speaks of an extension of a round.
func (r *reader) extends(k int) bool {
	for i := r.s.Nodes[k].From; i < r.s.Nodes[k].To; i++ {
		if r.ps.fold(int(r.s.Elems[i].From)) == "extension" {
			return true
		}
	}
	return false
}

// joining returns the verb of taking part that follows the phrase "with A and B", "" if there is none.
func (r *reader) joining(a clause.Arg) string {
	last := a.Items[len(a.Items)-1]
	k := max(last.NP, last.Tail) + 1
	if last.Tail > last.NP && k < len(r.s.Nodes) && r.s.Nodes[k].Kind == clause.Kind(clause.Comma) {
		k++ // "with Jane Roe, founder of Foo, participating"
	}
	if k+1 < len(r.s.Nodes) && r.s.Nodes[k].Kind == clause.Kind(clause.Prep) && r.s.Nodes[k+1].Kind == clause.NP {
		if w := r.ps.fold(int(r.s.Elems[r.s.Nodes[k+1].To-1].From)); w == "lead" {
			return "lead" // "with Foo in the lead"
		}
	}
	if k < len(r.s.Nodes) && r.s.Nodes[k].Kind == clause.VG && r.s.Nodes[k].VG.Form == clause.Gerund {
		switch lexicon.VerbName(r.s.Nodes[k].VG.Verb) {
		case "participate", "join", "invest", "contribute", "lead", "co-lead", "back", "support", "follow", "come":
			return lexicon.VerbName(r.s.Nodes[k].VG.Verb)
		}
	}
	return ""
}

// basis reads "pre-money" or "post-money" in the noun phrase k.
func (r *reader) basis(k int) Basis {
	for i := r.s.Nodes[k].From; i < r.s.Nodes[k].To; i++ {
		switch w := r.lower(i); {
		case hasPrefix(r.s.Word(i), "pre-money"), w == "premoney", w == "pre money":
			return Pre
		case hasPrefix(r.s.Word(i), "post-money"), w == "postmoney", w == "post money", w == "post":
			return Post
		}
	}
	return NoBasis
}

var million, thousand = decimal.New(1, 6), decimal.New(1, 3)

// atLeast reports whether v is not less than the power of ten p, without computing anything.
func atLeast(v, p decimal.Decimal) bool {
	return v.NumDigits()+int(v.Exponent()) >= p.NumDigits()+int(p.Exponent()) && v.IsPositive()
}

func (r *reader) kindOf(p phrase, out *facts) {
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
	if r.mixed == unasked {
		r.mixed = no
		debt, equity := false, false
		for i := range r.s.Elems {
			e := &r.s.Elems[i]
			if e.Is(lexicon.Debtnoun) {
				debt = true
			}
			switch r.ps.fold(int(e.From)) {
			case "equity", "capital", "stock":
				if i > 0 && r.s.Elems[i-1].Cat == clause.Conj || i+1 < len(r.s.Elems) && r.s.Elems[i+1].Cat == clause.Conj {
					equity = true
				}
			}
		}
		if debt && equity {
			r.mixed = yes
		}
	}
	return r.mixed == yes
}

// leadMark reports whether "(lead)" stands after the item of a list.
func (r *reader) leadMark(it clause.Item) bool {
	for k := it.NP + 1; k <= it.Tail; k++ {
		if r.s.Nodes[k].Kind == clause.NP && (strings.EqualFold(r.s.NodeText(k), "lead") || strings.EqualFold(r.s.NodeText(k), "lead investor")) {
			return true
		}
	}
	return false
}

// oneName reports whether two items of a list are one name: "Foo Management and
// Research Co.", or two whose initials stand after them in parentheses.
func (r *reader) oneName(a, b clause.Item) bool {
	if b.NP != a.NP+2 || r.s.Nodes[a.NP+1].Kind != clause.Kind(clause.Conj) || r.s.Style != clause.Plain {
		return false
	}
	x, y := r.s.Nodes[a.NP], r.s.Nodes[b.NP]
	if !r.s.Elems[x.To-1].Cap || !r.s.Elems[y.From].Cap {
		return false
	}
	if b.Tail > b.NP {
		initials := ""
		for i := x.From; i < y.To; i++ {
			if r.s.Elems[i].Cap {
				for _, w := range strings.Fields(r.s.Word(i)) {
					initials += w[:1]
				}
			}
		}
		for k := b.NP + 1; k <= b.Tail; k++ {
			if r.s.Nodes[k].Kind == clause.NP && r.s.NodeText(k) == initials[max(0, len(initials)-len(r.s.NodeText(k))):] && len(r.s.NodeText(k)) > 2 {
				return true
			}
		}
	}
	return y.To-y.From <= 2 && r.s.Elems[y.From].Is(lexicon.Pairword) && (y.To-y.From == 1 || r.s.Elems[y.To-1].Is(lexicon.Investorword|lexicon.Legal))
}

func (r *reader) takeInvestor(it clause.Item, lead bool, out *facts) {
	n := r.investor(it)
	if n.kind != named {
		return
	}
	if k := it.NP + 2; k < len(r.s.Nodes) && r.s.Nodes[k].Kind == clause.NP {
		next := clause.Item{NP: k, Tail: k}
		if k+2 < len(r.s.Nodes) && r.s.Nodes[k+1].Kind == clause.Kind(clause.LParen) {
			next.Tail = k + 2
		}
		if r.oneName(it, next) {
			aka := n.aka
			n = r.named(n.from, r.s.Nodes[k].To)
			n.aka = aka
		}
	}
	out.investors = append(out.investors, backer{n, lead})
}

func (r *reader) takeCompany(k int, out *facts) {
	if out.companyNode >= 0 {
		return
	}
	n := r.company(k)
	if n.kind == unnamed || n.kind == named && r.s.Style != clause.Plain && r.allCommon(n.from, n.to) && strings.HasSuffix(n.text, "s") {
		return
	}
	ph := r.phrase(k)
	if n.kind == named && !n.poss && roundWord(ph) && r.allCommon(n.from, n.to) {
		return // "in Funding"
	}
	if n.kind == named && !n.poss && (ph.money >= 0 || ph.stage >= 0) && n.to < r.s.Nodes[k].To && !roundWord(ph) {
		return
	}
	out.company, out.companyNode = n, k
}
