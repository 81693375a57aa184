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
	s := r.start(i)
	if s == nil || !r.passes(&s.gate, i+1) { // the most
		return Expr{}, i
	}
	m := r.match(s, i, 0)
	return m.expr, m.to
}

// Explain is At, and tells the row that matched; "" for what no row reads: a date in numbers.
func (r *Reader) Explain(i int) (e Expr, to int, row string) {
	s := r.start(i)
	if s == nil {
		return Expr{}, i, ""
	}
	m := r.match(s, i, 0)
	if m.way != nil {
		row = r.Rules.rules[m.way.rule].name
	}
	return m.expr, m.to, row
}

// OpensTime reports whether a time expression may begin with the article or count at token i, as far as the next token
// tells: "two years", "the third".
func (r *Reader) OpensTime(i int) bool {
	s := r.start(i)
	return s != nil && r.passes(&s.gate, i+1)
}

// start returns the edges that token i may take first, nil if there are none.
func (r *Reader) start(i int) *start {
	if i >= len(r.Toks) {
		return nil
	}
	switch t := &r.Toks[i]; t.Kind {
	case token.Number:
		if r.Glued(i) && r.Toks[i-1].Kind == token.Word {
			return nil
		}
		if t.End-t.Start >= minDotted || r.Glued(i+1) && r.Toks[i+1].Kind == token.Punct && r.Kind(i+2, token.Number) {
			return &r.Rules.digits // a date in numbers, perhaps
		}
		if r.Year(i) > 0 {
			return &r.Rules.years
		}
		return &r.Rules.numbers
	case token.Word:
		w := r.Rules.word(r.IDs[i])
		if t.Has(token.Upper) {
			return w.capital
		}
		return w.small
	}
	return nil
}

// passes reports whether token j may be a next one.
func (r *Reader) passes(g *gate, j int) bool {
	if g.any {
		return true
	}
	if j >= len(r.Toks) {
		return false
	}
	switch r.Toks[j].Kind {
	case token.Word:
		return g.words.has(r.Rules.number(r.IDs[j]))
	case token.Number:
		return g.numbers
	case token.Punct:
		return g.marks
	}
	return false
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

// match finds the best way to read an expression at token i, which begins with s.
func (r *Reader) match(s *start, i, depth int) match {
	m := match{from: i, depth: depth, to: i}
	if s == &r.Rules.digits {
		if m.expr, m.to = r.numeric(i); m.to > i {
			return m
		}
	}
	bits := numbers(0)
	if r.Toks[i].Kind == token.Number {
		bits = r.kinds(i)
	}
	for k := range s.edges {
		if e := &s.edges[k]; (e.numbers == 0 || e.numbers&bits != 0) && r.passes(&e.to.gate, i+1) {
			r.walk(&m, e.to, i+1)
		}
	}
	if m.expr.Kind == NoTime {
		m.expr, m.to = Expr{}, i
	}
	return m
}

// walk tries all ways on from n, of which token j comes next.
func (r *Reader) walk(m *match, n *node, j int) {
	for _, w := range n.ends {
		r.offer(m, w, j, nil)
	}
	for k := range n.times {
		if e := &n.times[k]; m.depth < maxDepth && (e.first == nil || r.fits(e.first, j) != e.not) {
			r.within(m, e, j)
		}
	}
	if j >= len(r.Toks) {
		return
	}
	switch t := &r.Toks[j]; t.Kind {
	case token.Word:
		w := r.Rules.word(r.IDs[j])
		if !n.words.has(w.number) {
			break
		}
		for k := range n.wordEdges {
			if e := &n.wordEdges[k]; w.passes(&e.test, t) && (e.glue == 0 || (e.glue == glued) == r.Glued(j)) && r.passes(&e.to.gate, j+1) {
				r.walk(m, e.to, j+1)
			}
		}
	case token.Number:
		if len(n.numberEdges) == 0 {
			break
		}
		bits := r.kinds(j)
		for k := range n.numberEdges {
			if e := &n.numberEdges[k]; e.numbers&bits != 0 && (e.glue == 0 || (e.glue == glued) == r.Glued(j)) && r.passes(&e.to.gate, j+1) {
				r.walk(m, e.to, j+1)
			}
		}
	case token.Punct:
		for k := range n.markEdges {
			if e := &n.markEdges[k]; e.mark == t.R && (e.glue == 0 || (e.glue == glued) == r.Glued(j)) && r.passes(&e.to.gate, j+1) {
				r.walk(m, e.to, j+1)
			}
		}
	}
	for k := range n.others {
		if e := &n.others[k]; r.fits(&e.test, j) {
			r.walk(m, e.to, j+1)
		}
	}
}

// within tries the ways that end with the expression at token j, which e asks for.
func (r *Reader) within(m *match, e *edge, j int) {
	s := r.start(j)
	if s == nil {
		return
	}
	inner := r.match(s, j, m.depth+1)
	if inner.to == j || !e.time.allows(&inner.expr) {
		return
	}
	for _, w := range e.to.ends {
		r.offer(m, w, inner.to, &inner.expr)
	}
}

// offer takes w, which ends before token to, for the best if it is. inner is the expression that w ends with, if it does.
func (r *Reader) offer(m *match, w *way, to int, inner *Expr) {
	if to < m.to || to == m.to && m.way != nil && m.way.rule <= w.rule {
		return
	}
	rule := &r.Rules.rules[w.rule]
	if rule.after != nil && r.before(rule.after, m.from) == nil || r.before(rule.notAfter, m.from) != nil || r.from(rule.notBefore, to) != nil {
		return
	}
	var behind sequence
	if rule.before != nil {
		if behind = r.from(rule.before, to); behind == nil {
			return
		}
	}
	if x, ok := r.meaning(m.from, to, w, rule, behind, inner); ok {
		m.way, m.to, m.expr = w, to, x
	}
}

// before returns which of the sequences of tests the tokens before token i pass.
func (r *Reader) before(sequences []sequence, i int) sequence {
	for _, s := range sequences {
		if r.pass(s, i-len(s)) {
			return s
		}
	}
	return nil
}

// from returns which of the sequences of tests the tokens from i on pass.
func (r *Reader) from(sequences []sequence, i int) sequence {
	for _, s := range sequences {
		if r.pass(s, i) {
			return s
		}
	}
	return nil
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
	if i < r.From || i >= len(r.Toks) || t.glue != 0 && (t.glue == glued) != r.Glued(i) {
		return false
	}
	k := &r.Toks[i]
	switch t.kind {
	case wordTest:
		if k.Kind != token.Word {
			return false
		}
		return r.Rules.word(r.IDs[i]).passes(t, k) || t.class != 0 && r.Entry(i).Is(t.class) || t.any()
	case numberTest:
		return k.Kind == token.Number && t.numbers&r.kinds(i) != 0
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

// passes reports whether w, printed as t, is one of the words that are asked for, or if it is unknown, whether none is.
func (w *word) passes(asked *test, t *token.Token) bool {
	if w.number == 0 {
		return false
	}
	return w.sets&asked.sets != 0 || w.number == asked.single ||
		(w.sets&asked.capital != 0 || w.number == asked.singleCapital) && t.Has(token.Upper)
}

// numbers is a set of kinds of numbers; see elements.
type numbers uint16

const (
	yearAlone numbers = 1 << iota
	yearDigits
	shortYear
	dayOfMonth
	laterDay
	count
	clock
	quarterNumber
	halfNumber
	quarterShort
	halfShort
	decade
	tens
	anyNumber
)

// kinds returns the kinds that the number at token i belongs to.
func (r *Reader) kinds(i int) numbers {
	t := r.NumberText(i)
	n := words.Natural(t)
	if n < 0 {
		return shortQuarter(t) | clock | anyNumber
	}
	k := clock | anyNumber
	if n > 0 {
		k |= count
	}
	switch {
	case 1 <= n && n <= 2:
		k |= quarterNumber | halfNumber
	case 3 <= n && n <= 4:
		k |= quarterNumber
	}
	switch len(t) {
	case 4:
		if 1900 <= n && n <= 2099 {
			if k ^= clock | yearDigits; n%10 == 0 {
				k |= decade
			}
			if r.YearAlone(i) {
				k |= yearAlone
			}
		}
		return k
	case 2:
		if !r.Glued(i+1) || r.Toks[i+1].Kind == token.Punct {
			k |= shortYear
		}
		if n%10 == 0 {
			k |= tens
		}
	case 1:
	default:
		return k
	}
	if 1 <= n && n <= 31 {
		k |= dayOfMonth | laterDay
	}
	return k
}

// shortQuarter tells a quarter or half and a year in one number: 1'21.
func shortQuarter(t string) numbers {
	if len(t) != 4 || t[1] != '\'' || t[2] >= '5' || words.Natural(t[2:]) < 0 {
		return 0
	}
	switch t[0] {
	case '1', '2':
		return quarterShort | halfShort
	case '3', '4':
		return quarterShort
	}
	return 0
}

// century returns the year that two digits stand for: 21 is 2021, 99 is 1999.
func century(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// allows reports whether x is what is asked for where an expression is part of another.
func (t timeKind) allows(x *Expr) bool {
	switch t {
	case period:
		return x.Kind != OnWeekday
	case dayOfYear:
		return x.Kind == Absolute && x.Date.Day != 0 || x.Kind == DayOf
	}
	return true
}

// meaning returns the expression that w reads in the tokens [from, to), with what stands behind them; not ok if they
// contradict each other. A date that does not exist is no time.
func (r *Reader) meaning(from, to int, w *way, rule *rule, behind sequence, inner *Expr) (x Expr, ok bool) {
	x = rule.means
	if inner != nil {
		x = *inner
	}
	later := 0 // the last of some days
	for k := range w.tests {
		if t := &w.tests[k]; t.numbers == laterDay {
			later = words.Natural(r.NumberText(from + k))
		} else if !r.fill(&x, t, from+k) {
			return x, false
		}
	}
	for k := range behind {
		if !r.fill(&x, &behind[k], to+k) {
			return x, false
		}
	}
	switch {
	case later > 0 && later <= x.Date.Day:
		return x, false
	case x.Kind == InYear:
		x = Expr{Date: Date{Year: x.Date.Year}}
	case x.Kind == Absolute && !x.Date.Valid():
		x = Expr{Kind: NoTime}
	case later > 0:
		x.Date.Day = 0 // one of some days: their month is known
	}
	return x, true
}

// fill notes in x what token i, which passed t, says of it. It reports false if that cannot be.
func (r *Reader) fill(x *Expr, t *test, i int) bool {
	switch {
	case t.numbers != 0:
		r.fillNumber(x, t.numbers, i)
	case t.fills != Nothing:
		return fillWord(x, t.fills, int(r.Rules.word(r.IDs[i]).value))
	}
	return true
}

func fillWord(x *Expr, s Slot, value int) bool {
	switch s {
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

func (r *Reader) fillNumber(x *Expr, n numbers, i int) {
	t := r.Toks[i].Text(r.Text)
	switch n {
	case yearAlone, yearDigits:
		x.Date.Year = words.Natural(t)
	case shortYear:
		x.Date.Year = century(words.Natural(t))
	case dayOfMonth:
		x.Date.Day = words.Natural(t)
	case count, halfNumber:
		x.N = words.Natural(t)
	case quarterNumber:
		x.Date.Quarter = words.Natural(t)
	case quarterShort:
		x.Date.Quarter, x.Date.Year = int(t[0]-'0'), century(words.Natural(t[2:]))
	case halfShort:
		x.N, x.Date.Year = int(t[0]-'0'), century(words.Natural(t[2:]))
	}
}

// number returns the number of a word of the lexicon, 0 if no row names it.
func (l *Rules) number(id lexicon.ID) uint8 {
	if int(id) >= len(l.local) {
		return 0
	}
	return l.local[id]
}

// word returns what the rules know of a word of the lexicon.
func (l *Rules) word(id lexicon.ID) *word { return &l.words[l.number(id)] }
