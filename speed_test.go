package funding

import (
	"encoding/json"
	"flag"
	"os"
	"testing"
	"time"
)

var (
	speed   = flag.Bool("speed", false, "compare how fast texts are read with testdata/bench/ratios.json")
	rewrite = flag.Bool("write-speed", false, "with -speed: write testdata/bench/ratios.json instead")
)

// speedFile holds, for each kind of text, how many times as long as finding where its words begin reading it takes.
const speedFile = "testdata/bench/ratios.json"

// TestSpeed fails if a kind of text takes half as long again as it took when the
// file was written, that is if more than a third of the speed is lost. Both
// sides of a ratio are measured in turn in one run, and the best of many short
// turns counts, so that it holds on any machine and on a busy one.
func TestSpeed(t *testing.T) {
	if !*speed {
		t.Skip("asked for by -speed")
	}
	want := map[string]float64{}
	if data, err := os.ReadFile(speedFile); err == nil {
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
	}
	got := map[string]float64{}
	for _, kind := range benchKinds {
		got[kind] = speedRatio(t, kind)
		for try := 0; try < 3 && !*rewrite && got[kind] > 1.5*want[kind]; try++ {
			got[kind] = min(got[kind], speedRatio(t, kind)) // the machine may have been at something else
		}
		t.Logf("%-9s 1/%.1f of wordstarts, 1/%.1f on record", kind, got[kind], want[kind])
		if !*rewrite && got[kind] > 1.5*want[kind] {
			t.Errorf("%s takes %.1f times as long as finding its words, %.1f on record", kind, got[kind], want[kind])
		}
	}
	if *rewrite {
		for kind, r := range got {
			got[kind] = float64(int(r*10+0.5)) / 10
		}
		data, err := json.MarshalIndent(got, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(speedFile, append(data, '\n'), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// speedRatio returns how many times as long as finding its words parsing a kind of text takes.
func speedRatio(t *testing.T, kind string) float64 {
	texts, _ := benchTexts(t, kind)
	wordstarts := limits[1].read
	took := func(read func(text string)) time.Duration {
		best := time.Hour
		for range 40 {
			start := time.Now()
			for _, text := range texts {
				read(text)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	parse, words := time.Duration(1<<62), time.Duration(1<<62)
	for range 5 {
		words = min(words, took(func(text string) { sink += wordstarts(text) }))
		parse = min(parse, took(func(text string) { Parse(text) }))
	}
	return float64(parse) / float64(words)
}
