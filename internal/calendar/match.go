package calendar

import (
	"strings"
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
	m := r.match(i, 0)
	return m.expr, m.to
}

// Explain is At, and tells the row that matched; "" for what no row reads: a date in numbers.
func (r *Reader) Explain(i int) (e Expr, to int, row string) {
	m := r.match(i, 0)
	if m.way != nil {
		row = r.Rules.rules[m.way.rule].name
	}
	return m.expr, m.to, row
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

// match finds the best way to read an expression at token i.
func (r *Reader) match(i, depth int) match {
	m := match{from: i, depth: depth, to: i}
	if i >= len(r.Toks) {
		return m
	}
	var starts []edge
	switch r.Toks[i].Kind {
	case token.Number:
		if r.Glued(i) && r.Toks[i-1].Kind == token.Word {
			return m
		}
		if x, to := r.numeric(i); to > i {
			m.expr, m.to = x, to
			return m
		}
		starts = r.Rules.numbers
	case token.Word:
		starts = r.Rules.word(r.IDs[i]).starts
	}
	for k := range starts {
		if e := &starts[k]; r.fits(&e.test, i) {
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
		if e := &n.times[k]; m.depth < maxDepth && r.begins(&e.test, j) {
			if inner := r.match(j, m.depth+1); inner.to > j && e.test.time.allows(&inner.expr) {
				for _, w := range e.to.ends {
					r.offer(m, w, inner.to, &inner.expr)
				}
			}
		}
	}
	if j >= len(r.Toks) {
		return
	}
	var edges []edge
	switch r.Toks[j].Kind {
	case token.Word:
		if w := r.Rules.word(r.IDs[j]); w.sets&n.sets != 0 || n.single && w.number != 0 {
			edges = n.words
		}
	case token.Number:
		edges = n.numbers
	case token.Punct:
		edges = n.marks
	}
	for k := range edges {
		if e := &edges[k]; r.fits(&e.test, j) {
			r.walk(m, e.to, j+1)
		}
	}
	for k := range n.others {
		if e := &n.others[k]; r.fits(&e.test, j) {
			r.walk(m, e.to, j+1)
		}
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

// begins reports whether an expression that t asks for may begin with token i.
func (r *Reader) begins(t *test, i int) bool {
	return t.first == nil || r.fits(t.first, i) != t.not
}

// OpensTime reports whether a time expression can begin with the article or count at token i: "two years ago", "the
// third quarter". It looks at the next two tokens.
func (r *Reader) OpensTime(i int) bool {
	starts := r.Rules.word(r.IDs[i]).starts
	for k := range starts {
		if r.goesOn(starts[k].to, i+1, 2) {
			return true
		}
	}
	return false
}

// goesOn reports whether the next few tokens, from j on, fit what follows n.
func (r *Reader) goesOn(n *node, j, few int) bool {
	if few == 0 || len(n.ends) > 0 || len(n.times) > 0 {
		return true
	}
	for _, edges := range [...][]edge{n.words, n.numbers, n.marks, n.others} {
		for k := range edges {
			if e := &edges[k]; r.fits(&e.test, j) && r.goesOn(e.to, j+1, few-1) {
				return true
			}
		}
	}
	return false
}

// fits reports whether token i passes t, which asks for one token.
func (r *Reader) fits(t *test, i int) bool {
	if i < r.From || i >= len(r.Toks) || t.glue != 0 && (t.glue == glued) != r.Glued(i) {
		return false
	}
	k := &r.Toks[i]
	switch t.kind {
	case wordTest:
		return k.Kind == token.Word && r.oneOf(t, i)
	case numberTest:
		return k.Kind == token.Number && r.isNumber(t.number, i)
	case markTest:
		return k.Is(t.mark)
	case possTest:
		return k.Kind == token.Poss
	case lettersTest:
		return k.Kind == token.Word && strings.EqualFold(k.Text(r.Text), t.letters)
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

// oneOf reports whether word i is one that t asks for.
func (r *Reader) oneOf(t *test, i int) bool {
	w := r.Rules.word(r.IDs[i])
	switch {
	case w.sets&t.sets != 0, w.number == t.single && w.number != 0:
		return true
	case w.sets&t.capital != 0, w.number == t.singleCapital && w.number != 0:
		return r.Toks[i].Has(token.Upper)
	}
	return t.any() || t.class != 0 && r.Entry(i).Is(t.class)
}

// number is a kind of numbers; see elements.
type number uint8

const (
	yearAlone number = iota
	yearDigits
	shortYear
	dayOfMonth
	laterDay
	count
	clock
	quarterDigit
	halfDigit
	quarterShort
	halfShort
	decade
	tens
	anyNumber
)

// isNumber reports whether the number at token i is of the kind n.
func (r *Reader) isNumber(n number, i int) bool {
	t := r.Toks[i].Text(r.Text)
	switch n {
	case yearAlone:
		return r.Year(i) > 0 && r.YearAlone(i)
	case yearDigits:
		return r.Year(i) > 0
	case shortYear:
		return len(t) == 2 && words.Natural(t) >= 0 && !(r.Glued(i+1) && r.Toks[i+1].Kind != token.Punct)
	case dayOfMonth, laterDay:
		d := words.Natural(t)
		return len(t) <= 2 && 1 <= d && d <= 31
	case count:
		return words.Natural(t) > 0
	case clock:
		return r.Year(i) == 0
	case quarterDigit:
		q := words.Natural(t)
		return 1 <= q && q <= 4
	case halfDigit:
		h := words.Natural(t)
		return h == 1 || h == 2
	case quarterShort, halfShort:
		most := byte('4')
		if n == halfShort {
			most = '2'
		}
		return len(t) == 4 && '1' <= t[0] && t[0] <= most && t[1] == '\'' && t[2] < '5' && words.Natural(t[2:]) >= 0
	case decade:
		return len(t) == 4 && (t[:2] == "19" || t[:2] == "20") && t[3] == '0'
	case tens:
		return len(t) == 2 && t[1] == '0'
	}
	return n == anyNumber
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
		if t := &w.tests[k]; t.kind == numberTest && t.number == laterDay {
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
	case t.kind == numberTest:
		r.fillNumber(x, t.number, i)
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

func (r *Reader) fillNumber(x *Expr, n number, i int) {
	t := r.Toks[i].Text(r.Text)
	switch n {
	case yearAlone, yearDigits:
		x.Date.Year = words.Natural(t)
	case shortYear:
		x.Date.Year = century(words.Natural(t))
	case dayOfMonth:
		x.Date.Day = words.Natural(t)
	case count, halfDigit:
		x.N = words.Natural(t)
	case quarterDigit:
		x.Date.Quarter = words.Natural(t)
	case quarterShort:
		x.Date.Quarter, x.Date.Year = int(t[0]-'0'), century(words.Natural(t[2:]))
	case halfShort:
		x.N, x.Date.Year = int(t[0]-'0'), century(words.Natural(t[2:]))
	}
}

// word returns what the rules know of a word of the lexicon.
func (l *Rules) word(id lexicon.ID) *word {
	if int(id) >= len(l.local) {
		return &l.words[0]
	}
	return &l.words[l.local[id]]
}
