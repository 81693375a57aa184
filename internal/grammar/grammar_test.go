package grammar_test

import (
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
	s, _ := grammartest.Read(english.Grammar(), marked)
	return s
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`Lisko raised {$5 million}.`, `Lisko <raise> ($5 million)`},
		{`Lisko has raised {$5 million} in a {Series A} round led by Birch Capital.`, `Lisko <raise.perfect> ($5 million) (in a Series A round); a Series A round^a Series A round <lead.passive> (by Birch Capital)`},
		{`Lisko, a maker of robots, will raise {$5 million} from Birch Capital and Tern Ventures.`, `Lisko (= a maker) (of robots) <raise.future> ($5 million) (from Birch Capital & Tern Ventures)`},
		{`{$5 million} was raised by Lisko {@in March}.`, `$5 million <raise.passive> (by Lisko)`},
		{`The round was led by Birch Capital, with participation from Tern Ventures and Åse Holm, founder of Kavarna.`, `The round <lead.passive> (by Birch Capital) (with participation) (from Tern Ventures & Åse Holm + , founder of Kavarna)`},
		{`Birch Capital led the {$5 million} round, and Tern Ventures joined.`, `Birch Capital <lead> (the $5 million round); Tern Ventures <join>`},
		{`Lisko, which makes robots, raised {$5 million}.`, `Lisko^Lisko <make> (robots); Lisko <raise> ($5 million)`},
		{`Lisko is raising {$5 million} to hire engineers.`, `Lisko <raise.doing> ($5 million); ~Lisko <hire.to> (engineers)`},
		{`Lisko has not raised {$5 million}.`, `Lisko <raise.perfect.not> ($5 million)`},
		{`Lisko said it raised {$5 million} at a valuation of {$40 million}.`, `Lisko <say>; it <raise> ($5 million) (at a valuation) (of $40 million)`},
		{`Birch Capital and Tern Ventures invested {$5 million} in Lisko.`, `Birch Capital & Tern Ventures <invest> ($5 million) (in Lisko)`},
		{`Lisko raised {$5 million} and plans to hire 20 engineers.`, `Lisko <raise> ($5 million); ~Lisko <plan>; ~Lisko <hire.to> (20 engineers)`},
		{`Raising {$5 million}, Lisko opened an office.`, `~Lisko <raise.ing> ($5 million); Lisko <open> (an office)`},
		{`Founded in 2012, Lisko raised {$5 million}.`, `~Lisko <found.passive> (in 2012); Lisko <raise> ($5 million)`},
		{`Investors in the round include Birch Capital, Tern Ventures and Kavarna.`, `Investors (in the round) <include> (Birch Capital & Tern Ventures & Kavarna)`},
		{`LISKO RAISES {$5 MILLION} FROM BIRCH CAPITAL`, `LISKO <raise> ($5 MILLION) (FROM BIRCH CAPITAL)`},
		{`Robot Maker Lisko Raises {$5 Million} Led By Birch Capital`, `Robot Maker Lisko <raise> ($5 Million); $5 Million^$5 Million <lead.passive> (By Birch Capital)`},
		{`Lisko's {$5 million} {Series A} was led by Birch Capital.`, `Lisko's $5 million Series A <lead.passive> (by Birch Capital)`},
		{`The {$5 million} raised from Birch Capital pays for robots.`, `The $5 million^The $5 million <raise.passive> (from Birch Capital); The $5 million <pay> (for robots)`},
		{`Led Lisko`, `<lead> (Lisko)`},
		{`“Founded in 2012, Lisko raised {$5 million},” he said.`, `~Lisko <found.passive> (in 2012); Lisko <raise> ($5 million); he <say>`},
		{`Lisko raised {$5 million} from Birch Capital, who led, and Tern Ventures.`, `Lisko <raise> ($5 million) (from Birch Capital + , who led & Tern Ventures); Birch Capital^Birch Capital <lead>`},
		{`Lisko raised {$5 million} from Åse Holm at Kavarna and Tern Ventures.`, `Lisko <raise> ($5 million) (from Åse Holm + at Kavarna & Tern Ventures)`},
		{`Lisko raised {$5 million} from the Holm family.`, `Lisko <raise> ($5 million) (from the Holm family)`},
		{`The two funds back Lisko.`, `The two funds <back> (Lisko)`},
		{`The two funds will also back with {$5 million} the startup Lisko.`, `The two funds <back.future> (with $5 million) (the startup Lisko)`},
		{`Lisko gave it back, and the two funds are back in Oslo.`, `Lisko <give> (it); the two funds <are> (in Oslo)`},
		{`Lisko may be valued at {$40 million}.`, `Lisko <value.passive.future> (at $40 million)`},
	} {
		if got := grammartest.Clauses(read(c.in)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
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
		if whole&^(lexicon.Aux|lexicon.Be|lexicon.Perfect) != s.Class&^(lexicon.Aux|lexicon.Be|lexicon.Perfect) { // an "'s" may turn out to be an auxiliary
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
				note(grammar.Unknown, e.Cat == grammar.Noun && !lexicon.Known(e.ID) && (e.Joined || toks[e.From].Kind != token.Number))
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
	for _, want := range []string{"Lisko/N", "raised/V", "$5 million/unit", "[Birch Capital]", "subj [Lisko]", "(from [Birch Capital] & [Tern Ventures])"} {
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
