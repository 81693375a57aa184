// Command gen compiles the data files of English: the tables into tables.go, the classes, traits and cues that engines ask for
// into classes.go of package lexicon. Run it with go generate in internal/english.
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
		log.Fatalf("data: %v; run it in internal/english", err)
	}
	write("../lexicon/classes.go", classes(t))
	write("tables.go", tables(t))
}

// write formats and writes a file of Go.
func write(name string, source []byte) {
	out, err := format.Source(source)
	if err == nil {
		err = os.WriteFile(name, out, 0o666)
	}
	if err != nil {
		log.Fatal(err)
	}
}
