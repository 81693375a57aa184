package funding

import (
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// The texts of the benchmarks; docs/performance.md says what each is like.
var benchKinds = []string{"news", "funding", "headline", "roundup", "nodeal"}

// benchTexts returns the articles of testdata/bench/kind.txtar, of which headlines are parsed one by one.
func benchTexts(tb testing.TB, kind string) (texts []string, size int64) {
	tb.Helper()
	data, err := os.ReadFile("testdata/bench/" + kind + ".txtar")
	if err != nil {
		tb.Fatal(err)
	}
	for _, a := range regexp.MustCompile(`(?m)^-- .* --\n`).Split(string(data), -1)[1:] {
		if kind == "headline" {
			texts = append(texts, strings.Split(strings.TrimSpace(a), "\n")...)
		} else {
			texts = append(texts, a)
		}
	}
	if len(texts) == 0 {
		tb.Fatalf("no articles of %s", kind)
	}
	for _, t := range texts {
		size += int64(len(t))
	}
	return texts, size
}

// each runs read over all texts of every kind.
func each(b *testing.B, read func(text string)) {
	for _, kind := range benchKinds {
		b.Run(kind, func(b *testing.B) {
			texts, size := benchTexts(b, kind)
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, t := range texts {
					read(t)
				}
			}
		})
	}
}

// BenchmarkParse reads a stream of news, of which one sentence in twenty speaks
// of money, dense funding news, headlines, round-ups, and news without any deal.
func BenchmarkParse(b *testing.B) {
	each(b, func(text string) { Parse(text) })
}

// BenchmarkParallel has sixteen goroutines share one Parser.
func BenchmarkParallel(b *testing.B) {
	for _, kind := range []string{"news", "funding"} {
		b.Run(kind, func(b *testing.B) {
			texts, size := benchTexts(b, kind)
			b.SetBytes(size)
			b.SetParallelism((16 + runtime.GOMAXPROCS(0) - 1) / runtime.GOMAXPROCS(0)) // 16 goroutines at least
			var p Parser
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					for _, t := range texts {
						p.Parse(t)
					}
				}
			})
		})
	}
}

// BenchmarkLimit is what reading the same bytes costs at least: through a table of 256
// entries, finding where words begin, and with one regular expression for amounts.
func BenchmarkLimit(b *testing.B) {
	for _, limit := range limits {
		b.Run(limit.name, func(b *testing.B) { each(b, func(text string) { sink += limit.read[0](text) }) })
	}
}

var sink int

// limits are what the parser is compared with. Where a short loop happens to lie in memory decides up
// to half of its speed, so there are several of each, of which the fastest counts.
var limits = []struct {
	name string
	read []func(text string) int
}{
	{"table", []func(string) int{table[[1]byte], table[[2]byte], table[[3]byte], table[[4]byte], table[[5]byte], table[[6]byte], table[[7]byte], table[[8]byte], table[[9]byte], table[[10]byte], table[[11]byte], table[[12]byte]}},
	{"wordstarts", []func(string) int{wordstarts[[1]byte], wordstarts[[2]byte], wordstarts[[3]byte], wordstarts[[4]byte], wordstarts[[5]byte], wordstarts[[6]byte], wordstarts[[7]byte], wordstarts[[8]byte], wordstarts[[9]byte], wordstarts[[10]byte], wordstarts[[11]byte], wordstarts[[12]byte]}},
	{"regexp", []func(string) int{func(text string) int { return len(moneyRE.FindAllStringIndex(text, -1)) }}},
}

// table sends every byte through a table; T only makes another copy of the loop.
func table[T any](text string) int {
	n := 0
	for i := range len(text) {
		n += int(wordBytes[text[i]])
	}
	return n
}

// wordstarts counts the words; T only makes another copy of the loop.
func wordstarts[T any](text string) int {
	n, before := 0, uint8(0)
	for i := range len(text) {
		in := wordBytes[text[i]]
		n += int(in &^ before)
		before = in
	}
	return n
}

// wordBytes holds 1 for letters, digits and what is no ASCII.
var wordBytes = func() (t [256]uint8) {
	for c := range t {
		if c >= 0x80 || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' {
			t[c] = 1
		}
	}
	return t
}()

// moneyRE is what people write to find amounts.
var moneyRE = regexp.MustCompile(`(?i)(?:US\$|\$|€|£|¥|₹|USD|EUR|GBP|INR|Rs\.?)\s?\d[\d,]*(?:\.\d+)?\s?(?:million|billion|thousand|crore|lakh|mn|bn|[mbk])?\b|\d[\d,]*(?:\.\d+)?\s?(?:million|billion|crore|lakh)\s(?:dollars|euros|pounds|rupees|yuan|yen)`)
