package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/funding"
	"example.com/funding/internal/deal"
)

// The table in the tree is what the notes in the tree give.
func TestTable(t *testing.T) {
	dir := t.TempDir()
	table := filepath.Join(dir, "table.go")
	var out, errs bytes.Buffer
	if code := run([]string{"-notes", "notes.txt", "-table", table, "-write"}, &out, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, &errs)
	}
	got, _ := os.ReadFile(table)
	if want, _ := os.ReadFile("../confidence/table.go"); !bytes.Equal(got, want) {
		t.Errorf("go run ./internal/fit -write changes the table:\n%s", got)
	}
	if !strings.Contains(out.String(), "mean gap") {
		t.Errorf("%s", &out)
	}
}

// What was noted is read back, and another reading of a batch takes the place of the first.
func TestRecord(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("a.docs.jsonl", `{"id":"1","text":"Larkfield raised about $5 million."}
{"id":"2","published":"2021-03-03","title":"So","text":"Whimbrel closed a Series A. Larkfield raised $8 million. Sundew raised $1 million."}
{"id":"3","text":"Not labelled: Larkfield raised $5 million."}
`)
	write("a.gold.jsonl", `{"id":"1","rounds":[{"company":{"name":"Larkfield Inc."},"amount":{"value":"5e6","currency":"USD"}}]}
{"id":"2","rounds":[{"company":{"name":"Whimbrel"},"stage":"series-b"},{"company":{"name":"Sundew"},"ignore":true}]}
`)
	notes := filepath.Join(dir, "notes.txt")
	for range 2 {
		var out, errs bytes.Buffer
		if code := run([]string{"-notes", notes, "-record", "a", "-percent", "40", filepath.Join(dir, "a")}, &out, &errs); code != 0 {
			t.Fatalf("exit %d: %s", code, &errs)
		}
	}
	list, err := readNotes(notes)
	if err != nil {
		t.Fatal(err)
	}
	want := []bool{true, false, false}
	if len(list) != len(want) {
		t.Fatalf("%v", list)
	}
	for i, o := range list {
		if o.right != want[i] || o.batch != "a" || o.weight != 40 {
			t.Errorf("%d: %+v", i, o)
		}
	}
	if !list[0].doubts.Has(deal.Doubt(funding.AmountInexact)) || !list[1].doubts.Has(deal.Doubt(funding.AmountMissing)) {
		t.Errorf("%v", list)
	}
	var out, errs bytes.Buffer
	if code := run([]string{filepath.Join(dir, "a")}, &out, &errs); code != 0 || !strings.Contains(out.String(), "at 0.9 and above") {
		t.Errorf("exit %d: %s%s", code, &out, &errs)
	}
	for _, bad := range []string{"a right", "a 1 perhaps", "a x right", "a 1 right no-such-doubt"} {
		write("bad.txt", bad+"\n")
		if code := run([]string{"-notes", filepath.Join(dir, "bad.txt")}, &out, &errs); code != 1 {
			t.Errorf("%q: exit %d", bad, code)
		}
	}
	if run([]string{"-no-such-flag"}, &out, &errs) != 2 || run([]string{filepath.Join(dir, "none")}, &out, &errs) != 1 {
		t.Error("wrong usage is taken")
	}
}

// The fit finds what the notes were made with: a doubt that is right half the time weighs much, one that says nothing little.
func TestFit(t *testing.T) {
	var list []observation
	for i := range 400 {
		o := observation{weight: 100, right: i%20 != 0}
		if i%2 == 0 {
			o.doubts.Add(deal.EventLate)
		}
		list = append(list, o)
		o = observation{weight: 100, right: i%2 == 0}
		o.doubts.Add(deal.CompanyFar)
		if i%4 < 2 {
			o.doubts.Add(deal.EventLate)
		}
		list = append(list, o)
	}
	m := fit(list)
	if far, late := m.weights[deal.CompanyFar], m.weights[deal.EventLate]; far < 200 || late > 45 || m.base < 200 {
		t.Errorf("base %d, far %d, late %d", m.base, far, late)
	}
	for _, w := range m.weights {
		if w < 0 {
			t.Errorf("a weight of %d", w)
		}
	}
}

// Names are compared as the evaluation compares them.
func TestLabels(t *testing.T) {
	g := entity{Name: "Café Lisko GmbH", Aka: []string{"The Lisko Group"}}
	for name, want := range map[string]bool{
		"Cafe Lisko": true, "CAFÉ-LISKO": true, "Lisko": true, "Lisko's": true, "Lisko Labs": false, "": false,
	} {
		if got := g.goesBy(name); got != want {
			t.Errorf("%q is %v", name, got)
		}
	}
	for s, want := range map[string]string{"series-b-extension": "series-b+", "Series B": "series-b", "series_b+": "series-b+", "": ""} {
		if got := stage(s); got != want {
			t.Errorf("stage %q is %q", s, got)
		}
	}
	for s, want := range map[string]string{"series-b+": "series-b", "series-a1": "series-a", "pre-series-a": "pre-series-a", "seed": "seed"} {
		if got := baseStage(s); got != want {
			t.Errorf("base of %q is %q", s, got)
		}
	}
}
