package names_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"example.com/funding/internal/english"
	"example.com/funding/internal/names"
)

func named(text string, aka ...string) *names.Name {
	return &names.Name{Kind: names.Named, Text: text, Aka: aka}
}

// When two names are one.
func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Lisko", "Lisko", true},
		{"Lisko", "LISKO", true},
		{"Lisko", "Orvel", false},
		{"", "Lisko", false},
		{"–", "Lisko", false},
		// initials
		{"General Dynamo Works", "GDW", true},
		{"General Dynamo Works", "gdw", true},
		{"General Dynamo Works", "GDX", false},
		{"General Dynamo Works", "GD", false},
		{"General Dynamo Works Inc.", "GDW", true},
		{"The General Dynamo Works", "GDW", true},
		{"Plow & Mow", "PAM", true},
		{"General", "G", false},
		// the beginning of a longer one
		{"Lisko Labs", "Lisko", true},
		{"Lisko Labs", "Lisko Foods", false},
		{"Lisko Labs Berlin", "Lisko Labs", true},
		{"Liskolabs", "Lisko", false},
		{"Lisko Labs Berlin", "Lisko Lab", false},
		{"Li Labs", "Li", false}, // two letters are too few
		// places are no short form of what is called after them
		{"Berlin Labs", "Berlin", false},
		{"Swiss Labs", "Swiss", false},
		// legal suffixes and articles
		{"Lisko", "Lisko, Inc.", true},
		{"Lisko Pte. Ltd.", "Lisko GmbH", true},
		{"Inc.", "GmbH", false},
		{"The Lisko", "Lisko", true},
		{"The", "Lisko", false},
		{"Theory Labs", "ory Labs", false},
		// marks, accents and digits
		{"Lisko.ai", "Lisko", true},
		{"L.I.S.", "LIS", true},
		{"Zoë Labs", "ZOË", true},
		{"Zoë Labs", "Zoe", false},
		{"O'Neil", "O’Neil", true},
		{"O'Neil", "ONeil", true},
		{"Lisko's", "Lisko", true},
		{"Lisko's Labs", "Lisko Labs", true},
		{"Lisko-Labs", "Lisko Labs", true},
		{"Plow & Mow", "Plow and Mow", true},
		{"Plow&Mow", "Plow and Mow", true},
		{"48Ko Labs", "48ko", true},
		{"Lisko 2", "Lisko 3", false},
	} {
		g := names.NewRegister(english.Language().Names)
		if a, b := g.Form(c.a), g.Form(c.b); g.Same(a, b) != c.same || g.Same(b, a) != c.same {
			t.Errorf("%q and %q: same is not %v both ways", c.a, c.b, c.same)
		}
		// What is one name has a first letter in common, as those rely on who ask that first.
		if c.same && g.LettersOf(named(c.a))&g.LettersOf(named(c.b)) == 0 {
			t.Errorf("%q and %q are one name, but their first letters differ", c.a, c.b)
		}
	}
}

func TestForm(t *testing.T) {
	g := names.NewRegister(english.Language().Names)
	var forms []int32
	for i := range 100 { // more than are looked through one by one
		forms = append(forms, g.Form(fmt.Sprintf("Lisko %d Labs", i)))
	}
	for i := range 100 {
		if f := g.Form(fmt.Sprintf("Lisko %d Labs", i)); f != forms[i] {
			t.Fatalf("form %d is now %d", forms[i], f)
		}
	}
	if f := g.Form("The Orvel & Mow Inc."); g.WordCount(f) != 3 {
		t.Errorf("%d words", g.WordCount(f))
	}
	if n := named("Orvel"); g.FormOf(n) != g.FormOf(n) || g.FormOf(n) != g.Form("Orvel") {
		t.Error("a name has two forms")
	}
}

// Companies are told apart whatever the order in which they are asked for.
func TestKnow(t *testing.T) {
	mentions := []struct {
		name string
		firm int
	}{
		{"Lisko", 0}, {"Lisko, Inc.", 0}, {"Orvel Labs", 1}, {"Lisko Labs", 0}, {"Orvel", 1}, {"General Dynamo Works", 2},
		{"GDW", 2}, {"the Lisko", 0}, {"Berlin Labs", 3}, {"Lisko", 0}, {"Berlin", 4},
	}
	g := names.NewRegister(english.Language().Names)
	for range 3 { // with the memory of the text before
		for _, m := range mentions {
			if c := g.Know(named(m.name)); c.No != m.firm {
				t.Errorf("%s is company %d, not %d", m.name, c.No, m.firm)
			}
			if !g.MayKnow(m.name[0]) {
				t.Errorf("%s: nobody known begins so", m.name)
			}
		}
		if n := len(g.Firms()); n != 5 {
			t.Errorf("%d companies", n)
		}
		if n := len(g.Firms()[0].Names); n != 4 {
			t.Errorf("company 0 has %d names: each form once", n)
		}
		for _, m := range mentions {
			if c := g.Find(g.Form(m.name)); c == nil || c.No != m.firm {
				t.Errorf("%s is %v, not company %d", m.name, c, m.firm)
			}
			if !g.GoesBy(g.Firms()[m.firm], g.Form(m.name)) {
				t.Errorf("company %d does not go by %s", m.firm, m.name)
			}
		}
		if c := g.Find(g.Form("Vela")); c != nil || g.GoesBy(g.Firms()[0], g.Form("Vela")) {
			t.Error("Vela is known")
		}
		if g.MayKnow('v') || !g.MayKnow('t') || !g.MayKnow('"') {
			t.Error("MayKnow: v is the first of nobody, t may be that of an article, a mark says nothing")
		}
		g.Reset()
		if len(g.Firms()) != 0 || g.Find(g.Form("Lisko")) != nil {
			t.Error("Reset leaves something known")
		}
	}
}

// The first company is found though it is entered only when there is another name.
func TestFirstCompany(t *testing.T) {
	g := names.NewRegister(english.Language().Names)
	if g.MayKnow('L') {
		t.Error("a letter is known before any company")
	}
	c := g.Know(named("Lisko"))
	if !g.MayKnow('L') || g.MayKnow('O') {
		t.Error("the first letter of the only company")
	}
	if g.Know(named("Lisko")) != c || g.Find(g.Form("Lisko Labs")) != c || g.Find(g.Form("Orvel")) != nil {
		t.Error("the first company is not found")
	}
}

// Who was named first is found first, among few and among many.
func TestOldest(t *testing.T) {
	for _, others := range []int{0, 100} {
		g := names.NewRegister(english.Language().Names)
		a, b := g.Know(named("Lisko Labs")), g.Know(named("Lisko Foods"))
		for i := range others {
			g.Know(named(fmt.Sprintf("Orvel%d", i)))
		}
		if a == b {
			t.Fatal("Lisko Labs is Lisko Foods")
		}
		if c := g.Find(g.Form("Lisko")); c != a {
			t.Errorf("with %d others, Lisko is %v", others, c)
		}
		if g.Forgets() != (others > 0) {
			t.Errorf("with %d others: forgets is %v", others, g.Forgets())
		}
	}
}

func TestSpeaksFor(t *testing.T) {
	g := names.NewRegister(english.Language().Names)
	roe := named("Jane Roe", "Orvel Capital")
	if !g.SpeaksFor(roe, named("Orvel")) || g.SpeaksFor(roe, named("Lisko")) || g.SpeaksFor(named("Orvel"), roe) {
		t.Error("a person speaks for her firm, and nobody else")
	}
	if g.LettersOf(roe)&g.LettersOf(named("Orvel")) == 0 {
		t.Error("a person with a firm has a letter in common with it")
	}
}

// Of too many the last are remembered, and it is counted.
func TestRecall(t *testing.T) {
	var r names.Recall
	if r.From(names.MaxRecall) != 0 || r.Stopped != 0 || r.From(names.MaxRecall+3) != 3 || r.Stopped != 1 {
		t.Error("From")
	}

	g := names.NewRegister(english.Language().Names)
	for i := range names.MaxRecall + 10 { // forms of one name
		g.Know(named("Lisko" + strings.Repeat("!", i)))
	}
	if n := len(g.Firms()); n != 1 {
		t.Errorf("%d companies", n)
	}
	if n := len(g.Firms()[0].Names); n != names.MaxRecall || g.Stopped() != 10 {
		t.Errorf("%d names, %d passed over", n, g.Stopped())
	}

	g.Reset()
	for i := range 2 * names.MaxRecall { // companies with the first word in common
		g.Know(named(fmt.Sprintf("Lisko %d Labs", i)))
	}
	if g.Stopped() == 0 {
		t.Error("nobody was passed over")
	}
	if c := g.Find(g.Form("Lisko")); c == nil || c.No != names.MaxRecall {
		t.Errorf("Lisko is %v, not the oldest of those remembered", c)
	}
	if c := g.Find(g.Form("Lisko 0 Labs")); c == nil || c.No != 0 {
		t.Errorf("a company is not found by its whole name: %v", c)
	}
}

// After Reset the memory holds nothing of the text, whatever its size was.
func TestReset(t *testing.T) {
	for _, n := range []int{1, 3, 40, 2000} {
		g := names.NewRegister(english.Language().Names)
		for i := range n {
			g.Know(named(fmt.Sprintf("Lisko%d", i), "Orvel"))
			g.Know(named(fmt.Sprintf("Lisko%d Labs", i)))
		}
		g.Reset()
		if found := strs(reflect.ValueOf(g), nil); len(found) > 0 {
			t.Errorf("after %d names %q are still held", n, found[0])
		}
	}
}

// strs returns the strings that v holds, in the memory behind slices as well.
func strs(v reflect.Value, found []string) []string {
	switch v.Kind() {
	case reflect.String:
		if v.Len() > 0 {
			found = append(found, v.String())
		}
	case reflect.Pointer:
		if !v.IsNil() {
			found = strs(v.Elem(), found)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[names.Rules]() {
			break // of the language, not of the text
		}
		for i := range v.NumField() {
			found = strs(v.Field(i), found)
		}
	case reflect.Slice:
		v = v.Slice(0, v.Cap())
		for i := range v.Len() {
			found = strs(v.Index(i), found)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			found = strs(v.MapIndex(k), strs(k, found))
		}
	}
	return found
}
