// Command parse prints the funding rounds that texts tell of.
//
//	parse article.txt …          a table per file
//	parse < article.txt          the same from standard input
//	parse -json article.txt      one indented JSON document per file
//	parse -jsonl < articles.jsonl  {"id","published","title","text"} lines in, one JSON line out for each
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"example.com/funding"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// Exit statuses.
const (
	statusOK    = 0
	statusInput = 1 // an unreadable file, a broken line, a failed write
	statusUsage = 2
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("parse", flag.ContinueOnError)
	fs.SetOutput(stderr)
	asJSON := fs.Bool("json", false, "print one indented JSON `document` for each input")
	asLines := fs.Bool("jsonl", false, "read {\"id\",\"published\",\"title\",\"text\"} lines from standard input, write one JSON line each, in order")
	published := fs.String("published", "", "publication `date` that relative dates refer to, 2021-03-03 or 2021-03")
	trace := fs.Bool("trace", false, "print what each frame read, and the grammar of each sentence, before the result")
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: parse [flags] [file ...]\nWithout files it reads standard input.\n\n")
		fs.PrintDefaults()
		fmt.Fprint(stderr, "\nexamples:\n  parse testdata/alibaba-megvii.txt\n  parse -json -published 2021-03-03 article.txt\n  parse -jsonl <articles.jsonl >rounds.jsonl\n")
	}
	if err := fs.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return statusOK
		}
		return statusUsage
	}
	p := funding.Parser{Trace: *trace}
	if *published != "" {
		d, err := funding.ParseDate(*published)
		if err != nil {
			fmt.Fprintf(stderr, "parse: -published: %v\n", err)
			return statusUsage
		}
		p.Published = d
	}
	if *asLines && (fs.NArg() > 0 || *asJSON) {
		fmt.Fprintln(stderr, "parse: -jsonl reads standard input only and excludes -json")
		return statusUsage
	}

	out := bufio.NewWriter(stdout)
	status := statusOK
	fail := func(err error) {
		fmt.Fprintf(stderr, "parse: %v\n", err)
		status = statusInput
	}
	switch {
	case *asLines:
		if err := lines(p, stdin, out, stderr); err != nil {
			fail(err)
		}
	case fs.NArg() == 0:
		text, err := io.ReadAll(stdin)
		if err != nil {
			fail(fmt.Errorf("standard input: %w", err))
			break
		}
		if err := document(p, string(text), *asJSON, out, stderr); err != nil {
			fail(fmt.Errorf("standard input: %w", err))
		}
	default:
		for i, name := range fs.Args() {
			text, err := os.ReadFile(name)
			if err != nil {
				fail(err)
				continue
			}
			if fs.NArg() > 1 && !*asJSON {
				if i > 0 {
					fmt.Fprintln(out)
				}
				fmt.Fprintf(out, "%s\n", name)
			}
			if err := document(p, string(text), *asJSON, out, stderr); err != nil {
				fail(fmt.Errorf("%s: %w", name, err))
			}
		}
	}
	if err := out.Flush(); err != nil {
		fail(err)
	}
	return status
}

// lines parses JSON Lines; what comes before a broken line is written.
func lines(p funding.Parser, in io.Reader, out *bufio.Writer, stderr io.Writer) error {
	n := 0
	for a, err := range funding.ReadJSONL(in) {
		if err != nil {
			return fmt.Errorf("standard input: %w", err)
		}
		n++
		q := p
		q.Title = a.Title
		if a.Published != "" {
			if q.Published, err = funding.ParseDate(a.Published); err != nil {
				return fmt.Errorf("standard input: article %d (id %q): published: %w", n, a.ID, err)
			}
		}
		doc := q.Parse(a.Text)
		printTrace(stderr, doc)
		b, err := doc.JSON(a.ID, a.Text)
		if err != nil {
			return err
		}
		if _, err := out.Write(append(b, '\n')); err != nil {
			return err
		}
	}
	return nil
}

func document(p funding.Parser, text string, asJSON bool, out *bufio.Writer, stderr io.Writer) error {
	if p.Trace {
		if err := p.DebugPrint(stderr, text); err != nil {
			return err
		}
		p.Trace = false
	}
	if !utf8.ValidString(text) && strings.ContainsRune(text, 0) {
		return fmt.Errorf("this is no text")
	}
	doc := p.Parse(text)
	if asJSON {
		b, err := doc.JSON("", text)
		if err != nil {
			return err
		}
		var pretty bytes.Buffer
		if err := json.Indent(&pretty, b, "", "  "); err != nil {
			return err
		}
		pretty.WriteByte('\n')
		_, err = out.Write(pretty.Bytes())
		return err
	}
	return table(doc, out)
}

func printTrace(w io.Writer, doc *funding.Document) {
	for _, s := range doc.Trace {
		fmt.Fprintf(w, "sentence %d: %s: %s\n", s.Sentence+1, s.Frame, s.Result)
	}
}

// table prints the rounds in columns; leads are marked with a star.
func table(doc *funding.Document, out io.Writer) error {
	if len(doc.Rounds) == 0 {
		_, err := fmt.Fprintln(out, "no rounds")
		return err
	}
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "COMPANY\tAMOUNT\tSTAGE\tINVESTORS (* leads)\tDATE\tSTATUS\tVALUATION")
	for _, r := range doc.Rounds {
		var inv []string
		for _, i := range r.Investors {
			if i.Lead {
				inv = append(inv, "*"+i.Name)
			} else {
				inv = append(inv, i.Name)
			}
		}
		status := r.Status.String()
		if r.Kind != funding.Equity {
			status += " " + r.Kind.String()
		}
		val := amount(r.Valuation.Money)
		if r.Valuation.Basis != funding.NoBasis {
			val += " " + r.Valuation.Basis.String()
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.Company.Name, amount(r.Amount.Money), r.Stage, strings.Join(inv, ", "), r.Date, status, val)
	}
	w.Flush() // into memory, where nothing fails
	for line := range strings.Lines(b.String()) {
		if _, err := fmt.Fprintln(out, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}

// amount prints money with its digits in groups: "nearly USD 1,000,000,000".
func amount(m funding.Money) string {
	words := strings.Fields(m.String())
	for i, w := range words {
		whole, frac, _ := strings.Cut(w, ".")
		if w[0] < '0' || w[0] > '9' {
			continue
		}
		for k := len(whole) - 3; k > 0; k -= 3 {
			whole = whole[:k] + "," + whole[k:]
		}
		if frac != "" {
			whole += "." + frac
		}
		words[i] = whole
	}
	return strings.Join(words, " ")
}
