package words_test

import (
	"testing"

	"example.com/funding/internal/english"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

func TestView(t *testing.T) {
	r := read("The Lisko raised A 5, ok.")
	for i, want := range []string{"the", "Lisko", "raised", "a", "", ",", "ok", "."} {
		if got := r.Fold(i); got != want && want != "" {
			t.Errorf("token %d is %q, want %q", i, got, want)
		}
	}
	if r.Fold(-1) != "" || r.Fold(99) != "" || r.Word(-1) != 0 || r.Word(99) != 0 || r.Entry(99).Class != 0 {
		t.Error("something stands outside the text")
	}
	if r.Word(0) != english.Language().Lexicon.Find("the") || !r.Entry(0).Is(lexicon.Det) {
		t.Error("the first word is not known")
	}
	if !r.Is(5, ',') || r.Is(4, ',') || r.Is(99, ',') || !r.Kind(4, token.Number) || r.Kind(5, token.Number) || r.Kind(-1, token.Word) {
		t.Error("Is, Kind")
	}
	if r.Glued(4) || !r.Glued(5) || r.Glued(0) || r.Glued(99) {
		t.Error("Glued")
	}
	if !r.BeginsLower(2) || r.BeginsLower(0) || r.BeginsLower(4) {
		t.Error("BeginsLower")
	}
	if r.NumberText(4) != "5" || r.NumberText(3) != "" {
		t.Error("NumberText")
	}
	if r.Bytes(1, 3) != (token.Span{Start: 4, End: 16}) {
		t.Error("Bytes")
	}
	r.From = 2
	if r.Fold(1) != "" || r.Word(1) != 0 || r.Is(1, ',') || r.Kind(1, token.Word) || r.Entry(1).Class != 0 || r.Glued(2) {
		t.Error("somebody looks back behind From")
	}
}

func TestYear(t *testing.T) {
	for text, want := range map[string]int{
		"2021": 2021, "1900": 1900, "2099": 2099, "1899": 0, "2100": 0, "202": 0, "20211": 0, "word": 0, "2,02": 0,
	} {
		if got := read(text).Year(0); got != want {
			t.Errorf("%s is the year %d, want %d", text, got, want)
		}
	}
}

// Whether the year 2021 of a text stands alone.
func TestYearAlone(t *testing.T) {
	for text, want := range map[string]bool{
		"2021": true, "in 2021.": true, "(2021)": true, "[2021]": true, "\"2021\"": true, "May/2021": true, "mid-2021": true, "—2021": true,
		"2021, then": true, "2021-2022": true, "2021 - then": true, "-2021": true,
		"2021st": false, "2021%": false, "2021-Foo": false, "2021–Foo": false, "2021$": false,
		"$2021": false, "foo2021": false, "covid-2021": false, "#2021": false,
	} {
		r := read(text)
		for i := range r.Toks {
			if r.Year(i) == 2021 && r.YearAlone(i) != want {
				t.Errorf("%s: alone is not %v", text, want)
			}
		}
	}
}

func TestNatural(t *testing.T) {
	for s, want := range map[string]int{
		"0": 0, "7": 7, "007": 7, "999999999": 999999999, "1000000000": -1, "": -1, "-1": -1, "1a": -1, "1.5": -1,
	} {
		if got := words.Natural(s); got != want {
			t.Errorf("%q is %d, want %d", s, got, want)
		}
	}
}

// White space is made single spaces, and references are read.
func TestEven(t *testing.T) {
	for text, want := range map[string]string{
		"Foo Bar":               "Foo Bar",
		"Foo  Bar":              "Foo Bar",
		"Foo\nBar":              "Foo Bar",
		"Foo\tBar\r\nBaz":       "Foo Bar Baz",
		"Foo &amp; Bar":         "Foo & Bar",
		"Foo & Bar":             "Foo & Bar",
		"Foo 1\u00a0000 Bar":    "Foo 1 000 Bar",
		"Foo\u00a0Bar":          "Foo Bar",
		"Foo, Inc.":             "Foo, Inc.",
		"Foo 5 Bar":             "Foo 5 Bar",
		"Foo\u2009&amp;\nBar 5": "Foo & Bar 5",
	} {
		r := read(text)
		if got := r.Even(0, int32(len(r.Toks))); got != want {
			t.Errorf("%q is made %q, want %q", text, got, want)
		}
	}
}

func TestMaybeSign(t *testing.T) {
	for _, r := range "$€£¥₹" {
		if !words.MaybeSign(r) {
			t.Errorf("%c is no sign", r)
		}
	}
	for _, r := range "(-–—“”'.a" {
		if words.MaybeSign(r) {
			t.Errorf("%c may be a sign", r)
		}
	}
}
