package names

import (
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Anything is what a part of a noun phrase may hold.
const Anything = grammar.Capitals | grammar.Units

// phraseRule is one way in which elements [a, b) mean somebody. The first rule that fits decides: for the
// name that it returns, or for nobody.
//
// In an example [ ] stand around the name, < > around what points back to one, { } around an amount or a date.
// Without the first two the rule finds that nobody is meant.
type phraseRule struct {
	name, example string
	when          func(r *Reader, a, b int) (n Ref, fits bool)
}

// firstOf returns what the first of the rules that fits makes of [a, b).
func firstOf(rules []phraseRule, r *Reader, a, b int) (n Ref, fits bool) {
	for i := range rules {
		if n, fits = rules[i].when(r, a, b); fits {
			return n, true
		}
	}
	return Ref{}, false
}

// companyAt reads whom the noun phrase k means.
func (r *Reader) companyAt(k int) Ref {
	n := &r.S.Nodes[k]
	switch {
	case n.From == r.S.Opening.From && n.To == r.S.Opening.To && n.Holds&grammar.Owners == 0:
		return r.opening(n.From, n.To)
	case n.Holds&grammar.Pronoun != 0:
		if r.Lex.Has(r.FirstID(n.From), lexicon.TraitPronounOfCompany) {
			return Ref{From: n.From, To: n.To, Kind: Anaphor}
		}
		return Ref{}
	case n.Holds&grammar.Owners != 0:
		return r.owned(n.From, n.To)
	case n.From == 0 && n.To == 1 && r.thoseOf(k):
		return Ref{}
	}
	return r.Segment(n.From, n.To, n.Holds)
}

// thoseOf reports whether noun phrase k, the word that opens the sentence, is a plain plural that has its capital from there, since
// the name of others follows: "Customers of Lidaro", but not "Shoes of Glory", which may be a brand.
func (r *Reader) thoseOf(k int) bool {
	if r.S.Style != grammar.Plain || k+2 >= len(r.S.Nodes) || !r.nodeIs(k+1, grammar.Prep) || r.S.Nodes[k+2].Kind != grammar.NP {
		return false
	}
	next, w := &r.S.Nodes[k+2], r.Lower(0)
	if !r.rules.plural(w) || r.S.Elems[0].Cat > grammar.Name || r.AllCommon(next.From, next.To) {
		return false
	}
	return (r.common(0) || r.Lex.Known(r.Lex.Find(w[:len(w)-1]))) && r.Company(k+2).Kind == Named
}

// opening reads the name that opens the sentence and is explained: all of it, but for what describes a name in front of it.
func (r *Reader) opening(a, b int) Ref {
	if n := r.Segment(a, b, Anything); n.Kind == Named && n.To == b {
		from := a
		for from < n.From && r.describes(from) {
			from++
		}
		if from == n.From {
			return n
		}
	}
	return r.Named(a, b)
}

// describes reports whether element i may describe a name after it: "Oslo-based", "Swiss", "CEO", "Startup".
func (r *Reader) describes(i int) bool {
	e := &r.S.Elems[i]
	return e.Compound && e.Is(lexicon.Modifier) || e.Is(descriptor|lexicon.Demonym)
}

// owned reads [a, b), which holds a possessive. The owner is meant ("Foo's app", "the company's round"), unless it
// is a place ("India's Foo") or what it owns has a name of its own ("Rocket's startup Bar").
func (r *Reader) owned(a, b int) Ref {
	for i := a; i < b; i++ {
		if r.S.Elems[i].Cat != grammar.Poss || i == a {
			continue
		}
		own := r.Segment(a, i, Anything)
		if i+1 < b {
			if own.Kind == Unnamed || own.Kind == Named && r.PlaceOnly(own) || r.ownsName(&own, i+1, b) {
				a = i + 1
				continue
			}
			if r.past(i + 1) {
				return Ref{} // "Foo's former CFO" raises for somebody else
			}
		}
		own.Poss = true
		return own
	}
	return r.Segment(a, b, Anything)
}

// ownsName reports whether [a, b), which own owns, has a name of its own: "Rocket's startup Bar".
func (r *Reader) ownsName(own *Ref, a, b int) bool {
	rest := r.Segment(a, b, Anything)
	return rest.Kind == Named && !r.hasUnit(a, b) &&
		(r.DescribedName(a, b, rest) || r.InvestorName(own) && r.S.Style == grammar.Plain ||
			rest.From == a && rest.To == b && r.coined(a, b))
}

// coined reports whether [a, b) is nothing but words with a capital that no lexicon has, as products and companies have them: "Lidaro".
func (r *Reader) coined(a, b int) bool {
	for i := a; i < b; i++ {
		e := &r.S.Elems[i]
		if e.Cat != grammar.Name || !e.Cap || r.Lex.Known(e.ID) || e.Class != 0 || e.Compound || e.Unit >= 0 ||
			r.Toks[e.From].Has(token.AllUpper) || r.Toks[e.From].Kind != token.Word {
			return false
		}
	}
	return a < b
}

// past reports whether element i says that somebody no longer holds a place: "former", "ex-CFO".
func (r *Reader) past(i int) bool {
	return r.Lex.Has(r.ElementID(i), lexicon.TraitFormerly) || hasPrefix(r.S.Word(i), r.rules.Former)
}

// hasUnit reports whether an amount or the like stands in [a, b).
func (r *Reader) hasUnit(a, b int) bool {
	for i := a; i < b; i++ {
		if r.S.Elems[i].Cat == grammar.Unit {
			return true
		}
	}
	return false
}

// Segment reads a name from elements [a, b), which hold no possessive and at most what holds says.
func (r *Reader) Segment(a, b int, holds grammar.Holding) Ref {
	e := r.S.Elems
	for a < b && e[a].Cat > grammar.Name && before(e[a].Cat) {
		a++
	}
	// units are no names: "Lidaro $600m round" keeps what stands before
	if holds&grammar.Units != 0 {
		for i := a; i < b; i++ {
			if e[i].Cat == grammar.Unit {
				b = i
				break
			}
		}
	}
	switch {
	case a >= b:
		return Ref{}
	case r.S.Style != grammar.Plain:
		return r.titleName(a, b)
	case holds&grammar.Capitals == 0: // all that partOfName takes has one, or is a number before one
		return r.withoutName(a, b)
	case r.wholeName(a, b): // as plainName would find
		return Ref{From: a, To: b, Kind: Named}
	}
	return r.plainName(a, b)
}

// before reports whether what is of category c may stand before a name and is no part of it.
func before(c grammar.Cat) bool { return c == grammar.Det || c == grammar.Quote || c == grammar.Adv }

// wholeName reports whether [a, b) is a name from end to end: it is seen at once of most that
// they are nothing but words with a capital, none of which describes and not all of which are nobody's.
func (r *Reader) wholeName(a, b int) bool {
	const describing = lexicon.Title | lexicon.Demonym | lexicon.Placeless | lexicon.Anaphor
	elems, toks := r.S.Elems[:b], r.Toks
	whole := false
	for i := a; i < len(elems); i++ {
		e := &elems[i]
		if e.Cat != grammar.Name || e.To != e.From+1 || e.Is(describing) {
			return false
		}
		if t := &toks[e.From]; t.Kind != token.Word || t.Has(token.Mixed) || i == 0 && e.Is(lexicon.Number|lexicon.Starter) {
			return false
		}
		whole = whole || !e.Is(nobody)
	}
	return whole
}

// run is elements that may be one name.
type run struct{ from, to int }

// plainName reads a name where capitals mark names: the last run of names that ends the
// phrase ("Chilean AI firm Lidaro"), else the run that opens it ("Vela wedding registry").
func (r *Reader) plainName(a, b int) Ref {
	first, last, runs := r.runs(a, b)
	switch {
	case runs == 0:
		return r.withoutName(a, b)
	case last.to == b || r.onlyMarks(last.to, b):
		from := r.peel(last.from, last.to)
		if from < last.to && (!r.empty(from, last.to) || r.introduced(last.from, last.to)) {
			return r.Named(from, last.to)
		}
		if runs > 1 {
			return Ref{}
		}
	case r.S.Elems[b-1].Is(lexicon.People): // "Foo veterans"
		return Ref{}
	case first.from == a && r.S.Elems[b-1].Is(mayFollowName):
		from := r.peel(first.from, first.to)
		// "Average deal size" has a capital only as it opens, unlike "Slice video service"
		brand := r.S.Elems[from].Verb != 0 && r.S.Elems[b-1].Is(lexicon.Companynoun)
		capital := r.opens(from) && r.AllCommon(from, first.to) && !brand
		if from < first.to && !capital && !r.empty(from, first.to) {
			return r.Named(from, first.to)
		}
	case r.describedBrand(a, b):
		return r.Named(b-1, b)
	}
	return r.anaphorIn(a, b)
}

// mayFollowName are the classes of words in small letters that a name can describe: "Vela registry".
const mayFollowName = lexicon.Companynoun | lexicon.Companynouns | lexicon.Roundnoun | lexicon.Anaphor | lexicon.Common

// runs returns the first and the last run of names in [a, b), and how many there are.
func (r *Reader) runs(a, b int) (first, last run, n int) {
	e := r.S.Elems
	for i := a; i < b; {
		if !r.maybeName(&e[i]) || !r.partOfName(i) {
			i++
			continue
		}
		j := i + 1
		for j < b && (r.maybeName(&e[j]) && r.partOfName(j) || r.inside(j, b)) {
			j++
		}
		if last = (run{i, j}); n == 0 {
			first = last
		}
		n++
		i = j
	}
	return first, last, n
}

// withoutName reads [a, b) if nothing in it is like a name: it may still be a brand in small letters, one unknown word alone.
func (r *Reader) withoutName(a, b int) Ref {
	if b-a == 1 && r.brand(a) && (len(r.printed(a, b)) > 2 && r.besideMoney(a) || r.introduced(a, b)) {
		return r.Named(a, b)
	}
	if r.describedBrand(a, b) {
		return r.Named(b-1, b)
	}
	return r.anaphorIn(a, b)
}

// besideMoney reports whether element i stands where somebody does who gives or gets money: before a verb, or after a verb or
// a preposition, in a sentence with an amount or the like.
func (r *Reader) besideMoney(i int) bool {
	e := r.S.Elems
	acts := i+1 < len(e) && (e[i+1].Cat == grammar.Verb || e[i+1].Cat == grammar.Aux)
	gets := i > 0 && (e[i-1].Cat == grammar.Prep || e[i-1].Cat == grammar.Verb)
	return (acts || gets) && r.hasUnit(0, len(e))
}

// describedBrand reports whether [a, b) ends with a brand in small letters, which a word for a company right before it
// describes: "Podcast startup lidaro", "knitting startup stitch-it".
func (r *Reader) describedBrand(a, b int) bool {
	if b-a < 2 || !r.S.Elems[b-2].Is(lexicon.Companynoun) || r.S.Elems[b-2].Cat > grammar.Name {
		return false
	}
	if e := &r.S.Elems[b-1]; e.Compound {
		return e.Cat == grammar.Noun && e.Class == 0 && r.verbWithAmount(b)
	}
	return r.brand(b-1) && len(r.printed(b-1, b)) > 2 && r.verbWithAmount(b)
}

// verbWithAmount reports whether element i is a verb with an amount right after it, or after a preposition.
func (r *Reader) verbWithAmount(i int) bool {
	e := r.S.Elems
	return i+1 < len(e) && e[i].Cat == grammar.Verb && (e[i+1].Cat == grammar.Unit || i+2 < len(e) && e[i+2].Cat == grammar.Unit)
}

// brand reports whether element i is an unknown word and no compound.
func (r *Reader) brand(i int) bool {
	e := &r.S.Elems[i]
	word := r.Toks[e.From].Kind == token.Word || e.To > e.From+1
	return word && !r.Lex.Known(e.ID) && e.Cat == grammar.Noun && !e.Compound
}

// introduced reports whether [i, j) opens the sentence and an apposition says what it is:
// then even a word like "Captain" or "Cook" is a name.
func (r *Reader) introduced(i, j int) bool {
	e := r.S.Elems
	return i == 0 && j+1 < len(e) && e[j].Cat == grammar.Comma && e[j+1].Is(lexicon.Indefinite)
}

// anaphorRules say when a phrase without a name points to a company all the same.
var anaphorRules = []phraseRule{
	{"owned", "Its <Swiss startup> raised {$5M}.", func(r *Reader, a, b int) (Ref, bool) {
		return Ref{From: a, To: b, Kind: Anaphor, Poss: true}, r.definiteCompany(a, b) && r.possessive(a-1)
	}},
	{"definite", "<The Swiss startup> raised {$5M}.", func(r *Reader, a, b int) (Ref, bool) {
		return Ref{From: a - 1, To: b, Kind: Anaphor}, r.definiteCompany(a, b)
	}},
	{"to be named in the next sentence", "<A sleep startup> raised {$5M}.", func(r *Reader, a, b int) (Ref, bool) {
		head := &r.S.Elems[b-1]
		company := head.Is(lexicon.Companynoun) && !head.Is(lexicon.Title|lexicon.Investornoun)
		return Ref{From: a - 1, To: b, Kind: Anaphor}, company && r.Sent <= 2 && a == 1 && r.S.Elems[0].Is(lexicon.Indefinite)
	}},
}

// anaphorIn reads "the company", "the Beijing-based startup", "the new company" in [a, b).
func (r *Reader) anaphorIn(a, b int) Ref {
	if a == 0 || b <= a || r.S.Elems[a-1].Cat != grammar.Det && a > 1 {
		return Ref{} // as a rule
	}
	n, _ := firstOf(anaphorRules, r, a, b)
	return n
}

// definiteCompany reports whether [a, b) is a word for a company after a definite article or possessive.
func (r *Reader) definiteCompany(a, b int) bool {
	return r.S.Elems[a-1].Cat == grammar.Det && r.definite(a-1) && r.S.Elems[b-1].Is(lexicon.Anaphor|lexicon.Companynoun)
}

// definite reports whether element i makes a noun after it one that is known: "the", "its".
func (r *Reader) definite(i int) bool { return r.Lex.Has(r.FirstID(i), lexicon.TraitDefiniteOne) }

// possessive reports whether element i may stand for a company that owns: "its".
func (r *Reader) possessive(i int) bool {
	return r.Lex.Has(r.FirstID(i), lexicon.TraitPossessiveOfCompany)
}
