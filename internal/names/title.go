package names

import (
	"strings"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// This file reads names where capitals say nothing, as in headlines: from the words themselves.

// titleRules are the ways to find the name in a phrase of which adjectives in front are cut off. Where none fits, the whole is the name.
var titleRules = []phraseRule{
	{"after a description", "Swiss Payments Startup [Orvel Lidaro] Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		head := r.lastDescription(a, b)
		if head < 0 || r.onlySuffixes(head+1, b) {
			return Ref{}, false
		}
		n := r.Named(head+1, b)
		return n, n.Kind == Named && !r.empty(n.From, n.To)
	}},
	{"a coined word after common ones", "Wedding Music Tutor [Lidaro] Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		fits := b-a > 2 && !r.Lex.Known(r.S.Elems[b-1].ID) && r.S.Elems[b-1].Class == 0 && r.simple(b-1)
		for i := a; i < b-1 && fits; i++ {
			e := &r.S.Elems[i]
			fits = r.simple(i) && r.Lex.Known(e.ID) && !e.Is(lexicon.Legal|lexicon.Investorword|lexicon.Place) && e.Unit < 0
		}
		return r.named(b-1, b, fits)
	}},
	{"counted", "8 Swiss Startups Raise {$5M} In May", func(r *Reader, a, b int) (Ref, bool) {
		return Ref{}, r.Toks[r.S.Elems[a].From].Kind == token.Number && r.S.Elems[b-1].Is(lexicon.Companynouns) && r.AllCommon(a+1, b)
	}},
	{"two words after a place", "UK Mobile-Only [Quark Bank] Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		e := r.S.Elems
		from := a
		for from < b && (e[from].Is(lexicon.Demonym|lexicon.Place) || e[from].Compound && from > a) {
			from++
		}
		fits := r.describesItself(a, b) && from > a && b-from == 2 && !e[from].Is(lexicon.Companynoun) && r.simple(from)
		return r.named(from, b, fits)
	}},
	{"unknown words before a description", "[Vela] Garden Platform Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		i := a
		for i < b && r.nameBefore(i) {
			i++
		}
		return r.named(a, i, r.describesItself(a, b) && i > a)
	}},
	{"a word before a compound", "[Apple] On-Demand Storage Service Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		e := r.S.Elems
		fits := r.describesItself(a, b) && b-a > 2 && e[a+1].Compound && r.simple(a) &&
			!e[a].Is(lexicon.Demonym|lexicon.Place|lexicon.Companynoun)
		return r.named(a, a+1, fits)
	}},
	{"a description that opens the headline", "<Parcel Management Firm> Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		describes := r.describesItself(a, b) && r.Lex.Has(r.LastID(b-1), lexicon.TraitOnlyDescribes)
		return Ref{From: a, To: b, Kind: Anaphor}, describes && a == 0 && r.Sent == 0 // the text below says who it is
	}},
	{"nothing but a description", "Bright Storage Management Platform Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		sure := b-a > 3 || r.S.Elems[a].Is(lexicon.Demonym|lexicon.Place) || r.Lex.Has(r.LastID(b-1), lexicon.TraitOnlyDescribes)
		return Ref{}, r.describesItself(a, b) && sure
	}},
	{"somebody pointed at", "This Woman Raised {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		return Ref{}, a > 0 && r.Lex.Has(r.S.Elems[a-1].ID, lexicon.TraitThisOrThat) && r.AllCommon(a, b)
	}},
	{"a span of time", "4 Years Raise {$5M}", func(r *Reader, a, b int) (Ref, bool) {
		return Ref{}, b-a == 2 && r.Toks[r.S.Elems[a].From].Kind == token.Number && r.Lex.Has(r.LastID(b-1), lexicon.TraitSpans)
	}},
	{"a place or the like", "Kenya Raises {$5M}", func(r *Reader, a, b int) (Ref, bool) { return Ref{}, r.empty(a, b) }},
	{"a kind", "Mobile Startups Raise {$5M}", func(r *Reader, a, b int) (Ref, bool) { return Ref{}, r.onlyKind(a, b) }},
}

// titleName reads a name where capitals say nothing, from the words themselves.
func (r *Reader) titleName(a, b int) Ref {
	e := r.S.Elems
	// adjectives in front: "London-Based", "Onyx-Backed"
	for a < b && (e[a].Compound && e[a].Is(lexicon.Modifier) || e[a].Cat == grammar.Comma) {
		a++
	}
	if a >= b {
		return Ref{}
	}
	if n, fits := firstOf(titleRules, r, a, b); fits {
		return n
	}
	return r.Named(a, b)
}

// named returns the name [a, b) if a rule fits.
func (r *Reader) named(a, b int, fits bool) (Ref, bool) {
	if !fits {
		return Ref{}, false
	}
	return r.Named(a, b), true
}

// lastDescription returns the last word for a company or title in [a, b) that something follows, -1 if there is none.
func (r *Reader) lastDescription(a, b int) int {
	for i := b - 2; i >= a; i-- {
		e := &r.S.Elems[i]
		describes := e.Cat <= grammar.Name && (e.Is(lexicon.Companynoun|lexicon.Companynouns|lexicon.Title) || i > a && r.agent(i, b))
		if describes && !r.titleInName(i, b) && !r.opensBrand(i, a, b) {
			return i
		}
	}
	return -1
}

// agent reports whether element i says what the unknown words after it do: "Essay Grader Lidaro", "Bread Baker Lidaro".
// It is a word with the ending of those who do something, made of a verb.
func (r *Reader) agent(i, b int) bool {
	e := &r.S.Elems[i]
	if e.Is(lexicon.Place|lexicon.Investorword) || r.AllCommon(i+1, b) || e.Compound || r.S.Elems[i+1].Cat > grammar.Name {
		return false
	}
	w := r.Lower(i)
	for _, end := range r.rules.Agents {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			return r.baseForm(stem) || r.baseForm(w[:len(stem)+1]) || stem[len(stem)-1] == stem[len(stem)-2] && r.baseForm(stem[:len(stem)-1])
		}
	}
	return false
}

// baseForm reports whether w is the base form of a verb.
func (r *Reader) baseForm(w string) bool { return r.Lex.At(r.Lex.Find(w)).Forms&lexicon.Base != 0 }

// titleInName reports whether the title at element i may belong to a name that ends before b:
// "Anchor Bay Capital", "Architect Dock Labs".
func (r *Reader) titleInName(i, b int) bool {
	e := r.S.Elems
	return e[i].Is(lexicon.Title) && !e[i].Is(lexicon.People|lexicon.Companynoun) &&
		(e[b-1].Is(lexicon.Investorword) || e[i].Is(lexicon.Common))
}

// opensBrand reports whether element i, a word for a company, opens the phrase [a, b) and is a brand
// together with the common words after it: "Studio One", but not "App Annie".
func (r *Reader) opensBrand(i, a, b int) bool {
	return i == a && !r.S.Elems[i].Is(lexicon.Anaphor|lexicon.Title) && r.AllCommon(i+1, b)
}

// describesItself reports whether [a, b) ends with a word for a company and is more than that: "Vela Wedding Registry".
// After a word that is in no lexicon, many or one of them end the name: "Vela Studios", "Vela Pharma".
func (r *Reader) describesItself(a, b int) bool {
	e := &r.S.Elems[b-1]
	if b-a < 2 || !e.Is(lexicon.Companynoun|lexicon.Companynouns) {
		return false
	}
	return r.AllCommon(a, b-1) || e.Is(lexicon.Companynoun) && (b-a > 2 || e.Is(lexicon.Anaphor) || e.Cat > grammar.Name || !r.endsBrand(b-1))
}

// endsBrand reports whether the word for a company at element i, right after an unknown word, ends a name rather than
// describing it: "Vela Pharma", but not "Vela App".
func (r *Reader) endsBrand(i int) bool { return r.Lex.Has(r.LastID(i), lexicon.TraitEndsBrand) }

// simple reports whether element i is a noun or name without a hyphen.
func (r *Reader) simple(i int) bool {
	return r.S.Elems[i].Cat <= grammar.Name && !r.S.Elems[i].Compound
}

// nameBefore reports whether element i may stand in a name before what describes it.
func (r *Reader) nameBefore(i int) bool {
	e := &r.S.Elems[i]
	return e.Cat == grammar.Stop || !e.Compound && !e.Is(lexicon.Common|lexicon.Companynoun|lexicon.Demonym|lexicon.Place)
}
