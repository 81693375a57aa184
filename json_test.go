package funding

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// richArticle holds every field of the JSON form.
const richArticle = `PRAGUE, March 3, 2021 — Lisko Labs, a maker of café robots, today announced that it has raised €12.5 million in a Series A round led by Birch Capital, with participation from Tern Ventures and Åse Holm. The round values the company at €60 million post-money and brings its total funding to €15 million.

Rival Kavarna is in talks to raise $20 million to $25 million at a $200 million pre-money valuation. Last year Kavarna raised about $3 million in seed funding from Tern Ventures.

Lisko Labs had sales of several million euros last year; “a latte costs $4,” its founder said.
`

func marshal(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestJSONRoundTrip(t *testing.T) {
	doc := Parse(richArticle)
	if len(doc.Rounds) < 3 {
		t.Fatalf("only %d rounds: %v", len(doc.Rounds), doc.Rounds)
	}
	text := marshal(t, doc)
	var back Document
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(doc, &back); d != "" {
		t.Errorf("what is read back differs from what was written (-was +is):\n%s", d)
	}
	if again := marshal(t, &back); again != text {
		t.Errorf("the second JSON differs from the first:\n%s\n%s", text, again)
	}
}

// The keys of the contract, and text[start:end] as evidence.
func TestJSONContract(t *testing.T) {
	b, err := Parse(richArticle).JSON("a-1", richArticle)
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	if doc["id"] != "a-1" {
		t.Errorf("id is %v", doc["id"])
	}
	evidence := func(v any) string {
		t.Helper()
		o, _ := v.(map[string]any)
		start, ok1 := o["start"].(float64)
		end, ok2 := o["end"].(float64)
		if !ok1 || !ok2 || start < 0 || end > float64(len(richArticle)) || start >= end {
			t.Errorf("no span in %v", v)
			return ""
		}
		return richArticle[int(start):int(end)]
	}
	keys := func(v any, allowed string) {
		t.Helper()
		for k := range v.(map[string]any) {
			if !slices.Contains(strings.Fields(allowed), k) {
				t.Errorf("unknown key %q in %v", k, v)
			}
		}
	}
	keys(doc, "id rounds money dates")
	rounds, _ := doc["rounds"].([]any)
	for _, v := range rounds {
		r := v.(map[string]any)
		keys(r, "company amount kind stage stage_span status investors date date_span valuation total_raised confidence doubts")
		c := r["company"].(map[string]any)
		keys(c, "name aka start end")
		if e := evidence(c); e != c["name"] {
			t.Errorf("company %v is printed %q", c["name"], e)
		}
		for _, key := range []string{"amount", "valuation", "total_raised"} {
			a, ok := r[key].(map[string]any)
			if !ok {
				continue
			}
			keys(a, "value currency qualifier min max start end basis")
			for _, k := range []string{"value", "currency", "qualifier"} {
				if s, ok := a[k].(string); !ok || s == "" {
					t.Errorf("%s.%s is %v, no string", key, k, a[k])
				}
			}
			if e := evidence(a); !strings.ContainsAny(e, "0123456789") {
				t.Errorf("%s %v is printed %q", key, a["value"], e)
			}
		}
		for _, i := range r["investors"].([]any) {
			keys(i, "name aka lead start end")
			if e := evidence(i); e != i.(map[string]any)["name"] {
				t.Errorf("investor %v is printed %q", i, e)
			}
			if _, ok := i.(map[string]any)["lead"].(bool); !ok {
				t.Errorf("lead is no bool in %v", i)
			}
		}
		if r["stage"] != "" {
			evidence(r["stage_span"])
		}
		if r["date"] != "" {
			evidence(r["date_span"])
		}
	}
	first := rounds[0].(map[string]any)
	for _, c := range []struct{ key, want string }{
		{"amount", `{"currency":"EUR","end":%d,"qualifier":"exact","start":%d,"value":"12500000"}`},
		{"valuation", `{"basis":"post","currency":"EUR","end":%d,"qualifier":"exact","start":%d,"value":"60000000"}`},
		{"total_raised", `{"currency":"EUR","end":%d,"qualifier":"exact","start":%d,"value":"15000000"}`},
	} {
		o, ok := first[c.key].(map[string]any)
		if !ok {
			t.Errorf("the first round has no %s", c.key)
			continue
		}
		start, _ := o["start"].(float64)
		end, _ := o["end"].(float64)
		if got, want := marshal(t, o), fmt.Sprintf(c.want, int(end), int(start)); got != want {
			t.Errorf("%s is %s, want %s", c.key, got, want)
		}
	}
	if first["stage"] != "series-a" || first["kind"] != "equity" || first["status"] != "closed" || first["date"] != "2021-03-03" {
		t.Errorf("stage %v, kind %v, status %v, date %v", first["stage"], first["kind"], first["status"], first["date"])
	}
	for _, list := range []string{"money", "dates"} {
		last := 0.0
		for _, m := range doc[list].([]any) {
			o := m.(map[string]any)
			if o["text"] != evidence(o) {
				t.Errorf("%s: text %q is not what the span marks, %q", list, o["text"], evidence(o))
			}
			if s := o["start"].(float64); s < last {
				t.Errorf("%s: %v begins before the one before it ends", list, o)
			}
			last = o["end"].(float64)
		}
	}
	var roles []string
	for _, m := range doc["money"].([]any) {
		roles = append(roles, fmt.Sprint(m.(map[string]any)["role"]))
	}
	if want := "round valuation total round valuation round"; !strings.HasPrefix(strings.Join(roles, " "), want) {
		t.Errorf("roles are %v; want %s, then others", roles, want)
	}
}

func TestJSONOfNothing(t *testing.T) {
	if got, want := marshal(t, Parse("")), `{"rounds":[],"money":[],"dates":[]}`; got != want {
		t.Errorf("no text gives %s, want %s", got, want)
	}
}

// A value is a string whatever the host has done to the decimal package.
func TestJSONIgnoresDecimalSwitches(t *testing.T) {
	doc := Parse(richArticle)
	want := marshal(t, doc)
	quotes, precision, trim := decimal.MarshalJSONWithoutQuotes, decimal.DivisionPrecision, decimal.ExpMaxIterations
	defer func() {
		decimal.MarshalJSONWithoutQuotes, decimal.DivisionPrecision, decimal.ExpMaxIterations = quotes, precision, trim
	}()
	decimal.MarshalJSONWithoutQuotes, decimal.DivisionPrecision, decimal.ExpMaxIterations = true, 1, 1
	if got := marshal(t, doc); got != want {
		t.Errorf("the switches change the JSON:\n%s\n%s", want, got)
	}
	if got := marshal(t, Parse(richArticle)); got != want {
		t.Errorf("the switches change what is parsed:\n%s\n%s", want, got)
	}
	if n := strings.Count(want, `"value":"`); n < 6 || strings.Contains(want, `"value":1`) {
		t.Errorf("%d values are strings in %s", n, want)
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	round := func(amount string) string {
		return `{"rounds":[{"company":{"name":"Foo"},"kind":"equity","stage":"","status":"closed","amount":` + amount + `}]}`
	}
	start := time.Now()
	for _, in := range []string{
		``, `[]`, `{`, `{"rounds":3}`,
		round(`{"value":"1e999999999","currency":"USD"}`),
		round(`{"value":"1E5","currency":"USD"}`),
		round(`{"value":"1e-999999999","currency":"USD"}`),
		round(`{"value":1e999999999,"currency":"USD"}`),
		round(`{"value":"NaN","currency":"USD"}`),
		round(`{"value":"0x10","currency":"USD"}`),
		round(`{"value":"1.2.3","currency":"USD"}`),
		round(`{"value":"-","currency":"USD"}`),
		round(`{"value":"` + strings.Repeat("9", 1_000_000) + `","currency":"USD"}`),
		round(`{"value":"5","currency":"USD","qualifier":"maybe"}`),
		round(`{"value":"5","currency":"USD","qualifier":"range","min":"1e999999999","max":"5"}`),
		`{"money":[{"start":0,"end":2,"value":"1e999999999","currency":"USD","role":"round"}]}`,
		`{"money":[{"start":0,"end":2,"value":"5","currency":"USD","role":"gift"}]}`,
		`{"dates":[{"start":0,"end":2,"value":"last year"}]}`,
		`{"rounds":[{"company":{"name":"Foo"},"kind":"gift"}]}`,
		`{"rounds":[{"company":{"name":"Foo"},"stage":"Series A"}]}`,
		`{"rounds":[{"company":{"name":"Foo"},"status":"maybe"}]}`,
		`{"rounds":[{"company":{"name":"Foo"},"date":"2021-02-30"}]}`,
	} {
		was := Document{Trace: []Step{{Frame: "kept"}}}
		doc := was
		if err := json.Unmarshal([]byte(in), &doc); err == nil {
			t.Errorf("%.120s is read as %v", in, doc.Rounds)
		} else if !reflect.DeepEqual(doc, was) {
			t.Errorf("%.120s: the error leaves %+v", in, doc)
		}
	}
	if d := time.Since(start); d > time.Second {
		t.Errorf("refusing took %v", d)
	}
}

// What other programs add is no error.
func TestUnmarshalUnknownKeys(t *testing.T) {
	var doc Document
	in := `{"id":"x","score":3,"rounds":[{"company":{"name":"Foo","url":"foo.example"},"amount":{"value":"5.50","currency":"USD","qualifier":"exact"},"kind":"debt","stage":"seed","status":"pending","date":"2021-Q1","ignore":true}]}`
	if err := json.Unmarshal([]byte(in), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Rounds) != 1 {
		t.Fatalf("rounds: %v", doc.Rounds)
	}
	r := doc.Rounds[0]
	if r.Company.Name != "Foo" || !r.Amount.Value.Equal(decimal.New(55, -1)) || r.Kind != Debt || r.Stage.String() != "seed" || r.Status != Pending || r.Date.String() != "2021-Q1" {
		t.Errorf("read as %v", r)
	}
}

func TestEnumerationsRoundTrip(t *testing.T) {
	type text interface {
		MarshalText() ([]byte, error)
		fmt.Stringer
	}
	check := func(v text, want string, back any) {
		t.Helper()
		b, err := v.MarshalText()
		if err != nil || string(b) != want || v.String() != want {
			t.Errorf("%T %v is written %q, %v; want %q", v, v, b, err, want)
		}
		if err := json.Unmarshal([]byte(`"`+want+`"`), back); err != nil || reflect.ValueOf(back).Elem().Interface() != any(v) {
			t.Errorf("%q is read as %v, %v", want, reflect.ValueOf(back).Elem(), err)
		}
		if err := json.Unmarshal([]byte(`"no such thing"`), back); err == nil {
			t.Errorf("%T takes anything", v)
		}
	}
	for i, w := range strings.Fields("exact about nearly more_than up_to range") {
		check(Qualifier(i), w, new(Qualifier))
	}
	for i, w := range strings.Fields("other round total valuation fund acquisition revenue") {
		check(Role(i), w, new(Role))
	}
	for i, w := range strings.Fields("equity debt convertible grant crowdfunding token secondary ipo post_ipo") {
		check(Kind(i), w, new(Kind))
	}
	for i, w := range strings.Fields("closed pending failed") {
		check(Status(i), w, new(Status))
	}
	for i, w := range []string{"", "pre", "post"} {
		check(Basis(i), w, new(Basis))
	}
	if s := Kind(200).String(); !strings.Contains(s, "200") {
		t.Errorf("an unknown kind prints as %q", s)
	}
}

func TestReadJSONL(t *testing.T) {
	in := `{"id":"1","published":"2021-03","title":"T","text":"a","extra":[1]}` + "\n\n  \r\n" + `{"id":"2","text":"b\nc"}` + "\r\n" + `{"text":""}`
	var got [][4]string
	for a, err := range ReadJSONL(strings.NewReader(in)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, [4]string{a.ID, a.Published, a.Title, a.Text})
	}
	want := [][4]string{{"1", "2021-03", "T", "a"}, {"2", "", "", "b\nc"}, {}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("articles (-want +got):\n%s", d)
	}
	for range ReadJSONL(strings.NewReader(in)) {
		break // stopping early is no error
	}
}

func TestReadJSONLErrors(t *testing.T) {
	for _, c := range []struct {
		in   string
		good int
		line string
	}{
		{"{", 0, "line 1"},
		{"{}\n{\n{}", 1, "line 2"},
		{"{}\n\n\n[]\n{}", 1, "line 4"},
		{"{}\n{}\n" + `{"text":3}`, 2, "line 3"},
		{"{} {}\n", 0, "line 1"},
		{"\x00\n", 0, "line 1"},
	} {
		good, last := 0, error(nil)
		for _, err := range ReadJSONL(strings.NewReader(c.in)) {
			if last != nil {
				t.Errorf("%q: the sequence goes on after an error", c.in)
			}
			if last = err; err == nil {
				good++
			}
		}
		if last == nil || !strings.Contains(last.Error(), c.line) || good != c.good {
			t.Errorf("%q: %d articles, error %v; want %d and %s", c.in, good, last, c.good, c.line)
		}
	}
	for _, err := range ReadJSONL(brokenReader{}) {
		if err == nil || !strings.Contains(err.Error(), "line 1") || !strings.Contains(err.Error(), "unplugged") {
			t.Errorf("a broken reader gives %v", err)
		}
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, fmt.Errorf("unplugged") }

// A headline apart from the text moves no span.
func TestTitleSpans(t *testing.T) {
	text := "Lisko Labs said that it raised $5 million from Birch Capital in 2018."
	doc := Parser{Title: "Lisko Labs raises $5m Series A for café robots"}.Parse(text)
	if len(doc.Rounds) != 1 {
		t.Fatalf("rounds: %v", doc.Rounds)
	}
	r := doc.Rounds[0]
	if r.Stage.String() != "series-a" || !r.StageSpan.IsZero() {
		t.Errorf("stage %v with span %v; want that of the title, without a span", r.Stage, r.StageSpan)
	}
	if got := r.Amount.In(text); got != "$5 million" && !r.Amount.Span.IsZero() {
		t.Errorf("the amount is printed %q", got)
	}
	if len(r.Investors) != 1 || r.Investors[0].In(text) != "Birch Capital" {
		t.Errorf("investors %v", r.Investors)
	}
	if len(doc.Money) != 1 || doc.Money[0].In(text) != "$5 million" || len(doc.Dates) != 1 || doc.Dates[0].In(text) != "2018" {
		t.Errorf("mentions %v, %v; want those of the text only", doc.Money, doc.Dates)
	}
}
