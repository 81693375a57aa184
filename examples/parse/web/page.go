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
//	title: JSON-LD headline; og:title; twitter:title; what readability makes of <title> and <h1>
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
	return ""
}

// metaDates are the names and properties of meta elements that hold the date of
// publication, the most reliable first.
var metaDates = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "article.published",
	"parsely-pub-date", "sailthru.date", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
	"citation_publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date",
}

// timeElements are where a page that has no such thing shows its date. Others are those of
// comments and of other stories.
var timeElements = []string{
	"time[itemprop=datePublished][datetime]", "time[pubdate][datetime]",
	"article header time[datetime]", "article time[datetime]", "main time[datetime]", "header time[datetime]", "time[datetime]",
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
	for _, n := range cascadia.QueryAll(doc, query("[itemprop=datePublished]")) {
		said = append(said, attr(n, "content"), attr(n, "datetime"))
	}
	for _, s := range timeElements {
		for _, n := range cascadia.QueryAll(doc, query(s)) {
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

func query(s string) cascadia.Sel {
	sel, err := cascadia.Parse(s)
	if err != nil {
		panic(err) // all are constants
	}
	return sel
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
	for _, n := range cascadia.QueryAll(doc, query("meta[content]")) {
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
	for _, n := range cascadia.QueryAll(doc, query(`script[type="application/ld+json"]`)) {
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
