package words_test

import (
	"strings"
	"testing"

	"example.com/funding/internal/english"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// read reads all paragraphs of a text and cuts them into sentences.
func read(text string) *words.Reader {
	r := words.NewReader(english.Language().Words)
	r.Reset(text)
	for r.Paragraph() {
		r.MakeRoom()
		r.Split()
	}
	r.Whole()
	return r
}

// printed returns the tokens of r, with a space between them.
func printed(r *words.Reader) string {
	var all []string
	for i := range r.Toks {
		all = append(all, r.Toks[i].Text(r.Text))
	}
	return strings.Join(all, " ")
}

// Every word has its number, whichever way it is looked up.
func TestIDs(t *testing.T) {
	r := read("The startup Lisko raised undisclosed equity crowdfunding money, sold-out Zoë's café.\n\nIt (IT) did, as U.S. firms do.")
	for i := range r.Toks {
		tok := &r.Toks[i]
		want := lexicon.ID(0)
		if tok.Kind == token.Word {
			want = english.Language().Lexicon.Find(tok.Text(r.Text))
		}
		if r.IDs[i] != want {
			t.Errorf("%s has number %d, not %d", tok.Text(r.Text), r.IDs[i], want)
		}
	}
}

// What pages that lose spaces stick together is cut.
func TestRepair(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// sure by themselves
		{"a startupFoo raised", "a startup Foo raised"},
		{"said theFoo raised", "said the Foo raised"},
		{"the roundof money", "the round of money"},
		{"the fundingwas large", "the funding was large"},
		{"the investorsand founders", "the investors and founders"},
		// no reason to cut
		{"theFoo raised", "theFoo raised"},
		{"It did. theFoo raised", "It did . theFoo raised"},
		{"said byOrvel raised", "said byOrvel raised"},
		{"eTaro raised, iFoo did", "eTaro raised , iFoo did"},
		{"said McFoo and qzqzFoo", "said McFoo and qzqzFoo"},
		{"the carsof", "the carsof"},
		{"a panacea", "a panacea"},
		{"Fundingof it", "Fundingof it"},
		{"yarn.iofrom it", "yarn.iofrom it"},
		// likely, in a paragraph that is surely damaged
		{"a startupFoo raised, said byOrvel", "a startup Foo raised , said by Orvel"},
		{"a startupFoo carsof it", "a startup Foo cars of it"},
		{"a startupFoo Roundof it", "a startup Foo Round of it"},
		{"a startupFoo ofmoney", "a startup Foo of money"},
		{"a startupFoo bymoney isGo", "a startup Foo by money isGo"},
		{"a startupFoo rounda bigger", "a startup Foo round a bigger"},
		{"a startupFoo zqzqzq Zqzqof", "a startup Foo zqzqzq Zqzqof"},
		// the next paragraph is another
		{"a startupFoo raised\n\nsaid byOrvel", "a startup Foo raised said byOrvel"},
	} {
		r := read(c.text)
		if got := printed(r); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
		for i := 1; i < len(r.Toks); i++ {
			if r.Toks[i].Start < r.Toks[i-1].End {
				t.Errorf("%s: tokens overlap", c.text)
			}
			if w := r.Toks[i].Text(r.Text); r.Toks[i].Kind == token.Word && r.IDs[i] != english.Language().Lexicon.Find(w) {
				t.Errorf("%s: %s has another word's number", c.text, w)
			}
			if b := r.Text[r.Toks[i].Start]; r.Toks[i].Has(token.Upper) != ('A' <= b && b <= 'Z') {
				t.Errorf("%s: %s has a wrong flag", c.text, r.Toks[i].Text(r.Text))
			}
		}
	}
}

// The words that are looked at closer.
func TestLooks(t *testing.T) {
	for _, c := range []struct{ text, looks, currencies, deals string }{
		{"It raised $5 million.", "$ 5 million", "$", ""},
		{"In the summer an hour ago, in the '90s", "the summer an ago the 90 s", "", ""},
		{"MUSD 5, Zqzq, ZQZQ and FOOBAR", "MUSD 5 ZQZQ", "MUSD ZQZQ", ""},
		{"A round, a round, an A-round", "A A", "", "round round round"},
		{"an hour or two hours ago", "two ago", "", ""},
	} {
		r := words.NewReader(english.Language().Words)
		r.Reset(c.text)
		r.Paragraph()
		list := func(at []int32) string {
			var all []string
			for k, i := range at {
				if k > 0 && i <= at[k-1] {
					t.Errorf("%s: out of order", c.text)
				}
				all = append(all, r.Toks[i].Text(r.Text))
			}
			return strings.Join(all, " ")
		}
		if got := list(r.Looks); got != c.looks {
			t.Errorf("%s\nlooks at %q, not %q", c.text, got, c.looks)
		}
		if got := list(r.Currencies); got != c.currencies {
			t.Errorf("%s\ncurrencies are %q, not %q", c.text, got, c.currencies)
		}
		if got := list(r.Deals); got != c.deals {
			t.Errorf("%s\ndeals are %q, not %q", c.text, got, c.deals)
		}
	}
	r := words.NewReader(english.Language().Words)
	r.Reset("One of the words (all).")
	r.Every = true
	if r.Paragraph(); len(r.Looks) != len(r.Toks) {
		t.Errorf("of %d tokens %d are looked at", len(r.Toks), len(r.Looks))
	}
}

// A heading begins a line or a cell.
func TestHeadings(t *testing.T) {
	r := read("Investors | Lead investors\nname\tInvestors of investors\n\nInvestors startupFoo")
	var got []string
	for _, i := range r.Headings {
		got = append(got, r.Toks[i].Text(r.Text))
	}
	if s := strings.Join(got, " "); s != "Investors Lead Investors Investors" {
		t.Errorf("headings: %s", s)
	}
	if !r.OpensCell(0) || r.OpensCell(2) == r.OpensCell(3) {
		t.Error("OpensCell")
	}
}

// Sentences that are too long are cut, and counted.
func TestSplit(t *testing.T) {
	r := read("One. Two of Series A. Three by\nFoo Inc. was it.")
	if len(r.Sents) != 3 || r.CutUp != 0 {
		t.Errorf("%d sentences, %d cut up", len(r.Sents), r.CutUp)
	}
	r = read("Short. Word " + strings.Repeat("word ", 1000) + "end. Short.")
	if len(r.Sents) != 5 || r.CutUp != 1 {
		t.Errorf("%d sentences, %d cut up", len(r.Sents), r.CutUp)
	}
	for k, s := range r.Sents {
		if r.TooLong(s) || s.To <= s.From || k > 0 && s.From != r.Sents[k-1].To {
			t.Errorf("sentence %d is %+v", k, s)
		}
	}
	if r.TooLong(token.Sentence{From: 1, To: 10}) || !r.TooLong(token.Sentence{From: 1, To: 1000}) {
		t.Error("TooLong")
	}
	if r = read(strings.Repeat("word ", 40000)); r.CutUp == 0 {
		t.Error("a paragraph that is too long is not counted")
	}
}

// What was read before is forgotten.
func TestForget(t *testing.T) {
	r := words.NewReader(english.Language().Words)
	r.Reset("Investors here.\n\nThe second.")
	r.Paragraph()
	r.Split()
	r.ForgetWords()
	if len(r.Toks)+len(r.IDs)+len(r.Sents)+len(r.Headings) != 0 {
		t.Error("ForgetWords leaves something")
	}
	if !r.Paragraph() || r.Toks[0].Text(r.Text) != "The" || r.Paragraph() {
		t.Error("reading does not go on with the next paragraph")
	}
	r.Reset("Third.")
	if r.Paragraph(); len(r.Toks) != 2 || r.CutUp != 0 || r.From != 0 {
		t.Errorf("Reset leaves something: %d tokens", len(r.Toks))
	}
}

// A language may say that a number before certain words is an ordinal by its full stop.
func TestOrdinals(t *testing.T) {
	for _, c := range []struct {
		ordinals  lexicon.Class
		sentences int
	}{{0, 2}, {lexicon.Month, 1}, {lexicon.Weekday, 2}} {
		rules := words.NewRules(english.Language().Lexicon)
		rules.Ordinals = c.ordinals
		r := words.NewReader(rules)
		r.Reset("It came on the 3. October was cold.")
		for r.Paragraph() {
			r.Split()
		}
		if len(r.Sents) != c.sentences {
			t.Errorf("%d sentences, want %d", len(r.Sents), c.sentences)
		}
	}
}
