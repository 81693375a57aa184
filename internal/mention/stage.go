package mention

import "strconv"

// Stage is the stage of a round as printed; the zero Stage is none. Its text form is "seed", "pre-series-a", "series-b",
// "series-b+", "series-a1", "series-a-extension": that of its row, the letter, the number and the mark.
type Stage struct {
	row    *StageRow // of the one table; a text may print many stages, so that a pointer is all there is room for
	letter byte      // 'a'..'k' of a series, else 0
	number uint8     // of "Series A1"
	mark   stageMark
}

// stageMark tells a second close of a round from the first.
type stageMark uint8

const (
	plain stageMark = iota
	plus
	extension
)

// markForms are the marks in text forms.
var markForms = [...]string{plain: "", plus: "+", extension: "-extension"}

// lastLetter is that of the last series there is.
const lastLetter = 'k'

// IsZero reports whether no stage is stated.
func (s Stage) IsZero() bool { return s == Stage{} }

// String returns the text form of s, "" for none.
func (s Stage) String() string {
	if s.IsZero() {
		return ""
	}
	text := s.row.Form
	if s.letter != 0 {
		text += string(rune(s.letter))
	}
	if s.number != 0 {
		text += strconv.Itoa(int(s.number))
	}
	return text + markForms[s.mark]
}

// Same reports whether s and o are the same stage but for marks and numbers.
func (s Stage) Same(o Stage) bool { return s.row == o.row && s.letter == o.letter }

// Agrees reports whether s and o can be stages of one round: they are the same, or one only describes it, "growth" beside "Series D".
func (s Stage) Agrees(o Stage) bool {
	return s.Same(o) || s.row.Describes && o.lettered() || o.row.Describes && s.lettered()
}

// lettered reports whether s is a series.
func (s Stage) lettered() bool { return s.letter != 0 && !s.row.Early }

// Describes reports whether the stage only describes a round, which may be that of a series: "growth".
func (s Stage) Describes() bool { return s.row != nil && s.row.Describes }

// Extended returns s as an extension of its round, if it is that of a series and nothing is printed of a second close.
func (s Stage) Extended() Stage {
	if s.mark == plain && s.lettered() {
		s.mark = extension
	}
	return s
}

// Unmarked reports whether nothing is printed of a second close: "Series A", not "Series A1" or "Series A extension".
func (s Stage) Unmarked() bool { return s.mark == plain && s.number == 0 }

// BeforeSeries reports whether the stage comes before every series: "seed", "pre-Series A".
func (s Stage) BeforeSeries() bool { return s.row != nil && s.row.Early }
