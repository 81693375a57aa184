package discourse_test

import (
	"os"
	"strings"
	"testing"

	"example.com/funding"
	"example.com/funding/internal/discourse"
)

// Each doubt is raised by its example, and not by the text beside it, which differs in what the doubt is about. Both tell of a round.
func TestDoubtExamples(t *testing.T) {
	for d, example := range discourse.DoubtExamples() {
		doubt := funding.Doubt(d)
		with, without, ok := strings.Cut(example, " <> ")
		if !ok {
			t.Errorf("%s: no example", doubt)
			continue
		}
		for _, c := range []struct {
			text string
			want bool
		}{{with, true}, {without, false}} {
			rounds := funding.Parse(c.text).Rounds
			got := false
			for i := range rounds {
				got = got || rounds[i].Doubts.Has(doubt)
			}
			if len(rounds) == 0 || got != c.want {
				t.Errorf("%s is %v, want %v\n%s\n%v", doubt, got, c.want, c.text, rounds)
				for i := range rounds {
					t.Log(rounds[i].Doubts)
				}
			}
		}
	}
}

// The docs list every doubt with the example that is tested.
func TestDoubtDocs(t *testing.T) {
	docs, err := os.ReadFile("../../docs/confidence.md")
	if err != nil {
		t.Fatal(err)
	}
	for d, example := range discourse.DoubtExamples() {
		with, _, _ := strings.Cut(example, " <> ")
		name, end := "\n| `"+funding.Doubt(d).String()+"` | ", " | "+strings.ReplaceAll(with, "\n", " / ")+" |\n"
		_, row, ok := strings.Cut(string(docs), name)
		if row, _, _ = strings.Cut(row, "\n"); !ok || !strings.HasSuffix(row+"\n", end) {
			t.Errorf("docs/confidence.md has no row%s…%s", name, end)
		}
	}
}
