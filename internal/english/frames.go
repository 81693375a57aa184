package english

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/frames"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/words"
)

// meanings returns what English verbs and nouns mean. relation says what a preposition makes of the phrase after it.
func meanings(relation func(preposition lexicon.ID) grammar.Relation) frames.Table {
	return frames.Table{
		Rows: frameRows,
		Common: "in=financing as=financing of=financing via=financing with=financing for=financing after=financing " +
			"on=financing up=financing down=financing worth=object source=investor agent=investor at=worth " +
			"among=same beside=investor",
		Light: lightVerbs,
		Noun: frames.Row{
			Name: "nominal", Object: frames.Financing,
			Fills: "in=company into=company of=company with=nothing for=company at=company",
		},
		Talks: frames.Row{
			Name: "talks", Subject: frames.Company, Object: frames.Financing, ForAmount: true,
			Fills: "with=investor for=financing about=financing over=financing",
		},
		TakingPart:   frames.Row{Name: "taking part", Fills: "source=investor of=investor agent=investor"},
		InvestorList: frames.Row{Name: "investors are", Object: frames.Investor},
		RoundIs:      frames.Row{Name: "a round is an amount", Object: frames.Financing, Fills: "in=company into=company"},
		AnyVerb: frames.Row{
			Name: "any", Subject: frames.Company, Object: frames.Financing, All: frames.Money | frames.Firm,
			Fills: "in=object into=object on=object up=object down=object",
		},
		Relation: relation,
		Adverb: func(v *words.View, i int) bool {
			return v.Lex.Has(v.IDs[i], lexicon.TraitAdverbOrVerb) && backwards(v.Lex, v.Toks, v.IDs, i)
		},
	}
}

// frameRows are the meanings of English verbs.
var frameRows = []frames.Row{
	{
		Name: "grow to", Verbs: "extend expand upsize stretch enlarge increase lift boost raise bump",
		Subject: frames.Company, Object: frames.Financing, Fills: "recipient=object", All: frames.Money, Active: true,
		When: (*frames.Attempt).GrowsTo, Grows: true,
		Examples: []string{
			"Calder Foods has upsized its Series B to $60 million. => Calder Foods | 60000000 USD | stage=series-b",
			"Vesper Health raised the size of its Series D round to $120m. => Vesper Health | 120000000 USD | stage=series-d",
		},
	},
	{
		Name: "take on an investor", Verbs: "welcome add rope bring get win secure attract sign onboard",
		Subject: frames.Company, Object: frames.Investor, Fills: "in=investor on=investor as=nothing",
		All: frames.Firm | frames.Givers, Active: true, When: (*frames.Attempt).AsGiver, Spoken: true,
		Examples: []string{
			"Corrigan has brought in Onyx Capital as an investor. => Corrigan | inv=Onyx Capital",
			"Larkfield has roped in the singer Jane Roe as an investor. => Larkfield | inv=Jane Roe",
			"Larkfield brought in Onyx Capital as an investor with a $4 million round. => Larkfield | 4000000 USD | inv=Onyx Capital",
			"Larkfield welcomes Onyx Capital as a new shareholder and raises $4 million. => Larkfield | 4000000 USD | inv=Onyx Capital",
		},
	},
	{
		Name: "leave stealth", Verbs: "emerge exit leave come launch debut step break",
		Subject: frames.Company, Object: frames.Nothing, Fills: "with=object", All: frames.Money | frames.Firm,
		When: (*frames.Attempt).LeavesStealth, Counts: true, Sums: true, Perhaps: true,
		Examples: []string{
			"Corvid Labs has left stealth with $15 million in the bank. => Corvid Labs | 15000000 USD",
			"Sundew emerged from stealth with $8 million in seed funding. => Sundew | 8000000 USD | stage=seed",
		},
	},
	{
		Name: "take a stake", Verbs: "take acquire buy purchase pick",
		Subject: frames.Investor, Object: frames.Nothing, Fills: "in=company for=object up=nothing",
		ForAmount: true, All: frames.Firm | frames.Givers, Active: true, When: (*frames.Attempt).TakesStake, Spoken: true,
		Examples: []string{
			"Dassel took a stake in Dronix. => Dronix | inv=Dassel",
			"Harbor Capital has bought a 20% stake in Lambourne for $30 million. => Lambourne | 30000000 USD | inv=Harbor Capital",
		},
	},
	{
		Name: "join the investors", Verbs: "join",
		Subject: frames.Investor, Object: frames.Investor, Fills: "in=company", All: frames.Firm | frames.Givers,
		Active: true, When: (*frames.Attempt).JoinsInvestors, Spoken: true,
		Examples: []string{
			"Rowan Ventures joins Tern Capital and other investors in Brackle. => Brackle | inv=Tern Capital; Rowan Ventures",
		},
	},
	{
		Name: "raise", Verbs: "raise secure",
		Subject: frames.Company, Object: frames.Financing, Any: frames.Money | frames.Round | frames.Value,
		Spoken: true, Counts: true, Sums: true, WithGiver: true, Bare: true,
		Examples: []string{
			"Lumen Robotics raised $12 million in a Series A round led by Harbor Capital. " +
				"=> Lumen Robotics | 12000000 USD | stage=series-a | inv=*Harbor Capital",
			"Oakmere has secured £3m from Northgate Ventures. => Oakmere | 3000000 GBP | inv=Northgate Ventures",
		},
	},
	{
		Name: "get",
		Verbs: "bag nab grab snag score land get net pocket bank collect draw attract haul rake rack pull pick " +
			"scoop reel swipe win gain garner obtain receive take book clinch corral catch locate cook bring " +
			"gobble nail lock wrap gather amass snap add drum harvest reap accept ink snare lure welcome woo " +
			"hook tap lift notch hoover stack",
		Subject: frames.Company, Object: frames.Financing, Fills: "in=object on=object up=object down=object",
		Any: frames.Money | frames.Round, Spoken: true, Counts: true, WithGiver: true,
		Unless: []frames.Lookalike{frames.MoneyComingIn}, Active: true,
		Examples: []string{
			"Fernweh bags €6M to map footpaths => Fernweh | 6000000 EUR",
			"Marlow picks up $2.5M seed round => Marlow | 2500000 USD | stage=seed",
		},
	},
	{
		Name: "close", Verbs: "close complete finalize finalise conclude hold finish",
		Subject: frames.Company, Object: frames.Financing, Fills: "on=object",
		Any: frames.Money | frames.Round, Spoken: true, Completes: true, WithGiver: true, SizeAt: true,
		Unless: []frames.Lookalike{frames.ClosingOther}, Bare: true,
		Examples: []string{
			"Petrel Health closed a $9m Series B financing. => Petrel Health | 9000000 USD | stage=series-b",
			"Quill closes on $40 million => Quill | 40000000 USD",
			"Brinkley closed its Series B at $45 million. => Brinkley | 45000000 USD | stage=series-b",
		},
	},
	{
		Name: "round off", Verbs: "round",
		Subject: frames.Company, Object: frames.Financing, Fills: "off=object", Any: frames.Money | frames.Round,
		Spoken: true, Particle: grammar.Off,
		Examples: []string{
			"Orrin rounded off its seed round with another $2 million. => Orrin | 2000000 USD | stage=seed",
		},
	},
	{
		Name: "reach", Verbs: "reach",
		Subject: frames.Company, Object: frames.Financing, Any: frames.Round, SizeAt: true, Spoken: true, Active: true,
		When: (*frames.Attempt).ReachesRound,
		Examples: []string{
			"Rimfire reached the first close of its Series C, at $22m. => Rimfire | 22000000 USD | stage=series-c",
		},
	},
	{
		Name: "enter into", Verbs: "enter",
		Subject: frames.Company, Object: frames.Nothing, Fills: "into=object with=investor", Particle: grammar.Into,
		All: frames.Round | frames.Money, Unless: []frames.Lookalike{frames.AnyAgreement},
		Examples: []string{
			"Kirkwall Energy has entered into a $50m credit facility with Gannet Bank. " +
				"=> Kirkwall Energy | 50000000 USD | kind=debt | inv=Gannet Bank",
		},
	},
	{
		Name: "authorize", Verbs: "authorize authorise",
		Subject: frames.Company, Object: frames.Financing, All: frames.Round, Time: deal.Planned, Active: true,
		Examples: []string{
			"Marl authorizes $80 million Series D => Marl | 80000000 USD | stage=series-d | status=pending",
		},
	},
	{
		Name: "announce",
		Verbs: "announce reveal unveil confirm disclose fetch launch emerge exit file kick start debut " +
			"celebrate oversubscribe",
		Subject: frames.Company, Object: frames.Financing, Any: frames.Round, Spoken: true,
		Unless: []frames.Lookalike{frames.AnyDeal}, Bare: true, SizeAt: true,
		Examples: []string{
			"Ketteridge announced the final close of its seed round at £3m. => Ketteridge | 3000000 GBP | stage=seed",
			"Halcyon today announced a $30 million Series B led by Alder Partners. " +
				"=> Halcyon | 30000000 USD | stage=series-b | inv=*Alder Partners",
			"Sundew unveiled $8 million in seed funding. => Sundew | 8000000 USD | stage=seed",
		},
	},
	{
		Name: "extend", Verbs: "extend expand top",
		Subject: frames.Company, Object: frames.Nothing,
		Fills: "with=object agent=object recipient=nothing up=nothing", Any: frames.Money | frames.Round, Extends: true,
		Examples: []string{
			"Dray extends its $20M Series A with another $7M " +
				"=> Dray | 7000000 USD | stage=series-a-extension && Dray | 20000000 USD | stage=series-a",
		},
	},
	{
		Name:    "seek",
		Verbs:   "seek eye target want plan negotiate discuss explore near consider pursue mull need hunt",
		Subject: frames.Company, Object: frames.Financing, Any: frames.Money | frames.Round,
		Unless: []frames.Lookalike{frames.Wishes}, Time: deal.Planned, Active: true,
		Examples: []string{
			"Ravel is seeking a $50 million Series C. => Ravel | 50000000 USD | stage=series-c | status=pending",
		},
	},
	{
		Name: "scrap", Verbs: "scrap abandon cancel shelve postpone withdraw drop halt",
		Subject: frames.Company, Object: frames.Financing, All: frames.Round, Spoken: true, Time: deal.Failed,
		Examples: []string{
			"Marl has scrapped a planned $80 million round. => Marl | 80000000 USD | status=failed",
		},
	},
	{
		Name: "call off", Verbs: "call",
		Subject: frames.Company, Object: frames.Financing, Fills: "off=object", All: frames.Round,
		Spoken: true, Particle: grammar.Off, Time: deal.Failed,
		Examples: []string{
			"Marl called off its planned $80 million round. => Marl | 80000000 USD | status=failed",
		},
	},
	{
		Name: "fall through", Verbs: "collapse fall fail",
		Subject: frames.Financing, Topic: true, Settle: (*frames.Attempt).SettleFall, Weak: true,
		Time: deal.Failed,
		Examples: []string{
			"Pelorus was in talks to raise $40 million. The round fell through in May. " +
				"=> Pelorus | 40000000 USD | status=failed",
		},
	},
	{
		Name: "sign", Verbs: "sign",
		Subject: frames.Company, Object: frames.Financing, Fills: "with=investor for=financing",
		All: frames.Round, Unless: []frames.Lookalike{frames.OtherSignature}, Time: deal.Planned,
		Examples: []string{
			"Ferrow has signed a term sheet with Onyx Capital for a $12 million Series A. " +
				"=> Ferrow | 12000000 USD | stage=series-a | status=pending | inv=Onyx Capital",
		},
	},
	{
		Name: "sign for a loan", Verbs: "sign arrange",
		Subject: frames.Company, Object: frames.Financing, Fills: "with=investor",
		All: frames.Round | frames.Money, Unless: []frames.Lookalike{frames.NoLoan},
		Examples: []string{
			"Tollan has signed a $15 million loan agreement with Gannet Bank. " +
				"=> Tollan | 15000000 USD | kind=debt | inv=Gannet Bank",
		},
	},
	{
		Name: "go", Verbs: "go flow",
		Subject: frames.Financing, Fills: "recipient=company into=company", All: frames.Money | frames.Firm,
		Unless: []frames.Lookalike{frames.APrize},
		Examples: []string{
			"Some 15 million Swiss francs go to Tannhof. => Tannhof | 15000000 CHF about",
		},
	},
	{
		Name: "invest", Verbs: "invest reinvest co-invest",
		Subject: frames.Investor, Object: frames.Financing, Fills: "in=company into=company", All: frames.Firm,
		Examples: []string{
			"Borealis Ventures invested $4 million in Whimbrel Analytics. " +
				"=> Whimbrel Analytics | 4000000 USD | inv=Borealis Ventures",
		},
	},
	{
		Name: "pour",
		Verbs: "pour pump inject put sink plow plough plunk funnel commit contribute infuse throw bet provide " +
			"give lend plug channel stump",
		Subject: frames.Investor, Object: frames.Financing,
		Fills: "into=company in=company recipient=company on=company for=company",
		All:   frames.Firm | frames.Money,
		Examples: []string{
			"Two funds, Cobalt Capital and Ridge Partners, poured $15 million into Saffron's Series A. " +
				"=> Saffron | 15000000 USD | stage=series-a | inv=Cobalt Capital; Ridge Partners",
		},
	},
	{
		Name: "write a check", Verbs: "write cut",
		Subject: frames.Investor, Object: frames.Financing, Fills: "for=company recipient=company into=company in=company",
		All: frames.Firm | frames.Givers, Active: true, When: (*frames.Attempt).WritesCheck, Spoken: true,
		Examples: []string{
			"Elm Ventures wrote a $2 million check for the startup Castrel. => Castrel | 2000000 USD | inv=Elm Ventures",
		},
	},
	{
		Name: "write the first check", Verbs: "write cut",
		Subject: frames.Investor, Object: frames.Nothing, All: frames.Givers, Giver: true, Active: true,
		When: (*frames.Attempt).WritesCheck, Additive: true, Weak: true,
		Examples: []string{
			"Hexley raised $80 million led by Elm Ventures. Norvida wrote the first cheque. => Hexley | 80000000 USD | inv=*Elm Ventures; Norvida",
		},
	},
	{
		Name: "award", Verbs: "award",
		Subject: frames.Company, Object: frames.Financing, Fills: "agent=investor", Any: frames.Money,
		All: frames.Round, Recipient: true,
		Examples: []string{
			"Seld was awarded a grant of £4.2 million by the Marine Agency. " +
				"=> Seld | 4200000 GBP | kind=grant | inv=Marine Agency",
		},
	},
	{
		Name: "borrow", Verbs: "borrow",
		Subject: frames.Company, Object: frames.Financing, All: frames.Money, Kind: deal.Debt,
		Examples: []string{
			"Helm Tiles has borrowed $50 million from Cactus Bank. " +
				"=> Helm Tiles | 50000000 USD | kind=debt | inv=Cactus Bank",
		},
	},
	{
		Name: "supply", Verbs: "supply provide hand give stake",
		Subject: frames.Investor, Object: frames.Company, Fills: "with=object", Doubles: true,
		All: frames.Firm | frames.Money,
		Examples: []string{
			"Four investors staked Melbury $3 million. => Melbury | 3000000 USD",
			"Onyx Capital has supplied Brackwater with $30 million. => Brackwater | 30000000 USD | inv=Onyx Capital",
		},
	},
	{
		Name: "start a company", Verbs: "start launch found create establish incubate",
		Subject: frames.Investor, Object: frames.Company, Fills: "with=object",
		All: frames.Firm | frames.Money | frames.Givers, Active: true, Unless: []frames.Lookalike{frames.NoGiverByName},
		Examples: []string{
			"Borden Hill Partners started Salway Optics, a lens maker, with a $30m investment. " +
				"=> Salway Optics | 30000000 USD | inv=Borden Hill Partners",
		},
	},
	{
		Name: "backed by money", Verbs: "back fund support",
		Subject: frames.Company, Object: frames.Financing, Fills: "agent=object", Particle: grammar.Agent,
		All: frames.Money | frames.Firm | frames.Givers, Recipient: true,
		Examples: []string{
			"Kestrel Optics is backed by $20 million from Elm Ventures. => Kestrel Optics | 20000000 USD | inv=Elm Ventures",
		},
	},
	{
		Name: "buy into", Verbs: "buy",
		Subject: frames.Investor, Object: frames.Nothing, Fills: "into=company",
		All: frames.Firm | frames.Givers, Particle: grammar.Into,
		Examples: []string{
			"Onyx Capital bought into Larkfield in 2019. => Larkfield | inv=Onyx Capital | @2019",
		},
	},
	{
		Name: "lead", Verbs: "lead co-lead spearhead anchor head",
		Subject: frames.Lead, Object: frames.Financing,
		Fills: "in=company into=company for=company of=company agent=lead",
		Alone: (*frames.Attempt).LeadsAlone, Giver: true, Settle: (*frames.Attempt).SettleLead, Weak: true,
		Examples: []string{
			"Harbor Capital led a $7 million seed round in Nightjar. " +
				"=> Nightjar | 7000000 USD | stage=seed | inv=*Harbor Capital",
			"Nightjar has raised $7 million. The round was led by Harbor Capital. " +
				"=> Nightjar | 7000000 USD | inv=*Harbor Capital",
		},
	},
	{
		Name: "advised", Verbs: "advise manage",
		Object: frames.Nothing, Fills: "agent=lead", All: frames.Givers, Giver: true,
		Settle: (*frames.Attempt).SettleAdvised, Weak: true,
		Examples: []string{
			"Marl raised $80 million in a round led by funds advised by Onyx Capital. " +
				"=> Marl | 80000000 USD | inv=*Onyx Capital",
		},
	},
	{
		Name: "back", Verbs: "back fund finance bankroll",
		Subject: frames.Investor, Object: frames.Company, Fills: "agent=investor with=object",
		All: frames.Firm | frames.Givers, Active: true, Main: true,
		Examples: []string{
			"Bosch and Denso back Lidaro => Lidaro | inv=Bosch; Denso",
			"Onyx Capital backed Lidaro with $6 million. => Lidaro | 6000000 USD | inv=Onyx Capital",
		},
	},
	{
		Name: "backed", Verbs: "back fund support finance underwrite",
		Object: frames.Financing, Fills: "agent=investor", Giver: true, Settle: (*frames.Attempt).SettleBacked,
		Weak: true,
		Examples: []string{
			"Kestrel's $20 million Series A, backed by Onyx Capital, closed in May. " +
				"=> Kestrel | 20000000 USD | stage=series-a | inv=Onyx Capital",
		},
	},
	{
		Name: "join", Verbs: "participate join partake invest chip follow contribute",
		Subject: frames.Investor, Object: frames.Financing,
		Fills: "in=company into=company with=investor agent=investor beside=investor recipient=financing",
		Alone: (*frames.Attempt).JoinsAlone, Giver: true, Settle: (*frames.Attempt).SettleJoin, Weak: true,
		Examples: []string{
			"Vireo raised $5 million led by Elm Ventures. Onyx Capital also participated in the round. " +
				"=> Vireo | 5000000 USD | inv=*Elm Ventures; Onyx Capital",
		},
	},
	{
		Name: "hold more", Verbs: "increase raise boost lift double",
		Subject: frames.Investor, Object: frames.Nothing, All: frames.Givers, Giver: true, Active: true,
		When: (*frames.Attempt).HoldsMore, Additive: true, Weak: true,
		Examples: []string{
			"Vireo raised $5 million led by Elm Ventures. Onyx Capital increased its stake. " +
				"=> Vireo | 5000000 USD | inv=*Elm Ventures; Onyx Capital",
		},
	},
	{
		Name: "value", Verbs: "value",
		Subject: frames.Financing, Object: frames.Company, Fills: "at=worth agent=investor", Figure: true,
		Settle: (*frames.Attempt).SettleValue, Weak: true,
		Examples: []string{
			"Cairn raised $80 million, valuing the company at $1.2 billion. => Cairn | 80000000 USD | val=1200000000 USD",
		},
	},
	{
		Name:    "bring",
		Verbs:   "bring take push boost lift raise increase give put hit reach top broaden drive propel swell",
		Subject: frames.Financing, Fills: "recipient=total at=worth", Figure: true,
		Settle: (*frames.Attempt).SettleBring, Additive: true, Weak: true,
		Examples: []string{
			"Sable closed a $10 million Series A, bringing its total funding to $14 million. " +
				"=> Sable | 10000000 USD | stage=series-a | total=14000000 USD",
			"Sable closed a $10 million Series A. This puts its total at $14 million. " +
				"=> Sable | 10000000 USD | stage=series-a | total=14000000 USD",
		},
	},
	{
		Name: "stand", Verbs: "stand",
		Subject: frames.Total, Fills: "at=total", Figure: true, Settle: (*frames.Attempt).SettleStand,
		Weak: true,
		Examples: []string{
			"Sable closed a $10 million Series A. Its total funding now stands at $14 million. " +
				"=> Sable | 10000000 USD | stage=series-a | total=14000000 USD",
		},
	},
	{
		Name: "include", Verbs: "include feature list comprise",
		Subject: frames.Financing, Object: frames.Investor, All: frames.Givers, Giver: true, Topic: true,
		Settle: (*frames.Attempt).SettleInclude, Additive: true, Weak: true,
		Examples: []string{
			"Tidewater raised $3 million in seed funding. Investors in the round include Elm Ventures and Jane Roe. " +
				"=> Tidewater | 3000000 USD | stage=seed | inv=Elm Ventures; Jane Roe",
		},
	},
	{
		Name: "total", Verbs: "total amount",
		Subject: frames.Financing, Object: frames.Financing, All: frames.Money, Weak: true,
		Examples: []string{
			"Quince completed a Series B round totaling over $10m. => Quince | 10000000 USD more_than | stage=series-b",
		},
	},
	{
		Name: "see", Verbs: "see attract draw receive gain mark feature welcome",
		Subject: frames.Financing, Fills: "source=investor of=investor agent=investor", All: frames.Givers,
		Giver: true, Topic: true, Settle: (*frames.Attempt).SettleSee, Weak: true,
		Examples: []string{
			"Saltmarsh raised $9 million led by Elm Ventures. The round also saw participation from existing backer Onyx Capital. " +
				"=> Saltmarsh | 9000000 USD | inv=*Elm Ventures; Onyx Capital",
		},
	},
	{
		Name: "make", Verbs: "make",
		Subject: frames.Investor, Object: frames.Financing, Fills: "in=company into=company agent=investor",
		All: frames.Round, Giver: true, Settle: (*frames.Attempt).SettleMake, Weak: true,
		Examples: []string{
			"Onyx Capital made a $5 million investment in Larkfield. => Larkfield | 5000000 USD | inv=Onyx Capital",
		},
	},
	{
		Name: "come", Verbs: "come arrive",
		Subject: frames.Financing, Fills: "source=investor", Topic: true,
		Settle: (*frames.Attempt).SettleCome, Weak: true,
		Examples: []string{
			"Ibex landed $6 million. The money comes from Elm Ventures. => Ibex | 6000000 USD | inv=Elm Ventures",
		},
	},
}
