package cli

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"example.com/funding"
	"example.com/funding/internal/markdown"
)

// input is a file that is to be read.
type input struct {
	name  string // as it is reported
	path  string // where it lies
	size  int64
	stdin bool
}

// kind is what a file holds, as its name says.
type kind uint8

const (
	kindOther kind = iota
	kindText
	kindMarkdown
	kindPage
	kindLines
)

func kindOf(name string) kind {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	switch filepath.Ext(name) {
	case ".txt", ".text":
		return kindText
	case ".md", ".markdown":
		return kindMarkdown
	case ".html", ".htm", ".xhtml":
		return kindPage
	case ".jsonl", ".ndjson":
		return kindLines
	}
	return kindOther
}

// errNoPages is why a program without a reader of web pages refuses one.
var errNoPages = errors.New("a web page; go run -C examples/parse/web . reads it, this program reads text and Markdown")

// collect lists the files that the arguments stand for. In a directory only files of
// which the name says that they can be read count; hidden ones do not.
func (r *run) collect(args []string) (inputs []input) {
	for _, arg := range args {
		if arg == "-" {
			inputs = append(inputs, input{name: "standard input", stdin: true})
			continue
		}
		path := arg
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) && r.Elsewhere != "" && !filepath.IsAbs(path) {
			if i, e := os.Stat(filepath.Join(r.Elsewhere, path)); e == nil {
				path, info, err = filepath.Join(r.Elsewhere, path), i, nil
			}
		}
		switch {
		case err != nil:
			r.fail(err)
		case info.IsDir():
			inputs = append(inputs, r.walk(arg, path)...)
		default:
			in := input{name: arg, path: path}
			if info.Mode().IsRegular() { // the size of a pipe is not known
				in.size = info.Size()
			}
			inputs = append(inputs, in)
		}
	}
	return inputs
}

// walk lists what can be read in a directory and all below it, in the order of names.
func (r *run) walk(arg, dir string) (inputs []input) {
	pages, others := 0, 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			r.fail(err)
			return nil
		}
		if path != dir && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		info, err := os.Stat(path) // follows a link to a file; one to a directory could lead in circles
		if err != nil {
			r.fail(err)
			return nil
		}
		switch k := kindOf(path); {
		case !info.Mode().IsRegular():
		case k == kindOther:
			others++
		case k == kindPage && r.Page == nil:
			pages++
		default:
			name := path // begins with dir, which is arg or was found elsewhere
			if below, err := filepath.Rel(dir, path); err == nil {
				name = filepath.Join(arg, below)
			}
			inputs = append(inputs, input{name: name, path: path, size: info.Size()})
		}
		return nil
	})
	if err != nil {
		r.fail(err)
	}
	switch {
	case pages > 0:
		r.fail(fmt.Errorf("%s: web pages left out: %d; go run -C examples/parse/web . reads them", arg, pages))
	case len(inputs) == 0:
		r.fail(fmt.Errorf("%s: nothing to read: no text, Markdown, web page or JSON lines by name (%d other files)", arg, others))
	}
	return inputs
}

func (r *run) file(in input, stdin io.Reader) error {
	if in.stdin {
		return r.text(in, &counter{stdin, &r.done.Bytes})
	}
	f, err := os.Open(in.path)
	if err != nil {
		return err
	}
	defer f.Close()
	counted := &counter{f, &r.done.Bytes}
	if kindOf(in.name) == kindLines {
		content, err := decompress(counted)
		if err != nil {
			return named(in, err)
		}
		return r.lines(in, content)
	}
	return r.text(in, counted)
}

// counter counts what is read, before it is decompressed.
type counter struct {
	io.Reader
	n *int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	*c.n += int64(n)
	return n, err
}

// named puts the name of an input before what is wrong with it.
func named(in input, err error) error {
	if pe := (*os.PathError)(nil); errors.As(err, &pe) || errors.As(err, &outputError{}) { // which name a file themselves, or none
		return err
	}
	return fmt.Errorf("%s: %w", in.name, err)
}

// decompress returns what r holds, decompressed if it is gzip, whatever its name.
func decompress(r io.Reader) (io.Reader, error) {
	head := make([]byte, 2)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	all := io.MultiReader(bytes.NewReader(head[:n]), r)
	if n < 2 || head[0] != 0x1f || head[1] != 0x8b {
		return all, nil
	}
	return gzip.NewReader(all)
}

// text reads one text, Markdown or web page and writes what it says.
func (r *run) text(in input, content io.Reader) error {
	b, err := slurp(content)
	if err != nil {
		return named(in, err)
	}
	res := result{name: in.name, article: funding.Article{Text: string(b)}}
	if !in.stdin {
		res.article.ID = in.name
	}
	switch k := kindOf(in.name); {
	case k == kindPage || k != kindMarkdown && isPage(b):
		if r.Page == nil {
			return named(in, errNoPages)
		}
		page, err := r.Page(b)
		if err != nil {
			return named(in, err)
		}
		page.ID = res.article.ID
		res.article, res.reduced = page, true
	case k == kindMarkdown:
		res.article = markdown.Read(string(b))
		res.article.ID, res.reduced = in.name, true
	}
	if err := r.parse(res); err != nil {
		return named(in, err)
	}
	return nil
}

// slurp reads one whole text of bounded length.
func slurp(content io.Reader) ([]byte, error) {
	content, err := decompress(content)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(content, maxText+1))
	switch {
	case err != nil:
		return nil, err
	case bytes.IndexByte(b[:min(len(b), 8000)], 0) >= 0:
		return nil, errors.New("not text: it holds NUL bytes")
	case len(b) > maxText:
		return nil, fmt.Errorf("longer than %d MB; articles are shorter, split it", maxText>>20)
	}
	return b, nil
}

// isPage reports whether b begins as a web page does, for what comes without a name.
func isPage(b []byte) bool {
	b = bytes.TrimPrefix(b[:min(len(b), 2000)], []byte("\ufeff"))
	for {
		b = bytes.TrimLeft(b, " \t\r\n")
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			_, after, ok := bytes.Cut(b, []byte("-->"))
			if !ok {
				return false
			}
			b = after
		case bytes.HasPrefix(b, []byte("<?xml")):
			_, after, ok := bytes.Cut(b, []byte("?>"))
			if !ok {
				return false
			}
			b = after
		default:
			head := bytes.ToLower(b[:min(len(b), 20)])
			return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) || bytes.HasPrefix(head, []byte("<head"))
		}
	}
}

// lines reads articles as JSON lines; what comes before a broken line is written.
func (r *run) lines(in input, content io.Reader) error {
	r.many = true
	n := 0
	limited := &lineReader{r: content}
	for a, err := range funding.ReadJSONL(limited) {
		if limited.err != nil {
			err = limited.err // the line that was cut is broken only because of it
		}
		if err != nil {
			return named(in, err)
		}
		n++
		if err := r.parse(result{name: lineName(in, a, n), article: a, line: true}); err != nil {
			if errors.As(err, &outputError{}) {
				return err
			}
			return named(in, fmt.Errorf("article %d (id %q): %w", n, a.ID, err))
		}
		r.show()
	}
	return nil
}

// lineName is what the results of one line are shown under.
func lineName(in input, a funding.Article, n int) string {
	if a.ID != "" {
		return a.ID
	}
	return fmt.Sprintf("%s, article %d", in.name, n)
}
