// Command scorecard measures the library on the labelled documents that lie
// beside the checkout, and keeps the table in README.md honest:
//
//	go run ./internal/scorecard          print the table
//	go run ./internal/scorecard -write   print it, and put it into README.md, with the figures of docs/first-sight.jsonl
//	go run ./internal/scorecard -check   print it, and exit 1 if a figure is below its floor in floors.json
//
// Run it in the root of the module. The documents are no part of the project:
// where they or python3, which runs their scorer, are absent, it says so and exits 0.
package main

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"example.com/funding"
)

var sets = []string{"headlines", "briefs", "articles"}

// fields are the columns of the second table, in the scorer's order.
var fields = []string{"company", "amount", "qualifier", "kind", "stage", "status", "investors", "lead", "date", "valuation", "total"}

// floors are the figures that must not be undercut, by set and by the name that score.figure knows.
//
//go:embed floors.json
var floors []byte

// score is what score.py --json prints.
type score struct {
	Documents      int                `json:"documents"`
	Rounds         int                `json:"rounds"`
	Exact          float64            `json:"exact"`
	CleanNegatives float64            `json:"clean_negatives"`
	F1             map[string]float64 `json:"f1"`
	Precision      map[string]float64 `json:"precision"`
	Recall         map[string]float64 `json:"recall"`
}

// figure returns the figure of a name: "exact", "clean_negatives", "f1 slots", "precision company".
func (s score) figure(name string) (float64, bool) {
	switch name {
	case "exact":
		return s.Exact, true
	case "clean_negatives":
		return s.CleanNegatives, true
	}
	measure, field, _ := strings.Cut(name, " ")
	v, ok := map[string]map[string]float64{"f1": s.F1, "precision": s.Precision, "recall": s.Recall}[measure][field]
	return v, ok
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("scorecard", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("eval", filepath.FromSlash("../shared/eval/dev"), "`directory` of the labelled sets; score.py lies above it")
	write := flags.Bool("write", false, "put the table into README.md")
	check := flags.Bool("check", false, "exit 1 if a figure is below its floor")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if why := absent(*dir); why != "" {
		fmt.Fprintf(stdout, "no score card: %s\n", why)
		return 0
	}
	scores := map[string]score{}
	for _, set := range sets {
		s, err := measure(*dir, set)
		if err != nil {
			fmt.Fprintf(stderr, "scorecard: %s: %v\n", set, err)
			return 1
		}
		scores[set] = s
	}
	table := render(scores)
	fmt.Fprint(stdout, table)
	if *write {
		unseen, err := firstSight(filepath.FromSlash("docs/first-sight.jsonl"))
		if err == nil {
			err = writeTable("README.md", "first-sight", unseen)
		}
		if err == nil {
			err = writeTable("README.md", "scorecard", table)
		}
		if err != nil {
			fmt.Fprintf(stderr, "scorecard: %v\n", err)
			return 1
		}
	}
	if *check {
		low, err := below(scores)
		if err != nil {
			fmt.Fprintf(stderr, "scorecard: floors.json: %v\n", err)
			return 1
		}
		for _, l := range low {
			fmt.Fprintf(stderr, "scorecard: %s\n", l)
		}
		if len(low) > 0 {
			return 1
		}
	}
	return 0
}

// absent says what is missing to measure, "" if nothing is.
func absent(dir string) string {
	need := []string{filepath.Join(dir, "..", "score.py")}
	for _, set := range sets {
		need = append(need, filepath.Join(dir, set+".docs.jsonl"), filepath.Join(dir, set+".gold.jsonl"))
	}
	for _, f := range need {
		if _, err := os.Stat(f); errors.Is(err, fs.ErrNotExist) {
			return f + " is not there"
		}
	}
	if _, err := exec.LookPath("python3"); err != nil {
		return "python3 is not installed"
	}
	return ""
}

// measure parses the documents of a set and has them scored.
func measure(dir, set string) (s score, err error) {
	docs, err := os.Open(filepath.Join(dir, set+".docs.jsonl"))
	if err != nil {
		return s, err
	}
	defer docs.Close()
	tmp, err := os.CreateTemp("", "scorecard-*.jsonl")
	if err != nil {
		return s, err
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	out := bufio.NewWriter(tmp)
	for a, err := range funding.ReadJSONL(docs) {
		if err != nil {
			return s, err
		}
		p := funding.Parser{Title: a.Title}
		if a.Published != "" {
			if p.Published, err = funding.ParseDate(a.Published); err != nil {
				return s, fmt.Errorf("%s: %w", a.ID, err)
			}
		}
		line, err := p.Parse(a.Text).JSON(a.ID, a.Text)
		if err != nil {
			return s, fmt.Errorf("%s: %w", a.ID, err)
		}
		out.Write(append(line, '\n')) // Flush reports what went wrong
	}
	if err := out.Flush(); err != nil {
		return s, err
	}
	var complaint strings.Builder
	cmd := exec.Command("python3", filepath.Join(dir, "..", "score.py"), filepath.Join(dir, set+".gold.jsonl"), tmp.Name(), "--json")
	cmd.Stderr = &complaint
	b, err := cmd.Output()
	if err != nil {
		return s, fmt.Errorf("score.py: %w\n%s", err, complaint.String())
	}
	return s, json.Unmarshal(b, &s)
}

// render prints the figures as two tables in Markdown: what counts most, and the F1 of each field.
func render(scores map[string]score) string {
	var b strings.Builder
	b.WriteString("| set | documents | rounds | slots P | slots R | slots F1 | rounds F1 | exact rounds | clean negatives |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, set := range sets {
		s := scores[set]
		fmt.Fprintf(&b, "| %s | %d | %d | %.3f | %.3f | **%.3f** | %.3f | %.3f | %.3f |\n",
			set, s.Documents, s.Rounds, s.Precision["slots"], s.Recall["slots"], s.F1["slots"], s.F1["round"], s.Exact, s.CleanNegatives)
	}
	fmt.Fprintf(&b, "\n| F1 | %s |\n| ---%s |\n", strings.Join(fields, " | "), strings.Repeat(" | ---:", len(fields)))
	for _, set := range sets {
		fmt.Fprintf(&b, "| %s", set)
		for _, f := range fields {
			fmt.Fprintf(&b, " | %.3f", scores[set].F1[f])
		}
		b.WriteString(" |\n")
	}
	return b.String()
}

// marks are what stands around a table of the name in README.md.
func marks(name string) (begin, end string) {
	return "<!-- " + name + " -->\n", "<!-- /" + name + " -->"
}

// writeTable replaces what stands between the marks of the name in file.
func writeTable(file, name, table string) error {
	begin, end := marks(name)
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	head, rest, ok := strings.Cut(string(data), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		return fmt.Errorf("%s: no %s … %s", file, strings.TrimSpace(begin), end)
	}
	return os.WriteFile(file, []byte(head+begin+table+end+tail), 0o666)
}

// below lists the figures that are under their floors.
func below(scores map[string]score) (low []string, err error) {
	var floor map[string]map[string]float64
	if err := json.Unmarshal(floors, &floor); err != nil {
		return nil, err
	}
	for _, set := range slices.Sorted(maps.Keys(floor)) {
		s, ok := scores[set]
		if !ok {
			return nil, fmt.Errorf("no set %q", set)
		}
		for _, name := range slices.Sorted(maps.Keys(floor[set])) {
			v, ok := s.figure(name)
			if !ok {
				return nil, fmt.Errorf("%s: no figure %q", set, name)
			}
			if v < floor[set][name] {
				low = append(low, fmt.Sprintf("%s: %s is %.4f, below its floor of %.4f", set, name, v, floor[set][name]))
			}
		}
	}
	return low, nil
}
