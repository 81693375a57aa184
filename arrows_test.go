package funding

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "example.com/funding"

// layers are the packages under internal, lowest first: a package may import those of the layers below its own and no others.
// What is of no layer and no tool does not belong there.
var layers = [...][]string{
	{"reuse", "lexicon/compile"},
	{"token", "lexicon"},
	{"words"},
	{"amounts", "calendar", "grammar"},
	{"mention", "names"},
	{"deal"},
	{"frames", "tabular", "discourse", "confidence"},
	{"language"},
	{"english"},
	{""}, // the root
}

// tools stand apart: nobody in a layer imports them. They may import what is listed, the root as "".
var tools = map[string][]string{
	"net":                 {""},
	"page":                {""},
	"markdown":            {""},
	"scorecard":           {""},
	"fit":                 {"", "confidence", "deal"},
	"mutate":              nil,
	"lexicon/gen":         {"lexicon/compile"},
	"grammar/grammartest": {"grammar", "lexicon", "token"},
}

// rootImports say which packages a file of the root may import, beside the standard library and decimal. The root reads no words:
// only the files of the pipeline hold and call stages, and only the packages of values are imported elsewhere.
var rootImports = map[string][]string{
	"parse.go":   {"discourse", "token"},
	"reading.go": {"calendar", "discourse", "english", "frames", "grammar", "language", "mention", "names", "tabular", "words"},
	"skim.go":    {"token"},
	"trace.go":   {"deal", "grammar", "names"},
	"convert.go": {"amounts", "calendar", "confidence", "deal", "discourse", "names", "token"},
	"date.go":    {"calendar"}, // the value of a date, and its form
	"funding.go": {"calendar"},
	"stage.go":   {"mention"}, // the value of a stage, and its text form
}

// outside says who may import what is neither ours nor of the standard library.
var outside = map[string][]string{
	"github.com/shopspring/decimal": {""}, // a value is one where it comes out, not where it is read
	"github.com/araddon/dateparse":  {"calendar"},
}

// never is what nothing in a layer imports: a text is read without regular expressions, and the same bytes give the same result
// whatever the machine, the time and the place.
var never = []string{"regexp", "reflect", "os", "net", "net/http", "log", "math/rand", "math/rand/v2", "plugin", "C", "unsafe"}

// source is a file that is not a test, with the package it belongs to, "" for the root.
type source struct {
	dir, file string
	*ast.File
}

// sources parses the files of the root and of all packages under internal.
func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	set := token.NewFileSet()
	add := func(dir, name string) {
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return
		}
		mode := parser.SkipObjectResolution
		if dir != "" {
			mode |= parser.ImportsOnly
		}
		f, err := parser.ParseFile(set, name, nil, mode)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, source{dir, path.Base(filepath.ToSlash(name)), f})
	}
	root, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range root {
		add("", name)
	}
	err = filepath.WalkDir("internal", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			add(strings.TrimPrefix(path.Dir(filepath.ToSlash(name)), "internal/"), name)
		}
		if err == nil && d.Name() == "testdata" {
			return fs.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// imports returns what f imports.
func (f *source) imports() (out []string) {
	for _, i := range f.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil {
			out = append(out, p)
		}
	}
	return out
}

// ours returns the package under internal that p is the path of, "" for the root; ok is false if it is not ours.
func ours(p string) (name string, ok bool) {
	if p == module {
		return "", true
	}
	return strings.CutPrefix(p, module+"/internal/")
}

// layerOf returns the layer of a package, -1 if it has none.
func layerOf(name string) int {
	return slices.IndexFunc(layers[:], func(l []string) bool { return slices.Contains(l, name) })
}

// wrongArrows says which imports of f the tables do not allow.
func wrongArrows(f *source) (wrong []string) {
	from := layerOf(f.dir)
	allowed, tool := tools[f.dir]
	if from < 0 && !tool {
		return []string{fmt.Sprintf("internal/%s is neither in layers nor in tools", f.dir)}
	}
	for _, p := range f.imports() {
		to, our := ours(p)
		why := ""
		switch {
		case tool && our && !slices.Contains(allowed, to):
			why = "the tool may not"
		case tool:
		case !our && strings.Contains(p, ".") && !slices.Contains(outside[p], f.dir):
			why = "no dependency of this package"
		case !our && slices.Contains(never, p):
			why = "nothing that reads a text needs it"
		case !our:
		case layerOf(to) < 0:
			why = "a tool"
		case layerOf(to) >= from:
			why = "arrows run down only"
		case f.dir == "" && !slices.Contains(rootImports[f.file], to):
			why = "this file of the root may not, see rootImports"
		}
		if why != "" {
			wrong = append(wrong, fmt.Sprintf("%s imports %s: %s", path.Join(f.dir, f.file), p, why))
		}
	}
	return wrong
}

// TestArrows holds the layout: who may import whom.
func TestArrows(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range sources(t) {
		if seen[f.dir] = true; f.dir == "" {
			seen["/"+f.file] = true
		}
		for _, wrong := range wrongArrows(&f) {
			t.Error(wrong)
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d packages and files were seen", len(seen))
	}
	for file := range maps.Keys(rootImports) {
		if !seen["/"+file] {
			t.Errorf("rootImports lists %s, which is not there", file)
		}
	}
}

// The test of the arrows must see each kind of wrong one.
func TestWrongArrows(t *testing.T) {
	for _, c := range []struct{ dir, file, imports, why string }{
		{"frames", "x.go", module + "/internal/grammar", ""},
		{"frames", "x.go", "strings", ""},
		{"", "x.go", "github.com/shopspring/decimal", ""},
		{"page", "x.go", module, ""},
		{"", "reading.go", module + "/internal/frames", ""},
		{"grammar", "x.go", module + "/internal/frames", "arrows run down only"},
		{"frames", "x.go", module + "/internal/discourse", "arrows run down only"},
		{"amounts", "x.go", module, "arrows run down only"},
		{"frames", "x.go", module + "/internal/page", "a tool"},
		{"frames", "x.go", module + "/internal/nowhere", "a tool"},
		{"page", "x.go", module + "/internal/lexicon", "the tool may not"},
		{"frames", "x.go", "github.com/shopspring/decimal", "no dependency of this package"},
		{"", "x.go", "golang.org/x/text", "no dependency of this package"},
		{"words", "x.go", "regexp", "nothing that reads a text needs it"},
		{"", "parse.go", module + "/internal/lexicon", "this file of the root may not, see rootImports"},
		{"", "json.go", module + "/internal/amounts", "this file of the root may not, see rootImports"},
	} {
		f := source{c.dir, c.file, &ast.File{Imports: []*ast.ImportSpec{{Path: &ast.BasicLit{Value: strconv.Quote(c.imports)}}}}}
		got := strings.Join(wrongArrows(&f), "; ")
		if c.why == "" && got != "" || !strings.HasSuffix(got, c.why) {
			t.Errorf("%s/%s imports %s: %q, want %q", c.dir, c.file, c.imports, got, c.why)
		}
	}
	if got := wrongArrows(&source{"cellar", "x.go", &ast.File{}}); len(got) != 1 {
		t.Errorf("a package that no table lists: %q", got)
	}
}

// TestSurface holds the surface: what the root exports is its own, no alias and nothing whose type a package under internal has,
// since people can neither name such a type nor read its documentation.
func TestSurface(t *testing.T) {
	var files []*ast.File
	for _, f := range sources(t) {
		if f.dir == "" {
			files = append(files, f.File)
		}
	}
	s := newSurface()
	for _, wrong := range s.check(files) {
		t.Error(wrong)
	}
	if s.exported < 100 {
		t.Errorf("only %d exported names were seen", s.exported)
	}
}

// The test of the surface must see each way in which an inner type can come out.
func TestWrongSurface(t *testing.T) {
	for _, c := range []struct {
		code  string
		wrong bool
	}{
		{"type X = amounts.Amount", true},
		{"type X = int", true},
		{"type X amounts.Amount", true},
		{"type X []amounts.Amount", true},
		{"type X struct { A int; B *amounts.Amount }", true},
		{"type X struct { amounts.Amount }", true},
		{"type X struct { y }\ntype y struct { A amounts.Amount }", true},
		{"type X interface { M(amounts.Amount) }", true},
		{"type X struct { F func(a amounts.Amount) }", true},
		{"type X map[string]struct { A amounts.Amount }", true},
		{"type X[T amounts.Amount] struct{}", true},
		{"func F(a amounts.Amount) {}", true},
		{"func F() (int, []amounts.Amount) { return 0, nil }", true},
		{"type X struct{}\nfunc (x *X) M() amounts.Amount { return x.a }", true},
		{"var X amounts.Amount", true},
		{"var X = amounts.Amount{}", true},
		{"var X = amounts.Dollar", true},
		{"const X = amounts.Dollar", true},
		{"type x = amounts.Amount", false},
		{"type X struct { a amounts.Amount }", false},
		{"type X []struct { a amounts.Amount }", false},
		{"type X struct { y }\ntype y struct { a amounts.Amount }", false},
		{"type X struct{}\nfunc (x X) m() amounts.Amount { return x.a }", false},
		{"type x struct{}\nfunc (x x) M() amounts.Amount { return x.a }", false},
		{"func f() amounts.Amount { panic(0) }", false},
		{"func F() int { var a amounts.Amount; return a.N }", false},
		{"var X int = amounts.N", false},
		{"type X decimal.Decimal", false},
	} {
		src := "package p\nimport (\n\"" + module + "/internal/amounts\"\n\"github.com/shopspring/decimal\"\n)\n" + c.code
		f, err := parser.ParseFile(token.NewFileSet(), "x.go", src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		s := newSurface()
		if got := s.check([]*ast.File{f}); len(got) > 0 != c.wrong {
			t.Errorf("%s\n%q", c.code, got)
		}
	}
}

// surface finds what is exported with a type of an inner package.
type surface struct {
	inner    map[string]bool // the names by which the files call inner packages
	types    map[string]*ast.TypeSpec
	seen     map[string]bool // types that were looked into
	exported int
	wrong    []string
}

func newSurface() *surface {
	return &surface{inner: map[string]bool{}, types: map[string]*ast.TypeSpec{}, seen: map[string]bool{}}
}

// check returns what is wrong with files, which are one package.
func (s *surface) check(files []*ast.File) []string {
	for _, f := range files {
		s.noteInner(f)
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				if ts, ok := spec.(*ast.TypeSpec); ok {
					s.types[ts.Name.Name] = ts
				}
			}
		}
	}
	for _, f := range files {
		for _, d := range f.Decls {
			s.decl(d)
		}
	}
	return s.wrong
}

// noteInner notes the names by which f calls packages under internal.
func (s *surface) noteInner(f *ast.File) {
	src := source{File: f}
	for i, p := range src.imports() {
		if name, ok := ours(p); ok {
			if n := f.Imports[i].Name; n != nil {
				name = n.Name
			}
			s.inner[path.Base(name)] = true
		}
	}
}

// decl checks one declaration.
func (s *surface) decl(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && (d.Recv == nil || ast.IsExported(receiver(d))) {
			s.exported++
			s.expr(d.Name.Name, d.Type)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if spec.Name.IsExported() {
					s.exported++
					s.typ(spec.Name.Name, spec)
				}
			case *ast.ValueSpec:
				s.values(spec)
			}
		}
	}
}

// receiver returns the name of the type that d is a method of.
func receiver(d *ast.FuncDecl) string {
	e := d.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// values checks variables and constants. One without a type has that of its value, of which the outermost expression is looked at.
func (s *surface) values(v *ast.ValueSpec) {
	for i, n := range v.Names {
		if !n.IsExported() {
			continue
		}
		s.exported++
		if v.Type != nil {
			s.expr(n.Name, v.Type)
		} else if i < len(v.Values) {
			s.expr(n.Name, v.Values[i])
		}
	}
}

// typ checks a type, and those that it embeds: their exported fields are its own.
func (s *surface) typ(name string, t *ast.TypeSpec) {
	if t.Assign.IsValid() {
		s.wrong = append(s.wrong, name+" is an alias")
	}
	if t.TypeParams != nil {
		s.expr(name, &ast.FuncType{Params: t.TypeParams})
	}
	s.expr(name, t.Type)
}

// expr notes where the type e, of what is called name, names an inner package. Fields that are not exported do not count.
func (s *surface) expr(name string, e ast.Expr) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.BlockStmt:
			return false
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && s.inner[x.Name] {
				s.wrong = append(s.wrong, fmt.Sprintf("%s shows %s.%s, which is of a package under internal", name, x.Name, n.Sel.Name))
			}
			return false
		case *ast.StructType:
			for _, f := range n.Fields.List {
				if len(f.Names) == 0 {
					s.embedded(name, f.Type)
				}
				if len(f.Names) == 0 || slices.ContainsFunc(f.Names, (*ast.Ident).IsExported) {
					s.expr(name, f.Type)
				}
			}
			return false
		}
		return true
	})
}

// embedded checks the type that a struct embeds, if it is one of the root that is not exported and would not be checked for itself.
func (s *surface) embedded(name string, e ast.Expr) {
	if p, ok := e.(*ast.StarExpr); ok {
		e = p.X
	}
	if id, ok := e.(*ast.Ident); ok && !id.IsExported() && s.types[id.Name] != nil && !s.seen[name+"."+id.Name] {
		s.seen[name+"."+id.Name] = true
		s.expr(name, s.types[id.Name].Type)
	}
}
