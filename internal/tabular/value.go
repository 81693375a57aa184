package tabular

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/token"
)

// This file says what cells and values of fields hold.

// unit returns the number of the unit with which c begins; false if there is none.
func (r *Reader) unit(c cell) (u int, ok bool) {
	if c.empty() {
		return 0, false
	}
	u = r.UnitFrom(c.from)
	if u == len(r.Units) || int(r.Units[u].To) > c.to {
		return 0, false
	}
	return u, int(r.Units[u].From) == c.from
}

// within returns the number of the first unit of the kind in c; false if there is none.
func (r *Reader) within(c cell, kind mention.UnitKind) (index int32, ok bool) {
	if c.empty() {
		return 0, false
	}
	for u := r.UnitFrom(c.from); u < len(r.Units) && int(r.Units[u].To) <= c.to; u++ {
		if r.Units[u].Kind == kind {
			return r.Units[u].Index, true
		}
	}
	return 0, false
}

// stage adds the stage or the kind of a round that c holds to t, and reports whether there is one.
func (r *Reader) stage(t *deal.Telling, c cell) bool {
	said := false
	if i, ok := r.within(c, mention.StageUnit); ok {
		t.Stage, t.StageAt, said = r.Stages[i], r.StageAt(i), true
	} else if b := r.bare(c); !b.empty() {
		if s, ok := r.BareStage(b.from, b.to); ok {
			t.Stage, t.StageAt, said = s, r.Bytes(b.from, b.to), true
		}
	}
	return r.kind(t, c) || said
}

// kind adds the kind of a round that c names to t, and reports whether there is one.
func (r *Reader) kind(t *deal.Telling, c cell) bool {
	for i := c.from; i < c.to; i++ {
		switch e := r.Entry(i); {
		case e.Is(lexicon.Debtnoun):
			t.Kind = deal.Debt
		case e.Is(lexicon.Grantnoun):
			t.Kind = deal.Grant
		case e.Is(lexicon.Convertnoun):
			t.Kind = deal.Convertible
		case e.Is(lexicon.Crowdnoun):
			t.Kind = deal.Crowdfunding
		default:
			continue
		}
		return true
	}
	return false
}

// maxName is how many tokens the name of a company or a giver has at most.
const maxName = 9

// givers adds those whom c lists to t. lead says that they lead. The list ends where something else than a name begins: what
// follows says more of the givers and names others, as their companies.
func (r *Reader) givers(t *deal.Telling, c cell, lead bool) {
	from := c.from
	for i := c.from; i <= c.to; {
		end, next, col := i, i, Other
		if i < c.to {
			if next, col = r.splits(i, c.to); next == i {
				if r.Toks[i].Is('(') && i > from {
					i = r.closed(i, c.to)
					continue
				}
				i++
				continue
			}
		} else {
			next = i + 1
		}
		if !r.giver(t, cell{from, end}, lead) {
			return
		}
		if from, i = next, next; col != Other {
			lead = col == Lead
		}
	}
}

// splits returns the token after what stands at token i between two givers, i if they go on, and what it says of those after it.
func (r *Reader) splits(i, to int) (next int, col Column) {
	switch t := &r.Toks[i]; {
	case t.Kind == token.Punct:
		switch {
		case t.R == ';': // "led by Foo; Bar and Baz followed"
			return i + 1, Investors
		case t.R == ',' && !r.Entry(i+1).Is(lexicon.Legal), t.R == '/', t.R == '|', t.R == ':', picture(t.R), r.dash(i):
			return i + 1, Other
		}
		return i, Other
	case r.Entry(i).Is(lexicon.Conj) && !r.pairs(i):
		return i + 1, Other
	}
	if n, col := r.introduces(i, to); n > i {
		return n, col
	}
	return i, Other
}

// dash reports whether token i is a dash that stands apart: "Foo - Bar".
func (r *Reader) dash(i int) bool {
	switch r.Toks[i].R {
	case '-', '–', '—':
		return r.Toks[i].Has(token.Space) && i+1 < len(r.Toks) && r.Toks[i+1].Has(token.Space)
	}
	return false
}

// pairs reports whether the conjunction at token i stands inside a name: "Kite & Co", "Foo and Sons".
func (r *Reader) pairs(i int) bool {
	return r.Entry(i+1).Is(lexicon.Pairword) && r.Toks[i+1].Has(token.Upper)
}

// maxIntroducing is how many words and hyphens introduce givers.
const maxIntroducing = 4

// introduces returns the token after words at token i that introduce givers, and what they are; i if there are none.
func (r *Reader) introduces(i, to int) (next int, col Column) {
	if r.Word(i) == 0 {
		return i, Other // most: words of names, which nobody knows
	}
	for n := min(maxIntroducing, to-i); n > 0; n-- {
		if !r.Kind(i, token.Word) || !r.Kind(i+n-1, token.Word) {
			continue
		}
		if col, ok := r.find(r.rules.Givers, cell{i, i + n}); ok {
			i += n
			if r.Is(i, ':') {
				i++
			}
			return i, col
		}
	}
	return i, Other
}

// closed returns the token after the bracket that closes that at token i; to if there is none.
func (r *Reader) closed(i, to int) int {
	for ; i < to; i++ {
		if r.Toks[i].Is(')') {
			return i + 1
		}
	}
	return to
}

// giver adds whom c names to t, and reports false where the list ends.
func (r *Reader) giver(t *deal.Telling, c cell, lead bool) bool {
	c, marked := r.unbracketed(c)
	c = r.bare(c)
	for !c.empty() && r.sortsGivers(c.from) && !(r.Toks[c.from].Has(token.Upper) && c.to-c.from > 1 && !r.vague(c)) {
		c.from++
	}
	for !c.empty() && r.Toks[c.to-1].Is('.') && !r.Entry(c.to-2).Is(lexicon.Abbrev|lexicon.Legal) {
		c.to--
	}
	switch {
	case c.empty() || r.vague(c) || r.undisclosed(c):
		return true
	case r.opensUnit(c) || r.nowhere(c):
		return true
	}
	c = r.undescribed(c)
	whole := r.capitalised(c)
	if whole.empty() || whole.to-whole.from > maxName {
		return false
	}
	t.Givers = append(t.Givers, deal.Giver{Name: r.name(whole), Lead: lead || marked})
	return whole.to == c.to
}

// undescribed returns c without the words before a name that say what it is: "trading house Foo". Of others it returns all.
func (r *Reader) undescribed(c cell) cell {
	for i := c.from; i < c.to; i++ {
		switch {
		case !r.BeginsLower(i):
			return cell{i, c.to}
		case !r.Lex.Known(r.Word(i)) || r.Entry(i).Is(lexicon.Prep|lexicon.Rel|lexicon.Aux):
			return c
		}
	}
	return c
}

// unbracketed returns c without what stands in brackets at its end, and reports whether that says that it leads: "Foo (lead)".
func (r *Reader) unbracketed(c cell) (cell, bool) {
	for i := c.from + 1; i < c.to; i++ {
		if !r.Toks[i].Is('(') {
			continue
		}
		to := i + 1
		for to < c.to && !r.Toks[to].Is(')') {
			to++
		}
		return cell{c.from, i}, to > i+1 && r.Lex.Has(r.Word(i+1), lexicon.TraitTheLead)
	}
	return c, false
}

// sortsGivers reports whether the word at token i only says of which sort the givers after it are: "existing investor".
func (r *Reader) sortsGivers(i int) bool {
	e := r.Entry(i)
	return e.Is(lexicon.Det|lexicon.Investornoun|lexicon.Companynouns) || r.Lex.Has(r.Word(i), lexicon.TraitVagueGivers) ||
		r.Lex.Has(r.Word(i), lexicon.TraitOtherGivers)
}

// sorted reports whether all words of c before the last only say of which sort givers are: "Business Angels", not "Acre Angels".
func (r *Reader) sorted(c cell) bool {
	for i := c.from; i < c.to-1; i++ {
		if r.Toks[i].Has(token.Upper) && !r.sortsGivers(i) && !r.Lex.Has(r.Word(i), lexicon.TraitSortOfGivers) {
			return false
		}
	}
	return true
}

// vague reports whether c means givers whom it does not name: "Private investors", "others".
func (r *Reader) vague(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if r.Kind(i, token.Word) && !r.Lex.Known(r.Word(i)) {
			return false
		}
	}
	if c.to == c.from+1 && r.Entry(c.from).Is(lexicon.Crowdnoun) {
		return true // "Crowdfunding"
	}
	last := r.Word(c.to - 1)
	return r.Lex.Has(last, lexicon.TraitEndsVagueCell) || r.Lex.Has(last, lexicon.TraitEndsVagueGivers) && r.sorted(c) ||
		r.Lex.Has(r.Word(c.from), lexicon.TraitVagueGivers) && r.Entry(c.to-1).Is(lexicon.Investornoun|lexicon.Companynouns)
}

// opensUnit reports whether c begins with an amount, a stage or a date.
func (r *Reader) opensUnit(c cell) bool {
	_, ok := r.unit(c)
	return ok
}

// nowhere reports whether c is nothing but a place or the like.
func (r *Reader) nowhere(c cell) bool {
	for i := c.from; i < c.to; i++ {
		if r.Toks[i].Kind == token.Word && !r.Entry(i).Is(lexicon.Place|lexicon.State|lexicon.Demonym) {
			return false
		}
	}
	return true
}

// capitalised returns as much of c as is a name where capitals mark names: it begins with a capital, a digit or an unknown
// word, and no plain word stands in it but those that join the words of names.
func (r *Reader) capitalised(c cell) cell {
	for i := c.from; i < c.to; i++ {
		t := &r.Toks[i]
		plain := t.Kind == token.Word && r.BeginsLower(i) && r.Lex.Known(r.Word(i))
		if plain && (i == c.from || !r.Entry(i).Is(lexicon.Nameconnector) || i+1 == c.to) {
			return r.bare(cell{c.from, i})
		}
	}
	return c
}

// named reports whether c may be the name of a company: words with capitals, not all of which are places, times or the like.
// strict asks for a word that is no common one.
func (r *Reader) named(c cell, strict bool) bool {
	if c.empty() || c.to-c.from > maxName || r.opensUnit(c) || r.capitalised(c) != c || r.Toks[c.from].Kind == token.Punct {
		return false
	}
	const nobody = lexicon.Place | lexicon.State | lexicon.Demonym | lexicon.Placeless | lexicon.Month | lexicon.Weekday | lexicon.Title |
		lexicon.Pronoun | lexicon.Det | lexicon.Modifier | lexicon.Prep
	some := false
	for i := c.from; i < c.to; i++ {
		t := &r.Toks[i]
		switch e := r.Entry(i); {
		case t.Kind == token.Punct:
			switch t.R {
			case '.', '!', '?', '"', '…', ';', '%', '$':
				return false
			}
		case t.Kind == token.Word:
			some = some || !e.Is(nobody) && (!strict || !r.Lex.Known(r.Word(i)) || t.Has(token.Mixed))
			if e.Is(lexicon.Aux | lexicon.Rel | lexicon.Sub) {
				return false
			}
		}
	}
	last := r.Entry(c.to - 1)
	return some && !last.Is(lexicon.Stronground|lexicon.Revenuenoun|lexicon.Valuenoun|lexicon.Totalcue) &&
		!r.label(c)
}

// label reports whether c is the label of a field.
func (r *Reader) label(c cell) bool {
	if c.to-c.from > maxLabel {
		return false
	}
	_, ok := r.column(c)
	return ok
}
