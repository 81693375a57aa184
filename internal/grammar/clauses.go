package grammar

import (
	"slices"

	"example.com/funding/internal/lexicon"
)

// kind returns the kind of node k, none outside the sentence.
func (s *Sentence) kind(k int) Kind {
	if uint(k) < uint(len(s.Nodes)) {
		return s.Nodes[k].Kind
	}
	return none
}

// is reports whether node k is a single element of one of the classes c.
func (s *Sentence) is(k int, c lexicon.Class) bool {
	return k >= 0 && k < len(s.Nodes) && s.Elems[s.Nodes[k].From].Is(c)
}

// small reports whether node k begins with the word id, without a capital.
func (s *Sentence) small(k int, id lexicon.ID) bool {
	e := &s.Elems[s.Nodes[k].From]
	return e.ID == id && !e.Cap
}

func (s *Sentence) finite(k int) bool {
	return s.kind(k) == VG && s.Nodes[k].VG.Form == Finite
}

// clauses finds the clause of every verb group.
func (s *Sentence) clauses() {
	s.scan, s.dangles = scan{from: -1}, false
	s.Clauses = slices.Grow(s.Clauses[:0], len(s.verbs)+1)
	for i := range s.verbs {
		s.clause(&s.verbs[i])
	}
	if len(s.Clauses) == 0 {
		for k := range s.Nodes {
			if s.Nodes[k].Kind == NP {
				c := Clause{Subj: s.ints.one(k), Verb: -1, Parent: -1, Ante: -1}
				c.Args = s.args(k+1, len(s.Nodes), false)
				s.Clauses = append(s.Clauses, c)
				break
			}
		}
	}
	if s.dangles {
		s.dangling()
	}
}

// clause reads the clause of the verb group v; those before it have been read.
func (s *Sentence) clause(v *verbAt) {
	k := v.node
	s.Clauses = append(s.Clauses, Clause{})
	last := len(s.Clauses) - 1
	c := &s.Clauses[last]
	c.Verb, c.Parent, c.Ante = k, last-1, -1
	s.subject(v, c)
	if c.Ante < 0 {
		for _, n := range c.Subj {
			s.Nodes[n].used = true
		}
		if !c.Shared && len(c.Subj) > 0 {
			if from := c.Subj[len(c.Subj)-1] + 1; from < k {
				c.Pre = s.args(from, k, true)
			}
		}
	}
	end := len(s.Nodes)
	if s.Nodes[0].Kind == Kind(Sub) {
		end = s.introEnd(k)
	}
	c.Args = s.args(k+1, end, false)
	s.dangles = s.dangles || len(c.Subj) == 0
}

// introEnd returns where a clause that opens the sentence with a conjunction ends: "As we wrote in May, Foo raised"; else the end of the sentence.
func (s *Sentence) introEnd(k int) int {
	if !s.finite(k) {
		return len(s.Nodes)
	}
	for i := 1; i < k; i++ {
		if s.kind(i) == VG || s.kind(i) == Kind(Comma) {
			return len(s.Nodes)
		}
	}
	for i := k + 1; i+1 < len(s.Nodes); i++ {
		if s.kind(i) == Kind(Comma) && s.kind(i+1) == NP {
			return i
		}
	}
	return len(s.Nodes)
}

// dangling gives a clause that opens the sentence ("Backed by A, Foo ...", "After raising $5M, Foo ...") the subject of the clause after it.
func (s *Sentence) dangling() {
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Verb < 0 || len(c.Subj) > 0 || s.Nodes[c.Verb].VG.Form == Finite || c.Ante >= 0 {
			continue
		}
		for j := i + 1; j < len(s.Clauses); j++ {
			d := &s.Clauses[j]
			if s.finite(d.Verb) && len(d.Subj) > 0 && d.Ante < 0 {
				c.Subj, c.Shared = d.Subj, true
				break
			}
		}
	}
}

// back returns the node before k, adverbs, times, quotes and whole parentheses skipped.
func (s *Sentence) back(k int) int {
	depth := 0
	for k--; k >= 0; k-- {
		switch Cat(s.Nodes[k].Kind) {
		case RParen:
			depth++
		case LParen:
			if depth > 0 {
				depth--
			}
		case Adv, When, Quote:
		default:
			if depth == 0 {
				return k
			}
		}
	}
	return -1
}

// share gives c the subject of the clause that governs it.
func (s *Sentence) share(c *Clause) {
	if c.Parent >= 0 {
		c.Subj, c.Shared = s.Clauses[c.Parent].Subj, true
	}
}

// modify makes c say something of the noun phrase k.
func (s *Sentence) modify(k int, c *Clause) {
	c.Ante, c.Rel, c.Subj = k, true, s.ints.one(k)
}

func (s *Sentence) subject(v *verbAt, c *Clause) {
	k := v.node
	if p := s.inParen(k); p > 0 {
		if i := s.back(p); s.kind(i) == NP {
			s.modify(i, c)
			return
		}
	}
	g := &s.Nodes[k].VG
	j := s.back(k)
	before := s.kind(j)
	switch g.Form {
	case Infinitive:
		if c.Parent < 0 {
			if o := s.orphan(v); o >= 0 && !s.finiteFrom(k) {
				c.Subj = s.list(o, j) // a headline without finite verb: "Foo to raise $5M", "Foo in talks to raise"
			}
			return
		}
		s.share(c)
		return
	case Gerund, Participle:
		switch {
		case before == NP:
			s.modify(j, c)
		case before == Kind(Comma) || before == Kind(Dash) || before == Kind(Conj):
			if g.Form == Participle {
				if i := s.back(j); s.kind(i) == NP {
					s.modify(i, c)
					return
				}
			}
			s.share(c)
		default:
			s.share(c)
		}
		return
	}
	switch {
	case before == Kind(Rel):
		// the antecedent: the noun phrase before "which", but of "a maker of robots, which" the head
		i := s.back(j)
		if s.kind(i) == Kind(Comma) || s.kind(i) == Kind(Dash) {
			i = s.back(i)
		}
		if s.kind(i) == Kind(Prep) { // "of which"
			i = s.back(i)
		}
		if s.kind(i) == NP {
			s.modify(i, c)
			return
		}
		s.share(c)
	case before == NP:
		h := s.head(j)
		if s.kind(h-1) == Kind(Prep) && s.kind(h-2) == Kind(Rel) { // "who along with others poured"
			if i := s.back(h - 2); i >= 0 {
				if s.kind(i) == Kind(Comma) {
					i = s.back(i)
				}
				if s.kind(i) == NP {
					s.modify(i, c)
					return
				}
			}
		}
		if o := s.orphan(v); o >= 0 && o < h {
			switch last := s.kind(h - 1); {
			case s.commaList(o, h):
				c.Subj = s.commaItems(o, h)
				return
			case (last == Kind(Comma) || last == Kind(Dash)) && (s.descriptive(h) || !s.endsInName(h)) && !s.verbBetween(o, h):
				if s.kind(k+1) == Kind(Prep) && s.bareParticiple(k) && s.finiteAfterComma(k) {
					s.modify(j, c) // "Foo, a company focused on bar, raised"
					return
				}
				c.Subj = s.list(o, h)
				return
			case last == VG && s.kind(o+1) == Kind(Rel):
				c.Subj = s.ints.one(o) // "the company that makes robots raised"
				return
			}
		}
		c.Subj = s.listBack(h, s.Elems[g.Main].Forms&lexicon.Base != 0)
	case before == Kind(Conj):
		// "and raised": the subject of the clause before; but a subject still without verb goes first
		if i := s.lastFinite(c.Parent); i >= 0 {
			c.Subj, c.Shared = s.Clauses[i].Subj, true
			return
		}
		fallthrough
	default:
		if o := s.orphan(v); o >= 0 {
			c.Subj = s.list(o, j)
			return
		}
		if i := s.lastFinite(c.Parent); i >= 0 {
			c.Subj, c.Shared = s.Clauses[i].Subj, true
		}
	}
}

// finiteFrom reports whether a finite verb follows node k.
func (s *Sentence) finiteFrom(k int) bool {
	for k++; k < len(s.Nodes); k++ {
		if s.Nodes[k].Kind == VG && s.finite(k) {
			return true
		}
	}
	return false
}

// commaList reports whether nodes a to b are noun phrases with commas between, three at least: a list without a conjunction.
func (s *Sentence) commaList(a, b int) bool {
	if b-a < 4 || (b-a)%2 != 0 || s.Style != Plain {
		return false
	}
	for i := a; i <= b; i++ {
		if (i-a)%2 == 0 && (s.kind(i) != NP || s.descriptive(i) || !s.endsInName(i)) || (i-a)%2 == 1 && s.kind(i) != Kind(Comma) {
			return false
		}
	}
	return true
}

func (s *Sentence) commaItems(a, b int) []int {
	n := len(s.ints.buf)
	for i := a; i <= b; i += 2 {
		s.ints.add(i)
	}
	return s.ints.since(n)
}

// inParen returns the opening parenthesis that node k stands in, or 0.
func (s *Sentence) inParen(k int) int {
	if !s.parens {
		return 0
	}
	for i := k - 1; i > 0 && i > k-12; i-- {
		switch Cat(s.Nodes[i].Kind) {
		case RParen:
			return 0
		case LParen:
			return i
		}
	}
	return 0
}

// bareParticiple reports whether the verb group k is one word that may be a participle.
func (s *Sentence) bareParticiple(k int) bool {
	n := &s.Nodes[k]
	return n.To == n.From+1 && s.Elems[n.From].Forms&lexicon.Part != 0
}

// finiteAfterComma reports whether a finite verb follows a comma after node k: the main verb of a sentence whose subject is set off.
func (s *Sentence) finiteAfterComma(k int) bool {
	for i := k + 1; i < len(s.Nodes); i++ {
		if s.finite(i) && s.back(i) > k && s.kind(s.back(i)) == Kind(Comma) {
			return true
		}
	}
	return false
}

// lastFinite returns the nearest finite clause from i backwards that has a subject.
func (s *Sentence) lastFinite(i int) int {
	for ; i >= 0; i-- {
		if s.finite(s.Clauses[i].Verb) && len(s.Clauses[i].Subj) > 0 {
			return i
		}
	}
	return -1
}

// head climbs from the noun phrase j over "of", "in" … to the phrase that they modify.
func (s *Sentence) head(j int) int {
	for j > 1 && s.kind(j-1) == Kind(Prep) {
		i := s.back(j - 1)
		if s.kind(i) == VG && s.bareParticiple(i) && s.kind(i-1) == NP {
			i-- // "the company focused on payments raised"
		}
		if s.kind(i) != NP {
			return j
		}
		j = i
	}
	return j
}

// orphan returns the first noun phrase before the verb group v that still waits
// for its verb: one that opens the sentence or follows a break, not in a
// prepositional phrase.
func (s *Sentence) orphan(v *verbAt) int {
	k, t := v.node, v.stretch
	if s.parens {
		t = s.outside(k)
	}
	if o := s.waiting(t.from, k); o >= 0 || !t.sub {
		return o
	}
	return s.waiting(0, k) // "Foo, which fills up your car while you work, raises"
}

// outside returns the stretch before node k, breaks in parentheses left out: "Foo, Inc. (NYSE: FOO), a maker of bar, raised".
func (s *Sentence) outside(k int) stretch {
	depth := 0
	for i := k - 1; i >= 0; i-- {
		switch c := Cat(s.Nodes[i].Kind); c {
		case RParen:
			depth++
		case LParen:
			depth = max(0, depth-1)
		case Semi, Colon, Stop, Sub:
			if depth == 0 {
				return stretch{i + 1, c == Sub}
			}
		}
	}
	return stretch{}
}

// scan is how far a stretch has been read for noun phrases that wait: one that was passed over never waits again.
type scan struct {
	from, at, depth int
	verb            bool
}

// waiting returns the first noun phrase in [from, k) that may be the subject of k.
func (s *Sentence) waiting(from, k int) int {
	r := &s.scan
	if r.from != from {
		*r = scan{from: from, at: from}
	}
	for ; r.at < k; r.at++ {
		i := r.at
		switch n := &s.Nodes[i]; Cat(n.Kind) {
		case LParen:
			r.depth++
		case RParen:
			r.depth--
		case Verb, Rel:
			r.verb = true
		case Comma, Dash:
			r.verb = false
		case Noun:
			if r.depth > 0 || n.used || r.verb || s.Elems[n.To-1].Is(lexicon.Timeunit) {
				continue
			}
			if i > from {
				p := s.kind(i - 1)
				if p == Kind(Prep) || p == VG || p == Kind(Adv) && i > from+1 && s.kind(i-2) == Kind(Prep) {
					continue
				}
			}
			return i
		}
	}
	return -1
}

func (s *Sentence) verbBetween(a, b int) bool {
	for i := a; i < b; i++ {
		if s.finite(i) && !s.is(i-1, lexicon.Rel) {
			return true
		}
	}
	return false
}

// descriptive reports whether the noun phrase at k describes rather than names: it begins with an article.
func (s *Sentence) descriptive(k int) bool {
	n := &s.Nodes[k]
	e := &s.Elems[n.From]
	if e.Cat == Det {
		if n.Holds&Owners != 0 {
			return true
		}
		last := &s.Elems[n.To-1]
		return !(last.Cat == Name && s.Style == Plain) || e.Is(lexicon.Indefinite)
	}
	return false
}

// endsInName reports whether the last word of the noun phrase k is a name.
func (s *Sentence) endsInName(k int) bool {
	e := &s.Elems[s.Nodes[k].To-1]
	if s.Style != Plain {
		return !e.Is(lexicon.Companynoun)
	}
	return e.Cat == Name || e.Cat == Unit || e.Cap
}

// list returns the coordinated noun phrases that begin at node a, up to node end.
func (s *Sentence) list(a, end int) []int {
	n := len(s.ints.buf)
	s.ints.add(a)
	for i := a + 1; i < end; i += 2 {
		switch {
		case s.kind(i) == Kind(Conj) && s.kind(i+1) == NP:
			s.ints.add(i + 1)
			return s.ints.since(n)
		case s.kind(i) == Kind(Comma) && s.kind(i+1) == NP && !s.descriptive(i+1) && s.conjFollows(i+1, end):
			s.ints.add(i + 1)
		case s.kind(i) == Kind(Comma) && s.kind(i+1) == Kind(Conj) && s.kind(i+2) == NP:
			s.ints.add(i + 2)
			return s.ints.since(n)
		default:
			return s.ints.since(n)
		}
	}
	return s.ints.since(n)
}

// conjFollows reports whether a list goes on after the noun phrase k until a conjunction before end.
func (s *Sentence) conjFollows(k, end int) bool {
	for i := k + 1; i < end && i < k+40; i++ {
		switch Cat(s.Nodes[i].Kind) {
		case Conj:
			return true
		case Comma, Noun:
		default:
			return false
		}
	}
	return false
}

// listBack returns the list of noun phrases whose last item is k. In headlines a
// comma alone joins two subjects if the verb can have a plural one: "Foo, Bar lead $5M round".
func (s *Sentence) listBack(k int, plural bool) []int {
	i := k - 1
	plural = plural && s.kind(i) == Kind(Comma) && s.kind(i-2) == none
	if s.kind(i) != Kind(Conj) && !plural {
		return s.ints.one(k)
	}
	n := len(s.ints.buf)
	s.ints.add(k)
	i = s.separator(i)
	for s.kind(i) == NP && !s.Nodes[i].used && !s.descriptive(i) {
		if s.kind(i-1) == Kind(Prep) {
			// "investors like A and B": the list is the phrase's, the subject its head
			if h := s.head(i); !s.Nodes[h].used {
				return s.listBack(h, false)
			}
			break
		}
		s.ints.add(i)
		if s.kind(i-1) != Kind(Comma) && s.kind(i-1) != Kind(Conj) {
			break
		}
		i = s.separator(i - 1)
	}
	out := s.ints.since(n)
	slices.Reverse(out)
	return out
}

// separator skips the comma, conjunction or both that end at node i, backwards.
func (s *Sentence) separator(i int) int {
	if s.kind(i) == Kind(Conj) {
		i--
	}
	if s.kind(i) == Kind(Comma) {
		i--
	}
	return i
}

// ArgsAfter reads what follows the noun phrase k as arguments, for a phrase that no verb governs.
func (s *Sentence) ArgsAfter(k int) []Arg {
	return s.args(k+1, len(s.Nodes), false)
}

// args reads objects and prepositional phrases from node k up to end; pre says that a verb follows, whose subject stands before them.
func (s *Sentence) args(k, end int, pre bool) []Arg {
	first := len(s.lists.buf)
	comma := false
	nodes := s.Nodes[:end]
	i := k
loop:
	for i < len(nodes) {
		switch Cat(nodes[i].Kind) {
		case Adv, When, Quote, Other:
			i++
			continue
		case Comma, Dash:
			comma = true
			i++
			continue
		case Conj:
			n := i + 1
			if s.kind(n) == Kind(Adv) || s.kind(n) == Kind(When) {
				n++
			}
			if s.kind(n) == Kind(Prep) {
				i = n
				continue
			}
			break loop
		case LParen:
			i = s.closing(i) + 1
			continue
		case Prep:
			n := i + 1
			for n < len(nodes) && Cat(nodes[n].Kind).in(1<<Adv|1<<Quote|1<<Prep) {
				n++
			}
			if n >= len(nodes) || nodes[n].Kind == Kind(When) {
				i = n
				continue
			}
			if nodes[n].Kind != NP {
				break loop
			}
			prep := &nodes[n-1]
			if prep.Kind != Kind(Prep) {
				prep = &nodes[i]
			}
			i = s.arg(s.Elems[prep.From].ID, i, n, end)
		case Verb:
			// "brings the total capital raised by the company to $9m"
			if s.Nodes[i].VG.Form == Participle && i+3 < end && s.kind(i+1) == Kind(Prep) && s.kind(i+2) == NP && s.kind(i+3) == Kind(Prep) && s.small(i+3, s.rules.Infinitive) {
				i += 3
				continue
			}
			break loop
		case Noun:
			if !pre && s.finite(s.after(i)) {
				break loop
			}
			prep := lexicon.ID(0)
			if comma {
				prep = Apposed
			}
			i = s.arg(prep, i, i, end)
		default:
			break loop
		}
		comma = false
	}
	return s.lists.since(first)
}

// after returns the node after k, adverbs and times skipped.
func (s *Sentence) after(k int) int {
	for k++; k < len(s.Nodes); k++ {
		if c := Cat(s.Nodes[k].Kind); c != Adv && c != When && c != Quote {
			return k
		}
	}
	return -1
}

func (s *Sentence) closing(i int) int {
	for j := i + 1; j < len(s.Nodes) && j < i+60; j++ {
		if Cat(s.Nodes[j].Kind) == RParen {
			return j
		}
	}
	return i
}

// arg adds the argument that begins at node, and returns the node after it. Its list of noun phrases
// begins at node k: "A, B (x), C of D, the maker of E, and F".
func (s *Sentence) arg(prep lexicon.ID, node, k, end int) int {
	first := len(s.items.buf)
	nodes := s.Nodes[:end]
	i := s.item(k)
loop:
	for i < len(nodes) {
		if !Cat(nodes[i].Kind).in(1<<Quote | 1<<Other | 1<<LParen | 1<<Prep | 1<<Comma | 1<<Semi | 1<<Conj) {
			break
		}
		last := &s.items.buf[len(s.items.buf)-1]
		switch Cat(nodes[i].Kind) {
		case Quote, Other:
			i++
		case LParen:
			c := s.closing(i)
			last.Tail = c
			i = c + 1
		case Prep:
			// "Jane Doe of Foo": a tail, as long as a list goes on after it or it is "of"
			e := &s.Elems[nodes[i].From]
			switch {
			case e.Is(lexicon.Including) && s.kind(i+1) == NP:
				break loop
			case e.ID == s.rules.Of && s.kind(i+1) == NP && !e.Cap:
				// the caller decides what "of" means when the head is no name
				if !s.named(last.NP) {
					break loop
				}
				last.Tail = i + 1
				s.Nodes[i+1].used = true
				i += 2
			case e.ID == s.rules.At && s.kind(i+1) == NP && s.named(i+1) && s.named(last.NP) && !s.unit(i+1) && !e.Cap:
				last.Tail = i + 1
				s.Nodes[i+1].used = true
				i += 2
			default:
				break loop
			}
		case Comma, Semi:
			n := i + 1
			for n < len(nodes) && Cat(nodes[n].Kind).in(1<<Conj|1<<Adv|1<<Comma|1<<Quote) {
				n++
			}
			if Cat(nodes[i].Kind) == Semi && s.is(n, lexicon.Including) {
				break loop
			}
			if s.kind(i+1) == Kind(Rel) && s.finite(i+2) && i+3 < end {
				if k := Cat(s.Nodes[i+3].Kind); k == Comma || k == Semi {
					last.Tail = i + 2 // "A, who led, and B"
					i += 3
					continue
				}
			}
			if !s.another(n, k, end) || (n > i+1 || Cat(nodes[i].Kind) == Semi) && s.newSubject(n, end) {
				break loop
			}
			if n == i+1 && Cat(nodes[i].Kind) == Comma && (s.descriptive(n) || !s.named(n) && s.named(last.NP)) {
				// an apposition with its own prepositional phrases, up to the next comma
				j := n
				for j+1 < end {
					c := Cat(s.Nodes[j+1].Kind)
					if c != Noun && c != Prep && c != Adv && !(c == Verb && s.bareParticiple(j+1) && s.kind(j+2) == Kind(Prep)) && !(c == Conj && s.kind(j+2) == NP && !s.named(j+2)) {
						break
					}
					s.Nodes[j+1].used = true
					j++
				}
				s.Nodes[n].used = true
				last.Tail = j
				i = j + 1
				continue
			}
			i = s.item(n)
		case Conj:
			n := i + 1
			for n < len(nodes) && Cat(nodes[n].Kind).in(1<<Adv|1<<Quote) {
				n++
			}
			if !s.another(n, k, end) {
				break loop
			}
			i = s.item(n)
		default:
			break loop
		}
	}
	s.lists.add(Arg{Prep: prep, Node: node, Items: s.items.since(first)})
	return i
}

// item adds the noun phrase k to the items of the argument being read, and returns the node after it.
func (s *Sentence) item(k int) int {
	s.items.add(Item{k, k})
	s.Nodes[k].used = true
	return k + 1
}

// another reports whether the noun phrase n goes on with the list that began with k.
func (s *Sentence) another(n, k, end int) bool {
	if n >= end || s.kind(n) != NP || s.unit(n) && !s.unit(k) {
		return false
	}
	a := s.after(n)
	return a >= end || !s.finite(a)
}

// newSubject reports whether the list that goes on at noun phrase n is the subject of a verb of its own: "…, and A and B are taking part".
func (s *Sentence) newSubject(n, end int) bool {
	for n < end {
		switch Cat(s.Nodes[n].Kind) {
		case Noun, Comma, Conj, Adv:
			n++
		default:
			return s.finite(n)
		}
	}
	return false
}

// named reports whether the noun phrase k contains a name (or, where capitals say nothing, anything).
func (s *Sentence) named(k int) bool { return s.Nodes[k].Holds&Capitals != 0 }

// unit reports whether the noun phrase k contains a unit.
func (s *Sentence) unit(k int) bool { return s.Nodes[k].Holds&Units != 0 }
