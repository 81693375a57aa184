package calendar

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// lex is the lexicon of the tests: that of English, made of its rows.
var lex = func() *lexicon.Lexicon {
	l, err := lexicon.New(os.DirFS("../english/data"))
	if err != nil {
		panic(err)
	}
	return l
}()

// toy is a language of few words and rows.
var toy = Table{
	Sets: []Set{
		{Name: "MONTH", Words: "march april may", Fills: AsMonth},
		{Name: "LATERMONTH", Words: "march april may", Fills: AsLaterMonth},
		{Name: "WEEKDAY", Words: "monday sunday", Fills: AsCount},
		{Name: "NTH", Words: "first second", Fills: AsQuarter},
		{Name: "REL", Words: "last", Value: int(Last), Fills: AsRel},
		{Name: "REL", Words: "next", Value: int(Next), Fills: AsRel},
		{Name: "YEARREL", Words: "last", Value: int(Last), Fills: AsYear},
		{Name: "UNIT", Words: "month", Value: int(Months), Fills: AsUnit},
		{Name: "ASKS", Words: "in since", Class: lexicon.Companynoun},
	},
	Parts: []string{
		"OF = [,] ( of | in )",
		"SO = or so",
	},
	Rows: []Row{
		{Name: "month of year", Pattern: "MONTH OF YEAR"},
		{Name: "some months", Pattern: "^MONTH", Before: "to ^LATERMONTH YYYY"},
		{Name: "month", Pattern: "^MONTH", Means: Expr{Kind: MonthOf}, NotAfter: "NAMEHEAD"},
		{Name: "asked month", Pattern: "MONTH", Means: Expr{Kind: MonthOf}, After: "( ASKS | POSS | OPENING | CAPS - )"},
		{Name: "no month", Pattern: "MONTH DAY +WORD", Means: Expr{Kind: NoTime}},
		{Name: "vague month", Pattern: "^MONTH SO", Means: Expr{Kind: Vague}},
		{Name: "month of last year", Pattern: "^MONTH YEARREL year", Means: Expr{Kind: MonthOf}, NotBefore: "POSS|NAME"},
		{Name: "days", Pattern: "^MONTH DAY [- LATERDAY] , YEAR"},
		{Name: "day", Pattern: "MONTH DAY", Means: Expr{Kind: DayOf}},
		{Name: "weekday", Pattern: "WEEKDAY", Means: Expr{Kind: OnWeekday}},
		{Name: "weekday and day", Pattern: "WEEKDAY , DATE:!WEEKDAY"},
		{Name: "by", Pattern: "by PERIOD"},
		{Name: "since", Pattern: "since TIME", Means: Expr{Kind: Vague}},
		{Name: "back", Pattern: "back ( TIME:^MONTH | TIME:back )"},
		{Name: "last", Pattern: "REL ( WEEKDAY | UNIT )", Means: Expr{Kind: Ago}},
		{Name: "next", Pattern: "REL MONTH DAY , YEAR"},
		{Name: "count", Pattern: "COUNT UNIT ago", Means: Expr{Kind: Ago}},
		{Name: "quarter", Pattern: "the NTH quarter", Means: Expr{Kind: QuarterOf}},
		{Name: "Q", Pattern: "^q +QUARTERNO", Means: Expr{Kind: QuarterOf}},
		{Name: "1Q", Pattern: "QUARTERNO +^q _YYYY"},
		{Name: "2H", Pattern: "HALFNO +^h", Means: Expr{Kind: HalfOf}},
		{Name: "Q'YY", Pattern: "^q +QUARTER'YY"},
		{Name: "H'YY", Pattern: "^h +HALF'YY", Means: Expr{Kind: InYear}},
		{Name: "decade", Pattern: `DECADE +"s"`, Means: Expr{Kind: Vague}},
		{Name: "tens", Pattern: `the ' TENS +"s"|POSS`, Means: Expr{Kind: Vague}},
		{Name: "clock", Pattern: "WEEKDAY _CLOCK CAPS YYYY", Means: Expr{Kind: InYear}},
		{Name: "numbered year", Pattern: "YEAR", Means: Expr{Kind: InYear}, Before: "series|NUMBER", After: "ANY"},
		{Name: "year", Pattern: "year ' +YY", Means: Expr{Kind: InYear}},
	},
}

// toyRules are the rules of toy.
func toyRules(t *testing.T) *Rules {
	t.Helper()
	rules, err := Compile(lex, toy)
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

// reader returns a reader of text.
func reader(rules *Rules, text string) Reader {
	w := words.NewReader(words.NewRules(lex))
	w.Reset(text)
	for w.Paragraph() {
	}
	w.Whole()
	return Reader{View: &w.View, Rules: rules}
}

func TestMatch(t *testing.T) {
	rules := toyRules(t)
	month := func(m int) Expr { return Expr{Kind: MonthOf, Date: iso2(m, 0)} }
	for _, c := range []struct {
		text string // in brackets what is read
		row  string
		want Expr
	}{
		// the longest counts, of as long ones the first row
		{"[March]", "month", month(3)},
		{"[March of 2021]", "month of year", Expr{Date: Date{Year: 2021, Month: 3}}},
		{"[march, in 2021]", "month of year", Expr{Date: Date{Year: 2021, Month: 3}}},
		{"[March] of 2021x", "month", month(3)},
		{"[March] of 1776", "month", month(3)},
		{"[March or so]", "vague month", Expr{Kind: Vague}},
		{"[March] or else", "month", month(3)},
		{"in [March]", "month", month(3)},

		// what stands around
		{"in [march]", "asked month", month(3)},
		{"a company [march]", "asked month", month(3)},
		{"it's [may]", "asked month", month(5)},
		{"(over) [may]", "", Expr{}},
		{"over ([may])", "asked month", month(5)},
		{"ABC-[may]", "asked month", month(5)},
		{"xyz-[may]", "", Expr{}},
		{"[may]", "", Expr{}},
		{"Old [March]", "", Expr{}},
		{"Old\n[March]", "month", month(3)},
		{"old [March]", "month", month(3)},
		{"[March last year]", "month of last year", Expr{Kind: MonthOf, Year: Last, Date: iso2(3, 0)}},
		{"[March] last year's", "month", month(3)},
		{"[March] last year Foo", "month", month(3)},
		{"[March last year]\n\nFoo", "month of last year", Expr{Kind: MonthOf, Year: Last, Date: iso2(3, 0)}},
		{"[March] to May 2021", "some months", Expr{Date: Date{Year: 2021, Month: 3}}},
		{"[March] to March 2021", "month", month(3)},
		{"[March] to May", "month", month(3)},
		{"a [2019] series", "numbered year", Expr{Date: Date{Year: 2019}}},
		{"a [2019] 30", "numbered year", Expr{Date: Date{Year: 2019}}},
		{"[2019] series", "", Expr{}},
		{"a [2019]", "", Expr{}},

		// a part is not the whole, and what does not exist is none
		{"[March 3x]", "", Expr{}},
		{"[March] 32", "month", month(3)},
		{"[March 3]", "day", Expr{Kind: DayOf, Date: iso2(3, 3)}},
		{"[March 3, 2021]", "days", Expr{Date: Date{2021, 3, 3, 0}}},
		{"[March 3-5, 2021]", "days", Expr{Date: Date{Year: 2021, Month: 3}}},
		{"[April 31, 2021]", "", Expr{}},
		{"[March 5]-3, 2021", "day", Expr{Kind: DayOf, Date: iso2(3, 5)}},

		// expressions in others
		{"[Monday, March 3]", "weekday and day", Expr{Kind: DayOf, Date: iso2(3, 3)}},
		{"[Monday, March 3, 2021]", "weekday and day", Expr{Date: Date{2021, 3, 3, 0}}},
		{"[Monday, 2021-03-03]", "weekday and day", Expr{Date: Date{2021, 3, 3, 0}}},
		{"[Monday], March", "weekday", Expr{Kind: OnWeekday, N: 1}},
		{"[Monday], Sunday, March 3", "weekday", Expr{Kind: OnWeekday, N: 1}},
		{"[by March]", "by", month(3)},
		{"[by] Monday", "", Expr{}},
		{"[by] march", "", Expr{}},
		{"[since March 3]", "since", Expr{Kind: Vague}},
		{"[back March of 2021]", "back", Expr{Date: Date{Year: 2021, Month: 3}}},
		{"[back] march of 2021", "", Expr{}},
		{"[back] Monday", "", Expr{}},
		{"[back back March]", "back", month(3)},
		{"[back back back back March]", "back", month(3)},
		{"[back] back back back back back March", "", Expr{}}, // deeper than anybody writes

		// words and numbers that fill
		{"[last month]", "last", Expr{Kind: Ago, Unit: Months, Rel: Last}},
		{"[next Monday]", "last", Expr{Kind: Ago, Rel: Next, N: 1}},
		{"[next April 3, 2021]", "next", Expr{Date: Date{2021, 4, 3, 0}}},
		{"[12 month ago]", "count", Expr{Kind: Ago, Unit: Months, N: 12}},
		{"[0 month ago]", "", Expr{}},
		{"x[12 month ago]", "", Expr{}},
		{"[the second quarter]", "quarter", Expr{Kind: QuarterOf, Date: Date{Quarter: 2}}},
		{"[Q4]", "Q", Expr{Kind: QuarterOf, Date: Date{Quarter: 4}}},
		{"[Q5]", "", Expr{}},
		{"[q4]", "", Expr{}},
		{"[Q 4]", "", Expr{}},
		{"[4Q 2021]", "1Q", Expr{Date: Date{Year: 2021, Quarter: 4}}},
		{"[4Q2021]", "", Expr{}},
		{"[2H]", "2H", Expr{Kind: HalfOf, N: 2}},
		{"[3H]", "", Expr{}},
		{"[Q3'21]", "Q'YY", Expr{Date: Date{Year: 2021, Quarter: 3}}},
		{"[Q1'49]", "Q'YY", Expr{Date: Date{Year: 2049, Quarter: 1}}},
		{"[Q5'21]", "", Expr{}},
		{"[Q1'99]", "", Expr{}},
		{"[H2'20]", "H'YY", Expr{Date: Date{Year: 2020}}},
		{"[H3'20]", "", Expr{}},
		{"[year '99]", "year", Expr{Date: Date{Year: 1999}}},
		{"[year '21]", "year", Expr{Date: Date{Year: 2021}}},
		{"[year '21]st", "", Expr{}},
		{"[1990s]", "decade", Expr{Kind: Vague}},
		{"[1991s]", "", Expr{}},
		{"[1990x]", "", Expr{}},
		{"[the '90s]", "tens", Expr{Kind: Vague}},
		{"[the '90's]", "tens", Expr{Kind: Vague}},
		{"[the '91s]", "", Expr{}},
		{"[Monday 10 GMT 2021]", "clock", Expr{Date: Date{Year: 2021}}},
		{"[Monday] 10 Gmt 2021", "weekday", Expr{Kind: OnWeekday, N: 1}},
		{"[Monday]-10 GMT 2021", "weekday", Expr{Kind: OnWeekday, N: 1}},

		// nothing begins here
		{"[to]", "", Expr{}},
		{"['90s]", "", Expr{}},
		{"[unheard]", "", Expr{}},
	} {
		before, rest, _ := strings.Cut(c.text, "[")
		in, after, _ := strings.Cut(rest, "]")
		r := reader(rules, before+in+after)
		i := 0
		for int(r.Toks[i].Start) < len(before) {
			i++
		}
		x, to, row := r.Explain(i)
		got := ""
		if to > i {
			got = r.Text[len(before):r.Toks[to-1].End]
		}
		if c.row == "" {
			in = ""
		}
		if got != in || x != c.want || c.row != "" && row != c.row {
			t.Errorf("%s: row %q read %q as %+v; want row %q: %+v", c.text, row, got, x, c.row, c.want)
		}
		if y, end := r.At(i); y != x || end != to {
			t.Errorf("%s: At says %+v to token %d, Explain %d", c.text, y, end, to)
		}
	}
}

// The end of the text may stand anywhere within an expression.
func TestMatchAtTheEnd(t *testing.T) {
	rules := toyRules(t)
	for _, text := range []string{
		"Monday, March 3, 2021", "back by March or so", "the '90s", "Q1'21", "March to May 2021", "4Q 2021", "12 month ago",
	} {
		for n := range len(text) + 1 {
			r := reader(rules, text[:n])
			for i := range len(r.Toks) + 1 {
				if _, to := r.At(i); to < i || to > len(r.Toks) {
					t.Errorf("%q: token %d to %d", text[:n], i, to)
				}
				r.OpensTime(i)
			}
		}
	}
}

// What was read before is not looked at.
func TestMatchFrom(t *testing.T) {
	r := reader(toyRules(t), "in march")
	if _, to := r.At(1); to != 2 {
		t.Error("march was not read")
	}
	r.From = 1
	if _, to := r.At(1); to != 1 {
		t.Error("march was read")
	}
}

func TestOpensTime(t *testing.T) {
	rules := toyRules(t)
	for text, want := range map[string]bool{
		"the second quarter": true, "the second round": false, "the round": false, "the": false, "the '": true, "the 90": false,
		"last month": true, "last round": false, "March": true, "March on": true,
		"Monday":     true,
		"back March": true, "back Monday": false, "by noon": true, "year '": true, "12 month": false, "12 month ago": true, "12 round": false,
	} {
		if r := reader(rules, text); r.OpensTime(0) != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
}

// However deep expressions could lie in each other, a reader looks a few tokens ahead only, and needs no memory.
func TestMatchIsBounded(t *testing.T) {
	r := reader(toyRules(t), strings.Repeat("back ", 1000)+"March")
	found := 0
	allocated := testing.AllocsPerRun(1, func() {
		found = 0
		for i := range r.Toks {
			if _, to := r.At(i); to > i {
				found++
			}
		}
	})
	if found != maxDepth+1 || allocated > 0 {
		t.Errorf("%d expressions found, %v allocations", found, allocated)
	}
}

func TestCompileErrors(t *testing.T) {
	for _, c := range []struct {
		l    Table
		want string
	}{
		{Table{Sets: []Set{{Name: "A", Words: "march qqzqq"}}}, `set A: "qqzqq" is not in the lexicon`},
		{Table{Sets: []Set{{Name: "A", Words: "march"}, {Name: "A", Words: "may", Fills: AsMonth}}}, "set A: its rows differ"},
		{Table{Sets: []Set{{Name: "YEAR", Words: "march"}}}, "set YEAR: its rows differ"},
		{Table{Sets: []Set{{Name: "A", Words: "may", Fills: AsMonth}, {Name: "B", Words: "may", Value: 6, Fills: AsCount}}},
			`set B: "may" means 5 and 6`},
		{Table{Parts: []string{"A = B"}}, "part A: B: no such element"},
		{rows(Row{Pattern: "qqzqq"}), `row "": qqzqq: "qqzqq" is not in the lexicon`},
		{rows(Row{Pattern: "march [april"}), `row "": "]" is missing`},
		{rows(Row{Pattern: "march ( april ]"}), `row "": ")" is missing`},
		{rows(Row{Pattern: "march )"}), `row "": ")" closes nothing`},
		{rows(Row{Pattern: "[march]"}), `row "": it may be empty`},
		{rows(Row{Pattern: ""}), `row "": it may be empty`},
		{rows(Row{Pattern: "MARCH"}), `row "": MARCH: no such element`},
		{rows(Row{Pattern: "march TIME april"}), `row "": an expression does not end it`},
		{rows(Row{Pattern: "march YEAR:april"}), `row "": YEAR:april: no such element`},
		{rows(Row{Pattern: "march +TIME:april"}), `row "": +TIME:april: no such element`},
		{rows(Row{Pattern: "march TIME:qqzqq"}), `row "": TIME:qqzqq: "qqzqq" is not in the lexicon`},
		{rows(Row{Pattern: "march TIME:april|YEAR"}), `row "": TIME:april|YEAR: it does not begin with a word`},
		{rows(Row{Pattern: "march ^YEAR"}), `row "": ^YEAR: it has no capital`},
		{rows(Row{Pattern: "march", After: "[april]"}), `row "": "[april]" says nothing certain`},
		{rows(Row{Pattern: "march", NotBefore: "april TIME"}), `row "": "april TIME" says nothing certain`},
		{rows(Row{Pattern: "march", Before: "("}), `row "": ")" is missing`},
		{rows(Row{Pattern: ", march"}), "a row begins with neither a word nor a number"},
		{rows(Row{Pattern: "POSS march"}), "a row begins with neither a word nor a number"},
		{rows(Row{Pattern: "TIME"}), "a row begins with neither a word nor a number"},
		{rows(Row{Pattern: "CLOCK march"}), "a row begins with a number that none may begin with"},
		{Table{Sets: []Set{{Name: "A", Words: "may", Fills: AsMonth}, {Name: "B", Words: "april", Fills: AsCount}},
			Rows: []Row{{Pattern: "A|B"}}}, `row "": A|B: its words fill different slots`},
		{Table{Sets: []Set{{Name: "A", Words: manyWords(300)}}}, "is one word too many"},
	} {
		if _, err := Compile(lex, c.l); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("want %s, got %v", c.want, err)
		}
	}
}

func rows(r ...Row) Table { return Table{Rows: r} }

// manyWords returns n words of the lexicon.
func manyWords(n int) string {
	var b strings.Builder
	for id := lexicon.ID(1); n > 0; id++ {
		if w := lex.Key(id); lex.Known(id) && !strings.Contains(w, " ") && w == strings.ToLower(w) {
			fmt.Fprintf(&b, "%s ", w)
			n--
		}
	}
	return b.String()
}

// What kinds says of a number is what elements say.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // names of elements
	}{
		{"2021", "YEAR YYYY COUNT"}, {"2020", "YEAR YYYY COUNT DECADE"}, {"2021x", "YYYY COUNT"}, {"$2021", "YYYY COUNT"},
		{"2100", "COUNT CLOCK"}, {"1899", "COUNT CLOCK"}, {"0", "CLOCK"}, {"1", "DAY LATERDAY COUNT QUARTERNO HALFNO CLOCK"},
		{"3", "DAY LATERDAY COUNT QUARTERNO CLOCK"}, {"5", "DAY LATERDAY COUNT CLOCK"}, {"31", "DAY LATERDAY COUNT YY CLOCK"},
		{"32", "COUNT YY CLOCK"}, {"90", "COUNT YY TENS CLOCK"}, {"90x", "COUNT TENS CLOCK"}, {"90-", "COUNT YY TENS CLOCK"},
		{"031", "COUNT CLOCK"}, {"123456789", "COUNT CLOCK"}, {"1234567890", "CLOCK"}, {"1.5", "CLOCK"}, {"1,000", "CLOCK"},
		{"1'21", "QUARTER'YY HALF'YY CLOCK"}, {"3'21", "QUARTER'YY CLOCK"}, {"5'21", "CLOCK"}, {"1'51", "CLOCK"},
	} {
		r := reader(toyRules(t), c.text)
		i := 0
		for !r.Kind(i, token.Number) {
			i++
		}
		want := kinds(0)
		for _, e := range elements {
			for _, name := range strings.Fields(c.want + " NUMBER") {
				if e.name == name {
					want |= e.test.number
				}
			}
		}
		if got := r.kinds(i); got != want {
			t.Errorf("%q: %b, want %b", c.text, got, want)
		}
		if !(want % firstKinds).possible() {
			t.Errorf("%q: %b is not possible", c.text, want%firstKinds)
		}
	}
}

func TestElementsAreTold(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range elements {
		if seen[e.name] || e.is == "" {
			t.Errorf("%s: told twice, or not what it is", e.name)
		}
		seen[e.name] = true
	}
}
