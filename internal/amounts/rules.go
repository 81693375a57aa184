package amounts

import (
	"strings"

	"example.com/funding/internal/lexicon"
)

// Rules are what a language says of amounts beside its lexicon. Its words for numbers and magnitudes are classes of the
// lexicon, with their values; those that bear on an amount are traits.
type Rules struct {
	// Endings are those of words that mean a large number which nobody can count, if they are no magnitudes: "$5 gazillion".
	// They end in small letters of ASCII.
	Endings []string
	// Plural is the ending of units that are still units with a capital: "5 Euros", but not "10 Dollar Tree stores".
	Plural string
	// Year and Month are what an amount a year or a month is for, however it is printed: "$5 per annum".
	Year, Month string
}

// countless reports whether the word w has an ending of those that nobody can count.
func (ru *Rules) countless(w string) bool {
	for _, e := range ru.Endings {
		last := len(e) - 1
		if k := len(w) - len(e); k > 0 && w[k+last]|0x20 == e[last] && strings.EqualFold(w[k:], e) {
			return true
		}
	}
	return false
}

// has reports whether the word at token i has the trait.
func (r *Reader) has(i int, t lexicon.Trait) bool { return r.Lex.Has(r.Word(i), t) }
