package grammar

import (
	"fmt"
	"io"
)

var catNames = [...]string{"n", "N", "det", "prep", "unit", "when", "pron", "to", "conj", "sub", "rel",
	"aux", "V", "adv", "'s", ",", ":", ";", "--", "(", ")", "\"", ".", "?", "open"}

// String returns the short name that Dump writes.
func (c Cat) String() string { return catNames[c] }

// Dump writes the words with their categories, the phrases and the clauses.
func (s *Sentence) Dump(w io.Writer) {
	fmt.Fprintf(w, "  style %d words:", s.Style)
	for i := range s.Elems {
		fmt.Fprintf(w, " %s/%s", s.Word(i), s.Elems[i].Cat)
	}
	fmt.Fprint(w, "\n  phrases:")
	for k := range s.Nodes {
		open, end := "", ""
		switch s.Nodes[k].Kind {
		case NP:
			open, end = "[", "]"
		case VG:
			open, end = "<", fmt.Sprintf(">%d", s.Nodes[k].VG.Form)
		}
		fmt.Fprintf(w, " %d%s%s%s", k, open, s.NodeText(k), end)
	}
	fmt.Fprintln(w)
	for i := range s.Clauses {
		c := &s.Clauses[i]
		fmt.Fprintf(w, "  clause %d: subj", i)
		for _, k := range c.Subj {
			fmt.Fprintf(w, " [%s]", s.NodeText(k))
		}
		if c.Shared {
			fmt.Fprint(w, " (shared)")
		}
		s.dumpArgs(w, c.Pre)
		if c.Verb >= 0 {
			g := s.Nodes[c.Verb].VG
			fmt.Fprintf(w, " verb <%s> {Verb:%d Main:%d Form:%d Passive:%t Perfect:%t Future:%t Doing:%t Neg:%t}",
				s.NodeText(c.Verb), g.Verb, g.Main, g.Form, g.Passive, g.Perfect, g.Future, g.Doing, g.Neg)
			if g.Sense != g.Verb {
				fmt.Fprintf(w, " means %s", s.Lex.VerbName(g.Sense))
			}
		}
		if c.Ante >= 0 {
			fmt.Fprintf(w, " modifies %d", c.Ante)
		}
		s.dumpArgs(w, c.Args)
		fmt.Fprintln(w)
	}
}

func (s *Sentence) dumpArgs(w io.Writer, args []Arg) {
	for _, a := range args {
		p := ""
		switch a.Prep {
		case 0:
		case Apposed:
			p = "= "
		default:
			p = s.NodeText(a.Node) + " "
		}
		fmt.Fprintf(w, " (%s", p)
		for j, it := range a.Items {
			if j > 0 {
				fmt.Fprint(w, " & ")
			}
			fmt.Fprintf(w, "[%s]", s.NodeText(it.NP))
			if it.Tail > it.NP {
				fmt.Fprintf(w, "+%d", it.Tail-it.NP)
			}
		}
		fmt.Fprint(w, ")")
	}
}
