package funding

import (
	"encoding/json"
	"iter"
	"math/bits"
	"strings"
)

// Doubt is a reason why company, amount or stage of a round may be read wrongly. Round.Confidence is made of them.
type Doubt uint8

// The doubts, in the order in which Doubts.All yields them. docs/confidence.md has an example of each.
const (
	CompanyByReference  Doubt = iota // the text tells it of "it" or "the company", never of the name
	CompanyFar                       // and the sentences just before do not print the name
	CompanyByTopic                   // nothing says whose it is but what the text is about
	CompanyBounds                    // the full name stands only where capitals mark no names, as in a headline in Title Case
	CompanyCommonWords               // the name is made of common words
	CompanyDescribed                 // the same, and a word in it says what somebody is rather than who: "Swiss", "Startup"
	CompanyMayInvest                 // the name is like those of investors, or the company gives to another
	CompanyNamedOnce                 // a text of several sentences prints the name once
	CompanyInPassing                 // the text is about somebody else
	SeveralCompanies                 // the text tells of rounds of several companies
	AmountMissing                    // no amount is stated
	FiguresMissing                   // neither amount nor stage is stated
	CurrencyAssumed                  // the sign is that of several currencies, as MoneyMention.Assumed says
	AmountInexact                    // the amount has a qualifier: "about", "up to", a range
	AmountUnusual                    // the amount is under 100,000, or a billion and more
	AmountsDiffer                    // the text prints the amount with other digits, or in another currency, as well
	AmountOfAnother                  // a round of another company in the text has the same amount
	AmountMayBeTotal                 // it may be all that was raised so far: "has raised $5M"
	EventMergedByAmount              // told in two places, which only the amount joins: not both name the company
	EventMayBeAnother                // the text tells of another round of the company at the same time, which may be the same one
	EventByDetail                    // the text never says that it happened, but something of it: who led it, what it was for
	EventByNoun                      // no verb tells of it: "its $5M seed round"
	EventFromTable                   // a table or a card tells of it
	EventEarlier                     // it is told as an earlier one
	EventNotClosed                   // it is planned, rumoured, or came to nothing
	EventLate                        // the text first tells of it after ten sentences
	EventToldOnce                    // a text of several sentences tells of it once
	KindUnusual                      // the money is no equity: debt, a grant, an IPO
	InvestorsMissing                 // no investor is named
)

var doubtNames = [...]string{
	"company-by-reference",
	"company-far",
	"company-by-topic",
	"company-bounds",
	"company-common-words",
	"company-described",
	"company-may-invest",
	"company-named-once",
	"company-in-passing",
	"several-companies",
	"amount-missing",
	"figures-missing",
	"currency-assumed",
	"amount-inexact",
	"amount-unusual",
	"amounts-differ",
	"amount-of-another",
	"amount-may-be-total",
	"event-merged-by-amount",
	"event-may-be-another",
	"event-by-detail",
	"event-by-noun",
	"event-from-table",
	"event-earlier",
	"event-not-closed",
	"event-late",
	"event-told-once",
	"kind-unusual",
	"investors-missing",
}

func (d Doubt) String() string { return enum(doubtNames[:], d) }

func (d Doubt) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

func (d *Doubt) UnmarshalText(b []byte) error { return unenum(doubtNames[:], b, d) }

// Doubts is a set of doubts. In JSON it is a list of their names.
type Doubts uint64

// DoubtsOf returns the set of the doubts in list.
func DoubtsOf(list ...Doubt) (s Doubts) {
	for _, d := range list {
		s |= 1 << d
	}
	return s
}

// Has reports whether d is in the set.
func (s Doubts) Has(d Doubt) bool { return s>>d&1 != 0 }

// HasAny reports whether one of the doubts of other is in the set.
func (s Doubts) HasAny(other Doubts) bool { return s&other != 0 }

// Len returns how many doubts are in the set.
func (s Doubts) Len() int { return bits.OnesCount64(uint64(s)) }

// All yields the doubts of the set, in the order of the constants.
func (s Doubts) All() iter.Seq[Doubt] {
	return func(yield func(Doubt) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(Doubt(bits.TrailingZeros64(uint64(s)))) {
				return
			}
		}
	}
}

// String returns the names of the doubts with commas between them.
func (s Doubts) String() string {
	var names []string
	for d := range s.All() {
		names = append(names, d.String())
	}
	return strings.Join(names, ", ")
}

func (s Doubts) MarshalJSON() ([]byte, error) {
	list := []Doubt{}
	for d := range s.All() {
		list = append(list, d)
	}
	return json.Marshal(list)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Doubts) UnmarshalJSON(data []byte) error {
	var list []Doubt
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	*s = DoubtsOf(list...)
	return nil
}
