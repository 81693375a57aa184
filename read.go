package funding

import (
	"slices"
	"strings"

	"example.com/funding/internal/clause"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// reader applies the frames to the clauses of one sentence.
type reader struct {
	ps    *parse
	s     *clause.Sentence
	sent  int
	first int            // the sentence's first unit in ps.units
	mine  []*event       // events of this sentence
	owner map[int]*event // event that a node belongs to
	light map[int]uint16 // what the light verb of a clause means
	done  map[int]bool   // clauses that a frame has read
}

// event is what one frame has read: a round in part.
type event struct {
	frame     string
	sent      int
	pos       int // byte offset of the evidence, for order
	company   name
	money     int // index of a mention, -1 if none
	stage     int
	date      int
	value     int
	total     int
	basis     Basis
	kind      Kind
	status    Status
	investors []backer
	weak      bool // adds to a round told elsewhere
	perfect   bool // "has raised": perhaps a total
	marked    bool // a round word, stage, date or lead says that it is an event
	past      bool // told as an earlier one
	extension bool
	definite  bool // "the $5M Series A", not "a"
	spoken    bool // a word for a financing stands there, if nothing else
	mixed     bool // equity and debt in one
	target    *firm
}

type backer struct {
	name name
	lead bool
}

func (r *reader) event(frame string, at int) *event {
	e := &event{frame: frame, sent: r.sent, pos: r.span(r.s.Nodes[at].From, r.s.Nodes[at].To).Start, money: -1, stage: -1, date: -1, value: -1, total: -1}
	return e
}

func (r *reader) add(e *event) {
	r.mine = append(r.mine, e)
	r.ps.events = append(r.ps.events, e)
	if r.ps.parser.Trace {
		r.ps.trace = append(r.ps.trace, Step{Sentence: r.sent, Frame: e.frame, Result: r.describeEvent(e)})
	}
}

// read applies the frames to every clause, then reads what noun phrases tell without a verb.
func (r *reader) read() {
	r.owner, r.done, r.light = map[int]*event{}, map[int]bool{}, map[int]uint16{}
	for i := range r.s.Clauses {
		r.clause(i, false)
	}
	for i := range r.s.Clauses {
		r.clause(i, true)
	}
	r.anyVerb()
	r.didToo()
	r.nominal()
	r.settleDates()
	r.definitions()
	r.complements()
	r.roles()
}

// didToo reads "…, as did existing investors A and B" after a verb of taking part.
func (r *reader) didToo() {
	r.presentParticipants()
	r.listed()
	if len(r.mine) == 0 {
		return
	}
	t := r.mine[len(r.mine)-1]
	if t.frame != "join" && t.frame != "lead" && len(t.investors) == 0 {
		return
	}
	for i := range r.s.Clauses {
		c := &r.s.Clauses[i]
		if c.Verb < 1 || r.done[i] || r.s.Nodes[c.Verb].VG.Verb != 0 || len(c.Args) == 0 || c.Args[0].Prep != 0 {
			continue
		}
		if w := strings.ToLower(r.s.NodeText(c.Verb - 1)); w != "as" && w != "so" {
			continue
		}
		for _, it := range c.Args[0].Items {
			if n := r.investor(it); n.kind == named {
				t.investors = append(t.investors, backer{n, false})
			}
		}
	}
}

// listed reads "Investors: A (lead), B and C".
func (r *reader) listed() {
	if len(r.s.Nodes) < 3 || r.s.Nodes[0].Kind != clause.NP || r.s.Nodes[1].Kind != clause.Kind(clause.Colon) || r.phrase(0).class&lexicon.Investornoun == 0 {
		return
	}
	args := r.s.ArgsAfter(1)
	if len(args) == 0 || args[0].Prep != 0 {
		return
	}
	var x facts
	x.clear()
	r.collect(&frame{object: investor}, args[:1], nothing, &x)
	if len(x.investors) > 0 {
		e := r.event("listed", 0)
		e.investors, e.weak = x.investors, true
		r.add(e)
	}
}

// presentParticipants reads "Participating in the round were A and B": the verb's sense stands first, the investors last.
func (r *reader) presentParticipants() {
	for i := range r.s.Clauses {
		c := &r.s.Clauses[i]
		if c.Verb < 0 || r.s.Nodes[c.Verb].VG.Verb != 0 || len(c.Subj) == 0 || len(c.Args) == 0 || c.Args[0].Prep != 0 {
			continue
		}
		first := &r.s.Elems[r.s.Nodes[c.Subj[0]].From]
		if n := r.s.Nodes[0]; n.Kind == clause.VG && n.VG.Form == clause.Gerund && c.Subj[0] <= 3 {
			first = &r.s.Elems[n.VG.Main] // "Joining them were A and B"
		}
		switch lexicon.VerbName(first.Verb) {
		case "participate", "invest":
		case "join":
			if r.s.Elems[r.s.Nodes[c.Subj[0]].From].Cat != clause.Pron && len(c.Pre) == 0 {
				continue // "Joining Smith is Jones"
			}
		default:
			continue
		}
		e := r.event("join", c.Verb)
		e.weak = true
		for _, it := range c.Args[0].Items {
			if n := r.investor(it); n.kind == named {
				e.investors = append(e.investors, backer{n, false})
			}
		}
		if len(e.investors) > 0 {
			r.done[i] = true
			r.add(e)
		}
	}
}

// complements notes "the third name is Foo": a name that a description of no person is said to be.
func (r *reader) complements() {
	for i := range r.s.Clauses {
		c := &r.s.Clauses[i]
		if c.Verb >= 0 && len(c.Args) > 0 && c.Args[0].Prep == 0 {
			switch lexicon.VerbName(r.s.Nodes[c.Verb].VG.Verb) {
			case "found", "co-found", "cofound": // "Jane Roe founded Foo"
				if n := r.company(c.Args[0].Items[0].NP); n.kind == named && !r.investorName(n) {
					r.ps.defined = append(r.ps.defined, n)
				}
			}
		}
		if c.Verb < 0 || r.s.Nodes[c.Verb].VG.Verb != 0 || len(c.Subj) != 1 || len(c.Args) == 0 || c.Args[0].Prep != 0 || len(c.Args[0].Items) != 1 {
			continue
		}
		s := r.s.Nodes[c.Subj[0]]
		nd := r.s.Nodes[c.Args[0].Items[0].NP]
		if r.s.Elems[s.From].Cat != clause.Det || r.s.Elems[s.To-1].Is(lexicon.Title|lexicon.People|lexicon.Investornoun) {
			continue
		}
		if n := r.company(c.Args[0].Items[0].NP); n.kind == named && n.from == nd.From && n.to == nd.To && !r.investorName(n) {
			r.ps.defined = append(r.ps.defined, n)
		}
	}
}

// definitions notes the companies that the sentence introduces: "the startup Foo", "Foo, a maker of bar,".
func (r *reader) definitions() {
	for k := range r.s.Nodes {
		nd := r.s.Nodes[k]
		if nd.Kind != clause.NP {
			continue
		}
		n := r.company(k)
		if n.kind != named || n.poss || r.investorName(n) {
			continue
		}
		if i := n.from; i > nd.From+0 && r.s.Elems[i-1].Is(lexicon.Title) {
			// "Foo chief executive Jane Roe": the words before the title name a company
			j := i - 1
			for j > nd.From && r.s.Elems[j-1].Is(lexicon.Title) {
				j--
			}
			if m := r.segment(nd.From, j); m.kind == named && m.to == j && !r.investorName(m) {
				r.ps.defined = append(r.ps.defined, m)
			}
			continue
		}
		company := false
		for i := nd.From; i < n.from; i++ {
			if r.s.Elems[i].Is(lexicon.Companynoun) && !r.s.Elems[i].Is(lexicon.Title|lexicon.Investornoun) {
				company = true
			}
		}
		if !company && n.to == nd.To && k+2 < len(r.s.Nodes) && r.s.Nodes[k+1].Kind == clause.Kind(clause.Comma) && r.s.Nodes[k+2].Kind == clause.NP {
			d := r.s.Nodes[k+2]
			company = !(k+3 < len(r.s.Nodes) && r.s.Nodes[k+3].Kind == clause.VG && r.s.Nodes[k+3].VG.Form == clause.Finite) && r.s.Elems[d.From].Is(lexicon.Det) && r.s.Elems[d.To-1].Is(lexicon.Companynoun) && !r.s.Elems[d.To-1].Is(lexicon.Title|lexicon.Investornoun)
		}
		if company {
			r.ps.defined = append(r.ps.defined, n)
		}
	}
}

// anyVerb reads headlines whose verb is in no row but whose object is plainly a round: "Foo soaks up $3M in seed funding".
func (r *reader) anyVerb() {
	if !r.headline() || len(r.mine) > 0 {
		return
	}
	for i := range r.s.Clauses {
		c := &r.s.Clauses[i]
		if c.Verb < 0 || r.done[i] || r.s.Nodes[c.Verb].VG.Verb == 0 || r.s.Nodes[c.Verb].VG.Form != clause.Finite || r.s.Nodes[c.Verb].VG.Passive {
			continue
		}
		if v := r.s.Nodes[c.Verb].VG.Verb; dealVerb(v) || len(frameIndex[v]) > 0 {
			continue
		}
		for k, a := range c.Args {
			switch r.prepWord(a) {
			case "", "up", "in", "down", "on":
			default:
				continue
			}
			ph := r.phrase(a.Items[0].NP)
			if ph.money >= 0 && (ph.stage >= 0 || ph.class&lexicon.Stronground != 0 || r.inRound(a.Items[0].NP)) && k <= 1 {
				if r.apply(i, &anyFrame) {
					r.done[i] = true
					return
				}
			}
		}
	}
}

// anyFrame reads what anyVerb has found.
var anyFrame = frame{name: "any", subject: company, object: financing, all: needMoney | needRound, preps: "in=object on=object up=object down=object"}

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
	fund, acquired, revenue    bool
	further, soFar, extension  bool
	nodes                      []int
}

func (f *facts) clear() { *f = facts{money: -1, stage: -1, value: -1, total: -1, companyNode: -1} }

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

func (r *reader) phrase(k int) phrase {
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
	if m.Refused != "" || m.Value.LessThan(thousand) {
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
			to, object = f.prep(p)
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
				case wantValue || to == worth && (p == "at" || p == "to") && r.ps.money[ph.money].Value.GreaterThan(million):
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
			if ph.class&lexicon.Acqnoun != 0 && p != "for" && p != "after" {
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
			if w := strings.ToLower(r.s.Word(nd.To - 1)); (last.ID != 0 || last.Compound) && pluralName(w) && !last.Is(lexicon.Timeunit|lexicon.Place|lexicon.Roundnoun|lexicon.Companynouns|lexicon.Investornoun) && (r.s.Style != clause.Plain || !last.Cap) {
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
		switch w := strings.ToLower(r.s.Word(i)); {
		case strings.HasPrefix(w, "pre-money"), w == "premoney", w == "pre money":
			return Pre
		case strings.HasPrefix(w, "post-money"), w == "postmoney", w == "post money", w == "post":
			return Post
		}
	}
	return NoBasis
}

var million, thousand = newDecimal(1, 6), newDecimal(1, 3)

func (r *reader) kindOf(p phrase, out *facts) {
	switch {
	case out.kind != Equity:
	case p.class&lexicon.Convertnoun != 0:
		out.kind = Convertible
	case p.class&lexicon.Debtnoun != 0 && !r.equityToo(p):
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
func (r *reader) equityToo(p phrase) bool {
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
	return debt && equity
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
	if n.kind == named && !n.poss && (ph.money >= 0 || ph.stage >= 0) && n.to < r.s.Nodes[k].To && !roundWord(ph) {
		return
	}
	out.company, out.companyNode = n, k
}

// clause applies the rows of the clause's verb, those that add to other events
// in a second pass; the first that fits makes the event.
func (r *reader) clause(ci int, weak bool) {
	c := &r.s.Clauses[ci]
	if c.Verb < 0 {
		if !weak {
			r.talks(ci)
		}
		return
	}
	g := r.s.Nodes[c.Verb].VG
	if g.Verb == 0 && !weak {
		r.talks(ci)
		return
	}
	if r.done[ci] {
		return
	}
	lemma := g.Verb
	if as, ok := r.light[ci]; ok {
		lemma = as
	} else if as := r.lightVerb(c); as != 0 {
		r.light[ci], lemma = as, as
	}
	for _, fi := range frameIndex[lemma] {
		if f := &frames[fi]; f.weak == weak && r.apply(ci, f) {
			r.done[ci] = true
			return
		}
	}
}

// lightVerb returns the verb that the clause's verb means together with its first word, 0 if it means itself; that word is then no argument any more.
func (r *reader) lightVerb(c *clause.Clause) uint16 {
	name := lexicon.VerbName(r.s.Nodes[c.Verb].VG.Verb)
	for _, l := range lightVerbs {
		if l.verb != name {
			continue
		}
		next := r.s.Nodes[c.Verb].To
		if next < len(r.s.Elems) && r.ps.fold(int(r.s.Elems[next].From)) == l.word && (len(c.Args) == 0 || c.Args[0].Prep != 0 || r.s.Nodes[c.Args[0].Items[0].NP].From != next) {
			return lexicon.Verb(l.as)
		}
		if len(c.Args) > 0 && c.Args[0].Prep == 0 {
			nd := r.s.Nodes[c.Args[0].Items[0].NP]
			if r.ps.fold(int(r.s.Elems[nd.To-1].To)-1) == l.word && nd.To-nd.From <= 2 {
				c.Args = c.Args[1:]
				return lexicon.Verb(l.as)
			}
		}
	}
	return 0
}

// apply tries frame f on clause ci.
func (r *reader) apply(ci int, f *frame) bool {
	c := &r.s.Clauses[ci]
	g := r.s.Nodes[c.Verb].VG
	if g.Neg {
		return r.never(ci)
	}
	if g.Passive && f.active {
		return false
	}
	if f.main && (c.Rel || g.Form != clause.Finite && !(g.Form == clause.Infinitive && r.headline() && c.Parent >= 0 && r.s.Elems[r.s.Nodes[r.s.Clauses[c.Parent].Verb].VG.Main].Is(lexicon.Say))) {
		return false
	}
	if f.particle != "" && (len(c.Args) == 0 || r.prepWord(c.Args[0]) != f.particle) {
		return false
	}
	var x facts
	x.clear()
	before := f.subject
	if g.Passive {
		before = nothing
	}
	preFrame := f
	if f.subject == financing {
		preFrame = nominalFrame
	}
	r.collect(preFrame, c.Pre, before, &x)
	pre := x
	x.clear()
	x.passive = g.Passive
	r.collect(f, c.Args, f.object, &x)
	x.nodes = append(x.nodes, pre.nodes...)

	subject, object := c.Subj, true
	if g.Passive && !f.recipient {
		// the grammatical subject is the frame's object; its subject stands after "by"
		object = false
		for _, k := range c.Subj {
			ph := r.phrase(k)
			x.nodes = append(x.nodes, k)
			switch f.object {
			case financing:
				if m := r.amount(ph); m >= 0 && x.money < 0 {
					x.money = m
				}
				if ph.stage >= 0 && x.stage < 0 {
					x.stage = ph.stage
				}
				if roundWord(ph) {
					x.round = true
					r.kindOf(ph, &x)
				}
				if n := r.company(k); n.kind != unnamed && n.poss && x.companyNode < 0 {
					x.company, x.companyNode = n, k
					x.ownRound = true
				}
			case company:
				r.takeCompany(k, &x)
			}
		}
		if pre.money >= 0 && x.money < 0 {
			x.money = pre.money
		}
		if n := len(c.Subj); n > 0 && x.money < 0 {
			// "Foo's Series A ($11M) was led by"
			if k := c.Subj[n-1] + 1; k+1 < len(r.s.Nodes) && r.s.Nodes[k].Kind == clause.Kind(clause.LParen) && r.s.Nodes[k+1].Kind == clause.NP {
				x.money = r.amount(r.phrase(k + 1))
			}
		}
		if e := pre.company; e.kind != unnamed && x.companyNode < 0 {
			x.company, x.companyNode = e, pre.companyNode
		}
		if pre.stage >= 0 && x.stage < 0 {
			x.stage = pre.stage
		}
		subject = nil
		if f.subject == company {
			for _, b := range x.investors {
				x.company, x.companyNode = b.name, c.Verb
			}
			x.investors = nil
			if x.companyNode < 0 && !r.weakPassive(f) {
				return false
			}
		}
	}
	_ = object
	e := r.event(f.name, c.Verb)
	subjectMoney := -1
	// the subject
	if subject != nil {
		switch f.subject {
		case company:
			n := r.subjectCompany(subject, c.Verb)
			if n.kind == unnamed && x.companyNode >= 0 {
				n = x.company
			}
			if n.kind == unnamed && len(subject) == 1 && roundWord(r.phrase(subject[0])) {
				n = name{kind: anaphor, from: r.s.Nodes[subject[0]].From, to: r.s.Nodes[subject[0]].To} // "the round comes months after raising ..."
			}
			e.company = n
			r.invert(f, e, &x, c)
		case investor, lead:
			for _, k := range subject {
				it := clause.Item{NP: k, Tail: k}
				if n := r.investor(it); n.kind == named {
					x.investors = append(x.investors, backer{n, f.subject == lead})
				}
			}
			x.investors = append(x.investors, pre.investors...)
			if len(x.investors) == 0 && c.Rel && c.Parent >= 0 {
				// "A and B are among the investors who will put $5M into Foo"
				if p := &r.s.Clauses[c.Parent]; p.Verb >= 0 && r.s.Nodes[p.Verb].VG.Verb == 0 && r.phrase(subject[0]).class&lexicon.Investornoun != 0 {
					for _, k := range p.Subj {
						if n := r.investor(clause.Item{NP: k, Tail: k}); n.kind == named {
							x.investors = append(x.investors, backer{n, f.subject == lead})
						}
					}
				}
			}
		case financing:
			for _, k := range subject {
				ph := r.phrase(k)
				x.nodes = append(x.nodes, k)
				if m := r.amount(ph); m >= 0 && x.money < 0 && (roundWord(ph) || !f.weak) {
					x.money = m
				}
				if ph.stage >= 0 && x.stage < 0 {
					x.stage = ph.stage
				}
				if n := r.company(k); n.poss && e.company.kind == unnamed {
					e.company = n
				}
				if (ph.class&lexicon.Investornoun != 0 || ph.words == 0 && ph.class == 0 || r.s.Nodes[k].To == r.s.Nodes[k].From+1) && !(r.participants(k) && ph.class&lexicon.Investornoun != 0) && !roundWord(ph) {
					x.earlier = true
				}
				if roundWord(ph) || ph.class&lexicon.Investornoun != 0 || ph.money >= 0 || r.participants(k) {
					x.subjectRound = true
				}
			}
			if pre.stage >= 0 && x.stage < 0 {
				x.stage = pre.stage
			}
			x.roundBefore = x.roundBefore || pre.roundBefore || pre.round
			if e.company.kind == unnamed && pre.companyNode >= 0 {
				e.company = pre.company
			}
			if x.money < 0 && len(subject) == 1 && roundWord(r.phrase(subject[0])) {
				x.money = pre.money
			}
			subjectMoney = x.money
		}
	} else if x.companyNode >= 0 && f.subject != lead {
		e.company = x.company
	}
	if x.ownRound || f.subject != company && x.companyNode >= 0 && !(g.Passive && f.subject == lead) {
		e.company = x.company
	}
	if x.round && x.money < 0 && x.stage < 0 && !x.strong && !r.saysInvestment(c) && !f.weak && !g.Passive {
		x.round = false // "signs deal", "gets an extension": without figures they say nothing
	}
	// what the row asks for
	have := need(0)
	if x.money >= 0 {
		have |= needMoney
	}
	if x.round || x.stage >= 0 || x.further && x.money >= 0 || x.roundBefore && (f.weak || x.money >= 0) {
		have |= needRound
	}
	if e.company.kind != unnamed {
		have |= needCompany
	}
	if len(x.investors) > 0 {
		have |= needInvestor
		if x.value >= 0 {
			have |= needValue
		}
	}
	if f.subject == investor && !f.weak && x.money >= 0 && have&needCompany == 0 && len(r.mine) > 0 {
		if t := r.mine[len(r.mine)-1]; t.money < 0 { // "Foo bought into Bar when backers supplied $5M"
			t.money = x.money
			t.investors = append(t.investors, x.investors...)
			return true
		}
	}
	if x.total >= 0 && x.money < 0 && x.stage < 0 && !f.weak || f.any != 0 && have&f.any == 0 || have&f.all != f.all {
		return r.totalOnly(f, e, &x, g)
	}
	if f.extends {
		return r.extension(e, &x, c)
	}
	if f.name == "get" && x.money >= 0 && have&(needRound|needInvestor) == 0 && !r.headline() && !r.participleAfter(c) && !slang(g.Verb) {
		return false // "brought in over $5m"
	}
	if f.subject == investor && !f.weak && f.particle == "" && have&(needMoney|needRound) == 0 && !x.roundBefore && !r.headline() {
		return false // "continues to invest in its platform"
	}
	if x.soFar && x.total < 0 && x.money >= 0 && x.stage < 0 && f.subject == company && !f.weak || g.Perfect && f.name == "raise" && x.stage < 0 && r.cumulative(c) {
		x.total, x.money = x.money, -1
		return x.total >= 0 && r.totalOnly(f, e, &x, g)
	}
	if f.name == "close" && len(c.Args) > 0 && c.Args[0].Prep == 0 {
		if ph := r.phrase(c.Args[0].Items[0].NP); ph.money < 0 && !roundWord(ph) {
			return false // "closed the year with $5m"
		}
	}
	if f.name == "go" && r.phrase(c.Subj[0]).class&(lexicon.Revenuenoun|lexicon.Acqnoun|lexicon.Fundnoun) != 0 {
		return false // "the prize of $5,000 went to"
	}
	if f.subject == company && x.stage < 0 && !x.strong && len(x.investors) == 0 && e.company.kind == named && r.fundName(e.company) {
		return false // "Foo Ventures raises $15 million"
	}
	if f.subject == investor && x.toFund {
		return false // "commits $1 billion to a new fund"
	}
	if f.name == "seek" && have&needRound == 0 && !r.headline() {
		return false // "wants $5m for its lawyers"
	}
	if f.name == "announce" && x.money < 0 && x.stage < 0 && !x.strong {
		return false // "announced a deal"
	}
	if x.fund && (f.subject == company || f.subject == lead) || g.Form == clause.Participle && f.subject == company && x.money < 0 && x.stage < 0 {
		return false
	}
	if f.subject == company && x.acquired && x.stage < 0 {
		return false
	}
	e.money, e.stage, e.value, e.basis, e.total = x.money, x.stage, x.value, x.basis, x.total
	e.kind, e.investors = max(x.kind, f.kind), x.investors
	e.spoken = x.round && (x.strong || r.saysInvestment(c))
	e.status = max(f.status, r.status(ci))
	e.perfect = g.Perfect
	e.past = r.before(c)
	e.extension = x.extension
	e.mixed = x.kind == Equity && r.equityToo(phrase{})
	e.marked = x.stage >= 0 || r.speaksOfRound(c) || leads(x.investors)
	if f.weak {
		x.subjectMoney = subjectMoney
		return r.weak(f, e, &x, c)
	}
	if e.company.kind == unnamed && f.subject == company {
		if !g.Passive || e.money >= 0 && x.stage < 0 && !x.round || g.Form == clause.Participle {
			return false
		}
		e.weak = true
	}
	r.own(e, x.nodes)
	if len(c.Subj) > 0 && !roundWord(r.phrase(c.Subj[0])) {
		r.own(e, c.Subj)
	}
	r.add(e)
	return true
}

// before reports whether the clause tells of an earlier event: "after raising", "previously raised", "last raised", "had raised".
func (r *reader) before(c *clause.Clause) bool {
	nd := r.s.Nodes[c.Verb]
	if nd.VG.Form == clause.Gerund {
		switch r.prepBefore(c.Verb) {
		case "after", "since", "following":
			return true
		}
	}
	from := nd.From
	for i := max(0, from-2); i < nd.To; i++ {
		switch r.ps.fold(int(r.s.Elems[i].From)) {
		case "previously", "last", "originally", "had", "initially", "earlier":
			if r.s.Elems[i].Cat != clause.When {
				return true
			}
		}
	}
	return false
}

// fundName reports whether the name ends as those of investment firms do.
func (r *reader) fundName(n name) bool {
	switch strings.ToLower(r.s.Word(n.to - 1)) {
	case "ventures", "partners", "vc", "fund", "angels", "venture partners":
		return true
	case "capital": // also the name of many a lender: a headline alone does not tell
		return len(r.ps.sents) == 1
	}
	return false
}

// headline reports whether the sentence stands without a full stop, as headlines do, or opens the text.
func (r *reader) headline() bool {
	last := &r.s.Elems[len(r.s.Elems)-1]
	return r.sent == 0 || last.Cat != clause.Stop && last.Cat != clause.Quote
}

// slang reports verbs that, of money, mean hardly anything but funding.
func slang(v uint16) bool {
	switch lexicon.VerbName(v) {
	case "bag", "haul", "land", "nab", "pick", "snag", "secure", "raise":
		return true
	}
	return false
}

// participleAfter reports whether "led by", "backed by" or the like follows the clause.
func (r *reader) participleAfter(c *clause.Clause) bool {
	for i := range r.s.Clauses {
		d := &r.s.Clauses[i]
		if d.Verb > c.Verb && d.Rel && r.s.Nodes[d.Verb].VG.Form == clause.Participle {
			switch lexicon.VerbName(r.s.Nodes[d.Verb].VG.Verb) {
			case "lead", "co-lead", "back", "support", "fund":
				return true
			}
		}
	}
	return false
}

// cumulative reports whether the sentence counts all that was raised: "to date", "so far", "since it was founded".
func (r *reader) cumulative(c *clause.Clause) bool {
	for i := range r.s.Elems {
		e := &r.s.Elems[i]
		if e.Unit >= 0 {
			continue
		}
		if e.Is(lexicon.Totalcue) {
			return true
		}
		if i > 0 && (r.s.Elems[i-1].Is(lexicon.Number) || r.s.Elems[i-1].Is(lexicon.Vague)) && r.ps.fold(int(e.From)) == "rounds" {
			return true // "$34 million in two rounds"
		}
		if i > r.s.Nodes[c.Verb].From && r.ps.fold(int(e.From)) == "since" {
			return true
		}
	}
	return false
}

// speaksOfRound reports whether an argument of the clause is a round by name, not just money "in funding".
func (r *reader) speaksOfRound(c *clause.Clause) bool {
	for _, a := range c.Args {
		for _, it := range a.Items {
			for i := r.s.Nodes[it.NP].From; i < r.s.Nodes[it.NP].To; i++ {
				switch r.ps.fold(int(r.s.Elems[i].To) - 1) {
				case "round", "financing", "raise", "tranche", "note", "notes":
					return true
				}
			}
		}
	}
	return false
}

// saysInvestment reports whether an argument is "an investment" or "an undisclosed amount": an event even without figures.
func (r *reader) saysInvestment(c *clause.Clause) bool {
	for _, a := range c.Args {
		for _, it := range a.Items {
			for i := r.s.Nodes[it.NP].From; i < r.s.Nodes[it.NP].To; i++ {
				switch strings.ToLower(r.s.Word(i)) {
				case "backing", "investment", "equity investment", "undisclosed amount", "undisclosed sum":
					return true
				}
			}
		}
	}
	return false
}

func leads(list []backer) bool {
	for _, b := range list {
		if b.lead {
			return true
		}
	}
	return false
}

// participants reports whether the noun phrase k means those who take part: "others", "participants".
func (r *reader) participants(k int) bool {
	switch r.ps.fold(int(r.s.Elems[r.s.Nodes[k].From].From)) {
	case "others", "participants", "backers":
		return true
	case "other":
		return r.phrase(k).class&lexicon.Investornoun != 0
	}
	return false
}

// invert reads "Foo eyes a $5M investment in Bar": the subject gives, and the company stands after "in".
func (r *reader) invert(f *frame, e *event, x *facts, c *clause.Clause) {
	for k := 0; k+1 < len(c.Args); k++ {
		ph := r.phrase(c.Args[k].Items[0].NP)
		if ph.head&lexicon.Roundnoun == 0 || ph.stage >= 0 {
			continue
		}
		p := r.prepWord(c.Args[k+1])
		if p != "in" && p != "into" {
			continue
		}
		it := c.Args[k+1].Items[0].NP
		n := r.company(it)
		q := r.phrase(it)
		if n.kind != named || n.poss && !roundWord(q) || roundWord(q) && !n.poss || r.placeOnly(n) {
			continue
		}
		if e.company.kind == named {
			x.investors = append(x.investors, backer{e.company, false})
		}
		e.company = n
		return
	}
}

// peopleIn reports whether the agent of the clause is one of the company's own people.
func (r *reader) peopleIn(c *clause.Clause) bool {
	for _, a := range c.Args {
		nd := r.s.Nodes[a.Items[0].NP]
		for i := nd.From; i < nd.To; i++ {
			if r.s.Elems[i].Is(lexicon.People) {
				return true
			}
		}
	}
	return false
}

// prevLead reports whether the clause before c is "led by", whose agent c explains: "funds advised by Foo".
func (r *reader) prevLead(c *clause.Clause) bool {
	for i := range r.s.Clauses {
		if d := &r.s.Clauses[i]; d.Verb >= 0 && d.Verb < c.Verb && c.Verb-d.Verb < 8 && lexicon.VerbName(r.s.Nodes[d.Verb].VG.Verb) == "lead" {
			return true
		}
	}
	return false
}

// alone reports whether a verb of giving speaks of a round without naming it: "Foo also participated", "they were joined by Bar", "Foo led".
func (r *reader) alone(f *frame, c *clause.Clause) bool {
	g := r.s.Nodes[c.Verb].VG
	switch f.name {
	case "join":
		return g.Passive || lexicon.VerbName(g.Verb) == "participate" || r.lightVerbed(c) || lexicon.VerbName(g.Verb) == "invest" && len(c.Args) == 0
	case "lead":
		return !g.Passive && g.Form == clause.Finite && len(c.Args) == 0 && r.sent > 0
	}
	return false
}

func (r *reader) lightVerbed(c *clause.Clause) bool {
	name := lexicon.VerbName(r.s.Nodes[c.Verb].VG.Verb)
	for _, l := range lightVerbs {
		if l.verb == name && l.as == "participate" {
			return true
		}
	}
	return false
}

// never reads "the round never closed": the event it speaks of came to nothing.
func (r *reader) never(ci int) bool {
	c := &r.s.Clauses[ci]
	switch lexicon.VerbName(r.s.Nodes[c.Verb].VG.Verb) {
	case "close", "happen", "materialize", "materialise", "complete", "finalize":
	default:
		return false
	}
	if len(c.Subj) != 1 || !roundWord(r.phrase(c.Subj[0])) || r.done[ci] {
		return false
	}
	ph := r.phrase(c.Subj[0])
	e := r.event("never", c.Verb)
	e.money, e.stage, e.status, e.weak = r.amount(ph), ph.stage, Failed, true
	e.company = r.company(c.Subj[0])
	if e.company.kind == unnamed {
		var x facts
		x.clear()
		r.collect(nominalFrame, c.Pre, nothing, &x)
		e.company = x.company
	}
	e.weak = e.company.kind == unnamed || e.money < 0 && e.stage < 0
	r.own(e, c.Subj)
	r.add(e)
	return true
}

// extension makes the events of "extends its $20M Series A with another $17M": the round before, and what came on top.
func (r *reader) extension(e *event, x *facts, c *clause.Clause) bool {
	if e.company.kind == unnamed || len(c.Args) == 0 || c.Args[0].Prep != 0 && r.prepWord(c.Args[0]) != "up" {
		return false
	}
	ph := r.phrase(c.Args[0].Items[0].NP)
	if ph.stage < 0 && !roundWord(ph) || x.money < 0 || x.money == ph.money {
		return false
	}
	e.money, e.stage, e.investors, e.extension, e.marked = x.money, ph.stage, x.investors, true, true
	r.own(e, x.nodes)
	r.own(e, c.Subj)
	r.add(e)
	if m := r.amount(ph); m >= 0 {
		b := *e
		b.money, b.extension, b.investors, b.past = m, false, nil, true
		b.pos++
		r.add(&b)
	}
	return true
}

// weakPassive reports whether f in the passive, without its subject, still tells something: "the round was closed in May".
func (r *reader) weakPassive(f *frame) bool {
	return f.name == "raise" || f.name == "close" || f.name == "announce"
}

// totalOnly makes an event of a clause that says only how much a company has raised so far.
func (r *reader) totalOnly(f *frame, e *event, x *facts, g clause.Group) bool {
	if x.total < 0 || f.name != "raise" {
		return false
	}
	e.total, e.weak = x.total, true
	e.frame = f.name + "/total"
	r.add(e)
	return true
}

// weak settles an event that adds to another one.
func (r *reader) weak(f *frame, e *event, x *facts, c *clause.Clause) bool {
	g := r.s.Nodes[c.Verb].VG
	switch f.name {
	case "bring":
		if len(c.Args) > 0 && c.Args[0].Prep == 0 && x.total >= 0 {
			if ph := r.phrase(c.Args[0].Items[0].NP); ph.stage >= 0 && ph.class&lexicon.Totalcue == 0 {
				e.money, e.total, e.stage = x.total, -1, ph.stage // "bring its Series B to $59M"
				e.company = r.company(c.Args[0].Items[0].NP)
				e.weak = e.company.kind == unnamed
				r.add(e)
				return true
			}
		}
		if !x.soFar && !r.cumulative(c) {
			x.total, e.total = -1, -1
		}
		if x.total < 0 && x.value < 0 {
			return false
		}
		if e.money = x.subjectMoney; e.money >= 0 && e.company.kind == unnamed && len(c.Args) > 0 && c.Args[0].Prep == 0 {
			if n := r.company(c.Args[0].Items[0].NP); n.poss {
				e.company = n // "the Series B of $33M takes Foo's total to"
			}
		}
	case "advised":
		if t := r.link(x, c); !c.Rel || t == nil || leads(t.investors) || !r.prevLead(c) {
			return false
		}
	case "stand":
		if len(c.Subj) != 1 || r.phrase(c.Subj[0]).class&lexicon.Totalcue == 0 || x.total < 0 {
			return false
		}
		e.money, e.stage = -1, -1
	case "fall through":
		if !x.subjectRound {
			return false
		}
	case "value":
		if x.value < 0 || g.Passive && e.company.kind == unnamed && len(c.Subj) > 0 && !roundWord(r.phrase(c.Subj[0])) {
			return false
		}
	case "include", "come", "see":
		if !x.subjectRound || len(x.investors) == 0 {
			return false
		}
		if f.name != "include" {
			if e.money = x.subjectMoney; f.name == "come" {
				e.stage = r.phrase(c.Subj[0]).stage
				if r.ps.fold(int(r.s.Elems[r.s.Nodes[c.Subj[0]].To-1].From)) == "portion" {
					e.money = -1 // a part of the round's amount
				}
			}
		} else if g.Future || x.earlier && !x.roundBefore && x.stage < 0 && !c.Rel {
			return false // "previous investors include"
		}
	case "make":
		if e.company.kind == unnamed && !x.roundBefore && !g.Passive || len(x.investors) == 0 {
			return false
		}
		if !g.Passive && (len(c.Args) == 0 || c.Args[0].Prep != 0 || !roundWord(r.phrase(c.Args[0].Items[0].NP))) {
			return false
		}
	case "lead", "backed", "join":
		if len(x.investors) == 0 || lexicon.VerbName(g.Verb) == "invest" && x.money >= 0 && !x.round && !x.roundBefore {
			return false
		}
		if !x.round && !x.roundBefore && x.money < 0 && x.stage < 0 && r.link(x, c) == nil && !r.alone(f, c) {
			return false
		}
		if f.name == "join" && len(c.Args) > 0 && c.Args[0].Prep == 0 && !x.round && !x.roundBefore && x.money < 0 && x.stage < 0 {
			return false // "joins the board"
		}
		if f.name == "lead" && c.Shared && g.Form == clause.Participle && r.peopleIn(c) {
			return false // "Led by its founder, Foo raised"
		}
		if f.name == "backed" && c.Ante >= 0 && r.owner[c.Ante] == nil && !x.round {
			return false // "a platform backed by Foo"
		}
	}
	if k := len(c.Subj); k > 0 && c.Ante < 0 && c.Subj[0] > 1 && r.s.Nodes[c.Subj[0]-1].Kind == clause.Kind(clause.Rel) {
		// "the Series B, which Foo led": what stands before "which"
		for i := c.Subj[0] - 2; i >= 0 && i > c.Subj[0]-5; i-- {
			if r.s.Nodes[i].Kind == clause.NP {
				c.Ante = i
				break
			}
		}
	}
	// in the sentence of another event it belongs to that one
	if t := r.link(x, c); t != nil && r.agrees(t, e) {
		r.absorb(t, e)
		r.own(t, x.nodes)
		if r.ps.parser.Trace {
			r.ps.trace = append(r.ps.trace, Step{Sentence: r.sent, Frame: e.frame, Result: "added to " + t.frame + ": " + r.describeEvent(e)})
		}
		return true
	}
	e.weak = !(e.company.kind != unnamed && (e.money >= 0 || e.stage >= 0)) || f.name == "include" || f.name == "bring"
	r.own(e, x.nodes)
	r.own(e, c.Subj)
	r.add(e)
	return true
}

// link finds the event of this sentence that a clause belongs to: the one that owns what it modifies, else the last one.
func (r *reader) link(x *facts, c *clause.Clause) *event {
	if c.Ante >= 0 {
		if e := r.owner[c.Ante]; e != nil {
			return e
		}
	}
	for _, k := range x.nodes {
		if e := r.owner[k]; e != nil {
			return e
		}
	}
	if len(r.mine) == 0 {
		return nil
	}
	if c.Ante < 0 && r.s.Nodes[c.Verb].VG.Form == clause.Finite && len(c.Subj) > 0 && r.mine[len(r.mine)-1].past && r.definiteNP(c.Subj[0]) {
		return nil // "the round, which comes after raising $5M, was led by"
	}
	at := r.span(r.s.Nodes[c.Verb].From, r.s.Nodes[c.Verb].To).Start
	best := r.mine[0]
	for _, e := range r.mine {
		if e.pos <= at && e.pos >= best.pos {
			best = e
		}
	}
	return best
}

// agrees reports whether e can be told of the same round as t.
func (r *reader) agrees(t, e *event) bool {
	if e.money >= 0 && t.money >= 0 && e.money != t.money && !r.ps.money[e.money].same(r.ps.money[t.money].Money) {
		return false
	}
	if e.stage >= 0 && t.stage >= 0 && !r.ps.stages[e.stage].same(r.ps.stages[t.stage]) {
		return false
	}
	return e.company.kind != named || t.company.kind != named || sameName(e.company.text, t.company.text)
}

func (r *reader) own(e *event, nodes []int) {
	for _, k := range nodes {
		if r.owner[k] == nil {
			r.owner[k] = e
		}
	}
}

// absorb fills what is missing in t from e.
func (r *reader) absorb(t, e *event) {
	if t.money < 0 {
		t.money = e.money
	}
	if t.stage < 0 {
		t.stage = e.stage
	}
	if t.value < 0 {
		t.value, t.basis = e.value, e.basis
	}
	if t.total < 0 {
		t.total = e.total
	}
	if t.kind == Equity {
		t.kind = e.kind
	}
	if t.company.kind == unnamed {
		t.company = e.company
	}
	t.investors = append(t.investors, e.investors...)
	t.marked = t.marked || e.marked || len(e.investors) > 0
}

// subjectCompany reads the company from the noun phrases of a subject.
func (r *reader) subjectCompany(nodes []int, verb int) name {
	if len(nodes) == 0 {
		return name{}
	}
	if verb > 0 && r.s.Nodes[verb-1].Kind == clause.NP && verb-1 > nodes[len(nodes)-1] {
		k := verb - 1
		// "point of sale startup Foo": the name stands right before the verb
		if n := r.company(k); n.kind == named && r.describedName(r.s.Nodes[k].From, r.s.Nodes[k].To, n) && k == nodes[0]+2 && !r.s.Elems[r.s.Nodes[nodes[0]].To-1].Cap {
			return n
		} else if r.s.Style != clause.Plain && len(nodes) == 1 && k == nodes[0]+2 && r.s.Nodes[k-1].Kind == clause.Kind(clause.Prep) {
			// "Small Words For Robots": a brand of common words goes on after the preposition
			if m := r.company(nodes[0]); m.kind == named && n.kind == named && r.allCommon(m.from, m.to) && !r.s.Elems[m.to-1].Is(lexicon.Companynoun) {
				return r.named(m.from, n.to)
			}
		}
	}
	if last := r.s.Nodes[nodes[len(nodes)-1]]; r.s.Elems[last.To-1].Is(lexicon.People) && !(r.s.Style == clause.Plain && r.s.Elems[last.To-1].Cap && last.To-last.From == 1) {
		return name{} // "former Foo and Bar executives"
	}
	if len(nodes) == 1 && verb > 0 && r.company(nodes[0]).kind == unnamed && nodes[0]+2 < verb && r.s.Nodes[nodes[0]+1].Kind == clause.Kind(clause.Comma) && r.s.Nodes[nodes[0]+2].Kind == clause.NP {
		// "Mole Checker App, DermaLens, raises": the name stands in apposition
		if n := r.company(nodes[0] + 2); n.kind == named && n.from == r.s.Nodes[nodes[0]+2].From && n.to == r.s.Nodes[nodes[0]+2].To {
			return n
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
		n := r.company(nodes[i])
		if n.kind == named && len(nodes) > 1 && r.describedName(r.s.Nodes[nodes[i]].From, r.s.Nodes[nodes[i]].To, n) {
			return n
		}
	}
	for _, k := range nodes {
		if n := r.company(k); n.kind != unnamed {
			// "its CEO", "the company's founders": people of the company
			return n
		}
	}
	return name{}
}

// status tells planned and failed rounds from the words before the verb of clause ci.
func (r *reader) status(ci int) Status {
	c := &r.s.Clauses[ci]
	nd := r.s.Nodes[c.Verb]
	g := nd.VG
	if g.Form == clause.Infinitive {
		// what governs the infinitive decides: "in talks to", "plans to", "managed to"
		if nd.From > 0 {
			switch r.ps.fold(int(r.s.Elems[nd.From-1].From)) {
			case "said", "due", "rumored", "rumoured", "reported":
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
			if e.Cat == clause.Stop || e.Cat == clause.Semi {
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
		switch lexicon.VerbName(g.Verb) {
		case "announce", "report", "reveal", "confirm", "disclose", "lead", "co-lead":
			return Closed
		}
		return Pending
	}
	if g.Form == clause.Gerund && c.Ante >= 0 && c.Parent < 0 && ci == len(r.s.Clauses)-1-r.later(ci) {
		return Pending // a headline without other verb: "Foo raising $5M"
	}
	if c.Parent >= 0 && g.Form == clause.Gerund && nd.From > 0 && r.s.Elems[nd.From-1].Cat != clause.Comma {
		for i := nd.From - 1; i >= 0 && i > nd.From-5; i-- {
			if r.s.Elems[i].Is(lexicon.Pendcue) && r.s.Elems[i].Cat != clause.Verb {
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
		if r.s.Nodes[r.s.Clauses[j].Verb].VG.Form == clause.Finite {
			return -1
		}
		n++
	}
	return n
}

// talks reads "is in talks for a $30M Series A with Foo": a bare auxiliary with talks as its complement.
func (r *reader) talks(ci int) {
	c := &r.s.Clauses[ci]
	cue := false
	for _, a := range c.Args {
		for _, it := range a.Items {
			if r.phrase(it.NP).class&lexicon.Pendcue != 0 {
				cue = true
			}
		}
	}
	if !cue && c.Verb >= 0 {
		for i := r.s.Nodes[c.Verb].To; i < len(r.s.Elems) && i < r.s.Nodes[c.Verb].To+4; i++ {
			if r.s.Elems[i].Is(lexicon.Pendcue) {
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
	f := &frame{name: "talks", subject: company, object: financing, preps: "with=investor for=financing about=financing over=financing"}
	var x facts
	x.clear()
	r.collect(f, c.Args, nothing, &x)
	if !(x.round || x.stage >= 0 || x.money >= 0 && r.headline()) || x.money < 0 && x.stage < 0 {
		return
	}
	e := r.event(f.name, at)
	e.company = r.subjectCompany(c.Subj, c.Verb)
	if e.company.kind == unnamed {
		return
	}
	e.money, e.stage, e.value, e.basis, e.kind, e.investors, e.status = x.money, x.stage, x.value, x.basis, x.kind, x.investors, Pending
	r.own(e, x.nodes)
	r.add(e)
}

// amounts reads "its last round was $15 million".
func (r *reader) amounts(ci int) {
	c := &r.s.Clauses[ci]
	if len(c.Subj) != 1 || len(c.Args) == 0 || c.Args[0].Prep != 0 {
		return
	}
	if !roundWord(r.phrase(c.Subj[0])) {
		r.investorsAre(c)
		return
	}
	k := c.Args[0].Items[0].NP
	ph := r.phrase(k)
	m := r.amount(ph)
	if m < 0 || ph.words > 0 {
		return
	}
	s := r.phrase(c.Subj[0])
	e := r.event("amount", c.Verb)
	e.company, e.money, e.stage, e.marked = r.company(c.Subj[0]), m, s.stage, true
	for i := r.s.Nodes[c.Subj[0]].From; i < r.s.Nodes[c.Subj[0]].To; i++ {
		switch r.ps.fold(int(r.s.Elems[i].From)) {
		case "last", "previous", "prior":
			e.past = true
		}
	}
	e.weak = e.company.kind == unnamed
	r.own(e, []int{k, c.Subj[0]})
	r.add(e)
}

// investorsAre reads "investors in Foo's $9M seed are A, B and C".
func (r *reader) investorsAre(c *clause.Clause) {
	if r.phrase(c.Subj[0]).class&lexicon.Investornoun == 0 {
		return
	}
	isLead := r.ps.fold(int(r.s.Elems[r.s.Nodes[c.Subj[0]].From].From)) == "lead"
	var pre, x facts
	pre.clear()
	x.clear()
	r.collect(nominalFrame, c.Pre, nothing, &pre)
	if !pre.round && !pre.roundBefore && pre.stage < 0 && !isLead {
		return
	}
	r.collect(&frame{object: investor}, c.Args, nothing, &x)
	if len(x.investors) == 0 {
		return
	}
	e := r.event("investors are", c.Verb)
	for i := range x.investors {
		x.investors[i].lead = x.investors[i].lead || isLead
	}
	e.company, e.money, e.stage, e.investors = pre.company, pre.money, pre.stage, x.investors
	e.weak = e.company.kind == unnamed || e.money < 0 && e.stage < 0
	r.own(e, append(pre.nodes, x.nodes...))
	r.add(e)
}

// nominal reads rounds that a noun phrase tells: "Foo's $20M Series A", "a $5M investment from Bar", "with $3M in seed funding".
func (r *reader) nominal() {
	for k := range r.s.Nodes {
		if r.s.Nodes[k].Kind != clause.NP || r.owner[k] != nil {
			continue
		}
		ph := r.phrase(k)
		if w := r.ps.fold(int(r.s.Elems[r.s.Nodes[k].To-1].From)); w == "participation" || w == "support" || w == "backing" {
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
	var x facts
	x.clear()
	f := &frame{preps: "from=investor of=investor by=investor"}
	x.passive = true
	args := r.argsAfter(k)
	if len(args) == 0 {
		return
	}
	r.collect(f, args, nothing, &x)
	if len(x.investors) == 0 || r.owner[args[0].Items[0].NP] != nil {
		return
	}
	e := r.event("participation", k)
	e.investors, e.weak = x.investors, true
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
	if k+2 >= len(r.s.Nodes) || r.s.Nodes[k+1].Kind != clause.Kind(clause.Prep) || r.s.Nodes[k+2].Kind != clause.NP {
		return false
	}
	if p := strings.ToLower(r.s.NodeText(k + 1)); p != "in" && p != "of" {
		return false
	}
	ph := r.phrase(k + 2)
	return ph.stage >= 0 || ph.class&(lexicon.Stronground|lexicon.Debtnoun) != 0
}

var nominalFrame = &frame{name: "nominal", object: financing, preps: "in=company into=company of=company with=nothing for=company at=company"}

func (r *reader) nominalAt(k int, ph phrase) {
	var x facts
	x.clear()
	args := r.argsAfter(k)
	x.passive = roundWord(ph)
	r.collect(nominalFrame, args, nothing, &x)
	if m := r.amount(ph); m >= 0 {
		x.money = m
	}
	if ph.stage >= 0 {
		x.stage = ph.stage
	}
	r.kindOf(ph, &x)
	if x.money < 0 && x.stage < 0 && !(len(x.investors) > 0 && (r.definiteNP(k) || ph.head == 0)) || x.fund || x.acquired {
		return
	}
	e := r.event("nominal", k)
	if x.money >= 0 && x.stage < 0 && r.cumulativeNear(k) {
		e.company, e.total, e.weak = r.company(k), x.money, true
		if c := r.clauseOf(k); e.company.kind == unnamed && c != nil {
			e.company = r.subjectCompany(c.Subj, -1)
		}
		r.add(e)
		return
	}
	if n := r.company(k); n.kind != unnamed && n.poss {
		e.company = n
	} else if k > 1 && r.s.Nodes[k-1].Kind == clause.Kind(clause.LParen) && r.s.Nodes[k-2].Kind == clause.NP && r.company(k-2).kind == named && !roundWord(r.phrase(k-2)) {
		e.company = r.company(k - 2) // "rivals Foo ($20M Series B last year) and Bar"
	} else if x.companyNode >= 0 {
		e.company = x.company
	} else if n.kind == named && (ph.stage >= 0 || ph.class&lexicon.Stronground != 0) && r.s.Elems[r.s.Nodes[k].From].Cat != clause.Det && n.from == r.s.Nodes[k].From {
		e.company = n // "Foo Series B"
	} else if c := r.clauseOf(k); c != nil {
		if p := r.prepBefore(k); p == "with" || p == "after" || p == "from" || p == "on" || p == "following" || p == "off" || p == "off a" {
			e.company = r.subjectCompany(c.Subj, -1)
		}
	}
	e.money, e.stage, e.value, e.basis, e.total, e.kind, e.investors = x.money, x.stage, x.value, x.basis, x.total, x.kind, x.investors
	e.marked, e.definite = true, r.definiteNP(k)
	e.extension = x.extension
	if e.company.kind == unnamed && (e.kind == Debt || e.kind == Convertible) && e.money >= 0 && len(r.mine) > 0 && k > 0 && r.s.Nodes[k-1].Kind == clause.Kind(clause.Conj) {
		if t := r.mine[len(r.mine)-1]; t.kind != e.kind {
			e.company = t.company // "a $9M Series A and $4M in debt"
		}
	}
	if e.company.kind == unnamed {
		// a further telling of an event of this sentence, or of one before it
		if len(r.mine) > 0 {
			for i := len(r.mine) - 1; i >= 0; i-- {
				if t := r.mine[i]; r.agrees(t, e) && (e.money >= 0 && t.money >= 0 || e.stage >= 0 && t.stage < 0 && e.money < 0 && !strings.HasSuffix(r.s.NodeText(k), "s")) {
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

// cumulativeNear reports whether "to date", "in total" or the like follows the noun phrase k closely.
func (r *reader) cumulativeNear(k int) bool {
	for i := k + 1; i < len(r.s.Nodes) && i < k+6; i++ {
		switch r.s.Nodes[i].Kind {
		case clause.NP, clause.Kind(clause.Adv), clause.Kind(clause.Prep):
			for j := r.s.Nodes[i].From; j < r.s.Nodes[i].To; j++ {
				if r.s.Elems[j].Is(lexicon.Totalcue) {
					return true
				}
			}
		default:
			return false
		}
	}
	return false
}

// argsAfter returns the arguments that follow noun phrase k in its clause.
func (r *reader) argsAfter(k int) []clause.Arg {
	for i := range r.s.Clauses {
		c := &r.s.Clauses[i]
		for _, list := range [][]clause.Arg{c.Args, c.Pre} {
			for j, a := range list {
				for _, it := range a.Items {
					if it.NP == k {
						return list[j+1:]
					}
				}
			}
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
	return r.s.ArgsAfter(k)
}

func (r *reader) clauseOf(k int) *clause.Clause {
	for i := range r.s.Clauses {
		c := &r.s.Clauses[i]
		for _, list := range [][]clause.Arg{c.Args, c.Pre} {
			for _, a := range list {
				for _, it := range a.Items {
					if it.NP == k {
						return c
					}
				}
			}
		}
	}
	// before the verb: "With $5M in funding, Foo ..."
	for i := range r.s.Clauses {
		if c := &r.s.Clauses[i]; c.Verb > k && len(c.Subj) > 0 && c.Subj[0] > k {
			return c
		}
	}
	return nil
}

func (r *reader) prepBefore(k int) string {
	for i := k - 1; i >= 0; i-- {
		switch r.s.Nodes[i].Kind {
		case clause.Kind(clause.Prep):
			return strings.ToLower(r.s.NodeText(i))
		case clause.Kind(clause.Adv), clause.Kind(clause.Quote):
			continue
		}
		break
	}
	return ""
}

// settleDates gives each event of the sentence the time that its clause or the clause of announcing states.
func (r *reader) settleDates() {
	if len(r.mine) == 0 {
		return
	}
	for i := range r.s.Elems {
		el := &r.s.Elems[i]
		if el.Unit < 0 {
			continue
		}
		u := r.ps.units[r.first+int(el.Unit)]
		if u.kind != unitDate || r.ps.when[u.idx].IsZero() {
			continue
		}
		if i > 0 {
			if r.previousValue(i) {
				continue
			}
			if at := int(el.From); r.ps.fold(at-1) == "of" && r.ps.fold(at-2) == "as" || r.ps.fold(at-1) == "the" && r.ps.fold(at-2) == "by" {
				continue
			}
			switch r.ps.fold(int(el.From) - 1) {
			case "since", "by", "until", "till", "before", "through", "from":
				continue
			}
		}
		if e := r.dated(i); e != nil && e.date < 0 {
			e.date = int(u.idx)
			// "raised a $9m Series A and $4m in debt in May": the time is that of both
			if k := slices.Index(r.mine, e); k > 0 && e.frame == "nominal" && r.mine[k-1].date < 0 && !r.mine[k-1].past && r.mine[k-1].company.text == e.company.text && r.mine[k-1].kind != e.kind {
				r.mine[k-1].date = e.date
			}
		}
	}
}

// previousValue reports whether the words before element i tell of an earlier valuation, whose date it is.
func (r *reader) previousValue(i int) bool {
	value := false
	for j := i - 1; j >= 0 && j > i-9; j-- {
		e := &r.s.Elems[j]
		if e.Is(lexicon.Valuenoun) && e.Unit < 0 {
			value = true
		}
		switch r.ps.fold(int(e.From)) {
		case "previous", "prior", "last":
			if value {
				return true
			}
		}
	}
	return false
}

// dated returns the event that the date at element i belongs to: that of the verb nearest before or after it in the same stretch.
func (r *reader) dated(i int) *event {
	pos := int(r.ps.toks[r.s.Elems[i].From].Start)
	if j := i + 1; j < len(r.s.Elems) && (r.s.Elems[j].Cat == clause.Verb || r.s.Elems[j].Cat == clause.Aux) {
		// "Foo today announced": the verb after it
		for ; j < len(r.s.Elems) && r.s.Elems[j].Cat != clause.Verb; j++ {
		}
		if j < len(r.s.Elems) && other(lexicon.VerbName(r.s.Elems[j].Verb)) {
			return nil
		}
		for _, e := range r.mine {
			if e.pos >= pos {
				return e
			}
		}
	}
	if i > 0 && (r.s.Elems[i-1].Cat == clause.Conj || r.s.Elems[i-1].Cat == clause.Sub) {
		// "…, and today it announced": a new clause begins with the date
		for j := i + 1; j < len(r.s.Elems) && j < i+8; j++ {
			if c := r.s.Elems[j].Cat; c == clause.Comma || c == clause.Prep {
				break
			} else if c == clause.Verb {
				for _, e := range r.mine {
					if e.pos >= pos && !other(lexicon.VerbName(r.s.Elems[j].Verb)) {
						return e
					}
				}
				break
			}
		}
	}
	// a verb that is about something else than a deal takes the date: "founded in 2013"
	verb := -1
	for j := i - 1; j >= 0; j-- {
		c := r.s.Elems[j].Cat
		if c == clause.Verb {
			verb = j
			break
		}
		if c == clause.Semi || c == clause.Stop {
			break
		}
	}
	if verb < 0 {
		// before every verb: "On Tuesday, Foo announced"
		return r.mine[0]
	}
	switch name := lexicon.VerbName(r.s.Elems[verb].Verb); {
	case other(name), name == "report", name == "write":
		return nil // "Bloomberg reported on Monday"
	}
	var best *event
	for _, e := range r.mine {
		if e.pos <= pos && (best == nil || e.pos > best.pos) {
			best = e
		}
	}
	if name := lexicon.VerbName(r.s.Elems[verb].Verb); best == nil && (r.s.Elems[verb].Is(lexicon.Say) || name == "emerge" || name == "exit" || name == "bring") {
		return r.mine[0] // "said on Monday that it had raised"
	}
	return best
}

// other lists verbs whose dates are not those of a round.
func other(verb string) bool {
	switch verb {
	case "found", "co-found", "launch", "start", "establish", "create", "begin", "base", "join", "grow", "expand", "open", "build", "acquire", "plan", "expect", "incorporate", "use":
		return true
	}
	return false
}

func (r *reader) describeEvent(e *event) string {
	var b strings.Builder
	b.WriteString(e.company.text)
	if e.company.kind == anaphor {
		b.WriteString("(the company)")
	}
	if e.money >= 0 {
		b.WriteString(" | " + r.ps.money[e.money].Money.String())
	}
	if e.stage >= 0 {
		b.WriteString(" | " + r.ps.stages[e.stage].String())
	}
	for _, x := range e.investors {
		b.WriteString(" | ")
		if x.lead {
			b.WriteString("*")
		}
		b.WriteString(x.name.text)
	}
	if e.value >= 0 {
		b.WriteString(" | val=" + r.ps.money[e.value].Money.String())
	}
	if e.total >= 0 {
		b.WriteString(" | total=" + r.ps.money[e.total].Money.String())
	}
	return b.String()
}

var _ = token.Word
