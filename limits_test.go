package funding

import (
	"encoding/json"
	"strings"
	"testing"
)

// What a bound cuts off is never silent.
func TestCut(t *testing.T) {
	for _, c := range []struct {
		name, text        string
		sentences, recall bool
	}{
		{"a sentence", strings.Repeat("word ", MaxSentence-4) + "and $5 million", false, false},
		{"a longer sentence", strings.Repeat("word ", MaxSentence) + "and $5 million", true, false},
		{"investors", withNames("Lisko raised $5 million from %N Capital.\n\n")(1000), false, false},
		{"more investors", withNames("Lisko raised $5 million from %N Capital.\n\n")(9000), false, true},
		{"rounds", count("In 2019, Lisko raised $1%d million. ")(900), false, false},
		{"more rounds", count("In 2019, Lisko raised $1%d million. ")(9000), false, true},
	} {
		doc := Parse(c.text)
		cut := doc.Cut
		if (cut.Sentences > 0) != c.sentences || (cut.Recalls > 0) != c.recall || cut.Bytes != 0 || cut.IsZero() == (c.sentences || c.recall) {
			t.Errorf("%s: %+v", c.name, cut)
		}
		data, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		var back Document
		if err := json.Unmarshal(data, &back); err != nil || back.Cut != cut || strings.Contains(string(data), `"cut"`) == cut.IsZero() {
			t.Errorf("%s: JSON has %+v for %+v, %v", c.name, back.Cut, cut, err)
		}
	}
}

// An investor counts once, however many stand between.
func TestInvestorOnce(t *testing.T) {
	text := "Lisko raised $5 million from Birch Capital. " + withNames("The round was joined by %N Capital. ")(6000) + "The round was joined by Birch Capital."
	checkDocument(t, text, Parse(text))
}
