package funding

import (
	"example.com/funding/internal/calendar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// settleDates finds the date of the document where the caller gave none, and resolves every date against it.
func (ps *parse) settleDates() {
	ps.pub = calendar.Date(ps.parser.Published)
	if ps.pub.IsZero() {
		ps.pub = ps.masthead()
	}
	for _, d := range ps.dates {
		ps.when = append(ps.when, ps.cal.Ordered(d, ps.parser.DayFirst).Resolve(ps.pub))
	}
	ps.whichCurrency()
}

// stampedDate is a date that may be the document's own.
type stampedDate struct {
	date    int
	updated bool // that of a later change
}

// masthead returns the date that the text itself carries: a full date that
// stands alone on its line, or in a dateline before a dash, or after
// "Published"; where there is none of these, one after "Updated".
func (ps *parse) masthead() calendar.Date {
	var updated calendar.Date
	for _, s := range ps.stamps {
		e := ps.cal.Ordered(ps.dates[s.date], ps.parser.DayFirst)
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

// datedHere reports whether the paragraph holds a date that may be the document's own, if none is known.
func (ps *parse) datedHere() bool {
	if len(ps.dates) == 0 || !ps.parser.Published.IsZero() {
		return false
	}
	start := int(ps.Toks[ps.From].Start)
	for k := len(ps.dates) - 1; k >= 0 && ps.dateAts[k].Start >= start; k-- {
		if ps.dates[k].Whole() {
			return true
		}
	}
	return false
}

// findMasthead notes the dates of the paragraph that may be the document's own.
func (ps *parse) findMasthead() {
	if !ps.datedHere() {
		return
	}
	si := 0
	for k := ps.unitFrom(ps.From); k < len(ps.units); k++ {
		u := ps.units[k]
		if u.kind != unitDate || !ps.dates[u.idx].Whole() {
			continue
		}
		if n := len(ps.stamps); n > 0 && !ps.stamps[n-1].updated && ps.dates[ps.stamps[n-1].date].Full() {
			return // the first counts
		}
		for si < len(ps.Sents) && ps.Sents[si].To <= int(u.from) {
			si++
		}
		if si == len(ps.Sents) {
			break
		}
		s := ps.Sents[si]
		before, after := int(u.from)-s.From, s.To-int(u.to)
		switch ps.stamp(int(u.from)) {
		case "published", "posted":
			ps.stamps = append(ps.stamps, stampedDate{int(u.idx), false})
			continue
		case "updated", "modified":
			ps.stamps = append(ps.stamps, stampedDate{int(u.idx), true})
			continue
		}
		if before <= 4 && after <= 5 && !ps.plainWords(s) || before > 0 && before <= 4 && ps.Is(int(u.to), '—') ||
			before <= 9 && after > 0 && ps.dash(int(u.to), 5) {
			ps.stamps = append(ps.stamps, stampedDate{int(u.idx), false})
		}
	}
}

// plainWords reports whether lower-case words stand in the sentence: it is prose, no masthead.
func (ps *parse) plainWords(s token.Sentence) bool {
	for i := s.From; i < s.To; i++ {
		if ps.BeginsLower(i) && ps.Toks[i].End-ps.Toks[i].Start > 2 && !ps.Entry(i).Is(lexicon.Month|lexicon.Weekday) {
			switch ps.Fold(i) {
			case "published", "posted", "updated":
			default:
				return true
			}
		}
	}
	return false
}

// dash reports whether a dash or a wire's mark stands within n tokens from i: "March 3, 2021 (Newswire) —".
func (ps *parse) dash(i, n int) bool {
	for j := i; j < len(ps.Toks) && j < i+n; j++ {
		t := ps.Toks[j]
		if t.Is('—') || (t.Is('-') || t.Is('–')) && t.Has(token.Space) || t.Is('/') {
			return true
		}
		if t.Is('.') && t.Has(token.Space) {
			return false
		}
	}
	return false
}

// stamp returns the word before the date at token i that says whose date it is:
// "Published: …", "Updated on …". A "published on" in mid-sentence is that of something else.
func (ps *parse) stamp(i int) string {
	k := i - 1
	for k > i-3 && (ps.Is(k, ':') || ps.Word(k) == lexicon.WordOn) {
		k--
	}
	switch w := ps.Fold(k); w {
	case "published", "posted", "updated", "modified":
		if k == i-1 || ps.Toks[k].Has(token.Line) || k > 0 && ps.Toks[k-1].Has(token.Line) {
			return w
		}
	}
	return ""
}
