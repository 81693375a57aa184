package names

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/reuse"
)

// names holds every name that was asked for, reduced to the words that identify
// it, and the companies that go by them. Names are compared far more often than they are new.
type Register struct {
	Firms []*Firm // the companies of the text, in the order in which they became known
	Used  int     // how many of firms are of this text; the others are memory

	forms  []form
	byText map[string]int32 // forms, once they are more than a few
	folded []byte           // the words of all forms, one after the other
	ends   []int32          // of each word in folded

	Links  []link           // companies and the keys of their names
	byKey  map[uint64]chain // links, once they are more than a few
	age    int32            // counts the names that companies were given
	Recall Recaller
	First  uint64 // the letters that the names of companies may begin with
}

// firm is a company of the document with the names it goes by.
type Firm struct {
	No    int    // counted from 0 in the order in which the text's companies became known
	Names []Name // in order of the text, each form once
}

// maxRecall is how many names of a company, and companies with a key in common, a new one is compared with.
const MaxRecall = 64

// recaller finds the last of many, and counts how often there were more than that.
type Recaller struct{ Stopped int }

// from returns where the last maxRecall of n begin.
func (r *Recaller) From(n int) int {
	if n <= MaxRecall {
		return 0
	}
	r.Stopped++
	return n - MaxRecall
}

// add gives the company a name that it goes by as well.
func (ns *Register) add(c *Firm, n *Name) {
	for i := range c.Names {
		if c.Names[i].Text == n.Text {
			return
		}
	}
	if len(c.Names) == MaxRecall {
		ns.Recall.Stopped++
		return
	}
	c.Names = append(c.Names, *n)
}

// newFirm returns a company without a name.
func (ns *Register) newFirm() *Firm {
	if ns.Used == len(ns.Firms) {
		ns.Firms = append(ns.Firms, new(Firm))
	}
	c := ns.Firms[ns.Used]
	c.No = ns.Used
	ns.Used++
	return c
}

// known returns the companies of the text.
func (ns *Register) known() []*Firm { return ns.Firms[:ns.Used] }

// few is how many forms or links are looked through one by one: most texts have no more, and a map of them costs more than it spares.
const Few = 16

// form is a name in letters and digits, in lower case, without an article or legal suffixes.
type form struct {
	text       string
	from, to   int32 // in folded
	word, last int32 // in ends, half-open
	age        int32 // of names when found was true
	found      *Firm

	// what names that same takes for one have in common: the first word or the
	// initials, and the whole; of a name of one word the first is enough
	keys     [3]uint64
	keysUsed int
}

// chain is a list of the links with one key, the newest first.
type chain struct{ head, n int32 }

// link says that a company may be meant by names with the key.
type link struct {
	key  uint64
	firm *Firm
	next int32 // in links, of those with the same key; -1 after the last
}

// maxForms is how many names the memory for them may hold that is kept for the next text.
const maxForms = 1 << 10

// reset forgets all names.
func (ns *Register) Reset() {
	for _, c := range ns.known() {
		c.Names = reuse.Emptied(c.Names)
	}
	ns.Used, ns.Recall = 0, Recaller{}
	if len(ns.forms) > maxForms { // clearing a map takes as long as it once was large
		*ns = Register{Firms: ns.Firms}
		return
	}
	if len(ns.byText) > 0 {
		clear(ns.byText)
	}
	if len(ns.byKey) > 0 {
		clear(ns.byKey)
	}
	clear(ns.forms)
	ns.forms, ns.folded, ns.ends, ns.Links, ns.age, ns.First = ns.forms[:0], ns.folded[:0], ns.ends[:0], ns.Links[:0], 0, 0
}

// form returns the number of text's form.
func (ns *Register) Form(text string) int32 {
	if len(ns.forms) > Few {
		if i, ok := ns.byText[text]; ok {
			return i
		}
	} else {
		for i := range ns.forms {
			if ns.forms[i].text == text {
				return int32(i)
			}
		}
	}
	f := form{text: text, from: int32(len(ns.folded)), word: int32(len(ns.ends)), age: -1}
	ns.words(text)
	begin := func(w int32) int32 {
		if w == f.word {
			return f.from
		}
		return ns.ends[w-1]
	}
	f.last, f.to = int32(len(ns.ends)), int32(len(ns.folded))
	if f.last-f.word > 1 && string(ns.folded[f.from:ns.ends[f.word]]) == "the" {
		f.from = ns.ends[f.word]
		f.word++
	}
	for f.last-f.word > 1 && lexicon.At(lexicon.Find(string(ns.folded[begin(f.last-1):f.to]))).Is(lexicon.Legal) {
		f.last--
		f.to = begin(f.last)
	}
	ns.setKeys(&f)
	ns.forms = append(ns.forms, f)
	if n := len(ns.forms); n > Few {
		if ns.byText == nil {
			ns.byText = map[string]int32{}
		}
		for i := len(ns.byText); i < n; i++ {
			ns.byText[ns.forms[i].text] = int32(i)
		}
	}
	return int32(len(ns.forms) - 1)
}

// formOf returns the number of n's form.
func (ns *Register) FormOf(n *Name) int32 {
	if n.form == 0 {
		n.form = ns.Form(n.Text) + 1
	}
	return n.form - 1
}

// words appends the words of text to folded.
func (ns *Register) words(text string) {
	folded := ns.folded
	from := len(folded)
	for i := 0; i < len(text); {
		if c := text[i]; c|0x20-'a' < 26 || c-'0' < 10 {
			folded = append(folded, c|0x20) // a bit that digits have anyway
			i++
			continue
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		i += n
		end := true // of a word
		switch {
		case r == ' ':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			folded, end = utf8.AppendRune(folded, unicode.ToLower(r)), false
		case r == '\'' || r == '’':
			if t := text[i:]; t == "s" || len(t) > 1 && t[:2] == "s " {
				i++ // the s is no part of the name
			} else {
				end = false
			}
		case r == '&':
			if len(folded) > from {
				ns.ends = append(ns.ends, int32(len(folded)))
				from = len(folded)
			}
			folded = append(folded, "and"...)
		case r == '.':
			// "heron.ai" also goes by "Heron"
			rest := text[i:]
			end = len(rest) > 1 && unicode.IsLetter(rune(rest[0])) && unicode.IsLetter(rune(rest[1]))
		}
		if end && len(folded) > from {
			ns.ends = append(ns.ends, int32(len(folded)))
			from = len(folded)
		}
	}
	if len(folded) > from {
		ns.ends = append(ns.ends, int32(len(folded)))
	}
	ns.folded = folded
}

// count returns how many words form i has.
func (ns *Register) Count(i int32) int { return int(ns.forms[i].last - ns.forms[i].word) }

// setKeys hashes the words of f (FNV-1a); what has the same hash is compared in full afterwards.
func (ns *Register) setKeys(f *form) {
	const offset, prime = 14695981039346656037, 1099511628211
	initials, whole := uint64(offset), uint64(offset)
	at := f.from
	for k, end := range ns.ends[f.word:f.last] {
		w := ns.folded[at:end]
		initials = (initials ^ uint64(w[0])) * prime
		for _, c := range w {
			whole = (whole ^ uint64(c)) * prime
		}
		if k == 0 {
			f.keys[0] = whole
		}
		at = end
	}
	f.keys[1], f.keys[2] = initials, whole
	f.keysUsed = 3
	if f.last-f.word < 2 {
		f.keysUsed = int(f.last - f.word)
	}
}

// know returns the company that goes by n, a new one if there is none. The first of the text is entered
// among those known when there is a name to tell from its own: in a headline there is none.
func (ns *Register) Know(n *Name) *Firm {
	if ns.Used == 0 {
		c := ns.newFirm()
		ns.First = n.Letters()
		ns.add(c, n)
		return c
	}
	if c := ns.Firms[0]; ns.age == 0 && c.Names[0].Text == n.Text {
		return c
	}
	i := ns.FormOf(n)
	c := ns.Find(i)
	if c == nil {
		c = ns.newFirm()
	}
	ns.add(c, n)
	ns.enter(c, i)
	return c
}

// enter notes that the company goes by form i.
func (ns *Register) enter(c *Firm, i int32) {
	f := &ns.forms[i]
	if f.keysUsed > 0 {
		ns.First |= 1 << (ns.folded[f.from] & 63)
	}
	for _, k := range f.keys[:f.keysUsed] {
		if !ns.linked(k, c) {
			ns.link(k, c)
		}
	}
	ns.age++
}

// linked reports whether the company is among those remembered that have a name with the key.
func (ns *Register) linked(key uint64, c *Firm) bool {
	if len(ns.Links) <= Few {
		return slices.ContainsFunc(ns.Links, func(l link) bool { return l.key == key && l.firm == c })
	}
	for l, left := ns.chain(key); left > 0; l, left = ns.Links[l].next, left-1 {
		if ns.Links[l].firm == c {
			return true
		}
	}
	return false
}

// link notes that the company has a name with the key.
func (ns *Register) link(key uint64, c *Firm) {
	ns.Links = append(ns.Links, link{key: key, firm: c})
	n := len(ns.Links)
	if n <= Few {
		return
	}
	first := n - 1
	if n == Few+1 {
		first = 0
		if ns.byKey == nil {
			ns.byKey = map[uint64]chain{}
		}
	}
	for i := first; i < n; i++ {
		l := &ns.Links[i]
		list, ok := ns.byKey[l.key]
		if !ok {
			list.head = -1
		}
		l.next = list.head
		ns.byKey[l.key] = chain{int32(i), list.n + 1}
	}
}

// chain returns the newest link with the key, and how many of them are remembered.
func (ns *Register) chain(key uint64) (head int32, left int) {
	list, ok := ns.byKey[key]
	if !ok {
		return -1, 0
	}
	return list.head, int(list.n) - ns.Recall.From(int(list.n))
}

// letter is a set of one letter or digit, without regard to case: the first of names that are printed
// with c first. It holds all where c does not tell. Names that same takes for one have it in common,
// so most need not even be folded.
func Letter(c byte) uint64 {
	if small := c | 0x20; small-'a' < 26 && small != 't' || c-'0' < 10 { // not "the", which is no part of the name
		return 1 << (small & 63)
	}
	return ^uint64(0)
}

// letters returns the first letters of the name and of the forms that go with it.
func (n *Name) Letters() uint64 {
	if n.Text == "" || len(n.Aka) > 0 {
		return ^uint64(0)
	}
	return Letter(n.Text[0])
}

// letters returns the first letters of the company's names.
func (c *Firm) Letters() uint64 {
	all := uint64(0)
	for i := range c.Names {
		all |= c.Names[i].Letters()
	}
	return all
}

// find returns the company that goes by form i, nil if none is known: the oldest of those remembered.
func (ns *Register) Find(i int32) *Firm {
	if ns.age == 0 && ns.Used > 0 {
		c := ns.Firms[0]
		ns.First = 0
		ns.enter(c, ns.FormOf(&c.Names[0]))
	}
	f := &ns.forms[i]
	if f.age == ns.age {
		return f.found
	}
	var found *Firm
	for _, k := range f.keys[:f.keysUsed] {
		if found = ns.oldest(k, i); found != nil {
			break
		}
	}
	f.age, f.found = ns.age, found
	return found
}

// oldest returns the oldest of the companies remembered that have a name with the key and go by form i; nil if there is none.
func (ns *Register) oldest(key uint64, i int32) (found *Firm) {
	if len(ns.Links) <= Few {
		for k := range ns.Links {
			if l := &ns.Links[k]; l.key == key && ns.GoesBy(l.firm, i) {
				return l.firm
			}
		}
		return nil
	}
	for l, left := ns.chain(key); left > 0; l, left = ns.Links[l].next, left-1 {
		if c := ns.Links[l].firm; ns.GoesBy(c, i) {
			found = c
		}
	}
	return found
}

// goesBy reports whether form i may be a name of the company.
func (ns *Register) GoesBy(c *Firm, i int32) bool {
	for k := range c.Names {
		if ns.Same(ns.FormOf(&c.Names[k]), i) {
			return true
		}
	}
	return false
}

// speaksFor reports whether n is a person of the firm o: one of n's other forms is o's name.
func (ns *Register) SpeaksFor(n, o *Name) bool {
	for _, a := range n.Aka {
		if ns.Same(ns.Form(a), ns.FormOf(o)) {
			return true
		}
	}
	return false
}

// word returns word k of f, counted from 0.
func (ns *Register) word(f *form, k int32) []byte {
	from := f.from
	if k > 0 {
		from = ns.ends[f.word+k-1]
	}
	return ns.folded[from:ns.ends[f.word+k]]
}

// same reports whether two forms may be one name: equal, or one is the other's beginning, or its initials.
func (ns *Register) Same(i, j int32) bool {
	if i == j {
		return true
	}
	x, y := &ns.forms[i], &ns.forms[j]
	m, n := x.last-x.word, y.last-y.word
	if m == 0 || n == 0 {
		return false
	}
	if bytes.Equal(ns.folded[x.from:x.to], ns.folded[y.from:y.to]) {
		return true
	}
	if m > n {
		x, y, m, n = y, x, n, m
	}
	if m == n {
		return false
	}
	if x.to-x.from > 2 && bytes.HasPrefix(ns.folded[y.from:y.to], ns.folded[x.from:x.to]) {
		prefix := true
		for k := range m {
			prefix = prefix && bytes.Equal(ns.word(x, k), ns.word(y, k))
		}
		if prefix && !lexicon.At(lexicon.Find(string(ns.word(x, 0)))).Is(lexicon.Place|lexicon.Demonym) {
			return true
		}
	}
	if m == 1 && x.to-x.from == n && n > 1 {
		for k, c := range ns.folded[x.from:x.to] {
			if ns.word(y, int32(k))[0] != c {
				return false
			}
		}
		return true
	}
	return false
}
