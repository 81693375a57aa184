package funding

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestCut(t *testing.T) {
	rounds := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "In a Series %c round, Lisko Labs raised $%d million from Birch Capital in %d. ", 'A'+i%5, 3+7*i, 1950+i)
		}
		return b.String()
	}
	long := func(words int) string {
		return "Lisko Labs raised $5 million" + strings.Repeat(" and robots", (words-7)/2) + "."
	}
	for _, c := range []struct {
		name, text string
		want       Cut
	}{
		{"an article", richArticle, Cut{}},
		{"a sentence of the greatest length", long(MaxSentence), Cut{}},
		{"a longer sentence", long(MaxSentence + 10), Cut{Sentences: 1}},
		{"two, one of them very long", long(MaxSentence+2) + " " + long(3*MaxSentence), Cut{Sentences: 2}},
		{"some rounds", rounds(MaxRecall / 4), Cut{}},
	} {
		doc := Parse(c.text)
		if doc.Cut != c.want {
			t.Errorf("%s: Cut = %+v, want %+v", c.name, doc.Cut, c.want)
		}
		data, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		var back Document
		if err := json.Unmarshal(data, &back); err != nil || back.Cut != doc.Cut {
			t.Errorf("%s: Cut after JSON = %+v, %v", c.name, back.Cut, err)
		}
		if strings.Contains(string(data), `"cut"`) == doc.Cut.IsZero() {
			t.Errorf("%s: JSON tells of a cut, or not: %+v", c.name, doc.Cut)
		}
	}
	if doc := Parse(rounds(3 * MaxRecall)); doc.Cut.Recalls == 0 || len(doc.Rounds) <= MaxRecall {
		t.Errorf("%d rounds of one company: Cut = %+v", len(doc.Rounds), doc.Cut)
	}
}

// An investor counts once, however many stand between.
func TestInvestorOnce(t *testing.T) {
	text := "Lisko raised $5 million from Birch Capital. " + withNames("The round was joined by %N Capital. ")(6000) + "The round was joined by Birch Capital."
	checkDocument(t, text, Parse(text))
}
