package deal

import (
	"testing"

	"example.com/funding/internal/names"
)

func TestLeads(t *testing.T) {
	foo, bar := names.Name{Kind: names.Named, Text: "Foo"}, names.Name{Kind: names.Named, Text: "Bar"}
	for _, c := range []struct {
		givers []Giver
		want   bool
	}{
		{nil, false},
		{[]Giver{{foo, false}, {bar, false}}, false},
		{[]Giver{{foo, true}, {bar, false}}, true},
		{[]Giver{{foo, false}, {bar, true}}, true},
	} {
		if got := Leads(c.givers); got != c.want {
			t.Errorf("%v: %t", c.givers, got)
		}
	}
}

// Only a telling that supports an event, or says how much was raised so far, adds to one told elsewhere.
func TestAdds(t *testing.T) {
	for s, want := range map[Strength]bool{Event: false, Hint: false, Perhaps: false, Supports: true, SoFar: true} {
		if got := (&Telling{Claim: Claim{Strength: s}}).Adds(); got != want {
			t.Errorf("strength %d: %t", s, got)
		}
	}
}

// A telling of which nothing is said tells of equity that was raised now, by a verb of its own.
func TestZeroTelling(t *testing.T) {
	var z Telling
	if z.Kind != Equity || z.Strength != Event || z.Time != Now || z.Form != Told || z.Basis != NoBasis || z.Company.Kind != names.Unnamed {
		t.Errorf("%+v", z)
	}
}
