package mention_test

import (
	"strings"
	"testing"
)

// Whose the bare signs and words are, in the order of the text.
func TestWhichCurrency(t *testing.T) {
	for _, c := range []struct{ text, usual, want string }{
		{"Lisko raised $5M.", "", "USD?"},
		{"Lisko raised A$5M, then $3M.", "", "AUD AUD"},
		{"Lisko raised A$5M and C$4M, then $3M.", "", "AUD CAD USD?"},
		{"All figures are in Canadian dollars. Lisko raised $5M.", "", "CAD"},
		{"All figures are in Canadian dollars, not Canadian dollars. Lisko raised $5M.", "", "CAD"},
		{"Lisko raised A$7 million ($5 million). Then it raised $3 million.", "", "AUD USD? USD?"},
		{"Lisko raised $5 million (A$7 million). Then it raised $3 million.", "", "USD? AUD USD?"},
		{"Lisko raised $5M.", "AUD", "AUD?"},
		{"Lisko raised $5M.", "aud", "AUD?"},
		{"Lisko raised $5M.", "EUR", "USD?"},
		{"Lisko raised $5M.", "nothing", "USD?"},
		{"Lisko raised C$5M and $3M.", "AUD", "CAD CAD"},
		{"Lisko raised €5M.", "AUD", "EUR"},
		{"Lisko raised ¥5M and 5M yuan.", "", "CNY CNY"},
		{"Lisko raised ¥5M.", "", "JPY?"},
		{"Lisko raised MX$5M and $3M.", "", "MXN MXN"},
		{"Lisko raised 5M Mexican pesos and $3M.", "", "MXN USD?"},
	} {
		m := read(c.text)
		was := make([]string, len(m.Money))
		for i := range m.Money {
			was[i] = m.Money[i].Currency
		}
		m.Settle(c.usual, false)
		var got []string
		changed := false
		for i := range m.Money {
			a := &m.Money[i]
			s := a.Currency
			if a.Assumed {
				s += "?"
			}
			got = append(got, s)
			changed = changed || a.Currency != was[i]
		}
		if strings.Join(got, " ") != c.want || m.Recoined != changed {
			t.Errorf("%s %s\ngot %q, want %q; recoined is %v", c.usual, c.text, got, c.want, m.Recoined)
		}
	}
}
