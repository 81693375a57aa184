package names

import (
	"strings"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Sets of classes that say how a phrase is read.
const (
	descriptor = lexicon.Companynoun | lexicon.Title | lexicon.Placeless
	nobody     = lexicon.Place | lexicon.Demonym | lexicon.State | lexicon.Placeless | lexicon.Modifier | lexicon.Title | lexicon.Month |
		lexicon.Weekday | lexicon.Investornoun | lexicon.Companynouns | lexicon.Pronoun | lexicon.Det
)

// DescribedName reports whether n stands in [a, b) after a word that says what it is: "startup Foo".
func (r *Reader) DescribedName(a, b int, n Ref) bool {
	if n.To < b {
		return false
	}
	for i := a; i < n.From; i++ {
		if r.S.Elems[i].Is(lexicon.Companynoun | lexicon.Title) {
			return true
		}
	}
	return false
}

// PlaceOnly reports whether the name is a place or a people.
func (r *Reader) PlaceOnly(n Ref) bool {
	for i := n.From; i < n.To; i++ {
		e := &r.S.Elems[i]
		if e.Cat == grammar.Poss || e.Cat == grammar.Stop || e.Cat == grammar.Comma {
			continue
		}
		if !e.Is(lexicon.Place | lexicon.Demonym | lexicon.State) {
			return false
		}
	}
	return true
}

// InvestorName reports whether a word of the name says that it is an investor.
func (r *Reader) InvestorName(n *Ref) bool {
	e := r.S.Elems[n.From:n.To]
	for i := range e {
		if e[i].Is(lexicon.Investorword) {
			return true
		}
	}
	return false
}

// FundName reports whether the name ends as those of investment firms do.
// What numbers the funds of a firm is stepped over: "Foo Fund II, LP".
func (r *Reader) FundName(n Ref) bool {
	last, numbered := n.To-1, false
	for i := last; i > n.From && (r.S.Elems[i].Is(lexicon.Legal) || r.S.Elems[i].Cat == grammar.Comma || r.numeral(i)); i-- {
		numbered = numbered || r.numeral(i)
		if numbered {
			last = i - 1
		}
	}
	switch id := r.LastID(last); { // of "Growth Fund", which is one phrase
	case r.Lex.Has(id, lexicon.TraitEndsFundName):
		return true
	case r.Lex.Has(id, lexicon.TraitMayEndFundName): // a lender's as well: a headline does not tell
		return r.Sent == 0 && r.S.Elems[len(r.S.Elems)-1].Cat != grammar.Stop
	}
	return false
}

// numeral reports whether element i is a number or a Roman numeral: "II", "4".
func (r *Reader) numeral(i int) bool {
	e := &r.S.Elems[i]
	t := &r.Toks[e.From]
	if t.Kind == token.Number {
		return true
	}
	return e.To == e.From+1 && strings.Trim(r.S.Word(i), "IVX") == ""
}

// empty reports whether [i, j) names nobody: places, peoples, months, words like "AI".
func (r *Reader) empty(i, j int) bool {
	from := i
	for ; i < j; i++ {
		if i > from && r.endsName(i) {
			return false
		}
		if e := &r.S.Elems[i]; e.Cat <= grammar.Name && !e.Is(nobody) {
			return false
		}
	}
	return true
}

// endsName reports whether element i, after a place or a people, makes the two a name:
// "Cadiz Inc.", "Tulsa Labs", "Lydian Partners", "Tulsa Angel Group".
func (r *Reader) endsName(i int) bool {
	e := &r.S.Elems[i]
	switch {
	case !e.Cap:
	case e.Cat == grammar.Name && e.Is(lexicon.Legal) && !e.Is(lexicon.Place|lexicon.State):
		return true
	case e.Is(lexicon.Companynoun|lexicon.Companynouns|lexicon.Investornoun|lexicon.Fundnoun) && r.S.Style == grammar.Plain:
		return true
	case e.Is(lexicon.Investorword):
		return true
	}
	return false
}

// AllCommon reports whether the lexicon knows every word of [a, b), and no number is among them.
func (r *Reader) AllCommon(a, b int) bool {
	for i := a; i < b; i++ {
		e := &r.S.Elems[i]
		if e.Cat <= grammar.Name && !r.Lex.Known(e.ID) || e.Unit < 0 && r.Toks[e.From].Kind == token.Number {
			return false
		}
	}
	return true
}

// common reports whether the lexicon knows element i.
func (r *Reader) common(i int) bool { return r.Lex.Known(r.S.Elems[i].ID) }

// allCap reports whether all words of [a, b) have a capital.
func (r *Reader) allCap(a, b int) bool {
	for i := a; i < b; i++ {
		if !r.S.Elems[i].Cap {
			return false
		}
	}
	return true
}

// onlyMarks reports whether [i, b) holds nothing that would make the name before it a mere modifier.
func (r *Reader) onlyMarks(i, b int) bool {
	for ; i < b; i++ {
		switch r.S.Elems[i].Cat {
		case grammar.Stop, grammar.Quote, grammar.Comma:
		default:
			return false
		}
	}
	return true
}

// onlySuffixes reports whether [a, b) holds only what follows a name: "Group", "Inc".
func (r *Reader) onlySuffixes(a, b int) bool {
	for i := a; i < b; i++ {
		if !r.S.Elems[i].Is(lexicon.Legal) || r.S.Elems[i].Is(lexicon.Place) {
			return false
		}
	}
	return true
}

// onlyKind reports whether [a, b) says of what kind somebody is and names nobody: "Investors", "Mobile Startups".
func (r *Reader) onlyKind(a, b int) bool {
	e := &r.S.Elems[b-1]
	last := r.printed(b-1, b)
	plural := r.PluralName(last)
	if e.Is(lexicon.Stronground) && !plural && !e.Is(lexicon.Investorword) && b-a > 1 {
		return r.AllCommon(a, b) // "Second Funding Round"
	}
	if plural {
		last = last[:len(last)-1]
	}
	switch one := r.Lex.At(r.Lex.Find(last)); {
	case e.Is(lexicon.Companynouns) && one.Is(lexicon.Anaphor), e.Is(lexicon.Pronoun),
		e.Is(lexicon.Investornoun) && !e.Is(lexicon.Investorword):
		return r.AllCommon(a, b)
	}
	return false
}

// PluralName reports a plural, which a brand may end with where a phrase about funding would not: "Great Rounds".
func (r *Reader) PluralName(w string) bool { return r.rules.plural(w) }
