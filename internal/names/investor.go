package names

import (
	"strings"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Investor reads the investor that a list item names, with the firm of a person as another form.
func (r *Reader) Investor(it grammar.Item) Name {
	n := r.investorAt(it.NP)
	if n.Kind != Named {
		return Name{}
	}
	if firm := r.firmBefore(it.NP, int(n.From)); firm.Kind == Named {
		n.Aka = append(n.Aka, r.printed(firm.From, firm.To))
	}
	if r.cutOff(int(n.To)) {
		return r.whole(n)
	}
	// the tail: "(IVP)", "of Foo Ventures", ", founder of Bar", "at Baz"
	for k := it.NP + 1; k <= it.Tail && k < len(r.S.Nodes); k++ {
		nd := &r.S.Nodes[k]
		if nd.Kind != grammar.NP {
			continue
		}
		x := r.Segment(nd.From, nd.To, Anything)
		if x.Kind == Named && !r.PlaceOnly(x) {
			n.Aka = append(n.Aka, r.printed(x.From, x.To))
		}
	}
	return n
}

// firmBefore returns the firm that the noun phrase k names before a title and the person, who begins with element to:
// "[Foo] partner Jane Roe".
func (r *Reader) firmBefore(k, to int) Ref {
	from, e := r.S.Nodes[k].From, r.S.Elems
	title := to - 1
	if r.S.Style != grammar.Plain || title <= from || !e[title].Is(lexicon.Title) || e[title].Cap || !e[title-1].Cap {
		return Ref{}
	}
	n := r.Segment(from, title, Anything)
	if n.To != title || r.PlaceOnly(n) {
		return Ref{}
	}
	return n
}

// cutOff reports whether the text was cut off inside the name that ends with element i: "led by Nort…".
func (r *Reader) cutOff(i int) bool {
	if i >= len(r.S.Elems) {
		return false
	}
	e := &r.S.Elems[i]
	return r.Toks[e.From].Is('…') && (r.S.Glued(e) || i == len(r.S.Elems)-1)
}

// whole returns n, a name in which the text was cut off, as the text prints it before; nobody where it does not:
// "Foo raises $5M from Northgate. … led by Northg…"
func (r *Reader) whole(n Name) Name {
	first := int(r.S.Elems[n.From].From)
	for i := first - 1; i >= 0; i-- {
		t := &r.Toks[i]
		if t.Kind != token.Word || !strings.HasPrefix(r.Text[t.Start:], n.Text) {
			continue
		}
		to := i + 1
		for to < first && (r.Toks[to].Start < t.Start+int32(len(n.Text)) ||
			r.Toks[to].Kind == token.Word && r.Toks[to].Has(token.Upper) && !r.Toks[to].Has(token.Line|token.Para)) {
			to++
		}
		n.Span = token.Span{Start: int(t.Start), End: int(r.Toks[to-1].End)}
		n.Text = r.Text[n.Span.Start:n.Span.End]
		return n
	}
	return Name{}
}

// investorAt reads the investor that the noun phrase k names.
func (r *Reader) investorAt(k int) Name {
	nd := &r.S.Nodes[k]
	switch {
	case nd.Holds&(grammar.Pronoun|grammar.Units) != 0:
		return Name{}
	case nd.Holds&grammar.Owners == 0:
		return r.Name(r.investorIn(nd.From, nd.To, k))
	}
	for i := nd.To - 1; i > nd.From; i-- {
		if r.S.Elems[i].Cat == grammar.Poss {
			return r.investorOwned(nd.From, i, nd.To)
		}
	}
	return r.Name(r.investorIn(nd.From, nd.To, -1))
}

// investorOwned reads the investor in [a, b), whose last possessive is element i: "Foo's Jane Roe", of Foo;
// "Foo's venture arm", which is Foo as well.
func (r *Reader) investorOwned(a, i, b int) Name {
	owner := r.investorIn(a, i, -1)
	if i+1 >= b {
		return r.Name(owner)
	}
	titled := r.S.Style != grammar.Plain
	arm := r.S.Elems[b-1].Is(lexicon.Arm)
	rest := r.investorIn(i+1, b, -1)
	switch {
	case rest.Kind == Named && (titled && !arm || !titled && rest.To == b):
		n := r.Name(rest)
		if owner.Kind == Named && !r.PlaceOnly(owner) {
			n.Aka = append(n.Aka, r.printed(owner.From, owner.To), r.printed(a, b))
		}
		return n
	case arm && owner.Kind == Named:
		n := r.Name(r.Named(owner.From, b))
		n.Aka = append(n.Aka, r.printed(owner.From, owner.To))
		return n
	}
	return Name{}
}

// giversRule says when [a, last], without marks at its end, means givers without naming one. For examples see phraseRule.
type giversRule struct {
	name, example string
	when          func(r *Reader, a, last int) bool
}

// giversRules are for every style, titleGiversRules for where capitals say nothing.
var giversRules = []giversRule{
	{"common words and a word for givers or the round", "Lidaro Gets {$5M} From Venture Rounds", func(r *Reader, a, last int) bool {
		e := &r.S.Elems[last]
		name := last > a && e.Cap && (e.Is(lexicon.Investorword) || r.S.Style == grammar.Plain) // "Great Investors"
		return e.Is(lexicon.Investornoun|lexicon.Further|lexicon.Companynouns|lexicon.Roundnoun) && !name &&
			r.common(last) && r.AllCommon(a, last)
	}},
	{"counted givers", "It was led by Existing Shareholders.", func(r *Reader, a, last int) bool {
		e := &r.S.Elems[last]
		name := r.S.Style == grammar.Plain && last > a && r.allCap(a, last+1) && !r.counts(a)
		giver := e.Is(lexicon.Investornoun|lexicon.Companynouns) && !e.Is(lexicon.Investorword)
		return giver && !name && r.AllCommon(a, last+1)
	}},
}

var titleGiversRules = []giversRule{
	{"others", "Lidaro Gets {$5M} From Others Abroad", func(r *Reader, a, last int) bool {
		return r.Lex.Has(r.FirstID(a), lexicon.TraitOtherGivers) && r.AllCommon(a, last+1)
	}},
	{"a word for many at the end", "Lidaro Gets {$5M} From Orvel Crowd", func(r *Reader, a, last int) bool {
		return r.Lex.Has(r.FirstID(last), lexicon.TraitEndsVagueGivers)
	}},
	{"who holds a post", "Lidaro Gets {$5M} From Orvel CEO", func(r *Reader, a, last int) bool {
		e := &r.S.Elems[last]
		return last > a && e.Is(lexicon.Title) && !e.Is(lexicon.Investorword|lexicon.Investornoun|lexicon.Companynoun)
	}},
}

// counts reports whether element a only counts or sorts those after it: "other investors".
func (r *Reader) counts(a int) bool { return r.Lex.Has(r.FirstID(a), lexicon.TraitVagueGivers) }

// investorIn reads an investor's name from [a, b), which holds no possessive and is the noun phrase k, or a part of one if k < 0.
func (r *Reader) investorIn(a, b, k int) Ref {
	e := r.S.Elems
	if e[a].Cat == grammar.Det && e[a].Cap {
		k = -1 // it may belong to the name
	}
	for a < b && (e[a].Cat == grammar.Det && !e[a].Cap || e[a].Cat == grammar.Quote || e[a].Cat == grammar.Adv) {
		a++
	}
	if a >= b {
		return Ref{}
	}
	last := b - 1
	for last > a && (e[last].Cat == grammar.Stop || e[last].Cat == grammar.Quote) {
		last--
	}
	if r.onlyGivers(giversRules, a, last) {
		return Ref{}
	}
	if r.S.Style == grammar.Plain {
		return r.plainInvestor(a, last, b, k)
	}
	if r.onlyGivers(titleGiversRules, a, last) {
		return Ref{}
	}
	n := r.titleName(a, b)
	if n.Kind != Named || r.PlaceOnly(n) {
		return Ref{}
	}
	return n
}

// onlyGivers reports whether one of the rules finds that [a, last] names nobody.
func (r *Reader) onlyGivers(rules []giversRule, a, last int) bool {
	for i := range rules {
		if rules[i].when(r, a, last) {
			return true
		}
	}
	return false
}

// plainInvestor is investorIn where capitals mark names: the name must end the phrase.
func (r *Reader) plainInvestor(a, last, b, k int) Ref {
	var n Ref
	if k >= 0 {
		n = *r.Company(k)
	} else {
		n = r.plainName(a, b)
	}
	if n.Kind == Named && (n.To > last || r.onlyMarks(n.To, b)) && !r.PlaceOnly(n) {
		return n
	}
	return Ref{}
}
