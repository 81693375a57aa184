package funding

import (
	"encoding/json"
	"strings"
	"testing"

	"example.com/funding/internal/names"
)

// Lines that a change of the source showed to be untested: go run ./internal/mutate finds them.

func TestTable(t *testing.T) {
	const bars = "Name | Amount | Round | Lead Investor | Investors\n" +
		"Lisko | $5 million | Seed | Birch Capital | Alder Capital and Onyx, Inc.\n" +
		"Marl | undisclosed | Series B | - | Onyx Capital; Cobalt Capital\n"
	const lines = "Company\nAmount\nInvestors\n" + "Lisko\n$5 million\nBirch Capital\n" + "Marl\n€7 million\nOnyx Capital\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"bars", bars, []string{
			"Lisko | 5000000 USD | stage=seed | inv=*Birch Capital; Alder Capital; Onyx, Inc.",
			"Marl | stage=series-b | inv=Onyx Capital; Cobalt Capital",
		}},
		{"leading bars", "| Name | Amount | Investors |\n|---|---|---|\n| Lisko | $5 million | Birch Capital |\n", []string{"Lisko | 5000000 USD | inv=Birch Capital"}},
		{"tabs", "Name\tAmount\tInvestors\nLisko\t$5 million\tBirch Capital\n", []string{"Lisko | 5000000 USD | inv=Birch Capital"}},
		{"a cell a line", lines, []string{"Lisko | 5000000 USD | inv=Birch Capital", "Marl | 7000000 EUR | inv=Onyx Capital"}},
		{"no investors", "Name | Amount | Founded\nLisko | $5 million | Birch\n", nil},
		{"no name in the row", "Name | Amount | Investors\nLisko | $5 million | Birch Capital\n - | $6 million | Birch Capital\n", []string{"Lisko | 5000000 USD | inv=Birch Capital"}},
		{"kinds", "Name | Amount | Round | Investors\nLisko | $5 million | Grant | Birch Capital\nMarl | $6 million | Debt | Onyx Bank\n",
			[]string{"Lisko | 5000000 USD | kind=grant | inv=Birch Capital", "Marl | 6000000 USD | kind=debt | inv=Onyx Bank"}},
		{"dates", "Name | Amount | Date | Investors\nLisko | $5 million | March 3, 2021 | Birch Capital\nMarl | $6 million | - | Onyx Capital\n",
			[]string{"Lisko | 5000000 USD | inv=Birch Capital | @2021-03-03", "Marl | 6000000 USD | inv=Onyx Capital"}},
		{"an empty cell", "Name | Amount | Round | Investors\nLisko | $5 million | | Birch Capital\nMarl | $6 million | Seed | Onyx Capital\n",
			[]string{"Lisko | 5000000 USD | inv=Birch Capital", "Marl | 6000000 USD | stage=seed | inv=Onyx Capital"}},
		{"investors without a name", "Name | Amount | Round | Investors\nLisko | $5 million | Seed | Birch Capital, Alder Capital and others\nMarl | $6 million | Seed | existing investors\n",
			[]string{"Lisko | 5000000 USD | stage=seed | inv=Birch Capital; Alder Capital", "Marl | 6000000 USD | stage=seed"}},
		{"another name without an amount", "Name | Amount | Investors\nLisko | soon | Birch Capital\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Parse(c.text)
			checkDocument(t, c.text, doc)
			var got []string
			for _, r := range doc.Rounds {
				got = append(got, r.String())
				if in := r.Company.In(c.text); in != r.Company.Name {
					t.Errorf("%s stands where %q stands", r.Company.Name, in)
				}
			}
			if g, w := strings.Join(got, "\n"), strings.Join(c.want, "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}

func TestMentionJSON(t *testing.T) {
	const text = "On March 3, 2021 Lisko raised between $5 million and $7 million."
	doc := Parse(text)
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var back Document
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if len(back.Dates) != 1 || back.Dates[0] != doc.Dates[0] || back.Dates[0].In(text) != "March 3, 2021" {
		t.Errorf("dates %+v, were %+v", back.Dates, doc.Dates)
	}
	if len(back.Money) != 1 || back.Money[0].Span != doc.Money[0].Span || !back.Money[0].Equal(doc.Money[0].Money) {
		t.Errorf("money %+v, was %+v", back.Money, doc.Money)
	}
	// the mentions marshal alone, too
	if b, err = json.Marshal(doc.Dates[0]); err != nil {
		t.Fatal(err)
	}
	var d DateMention
	if err := json.Unmarshal(b, &d); err != nil || d != doc.Dates[0] {
		t.Errorf("%s reads back as %+v, %v", b, d, err)
	}
}

// A character reference counts as the character, and spans cover it whole.
func TestCharacterReferences(t *testing.T) {
	for _, c := range []struct{ text, company, investor string }{
		{"Lisko raised $5 million from Birch &#38; Alder.", "Lisko", "Birch &#38; Alder"},
		{"&#8220;Lisko&#8221; raised $5 million from Birch Capital.", "Lisko", "Birch Capital"},
		{"&ldquo;Lisko&rdquo; raised $5 million from Birch&nbsp;Capital.", "Lisko", "Birch&nbsp;Capital"},
	} {
		doc := Parse(c.text)
		if len(doc.Rounds) != 1 || len(doc.Rounds[0].Investors) != 1 {
			t.Errorf("%s: %v", c.text, doc.Rounds)
			continue
		}
		r := doc.Rounds[0]
		if r.Company.In(c.text) != c.company || r.Investors[0].In(c.text) != c.investor {
			t.Errorf("%s: company %q, investor %q", c.text, r.Company.In(c.text), r.Investors[0].In(c.text))
		}
	}
}

// Where the names of a round begin and end, and what else they are called.
func TestNames(t *testing.T) {
	for _, c := range []struct{ text, company, investor, aka string }{
		{"7Loom, Inc., a weaver of carpets, raised $5 million from Birch Capital.", "7Loom, Inc.", "Birch Capital", ""},
		{"Lisko Labs Ltd. raised $5 million from London's Birch Capital.", "Lisko Labs Ltd.", "Birch Capital", ""},
		{"Lisko & Marl raised $5 million from the Foundation for the Arctic.", "Lisko & Marl", "Foundation for the Arctic", ""},
		{"Lisko raised $5 million from Chairman Tveit.", "Lisko", "Tveit", ""},
		{"Lisko raised $5 million from Chairman Capital.", "Lisko", "Chairman Capital", ""},
		{"Lisko raised $5 million with Åse Tveit of Kavring participating.", "Lisko", "Åse Tveit", "Kavring"},
		{"Lisko raised $5 million from Åse Tveit, founder of Kavring.", "Lisko", "Åse Tveit", "Kavring"},
	} {
		doc := Parse(c.text)
		if len(doc.Rounds) != 1 || len(doc.Rounds[0].Investors) != 1 {
			t.Errorf("%s: %v", c.text, doc.Rounds)
			continue
		}
		r := doc.Rounds[0]
		i := r.Investors[0]
		if r.Company.Name != c.company || i.Name != c.investor || strings.Join(i.Aka, "; ") != c.aka {
			t.Errorf("%s: company %q, investor %q, also %q", c.text, r.Company.Name, i.Name, i.Aka)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"General Dynamo Works", "GDW", true},
		{"General Dynamo Works", "GDX", false},
		{"General Dynamo Works", "GD", false},
		{"Lisko Labs", "Lisko", true},
		{"Lisko", "Lisko, Inc.", true},
		{"Lisko Labs", "Lisko Foods", false},
		{"Berlin Labs", "Berlin", false},
		{"The Lisko", "Lisko", true},
		{"Lisko.ai", "Lisko", true},
		{"", "Lisko", false},
	} {
		ns := new(names.Register)
		if a, b := ns.Form(c.a), ns.Form(c.b); ns.Same(a, b) != c.same || ns.Same(b, a) != c.same {
			t.Errorf("same(%q, %q) is not %v both ways", c.a, c.b, c.same)
		}
	}
}
