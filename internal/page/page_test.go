package page

import (
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/funding"
	"github.com/shopspring/decimal"
)

func render(t *testing.T, a Article) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, a, 0); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	tags = regexp.MustCompile(`<[^>]*>`)
	ids  = regexp.MustCompile(` id="([^"]*)"`)
	refs = regexp.MustCompile(` (?:href="#|data-of="|aria-describedby="|aria-labelledby=")([^"]*)"`)
)

// textOf returns what a browser would take for the text of the article.
func textOf(t *testing.T, page string, headline bool) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, `<div class="text">`)
	body, _, ok2 := strings.Cut(rest, "</div>")
	_, head, ok3 := strings.Cut(page, "<h1")
	head, _, ok4 := strings.Cut(head, "</h1>")
	if !ok || !ok2 || !ok3 || !ok4 {
		t.Fatalf("no text in %s", page)
	}
	if !headline {
		head = ">"
	}
	return html.UnescapeString(tags.ReplaceAllString("<h1"+head+body, ""))
}

// links fails t unless every id is there once and every reference has its target.
func links(t *testing.T, page string) {
	t.Helper()
	known := make(map[string]bool)
	for _, m := range ids.FindAllStringSubmatch(page, -1) {
		if known[m[1]] {
			t.Fatalf("two elements with the id %s", m[1])
		}
		known[m[1]] = true
	}
	for _, m := range refs.FindAllStringSubmatch(page, -1) {
		for id := range strings.FieldsSeq(m[1]) {
			if !known[id] {
				t.Fatalf("nothing has the id %s", id)
			}
		}
	}
}

var hostile = []string{
	"",
	"\n\n\n",
	"<script>alert(1)</script> raised $5 million from <img src=x onerror=alert(2)> Capital.",
	"\"><script>alert(1)</script> Inc raised $5 million.\n\n\nIt's & &amp; &lt;b&gt;.",
	"Caf\xe9 Lumen\xff raised $5 mil\xfelion. Lumen raised €6 million.",
	"🚀 Kolvik 👩‍🚀 raised €5 million from שלום Ventures and \u202eRannik\u202c.",
	"Lumen raised several hundred million dollars.\r\n\r\nKolvik raised $3m-$5m\r\nin a Series A, up to $9m.\x00\x01",
	"{{.}} raised $5 million. </textarea></style></script>--><!--",
}

// The text of the page is the text of the article, byte for byte, whatever it holds.
func TestText(t *testing.T) {
	texts := hostile
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal("no articles", err)
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	marks := 0
	for _, text := range texts {
		marks += strings.Count(checkPage(t, text), "<mark")
	}
	if marks < 10*len(names) {
		t.Errorf("only %d marks in %d articles", marks, len(names))
	}
}

// checkPage fails t unless the page of a text shows that text and nothing else of it, and
// all its links lead somewhere.
func checkPage(t *testing.T, text string) string {
	t.Helper()
	page := render(t, Article{Source: text, Text: text, Document: funding.Parse(text)})
	want := strings.ReplaceAll(valid(text), "\x00", "\ufffd") // which HTML cannot hold
	if got := textOf(t, page, false); got != want {
		t.Errorf("%q\nis shown as\n%q", want, got)
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "<img") {
		t.Errorf("markup of the article came through:\n%s", page)
	}
	links(t, page)
	headline, _, ok := strings.Cut(text, "\n\n")
	if n := len(headline) + 2; ok {
		page := render(t, Article{Text: text, Headline: n, Document: funding.Parse(text)})
		if got := textOf(t, page, true); got != want {
			t.Errorf("%q\nis shown, with its headline, as\n%q", want, got)
		}
		links(t, page)
	}
	return page
}

func FuzzPage(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkPage(t, text) })
}

// Marks may lie anywhere: in each other, across paragraphs, on the same words, outside.
func TestSegments(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text := ""
		for range rnd.IntN(30) {
			text += []string{"a", "é", "\n", "\n\n", " ", "🚀", "\xff", "<"}[rnd.IntN(8)]
		}
		m := marker{text: text, prefix: "a0"}
		covered := make(map[string][]bool)
		for i := range rnd.IntN(8) {
			s := funding.Span{Start: rnd.IntN(len(text)+4) - 2, End: rnd.IntN(len(text) + 4)}
			id := string(rune('A' + i))
			m.add("company", id, s)
			covered[id] = make([]bool, len(text))
			if s.Start >= 0 && s.Start < s.End && s.End <= len(text) {
				for k := s.Start; k < s.End; k++ {
					covered[id][k] = true
				}
			}
		}
		at := 0
		for _, p := range m.segments() {
			for _, s := range p {
				if s.start != at || s.end <= s.start || s.Text != valid(text[s.start:s.end]) {
					t.Fatalf("%q: a segment from %d to %d after %d", text, s.start, s.end, at)
				}
				at = s.end
				for id, bytes := range covered {
					for k := s.start; k < s.end; k++ {
						if bytes[k] != strings.Contains(" "+s.Of+" ", " "+id+" ") {
							t.Fatalf("%q: byte %d and field %s: segment %+v", text, k, id, s)
						}
					}
				}
			}
		}
		if at != len(text) {
			t.Fatalf("%q: %d of %d bytes are shown", text, at, len(text))
		}
	}
}

func TestFields(t *testing.T) {
	const text = "Kolvik is in talks to raise nearly $3 million in a Series A led by Rannik Ventures at a $20 million valuation. Rent is $900 per month. Oakmere got several hundred million dollars."
	page := render(t, Article{Source: "Kolvik <b>", Published: funding.Date{Year: 2021}, Text: text, Document: funding.Parse(text)})
	flat := strings.Join(strings.Fields(tags.ReplaceAllString(page, " ")), " ")
	for _, want := range []string{
		"Kolvik &lt;b&gt; 1 round · published 2021", "Kolvik nearly USD 3,000,000 valued at USD 20,000,000 series-a Rannik Ventures lead pending",
		"$900 USD 900 other, per month, currency assumed", "refused: ", "amount not understood",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("no %q in\n%s", want, flat)
		}
	}
	if !strings.Contains(page, `href="#a0-s0"`) || !strings.Contains(page, `href="#a0-r0-company"`) {
		t.Errorf("field and words do not point at each other:\n%s", page)
	}
	// browsers forget what a table is where a style shows it as blocks, unless it says so itself
	for _, tag := range regexp.MustCompile(`<(?:table|thead|tbody|tr|th|td)\b[^>]*>`).FindAllString(page, -1) {
		if !strings.Contains(tag, ` role="`) {
			t.Errorf("%s has no role", tag)
		}
	}
	// what only the title says has no words in the text, and is shown all the same
	doc := funding.Parser{Title: "Kolvik raises $3 million"}.Parse("It is in Tallinn.")
	if page := render(t, Article{Text: "It is in Tallinn.", Document: doc}); !strings.Contains(page, "USD 3,000,000") || !strings.Contains(page, "unseen") {
		t.Errorf("of the title:\n%s", page)
	}
	// spans of another text mark nothing
	if page := render(t, Article{Text: "short", Document: funding.Parse(text)}); strings.Contains(page, "<mark") {
		t.Errorf("marks out of nowhere:\n%s", page)
	}
}

func TestPage(t *testing.T) {
	var b strings.Builder
	if err := Head(&b, "</title><script>alert(1)</script>"); err != nil {
		t.Fatal(err)
	}
	if err := Foot(&b, []Entry{{"<b>first</b>", 1}, {"second", 0}}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{`>1 round</span> <a href="#a0"><bdi>&lt;b&gt;first&lt;/b&gt;</bdi></a>`, `>No rounds</span> <a href="#a1"><bdi>second</bdi></a>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the contents lack %s:\n%s", want, page)
		}
	}
	// the policy allows by hash, so that not a byte may change on the way into the page
	for _, part := range []string{"<style>" + Style + "</style>", "<script>" + Script + "</script>"} {
		if !strings.Contains(page, part) {
			t.Errorf("the page does not hold, as it stands:\n%s", part)
		}
	}
	if !strings.Contains(html.UnescapeString(page), "style-src "+hash(Style)+"; script-src "+hash(Script)) {
		t.Errorf("no policy")
	}
	if strings.Count(page, "<script") != 1 || strings.Contains(page, "http") && strings.Contains(page, "src=") {
		t.Errorf("more scripts than one:\n%s", page)
	}
}

func TestGrouped(t *testing.T) {
	for in, want := range map[string]string{"nearly $1 billion": "nearly USD 1,000,000,000", "€10–12m": "EUR 10,000,000 to 12,000,000", "$1234.56": "USD 1,234.56", "£999": "GBP 999", "$0": "USD 0"} {
		m, err := funding.ParseMoney(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := Grouped(m); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
	if got := Grouped(funding.Money{}); got != "" {
		t.Errorf("nothing is %q", got)
	}
	if got := Grouped(funding.Money{Value: decimal.New(-12345, 0), Currency: "USD"}); got != "USD -12345" {
		t.Errorf("%q", got)
	}
}
