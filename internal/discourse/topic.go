package discourse

import (
	"math"
	"slices"
	"sort"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
	"example.com/funding/internal/reuse"
)

// topic is whom the text is about: one company as a whole, and, from sentence to sentence, whom it speaks of just then.
type topic struct {
	main       *names.Firm
	focus      []*names.Firm // of each sentence, as far as it was asked for: what "the company" after it means
	unfocused  int           // sentences since the last of focus was spoken of
	headings   []*names.Firm // of each of Topics, as far as they were asked for
	candidates []candidate
}

// candidate is somebody whom the text may be about.
type candidate struct {
	form   int32
	name   names.Name
	weight int
	again  int  // how often it was named, beyond the first time
	signs  uint // the rows of topicSigns that have spoken, a bit each
}

// appearance is a candidate as one sentence names it, or as a telling speaks of it.
type appearance struct {
	sent int
	*deal.Heard
	*candidate
}

// topicSigns weigh what a text shows of somebody whom it names. Each counts once for a candidate. The examples are those of signs.
var topicSigns = [...]topicSign{
	{"the subject of the headline or the first sentence", 6, func(a *appearance) bool { return a.sent == 0 && a.Subject },
		"Larkfield sells lamps. Whimbrel, a maker of lamps, likes them.\n\nIt is dark.\n\nThe company raised $5 million. => Larkfield | 5000000 USD"},
	{"named there", 2, func(a *appearance) bool { return a.sent == 0 },
		"It was Larkfield that met Whimbrel in Porto. The company raised $5 million. => Larkfield | 5000000 USD"},
	{"the subject of the sentence after it", 4, func(a *appearance) bool { return a.sent == 1 && a.Subject },
		"They like lamps in Porto. Larkfield sells lamps. The company raised $5 million. => Larkfield | 5000000 USD"},
	{"said to be a company", 4, func(a *appearance) bool { return a.How&deal.Described != 0 },
		"Whimbrel likes Porto. Sundew, a maker of lamps, likes it too, and Sundew is there.\n\nIt is dark.\n\n" +
			"The company raised $5 million. => Sundew | 5000000 USD"},
	{"named again", 2, func(a *appearance) bool { return a.again == 1 },
		"It is dark in Porto. It was Larkfield that sold lamps. It was they who met Larkfield. The company raised $5 million. => " +
			"Larkfield | 5000000 USD"},
	{"a rival of another", -6, func(a *appearance) bool { return a.How&deal.Rival != 0 },
		"Its rival Whimbrel likes Porto. Larkfield, a maker of lamps, sells them there.\n\nIt is dark.\n\n" +
			"The company raised $5 million. => Larkfield | 5000000 USD"},
	{"an investor by its name", -6, func(a *appearance) bool { return a.How&deal.Investing != 0 },
		"Onyx Capital opens in Porto. It has money for the startup Larkfield. The company raised $5 million. => Larkfield | 5000000 USD"},
	{"a person", -20, func(a *appearance) bool { return a.How&deal.Person != 0 },
		"Chief executive Ann Roe opens a shop for Larkfield in Porto. The company raised $5 million. => Larkfield | 5000000 USD"},
}

// topicSign is a row of topicSigns; tests run its example.
type topicSign struct {
	name    string
	weight  int
	when    func(a *appearance) bool
	example string
}

// What tellings say of a candidate.
const (
	toldOf   = 5  // an event is told of it by name
	givesTo  = -8 // it gives to another
	enough   = 7  // the least weight of whom a text is about
	little   = 2  // that of whom it may be about, if it tells of nobody else
	maxNamed = 32 // how many names are weighed
)

// openingSents is how many sentences at the beginning of a text say whom it is about.
const openingSents = 6

// findTopic enters the companies that are told of or defined, and finds the one that the text is about.
func (r *Reader) findTopic() {
	r.findPersons()
	for i := range r.tellings {
		t := &r.tellings[i]
		if t.Company.Kind == names.Named && r.person(&t.Company) {
			t.Company = names.Name{Kind: names.Anaphor}
		}
		if t.Company.Kind == names.Named {
			t.of = r.Names.Know(&t.Company)
		}
	}
	for i := range r.Defined {
		r.Names.Know(&r.Defined[i])
	}
	r.settleHeadline()  // else its wrong name would be the topic
	if !r.asksTopic() { // most short texts
		r.topic.main = r.firstKnown()
		return
	}
	best := r.weightiest()
	if best == nil || best.weight < enough {
		if r.topic.main = r.firstKnown(); r.topic.main != nil || best != nil && best.weight < little {
			best = nil
		}
	}
	if best != nil {
		r.topic.main = r.Names.Know(&best.name)
	}
	if r.Names.Forgets() { // so many that names are forgotten, which is counted
		r.focusAll()
	}
}

// short is how many sentences a text has at most that need not be asked how else it names its company.
const short = 2

// asksTopic reports whether it may matter whom the text is about: it may print a longer name of the company, a telling does not say
// whose it is, or may count all that was raised.
func (r *Reader) asksTopic() bool {
	return len(r.HeardAt) > short || slices.ContainsFunc(r.tellings, func(t telling) bool { return t.of == nil || t.Strength == deal.Perhaps })
}

// firstKnown returns the first company that an event is told of, else the first known, else the subject of the first sentence.
func (r *Reader) firstKnown() *names.Firm {
	for i := range r.tellings {
		if t := &r.tellings[i]; t.of != nil && !t.Adds() {
			return t.of
		}
	}
	if known := r.Names.Firms(); len(known) > 0 {
		return known[0]
	}
	if r.Opening.Kind == names.Named {
		return r.Names.Know(&r.Opening)
	}
	return nil
}

// weightiest returns the candidate that speaks most for being whom the text is about, the first if there are several; nil if there is none.
func (r *Reader) weightiest() *candidate {
	t := &r.topic
	t.candidates = reuse.Emptied(t.candidates)
	for i := 0; i < len(r.HeardAt) && i < openingSents; i++ {
		from, to := r.heardIn(i)
		for k := from; k < to; k++ {
			if h := &r.Heard[k]; h.From != h.To {
				r.weighHeard(i, k, h)
			}
		}
	}
	for i := range t.candidates {
		if c := &t.candidates[i]; c.weight+toldOf >= enough {
			r.weighTold(c)
		}
	}
	var best *candidate
	for i := range t.candidates {
		if c := &t.candidates[i]; best == nil || c.weight > best.weight {
			best = c
		}
	}
	return best
}

// weighHeard weighs what sentence i shows of h, number k of Heard.
func (r *Reader) weighHeard(i int, k int32, h *deal.Heard) {
	c := r.candidate(k, h)
	if c == nil {
		return
	}
	if i > 1 && h.How == 0 && c.again != 1 {
		return // most: nothing new is shown
	}
	a := appearance{i, h, c}
	for n := range topicSigns {
		if s := &topicSigns[n]; c.signs>>n&1 == 0 && (s.weight < 0 || h.How&deal.Unsure == 0) && s.when(&a) {
			c.weight += s.weight
			c.signs |= 1 << n
		}
	}
}

// candidate returns the candidate that h, number k of Heard, names; nil if there are too many.
func (r *Reader) candidate(k int32, h *deal.Heard) *candidate {
	t, v := &r.topic, &r.Mentions.View
	n := names.Name{Kind: names.Named, Text: v.Even(h.From, h.To), Span: v.Bytes(int(h.From), int(h.To))}
	for i := range t.candidates {
		if c := &t.candidates[i]; c.name.Text == n.Text { // most
			c.again++
			return c
		}
	}
	form := r.formHeard(k, h)
	for i := range t.candidates {
		if c := &t.candidates[i]; r.Names.Same(c.form, form) {
			c.again++
			return c
		}
	}
	if len(t.candidates) == maxNamed {
		return nil
	}
	t.candidates = append(t.candidates, candidate{form: form, name: n})
	return &t.candidates[len(t.candidates)-1]
}

// weighTold weighs what the tellings say of c: whether an event is told of it, and whether it gives.
func (r *Reader) weighTold(c *candidate) {
	told, gives := false, false
	for i := range r.tellings {
		t := &r.tellings[i]
		told = told || t.of != nil && !t.Adds() && r.Names.GoesBy(t.of, c.form)
		for g := range t.Givers {
			gives = gives || r.Names.Same(r.Names.FormOf(&t.Givers[g].Name), c.form)
		}
	}
	if told {
		c.weight += toldOf
	}
	if gives {
		c.weight += givesTo
	}
}

// maxUnfocused is how many sentences a company that the text speaks of in passing is kept in mind.
const maxUnfocused = 4

// focusAfter returns the company that "the company" means in the sentence after number i. Sentences are asked whom they
// are about up to the last one that matters: of many texts none does.
func (r *Reader) focusAfter(i int) *names.Firm {
	t := &r.topic
	for k := len(t.focus); k <= i; k++ {
		var last *names.Firm
		if k > 0 {
			last = t.focus[k-1]
		}
		if last != t.main || len(r.Names.Firms()) > 1 || len(r.Topics) > 0 { // else nobody else can be meant
			last = r.focusOn(k, last)
		}
		t.focus = append(t.focus, last)
	}
	return t.focus[i]
}

// focusAll does what focusAfter does for all sentences.
func (r *Reader) focusAll() { r.focusAfter(len(r.Mentions.Sents) - 1) }

// focusOn returns the company that "the company" means after sentence i, where last is that before it.
func (r *Reader) focusOn(i int, last *names.Firm) *names.Firm {
	t := &r.topic
	// whom a text speaks of in passing is forgotten at the next paragraph, or after a while
	if t.unfocused++; last != t.main && (r.sentence(i).Para || t.unfocused > maxUnfocused) {
		last = nil
		if t.main != nil && t.main.Names[0].Span.Start < int(r.Mentions.Toks[r.sentence(i).From].Start) {
			last = t.main
		}
		if c := r.headed(i + 1); c != nil {
			last = c
		}
	}
	if c := r.headed(i + 1); c != r.headed(i) {
		if last, t.unfocused = c, 0; c == nil {
			last = t.main
		}
	}
	if c := r.about(i, math.MaxInt32, nil); c != nil {
		last, t.unfocused = c, 0
	}
	return last
}

// headed returns the company that a heading says sentence i to be about; nil if none does.
func (r *Reader) headed(i int) *names.Firm {
	if i < 0 || i >= len(r.Mentions.Sents) || len(r.Topics) == 0 {
		return nil
	}
	s := r.sentence(i)
	k := sort.Search(len(r.Topics), func(k int) bool { return r.Topics[k].From >= s.To }) - 1
	if k < 0 || r.Topics[k].To <= s.From {
		return nil
	}
	h := &r.topic.headings[k]
	if *h == nil {
		*h = r.Names.Know(&r.Topics[k].Name)
	}
	return *h
}
