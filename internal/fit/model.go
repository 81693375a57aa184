package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"example.com/funding"
	"example.com/funding/internal/confidence"
	"example.com/funding/internal/deal"
)

// model is a table: scores are logarithms of odds, in hundredths.
type model struct {
	base    int
	weights [deal.NumDoubts]int
}

const (
	expected = 0.5 // what a doubt weighs as long as little is known of it
	caution  = 4.0 // how much must be known to say otherwise: the penalty on the square of the difference
	turns    = 400 // of the descent, by which nothing moves any more
)

// prior returns what the weight of d is expected to be. Nearly every amount is printed with a sign that several currencies share.
func prior(d deal.Doubt) float64 {
	if d == deal.CurrencyAssumed {
		return 0
	}
	return expected
}

// coefficients are those of a model before they are rounded.
type coefficients struct {
	base    float64
	weights [deal.NumDoubts]float64
}

// chance returns the probability that o is right.
func (c *coefficients) chance(o *observation) float64 {
	score := c.base
	for d := range deal.NumDoubts {
		if o.doubts.Has(d) {
			score -= c.weights[d]
		}
	}
	return 1 / (1 + math.Exp(-score))
}

// step returns Newton's step of the base, which raises the score of all in list, a subset of what was noted, beside a penalty with
// the slope and curve that are given.
func (c *coefficients) step(list []observation, slope, curve float64) float64 {
	for i := range list {
		o := &list[i]
		p, weight := c.chance(o), float64(o.weight)/100
		slope += weight * (float64(number(o.right)) - p)
		curve += weight * p * (1 - p)
	}
	return max(-1, min(1, slope/curve))
}

// fit finds the weights, none below 0, that make what was noted most likely, with a penalty on those that are unlike what is
// expected. One after the other takes a step of Newton's, in a fixed order, so that the result is the same each time.
func fit(list []observation) model {
	var with [deal.NumDoubts][]observation
	for d := range deal.NumDoubts {
		for _, o := range list {
			if o.doubts.Has(d) {
				with[d] = append(with[d], o)
			}
		}
	}
	var c coefficients
	for range turns {
		for d := range deal.NumDoubts {
			w := &c.weights[d]
			*w = max(0, *w-c.step(with[d], caution*(*w-prior(d)), caution))
		}
		c.base += c.step(list, 0, 1e-9)
	}
	m := model{base: hundredths(c.base)}
	for d, w := range c.weights {
		m.weights[d] = hundredths(w)
	}
	return m
}

func hundredths(x float64) int { return int(math.Round(100 * x)) }

func thousandths(score float64) int {
	return int(math.Round(confidence.Certain / (1 + math.Exp(-score))))
}

// of returns the probability that the model gives, in thousandths.
func (m *model) of(o observation) int {
	score := m.base
	for d := range deal.NumDoubts {
		if o.doubts.Has(d) {
			score -= m.weights[d]
		}
	}
	return confidence.Probability(score)
}

// printFit prints the weights, and how reliable a model is that was fitted to all batches but the one it is asked about.
func printFit(w io.Writer, list []observation, m model) {
	fmt.Fprintf(w, "base %d\n", m.base)
	for d, weight := range m.weights {
		n, wrong := 0, 0
		for _, o := range list {
			if o.doubts.Has(deal.Doubt(d)) {
				n++
				if !o.right {
					wrong++
				}
			}
		}
		fmt.Fprintf(w, "%5d  %-26s %3d rounds, %d wrong\n", -weight, funding.Doubt(d), n, wrong)
	}
	fmt.Fprintln(w, "\nall, by the table fitted to them:")
	printReliability(w, list, m.of)
	var batches []string
	for _, o := range list {
		if !slices.Contains(batches, o.batch) {
			batches = append(batches, o.batch)
		}
	}
	var fresh []scored
	for _, b := range batches {
		var rest, own []observation
		for _, o := range list {
			if o.batch == b {
				own = append(own, o)
			} else {
				rest = append(rest, o)
			}
		}
		left := fit(rest)
		fmt.Fprintf(w, "\n%s, by a table fitted to the others:\n", b)
		printReliability(w, own, left.of)
		for _, o := range own {
			if o.weight == 100 {
				fresh = append(fresh, scored{left.of(o), o.right})
			}
		}
	}
	fmt.Fprintln(w, "\nbatches that count in full, each by a table fitted to the others:")
	printScored(w, fresh)
}

// scored is a round with its confidence, in thousandths.
type scored struct {
	p     int
	right bool
}

func printReliability(w io.Writer, list []observation, of func(observation) int) {
	var all []scored
	for _, o := range list {
		all = append(all, scored{of(o), o.right})
	}
	printScored(w, all)
}

// printScored prints ten bins of equal size, the mean gap between what they promise and what is right, and the rounds at 0.9 and above.
func printScored(w io.Writer, all []scored) {
	if len(all) == 0 {
		fmt.Fprintln(w, "no rounds")
		return
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.p, b.p), cmp.Compare(number(a.right), number(b.right)))
	})
	sure, right, gap, n := 0, 0, 0.0, float64(len(all))
	loss := 0.0
	for _, s := range all {
		p := max(1, min(confidence.Certain-1, float64(s.p))) / confidence.Certain
		if !s.right {
			p = 1 - p
		}
		loss -= math.Log(p) / n
		if s.p >= confidence.Certain*9/10 {
			sure++
			right += number(s.right)
		}
	}
	for size := max(1, len(all)/10); len(all) > 0; {
		bin := all[:min(size, len(all))]
		all = all[len(bin):]
		promised, kept := 0, 0
		for _, s := range bin {
			promised += s.p
			kept += number(s.right)
		}
		a, b := float64(promised)/float64(len(bin))/confidence.Certain, float64(kept)/float64(len(bin))
		gap += math.Abs(a-b) * float64(len(bin))
		fmt.Fprintf(w, "  %.3f promised, %.3f right of %d\n", a, b, len(bin))
	}
	fmt.Fprintf(w, "log loss %.3f, mean gap %.3f; at 0.9 and above %d of %d are right\n", loss, gap/n, right, sure)
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
