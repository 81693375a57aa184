package funding

import (
	"flag"
	"os"
	"strings"
	"testing"
)

// docTable writes rows as a table between the two marks of that name in a page.
// With -update it writes the page, else it tells what differs.
func docTable(t *testing.T, page, name, table string) {
	t.Helper()
	b, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	open, shut := "<!-- table: "+name+" -->\n", "<!-- end -->\n"
	before, rest, ok := strings.Cut(string(b), open)
	was, after, ok2 := strings.Cut(rest, shut)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the table %q", page, name)
	}
	if was == table {
		return
	}
	if flag.Lookup("update").Value.String() != "true" { // golden_test.go defines it
		t.Errorf("%s: the table %q is not that of the tests; write it with -update", page, name)
		return
	}
	if err := os.WriteFile(page, []byte(before+open+table+shut+after), 0o666); err != nil {
		t.Fatal(err)
	}
}

// docCell makes s a cell of a table: spaces that a reader could not see are named.
func docCell(s string) string {
	for _, r := range []struct{ raw, name string }{{"\u00a0", "⟨no-break space⟩"}, {"\u202f", "⟨narrow no-break space⟩"}, {"\u2009", "⟨thin space⟩"}, {"|", "\\|"}} {
		s = strings.ReplaceAll(s, r.raw, r.name)
	}
	if s == "" {
		return "*the empty string*"
	}
	return "`" + s + "`"
}

func TestMoneyDoc(t *testing.T) {
	for _, g := range moneyGroups {
		var b strings.Builder
		b.WriteString("| printed | value |\n| --- | --- |\n")
		for _, c := range g.rows {
			in, _ := c.plain()
			m, err := ParseMoney(in)
			if err != nil {
				t.Errorf("%q: %v", in, err)
			}
			b.WriteString("| " + docCell(in) + " | `" + m.String() + "` |\n")
		}
		docTable(t, "docs/money.md", g.title, b.String())
	}
	var b strings.Builder
	b.WriteString("| printed | reason |\n| --- | --- |\n")
	for _, r := range refusals {
		b.WriteString("| " + docCell(r.in) + " | " + r.reason + " |\n")
	}
	docTable(t, "docs/money.md", "Refusals", b.String())
}

// What ParseMoney refuses, it refuses for the reason that the page gives, and
// prose that prints it has no amount there.
func TestMoneyRefusals(t *testing.T) {
	for _, r := range refusals {
		_, err := ParseMoney(r.in)
		if pe, ok := err.(*ParseError); !ok || pe.Reason != r.reason {
			t.Errorf("ParseMoney(%q): %v; want the reason %q", r.in, err, r.reason)
		}
		text := "They say that it was " + r.in + " last year."
		for _, m := range Parse(text).Money {
			if m.Refused == "" {
				t.Errorf("%q: %q is read as %v", text, m.In(text), m.Money)
			} else if m.Span.IsZero() || !m.Money.IsZero() {
				t.Errorf("%q: a refused mention %+v", text, m)
			}
		}
	}
}
