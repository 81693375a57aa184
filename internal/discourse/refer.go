package discourse

import (
	"math"

	"example.com/funding/internal/names"
)

// refer says for every telling that points back which company it is of.
func (r *Reader) refer() {
	for i := range r.tellings {
		if t := &r.tellings[i]; t.Company.Kind == names.Anaphor {
			t.of = r.antecedent(t)
		}
	}
}

// antecedent returns the company that a telling's "it" or "the company" stands for: whom its sentence spoke of before,
// who says it, whom the sentences before it spoke of, and else whom the text is about.
func (r *Reader) antecedent(t *telling) *names.Firm {
	if c := r.about(t.Sent, t.Node, t); c != nil {
		return c
	}
	if t.Speaker.Kind == names.Named {
		r.focusAll() // on those known so far
		return r.Names.Know(&t.Speaker)
	}
	if t.Sent > 0 {
		if c := r.focusAfter(t.Sent - 1); c != nil && !r.gives(c, t) {
			return c
		}
	}
	return r.topic.main
}

// near returns the company that t is of or, if nothing says which, that its sentence speaks of, or the one before it.
func (r *Reader) near(t *telling) *names.Firm {
	if t.of != nil {
		return t.of
	}
	if c := r.about(t.Sent, math.MaxInt32, t); c != nil {
		return c
	}
	if t.Sent > 0 {
		return r.focusAfter(t.Sent - 1)
	}
	return nil
}
