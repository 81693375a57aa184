package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAbsentSetsAreNoFailure(t *testing.T) {
	var out, errs strings.Builder
	if status := run([]string{"-check", "-eval", filepath.Join(t.TempDir(), "dev")}, &out, &errs); status != 0 || !strings.Contains(out.String(), "is not there") {
		t.Errorf("status %d, output %q, errors %q", status, out.String(), errs.String())
	}
}

func TestWriteTable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "README.md")
	begin, end := marks("card")
	for _, c := range []struct{ before, after string }{
		{"a\n" + begin + "old\n" + end + "b\n", "a\n" + begin + "new\n" + end + "b\n"},
		{"a\n" + begin + end, "a\n" + begin + "new\n" + end},
		{"no marks\n", ""},
		{end + begin, ""},
	} {
		if err := os.WriteFile(file, []byte(c.before), 0o666); err != nil {
			t.Fatal(err)
		}
		err := writeTable(file, "card", "new\n")
		if (err == nil) != (c.after != "") {
			t.Errorf("%q: error %v", c.before, err)
		}
		if got, _ := os.ReadFile(file); err == nil && string(got) != c.after {
			t.Errorf("%q: got %q, want %q", c.before, got, c.after)
		}
	}
}

// A line for each batch, in their order; a broken line is named.
func TestFirstSight(t *testing.T) {
	file := filepath.Join(t.TempDir(), "first-sight.jsonl")
	write := func(s string) {
		if err := os.WriteFile(file, []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(`{"batch": "07", "documents": 50, "rounds": 61, "slots_f1": 0.8125, "clean": 1}` + "\n" + `{"batch": "03", "exact": 0.5}` + "\n")
	got, err := firstSight(file)
	seventh, third := strings.Index(got, "| 07 | 50 | 61 | 0.000 | 0.000 | **0.812** | 0.000 | 1.000 |"), strings.Index(got, "| 03 | 0 | 0 |")
	if err != nil || seventh < 0 || third < seventh {
		t.Errorf("%v\n%s", err, got)
	}
	write("{}\nnonsense\n")
	if _, err := firstSight(file); err == nil || !strings.Contains(err.Error(), "first-sight.jsonl:2:") {
		t.Errorf("a broken line gives %v", err)
	}
}

// Every floor must name a figure that there is; a perfect score is under none, an empty one under each.
func TestFloors(t *testing.T) {
	all := func(v float64) map[string]score {
		m := map[string]float64{"slots": v, "round": v}
		for _, f := range fields {
			m[f] = v
		}
		out := map[string]score{}
		for _, set := range sets {
			out[set] = score{Exact: v, CleanNegatives: v, F1: m, Precision: m, Recall: m}
		}
		return out
	}
	if low, err := below(all(1)); err != nil || len(low) > 0 {
		t.Errorf("perfect: %v, %v", low, err)
	}
	if low, err := below(all(0)); err != nil || len(low) < 3*len(sets) {
		t.Errorf("empty: %v, %v", low, err)
	}
}
