package deal

import "example.com/funding/internal/names"

// Topic is a stretch of the text that a heading, a card or an item says to be about a company: "the startup" in it is that one.
type Topic struct {
	From, To int        // tokens, without those of the heading
	Name     names.Name // of the company
}
