package funding

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"example.com/funding/internal/lexicon"
)

// engines are the packages that read, and that know no word of any language.
var engines = []string{"token", "words", "amounts", "calendar", "mention", "grammar", "names", "deal", "frames", "tabular", "discourse"}

// wordConstant is the number of a word or a verb of the English lexicon.
var wordConstant = regexp.MustCompile(`\blexicon\.(Word|Lemma)[A-Z]\w*`)

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
		if id := lexicon.English().Find(strings.TrimSpace(w)); lexicon.English().Known(id) {
			t.Errorf("%s compares with the word %q", fset.Position(lit.Pos()), w)
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && wordConstant.MatchString(x.Name+"."+n.Sel.Name) {
				t.Errorf("%s uses %s.%s", fset.Position(n.Pos()), x.Name, n.Sel.Name)
			}
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
