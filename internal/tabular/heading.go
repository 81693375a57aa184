package tabular

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// This file reads headings that name a company: "1. Foo — lamps that listen", "**Foo**", "Foo (Lyon)", "Foo". The prose
// below is about it, until the next heading.

// maxTitle is how many tokens a line has at most that may be a heading of any kind.
const maxTitle = 12

// title reports whether the line is like a heading of any kind: it is short and ends with no stop.
func (r *Reader) title(line cell) bool {
	if line.to-line.from > maxTitle {
		n, sure := r.headingName(line)
		return sure && !n.empty()
	}
	return !token.Stops(r.Toks[line.to-1].R) && r.Toks[line.from].Kind != token.Punct && !r.BeginsLower(line.from)
}

// headingName returns the name that the line begins with, if it may be a heading; it is empty if there is none. sure reports
// that the line has a number, a star or a bullet before the name, or something after it, as headings have that are names.
func (r *Reader) headingName(line cell) (name cell, sure bool) {
	i := line.from
	numbered := r.Kind(i, token.Number) && (r.Is(i+1, '.') || r.Is(i+1, ')')) && i+2 < line.to && r.Toks[i+2].Has(token.Space)
	if numbered {
		i += 2
	}
	stars := false
	for i < line.to && r.ornament(i) {
		stars = stars || r.Is(i, '*')
		i++
	}
	marked := numbered || stars || i > line.from
	to := i
	for to < line.to && !r.endsHeading(to) {
		to++
	}
	n := r.bare(cell{i, to})
	if !r.named(n, false) {
		return cell{}, false
	}
	switch {
	case to == line.to || r.onlyMarks(to, line.to):
		return n, marked
	case r.Is(to, '('):
		end := r.closed(to, line.to)
		if !r.onlyMarks(end, line.to) && !r.endsHeading(end) {
			return cell{}, false
		}
		return n, true
	case r.Is(to, ','), r.Is(to, ':'):
		if line.to-to > maxTitle || token.Stops(r.Toks[line.to-1].R) {
			return cell{}, false
		}
		return n, marked
	}
	return n, true
}

// endsHeading reports whether the name of a heading ends before token i.
func (r *Reader) endsHeading(i int) bool {
	t := &r.Toks[i]
	if t.Kind != token.Punct {
		return false
	}
	switch t.R {
	case '(', ',', ':', '|', '—', '·', '•', '*':
		return true
	case '–', '-':
		return t.Has(token.Space) && i+1 < len(r.Toks) && r.Toks[i+1].Has(token.Space)
	}
	return false
}

// onlyMarks reports whether nothing but ornaments stands in [i, to).
func (r *Reader) onlyMarks(i, to int) bool {
	for ; i < to; i++ {
		if !r.ornament(i) {
			return false
		}
	}
	return true
}

// readHeadings makes topics of the headings that no card has made one of.
func (r *Reader) readHeadings() {
	last := -1 // the topic that goes on
	for k := range r.Sents {
		s := r.Sents[k]
		if !r.Toks[s.From].Has(token.Line) && s.From > 0 || s.To-s.From > maxLine {
			continue
		}
		line := cell{s.From, s.To}
		if last >= 0 && r.title(line) {
			r.Topics[last].To, last = s.From, -1
		}
		if s.To < len(r.Toks) && !r.Toks[s.To].Has(token.Line) && !r.Is(s.To-1, ':') {
			continue
		}
		if n, ok := r.heads(k, line); ok {
			last = len(r.Topics)
			r.Topics = append(r.Topics, deal.Topic{From: s.To, To: len(r.Toks), Name: r.name(n)})
		}
	}
	sortTopics(r.Topics)
}

// heads returns the name with which the line, which is sentence k, heads the prose below.
func (r *Reader) heads(k int, line cell) (cell, bool) {
	if k+1 >= len(r.Sents) || k == 0 || r.taken(line.from) {
		return cell{}, false
	}
	n, sure := r.headingName(line)
	if n.empty() {
		return n, false
	}
	next := r.Sents[k+1]
	if next.To-next.From <= maxName {
		return n, false
	}
	return n, sure && r.named(n, true) || r.opensEntry(n, next)
}

// opensEntry reports whether the sentence begins as that about a name does which a heading has told: with the name, with what it is
// ("A helpline for …"), or with a word for a company ("The startup").
func (r *Reader) opensEntry(n cell, s token.Sentence) bool {
	i := s.From
	switch {
	case r.Word(i) != 0 && r.Entry(i).Is(lexicon.Indefinite):
		return r.named(n, true)
	case lexicon.Has(r.Word(i), lexicon.TraitDefiniteArticle):
		for k := i + 1; k < i+4 && k < s.To; k++ {
			if r.Entry(k).Is(lexicon.Anaphor|lexicon.Companynoun) && !r.Toks[k].Has(token.Upper) {
				return r.named(n, true)
			}
		}
	}
	return s.To-i > n.to-n.from && r.text(cell{i, i + n.to - n.from}) == r.text(n)
}

// sortTopics puts the topics into the order in which they begin.
func sortTopics(list []deal.Topic) {
	slices.SortStableFunc(list, func(a, b deal.Topic) int { return a.From - b.From })
}
