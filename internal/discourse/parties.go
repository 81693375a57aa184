package discourse

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
	"example.com/funding/internal/reuse"
)

// Party is one giver of an event, by all names that the text prints.
type Party struct {
	Names []names.Name
	Lead  bool
}

// parties is the memory for finding those of one event.
type parties struct {
	list   []Party
	most   int           // how many of list were in use
	byForm map[int32]int // parties by the form of their first name
}

func (p *parties) reset() {
	for _, g := range p.list[:p.most] {
		reuse.Emptied(g.Names[:cap(g.Names)])
	}
	p.list, p.most = p.list[:0], 0
}

// Parties joins the mentions of one giver. What it returns lasts until it is asked again.
func (r *Reader) Parties(e *Event) []Party {
	p := &r.groups
	p.list = p.list[:0]
	if p.byForm == nil {
		p.byForm = map[int32]int{}
	} else if len(p.byForm) > 0 {
		clear(p.byForm)
	}
	company, begun := e.Of.FirstLetters(), names.Letters(0) // the first letters of names seen
	numbered := 0                                           // parties that byForm knows
	for k := range e.Givers {
		g := &e.Givers[k]
		letters := g.Name.FirstLetters()
		alone := letters&(company|begun) == 0 && len(p.list) < names.MaxRecall // nobody before can be meant
		begun |= letters
		if alone {
			p.add(g)
			continue
		}
		for ; numbered < len(p.list); numbered++ {
			p.byForm[r.Names.FormOf(&p.list[numbered].Names[0])] = numbered
		}
		form := r.Names.FormOf(&g.Name)
		if r.Names.GoesBy(e.Of, form) {
			continue
		}
		if i, ok := p.byForm[form]; ok {
			q := &p.list[i]
			if len(g.Name.Aka) > 0 {
				q.Names = append(q.Names, g.Name)
			}
			q.Lead = q.Lead || g.Lead
			continue
		}
		if q := r.partyOf(g, form); q != nil {
			q.Names = append(q.Names, g.Name)
			q.Lead = q.Lead || g.Lead
			continue
		}
		p.add(g)
	}
	p.most = max(p.most, len(p.list))
	return p.list
}

// partyOf returns the party that g, whose name has the form, is another mention of; nil if it is none.
func (r *Reader) partyOf(g *deal.Giver, form int32) *Party {
	list := r.groups.list
	for i := r.Recalls.From(len(list)); i < len(list); i++ {
		q := &list[i]
		for j := range q.Names {
			n := &q.Names[j]
			if r.Names.Same(r.Names.FormOf(n), form) || r.Names.SpeaksFor(n, &g.Name) || r.Names.SpeaksFor(&g.Name, n) {
				return q
			}
		}
	}
	return nil
}

// add begins a party with g.
func (p *parties) add(g *deal.Giver) {
	n := len(p.list)
	p.list = slices.Grow(p.list, 1)[:n+1]
	p.list[n] = Party{append(p.list[n].Names[:0], g.Name), g.Lead}
}

// Fullest returns the number of the fullest of the names that somebody goes by: the longest of those with the most words.
func (r *Reader) Fullest(list []names.Name) int {
	best := 0
	for i := 1; i < len(list); i++ {
		n, b := &list[i], &list[best]
		if len(n.Text) > len(b.Text) && r.Names.WordCount(r.Names.FormOf(n)) >= r.Names.WordCount(r.Names.FormOf(b)) {
			best = i
		}
	}
	return best
}
