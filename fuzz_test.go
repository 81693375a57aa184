package funding

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzzSeeds are the inputs of the goldens.
func fuzzSeeds(tb testing.TB) (seeds []string) {
	articles, _ := filepath.Glob("testdata/articles/*.txtar")
	sentences, _ := filepath.Glob("testdata/sentences/*.txt")
	if len(articles) == 0 || len(sentences) == 0 {
		tb.Fatal("no goldens")
	}
	for _, f := range articles {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		_, in, _ := strings.Cut(string(b), "-- input --\n")
		in, _, _ = strings.Cut(in, "\n-- ")
		seeds = append(seeds, in)
	}
	for _, f := range sentences {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		for _, block := range strings.Split(string(b), "\n\n") {
			in, _, _ := strings.Cut("\n"+block, "\n=>")
			seeds = append(seeds, strings.TrimSpace(in))
		}
	}
	return seeds
}

// checkDocument fails t unless doc keeps what Parse promises of every text.
func checkDocument(t *testing.T, text string, doc *Document) {
	t.Helper()
	span := func(what string, s Span) {
		t.Helper()
		if s.Start < 0 || s.Start > s.End || s.End > len(text) {
			t.Fatalf("%s: the span %v is not in the %d bytes of the text", what, s, len(text))
		}
		if !runeEdge(text, s.Start) || !runeEdge(text, s.End) {
			t.Fatalf("%s: the span %v cuts a rune", what, s)
		}
	}
	name := func(what string, e Entity) {
		t.Helper()
		span(what, e.Span)
		if strings.TrimSpace(e.Name) != e.Name {
			t.Fatalf("%s: the name %q has spaces around it", what, e.Name)
		}
	}
	last := 0
	for _, m := range doc.Money {
		span("money", m.Span)
		if m.Start < last || m.Start == m.End {
			t.Fatalf("money out of order, overlapping or empty at %v", m.Span)
		}
		last = m.End
		if (m.Refused != "") != m.Money.IsZero() {
			t.Fatalf("mention %v: amount %v, refused %q", m.Span, m.Money, m.Refused)
		}
		if m.Value.IsNegative() || m.Qualifier == Range && (m.Min.GreaterThan(m.Max) || !m.Max.Equal(m.Value)) {
			t.Fatalf("mention %v is %v", m.Span, m.Money)
		}
	}
	last = 0
	for _, d := range doc.Dates {
		span("date", d.Span)
		if d.Start < last || d.Start == d.End {
			t.Fatalf("dates out of order, overlapping or empty at %v", d.Span)
		}
		last = d.End
		if !d.Date.IsZero() && !d.Date.valid() {
			t.Fatalf("%q is the date %v", d.In(text), d.Date)
		}
	}
	for _, r := range doc.Rounds {
		name("company", r.Company)
		span("amount", r.Amount.Span)
		span("stage", r.StageSpan)
		span("date", r.DateSpan)
		span("valuation", r.Valuation.Span)
		span("total", r.Total.Span)
		if r.Stage.IsZero() && !r.StageSpan.IsZero() || r.Date.IsZero() && !r.DateSpan.IsZero() {
			t.Fatalf("a span without a value in %v", r)
		}
		seen := map[string]bool{}
		for _, i := range r.Investors {
			name("investor", i.Entity)
			if i.Name == "" || seen[i.Name] {
				t.Fatalf("an investor without a name, or twice: %v", r)
			}
			seen[i.Name] = true
		}
	}
}

// runeEdge reports whether i is no place inside a valid rune of s.
func runeEdge(s string, i int) bool {
	if i <= 0 || i >= len(s) || utf8.RuneStart(s[i]) {
		return true
	}
	for k := i - 1; k >= 0 && k > i-utf8.UTFMax; k-- {
		if utf8.RuneStart(s[k]) {
			_, n := utf8.DecodeRuneInString(s[k:])
			return k+n <= i
		}
	}
	return true
}

func FuzzParse(f *testing.F) {
	for _, s := range fuzzSeeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := Parse(text)
		checkDocument(t, text, doc)
		first, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		if second, _ := json.Marshal(Parse(text)); !bytes.Equal(first, second) {
			t.Fatalf("two readings differ:\n%s\n%s", first, second)
		}
		var back Document
		if err := json.Unmarshal(first, &back); err != nil {
			t.Fatalf("cannot read back %s: %v", first, err)
		}
		if again, _ := json.Marshal(&back); !bytes.Equal(first, again) {
			t.Fatalf("the JSON changes when read back:\n%s\n%s", first, again)
		}
	})
}

func FuzzParseMoney(f *testing.F) {
	for _, c := range moneyForms {
		in, _ := c.plain()
		f.Add(in)
	}
	for _, s := range fuzzSeeds(f) {
		for _, m := range Parse(s).Money {
			f.Add(m.In(s))
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoney(s)
		if err != nil {
			checkParseError(t, s, err)
			if !m.IsZero() {
				t.Fatalf("%q: %v beside the error %v", s, m, err)
			}
			return
		}
		if m.IsZero() {
			t.Fatalf("%q: neither an amount nor an error", s)
		}
		if back, err := ParseMoney(m.String()); err != nil || !back.Equal(m) {
			t.Fatalf("%q is %q, which reads back as %q, %v", s, m, back, err)
		}
	})
}

func checkParseError(t *testing.T, in string, err error) {
	t.Helper()
	pe, ok := err.(*ParseError)
	if !ok || pe.Input != in || pe.Offset < 0 || pe.Offset > len(in) || pe.Reason == "" {
		t.Fatalf("%q: the error is %#v", in, err)
	}
	_ = pe.Error()
}

func FuzzParseDate(f *testing.F) {
	for _, c := range dateForms {
		in, _ := moneyCase{in: c.in}.plain()
		f.Add(in)
	}
	for _, s := range []string{"2018-07-30T09:15:00Z", "Mon, 30 Jul 2018 09:15:00 GMT", "July 30, 2018 12:00 am", "20180730", "2021-Q1", "March 12"} {
		f.Add(s)
	}
	for _, s := range fuzzSeeds(f) {
		for _, d := range Parse(s).Dates {
			f.Add(d.In(s))
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			checkParseError(t, s, err)
			if !d.IsZero() {
				t.Fatalf("%q: %v beside the error %v", s, d, err)
			}
			return
		}
		if !d.valid() {
			t.Fatalf("%q is %+v", s, d)
		}
		if back, err := ParseDate(d.String()); err != nil || back != d {
			t.Fatalf("%q is %q, which reads back as %q, %v", s, d, back, err)
		}
	})
}

func FuzzReadJSONL(f *testing.F) {
	for i, s := range fuzzSeeds(f) {
		if i%10 == 0 {
			b, _ := json.Marshal(Article{ID: "x", Published: "2021-03", Text: s})
			f.Add(string(b) + "\n\n" + string(b))
		}
	}
	f.Add("{}\n[]\n")
	f.Add("\x00\xff\n")
	f.Fuzz(func(t *testing.T, s string) {
		var read []Article
		var last error
		for a, err := range ReadJSONL(strings.NewReader(s)) {
			if last != nil {
				t.Fatal("the sequence goes on after an error")
			}
			if last = err; err == nil {
				read = append(read, a)
			}
		}
		if last != nil && !strings.Contains(last.Error(), "line ") {
			t.Fatalf("the error names no line: %v", last)
		}
		// written out, what was read reads the same
		var b bytes.Buffer
		for _, a := range read {
			line, _ := json.Marshal(a)
			b.Write(append(line, '\n'))
		}
		n := 0
		for a, err := range ReadJSONL(&b) {
			if err != nil || n >= len(read) || a.ID != read[n].ID || a.Published != read[n].Published || a.Title != read[n].Title || a.Text != read[n].Text {
				t.Fatalf("article %d reads back as %+v, %v", n, a, err)
			}
			n++
		}
		if n != len(read) {
			t.Fatalf("%d of %d articles read back", n, len(read))
		}
	})
}

// A corpus in a folder that matches no target would never run.
func TestFuzzCorporaHaveTargets(t *testing.T) {
	src, err := os.ReadFile("fuzz_test.go")
	if err != nil {
		t.Fatal(err)
	}
	targets := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`).FindAllSubmatch(src, -1) {
		targets[string(m[1])] = true
	}
	if len(targets) < 4 {
		t.Errorf("targets: %v", targets)
	}
	dirs, err := os.ReadDir("testdata/fuzz")
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for _, d := range dirs {
		if !targets[d.Name()] {
			t.Errorf("testdata/fuzz/%s matches no fuzz target", d.Name())
		}
	}
}
