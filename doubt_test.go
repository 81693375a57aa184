package funding

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// A set of doubts holds what was put into it, in the order of the constants, and comes back from JSON as it was.
func TestDoubts(t *testing.T) {
	set := DoubtsOf(InvestorsMissing, CompanyByReference, CurrencyAssumed, CurrencyAssumed)
	want := []Doubt{CompanyByReference, CurrencyAssumed, InvestorsMissing}
	if got := slices.Collect(set.All()); !slices.Equal(got, want) || set.Len() != len(want) {
		t.Errorf("%v, %d of them, want %v", got, set.Len(), want)
	}
	for d := range set.All() {
		if d != CompanyByReference {
			t.Errorf("%s after a stop", d)
		}
		break
	}
	far, either := DoubtsOf(CompanyFar), DoubtsOf(CompanyFar, CurrencyAssumed)
	if !set.Has(CurrencyAssumed) || set.Has(CompanyFar) || !set.HasAny(either) || set.HasAny(far) {
		t.Errorf("%s", set)
	}
	if got := set.String(); got != "company-by-reference, currency-assumed, investors-missing" {
		t.Errorf("printed as %q", got)
	}
	for _, set := range []Doubts{0, set, 1<<len(doubtNames) - 1} {
		b, err := json.Marshal(set)
		if err != nil {
			t.Fatal(err)
		}
		var back Doubts
		if err := json.Unmarshal(b, &back); err != nil || back != set {
			t.Errorf("%s is read back as %s, %v", b, back, err)
		}
	}
	var back Doubts
	for _, bad := range []string{`["no-such-doubt"]`, `7`, `["currency-assumed"`} {
		if err := json.Unmarshal([]byte(bad), &back); err == nil {
			t.Errorf("%s is read as %s", bad, back)
		}
	}
	seen := map[string]bool{}
	for _, name := range doubtNames {
		if name == "" || seen[name] || name != strings.ToLower(name) || strings.ContainsAny(name, " ,_") {
			t.Errorf("%q is no name of its own", name)
		}
		seen[name] = true
	}
}

// How sure a round is takes part in JSON: out, in, and out again.
func TestConfidenceJSON(t *testing.T) {
	doc := Parse("Larkfield has raised about $5 million from Onyx Capital. Its rival Whimbrel plans to raise a Series A.")
	if len(doc.Rounds) != 2 {
		t.Fatalf("%v", doc.Rounds)
	}
	for _, r := range doc.Rounds {
		if r.Confidence <= 0 || r.Confidence >= 1 || r.Doubts == 0 || r.Confidence != float64(int(r.Confidence*1000+0.5))/1000 {
			t.Errorf("%s: %v, %s", r, r.Confidence, r.Doubts)
		}
	}
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var back Document
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	for i, r := range doc.Rounds {
		if g := back.Rounds[i]; g.Confidence != r.Confidence || g.Doubts != r.Doubts {
			t.Errorf("%v, %s is read back as %v, %s", r.Confidence, r.Doubts, g.Confidence, g.Doubts)
		}
	}
	if again, _ := json.Marshal(&back); string(again) != string(b) {
		t.Errorf("%s\n%s", b, again)
	}
}

// What a text says plainly is surer than what it hardly says.
func TestConfidenceOrder(t *testing.T) {
	last := 1.0
	for _, text := range []string{
		"Larkfield Robotics raised €5 million in a Series A round led by Onyx Capital.",
		"Larkfield Robotics raised €5 million.",
		"Larkfield Robotics closed a Series A.",
		"Times are hard. Larkfield Robotics sells lamps. Its rival, Figure, plans to close a Series A. Lamps are dear.",
	} {
		rounds := Parse(text).Rounds
		if len(rounds) != 1 {
			t.Fatalf("%s\n%v", text, rounds)
		}
		if c := rounds[0].Confidence; c >= last {
			t.Errorf("%s\n%v, not under %v: %s", text, c, last, rounds[0].Doubts)
		} else {
			last = c
		}
	}
}
