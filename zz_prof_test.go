package funding

import (
	"fmt"
	"os"
	"runtime/pprof"
	"testing"
	"time"
)

func TestZZProf(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	for _, h := range hostile {
		func() {
			defer func() { recover() }()
			a := timeParse(h.make(128 << 10))
			if a < 20*time.Millisecond {
				return
			}
			b := timeParse(h.make(256 << 10))
			r := float64(b) / float64(a)
			if r < 2.6 && a < 400*time.Millisecond {
				return
			}
			f, _ := os.Create("/tmp/prof/" + h.name)
			pprof.StartCPUProfile(f)
			st := time.Now()
			for time.Since(st) < 500*time.Millisecond {
				Parse(h.make(128 << 10))
			}
			pprof.StopCPUProfile()
			f.Close()
			fmt.Println(h.name, a, b, r)
		}()
	}
}
