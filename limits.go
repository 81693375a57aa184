package funding

import "math"

// The bounds that keep time and memory in proportion to the text. No article comes
// near them; a text that goes beyond one has it counted in [Document.Cut].
const (
	// MaxText is how many bytes of a text are read.
	MaxText = math.MaxInt32

	// MaxSentence is how many words and marks of a sentence are read as one; what
	// follows is read as the next sentence. So is what follows 16,384 words and
	// marks of a paragraph in which no line begins like a sentence.
	MaxSentence = 400

	// MaxRecall is how many of the rounds told last, of the companies that share a
	// word, of the names of a company and of the investors of a round a new one is
	// compared with. One older than that is told anew instead of added to.
	MaxRecall = 64
)

// The bounds of a number. A mention beyond one has no value and says so in
// Refused; for ParseMoney it is an error.
const (
	MaxDigits    = 50  // of one number, with its decimals
	MaxExponent  = 30  // an amount is at most ten to this power
	MaxMoneyText = 256 // bytes that ParseMoney takes
)

// Cut counts where a text went beyond a bound.
type Cut struct {
	Bytes     int // at the end of the text beyond MaxText, not read
	Sentences int // of more than MaxSentence words and marks, read in pieces
	Recalls   int // comparisons that stopped at MaxRecall
}

// IsZero reports that no bound was met: the whole text was read, and as a whole.
func (c Cut) IsZero() bool { return c == Cut{} }
