package english

import naming "example.com/funding/internal/names"

// Names returns what names of English have to know beside the lexicon.
func Names() *naming.Rules { return &nameRules }

var nameRules = naming.Rules{Article: "the", And: "and", Possessive: "s", Plural: 's', Former: "ex-", Agents: []string{"er", "or"}}
