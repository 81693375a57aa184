package funding

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

// readingOf returns all that p reads from text, as JSON.
func readingOf(p Parser, text string) string {
	doc := p.Parse(text)
	b, err := doc.JSON("id", text)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%s\n%v\n", b, doc.Trace)
}

// One Parser serves many goroutines, and what they read is what one alone reads.
func TestConcurrent(t *testing.T) {
	texts := fuzzSeeds(t)
	p := &Parser{Published: Date{Year: 2021, Month: 4, Day: 14}, Title: "Foo raises $5 million", Trace: true}
	want := make([]string, len(texts))
	for i, s := range texts {
		want[i] = readingOf(*p, s)
	}
	var wg sync.WaitGroup
	for g := range 32 {
		wg.Go(func() {
			for k := range texts {
				i := (k + g*7) % len(texts)
				if got := readingOf(*p, texts[i]); got != want[i] {
					t.Errorf("goroutine %d reads text %d otherwise:\n%s\n%s", g, i, want[i], got)
					return
				}
			}
		})
	}
	wg.Wait()
	if (*p != Parser{Published: Date{Year: 2021, Month: 4, Day: 14}, Title: "Foo raises $5 million", Trace: true}) {
		t.Errorf("Parse changed the Parser to %+v", *p)
	}
}

// The strict parsers share their tables with Parse, and with each other.
func TestConcurrentStrict(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				if m, err := ParseMoney("US$1.05 billion"); err != nil || m.String() != "USD 1050000000" {
					t.Error(m, err)
				}
				if d, err := ParseDate("March 3, 2021"); err != nil || d.String() != "2021-03-03" {
					t.Error(d, err)
				}
				if s, err := ParseStage("series-b+"); err != nil || s.String() != "series-b+" {
					t.Error(s, err)
				}
			}
		})
	}
	wg.Wait()
}

// digest is a fingerprint of all that the parser reads from the goldens.
func digest(tb testing.TB) string {
	h := sha256.New()
	for _, s := range fuzzSeeds(tb) {
		h.Write([]byte(readingOf(Parser{Trace: true}, s)))
		h.Write([]byte(readingOf(Parser{Published: Date{Year: 2021, Month: 4, Day: 14}}, s)))
		for _, m := range Parse(s).Money {
			got, err := ParseMoney(m.In(s))
			fmt.Fprintln(h, got, err)
			b, err := json.Marshal(got)
			fmt.Fprintln(h, string(b), err)
		}
		for _, d := range Parse(s).Dates {
			got, err := ParseDate(d.In(s))
			fmt.Fprintln(h, got, err)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:12])
}

// What the program around it does to the decimal package, to the time zone and
// to the scheduler changes nothing.
func TestHostSettings(t *testing.T) {
	want := digest(t)
	check := func(what string) {
		t.Helper()
		if got := digest(t); got != want {
			t.Errorf("with %s the goldens read otherwise", what)
		}
	}

	defer func(p, e int, q, z bool) {
		decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = p, e
		decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = q, z
	}(decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent, decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros)
	decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = 0, 1
	check("divisions rounded to whole numbers")
	decimal.MarshalJSONWithoutQuotes = true
	check("decimals as JSON numbers")
	decimal.TrimTrailingZeros = !decimal.TrimTrailingZeros
	check("trailing zeros the other way")

	defer func(l *time.Location) { time.Local = l }(time.Local)
	for _, hours := range []int{-12, 14} {
		time.Local = time.FixedZone("far", hours*3600)
		check(fmt.Sprintf("a time zone %d hours from Greenwich", hours))
	}

	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, n := range []int{1, 2, 16} {
		runtime.GOMAXPROCS(n)
		check(fmt.Sprintf("GOMAXPROCS %d", n))
	}
}

// Each process has map orders of its own, and may have another locale. CI compares the
// line that the test logs with that of a 32-bit build.
func TestDigest(t *testing.T) {
	want := digest(t)
	t.Log("digest", want)
	const asked = "FUNDING_TEST_DIGEST"
	if os.Getenv(asked) != "" {
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for i, env := range [][]string{{"GOMAXPROCS=1", "TZ=Pacific/Auckland", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"}, {"GOMAXPROCS=4", "TZ=America/Los_Angeles", "GOGC=1"}} {
		c := exec.CommandContext(t.Context(), self, "-test.run", "^TestDigest$", "-test.v")
		c.Env = append(append(os.Environ(), asked+"=1"), env...)
		if out, err := c.CombinedOutput(); err != nil || !strings.Contains(string(out), "digest "+want) {
			t.Errorf("process %d with %v: %v, want digest %s:\n%.500s", i, env, err, want, out)
		}
	}
}
