package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/funding/examples/parse/cli"
)

var update = flag.Bool("update", false, "write what the program prints into the READMEs")

const lumen = "Lumen Robotics raised $12 million in a Series A round led by Harbor Capital."

// program runs the command on input and returns what it wrote.
func program(t *testing.T, input string, args ...string) string {
	t.Helper()
	var out, errs strings.Builder
	if status := (cli.Program{}).Run(args, strings.NewReader(input), &out, &errs); status != cli.StatusOK || errs.Len() > 0 {
		t.Fatalf("%v: status %d, errors %q", args, status, errs.String())
	}
	return out.String()
}

// The READMEs show what the program prints: between the marks "output ARGUMENTS" what it
// prints for these, run in the project's directory, and between the marks "json" the
// document of a sentence.
func TestReadme(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	for _, c := range []struct {
		name    string
		outputs int // that it is known to show
		json    bool
	}{{"README.md", 1, true}, {"examples/parse/README.md", 3, false}} {
		b, err := os.ReadFile(c.name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		outputs := 0
		text = shown.ReplaceAllStringFunc(text, func(part string) string {
			outputs++
			m := shown.FindStringSubmatch(part)
			want := "<!-- output " + m[1] + " -->\n```" + m[2] + "\n" + program(t, "", strings.Fields(m[1])...) + "```\n<!-- /output -->"
			return check(t, c.name, part, want)
		})
		if outputs != c.outputs {
			t.Errorf("%s: %d outputs, want %d", c.name, outputs, c.outputs)
		}
		if c.json {
			head, rest, ok := strings.Cut(text, "<!-- json -->\n")
			part, tail, ok2 := strings.Cut(rest, "<!-- /json -->")
			if !ok || !ok2 {
				t.Fatalf("%s has no marks for JSON", c.name)
			}
			text = head + "<!-- json -->\n" + check(t, c.name, part, "```json\n"+program(t, lumen, "-json")+"```\n") + "<!-- /json -->" + tail
		}
		if *update && text != string(b) {
			if err := os.WriteFile(c.name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

var shown = regexp.MustCompile("(?s)<!-- output ([^\n]*?) -->\n```([a-z]*)\n.*?```\n<!-- /output -->")

// check compares what a README shows with what it should, and returns the latter.
func check(t *testing.T, name, shows, want string) string {
	t.Helper()
	if shows != want && !*update {
		t.Errorf("%s shows\n%s\nthe program prints\n%s\ngo test ./examples/parse -run TestReadme -update writes it", name, shows, want)
	}
	return want
}
