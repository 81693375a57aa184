package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"

	"example.com/funding"
	"example.com/funding/internal/page"
)

// result is one article and what it says.
type result struct {
	name      string // of the input
	article   funding.Article
	published funding.Date // that relative dates were resolved against
	reduced   bool         // the text is not the input itself but what is left of it without its markup
	line      bool         // the input was a JSON line
	headline  int          // so many bytes of the text are its title
	many      bool         // there are, or may be, other results
	doc       *funding.Document
}

// form is a form of output. What add and end return is written whole or not at all.
type form interface {
	add(result) ([]byte, error)
	end() []byte
}

var formNames = []string{"table", "json", "jsonl", "csv", "html"}

// newForm returns the form of that name, nil if there is none.
func newForm(name string, s screen) form {
	switch name {
	case "table":
		return &tableForm{screen: s}
	case "json":
		return jsonForm{indent: "  "}
	case "jsonl":
		return jsonForm{}
	case "csv":
		return &csvForm{}
	case "html":
		return &htmlForm{}
	}
	return nil
}

// jsonForm writes the documents as they marshal. Where their offsets do not refer to
// the input itself, it adds the text to which they do, and title and date.
type jsonForm struct{ indent string }

func (f jsonForm) add(r result) ([]byte, error) {
	b, err := r.doc.JSON(r.article.ID, r.article.Text)
	if err != nil {
		return nil, err
	}
	if r.reduced {
		read := struct {
			Title     string       `json:"title"`
			Published funding.Date `json:"published"`
			Text      string       `json:"text"`
		}{r.article.Title, r.published, r.article.Text}
		var more bytes.Buffer
		enc := json.NewEncoder(&more)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(read); err != nil {
			return nil, err
		}
		b[len(b)-1] = ','
		b = append(b, bytes.TrimSpace(more.Bytes())[1:]...)
	}
	if f.indent != "" {
		var out bytes.Buffer
		if err := json.Indent(&out, b, "", f.indent); err != nil {
			return nil, err
		}
		b = out.Bytes()
	}
	return append(b, '\n'), nil
}

func (jsonForm) end() []byte { return nil }

// csvForm writes a row for each round.
type csvForm struct{ begun bool }

var csvHead = []string{
	"source", "title", "published", "company", "amount", "currency", "qualifier", "amount_min", "kind", "stage", "status", "investors", "leads", "date",
	"valuation", "valuation_currency", "valuation_qualifier", "valuation_basis", "total_raised", "total_currency", "amount_printed",
	"confidence", "doubts",
}

func (f *csvForm) add(r result) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if !f.begun {
		w.Write(csvHead) // into memory, where nothing fails
		f.begun = true
	}
	source := r.name
	for _, o := range r.doc.Rounds {
		var investors, leads []string
		for _, i := range o.Investors {
			investors = append(investors, i.Name)
			if i.Lead {
				leads = append(leads, i.Name)
			}
		}
		value, currency, qualifier, least := moneyCells(o.Amount.Money)
		val, valCurrency, valQualifier, _ := moneyCells(o.Valuation.Money)
		total, totalCurrency, _, _ := moneyCells(o.Total.Money)
		row := []string{
			source, r.article.Title, r.published.String(), o.Company.Name, value, currency, qualifier, least, o.Kind.String(), o.Stage.String(), o.Status.String(),
			strings.Join(investors, "; "), strings.Join(leads, "; "), o.Date.String(),
			val, valCurrency, valQualifier, o.Valuation.Basis.String(), total, totalCurrency, o.Amount.In(r.article.Text),
			strconv.FormatFloat(o.Confidence, 'f', 3, 64), strings.ReplaceAll(o.Doubts.String(), ",", ";"),
		}
		for i := range row {
			row[i] = harmless(row[i])
		}
		w.Write(row)
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func (*csvForm) end() []byte { return nil }

// moneyCells returns the value in digits, and nothing for what is not stated.
func moneyCells(m funding.Money) (value, currency, qualifier, least string) {
	if m.IsZero() {
		return "", "", "", ""
	}
	if m.Qualifier == funding.Range {
		least = digits(funding.Money{Value: m.Min, Currency: m.Currency})
	}
	return digits(m), m.Currency, m.Qualifier.String(), least
}

// digits is the value of m as its String writes it, without currency.
func digits(m funding.Money) string {
	m.Qualifier = funding.Exact
	_, value, _ := strings.Cut(m.String(), " ")
	return value
}

// harmless puts a quotation mark before what a spreadsheet would take for a formula.
func harmless(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// htmlForm writes one page that holds all articles.
type htmlForm struct{ articles []page.Entry }

func (f *htmlForm) add(r result) ([]byte, error) {
	a := page.Article{Source: r.name, Published: r.published, Text: r.article.Text, Headline: r.headline, Document: r.doc}
	if r.name == "standard input" {
		a.Source = ""
	}
	var b bytes.Buffer
	if f.articles == nil {
		title := a.Heading()
		if r.many {
			title = "Funding rounds"
		}
		if err := page.Head(&b, title); err != nil {
			return nil, err
		}
	}
	if err := page.Write(&b, a, len(f.articles)); err != nil {
		return nil, err
	}
	f.articles = append(f.articles, page.Entry{Heading: a.Heading(), Rounds: len(r.doc.Rounds)})
	return b.Bytes(), nil
}

func (f *htmlForm) end() []byte {
	if f.articles == nil { // nothing could be read, and a page would say that there are no rounds
		return nil
	}
	var b bytes.Buffer
	page.Foot(&b, f.articles)
	return b.Bytes()
}
