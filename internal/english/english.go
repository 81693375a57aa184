// Package english is what the engines have to know of English: words and rows, and no way of reading.
package english

import (
	"sync"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/frames"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/language"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/words"
)

//go:generate go run ../lexicon/gen

// Language returns English. Its rows are compiled when it is first asked for: importing it costs nothing.
var Language = sync.OnceValue(func() *language.Language {
	l, err := compile(lexicon.Of(&tables))
	if err != nil {
		panic("english: " + err.Error()) // a row names a word that the lexicon lacks: every test would fail
	}
	return l
})

// compile makes the rows ready for reading.
func compile(lex *lexicon.Lexicon) (*language.Language, error) {
	stages, err := mention.CompileStages(lex, stageRows)
	if err != nil {
		return nil, err
	}
	calendar, err := calendar.Compile(lex, calendarTable)
	if err != nil {
		return nil, err
	}
	clauses := grammar.Compile(clauseRules(lex))
	return &language.Language{
		Lexicon:  lex,
		Words:    words.NewRules(lex, stuckWords...).WithVerbs(stuckVerbs...),
		Mentions: mention.Rules{Stages: stages, Amounts: &amountRules, Calendar: calendar},
		Grammar:  clauses,
		Names:    nameRules(lex),
		Frames:   frames.Compile(lex, meanings(clauses.Relation)),
		Tables:   tableRules(),
	}, nil
}
