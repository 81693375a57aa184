package discourse

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// heardIn returns where those whom sentence i speaks of begin and end in Heard.
func (r *Reader) heardIn(i int) (from, to int32) {
	if from, to = r.HeardAt[i], int32(len(r.Heard)); i+1 < len(r.HeardAt) {
		to = r.HeardAt[i+1]
	}
	return from, to
}

// about returns the known company that sentence i is about, up to node end: a subject before others.
// Companies that give in t, if t is not nil, are passed over.
func (r *Reader) about(i, end int, t *telling) *names.Firm {
	var other *names.Firm
	back := false
	from, to := r.heardIn(i)
	for k := from; k < to; k++ {
		h := &r.Heard[k]
		if int(h.Node) >= end {
			break
		}
		if h.From == h.To {
			back = true
			continue
		}
		c := r.firmHeard(k, h)
		if c == nil || t != nil && r.gives(c, t) || h.How&deal.Rival != 0 && !r.toldOf(c) {
			continue // a rival that no event is told of is named in passing
		}
		if h.Subject {
			return c
		}
		if other == nil {
			other = c
		}
	}
	if back {
		return nil // "the company" is its subject: whom the text spoke of before
	}
	return other
}

// namesOthers reports whether the sentence of t names anybody who does not give in t.
func (r *Reader) namesOthers(t *telling) bool {
	from, to := r.heardIn(t.Sent)
	for k := from; k < to; k++ {
		h := &r.Heard[k]
		if h.From == h.To {
			continue
		}
		form := r.formHeard(k, h)
		if !slices.ContainsFunc(t.Givers, func(g deal.Giver) bool { return r.Names.Same(r.Names.FormOf(&g.Name), form) }) {
			return true
		}
	}
	return false
}

// toldOf reports whether a telling names the company.
func (r *Reader) toldOf(c *names.Firm) bool {
	return slices.ContainsFunc(r.tellings, func(t telling) bool { return t.of == c && t.Company.Kind == names.Named })
}

// firmHeard returns the known company that h, number k of Heard, names; nil if it names none.
func (r *Reader) firmHeard(k int32, h *deal.Heard) *names.Firm {
	v := &r.Mentions.View
	if !r.Names.MayKnow(v.Text[v.Toks[h.From].Start]) {
		return nil // no known company's name begins so
	}
	return r.Names.Find(r.formHeard(k, h))
}

// formHeard returns the number of the form of the name that h, number k of Heard, is.
func (r *Reader) formHeard(k int32, h *deal.Heard) int32 {
	if r.forms[k] == 0 {
		r.forms[k] = r.Names.Form(r.Mentions.View.Even(h.From, h.To)) + 1
	}
	return r.forms[k] - 1
}

// gives reports whether the company is among the givers of t.
func (r *Reader) gives(c *names.Firm, t *telling) bool {
	letters := r.Names.LettersOfFirm(c)
	for i := range t.Givers {
		if n := &t.Givers[i].Name; r.Names.LettersOf(n)&letters != 0 && r.Names.GoesBy(c, r.Names.FormOf(n)) {
			return true
		}
	}
	return false
}
