package calendar

import (
	"time"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// Reader reads time expressions. It counts which order of day and month the text shows.
type Reader struct {
	*words.View
	Rules       *Rules
	DaysFirst   int // dates like 23/04/2021
	MonthsFirst int // dates like 04/23/2021
}

// At reads a time expression at token i and returns the token after it, or i if there is none.
func (r *Reader) At(i int) (Expr, int) {
	n, numeric := r.start(i)
	if n == nil { // the most
		return Expr{}, i
	}
	m := match{from: i, to: i}
	r.read(&m, n, numeric)
	return m.expr, m.to
}

// Explain is At, and tells the row that matched; "" for what no row reads: a date in numbers.
func (r *Reader) Explain(i int) (e Expr, to int, row string) {
	m := match{from: i, to: i}
	if n, numeric := r.start(i); n != nil {
		r.read(&m, n, numeric)
	}
	if m.way != nil {
		row = r.Rules.rules[m.way.rule].name
	}
	return m.expr, m.to, row
}

// OpensTime reports whether a time expression may begin with the article or count at token i, as far as the next two tokens
// tell: "two years ago", "the third quarter".
func (r *Reader) OpensTime(i int) bool {
	n, _ := r.start(i)
	if n == nil || !r.Kind(i+1, token.Word) {
		return n != nil
	}
	t := &r.Toks[i+1]
	w := r.Rules.word(r.IDs[i+1])
	for k := range n.byWord {
		if e := &n.byWord[k]; e.is(w, t) && r.passes(&e.to.gate, i+2) {
			return true
		}
	}
	return len(n.ends)+len(n.byOther)+len(n.byTime) > 0
}

// start returns the node at which matching begins after token i. It is nil where the next token already tells that there is
// nothing to match. The expression may be a date in numbers.
func (r *Reader) start(i int) (n *node, numeric bool) {
	toks := r.Toks
	if i >= len(toks) {
		return nil, false
	}
	switch t := &toks[i]; t.Kind {
	case token.Word:
		w := r.Rules.word(r.IDs[i])
		if n = r.Rules.small[w]; t.Has(token.Upper) {
			n = r.Rules.capital[w]
		}
		if n == nil {
			return nil, false
		}
		if i+1 < len(toks) && toks[i+1].Kind == token.Word { // the most: as in passes, without calling it
			if n.kinds&(1<<token.Word) != 0 || n.words.has(r.Rules.word(r.IDs[i+1])) {
				return n, false
			}
			return nil, false
		}
		if !r.passes(&n.gate, i+1) {
			return nil, false
		}
		return n, false
	case token.Number:
		if r.Glued(i) && toks[i-1].Kind == token.Word {
			return nil, false
		}
		length := t.End - t.Start
		if length >= minDotted || i+2 < len(toks) && toks[i+1].Kind == token.Punct && toks[i+2].Kind == token.Number &&
			!toks[i+1].Has(token.Space) {
			return r.Rules.numbers[r.kinds(i)%firstKinds], true
		}
		if length != 4 && !r.passes(&r.Rules.number, i+1) { // the most
			return nil, false
		}
		if n = r.Rules.numbers[r.kinds(i)%firstKinds]; !r.passes(&n.gate, i+1) {
			return nil, false
		}
		return n, false
	}
	return nil, false
}

// passes reports whether token j may be the next one.
func (r *Reader) passes(g *gate, j int) bool {
	toks := r.Toks
	if j >= len(toks) {
		return g.end
	}
	t := &toks[j]
	if g.kinds>>t.Kind&1 != 0 {
		return true
	}
	switch t.Kind {
	case token.Word:
		return g.words.has(r.Rules.word(r.IDs[j]))
	case token.Punct:
		return g.marks&bit(t.R) != 0
	}
	return false
}

// word returns the number of a word of the lexicon, 0 if no row names it.
func (l *Rules) word(id lexicon.ID) uint8 {
	if int(id) >= len(l.local) {
		return 0
	}
	return l.local[id]
}

// match is the best way to read the tokens from a certain one on, as far as it is known.
type match struct {
	from  int
	depth int  // how many expressions it is part of
	way   *way // of the best
	to    int  // where it ends
	expr  Expr
}

// maxDepth is how deep expressions are within each other: "Monday, back in early last March".
const maxDepth = 4

// read finds the best way to read an expression that begins at m.from and goes on at n.
func (r *Reader) read(m *match, n *node, numeric bool) {
	if numeric {
		if m.expr, m.to = r.numeric(m.from); m.to > m.from {
			return
		}
	}
	r.walk(m, n, m.from+1)
	if m.expr.Kind == NoTime {
		m.expr, m.to = Expr{}, m.from
	}
}

// walk tries all ways on from n, of which token j comes next: first those that go on, then those that end here.
func (r *Reader) walk(m *match, n *node, j int) {
	if !n.leaf && j < len(r.Toks) {
		r.goOn(m, n, j)
	}
	if len(n.byTime) > 0 {
		r.within(m, n, j)
	}
	for _, w := range n.ends {
		if j > m.to || j == m.to && w.rule < m.way.rule {
			r.offer(m, w, j, nil)
		}
	}
}

// goOn tries the ways on from n that take token j.
func (r *Reader) goOn(m *match, n *node, j int) {
	t := &r.Toks[j]
	isGlued := !t.Has(token.Space)
	switch t.Kind {
	case token.Word:
		w := r.Rules.word(r.IDs[j])
		if !n.words.has(w) {
			break
		}
		for k := range n.byWord {
			if e := &n.byWord[k]; e.is(w, t) && e.glue.allows(isGlued) && r.passes(&e.to.gate, j+1) {
				r.walk(m, e.to, j+1)
			}
		}
	case token.Number:
		if len(n.byKind) == 0 {
			break
		}
		is := r.kinds(j)
		for k := range n.byKind {
			if e := &n.byKind[k]; e.number&is != 0 && e.glue.allows(isGlued) {
				r.walk(m, e.to, j+1)
			}
		}
	case token.Punct:
		if n.marks&bit(t.R) == 0 {
			break
		}
		for k := range n.byMark {
			if e := &n.byMark[k]; e.mark == t.R && e.glue.allows(isGlued) {
				r.walk(m, e.to, j+1)
			}
		}
	}
	for k := range n.byOther {
		if e := &n.byOther[k]; r.fits(e.test, j) {
			r.walk(m, e.to, j+1)
		}
	}
}

// within tries the ways on from n that end with an expression at token j.
func (r *Reader) within(m *match, n *node, j int) {
	if m.depth == maxDepth {
		return
	}
	first, numeric := r.start(j)
	if first == nil {
		return
	}
	inner := match{from: j, depth: m.depth + 1, to: j}
	for k := range n.byTime {
		e := &n.byTime[k]
		if e.first != nil && r.fits(e.first, j) == e.not {
			continue
		}
		if inner.to == j {
			r.read(&inner, first, numeric)
		}
		if inner.to == j || !e.time.allows(&inner.expr) {
			continue
		}
		for _, w := range e.to.ends {
			r.offer(m, w, inner.to, &inner.expr)
		}
	}
}

// offer takes w, which ends before token to, for the best if it is. inner is the expression that w ends with, if it does.
func (r *Reader) offer(m *match, w *way, to int, inner *Expr) {
	if to < m.to || to == m.to && m.way != nil && m.way.rule <= w.rule {
		return
	}
	rule := &r.Rules.rules[w.rule]
	if rule.after != nil && !r.before(rule.after, m.from) || rule.notAfter != nil && r.before(rule.notAfter, m.from) {
		return
	}
	if rule.notBefore != nil {
		if _, ok := r.behind(rule.notBefore, to); ok {
			return
		}
	}
	x := rule.means
	switch {
	case x.Kind == Vague: // whatever it says
	case inner != nil:
		x = *inner
	default:
		for k := range w.fills {
			if !r.fill(&x, &w.fills[k], m.from) {
				return
			}
		}
	}
	if rule.before != nil {
		tests, ok := r.behind(rule.before, to)
		if !ok {
			return
		}
		for k := range tests {
			if !r.fill(&x, &fill{int8(k), tests[k].fills, tests[k].number}, to) {
				return
			}
		}
	}
	switch {
	case x.Kind == InYear:
		x = Expr{Date: Date{Year: x.Date.Year}}
	case x.Kind == Absolute && x.Date.Valid():
		x = Expr{Date: x.Date}
	case x.Kind == Absolute:
		x = Expr{Kind: NoTime}
	}
	if w.several {
		x.Date.Day = 0 // one of some days: their month is known
	}
	m.way, m.to, m.expr = w, to, x
}

// fill notes in x what f says, counted from token i. It reports false if that cannot be.
func (r *Reader) fill(x *Expr, f *fill, i int) bool {
	i += int(f.at)
	if f.number != 0 {
		return fillNumber(x, f.number, r.Toks[i].Text(r.Text))
	}
	value := int(r.Rules.values[r.Rules.word(r.IDs[i])])
	switch f.slot {
	case AsMonth:
		x.Date.Month = time.Month(value)
	case AsLaterMonth:
		return int(x.Date.Month) < value
	case AsQuarter:
		x.Date.Quarter = value
	case AsCount:
		x.N = value
	case AsUnit:
		x.Unit = Unit(value)
	case AsRel:
		x.Rel = Rel(value)
	case AsYear:
		x.Year = Rel(value)
	}
	return true
}

// before reports whether a stands before token i.
func (r *Reader) before(a *around, i int) bool {
	if k := i - 1; k >= r.From && r.Toks[k].Kind == token.Word && a.words.has(r.Rules.word(r.IDs[k])) {
		return true
	}
	for _, s := range a.other {
		if r.pass(s, i-len(s)) {
			return true
		}
	}
	return false
}

// behind reports whether a stands at token i, and which sequence of it.
func (r *Reader) behind(a *around, i int) (sequence, bool) {
	if i < len(r.Toks) && r.Toks[i].Kind == token.Word && a.words.has(r.Rules.word(r.IDs[i])) {
		return nil, true
	}
	if !r.passes(&a.first, i) { // the most
		return nil, false
	}
	for _, s := range a.other {
		if r.pass(s, i) {
			return s, true
		}
	}
	return nil, false
}

// pass reports whether the tokens from i on pass the tests.
func (r *Reader) pass(tests sequence, i int) bool {
	for k := range tests {
		if !r.fits(tests[k], i+k) {
			return false
		}
	}
	return true
}

// fits reports whether token i passes t, which asks for one token.
func (r *Reader) fits(t *test, i int) bool {
	if i < r.From || i >= len(r.Toks) || !t.glue.allows(r.Glued(i)) {
		return false
	}
	k := &r.Toks[i]
	switch t.kind {
	case wordTest:
		return k.Kind == token.Word && (t.is(r.Rules.word(r.IDs[i]), k) || t.class != 0 && r.Entry(i).Is(t.class) || t.anyWord())
	case numberTest:
		return k.Kind == token.Number && t.number&r.kinds(i) != 0
	case markTest:
		return k.Is(t.mark)
	case possTest:
		return k.Kind == token.Poss
	case letterTest:
		return k.Kind == token.Word && k.End-k.Start == 1 && rune(r.Text[k.Start]|0x20) == t.mark
	case capsTest:
		return k.Kind == token.Word && k.Has(token.AllUpper)
	case nameTest:
		return k.Kind == token.Word && k.Has(token.Upper) && !k.Has(token.Para) && !r.Glued(i)
	case headTest:
		next := &r.Toks[i+1]
		return k.Kind == token.Word && k.Has(token.Upper) && next.Has(token.Upper) && !next.Has(token.Line)
	case openingTest:
		return k.Is('(') || k.Is('[')
	}
	return t.kind == anyTest
}
