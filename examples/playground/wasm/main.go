//go:build js && wasm

// Command wasm is the library as the page of the playground calls it. It puts an object
// "funding" with two functions into the page:
//
//	parse(text, published)  {html, json, rounds, milliseconds} or {error}
//	markdown(source)        {text, published}
package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"syscall/js"
	"time"

	"example.com/funding"
	"example.com/funding/internal/markdown"
	"example.com/funding/internal/page"
)

func main() {
	js.Global().Set("funding", map[string]any{
		"parse":    js.FuncOf(parse),
		"markdown": js.FuncOf(plain),
	})
	select {} // the functions live as long as the program does
}

func parse(_ js.Value, args []js.Value) any {
	text, published := args[0].String(), args[1].String()
	p := funding.Parser{}
	if published != "" {
		d, err := funding.ParseDate(published)
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		p.Published = d
	}
	begin := time.Now()
	doc := p.Parse(text)
	took := time.Since(begin)

	var html strings.Builder
	if err := page.Write(&html, page.Article{Published: p.Published, Text: text, Document: doc}, 0); err != nil {
		return map[string]any{"error": err.Error()}
	}
	b, err := doc.JSON("", text)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, b, "", "  "); err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"html": html.String(), "json": indented.String(), "rounds": len(doc.Rounds), "milliseconds": took.Seconds() * 1000}
}

func plain(_ js.Value, args []js.Value) any {
	a := markdown.Read(args[0].String())
	if a.Title != "" {
		a.Text = a.Title + "\n\n" + a.Text
	}
	return map[string]any{"text": a.Text, "published": a.Published}
}
