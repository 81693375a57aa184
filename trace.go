package funding

// Step is one entry of a trace: what a frame read in a sentence.
type Step struct {
	Sentence int    // counted from 0
	Frame    string // the row's name
	Result   string // what it gave, in the form of the goldens
}
