package tabular_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/deal"
	"example.com/funding/internal/english"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/tabular"
	"example.com/funding/internal/words"
)

// read returns a reader that has read the tables of text, "·" standing for a tab.
func read(text string) *tabular.Reader {
	w := words.NewReader(english.Language().Words)
	m := mention.NewReader(w, english.Language().Mentions)
	w.Reset(strings.ReplaceAll(text, "·", "\t"))
	m.Reset(calendar.Date{})
	for w.Paragraph() {
		w.MakeRoom()
		m.Find()
		w.Split()
	}
	w.Whole()
	m.Settle("", false)
	r := tabular.NewReader(m, english.Language().Tables)
	r.Read()
	return r
}

// lines returns the tellings of the tables: company | amount | stage | date | givers, * for leads | kind.
func lines(r *tabular.Reader) (out []string) {
	for i := range r.Tellings {
		t := &r.Tellings[i]
		f := []string{t.Company.Text}
		if t.Money >= 0 {
			m := &r.Money[t.Money]
			f = append(f, r.Text[m.Start:m.End])
		}
		if !t.Stage.IsZero() {
			f = append(f, t.Stage.String())
			if r.Text[t.StageAt.Start:t.StageAt.End] == "" {
				f = append(f, "nowhere")
			}
		}
		if t.Date >= 0 {
			at := r.DateAts[t.Date]
			f = append(f, r.Text[at.Start:at.End])
		}
		var givers []string
		for _, g := range t.Givers {
			name := g.Name.Text
			if g.Lead {
				name = "*" + name
			}
			givers = append(givers, name)
		}
		if len(givers) > 0 {
			f = append(f, strings.Join(givers, "; "))
		}
		switch t.Kind {
		case deal.Debt:
			f = append(f, "debt")
		case deal.Grant:
			f = append(f, "grant")
		case deal.Crowdfunding:
			f = append(f, "crowd")
		}
		for _, a := range []struct {
			name string
			no   int32
		}{{"val", t.Value}, {"total", t.Total}} {
			if a.no >= 0 {
				m := &r.Money[a.no]
				f = append(f, a.name+"="+r.Text[m.Start:m.End])
			}
		}
		out = append(out, strings.Join(f, " | "))
	}
	return out
}

func TestTables(t *testing.T) {
	for _, c := range []struct {
		why  string
		text string
		want []string
	}{
		{"bars", `
Company | Amount | Stage | Investors
Foo | $5 million | Seed | Bar Ventures
Baz | €6m | Series A | Quux, Ann Poe and Bar Ventures`,
			[]string{"Foo | $5 million | seed | Bar Ventures", "Baz | €6m | series-a | Quux; Ann Poe; Bar Ventures"}},
		{"bars around every line, and a rule", `
| Company | Amount | Investors |
|:---|---:|---|
| Foo | $5 million | Bar Ventures |
| Baz | $6 million | Quux |`,
			[]string{"Foo | $5 million | Bar Ventures", "Baz | $6 million | Quux"}},
		{"a heading that nobody knows", `
Startup·Round·Lead Investor·Mood
Foo·Series B·Bar Ventures·good`,
			[]string{"Foo | series-b | *Bar Ventures"}},
		{"tabs", `
Startup·Round·Lead Investor·Sector·Date
Foo·Series B·Bar Ventures·Lamps·2021-03-02
Baz·Series C·Quux·Chairs and lamps·May 2021`,
			[]string{"Foo | series-b | 2021-03-02 | *Bar Ventures", "Baz | series-c | May 2021 | *Quux"}},
		{"one cell a line", `
Company
Funding Amount
Funding Round Type
Key Investors
Foo
$5 million
Seed
Bar Ventures and others
Baz Lamps Ltd
$6 million
Debt
Quux; other investors`,
			[]string{"Foo | $5 million | seed | Bar Ventures", "Baz Lamps Ltd | $6 million | Quux | debt"}},
		{"cells of nothing but a dash", `
Company | Amount | Stage | Investors | Date
Foo | - | Series A | — | -
Baz | $6 million | - | - | -`,
			[]string{"Foo | series-a", "Baz | $6 million"}},
		{"empty cells", `
| Company | Amount | Stage | Investors |
| Foo | | Series A | |
| Baz | $6 million | | Quux |`,
			[]string{"Foo | series-a", "Baz | $6 million | Quux"}},
		{"amounts that are not told", `
Company | Amount | Investors
Foo | Undisclosed | Bar Ventures
Baz | N/A | Quux
Qux | NA | Bar Ventures
Quuz | not disclosed | Quux`,
			[]string{"Foo | Bar Ventures", "Baz | Quux", "Qux | Bar Ventures", "Quuz | Quux"}},
		{"kinds", `
Company | Type | Amount | Investors
Foo | Debt | $5 million | Bar Bank
Baz | Grant | $6 million | Quux`,
			[]string{"Foo | $5 million | Bar Bank | debt", "Baz | $6 million | Quux | grant"}},
		{"leads and others", `
Company | Amount | Led by | Investors
Foo | $5 million | Bar Ventures | Quux, Ann Poe`,
			[]string{"Foo | $5 million | *Bar Ventures; Quux; Ann Poe"}},
		{"a firm's legal form after a comma", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures, Inc., Quux`,
			[]string{"Foo | $5 million | Bar Ventures, Inc.; Quux"}},
		{"prose ends it", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
So much for this week.
Baz | $6 million | Quux`,
			[]string{"Foo | $5 million | Bar Ventures"}},
		{"a row without a name is passed over", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
- | $6 million | Quux
Qux | $7 million | Quux`,
			[]string{"Foo | $5 million | Bar Ventures", "Qux | $7 million | Quux"}},
		{"a row whose name is a sentence is passed over", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
And this is what the week has also brought us | $6 million | Quux
Qux | $7 million | Quux`,
			[]string{"Foo | $5 million | Bar Ventures", "Qux | $7 million | Quux"}},
		{"a row whose amount is none is passed over", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
Baz | a great deal | Quux
Qux | $7 million | Quux`,
			[]string{"Foo | $5 million | Bar Ventures", "Qux | $7 million | Quux"}},
		{"a row whose date is none is passed over", `
Company | Amount | Investors | Date
Foo | $5 million | Bar Ventures | May 2021
Baz | $6 million | Quux | soon
Qux | $7 million | Quux | May 2021`,
			[]string{"Foo | $5 million | May 2021 | Bar Ventures", "Qux | $7 million | May 2021 | Quux"}},
		{"a row that says nothing is passed over", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
Baz | - | -
Qux | $7 million | Quux`,
			[]string{"Foo | $5 million | Bar Ventures", "Qux | $7 million | Quux"}},
		{"a row with too few cells", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
Baz | $6 million
Qux | $7 million | Quux`,
			[]string{"Foo | $5 million | Bar Ventures", "Baz | $6 million", "Qux | $7 million | Quux"}},
		{"names of nine words and marks, but not of ten", `
Company | Amount | Investors
A B C D E F G H I | $5 million | A B C D E F G H Z, J B C D E F G H K L`,
			[]string{"A B C D E F G H I | $5 million | A B C D E F G H Z"}},
		{"a company of ten words ends it", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
A B C D E F G H I J | $5 million | Bar Ventures`,
			[]string{"Foo | $5 million | Bar Ventures"}},
		{"sixteen columns, one cell a line",
			"Company\nAmount\nInvestors\n" + strings.Repeat("Sector\n", 13) + "Foo\n$5 million\nBar Ventures\n" + strings.Repeat("-\n", 13),
			[]string{"Foo | $5 million | Bar Ventures"}},
		{"two tables", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures

That was May.

Company | Amount | Investors
Baz | $6 million | Quux`,
			[]string{"Foo | $5 million | Bar Ventures", "Baz | $6 million | Quux"}},
		{"a table right after another", `
Company | Amount | Investors
Foo | $5 million | Bar Ventures
Company | Amount | Stage | Lead
Baz | $6 million | Seed | Quux`,
			[]string{"Foo | $5 million | Bar Ventures", "Baz | $6 million | seed | *Quux"}},
		{"a column without a heading", `
| Company | | Amount | Investors |
| Foo | new | $5 million | Bar Ventures |`,
			[]string{"Foo | $5 million | Bar Ventures"}},
		{"headings in capitals", `
COMPANY | AMOUNT | INVESTORS
Foo | $5 million | Bar Ventures`,
			[]string{"Foo | $5 million | Bar Ventures"}},
		{"a cell that holds more than the amount", `
Company | Amount | Investors
Foo | $5 million (about €4 million) | Bar Ventures`,
			[]string{"Foo | $5 million | Bar Ventures"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := lines(read(strings.TrimPrefix(c.text, "\n"))); !slices.Equal(got, c.want) {
				t.Errorf("%s\ngot\n  %s\nwant\n  %s", c.text, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// What has the words of headings and is no table of rounds.
func TestNoTables(t *testing.T) {
	for _, c := range []struct{ why, text string }{
		{"no investors and no stage", "Company | Amount | Sector\nFoo | $5 million | Lamps"},
		{"no amount and no stage", "Company | Sector | Investors\nFoo | Lamps | Bar Ventures"},
		{"no company", "Amount | Stage | Investors\n$5 million | Seed | Bar Ventures"},
		{"two companies", "Company | Startup | Amount | Investors\nFoo | Foo | $5 million | Bar Ventures"},
		{"two amounts", "Company | Amount | Raised | Investors\nFoo | $5 million | $6 million | Bar Ventures"},
		{"two columns", "Company | Investors\nFoo | Bar Ventures"},
		{"headings and no row", "Company | Amount | Investors"},
		{"headings and prose", "Company | Amount | Investors\nNobody raised anything this week."},
		{"one cell a line, and a row that is cut off", "Company\nAmount\nInvestors\nFoo"},
		{"one cell a line, and a row that is broken", "Company\nAmount\nInvestors\nFoo\n$5 million | more\nBar Ventures"},
		{"prose", "Investors like the company: it raised $5 million from Bar Ventures."},
		{"prose in lines", "Investors\nlike it.\nFoo raised $5 million."},
		{"nothing", ""},
		{"more columns than any table of rounds has",
			"Company\nAmount\nInvestors\n" + strings.Repeat("Sector\n", 14) + "Foo\n$5 million\nBar Ventures\n" + strings.Repeat("-\n", 14)},
	} {
		r := read(c.text)
		if got := lines(r); len(got) > 0 || r.Any() {
			t.Errorf("%s: %q, a table: %t", c.why, got, r.Any())
		}
	}
}

// A text may hold a table only if a line or cell is the heading of the investors.
func TestHeaded(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Company | Amount | Investors\nFoo", true},
		{"Investors | Amount", true},
		{"a · Lead Investor", true},
		{"Key Investors", true},
		{"Key Investors in lamps", false},
		{"Its investors: Foo", false},
		{"The investors | Foo", false},
		{"Foo raised $5 million.", false},
	} {
		if got := read(c.text).Speaks(); got != c.want {
			t.Errorf("%q: %t, want %t", c.text, got, c.want)
		}
	}
}

// Sentences that begin inside a table are no prose; those around it are.
func TestWithin(t *testing.T) {
	r := read(`Foo opened a shop.

Company | Amount | Investors
Foo | $5 million | Bar Ventures
Baz | $6 million | Quux

Read more next week.

Company | Amount | Investors
Qux | $7 million | Quux`)
	if len(lines(r)) != 3 {
		t.Fatalf("%q", lines(r))
	}
	var got []string
	for _, s := range r.Sents {
		first := r.Toks[s.From].Text(r.Text)
		got = append(got, fmt.Sprintf("%s %t", first, (r.Rest(s).From > s.From)))
	}
	want := "Foo false, Company true, Foo true, Baz true, Read false, Company true, Qux true"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, ", "), want)
	}
	r = read("Foo opened.\n\n| Company | Amount | Investors |\n|---|---|---|\n| Foo | $5 million | Bar Ventures |\n\n| Read | more |")
	for _, s := range r.Sents { // a bar belongs to the line that it opens
		if word := r.Toks[s.From+1].Text(r.Text); (r.Rest(s).From > s.From) == (word == "opened" || word == "Read") {
			t.Errorf("the sentence of %q: within %t", word, (r.Rest(s).From > s.From))
		}
	}
}

// A text with a table, and then one without: the second has none of the first.
func TestReset(t *testing.T) {
	r := read("Company | Amount | Investors\nFoo | $5 million | Bar Ventures")
	if !r.Any() || len(r.Tellings) != 1 {
		t.Fatal("no table was read")
	}
	r.Reset()
	if r.Any() || len(r.Tellings) != 0 {
		t.Error("the table is still there")
	}
	if all := r.Tellings[:1]; all[0].Company.Text != "" {
		t.Error("the memory holds on to the text")
	}
}

// A telling of a row says where its company stands, which orders it among the others.
func TestPlace(t *testing.T) {
	r := read("Company | Amount | Investors\nFoo | $5 million | Bar Ventures\nBaz | $6 million | Quux")
	for i, name := range []string{"Foo", "Baz"} {
		tell := &r.Tellings[i]
		if at := strings.Index(r.Text, name); tell.Pos != at || tell.Company.Span.Start != at || tell.Company.Span.End != at+len(name) {
			t.Errorf("%s stands at %d: %+v", name, at, tell)
		}
		if tell.Value != -1 || tell.Total != -1 || tell.Date != -1 || tell.Heading != -1 {
			t.Errorf("%s has what its row does not tell: %+v", name, tell)
		}
	}
}
