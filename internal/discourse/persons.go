package discourse

import (
	"strings"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// maxPersons is how many persons of a text are kept in mind.
const maxPersons = 32

// findPersons notes who is said to be a person: "chief executive Jane Roe".
func (r *Reader) findPersons() {
	for k := range r.Heard {
		if h := &r.Heard[k]; h.How&deal.Person != 0 && h.From != h.To && len(r.persons) < maxPersons {
			r.persons = append(r.persons, r.Mentions.View.Even(h.From, h.To))
		}
	}
}

// person reports whether n is the last name of a person of the text: what "Roe" raised is of the company that the text speaks of.
func (r *Reader) person(n *names.Name) bool {
	for _, p := range r.persons {
		if rest, ok := strings.CutSuffix(p, n.Text); ok && strings.HasSuffix(rest, " ") {
			return true
		}
	}
	return false
}
