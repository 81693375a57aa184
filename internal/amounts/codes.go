package amounts

import "example.com/funding/internal/lexicon"

// Code returns the currency that s is the code of, in capitals: of "usd" it is "USD". It reports false if there is no such code.
func Code(s string) (iso string, ok bool) {
	c := lexicon.CurrencyOf(s)
	if c == 0 {
		return "", false
	}
	return lexicon.CurrencyAt(c).Code, true
}
