package discourse

import (
	"testing"

	"example.com/funding/internal/deal"
)

// What is told of a person's last name is of the company that the text speaks of; a name that merely ends alike is a name.
func TestPersons(t *testing.T) {
	s := newScene(t, "", "Baz raised $6 million. Boss Jane Roe is glad. Roe raised $5 million. Oroe raised $7 million.")
	s.hear(0, "Baz").hear(1, "Jane Roe")
	s.heard[1][0].How |= deal.Person
	s.tell(0, "Baz", money(0)).tell(2, "Roe", money(1)).tell(3, "Oroe", money(2))
	s.want("Baz | $6 million", "Baz | $5 million", "Oroe | $7 million")

	// nobody said that she is a person
	s = newScene(t, "", "Baz raised $6 million. Boss Jane Roe is glad. Roe raised $5 million.")
	s.hear(0, "Baz").hear(1, "Jane Roe").tell(0, "Baz", money(0)).tell(2, "Roe", money(1))
	s.want("Baz | $6 million", "Roe | $5 million")
}
