package frames

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
)

// roleWords say what an amount is that stands with them: "$5M in revenue", "a fund of $120M".
var roleWords = [...]struct {
	class lexicon.Class
	role  deal.Role
}{
	{lexicon.Valuenoun, deal.Valuation},
	{lexicon.Revenuenoun, deal.Revenue},
	{lexicon.Acqnoun, deal.Acquisition},
	{lexicon.Fundnoun, deal.Fund},
	{lexicon.Totalcue, deal.Total},
}

// roleClasses are those of roleWords.
const roleClasses = lexicon.Valuenoun | lexicon.Revenuenoun | lexicon.Acqnoun | lexicon.Fundnoun | lexicon.Totalcue

// deals reports whether a clause of the sentence has a verb of dealing in companies.
func (r *Reader) deals() bool {
	for i := range r.S.Clauses {
		if v := r.S.Clauses[i].Verb; v >= 0 && r.Lex.VerbHas(r.S.Nodes[v].VG.Verb, lexicon.TraitDealsInCompanies) {
			return true
		}
	}
	return false
}

// AmountRoles says what the amounts are that no round has taken, from the words they stand with.
func (r *Reader) AmountRoles() {
	if len(r.telling) == 0 {
		return
	}
	deals := r.deals()
	if !deals && r.S.Class&roleClasses == 0 {
		return // most sentences
	}
	for _, k := range r.telling {
		if ph := r.phrase(int(k)); ph.money >= 0 {
			r.roleAt(int(k), ph, deals)
		}
	}
}

// roleAt says what the amount of the noun phrase k is; deals says that the sentence speaks of dealing in companies.
func (r *Reader) roleAt(k int, ph *phrase, deals bool) {
	class := ph.class
	if k >= 2 && r.S.Nodes[k-1].Kind == grammar.Kind(grammar.Prep) && r.S.Nodes[k-2].Kind == grammar.NP {
		class |= r.phrase(k - 2).class // "revenue of $12M", "its fund at $120M"
	}
	if k+2 < len(r.S.Nodes) && r.S.Nodes[k+1].Kind == grammar.Kind(grammar.Prep) && r.S.Nodes[k+2].Kind == grammar.NP {
		if r.Lex.Has(r.node(k+1), lexicon.TraitSaysOfWhat) {
			class |= r.phrase(k + 2).class // "$12M in sales"
		}
	}
	role := r.RoleOf(ph.money)
	if class&roleClasses != 0 && class&lexicon.Stronground == 0 {
		for i := range roleWords {
			if w := &roleWords[i]; class&w.class != 0 {
				*role = w.role
				break
			}
		}
	}
	if *role != deal.Other || !deals {
		return
	}
	if c := r.clauseOf(k); c != nil && c.Verb >= 0 && r.Lex.VerbHas(r.S.Nodes[c.Verb].VG.Verb, lexicon.TraitDealsInCompanies) {
		*role = deal.Acquisition
	}
}
