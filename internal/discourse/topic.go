package discourse

import (
	"math"
	"sort"

	"example.com/funding/internal/names"
)

// topic is whom the text is about: one company as a whole, and, from sentence to sentence, whom it speaks of just then.
type topic struct {
	main      *names.Firm
	focus     []*names.Firm // of each sentence, as far as it was asked for: what "the company" after it means
	headings  []*names.Firm // of each of Topics, as far as they were asked for
	unfocused int           // sentences since the last of focus was spoken of
}

// maxUnfocused is how many sentences a company that the text speaks of in passing is kept in mind.
const maxUnfocused = 4

// findTopic enters the companies that are told of or defined, and finds the one that the text is about: the first that an event is
// told of, else the first defined, else the subject of the first sentence.
func (r *Reader) findTopic() {
	t := &r.topic
	for i := range r.tellings {
		if e := &r.tellings[i]; e.Company.Kind == names.Named {
			e.of = r.Names.Know(&e.Company)
			if t.main == nil && !e.Adds() {
				t.main = e.of
			}
		}
	}
	for i := range r.Defined {
		c := r.Names.Know(&r.Defined[i])
		if t.main == nil {
			t.main = c
		}
	}
	switch {
	case t.main != nil:
	case len(r.Names.Firms()) > 0:
		t.main = r.Names.Firms()[0]
	case r.Opening.Kind == names.Named:
		t.main = r.Names.Know(&r.Opening)
	}
	if r.Names.Forgets() { // so many that names are forgotten, which is counted
		r.focusAll()
	}
}

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
