package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"example.com/funding"
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// built is the page, compiled once for all tests.
var built = sync.OnceValues(build)

func serve(t *testing.T) *httptest.Server {
	t.Helper()
	files, err := built()
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(handler(files))
	t.Cleanup(s.Close)
	return s
}

// open starts the playground in a browser and waits until it is ready.
func open(t *testing.T) (*tab, *httptest.Server) {
	s := serve(t)
	b := newTab(t, 1120, 900)
	b.media(1120, 900, "light")
	b.do(chromedp.Navigate(s.URL))
	b.until(`document.querySelector("#state").textContent.startsWith("Waiting")`)
	return b, s
}

const rounds = `document.querySelectorAll("#result .round").length`

func TestPlayground(t *testing.T) {
	b, s := open(t)
	// typing
	b.do(chromedp.Focus(chromedp.CSS("#text")), chromedp.KeyEvent("Kolvik raised $3 million last month."))
	b.until(rounds + ` === 1`)
	if got := eval[string](b, `document.querySelector("#state").textContent`); !regexp.MustCompile(`^1 round, read in [0-9.]+ ms$`).MatchString(got) {
		t.Errorf("the state is %q", got)
	}
	if got := eval[string](b, `document.querySelector("#result").textContent`); strings.Contains(got, "2021") {
		t.Errorf("a date out of nowhere: %s", got)
	}
	// the date of publication
	eval[bool](b, `(() => { const p = document.querySelector("#published"); p.value = "2021-03-03"; p.dispatchEvent(new Event("input", {bubbles: true})); return true })()`)
	b.until(`document.querySelector("#result .rounds").textContent.includes("2021-02")`)
	// the page of the evidence does what it does elsewhere
	b.hover("#a0-r0-amount")
	if got := b.lit(); !strings.Contains(got, "a0-r0-amount") || len(strings.Fields(got)) != 2 {
		t.Errorf("over the amount, these light up: %q", got)
	}

	// the JSON is that of the library, and can be copied
	want, err := funding.Parser{Published: funding.Date{Year: 2021, Month: 3, Day: 3}}.Parse("Kolvik raised $3 million last month.").JSON("", "Kolvik raised $3 million last month.")
	if err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Click(chromedp.CSS("#output summary")))
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		if _, err := chromedp.CallBrowser(b.ctx, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted, Origin: s.URL}); err != nil {
			t.Fatal(err)
		}
	}
	b.do(chromedp.Click(chromedp.CSS("#copy")))
	b.until(`document.querySelector("#copied").textContent !== ""`)
	copied := eval[string](b, `navigator.clipboard.readText()`)
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(copied)); err != nil || compact.String() != string(want) {
		t.Errorf("copied is %v\n%s\nwant\n%s", err, copied, want)
	}

	// the example, and clearing
	b.do(chromedp.Click(chromedp.CSS("#clear")))
	b.until(rounds + ` === 0 && document.querySelector("#output").hidden`)
	b.do(chromedp.Click(chromedp.CSS("#sample")))
	b.until(rounds + ` === ` + strconv.Itoa(len(funding.Parse(article(t)).Rounds)))
	b.quiet()
	for _, r := range b.requests {
		if !strings.HasPrefix(r, s.URL+"/") && !strings.HasPrefix(r, "data:") {
			t.Errorf("the page asks for %s", r)
		}
	}
	b.forbids("https://funding.invalid/")
}

// drop lets a file fall onto the page.
func (b *tab) drop(name, content string) {
	b.Helper()
	eval[bool](b, fmt.Sprintf(`(() => {
		const d = new DataTransfer();
		d.items.add(new File([%s], %q));
		document.querySelector("#text").dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true}));
		return true;
	})()`, content, name))
}

func TestDrop(t *testing.T) {
	b, _ := open(t)
	b.drop("a.txt", `"Kolvik raised $3 million."`)
	b.until(rounds + ` === 1`)
	b.drop("b.md", `"---\ntitle: Oakmere raises\ndate: 2021-03-05\n---\n**[Oakmere](https://a.example)** raised *£4 million* last month. Tern raised $1 million."`)
	b.until(rounds + ` === 2 && document.querySelector("#published").value === "2021-03-05" && document.querySelector("#text").value.startsWith("Oakmere raises\n\nOakmere raised £4 million")`)
	// what cannot be read is said, and what was there stays
	for name, content := range map[string]string{"c.html": `"<p>"`, "d.bin": `"\0"`, "e.txt": `"x".repeat(5 << 20)`} {
		b.drop(name, content)
		b.until(`document.querySelector("#state.wrong") !== null`)
		b.drop("a.txt", `"Kolvik raised $3 million."`)
		b.until(`document.querySelector("#state.wrong") === null`)
	}
	b.drop("f.txt", `"x ".repeat(1 << 20)`)
	b.until(`document.querySelector("#state.wrong") !== null && ` + rounds + ` === 0`)
	// text that is dragged from elsewhere
	eval[bool](b, `(() => {
		const d = new DataTransfer();
		d.setData("text/plain", "Tern raised $5 million.");
		document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true}));
		return true;
	})()`)
	b.until(rounds + ` === 1 && document.querySelector("#text").value.startsWith("Tern")`)
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{absolute(t, "../../testdata/alibaba-megvii.txt")}))
	b.until(rounds + ` > 3`)
	b.quiet()
}

func absolute(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// Names with markup, and strings that UTF-8 cannot hold.
func TestPlaygroundEscapes(t *testing.T) {
	b, _ := open(t)
	text, err := json.Marshal(strings.ToValidUTF8(attack, "\ufffd"))
	if err != nil {
		t.Fatal(err)
	}
	b.drop("a.txt", strings.ReplaceAll(string(text), `\u0000`, ""))
	b.until(rounds + ` >= 2`)
	eval[bool](b, `(() => { const t = document.querySelector("#text"); t.value += "\ud800 Kolvik raised \u20ac9 million. \udfff"; t.dispatchEvent(new Event("input", {bubbles: true})); return true })()`)
	b.until(`document.querySelector("#result .text").textContent.includes("Kolvik raised €9 million")`)
	want := eval[string](b, `document.querySelector("#text").value.toWellFormed()`)
	if got := eval[string](b, `document.querySelector("#result .text").textContent`); got != want {
		t.Errorf("shown is\n%q\nwant\n%q", got, want)
	}
	if n := eval[int](b, `document.querySelectorAll("#result script, #result img, #result svg, #result b").length`); n > 0 || eval[string](b, "document.title") == "run" {
		t.Errorf("%d elements of the article's own", n)
	}
	b.quiet()
}

func TestPlaygroundLooks(t *testing.T) {
	b, _ := open(t)
	b.do(chromedp.Click(chromedp.CSS("#sample")))
	b.until(rounds + ` > 0`)
	b.do(chromedp.Click(chromedp.CSS("#output summary")))
	for _, scheme := range []string{"light", "dark"} {
		b.looks(scheme)
	}
	// the keyboard gets from the text to the results
	b.do(chromedp.Focus(chromedp.CSS("#text")))
	var way []string
	for range 12 {
		b.do(chromedp.KeyEvent(kb.Tab))
		way = append(way, eval[string](b, "document.activeElement.id"))
	}
	for _, want := range []string{"published", "file", "sample", "clear", "a0-r0-company"} {
		if !strings.Contains(" "+strings.Join(way, " ")+" ", " "+want+" ") {
			t.Errorf("the keyboard does not get to %s: %q", want, way)
		}
	}
}

func article(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", "alibaba-megvii.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestHandler(t *testing.T) {
	s := serve(t)
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	for _, c := range []struct {
		path, accept, kind, encoding string
		status                       int
	}{
		{"/", "", "text/html; charset=utf-8", "", 200},
		{"/funding.wasm", "gzip, br", "application/wasm", "gzip", 200},
		{"/page.js", "gzip", "text/javascript; charset=utf-8", "gzip", 200},
		{"/../main.go", "", "text/plain; charset=utf-8", "", 404},
		{"/site/index.html", "", "text/plain; charset=utf-8", "", 404},
	} {
		r, err := http.NewRequest("GET", s.URL+c.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Encoding", c.accept)
		resp, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != c.status || resp.Header.Get("Content-Type") != c.kind || resp.Header.Get("Content-Encoding") != c.encoding {
			t.Errorf("%s: %d, %v, %v", c.path, resp.StatusCode, resp.Header, err)
		}
		if files, _ := built(); c.encoding != "" {
			z, err := gzip.NewReader(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if plain, err := io.ReadAll(z); err != nil || !bytes.Equal(plain, files[strings.TrimPrefix(c.path, "/")]) {
				t.Errorf("%s: %v, or other content", c.path, err)
			}
		}
	}
}

// The directory of -o holds all that the server serves.
func TestWrite(t *testing.T) {
	files, err := built()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "new", "site")
	if err := write(files, dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The README says how large the WebAssembly is and how long an article takes; -update
// measures both. Sizes must stay true within a tenth; times are the machine's.
func TestReadme(t *testing.T) {
	files, err := built()
	if err != nil {
		t.Fatal(err)
	}
	wasm := files["funding.wasm"]
	raw, small := megabytes(wasm), megabytes(compressed(wasm))
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(b), "<!-- measured -->\n")
	shown, tail, ok2 := strings.Cut(rest, "<!-- /measured -->")
	if !ok || !ok2 {
		t.Fatal("README.md has no marks for what is measured")
	}
	if *update {
		shown = measured(t, raw, small)
		if err := os.WriteFile("README.md", []byte(head+"<!-- measured -->\n"+shown+"<!-- /measured -->"+tail), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	sizes := regexp.MustCompile(`\| ([0-9.]+) MB \| ([0-9.]+) MB \|`).FindStringSubmatch(shown)
	if sizes == nil {
		t.Fatalf("no sizes in %q", shown)
	}
	for i, is := range []float64{raw, small} {
		if says, err := strconv.ParseFloat(sizes[i+1], 64); err != nil || is > says*1.1 || is < says*0.9 {
			t.Errorf("the README says %s MB, it is %.1f MB; go test -run TestReadme -update writes it", sizes[i+1], is)
		}
	}
}

func measured(t *testing.T, raw, small float64) string {
	b, _ := open(t)
	text, err := json.Marshal(article(t))
	if err != nil {
		t.Fatal(err)
	}
	// The median of many, of the parser alone and of all that the page does for a keystroke.
	times := eval[[]float64](b, fmt.Sprintf(`(() => {
		const text = %s, parse = [], all = [];
		for (let i = 0; i < 300; i++) {
			const begin = performance.now();
			const r = funding.parse(text, "");
			document.querySelector("#result").innerHTML = r.html;
			document.body.getBoundingClientRect();
			all.push(performance.now() - begin);
			parse.push(r.milliseconds);
		}
		const median = (a) => a.sort((x, y) => x - y)[a.length >> 1];
		return [median(parse), median(all)];
	})()`, text))
	version := eval[string](b, `navigator.userAgent.match(/Chrome\/\d+/)[0].replace("/", " ")`)
	return fmt.Sprintf("| WebAssembly | compressed | reading %.1f kB of article | with marks, tables and layout |\n| ---: | ---: | ---: | ---: |\n| %.1f MB | %.1f MB | %.1f ms | %.1f ms |\n\nMedians of 300 readings of `testdata/alibaba-megvii.txt` in headless %s, two cores.\n", float64(len(article(t)))/1000, raw, small, times[0], times[1], version)
}

// The picture of the README.
func TestPlaygroundScreenshot(t *testing.T) {
	b, _ := open(t)
	b.do(chromedp.Click(chromedp.CSS("#sample")))
	b.until(rounds + ` > 0`)
	b.media(1280, 860, "light")
	b.hover("#a0-r1-company")
	eval[bool](b, `(scrollTo(0, 0), true)`)
	b.screenshot("playground.png")
}
