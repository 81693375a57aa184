package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/funding"
	"example.com/funding/examples/parse/cli"
	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// evidence writes the page of parse -format html for the inputs and returns its address.
func evidence(t *testing.T, args ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.html")
	var out, errs strings.Builder
	if status := (cli.Program{}).Run(append([]string{"-format", "html"}, args...), strings.NewReader(""), &out, &errs); status != cli.StatusOK {
		t.Fatalf("status %d, errors %q", status, errs.String())
	}
	writeFile(t, name, out.String())
	return "file://" + name
}

func writeFile(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

const (
	kolvik = "Kolvik raises €4m\n\nKolvik, a maker of kettles, has raised nearly €4 million in a Series A led by Rannik Ventures at a valuation of €20 million, it said on 5 March 2021. In 2019 Kolvik had raised €1 million in a seed round. " +
		"It pays a rent of $900 per month. Oakmere Labs is in talks to raise several hundred million dollars from Rannik Ventures.\n"
	attack = "<script>document.title = \"run\"</script> Labs raised $5 million from <img src=x onerror=\"document.title='run'\"> Capital and \"><svg onload=alert(1)> Partners.\n\n" +
		"🚀 Räksmörgås 👩‍🚀 raised £6 million from שלום קרנות Ventures. \u202eTern\u202c raised $7 mil\xfflion. &lt;b&gt;Lanternfish&lt;/b&gt; &amp; Sons closed a $9 million seed round.\x00\n"
)

func TestEvidence(t *testing.T) {
	name := filepath.Join(t.TempDir(), "kolvik.txt")
	writeFile(t, name, kolvik)
	b := newTab(t, 1280, 900)
	b.media(1280, 900, "light")
	b.do(chromedp.Navigate(evidence(t, name)))

	// from a field to its words
	b.hover("#a0-r0-amount")
	words := strings.TrimPrefix(eval[string](b, `document.querySelector("#a0-r0-amount").getAttribute("href")`), "#")
	if got := b.lit(); !strings.Contains(got, "a0-r0-amount") || !strings.Contains(got, words) || eval[string](b, `document.getElementById("`+words+`").textContent`) != "€4 million" {
		t.Errorf("over the amount, these light up: %q", got)
	}
	// and back, also where the words tell two things
	b.hover(`[data-of~="a0-r0-investor0"]`)
	if got := b.lit(); !strings.Contains(got, "a0-r0-investor0") || strings.Contains(got, "amount") {
		t.Errorf("over the investor, these light up: %q", got)
	}
	// words may tell something of two rounds
	if eval[string](b, `document.querySelector("#a0-r0-company").href`) != eval[string](b, `document.querySelector("#a0-r1-company").href`) {
		t.Error("the rounds do not share the words for their company, which the test is about")
	}
	b.hover("#a0-r1-company")
	if got := b.lit(); !strings.Contains(got, "a0-s") || strings.Contains(got, "a0-r0") {
		t.Errorf("over the company of the second round, these light up: %q", got)
	}
	b.hover(`[data-of~="a0-r1-company"]`)
	if got := b.lit(); !strings.Contains(got, "a0-r0-company") || !strings.Contains(got, "a0-r1-company") {
		t.Errorf("over the words for both companies, these light up: %q", got)
	}
	// a row lights up all that it came from
	b.hover(".round .status")
	if got := b.lit(); !strings.Contains(got, "a0-r0-amount") || !strings.Contains(got, "a0-r0-company") || !strings.Contains(got, "a0-r0-stage") || strings.Contains(got, "a0-r1") {
		t.Errorf("over the row, these light up: %q", got)
	}
	b.hover("h1")
	if got := b.lit(); got != "" {
		t.Errorf("over nothing, these light up: %q", got)
	}

	// the keyboard reaches every field and every mark, and lights them up as well
	reached := make(map[string]bool)
	for range 80 {
		b.do(chromedp.KeyEvent(kb.Tab))
		id := eval[string](b, "document.activeElement.id")
		if id == "" {
			break
		}
		reached[id] = true
		if got := b.lit(); !strings.Contains(got, id) || len(strings.Fields(got)) < 2 {
			t.Errorf("at %s, these light up: %q", id, got)
		}
	}
	if n := eval[int](b, `document.querySelectorAll("a.field, .text a:not([tabindex])").length`); len(reached) != n || n < 15 {
		t.Errorf("the keyboard reaches %d of %d links", len(reached), n)
	}

	// a click leads to the words, and from there back
	b.do(chromedp.Click(chromedp.CSS("#a0-r0-stage")))
	if got := eval[string](b, "document.activeElement.textContent"); got != "Series A" {
		t.Errorf("a click on the stage leads to %q", got)
	}
	b.do(chromedp.KeyEvent(kb.Enter))
	if got := eval[string](b, "document.activeElement.id"); got != "a0-r0-stage" {
		t.Errorf("from its words it leads to %q", got)
	}

	shown := eval[string](b, "document.querySelector('.read').innerText")
	for _, want := range []string{"nearly", "EUR 4,000,000", "lead", "closed", "valued at", "refused: ", "USD 900"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the tables do not show %q:\n%s", want, shown)
		}
	}
	b.quiet()
	for _, r := range b.requests {
		if !strings.HasPrefix(r, "file://") {
			t.Errorf("the page asks for %s", r)
		}
	}
}

// The article is text and nothing else, however it is written.
func TestEvidenceEscapes(t *testing.T) {
	name := filepath.Join(t.TempDir(), "<b>a'\"&.txt")
	writeFile(t, name, strings.ReplaceAll(attack, "\x00", "")) // the program refuses NUL
	b := newTab(t, 800, 600)
	address := evidence(t, name)
	b.do(chromedp.Navigate(address))
	want := strings.ToValidUTF8(strings.ReplaceAll(attack, "\x00", ""), "\ufffd")
	if got := eval[string](b, "document.querySelector('.text').textContent"); got != want {
		t.Errorf("shown is\n%q\nwant\n%q", got, want)
	}
	if n := eval[int](b, `document.querySelectorAll("main script, main img, main svg, main b, main style, main iframe").length`); n > 0 {
		t.Errorf("%d elements of the article's own", n)
	}
	if title := eval[string](b, "document.title"); title != name {
		t.Errorf("the title has become %q", title)
	}
	if n := eval[int](b, `document.querySelectorAll(".round").length`); n < 2 {
		t.Errorf("%d rounds of the hostile text; the test needs names that came from it", n)
	}
	b.quiet()
	// The policy holds even if something came through: neither inline code nor the network.
	eval[bool](b, `(() => { const s = document.createElement("script"); s.textContent = "document.title = 'run'"; document.body.append(s); return true })()`)
	if title := eval[string](b, "document.title"); title == "run" {
		t.Error("a script that is not the page's own has run")
	}
	b.forbids("https://funding.invalid/")
}

// Every article of the test data, on a phone and on a desk, by day and by night.
func TestEvidenceLooks(t *testing.T) {
	dir := t.TempDir()
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal("no articles", err)
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(b), "-- input --\n")
		text, _, _ = strings.Cut(text, "\n-- rounds --")
		writeFile(t, filepath.Join(dir, strings.TrimSuffix(filepath.Base(n), "ar")), text)
	}
	writeFile(t, filepath.Join(dir, "attack.txt"), strings.ReplaceAll(attack, "\x00", ""))
	writeFile(t, filepath.Join(dir, "kolvik.txt"), kolvik)
	writeFile(t, filepath.Join(dir, "long.txt"), "The"+strings.Repeat("very", 60)+"long company raised $"+strings.Repeat("9", 30)+" in a Series A led by "+strings.Repeat("Verylong", 30)+" Capital.")
	b := newTab(t, 1280, 900)
	b.do(chromedp.Navigate(evidence(t, dir)))
	for _, scheme := range []string{"light", "dark"} {
		b.looks(scheme)
		eval[bool](b, `document.querySelectorAll(".field, .text a").forEach((e) => e.classList.add("lit")) ?? true`)
		if poor := eval[[]string](b, contrast); len(poor) > 0 {
			t.Errorf("%s, lit up: hard to read: %q", scheme, poor)
		}
		eval[bool](b, `document.querySelectorAll(".lit").forEach((e) => e.classList.remove("lit")) ?? true`)
	}
	b.quiet()

	// on paper the table breaks over pages instead of being cut off in a box that scrolls
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	if got := eval[string](b, `getComputedStyle(document.querySelector(".read")).overflowY`); got != "visible" {
		t.Errorf("in print, the tables are %s beyond their box", got)
	}
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); err != nil || n < len(names) {
		t.Errorf("%d articles print on %d pages; each begins one: %v", len(names), n, err)
	}
}

// What a screen reader is told, at both sizes: tables with names and heads, and for each
// mark what it is.
func TestEvidenceAccessibility(t *testing.T) {
	name := filepath.Join(t.TempDir(), "kolvik.txt")
	writeFile(t, name, kolvik)
	b := newTab(t, 1280, 900)
	b.do(chromedp.Navigate(evidence(t, name)))
	for _, width := range []int64{1280, 375} {
		b.media(width, 900, "light")
		told := make(map[string]bool)
		for _, n := range call(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
			if n.Ignored || n.Role == nil {
				continue
			}
			s := value(n.Role)
			if n.Name != nil {
				s += " " + value(n.Name)
			}
			if n.Description != nil && value(n.Description) != "" {
				s += " (" + value(n.Description) + ")"
			}
			told[strings.TrimSpace(s)] = true
		}
		for _, want := range []string{
			"table Rounds", "table Other amounts and dates", "columnheader Investors", "rowheader Kolvik", "link €4 million (amount of a round)", "link Rannik Ventures (investor)",
			"link Series A (stage)", "heading " + name, "region The text", "region What was read", "mark",
		} {
			if !told[want] {
				t.Errorf("at %d pixels nobody is told of: %s\n%.3000s", width, want, slices.Sorted(maps.Keys(told)))
			}
		}
	}
}

func value(v *accessibility.Value) (s string) {
	if err := json.Unmarshal(v.Value, &s); err != nil {
		return string(v.Value) // a number or a list
	}
	return s
}

// The picture of the README, and that what it shows is what the program prints.
func TestScreenshot(t *testing.T) {
	b := newTab(t, 1280, 720)
	b.media(1280, 720, "light")
	t.Chdir(filepath.Join("..", ".."))
	b.do(chromedp.Navigate(evidence(t, "testdata/alibaba-megvii.txt")))
	if n := eval[int](b, `document.querySelectorAll(".round").length`); n != len(funding.Parse(sample(t)).Rounds) || n == 0 {
		t.Errorf("%d rounds", n)
	}
	b.hover("#a0-r1-amount")
	b.screenshot(filepath.Join("examples", "parse", "evidence.png"))
}

func sample(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "alibaba-megvii.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
