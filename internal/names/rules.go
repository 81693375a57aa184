package names

import "example.com/funding/internal/lexicon"

// Rules are what names have to know of a language.
type Rules struct {
	Lexicon *lexicon.Lexicon

	Article    string   // may stand before a name and is no part of it: "the"
	And        string   // what "&" stands for: "and"
	Possessive string   // follows an apostrophe and is no part of the name: the "s" of "Foo's"
	Plural     byte     // the last letter of a plural, a small one: 's'
	Agents     []string // endings that make of a verb who does it: "er" of "trainer"
	Former     string   // a word that begins with it says that somebody no longer holds a place: "ex-"
}

// plural reports whether w ends as a plural does.
func (r *Rules) plural(w string) bool { return w != "" && w[len(w)-1]|0x20 == r.Plural }
