// Package grammartest reads sentences with marks in them, for tests of clause readers and their rules.
package grammartest

import (
	"fmt"
	"strings"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Read reads one sentence by the rules. In it braces mark a unit, {$5 million}, {@in March} one that tells a time,
// and asterisks a stretch of words: at is the element with which it begins, -1 if there is none.
func Read(rules *grammar.Rules, marked string) (s *grammar.Sentence, at int) {
	text, spans, star := unmark(marked)
	toks := token.Scan(text, nil)
	ids := make([]lexicon.ID, len(toks))
	for i, t := range toks {
		if t.Kind == token.Word {
			ids[i] = rules.Lexicon.Find(t.Text(text))
		}
	}
	tokenAt := func(pos int) int32 {
		for i, t := range toks {
			if int(t.End) > pos {
				return int32(i)
			}
		}
		return int32(len(toks))
	}
	var units []grammar.UnitSpan
	for _, u := range spans {
		units = append(units, grammar.UnitSpan{From: tokenAt(u.from), To: tokenAt(u.to-1) + 1, When: u.when})
	}
	s = &grammar.Sentence{}
	s.Read(rules, text, toks, ids, units, 0, len(toks))
	if at = -1; star >= 0 {
		for i := range s.Elems {
			if e := &s.Elems[i]; e.From <= tokenAt(star) && tokenAt(star) < e.To {
				at = i
			}
		}
	}
	return s, at
}

type span struct {
	from, to int
	when     bool
}

// unmark returns the text without marks, its units, and where the first asterisk stood, -1 if there is none.
func unmark(marked string) (text string, units []span, star int) {
	var b strings.Builder
	star = -1
	for i := 0; i < len(marked); i++ {
		switch c := marked[i]; c {
		case '{':
			u := span{from: b.Len()}
			if i+1 < len(marked) && marked[i+1] == '@' {
				u.when = true
				i++
			}
			units = append(units, u)
		case '}':
			units[len(units)-1].to = b.Len()
		case '*':
			if star < 0 {
				star = b.Len()
			}
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), units, star
}

// Clauses prints each clause: subject < verb > arguments, with ~ for a shared
// subject, ^ for the phrase that the clause modifies, & between joined phrases,
// = before an apposition, + before what explains a phrase. After the verb stands in
// braces what is told of the time: earlier, planned, failed.
func Clauses(s *grammar.Sentence) (clauses []string) {
	for i := range s.Clauses {
		c := &s.Clauses[i]
		var p []string
		for _, k := range c.Subj {
			p = append(p, s.NodeText(k))
		}
		out := strings.Join(p, " & ")
		if c.Shared {
			out = "~" + out
		}
		for _, a := range c.Pre {
			out += " (" + argument(s, a) + ")"
		}
		if c.Ante >= 0 {
			out += "^" + s.NodeText(c.Ante)
		}
		if c.Verb >= 0 {
			out += fmt.Sprintf(" <%s>", verb(s, c.Verb)) + tense(s, i)
		}
		for _, a := range c.Args {
			out += " (" + argument(s, a) + ")"
		}
		clauses = append(clauses, strings.TrimSpace(out))
	}
	return clauses
}

// verb prints the verb group k: its lemma, and after points what the group says.
func verb(s *grammar.Sentence, k int) string {
	g := s.Nodes[k].VG
	out := s.Lex.VerbName(g.Verb)
	if out == "" {
		out = s.NodeText(k)
	}
	for _, f := range []struct {
		on   bool
		name string
	}{
		{g.Form == grammar.Infinitive, "to"}, {g.Form == grammar.Gerund, "ing"}, {g.Passive, "passive"},
		{g.Perfect, "perfect"}, {g.Future, "future"}, {g.Doing, "doing"}, {g.Neg, "not"},
	} {
		if f.on {
			out += "." + f.name
		}
	}
	if g.Sense != g.Verb {
		out += "=" + s.Lex.VerbName(g.Sense)
	}
	return out
}

func tense(s *grammar.Sentence, i int) (out string) {
	if s.Earlier(&s.Clauses[i]) {
		out = " {earlier}"
	}
	if c := s.Certainty(i); c != grammar.Certain {
		out += " {" + c.String() + "}"
	}
	return out
}

func argument(s *grammar.Sentence, a grammar.Arg) string {
	p := ""
	switch a.Prep {
	case 0:
	case grammar.Apposed:
		p = "= "
	default:
		p = s.NodeText(a.Node) + " "
	}
	var items []string
	for _, it := range a.Items {
		text := s.NodeText(it.NP)
		if it.Tail > it.NP {
			text += " +"
			for k := it.NP + 1; k <= it.Tail; k++ {
				text += " " + s.NodeText(k)
			}
		}
		items = append(items, text)
	}
	return p + strings.Join(items, " & ")
}
