package cli

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"example.com/funding"
)

func gzipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A directory is read with all that is below it, in order, and nothing of it twice.
func TestDirectory(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"a.txt":            lumen,
		"b.txt.gz":         gzipped(t, oakmere),
		"c/d.md":           "# News\n\n**Kolvik** raised [$3 million](https://kolvik.example).\n",
		"c/e.jsonl.gz":     gzipped(t, articleLine(7)+articleLine(8)),
		"c/f.MARKDOWN":     "Tern raised $9 million.",
		"photo.jpg":        "\xff\xd8\x00",
		".hidden.txt":      "Ghost raised $1 million.",
		".git/config.txt":  "Ghost raised $1 million.",
		"c/notes.unknown":  "Ghost raised $1 million.",
		"c/empty/.gitkeep": "",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, name), content)
	}
	if err := os.Symlink(dir, filepath.Join(dir, "c", "circle")); err != nil {
		t.Log(err)
	}
	status, out, errs := program("", "-format", "csv", dir)
	if status != StatusOK || errs != "" {
		t.Fatalf("status %d, errors %q", status, errs)
	}
	rows := readCSV(t, out)
	var got []string
	for _, r := range rows {
		got = append(got, strings.TrimPrefix(r["source"], dir+string(filepath.Separator))+" "+r["company"]+" "+r["amount"])
	}
	want := "a.txt Lumen Robotics 12000000, b.txt.gz Oakmere 3000000, c/d.md Kolvik 3000000, 7 Company7 8000000, 8 Company8 9000000, c/f.MARKDOWN Tern 9000000"
	if s := filepath.ToSlash(strings.Join(got, ", ")); s != want {
		t.Errorf("read\n%s\nwant\n%s", s, want)
	}

	// as the only thing named it is still many, and the table says which is which
	if _, out, _ := program("", dir); !strings.Contains(out, filepath.Join(dir, "c", "d.md")+"\n") {
		t.Errorf("no names:\n%s", out)
	}
}

func readCSV(t *testing.T, s string) (rows []map[string]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("not even a head")
	}
	for _, cells := range all[1:] {
		row := make(map[string]string)
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCSV(t *testing.T) {
	const text = "Kolvik is in talks to raise $10 million to $12 million in convertible notes led by Rannik Ventures, with Northgate Partners, at a pre-money valuation of about €90 million. It has raised $20.5 million to date."
	_, out, errs := program(text, "-format", "csv", "-published", "2021-03-05")
	rows := readCSV(t, out)
	if len(rows) != 1 || errs != "" {
		t.Fatalf("%d rows, errors %q:\n%s", len(rows), errs, out)
	}
	r := funding.Parser{}.Parse(text).Rounds[0]
	for column, want := range map[string]string{
		"source": "standard input", "published": "2021-03-05", "company": "Kolvik",
		"amount": "12000000", "amount_min": "10000000", "currency": "USD", "qualifier": "range", "status": "pending", "kind": r.Kind.String(),
		"valuation": "90000000", "valuation_currency": "EUR", "valuation_qualifier": "about", "valuation_basis": "pre",
		"leads": "Rannik Ventures", "amount_printed": r.Amount.In(text),
		"confidence": fmt.Sprintf("%.3f", r.Confidence), "doubts": strings.Join(strings.Split(r.Doubts.String(), ", "), "; "),
	} {
		if got := rows[0][column]; got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
	if _, out, _ := program("Nothing.", "-format", "csv"); len(readCSV(t, out)) != 0 {
		t.Errorf("rows of nothing: %s", out)
	}
	for in, want := range map[string]string{"=1+1": "'=1+1", "@a": "'@a", "-1": "'-1", "+1": "'+1", "a=b": "a=b", "": "", "\xff": "\ufffd"} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q", in, got)
		}
	}
}

// Where the text that was read is not the file, JSON has it: offsets would else point nowhere.
func TestReducedText(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.md")
	writeFile(t, name, "---\ntitle: Kolvik raises\ndate: 2021-03-05\n---\n**Kolvik** raised *\\$3 million* <br> last month.")
	for _, form := range []string{"json", "jsonl"} {
		_, out, errs := program("", "-format", form, name)
		if _, out, _ := program("", "-format", form, name, name); strings.Count(out, name) != 2 {
			t.Errorf("two inputs are not told apart by their names:\n%s", out)
		}
		var doc funding.Document
		var read struct{ ID, Title, Published, Text string }
		if err := errors.Join(json.Unmarshal([]byte(out), &doc), json.Unmarshal([]byte(out), &read)); err != nil || errs != "" {
			t.Fatal(err, errs)
		}
		if read.ID != "" || read.Title != "Kolvik raises" || read.Published != "2021-03-05" || len(doc.Rounds) != 1 {
			t.Fatalf("%s", out)
		}
		if got := doc.Rounds[0].Amount.In(read.Text); got != "$3 million" || doc.Rounds[0].Date.String() != "2021-02" {
			t.Errorf("the amount is %q, dated %s:\n%s", got, doc.Rounds[0].Date, out)
		}
		if (form == "jsonl") != (strings.Count(out, "\n") == 1) {
			t.Errorf("%s: %s", form, out)
		}
	}
	plain := filepath.Join(t.TempDir(), "a.txt")
	writeFile(t, plain, lumen)
	if _, out, _ := program("", "-json", plain); strings.Contains(out, `"text": "Lumen Robotics`) {
		t.Errorf("the text of a text file is repeated:\n%s", out)
	}
}

const savedPage = "<!DOCTYPE html><title>x</title><p>" + lumen

func TestPages(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.html")
	writeFile(t, name, savedPage)
	// without a reader the message says who reads them
	for _, c := range []struct {
		input string
		args  []string
	}{{"", []string{name}}, {"", []string{dir}}, {savedPage, nil}, {"\ufeff\n<!-- saved -->\n" + savedPage, nil}, {"<?xml version='1.0'?>" + savedPage, nil}} {
		status, out, errs := program(c.input, c.args...)
		if status != StatusInput || out != "" || !strings.Contains(errs, "go run -C examples/parse/web .") {
			t.Errorf("%v: status %d, output %q, errors %q", c.args, status, out, errs)
		}
	}
	// with one it is asked for pages only
	p := Program{Page: func(b []byte) (funding.Article, error) {
		if string(b) != savedPage {
			t.Errorf("asked to read %q", b)
		}
		return funding.Article{Title: "A title", Published: "2021-03-05", Text: "Last month Kolvik raised $3 million."}, nil
	}}
	writeFile(t, filepath.Join(dir, "b.txt"), lumen)
	var out, errs strings.Builder
	if status := p.Run([]string{"-format", "csv", dir}, strings.NewReader(""), &out, &errs); status != StatusOK || errs.Len() > 0 {
		t.Fatalf("status %d, errors %q", status, errs.String())
	}
	rows := readCSV(t, out.String())
	if len(rows) != 2 || rows[0]["title"] != "A title" || rows[0]["date"] != "2021-02" || rows[1]["company"] != "Lumen Robotics" || rows[1]["title"] != "" {
		t.Errorf("%v", rows)
	}
	// what it cannot read is reported by name, and the rest is read
	p.Page = func([]byte) (funding.Article, error) { return funding.Article{}, errors.New("no main text") }
	out.Reset()
	if status := p.Run([]string{dir}, strings.NewReader(""), &out, &errs); status != StatusInput || !strings.Contains(errs.String(), name+": no main text") || !strings.Contains(out.String(), "Lumen") {
		t.Errorf("status %d, output %q, errors %q", status, out.String(), errs.String())
	}
}

func TestElsewhere(t *testing.T) {
	here, there := t.TempDir(), t.TempDir()
	t.Chdir(here)
	writeFile(t, filepath.Join(there, "a.txt"), lumen)
	var out, errs strings.Builder
	if status := (Program{Elsewhere: there}).Run([]string{"a.txt"}, strings.NewReader(""), &out, &errs); status != StatusOK || !strings.Contains(out.String(), "Lumen") {
		t.Errorf("status %d, errors %q", status, errs.String())
	}
	writeFile(t, filepath.Join(here, "a.txt"), oakmere)
	out.Reset()
	if (Program{Elsewhere: there}).Run([]string{"a.txt"}, strings.NewReader(""), &out, &errs); !strings.Contains(out.String(), "Oakmere") {
		t.Errorf("the working directory does not come first:\n%s", out.String())
	}
}

func TestGzip(t *testing.T) {
	if status, out, errs := program(gzipped(t, lumen)); status != StatusOK || !strings.Contains(out, "Lumen Robotics") {
		t.Errorf("standard input: status %d, errors %q", status, errs)
	}
	for _, c := range []struct{ input, want string }{
		{gzipped(t, strings.Repeat("a", maxText+1)), "longer than 16 MB"}, // a few kilobytes
		{gzipped(t, lumen)[:40], "unexpected EOF"},
		{"\x1f\x8bnonsense", "gzip"},
	} {
		if status, out, errs := program(c.input); status != StatusInput || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%.20q: status %d, output %q, errors %q", c.input, status, out, errs)
		}
	}
}

func TestDash(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.txt")
	writeFile(t, name, oakmere)
	_, out, errs := program(lumen, name, "-")
	if i, j := strings.Index(out, "Oakmere"), strings.Index(out, "standard input"); i < 0 || j < i || !strings.Contains(out, "Lumen") {
		t.Errorf("errors %q:\n%s", errs, out)
	}
}

// At no width does a line go beyond it, and at none is a word of a name lost.
func TestWidths(t *testing.T) {
	article, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "alibaba-megvii.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(article), "東京ロボット工業株式会社 raised ¥3 billion from Северсталь Венчурс and Averyveryverylongnamethatfitsnowhere Capital."} {
		_, wide, _ := program(text)
		for width := 20; width <= 200; width++ {
			_, out, errs := program(text, "-width", strconv.Itoa(width))
			if errs != "" {
				t.Fatal(errs)
			}
			for line := range strings.Lines(out) {
				if n := displayWidth(strings.TrimSuffix(line, "\n")); n > width {
					t.Fatalf("width %d: a line of %d:\n%s", width, n, out)
				}
			}
			for _, r := range funding.Parse(text).Rounds {
				if squeezed := strings.Join(strings.Fields(out), ""); width >= 120 && !strings.Contains(out, r.Company.Name) || !strings.Contains(squeezed, r.Company.Name[:3]) {
					t.Fatalf("width %d: %s is not there:\n%s", width, r.Company.Name, out)
				}
			}
			if width == 200 && out != wide {
				t.Errorf("there is room, but the table differs:\n%s\n%s", out, wide)
			}
		}
	}
}

// Names come from the text. They must not move the cursor or turn the line around.
func TestShown(t *testing.T) {
	for in, want := range map[string]string{
		"Kolvik":                 "Kolvik",
		"a\x1b[2Jb":              "a\ufffd[2Jb",
		"a\r\nb\tc":              "a b c",
		"a\u202eb\u2066c\u200fd": "abcd",
		"\xff":                   "\ufffd",
		"\u009b31m":              "\ufffd31m",
		"👩\u200d🚀 Räksmörgås 東京": "👩\u200d🚀 Räksmörgås 東京",
	} {
		if got := shown(in); got != want {
			t.Errorf("shown(%q) = %q, want %q", in, got, want)
		}
	}
	for s, want := range map[string]int{"abc": 3, "東京": 4, "e\u0301": 1, "é": 1, "🚀": 2, "": 0} {
		if got := displayWidth(s); got != want {
			t.Errorf("displayWidth(%q) = %d, want %d", s, got, want)
		}
	}
}

// Colours change nothing but colours.
func TestColours(t *testing.T) {
	doc := funding.Parse("Kolvik raised $3 million. Oakmere is in talks to raise £4 million. Tern's planned $9 million round fell through.")
	var outs []string
	for _, s := range []screen{{}, {colour: true}, {width: 30}, {width: 30, colour: true}} {
		b, err := (&tableForm{screen: s}).add(result{doc: doc, name: "a", many: true})
		if err != nil {
			t.Fatal(err)
		}
		outs = append(outs, string(b))
	}
	for i := 0; i < len(outs); i += 2 {
		plain := outs[i+1]
		for _, c := range []string{bold, dim, red, green, yellow, "0"} {
			if !strings.Contains(plain, "\x1b["+c+"m") {
				t.Errorf("no %s in %q", c, plain)
			}
			plain = strings.ReplaceAll(plain, "\x1b["+c+"m", "")
		}
		if plain != outs[i] {
			t.Errorf("in colour\n%q\nwithout\n%q", plain, outs[i])
		}
	}
}

func TestHTML(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "a.txt"), lumen)
	writeFile(t, filepath.Join(dir, "b.txt"), "<script>alert(1)</script> raised $5 million.")
	for _, args := range [][]string{{dir}, {filepath.Join(dir, "b.txt")}} {
		status, out, errs := program("", append([]string{"-format", "html"}, args...)...)
		if status != StatusOK || errs != "" {
			t.Fatalf("status %d, errors %q", status, errs)
		}
		if strings.Count(out, "<html") != 1 || !strings.HasSuffix(out, "</html>\n") || strings.Contains(out, "<script>alert") {
			t.Errorf("%v:\n%s", args, out)
		}
	}
	if status, out, _ := program("", "-format", "html", filepath.Join(dir, "none.txt")); status != StatusInput || out != "" {
		t.Errorf("status %d, and a page about nothing: %.200s", status, out)
	}
}
