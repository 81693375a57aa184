package mention

import (
	"example.com/funding/internal/calendar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Settle is called when the whole text has been read. It finds the date of the text where the caller gave none, resolves every
// date against it, and says what the bare signs of currencies stand for. usual is the currency that the caller names,
// dayFirst what the caller says of dates like 03/04/2021.
func (r *Reader) Settle(usual string, dayFirst bool) {
	if r.Published.IsZero() {
		r.Published = r.masthead(dayFirst)
	}
	for _, d := range r.Dates {
		r.When = append(r.When, r.Calendar.Ordered(d, dayFirst).Resolve(r.Published))
	}
	r.whichCurrency(usual)
}

// stampedDate is a date that may be the document's own.
type stampedDate struct {
	date    int
	updated bool // that of a later change
}

// masthead returns the date that the text itself carries: a full date that
// stands alone on its line, or in a dateline before a dash, or after
// "Published"; where there is none of these, one after "Updated".
func (r *Reader) masthead(dayFirst bool) calendar.Date {
	var updated calendar.Date
	for _, s := range r.stamps {
		e := r.Calendar.Ordered(r.Dates[s.date], dayFirst)
		switch {
		case !e.Full():
		case !s.updated:
			return e.Date
		case updated.IsZero():
			updated = e.Date
		}
	}
	return updated
}

// DatedHere reports whether the paragraph holds a date that may be the document's own, if none is known.
func (r *Reader) DatedHere() bool {
	if len(r.Dates) == 0 || !r.Published.IsZero() {
		return false
	}
	start := int(r.Toks[r.From].Start)
	for k := len(r.Dates) - 1; k >= 0 && r.DateAts[k].Start >= start; k-- {
		if r.Dates[k].Whole() {
			return true
		}
	}
	return false
}

// FindMasthead notes the dates of the paragraph that may be the document's own.
func (r *Reader) FindMasthead() {
	if !r.DatedHere() {
		return
	}
	si := 0
	for k := r.UnitFrom(r.From); k < len(r.Units) && !r.stamped(); k++ {
		u := r.Units[k]
		if u.Kind != DateUnit || !r.Dates[u.Index].Whole() {
			continue
		}
		for si < len(r.Sents) && r.Sents[si].To <= int(u.From) {
			si++
		}
		if si == len(r.Sents) {
			break
		}
		switch stamp := r.stampBefore(int(u.From)); {
		case stamp == textStamp, stamp == noStamp && r.standsAlone(u, r.Sents[si]):
			r.stamps = append(r.stamps, stampedDate{int(u.Index), false})
		case stamp == changeStamp:
			r.stamps = append(r.stamps, stampedDate{int(u.Index), true})
		}
	}
}

// stamped reports whether the document's own date is known: the first counts.
func (r *Reader) stamped() bool {
	n := len(r.stamps)
	return n > 0 && !r.stamps[n-1].updated && r.Dates[r.stamps[n-1].date].Full()
}

// standsAlone reports whether the date u of sentence s stands as in a masthead or dateline, with hardly anything around it.
func (r *Reader) standsAlone(u Unit, s token.Sentence) bool {
	before, after := int(u.From)-s.From, s.To-int(u.To)
	switch {
	case before <= 4 && after <= 5 && !r.plainWords(s): // "Harbour Wire | May 3, 2021"
		return true
	case before > 0 && before <= 4 && r.Is(int(u.To), '—'): // "BERLIN, May 3, 2021 —"
		return true
	case before <= 9 && after > 0: // "BERLIN and OSLO, May 3, 2021 /Harbour Wire/ --"
		return r.dash(int(u.To), min(s.To, int(u.To)+5))
	}
	return false
}

// stamp says whose date the word before it announces.
type stamp uint8

const (
	noStamp     stamp = iota
	textStamp         // "Published"
	changeStamp       // "Updated"
)

// stampBefore returns what the words before the date at token i announce: "Published: …", "Updated on …".
// A "published on" in mid-sentence is that of something else.
func (r *Reader) stampBefore(i int) stamp {
	k := i - 1
	for k > i-3 && (r.Is(k, ':') || r.Lex.Has(r.Word(k), lexicon.TraitRelDay)) {
		k--
	}
	id := r.Word(k)
	text := r.Lex.Has(id, lexicon.TraitStampsText)
	if !text && !r.Lex.Has(id, lexicon.TraitStampsChange) {
		return noStamp
	}
	if k < i-1 && !r.Toks[k].Has(token.Line) && (k == 0 || !r.Toks[k-1].Has(token.Line)) {
		return noStamp
	}
	if text {
		return textStamp
	}
	return changeStamp
}

// plainWords reports whether lower-case words stand in the sentence: it is prose, no masthead.
func (r *Reader) plainWords(s token.Sentence) bool {
	for i := s.From; i < s.To; i++ {
		if r.BeginsLower(i) && r.Toks[i].End-r.Toks[i].Start > 2 && !r.Entry(i).Is(lexicon.Month|lexicon.Weekday) &&
			!r.Lex.Has(r.Word(i), lexicon.TraitInMasthead) {
			return true
		}
	}
	return false
}

// dash reports whether a dash or a wire's mark stands in [from, to): "March 3, 2021 (Newswire) —".
func (r *Reader) dash(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &r.Toks[i]; longDash(t) || t.Is('/') {
			return true
		}
	}
	return false
}

// longDash reports whether t is a dash, or a hyphen that stands for one.
func longDash(t *token.Token) bool {
	return t.Is('—') || (t.Is('-') || t.Is('–')) && t.Has(token.Space)
}
