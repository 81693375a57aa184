package frames

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/lexicon"
)

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

// A verb that makes a round without an amount, a stage or a word for a financing has a cue, or no sentence with it would be read.
func TestVerbsAlone(t *testing.T) {
	n := 0
	for v := range lexicon.Verbs {
		if name := lexicon.VerbName(uint16(v)); rules().ofVerb[v].alone {
			n++
			if lexicon.CuesOf(lexicon.Find(name))&lexicon.DealCue == 0 {
				t.Errorf("%q has no deal cue in cues.txt", name)
			}
		}
	}
	if n < 5 {
		t.Errorf("only %d such verbs", n)
	}
}
