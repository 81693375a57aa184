package frames

import (
	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/mention"
	"example.com/funding/internal/names"
)

// part is one of several events that a clause lists: "raised [$2 million from Foo in 2015] and [$9 million in 2017]".
type part struct {
	node, end int // its noun phrase, and the node after what belongs to it
}

const (
	maxParts  = 12 // how many events one clause may list
	maxListed = 80 // how many nodes after its verb the last may begin
)

// applyParts applies f to each of the events that clause ci lists, which share verb, company and time. It reports false if the
// clause lists none.
func (r *Reader) applyParts(ci int, f *Row) bool {
	c := &r.S.Clauses[ci]
	if f.Weak || f.Extends || f.Subject != Company || f.Object != Financing || r.S.Nodes[c.Verb].VG.Passive || len(r.telling) < 2 {
		return false // nearly all
	}
	parts := r.parts(c)
	if len(parts) < 2 {
		return false
	}
	zipped := r.zips()
	done := false
	for i, p := range parts {
		n, one := len(r.mine), *c
		one.Args = r.S.ArgsOf(p.node, p.end)
		if zipped && len(c.Subj) == len(parts) {
			one.Subj = c.Subj[i : i+1]
		}
		of, other := r.gapped(p.node)
		if other && of.Kind != names.Named {
			continue
		}
		done = r.applyTo(ci, &one, f, true) || done
		for _, e := range r.mine[n:] {
			if other {
				e.company = r.Name(of)
			}
			e.pos, e.marked = r.Span(r.S.Nodes[p.node].From, r.S.Nodes[p.node].To).Start, true
			e.part = true
		}
	}
	if zipped {
		r.zip(parts)
	}
	if done {
		for k := c.Verb + 1; k < parts[0].node; k++ {
			if r.S.Nodes[k].Kind == grammar.NP {
				r.own(r.mine[len(r.mine)-1], []int{k}) // "three rounds" are all of them
			}
		}
	}
	return done
}

// gapped returns the company that stands before the amount of the noun phrase k, if it is the subject of a verb that is not said
// again: "Foo raised $3 million and [Bar $5 million]".
func (r *Reader) gapped(k int) (of names.Ref, ok bool) {
	nd := &r.S.Nodes[k]
	if e := &r.S.Elems[nd.From]; !e.Cap || e.Unit >= 0 || e.Cat != grammar.Name || r.S.Style != grammar.Plain {
		return names.Ref{}, false
	}
	to := nd.From
	for to < nd.To && r.S.Elems[to].Unit < 0 {
		to++
	}
	return r.Segment(nd.From, to, names.Anything), true
}

// parts returns the events that the clause lists, if they are several.
func (r *Reader) parts(c *grammar.Clause) (list []part) {
	nodes := r.S.Nodes
	joined := false // the last was said to be the last
	begin := func(k, opener int) {
		if n := len(list); n > 0 {
			list[n-1].end = opener
		}
		list = append(list, part{k, len(nodes)})
	}
	opener := c.Verb // what stands before the phrase
scan:
	for k := c.Verb + 1; k < min(len(nodes), c.Verb+maxListed) && len(list) < maxParts; k++ {
		switch nd := &nodes[k]; nd.Kind {
		case grammar.Kind(grammar.Adv), grammar.Kind(grammar.Quote):
			continue
		case grammar.NP:
			switch {
			case opener < 0 || !r.opensPart(k):
			case len(list) > 0 || opener == c.Verb:
				joined = r.joins(opener)
				begin(k, opener)
			case nodes[opener].Kind == grammar.Kind(grammar.Colon):
				begin(k, opener) // "closed three rounds: $2 million from Foo, …"
			}
			opener = -1
		case grammar.Kind(grammar.Comma), grammar.Kind(grammar.Conj), grammar.Kind(grammar.Colon), grammar.Kind(grammar.Semi):
			if opener < 0 || nodes[opener].Kind != grammar.Kind(grammar.Comma) {
				opener = k // of ", and" the comma
			} else {
				opener = k - 1
			}
			if nd.Kind == grammar.Kind(grammar.Conj) && !r.Lex.Has(r.node(k), lexicon.TraitJoinsItems) {
				opener = -1
			}
		case grammar.VG:
			if nd.VG.Form != grammar.Participle {
				break scan
			}
			opener = -1
		case grammar.Kind(grammar.Prep):
			if opener = -1; r.Lex.Has(r.node(k), lexicon.TraitComesNext) && k+1 < len(nodes) && r.opensPart(k+1) && len(list) > 0 {
				begin(k+1, k) // "followed by $9 million in 2017"
				joined = true
				k++
			}
		case grammar.Kind(grammar.LParen):
			for k+1 < len(nodes) && nodes[k+1].Kind != grammar.Kind(grammar.RParen) {
				k++
			}
			opener = -1
		case grammar.Kind(grammar.Rel), grammar.Kind(grammar.Sub):
			break scan
		default:
			opener = -1
		}
	}
	if !joined || r.sumsUp(list) {
		return nil
	}
	return list
}

// joins reports whether the comma or conjunction at node k ends a list: "and", ", and".
func (r *Reader) joins(k int) bool {
	nodes := r.S.Nodes
	return nodes[k].Kind == grammar.Kind(grammar.Conj) ||
		nodes[k].Kind == grammar.Kind(grammar.Comma) && k+1 < len(nodes) && nodes[k+1].Kind == grammar.Kind(grammar.Conj)
}

// opensPart reports whether the noun phrase k may begin an event of a list: it has an amount that may be raised.
func (r *Reader) opensPart(k int) bool {
	if r.S.Nodes[k].Kind != grammar.NP || !r.nouns[k].tells {
		return false
	}
	ph := r.phrase(k)
	if r.amount(ph) < 0 || ph.class&(lexicon.Totalcue|lexicon.Valuenoun) != 0 {
		return false
	}
	return !r.otherThing(r.S.ArgsAfter(k), -1)
}

// sumsUp reports whether the list is none: two of its amounts are the same, or the first is the whole and the others are its
// parts, "raised $30 million, $20 million in equity and $10 million in debt".
func (r *Reader) sumsUp(list []part) bool {
	if len(list) < 2 {
		return true
	}
	first := r.phrase(list[0].node)
	whole := len(list) > 2 && first.stage < 0
	for _, p := range list[1:] {
		m, n := &r.mentions.Money[r.phrase(p.node).money], &r.mentions.Money[first.money]
		if m.Same(n) {
			return true
		}
		whole = whole && m.Currency == n.Currency && m.Compare(n) < 0
	}
	return whole
}

// zips reports whether the sentence says that its lists go together item by item.
func (r *Reader) zips() bool {
	for i := range r.S.Elems {
		if e := &r.S.Elems[i]; e.Cat == grammar.Adv && r.Lex.Has(r.FirstID(i), lexicon.TraitRespectively) {
			return true
		}
	}
	return false
}

// zip gives each of the events that were just told its time or its giver from a list of as many after them: "$3 million and $9
// million from Foo and Bar in 2015 and 2017, respectively".
func (r *Reader) zip(parts []part) {
	if len(r.mine) < len(parts) {
		return
	}
	events := r.mine[len(r.mine)-len(parts):]
	var dates []int32
	for i := r.S.Nodes[parts[len(parts)-1].node].To; i < len(r.S.Elems); i++ {
		if e := &r.S.Elems[i]; e.Unit >= 0 {
			if u := &r.mentions.Units[r.first+int(e.Unit)]; u.Kind == mention.DateUnit {
				dates = append(dates, u.Index)
			}
		}
	}
	if len(dates) == len(events) {
		for i, e := range events {
			e.date = dates[i]
		}
	}
	last := events[len(events)-1]
	if givers := last.givers; len(givers) == len(events) {
		for i, e := range events {
			e.givers = r.keep([]deal.Giver{givers[i]})
		}
	}
}
