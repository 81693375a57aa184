package page

import (
	"fmt"
	"slices"
	"strings"

	"example.com/funding"
)

// mark is a stretch of the text and the field that it is evidence for.
type mark struct {
	funding.Span
	kind, field string
}

// marker gathers marks and cuts the text at their ends. Marks may lie in each other,
// overlap, and cover the same words.
type marker struct {
	text     string
	headline int    // where the first paragraph ends in any case, if not 0
	prefix   string // of ids
	marks    []mark
	seen     map[string]bool
	parts    []segment
}

// segment is a stretch of the text within one paragraph that the same marks cover.
type segment struct {
	ID     string // "" for plain text
	Text   string
	Kind   string // of the innermost mark
	Field  string // of the innermost mark
	Of     string // the ids of all fields it is evidence for
	Legend string // the id of the description of its kind
	More   bool   // goes on with what the segment before it began

	start, end int
	of         []string
}

// add marks a span; one that is empty or lies outside of the text marks nothing.
func (m *marker) add(kind, field string, s funding.Span) {
	if s.Start < 0 || s.Start >= s.End || s.End > len(m.text) {
		return
	}
	if m.seen == nil {
		m.seen = make(map[string]bool)
	}
	m.seen[kind] = true
	m.marks = append(m.marks, mark{s, kind, field})
}

// segments cuts the text into paragraphs, and these where a mark begins or ends. Every
// byte of the text is in exactly one segment.
func (m *marker) segments() (paragraphs [][]segment) {
	ends := paragraphEnds(m.text)
	if m.headline > 0 {
		ends = slices.DeleteFunc(ends, func(at int) bool { return at <= m.headline })
		ends = append([]int{m.headline}, ends...)
	}
	cuts := slices.Clone(ends)
	for _, k := range m.marks {
		cuts = append(cuts, k.Start, k.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	marks := slices.Clone(m.marks)
	slices.SortStableFunc(marks, func(a, b mark) int { return a.Start - b.Start })
	var open []mark
	var par []segment
	at := 0
	for _, cut := range cuts {
		for len(marks) > 0 && marks[0].Start <= at {
			open, marks = append(open, marks[0]), marks[1:]
		}
		open = slices.DeleteFunc(open, func(k mark) bool { return k.End <= at })
		if cut > at {
			par = append(par, m.segment(at, cut, open))
		}
		at = cut
		if len(ends) > 0 && at == ends[0] {
			ends = ends[1:]
			if len(par) > 0 {
				paragraphs = append(paragraphs, par)
				m.parts = append(m.parts, par...)
				par = nil
			}
		}
	}
	return paragraphs
}

func (m *marker) segment(start, end int, open []mark) segment {
	s := segment{Text: valid(m.text[start:end]), start: start, end: end}
	if len(open) == 0 {
		return s
	}
	inner := open[0]
	for _, k := range open {
		if k.End-k.Start < inner.End-inner.Start {
			inner = k
		}
		s.of = append(s.of, k.field)
	}
	s.ID = fmt.Sprintf("%s-s%d", m.prefix, start)
	s.Kind, s.Field, s.Of = inner.kind, inner.field, strings.Join(s.of, " ")
	s.Legend = m.prefix + "-k-" + inner.kind
	s.More = start > inner.Start
	return s
}

// first returns, for each field, the id of the segment where its words begin.
func (m *marker) first() map[string]string {
	ids := make(map[string]string)
	for _, s := range m.parts {
		for _, f := range s.of {
			if ids[f] == "" {
				ids[f] = s.ID
			}
		}
	}
	return ids
}

// paragraphEnds returns where each paragraph ends, with the empty lines after it. The
// last is the end of the text.
func paragraphEnds(text string) (ends []int) {
	at, blank := 0, false
	for line := range strings.Lines(text) {
		if empty := strings.TrimSpace(line) == ""; blank && !empty {
			ends = append(ends, at)
			blank = false
		} else if empty {
			blank = at > 0
		}
		at += len(line)
	}
	return append(ends, at)
}
