package funding

import (
	"strings"
	"unicode"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// nameKind says how a noun phrase refers to somebody.
type nameKind uint8

const (
	unnamed nameKind = iota
	named            // by a name
	anaphor          // "it", "the company", "the Berlin-based startup"
)

// ref is how a noun phrase refers to a company, a fund or a person.
type ref struct {
	from, to int // elements of the sentence, half-open
	kind     nameKind
	poss     bool // the noun phrase goes on after a possessive: "Foo's round"
}

// name is a ref with its text, which outlasts the sentence.
type name struct {
	kind     nameKind
	from, to int32 // elements of the sentence, half-open; for the position of a mention
	form     int32 // the number of its form and 1, 0 if it was not asked for yet; see formOf
	text     string
	span     Span
	aka      []string
}

// Words that decide how a phrase is read; the sets are unions of lexicon classes.
const (
	heads      = lexicon.Companynoun | lexicon.Title | lexicon.Investornoun
	descriptor = lexicon.Companynoun | lexicon.Title | lexicon.Placeless
	nobody     = lexicon.Place | lexicon.Demonym | lexicon.State | lexicon.Placeless | lexicon.Modifier | lexicon.Title | lexicon.Month | lexicon.Weekday | lexicon.Investornoun | lexicon.Companynouns | lexicon.Pronoun | lexicon.Det
)

// span returns the bytes of elements [i, j).
func (r *reader) span(i, j int) Span {
	return Span{int(r.ps.Toks[r.s.Elems[i].From].Start), int(r.ps.Toks[r.s.Elems[j-1].To-1].End)}
}

// name returns f with its text.
func (r *reader) name(f ref) name {
	n := name{kind: f.kind, from: int32(f.from), to: int32(f.to)}
	if f.kind == named {
		n.text, n.span = r.text(f.from, f.to), r.span(f.from, f.to)
	}
	return n
}

func (r *reader) text(i, j int) string {
	return r.ps.even(r.s.Elems[i].From, r.s.Elems[j-1].To)
}

// even returns the text of the tokens [from, to) with white space made single spaces.
func (ps *parse) even(from, to int32) string {
	toks := ps.Toks[from:to]
	t := ps.Text[toks[0].Start:toks[len(toks)-1].End]
	if ps.maybeUneven(toks) && uneven(t) {
		t = strings.ReplaceAll(t, "&amp;", "&")
		t = strings.Join(strings.Fields(t), " ")
	}
	return t
}

// maybeUneven reports whether uneven could be true of the text of toks, without looking at every byte.
func (ps *parse) maybeUneven(toks []token.Token) bool {
	end := toks[0].Start
	for i := range toks {
		t := &toks[i]
		if gap := t.Start - end; gap > 1 || gap == 1 && ps.Text[end] != ' ' {
			return true
		}
		if t.R == '&' || t.Kind == token.Number { // a number may hold spaces
			return true
		}
		end = t.End
	}
	return false
}

// uneven reports whether t holds other white space than single spaces, or may hold a character reference.
func uneven(t string) bool {
	for i := range len(t) {
		switch c := t[i]; {
		case c == '\n', c == '\t', c == '\r', c == '&', c == 0xc2 && strings.HasPrefix(t[i:], "\u00a0"), c == ' ' && i > 0 && t[i-1] == ' ':
			return true
		}
	}
	return false
}

// lastWord returns the lexicon's number of the last word of element i, 0 if it has none.
func (r *reader) lastWord(i int) lexicon.ID { return r.ps.IDs[r.s.Elems[i].To-1] }

// lower returns element i in small letters. What is not in the lexicon is returned as it stands, as by fold.
func (r *reader) lower(i int) string {
	e := &r.s.Elems[i]
	if e.To == e.From+1 {
		return r.ps.Fold(int(e.From))
	}
	if e.ID != 0 && e.Unit < 0 {
		return lexicon.Key(e.ID)
	}
	return r.s.Word(i)
}

// hasPrefix reports whether w begins with prefix, whatever its case.
func hasPrefix(w, prefix string) bool {
	return len(w) >= len(prefix) && strings.EqualFold(w[:len(prefix)], prefix)
}

func (r *reader) named(i, j int) ref {
	// marks at the ends belong to the sentence
	for i < j && r.outer(i) {
		i++
	}
	for j > i && r.outer(j-1) {
		j--
	}
	if i >= j {
		return ref{}
	}
	return ref{from: i, to: j, kind: named}
}

func (r *reader) outer(i int) bool {
	e := &r.s.Elems[i]
	switch e.Cat {
	case grammar.Quote, grammar.Comma, grammar.Det, grammar.Conj, grammar.Poss:
		return true
	case grammar.Stop:
		return !(i > 0 && (r.s.Elems[i-1].Is(lexicon.Legal|lexicon.Abbrev) && r.s.Elems[i-1].Cap))
	}
	return false
}

// company returns the company that noun phrase node k names or points back to.
func (r *reader) company(k int) *ref {
	n := &r.nouns[k]
	if !n.refKnown {
		r.readRef(k, n)
	}
	return &n.ref
}

//go:noinline // so that company is inlined
func (r *reader) readRef(k int, n *noun) { n.ref, n.refKnown = r.companyAt(k), true }

func (r *reader) companyAt(k int) ref {
	n := &r.s.Nodes[k]
	a, b := n.From, n.To
	e := r.s.Elems[:b]
	if n.Holds&grammar.Pronoun != 0 {
		switch r.word(a) {
		case lexicon.WordIt, lexicon.WordThey, lexicon.WordItself:
			return ref{from: a, to: b, kind: anaphor}
		}
		return ref{}
	}
	if n.Holds&grammar.Owners == 0 {
		return r.segment(a, b, n.Holds)
	}
	// possessors: "India's Foo", "Foo's app", "Rocket's Bar", "the company's round"
	for i := a; i < b; i++ {
		if e[i].Cat != grammar.Poss || i == a {
			continue
		}
		own := r.segment(a, i, anything)
		if i+1 >= b {
			own.poss = true
			return own
		}
		if own.kind == named && r.placeOnly(own) || own.kind == unnamed {
			a = i + 1
			continue
		}
		rest := r.segment(i+1, b, anything)
		if rest.kind == named && !r.hasUnit(i+1, b) && (r.describedName(i+1, b, rest) || r.investorName(&own) && r.s.Style == grammar.Plain) {
			a = i + 1
			continue
		}
		if r.past(i + 1) {
			return ref{} // "Foo's former CFO" raises for somebody else
		}
		own.poss = true
		return own
	}
	return r.segment(a, b, anything)
}

// past reports whether element i says that somebody no longer holds a place.
func (r *reader) past(i int) bool {
	switch r.entry(i) {
	case lexicon.WordFormer, lexicon.WordEx, lexicon.WordOnetime:
		return true
	}
	return hasPrefix(r.s.Word(i), "ex-")
}

func (r *reader) hasUnit(a, b int) bool {
	for i := a; i < b; i++ {
		if r.s.Elems[i].Cat == grammar.Unit {
			return true
		}
	}
	return false
}

// describedName reports whether n stands in [a, b) after a word that says what it is: "startup Foo".
func (r *reader) describedName(a, b int, n ref) bool {
	if n.to < b {
		return false
	}
	for i := a; i < n.from; i++ {
		if r.s.Elems[i].Is(lexicon.Companynoun | lexicon.Title) {
			return true
		}
	}
	return false
}

// placeOnly reports whether the name is a place or a people.
func (r *reader) placeOnly(n ref) bool {
	for i := n.from; i < n.to; i++ {
		e := &r.s.Elems[i]
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
func (r *reader) investorName(n *ref) bool {
	e := r.s.Elems[n.from:n.to]
	for i := range e {
		if e[i].Is(lexicon.Investorword) {
			return true
		}
	}
	return false
}

// anything is what a part of a noun phrase may hold.
const anything = grammar.Capitals | grammar.Units

// segment reads a name from elements [a, b), which hold no possessive and at most what holds says.
func (r *reader) segment(a, b int, holds grammar.Holding) ref {
	e := r.s.Elems
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
		return ref{}
	case r.s.Style != grammar.Plain:
		return r.titleName(a, b)
	case holds&grammar.Capitals == 0: // all that nameLike takes has one, or is a number before one
		return r.withoutName(a, b)
	case r.wholeName(a, b): // as plainName would find
		return ref{from: a, to: b, kind: named}
	}
	return r.plainName(a, b)
}

// wholeName reports whether [a, b) is a name from end to end: it is seen at once of most that
// they are nothing but words with a capital, none of which describes and not all of which are nobody's.
func (r *reader) wholeName(a, b int) bool {
	elems, toks := r.s.Elems[:b], r.ps.Toks
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

func (r *reader) definite(i int) bool {
	switch r.word(i) {
	case lexicon.WordThe, lexicon.WordIts, lexicon.WordThis, lexicon.WordThat, lexicon.WordTheir:
		return true
	}
	return false
}

// plainName reads a name where capitals mark names: the last run of names that ends the
// phrase ("Chilean AI firm Lidaro"), else the run that opens it ("Vela wedding registry").
func (r *reader) plainName(a, b int) ref {
	e := r.s.Elems
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
			return r.named(from, last.to)
		}
		if runs > 1 {
			return ref{}
		}
		return r.anaphorIn(a, b)
	}
	// lower-case words follow the name
	if e[b-1].Is(lexicon.People) {
		return ref{} // "Foo veterans"
	}
	if first.from == a {
		from := r.peel(first.from, first.to)
		if from < first.to && !r.empty(from, first.to) {
			head := &e[b-1]
			if head.Is(lexicon.Companynoun|lexicon.Companynouns|lexicon.Roundnoun|lexicon.Anaphor) || head.Is(lexicon.Common) {
				return r.named(from, first.to)
			}
		}
	}
	return r.anaphorIn(a, b)
}

// withoutName reads [a, b) if nothing in it is like a name: it may still be a brand in small letters, one unknown word alone.
func (r *reader) withoutName(a, b int) ref {
	if b-a == 1 {
		e := &r.s.Elems[a]
		if !lexicon.Known(e.ID) && e.Cat == grammar.Noun && (r.ps.Toks[e.From].Kind == token.Word || e.To > e.From+1) && !e.Compound && (len(r.text(a, b)) > 2 || r.introduced(a, b)) {
			return r.named(a, b)
		}
	}
	return r.anaphorIn(a, b)
}

// introduced reports whether [i, j) opens the sentence and an apposition says what it is:
// then even a word like "Captain" or "Cook" is a name.
func (r *reader) introduced(i, j int) bool {
	e := r.s.Elems
	return i == 0 && j+1 < len(e) && e[j].Cat == grammar.Comma && e[j+1].Is(lexicon.Indefinite)
}

// tailOnly reports whether [i, b) holds nothing that would make the name before it a mere modifier.
func (r *reader) tailOnly(i, b int) bool {
	for ; i < b; i++ {
		switch r.s.Elems[i].Cat {
		case grammar.Stop, grammar.Quote, grammar.Comma:
		default:
			return false
		}
	}
	return true
}

// empty reports whether [i, j) names nobody: places, peoples, months, words like "AI".
func (r *reader) empty(i, j int) bool {
	from := i
	for ; i < j; i++ {
		e := &r.s.Elems[i]
		if i > from && e.Cat == grammar.Name && e.Is(lexicon.Legal) && e.Cap && !e.Is(lexicon.Place|lexicon.State) {
			return false // "Cadiz Inc."
		}
		if i > from && e.Is(lexicon.Companynoun|lexicon.Companynouns) && e.Cap && r.s.Style == grammar.Plain {
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
func (r *reader) maybeName(e *grammar.Element) bool {
	return e.Cap || r.ps.Toks[e.From].Kind == token.Number
}

// nameLike reports whether element i can be part of a name where capitals count.
func (r *reader) nameLike(i int) bool {
	e := &r.s.Elems[i]
	t := &r.ps.Toks[e.From]
	if !r.maybeName(e) || e.Unit >= 0 || e.Cat > grammar.Name {
		return false
	}
	if e.To == e.From+1 && e.Cap && !e.Compound && t.Kind == token.Word && !t.Has(token.Mixed) && (i > 0 || !e.Is(lexicon.Number|lexicon.Starter)) {
		return true // most
	}
	if !lexicon.Known(e.ID) && t.Has(token.Mixed) && pluralOfCapitals(r.s.Word(i)) {
		return false // "SMEs", "VCs"
	}
	last := &r.ps.Toks[e.To-1]
	if e.To > e.From+1 && !e.Compound && last.Kind == token.Word && last.Has(token.Space) && !last.Has(token.Upper|token.Mixed) {
		return false // a phrase of which only the sentence's first word is capitalised
	}
	if e.Cap && e.Is(lexicon.Number|lexicon.Starter) && r.first0(i) {
		return false // "Nine years on"
	}
	if t.Kind == token.Number && r.numberFirst(i) {
		return true
	}
	if e.Compound && e.Is(lexicon.Modifier) {
		return false
	}
	if e.Compound && e.Cap {
		if first := r.ps.Entry(int(e.From)); first.Is(lexicon.Number) || r.first0(i) && first.Is(lexicon.Common) && !last.Has(token.Upper) && r.ps.Entry(int(e.To)-1).Is(lexicon.Common) {
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
func (r *reader) numberFirst(i int) bool {
	e := r.s.Elems
	if i+1 >= len(e) || !e[i+1].Cap || e[i+1].Cat != grammar.Name || r.s.Glued(&e[i+1]) {
		return false
	}
	return i == 0 || e[i-1].Cat == grammar.Prep || e[i-1].Cat == grammar.Comma || e[i-1].Cat == grammar.Conj || e[i-1].Cat == grammar.Semi
}

// inside reports whether element i may stand inside a name: "of", "&", a legal suffix after a comma, a number, a full stop.
func (r *reader) inside(i, b int) bool {
	e := &r.s.Elems[i]
	switch {
	case e.Cat == grammar.Prep && i+2 < b && r.s.Elems[i+1].Cat == grammar.Det && r.nameLike(i+2):
		return true // "Foundation for the Study"
	case e.Cat == grammar.Conj || e.Cat == grammar.Det || e.Cat == grammar.Prep:
		return i+1 < b && r.nameLike(i+1)
	case e.Cat == grammar.Comma:
		return i+1 < b && r.s.Elems[i+1].Is(lexicon.Legal)
	case e.Cat == grammar.Stop:
		return r.s.Glued(e) && (i+1 >= b || r.nameLike(i+1) || r.s.Elems[i-1].Is(lexicon.Legal|lexicon.Abbrev))
	case e.Unit < 0 && r.ps.Toks[e.From].Kind == token.Number:
		return true
	case e.Is(lexicon.Legal) && e.Unit < 0:
		return e.Cat <= grammar.Name && (e.Cap || i+1 == b) && !e.Is(lexicon.Common)
	}
	return false
}

// peel skips what describes rather than names at the beginning of a run: "CEO", "Startup" at the start of a sentence.
func (r *reader) peel(i, j int) int {
	e := r.s.Elems
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

func (r *reader) possessed(i int) bool {
	return i+1 < len(r.s.Elems) && r.s.Elems[i+1].Cat == grammar.Poss
}

// first0 reports whether element i opens the sentence.
func (r *reader) first0(i int) bool { return i == 0 }

// anaphorIn reads "the company", "the Beijing-based startup", "the new company" in [a, b).
func (r *reader) anaphorIn(a, b int) ref {
	if a > 0 && r.s.Elems[a-1].Cat == grammar.Det && r.definite(a-1) && b > a {
		h := &r.s.Elems[b-1]
		if h.Is(lexicon.Anaphor) || h.Is(lexicon.Companynoun) {
			if w := r.word(a - 1); w == lexicon.WordIts || w == lexicon.WordTheir {
				return ref{from: a, to: b, kind: anaphor, poss: true}
			}
			return ref{from: a - 1, to: b, kind: anaphor}
		}
	}
	// "A sleep startup has raised …", to be named in the next sentence
	if r.sent <= 2 && a > 0 && r.first0(a-1) && r.s.Elems[a-1].Is(lexicon.Indefinite) && b > a && r.s.Elems[b-1].Is(lexicon.Companynoun) && !r.s.Elems[b-1].Is(lexicon.Title|lexicon.Investornoun) {
		return ref{from: a - 1, to: b, kind: anaphor}
	}
	return ref{}
}

// titleName reads a name where capitals say nothing, from the words themselves.
func (r *reader) titleName(a, b int) ref {
	e := r.s.Elems
	// adjectives in front: "London-Based", "Onyx-Backed"
	for a < b && (e[a].Compound && e[a].Is(lexicon.Modifier) || e[a].Cat == grammar.Comma) {
		a++
	}
	if a >= b {
		return ref{}
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
			if i == a && !e[i].Is(lexicon.Anaphor|lexicon.Title) && r.allCommon(i+1, b) {
				continue // "App Annie" no, but "Studio One"
			}
			head = i
		}
	}
	if head >= 0 && !r.suffixOnly(head+1, b) {
		n := r.named(head+1, b)
		if n.kind == named && !r.empty(n.from, n.to) {
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
			return r.named(from, b)
		}
		// "Vela Wedding Registry": the unknown words in front
		i := a
		for i < b && (!e[i].Is(lexicon.Common|lexicon.Companynoun|lexicon.Demonym|lexicon.Place) && !(e[i].Compound) || e[i].Cat == grammar.Stop) {
			i++
		}
		if i > a {
			return r.named(a, i)
		}
		if b-a > 2 && e[a+1].Compound && e[a].Cat <= grammar.Name && !e[a].Compound && !e[a].Is(lexicon.Demonym|lexicon.Place|lexicon.Companynoun) {
			return r.named(a, a+1) // "Jumble On-Demand Storage Service"
		}
		if b-a > 3 || e[a].Is(lexicon.Demonym|lexicon.Place) {
			return ref{}
		}
	}
	if r.empty(a, b) || r.generic(a, b) {
		return ref{}
	}
	return r.named(a, b)
}

// generic reports whether the phrase can name nobody: "Investors", "Startups", "Mobile Startups".
func (r *reader) generic(a, b int) bool {
	e := &r.s.Elems[b-1]
	last := r.text(b-1, b)
	if pluralName(last) {
		last = last[:len(last)-1]
	}
	one := lexicon.At(lexicon.Find(last))
	if e.Is(lexicon.Companynouns) && one.Is(lexicon.Anaphor) || e.Is(lexicon.Pronoun) || e.Is(lexicon.Investornoun) && !e.Is(lexicon.Investorword) {
		return r.allCommon(a, b)
	}
	return e.Is(lexicon.Stronground) && !pluralName(r.text(b-1, b)) && !e.Is(lexicon.Investorword) && r.allCommon(a, b) && b-a > 1
}

// pluralName reports a plural, which a brand may end with where a phrase about funding would not: "Great Rounds".
func pluralName(w string) bool { return w != "" && w[len(w)-1]|0x20 == 's' }

func (r *reader) allCommon(a, b int) bool {
	for i := a; i < b; i++ {
		e := &r.s.Elems[i]
		if e.Cat <= grammar.Name && !lexicon.Known(e.ID) || e.Unit < 0 && r.ps.Toks[e.From].Kind == token.Number {
			return false
		}
	}
	return true
}

// others reports whether the phrase begins with a word that only counts: "other investors".
func (r *reader) others(a int) bool {
	switch r.word(a) {
	case lexicon.WordOther, lexicon.WordExisting, lexicon.WordNew, lexicon.WordSeveral, lexicon.WordMany, lexicon.WordPrevious, lexicon.WordPrivate, lexicon.WordAdditional:
		return true
	}
	return false
}

func (r *reader) allCap(a, b int) bool {
	for i := a; i < b; i++ {
		if !r.s.Elems[i].Cap {
			return false
		}
	}
	return true
}

// suffixOnly reports whether [a, b) holds only what follows a name: "Group", "Inc".
func (r *reader) suffixOnly(a, b int) bool {
	for i := a; i < b; i++ {
		if !r.s.Elems[i].Is(lexicon.Legal) || r.s.Elems[i].Is(lexicon.Place) {
			return false
		}
	}
	return true
}

// investor reads the investor that a list item names, with the firm of a person as another form.
func (r *reader) investor(it grammar.Item) name {
	n := r.investorPhrase(it.NP)
	if n.kind != named || r.cut(int(n.to)) {
		return name{}
	}
	// the tail: "(IVP)", "of Foo Ventures", ", founder of Bar", "at Baz"
	for k := it.NP + 1; k <= it.Tail && k < len(r.s.Nodes); k++ {
		nd := &r.s.Nodes[k]
		if nd.Kind != grammar.NP {
			continue
		}
		x := r.segment(nd.From, nd.To, anything)
		if x.kind == named && !r.placeOnly(x) {
			n.aka = append(n.aka, r.text(x.from, x.to))
		}
	}
	return n
}

// cut reports whether the text was cut off inside the name that ends with element i: "led by Nort…".
func (r *reader) cut(i int) bool {
	if i >= len(r.s.Elems) {
		return false
	}
	e := &r.s.Elems[i]
	return r.ps.Toks[e.From].Is('…') && (r.s.Glued(e) || i == len(r.s.Elems)-1)
}

func (r *reader) investorPhrase(k int) name {
	nd := &r.s.Nodes[k]
	a, b := nd.From, nd.To
	e := r.s.Elems
	if nd.Holds&(grammar.Pronoun|grammar.Units) != 0 {
		return name{}
	}
	if nd.Holds&grammar.Owners == 0 {
		return r.name(r.investorName1(a, b, k))
	}
	for i := b - 1; i > a; i-- {
		if e[i].Cat != grammar.Poss {
			continue
		}
		if i+1 >= b {
			return r.name(r.investorName1(a, i, -1))
		}
		owner := r.investorName1(a, i, -1)
		rest := r.investorName1(i+1, b, -1)
		if rest.kind == named && (rest.to == b || r.s.Style != grammar.Plain) && !(e[b-1].Is(lexicon.Arm) && r.s.Style != grammar.Plain) {
			n := r.name(rest)
			if owner.kind == named && !r.placeOnly(owner) {
				n.aka = append(n.aka, r.text(owner.from, owner.to), r.text(a, b))
			}
			return n
		}
		if e[b-1].Is(lexicon.Arm) && owner.kind == named {
			n := r.name(r.named(owner.from, b))
			n.aka = append(n.aka, r.text(owner.from, owner.to))
			return n
		}
		return name{}
	}
	return r.name(r.investorName1(a, b, -1))
}

// investorName1 reads an investor's name from [a, b), which holds no possessive and is the noun phrase k, or a part of one if k < 0.
func (r *reader) investorName1(a, b, k int) ref {
	e := r.s.Elems
	if e[a].Cat == grammar.Det && e[a].Cap {
		k = -1 // it may belong to the name
	}
	for a < b && (e[a].Cat == grammar.Det && !e[a].Cap || e[a].Cat == grammar.Quote || e[a].Cat == grammar.Adv) {
		a++
	}
	if a >= b {
		return ref{}
	}
	last := b - 1
	for last > a && (e[last].Cat == grammar.Stop || e[last].Cat == grammar.Quote) {
		last--
	}
	if e[last].Is(lexicon.Investornoun|lexicon.Further|lexicon.Companynouns|lexicon.Roundnoun) && !(e[last].Is(lexicon.Investorword) && e[last].Cap && last > a) && !(e[last].Cap && r.s.Style == grammar.Plain && last > a) && r.common(last) && r.allCommon(a, last) {
		return ref{}
	}
	if e[last].Is(lexicon.Investornoun|lexicon.Companynouns) && !e[last].Is(lexicon.Investorword) && r.allCommon(a, last+1) && (r.others(a) || !(r.s.Style == grammar.Plain && last > a && r.allCap(a, last+1))) {
		return ref{}
	}
	if r.s.Style == grammar.Plain {
		var n ref
		if k >= 0 {
			n = *r.company(k)
		} else {
			n = r.plainName(a, b)
		}
		if n.kind == named && (n.to >= last+1 || r.tailOnly(n.to, b)) && !r.placeOnly(n) {
			return n
		}
		return ref{}
	}
	if w := r.word(a); (w == lexicon.WordOther || w == lexicon.WordOthers) && r.allCommon(a, b) {
		return ref{} // "And Other Investors"
	}
	switch r.word(last) {
	case lexicon.WordOthers, lexicon.WordMore, lexicon.WordOther, lexicon.WordCrowd, lexicon.WordPublic, lexicon.WordParticipation, lexicon.WordExisting, lexicon.WordAngels, lexicon.WordVcs:
		return ref{}
	}
	n := r.titleName(a, b)
	if n.kind == named && r.placeOnly(n) {
		return ref{}
	}
	return n
}

func (r *reader) common(i int) bool { return lexicon.Known(r.s.Elems[i].ID) }

// word returns the lexicon's number of the first word of element i, 0 if it has none.
func (r *reader) word(i int) lexicon.ID { return r.ps.IDs[r.s.Elems[i].From] }

// entry returns the lexicon's number of element i: of a phrase, if it is one.
func (r *reader) entry(i int) lexicon.ID {
	e := &r.s.Elems[i]
	if e.To == e.From+1 {
		return r.ps.IDs[e.From]
	}
	return e.ID
}
