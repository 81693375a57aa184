package english

import (
	"testing"

	"example.com/funding/internal/amounts"
	cut "example.com/funding/internal/words"
)

// What the rules of amounts say is heard where amounts are read.
func TestAmounts(t *testing.T) {
	for _, c := range []struct{ text, why, per string }{
		{"$7 gazillion", "followed by gazillion", ""},
		{"$7 Zillions", "followed by Zillions", ""},
		{"$7 million quadrillion", "two magnitudes", ""},
		{"7 Euros", "", ""},
		{"7 Euro", "no amount with a currency", ""},
		{"$7 per annum", "text after the amount", "year"},
		{"$7 each month", "text after the amount", "month"},
		{"$7 a share", "text after the amount", "share"},
	} {
		r := &amounts.Reader{Reader: cut.NewReader(Language().Words), Rules: Language().Mentions.Amounts}
		r.Reset(c.text)
		if m, why, _ := r.Single(); why != c.why || m.Per != c.per {
			t.Errorf("%q: %q, per %q; want %q, per %q", c.text, why, m.Per, c.why, c.per)
		}
	}
}
