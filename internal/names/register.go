package names

import (
	"slices"

	"example.com/funding/internal/reuse"
)

// Register holds every name of a text that was asked for, and the companies that go by them. Names are compared far more
// often than they are new, so each is reduced to its words once (see form.go), and companies are looked up by what names
// have in common.
type Register struct {
	rules   *Rules
	article byte // its first letter

	firms []*Firm // the companies of the text, in the order in which they became known
	used  int     // how many of firms are of this text; the others are memory

	forms  []form
	byText map[string]int32 // forms, once they are more than a few
	folded []byte           // the words of all forms, one after the other
	ends   []int32          // of each word in folded

	links   []link           // companies and the keys of their names
	byKey   map[uint64]chain // links, once they are more than a few
	age     int32            // counts the names that companies were given
	recall  Recall
	letters Letters // the first letters of the names of companies
}

// NewRegister returns an empty register of names in the language of the rules.
func NewRegister(rules *Rules) *Register {
	g := &Register{rules: rules}
	if rules.Article != "" {
		g.article = rules.Article[0]
	}
	return g
}

// Rules returns the rules of the language.
func (g *Register) Rules() *Rules { return g.rules }

// Firm is a company of the text with the names it goes by.
type Firm struct {
	No    int    // counted from 0 in the order in which the text's companies became known
	Names []Name // in order of the text, each form once
}

// MaxRecall is how many names of a company, and companies with a key in common, a new one is compared with.
// It keeps the time linear.
const MaxRecall = 64

// Recall says how far to look back in a long list, and counts how often that was not to its beginning.
type Recall struct{ Stopped int }

// From returns where the last MaxRecall of n begin.
func (r *Recall) From(n int) int {
	if n <= MaxRecall {
		return 0
	}
	r.Stopped++
	return n - MaxRecall
}

// Firms returns the companies of the text, in the order in which they became known.
func (g *Register) Firms() []*Firm { return g.firms[:g.used] }

// Forgets reports whether there are so many names that some may be passed over when they are looked up, which Stopped counts.
func (g *Register) Forgets() bool { return len(g.links) > maxScanned }

// Stopped returns how often a name or company was passed over because there were too many.
func (g *Register) Stopped() int { return g.recall.Stopped }

// MayKnow reports whether a company of the text may go by a name that is printed with c first: of most names that
// is seen without making a form of them.
func (g *Register) MayKnow(c byte) bool { return g.firstLetter(c)&g.letters != 0 }

// add gives the company a name that it goes by as well.
func (g *Register) add(c *Firm, n *Name) {
	for i := range c.Names {
		if c.Names[i].Text == n.Text {
			return
		}
	}
	if len(c.Names) == MaxRecall {
		g.recall.Stopped++
		return
	}
	c.Names = append(c.Names, *n)
}

// newFirm returns a company without a name.
func (g *Register) newFirm() *Firm {
	if g.used == len(g.firms) {
		g.firms = append(g.firms, new(Firm))
	}
	c := g.firms[g.used]
	c.No = g.used
	g.used++
	return c
}

// maxScanned is how many forms or links are looked through one by one: most texts have no more, and a map of them
// costs more than it spares.
const maxScanned = 16

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

// Reset forgets all names. Nothing of their text stays alive.
func (g *Register) Reset() {
	for _, c := range g.Firms() {
		c.Names = reuse.Emptied(c.Names)
	}
	g.used, g.recall = 0, Recall{}
	if len(g.forms) > maxForms { // clearing a map takes as long as it once was large
		*g = Register{rules: g.rules, article: g.article, firms: g.firms}
		return
	}
	if len(g.byText) > 0 {
		clear(g.byText)
	}
	if len(g.byKey) > 0 {
		clear(g.byKey)
	}
	clear(g.forms)
	g.forms, g.folded, g.ends, g.links, g.age, g.letters = g.forms[:0], g.folded[:0], g.ends[:0], g.links[:0], 0, 0
}

// Know returns the company that goes by n, a new one if there is none. The first of the text is entered
// among those known when there is a name to tell from its own: in a headline there is none.
func (g *Register) Know(n *Name) *Firm {
	if g.used == 0 {
		c := g.newFirm()
		g.letters = g.LettersOf(n)
		g.add(c, n)
		return c
	}
	if c := g.firms[0]; g.age == 0 && c.Names[0].Text == n.Text {
		return c
	}
	i := g.FormOf(n)
	c := g.Find(i)
	if c == nil {
		c = g.newFirm()
	}
	g.add(c, n)
	g.enter(c, i)
	return c
}

// enter notes that the company goes by form i.
func (g *Register) enter(c *Firm, i int32) {
	f := &g.forms[i]
	if f.keysUsed > 0 {
		g.letters |= 1 << (g.folded[f.from] & 63)
	}
	for _, k := range f.keys[:f.keysUsed] {
		if !g.linked(k, c) {
			g.link(k, c)
		}
	}
	g.age++
}

// linked reports whether the company is among those remembered that have a name with the key.
func (g *Register) linked(key uint64, c *Firm) bool {
	if len(g.links) <= maxScanned {
		return slices.ContainsFunc(g.links, func(l link) bool { return l.key == key && l.firm == c })
	}
	for l, left := g.chain(key); left > 0; l, left = g.links[l].next, left-1 {
		if g.links[l].firm == c {
			return true
		}
	}
	return false
}

// link notes that the company has a name with the key.
func (g *Register) link(key uint64, c *Firm) {
	g.links = append(g.links, link{key: key, firm: c})
	n := len(g.links)
	if n <= maxScanned {
		return
	}
	first := n - 1
	if n == maxScanned+1 {
		first = 0
		if g.byKey == nil {
			g.byKey = map[uint64]chain{}
		}
	}
	for i := first; i < n; i++ {
		l := &g.links[i]
		list, ok := g.byKey[l.key]
		if !ok {
			list.head = -1
		}
		l.next = list.head
		g.byKey[l.key] = chain{int32(i), list.n + 1}
	}
}

// chain returns the newest link with the key, and how many of them are remembered.
func (g *Register) chain(key uint64) (head int32, left int) {
	list, ok := g.byKey[key]
	if !ok {
		return -1, 0
	}
	return list.head, int(list.n) - g.recall.From(int(list.n))
}

// Find returns the company that goes by form i, nil if none is known: the oldest of those remembered.
func (g *Register) Find(i int32) *Firm {
	if g.age == 0 && g.used > 0 {
		c := g.firms[0]
		g.letters = 0
		g.enter(c, g.FormOf(&c.Names[0]))
	}
	f := &g.forms[i]
	if f.age == g.age {
		return f.found
	}
	var found *Firm
	for _, k := range f.keys[:f.keysUsed] {
		if found = g.oldest(k, i); found != nil {
			break
		}
	}
	f.age, f.found = g.age, found
	return found
}

// oldest returns the oldest of the companies remembered that have a name with the key and go by form i; nil if there is none.
func (g *Register) oldest(key uint64, i int32) (found *Firm) {
	if len(g.links) <= maxScanned {
		for k := range g.links {
			if l := &g.links[k]; l.key == key && g.GoesBy(l.firm, i) {
				return l.firm
			}
		}
		return nil
	}
	for l, left := g.chain(key); left > 0; l, left = g.links[l].next, left-1 {
		if c := g.links[l].firm; g.GoesBy(c, i) {
			found = c
		}
	}
	return found
}

// GoesBy reports whether form i may be a name of the company.
func (g *Register) GoesBy(c *Firm, i int32) bool {
	for k := range c.Names {
		if g.Same(g.FormOf(&c.Names[k]), i) {
			return true
		}
	}
	return false
}

// SpeaksFor reports whether n is a person of the firm o: one of n's other forms is o's name.
func (g *Register) SpeaksFor(n, o *Name) bool {
	for _, a := range n.Aka {
		if g.Same(g.Form(a), g.FormOf(o)) {
			return true
		}
	}
	return false
}
