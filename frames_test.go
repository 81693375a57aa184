package funding

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/lexicon"
)

// TestFrames runs the examples of every row, "sentence => round" or
// "sentence => round && round": the sentence must give just those rounds, and
// the row must have had a part in it.
func TestFrames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range frames {
		t.Run(f.name, func(t *testing.T) {
			if f.name == "" || seen[f.name] {
				t.Errorf("the name %q is empty or another row's too", f.name)
			}
			seen[f.name] = true
			if len(f.examples) == 0 {
				t.Error("no example")
			}
			for _, example := range f.examples {
				text, want, ok := strings.Cut(example, " => ")
				if !ok {
					t.Errorf("example without \" => \": %q", example)
					continue
				}
				doc := Parser{Trace: true}.Parse(text)
				var got []string
				for _, r := range doc.Rounds {
					got = append(got, r.String())
				}
				if !slices.Equal(got, strings.Split(want, " && ")) {
					t.Errorf("%s\ngot  %s\nwant %s", text, strings.Join(got, " && "), want)
				}
				if !slices.ContainsFunc(doc.Trace, func(s Step) bool { return s.Frame == f.name }) {
					t.Errorf("%s\nthe frame did not speak; trace: %v", text, doc.Trace)
				}
			}
		})
	}
}

// A verb that the lexicon does not have, or that a row lists twice, is dead weight in its row.
func TestFrameVerbs(t *testing.T) {
	for _, f := range frames {
		verbs := strings.Fields(f.verbs)
		for i, v := range verbs {
			if lexicon.Verb(v) == 0 {
				t.Errorf("%s: %q is no verb of the lexicon", f.name, v)
			} else if lexicon.VerbName(lexicon.Verb(v)) != v {
				t.Errorf("%s: %q is no lemma but a form of %q", f.name, v, lexicon.VerbName(lexicon.Verb(v)))
			}
			if slices.Contains(verbs[:i], v) {
				t.Errorf("%s: %q twice", f.name, v)
			}
		}
	}
}

// What a row says of a preposition must be a part that there is, and the preposition a word of the lexicon: a misspelt one would fill nothing.
func TestFramePrepositions(t *testing.T) {
	for _, f := range append([]frame{{name: "common", preps: commonPreps}, nominal, talks, participation, investorList, anyVerb}, frames...) {
		for _, row := range strings.Fields(f.preps) {
			k, v, ok := strings.Cut(row, "=")
			if _, known := partNames[v]; !ok || !known {
				t.Errorf("%s: %q names no part", f.name, row)
			}
			if lexicon.Find(k) == 0 {
				t.Errorf("%s: %q is no word of the lexicon", f.name, k)
			}
		}
	}
}
