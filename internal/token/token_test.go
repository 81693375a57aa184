package token

import (
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// show prints tokens with their kinds: w word, n number, p possessive, and the rune of a mark.
func show(s string) string {
	var out []string
	for _, t := range Scan(s, nil) {
		switch t.Kind {
		case Word:
			out = append(out, t.Text(s)+"/w")
		case Number:
			out = append(out, t.Text(s)+"/n")
		case Poss:
			out = append(out, t.Text(s)+"/p")
		default:
			out = append(out, t.Text(s)+"/"+string(t.R))
		}
	}
	return strings.Join(out, " ")
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" \n\t ", ""},
		{"Foo raised it.", "Foo/w raised/w it/w ./."},

		// numbers and what is glued to them
		{"1,050.5", "1,050.5/n"},
		{"5m", "5/n m/w"},
		{"US$5.5bn", "US/w $/$ 5.5/n bn/w"},
		{"€10–12", "€/€ 10/n –/– 12/n"},
		{"1’200.50", "1’200.50/n"},
		{"1,00,00,000.", "1,00,00,000/n ./."},
		{"5, 6", "5/n ,/, 6/n"},
		{"5.", "5/n ./."},
		{".5", "./. 5/n"},
		{"１２", "１２/n"},
		{"48Ko", "48/n Ko/w"},
		{"Bobo360", "Bobo/w 360/n"},
		{"$15M+", "$/$ 15/n M/w +/+"},
		{"2021-03-03", "2021/n -/- 03/n -/- 03/n"},

		// possessives and apostrophes
		{"Foo's", "Foo/w 's/p"},
		{"Foo’s round", "Foo/w ’s/p round/w"},
		{"investors' money", "investors/w '/p money/w"},
		{"FOO'S", "FOO/w 'S/p"},
		{"don't", "don't/w"},
		{"O'Neil", "O'Neil/w"},
		{"L’Oréal", "L’Oréal/w"},
		{"'Foo'", "'/' Foo/w '/'"},
		{"2021's", "2021/n 's/p"},
		{"O'Neil's", "O'Neil/w 's/p"},

		// dots
		{"U.S. firm", "U.S/w ./. firm/w"},
		{"yarn.io raised", "yarn.io/w raised/w"},
		{"Mail.Ru", "Mail.Ru/w"},
		{"last year.The", "last/w year/w ./. The/w"},
		{"Inc.", "Inc/w ./."},
		{"e.g. this", "e.g/w ./. this/w"},
		{"wait... what", "wait/w .../… what/w"},

		// marks and their look-alikes
		{"“Foo”", "“/\" Foo/w ”/\""},
		{"A — B", "A/w —/— B/w"},
		{"A ― B", "A/w ―/— B/w"},
		{"A -- B", "A/w --/— B/w"},
		{"A–B", "A/w –/– B/w"},
		{"A‑B", "A/w ‑/- B/w"},
		{"pre-seed", "pre/w -/- seed/w"},
		{"AT&T", "AT/w &/& T/w"},
		{"(Foo)", "(/( Foo/w )/)"},

		// character references
		{"AT&amp;T", "AT/w &amp;/& T/w"},
		{"Foo&#8217;s", "Foo/w &#8217;s/p"},
		{"&quot;Foo&quot;", "&quot;/\" Foo/w &quot;/\""},
		{"Foo&nbsp;Bar", "Foo/w Bar/w"},
		{"&pound;5", "&pound;/£ 5/n"},
		{"&bogus;", "&/& bogus/w ;/;"},
		{"&amp", "&/& amp/w"},

		// other scripts and damaged text
		{"café Åse", "café/w Åse/w"},
		{"cafe\u0301", "cafe\u0301/w"},
		{"5\u00a0m", "5/n m/w"},
		{"\ufeffFoo", "Foo/w"},
		{"a\xffb", "a/w \xff/\ufffd b/w"},
		{"a\x00b", "a/w \x00/\x00 b/w"},
	} {
		if got := show(c.in); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// A character reference is read as the character that it stands for.
func TestReferences(t *testing.T) {
	for _, ref := range strings.Fields("&amp; &nbsp; &#39; &#x27; &#8217; &rsquo; &apos; &quot; &ldquo; &rdquo; &#8220; &#8221; " +
		"&ndash; &mdash; &#8211; &#8212; &#038; &#38; &#160; &euro; &pound; &yen;") {
		for _, around := range []string{"a %s b", "a%sb", "%s5", "it%ss"} {
			was, is := strings.Replace(around, "%s", ref, 1), strings.Replace(around, "%s", html.UnescapeString(ref), 1)
			a, b := Scan(was, nil), Scan(is, nil)
			same := len(a) == len(b)
			for i := 0; same && i < len(a); i++ {
				same = a[i].Kind == b[i].Kind && (a[i].Kind != Punct || a[i].R == b[i].R)
			}
			if !same {
				t.Errorf("%q is read as %s, %q as %s", was, show(was), is, show(is))
			}
		}
	}
}

func TestFlags(t *testing.T) {
	names := []struct {
		f    Flag
		name string
	}{{Space, "space"}, {Line, "line"}, {Para, "para"}, {Upper, "upper"},
		{AllUpper, "all"}, {Mixed, "mixed"}, {Dotted, "dotted"}, {Open, "open"}}
	for _, c := range []struct{ in, want string }{ // the flags of the last token
		{"foo", "space line para"},
		{"a foo", "space"},
		{"a-foo", ""},
		{"a\nfoo", "space line"},
		{"a\r\nfoo", "space line"},
		{"a\n\nfoo", "space line para"},
		{"a\r\n\r\nfoo", "space line para"},
		{"a\n \t\nfoo", "space line para"},
		{"a Foo", "space upper"},
		{"a FOO", "space upper all"},
		{"a eTaro", "space mixed"},
		{"a SenseTime", "space upper mixed"},
		{"a yarn.io", "space dotted"},
		{"a U.S", "space upper all dotted"},
		{"a (", "space open"},
		{"a(", ""},
		{"a “", "space open"},
		{"a Éclair", "space upper"},
		{"a\u00a0foo", "space"},
	} {
		toks := Scan(c.in, nil)
		var got []string
		for _, n := range names {
			if toks[len(toks)-1].Has(n.f) {
				got = append(got, n.name)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: flags %v, want %s", c.in, got, c.want)
		}
	}
}

// goldenTexts are the project's goldens and some damaged text.
func goldenTexts(t *testing.T) []string {
	files, _ := filepath.Glob("../../testdata/*/*.t*t*")
	if len(files) == 0 {
		t.Fatal("no goldens")
	}
	texts := []string{"", "\xff\xfe\x00", "e\u0301\u0301", "👩‍🚀&amp", "\u202e$5\u202c", "'", "s'", "s' ", "a.", "1.", "1,", "\r\n\r"}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b), string(b[:len(b)/2]), string(b[len(b)/3:]))
	}
	return texts
}

// The tokens are in order, and only white space lies between them.
func TestScanCoversText(t *testing.T) {
	for _, s := range goldenTexts(t) {
		end := 0
		gap := func(to int) {
			for i := end; i < to; {
				r, n := next(s, i)
				if r != ' ' && !unicode.IsSpace(r) {
					t.Errorf("%.40q: %q at byte %d is in no token", s, r, i)
				}
				i += n
			}
		}
		for _, tok := range Scan(s, nil) {
			if int(tok.Start) < end || tok.End <= tok.Start || int(tok.End) > len(s) {
				t.Fatalf("%.40q: token [%d, %d) after %d", s, tok.Start, tok.End, end)
			}
			if utf8.ValidString(s) && !utf8.ValidString(tok.Text(s)) {
				t.Fatalf("%.40q: token %q cuts a rune", s, tok.Text(s))
			}
			gap(int(tok.Start))
			end = int(tok.End)
		}
		gap(len(s))
	}
}

func TestScanReusesBuffer(t *testing.T) {
	s := "Foo raised US$5.5 million, “its” first round."
	sc := Scanner{Text: s}
	buf, _ := sc.Paragraph(nil, len(s))
	if n := testing.AllocsPerRun(100, func() {
		sc = Scanner{Text: s, Keys: sc.Keys}
		buf, _ = sc.Paragraph(buf[:0], len(s))
	}); n != 0 {
		t.Errorf("scanning into a large enough buffer allocates %v times", n)
	}
}

// splitter knows some abbreviations and beginnings of sentences among the words of s.
func splitter(s string, toks []Token) Splitter {
	return Splitter{
		Abbreviation: func(i int) bool {
			switch strings.ToLower(toks[i].Text(s)) {
			case "inc", "corp", "mr", "dr", "st", "rs", "no", "u.s":
				return true
			}
			return false
		},
		Unfinished: func(i int) bool {
			w := toks[i].Text(s)
			return w == "by" || w == "and"
		},
		Starter: func(i int) bool {
			w := toks[i].Text(s)
			return w == "The" || w == "It" || w == "He"
		},
		Lettered: func(i int) bool { return toks[i].Text(s) == "Series" },
		Ordinal:  func(i int) bool { return i+2 < len(toks) && toks[i+2].Text(s) == "März" },
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{ // sentences parted by " | "
		{"Foo raised it. Bar did not.", "Foo raised it. | Bar did not."},
		{"Is it? Yes! Good.", "Is it? | Yes! | Good."},
		{"It raised $5.5 million. Then more.", "It raised $5.5 million. | Then more."},
		{"It raised $5. Then more.", "It raised $5. | Then more."},
		{"Foo Inc. raised it.", "Foo Inc. raised it."},
		{"Foo Inc. Bar raised it.", "Foo Inc. Bar raised it."},
		{"It was bought by Foo Inc. The price is unknown.", "It was bought by Foo Inc. | The price is unknown."},
		{"Mr. Smith and Dr. Jones", "Mr. Smith and Dr. Jones"},
		{"R. Stowe Pratt joined.", "R. Stowe Pratt joined."},
		{"It was Wren R. Pratt who joined.", "It was Wren R. Pratt who joined."},
		{"A U.S. firm and the U.S. Army", "A U.S. firm and the U.S. Army"},
		{"It is in the U.S. The firm is old.", "It is in the U.S. | The firm is old."},
		{"Rs. 20 crore", "Rs. 20 crore"},
		{"An E.U. Agency asked.", "An E.U. Agency asked."}, // single letters need be in no list
		{"It closed a Series A. Foo led it.", "It closed a Series A. | Foo led it."},
		{"Am 3. März kamen 5. Foo kam.", "Am 3. März kamen 5. | Foo kam."},
		{"Er kam März. März kam.", "Er kam März. | März kam."},
		{"That was last year.The company is old.", "That was last year. | The company is old."},
		{"See yarn.io for more.", "See yarn.io for more."},
		{"“We did it.” Foo said so.", "“We did it.” | Foo said so."},
		{"“We did it!” said Foo.", "“We did it!” said Foo."},
		{"(It did.) Foo said so.", "(It did.) | Foo said so."},
		{"Did it?! Yes.", "Did it?! | Yes."},
		{"“Did it?” “Yes.” He left.", "“Did it?” | “Yes.” | He left."},
		{"And so on ... it went.", "And so on ... it went."},
		{"One line\nAnother line", "One line | Another line"},
		{"one line\nthat goes on", "one line\nthat goes on"},
		{"It was led by\nFoo Capital.", "It was led by\nFoo Capital."},
		{"Foo,\nBar and\nBaz led it.\nThen more.", "Foo,\nBar and\nBaz led it. | Then more."},
		{"Lines that are\nfull end where Foo\nCapital begins\nand not where\nit ends.",
			"Lines that are\nfull end where Foo\nCapital begins\nand not where\nit ends."},
		{"Foo raises it\nBar closes it\nBaz leads it", "Foo raises it | Bar closes it | Baz leads it"},
		{"a paragraph\n\nanother one", "a paragraph | another one"},
		{"Yahoo! raised it.", "Yahoo! raised it."},
		{"", ""},
		{"...", "..."},
	} {
		toks := Scan(c.in, nil)
		var got []string
		at := 0
		for _, s := range splitter(c.in, toks).Sentences(c.in, toks, 0, nil, nil) {
			if s.From != at || s.To <= s.From {
				t.Errorf("%q: sentence [%d, %d) after %d", c.in, s.From, s.To, at)
			}
			at = s.To
			got = append(got, c.in[toks[s.From].Start:toks[s.To-1].End])
		}
		if at != len(toks) {
			t.Errorf("%q: %d of %d tokens are in a sentence", c.in, at, len(toks))
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, strings.Join(got, " | "), c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	s := "One. Two.\nThree.\n\nFour. Five."
	toks := Scan(s, nil)
	var got []bool
	for _, x := range (Splitter{}).Sentences(s, toks, 0, nil, nil) {
		got = append(got, x.Para)
	}
	if want := []bool{true, false, false, true, false}; !slices.Equal(got, want) {
		t.Errorf("paragraphs begin at %v, want %v", got, want)
	}
}

// Read a paragraph at a time or as a whole, a text has the same tokens; a long
// paragraph is cut at a line that begins like a sentence, and else where it must be.
func TestScanner(t *testing.T) {
	for _, c := range []struct {
		in     string
		most   int
		pieces []int // tokens of each
		cut    bool
	}{
		{"", 9, nil, false},
		{"  \n\n ", 9, nil, false},
		{"One two.\n\nThree.\n \n\nFour", 9, []int{3, 2, 1}, false},
		{"One two.\nThree four.", 3, []int{3, 3}, false},
		{"One two.\nthree four.", 3, []int{6}, false},
		{"One two.\nthree four.\nFive", 3, []int{6, 1}, false},
		{"a b c d e f g h", 2, []int{4, 4}, true},
		{"Foo's Bar's", 1, []int{2, 2}, true},
	} {
		sc := Scanner{Text: c.in}
		var all, piece []Token
		var pieces []int
		anyCut := false
		for {
			var cut bool
			if piece, cut = sc.Paragraph(piece[:0], c.most); len(piece) == 0 {
				break
			}
			anyCut = anyCut || cut
			pieces, all = append(pieces, len(piece)), append(all, piece...)
		}
		if !slices.Equal(pieces, c.pieces) || anyCut != c.cut || !sc.Done() {
			t.Errorf("%q in pieces of %d: %v, cut %v, done %v; want %v, %v", c.in, c.most, pieces, anyCut, sc.Done(), c.pieces, c.cut)
		}
		if !slices.Equal(all, Scan(c.in, nil)) {
			t.Errorf("%q has other tokens in pieces", c.in)
		}
	}
}

// Keys tell short words by their letters, and of the other tokens what they are;
// and what is read word after word is the same as what is read token by token.
func TestKeys(t *testing.T) {
	parts := []string{"a", "A", "by", "The", "USD", "eToro", "Foobars", "abcdefgh", "ABCDEFGH", "abcdefghi",
		"Abcdefghijklmnop", "abcdefghijklmnopq", "é", "caf\u00e9", "U.S", "foo_bar", "_x",
		".", ",", ". ", ", ", "..", "--", "-", "$", "€", "&", "&amp;", "7", "1,050",
		"(", "“", " ", " ", " ", "  ", "\n", "\n\n", "\u00a0", "\xff"}
	rnd := rand.New(rand.NewPCG(3, 3))
	for range 5000 {
		var b strings.Builder
		for range rnd.IntN(40) {
			b.WriteString(parts[rnd.IntN(len(parts))])
			if rnd.IntN(3) > 0 {
				b.WriteByte(' ')
			}
		}
		s := b.String()
		var fast, slow []Token
		sc := Scanner{Text: s}
		for !sc.Done() {
			from := len(fast)
			fast, _ = sc.Paragraph(fast, 1<<30)
			for k := range fast[from:] {
				tok := &fast[from+k]
				mayGoOn := tok.Kind == Word && int(tok.End) < len(s) && (s[tok.End] >= 0x80 || s[tok.End] == '&' || s[tok.End] == '.')
				if want := plainKey(s, tok); sc.Keys[k] != want && !(sc.Keys[k] == Unkeyed && mayGoOn) {
					t.Fatalf("%q: the key of %q is %#x, want %#x", s, tok.Text(s), sc.Keys[k], want)
				}
			}
		}
		if sc = (Scanner{Text: s}); !sc.Done() {
			toks, _ := sc.Paragraph(nil, 1<<30)
			stops := []int32{}
			for i := range toks {
				if toks[i].Kind == Punct && Stops(toks[i].R) {
					stops = append(stops, int32(i))
				}
			}
			lined := false
			for i := range toks {
				lined = lined || i > 0 && toks[i].Has(Line)
			}
			all := Splitter{}.Sentences(s, toks, 0, nil, nil)
			if known := (Splitter{}).Sentences(s, toks, 0, stops, nil); sc.Lined != lined || !lined && !slices.Equal(all, known) {
				t.Fatalf("%q has lines: %v, want %v; sentences %v, with the stops known %v", s, sc.Lined, lined, all, known)
			}
		}
		sc = Scanner{Text: s}
		for !sc.Done() { // one by one, so that words has no room
			slow, _ = sc.Paragraph(slow, 1)
		}
		if !slices.Equal(fast, slow) {
			t.Fatalf("%q has the tokens\n%v, one by one\n%v", s, fast, slow)
		}
	}
}

// plainKey returns the key of a token by the definition of Scanner.Keys.
func plainKey(s string, tok *Token) (key uint64) {
	w := tok.Text(s)
	switch {
	case tok.Kind == Punct && (tok.R < 0x80 && tok.R != '$' && !Stops(tok.R) || w[0] == '-'): // "--" is a dash
		return Mark
	case tok.Kind != Word || strings.Trim(strings.ToLower(w), "abcdefghijklmnopqrstuvwxyz") != "":
		return Unkeyed
	case len(w) > 8:
		return Long
	}
	for i := range len(w) {
		key |= uint64(w[i]|0x20) << (8 * i)
	}
	return key
}
