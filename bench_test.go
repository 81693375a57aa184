package funding

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkParse reads the articles of the test data: dense news, in which most sentences speak of money.
func BenchmarkParse(b *testing.B) {
	files, err := filepath.Glob("testdata/articles/*.txtar")
	if err != nil || len(files) == 0 {
		b.Fatal("no articles")
	}
	var all strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), "-- input --\n")
		text, _, _ = strings.Cut(text, "-- rounds --\n")
		all.WriteString(text)
	}
	text := all.String()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(text)
	}
}
