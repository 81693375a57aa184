package english

import "example.com/funding/internal/amounts"

// amountRules are what English says of amounts beside its words, which are rows of the lexicon.
var amountRules = amounts.Rules{
	Endings: []string{"illion", "illions"}, // a gazillion, zillions; the lexicon has those of a value
	Plural:  "s",
	Year:    "year",
	Month:   "month",
}
