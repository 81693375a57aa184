// Command net prints a hash for every text at hand: of what the parser reads in it, and of how.
//
// It is the net under a change of the layout. Run it before, run it after, and compare:
//
//	go run ./internal/net testdata ../shared >before.txt
//
// Arguments are files and folders. Of a .jsonl file every line's "title" and "text" is a text, and so are seven
// lines that follow each other, taken together; of any other file each paragraph is one, and the whole file.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"

	"example.com/funding"
)

var traced = flag.Bool("trace", false, "hash how it was read as well, in a second column")

func main() {
	log.SetFlags(0)
	log.SetPrefix("net: ")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, root := range flag.Args() {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			switch filepath.Ext(path) {
			case ".jsonl":
				return lines(path, func(id string, a funding.Article) { hash(out, id, a) })
			case ".txt", ".txtar":
				return paragraphs(path, func(id string, a funding.Article) { hash(out, id, a) })
			}
			return nil
		})
		if err != nil {
			log.Fatal(err)
		}
	}
}

func lines(path string, do func(id string, a funding.Article)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	var joined []string
	for n := 1; in.Scan(); n++ {
		var a funding.Article
		if json.Unmarshal(in.Bytes(), &a) != nil || a.Text == "" {
			continue
		}
		do(fmt.Sprintf("%s:%d", path, n), a)
		if joined = append(joined, a.Text); len(joined) == 7 {
			do(fmt.Sprintf("%s:%d+", path, n), funding.Article{Text: strings.Join(joined, "\n\n"), Published: a.Published})
			joined = joined[:0]
		}
	}
	return in.Err()
}

func paragraphs(path string, do func(id string, a funding.Article)) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	do(path, funding.Article{Text: string(data)})
	for n, p := range strings.Split(string(data), "\n\n") {
		do(fmt.Sprintf("%s#%d", path, n), funding.Article{Text: p, Published: "2021-06-15"})
	}
	return nil
}

func hash(w *bufio.Writer, id string, a funding.Article) {
	p := funding.Parser{Title: a.Title}
	p.Published, _ = funding.ParseDate(a.Published)
	result, err := p.Parse(a.Text).MarshalJSON()
	if err != nil {
		log.Fatal(id, ": ", err)
	}
	fmt.Fprintf(w, "%s %x", id, short(result))
	if *traced {
		p.Title = ""
		var b bytes.Buffer
		if err := p.DebugPrint(&b, a.Text); err != nil {
			log.Fatal(id, ": ", err)
		}
		fmt.Fprintf(w, " %x", short(b.Bytes()))
	}
	fmt.Fprintln(w)
}

func short(data []byte) []byte {
	h := sha256.Sum256(data)
	return h[:6]
}
