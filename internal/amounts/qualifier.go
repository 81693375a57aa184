package amounts

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// clipped shortens s to n bytes for a message.
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
	if from > r.From+1 && r.has(from-1, lexicon.TraitBeforeAmount) {
		end--
	}
	if !r.has(end-1, lexicon.TraitEndsQualifier) { // as most do not
		return from
	}
	words := r.IDs[max(end-4, r.From):end]
	for k, id := range words {
		e, n := r.Lex.At(id), len(words)-k
		if n > 1 {
			if int(e.Words) < n {
				continue
			}
			e = r.Lex.At(r.exactly(words[k:]))
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
	next := to + 1
	switch t := &r.Toks[to]; t.Kind {
	case token.Punct:
		switch {
		case !r.Glued(to):
		case t.R == '+':
			*q = MoreThan
			return next
		case t.R == '-' && r.has(next, lexicon.TraitTrailsMore):
			*q = MoreThan
			return next + 1
		case t.R == '-' && r.has(next, lexicon.TraitTrailsAbout):
			*q = About
			return next + 1
		case t.R == '/' && r.Is(next, '-') && r.Glued(next): // "Rs 5,00,000/-"
			return next + 1
		}
	case token.Word:
		switch {
		case r.has(to, lexicon.TraitTrailsMore) && r.BeginsLower(next) && r.Entry(next).Is(lexicon.Roundnoun): // "a $5 million plus round"
			*q = MoreThan
			return next
		case r.has(to, lexicon.TraitAlternative) && r.has(next, lexicon.TraitOrMore),
			r.has(to, lexicon.TraitJoinsNumber) && r.has(next, lexicon.TraitAndChange):
			*q = MoreThan
			return next + 1
		case r.has(to, lexicon.TraitAlternative) && r.has(next, lexicon.TraitOrSo):
			*q = About
			return next + 1
		}
	}
	return to
}

// per returns the unit that the amount before token i is a rate of, "" if it is a total: "$5 per share", "$5 a year", "$5/month".
func (r *Reader) per(i int) string {
	unit := i + 1
	if !r.has(i, lexicon.TraitOpensRate) && !(r.Is(i, '/') && r.Glued(i) && r.Glued(unit)) {
		return ""
	}
	if !r.has(unit, lexicon.TraitRateUnit) || r.has(unit+1, lexicon.TraitEndsSpan) { // "raised $5 million a year ago"
		return ""
	}
	switch {
	case r.has(unit, lexicon.TraitRateYear):
		return r.Rules.Year
	case r.has(unit, lexicon.TraitRateMonth):
		return r.Rules.Month
	}
	return r.Fold(unit)
}
