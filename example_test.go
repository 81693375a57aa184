package funding_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"example.com/funding"
)

func Example() {
	doc := funding.Parse("Tallinn-based Kolvik has raised €4.2 million in a seed round led by Rannik Ventures.")
	for _, r := range doc.Rounds {
		fmt.Println(r.Company.Name, "got", r.Amount.Value, r.Amount.Currency)
		for _, i := range r.Investors {
			fmt.Println("from", i.Name, "as lead:", i.Lead)
		}
	}
	// Output:
	// Kolvik got 4200000 EUR
	// from Rannik Ventures as lead: true
}

func ExampleParse() {
	text := "Kolvik closed a $12 million Series A. It is now valued at over $50 million."
	for _, r := range funding.Parse(text).Rounds {
		fmt.Println(r)
		fmt.Printf("%q\n", r.Amount.In(text))
	}
	// Output:
	// Kolvik | 12000000 USD | stage=series-a | val=50000000 USD more_than
	// "$12 million"
}

func ExampleParser() {
	p := funding.Parser{
		Title:     "Kolvik lands $12m Series A",
		Published: funding.Date{Year: 2021, Month: time.March, Day: 5}, // a Friday
	}
	doc := p.Parse("Kolvik raised $12 million from Rannik Ventures on Tuesday.")
	fmt.Println(doc.Rounds[0])
	// Output: Kolvik | 12000000 USD | stage=series-a | inv=Rannik Ventures | @2021-03-02
}

func ExampleParser_Parse() {
	p := funding.Parser{Published: funding.Date{Year: 2021, Month: time.March, Day: 5}}
	doc := p.Parse("Kolvik raised $12 million last October.")
	fmt.Println(doc.Rounds[0].Date)
	// Output: 2020-10
}

func ExampleParser_DebugPrint() {
	var b strings.Builder
	if err := (funding.Parser{}).DebugPrint(&b, "Kolvik raised $12 million."); err != nil {
		fmt.Println(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	fmt.Println(lines[0])
	fmt.Println(lines[len(lines)-1])
	// Output:
	// sentence 1: Kolvik raised $12 million.
	// round: Kolvik | 12000000 USD
}

func ExampleParseMoney() {
	for _, s := range []string{"US$1.05 billion", "Rs 12.5 crore", "€10–12m", "several hundred million dollars"} {
		m, err := funding.ParseMoney(s)
		fmt.Println(m.Value, m.Currency, m.Qualifier, err)
	}
	// Output:
	// 1050000000 USD exact <nil>
	// 125000000 INR exact <nil>
	// 12000000 EUR range <nil>
	// 0  exact funding: cannot parse "several hundred million dollars" at byte 8: no exact value
}

func ExampleMoney_String() {
	for _, s := range []string{"$5m", "nearly 3 million euros"} {
		m, _ := funding.ParseMoney(s)
		fmt.Println(m)
	}
	// Output:
	// USD 5000000
	// nearly EUR 3000000
}

func ExampleMoney_Equal() {
	a, _ := funding.ParseMoney("$1.5 million")
	b, _ := funding.ParseMoney("USD 1,500,000.00")
	c, _ := funding.ParseMoney("over $1.5 million")
	fmt.Println(a.Equal(b), a.Equal(c))
	// Output: true false
}

func ExampleMoney_IsZero() {
	nothing, _ := funding.ParseMoney("a lot")
	zero, _ := funding.ParseMoney("$0")
	fmt.Println(nothing.IsZero(), zero.IsZero())
	// Output: true false
}

func ExampleParseError() {
	_, err := funding.ParseMoney("$5 million, thanks")
	var pe *funding.ParseError
	if errors.As(err, &pe) {
		fmt.Printf("%q: %s\n", pe.Input[pe.Offset:], pe.Reason)
	}
	// Output: ", thanks": text after the amount
}

func ExampleParseDate() {
	for _, s := range []string{"March 3, 2021", "2018-07-30T23:30:00-07:00", "2021-Q1", "March 12"} {
		d, err := funding.ParseDate(s)
		fmt.Println(d, err)
	}
	// Output:
	// 2021-03-03 <nil>
	// 2018-07-30 <nil>
	// 2021-Q1 <nil>
	//  funding: cannot parse "March 12" at byte 0: not a date
}

func ExampleDateOf() {
	t := time.Date(2021, time.March, 3, 23, 59, 0, 0, time.UTC)
	fmt.Println(funding.DateOf(t))
	// Output: 2021-03-03
}

func ExampleDate_Precision() {
	for _, s := range []string{"2021-03-03", "2021-03", "2021-Q1", "2021"} {
		d, _ := funding.ParseDate(s)
		fmt.Println(d, d.Precision())
	}
	// Output:
	// 2021-03-03 day
	// 2021-03 month
	// 2021-Q1 quarter
	// 2021 year
}

func ExampleParseStage() {
	s, err := funding.ParseStage("series-b-extension")
	fmt.Println(s, err)
	_, err = funding.ParseStage("Series B")
	fmt.Println(err)
	// Output:
	// series-b-extension <nil>
	// funding: cannot parse "Series B" at byte 0: not a stage
}

func ExampleStage_String() {
	r := funding.Parse("Kolvik raised a $2 million Series A-1.").Rounds[0]
	fmt.Println(r.Stage)
	// Output: series-a1
}

func ExampleReadJSONL() {
	in := `{"id": "k-1", "published": "2021-03-05", "text": "Kolvik raised $12 million yesterday."}
{"id": "k-2", "text": "Kolvik opened an office."}`
	for a, err := range funding.ReadJSONL(strings.NewReader(in)) {
		if err != nil {
			fmt.Println(err)
			return
		}
		published, _ := funding.ParseDate(a.Published)
		doc := funding.Parser{Published: published, Title: a.Title}.Parse(a.Text)
		fmt.Println(a.ID, doc.Rounds)
	}
	// Output:
	// k-1 [Kolvik | 12000000 USD | @2021-03-04]
	// k-2 []
}

func ExampleDocument_JSON() {
	text := "Rent is $900."
	b, err := funding.Parse(text).JSON("r-1", text)
	fmt.Println(string(b), err)
	// Output: {"id":"r-1","rounds":[],"money":[{"start":8,"end":12,"text":"$900","value":"900","currency":"USD","qualifier":"exact","min":"","max":"","role":"other","assumed":true}],"dates":[]} <nil>
}

func ExampleDocument_MarshalJSON() {
	b, err := json.Marshal(funding.Parse("We met in March 2021."))
	fmt.Println(string(b), err)
	// Output: {"rounds":[],"money":[],"dates":[{"start":10,"end":20,"value":"2021-03"}]} <nil>
}

func ExampleDocument_UnmarshalJSON() {
	saved, _ := json.Marshal(funding.Parse("Kolvik raised €3 million."))
	var doc funding.Document
	if err := json.Unmarshal(saved, &doc); err != nil {
		fmt.Println(err)
	}
	fmt.Println(doc.Rounds)
	// Output: [Kolvik | 3000000 EUR]
}

func ExampleRound_String() {
	doc := funding.Parse("Kolvik is in talks to raise $30 million from Rannik Ventures.")
	fmt.Println(doc.Rounds[0])
	// Output: Kolvik | 30000000 USD | status=pending | inv=Rannik Ventures
}

func ExampleSpan_In() {
	text := "The café chain Kolvik raised €3 million."
	r := funding.Parse(text).Rounds[0]
	fmt.Println(r.Company.Span, r.Company.In(text))
	fmt.Println(r.Amount.Span, r.Amount.In(text))
	// Output:
	// {16 22} Kolvik
	// {30 42} €3 million
}
