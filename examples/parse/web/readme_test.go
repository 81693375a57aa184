package main

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"example.com/funding/examples/parse/cli"
)

var update = flag.Bool("update", false, "write what the program prints into the README")

var outputs = regexp.MustCompile("(?s)<!-- output ([^\n]*?) -->\n```\n.*?```\n<!-- /output -->")

// The README shows what the program prints.
func TestReadme(t *testing.T) {
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	text := outputs.ReplaceAllStringFunc(string(b), func(part string) string {
		n++
		args := outputs.FindStringSubmatch(part)[1]
		var out, errs strings.Builder
		if status := (cli.Program{Page: readPage}).Run(strings.Fields(args), strings.NewReader(""), &out, &errs); status != cli.StatusOK {
			t.Fatalf("%s: status %d, errors %q", args, status, errs.String())
		}
		want := "<!-- output " + args + " -->\n```\n" + out.String() + "```\n<!-- /output -->"
		if part != want && !*update {
			t.Errorf("README.md shows\n%s\nthe program prints\n%s\ngo test -run TestReadme -update writes it", part, want)
		}
		return want
	})
	if n != 1 {
		t.Errorf("%d outputs", n)
	}
	if *update && text != string(b) {
		if err := os.WriteFile("README.md", []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
