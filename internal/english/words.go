package english

// stuckWords are the short words that get stuck to another where a page has lost a space: "roundof", "ledby".
// Few words of English end in one of their last letters and are no others.
var stuckWords = []string{
	"a", "and", "led", "of", "with", "from", "in", "on", "to", "for", "has", "was", "is", "at", "by",
}

// stuckVerbs are the forms of verbs that tell of a deal, which get stuck to the name before them: "Foobarraised $5 million".
var stuckVerbs = []string{
	"raised", "raises", "secured", "secures", "announced", "announces", "closed", "closes", "received", "receives", "landed", "lands", "has",
}
