package frames

import (
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
)

// Lookalike is a reading that looks like a round and is none.
type Lookalike struct {
	Name    string
	Example string // gives no round
	When    func(d *Attempt) bool
}

// Lookalikes of every row. Their order does not matter.
var lookalikes = [...]Lookalike{
	{"investing as such", "Foo Capital continues to invest in its platform.", func(d *Attempt) bool { // "continues to invest in its platform"
		return d.f.Subject == Investor && !d.f.Weak && d.f.Particle == 0 && d.have&(Money|Round) == 0 && !d.x.roundBefore && !d.r.headline()
	}},
	{"an investor's own money", "Foo Ventures raises $15 million", func(d *Attempt) bool { // "Foo Ventures raises $15 million"
		return d.f.Subject == Company && d.x.stage < 0 && !d.x.strong && len(d.x.investors) == 0 && d.of.Kind == names.Named && d.r.FundName(d.of)
	}},
	{"a fund's own money", "Foo Capital closes its third fund at $40 million.", func(d *Attempt) bool { // "closes its third fund", "commits $1 billion to a new fund"
		return d.x.fund && (d.f.Subject == Company || d.f.Subject == Lead) || d.f.Subject == Investor && d.x.toFund
	}},
	{"an acquisition", "Foo raised $5 million from the acquisition of Bar by Baz.", func(d *Attempt) bool {
		return d.f.Subject == Company && d.x.acquired && d.x.stage < 0
	}},
}

// Lookalikes of single rows.
var (
	MoneyComingIn = Lookalike{"money that comes in", "The concert brought in over $5m.", func(d *Attempt) bool { // "brought in over $5m"
		return d.x.money >= 0 && d.have&(Round|Givers) == 0 &&
			!d.r.headline() && !d.r.participleAfter(d.c) && !lexicon.VerbHas(d.g.Verb, lexicon.TraitMeansFunding)
	}}
	ClosingOther = Lookalike{"closing something else", "Foo closed the year with $5m.", func(d *Attempt) bool { // "closed the year with $5m"
		if len(d.c.Args) == 0 || d.c.Args[0].Relation != grammar.Object {
			return false
		}
		ph := d.r.phrase(d.c.Args[0].Items[0].NP)
		return ph.money < 0 && !ph.round
	}}
	APrize = Lookalike{"a prize", "The prize of $5,000 went to Foo.", func(d *Attempt) bool { // "the prize of $5,000 went to"
		return len(d.c.Subj) > 0 && d.r.phrase(d.c.Subj[0]).class&(lexicon.Revenuenoun|lexicon.Acqnoun|lexicon.Fundnoun) != 0
	}}
	Wishes = Lookalike{"wishes", "Foo wants $5m for its lawyers.", func(d *Attempt) bool { // "wants $5m for its lawyers"
		return d.have&Round == 0 && !d.r.headline()
	}}
	OtherSignature = Lookalike{"a signature under something else", "Foo signs $5m contract", func(d *Attempt) bool { // "signs $5m contract"
		k, ok := d.object()
		return !ok || d.r.phrase(k).class&lexicon.Pendcue == 0
	}}
	AnyDeal = Lookalike{"deals", "Foo announced a deal.", func(d *Attempt) bool { // "announced a deal"
		return d.x.money < 0 && d.x.stage < 0 && !d.x.strong
	}}
)
