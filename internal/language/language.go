// Package language says what the engines have to know of a language: its words, and what they are read by.
//
// Language is one value. An engine is given the part of it that it asks for, and knows no word itself; what a
// language has to fill in, and what it may leave out, is said where each part is defined.
package language

import (
	"example.com/funding/internal/frames"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/tabular"
	"example.com/funding/internal/words"
)

// Language is a language that texts are read in. All its parts are of one lexicon. It is read-only, and may be used by many
// goroutines at once.
type Language struct {
	Lexicon  *lexicon.Lexicon // its words
	Words    *words.Rules     // how damaged words are mended
	Mentions mention.Rules    // amounts, times and stages
	Grammar  *grammar.Rules   // clauses
	Names    *names.Rules     // names
	Frames   *frames.Rules    // what verbs and nouns tell of a round
	Tables   *tabular.Rules   // the heads of tables
}
