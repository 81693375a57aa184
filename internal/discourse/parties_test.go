package discourse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// Who the givers of an event are: each once, by all names that the text prints.
func TestParties(t *testing.T) {
	for _, c := range []struct {
		why    string
		givers string // as in by, in the order of the text
		want   string
	}{
		{"two", "Bar Ventures; Quux", "Bar Ventures; Quux"},
		{"one named twice", "Bar Ventures; Quux; Bar Ventures", "Bar Ventures; Quux"},
		{"one by a shorter name", "Bar Ventures; Bar", "Bar Ventures=Bar"},
		{"one by a fuller name", "Bar; Bar Ventures", "Bar=Bar Ventures"},
		{"one by its initials", "Great North Fund; GNF", "Great North Fund=GNF"},
		{"who leads once leads", "Bar Ventures; Quux; *Bar Ventures", "*Bar Ventures; Quux"},
		{"who leads by another name leads", "Bar Ventures; *Bar", "*Bar Ventures=Bar"},
		{"who leads goes on leading", "*Bar Ventures; Bar Ventures", "*Bar Ventures"},
		{"a person and the firm", "Ann Poe=Bar Ventures; Bar Ventures", "Ann Poe=Bar Ventures=Bar Ventures"},
		{"the firm and a person of it", "*Bar Ventures; Ann Poe=Bar Ventures", "*Bar Ventures=Ann Poe=Bar Ventures"},
		{"a person with and without the firm", "Ann Poe; Ann Poe=Bar Ventures", "Ann Poe=Ann Poe=Bar Ventures"},
		{"the company itself gives nothing", "Foo; Quux", "Quux"},
		{"nor does it by a fuller name", "Foo Lamps; Quux", "Quux"},
		{"nor do its own shares count twice", "Quux; Foo; Quux", "Quux"},
		{"names that only begin alike", "Bar Ventures; Barn Partners", "Bar Ventures; Barn Partners"},
		{"none", "", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			list := strings.Split(c.givers, "; ")
			text := "Foo raised $5 million from "
			for _, g := range list {
				name, firm, _ := strings.Cut(strings.TrimPrefix(g, "*"), "=")
				text += name + " " + firm + ", "
			}
			s := newScene(t, "", text)
			if c.givers == "" {
				list = nil
			}
			want := "Foo | $5 million"
			if c.want != "" {
				want += " | " + c.want
			}
			s.tell(0, "Foo", money(0), by(list...)).want(want)
		})
	}
}

// The memory for the parties of one event serves the next.
func TestPartiesAgain(t *testing.T) {
	s := newScene(t, "", "Foo raised $5 million from Bar Ventures, Bar and Quux. Baz raised $6 million from Quux.")
	s.tell(0, "Foo", money(0), by("Bar Ventures", "Bar", "Quux")).tell(1, "Baz", money(1), by("Quux"))
	s.want("Foo | $5 million | Bar Ventures=Bar; Quux", "Baz | $6 million | Quux")
	s.Reset()
	for _, g := range s.groups.list[:cap(s.groups.list)] {
		for _, n := range g.Names[:cap(g.Names)] {
			if n.Text != "" {
				t.Errorf("after Reset the memory holds on to %q", n.Text)
			}
		}
	}
}

// A giver is compared with the last MaxRecall parties; that there were more is counted.
func TestRecallOfParties(t *testing.T) {
	var list []string
	for i := range names.MaxRecall + 1 {
		list = append(list, fmt.Sprintf("B%d Fund", 100+i))
	}
	s := newScene(t, "", "Foo raised $5 million from "+strings.Join(list, ", ")+", B100 and B102.")
	givers := append(slices.Clone(list), "B100", "B102")
	s.tell(0, "Foo", money(0), by(givers...))
	parties := s.Parties(s.Read(s.text())[0])
	if len(parties) != names.MaxRecall+2 { // B100 is forgotten by then, B102 is remembered
		t.Errorf("%d parties", len(parties))
	}
	if s.Recalls.Stopped == 0 {
		t.Error("nothing was counted")
	}
}

// The fullest of the names that somebody goes by is the longest of those with the most words.
func TestFullest(t *testing.T) {
	s := newScene(t, "", "Foo.")
	s.Reader.Text = *s.text()
	for _, c := range []struct{ list, want string }{
		{"Foo", "Foo"},
		{"Foo; Foo Lamps", "Foo Lamps"},
		{"Foo Lamps; Foo", "Foo Lamps"},
		{"Foo Lamps; Foolamps International", "Foolamps International"},
		{"Foo Lamps; Internationalfoolamps", "Foo Lamps"},
		{"GNF; Great North Fund; Great North", "Great North Fund"},
	} {
		var list []names.Name
		for _, n := range strings.Split(c.list, "; ") {
			list = append(list, names.Name{Kind: names.Named, Text: n})
		}
		if got := list[s.Fullest(list)].Text; got != c.want {
			t.Errorf("the fullest of %s is %q, want %q", c.list, got, c.want)
		}
	}
}

// A company among the givers of a telling is not whom it is of.
func TestGives(t *testing.T) {
	s := newScene(t, "", "Foo raised $5 million from Bar Ventures.")
	s.tell(0, "Foo", money(0), by("Bar Ventures"))
	s.Read(s.text())
	bar, foo := s.name(0, "Bar"), s.name(0, "Foo")
	for _, c := range []struct {
		of   *names.Name
		want bool
	}{{&bar, true}, {&foo, false}} {
		if got := s.gives(s.register.Know(c.of), &telling{Telling: s.told[0]}); got != c.want {
			t.Errorf("%s gives: %t", c.of.Text, got)
		}
	}
	if s.gives(s.register.Know(&foo), &telling{Telling: deal.Telling{}}) {
		t.Error("nobody gives nothing")
	}
}
