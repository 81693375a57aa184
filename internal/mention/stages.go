package mention

import (
	"fmt"
	"strconv"
	"strings"

	"example.com/funding/internal/lexicon"
)

// StageRow is a stage: its text form, and what a text prints for it.
type StageRow struct {
	// Form is the text form. That of a series ends with a hyphen, and its letter follows: "series-".
	Form string

	// Words print the stage: "seed", "late-stage". A space stands for a space or a hyphen: "pre seed". The letter of a
	// series follows them.
	Words []string

	Needs Need

	// Letter says that a capital letter prints the stage as well, if a word for a round follows: "B round", "A-round".
	Letter bool

	// Early says that the stage comes before every series.
	Early bool

	// Describes says that the words only describe a round, which may be that of a series as well: "a growth round, its Series D".
	Describes bool

	// Example is a sentence with [ ] around the stage.
	Example string
}

// series reports whether a letter follows the words.
func (w *StageRow) series() bool { return strings.HasSuffix(w.Form, "-") }

// Need is what must stand beside the words of a stage for them to be one.
type Need uint8

const (
	Nothing   Need = iota // the words mean nothing else: "pre-seed"
	Financing             // a word for a financing follows: "bridge round"
	Money                 // a word for a financing or a plus follows, or an amount stands before: "bridge round", "$2M seed"
)

// Stages are the stages that a language tells of.
type Stages struct {
	rows   []StageRow
	forms  []stageForm
	letter *StageRow // what a letter alone means
}

// stageForm is one way to print a stage.
type stageForm struct {
	row   *StageRow
	first lexicon.ID // its first word
	more  []formWord // the others
}

// formWord is a word of a stage and what joins it to the one before.
type formWord struct {
	id     lexicon.ID
	hyphen bool // a hyphen does; else a space or a hyphen
}

// CompileStages returns the stages of rows, whose words lex knows.
func CompileStages(lex *lexicon.Lexicon, rows []StageRow) (*Stages, error) {
	s := &Stages{rows: rows}
	for i := range rows {
		w := &rows[i]
		if w.Letter {
			s.letter = w
		}
		for _, words := range w.Words {
			f := stageForm{row: w}
			for _, joined := range strings.Fields(words) {
				for k, word := range strings.Split(joined, "-") {
					id := lex.Find(word)
					if id == 0 {
						return nil, fmt.Errorf("stage %s: the lexicon has no word %q", w.Form, word)
					}
					if f.first == 0 {
						f.first = id
					} else {
						f.more = append(f.more, formWord{id, k > 0})
					}
				}
			}
			s.forms = append(s.forms, f)
		}
	}
	return s, nil
}

// Parse reads the text form that Stage.String returns; "" is the zero Stage. It returns where the text goes wrong, -1 if nowhere.
func (s *Stages) Parse(text string) (stage Stage, wrong int) {
	if text == "" {
		return Stage{}, -1
	}
	rest := text
	for m := plus; m <= extension; m++ {
		if r, ok := strings.CutSuffix(rest, markForms[m]); ok {
			rest, stage.mark = r, m
			break
		}
	}
	for i := range s.rows {
		w := &s.rows[i]
		tail, ok := strings.CutPrefix(rest, w.Form)
		stage.row = w
		switch {
		case !ok:
		case !w.series():
			if tail == "" {
				return stage, -1
			}
		case tail != "" && 'a' <= tail[0] && tail[0] <= lastLetter:
			stage.letter = tail[0]
			if tail = tail[1:]; tail == "" {
				return stage, -1
			}
			n, err := strconv.ParseUint(tail, 10, 8)
			if err != nil || n == 0 || tail[0] == '0' {
				return Stage{}, len(text) - len(tail)
			}
			stage.number = uint8(n)
			return stage, -1
		}
	}
	return Stage{}, 0
}
