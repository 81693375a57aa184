package frames

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
)

// lookalike is a reading that looks like a round and is none.
type lookalike struct {
	name    string
	example string // gives no round
	when    func(d *attempt) bool
}

// Lookalikes of every row. Their order does not matter.
var lookalikes = [...]lookalike{
	{"investing as such", "Foo Capital continues to invest in its platform.", func(d *attempt) bool { // "continues to invest in its platform"
		return d.f.subject == investor && !d.f.weak && d.f.particle == "" && d.have&(needMoney|needRound) == 0 && !d.x.roundBefore && !d.r.headline()
	}},
	{"an investor's own money", "Foo Ventures raises $15 million", func(d *attempt) bool { // "Foo Ventures raises $15 million"
		return d.f.subject == company && d.x.stage < 0 && !d.x.strong && len(d.x.investors) == 0 && d.of.Kind == names.Named && d.r.FundName(d.of)
	}},
	{"a fund's own money", "Foo Capital closes its third fund at $40 million.", func(d *attempt) bool { // "closes its third fund", "commits $1 billion to a new fund"
		return d.x.fund && (d.f.subject == company || d.f.subject == lead) || d.f.subject == investor && d.x.toFund
	}},
	{"an acquisition", "Foo raised $5 million from the acquisition of Bar by Baz.", func(d *attempt) bool {
		return d.f.subject == company && d.x.acquired && d.x.stage < 0
	}},
}

// Lookalikes of single rows.
var (
	moneyComingIn = lookalike{"money that comes in", "The concert brought in over $5m.", func(d *attempt) bool { // "brought in over $5m"
		return d.x.money >= 0 && d.have&(needRound|needInvestor) == 0 &&
			!d.r.headline() && !d.r.participleAfter(d.c) && !slang(d.g.Verb)
	}}
	closingOther = lookalike{"closing something else", "Foo closed the year with $5m.", func(d *attempt) bool { // "closed the year with $5m"
		if len(d.c.Args) == 0 || d.c.Args[0].Prep != 0 {
			return false
		}
		ph := d.r.phrase(d.c.Args[0].Items[0].NP)
		return ph.money < 0 && !ph.round
	}}
	aPrize = lookalike{"a prize", "The prize of $5,000 went to Foo.", func(d *attempt) bool { // "the prize of $5,000 went to"
		return len(d.c.Subj) > 0 && d.r.phrase(d.c.Subj[0]).class&(lexicon.Revenuenoun|lexicon.Acqnoun|lexicon.Fundnoun) != 0
	}}
	wishes = lookalike{"wishes", "Foo wants $5m for its lawyers.", func(d *attempt) bool { // "wants $5m for its lawyers"
		return d.have&needRound == 0 && !d.r.headline()
	}}
	otherSignature = lookalike{"a signature under something else", "Foo signs $5m contract", func(d *attempt) bool { // "signs $5m contract"
		k, ok := d.object()
		return !ok || d.r.phrase(k).class&lexicon.Pendcue == 0
	}}
	anyDeal = lookalike{"deals", "Foo announced a deal.", func(d *attempt) bool { // "announced a deal"
		return d.x.money < 0 && d.x.stage < 0 && !d.x.strong
	}}
)
