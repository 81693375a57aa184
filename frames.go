package funding

import (
	"slices"
	"strings"
	"sync"

	"example.com/funding/internal/english"
	"example.com/funding/internal/lexicon"
)

// part is what a place in a clause fills.
type part uint8

const (
	nothing   part = iota
	company        // who receives the money
	investor       // who gives it
	lead           // who gives it and leads
	financing      // amount, stage, or a word for the round
	worth          // a valuation
	total          // raised so far
	same           // more of what the argument before it gave
)

// need is what a clause must hold for its frame to speak of a round.
type need uint8

const (
	needMoney    need = 1 << iota // an amount that is no valuation, revenue …
	needRound                     // a word for a financing, or a stage
	needCompany                   // a company in the frame's place for it
	needInvestor                  // a named investor
	needValue                     // a valuation together with an investor
	further                       // "another", "more": with an amount it stands for a financing
)

// frame is a row of the table: how one meaning of some verbs fills a round. To
// teach the parser a verb, add it to a row; to teach it a meaning, add a row
// with examples, which TestFrames runs.
type frame struct {
	name      string
	verbs     string // lemmas
	subject   part
	object    part
	preps     string // "from=investor": what prepositional phrases fill beside the common ones
	any       need   // one of these must be there
	all       need   // all of these must be there
	weak      bool   // adds to a round told elsewhere, makes none by itself
	status    Status
	active    bool                // only in the active voice
	kind      Kind                // of the money, if the verb says it
	bare      bool                // in the passive it may stand without its subject: "the round was closed in May"
	additive  bool                // never a round of its own, even with an amount and a company
	settle    func(*attempt) bool // what a weak row checks and mends; nil for nothing
	recipient bool                // the subject receives in the passive too: "was awarded"
	particle  string              // a preposition that must follow
	word      lexicon.ID          // of the particle
	extends   bool                // the object is the round before, the amount comes on top of it
	main      bool                // only as the main verb of a sentence
	figure    bool                // settle asks for a total or a valuation
	giver     bool                // settle asks for an investor, or all does
	topic     bool                // settle asks for a subject that is a financing or means who gave it
	fills     []filling           // what each preposition fills, see ruleSet.prep
	// the lookalikes of the row
	lookalikes []func(*attempt) bool
	// examples are sentences followed by "=> " and what the frame must give, in the form of the goldens.
	examples []string
}

// commonPreps is what prepositional phrases fill in every frame, unless its row says otherwise.
const commonPreps = "in=financing as=financing of=financing via=financing through=financing with=financing for=financing after=financing on=financing up=financing down=financing " +
	"worth=object from=investor by=investor at=worth including=same such=same like=same alongside=investor along=investor together=investor plus=investor"

var frames = []frame{
	{name: "raise", bare: true, verbs: "raise secure", subject: company, object: financing, any: needMoney | needRound | needValue,
		examples: []string{
			"Lumen Robotics raised $12 million in a Series A round led by Harbor Capital. => Lumen Robotics | 12000000 USD | stage=series-a | inv=*Harbor Capital",
			"Oakmere has secured £3m from Northgate Ventures. => Oakmere | 3000000 GBP | inv=Northgate Ventures",
		}},
	{name: "get", verbs: "bag nab grab snag score land get net pocket bank collect draw attract haul rake rack pull pick scoop reel swipe win gain garner obtain receive take book clinch corral catch locate cook bring gobble nail lock wrap gather amass snap add drum harvest reap accept ink snare lure welcome woo hook tap lift notch hoover stack",
		subject: company, object: financing, any: needMoney | needRound, preps: "in=object on=object up=object down=object away=object", active: true,
		examples: []string{
			"Fernweh bags €6M to map footpaths => Fernweh | 6000000 EUR",
			"Marlow picks up $2.5M seed round => Marlow | 2500000 USD | stage=seed",
		}},
	{name: "close", bare: true, verbs: "close complete finalize finalise conclude hold", subject: company, object: financing, any: needMoney | needRound, preps: "on=object",
		examples: []string{
			"Petrel Health closed a $9m Series B financing. => Petrel Health | 9000000 USD | stage=series-b",
			"Quill closes on $40 million => Quill | 40000000 USD",
		}},
	{name: "announce", bare: true, verbs: "announce reveal unveil confirm disclose fetch launch emerge exit file kick start debut celebrate oversubscribe", subject: company, object: financing, any: needRound,
		examples: []string{
			"Halcyon today announced a $30 million Series B led by Alder Partners. => Halcyon | 30000000 USD | stage=series-b | inv=*Alder Partners",
			"Sundew emerged from stealth with $8 million in seed funding. => Sundew | 8000000 USD | stage=seed",
		}},
	{name: "extend", verbs: "extend expand top", subject: company, object: nothing, preps: "with=object by=object to=nothing up=nothing", all: needMoney, extends: true,
		examples: []string{
			"Dray extends its $20M Series A with another $7M => Dray | 7000000 USD | stage=series-a-extension && Dray | 20000000 USD | stage=series-a",
		}},
	{name: "seek", verbs: "seek eye target want plan negotiate discuss explore near consider pursue mull need hunt", subject: company, object: financing, any: needMoney | needRound, status: Pending, active: true,
		examples: []string{
			"Ravel is seeking a $50 million Series C. => Ravel | 50000000 USD | stage=series-c | status=pending",
		}},
	{name: "scrap", verbs: "scrap abandon cancel shelve postpone withdraw drop halt", subject: company, object: financing, all: needRound, status: Failed,
		examples: []string{
			"Marl has scrapped a planned $80 million round. => Marl | 80000000 USD | status=failed",
		}},
	{name: "call off", verbs: "call", subject: company, object: financing, preps: "off=object", particle: "off", all: needRound, status: Failed,
		examples: []string{
			"Marl called off its planned $80 million round. => Marl | 80000000 USD | status=failed",
		}},
	{name: "fall through", topic: true, settle: (*attempt).settleFall, verbs: "collapse fall fail", subject: financing, weak: true, status: Failed,
		examples: []string{
			"Pelorus was in talks to raise $40 million. The round fell through in May. => Pelorus | 40000000 USD | status=failed",
		}},
	{name: "sign", verbs: "sign", subject: company, object: financing, preps: "with=investor for=financing", all: needRound, status: Pending,
		examples: []string{
			"Ferrow has signed a term sheet with Onyx Capital for a $12 million Series A. => Ferrow | 12000000 USD | stage=series-a | status=pending | inv=Onyx Capital",
		}},
	{name: "go", verbs: "go flow", subject: financing, preps: "to=company into=company", all: needMoney | needCompany,
		examples: []string{
			"Some 15 million Swiss francs go to Tannhof. => Tannhof | 15000000 CHF about",
		}},
	{name: "invest", verbs: "invest reinvest co-invest", subject: investor, object: financing, preps: "in=company into=company", all: needCompany,
		examples: []string{
			"Borealis Ventures invested $4 million in Whimbrel Analytics. => Whimbrel Analytics | 4000000 USD | inv=Borealis Ventures",
		}},
	{name: "pour", verbs: "pour pump inject put sink plow plough plunk funnel commit contribute infuse throw bet provide give lend plug channel stump", subject: investor, object: financing, preps: "into=company in=company to=company on=company for=company", all: needCompany | needMoney,
		examples: []string{
			"Two funds, Cobalt Capital and Ridge Partners, poured $15 million into Saffron's Series A. => Saffron | 15000000 USD | stage=series-a | inv=Cobalt Capital; Ridge Partners",
		}},
	{name: "award", verbs: "award", subject: company, object: financing, any: needMoney, all: needRound, recipient: true, preps: "by=investor",
		examples: []string{
			"Seld was awarded a grant of £4.2 million by the Marine Agency. => Seld | 4200000 GBP | kind=grant | inv=Marine Agency",
		}},
	{name: "borrow", verbs: "borrow", subject: company, object: financing, all: needMoney, kind: Debt,
		examples: []string{
			"Helm Tiles has borrowed $50 million from Cactus Bank. => Helm Tiles | 50000000 USD | kind=debt | inv=Cactus Bank",
		}},
	{name: "supply", verbs: "supply provide hand give", subject: investor, object: company, preps: "with=object", all: needCompany | needMoney,
		examples: []string{
			"Onyx Capital has supplied Brackwater with $30 million. => Brackwater | 30000000 USD | inv=Onyx Capital",
		}},
	{name: "buy into", verbs: "buy", subject: investor, preps: "into=company", object: nothing, all: needCompany | needInvestor, particle: "into",
		examples: []string{
			"Onyx Capital bought into Larkfield in 2019. => Larkfield | inv=Onyx Capital | @2019",
		}},
	{name: "lead", giver: true, settle: (*attempt).settleLead, verbs: "lead co-lead spearhead anchor head", subject: lead, object: financing, preps: "in=company into=company for=company of=company by=lead", weak: true,
		examples: []string{
			"Harbor Capital led a $7 million seed round in Nightjar. => Nightjar | 7000000 USD | stage=seed | inv=*Harbor Capital",
			"Nightjar has raised $7 million. The round was led by Harbor Capital. => Nightjar | 7000000 USD | inv=*Harbor Capital",
		}},
	{name: "advised", giver: true, settle: (*attempt).settleAdvised, verbs: "advise manage", object: nothing, preps: "by=lead", weak: true, all: needInvestor,
		examples: []string{
			"Marl raised $80 million in a round led by funds advised by Onyx Capital. => Marl | 80000000 USD | inv=*Onyx Capital",
		}},
	{name: "back", verbs: "back fund finance bankroll", subject: investor, object: company, preps: "by=investor", all: needCompany | needInvestor, active: true, main: true,
		examples: []string{
			"Bosch and Denso back Lidaro => Lidaro | inv=Bosch; Denso",
		}},
	{name: "backed", giver: true, settle: (*attempt).settleBacked, verbs: "back fund support finance underwrite", object: financing, preps: "by=investor", weak: true,
		examples: []string{
			"Kestrel's $20 million Series A, backed by Onyx Capital, closed in May. => Kestrel | 20000000 USD | stage=series-a | inv=Onyx Capital",
		}},
	{name: "join", giver: true, settle: (*attempt).settleJoin, verbs: "participate join partake invest chip follow", subject: investor, preps: "in=company into=company with=investor by=investor alongside=investor", object: financing, weak: true,
		examples: []string{
			"Vireo raised $5 million led by Elm Ventures. Onyx Capital also participated in the round. => Vireo | 5000000 USD | inv=*Elm Ventures; Onyx Capital",
		}},
	{name: "value", figure: true, settle: (*attempt).settleValue, verbs: "value", subject: financing, object: company, preps: "at=worth by=investor", weak: true,
		examples: []string{
			"Cairn raised $80 million, valuing the company at $1.2 billion. => Cairn | 80000000 USD | val=1200000000 USD",
		}},
	{name: "bring", figure: true, settle: (*attempt).settleBring, additive: true, verbs: "bring take push boost lift raise increase give put hit reach top broaden drive propel swell", subject: financing, preps: "to=total at=worth", weak: true,
		examples: []string{
			"Sable closed a $10 million Series A, bringing its total funding to $14 million. => Sable | 10000000 USD | stage=series-a | total=14000000 USD",
		}},
	{name: "stand", figure: true, settle: (*attempt).settleStand, verbs: "stand", subject: total, preps: "at=total", weak: true,
		examples: []string{
			"Sable closed a $10 million Series A. Its total funding now stands at $14 million. => Sable | 10000000 USD | stage=series-a | total=14000000 USD",
		}},
	{name: "include", giver: true, topic: true, settle: (*attempt).settleInclude, additive: true, verbs: "include feature list comprise", subject: financing, object: investor, weak: true, all: needInvestor,
		examples: []string{
			"Tidewater raised $3 million in seed funding. Investors in the round include Elm Ventures and Jane Roe. => Tidewater | 3000000 USD | stage=seed | inv=Elm Ventures; Jane Roe",
		}},
	{name: "total", verbs: "total amount", subject: financing, object: financing, weak: true, all: needMoney,
		examples: []string{
			"Quince completed a Series B round totaling over $10m. => Quince | 10000000 USD more_than | stage=series-b",
		}},
	{name: "see", giver: true, topic: true, settle: (*attempt).settleSee, verbs: "see attract draw receive gain mark feature welcome", subject: financing, preps: "from=investor of=investor by=investor", weak: true, all: needInvestor,
		examples: []string{
			"Saltmarsh raised $9 million led by Elm Ventures. The round also saw participation from existing backer Onyx Capital. => Saltmarsh | 9000000 USD | inv=*Elm Ventures; Onyx Capital",
		}},
	{name: "make", giver: true, settle: (*attempt).settleMake, verbs: "make", subject: investor, object: financing, preps: "in=company into=company by=investor", all: needRound, weak: true,
		examples: []string{
			"Onyx Capital made a $5 million investment in Larkfield. => Larkfield | 5000000 USD | inv=Onyx Capital",
		}},
	{name: "come", giver: true, topic: true, settle: (*attempt).settleCome, verbs: "come arrive", subject: financing, preps: "from=investor", weak: true,
		examples: []string{
			"Ibex landed $6 million. The money comes from Elm Ventures. => Ibex | 6000000 USD | inv=Elm Ventures",
		}},
}

// The frames of readings that hang on no row's verb.
var (
	nominal       = frame{name: "nominal", object: financing, preps: "in=company into=company of=company with=nothing for=company at=company"}
	talks         = frame{name: "talks", subject: company, object: financing, preps: "with=investor for=financing about=financing over=financing"}
	participation = frame{preps: "from=investor of=investor by=investor"}
	investorList  = frame{object: investor}
	anyVerb       = frame{name: "any", subject: company, object: financing, all: needMoney | needRound, preps: "in=object on=object up=object down=object"}
)

var partNames = map[string]part{"nothing": nothing, "financing": financing, "round": financing, "investor": investor, "lead": lead, "worth": worth, "total": total, "company": company, "same": same, "object": financing}

// ruleSet is the tables above with words as numbers.
type ruleSet struct {
	rows   []frame
	ofVerb [lexicon.Verbs]verbRows
	prepNo []uint8 // of a word that is listed as a preposition, its number; 0 of others
	preps  int     // how many there are

	qualifiers []bool // of a word, whether a phrase that qualifies an amount ends with it

	nominal, talks, participation, investorList, anyVerb frame
}

// verbRows is the rows of a verb in their order.
type verbRows struct {
	strong, weak []*frame
	light        []lightVerb
	any          bool // there is one of them
	bare         bool // one makes a round of a word for it, without amount or stage
	alone        bool // one makes a round without even that
}

// has reports whether a frame has the verb.
func (v *verbRows) has() bool { return len(v.strong)+len(v.weak) > 0 }

// filling is what a phrase with a certain preposition fills.
type filling struct {
	to     part
	object bool // it stands for the object ("closes on $5M")
}

// lightVerb is the verb that another one means together with a word.
type lightVerb struct {
	word lexicon.ID
	as   uint16
}

// rules compiles the tables when a text is first parsed, so that importing the package costs nothing.
var rules = sync.OnceValue(func() *ruleSet {
	rs := &ruleSet{rows: slices.Clone(frames), nominal: nominal, talks: talks, participation: participation, investorList: investorList, anyVerb: anyVerb}
	all := []*frame{&rs.nominal, &rs.talks, &rs.participation, &rs.investorList, &rs.anyVerb}
	for i := range rs.rows {
		all = append(all, &rs.rows[i])
	}
	rs.number(commonPreps)
	for _, f := range all {
		rs.number(f.preps)
	}
	for _, f := range all {
		f.fills = make([]filling, rs.preps+1)
		rs.fill(f, commonPreps)
		rs.fill(f, f.preps) // a row's own word counts more
		f.word = lexicon.Find(f.particle)
		for i := range lookalikes {
			if l := &lookalikes[i]; l.frame == "" || l.frame == f.name {
				f.lookalikes = append(f.lookalikes, l.when)
			}
		}
	}
	for i := range rs.rows {
		f := &rs.rows[i]
		for _, v := range strings.Fields(f.verbs) {
			if v := &rs.ofVerb[lexicon.Verb(v)]; f.weak {
				v.weak = append(v.weak, f)
			} else {
				v.strong = append(v.strong, f)
				bare := f.all&(needMoney|needValue) == 0 && (f.any == 0 || f.any&^(needMoney|needValue) != 0)
				v.bare, v.alone = v.bare || bare, v.alone || bare && f.all&needRound == 0 && f.any == 0
			}
		}
	}
	for _, l := range english.Grammar().Light {
		v := &rs.ofVerb[lexicon.Verb(l.Verb)]
		v.light = append(v.light, lightVerb{lexicon.Find(l.Word), lexicon.Verb(l.Means)})
	}
	for i := range rs.ofVerb {
		v := &rs.ofVerb[i]
		v.any = v.has() || len(v.light) > 0
		for _, l := range v.light {
			v.bare = v.bare || rs.ofVerb[l.as].bare // those that need no word for it are verbs with a cue
		}
	}
	rs.endQualifiers()
	return rs
})

// number gives the prepositions of preps numbers, from 1 on.
func (rs *ruleSet) number(preps string) {
	for _, row := range strings.Fields(preps) {
		word, _, _ := strings.Cut(row, "=")
		id := int(lexicon.Find(word))
		if id >= len(rs.prepNo) {
			rs.prepNo = append(rs.prepNo, make([]uint8, id+1-len(rs.prepNo))...)
		}
		if rs.prepNo[id] == 0 {
			rs.preps++
			rs.prepNo[id] = uint8(rs.preps)
		}
	}
}

// endQualifiers notes the words that phrases that qualify an amount end with.
func (rs *ruleSet) endQualifiers() {
	for id := lexicon.ID(1); lexicon.Known(id); id++ {
		if lexicon.At(id).Is(lexicon.Qualifier) {
			phrase := lexicon.Key(id)
			last := int(lexicon.Find(phrase[strings.LastIndexByte(phrase, ' ')+1:]))
			if last >= len(rs.qualifiers) {
				rs.qualifiers = append(rs.qualifiers, make([]bool, last+1-len(rs.qualifiers))...)
			}
			rs.qualifiers[last] = true
		}
	}
}

// qualifies reports whether a phrase that qualifies an amount may end with the word.
func (rs *ruleSet) qualifies(word lexicon.ID) bool {
	return int(word) < len(rs.qualifiers) && rs.qualifiers[word]
}

// fill notes what preps says for f.
func (rs *ruleSet) fill(f *frame, preps string) {
	for _, row := range strings.Fields(preps) {
		word, to, _ := strings.Cut(row, "=")
		f.fills[rs.prepNo[lexicon.Find(word)]] = filling{partNames[to], to == "object"}
	}
}

// prep returns what a phrase with the preposition fills in f.
func (rs *ruleSet) prep(f *frame, word lexicon.ID) filling {
	if int(word) >= len(rs.prepNo) {
		return filling{}
	}
	return f.fills[rs.prepNo[word]]
}
