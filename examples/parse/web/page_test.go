package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"example.com/funding"
	"example.com/funding/examples/parse/cli"
)

// A saved page with everything around its article that pages have, in windows-1252.
func TestSavedPage(t *testing.T) {
	b, err := os.ReadFile("testdata/marrowfield.html")
	if err != nil {
		t.Fatal(err)
	}
	a, err := readPage(b)
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Marrowfield harvests £18m to teach tractors to weed" || a.Published != "2023-05-17" {
		t.Errorf("title %q, published %q", a.Title, a.Published)
	}
	for _, want := range []string{"has raised £18 million in a Series B round led by Fenland Growth Partners.", "company’s £6 million Series A", "€30 million", "A crowded field", "Plough & Pixel\t€2.5 million"} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("the text lacks %q", want)
		}
	}
	for _, not := range []string{"cookie", "Ottersby", "Pennywhistle", "Brackenfold", "Sign up", "my uncle", "£100", "$999", "Share", "{", "<"} {
		if strings.Contains(strings.ToLower(a.Text), strings.ToLower(not)) {
			t.Errorf("%q is no part of the article:\n%s", not, a.Text)
		}
	}
	published, err := funding.ParseDate(a.Published)
	if err != nil {
		t.Fatal(err)
	}
	rounds := funding.Parser{Title: a.Title, Published: published}.Parse(a.Text).Rounds
	const want = "Marrowfield | 18000000 GBP | stage=series-b | inv=*Fenland Growth Partners; Saltmarsh Capital; Wherry Ventures | @2023-05-16 | total=26000000 GBP"
	if len(rounds) == 0 || rounds[0].String() != want {
		t.Errorf("%v\nwant first %s", rounds, want)
	}
}

const body = `<article><h1>Kolvik raises</h1><p>Kolvik, a maker of kettles from Tallinn, has raised €4 million from Rannik Ventures, its founder said at a fair in the city.</p>
<p>The money is for new kettles, and for people who know how to sell them in countries where tea is drunk with milk, lemon, butter or salt.</p></article>`

// Where title and date come from, in the order of the documentation: each page has all that
// follows in it as well, with other values.
func TestMetadata(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	const (
		og      = `<meta property="og:title" content="of og"><meta property="article:published_time" content="2021-03-02T10:00:00Z">`
		twitter = `<meta name="twitter:title" content="of twitter">`
		named   = `<meta name="DC.date.issued" content="2021-03-03">`
		micro   = `<meta itemprop="datePublished" content="2021-03-04">`
		plain   = `<title>of title</title>`
	)
	shown := strings.Replace(body, "</h1>", `</h1><time datetime="2021-03-05T09:00">Friday</time>`, 1)
	for _, c := range []struct{ name, head, body, title, published string }{
		{"JSON-LD", ld(`{"@type":"NewsArticle","headline":"of LD","datePublished":"2021-03-01T23:30:00-05:00"}`) + og + named + micro + plain, shown, "of LD", "2021-03-01"},
		{"in an array", ld(`[{"@type":"Organization"},{"@type":["Thing","BlogPosting"],"headline":"of LD &amp; co","datePublished":"2021-03-01"}]`) + og, body, "of LD & co", "2021-03-01"},
		{"in a graph", ld(`{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"Article","datePublished":"2021-03-01"}]}`) + og, body, "of og", "2021-03-01"},
		{"of the page only", ld(`{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"}]}`), body, "", "2020-01-01"},
		{"of other stories", ld(`{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"no","datePublished":"2001-01-01"}]}`) + og, body, "of og", "2021-03-02"},
		{"broken JSON-LD", ld(`{"@type":"NewsArticle","headline":"of LD"`) + og, body, "of og", "2021-03-02"},
		{"CDATA", ld(`<![CDATA[{"@type":"Report","headline":"of LD","datePublished":"2021-03-01"}]]>`), body, "of LD", "2021-03-01"},
		{"a date that is none", ld(`{"@type":"NewsArticle","headline":"of LD","datePublished":"last week"}`) + og, body, "of LD", "2021-03-02"},
		{"modified only", ld(`{"@type":"NewsArticle","headline":"of LD","dateModified":"2021-03-01"}`), body, "of LD", ""},
		{"Open Graph", og + named + micro + twitter + plain, shown, "of og", "2021-03-02"},
		{"meta name", named + micro + twitter + plain, shown, "of twitter", "2021-03-03"},
		{"microdata", micro + plain, shown, "of title", "2021-03-04"},
		{"time element", plain, shown, "of title", "2021-03-05"},
		{"heading", `<title>Kolvik raises | Kettle Review</title>`, body, "Kolvik raises", ""},
		{"time of a comment", plain, body + `<div class="comments"><time datetime="2024-01-01">x</time></div><aside><time datetime="2024-01-02">x</time></aside>`, "of title", ""},
	} {
		a, err := readPage([]byte("<!doctype html><html><head><meta charset=utf-8>" + c.head + "</head><body>" + c.body + "</body></html>"))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.title != "" && a.Title != c.title || a.Published != c.published {
			t.Errorf("%s: title %q, published %q; want %q, %q", c.name, a.Title, a.Published, c.title, c.published)
		}
		if !strings.Contains(a.Text, "has raised €4 million") {
			t.Errorf("%s: text %q", c.name, a.Text)
		}
	}
}

func TestNoArticle(t *testing.T) {
	for _, page := range []string{"", "<html></html>", "<html><body><script>x()</script></body></html>"} {
		if a, err := readPage([]byte(page)); err == nil {
			t.Errorf("%q is an article: %+v", page, a)
		}
	}
}

// The program reads pages by name and by content, and its JSON has the text that the offsets refer to.
func TestProgram(t *testing.T) {
	p := cli.Program{Page: readPage}
	b, err := os.ReadFile("testdata/marrowfield.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		stdin string
		args  []string
	}{{"", []string{"-json", "testdata/marrowfield.html"}}, {string(b), []string{"-json"}}} {
		var out, errs strings.Builder
		if status := p.Run(c.args, strings.NewReader(c.stdin), &out, &errs); status != cli.StatusOK || errs.Len() > 0 {
			t.Fatalf("status %d, errors %q", status, errs.String())
		}
		var doc funding.Document
		var read struct{ Title, Published, Text string }
		if err := json.Unmarshal([]byte(out.String()), &doc); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(out.String()), &read); err != nil {
			t.Fatal(err)
		}
		if len(doc.Rounds) == 0 || doc.Rounds[0].Amount.In(read.Text) != "£18 million" || read.Published != "2023-05-17" {
			t.Errorf("%s", out.String())
		}
	}
}

// Lists of other stories are no part of the article, wherever a page has them and however
// it calls them; what only sounds like one stays.
func TestRelated(t *testing.T) {
	for _, c := range []struct {
		list string
		gone bool
	}{
		{`<div id="jp-relatedposts"><h3>Related</h3><p>Oakmere raises $9 million from Northgate Ventures</p></div>`, true},
		{`<section class="c-related-list wide"><p>Oakmere raises $9 million from Northgate Ventures</p></section>`, true},
		{`<div class="related"><article>Oakmere raises $9 million from Northgate Ventures</article></div>`, true},
		{`<p class="unrelated">Oakmere raises $9 million from Northgate Ventures</p>`, false},
	} {
		page := strings.Replace(body, "</article>", c.list+"</article>", 1)
		a, err := readPage([]byte("<!doctype html><meta charset=utf-8><body class=\"has-related-x\"><div class=\"with-related-posts\">" + page + "</div>"))
		if err != nil {
			t.Errorf("%s: %v", c.list, err)
			continue
		}
		if strings.Contains(a.Text, "Oakmere") == c.gone || !strings.Contains(a.Text, "has raised €4 million") {
			t.Errorf("%s: %q", c.list, a.Text)
		}
	}
}
