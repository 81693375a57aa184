package grammar

import "example.com/funding/internal/lexicon"

// ArgsAfter reads what follows the noun phrase k as arguments, for a phrase that no verb governs.
func (s *Sentence) ArgsAfter(k int) []Arg {
	return s.args(k+1, len(s.Nodes), false)
}

// ArgsIn reads the nodes [k, end) as arguments of a verb among or beside them.
func (s *Sentence) ArgsIn(k, end int) []Arg { return s.args(k, end, true) }

// ArgsOf reads the noun phrase k as an object, and what follows it up to node end as arguments.
func (s *Sentence) ArgsOf(k, end int) []Arg {
	for k > 0 && s.kind(k-1) == Kind(Adv) {
		k--
	}
	return s.args(k, min(end, len(s.Nodes)), false)
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
			if i = s.prepAfterConj(i); i < 0 {
				break loop
			}
			continue
		case LParen:
			i = s.closing(i) + 1
			continue
		case Colon:
			if pre || !s.listAfter(i, end) {
				break loop
			}
			comma = true
			i++
			continue
		case Prep:
			n := s.skip(i+1, end, 1<<Adv|1<<Quote|1<<Prep)
			if n >= len(nodes) || nodes[n].Kind == Kind(When) {
				i = n
				continue
			}
			if nodes[n].Kind == Kind(Comma) && n == i+2 && nodes[i+1].Kind == Kind(Adv) {
				i = n // "came in again, namely"
				continue
			}
			if nodes[n].Kind != NP {
				break loop
			}
			i = s.arg(s.prepositional(i, n), n, end)
		case Verb:
			if !s.aside(i, end) {
				break loop
			}
			i += 3
			continue
		case Noun:
			if !pre && s.finite(s.after(i)) {
				break loop
			}
			a := Arg{Relation: Object, Node: i}
			if comma {
				a.Prep, a.Relation = Apposed, Apposition
			}
			i = s.arg(a, i, end)
		default:
			break loop
		}
		comma = false
	}
	return s.lists.since(first)
}

// prepositional returns the argument without its items whose preposition is node i, and its noun phrase node n.
func (s *Sentence) prepositional(i, n int) Arg {
	prep := &s.Nodes[n-1]
	if prep.Kind != Kind(Prep) {
		prep = &s.Nodes[i]
	}
	opener := &s.Elems[s.Nodes[i].From]
	relation := Among
	if !opener.Is(lexicon.Including) {
		relation = s.rules.Relation(s.ids[opener.From])
	}
	if (relation == Up || relation == Down) && prep != &s.Nodes[i] {
		relation = OtherRelation // "worth $9M, up from $5M": of a particle the object follows at once
	}
	return Arg{Prep: s.Elems[prep.From].ID, Relation: relation, Node: i}
}

// listAfter reports whether the colon i only lists what the phrase before it speaks of: no clause follows it, "from two funds: A and B".
func (s *Sentence) listAfter(i, end int) bool {
	return s.kind(i-1) == NP && s.kind(i+1) == NP && i+1 < end && s.lastFinal < i && len(s.verbs) > 0 && s.verbs[0].node < i
}

// lastOwn returns the last finite verb group of the sentence that has no relative before it, -1 if there is none.
func (s *Sentence) lastOwn() int {
	for i := len(s.verbs) - 1; i >= 0; i-- {
		if k := s.verbs[i].node; s.finite(k) && s.kind(k-1) != Kind(Rel) {
			return k
		}
	}
	return -1
}

// prepAfterConj returns the preposition after the conjunction i, -1 if there is none: "from Foo and also from Bar".
func (s *Sentence) prepAfterConj(i int) int {
	n := i + 1
	if s.kind(n) == Kind(Adv) || s.kind(n) == Kind(When) {
		n++
	}
	if s.kind(n) != Kind(Prep) {
		return -1
	}
	return n
}

// aside reports whether the verb group i only says something of the object, and a phrase that belongs to the verb before
// comes after it: "brings the total capital raised by the company to $9m".
func (s *Sentence) aside(i, end int) bool {
	return s.Nodes[i].VG.Form == Participle && i+3 < end &&
		s.kind(i+1) == Kind(Prep) && s.kind(i+2) == NP && s.kind(i+3) == Kind(Prep) && s.small(i+3, s.rules.Infinitive)
}

// skip returns the first node from n on, at most end, whose kind is none of the categories.
func (s *Sentence) skip(n, end int, over Cats) int {
	for n < end && over.Has(Cat(s.Nodes[n].Kind)) {
		n++
	}
	return n
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

// closing returns the parenthesis that closes the one at node i, i itself if none is near.
func (s *Sentence) closing(i int) int {
	for j := i + 1; j < len(s.Nodes) && j < i+60; j++ {
		if Cat(s.Nodes[j].Kind) == RParen {
			return j
		}
	}
	return i
}

// inList are the categories over which a list of noun phrases may go on.
const inList = Cats(1<<Quote | 1<<Other | 1<<LParen | 1<<Prep | 1<<Comma | 1<<Semi | 1<<Conj)

// arg adds the argument a, and returns the node after it. Its list of noun phrases
// begins at node k: "A, B (x), C of D, the maker of E, and F".
func (s *Sentence) arg(a Arg, k, end int) int {
	first := len(s.items.buf)
	i := s.item(k)
	for i < end && inList.Has(Cat(s.Nodes[i].Kind)) {
		next := s.goOn(k, i, end)
		if next < 0 {
			break
		}
		i = next
	}
	a.Items = s.items.since(first)
	s.lists.add(a)
	return i
}

// goOn goes on at node i with the list that began with k, and returns the node after what it took; -1 if the list ends before i.
func (s *Sentence) goOn(k, i, end int) int {
	last := &s.items.buf[len(s.items.buf)-1]
	switch Cat(s.Nodes[i].Kind) {
	case Quote, Other:
		return i + 1
	case LParen:
		last.Tail = s.closing(i)
		return last.Tail + 1
	case Prep:
		return s.tail(last, i)
	case Comma, Semi:
		return s.afterComma(last, k, i, end)
	}
	// a conjunction
	n := s.skip(i+1, end, 1<<Adv|1<<Quote)
	if !s.another(n, k, end) {
		return -1
	}
	return s.item(n)
}

// tail takes the preposition i and the noun phrase after it as the tail of the item last: "Jane Doe of Foo", "Jane Doe at Foo".
// Where the head is no name, the caller decides what "of" means: "a round of $5M". It returns as goOn does.
func (s *Sentence) tail(last *Item, i int) int {
	switch {
	case s.kind(i+1) != NP || !s.named(last.NP) && !(s.small(i, s.rules.Of) && s.someone(last.NP)):
		return -1
	case s.small(i, s.rules.Of) && !s.unit(i+1): // but "a Series A Financing Round of $5M"
	case s.small(i, s.rules.At) && s.named(i+1) && !s.unit(i+1):
	default:
		return -1
	}
	last.Tail = i + 1
	s.Nodes[i+1].used = true
	return i + 2
}

// someone reports whether the noun phrase k means a person by what that person does: "the co-founder".
func (s *Sentence) someone(k int) bool {
	e := &s.Elems[s.Nodes[k].To-1]
	return e.Is(lexicon.People|lexicon.Title) && !e.Cap
}

// afterComma goes on with the list that began with k, and of which last is the last item, after the comma or semicolon i.
// It returns as goOn does.
func (s *Sentence) afterComma(last *Item, k, i, end int) int {
	n := s.skip(i+1, end, 1<<Conj|1<<Adv|1<<Comma|1<<Quote)
	semi := s.kind(i) == Kind(Semi)
	if semi && s.is(n, lexicon.Including) {
		return -1
	}
	if s.relativeAside(i, end) {
		last.Tail = i + 2
		return i + 3
	}
	if !s.another(n, k, end) || (n > i+1 || semi) && s.newSubject(n, end) {
		return -1
	}
	if n == i+1 && !semi && (s.descriptive(n) || !s.named(n) && s.named(last.NP)) {
		last.Tail = s.apposition(n, end)
		return last.Tail + 1
	}
	return s.item(n)
}

// relativeAside reports whether a short relative clause stands between the comma i and another one: "A, who led, and B".
func (s *Sentence) relativeAside(i, end int) bool {
	return s.kind(i+1) == Kind(Rel) && s.finite(i+2) && i+3 < end && (s.kind(i+3) == Kind(Comma) || s.kind(i+3) == Kind(Semi))
}

// apposition returns the last node of the apposition that begins with the noun phrase n:
// it has prepositional phrases of its own, up to the next comma, "the maker of robots and drones based in Oslo".
func (s *Sentence) apposition(n, end int) int {
	s.Nodes[n].used = true
	for n+1 < end && s.inApposition(n+1) {
		n++
		s.Nodes[n].used = true
	}
	return n
}

// inApposition reports whether an apposition goes on over node k.
func (s *Sentence) inApposition(k int) bool {
	switch Cat(s.Nodes[k].Kind) {
	case Noun, Prep, Adv:
		return true
	case Verb:
		return s.bareParticiple(k) && s.kind(k+1) == Kind(Prep)
	case Conj:
		if s.kind(k+1) != NP {
			return false
		}
		after := s.kind(k + 2)
		return !s.named(k+1) || s.kind(k-2) == Kind(Prep) && after == Kind(Comma) && s.kind(k+3) == Kind(Prep) // "a vehicle of A and B, ahead of"
	}
	return false
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
	return a >= end || !s.finite(a) || s.reduced(n, a)
}

// reduced reports whether the verb a only describes the noun phrase n: "a fund [based] in Oslo".
func (s *Sentence) reduced(n, a int) bool {
	first := &s.Elems[s.Nodes[n].From]
	return first.Cat == Det && first.Is(lexicon.Indefinite) && !s.named(n) && a == n+1 && s.bareParticiple(a) &&
		s.kind(a+1) == Kind(Prep) && !s.Elems[s.Nodes[a].From].Is(lexicon.Say)
}

// newSubject reports whether the list that goes on at noun phrase n is the subject of a verb of its own:
// "…, and A and B are taking part".
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
