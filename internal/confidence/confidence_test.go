package confidence

import (
	"testing"

	"example.com/funding/internal/deal"
)

// The table has a weight for each doubt, and none of them raises the score.
func TestWeights(t *testing.T) {
	if len(weights) != int(deal.NumDoubts) {
		t.Fatalf("%d weights for %d doubts: go run ./internal/fit -write", len(weights), deal.NumDoubts)
	}
	for d, w := range weights {
		if w < 0 {
			t.Errorf("doubt %d takes %d", d, w)
		}
	}
}

// More is never less likely, and the middle is even odds.
func TestProbability(t *testing.T) {
	last := 0
	for s := -2 * Most; s <= 2*Most; s++ {
		p := Probability(s)
		if p < last || p <= 0 || p >= Certain {
			t.Fatalf("%d thousandths at %d, after %d", p, s, last)
		}
		last = p
	}
	for s, want := range map[int]int{0: Certain / 2, 100: 731, -100: 269, 300: 953, -10000: 2, 10000: 998} {
		if got := Probability(s); got != want {
			t.Errorf("%d thousandths at %d, want %d", got, s, want)
		}
	}
}

// A doubt more is never surer, and one with a weight is less sure.
func TestOf(t *testing.T) {
	if got := Of(0); got < Certain*9/10 {
		t.Errorf("%d thousandths without a doubt", got)
	}
	var all deal.Doubts
	last := Of(0)
	for d := range deal.NumDoubts {
		var one deal.Doubts
		one.Add(d)
		if got := Of(one); got > Of(0) || weights[d] >= Step && got == Of(0) {
			t.Errorf("doubt %d: %d thousandths, %d without", d, got, Of(0))
		}
		all.Add(d)
		if got := Of(all); got > last {
			t.Errorf("with doubt %d added: %d thousandths, %d before", d, got, last)
		} else {
			last = got
		}
	}
	if last > Certain/100 {
		t.Errorf("%d thousandths with every doubt", last)
	}
}
