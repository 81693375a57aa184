package discourse

import (
	"testing"

	"example.com/funding/internal/deal"
)

// unsureIn says of all whom sentence sent speaks of that their capitals may mark no name.
func unsureIn(s *scene, sent int) {
	for i := range s.heard[sent] {
		s.heard[sent][i].How |= deal.Unsure
	}
}

// A headline's name that the body does not know yields to whom the body tells the same event of.
func TestHeadlineYields(t *testing.T) {
	const body = ".\n\nOverlook raised $5 million. It is in Porto. Baz raised $6 million."
	headline := func(text string) *scene {
		s := newScene(t, "", text+body).hear(0, "Lamp Maker Overlook")
		unsureIn(s, 0)
		return s
	}
	s := headline("Lamp Maker Overlook Raises $5 Million").tell(0, "Lamp Maker Overlook", money(0))
	s.tell(1, "Overlook", money(1)).tell(3, "Baz", money(2)).want("Overlook | $5 million", "Baz | $6 million")

	// not where the amount is another
	s = headline("Lamp Maker Overlook Raises $7 Million").tell(0, "Lamp Maker Overlook", money(0))
	s.tell(1, "Overlook", money(1)).want("Lamp Maker Overlook | $7 Million", "Overlook | $5 million")

	// nor where the body names it again
	s = headline("Lamp Maker Overlook Raises $5 Million").tell(0, "Lamp Maker Overlook", money(0))
	s.tell(1, "Overlook", money(1)).hear(2, "Lamp Maker Overlook").want("Lamp Maker Overlook | $5 Million", "Overlook | $5 million")

	// nor where its capitals mark a name
	s = newScene(t, "", "Lamp Maker Overlook Raises $5 Million"+body).hear(0, "Lamp Maker Overlook")
	s.tell(0, "Lamp Maker Overlook", money(0)).tell(1, "Overlook", money(1))
	s.want("Lamp Maker Overlook | $5 Million", "Overlook | $5 million")

	// nor where the body tells the like of two
	s = newScene(t, "", "Lamp Maker Overlook Raises $5 Million.\n\nOverlook raised $5 million. Baz raised $5 million.")
	s.hear(0, "Lamp Maker Overlook")
	unsureIn(s, 0)
	s.tell(0, "Lamp Maker Overlook", money(0)).tell(1, "Overlook", money(1)).tell(2, "Baz", money(2))
	s.want("Lamp Maker Overlook | $5 Million", "Overlook | $5 million", "Baz | $5 million")
}

// A headline that only describes its company is of whom the body tells the same event of, not of whom the text speaks of most.
func TestHeadlineDescribes(t *testing.T) {
	s := newScene(t, "", "Lamp Maker Raises $5 Million.\n\nBaz raised $6 million. Overlook raised $5 million.")
	s.tell(0, "it", money(0)).tell(1, "Baz", money(1)).tell(2, "Overlook", money(2))
	s.want("Overlook | $5 million", "Baz | $6 million")
}
