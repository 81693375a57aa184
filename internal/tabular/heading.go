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
	for ; to < line.to && !r.endsHeading(to); to++ {
		if to-i >= maxName || r.BeginsLower(to) && !r.Entry(to).Is(lexicon.Nameconnector) && r.Lex.Known(r.Word(to)) {
			return cell{}, false // most: prose
		}
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
	case r.Is(to, ':'):
		if !marked {
			return cell{}, false
		}
	case r.Is(to, ','):
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
	}
	return r.dash(i)
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

// Label returns the colon after the name that opens sentence s as an item of a list, "- Foo: raised $5M"; 0 if there is none.
func (r *Reader) Label(s token.Sentence) int {
	if s.From = r.numberBefore(s.From); r.Toks[s.From].Kind == token.Word || !r.opensLine(s.From) {
		return 0 // most
	}
	for i := s.From; i < s.To && i < s.From+maxTitle; i++ {
		if !r.Is(i, ':') {
			continue
		}
		if n, sure := r.headingName(cell{s.From, s.To}); sure && r.named(n, true) {
			return i
		}
		break
	}
	return 0
}

// numberBefore returns the number with a full stop or bracket that opens the line before token i, else i. It is a sentence of its own.
func (r *Reader) numberBefore(i int) int {
	if i >= 2 && !r.Toks[i].Has(token.Line) && r.Toks[i-1].Kind == token.Punct && r.Toks[i-2].Kind == token.Number && r.opensLine(i-2) {
		return i - 2
	}
	return i
}

// readHeadings makes topics of the headings that no card has made one of.
func (r *Reader) readHeadings() {
	last := -1 // the topic that goes on
	for k := range r.Sents {
		s := r.Sents[k]
		line := cell{r.numberBefore(s.From), s.To}
		if !r.opensLine(line.from) {
			continue
		}
		if last >= 0 && r.title(line) {
			r.Topics[last].To, last = line.from, -1
		}
		if r.taken(line.from) {
			continue
		}
		if n, ok := r.heads(k, line); ok {
			if last >= 0 {
				r.Topics[last].To = line.from
			}
			last = len(r.Topics)
			r.Topics = append(r.Topics, deal.Topic{From: n.to, To: len(r.Toks), Name: r.name(n)})
			if s.To < len(r.Toks) && (!r.Toks[s.To].Has(token.Line) || s.To-n.to > maxTitle) { // prose on the same line
				r.Topics[last].To, last = r.paragraphEnd(n.to), -1
			}
		}
	}
	sortTopics(r.Topics)
}

// paragraphEnd returns the token after the paragraph of token i.
func (r *Reader) paragraphEnd(i int) int {
	for i++; i < len(r.Toks) && !r.Toks[i].Has(token.Para); {
		i++
	}
	return min(i, len(r.Toks))
}

// heads returns the name with which the line, which begins sentence k, heads the prose after it.
func (r *Reader) heads(k int, line cell) (cell, bool) {
	if k == 0 {
		return cell{}, false
	}
	n, sure := r.headingName(line)
	if n.empty() {
		return n, false
	}
	if sure && r.named(n, true) {
		return n, true
	}
	if k+1 >= len(r.Sents) || line.to < len(r.Toks) && !r.Toks[line.to].Has(token.Line) {
		return n, false
	}
	return n, r.opensEntry(n, r.Sents[k+1])
}

// opensEntry reports whether the sentence begins as that about a name does which a heading has told: with the name, with what it is
// ("A helpline for …"), or with a word for a company ("The startup").
func (r *Reader) opensEntry(n cell, s token.Sentence) bool {
	i := s.From
	switch {
	case r.Word(i) != 0 && r.Entry(i).Is(lexicon.Indefinite):
		return r.named(n, true)
	case r.Lex.Has(r.Word(i), lexicon.TraitDefiniteArticle):
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
