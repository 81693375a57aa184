package mention

import (
	"example.com/funding/internal/calendar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// dateline returns where the sentence proper begins, whose first unit is u: after "SAN FRANCISCO, March 3, 2021 (Wire) —" or "(Agency) --".
func (r *Reader) Dateline(s token.Sentence, u int) int {
	if !r.mayHaveDateline(s, u) {
		return s.From
	}
	seenDate, seenParen := false, false
	for i := s.From; i < s.To && i < s.From+maxDateline; i++ {
		t := r.Toks[i]
		switch {
		case t.Is('—') || (t.Is('-') || t.Is('–')) && t.Has(token.Space) || t.Is(':') && seenParen:
			if seenDate || seenParen || i > s.From && i < s.From+6 && r.allCaps(s.From, i) && r.Toks[s.From].Has(token.Para|token.Line) && r.Entry(s.From).Is(lexicon.Place) {
				return i + 1
			}
			return s.From
		case t.Is(')') && i < s.From+9 && (r.allCapsOrParen(s.From, i)):
			seenParen = true
		case t.Is('/') && seenDate:
			// /PRNewswire/ --
		case t.Kind == token.Word && r.Entry(i).Verb != 0 && !t.Has(token.Upper):
			return s.From
		}
		if u := r.UnitFrom(i); u < len(r.Units) && int(r.Units[u].From) == i && r.Units[u].Kind == DateUnit {
			d := r.Dates[r.Units[u].Index]
			seenDate = d.Kind == calendar.Absolute || d.Kind == calendar.DayOf
		}
	}
	return s.From
}

// maxDateline is how many tokens a dateline has at most.
const maxDateline = 22

// mayHaveDateline reports whether a place, capitals or a mark opens the sentence, or a date follows soon, and a
// dash or a parenthesis stands at the beginning, before any verb: as a rule there is none.
func (r *Reader) mayHaveDateline(s token.Sentence, u int) bool {
	ids := r.IDs[s.From:s.To]
	if t := &r.Toks[s.From]; t.Kind == token.Word && !t.Has(token.AllUpper) && !lexicon.At(ids[0]).Is(lexicon.Place) && !r.dateBefore(u, s.From+maxDateline) {
		return false
	}
	for i := range r.Toks[s.From:min(s.To, s.From+maxDateline)] {
		switch t := &r.Toks[s.From+i]; t.Kind {
		case token.Word:
			if !t.Has(token.Upper) && lexicon.At(ids[i]).Verb != 0 {
				return false
			}
		case token.Punct:
			if t.R == '—' || t.R == '-' || t.R == '–' || t.R == ')' {
				return true
			}
		}
	}
	return false
}

func (r *Reader) allCaps(from, to int) bool {
	for i := from; i < to; i++ {
		if r.Toks[i].Kind == token.Word && !r.Toks[i].Has(token.AllUpper) {
			return false
		}
	}
	return true
}

// allCapsOrParen reports whether [from, to) is an optional place in capitals and an agency in parentheses.
func (r *Reader) allCapsOrParen(from, to int) bool {
	for i := from; i < to; i++ {
		t := r.Toks[i]
		if t.Is('(') {
			return true
		}
		if t.Kind == token.Word && !t.Has(token.AllUpper) && !r.Entry(i).Is(lexicon.Place) {
			return false
		}
	}
	return false
}
