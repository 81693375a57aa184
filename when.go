package funding

import (
	"slices"

	"example.com/funding/internal/mention"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// hasDate reports whether a time is among the sentence's units.
func (r *reader) hasDate() bool {
	end := r.S.Elems[len(r.S.Elems)-1].To
	for k := r.first; k < len(r.ps.Units) && r.ps.Units[k].From < end; k++ {
		if r.ps.Units[k].Kind == mention.DateUnit {
			return true
		}
	}
	return false
}

// previousValue reports whether the words before element i tell of an earlier valuation, whose date it is.
func (r *reader) previousValue(i int) bool {
	if r.S.Class&lexicon.Valuenoun == 0 {
		return false
	}
	value := false
	for j := i - 1; j >= 0 && j > i-9; j-- {
		e := &r.S.Elems[j]
		if e.Is(lexicon.Valuenoun) && e.Unit < 0 {
			value = true
		}
		switch r.FirstID(j) {
		case lexicon.WordPrevious, lexicon.WordPrior, lexicon.WordLast:
			if value {
				return true
			}
		}
	}
	return false
}

// whenAfter returns the event of the clause that "when" joins to the date at element i: "in the third quarter of 2018, when Foo took".
func (r *reader) whenAfter(i int) *event {
	j := i + 1
	if j < len(r.S.Elems) && r.S.Elems[j].Cat == grammar.Comma {
		j++
	}
	if j >= len(r.S.Elems) || r.S.Elems[j].Cat != grammar.Sub || r.FirstID(j) != lexicon.WordWhen {
		return nil
	}
	pos := int(r.ps.Toks[r.S.Elems[j].From].Start)
	for _, e := range r.mine {
		if e.pos >= pos {
			return e
		}
	}
	return nil
}

// dated returns the event that the date at element i belongs to: that of the verb nearest before or after it in the same stretch.
func (r *reader) dated(i int) *event {
	pos := int(r.ps.Toks[r.S.Elems[i].From].Start)
	if j := i + 1; j < len(r.S.Elems) && (r.S.Elems[j].Cat == grammar.Verb || r.S.Elems[j].Cat == grammar.Aux) {
		// "Foo today announced": the verb after it
		for ; j < len(r.S.Elems) && r.S.Elems[j].Cat != grammar.Verb; j++ {
		}
		if j < len(r.S.Elems) && other(r.S.Elems[j].Verb) {
			return nil
		}
		for _, e := range r.mine {
			if e.pos >= pos {
				return e
			}
		}
	}
	if e := r.whenAfter(i); e != nil {
		return e
	}
	if i > 0 && (r.S.Elems[i-1].Cat == grammar.Conj || r.S.Elems[i-1].Cat == grammar.Sub) {
		// "…, and today it announced": a new clause begins with the date
		for j := i + 1; j < len(r.S.Elems) && j < i+8; j++ {
			if c := r.S.Elems[j].Cat; c == grammar.Comma || c == grammar.Prep {
				break
			} else if c == grammar.Verb {
				for _, e := range r.mine {
					if e.pos >= pos && !other(r.S.Elems[j].Verb) {
						return e
					}
				}
				break
			}
		}
	}
	// a verb that is about something else than a deal takes the date: "founded in 2013"
	verb := -1
	for j := i - 1; j >= 0; j-- {
		c := r.S.Elems[j].Cat
		if c == grammar.Verb {
			verb = j
			break
		}
		if c == grammar.Semi || c == grammar.Stop {
			break
		}
	}
	if verb < 0 {
		// before every verb: "On Tuesday, Foo announced"
		return r.mine[0]
	}
	if e := r.leadsTo(i, pos); e != nil {
		return e
	}
	v := r.S.Elems[verb].Verb
	if other(v) || v == lexicon.LemmaReport || v == lexicon.LemmaWrite {
		return nil // "Bloomberg reported on Monday"
	}
	var best *event
	for _, e := range r.mine {
		if e.pos <= pos && (best == nil || e.pos > best.pos) {
			best = e
		}
	}
	if best == nil && (r.S.Elems[verb].Is(lexicon.Say) || v == lexicon.LemmaEmerge || v == lexicon.LemmaExit || v == lexicon.LemmaBring) {
		return r.mine[0] // "said on Monday that it had raised"
	}
	return best
}

// leadsTo returns the event that the words right after the date at element i tell of:
// "was hatched in 2018 with $3.5 million", "signed on Tuesday to invest".
func (r *reader) leadsTo(i, pos int) *event {
	if i+2 >= len(r.S.Elems) {
		return nil
	}
	next, then := &r.S.Elems[i+1], &r.S.Elems[i+2]
	if with := next.Cat == grammar.Prep && r.FirstID(i+1) == lexicon.WordWith && then.Unit >= 0; !with && next.Cat != grammar.To {
		return nil
	}
	for _, e := range r.mine {
		if e.pos >= pos && e.pos <= int(r.ps.Toks[then.To-1].End) {
			return e
		}
	}
	return nil
}

// other lists verbs whose dates are not those of a round.
func other(verb uint16) bool {
	switch verb {
	case lexicon.LemmaFound, lexicon.LemmaLaunch, lexicon.LemmaStart, lexicon.LemmaEstablish, lexicon.LemmaCreate, lexicon.LemmaBegin, lexicon.LemmaBase, lexicon.LemmaJoin,
		lexicon.LemmaGrow, lexicon.LemmaExpand, lexicon.LemmaOpen, lexicon.LemmaBuild, lexicon.LemmaAcquire, lexicon.LemmaPlan, lexicon.LemmaExpect, lexicon.LemmaIncorporate, lexicon.LemmaUse:
		return true
	}
	return false
}

// settleDates gives each event of the sentence the time that its clause or the clause of announcing states.
func (r *reader) settleDates() {
	if len(r.mine) == 0 || !r.hasDate() {
		return
	}
	elems := r.S.Elems
	for i := range elems {
		el := &elems[i]
		if el.Unit < 0 {
			continue
		}
		u := &r.ps.Units[r.first+int(el.Unit)]
		if u.Kind != mention.DateUnit || r.ps.When[u.Index].IsZero() {
			continue
		}
		if i > 0 {
			if r.previousValue(i) {
				continue
			}
			var before lexicon.ID // the word before the one before
			if at := int(el.From); at > 1 {
				before = r.ps.IDs[at-2]
			}
			switch r.ps.IDs[el.From-1] {
			case lexicon.WordSince, lexicon.WordBy, lexicon.WordUntil, lexicon.WordTill, lexicon.WordBefore, lexicon.WordThrough, lexicon.WordFrom:
				continue
			case lexicon.WordOf:
				if before == lexicon.WordAs {
					continue
				}
			case lexicon.WordThe:
				if before == lexicon.WordBy {
					continue
				}
			}
		}
		if e := r.dated(i); e != nil && e.date < 0 {
			e.date = u.Index
			// "raised a $9m Series A and $4m in debt in May": the time is that of both
			if k := slices.Index(r.mine, e); k > 0 && e.frame == "nominal" && r.mine[k-1].date < 0 && !r.mine[k-1].past && r.mine[k-1].company.Text == e.company.Text && r.mine[k-1].kind != e.kind {
				r.mine[k-1].date = e.date
			}
		}
	}
}
