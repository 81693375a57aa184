// Package page shows what was read out of an article: its text with every mention
// marked by kind, and beside it the rounds as a table, each field linked with the
// words it came from. The page needs nothing but itself: style and script stand in
// it, and its Content-Security-Policy forbids everything else.
//
// Whatever comes from the article goes through html/template. Offsets are those of
// Go strings throughout; the browser never sees one.
package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"example.com/funding"
)

// Style and Script are what Head puts into a page, for a page that has them as files.
var (
	//go:embed page.css
	Style string
	//go:embed page.js
	Script string
	//go:embed page.tmpl
	source string
)

var templates = template.Must(template.New("page").Funcs(template.FuncMap{"counted": counted}).Parse(source))

// Article is a text and the document that was read out of it.
type Article struct {
	Source    string // the name of the file, or ""
	Published funding.Date
	Text      string
	Headline  int // so many bytes at the beginning of Text are its headline, with the empty line below
	Document  *funding.Document
}

// Heading is what an article goes by: its headline, else where it comes from.
func (a Article) Heading() string {
	for _, s := range []string{a.Text[:a.Headline], a.Source} {
		if s = oneLine(s); s != "" {
			return valid(s)
		}
	}
	return "Funding rounds"
}

// Head writes the beginning of a page, up to where the first article goes.
func Head(w io.Writer, title string) error {
	return templates.ExecuteTemplate(w, "head", map[string]any{
		"Title":  valid(title),
		"Style":  template.CSS(Style),
		"Script": template.JS(Script),
		"Policy": "default-src 'none'; style-src " + hash(Style) + "; script-src " + hash(Script) + "; base-uri 'none'; form-action 'none'",
	})
}

// Write writes one article. The number tells the articles of a page apart.
func Write(w io.Writer, a Article, number int) error {
	return templates.ExecuteTemplate(w, "article", newView(a, number))
}

// Entry is an article in the contents of a page.
type Entry struct {
	Heading string
	Rounds  int
}

// Foot writes the end of a page. It names the articles, in the order of their numbers, if
// there are several; a page can be written without knowing them all before.
func Foot(w io.Writer, articles []Entry) error {
	if len(articles) < 2 {
		articles = nil
	}
	return templates.ExecuteTemplate(w, "foot", articles)
}

// hash is how a Content-Security-Policy names a script or style by its content.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Grouped is m as its String writes it, with its digits in groups: "nearly USD 1,000,000,000".
func Grouped(m funding.Money) string {
	words := strings.Fields(m.String())
	for i, w := range words {
		whole, frac, _ := strings.Cut(w, ".")
		if w[0] < '0' || w[0] > '9' {
			continue
		}
		for k := len(whole) - 3; k > 0; k -= 3 {
			whole = whole[:k] + "," + whole[k:]
		}
		if frac != "" {
			whole += "." + frac
		}
		words[i] = whole
	}
	return strings.Join(words, " ")
}

// valid is s for a page in UTF-8.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// kinds are what a mention can be, in the order of the legend.
var kinds = []struct{ Name, Label string }{
	{"company", "company"},
	{"amount", "amount of a round"},
	{"stage", "stage"},
	{"investor", "investor"},
	{"date", "date of a round"},
	{"valuation", "valuation"},
	{"total", "total raised"},
	{"other", "other amount"},
	{"refused", "amount not understood"},
	{"when", "other date"},
}

// view is what the template of an article shows.
type view struct {
	ID        string    // begins every id of the article
	Headline  []segment // of the text, for the heading
	Heading   string    // where the text has no headline
	Source    string
	Published string
	Summary   string
	Cut       string
	Rounds    []roundView
	// Which columns the table of rounds needs.
	HasStages, HasInvestors, HasDates bool
	Others                            []otherView
	Kinds                             []kindView
	Paragraphs                        [][]segment
}

type kindView struct{ ID, Name, Label string }

type roundView struct {
	Number              int
	Company, Stage      field
	Amount              moneyView
	Valuation, Total    moneyView
	Basis, Kind, Status string
	Investors           []investorView
	Date                field
	Sure, Doubts        string // how likely it is right, and why not more
}

type investorView struct {
	field
	Lead bool
}

// moneyView is an amount with its qualifier apart.
type moneyView struct {
	field
	Qualifier string // in words
}

// field is one value of a table and the words behind it.
type field struct {
	ID    string
	Kind  string
	Text  string
	Words string // the id of the first segment that prints it; "" if the text does not
}

// otherView is a mention that no field of a round points at.
type otherView struct {
	field          // as printed
	Value, Meaning string
	Refused        string
}

func newView(a Article, number int) *view {
	v := &view{ID: fmt.Sprintf("a%d", number), Heading: a.Heading(), Published: a.Published.String()}
	if a.Source != "" && oneLine(valid(a.Source)) != v.Heading {
		v.Source = valid(a.Source)
	}
	m := marker{text: a.Text, prefix: v.ID, headline: a.Headline}
	of := func(kind, id, text string, s funding.Span) field {
		f := field{ID: v.ID + "-" + id, Kind: kind, Text: valid(text)}
		m.add(kind, f.ID, s)
		return f
	}
	amount := func(kind, id string, x funding.Amount) moneyView {
		if x.IsZero() {
			return moneyView{}
		}
		q, plain := "", x.Money
		switch x.Qualifier {
		case funding.Exact:
		case funding.Range:
			q = "range"
		default:
			plain.Qualifier = funding.Exact
			q = strings.TrimSuffix(Grouped(x.Money), " "+Grouped(plain))
		}
		return moneyView{of(kind, id, Grouped(plain), x.Span), q}
	}
	used := make(map[funding.Span]bool)
	told := make(map[string]bool) // the amounts of all rounds, by what they print as
	for i, r := range a.Document.Rounds {
		id := fmt.Sprintf("r%d-", i)
		o := roundView{
			Number:    i + 1,
			Company:   of("company", id+"company", r.Company.Name, r.Company.Span),
			Amount:    amount("amount", id+"amount", r.Amount),
			Valuation: amount("valuation", id+"valuation", r.Valuation.Amount),
			Total:     amount("total", id+"total", r.Total),
			Basis:     r.Valuation.Basis.String(),
			Status:    r.Status.String(),
			Sure:      Percent(r.Confidence),
			Doubts:    strings.ReplaceAll(r.Doubts.String(), "-", " "),
		}
		if r.Kind != funding.Equity {
			o.Kind = strings.ReplaceAll(r.Kind.String(), "_", "-")
		}
		if !r.Stage.IsZero() {
			o.Stage = of("stage", id+"stage", r.Stage.String(), r.StageSpan)
		}
		if !r.Date.IsZero() {
			o.Date = of("date", id+"date", r.Date.String(), r.DateSpan)
		}
		for j, inv := range r.Investors {
			o.Investors = append(o.Investors, investorView{of("investor", fmt.Sprintf("%sinvestor%d", id, j), inv.Name, inv.Span), inv.Lead})
		}
		for _, s := range []funding.Span{r.Amount.Span, r.Valuation.Span, r.Total.Span, r.DateSpan} {
			used[s] = true
		}
		told[Grouped(r.Amount.Money)] = true
		v.HasStages = v.HasStages || o.Stage.ID != "" || o.Kind != ""
		v.HasInvestors = v.HasInvestors || len(o.Investors) > 0
		v.HasDates = v.HasDates || o.Date.ID != ""
		v.Rounds = append(v.Rounds, o)
	}
	v.addOthers(&a, used, told, of)
	v.Paragraphs = m.segments()
	if a.Headline > 0 && len(v.Paragraphs) > 0 {
		v.Headline, v.Paragraphs = v.Paragraphs[0], v.Paragraphs[1:]
	}
	v.link(m.first())
	for _, k := range kinds {
		if m.seen[k.Name] {
			v.Kinds = append(v.Kinds, kindView{v.ID + "-k-" + k.Name, k.Name, k.Label})
		}
	}
	v.Summary = counted(len(v.Rounds), "round")
	if c := a.Document.Cut; !c.IsZero() {
		v.Cut = fmt.Sprintf("The text goes beyond what is read: %d bytes, %d long sentences, %d comparisons were cut.", c.Bytes, c.Sentences, c.Recalls)
	}
	return v
}

// addOthers adds the amounts and dates of no round: those whose words used does not hold. told has the amounts of all rounds, by what
// they print as; of marks the words of a field.
func (v *view) addOthers(a *Article, used map[funding.Span]bool, told map[string]bool, of func(kind, id, text string, s funding.Span) field) {
	for i, x := range a.Document.Money {
		if used[x.Span] {
			continue
		}
		kind, meaning := "other", x.Role.String()
		switch {
		case x.Refused != "":
			kind = "refused"
		case x.Role == funding.RoleOther && x.Per == "" && told[Grouped(x.Money)]:
			meaning = "same as a round's"
		case x.Role == funding.RoleRound:
			meaning = "of a round"
		}
		if x.Per != "" {
			meaning += ", per " + x.Per
		}
		if x.Assumed {
			meaning += ", currency assumed"
		}
		v.Others = append(v.Others, otherView{of(kind, fmt.Sprintf("m%d", i), oneLine(x.In(a.Text)), x.Span), Grouped(x.Money), meaning, x.Refused})
	}
	for i, x := range a.Document.Dates {
		if used[x.Span] {
			continue
		}
		value := x.Date.String()
		if value == "" {
			value = "not resolved"
		}
		v.Others = append(v.Others, otherView{field: of("when", fmt.Sprintf("d%d", i), oneLine(x.In(a.Text)), x.Span), Value: value, Meaning: "date"})
	}
}

// Percent prints a probability.
func Percent(p float64) string { return strconv.Itoa(int(p*100+0.5)) + "%" }

// link gives every field the segment where its words begin.
func (v *view) link(first map[string]string) {
	for i := range v.Rounds {
		r := &v.Rounds[i]
		for _, f := range []*field{&r.Company, &r.Stage, &r.Amount.field, &r.Valuation.field, &r.Total.field, &r.Date} {
			f.Words = first[f.ID]
		}
		for j := range r.Investors {
			r.Investors[j].Words = first[r.Investors[j].ID]
		}
	}
	for i := range v.Others {
		v.Others[i].Words = first[v.Others[i].ID]
	}
}

func counted(n int, what string) string {
	switch n {
	case 0:
		return "No " + what + "s"
	case 1:
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
