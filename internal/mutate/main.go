// Command mutate shows what the tests do not notice. It changes the source in one
// place at a time, in a copy of the module, and runs the fast tests on each change:
//
//	go run ./internal/mutate            # 100 places, some minutes
//	go run ./internal/mutate -n 400 -seed 7
//	go run ./internal/mutate -file merge.go -n 1000
//	go run ./internal/mutate -list      # the places, nothing is run
//
// A change that all tests pass is a survivor: a test is missing, or the line does
// nothing. The places are drawn at random but the same for the same seed and source,
// as many of each kind of change as of any other. The last reading of the results is docs/mutation.md.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"
)

// dirs are the packages that are changed, and whose tests are run.
var dirs = []string{
	".", "internal/token", "internal/words", "internal/amounts", "internal/calendar", "internal/mention", "internal/grammar",
	"internal/names", "internal/deal", "internal/frames", "internal/tabular", "internal/discourse", "internal/english",
}

// mutant replaces the bytes [from, to) of a file.
type mutant struct {
	file     string
	line     int
	kind     string
	from, to int
	was, is  string
}

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d: %s: %s → %s", m.file, m.line, m.kind, short(m.was), short(m.is))
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 70 {
		s = string(r[:69]) + "…"
	}
	if s == "" {
		return "nothing"
	}
	return "`" + s + "`"
}

func main() {
	n := flag.Int("n", 100, "`number` of places")
	seed := flag.Int64("seed", 1, "draws other places")
	limit := flag.Duration("limit", 60*time.Second, "`time` for the tests of one change; more counts as noticed")
	workers := flag.Int("workers", 2, "changes tried at once")
	only := flag.String("file", "", "change only this `file`")
	list := flag.Bool("list", false, "print the places and stop")
	flag.Parse()
	if err := run(*n, *seed, *limit, *workers, *only, *list); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(n int, seed int64, limit time.Duration, workers int, only string, list bool) error {
	all, err := places(only)
	if err != nil {
		return err
	}
	order := draw(all, seed)
	if list {
		for _, m := range order[:min(n, len(order))] {
			fmt.Println(m)
		}
		return nil
	}
	copies := make([]string, workers)
	for i := range copies {
		if copies[i], err = os.MkdirTemp("", "mutate"); err != nil {
			return err
		}
		defer os.RemoveAll(copies[i])
		if err := copyModule(copies[i]); err != nil {
			return err
		}
	}
	if r, out := try(copies[0], 5*limit); r != survived {
		return fmt.Errorf("the tests fail, or take too long, before anything is changed:\n%s", out)
	}

	var mu sync.Mutex
	var count [unbuilt]int
	var alive []mutant
	next, ran := 0, 0
	take := func() (m mutant, ok bool) {
		mu.Lock()
		defer mu.Unlock()
		if ran == n || next == len(order) {
			return m, false
		}
		ran++
		next++
		return order[next-1], true
	}
	var wg sync.WaitGroup
	failed := make([]error, workers)
	for i, dir := range copies {
		wg.Go(func() {
			for m, ok := take(); ok; m, ok = take() {
				r, err := attempt(dir, m, limit)
				mu.Lock()
				switch {
				case err != nil:
					failed[i] = err
				case r == unbuilt:
					ran-- // the next place takes its turn
				default:
					count[r]++
					fmt.Printf("%s: %s\n", r, m)
					if r == survived {
						alive = append(alive, m)
					}
				}
				mu.Unlock()
				if err != nil {
					return
				}
			}
		})
	}
	wg.Wait()
	if err := errors.Join(failed...); err != nil {
		return err
	}
	fmt.Printf("\n%d changes: %d noticed, %d ran too long, %d survived\n", count[noticed]+count[late]+count[survived], count[noticed], count[late], count[survived])
	sort.Slice(alive, func(i, j int) bool {
		a, b := alive[i], alive[j]
		return a.file < b.file || a.file == b.file && a.from < b.from
	})
	for _, m := range alive {
		fmt.Println("-", m)
	}
	return nil
}

type result int

const (
	noticed result = iota
	survived
	late
	unbuilt
)

func (r result) String() string {
	return [...]string{"noticed", "SURVIVED", "too long", "does not compile"}[r]
}

// attempt runs the tests with m applied to the copy in dir.
func attempt(dir string, m mutant, limit time.Duration) (result, error) {
	name := filepath.Join(dir, filepath.FromSlash(m.file))
	src, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	changed := string(src[:m.from]) + m.is + string(src[m.to:])
	if err := os.WriteFile(name, []byte(changed), 0o666); err != nil {
		return 0, err
	}
	r, _ := try(dir, limit)
	return r, os.WriteFile(name, src, 0o666)
}

// try runs the fast tests of the copy in dir.
func try(dir string, limit time.Duration) (result, string) {
	packages := make([]string, len(dirs))
	for i, d := range dirs {
		packages[i] = "./" + d
	}
	build := exec.Command("go", append([]string{"build"}, packages...)...)
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		return unbuilt, string(out)
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	test := exec.CommandContext(ctx, "go", append([]string{"test", "-short", "-failfast", "-vet=off", "-count=1", "-timeout", limit.String()}, packages...)...)
	test.Dir = dir
	var out bytes.Buffer
	test.Stdout, test.Stderr = &out, &out
	test.WaitDelay = time.Second
	switch err := test.Run(); {
	case ctx.Err() != nil || strings.Contains(out.String(), "panic: test timed out"):
		return late, out.String()
	case err != nil:
		return noticed, out.String()
	}
	return survived, ""
}

// copyModule copies the module in the current directory, without what only git knows.
func copyModule(to string) error {
	return filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == ".git":
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o777)
		case !d.Type().IsRegular():
			return nil
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), b, 0o666)
	})
}

// draw orders the places so that any number from the front holds as many of each kind as there are.
func draw(all []mutant, seed int64) []mutant {
	byKind := map[string][]mutant{}
	var kinds []string
	for _, m := range all {
		if byKind[m.kind] == nil {
			kinds = append(kinds, m.kind)
		}
		byKind[m.kind] = append(byKind[m.kind], m)
	}
	sort.Strings(kinds)
	random := rand.New(rand.NewSource(seed))
	for _, k := range kinds {
		list := byKind[k]
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	var order []mutant
	for len(order) < len(all) {
		for _, k := range kinds {
			if list := byKind[k]; len(list) > 0 {
				order = append(order, list[0])
				byKind[k] = list[1:]
			}
		}
	}
	return order
}

// places finds every change that can be made.
func places(only string) (all []mutant, err error) {
	for _, dir := range dirs {
		names, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			file := filepath.ToSlash(name)
			if strings.HasSuffix(file, "_test.go") || only != "" && file != only {
				continue
			}
			src, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			in, err := inFile(file, src)
			if err != nil {
				return nil, err
			}
			all = append(all, in...)
		}
	}
	if len(all) == 0 {
		return nil, errors.New("no source here; run it in the root of the module")
	}
	return all, nil
}

var otherOperator = map[token.Token]string{
	token.LSS: "<=", token.LEQ: "<", token.GTR: ">=", token.GEQ: ">", token.EQL: "!=", token.NEQ: "==",
	token.LAND: "||", token.LOR: "&&", token.ADD: "-", token.SUB: "+",
}

func inFile(file string, src []byte) (all []mutant, err error) {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, src, parser.ParseComments)
	if err == nil && ast.IsGenerated(tree) {
		return nil, nil // its tests are those of the generator
	}
	if err != nil {
		return nil, err
	}
	offset := func(p token.Pos) int { return set.Position(p).Offset }
	add := func(kind string, from, to int, is string) {
		all = append(all, mutant{file, set.Position(tree.FileStart + token.Pos(from)).Line, kind, from, to, string(src[from:to]), is})
	}
	text := func(n ast.Node) string { return string(src[offset(n.Pos()):offset(n.End())]) }
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			op, ok := otherOperator[n.Op]
			if !ok {
				break
			}
			kind := "comparison"
			switch n.Op {
			case token.LAND, token.LOR:
				kind = "and, or"
			case token.ADD, token.SUB:
				kind = "plus, minus"
			}
			at := offset(n.OpPos)
			add(kind, at, at+len(n.Op.String()), op)
		case *ast.IfStmt:
			add("condition negated", offset(n.Cond.Pos()), offset(n.Cond.End()), "!("+text(n.Cond)+")")
		case *ast.CaseClause:
			if len(n.List) > 0 && len(n.Body) > 0 {
				add("case emptied", offset(n.Body[0].Pos()), offset(n.Body[len(n.Body)-1].End()), "")
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "min" || f.Name == "max") {
				add("min, max", offset(f.Pos()), offset(f.End()), map[string]string{"min": "max", "max": "min"}[f.Name])
			}
		case *ast.CompositeLit:
			switch t := n.Type.(type) {
			case *ast.Ident:
				if t.Name == "Span" && len(n.Elts) == 2 {
					for _, e := range n.Elts {
						add("span shifted", offset(e.End()), offset(e.End()), " + 1")
						add("span shifted", offset(e.End()), offset(e.End()), " - 1")
					}
				}
			case *ast.ArrayType:
				for _, e := range n.Elts {
					if row, ok := e.(*ast.CompositeLit); ok && row.Type == nil && len(row.Elts) > 1 {
						end := offset(e.End())
						if end < len(src) && src[end] == ',' {
							end++
						}
						add("row dropped", offset(e.Pos()), end, "")
					}
				}
			}
		case *ast.BasicLit:
			if n.Kind == token.INT && n.Value != "0" {
				add("number", offset(n.Pos()), offset(n.End()), "("+n.Value+" + 1)")
			}
		case *ast.ReturnStmt:
			if len(n.Results) == 1 {
				switch r := text(n.Results[0]); r {
				case "true":
					add("answer", offset(n.Results[0].Pos()), offset(n.Results[0].End()), "false")
				case "false":
					add("answer", offset(n.Results[0].Pos()), offset(n.Results[0].End()), "true")
				}
			}
		case *ast.AssignStmt:
			if n.Tok == token.ASSIGN {
				add("assignment dropped", offset(n.Pos()), offset(n.End()), "")
			}
		}
		return true
	})
	return all, nil
}
