package discourse

import (
	"fmt"
	"strings"
	"testing"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/names"
)

// The topic is the first company that an event is told of, else the first defined, else the subject of the first sentence, else nobody.
func TestTopic(t *testing.T) {
	for _, c := range []struct {
		why   string
		text  string
		scene func(s *scene)
		want  string
	}{
		{"the first told of", "Foo raised $5 million. Baz raised $6 million.", func(s *scene) {
			s.tell(0, "Foo", money(0)).tell(1, "Baz", money(1))
		}, "Foo"},
		{"not one that is only added to", "Baz was led by Quux. Foo raised $5 million.", func(s *scene) {
			s.tell(0, "Baz", claims(deal.Supports), by("*Quux")).tell(1, "Foo", money(0))
		}, "Foo"},
		{"the first defined", "Startup Foo sells lamps. So does startup Baz. It raised $5 million.", func(s *scene) {
			s.tell(2, "it", money(0))
			s.defined = []names.Name{s.name(0, "Foo"), s.name(1, "Baz")}
		}, "Foo"},
		{"told of before defined", "Startup Baz sells lamps. Foo raised $5 million.", func(s *scene) {
			s.tell(1, "Foo", money(0))
			s.defined = []names.Name{s.name(0, "Baz")}
		}, "Foo"},
		{"the only one known", "Baz was led by Quux. It raised $5 million.", func(s *scene) {
			s.tell(0, "Baz", claims(deal.Supports), by("*Quux")).tell(1, "it", money(0))
		}, "Baz"},
		{"whom the first sentence opens with", "Foo sells lamps. It raised $5 million.", func(s *scene) {
			s.opening = "Foo"
			s.tell(1, "it", money(0))
		}, "Foo"},
		{"nobody", "It raised $5 million.", func(s *scene) { s.tell(0, "it", money(0)) }, ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := newScene(t, "", c.text)
			c.scene(s)
			s.Read(s.text())
			got := ""
			if s.topic.main != nil {
				got = s.topic.main.Names[0].Text
			}
			if got != c.want {
				t.Errorf("the topic is %q, want %q", got, c.want)
			}
		})
	}
}

// Whom "it" and "the company" mean. In each scene Foo raises $1 million and Baz $2 million; then somebody raises the last amount.
func TestRefer(t *testing.T) {
	begin := func(t *testing.T, text string) *scene {
		s := newScene(t, "", "Foo raised $1 million. Baz raised $2 million. "+text)
		return s.tell(0, "Foo", money(0)).tell(1, "Baz", money(1)).hear(0, "Foo").hear(1, "Baz")
	}
	for _, c := range []struct {
		why   string
		text  string
		scene func(s *scene)
		want  string
	}{
		{"whom the sentence before speaks of", "It raised $3 million.", func(s *scene) {
			s.tell(2, "it", money(2)).hear(2, "it")
		}, "Baz"},
		{"its own sentence, before the phrase", "Foo said that it raised $3 million.", func(s *scene) {
			s.tell(2, "it", money(2), node(1)).hear(2, "Foo", "it")
		}, "Foo"},
		{"not after the phrase", "It raised $3 million, said Foo.", func(s *scene) {
			s.tell(2, "it", money(2), node(0)).hear(2, "it", "Foo")
		}, "Baz"},
		{"a subject before others", "Foo with Baz raised $3 million, it said.", func(s *scene) {
			s.tell(2, "it", money(2), node(2)).hear(2, "Foo", "Baz")
		}, "Foo"},
		{"one that is no subject", "For Foo, it was $3 million.", func(s *scene) {
			s.tell(2, "it", money(2), node(2))
			s.heard[2] = []deal.Heard{}
			s.hear(2, "Foo")
			s.heard[2][0].Subject = false
		}, "Foo"},
		{"the subject points back, so nobody else in the sentence is meant", "The company, with Foo beside it, raised $3 million.",
			func(s *scene) {
				s.tell(2, "it", money(2), node(2)).hear(2, "it", "Foo")
			}, "Baz"},
		{"who says it", "Foo announced that it raised $3 million.", func(s *scene) {
			s.tell(2, "it", money(2), speaker("Foo"), node(0))
		}, "Foo"},
		{"who says it, though nobody knew that name", "Quux announced that it raised $3 million.", func(s *scene) {
			s.tell(2, "it", money(2), speaker("Quux"), node(0))
		}, "Quux"},
		{"not who gives", "Foo raised $3 million from it.", func(s *scene) {
			s.tell(2, "it", money(2), by("Foo"), node(1)).hear(2, "Foo")
		}, "Baz"},
		{"not who gives, though the sentence before speaks of it", "It raised $3 million from Baz.", func(s *scene) {
			s.tell(2, "it", money(2), by("Baz"), node(0)).hear(2, "it")
		}, "Foo"},
		{"the topic, once a new paragraph begins", "Good.\n\nIt raised $3 million.", func(s *scene) {
			s.tell(3, "it", money(2))
		}, "Baz"},
		{"the topic, once a sentence of a new paragraph lies between", "\n\nGood.\n\nIt raised $3 million.", func(s *scene) {
			s.tell(3, "it", money(2))
		}, "Foo"},
		{"whom the text spoke of, up to four sentences back", "One. Two. Three. Four. It raised $3 million.", func(s *scene) {
			s.tell(6, "it", money(2))
		}, "Baz"},
		{"the topic, five sentences later", "One. Two. Three. Four. Five. It raised $3 million.", func(s *scene) {
			s.tell(7, "it", money(2))
		}, "Foo"},
		{"a name that nobody knows is nobody", "Quux is new. It raised $3 million.", func(s *scene) {
			s.hear(2, "Quux").tell(3, "it", money(2))
		}, "Baz"},
		{"nor is one that begins like a known one", "Fooling is new. It raised $3 million.", func(s *scene) {
			s.hear(2, "Fooling").tell(3, "it", money(2))
		}, "Baz"},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := begin(t, c.text)
			c.scene(s)
			var got string
			for _, e := range s.Read(s.text()) {
				if e.Money == 2 {
					got = e.Of.Names[0].Text
				}
			}
			if got != c.want {
				t.Errorf("%q is of %q, want %q", c.text, got, c.want)
			}
		})
	}
}

// A telling that points back in the first sentence is of the topic, or of nobody: then it is no event.
func TestReferFirst(t *testing.T) {
	newScene(t, "", "It raised $5 million. Foo raised $6 million.").tell(0, "it", money(0)).tell(1, "Foo", money(1)).
		want("Foo | $5 million", "Foo | $6 million")
	newScene(t, "", "It raised $5 million.").tell(0, "it", money(0)).want()
	newScene(t, "", "They are back. It raised $5 million.").tell(1, "it", money(0)).want()
}

// Whom the text spoke of in passing is forgotten at the next paragraph, even if nobody takes its place:
// here the topic is named only later.
func TestForget(t *testing.T) {
	s := newScene(t, "", "Good. Bad. Baz was led by Quux.\n\nFine.\n\nIt raised $5 million. Foo raised $6 million.")
	s.tell(2, "Baz", claims(deal.Supports), by("*Quux")).tell(4, "it", money(0)).tell(5, "Foo", money(1)).hear(2, "Baz").hear(5, "Foo")
	s.want("Foo | $5 million", "Foo | $6 million")
}

// Of a text with many names all sentences are asked whom they speak of in order, before names are forgotten.
func TestFocusOfManyNames(t *testing.T) {
	var b strings.Builder
	n := 18 // more than names are looked through one by one
	for i := range n {
		fmt.Fprintf(&b, "%c%cx raised $%d1 million. ", 'A'+i, 'a'+i, 100+i)
	}
	b.WriteString("Abx is old. It raised $7 million.")
	text := strings.Replace(b.String(), "Abx", "Aax", 1)
	s := newScene(t, "", text)
	for i := range n {
		name := fmt.Sprintf("%c%cx", 'A'+i, 'a'+i)
		s.tell(i, name, money(int32(i))).hear(i, name)
	}
	s.hear(n, "Aax").tell(n+1, "it", money(int32(n)))
	events := s.Read(s.text())
	if len(s.topic.focus) != len(s.mentions.Sents) {
		t.Errorf("%d of %d sentences were asked", len(s.topic.focus), len(s.mentions.Sents))
	}
	if last := events[len(events)-1]; last.Of.Names[0].Text != "Aax" {
		t.Errorf("the last event is of %q", last.Of.Names[0].Text)
	}
}
