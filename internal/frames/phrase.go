package frames

import (
	"strings"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"

	"example.com/funding/internal/mention"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// facts is what the arguments of a clause say.
type facts struct {
	flatFacts
	investors []deal.Giver
	nodes     []int
}

// flatFacts is the facts that are no lists.
type flatFacts struct {
	money, stage, value, total int32
	basis                      deal.Basis
	kind                       deal.Kind
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
	those                      bool  // the subject is "they"
	earlier                    bool  // the subject is investors of no particular round
	fund, acquired             bool
	further, soFar, extension  bool
	newest, previous           bool // it speaks of the newest of several rounds, of the one before
	wholeRound                 bool // a total is that of one round: "a total of $5M in its Series A"
}

// clear forgets the facts and keeps their memory; what is to last must have been copied.
func (f *facts) clear() {
	f.flatFacts = flatFacts{money: -1, stage: -1, value: -1, total: -1, companyNode: -1}
	f.investors, f.nodes = f.investors[:0], f.nodes[:0]
}

// scratch returns the i-th of the facts that readings without a verb collect, cleared.
func (r *Reader) scratch(i int) *facts {
	r.collected[i].clear()
	return &r.collected[i]
}

// phrase is what a noun phrase holds.
type phrase struct {
	unitLast     bool // it ends with the amount or stage
	round        bool // it speaks of a financing
	extension    bool // the word stands in it
	giving       bool // its last word is one for taking part
	newest       bool // a word says that it is the newest of several: "the new round"
	previous     bool // a word says that it is the one before: "its last round"
	loose        bool // what ends it takes nothing from the amount: "$5M two months after", "a $2M check"
	money, stage int32
	words        int32         // after the amount
	class        lexicon.Class // of all its words
	head         lexicon.Class // of its last word
}

// noPhrase is one that says nothing of a financing.
var noPhrase = phrase{money: -1, stage: -1}

// phrase returns what the noun phrase k holds.
func (r *Reader) phrase(k int) *phrase {
	n := &r.nouns[k]
	if !n.read {
		r.readPhrase(k, n)
	}
	return &n.phrase
}

// readPhrase reads what the noun phrase k, which n is of, holds.
func (r *Reader) readPhrase(k int, n *noun) {
	n.read = true
	p := &n.phrase
	*p = phrase{money: -1, stage: -1}
	nd := &r.S.Nodes[k]
	elems, opens := r.S.Elems[nd.From:nd.To], nd.From == 0
	plain := r.S.Style == grammar.Plain
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
		word = r.IDs[e.From]
		if r.Lex.Has(word, lexicon.TraitExtension) {
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
		if r.Lex.Has(word, lexicon.TraitNoteInCapitals) && r.Toks[e.From].Has(token.AllUpper) {
			class, head = class|lexicon.Convertnoun, lexicon.Convertnoun
			continue
		}
		ofUnit := i > 0 && elems[i-1].Unit >= 0 && e.Is(FinancingWords) // "$5M Series A Round"
		if e.Cap && plain && e.Cat == grammar.Name && !(opens && i == 0) && !ofUnit && !r.Toks[e.From].Has(token.AllUpper) {
			head = 0
			continue // what a name is made of says nothing
		}
		head = e.Class
		class |= e.Class
		p.newest = p.newest || r.Lex.Has(word, lexicon.TraitNewestOne)
		p.previous = p.previous || r.Lex.Has(word, lexicon.TraitPreviousOne)
		if r.Lex.Has(word, lexicon.TraitExtension) {
			class |= lexicon.Stronground
		}
		if p.stage >= 0 && !possessed && r.Lex.Has(word, lexicon.TraitPluralOfRounds) {
			p.stage = -1 // "Series C and later rounds"
		}
	}
	p.loose = p.money >= 0 && (head&lexicon.Timeunit != 0 || r.Lex.Has(word, lexicon.TraitAgo) || r.Lex.Has(word, lexicon.TraitCheck))
	p.class, p.head, p.giving = class, head, r.Lex.Has(word, lexicon.TraitTakingPart)
	n.tells = p.giving
	if p.money >= 0 || p.stage >= 0 || (class|head)&FinancingWords != 0 {
		n.tells = true
		p.round = p.stage >= 0 || class&lexicon.Stronground != 0 || class&FinancingWords != 0 && class&(lexicon.Fundnoun&^lexicon.Roundnoun) == 0
		if p.money >= 0 {
			n.have |= Money
		}
		if p.round {
			n.have |= Round
		}
	}
	if class&lexicon.Further != 0 {
		n.have |= further
	}
}

// says reports whether a word of the noun phrase k that says something of it is of the class c.
func (r *Reader) says(k int, c lexicon.Class) bool {
	return r.S.Nodes[k].Class&c != 0 && r.phrase(k).class&c != 0
}

// takeUnit adds the amount, stage or date e to p.
func (r *Reader) takeUnit(p *phrase, e *grammar.Element) {
	p.unitLast = true
	p.extension = p.extension || r.Lex.Has(r.IDs[e.From], lexicon.TraitExtension)
	u := &r.mentions.Units[r.first+int(e.Unit)]
	switch u.Kind {
	case mention.AmountUnit:
		if p.money < 0 {
			p.money = u.Index
		}
		p.words = 0
	case mention.StageUnit:
		if p.stage < 0 || r.mentions.Stages[p.stage].BeforeSeries() {
			p.stage = u.Index
		}
	}
}

// weighty are the classes of words that say something of an amount or a round beside them.
const weighty = lexicon.Valuenoun | lexicon.Totalcue | lexicon.Fundnoun | lexicon.Further | lexicon.Crowdnoun |
	lexicon.Iponoun | lexicon.Secondarynoun | lexicon.Acqnoun

// FinancingWords are the classes of the words that mean a financing.
const FinancingWords = lexicon.Roundnoun | lexicon.Stronground | lexicon.Debtnoun | lexicon.Convertnoun |
	lexicon.Grantnoun | lexicon.Tokennoun

// ofMoney are the classes of the words that an amount may stand before: "a $5M round", "$5M more".
const ofMoney = FinancingWords | lexicon.Further | lexicon.Iponoun | lexicon.Secondarynoun | lexicon.Crowdnoun | lexicon.Totalcue

func (r *Reader) kindOf(p *phrase, out *facts) {
	switch {
	case out.kind != deal.Equity:
	case p.class&lexicon.Convertnoun != 0:
		out.kind = deal.Convertible
	case p.class&lexicon.Debtnoun != 0 && !r.equityToo():
		out.kind = deal.Debt
	case p.class&lexicon.Grantnoun != 0:
		out.kind = deal.Grant
	case p.class&lexicon.Tokennoun != 0:
		out.kind = deal.Token
	case p.class&lexicon.Crowdnoun != 0:
		out.kind = deal.Crowdfunding
	}
}

// equityToo reports whether the sentence speaks of equity beside debt: "in debt and equity financing".
func (r *Reader) equityToo() bool {
	return r.S.Class&lexicon.Debtnoun != 0 && r.equityJoined()
}

// equityJoined reports whether a word for equity stands beside a conjunction.
func (r *Reader) equityJoined() bool {
	e := r.S.Elems
	for i := range e {
		joined := i > 0 && e[i-1].Cat == grammar.Conj || i+1 < len(e) && e[i+1].Cat == grammar.Conj
		if joined && r.Lex.Has(r.FirstID(i), lexicon.TraitEquityBeside) {
			return true
		}
	}
	return false
}

// oneName reports whether two items of a list are one name: "Foo Management and
// Research Co.", or two whose initials stand after them in parentheses.
func (r *Reader) oneName(a, b grammar.Item) bool {
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
			if short := r.S.NodeText(k); r.S.Nodes[k].Kind == grammar.NP && len(short) > 2 && strings.HasSuffix(initials, short) {
				return true
			}
		}
	}
	if n := y.To - y.From; n > 2 || n == 2 && !r.S.Elems[y.To-1].Is(lexicon.Investorword|lexicon.Legal) {
		return false
	}
	return r.S.Elems[y.From].Is(lexicon.Pairword)
}

func (r *Reader) takeInvestor(it grammar.Item, lead bool, out *facts) {
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
	out.investors = append(out.investors, deal.Giver{Name: n, Lead: lead})
}

func (r *Reader) takeCompany(k int, out *facts) {
	if out.companyNode >= 0 {
		return
	}
	n := *r.Company(k)
	if n.Kind == names.Unnamed {
		return
	}
	if n.Kind == names.Named && r.S.Style != grammar.Plain && r.AllCommon(n.From, n.To) && strings.HasSuffix(r.S.Word(n.To-1), "s") {
		return // "in Mobile Startups"
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
func (r *Reader) amount(p *phrase) int32 {
	if p.money < 0 {
		return -1
	}
	m := &r.mentions.Money[p.money]
	if m.Refused != "" || !m.AtLeast(3) {
		return -1
	}
	if p.class&(lexicon.Valuenoun|lexicon.Revenuenoun|lexicon.Acqnoun|lexicon.Fundnoun) != 0 && p.class&lexicon.Stronground == 0 {
		return -1
	}
	if p.words > 0 && !p.unitLast && p.head&ofMoney == 0 && !p.loose {
		return -1 // "$5M contract"
	}
	return p.money
}
