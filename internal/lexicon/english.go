package lexicon

// English returns the lexicon of English.
func English() *Lexicon { return &english }
