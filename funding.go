package funding

import (
	"fmt"
	"strings"

	"example.com/funding/internal/calendar"
)

// Span is a half-open range of byte offsets in the parsed text: text[Start:End]
// is the evidence as printed. The zero Span means that there is none in the text.
type Span struct {
	Start, End int
}

// IsZero reports whether s marks nothing.
func (s Span) IsZero() bool { return s == Span{} }

// In returns the text that s marks, "" if it does not lie in text.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Document is what a text says: its rounds, and the mentions they were built from.
type Document struct {
	Rounds []Round        // in the order in which the text first tells of them
	Money  []MoneyMention // every amount, in order and without overlap, also those of no round
	Dates  []DateMention  // every time expression, likewise
	Cut    Cut            // what of the text went beyond a bound; zero for every article
	Trace  []Step         // what each frame did, if Parser.Trace was set
}

// Round is one financing event of one company.
type Round struct {
	Company   Entity
	Amount    Amount // what is raised; absent (IsZero) when the text does not say
	Kind      Kind
	Stage     Stage // zero when not stated
	StageSpan Span
	Status    Status
	Investors []Investor // each once, in the order of the text
	Date      Date       // when it took place or was announced, as stated; zero when not
	DateSpan  Span
	Valuation Valuation // of the company in this event
	Total     Amount    // all that the company has raised up to and including this event

	// Confidence is how likely company and amount are right, or company and stage where no amount is stated: a probability
	// from 0 to 1 in thousandths, the same on every platform. Doubts are the reasons why it is not higher.
	Confidence float64
	Doubts     Doubts
}

// Amount is money and where the text prints it.
type Amount struct {
	Money
	Span
}

// IsZero reports whether there is no amount.
func (a Amount) IsZero() bool { return a.Money.IsZero() }

// String returns the amount as Money does.
func (a Amount) String() string { return a.Money.String() }

// Valuation is what a company is worth in a round.
type Valuation struct {
	Amount
	Basis Basis
}

// Basis says whether a valuation counts the new money.
type Basis uint8

const (
	NoBasis Basis = iota // not stated
	Pre                  // pre-money
	Post                 // post-money
)

var basisNames = [...]string{"", "pre", "post"}

// Entity is a company, a fund or a person by the names the text prints.
type Entity struct {
	Name string   // the fullest natural form, without description
	Aka  []string // other forms in the text
	Span          // one place that prints Name
}

// IsZero reports whether the entity has no name.
func (e Entity) IsZero() bool { return e.Name == "" }

// Investor is who puts money into a round.
type Investor struct {
	Entity
	Lead bool // the text says that it leads or co-leads
}

// Kind is the instrument of a round.
type Kind uint8

const (
	Equity Kind = iota
	Debt
	Convertible
	Grant
	Crowdfunding
	Token
	Secondary
	IPO
	PostIPO
)

var kindNames = [...]string{"equity", "debt", "convertible", "grant", "crowdfunding", "token", "secondary", "ipo", "post_ipo"}

// Status tells a round that was raised from one that is planned, rumoured or in
// talks, and from one that came to nothing.
type Status uint8

const (
	Closed Status = iota
	Pending
	Failed
)

var statusNames = [...]string{"closed", "pending", "failed"}

// The enumerations print, and read back, the words of the JSON form.

func (q Qualifier) String() string { return enum(qualifierNames[:], q) }
func (r Role) String() string      { return enum(roleNames[:], r) }
func (k Kind) String() string      { return enum(kindNames[:], k) }
func (s Status) String() string    { return enum(statusNames[:], s) }
func (b Basis) String() string     { return enum(basisNames[:], b) }
func (p Precision) String() string { return enum(precisionNames[:], p) }

func (q Qualifier) MarshalText() ([]byte, error) { return []byte(q.String()), nil }
func (r Role) MarshalText() ([]byte, error)      { return []byte(r.String()), nil }
func (k Kind) MarshalText() ([]byte, error)      { return []byte(k.String()), nil }
func (s Status) MarshalText() ([]byte, error)    { return []byte(s.String()), nil }
func (b Basis) MarshalText() ([]byte, error)     { return []byte(b.String()), nil }
func (d Date) MarshalText() ([]byte, error)      { return []byte(d.String()), nil }

func (q *Qualifier) UnmarshalText(b []byte) error { return unenum(qualifierNames[:], b, q) }
func (r *Role) UnmarshalText(b []byte) error      { return unenum(roleNames[:], b, r) }
func (k *Kind) UnmarshalText(b []byte) error      { return unenum(kindNames[:], b, k) }
func (s *Status) UnmarshalText(b []byte) error    { return unenum(statusNames[:], b, s) }
func (b *Basis) UnmarshalText(t []byte) error     { return unenum(basisNames[:], t, b) }

// UnmarshalText reads what String writes; the error is a *ParseError.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, ok := calendar.ParseISO(string(b))
	if !ok {
		return &ParseError{string(b), 0, "not a date as String writes it"}
	}
	*d = Date(v)
	return nil
}

func enum[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%T(%d)", v, uint8(v))
}

func unenum[T ~uint8](names []string, b []byte, v *T) error {
	for i, n := range names {
		if n == string(b) {
			*v = T(i)
			return nil
		}
	}
	return &ParseError{string(b), 0, "not one of " + strings.Join(names, ", ")}
}
