package funding

import (
	"errors"
	"testing"
)

type stageCase struct{ text, want string }

// stageForms are stages as printed; brackets mark what the stage's span covers.
var stageForms = []stageCase{
	{"Lisko Labs raised $5M in a [Series A] round.", "series-a"},
	{"Lisko Labs raised $5M in a [series B] round.", "series-b"},
	{"Lisko Labs raised a $5M [Series C].", "series-c"},
	{"Lisko Labs raised a $5M [SERIES D] round.", "series-d"},
	{"Lisko Labs raised $5M in [Series K] funding.", "series-k"},
	{"Lisko Labs raised a $5M [Series B+] round.", "series-b+"},
	{"Lisko Labs raised a $5M [Series A1] round.", "series-a1"},
	{"Lisko Labs raised a $5M [Series A-1] round.", "series-a1"},
	{"Lisko Labs raised a $5M [Series B-2] round.", "series-b2"},
	{"Lisko Labs raised a $5M [Series A extension].", "series-a-extension"},
	{"Lisko Labs raised a $5M [pre-Series A] round.", "pre-series-a"},
	{"Lisko Labs raised a $5M [Pre-Series B] round.", "pre-series-b"},
	{"Lisko Labs raised a $5M [pre Series A] round.", "pre-series-a"},
	{"Lisko Labs raised a $5M [seed] round.", "seed"},
	{"Lisko Labs raised $5M in [Seed] funding.", "seed"},
	{"Lisko Labs raised a $5M [pre-seed] round.", "pre-seed"},
	{"Lisko Labs raised a $5M [Pre-Seed] round.", "pre-seed"},
	{"Lisko Labs raised a $5M [preseed] round.", "pre-seed"},
	{"Lisko Labs raised a $5M [angel] round.", "angel"},
	{"Lisko Labs raised a $5M [growth] round.", "growth"},
	{"Lisko Labs raised $5M in [growth] funding.", "growth"},
	{"Lisko Labs raised a $5M [bridge] round.", "bridge"},
	{"Lisko Labs raised $5M in a [strategic] round.", "strategic"},
	{"Lisko Labs raised a $5M [pre-IPO] round.", "pre-ipo"},
	{"Lisko Labs raised a $5M [mezzanine] round.", "mezzanine"},
	{"Lisko Labs raised a $5M [late-stage] round.", "late"},
	{"Lisko Labs raised a $5M [growth-stage] round.", "growth"},
	{"Lisko Labs raised $5M in a [B] round.", "series-b"},
	{"Lisko Labs raised $5M in an [A]-round.", "series-a"},

	{"Lisko Labs raised $5M from seed investor Birch Capital.", ""},
	{"Lisko Labs raised $5M from growth investor Birch Capital.", ""},
	{"Lisko Labs raised $5M from angel investors.", ""},
	{"Lisko Labs raised $5M after a series of events.", ""},
	{"Lisko Labs raised $5M after a Series of events.", ""},
	{"Lisko Labs raised $5M for its Series of chips.", ""},
	{"Lisko Labs raised $5M in its second round of funding.", ""},
	{"A round of $5M was raised by Lisko Labs.", ""},
	{"Lisko Labs raised $5M in its first institutional round.", ""},
	{"Lisko Labs raised $5M to stream the TV series A Quiet Life.", ""},
	{"Lisko Labs raised $5M for strategic acquisitions.", ""},
	{"Lisko Labs raised $5M to speed growth.", ""},
	{"Lisko Labs raised $5M to build a bridge.", ""},
	{"Lisko Labs raised $5M to sell seed and grain.", ""},
	{"Lisko Labs raised $5M from Seed Capital.", ""},
	{"Lisko Labs raised $5M from Angel Capital Group.", ""},
	{"Lisko Labs raised $5M from Growth Capital Partners.", ""},
	{"Fen Growth Partners led a $5M round of Lisko Labs.", ""},
}

// wrong tells what is wrong with c, "" if nothing is.
func (c stageCase) wrong() string {
	text, printed := moneyCase{in: c.text}.plain()
	doc := Parse(text)
	switch {
	case len(doc.Rounds) != 1:
		return "not one round"
	case doc.Rounds[0].Stage.String() != c.want:
		return "the stage is " + doc.Rounds[0].Stage.String()
	case c.want == "" && !doc.Rounds[0].StageSpan.IsZero():
		return "a span without a stage"
	case c.want != "" && doc.Rounds[0].StageSpan.In(text) != printed:
		return "the span is " + doc.Rounds[0].StageSpan.In(text)
	}
	return ""
}

func TestStageForms(t *testing.T) {
	for _, c := range stageForms {
		if s := c.wrong(); s != "" {
			t.Errorf("%q: want %q: %s", c.text, c.want, s)
		}
	}
}

func TestStageRoundTrip(t *testing.T) {
	names := []string{"", "pre-seed", "seed", "seed+", "seed-extension", "angel", "growth", "late", "bridge", "mezzanine", "pre-ipo", "strategic"}
	for l := 'a'; l <= 'k'; l++ {
		s := "series-" + string(l)
		names = append(names, "pre-"+s, s, s+"+", s+"1", s+"2", s+"9", s+"-extension")
	}
	seen := map[Stage]string{}
	for _, name := range names {
		s, err := ParseStage(name)
		if err != nil || s.String() != name {
			t.Errorf("ParseStage(%q) = %q, %v", name, s, err)
			continue
		}
		if s.IsZero() != (name == "") {
			t.Errorf("%q: IsZero is %v", name, s.IsZero())
		}
		if was, ok := seen[s]; ok {
			t.Errorf("%q and %q are the same Stage", was, name)
		}
		seen[s] = name
		text, err := s.MarshalText()
		if err != nil || string(text) != name {
			t.Errorf("%q is written %q, %v", name, text, err)
		}
		var back Stage
		if err := back.UnmarshalText(text); err != nil || back != s {
			t.Errorf("%q is read as %q, %v", text, back, err)
		}
	}
}

func TestParseStageErrors(t *testing.T) {
	for _, in := range []string{"Series A", "series", "series-", "series-z", "series-A", "series-a0", "series-a01", "series-a256", "series-a 1",
		"series-ab", "pre", "pre-", "pre-series-", "pre-angel", "+", "-extension", "seed ", " seed", "seeds", "a", "series-a++", "\xff"} {
		s, err := ParseStage(in)
		var pe *ParseError
		if !errors.As(err, &pe) || pe.Input != in || pe.Offset < 0 || pe.Offset > len(in) || !s.IsZero() {
			t.Errorf("ParseStage(%q) = %q, %v; want a *ParseError", in, s, err)
		}
	}
}
