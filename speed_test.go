package funding

import (
	"encoding/json"
	"flag"
	"math"
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
// file was written, that is if more than a third of the speed is lost. All that is compared
// is measured in turn in one run, and the best of many short turns counts, so
// that it holds on any machine and on a busy one. It prints the table of docs/performance.md.
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
	t.Log("| text | of wordstarts | of table | times regexp | MB/s here |")
	t.Log("| --- | ---: | ---: | ---: | ---: |")
	for _, kind := range benchKinds {
		c := compareSpeeds(t, kind)
		for try := 0; try < 10 && !*rewrite && c.words > 1.5*want[kind]; try++ {
			time.Sleep(300 * time.Millisecond) // the machine may have been at something else
			if again := compareSpeeds(t, kind); again.words < c.words {
				c = again
			}
		}
		t.Logf("| %s | 1/%.0f | 1/%.0f | %.1f | %.0f |", kind, c.words, c.table, c.regexp, c.mbs)
		got[kind] = c.words
		if !*rewrite && c.words > 1.5*want[kind] {
			t.Errorf("%s takes %.1f times as long as finding its words, %.1f on record", kind, c.words, want[kind])
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

// speeds tells how long Parse takes, in times of the limits; regexp is the other way round.
type speeds struct{ words, table, regexp, mbs float64 }

func compareSpeeds(t *testing.T, kind string) speeds {
	texts, size := benchTexts(t, kind)
	took := func(turns int, read func(text string)) float64 {
		best := time.Hour
		for range turns {
			start := time.Now()
			for _, text := range texts {
				read(text)
			}
			best = min(best, time.Since(start))
		}
		return best.Seconds()
	}
	// One after the other, again and again, so that all have their share of the machine's good moments.
	best := [...]float64{math.Inf(1), math.Inf(1), math.Inf(1)}
	parse := math.Inf(1)
	for window := range 40 {
		for i, l := range limits {
			if l.name == "regexp" && window%8 > 0 {
				continue // it is slow
			}
			for _, read := range l.read {
				best[i] = min(best[i], took(2, func(text string) { sink += read(text) }))
			}
		}
		parse = min(parse, took(5, func(text string) { Parse(text) }))
	}
	return speeds{words: parse / best[1], table: parse / best[0], regexp: best[2] / parse, mbs: float64(size) / parse / 1e6}
}
