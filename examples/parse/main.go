// Command parse prints the funding rounds that texts tell of.
//
//	parse article.txt …          a table per file
//	parse < article.txt          the same from standard input
//	parse -json article.txt      one indented JSON document per file
//	parse -jsonl < articles.jsonl  {"id","published","title","text"} lines in, one JSON line out for each
//
// Files and lines of more than 16 MB and files that are no text are refused. A
// document is written whole or not at all, so that a full disk, a closed pipe or
// an interrupt leaves no half line behind. The exit status is 0, 1 for an input
// that cannot be read or an output that cannot be written, 2 for wrong usage,
// 130 for an interrupt.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"text/tabwriter"

	"example.com/funding"
)

func main() {
	// Without this a closed pipe would end the program without a word.
	signal.Ignore(syscall.SIGPIPE)
	out := &output{w: os.Stdout, file: os.Stdout}
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-interrupt
		signal.Stop(interrupt) // a second one ends the program where it stands
		out.mu.Lock()          // the document that is being written is written whole
		fmt.Fprintln(os.Stderr, "parse: interrupted")
		os.Exit(statusInterrupt)
	}()
	os.Exit(run(os.Args[1:], os.Stdin, out, os.Stderr))
}

// Exit statuses.
const (
	statusOK        = 0
	statusInput     = 1 // an unreadable file, a broken line, a failed write
	statusUsage     = 2
	statusInterrupt = 130 // as shells report it
)

// maxText is the size of the longest text that is read. It bounds the memory,
// which is some hundred times as much for the worst of texts.
const maxText = 16 << 20

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

	status := statusOK
	fail := func(err error) {
		fmt.Fprintf(stderr, "parse: %v\n", err)
		status = statusInput
	}
	switch {
	case *asLines:
		if err := lines(p, stdin, stdout, stderr); err != nil {
			fail(err)
		}
	case fs.NArg() == 0:
		doc, err := document(p, stdin, *asJSON, stderr)
		if err != nil {
			fail(fmt.Errorf("standard input: %w", err))
			break
		}
		if _, err := stdout.Write(doc); err != nil {
			fail(err)
		}
	default:
		shown := false
		for _, name := range fs.Args() {
			doc, err := file(p, name, *asJSON, stderr)
			if err != nil {
				fail(err)
				continue
			}
			if fs.NArg() > 1 && !*asJSON {
				doc = append([]byte(name+"\n"), doc...)
				if shown {
					doc = append([]byte("\n"), doc...)
				}
			}
			shown = true
			if _, err := stdout.Write(doc); err != nil {
				fail(err)
				return status // the next would fail too
			}
		}
	}
	return status
}

func file(p funding.Parser, name string, asJSON bool, stderr io.Writer) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := document(p, f, asJSON, stderr)
	if pe := (*os.PathError)(nil); err != nil && !errors.As(err, &pe) { // which names the file itself
		err = fmt.Errorf("%s: %w", name, err)
	}
	return doc, err
}

// lines parses JSON Lines; what comes before a broken line is written.
func lines(p funding.Parser, in io.Reader, out, stderr io.Writer) error {
	n := 0
	limited := &lineReader{r: in}
	for a, err := range funding.ReadJSONL(limited) {
		if limited.err != nil {
			err = limited.err // the line that was cut is broken only because of it
		}
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

// document reads one text and returns what is to be printed of it.
func document(p funding.Parser, in io.Reader, asJSON bool, stderr io.Writer) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, maxText+1))
	switch {
	case err != nil:
		return nil, err
	case bytes.IndexByte(b[:min(len(b), 8000)], 0) >= 0:
		return nil, errors.New("not text: it holds NUL bytes")
	case len(b) > maxText:
		return nil, fmt.Errorf("longer than %d MB; articles are shorter, split it", maxText>>20)
	}
	text := string(b)
	if p.Trace {
		if err := p.DebugPrint(stderr, text); err != nil {
			return nil, err
		}
		p.Trace = false
	}
	doc := p.Parse(text)
	var out bytes.Buffer
	if !asJSON {
		table(doc, &out)
		return out.Bytes(), nil
	}
	if b, err = doc.JSON("", text); err != nil {
		return nil, err
	}
	if err := json.Indent(&out, b, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func printTrace(w io.Writer, doc *funding.Document) {
	for _, s := range doc.Trace {
		fmt.Fprintf(w, "sentence %d: %s: %s\n", s.Sentence+1, s.Frame, s.Result)
	}
}

// table prints the rounds in columns; leads are marked with a star.
func table(doc *funding.Document, out *bytes.Buffer) {
	if len(doc.Rounds) == 0 {
		fmt.Fprintln(out, "no rounds")
		return
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
		fmt.Fprintln(out, strings.TrimRight(line, " \n"))
	}
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
