// Package confidence says how likely an event is read rightly, from the doubts that there are of it.
//
// Each doubt has a weight, fitted on labelled texts by internal/fit: how much it lowers the logarithm of the odds, in hundredths. No
// doubt raises them. What is left is looked up in a table of probabilities. All of it is integers, so that
// every machine says the same.
package confidence

import "example.com/funding/internal/deal"

// Certain is the probability of what is certain.
const Certain = 1000

const (
	Step = 5   // of the score, from one entry of the table of probabilities to the next
	Most = 600 // the highest score in the table; the lowest is its negative
)

// Of returns the probability, in thousandths, that an event of which there are these doubts is read rightly.
func Of(s deal.Doubts) int { return Probability(score(s)) }

// score returns the logarithm of the odds, in hundredths.
func score(s deal.Doubts) int {
	sum := base
	for d, w := range weights {
		if s.Has(deal.Doubt(d)) {
			sum -= int(w)
		}
	}
	return sum
}

// Probability returns the probability, in thousandths, that belongs to a score.
func Probability(score int) int {
	return int(probabilities[(min(max(score, -Most), Most)+Most+Step/2)/Step])
}
