package english

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/frames"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// A verb that the lexicon does not have, or that a row lists twice, is dead weight in its row.
func TestFrameVerbs(t *testing.T) {
	for _, f := range frameRows {
		verbs := strings.Fields(f.Verbs)
		for i, v := range verbs {
			if Language().Lexicon.Verb(v) == 0 {
				t.Errorf("%s: %q is no verb of the lexicon", f.Name, v)
			} else if Language().Lexicon.VerbName(Language().Lexicon.Verb(v)) != v {
				t.Errorf("%s: %q is no lemma but a form of %q", f.Name, v, Language().Lexicon.VerbName(Language().Lexicon.Verb(v)))
			}
			if slices.Contains(verbs[:i], v) {
				t.Errorf("%s: %q twice", f.Name, v)
			}
		}
	}
}

// What a row says of a relation must be a part that there is, and the relation one of grammar's: a misspelt one would fill nothing.
func TestFrameRelations(t *testing.T) {
	rows := append([]frames.Row{Language().Frames.Noun, Language().Frames.Talks, Language().Frames.TakingPart, Language().Frames.AnyVerb}, frameRows...)
	for _, row := range append(rows, frames.Row{Name: "every row", Fills: Language().Frames.Common}) {
		for _, fill := range strings.Fields(row.Fills) {
			relation, part, ok := strings.Cut(fill, "=")
			known := false
			for r := range grammar.Relations {
				known = known || grammar.Relation(r).String() == relation
			}
			if !ok || !known || !frames.IsPart(part) {
				t.Errorf("%s: %q says nothing", row.Name, fill)
			}
		}
	}
}

// A verb that makes a round without an amount, a stage or a word for a financing has a cue, or no sentence with it would be read.
func TestVerbsAlone(t *testing.T) {
	n := 0
	for v := range Language().Lexicon.VerbCount() {
		if name := Language().Lexicon.VerbName(uint16(v)); Language().Frames.Alone(uint16(v)) {
			n++
			if Language().Lexicon.CuesOf(Language().Lexicon.Find(name))&lexicon.DealCue == 0 {
				t.Errorf("%q has no deal cue in cues.txt", name)
			}
		}
	}
	if n < 5 {
		t.Errorf("only %d such verbs", n)
	}
}
