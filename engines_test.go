package funding

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// engines are the packages that read, and that know no word of any language.
var engines = []string{"token", "words", "amounts", "calendar", "mention", "grammar", "names", "deal", "frames", "tabular", "discourse"}

// Words are data: traits of the lexicon, or rows of a language. An engine that compares with one would be wrong in the next language, and
// what it compares with would stand on no list that a reader can look through.
func TestEnginesKnowNoWord(t *testing.T) {
	for _, engine := range engines {
		files, err := filepath.Glob("internal/" + engine + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatalf("no files of %s: %v", engine, err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				checkNoWord(t, file)
			}
		}
	}
}

// checkNoWord fails t where the file compares with a word of the lexicon.
func checkNoWord(t *testing.T, file string) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	report := func(e ast.Expr) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		w, err := strconv.Unquote(lit.Value)
		if err != nil || len(w) < 2 {
			return
		}
		if id := spoken().Lexicon.Find(strings.TrimSpace(w)); spoken().Lexicon.Known(id) {
			t.Errorf("%s compares with the word %q", fset.Position(lit.Pos()), w)
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				report(n.X)
				report(n.Y)
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				report(e)
			}
		case *ast.KeyValueExpr:
			report(n.Key)
		case *ast.CallExpr:
			if s, ok := n.Fun.(*ast.SelectorExpr); ok {
				switch s.Sel.Name {
				case "HasPrefix", "HasSuffix", "EqualFold", "CutPrefix", "CutSuffix", "Contains", "Find":
					for _, e := range n.Args {
						report(e)
					}
				}
			}
		}
		return true
	})
}

// A trait that nobody asks for is a list that somebody keeps up for nothing.
func TestTraitsAreAsked(t *testing.T) {
	asked := map[string]bool{}
	constants := filepath.Join("internal", "lexicon", "classes.go")
	use := regexp.MustCompile(`\bTrait[A-Z]\w*`)
	files, err := filepath.Glob("internal/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") || file == constants {
			continue
		}
		for _, name := range use.FindAllString(string(src), -1) {
			asked[name] = true
		}
	}
	classes, err := os.ReadFile(constants)
	if err != nil {
		t.Fatal(err)
	}
	traits := regexp.MustCompile(`(?m)^\t(Trait\w+) +Trait = `).FindAllSubmatch(classes, -1)
	if len(traits) < 100 {
		t.Errorf("only %d traits", len(traits))
	}
	for _, m := range traits {
		if name := string(m[1]); !asked[name] {
			t.Errorf("nobody asks for %s", name)
		}
	}
}
