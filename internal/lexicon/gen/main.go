// Command gen compiles ../data/*.txt into ../tables.go; run it with go generate in internal/lexicon.
package main

import (
	"go/format"
	"log"
	"os"

	"example.com/funding/internal/lexicon/compile"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("lexicon: ")
	t, err := compile.Compile(os.DirFS("data"), nil)
	if err != nil {
		log.Fatalf("data: %v; run it in internal/lexicon", err)
	}
	out, err := format.Source(source(t))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("tables.go", out, 0o666); err != nil {
		log.Fatal(err)
	}
}
