// Command fit makes the table of internal/confidence, from labelled documents.
//
//	go run ./internal/fit -record 04 FOLDER/04     note what is read in FOLDER/04.docs.jsonl and right by FOLDER/04.gold.jsonl
//	go run ./internal/fit                          fit the table to all that was noted, and print how reliable it is
//	go run ./internal/fit -write                   write it, too
//	go run ./internal/fit FOLDER/05 …              print how reliable the table as it stands is on other documents
//
// What is noted holds no text: a line for each round, with the name of the batch, whether the round was right, and its doubts.
// Note a batch before the library learns from it. What it has learned from reads better than other text does, and counts less:
// -percent says how much.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/format"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"example.com/funding"
	"example.com/funding/internal/confidence"
	"example.com/funding/internal/deal"
)

// observation is a round that the library read, and whether it was right.
type observation struct {
	batch  string
	weight int // in percent
	right  bool
	doubts deal.Doubts
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("fit", flag.ContinueOnError)
	flags.SetOutput(stderr)
	record := flags.String("record", "", "note the rounds of the documents as those of the `batch`")
	percent := flags.Int("percent", 100, "with -record: how much a round counts")
	write := flags.Bool("write", false, "write the table")
	notes := flags.String("notes", filepath.FromSlash("internal/fit/notes.txt"), "`file` of what was noted")
	table := flags.String("table", filepath.FromSlash("internal/confidence/table.go"), "`file` of the table")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	err := do(stdout, *notes, *table, *record, *percent, *write, flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, "fit:", err)
		return 1
	}
	return 0
}

func do(w io.Writer, notes, table, record string, percent int, write bool, files []string) error {
	if len(files) > 0 && record == "" {
		list, err := observeAll(files, "", 100)
		if err == nil {
			printReliability(w, list, func(o observation) int { return confidence.Of(o.doubts) })
		}
		return err
	}
	noted, err := readNotes(notes)
	if err != nil {
		return err
	}
	if record != "" {
		more, err := observeAll(files, record, percent)
		if err != nil {
			return err
		}
		noted = slices.DeleteFunc(noted, func(o observation) bool { return o.batch == record })
		return writeNotes(notes, append(noted, more...))
	}
	m := fit(noted)
	printFit(w, noted, m)
	if !write {
		return nil
	}
	src, err := m.source()
	if err != nil {
		return err
	}
	return os.WriteFile(table, src, 0o666)
}

// observeAll reads the documents of files, which are named without .docs.jsonl and .gold.jsonl.
func observeAll(files []string, batch string, percent int) (all []observation, err error) {
	for _, f := range files {
		list, err := observe(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		for _, o := range list {
			o.batch, o.weight = cmp.Or(batch, filepath.Base(f)), percent
			all = append(all, o)
		}
	}
	return all, nil
}

func observe(file string) (list []observation, err error) {
	labels, err := readLabels(file + ".gold.jsonl")
	if err != nil {
		return nil, err
	}
	docs, err := os.Open(file + ".docs.jsonl")
	if err != nil {
		return nil, err
	}
	defer docs.Close()
	for a, err := range funding.ReadJSONL(docs) {
		if err != nil {
			return nil, err
		}
		label, ok := labels[a.ID]
		if !ok {
			continue
		}
		p := funding.Parser{Title: a.Title}
		if a.Published != "" {
			if p.Published, err = funding.ParseDate(a.Published); err != nil {
				return nil, fmt.Errorf("%s: %w", a.ID, err)
			}
		}
		rounds := p.Parse(a.Text).Rounds
		of := pairs(label, rounds)
		for i := range rounds {
			g := of[i]
			if g != nil && g.Ignore {
				continue
			}
			list = append(list, observation{right: g != nil && g.right(&rounds[i]), doubts: deal.Doubts(rounds[i].Doubts)})
		}
	}
	return list, nil
}

// readNotes reads lines "batch percent right|wrong doubt doubt …".
func readNotes(file string) (list []observation, err error) {
	data, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		f := strings.Fields(lines.Text())
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if len(f) < 3 || f[2] != "right" && f[2] != "wrong" {
			return nil, fmt.Errorf("%s:%d: not batch, percent, right or wrong, doubts", file, n)
		}
		o := observation{batch: f[0], right: f[2] == "right"}
		if o.weight, err = strconv.Atoi(f[1]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		for _, name := range f[3:] {
			var d funding.Doubt
			if err := d.UnmarshalText([]byte(name)); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
			o.doubts.Add(deal.Doubt(d))
		}
		list = append(list, o)
	}
	return list, lines.Err()
}

const notesHead = `# Rounds that the library read in labelled documents: the batch, how much it counts, whether it was right, its doubts.
# Written by go run ./internal/fit -record; no text of the documents is kept.
`

func writeNotes(file string, list []observation) error {
	slices.SortStableFunc(list, func(a, b observation) int { return strings.Compare(a.batch, b.batch) })
	var b strings.Builder
	b.WriteString(notesHead)
	for _, o := range list {
		fmt.Fprintf(&b, "%s %d %s", o.batch, o.weight, map[bool]string{true: "right", false: "wrong"}[o.right])
		for d := range deal.NumDoubts {
			if o.doubts.Has(d) {
				b.WriteString(" " + funding.Doubt(d).String())
			}
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(file, []byte(b.String()), 0o666)
}

// source prints the table as Go.
func (m *model) source() ([]byte, error) {
	var b strings.Builder
	b.WriteString("// Code generated by internal/fit; DO NOT EDIT.\n\npackage confidence\n\n")
	fmt.Fprintf(&b, "// base is the score of an event without a doubt.\nconst base = %d\n\n", m.base)
	b.WriteString("// weights are what each doubt takes from it.\nvar weights = [...]int16{\n")
	for d, w := range m.weights {
		fmt.Fprintf(&b, "%d, // %s\n", w, funding.Doubt(d))
	}
	b.WriteString("}\n\n// probabilities are what scores mean, in thousandths: 1/(1+exp(-score/100)).\n")
	b.WriteString("var probabilities = [2*Most/Step + 1]uint16{")
	for i := range 2*confidence.Most/confidence.Step + 1 {
		if i%20 == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%d, ", thousandths(float64(i*confidence.Step-confidence.Most)/100))
	}
	b.WriteString("\n}\n")
	return format.Source([]byte(b.String()))
}
