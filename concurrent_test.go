package funding

import (
	"encoding/json"
	"sync"
	"testing"
)

// One Parser serves many goroutines, and what they read is what one alone reads.
func TestConcurrent(t *testing.T) {
	texts := fuzzSeeds(t)
	p := Parser{Published: Date{Year: 2021, Month: 4, Day: 14}, Trace: true}
	read := func(text string) string {
		b, err := json.Marshal(p.Parse(text))
		if err != nil {
			return err.Error()
		}
		return string(b)
	}
	want := make([]string, len(texts))
	for i, s := range texts {
		want[i] = read(s)
	}
	var wg sync.WaitGroup
	for g := range 32 {
		wg.Go(func() {
			for k := range texts {
				i := (k + g*7) % len(texts)
				if got := read(texts[i]); got != want[i] {
					t.Errorf("goroutine %d reads text %d otherwise:\n%s\n%s", g, i, want[i], got)
					return
				}
			}
		})
	}
	wg.Wait()
}
