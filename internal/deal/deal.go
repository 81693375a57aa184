// Package deal says what a text can tell of a deal: the telling of one clause, list item or row of a table,
// and the kinds, times and roles that it is told with.
package deal

import (
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
	"example.com/funding/internal/token"
)

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

// Basis says whether a valuation counts the new money.
type Basis uint8

const (
	NoBasis Basis = iota
	Pre
	Post
)

// Role says what an amount in the text is.
type Role uint8

const (
	Other       Role = iota
	Raised           // raised in a financing event
	Total            // raised by a company so far
	Valuation        // what a company is worth
	Fund             // the size of an investor's own fund
	Acquisition      // the price of a company
	Revenue          // sales, profits, losses
)

// Strength says how much a telling claims.
type Strength uint8

const (
	Event    Strength = iota // an event of its own: "raised $5M"
	Hint                     // a verb that may tell of one, and nothing else: "closed the year"; dropped unless another telling says more
	Perhaps                  // an event, or all that was raised so far: "has raised $5M"
	Supports                 // more of an event that is told elsewhere: "The round was led by Foo"
	SoFar                    // only how much was raised so far: "has raised $5M to date"
)

// Time is where the event stands, seen from the text.
type Time uint8

const (
	Now     Time = iota // it has just happened, or nothing says when
	Earlier             // told as an earlier one: "after raising $5M in 2019"
	Hoped               // planned at an earlier time: "was seeking $5M"
	Planned             // planned, in talks, rumoured
	Failed              // it came to nothing
)

// Form is how the text speaks of the event.
type Form uint8

const (
	Told       Form = iota // a verb or a row tells it: "raised a Series A"
	Definite               // a phrase points to it: "the $5M Series A"
	Indefinite             // a phrase names it: "a $5M Series A", "Series A"
)

// Claim is what a telling claims of its event.
type Claim struct {
	Strength Strength
	Time     Time
	Form     Form
}

// Giver is who puts money into an event.
type Giver struct {
	Name names.Name
	Lead bool
}

// Telling is what one clause, list item or row tells of a deal. It is decided from that clause and its heading alone.
type Telling struct {
	Row     string        // of the table of meanings: a label for traces, which nobody compares
	Sent    int           // number of the sentence
	Pos     int           // byte offset of the evidence, for order
	Heading int           // number of the sentence that is its heading, -1 if there is none
	Company names.Name    // who receives: a name, or a phrase that points back, or nobody
	Node    int           // of the sentence: the phrases from here on stand after Company
	Speaker names.Name    // who says it, if Company is a pronoun: "Foo announced that it has raised"
	Money   int32         // number of the amount raised, -1 if none
	Value   int32         // number of the amount that the company is worth, -1 if none
	Total   int32         // number of the amount raised so far, -1 if none
	Date    int32         // number of the date, -1 if none
	Stage   mention.Stage // zero if none
	StageAt token.Span    // where Stage is printed
	Basis   Basis
	Kind    Kind
	Givers  []Giver

	Newest    bool // a word says that it is the newest of several: "the new round"
	Extension bool // it extends an earlier round
	Completes bool // its verb may complete a round: "to complete its $24M Series C"
	Mixed     bool // equity and debt in one
	Those     bool // its givers are those whom the sentence before means without naming them: "They include Foo"
	Claim
}

// Heard is a noun phrase that names somebody, or that points back.
type Heard struct {
	From, To int32 // tokens of the name; the same for "the company"
	Node     int32
	Subject  bool // it is the subject of a clause
	How      How
}

// How is what a sentence shows of somebody whom it names.
type How uint8

const (
	Described How = 1 << iota // it is said to be a company: "the startup Foo", "Foo, a maker of bar", "an app called Foo"
	Person                    // a title says that it is a person: "chief executive Jane Roe"
	Rival                     // it is named beside another company: "its rival Foo"
	Investing                 // the name is one of investors: "Foo Capital"
	Unsure                    // its capitals may mark no name: in a headline in Title Case, or those of a common word that opens a sentence
)

// Adds reports whether the telling adds to an event that is told elsewhere, and makes none by itself.
func (t *Telling) Adds() bool { return t.Strength == Supports || t.Strength == SoFar }

// Leads reports whether one of the givers leads.
func Leads(givers []Giver) bool {
	for i := range givers {
		if givers[i].Lead {
			return true
		}
	}
	return false
}
