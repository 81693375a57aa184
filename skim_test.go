package funding

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"
	"weak"

	"example.com/funding/internal/frames"
	"example.com/funding/internal/lexicon"
)

// parseFully reads every word of every sentence of text: nothing is skimmed, and no cue is trusted.
func parseFully(p Parser, text string) *Document {
	r := newReading(p, text)
	defer r.free()
	r.words.Every = true
	return r.document(r.read())
}

// checkFast reports where the short way to a Document gives another one than the long way.
func checkFast(t *testing.T, text string) {
	t.Helper()
	fast, err := json.Marshal(Parse(text))
	if err != nil {
		t.Fatal(err)
	}
	full, err := json.Marshal(parseFully(Parser{}, text))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fast, full) {
		t.Errorf("%q\nskimmed %s\nin full %s", clip(text, 600), fast, full)
	}
}

// TestFastPath compares the short way with the long one, over all texts of the
// test data and over mixtures of their paragraphs.
func TestFastPath(t *testing.T) {
	var all []string
	for _, kind := range benchKinds {
		texts, _ := benchTexts(t, kind)
		all = append(all, texts...)
	}
	all = append(all, fuzzSeeds(t)...)
	for _, f := range spoken().Frames.Rows {
		for _, example := range f.Examples {
			text, _, _ := strings.Cut(example, " => ")
			all = append(all, text)
		}
	}
	var paragraphs []string
	for _, text := range all {
		checkFast(t, text)
		paragraphs = append(paragraphs, strings.Split(text, "\n\n")...)
	}
	checkFast(t, strings.Repeat("It rained all day.\n\n", 30)+strings.Repeat("drip ", MaxSentence+10)+"\n\nThen it stopped.") // counted in Cut
	rnd := rand.New(rand.NewPCG(6, 6))
	for range 2000 {
		var mix []string
		for range 1 + rnd.IntN(6) {
			mix = append(mix, paragraphs[rnd.IntN(len(paragraphs))])
		}
		checkFast(t, strings.Join(mix, []string{"\n\n", "\n", " "}[rnd.IntN(3)]))
	}
}

// Of sentences without an amount or a stage skim reads the fewest. Those with every word and phrase for a financing, in all the
// ways that the frames know to tell a round without either, give the same both ways, first in a text and far from its beginning.
func TestBareSentences(t *testing.T) {
	var nouns, verbs []string
	lex := spoken().Lexicon
	for id := range lexicon.ID(lex.Len()) {
		if !lex.Known(id) {
			continue
		}
		key, e := lex.Key(id), lex.At(id)
		if e.Is(frames.FinancingWords) || lex.CuesOf(id)&lexicon.DealCue != 0 {
			nouns = append(nouns, key)
		}
		if e.Forms&lexicon.Past != 0 && spoken().Frames.Reads(e.Verb) {
			verbs = append(verbs, key)
		}
	}
	var all []string
	for _, n := range nouns {
		for _, pattern := range []string{
			"Kelpie Robotics received # from Tern Partners.", "Tern Partners made a # in Kelpie Robotics.", "The # by Tern Partners in Kelpie Robotics is its largest.",
			"Its # from Tern Partners for Kelpie Robotics is odd.", "The # was closed by Kelpie Robotics.", "Kelpie Robotics has a # alongside Tern Partners.",
			"Kelpie Robotics closes # including Tern Partners", "# for Kelpie Robotics", "Tern Partners led the # in Kelpie Robotics, which is new.",
		} {
			all = append(all, strings.ReplaceAll(pattern, "#", n))
		}
	}
	for _, v := range verbs {
		for _, pattern := range []string{"Tern Partners # Kelpie Robotics.", "Kelpie Robotics # new funding from Tern Partners.", "The round was # by Kelpie Robotics.", "Tern Partners # in Kelpie Robotics."} {
			all = append(all, strings.ReplaceAll(pattern, "#", v))
		}
	}
	const before = "It rained in the north of the country for the third week in a row, and nobody in the old town knows why it does so.\n\n" +
		"The bus was late, as it is on most days, and nobody was there to say when the next one was due, or whether.\n\nNobody waited.\n\n"
	told := 0
	for _, s := range all {
		checkFast(t, s)
		checkFast(t, before+s)
		told += len(Parse(before + s).Rounds)
	}
	if len(nouns) < 50 || len(verbs) < 50 || told < len(all)/8 {
		t.Errorf("%d sentences of %d nouns and %d verbs tell only %d rounds", len(all), len(nouns), len(verbs), told)
	}
}

// A text without a deal needs memory for the Document and its mentions, and for
// nothing else; one that tells of a round needs little more.
func TestAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector drops pooled memory at random")
	}
	texts, _ := benchTexts(t, "nodeal")
	texts = append(texts, "Nothing to see here.", "")
	for _, text := range texts {
		doc := Parse(text)
		if len(doc.Money) > 0 || hasDecimals.MatchString(text) {
			continue
		}
		want := 1.0
		if len(doc.Dates) > 0 {
			want++
		}
		if got := testing.AllocsPerRun(20, func() { Parse(text) }); got > want {
			t.Errorf("%d bytes without a deal: %v allocations, want %v\n%s", len(text), got, want, clip(text, 80))
		}
	}
	const article = `Lumen Robotics raises $12 million to teach arms to fold

BERLIN, March 3, 2021 — Lumen Robotics, a Berlin-based maker of robots that fold laundry, has raised $12 million in a Series A round led by Harbor Capital, with participation from Elm Ventures and existing investor Onyx Capital.

The round values the company at $60 million and brings its total funding to $15.5 million. Lumen raised a $3.5 million seed round in 2019.

The startup was founded in 2017 by Jane Roe and Max Muster, who met while they worked on a warehouse arm. It sells to hotels in four countries. "We fold a towel in eleven seconds," said Roe. "The next arm will need six."

Lumen will use the money to hire engineers and to open an office in Lyon.
`
	doc := Parse(article)
	if len(doc.Rounds) == 0 || len(doc.Rounds[0].Investors) != 3 {
		t.Fatalf("the article is not read: %v", doc.Rounds)
	}
	if got := testing.AllocsPerRun(20, func() { Parse(article) }); got > 40 {
		t.Errorf("an article of %d bytes with %d amounts: %v allocations, want at most 40", len(article), len(doc.Money), got)
	}
	got := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Parse(article)
		}
	}).AllocedBytesPerOp()
	if max := int64(4*len(article) + resultSize(doc)); got > max {
		t.Errorf("an article of %d bytes: %d bytes allocated, want at most %d", len(article), got, max)
	}
}

// The memory that one call leaves to the next keeps no text alive.
func TestMemoryLetsGo(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector drops pooled memory at random")
	}
	var texts []string
	for _, kind := range benchKinds {
		some, _ := benchTexts(t, kind)
		texts = append(texts, some...)
	}
	texts = append(texts, fuzzSeeds(t)...)
	for _, text := range texts {
		gone := parseClone(text)
		runtime.GC() // the pool survives one collection
		if gone.Value() != nil {
			t.Errorf("still alive: %s", clip(text, 200))
		}
	}
}

// parseClone parses a copy of text, and returns what tells whether the copy is still there.
//
//go:noinline
func parseClone(text string) weak.Pointer[byte] {
	text = strings.Clone(text + strings.Repeat(" ", 64)) // longer than what the runtime packs together
	Parse(text)
	return weak.Make(unsafe.StringData(text))
}

// hasDecimals finds number words that are computed with decimals before it shows that no currency follows.
var hasDecimals = regexp.MustCompile(`hundred|thousand|million|[$€£]`)

// resultSize is about what a Document takes.
func resultSize(doc *Document) int {
	return 300*len(doc.Rounds) + 250*len(doc.Money) + 64*len(doc.Dates)
}

// Importing the package costs under a millisecond and a megabyte, and makes a program less than 3 MB larger.
func TestStartup(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds two programs")
	}
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	// A folder of the module, so that no other go.mod is needed.
	dir, err := os.MkdirTemp(filepath.Join(root, "testdata"), "startup")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	build := func(name, src string) (string, int64) {
		t.Helper()
		folder := filepath.Join(dir, name)
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "main.go"), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
		bin := filepath.Join(folder, name)
		cmd := exec.Command("go", "build", "-o", bin, ".")
		cmd.Dir = folder
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		info, err := os.Stat(bin)
		if err != nil {
			t.Fatal(err)
		}
		return bin, info.Size()
	}
	_, bare := build("bare", "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(0) }\n")
	bin, full := build("full", "package main\n\nimport (\n\t\"fmt\"\n\n\t\"example.com/funding\"\n)\n\nfunc main() { fmt.Println(len(funding.Parse(\"Foo raised $5 million.\").Rounds)) }\n")
	const most = 7 << 19 // 3.5 MiB, with what debuggers ask for; 3 MiB held until lists, layout and ways of moving money were read
	if grown := full - bare; grown > most {
		t.Errorf("the program grows by %d bytes", grown)
	} else {
		t.Logf("the program grows by %.1f MB", float64(grown)/(1<<20))
	}
	// The best of some runs: what the machine does meanwhile is not ours.
	best, bytes := time.Hour, 0
	line := regexp.MustCompile(`init example\.com/funding\S* @\S+ ms, (\S+) ms clock, (\d+) bytes`)
	for range 5 {
		cmd := exec.Command(bin)
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		clock, size := 0.0, 0
		for _, m := range line.FindAllSubmatch(out, -1) {
			var c float64
			var n int
			fmt.Sscan(string(m[1]), &c)
			fmt.Sscan(string(m[2]), &n)
			clock, size = clock+c, size+n
		}
		if d := time.Duration(clock * float64(time.Millisecond)); d < best {
			best, bytes = d, size
		}
	}
	if best > time.Millisecond || bytes > 1<<20 {
		t.Errorf("importing takes %v and %d bytes", best, bytes)
	}
	t.Logf("importing takes %v and %d bytes", best, bytes)
}
