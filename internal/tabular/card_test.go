package tabular_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/deal"
)

// layout is a text and what its layout tells.
type layout struct {
	why, text string
	want      []string
}

func check(t *testing.T, cases []layout) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.why, func(t *testing.T) {
			if got := lines(read(strings.TrimPrefix(c.text, "\n"))); !slices.Equal(got, c.want) {
				t.Errorf("%s\ngot\n  %s\nwant\n  %s", c.text, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// long is a description of more tokens than are looked at to find where a line begins.
var long = strings.Repeat("It sells lamps to ships, ", 20) + "and to ports."

func TestCards(t *testing.T) {
	check(t, []layout{
		{"icons before the labels", `
📇 Company: Brumelo
🏷️ Sectors: Tide pumps, AgriTech
🧗 Round: Seed
💰 Amount Raised: €3m
🏦 Investors: Onyx Capital, Reed Invest`,
			[]string{"Brumelo | €3m | seed | Onyx Capital; Reed Invest"}},
		{"fields in one line, tabs between", "Company: Brumelo·Round: Series A·Raised: $9M·Lead: Onyx Capital·HQ: Lyon",
			[]string{"Brumelo | $9M | series-a | *Onyx Capital"}},
		{"fields in one line, bars between", "Company: Brumelo | Round: Series A | Raised: $9M | Lead: Onyx Capital | HQ: Lyon",
			[]string{"Brumelo | $9M | series-a | *Onyx Capital"}},
		{"fields in one line, icons between", "Company: Brumelo 💰 Raised: $9M 🏦 Lead: Onyx Capital • Round: Series A",
			[]string{"Brumelo | $9M | series-a | *Onyx Capital"}},
		{"labels in bold under a name in bold", `
**Marlowe Bio**
**Stage:** Series B
**Raised:** $40M`,
			[]string{"Marlowe Bio | $40M | series-b"}},
		{"numbered entries, a blank line between fields", `
1. Alpigo — Lamps that listen.

Funding: €5.1M pre-seed

Investors: K5 Global, Yellow, and Galion.exe, plus angel founders from companies including Foo and Bar

2. Revolux — Lamps that talk.

Funding: $3M pre-seed

Investors: Seedcamp, with Weekend Fund, Kimaro, and others`,
			[]string{"Alpigo | €5.1M | pre-seed | K5 Global; Yellow; Galion.exe", "Revolux | $3M | pre-seed | Seedcamp; Weekend Fund; Kimaro"}},
		{"several cards in a row, one after a long field",
			"Company: Brumelo\nDescription: " + long + "\nAmount: €32M\nInvestors: Onyx Capital\n" +
				"Company: Tarnmere\nDescription: " + long + "\nAmount: €2M\nInvestors: Reed Invest",
			[]string{"Brumelo | €32M | Onyx Capital", "Tarnmere | €2M | Reed Invest"}},
		{"a card that tells of no deal before one that does", `
Company: Oakumly
Sector: Rope
Company: Limberly
Round: Seed
Amount: $3M`,
			[]string{"Limberly | $3M | seed"}},
		{"a label over its value", `
Oakumly
Round
Series A
Amount
€8m
Investors
Loam Capital, Peat Partners`,
			[]string{"Oakumly | €8m | series-a | Loam Capital; Peat Partners"}},
		{"a table of two columns", `
| Company | Limberly |
| Round | Series B |
| Lead investor | Sprig Capital |`,
			[]string{"Limberly | series-b | *Sprig Capital"}},
		{"the letter of a series, and who leads in brackets", `
Company: Limberly
Series: A
Amount: $11M
Investors: Thistle Growth (lead), Sorrel VC`,
			[]string{"Limberly | $11M | series-a | *Thistle Growth; Sorrel VC"}},
		{"a value that tells all", "Company: Limberly\nRound: $6M Series A, led by Quay Partners",
			[]string{"Limberly | $6M | series-a | *Quay Partners"}},
		{"nobody and nothing", "Company: Limberly\nRound: Seed\nAmount: N/A\nInvestors: Private investors",
			[]string{"Limberly | seed"}},
		{"givers of a sort, and a firm that is called so", `
Company: Limberly
Round: Seed
Investors: Business Angels, Acre Angels, family offices, others`,
			[]string{"Limberly | seed | Acre Angels"}},
		{"a crowd is a kind and no giver", "Company: Limberly\nRound: Crowdfunding\nAmount: €1.4M\nInvestors: Crowdfunding",
			[]string{"Limberly | €1.4M | crowd"}},
		{"kind, valuation and total", "Company: Limberly\nType: Debt\nAmount: €4M\nValuation: €30M\nRaised so far: €9M",
			[]string{"Limberly | €4M | debt | val=€30M | total=€9M"}},
		{"a profile: who gave all so far gave to no event", "Swarala Care\nRaised so far: $25 million\nBackers: Mulberry Health",
			[]string{"Swarala Care | total=$25 million"}},
		{"prose after the field on its line", "Investors: Onyx Capital (lead), Reed Invest. Merganser raised $9 million.",
			[]string{" | *Onyx Capital; Reed Invest"}},
		{"a date is no giver", "Company: Limberly\nRound: Seed\nInvestors: 3 May 2021, Onyx Capital",
			[]string{"Limberly | seed | Onyx Capital"}},
		{"statistics", "Average deal size: €12M\nClean Tech: 14.5%\nNumber of rounds: 686", nil},
		{"an agenda", "Stage: Main hall\nTime: 10:00\nSpeaker: Jane Roe", nil},
		{"a contact", "Press contact: Jane Roe\nPhone: 020 555 1234", nil},
	})
}

func TestItems(t *testing.T) {
	check(t, []layout{
		{"a name, a place and a product", `
Marlow, Porto, tide pumps: $2.4M seed
Brindley, Ghent, school lunches: €6M Series A`,
			[]string{"Marlow | $2.4M | seed", "Brindley | €6M | series-a"}},
		{"bars", "Axiom Loopy | $20M | Series A | Harbor Capital\nTarnow | $8M | Seed | Fen Ventures, Jo Blanc",
			[]string{"Axiom Loopy | $20M | series-a | Harbor Capital", "Tarnow | $8M | seed | Fen Ventures; Jo Blanc"}},
		{"brackets", "Tarnow Bio: $40M Series B (lead: Copse Capital)", []string{"Tarnow Bio | $40M | series-b | *Copse Capital"}},
		{"bullets, and with whom", "- Marlow (Porto): €3M Series A led by Onyx Capital, with Reed Ventures and Jo Blanc",
			[]string{"Marlow | €3M | series-a | *Onyx Capital; Reed Ventures; Jo Blanc"}},
		{"dashes", "• Marlow – $5M – Seed – Onyx Capital, Reed Ventures", []string{"Marlow | $5M | seed | Onyx Capital; Reed Ventures"}},
		{"those after a semicolon do not lead", "Marlow (Porto): $48M Series B led by Quarry Road; Bluffton and Tidewater also in.",
			[]string{"Marlow | $48M | series-b | *Quarry Road; Bluffton; Tidewater"}},
		{"debt, valuation and total", `
Heronry (Ulm): €22M in venture debt from Kade Credit.
Marlow (Ulm): $12M Series A at a $90M valuation, co-led by Onyx Capital and Reed Ventures. Total raised: $15.5M.`,
			[]string{"Heronry | €22M | Kade Credit | debt", "Marlow | $12M | series-a | *Onyx Capital; *Reed Ventures | val=$90M | total=$15.5M"}},
		{"under its name", `
Kestrel Optics
Series C, $55 million
Led by Harrow Growth, with Tern Ventures

Moorhen
Seed, $3 million
Led by Ditch Capital`,
			[]string{"Kestrel Optics | $55 million | series-c | *Harrow Growth; Tern Ventures", "Moorhen | $3 million | seed | *Ditch Capital"}},
		{"an amount alone, beside one that says more", "Marlow: $5M Series A\nTarnow: $8M", []string{"Marlow | $5M | series-a", "Tarnow | $8M"}},
		{"amounts alone", "Marlow: $5M\nTarnow: $8M", nil},
		{"sectors and countries", "Fintech: $2.1B\nHealthtech: $1.4B\nGermany: €4B", nil},
		{"what companies are worth", "Marlow: $3T market cap\nTarnow: $2T market cap", nil},
		{"funds", "Onyx Capital: $400M fund", nil},
		{"prices", "Tickets: $50\nEarly bird: $30", nil},
		{"an average", "Median Round: $2M Seed", nil},
		{"a clause before the mark", "The board said this: $5M is too little for us.", nil},
		{"an amount before the mark", "Marlow raises $10M - - Series A - - led by Onyx Capital", nil},
		{"rows of another table", "Company | Revenue | Investors\nFoodco | $4B | Onyx Capital", nil},
	})
}

// Cells are missing: what the others hold says which, and none of the next row is taken.
func TestMissingCells(t *testing.T) {
	check(t, []layout{
		{"one cell a line, the last two missing", `
Name
Amount
Stage
Investors
Lead Investor
Pellworm
$30 Mn
Series B
Norland Capital, Ostara Ventures
Norland Capital
Tamsine Foods
$6 Mn
Seed
Brackwell
$25 Mn
Series A
Quarrel Partners
–`,
			[]string{"Pellworm | $30 Mn | series-b | Norland Capital; Ostara Ventures; *Norland Capital",
				"Tamsine Foods | $6 Mn | seed", "Brackwell | $25 Mn | series-a | Quarrel Partners"}},
		{"a date opens the row", `
Date
Company
Amount
Stage
Investors
1 Jun 2022
Halvard
€3m
Seed
Fjell Capital
2 Jun 2022
Sommerly
€8m
Series A
3 Jun 2022
Kite & Co
€1m
Pre-seed
Havn Angels`,
			[]string{"Halvard | €3m | seed | 1 Jun 2022 | Fjell Capital", "Sommerly | €8m | series-a | 2 Jun 2022",
				"Kite & Co | €1m | pre-seed | 3 Jun 2022 | Havn Angels"}},
		{"a cell in the middle, and prose after it", `
Startup
Funding
Round
Investors
Limberly
Series A
Gantry Ventures
Tarnow
$7M
Loam Capital
Read more next week.`,
			[]string{"Limberly | series-a | Gantry Ventures", "Tarnow | $7M | Loam Capital"}},
		{"bars", "Company | Sector | Amount | Round | Investors\nOakumly | $2M | Series A\nTarnow | Peat | $9M | | Loam Capital",
			[]string{"Oakumly | $2M | series-a", "Tarnow | $9M | Loam Capital"}},
		{"no investors, but an amount and a stage", "Company | Amount | Stage\nLimberly | $4M | Seed", []string{"Limberly | $4M | seed"}},
		{"quarters are no companies", "Quarter | Amount | Round\nQ1 2024 | $4B | Seed", nil},
	})
}

// topics returns the topics of the text: the name, and the words between which it holds.
func topics(text string) (out []string) {
	r := read(text)
	for i := range r.Topics {
		t := &r.Topics[i]
		rest := r.Text[r.Toks[t.From].Start:r.Toks[t.To-1].End]
		words := strings.Fields(rest)
		out = append(out, fmt.Sprintf("%s: %s … %s", t.Name.Text, words[0], words[len(words)-1]))
	}
	return out
}

func TestTopics(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a name over what it is", "Ten firms\n\nMillracer\nThe startup of two engineers raised money.\n\nOxbower\nThe company will hire.",
			[]string{"Millracer: The … money.", "Oxbower: The … hire."}},
		{"bullets with a name in front", "News\n\n- Brumelo: The startup raised money.\n\n- Tarnow — it did not.",
			[]string{"Brumelo: : … money.", "Tarnow: — … not."}},
		{"a section", "News\n\nMarket Chatter\nInvestors are picky this year, and they say so.", nil},
		{"a byline", "Lamps are dear\n\nJane Roe\nPeople in the port say that lamps are dear this year.", nil},
	} {
		if got := topics(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

// A card claims an event if it says enough; else it adds to one.
func TestClaims(t *testing.T) {
	for _, c := range []struct {
		text string
		want deal.Strength
	}{
		{"Company: Limberly\nAmount: $3M", deal.Event},
		{"Company: Limberly\nRound: Seed\nInvestors: Onyx Capital", deal.Event},
		{"Company: Limberly\nRound: Seed", deal.Supports},
		{"Company: Limberly\nInvestors: Onyx Capital", deal.Supports},
		{"Company: Limberly\nTotal raised: $30M\nRound: Seed", deal.SoFar},
		{"Amount: $3M\nRound: Seed", deal.Supports}, // nobody says whose
	} {
		r := read(c.text)
		if len(r.Tellings) != 1 || r.Tellings[0].Strength != c.want {
			t.Errorf("%q: %+v, want strength %d", c.text, r.Tellings, c.want)
		}
	}
}
