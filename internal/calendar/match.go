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
	n := r.start(i)
	if n == nil { // the most
		return Expr{}, i
	}
	m := match{from: i, to: i}
	r.read(&m, n)
	return m.expr, m.to
}

// Explain is At, and tells the row that matched; "" for what no row reads: a date in numbers.
func (r *Reader) Explain(i int) (e Expr, to int, row string) {
	m := match{from: i, to: i}
	if n := r.start(i); n != nil {
		r.read(&m, n)
	}
	if m.way != nil {
		row = r.Rules.rules[m.way.rule].name
	}
	return m.expr, m.to, row
}

// OpensTime reports whether a time expression may begin with the article or count at token i, as far as the next token
// tells: "two years", "the third".
func (r *Reader) OpensTime(i int) bool { return r.start(i) != nil }

// start returns the node at which matching begins after token i. It is nil where the next token already tells that there is
// nothing to match.
func (r *Reader) start(i int) *node {
	if i >= len(r.Toks) {
		return nil
	}
	t := &r.Toks[i]
	var n *node
	switch t.Kind {
	case token.Word:
		w := &r.Rules.words[r.Rules.word(r.IDs[i])]
		if n = w.small; t.Has(token.Upper) {
			n = w.capital
		}
	case token.Number:
		if r.Glued(i) && r.Toks[i-1].Kind == token.Word {
			return nil
		}
		if r.mayBeDate(i) {
			return r.Rules.numbers[r.kinds(i)%firstKinds]
		}
		if t.End-t.Start != 4 && !r.passes(&r.Rules.number, i+1) {
			return nil
		}
		n = r.Rules.numbers[r.kinds(i)%firstKinds]
	}
	if n == nil || !n.any && !r.passes(&n.gate, i+1) {
		return nil
	}
	return n
}

// passes reports whether token j may be the next one.
func (r *Reader) passes(g *gate, j int) bool {
	if j >= len(r.Toks) {
		return false
	}
	switch t := &r.Toks[j]; t.Kind {
	case token.Word:
		return g.words.has(r.Rules.word(r.IDs[j]))
	case token.Number:
		return g.numbers
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
func (r *Reader) read(m *match, n *node) {
	if r.Toks[m.from].Kind == token.Number && r.mayBeDate(m.from) {
		if m.expr, m.to = r.numeric(m.from); m.to > m.from {
			return
		}
	}
	r.walk(m, n, m.from+1)
	if m.expr.Kind == NoTime {
		m.expr, m.to = Expr{}, m.from
	}
}

// walk tries all ways on from n, of which token j comes next.
func (r *Reader) walk(m *match, n *node, j int) {
	for _, w := range n.ends {
		if to := j; to > m.to || to == m.to && w.rule < m.way.rule {
			r.offer(m, w, to, nil)
		}
	}
	if len(n.byTime) > 0 {
		r.within(m, n, j)
	}
	if j >= len(r.Toks) {
		return
	}
	t := &r.Toks[j]
	isGlued := !t.Has(token.Space)
	switch t.Kind {
	case token.Word:
		w := r.Rules.word(r.IDs[j])
		if !n.words.has(w) {
			break
		}
		for k := range n.byWord {
			if e := &n.byWord[k]; e.is(w, t) && e.glue.allows(isGlued) {
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
		if e := &n.byOther[k]; r.fits(&e.test, j) {
			r.walk(m, e.to, j+1)
		}
	}
}

// within tries the ways on from n that end with an expression at token j.
func (r *Reader) within(m *match, n *node, j int) {
	if m.depth == maxDepth {
		return
	}
	first := r.start(j)
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
			r.read(&inner, first)
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
	if inner != nil {
		x = *inner
	}
	later := false
	for _, f := range w.fills {
		if !r.fill(&x, f, m.from) {
			return
		}
		later = later || f.number == laterDay
	}
	if rule.before != nil {
		tests, ok := r.behind(rule.before, to)
		if !ok {
			return
		}
		for k := range tests {
			if !r.fill(&x, fill{int8(k), tests[k].fills, tests[k].number}, to) {
				return
			}
		}
	}
	switch {
	case x.Kind == InYear:
		x = Expr{Date: Date{Year: x.Date.Year}}
	case x.Kind == Absolute && !x.Date.Valid():
		x = Expr{Kind: NoTime}
	}
	if later {
		x.Date.Day = 0 // one of some days: their month is known
	}
	m.way, m.to, m.expr = w, to, x
}

// fill notes in x what f says, counted from token i. It reports false if that cannot be.
func (r *Reader) fill(x *Expr, f fill, i int) bool {
	i += int(f.at)
	if f.number != 0 {
		return fillNumber(x, f.number, r.NumberText(i))
	}
	value := int(r.Rules.words[r.Rules.word(r.IDs[i])].value)
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
	if i >= len(r.Toks) {
		return nil, false
	}
	if r.Toks[i].Kind == token.Word && a.words.has(r.Rules.word(r.IDs[i])) {
		return nil, true
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
		if !r.fits(&tests[k], i+k) {
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
