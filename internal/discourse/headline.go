package discourse

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// settleHeadline gives what a headline tells to the company that the body tells it of. Where capitals mark no name, a
// description may be taken into it: "DRONE SURVEYOR OVERLOOK RAISES $5M" is of the company that the body calls Overlook.
// So a name of which the body knows nothing yields to the one that it tells the same event of; so does a description alone.
func (r *Reader) settleHeadline() {
	for i := range r.tellings {
		t := &r.tellings[i]
		if t.Sent != 0 || t.Company.Kind == names.Unnamed || t.Company.Kind == names.Named && (t.of == nil || !r.unsure(t)) {
			continue
		}
		if c := r.sameInBody(t); c != nil && (t.Company.Kind == names.Anaphor || !r.heardAgain(t.of)) {
			t.of = c
		}
	}
}

// unsure reports whether the capitals of t's company, told in the first sentence, may mark no name.
func (r *Reader) unsure(t *telling) bool {
	from, to := r.heardIn(0)
	for k := from; k < to; k++ {
		h, span := &r.Heard[k], t.Company.Span
		if h.How&deal.Unsure == 0 || h.From == h.To {
			continue
		}
		if at := int(r.Mentions.View.Toks[h.From].Start); span.Start <= at && at < span.End {
			return true
		}
	}
	return false
}

// sameInBody returns the company that the body tells the event of t of; nil if it is t's own, nobody or one of several.
func (r *Reader) sameInBody(t *telling) (same *names.Firm) {
	for i := range r.tellings {
		u := &r.tellings[i]
		if u.Sent == 0 || u.of == nil || u.Adds() || !r.likeHeadline(t, u) {
			continue
		}
		if u.of == t.of || same != nil && u.of != same {
			return nil
		}
		same = u.of
	}
	return same
}

// likeHeadline reports whether u states what the headline t does: its amount, or its stage where one of them states no amount.
func (r *Reader) likeHeadline(t, u *telling) bool {
	if t.Money >= 0 && u.Money >= 0 {
		return r.sameAmount(t.Money, u.Money, true)
	}
	return !t.Stage.IsZero() && !u.Stage.IsZero() && t.Stage.Same(u.Stage)
}

// heardAgain reports whether a sentence of the body names the company.
func (r *Reader) heardAgain(c *names.Firm) bool {
	if len(r.HeardAt) < 2 {
		return false
	}
	for k := r.HeardAt[1]; k < int32(len(r.Heard)); k++ {
		if h := &r.Heard[k]; h.From != h.To && r.firmHeard(k, h) == c {
			return true
		}
	}
	return false
}
