package amounts

import "testing"

func TestCode(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"USD", "USD"}, {"usd", "USD"}, {"Eur", "EUR"}, {"BTC", "BTC"},
		{"", ""}, {"$", ""}, {"dollars", ""}, {"USDX", ""}, {"US", ""}, {" USD", ""},
	} {
		if got, ok := Code(c.in); got != c.want || ok != (c.want != "") {
			t.Errorf("Code(%q) = %q, %t; want %q", c.in, got, ok, c.want)
		}
	}
}
