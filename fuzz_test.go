package funding

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/funding/internal/calendar"
	"github.com/shopspring/decimal"
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

// checkDocument fails t unless doc keeps what Parse promises of every text:
// spans lie in it, on rune boundaries and in order, and what they mark is the
// evidence. It holds for texts without Parser.Title.
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
	folded := "" // the text as names print it, made when a name asks for it
	name := func(what string, e Entity) {
		t.Helper()
		span(what, e.Span)
		if e.Name == "" || e.Name != strings.TrimSpace(e.Name) {
			t.Fatalf("%s: the name %q is empty or has spaces around it", what, e.Name)
		}
		if got := foldSpace(e.In(text)); got != foldSpace(e.Name) {
			t.Fatalf("%s: %q is said to stand at %v, where %q stands", what, e.Name, e.Span, got)
		}
		for _, a := range e.Aka {
			if folded == "" {
				folded = foldSpace(text)
			}
			if a == e.Name || !strings.Contains(folded, foldSpace(a)) {
				t.Fatalf("%s: %q is also known as %q, which the text does not print", what, e.Name, a)
			}
		}
	}
	last := 0
	amounts := map[Span]Money{}
	for _, m := range doc.Money {
		span("money", m.Span)
		if m.Start < last || m.Start == m.End {
			t.Fatalf("money out of order, overlapping or empty at %v", m.Span)
		}
		last = m.End
		amounts[m.Span] = m.Money
		if (m.Refused != "") != m.Money.IsZero() {
			t.Fatalf("mention %v: amount %v, refused %q", m.Span, m.Money, m.Refused)
		}
		if m.Value.IsNegative() || m.Qualifier == Range && (m.Min.GreaterThan(m.Max) || !m.Max.Equal(m.Value)) {
			t.Fatalf("mention %v is %v", m.Span, m.Money)
		}
		if why := digitsElsewhere(m.In(text), m.Money); why != "" {
			t.Fatalf("%q is read as %v: %s", m.In(text), m.Money, why)
		}
	}
	last, k := 0, 0
	dates := map[Span]Date{}
	for _, d := range doc.Dates {
		span("date", d.Span)
		if d.Start < last || d.Start == d.End {
			t.Fatalf("dates out of order, overlapping or empty at %v", d.Span)
		}
		last = d.End
		dates[d.Span] = d.Date
		if !d.Date.IsZero() && !calendar.Date(d.Date).Valid() {
			t.Fatalf("%q is the date %v", d.In(text), d.Date)
		}
		for k < len(doc.Money) && doc.Money[k].End <= d.Start {
			k++
		}
		if k < len(doc.Money) && doc.Money[k].Start < d.End {
			t.Fatalf("the date at %v overlaps the amount at %v", d.Span, doc.Money[k].Span)
		}
	}
	amount := func(what string, a Amount) {
		t.Helper()
		span(what, a.Span)
		if m, ok := amounts[a.Span]; !a.IsZero() && (!ok || !m.Equal(a.Money)) {
			t.Fatalf("%s: %v at %v is no mention of the document", what, a.Money, a.Span)
		}
	}
	for _, r := range doc.Rounds {
		name("company", r.Company)
		amount("amount", r.Amount)
		amount("valuation", r.Valuation.Amount)
		amount("total", r.Total)
		span("stage", r.StageSpan)
		span("date", r.DateSpan)
		if d, ok := dates[r.DateSpan]; !r.Date.IsZero() && (!ok || d != r.Date) {
			t.Fatalf("the date %v at %v is no mention of the document", r.Date, r.DateSpan)
		}
		if r.Stage.IsZero() && !r.StageSpan.IsZero() || r.Date.IsZero() && !r.DateSpan.IsZero() {
			t.Fatalf("a span without a value in %v", r)
		}
		seen := map[string]bool{}
		for _, i := range r.Investors {
			name("investor", i.Entity)
			if seen[i.Name] {
				t.Fatalf("an investor twice: %v", r)
			}
			seen[i.Name] = true
		}
	}
}

// foldSpace is what names go through that a page breaks over lines or writes
// with character references.
func foldSpace(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "&amp;", "&")), " ")
}

// digitsElsewhere says what is wrong if the printed digits are not those of m.
// Number words and fractions in words have no digits to compare.
func digitsElsewhere(printed string, m Money) string {
	var b []byte
	for _, r := range printed {
		switch {
		case '0' <= r && r <= '9':
			b = append(b, byte(r))
		case '０' <= r && r <= '９':
			b = append(b, byte(r-'０'+'0'))
		}
	}
	if low := strings.ToLower(printed); len(b) == 0 || m.IsZero() || strings.Contains(low, "half") || strings.Contains(low, "quarter") {
		return ""
	}
	significant := func(d decimal.Decimal) string { return strings.Trim(d.Coefficient().String(), "0") }
	shown := strings.Trim(string(b), "0")
	switch first, last := significant(m.Min), significant(m.Max); {
	case m.Qualifier != Range && shown != significant(m.Value):
		return "the digits are others"
	case m.Qualifier == Range && shown != first && shown != last && // one bound may be in words: "six to $10"
		!(strings.HasPrefix(shown, first) && strings.HasSuffix(shown, last)):
		return "the digits of the bounds are others"
	}
	return ""
}

// filler is prose about nothing that funding knows. Its lines are long, so that
// none is taken for the cell of a table.
const filler = "The sun shone over the harbour while the children played in the sand until the evening came. " +
	"Nobody remembered when the old lighthouse had last been painted, and nobody seemed to mind very much.\n\n"

// checkStable fails t if prose that follows text, twice as long, changes the rounds that are read from text, but for how sure they are:
// what a short text says once it may have no room to say again, a long one has.
func checkStable(t *testing.T, text string, doc *Document) {
	t.Helper()
	after := Parse(text + "\n\n" + strings.Repeat(filler, 1+2*len(text)/len(filler)))
	a, err := json.Marshal(&Document{Rounds: unweighed(doc.Rounds)})
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := json.Marshal(&Document{Rounds: unweighed(after.Rounds)}); !bytes.Equal(a, b) {
		t.Fatalf("prose after the text changes what is read from it:\n%s\n%s", a, b)
	}
}

// unweighed returns rounds as if nothing said how sure they are.
func unweighed(rounds []Round) []Round {
	rounds = slices.Clone(rounds)
	for i := range rounds {
		rounds[i].Confidence, rounds[i].Doubts = 0, 0
	}
	return rounds
}

// The goldens keep the promises that fuzzing starts from.
func TestInvariants(t *testing.T) {
	for _, s := range fuzzSeeds(t) {
		t.Run("", func(t *testing.T) {
			doc := Parse(s)
			checkDocument(t, s, doc)
			checkStable(t, s, doc)
		})
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
		checkStable(t, text, doc)
		checkFast(t, text)
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
		if !calendar.Date(d).Valid() {
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
