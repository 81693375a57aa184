// Package names says whom a phrase means: where a name begins and ends, and when two names are one.
package names

import (
	"strings"
	"unicode"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// nameReader reads whom the noun phrases of one sentence mean.
type Reader struct {
	*words.View
	S        *grammar.Sentence
	Sent     int        // its number in the text
	Refs     []knownRef // of each node, if it is a noun phrase
	Somebody []int32    // the noun phrases that may refer to somebody
}

// knownRef is what is known of whom a noun phrase means.
type knownRef struct {
	Ref    Ref
	known  bool
	nobody bool // it is plain that it refers to nobody, as companyAt would find
}

// begin turns to sentence s, number sent of the text.
func (r *Reader) Begin(s *grammar.Sentence, sent int) {
	r.S, r.Sent, r.Somebody = s, sent, r.Somebody[:0]
	if n := len(s.Nodes); n > cap(r.Refs) {
		r.Refs = make([]knownRef, n, 2*n)
	}
	r.Refs = r.Refs[:len(s.Nodes)]
	nodes, refs, plain := s.Nodes, r.Refs[:len(s.Nodes)], s.Style == grammar.Plain
	for k := range nodes {
		nd := &nodes[k]
		if nd.Kind != grammar.NP {
			continue
		}
		n := &refs[k]
		n.known, n.nobody = false, false
		if plain && nd.Class&(lexicon.Anaphor|lexicon.Companynoun) == 0 &&
			(nd.Holds&(grammar.Capitals|grammar.Unknown|grammar.Owners|grammar.Pronoun) == 0 || nd.Holds == grammar.Capitals && r.wordForNobody(nd)) {
			n.Ref, n.known, n.nobody = Ref{}, true, true
		} else {
			r.Somebody = append(r.Somebody, int32(k))
		}
	}
}

// end lets go of the sentence.
func (r *Reader) End() { r.S = nil }

// maybeSomebody reports whether one of the noun phrases may refer to somebody.
func (r *Reader) MaybeSomebody(nodes []int) bool {
	for _, k := range nodes {
		if !r.Refs[k].nobody {
			return true
		}
	}
	return false
}

// somebodyIn is maybeSomebody of the noun phrases of args.
func (r *Reader) SomebodyIn(args []grammar.Arg) bool {
	for k := range args {
		for _, it := range args[k].Items {
			if !r.Refs[it.NP].nobody {
				return true
			}
		}
	}
	return false
}

// nameKind says how a noun phrase refers to somebody.
type Kind uint8

const (
	Unnamed Kind = iota
	Named        // by a name
	Anaphor      // "it", "the company", "the Berlin-based startup"
)

// ref is how a noun phrase refers to a company, a fund or a person.
type Ref struct {
	From, To int // elements of the sentence, half-open
	Kind     Kind
	Poss     bool // the noun phrase goes on after a possessive: "Foo's round"
}

// name is a ref with its text, which outlasts the sentence.
type Name struct {
	Kind     Kind
	From, To int32 // elements of the sentence, half-open; for the position of a mention
	form     int32 // the number of its form and 1, 0 if it was not asked for yet; see formOf
	Text     string
	Span     token.Span
	Aka      []string
}

// name returns f with its text.
func (r *Reader) Name(f Ref) Name {
	n := Name{Kind: f.Kind, From: int32(f.From), To: int32(f.To)}
	if f.Kind == Named {
		n.Text, n.Span = r.printed(f.From, f.To), r.Span(f.From, f.To)
	}
	return n
}

// Words that decide how a phrase is read; the sets are unions of lexicon classes.
const (
	heads      = lexicon.Companynoun | lexicon.Title | lexicon.Investornoun
	descriptor = lexicon.Companynoun | lexicon.Title | lexicon.Placeless
	nobody     = lexicon.Place | lexicon.Demonym | lexicon.State | lexicon.Placeless | lexicon.Modifier | lexicon.Title | lexicon.Month | lexicon.Weekday | lexicon.Investornoun | lexicon.Companynouns | lexicon.Pronoun | lexicon.Det
)

// span returns the bytes of elements [i, j).
func (r *Reader) Span(i, j int) token.Span {
	return token.Span{Start: int(r.Toks[r.S.Elems[i].From].Start), End: int(r.Toks[r.S.Elems[j-1].To-1].End)}
}

func (r *Reader) printed(i, j int) string {
	return r.Even(r.S.Elems[i].From, r.S.Elems[j-1].To)
}

// word returns the lexicon's number of the first word of element i, 0 if it has none.
func (r *Reader) Word(i int) lexicon.ID { return r.IDs[r.S.Elems[i].From] }

// lastWord returns the lexicon's number of the last word of element i, 0 if it has none.
func (r *Reader) LastWord(i int) lexicon.ID { return r.IDs[r.S.Elems[i].To-1] }

// PhraseID returns the lexicon's number of element i: of a phrase, if it is one.
func (r *Reader) PhraseID(i int) lexicon.ID {
	e := &r.S.Elems[i]
	if e.To == e.From+1 {
		return r.IDs[e.From]
	}
	return e.ID
}

// lower returns element i in small letters. What is not in the lexicon is returned as it stands, as by fold.
func (r *Reader) Lower(i int) string {
	e := &r.S.Elems[i]
	if e.To == e.From+1 {
		return r.Fold(int(e.From))
	}
	if e.ID != 0 && e.Unit < 0 {
		return lexicon.Key(e.ID)
	}
	return r.S.Word(i)
}

// hasPrefix reports whether w begins with prefix, whatever its case.
func HasPrefix(w, prefix string) bool {
	return len(w) >= len(prefix) && strings.EqualFold(w[:len(prefix)], prefix)
}

func (r *Reader) Named(i, j int) Ref {
	// marks at the ends belong to the sentence
	for i < j && r.outer(i) {
		i++
	}
	for j > i && r.outer(j-1) {
		j--
	}
	if i >= j {
		return Ref{}
	}
	return Ref{From: i, To: j, Kind: Named}
}

func (r *Reader) outer(i int) bool {
	e := &r.S.Elems[i]
	switch e.Cat {
	case grammar.Quote, grammar.Comma, grammar.Det, grammar.Conj, grammar.Poss:
		return true
	case grammar.Stop:
		return !(i > 0 && (r.S.Elems[i-1].Is(lexicon.Legal|lexicon.Abbrev) && r.S.Elems[i-1].Cap))
	}
	return false
}

// company returns the company that noun phrase node k names or points back to.
func (r *Reader) Company(k int) *Ref {
	n := &r.Refs[k]
	if !n.known {
		r.readRef(k, n)
	}
	return &n.Ref
}

//go:noinline // so that company is inlined
func (r *Reader) readRef(k int, n *knownRef) { n.Ref, n.known = r.companyAt(k), true }

func (r *Reader) companyAt(k int) Ref {
	n := &r.S.Nodes[k]
	a, b := n.From, n.To
	e := r.S.Elems[:b]
	if n.Holds&grammar.Pronoun != 0 {
		switch r.Word(a) {
		case lexicon.WordIt, lexicon.WordThey, lexicon.WordItself:
			return Ref{From: a, To: b, Kind: Anaphor}
		}
		return Ref{}
	}
	if n.Holds&grammar.Owners == 0 {
		return r.Segment(a, b, n.Holds)
	}
	// possessors: "India's Foo", "Foo's app", "Rocket's Bar", "the company's round"
	for i := a; i < b; i++ {
		if e[i].Cat != grammar.Poss || i == a {
			continue
		}
		own := r.Segment(a, i, Anything)
		if i+1 >= b {
			own.Poss = true
			return own
		}
		if own.Kind == Named && r.PlaceOnly(own) || own.Kind == Unnamed {
			a = i + 1
			continue
		}
		rest := r.Segment(i+1, b, Anything)
		if rest.Kind == Named && !r.hasUnit(i+1, b) && (r.DescribedName(i+1, b, rest) || r.InvestorName(&own) && r.S.Style == grammar.Plain) {
			a = i + 1
			continue
		}
		if r.past(i + 1) {
			return Ref{} // "Foo's former CFO" raises for somebody else
		}
		own.Poss = true
		return own
	}
	return r.Segment(a, b, Anything)
}

// past reports whether element i says that somebody no longer holds a place.
func (r *Reader) past(i int) bool {
	switch r.PhraseID(i) {
	case lexicon.WordFormer, lexicon.WordEx, lexicon.WordOnetime:
		return true
	}
	return HasPrefix(r.S.Word(i), "ex-")
}

func (r *Reader) hasUnit(a, b int) bool {
	for i := a; i < b; i++ {
		if r.S.Elems[i].Cat == grammar.Unit {
			return true
		}
	}
	return false
}

// describedName reports whether n stands in [a, b) after a word that says what it is: "startup Foo".
func (r *Reader) DescribedName(a, b int, n Ref) bool {
	if n.To < b {
		return false
	}
	for i := a; i < n.From; i++ {
		if r.S.Elems[i].Is(lexicon.Companynoun | lexicon.Title) {
			return true
		}
	}
	return false
}

// placeOnly reports whether the name is a place or a people.
func (r *Reader) PlaceOnly(n Ref) bool {
	for i := n.From; i < n.To; i++ {
		e := &r.S.Elems[i]
		if e.Cat == grammar.Poss || e.Cat == grammar.Stop || e.Cat == grammar.Comma {
			continue
		}
		if !e.Is(lexicon.Place | lexicon.Demonym | lexicon.State) {
			return false
		}
	}
	return true
}

// investorName reports whether a word of the name says that it is an investor.
func (r *Reader) InvestorName(n *Ref) bool {
	e := r.S.Elems[n.From:n.To]
	for i := range e {
		if e[i].Is(lexicon.Investorword) {
			return true
		}
	}
	return false
}

// anything is what a part of a noun phrase may hold.
const Anything = grammar.Capitals | grammar.Units

// segment reads a name from elements [a, b), which hold no possessive and at most what holds says.
func (r *Reader) Segment(a, b int, holds grammar.Holding) Ref {
	e := r.S.Elems
	for a < b && e[a].Cat > grammar.Name && (e[a].Cat == grammar.Det || e[a].Cat == grammar.Quote || e[a].Cat == grammar.Adv) {
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
	case holds&grammar.Capitals == 0: // all that nameLike takes has one, or is a number before one
		return r.withoutName(a, b)
	case r.wholeName(a, b): // as plainName would find
		return Ref{From: a, To: b, Kind: Named}
	}
	return r.plainName(a, b)
}

// wholeName reports whether [a, b) is a name from end to end: it is seen at once of most that
// they are nothing but words with a capital, none of which describes and not all of which are nobody's.
func (r *Reader) wholeName(a, b int) bool {
	elems, toks := r.S.Elems[:b], r.Toks
	whole := false
	for i := a; i < len(elems); i++ {
		e := &elems[i]
		if e.Cat != grammar.Name || e.To != e.From+1 || e.Is(lexicon.Title|lexicon.Demonym|lexicon.Placeless|lexicon.Anaphor) {
			return false
		}
		if t := &toks[e.From]; t.Kind != token.Word || t.Has(token.Mixed) || i == 0 && e.Is(lexicon.Number|lexicon.Starter) {
			return false
		}
		whole = whole || !e.Is(nobody)
	}
	return whole
}

func (r *Reader) definite(i int) bool {
	switch r.Word(i) {
	case lexicon.WordThe, lexicon.WordIts, lexicon.WordThis, lexicon.WordThat, lexicon.WordTheir:
		return true
	}
	return false
}

// plainName reads a name where capitals mark names: the last run of names that ends the
// phrase ("Chilean AI firm Lidaro"), else the run that opens it ("Vela wedding registry").
func (r *Reader) plainName(a, b int) Ref {
	e := r.S.Elems
	type run struct{ from, to int }
	var first, last run
	runs := 0
	for i := a; i < b; {
		if !r.maybeName(&e[i]) || !r.nameLike(i) {
			i++
			continue
		}
		j := i + 1
		for j < b && (r.maybeName(&e[j]) && r.nameLike(j) || r.inside(j, b)) {
			j++
		}
		if last = (run{i, j}); runs == 0 {
			first = last
		}
		runs++
		i = j
	}
	if runs == 0 {
		return r.withoutName(a, b)
	}
	if last.to == b || r.tailOnly(last.to, b) {
		from := r.peel(last.from, last.to)
		if from < last.to && (!r.empty(from, last.to) || r.introduced(last.from, last.to)) {
			return r.Named(from, last.to)
		}
		if runs > 1 {
			return Ref{}
		}
		return r.anaphorIn(a, b)
	}
	// lower-case words follow the name
	if e[b-1].Is(lexicon.People) {
		return Ref{} // "Foo veterans"
	}
	if first.from == a {
		from := r.peel(first.from, first.to)
		if from < first.to && !r.empty(from, first.to) {
			head := &e[b-1]
			if head.Is(lexicon.Companynoun|lexicon.Companynouns|lexicon.Roundnoun|lexicon.Anaphor) || head.Is(lexicon.Common) {
				return r.Named(from, first.to)
			}
		}
	}
	return r.anaphorIn(a, b)
}

// withoutName reads [a, b) if nothing in it is like a name: it may still be a brand in small letters, one unknown word alone.
func (r *Reader) withoutName(a, b int) Ref {
	if b-a == 1 {
		e := &r.S.Elems[a]
		if !lexicon.Known(e.ID) && e.Cat == grammar.Noun && (r.Toks[e.From].Kind == token.Word || e.To > e.From+1) && !e.Compound && (len(r.printed(a, b)) > 2 || r.introduced(a, b)) {
			return r.Named(a, b)
		}
	}
	return r.anaphorIn(a, b)
}

// introduced reports whether [i, j) opens the sentence and an apposition says what it is:
// then even a word like "Captain" or "Cook" is a name.
func (r *Reader) introduced(i, j int) bool {
	e := r.S.Elems
	return i == 0 && j+1 < len(e) && e[j].Cat == grammar.Comma && e[j+1].Is(lexicon.Indefinite)
}

// tailOnly reports whether [i, b) holds nothing that would make the name before it a mere modifier.
func (r *Reader) tailOnly(i, b int) bool {
	for ; i < b; i++ {
		switch r.S.Elems[i].Cat {
		case grammar.Stop, grammar.Quote, grammar.Comma:
		default:
			return false
		}
	}
	return true
}

// empty reports whether [i, j) names nobody: places, peoples, months, words like "AI".
func (r *Reader) empty(i, j int) bool {
	from := i
	for ; i < j; i++ {
		e := &r.S.Elems[i]
		if i > from && e.Cat == grammar.Name && e.Is(lexicon.Legal) && e.Cap && !e.Is(lexicon.Place|lexicon.State) {
			return false // "Cadiz Inc."
		}
		if i > from && e.Is(lexicon.Companynoun|lexicon.Companynouns) && e.Cap && r.S.Style == grammar.Plain {
			return false // "Tulsa Labs"
		}
		if i > from && e.Is(lexicon.Investorword) && e.Cap {
			return false // "Lydian Partners"
		}
		if e.Cat <= grammar.Name && !e.Is(nobody) {
			return false
		}
	}
	return true
}

// maybeName reports whether e is written with a capital or a digit first, as all that nameLike takes.
func (r *Reader) maybeName(e *grammar.Element) bool {
	return e.Cap || r.Toks[e.From].Kind == token.Number
}

// nameLike reports whether element i can be part of a name where capitals count.
func (r *Reader) nameLike(i int) bool {
	e := &r.S.Elems[i]
	t := &r.Toks[e.From]
	if !r.maybeName(e) || e.Unit >= 0 || e.Cat > grammar.Name {
		return false
	}
	if e.To == e.From+1 && e.Cap && !e.Compound && t.Kind == token.Word && !t.Has(token.Mixed) && (i > 0 || !e.Is(lexicon.Number|lexicon.Starter)) {
		return true // most
	}
	if !lexicon.Known(e.ID) && t.Has(token.Mixed) && pluralOfCapitals(r.S.Word(i)) {
		return false // "SMEs", "VCs"
	}
	last := &r.Toks[e.To-1]
	if e.To > e.From+1 && !e.Compound && last.Kind == token.Word && last.Has(token.Space) && !last.Has(token.Upper|token.Mixed) {
		return false // a phrase of which only the sentence's first word is capitalised
	}
	if e.Cap && e.Is(lexicon.Number|lexicon.Starter) && i == 0 {
		return false // "Nine years on"
	}
	if t.Kind == token.Number && r.numberFirst(i) {
		return true
	}
	if e.Compound && e.Is(lexicon.Modifier) {
		return false
	}
	if e.Compound && e.Cap {
		if first := r.Entry(int(e.From)); first.Is(lexicon.Number) || i == 0 && first.Is(lexicon.Common) && !last.Has(token.Upper) && r.Entry(int(e.To)-1).Is(lexicon.Common) {
			return false // "Thirty-one campaigns", "Soil-test startup"
		}
		return last.Has(token.Upper) || last.Kind == token.Number || e.Class == 0
	}
	return e.Cap
}

// pluralOfCapitals reports whether w is initials with an s.
func pluralOfCapitals(w string) bool {
	if len(w) < 3 || w[len(w)-1] != 's' {
		return false
	}
	for _, r := range w[:len(w)-1] {
		if unicode.ToUpper(r) != r {
			return false
		}
	}
	return true
}

// numberFirst reports whether the number at element i opens a name: "512 Medical", "led by 1733 Capital".
func (r *Reader) numberFirst(i int) bool {
	e := r.S.Elems
	if i+1 >= len(e) || !e[i+1].Cap || e[i+1].Cat != grammar.Name || r.S.Glued(&e[i+1]) {
		return false
	}
	return i == 0 || e[i-1].Cat == grammar.Prep || e[i-1].Cat == grammar.Comma || e[i-1].Cat == grammar.Conj || e[i-1].Cat == grammar.Semi
}

// inside reports whether element i may stand inside a name: "of", "&", a legal suffix after a comma, a number, a full stop.
func (r *Reader) inside(i, b int) bool {
	e := &r.S.Elems[i]
	switch {
	case e.Cat == grammar.Prep && i+2 < b && r.S.Elems[i+1].Cat == grammar.Det && r.nameLike(i+2):
		return true // "Foundation for the Study"
	case e.Cat == grammar.Conj || e.Cat == grammar.Det || e.Cat == grammar.Prep:
		return i+1 < b && r.nameLike(i+1)
	case e.Cat == grammar.Comma:
		return i+1 < b && r.S.Elems[i+1].Is(lexicon.Legal)
	case e.Cat == grammar.Stop:
		return r.S.Glued(e) && (i+1 >= b || r.nameLike(i+1) || r.S.Elems[i-1].Is(lexicon.Legal|lexicon.Abbrev))
	case e.Unit < 0 && r.Toks[e.From].Kind == token.Number:
		return true
	case e.Is(lexicon.Legal) && e.Unit < 0:
		return e.Cat <= grammar.Name && (e.Cap || i+1 == b) && !e.Is(lexicon.Common)
	}
	return false
}

// peel skips what describes rather than names at the beginning of a run: "CEO", "Startup" at the start of a sentence.
func (r *Reader) peel(i, j int) int {
	e := r.S.Elems
	for k := j - 1; k >= i; k-- {
		if e[k].Is(lexicon.Title) && k+1 < j && !e[k].Is(lexicon.Investorword) && (k == i || k+2 < j || e[k].Cap) && !(e[k+1].Is(lexicon.Legal|lexicon.Investorword) && k+2 == j) {
			return k + 1
		}
	}
	for i+1 < j {
		c := &e[i]
		start := i == 0 || e[i-1].Cat == grammar.Colon || e[i-1].Cat == grammar.Dash || e[i-1].Cat == grammar.Quote
		switch {
		case c.Is(lexicon.Demonym) && start && e[i+1].Is(descriptor) && i+2 < j:
			i++
		case start && c.Is(lexicon.Placeless|lexicon.Anaphor) && c.Cat <= grammar.Name && !r.possessed(i):
			i++
		case c.Is(lexicon.Placeless) && !start && e[i+1].Is(lexicon.Companynoun) && i+2 < j:
			i++
		default:
			return i
		}
	}
	return i
}

func (r *Reader) possessed(i int) bool {
	return i+1 < len(r.S.Elems) && r.S.Elems[i+1].Cat == grammar.Poss
}

// anaphorIn reads "the company", "the Beijing-based startup", "the new company" in [a, b).
func (r *Reader) anaphorIn(a, b int) Ref {
	if a > 0 && r.S.Elems[a-1].Cat == grammar.Det && r.definite(a-1) && b > a {
		h := &r.S.Elems[b-1]
		if h.Is(lexicon.Anaphor) || h.Is(lexicon.Companynoun) {
			if w := r.Word(a - 1); w == lexicon.WordIts || w == lexicon.WordTheir {
				return Ref{From: a, To: b, Kind: Anaphor, Poss: true}
			}
			return Ref{From: a - 1, To: b, Kind: Anaphor}
		}
	}
	// "A sleep startup has raised …", to be named in the next sentence
	if r.Sent <= 2 && a > 0 && a == 1 && r.S.Elems[a-1].Is(lexicon.Indefinite) && b > a && r.S.Elems[b-1].Is(lexicon.Companynoun) && !r.S.Elems[b-1].Is(lexicon.Title|lexicon.Investornoun) {
		return Ref{From: a - 1, To: b, Kind: Anaphor}
	}
	return Ref{}
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
	head := -1 // the last descriptive noun that something follows
	for i := a; i+1 < b; i++ {
		if e[i].Is(lexicon.Title) && !e[i].Is(lexicon.People|lexicon.Companynoun) && e[b-1].Is(lexicon.Investorword) {
			continue // "Anchor Bay Capital"
		}
		if e[i].Is(lexicon.Title) && e[i].Is(lexicon.Common) && !e[i].Is(lexicon.People|lexicon.Companynoun) {
			continue // "Pioneer Dock Labs"
		}
		if e[i].Is(lexicon.Companynoun|lexicon.Companynouns|lexicon.Title) && e[i].Cat <= grammar.Name {
			if i == a && !e[i].Is(lexicon.Anaphor|lexicon.Title) && r.AllCommon(i+1, b) {
				continue // "App Annie" no, but "Studio One"
			}
			head = i
		}
	}
	if head >= 0 && !r.suffixOnly(head+1, b) {
		n := r.Named(head+1, b)
		if n.Kind == Named && !r.empty(n.From, n.To) {
			return n
		}
	}
	last := &e[b-1]
	if last.Is(lexicon.Companynoun|lexicon.Companynouns) && b-a > 1 {
		// "UK Mobile-Only Quark Bank": a name of two words after adjectives of place
		from := a
		for from < b && (e[from].Is(lexicon.Demonym|lexicon.Place) || e[from].Compound && from > a) {
			from++
		}
		if from > a && b-from == 2 && !e[from].Is(lexicon.Companynoun) && e[from].Cat <= grammar.Name && !e[from].Compound {
			return r.Named(from, b)
		}
		// "Vela Wedding Registry": the unknown words in front
		i := a
		for i < b && (!e[i].Is(lexicon.Common|lexicon.Companynoun|lexicon.Demonym|lexicon.Place) && !(e[i].Compound) || e[i].Cat == grammar.Stop) {
			i++
		}
		if i > a {
			return r.Named(a, i)
		}
		if b-a > 2 && e[a+1].Compound && e[a].Cat <= grammar.Name && !e[a].Compound && !e[a].Is(lexicon.Demonym|lexicon.Place|lexicon.Companynoun) {
			return r.Named(a, a+1) // "Jumble On-Demand Storage Service"
		}
		if b-a > 3 || e[a].Is(lexicon.Demonym|lexicon.Place) {
			return Ref{}
		}
	}
	if r.empty(a, b) || r.generic(a, b) {
		return Ref{}
	}
	return r.Named(a, b)
}

// generic reports whether the phrase can name nobody: "Investors", "Startups", "Mobile Startups".
func (r *Reader) generic(a, b int) bool {
	e := &r.S.Elems[b-1]
	last := r.printed(b-1, b)
	if PluralName(last) {
		last = last[:len(last)-1]
	}
	one := lexicon.At(lexicon.Find(last))
	if e.Is(lexicon.Companynouns) && one.Is(lexicon.Anaphor) || e.Is(lexicon.Pronoun) || e.Is(lexicon.Investornoun) && !e.Is(lexicon.Investorword) {
		return r.AllCommon(a, b)
	}
	return e.Is(lexicon.Stronground) && !PluralName(r.printed(b-1, b)) && !e.Is(lexicon.Investorword) && r.AllCommon(a, b) && b-a > 1
}

// pluralName reports a plural, which a brand may end with where a phrase about funding would not: "Great Rounds".
func PluralName(w string) bool { return w != "" && w[len(w)-1]|0x20 == 's' }

func (r *Reader) AllCommon(a, b int) bool {
	for i := a; i < b; i++ {
		e := &r.S.Elems[i]
		if e.Cat <= grammar.Name && !lexicon.Known(e.ID) || e.Unit < 0 && r.Toks[e.From].Kind == token.Number {
			return false
		}
	}
	return true
}

// others reports whether the phrase begins with a word that only counts: "other investors".
func (r *Reader) others(a int) bool {
	switch r.Word(a) {
	case lexicon.WordOther, lexicon.WordExisting, lexicon.WordNew, lexicon.WordSeveral, lexicon.WordMany, lexicon.WordPrevious, lexicon.WordPrivate, lexicon.WordAdditional:
		return true
	}
	return false
}

func (r *Reader) allCap(a, b int) bool {
	for i := a; i < b; i++ {
		if !r.S.Elems[i].Cap {
			return false
		}
	}
	return true
}

// suffixOnly reports whether [a, b) holds only what follows a name: "Group", "Inc".
func (r *Reader) suffixOnly(a, b int) bool {
	for i := a; i < b; i++ {
		if !r.S.Elems[i].Is(lexicon.Legal) || r.S.Elems[i].Is(lexicon.Place) {
			return false
		}
	}
	return true
}

// investor reads the investor that a list item names, with the firm of a person as another form.
func (r *Reader) Investor(it grammar.Item) Name {
	n := r.investorPhrase(it.NP)
	if n.Kind != Named || r.cut(int(n.To)) {
		return Name{}
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

// cut reports whether the text was cut off inside the name that ends with element i: "led by Nort…".
func (r *Reader) cut(i int) bool {
	if i >= len(r.S.Elems) {
		return false
	}
	e := &r.S.Elems[i]
	return r.Toks[e.From].Is('…') && (r.S.Glued(e) || i == len(r.S.Elems)-1)
}

func (r *Reader) investorPhrase(k int) Name {
	nd := &r.S.Nodes[k]
	a, b := nd.From, nd.To
	e := r.S.Elems
	if nd.Holds&(grammar.Pronoun|grammar.Units) != 0 {
		return Name{}
	}
	if nd.Holds&grammar.Owners == 0 {
		return r.Name(r.investorName1(a, b, k))
	}
	for i := b - 1; i > a; i-- {
		if e[i].Cat != grammar.Poss {
			continue
		}
		if i+1 >= b {
			return r.Name(r.investorName1(a, i, -1))
		}
		owner := r.investorName1(a, i, -1)
		rest := r.investorName1(i+1, b, -1)
		if rest.Kind == Named && (rest.To == b || r.S.Style != grammar.Plain) && !(e[b-1].Is(lexicon.Arm) && r.S.Style != grammar.Plain) {
			n := r.Name(rest)
			if owner.Kind == Named && !r.PlaceOnly(owner) {
				n.Aka = append(n.Aka, r.printed(owner.From, owner.To), r.printed(a, b))
			}
			return n
		}
		if e[b-1].Is(lexicon.Arm) && owner.Kind == Named {
			n := r.Name(r.Named(owner.From, b))
			n.Aka = append(n.Aka, r.printed(owner.From, owner.To))
			return n
		}
		return Name{}
	}
	return r.Name(r.investorName1(a, b, -1))
}

// investorName1 reads an investor's name from [a, b), which holds no possessive and is the noun phrase k, or a part of one if k < 0.
func (r *Reader) investorName1(a, b, k int) Ref {
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
	if e[last].Is(lexicon.Investornoun|lexicon.Further|lexicon.Companynouns|lexicon.Roundnoun) && !(e[last].Is(lexicon.Investorword) && e[last].Cap && last > a) && !(e[last].Cap && r.S.Style == grammar.Plain && last > a) && r.common(last) && r.AllCommon(a, last) {
		return Ref{}
	}
	if e[last].Is(lexicon.Investornoun|lexicon.Companynouns) && !e[last].Is(lexicon.Investorword) && r.AllCommon(a, last+1) && (r.others(a) || !(r.S.Style == grammar.Plain && last > a && r.allCap(a, last+1))) {
		return Ref{}
	}
	if r.S.Style == grammar.Plain {
		var n Ref
		if k >= 0 {
			n = *r.Company(k)
		} else {
			n = r.plainName(a, b)
		}
		if n.Kind == Named && (n.To >= last+1 || r.tailOnly(n.To, b)) && !r.PlaceOnly(n) {
			return n
		}
		return Ref{}
	}
	if w := r.Word(a); (w == lexicon.WordOther || w == lexicon.WordOthers) && r.AllCommon(a, b) {
		return Ref{} // "And Other Investors"
	}
	switch r.Word(last) {
	case lexicon.WordOthers, lexicon.WordMore, lexicon.WordOther, lexicon.WordCrowd, lexicon.WordPublic, lexicon.WordParticipation, lexicon.WordExisting, lexicon.WordAngels, lexicon.WordVcs:
		return Ref{}
	}
	n := r.titleName(a, b)
	if n.Kind == Named && r.PlaceOnly(n) {
		return Ref{}
	}
	return n
}

func (r *Reader) common(i int) bool { return lexicon.Known(r.S.Elems[i].ID) }

// openingName reads a name that opens the sentence and is introduced by an apposition: then
// every capitalised word before the comma belongs to it, "My Fit Shoes, a maker of",
// "Seven Rivers, Inc., a provider of".
func (r *Reader) openingName(k int) Ref {
	if r.S.Style != grammar.Plain || len(r.S.Elems) < 3 {
		return Ref{}
	}
	to := r.S.Nodes[k].To
	if to > 7 || !r.introduced(0, to) {
		return Ref{}
	}
	for i := 0; i < to; i++ {
		e := &r.S.Elems[i]
		t := &r.Toks[e.From]
		switch {
		case e.Cat == grammar.Comma && i+1 < to && r.S.Elems[i+1].Is(lexicon.Legal):
		case t.Kind == token.Poss, t.Kind == token.Word && !t.Has(token.Upper), t.Kind == token.Punct, e.Compound && e.Is(lexicon.Modifier):
			return Ref{}
		case i == 0 && e.Is(lexicon.Prep|lexicon.Demonym|lexicon.Companynoun|lexicon.Placeless|lexicon.Anaphor|lexicon.Det) && to > 1:
			return Ref{}
		}
	}
	return r.Named(0, to)
}

// subjectCompany reads the company from the noun phrases of a subject.
func (r *Reader) SubjectCompany(nodes []int, verb int) Ref {
	if len(nodes) == 0 {
		return Ref{}
	}
	if n := r.openingName(nodes[0]); n.Kind == Named {
		return n
	}
	if verb > 0 && r.S.Nodes[verb-1].Kind == grammar.NP && verb-1 > nodes[len(nodes)-1] {
		k := verb - 1
		// "point of sale startup Foo": the name stands right before the verb
		if n := *r.Company(k); n.Kind == Named && r.DescribedName(r.S.Nodes[k].From, r.S.Nodes[k].To, n) && k == nodes[0]+2 && !r.S.Elems[r.S.Nodes[nodes[0]].To-1].Cap {
			return n
		} else if r.S.Style != grammar.Plain && len(nodes) == 1 && k == nodes[0]+2 && r.S.Nodes[k-1].Kind == grammar.Kind(grammar.Prep) {
			// "Small Words For Robots": a brand of common words goes on after the preposition
			if m := r.Company(nodes[0]); m.Kind == Named && n.Kind == Named && r.AllCommon(m.From, m.To) && !r.S.Elems[m.To-1].Is(lexicon.Companynoun) {
				return r.Named(m.From, n.To)
			}
		}
	}
	if last := &r.S.Nodes[nodes[len(nodes)-1]]; r.S.Elems[last.To-1].Is(lexicon.People) && !(r.S.Style == grammar.Plain && r.S.Elems[last.To-1].Cap && last.To-last.From == 1) {
		return Ref{} // "former Foo and Bar executives"
	}
	if len(nodes) == 1 && verb > 0 && r.Company(nodes[0]).Kind == Unnamed && nodes[0]+2 < verb && r.S.Nodes[nodes[0]+1].Kind == grammar.Kind(grammar.Comma) && r.S.Nodes[nodes[0]+2].Kind == grammar.NP {
		// "Mole Checker App, DermaLens, raises": the name stands in apposition
		if n := r.Company(nodes[0] + 2); n.Kind == Named && n.From == r.S.Nodes[nodes[0]+2].From && n.To == r.S.Nodes[nodes[0]+2].To {
			return *n
		}
	}
	if len(nodes) == 2 && nodes[1] == nodes[0]+2 {
		// "Plow and Mow": one brand, if both halves are plain names
		a, b := r.Company(nodes[0]), r.Company(nodes[1])
		if a.Kind == Named && b.Kind == Named && b.To == r.S.Nodes[nodes[1]].To && a.From == r.S.Nodes[nodes[0]].From && a.To-a.From == 1 && b.To-b.From == 1 && b.From == a.To+1 {
			return r.Named(a.From, b.To)
		}
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		n := *r.Company(nodes[i])
		if n.Kind == Named && len(nodes) > 1 && r.DescribedName(r.S.Nodes[nodes[i]].From, r.S.Nodes[nodes[i]].To, n) {
			return n
		}
	}
	for _, k := range nodes {
		if n := r.Company(k); n.Kind != Unnamed {
			// "its CEO", "the company's founders": people of the company
			return *n
		}
	}
	return Ref{}
}

// wordForNobody reports whether the noun phrase nd, which holds no more than capitals, is a single word that names
// nobody, perhaps with an article: "Kenya", "the US". At the beginning of a sentence it may be a name all the same.
func (r *Reader) wordForNobody(nd *grammar.Node) bool {
	if nd.From == 0 || !r.S.Elems[nd.To-1].Is(nobody) {
		return false
	}
	n := nd.To - nd.From
	return n == 1 || n == 2 && r.S.Elems[nd.From].Cat == grammar.Det
}

// fundName reports whether the name ends as those of investment firms do.
func (r *Reader) FundName(n Ref) bool {
	switch r.PhraseID(n.To - 1) {
	case lexicon.WordVentures, lexicon.WordPartners, lexicon.WordVc, lexicon.WordFund, lexicon.WordAngels:
		return true
	case lexicon.WordCapital: // also the name of many a lender: a headline does not tell
		return r.Sent == 0 && r.S.Elems[len(r.S.Elems)-1].Cat != grammar.Stop
	}
	return false
}
