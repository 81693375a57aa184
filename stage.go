package funding

import "example.com/funding/internal/mention"

// Stage is the stage of a round as printed; the zero Stage is none. Its text
// form is "seed", "pre-series-a", "series-b", "series-b+", "series-a1", "series-a-extension".
type Stage struct{ s mention.Stage }

// IsZero reports whether no stage is stated.
func (s Stage) IsZero() bool { return s == Stage{} }

// String returns the text form of s, "" for none.
func (s Stage) String() string { return s.s.String() }

// ParseStage reads the text form that String returns; "" is the zero Stage. The error is a *ParseError.
func ParseStage(text string) (Stage, error) {
	s, wrong := spoken().Mentions.Stages.Parse(text)
	if wrong >= 0 {
		return Stage{}, &ParseError{text, wrong, "not a stage"}
	}
	return Stage{s}, nil
}

// Equal reports whether s and o are the same stage, marks and numbers included.
func (s Stage) Equal(o Stage) bool { return s == o }

// MarshalText implements encoding.TextMarshaler.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Stage) UnmarshalText(b []byte) (err error) {
	*s, err = ParseStage(string(b))
	return err
}
