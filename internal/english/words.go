package english

// stuckWords are the short words that get stuck to another where a page has lost a space: "roundof", "ledby".
// Few words of English end in one of their last letters and are no others.
var stuckWords = []string{
	"a", "and", "led", "of", "with", "from", "in", "on", "to", "for", "has", "was", "is", "at", "by",
}
