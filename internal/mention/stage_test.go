package mention_test

import (
	"strings"
	"testing"

	"example.com/funding/internal/english"
	"example.com/funding/internal/mention"
)

// What prints a stage, in brackets, and what looks like one.
func TestStages(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"It raised a [Series A].", "series-a"},
		{"It raised a [series-B] round.", "series-b"},
		{"It raised a [SERIES C] ROUND.", "series-c"},
		{"It raised a [Series B+].", "series-b+"},
		{"It raised a [Series B] plus.", "series-b"},
		{"It raised a [Series A1].", "series-a1"},
		{"It raised a [Series A-2].", "series-a2"},
		{"It raised a [Series A]-20.", "series-a"},
		{"It raised a [Series A]1Foo.", "series-a"},
		{"It raised a [Series A extension].", "series-a-extension"},
		{"It raised a [Series A-extension].", "series-a-extension"},
		{"It raised a [Series A] round extension.", "series-a-extension"},
		{"It raised a [Series A] funding round extension.", "series-a-extension"},
		{"It raised a [series A] and a [Series B].", "series-a series-b"},
		{"It raised a [pre-Series A+].", "pre-series-a+"},
		{"It raised a [pre–Series A].", "pre-series-a"},
		{"It raised a [pre seed] round.", "pre-seed"},
		{"It raised a [preseed].", "pre-seed"},
		{"It raised $2M in [seed].", "seed"},
		{"It raised $2M of [seed] money.", "seed"},
		{"It raised a [seed+] round.", "seed+"},
		{"It raised a [seed extension].", "seed-extension"},
		{"It raised a [seed]-round.", "seed"},
		{"It raised [Seed] Funding.", "seed"},
		{"It raised [bridge] and [growth] funding.", "bridge growth"},
		{"It raised [growth] stage funding.", "growth"},
		{"It raised [growth-stage] capital.", "growth"},
		{"It raised [strategic] investments.", "strategic"},
		{"It raised a [B] round.", "series-b"},
		{"It raised [C] financing.", "series-c"},
		{"It raised an [A]-round.", "series-a"},

		{"A round was raised.", ""},
		{"It ran a series a day.", ""},
		{"It raised a Series Z.", ""},
		{"It raised a Series of chips.", ""},
		{"It raised a Series 7.", ""},
		{"The TV series A Quiet Life ran.", ""},
		{"It raised a pre-emptive round.", ""},
		{"It raised a pre-Series round.", ""},
		{"It is in a pre-IPO phase.", ""},
		{"It raised late funding.", ""},
		{"It raised seed-stage funding.", ""},
		{"It sells seed.", ""},
		{"It raised $2M seed fund money.", ""},
		{"It raised $2M seed-based.", ""},
		{"It raised growth capital partners.", ""},
		{"It met a seed investment firm.", ""},
		{"It met Orvel Growth Capital Partners.", ""},
		{"It was led by Orvel Strategic Investments and others.", ""},
		{"It was led by Orvel Seed.", ""},
		{"It raised seed-fund money.", ""},
		{"It raised angel equity debt and new money now.", ""},
		{"It raised an X round.", ""},
		{"It raised a B side.", ""},
		{"It raised $B round.", ""},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(c.marked)
		m := read(text)
		var forms []string
		got := text
		for i := len(m.Stages) - 1; i >= 0; i-- {
			forms = append([]string{m.Stages[i].String()}, forms...)
			at := m.StageAt(int32(i))
			got = got[:at.Start] + "[" + got[at.Start:at.End] + "]" + got[at.End:]
		}
		if got != c.marked || strings.Join(forms, " ") != c.want {
			t.Errorf("%s\ngot %s, %q, want %q", c.marked, got, forms, c.want)
		}
	}
}

// Text forms are read as they are written.
func TestStageText(t *testing.T) {
	stages := english.Language().Mentions.Stages
	for _, text := range []string{
		"", "pre-seed", "seed", "seed+", "angel", "pre-series-a", "series-b", "series-b+", "series-a1", "series-a255", "series-k-extension",
		"growth", "late", "bridge", "bridge-extension", "mezzanine", "pre-ipo", "strategic",
	} {
		s, wrong := stages.Parse(text)
		if wrong >= 0 || s.String() != text || s.IsZero() != (text == "") {
			t.Errorf("%q is read as %q, wrong at %d", text, s, wrong)
		}
	}
	for _, c := range []struct {
		text  string
		wrong int
	}{
		{"sead", 0}, {"seeds", 0}, {"series", 0}, {"series-", 0}, {"series-z", 0}, {"Series A", 0}, {"+", 0}, {"-extension", 0},
		{"series-a0", 8}, {"series-a01", 8}, {"series-a256", 8}, {"series-a1x", 8},
	} {
		if s, wrong := stages.Parse(c.text); wrong != c.wrong || !s.IsZero() {
			t.Errorf("%q is read as %q, wrong at %d, not %d", c.text, s, wrong, c.wrong)
		}
	}
}

func TestStage(t *testing.T) {
	stage := func(text string) mention.Stage {
		s, wrong := english.Language().Mentions.Stages.Parse(text)
		if wrong >= 0 {
			t.Fatalf("%s is no stage", text)
		}
		return s
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"series-a", "series-a+", true}, {"series-a1", "series-a-extension", true}, {"series-a", "series-b", false},
		{"series-a", "pre-series-a", false}, {"seed", "pre-seed", false}, {"seed", "seed+", true},
	} {
		if stage(c.a).Same(stage(c.b)) != c.same {
			t.Errorf("%s and %s: same is not %v", c.a, c.b, c.same)
		}
	}
	for text, want := range map[string]string{
		"series-a": "series-a-extension", "series-a1": "series-a1-extension", "series-a+": "series-a+",
		"seed": "seed", "pre-series-a": "pre-series-a",
	} {
		if got := stage(text).Extended().String(); got != want {
			t.Errorf("the extension of %s is %s, not %s", text, got, want)
		}
	}
	for text, want := range map[string][2]bool{ // before every series, unmarked
		"pre-seed": {true, true}, "seed": {true, true}, "angel": {true, true}, "pre-series-a": {true, true}, "series-a": {false, true},
		"growth": {false, true}, "seed+": {true, false}, "series-a1": {false, false}, "series-a-extension": {false, false},
	} {
		if s := stage(text); s.BeforeSeries() != want[0] || s.Unmarked() != want[1] {
			t.Errorf("%s: before series %v, unmarked %v", text, s.BeforeSeries(), s.Unmarked())
		}
	}
}

// Where nothing but a stage can stand, its word is enough.
func TestBareStage(t *testing.T) {
	for text, want := range map[string]string{
		"Seed": "seed", "Angel": "angel", "bridge": "bridge", "Preseed": "", "Late": "", "Series": "", "Round": "",
	} {
		m := read(text + " x")
		if s, ok := m.BareStage(0, 1); s.String() != want || ok != (want != "") {
			t.Errorf("%s is the stage %q, %v", text, s, ok)
		}
		if _, ok := m.BareStage(0, 2); ok {
			t.Errorf("%s and another word are a stage", text)
		}
	}
}

// A word that the lexicon lacks would never be found.
func TestCompileStages(t *testing.T) {
	if _, err := mention.CompileStages(english.Language().Lexicon, []mention.StageRow{{Form: "x", Words: []string{"qqzzx"}}}); err == nil {
		t.Error("a stage of an unknown word compiles")
	}
}
