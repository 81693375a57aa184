package frames

import (
	"example.com/funding/internal/deal"
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
	{"investing as such", "It rained. Tern Capital continues to invest in Lisko.", func(d *Attempt) bool {
		return d.f.Subject == Investor && !d.f.Weak && !d.f.Spoken && d.f.Particle == 0 && d.have&(Money|Round) == 0 &&
			!d.x.roundBefore && !d.r.headline()
	}},
	{"an investor's own money", "Tern Ventures raises $15 million", func(d *Attempt) bool {
		return d.vague() && d.of.Kind == names.Named && d.r.FundName(d.of)
	}},
	{"the close of an investor's fund", "Lisko VC Slate announced its first close of $32 million.", func(d *Attempt) bool {
		return d.vague() && d.of.Kind == names.Named && d.r.InvestorName(&d.of) && d.ofClose()
	}},
	{"money for investing", "Lisko raises $300 million to back climate startups", func(d *Attempt) bool {
		return d.vague() && d.backsMany()
	}},
	{"a market's money", "Lisko and other companies raised $900 million across 109 deals.", func(d *Attempt) bool {
		return d.f.Subject == Company && d.x.stage < 0 && d.market()
	}},
	{"what is denied", "Lisko denied that it had raised $12 million.", func(d *Attempt) bool {
		return d.denied()
	}},
	{"a fund's own money", "Lisko raised $40 million for its third fund.", func(d *Attempt) bool {
		switch d.f.Subject {
		case Company:
			return d.x.fund || d.of.Kind != names.Named && len(d.c.Subj) > 0 && d.ofFunds()
		case Lead:
			return d.x.fund
		case Investor:
			return d.x.toFund || d.toFundByName()
		}
		return false
	}},
	{"rounds of some time", "It rained. Tern Capital also invested in Lisko in earlier rounds.", func(d *Attempt) bool {
		return (d.f.Subject == Investor || d.f.Subject == Lead) && d.x.money < 0 && d.x.stage < 0 && d.r.severalRounds(d.c)
	}},
	{"an acquisition", "Lisko raised $5 million from the sale of its unit.", func(d *Attempt) bool {
		return d.f.Subject == Company && d.x.acquired && d.x.stage < 0
	}},
}

// Lookalikes of single rows.
var (
	MoneyComingIn = Lookalike{"money that comes in", "It rained. Lisko brought in over $5 million.", func(d *Attempt) bool {
		return d.x.money >= 0 && d.have&(Round|Givers) == 0 &&
			!d.r.headline() && !d.r.participleAfter(d.c) && !d.r.Lex.VerbHas(d.g.Verb, lexicon.TraitMeansFunding)
	}}
	ClosingOther = Lookalike{"closing something else", "Lisko closed its books on $5 million.", func(d *Attempt) bool {
		if len(d.c.Args) == 0 || d.c.Args[0].Relation != grammar.Object {
			return false
		}
		for _, it := range d.c.Args[0].Items {
			if d.r.financial(it.NP) {
				return false
			}
		}
		return true
	}}
	APrize = Lookalike{"a prize", "Acquisition financing of $5 million went to Lisko.", func(d *Attempt) bool {
		return len(d.c.Subj) > 0 && d.r.phrase(d.c.Subj[0]).class&(lexicon.Revenuenoun|lexicon.Acqnoun|lexicon.Fundnoun) != 0
	}}
	Wishes = Lookalike{"wishes", "It rained. Lisko wants $5 million for its lawyers.", func(d *Attempt) bool {
		return d.have&Round == 0 && !d.r.headline()
	}}
	OtherSignature = Lookalike{"a signature under something else", "Lisko signed a $5 million financing.", func(d *Attempt) bool {
		k, ok := d.object()
		return !ok || d.r.phrase(k).class&lexicon.Pendcue == 0
	}}
	AnyAgreement = Lookalike{"an agreement on something else", "Lisko entered into a $5 million deal with Onyx Bank.", func(d *Attempt) bool {
		return d.x.kind == deal.Equity && !d.x.strong && d.x.stage < 0
	}}
	NoLoan = Lookalike{"a signature under no loan", "Lisko arranged a $5 million financing.", func(d *Attempt) bool {
		return d.x.kind != deal.Debt
	}}
	NoGiverByName = Lookalike{"a company that starts something", "Lisko launched Quando with $5 million.", func(d *Attempt) bool {
		if len(d.c.Subj) == 0 {
			return true
		}
		n := d.r.Company(d.c.Subj[0])
		return n.Kind != names.Named || !d.r.InvestorName(n) && !d.r.S.Elems[n.To-1].Is(lexicon.Investorword)
	}}
	AnyDeal = Lookalike{"deals", "Lisko announced an investment.", func(d *Attempt) bool {
		return d.x.money < 0 && d.x.stage < 0 && !d.x.strong
	}}
)

// vague reports whether the clause says nothing of the money but that a company gets it: no stage, no round, no givers.
func (d *Attempt) vague() bool {
	return d.f.Subject == Company && d.x.stage < 0 && !d.x.strong && len(d.x.investors) == 0
}
