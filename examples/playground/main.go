// Command playground builds the page that reads an article in the browser, and serves it.
//
//	go run -C examples/playground .            serves it at http://localhost:8765
//	go run -C examples/playground . -o DIR     writes it into a directory, for any web server
package main

import (
	"bytes"
	"compress/gzip"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"example.com/funding/internal/page"
)

//go:embed site
var site embed.FS

func main() {
	dir := flag.String("o", "", "write the page into this `directory` instead of serving it")
	addr := flag.String("addr", "localhost:8765", "`address` to serve at")
	flag.Usage = func() {
		fmt.Fprint(os.Stderr, "usage: go run -C examples/playground . [flags]\nBuilds the playground and serves it until it is interrupted.\n\n")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*dir, *addr); err != nil {
		fmt.Fprintf(os.Stderr, "playground: %v\n", err)
		os.Exit(1)
	}
}

func run(dir, addr string) error {
	fmt.Fprintln(os.Stderr, "building …") // the first time takes a while
	files, err := build()
	if err != nil {
		return err
	}
	if dir != "" {
		if at := os.Getenv("PWD"); at != "" && !filepath.IsAbs(dir) {
			dir = filepath.Join(at, dir) // where the person stands; go run -C has changed the working directory
		}
		return write(files, dir)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("%w (-addr names another address)", err)
	}
	fmt.Printf("http://%s\n", l.Addr())
	return http.Serve(l, handler(files))
}

// build compiles the library and gathers the files of the page, by name.
func build() (map[string][]byte, error) {
	if _, err := os.Stat("wasm"); err != nil {
		return nil, errors.New("its source is not here; run it with go run -C examples/playground . from the project's directory")
	}
	files := map[string][]byte{"page.css": []byte(page.Style), "page.js": []byte(page.Script)}
	names, err := fs.Glob(site, "site/*")
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if files[strings.TrimPrefix(n, "site/")], err = site.ReadFile(n); err != nil {
			return nil, err
		}
	}
	if files["sample.txt"], err = os.ReadFile(filepath.Join("..", "..", "testdata", "alibaba-megvii.txt")); err != nil {
		return nil, err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	// The other half of the runtime must be of the same version as the compiler.
	if files["wasm_exec.js"], err = os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")); err != nil {
		return nil, err
	}
	if files["funding.wasm"], err = compile(); err != nil {
		return nil, err
	}
	return files, nil
}

func compile() ([]byte, error) {
	dir, err := os.MkdirTemp("", "playground")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "funding.wasm")
	c := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", out, "./wasm")
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if b, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, b)
	}
	return os.ReadFile(out)
}

func compressed(b []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // a level that exists
	w.Write(b)                                              // into memory, where nothing fails
	w.Close()
	return out.Bytes()
}

// write puts the files into dir. Beside the large one lies its compressed form, which many
// servers can be told to send instead.
func write(files map[string][]byte, dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for name, b := range files {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o666); err != nil {
			return err
		}
	}
	wasm := files["funding.wasm"]
	small := compressed(wasm)
	if err := os.WriteFile(filepath.Join(dir, "funding.wasm.gz"), small, 0o666); err != nil {
		return err
	}
	fmt.Printf("%s: the page, with %.1f MB of WebAssembly (%.1f MB compressed)\n", dir, megabytes(wasm), megabytes(small))
	return nil
}

func megabytes(b []byte) float64 { return float64(len(b)) / 1e6 }

var types = map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8"}

// handler serves the files from memory, compressed where the browser takes that.
func handler(files map[string][]byte) http.Handler {
	small := make(map[string][]byte)
	for name, b := range files {
		small[name] = compressed(b)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		b, ok := files[name]
		switch {
		case !ok:
			http.NotFound(w, r)
			return
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			http.Error(w, "only to be read", http.StatusMethodNotAllowed)
			return
		}
		h := w.Header()
		h.Set("Content-Type", types[filepath.Ext(name)])
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache") // the next build may differ
		h.Set("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
			b = small[name]
		}
		w.Write(b) // if the browser has gone, nobody needs to know
	})
}
