package amounts

import (
	"strings"
	"sync"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// qualifiers holds the words that phrases that qualify an amount end with.
var qualifiers = sync.OnceValue(func() (ends []bool) {
	for id := lexicon.ID(1); lexicon.Known(id); id++ {
		if lexicon.At(id).Is(lexicon.Qualifier) {
			phrase := lexicon.Key(id)
			last := int(lexicon.Find(phrase[strings.LastIndexByte(phrase, ' ')+1:]))
			if last >= len(ends) {
				ends = append(ends, make([]bool, last+1-len(ends))...)
			}
			ends[last] = true
		}
	}
	return ends
})

// qualifies reports whether a phrase that qualifies an amount may end with the word.
func qualifies(word lexicon.ID) bool {
	ends := qualifiers()
	return int(word) < len(ends) && ends[word]
}

// clip shortens s to n bytes for a message.
func clipped(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n] + "…"
}

// qualifierOf maps the values of the lexicon's qualifier rows.
var qualifierOf = [...]Qualifier{0: Exact, 2: About, 3: Nearly, 4: MoreThan, 5: UpTo}

// qualifier reads the qualifying words before token from and returns where they begin.
func (r *Reader) qualifier(from int, q *Qualifier) int {
	if from == r.From {
		return from
	}
	if p := &r.Toks[from-1]; p.Kind == token.Punct {
		switch p.R {
		case '~', '≈':
			*q = About
			return from - 1
		case '>':
			*q = MoreThan
			return from - 1
		case '<':
			*q = Nearly
			return from - 1
		}
		return from // no phrase ends with a mark
	}
	end := from
	switch r.IDs[from-1] {
	case lexicon.WordA, lexicon.WordAn, lexicon.WordAnother, lexicon.WordAdditional, lexicon.WordWhopping:
		if from > r.From+1 {
			end--
		}
	}
	if !qualifies(r.IDs[end-1]) { // as most do not
		return from
	}
	words := r.IDs[max(end-4, r.From):end]
	for k, id := range words {
		e, n := lexicon.At(id), len(words)-k
		if n > 1 {
			if int(e.Words) < n {
				continue
			}
			e = lexicon.At(exactly(words[k:]))
		}
		if e.Is(lexicon.Qualifier) && int(e.Value) < len(qualifierOf) {
			*q = qualifierOf[e.Value]
			return end - n
		}
	}
	return from
}

// trailing reads what may qualify an amount after it: "+", "-plus", "or more", "or so".
func (r *Reader) trailing(to int, q *Qualifier) int {
	if to == len(r.Toks) {
		return to
	}
	switch t := &r.Toks[to]; t.Kind {
	case token.Punct:
		if !r.Glued(to) {
			return to
		}
		next := r.Word(to + 1)
		switch {
		case t.R == '+':
			*q = MoreThan
			return to + 1
		case t.R == '-' && next == lexicon.WordPlus:
			*q = MoreThan
			return to + 2
		case t.R == '-' && (next == lexicon.WordIsh || next == lexicon.WordOdd):
			*q = About
			return to + 2
		case t.R == '/' && r.Is(to+1, '-') && r.Glued(to+1): // "Rs 5,00,000/-"
			return to + 2
		}
	case token.Word:
		next := r.Word(to + 1)
		switch id := r.IDs[to]; {
		case id == lexicon.WordPlus && r.BeginsLower(to+1) && r.Entry(to+1).Is(lexicon.Roundnoun):
			*q = MoreThan
			return to + 1
		case id == lexicon.WordOr && next == lexicon.WordMore, id == lexicon.WordAnd && next == lexicon.WordChange:
			*q = MoreThan
			return to + 2
		case id == lexicon.WordOr && next == lexicon.WordSo:
			*q = About
			return to + 2
		}
	}
	return to
}

// per returns the unit that the amount before token i is a rate of, "" if it is a total.
func (r *Reader) per(i int) string {
	switch r.Word(i) {
	case lexicon.WordPer, lexicon.WordA, lexicon.WordAn, lexicon.WordEach, lexicon.WordEvery:
	default:
		if !(r.Is(i, '/') && r.Glued(i) && r.Glued(i+1)) {
			return ""
		}
	}
	if !r.Kind(i+1, token.Word) {
		return ""
	}
	switch r.Word(i + 2) {
	case lexicon.WordAgo, lexicon.WordEarlier, lexicon.WordLater, lexicon.WordBefore, lexicon.WordAfter:
		return "" // "raised $5 million a year ago"
	}
	switch u := r.Fold(i + 1); u {
	case "share", "unit", "token", "hour", "day", "night", "week", "month", "quarter", "year", "person", "user", "seat", "employee", "customer", "head", "barrel", "ton", "tonne", "ounce", "pound", "kilo", "kilogram", "mile", "acre", "ride", "item", "piece", "ticket", "vehicle", "patient", "student", "household":
		return u
	case "annum":
		return "year"
	case "mo":
		return "month"
	case "yr":
		return "year"
	case "ads", "ad", "adr", "option", "warrant":
		return u
	}
	return ""
}
