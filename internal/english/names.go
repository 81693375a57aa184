package english

import (
	"example.com/funding/internal/lexicon"
	naming "example.com/funding/internal/names"
)

// nameRules returns what names of English have to know.
func nameRules(lex *lexicon.Lexicon) *naming.Rules {
	return &naming.Rules{Lexicon: lex, Article: "the", And: "and", Possessive: "s", Plural: 's', Former: "ex-", Agents: []string{"er", "or"}}
}
