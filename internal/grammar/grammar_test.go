package grammar_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/english"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/grammar/grammartest"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// read reads one sentence with marks in it, see grammartest.Read.
func read(marked string) *grammar.Sentence {
	s, _ := grammartest.Read(english.Language().Grammar, marked)
	return s
}

var update = flag.Bool("update", false, "write into testdata what the sentences are read as")

// Each file in testdata holds sentences with marks, see grammartest.Read, and under each its clauses, indented by a tab.
// A line that begins with # is a remark.
func TestClauses(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
		var out []string
		for i := 0; i < len(lines); i++ {
			in := lines[i]
			out = append(out, in)
			if in == "" || in[0] == '#' {
				continue
			}
			var want, got []string
			for ; i+1 < len(lines) && strings.HasPrefix(lines[i+1], "\t"); i++ {
				want = append(want, lines[i+1])
			}
			for _, c := range grammartest.Clauses(read(in)) {
				got = append(got, "\t"+c)
			}
			out = append(out, got...)
			if !*update && !slices.Equal(got, want) {
				t.Errorf("%s: %s\n got%s\nwant%s", file, in, strings.Join(got, "\n    "), strings.Join(want, "\n    "))
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.Join(out, "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestStyle(t *testing.T) {
	for _, c := range []struct {
		in   string
		want grammar.Style
	}{
		{"Lisko raised {$5 million} for its robots.", grammar.Plain},
		{"Lisko Raises {$5 Million} To Build Robots For Kitchens", grammar.Title},
		{"LISKO RAISES {$5 MILLION} TO BUILD ROBOTS", grammar.Capital},
		{"Birch Capital and Tern Ventures invested {$5 million} in Lisko Labs.", grammar.Plain},
	} {
		if s := read(c.in); s.Style != c.want {
			t.Errorf("%s: style %d, want %d", c.in, s.Style, c.want)
		}
	}
}

// The nodes cut the elements, and the elements the tokens, without gap or overlap.
func TestPartition(t *testing.T) {
	for _, in := range []string{
		"Lisko, a maker of robots, will raise {$5 million} from Birch & Co., Tern Ventures (London) and “others” {@in March}.",
		"R. Stowe Pratt, b12k-backed 48Ko, AT&T and Yahoo! led a {$5m}-plus round -- in all.",
		"and and and", "led led led", "( ( (", "'s 's", "{$5}{$6}", "to to to", "\xff\x00", ", , ,", "of",
	} {
		s := read(in)
		at := 0
		for i := range s.Elems {
			if e := &s.Elems[i]; int(e.From) != at || e.To <= e.From {
				t.Errorf("%q: element %d is [%d, %d) after %d", in, i, e.From, e.To, at)
			} else {
				at = int(e.To)
			}
		}
		if toks, _ := s.Tokens(); at != len(toks) {
			t.Errorf("%q: %d of %d tokens are in an element", in, at, len(toks))
		}
		at = 0
		for k, n := range s.Nodes {
			if n.From != at || n.To <= n.From {
				t.Errorf("%q: node %d is [%d, %d) after %d", in, k, n.From, n.To, at)
			}
			at = n.To
		}
		if at != len(s.Elems) {
			t.Errorf("%q: %d of %d elements are in a node", in, at, len(s.Elems))
		}
		for i, c := range s.Clauses {
			if c.Verb < -1 || c.Verb >= len(s.Nodes) || c.Parent >= len(s.Clauses) || c.Ante >= len(s.Nodes) {
				t.Errorf("%q: clause %d points outside: %+v", in, i, c)
			}
		}
	}
}

// What is noted of a noun phrase is what its elements say, and of a sentence what its words do.
func TestHolding(t *testing.T) {
	for _, in := range []string{
		"Lisko, a maker of robots, will raise {$5 million} from Birch & Co., Tern Ventures (London) and “others” {@in March}.",
		"R. Stowe Pratt, b12k-backed 48Ko, AT&T and Yahoo! led a {$5m}-plus round -- in all.",
		"It makes 3D printers and a 24-hour qwzx for the 512 members of its increasingly popular Berlin-based app.",
		"THE STARTUP'S ROUND", "'s 's", "{$5}{$6}", "\xff\x00", "of",
	} {
		s := read(in)
		toks, _ := s.Tokens()
		whole := lexicon.Class(0)
		for i := range s.Elems {
			whole |= s.Elems[i].Class
		}
		const has = lexicon.Aux | lexicon.Be | lexicon.Perfect // an "'s" may turn out to be an auxiliary
		if whole&^has != s.Class&^has {
			t.Errorf("%q: class %x, want %x", in, s.Class, whole)
		}
		for k, n := range s.Nodes {
			if n.Kind != grammar.NP {
				continue
			}
			class, holds := lexicon.Class(0), grammar.Holding(0)
			note := func(h grammar.Holding, is bool) {
				if is {
					holds |= h
				}
			}
			for _, e := range s.Elems[n.From:n.To] {
				class |= e.Class
				note(grammar.Units, e.Cat == grammar.Unit)
				note(grammar.Owners, e.Cat == grammar.Poss)
				note(grammar.Capitals, e.Cap)
				note(grammar.Pronoun, e.Cat == grammar.Pron)
				note(grammar.Unknown, e.Cat == grammar.Noun && !english.Language().Lexicon.Known(e.ID) && (e.Joined || toks[e.From].Kind != token.Number))
				note(grammar.Joints, e.Joined)
			}
			if n.Class != class || n.Holds != holds {
				t.Errorf("%q: [%s] has class %x and holds %b, want %x and %b", in, s.NodeText(k), n.Class, n.Holds, class, holds)
			}
		}
	}
}

func TestDump(t *testing.T) {
	var b strings.Builder
	read("Lisko raised {$5 million} from Birch Capital and Tern Ventures.").Dump(&b)
	for _, want := range []string{
		"Lisko/N", "raised/V", "$5 million/unit", "[Birch Capital]", "subj [Lisko]", "(from [Birch Capital] & [Tern Ventures])",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
	b.Reset()
	read("It told us, as a bank, that Birch Capital (Oslo) took part.").Dump(&b)
	for _, want := range []string{"(as [a bank])", "[Birch Capital]", "means participate"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
	b.Reset()
	read("Lisko raised it from Birch Capital (Oslo), {$5 million} in all, and grew.").Dump(&b)
	for _, want := range []string{"(= [$5 million in all])", "[Birch Capital]+3", "(shared)"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
	b.Reset()
	read("Lisko, which makes robots, raised {$5 million}.").Dump(&b)
	if !strings.Contains(b.String(), "modifies 0") || strings.Count(b.String(), "modifies") != 1 {
		t.Errorf("the relative clause and it alone modifies the first phrase:\n%s", &b)
	}
}

// The first row that has an opinion decides, and a row is asked only of what it names.
func TestOrder(t *testing.T) {
	yes := func(*grammar.Word) bool { return true }
	rules := func(verbs ...grammar.VerbRow) *grammar.Rules {
		words := []grammar.WordRow{{Verbal: true, When: (*grammar.Word).IsVerb, Cat: grammar.Verb}}
		return grammar.Compile(grammar.Rules{Lexicon: english.Language().Lexicon, Words: words, Verbs: verbs})
	}
	for _, c := range []struct {
		name string
		rows []grammar.VerbRow
		want grammar.Cat
	}{
		{"no row", nil, grammar.Noun},
		{"a row", []grammar.VerbRow{{Verb: true}}, grammar.Verb},
		{"the first of two", []grammar.VerbRow{{When: yes}, {Verb: true}}, grammar.Noun},
		{"another form", []grammar.VerbRow{{Forms: grammar.Thirds | grammar.Gerunds}, {Forms: grammar.Pasts, Verb: true}}, grammar.Verb},
		{"another neighbour", []grammar.VerbRow{{After: 1 << grammar.Prep}, {After: 1 << grammar.Noun, Verb: true}}, grammar.Verb},
		{"another class", []grammar.VerbRow{{Of: lexicon.Month}, {Verb: true}}, grammar.Verb},
	} {
		s, at := grammartest.Read(rules(c.rows...), "robots *raised* money")
		if got := s.Elems[at].Cat; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What follows a noun phrase that no verb governs is read as its arguments.
func TestArgsAfter(t *testing.T) {
	s := read("Lisko: the round of robots from Birch Capital")
	var got []string
	for _, a := range s.ArgsAfter(2) {
		got = append(got, a.Relation.String()+" "+s.NodeText(a.Items[0].NP))
	}
	if want := []string{"of robots", "source Birch Capital"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if args := s.ArgsAfter(len(s.Nodes) - 1); len(args) != 0 {
		t.Errorf("%d arguments after the last phrase", len(args))
	}
}

func TestNearUnit(t *testing.T) {
	for in, want := range map[string]bool{
		"Lisko raised *{close to $40 million}*": true, "Lisko raised *{Close to $40 million}*": true,
		"Lisko raised *{$40 million}*": false, "Lisko raised *{close to}*": false, "Lisko is *close to* it": false,
	} {
		if s, at := grammartest.Read(english.Language().Grammar, in); s.NearUnit(at) != want {
			t.Errorf("%s: %t", in, !want)
		}
	}
}

// A sentence that is read after another is not touched by it.
func TestReuse(t *testing.T) {
	const first, second = "Birch Capital, which took part in the round, said it will raise {$5 million}.", "Lisko raised {$5 million}."
	used := read(first)
	fresh := read(second)
	toks, ids := fresh.Tokens()
	text := "Lisko raised $5 million."
	used.Read(english.Language().Grammar, text, toks, ids, []grammar.UnitSpan{{From: 2, To: 5}}, 0, len(toks))
	if got, want := grammartest.Clauses(used), grammartest.Clauses(fresh); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if used.Forget(); len(used.Elems)+len(used.Nodes)+len(used.Clauses) != 0 {
		t.Error("something is left of a sentence that is forgotten")
	}
}

// A language may read the tree itself: "Birch Capital has money given", with the participle at the end.
func TestTree(t *testing.T) {
	lex := english.Language().Lexicon
	give := lex.Verb("give")
	rules := grammar.Compile(grammar.Rules{
		Lexicon: lex,
		Words: []grammar.WordRow{
			{Name: "a verb", Verbal: true, Cat: grammar.Verb},
			{Name: "an auxiliary", Of: lexicon.Aux, Cat: grammar.Aux},
			{Name: "a preposition", Of: lexicon.Prep, Cat: grammar.Prep},
			{Name: "a capital", Capital: true, Cat: grammar.Name},
		},
		Relations: []grammar.RelationRow{{Relation: grammar.Recipient, Words: "to"}},
		Tree: func(s *grammar.Sentence) {
			s.Tag()
			s.Group()
			at := 0
			for k := range s.Nodes {
				if s.Nodes[k].Kind == grammar.VG {
					at = k // the last
				}
			}
			s.Nodes[1].VG = grammar.Group{Verb: give, Sense: give, Main: s.Nodes[at].From, Perfect: true}
			s.Clauses = append(s.Clauses, grammar.Clause{Subj: []int{0}, Verb: 1, Args: s.ArgsIn(2, at), Parent: -1, Ante: -1})
		},
	})
	for range 2 { // nothing of the first is left in the second
		s, _ := grammartest.Read(rules, "Birch Capital has {$5 million} to Lisko given")
		got := grammartest.Clauses(s)
		if want := []string{"Birch Capital <give.perfect> ($5 million) (to Lisko)"}; !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
		if s.Class&lexicon.Aux == 0 || s.Clauses[0].Args[1].Relation != grammar.Recipient {
			t.Errorf("classes %x, arguments %+v", s.Class, s.Clauses[0].Args)
		}
	}
}
