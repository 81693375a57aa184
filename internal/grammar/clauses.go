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

// FindClauses finds the clause of every verb group, where the subject stands before the verb and all else after it.
func (s *Sentence) FindClauses() {
	s.scan, s.dangles, s.lastFinal = scan{from: -1}, false, s.lastOwn()
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
	if !s.openedBy(v, c) {
		s.subject(v, c)
	}
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
	if s.rules.isLight[s.Nodes[k].VG.Verb] {
		s.lightVerb(c)
	}
	if c.Ante < 0 && len(c.Subj) > 0 {
		c.Ante = s.objectOf(c.Subj[0])
	}
	s.dangles = s.dangles || len(c.Subj) == 0
}

// openedBy gives c, the clause of the verb group v, the name that opens the sentence as its subject, if v is its verb.
// What explains the name is no subject of anything that comes after it.
func (s *Sentence) openedBy(v *verbAt, c *Clause) bool {
	o := &s.Opening
	if !o.Has() || s.Nodes[v.node].From > o.Main || s.Nodes[v.node].To <= o.Main {
		return false
	}
	for k := v.node - 1; k >= 0; k-- {
		nd := &s.Nodes[k]
		if nd.From <= o.From && nd.Kind == NP && nd.To >= o.To {
			c.Subj = s.ints.one(k)
			return true
		}
		nd.used = true
	}
	return false
}

// objectOf returns the noun phrase before a relative that is the object of its clause and not the subject, which is node k;
// -1 if no relative stands before k: "the Series B, which Foo led". After a verb it is no relative: "Foo said that it raised".
func (s *Sentence) objectOf(k int) int {
	if s.kind(k-1) != Kind(Rel) {
		return -1
	}
	for i := k - 2; i >= 0 && i > k-5; i-- {
		switch s.kind(i) {
		case NP:
			return i
		case VG:
			return -1
		}
	}
	return -1
}

// lightVerb finds what the verb of c means if it means another one together with a word after it. That word is no argument:
// "took part in the round", "took the lead", "came along".
func (s *Sentence) lightVerb(c *Clause) {
	nd := &s.Nodes[c.Verb]
	for i := range s.rules.light {
		l := &s.rules.light[i]
		if l.verb != nd.VG.Verb || l.last && s.governs(c.Verb+1) {
			continue
		}
		var object *Node
		if len(c.Args) > 0 && c.Args[0].Relation == Object {
			object = &s.Nodes[c.Args[0].Node]
		}
		next := nd.To
		switch {
		case (object == nil || object.From != next) && next < len(s.Elems) && s.ids[s.Elems[next].From] == l.word:
			nd.VG.Sense = l.means // "came along"
			return
		case object != nil && object.To-object.From <= 2 && s.ids[s.Elems[object.To-1].To-1] == l.word:
			nd.VG.Sense, c.Args = l.means, c.Args[1:] // "took the lead"
			return
		}
	}
}

// governs reports whether a phrase, with a preposition or without, or a time comes after node k.
func (s *Sentence) governs(k int) bool {
	switch s.kind(k + 1) {
	case NP, Kind(When), Kind(Prep):
		return true
	}
	return false
}

// introEnd returns where a clause that opens the sentence with a conjunction ends: "As we wrote in May, Foo raised";
// else the end of the sentence.
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

// dangling gives a clause that opens the sentence the subject of the clause after it:
// "Backed by A, Foo ...", "After raising $5M, Foo ...".
func (s *Sentence) dangling() {
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Verb < 0 || len(c.Subj) > 0 || s.Nodes[c.Verb].VG.Form == Finite || c.Rel {
			continue
		}
		for j := i + 1; j < len(s.Clauses); j++ {
			d := &s.Clauses[j]
			if s.finite(d.Verb) && len(d.Subj) > 0 && !d.Rel {
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

// subject finds whose clause c is, whose verb group is v.
func (s *Sentence) subject(v *verbAt, c *Clause) {
	k := v.node
	if p := s.inParen(k); p > 0 {
		if i := s.back(p); s.kind(i) == NP {
			s.modify(i, c) // "Foo (backed by Bar)"
			return
		}
	}
	j := s.back(k)
	switch s.Nodes[k].VG.Form {
	case Infinitive:
		s.infinitiveSubject(v, j, c)
	case Gerund, Participle:
		s.participleSubject(k, j, c)
	default:
		s.finiteSubject(v, j, c)
	}
}

// infinitiveSubject shares the subject of the clause before: "Foo plans to raise". In a headline without a finite
// verb what stands before is the subject itself: "Foo to raise $5M", "Foo in talks to raise". Node j stands before the verb.
func (s *Sentence) infinitiveSubject(v *verbAt, j int, c *Clause) {
	if c.Parent >= 0 {
		s.share(c)
		return
	}
	if o := s.orphan(v); o >= 0 && !s.finiteFrom(v.node) {
		c.Subj = s.list(o, j)
	}
}

// participleSubject finds what the gerund or participle k is said of: the noun phrase right before it, "a round led by Foo",
// or before the comma, "the round, led by Foo"; else it shares a subject: "Foo raised $5M, bringing". Node j stands before the verb.
func (s *Sentence) participleSubject(k, j int, c *Clause) {
	switch s.kind(j) {
	case NP:
		s.modify(j, c)
		return
	case Kind(Comma), Kind(Dash), Kind(Conj):
		if i := s.back(j); s.Nodes[k].VG.Form == Participle && s.kind(i) == NP {
			s.modify(i, c)
			return
		}
	}
	s.share(c)
}

// finiteSubject finds the subject of a finite verb. Node j stands before it.
func (s *Sentence) finiteSubject(v *verbAt, j int, c *Clause) {
	switch s.kind(j) {
	case Kind(Rel):
		if i := s.antecedent(j); i >= 0 {
			s.modify(i, c)
		} else {
			s.share(c)
		}
	case NP:
		h := s.head(j)
		if i := s.companionsOf(h); i >= 0 {
			s.modify(i, c)
			return
		}
		o := s.orphan(v)
		if o >= 0 && o < h {
			if c.Subj = s.explainedList(o, v.node); len(c.Subj) > 0 {
				return
			}
		}
		if o < 0 || o >= h || !s.farSubject(v.node, j, o, h, c) {
			c.Subj = s.listBack(h, s.Elems[s.Nodes[v.node].VG.Main].Forms&lexicon.Base != 0)
		}
	case Kind(Conj):
		// "and raised": the subject of the clause before; but a subject still without verb goes first
		if !s.continued(c) {
			s.waitingSubject(v, j, c)
		}
	default:
		s.waitingSubject(v, j, c)
	}
}

// maxExplained is how many nodes before its verb a subject may begin that is a list with explanations.
const maxExplained = 60

// explainedList returns the names that are the subject of the verb k if they are a list from node o on, of which some are
// explained: "Foo, a fund in Oslo, Bar (an investor of old) and Baz led". It is empty if they are none.
func (s *Sentence) explainedList(o, k int) []int {
	if s.Style != Plain || k-o > maxExplained || s.descriptive(o) || !s.endsInName(o) {
		return nil
	}
	if s.bareParticiple(k) && s.finiteAfterComma(k) {
		return nil // "Foo, an Oslo and Bergen based maker of robots, raised"
	}
	first := len(s.ints.buf)
	s.ints.add(o)
	last, explained, joined := o, false, false
	for i := o + 1; i < k; {
		switch Cat(s.Nodes[i].Kind) {
		case Adv, When, Quote:
			i++
		case LParen:
			explained = true
			i = s.closing(i) + 1
		case Prep:
			if s.kind(i+1) != NP || !s.small(i, s.rules.Of) && !s.small(i, s.rules.At) {
				return nil
			}
			i += 2
		case Comma, Semi, Conj:
			n := s.skip(i, k, 1<<Comma|1<<Semi|1<<Conj|1<<Adv)
			if n >= k {
				i = n
				break
			}
			if s.kind(n) != NP {
				return nil
			}
			if s.kind(n-1) != Kind(Conj) && (s.descriptive(n) || !s.named(n) || s.someone(n)) {
				explained = true
				for i = n + 1; i < k && s.inApposition(i) && !s.finite(i); i++ {
				}
				if s.kind(i) == Kind(Conj) {
					return nil // it goes on, "a fund in Oslo and Bergen"
				}
				break
			}
			if s.descriptive(n) || !s.endsInName(n) {
				return nil
			}
			joined = s.kind(n-1) == Kind(Conj)
			s.ints.add(n)
			last, i = n, n+1
		default:
			return nil
		}
	}
	if list := s.ints.since(first); explained && joined && len(list) > 1 && last < k {
		return list
	}
	return nil
}

// antecedent returns the noun phrase that the relative j is said of, -1 if there is none: "Foo, which", "the investors, many of whom".
func (s *Sentence) antecedent(j int) int {
	i := s.back(j)
	if s.kind(i) == Kind(Comma) || s.kind(i) == Kind(Dash) {
		i = s.back(i)
	}
	if s.kind(i) == Kind(Prep) { // "of which"
		i = s.back(i)
	}
	if s.kind(i) != NP {
		return -1
	}
	return i
}

// companionsOf returns the noun phrase before a relative that has companions h before its verb, -1 if there is none:
// "Foo, who along with others poured".
func (s *Sentence) companionsOf(h int) int {
	if s.kind(h-1) != Kind(Prep) || s.kind(h-2) != Kind(Rel) {
		return -1
	}
	i := s.back(h - 2)
	if s.kind(i) == Kind(Comma) {
		i = s.back(i)
	}
	if s.kind(i) != NP {
		return -1
	}
	return i
}

// farSubject makes o the subject of the verb k, if the noun phrase h between them, which j ends, is no subject but
// belongs to o. It reports whether c has got its subject.
func (s *Sentence) farSubject(k, j, o, h int, c *Clause) bool {
	last := s.kind(h - 1)
	setOff := last == Kind(Comma) || last == Kind(Dash)
	switch {
	case s.commaList(o, h):
		c.Subj = s.commaItems(o, h) // "Foo, Bar, Baz raised"
	case setOff && (s.descriptive(h) || !s.endsInName(h)) && !s.verbBetween(o, h):
		if s.kind(k+1) == Kind(Prep) && s.bareParticiple(k) && s.finiteAfterComma(k) {
			s.modify(j, c) // "Foo, a company focused on bar, raised"
		} else {
			c.Subj = s.list(o, h) // "Foo, a company in Oslo raised"
		}
	case last == VG && s.kind(o+1) == Kind(Rel):
		c.Subj = s.ints.one(o) // "the company that makes robots raised"
	default:
		return false
	}
	return true
}

// waitingSubject takes the noun phrase that still waits for its verb, "Foo, which makes robots, raised", or else
// goes on with the subject of the clause before.
func (s *Sentence) waitingSubject(v *verbAt, j int, c *Clause) {
	if o := s.orphan(v); o >= 0 {
		c.Subj = s.list(o, j)
		return
	}
	s.continued(c)
}

// continued gives c the subject of the last finite clause before it. It reports whether there is one.
func (s *Sentence) continued(c *Clause) bool {
	i := s.lastFinite(c.Parent)
	if i >= 0 {
		c.Subj, c.Shared = s.Clauses[i].Subj, true
	}
	return i >= 0
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

// commaList reports whether nodes a to b are noun phrases with commas between, three at least: a list without a
// conjunction, "Foo, Bar, Baz raised".
func (s *Sentence) commaList(a, b int) bool {
	if b-a < 4 || (b-a)%2 != 0 || s.Style != Plain {
		return false
	}
	for i := a; i <= b; i++ {
		if (i-a)%2 == 1 {
			if s.kind(i) != Kind(Comma) {
				return false
			}
		} else if s.kind(i) != NP || s.descriptive(i) || !s.endsInName(i) {
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
		if s.kind(i) != NP || s.opensAfter(i, j) {
			return j
		}
		j = i
	}
	return j
}

// opensAfter reports whether a clause with the subject j begins after the stretch of time i: "two weeks [after Foo raised]".
func (s *Sentence) opensAfter(i, j int) bool {
	return s.RelationBefore(j) == After && s.Elems[s.Nodes[i].To-1].Is(lexicon.Timeunit)
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
