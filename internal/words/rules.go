package words

import "example.com/funding/internal/lexicon"

// Rules are what reading words has to know of a language beside its lexicon, and that.
type Rules struct {
	lex        *lexicon.Lexicon
	stuck      [26][]string // short words that get stuck to others, by their last letter
	stuckVerbs []string     // verbs that get stuck to the name before them

	// Ordinals are the classes of the words before which a number with a full stop is an ordinal and ends no sentence:
	// the months in German "3. März". English has none.
	Ordinals lexicon.Class
}

// WithVerbs returns r, whose verbs get stuck to the name before them: "raised".
func (r *Rules) WithVerbs(verbs ...string) *Rules {
	r.stuckVerbs = verbs
	return r
}

// NewRules returns the rules of a language, whose words lex knows. stuck are its short words that get stuck to another
// where a page has lost a space, in small letters of ASCII: "and", "of". Of two with one last letter the first is tried first.
func NewRules(lex *lexicon.Lexicon, stuck ...string) *Rules {
	r := &Rules{lex: lex}
	for _, w := range stuck {
		k := letterNo(w[len(w)-1])
		r.stuck[k] = append(r.stuck[k], w)
	}
	return r
}

// letterNo returns the number of a small letter, from 0; that of any other byte is beyond all.
func letterNo(c byte) int { return int(c - 'a') }
