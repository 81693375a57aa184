package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/funding"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const (
	lumen   = "Lumen Robotics raised $12 million in a Series A round led by Harbor Capital."
	oakmere = "Oakmere has secured £3m from Northgate Ventures."
)

// program runs the command on input and returns what it wrote.
func program(input string, args ...string) (status int, stdout, stderr string) {
	var out, errs strings.Builder
	status = Program{}.Run(args, strings.NewReader(input), &out, &errs)
	return status, out.String(), errs.String()
}

func TestTable(t *testing.T) {
	status, out, errs := program(lumen)
	if status != StatusOK || errs != "" {
		t.Fatalf("status %d, errors %q", status, errs)
	}
	for _, want := range []string{"COMPANY", "Lumen Robotics", "USD 12,000,000", "series-a", "*Harbor Capital", "closed"} {
		if !strings.Contains(out, want) {
			t.Errorf("the table lacks %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, "*Lumen") {
		t.Errorf("a star where there is no lead:\n%s", out)
	}
}

func TestNoRounds(t *testing.T) {
	for _, input := range []string{"", "The sun shone over the harbour."} {
		if status, out, errs := program(input); status != StatusOK || out != "no rounds\n" || errs != "" {
			t.Errorf("%q: status %d, output %q, errors %q", input, status, out, errs)
		}
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	a, b, none := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "none.txt")
	writeFile(t, a, lumen)
	writeFile(t, b, oakmere)

	status, out, errs := program("", a, none, b)
	if status != StatusInput || !strings.Contains(errs, none) {
		t.Errorf("an unreadable file: status %d, errors %q", status, errs)
	}
	i, j := strings.Index(out, "Lumen Robotics"), strings.Index(out, "Oakmere")
	if i < 0 || j < i || !strings.Contains(out, a) || !strings.Contains(out, b) {
		t.Errorf("the readable files, named and in order, are not all there:\n%s", out)
	}

	if status, out, errs = program("", none); status != StatusInput || out != "" || !strings.Contains(errs, none) {
		t.Errorf("status %d, output %q, errors %q", status, out, errs)
	}
	empty := t.TempDir()
	if status, _, errs = program("", empty); status != StatusInput || !strings.Contains(errs, empty) {
		t.Errorf("a directory with nothing to read: status %d, errors %q", status, errs)
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-nonsense"}, "-nonsense"},
		{[]string{"-published", "nonsense"}, `"nonsense"`},
		{[]string{"-published"}, "-published"},
		{[]string{"-jsonl", "file.txt"}, "-jsonl"},
		{[]string{"-jsonl", "-json"}, "-jsonl"},
		{[]string{"-json", "-format", "csv"}, "-format csv"},
		{[]string{"-jsonl", "-format", "html"}, "-format html"},
		{[]string{"-format", "xml"}, "not one of table, json"},
		{[]string{"-width", "-1"}, "-width"},
	} {
		if status, out, errs := program(lumen, c.args...); status != StatusUsage || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%v: status %d, output %q, errors %q", c.args, status, out, errs)
		}
	}
	if status, _, errs := program("", "-h"); status != StatusOK || !strings.Contains(errs, "usage: parse") {
		t.Errorf("-h: status %d, %q", status, errs)
	}
}

func TestPublished(t *testing.T) {
	const text = "Last month Lumen Robotics raised $12 million."
	if _, out, _ := program(text, "-published", "2021-03-03"); !strings.Contains(out, "2021-02") {
		t.Errorf("no date:\n%s", out)
	}
	if _, out, _ := program(text); strings.Contains(out, "20") {
		t.Errorf("a date out of nowhere:\n%s", out)
	}
}

// What -json prints reads back as the Document that Parse returns.
func TestJSONReadsBack(t *testing.T) {
	article, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "alibaba-megvii.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(article), lumen, oakmere, "Foo raised between $5 and $7 million at a €1bn valuation.", "Nothing."} {
		status, out, errs := program(text, "-json")
		if status != StatusOK || errs != "" {
			t.Fatalf("status %d, errors %q", status, errs)
		}
		if !strings.Contains(out, "\n  \"rounds\"") {
			t.Errorf("not indented:\n%s", out)
		}
		var got funding.Document
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(funding.Parse(text), &got, cmpopts.EquateEmpty(), cmpopts.EquateComparable(funding.Stage{})); diff != "" {
			t.Errorf("%.40q (-parsed +read back):\n%s", text, diff)
		}
	}
}

func TestJSONLines(t *testing.T) {
	const n = 50
	var in strings.Builder
	for i := range n {
		fmt.Fprintf(&in, `{"id":"%d","text":"Company%d raised $%d million."}`+"\n", i, i, i+1)
	}
	status, out, errs := program(in.String(), "-jsonl")
	if status != StatusOK || errs != "" {
		t.Fatalf("status %d, errors %q", status, errs)
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != n {
		t.Fatalf("%d lines, want %d", len(lines), n)
	}
	for i, l := range lines {
		var got struct {
			ID     string
			Rounds []struct{ Amount struct{ Value string } }
		}
		if err := json.Unmarshal([]byte(l), &got); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("%d000000", i+1); got.ID != fmt.Sprint(i) || len(got.Rounds) != 1 || got.Rounds[0].Amount.Value != want {
			t.Errorf("line %d: %s", i+1, l)
		}
	}
}

// Title and date of a line count for that line only, and offsets are those of its text.
func TestJSONLinesFields(t *testing.T) {
	in := `{"id":"a","published":"2021-03-03","title":"Oakmere secures £3m","text":"On Monday Oakmere raised a £3m seed round."}` + "\n\n" +
		`{"id":"b","published":"","title":"","text":"On Monday Oakmere raised a £3m seed round.","more":1}`
	_, out, errs := program(in, "-jsonl")
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != 2 || errs != "" {
		t.Fatalf("output %q, errors %q", out, errs)
	}
	for i, date := range []string{"2021-03-01", ""} {
		var doc funding.Document
		if err := json.Unmarshal([]byte(lines[i]), &doc); err != nil {
			t.Fatal(err)
		}
		const text = "On Monday Oakmere raised a £3m seed round."
		if len(doc.Rounds) != 1 || doc.Rounds[0].Date.String() != date || len(doc.Money) != 1 || doc.Money[0].In(text) != "£3m" {
			t.Errorf("line %d: %s", i+1, lines[i])
		}
	}
}

func TestBrokenJSONLine(t *testing.T) {
	good := `{"id":"a","text":"` + lumen + `"}` + "\n" + `{"id":"b","text":"` + oakmere + `"}` + "\n"
	for _, c := range []struct{ input, want string }{
		{good + `{"id":"c","text":` + "\n" + good, "line 3"},
		{good + "\n" + `[1]` + "\n", "line 4"},
		{good + `{"id":"c","published":"nonsense","text":""}` + "\n" + good, `article 3 (id "c"): published`},
	} {
		status, out, errs := program(c.input, "-jsonl")
		if status != StatusInput || !strings.Contains(errs, "standard input") || !strings.Contains(errs, c.want) {
			t.Errorf("status %d, errors %q, want %q", status, errs, c.want)
		}
		if lines := strings.Split(out, "\n"); len(lines) != 3 || !strings.Contains(lines[0], "Lumen") || !strings.Contains(lines[1], "Oakmere") {
			t.Errorf("%s: the two good results are not what was written: %q", c.want, out)
		}
	}
}

func TestTrace(t *testing.T) {
	status, out, errs := program(lumen, "-trace")
	if status != StatusOK || !strings.Contains(errs, "frame raise") {
		t.Errorf("status %d, trace:\n%s", status, errs)
	}
	if _, plain, _ := program(lumen); out != plain {
		t.Errorf("the trace changes the result:\n%s\n%s", out, plain)
	}
	if _, _, errs = program(`{"id":"a","text":"`+lumen+`"}`, "-jsonl", "-trace"); !strings.Contains(errs, "raise") {
		t.Errorf("no trace of JSON lines: %q", errs)
	}
}

func TestBinary(t *testing.T) {
	if status, _, errs := program("\x7fELF\x00\xff\xfe"); status != StatusInput || !strings.Contains(errs, "standard input") {
		t.Errorf("status %d, errors %q", status, errs)
	}
}

// A full disk or a closed pipe must not look like success.
func TestFailedWrite(t *testing.T) {
	var errs strings.Builder
	if status := (Program{}).Run(nil, strings.NewReader(lumen), failing{}, &errs); status != StatusInput || !strings.Contains(errs.String(), "disk full") {
		t.Errorf("status %d, errors %q", status, errs.String())
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
