package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"example.com/funding"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// readPage reads a web page. The main text is what readability finds; title and date
// come from what the page says of itself, the first of these that is there (and, for
// the date, can be read):
//
//	title: JSON-LD headline; og:title; twitter:title; the <h1> that <title> repeats; what readability makes of <title>
//	date:  JSON-LD datePublished; article:published_time and its like; meta names such
//	       as date, pubdate, dc.date; itemprop datePublished; <time datetime> in the article
//
// In JSON-LD articles come before pages, and what is listed inside of them (other
// stories, comments) does not count.
func readPage(page []byte) (funding.Article, error) {
	// Determined by byte order mark, meta element and content, as browsers do.
	r, err := charset.NewReader(bytes.NewReader(page), "text/html")
	if err != nil {
		return funding.Article{}, err
	}
	doc, err := html.Parse(r)
	if err != nil {
		return funding.Article{}, err
	}
	ld := linkedData(doc)
	a := funding.Article{Published: published(doc, ld), Title: title(doc, ld)} // first: readability takes the page apart

	withoutRelated(doc)
	read, err := readability.FromDocument(doc, nil)
	if err != nil {
		return funding.Article{}, fmt.Errorf("no main text: %w", err)
	}
	if read.Node == nil {
		return funding.Article{}, errors.New("no main text in this web page")
	}
	var text strings.Builder
	if err := read.RenderText(&text); err != nil {
		return funding.Article{}, err
	}
	a.Text = strings.TrimSpace(text.String()) + "\n"
	if len(a.Text) == 1 {
		return funding.Article{}, errors.New("no main text in this web page")
	}
	if a.Title == "" {
		a.Title = oneLine(read.Title())
	}
	// Many pages print their title once more above the text.
	if first, rest, ok := strings.Cut(a.Text, "\n"); ok && oneLine(first) == a.Title && strings.TrimSpace(rest) != "" {
		a.Text = strings.TrimLeft(rest, "\n")
	}
	return a, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func title(doc *html.Node, ld []map[string]any) string {
	for _, n := range ld {
		if s, ok := n["headline"].(string); ok && oneLine(s) != "" {
			return oneLine(html.UnescapeString(s)) // escaped twice by many
		}
	}
	for _, name := range []string{"og:title", "twitter:title"} {
		for _, s := range meta(doc, name) {
			if oneLine(s) != "" {
				return oneLine(s)
			}
		}
	}
	// The one heading that <title> repeats, often with the site's name beside it.
	if h := cascadia.QueryAll(doc, headings); len(h) == 1 {
		heading := oneLine(textOf(h[0]))
		for _, n := range cascadia.QueryAll(doc, titles) {
			if heading != "" && strings.Contains(oneLine(textOf(n)), heading) {
				return heading
			}
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

// withoutRelated takes lists of other stories off the page. Inside of an article
// readability keeps them, and each headline in them would be a round.
func withoutRelated(doc *html.Node) {
	for _, n := range cascadia.QueryAll(doc, related) {
		switch {
		case n.Parent == nil, n.Data == "body", n.Data == "main", n.Data == "article":
		case cascadia.Query(n, headings) != nil: // it holds the article itself
		default:
			n.Parent.RemoveChild(n)
		}
	}
}

// metaDates are the names and properties of meta elements that hold the date of
// publication, the most reliable first.
var metaDates = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "article.published",
	"parsely-pub-date", "sailthru.date", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
	"citation_publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date",
}

func published(doc *html.Node, ld []map[string]any) string {
	var said []string
	for _, n := range ld {
		if s, ok := n["datePublished"].(string); ok {
			said = append(said, s)
		}
	}
	for _, name := range metaDates {
		said = append(said, meta(doc, name)...)
	}
	for _, n := range cascadia.QueryAll(doc, microdata) {
		said = append(said, attr(n, "content"), attr(n, "datetime"))
	}
	for _, s := range timeElements {
		for _, n := range cascadia.QueryAll(doc, s) {
			if !aside(n) {
				said = append(said, attr(n, "datetime"))
			}
		}
	}
	for _, s := range said {
		if d, err := funding.ParseDate(strings.TrimSpace(s)); err == nil {
			return d.String()
		}
	}
	return ""
}

// The selectors are all constants: one that is wrong shows when the program starts.
var (
	headings     = selector("h1")
	titles       = selector("title")
	metaElements = selector("meta[content]")
	microdata    = selector("[itemprop=datePublished]")
	jsonLD       = selector(`script[type="application/ld+json"]`)
	// related is how pages call their lists of other stories.
	related = selector("[id*=relatedposts], [id~=related], [class~=related], [class*=related-], [class*=-related], [id*=related-], [id*=-related]")
	// timeElements are where a page without metadata shows its date, best first.
	timeElements = []cascadia.SelectorGroup{
		selector("time[itemprop=datePublished][datetime]"), selector("time[pubdate][datetime]"), selector("article header time[datetime]"),
		selector("article time[datetime]"), selector("main time[datetime]"), selector("header time[datetime]"), selector("time[datetime]"),
	}
)

func selector(s string) cascadia.SelectorGroup {
	g, err := cascadia.ParseGroup(s)
	if err != nil {
		panic(err)
	}
	return g
}

// aside reports whether n is in a part of the page that is not about its article.
func aside(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && (n.Data == "aside" || n.Data == "footer" || n.Data == "nav" || strings.Contains(attr(n, "class")+attr(n, "id"), "comment")) {
			return true
		}
	}
	return false
}

// meta returns what the meta elements with that name or property say.
func meta(doc *html.Node, name string) (values []string) {
	for _, n := range cascadia.QueryAll(doc, metaElements) {
		if strings.EqualFold(attr(n, "property"), name) || strings.EqualFold(attr(n, "name"), name) {
			values = append(values, attr(n, "content"))
		}
	}
	return values
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// linkedData returns the articles that the JSON-LD of a page describes, then its pages.
func linkedData(doc *html.Node) []map[string]any {
	var articles, pages []map[string]any
	var visit func(any)
	visit = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				visit(e)
			}
		case map[string]any:
			switch types := typesOf(v); {
			case slices.ContainsFunc(types, isArticle):
				articles = append(articles, v)
			case slices.Contains(types, "WebPage"):
				pages = append(pages, v)
			}
			visit(v["@graph"])
			visit(v["mainEntity"])
			if e, ok := v["mainEntityOfPage"].(map[string]any); ok {
				visit(e)
			}
		}
	}
	for _, n := range cascadia.QueryAll(doc, jsonLD) {
		if n.FirstChild == nil {
			continue
		}
		s := strings.TrimSpace(n.FirstChild.Data)
		s = strings.TrimSuffix(strings.TrimPrefix(s, "<![CDATA["), "]]>")
		var v any
		if json.Unmarshal([]byte(s), &v) == nil { // what a page says in broken JSON is not said
			visit(v)
		}
	}
	return append(articles, pages...)
}

func typesOf(v map[string]any) (types []string) {
	switch t := v["@type"].(type) {
	case string:
		return []string{t}
	case []any:
		for _, e := range t {
			if s, ok := e.(string); ok {
				types = append(types, s)
			}
		}
	}
	return types
}

func isArticle(t string) bool {
	return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report"
}
