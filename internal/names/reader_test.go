package names_test

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/english"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// read returns the reader of a sentence in which { } stand around amounts and dates, and the names and anaphora
// that are marked: [ ] and < > stand around them.
func read(marked string) (r *names.Reader, want []string) {
	var text strings.Builder
	var units [][2]int // bytes
	from := -1         // of what is marked, in marked
	begin := 0         // and in text
	for i, c := range []byte(marked) {
		switch c {
		case '{', '[', '<':
			from, begin = i, text.Len()
		case '}':
			units = append(units, [2]int{begin, text.Len()})
		case ']', '>':
			want = append(want, marked[from:i+1])
		default:
			text.WriteByte(c)
		}
	}
	v := &words.View{Lex: english.Language().Lexicon, Text: text.String(), Toks: token.Scan(text.String(), nil)}
	v.IDs = make([]lexicon.ID, len(v.Toks))
	var spans []grammar.UnitSpan
	for i, t := range v.Toks {
		if t.Kind == token.Word {
			v.IDs[i] = english.Language().Lexicon.Find(t.Text(v.Text))
		}
		for _, u := range units {
			if int(t.Start) == u[0] {
				spans = append(spans, grammar.UnitSpan{From: int32(i), To: int32(i + 1)})
			}
			if int(t.Start) > u[0] && int(t.Start) < u[1] {
				spans[len(spans)-1].To = int32(i + 1)
			}
		}
	}
	s := new(grammar.Sentence)
	s.Read(english.Language().Grammar, v.Text, v.Toks, v.IDs, spans, 0, len(v.Toks))
	r = names.NewReader(v, english.Language().Names)
	r.Begin(s, 0)
	return r, want
}

// mark returns a reference as an example marks it.
func mark(r *names.Reader, n names.Ref) []string {
	if n.Kind == names.Unnamed {
		return nil
	}
	b := r.Span(n.From, n.To)
	if s := r.Text[b.Start:b.End]; n.Kind == names.Named {
		return []string{"[" + s + "]"}
	} else {
		return []string{"<" + s + ">"}
	}
}

// companies returns whom the noun phrases of the sentence mean, in order.
func companies(r *names.Reader) (found []string) {
	for k := range r.S.Nodes {
		if r.S.Nodes[k].Kind == grammar.NP {
			found = append(found, mark(r, *r.Company(k))...)
		}
	}
	return found
}

// subject returns the company that the subject of the first clause means.
func subject(r *names.Reader) []string {
	c := &r.S.Clauses[0]
	return mark(r, r.SubjectCompany(c.Subj, c.Verb))
}

// investor returns the investor that the last noun phrase names, and its other forms.
func investor(r *names.Reader) []string {
	for k := len(r.S.Nodes) - 1; k >= 0; k-- {
		if r.S.Nodes[k].Kind == grammar.NP {
			if n := r.Investor(grammar.Item{NP: k, Tail: k}); n.Kind == names.Named {
				return append([]string{"[" + n.Text + "]"}, n.Aka...)
			}
			return nil
		}
	}
	return nil
}

// The example of each rule is read as it says with the rule, and otherwise without.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, x := range names.AllRules() {
		id := x.Table + ": " + x.Name
		if seen[id] {
			t.Errorf("%s: twice", id)
		}
		seen[id] = true
		ask := companies
		switch x.Table {
		case "subject":
			ask = subject
		case "givers":
			ask = investor
		}
		answer := func() (got, want []string) {
			r, want := read(x.Example)
			return ask(r), want
		}
		if got, want := answer(); !slices.Equal(got, want) {
			t.Errorf("%s: %s\ngot %q, want %q", id, x.Example, got, want)
		}
		x.Without(func() {
			if got, want := answer(); slices.Equal(got, want) {
				t.Errorf("%s: %s\nis read so without the rule as well", id, x.Example)
			}
		})
	}
}

// Whom the noun phrases mean, with the marks of rules' examples.
func TestCompany(t *testing.T) {
	for _, marked := range []string{
		// where capitals mark names
		"Chilean AI firm [Lidaro] raised {$5M}.",
		"[Vela] wedding registry raised {$5M}.",
		"[Lidaro]'s app raised {$5M}.",
		"<The company>'s round was {$5M}.",
		"India's [Lidaro] raised {$5M}.",
		"Orvel's startup [Lidaro] raised {$5M}.",
		"[Orvel Capital]'s fund raised {$5M}.",
		"Orvel Capital's [Lidaro] raised {$5M}.",
		"[Lidaro]'s raised {$5M}.",
		"[Orvel]'s {$5M} Lidaro round was led by [Vela].",
		"Lidaro's former CFO raised {$5M}.",
		"Lidaro's ex-CFO raised {$5M}.",
		"the Lidaro veterans raised {$5M}.",
		"[lidaro] raised {$5M}.",
		"<It> raised {$5M} from [orvel].",
		"<They> raised {$5M}, but nobody else did.",
		"You raised {$5M}.",
		"[Chef], a maker of shoes, raised {$5M}.",
		"Chef raised {$5M}.",
		"In Kenya and the US <it> raised {$5M}.",
		"CEO [Jane Roe] raised {$5M}.",
		"<It> was led by [Anchor Capital].",
		"<It> was led by [Tulsa Labs] and [Cadiz Inc.], not by Tulsa.",
		"<It> was led by [Lydian Partners].",
		"<It> bought “[Lidaro]”, as <it> said.",
		"the shoes in Europe took {$5M}.",
		"[Swiss Bank] raised {$5M}.",
		"<It> was led by [1733 Capital] and [512 Medical].",
		"[48Ko] raised {$5M}.",
		"in {May} 24 founders raised {$5M}.",
		// where they do not
		"London-Based [Lidaro] Raises {$5M}",
		"[Anchor Bay Capital] Raises {$5M}",
		"[Architect Dock Labs] Raises {$5M}",
		"[Studio One] Raises {$5M}",
		"App [Annie] Raises {$5M}",
		"Startup [Lidaro Inc] Raises {$5M}",
		"[Lidaro Bank Inc] Raises {$5M}",
		"Second Funding Round Raises {$5M}",
		"[Great Rounds] Raises {$5M}",
		"LONDON-BASED RAISES {$5M}",
	} {
		r, want := read(marked)
		if got := companies(r); !slices.Equal(got, want) {
			t.Errorf("%s\ngot %q, want %q", marked, got, want)
		}
	}
}

// Whom a subject means.
func TestSubject(t *testing.T) {
	for _, marked := range []string{
		"[Seven Soles, Inc.], a maker of shoes, raised {$5M}.",
		"[Swiss Soles], a maker of shoes, raised {$5M}.",
		"[Lidaro]'s soles, a kind of shoes, raised {$5M}.",
		"[Lidaro] and Orvel Bank and Vela raised {$5M}.",
		"[Plow & Mow] raised {$5M}.",
		"Its <startup> raised {$5M}.",
		"shoes raised {$5M}.",
		"Makers of shoes raised {$5M}.",
	} {
		r, want := read(marked)
		if got := subject(r); !slices.Equal(got, want) {
			t.Errorf("%s\ngot %q, want %q", marked, got, want)
		}
	}
	r, _ := read("Lidaro raised {$5M}.")
	if n := r.SubjectCompany(nil, -1); n.Kind != names.Unnamed {
		t.Errorf("no subject means %v", n)
	}
}

// Which investor the last noun phrase names, and by what other names.
func TestInvestor(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It was led by Orvel Capital.", "[Orvel Capital]"},
		{"It was led by the Orvel Foundation.", "[Orvel Foundation]"},
		{"It was led by “Orvel”.", "[Orvel]"},
		{"It was led by Orvel Capital's Jane Roe.", "[Jane Roe] Orvel Capital Orvel Capital's Jane Roe"},
		{"It was led by Kenya's Jane Roe.", "[Jane Roe]"},
		{"It was led by Orvel's venture arm.", "[Orvel's venture arm] Orvel"},
		{"It was led by Orvel's.", "[Orvel]"},
		{"It was led by Orvel's shoes.", ""},
		{"Lidaro Gets {$5M} From Orvel's Venture Arm", "[Orvel's Venture Arm] Orvel"},
		{"Lidaro Gets {$5M} From Orvel's Jane Roe", "[Jane Roe] Orvel Orvel's Jane Roe"},
		{"Lidaro Gets {$5M} From Kenya", ""},
		{"Lidaro Gets {$5M} From Other Investors", ""},
		{"Lidaro Gets {$5M} From Orvel", "[Orvel]"},
		{"It was led by them.", ""},
		{"It was led by {$5M}.", ""},
		{"It was led by existing investors.", ""},
		{"It was led by Kenya.", ""},
		{"It was led by the.", ""},
		{"It was led by Orv…", ""},
		{"It was led by The Orvel.", "[The Orvel]"},
	} {
		r, _ := read(c.text)
		if got := strings.Join(investor(r), " "); got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}

// What stands after an investor in a list gives it other names.
func TestInvestorTail(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It was led by Jane Roe, founder of Orvel.", "Orvel"},
		{"It was led by Orvel Partners (OP).", "OP"},
		{"It was led by Orvel Partners of Kenya.", ""},
		{"It was led by Orvel Partners (a shoe fund).", ""},
	} {
		r, _ := read(c.text)
		for k := range r.S.Nodes {
			if n := r.Investor(grammar.Item{NP: k, Tail: len(r.S.Nodes)}); n.Kind == names.Named {
				if got := strings.Join(n.Aka, " "); got != c.want {
					t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
				}
				break
			}
		}
	}
}

// What is seen without reading a phrase agrees with what is read.
func TestSomebody(t *testing.T) {
	r, _ := read("In Kenya the shoes took {$5M} from Orvel, and it was gone.")
	var named []string
	for _, k := range r.Somebody() {
		named = append(named, mark(r, *r.Company(int(k)))...)
	}
	if got := strings.Join(named, " "); got != "[Orvel] <it>" || !slices.Equal(named, companies(r)) {
		t.Errorf("somebody: %s", got)
	}
	for k := range r.S.Nodes {
		if n := &r.S.Nodes[k]; n.Kind == grammar.NP {
			somebody := r.Company(k).Kind != names.Unnamed
			if somebody && !r.MaybeSomebody([]int{k}) || somebody && !r.SomebodyIn([]grammar.Arg{{Items: []grammar.Item{{NP: k}}}}) {
				t.Errorf("%s: plainly nobody", r.S.NodeText(k))
			}
			if w := r.S.NodeText(k); w == "Kenya" && (r.MaybeSomebody([]int{k}) || r.SomebodyIn([]grammar.Arg{{Items: []grammar.Item{{NP: k}}}})) {
				t.Errorf("%s: maybe somebody", w)
			}
		}
	}
	if r.End(); r.S != nil {
		t.Error("the sentence is still held")
	}
}

// What a name says of itself.
func TestNameClasses(t *testing.T) {
	for _, c := range []struct {
		name                                 string
		investor, fund, place, common, plain bool
	}{
		{"Orvel Ventures", true, true, false, false, true},
		{"Orvel Capital", true, false, false, false, true},
		{"New Kenya", false, false, false, true, true},
		{"Kenya", false, false, true, true, true},
		{"Lidaro", false, false, false, false, true},
	} {
		r, _ := read("It was " + c.name + ".")
		n := r.Named(2, len(r.S.Elems)-1)
		if got := r.InvestorName(&n); got != c.investor {
			t.Errorf("%s: an investor's name is %v", c.name, got)
		}
		if got := r.FundName(n); got != c.fund {
			t.Errorf("%s: a fund's name is %v", c.name, got)
		}
		if got := r.PlaceOnly(n); got != c.place {
			t.Errorf("%s: a place is %v", c.name, got)
		}
		if got := r.AllCommon(n.From, n.To); got != c.common {
			t.Errorf("%s: common is %v", c.name, got)
		}
	}
	r, _ := read("Orvel Capital Raises {$5M}")
	if n := r.Named(0, 2); !r.FundName(n) {
		t.Error("in a headline Capital ends the name of a fund")
	}
}

// The lexicon's numbers and the text of elements.
func TestElements(t *testing.T) {
	r, _ := read("As well as Lidaro, a Berlin-Based startup raised {$5M}.")
	if e := &r.S.Elems[0]; e.To-e.From != 3 {
		t.Fatalf("%q is no phrase", r.S.Word(0))
	}
	for _, c := range []struct {
		got, want string
	}{
		{english.Language().Lexicon.Key(r.FirstID(0)), "as"},
		{english.Language().Lexicon.Key(r.LastID(0)), "as"},
		{english.Language().Lexicon.Key(r.ElementID(0)), "as well as"},
		{english.Language().Lexicon.Key(r.ElementID(1)), ""},
		{r.Lower(0), "as well as"},
		{r.Lower(1), "Lidaro"},
		{r.Lower(3), "a"},
		{r.Lower(4), "Berlin-Based"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if n := r.Named(1, 3); n.To != 2 {
		t.Errorf("the comma belongs to the name: %v", n)
	}
	if n := r.Named(2, 4); n.Kind != names.Unnamed {
		t.Errorf("marks and articles are a name: %v", n)
	}
	if n := r.Name(r.Named(1, 2)); n.Text != "Lidaro" || n.Span != (token.Span{Start: 11, End: 17}) {
		t.Errorf("the name is %v", n)
	}
	if n := r.Name(names.Ref{}); n.Text != "" {
		t.Errorf("nobody has a name: %v", n)
	}
}
