package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/funding/examples/parse/cli"
)

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

var update = flag.Bool("update", false, "write what the program prints into the README")

// The README shows what the program prints. Between its marks stand the fenced
// outputs of the program on a file and on a sentence.
func TestReadme(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const article = "testdata/alibaba-megvii.txt"
	table := program(t, "", article)
	document := program(t, lumen, "-json")
	text := string(readme)
	for _, part := range []struct{ mark, fence, output string }{
		{"output " + article, "", table},
		{"json", "json", document},
	} {
		name, _, _ := strings.Cut(part.mark, " ")
		head, rest, ok := strings.Cut(text, "<!-- "+part.mark+" -->\n")
		shown, tail, ok2 := strings.Cut(rest, "<!-- /"+name+" -->")
		if !ok || !ok2 {
			t.Fatalf("README.md has no marks for %q", part.mark)
		}
		want := "```" + part.fence + "\n" + part.output + "```\n"
		if shown != want && !*update {
			t.Errorf("README.md shows\n%s\nthe program prints\n%s\ngo test ./examples/parse -run TestReadme -update writes it", shown, want)
		}
		text = head + "<!-- " + part.mark + " -->\n" + want + "<!-- /" + name + " -->" + tail
	}
	if *update && text != string(readme) {
		if err := os.WriteFile("README.md", []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
