package english

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/grammar/grammartest"
	"example.com/funding/internal/lexicon"
)

// decided is which row decided what of which element, while a test reads a sentence.
type decided struct {
	words, verbs, phrases map[int]string
}

// watched returns the rules with rows that note in d when they decide.
func watched(d *decided) *grammar.Rules {
	r := clauseRules(Language().Lexicon)
	r.Words, r.Verbs, r.Phrases = slices.Clone(r.Words), slices.Clone(r.Verbs), slices.Clone(r.Phrases)
	for i := range r.Words {
		row := &r.Words[i]
		when, name := row.When, row.Name
		row.When = func(w *grammar.Word) bool {
			if when != nil && !when(w) {
				return false
			}
			d.words[w.At] = name
			return true
		}
	}
	for i := range r.Verbs {
		row := &r.Verbs[i]
		when, name := row.When, row.Name
		row.When = func(w *grammar.Word) bool {
			if when != nil && !when(w) {
				return false
			}
			d.verbs[w.At] = name
			return true
		}
	}
	for i := range r.Phrases {
		row := &r.Phrases[i]
		when, name := row.When, row.Name
		row.When = func(p *grammar.Place) bool {
			if when != nil && !when(p) {
				return false
			}
			d.phrases[p.At] = name
			return true
		}
	}
	return grammar.Compile(r)
}

// Each row decides its own example, and says there what the example says.
func TestRows(t *testing.T) {
	var d decided
	rules := watched(&d)
	read := func(name, example string) (s *grammar.Sentence, at int, want string) {
		in, want, ok := strings.Cut(example, " => ")
		d = decided{map[int]string{}, map[int]string{}, map[int]string{}}
		s, at = grammartest.Read(rules, in)
		if !ok || at < 0 {
			t.Fatalf("%s: no marked word or no answer in the example %q", name, example)
		}
		return s, at, want
	}
	seen := map[string]bool{}
	once := func(kind, name string) {
		if seen[kind+name] || name == "" {
			t.Errorf("two %s rows are called %q", kind, name)
		}
		seen[kind+name] = true
	}
	check := func(name, example, by, got, want string) {
		if by != name || got != want {
			t.Errorf("%s: %s\n row %q says %s", name, example, by, got)
		}
	}
	for _, row := range rules.Words {
		once("word", row.Name)
		s, at, want := read(row.Name, row.Example)
		check(row.Name, row.Example, d.words[at], s.Elems[at].Cat.String(), want)
	}
	answer := func(yes bool, name, otherwise string) string {
		if yes {
			return name
		}
		return otherwise
	}
	for _, row := range rules.Verbs {
		once("verb", row.Name)
		s, at, want := read(row.Name, row.Example)
		check(row.Name, row.Example, d.verbs[at], answer(s.Elems[at].Cat == grammar.Verb, "verb", "no verb"), want)
	}
	for _, row := range rules.Coined {
		once("coined", row.Name)
		s, at, want := read(row.Name, row.Example)
		if got := answer(s.Elems[at].Cat == grammar.Verb && s.Elems[at].Verb == rules.Coins, "verb", "no verb"); got != want {
			t.Errorf("%s: %s\n is %s", row.Name, row.Example, got)
		}
	}
	for _, row := range rules.Phrases {
		once("phrase", row.Name)
		s, at, want := read(row.Name, row.Example)
		on := slices.ContainsFunc(s.Nodes, func(n grammar.Node) bool { return n.Kind == grammar.NP && n.From < at && at < n.To })
		check(row.Name, row.Example, d.phrases[at], answer(on, "goes on", "ends"), want)
	}
}

// The preposition that is marked in the example of a row makes its relation, and so does every other one of the row.
func TestRelations(t *testing.T) {
	seen := map[grammar.Relation]bool{}
	for _, row := range relationRows {
		if seen[row.Relation] {
			t.Errorf("two rows are of the relation %s", row.Relation)
		}
		seen[row.Relation] = true
		s, at := grammartest.Read(Language().Grammar, row.Example)
		got := "none"
		for i := range s.Clauses {
			for _, a := range s.Clauses[i].Args {
				if s.Nodes[a.Node].From == at {
					got = a.Relation.String()
				}
			}
		}
		if got != row.Relation.String() {
			t.Errorf("%s: %s: the relation is %s", row.Relation, row.Example, got)
		}
		for _, w := range strings.Fields(row.Words) {
			if id := Language().Lexicon.Find(w); id == 0 || Language().Grammar.Relation(id) != row.Relation {
				t.Errorf("%s: %q is not in the lexicon, or in another row too", row.Relation, w)
			}
		}
	}
	for r := grammar.OtherRelation; r.String() != ""; r++ {
		if without := r <= grammar.Apposition; seen[r] == without {
			t.Errorf("%s: has a row of prepositions: %t", r, seen[r])
		}
	}
}

// The marked verb of an example means together with a word after it what the row says.
func TestLightVerbs(t *testing.T) {
	for _, row := range lightVerbs {
		s, at := grammartest.Read(Language().Grammar, row.Example)
		got := uint16(0)
		for _, n := range s.Nodes {
			if n.Kind == grammar.VG && n.VG.Main == at && n.VG.Verb == Language().Lexicon.Verb(row.Verb) {
				got = n.VG.Sense
			}
		}
		if got == 0 || got != Language().Lexicon.Verb(row.Means) {
			t.Errorf("%s: the verb means %q, want %q", row.Example, Language().Lexicon.VerbName(got), row.Means)
		}
	}
}

// Every word that the rules name is in the lexicon.
func TestWords(t *testing.T) {
	r := Language().Grammar
	ids := append(append([]lexicon.ID{r.Infinitive, r.Of, r.At, r.By}, r.Tense.Earlier...), r.Tense.Reported...)
	if slices.Contains(ids, 0) || slices.Contains(r.Tense.Telling, 0) {
		t.Errorf("a word has no number: %d %d", ids, r.Tense.Telling)
	}
	for _, l := range r.Light {
		if r.Lexicon.Find(l.Word) == 0 || r.Lexicon.Verb(l.Verb) == 0 || r.Lexicon.Verb(l.Means) == 0 {
			t.Errorf("a word of %+v has no number", l)
		}
	}
	for id := range lexicon.ID(r.Lexicon.Len()) {
		if !r.Lexicon.Known(id) {
			continue
		}
		if w := r.Lexicon.Key(id); r.Lexicon.Has(id, lexicon.TraitNotAdverb) && !strings.HasSuffix(w, r.AdverbEnding) {
			t.Errorf("%q does not end like an adverb", w)
		}
	}
}

func TestBackwards(t *testing.T) {
	for in, want := range map[string]grammar.Cat{
		"Lisko is *back* in Oslo.":                                   grammar.Adv,
		"Lisko gave it *back*":                                       grammar.Adv,
		"Lisko got it not *back*.":                                   grammar.Adv,
		"The two funds *back* Lisko.":                                grammar.Verb,
		"The two funds will also *back* with {$5 million} the firm.": grammar.Verb,
		"They want to *back* from Oslo the firm.":                    grammar.Verb,
		"The *Back* in Oslo":                                         grammar.Name,
	} {
		if s, at := grammartest.Read(Language().Grammar, in); s.Elems[at].Cat != want {
			t.Errorf("%s: %s, want %s", in, s.Elems[at].Cat, want)
		}
	}
}
