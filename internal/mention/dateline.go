package mention

import (
	"example.com/funding/internal/calendar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Dateline returns where the sentence proper begins, whose first unit is u: after "SAN FRANCISCO, March 3, 2021 (Wire) —"
// or "(Agency) --".
func (r *Reader) Dateline(s token.Sentence, u int) int {
	if !r.mayHaveDateline(s, u) {
		return s.From
	}
	dated, agency := false, false
	for i := s.From; i < s.To && i < s.From+maxDateline; i++ {
		t := &r.Toks[i]
		switch {
		case longDash(t), t.Is(':') && agency:
			if dated || agency || r.placeLine(s.From, i) {
				return i + 1
			}
			return s.From
		case t.Is(')') && i < s.From+maxAgency && r.agency(s.From, i):
			agency = true
		case t.Is('/') && dated:
			// a wire's name: "/Harbour Wire/ --"
		case t.Kind == token.Word && r.Entry(i).Verb != 0 && !t.Has(token.Upper):
			return s.From
		}
		if u := r.UnitFrom(i); u < len(r.Units) && int(r.Units[u].From) == i && r.Units[u].Kind == DateUnit {
			d := r.Dates[r.Units[u].Index]
			dated = d.Kind == calendar.Absolute || d.Kind == calendar.DayOf
		}
	}
	return s.From
}

// How many tokens a dateline has at most, how many up to an agency in parentheses, and how many if it is but a place.
const maxDateline, maxAgency, maxPlace = 22, 9, 6

// mayHaveDateline reports whether a place, capitals or a mark opens the sentence, or a date follows soon, and a
// dash or a parenthesis stands at the beginning, before any verb: as a rule there is none.
func (r *Reader) mayHaveDateline(s token.Sentence, u int) bool {
	ids := r.IDs[s.From:s.To]
	if t := &r.Toks[s.From]; t.Kind == token.Word && !t.Has(token.AllUpper) && !r.Lex.At(ids[0]).Is(lexicon.Place) {
		if !r.dateBefore(u, s.From+maxDateline) {
			return false
		}
	}
	for i := range r.Toks[s.From:min(s.To, s.From+maxDateline)] {
		switch t := &r.Toks[s.From+i]; t.Kind {
		case token.Word:
			if !t.Has(token.Upper) && r.Lex.At(ids[i]).Verb != 0 {
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

// placeLine reports whether [from, to) is nothing but a place in capitals that opens a line: "OSLO —".
func (r *Reader) placeLine(from, to int) bool {
	return to > from && to < from+maxPlace && r.allCaps(from, to) &&
		r.Toks[from].Has(token.Para|token.Line) && r.Entry(from).Is(lexicon.Place)
}

// allCaps reports whether all words of [from, to) are in capitals.
func (r *Reader) allCaps(from, to int) bool {
	for i := from; i < to; i++ {
		if r.Toks[i].Kind == token.Word && !r.Toks[i].Has(token.AllUpper) {
			return false
		}
	}
	return true
}

// agency reports whether [from, to) is an agency after an opening parenthesis, perhaps after a place: "OSLO (Harbour Wire".
func (r *Reader) agency(from, to int) bool {
	for i := from; i < to; i++ {
		t := &r.Toks[i]
		if t.Is('(') {
			return true
		}
		if t.Kind == token.Word && !t.Has(token.AllUpper) && !r.Entry(i).Is(lexicon.Place) {
			return false
		}
	}
	return false
}
