package funding_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"example.com/funding"
)

// The goldens hold what a careful reader says of a text, and beside it what the
// library says where that is something else. The reader's lines are edited by
// hand and by nobody else; the library's are written by
//
//	go test -run 'TestArticles|TestSentences' -update
//
// so that a change of the library shows in the diff of testdata as answers that
// came, went or changed. A known failure that starts to pass fails the test
// until it is taken off the list: otherwise it could come back unseen.
var update = flag.Bool("update", false, "write what the library says where it differs from the labels into testdata")

// golden is one text with its labels.
type golden struct {
	published string
	text      string
	labels    []string // the reader's rounds
	got       []string // the library's, where they are known to differ
	known     bool     // got is there, perhaps empty
}

// read returns what the library makes of the text: its rounds, those as lines, and the names of the frames that spoke.
func (g *golden) read(t *testing.T) (rounds []funding.Round, lines, frames []string) {
	t.Helper()
	p := funding.Parser{Trace: true}
	if g.published != "" {
		d, err := funding.ParseDate(g.published)
		if err != nil {
			t.Fatalf("published: %v", err)
		}
		p.Published = d
	}
	doc := p.Parse(g.text)
	for _, r := range doc.Rounds {
		lines = append(lines, strings.Join(strings.Fields(r.String()), " "))
	}
	for _, s := range doc.Trace {
		if s.Frame != "" && !slices.Contains(frames, s.Frame) {
			frames = append(frames, s.Frame)
		}
	}
	return doc.Rounds, lines, frames
}

// verdict compares the library's answer with the labels and, where those are not
// met, with the answer that is on record. It reports an error that names where.
func (g *golden) verdict(t *testing.T, where string, rounds []funding.Round, lines, record []string) (agrees bool) {
	t.Helper()
	why := disagreement(t, where, g.labels, rounds)
	switch {
	case why == "" && g.known:
		t.Errorf("%s: a known failure passes now; take it off the list with -update", where)
	case why != "" && !g.known:
		t.Errorf("%s: %s\n%s", where, why, sideBySide(g.labels, lines))
	case why != "" && !slices.Equal(record, g.got):
		t.Errorf("%s: neither what the reader says nor the answer on record (%s)\n%s\non record:\n  %s", where, why, sideBySide(g.labels, record), strings.Join(g.got, "\n  "))
	}
	return why == ""
}

func sideBySide(labels, lines []string) string {
	return "reader:\n  " + strings.Join(labels, "\n  ") + "\nlibrary:\n  " + strings.Join(lines, "\n  ")
}

func TestArticles(t *testing.T) {
	files := glob(t, "testdata/articles/*.txtar")
	agree := 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			head, sections := readArticle(t, file)
			g := golden{text: sections["input"], labels: splitLines(sections["rounds"])}
			for _, l := range splitLines(head) {
				if p, ok := strings.CutPrefix(l, "published:"); ok {
					g.published = strings.TrimSpace(p)
				}
			}
			got, known := sections["got"]
			g.got, g.known = splitLines(got), known
			rounds, lines, frames := g.read(t)
			record := append([]string{strings.TrimSpace("frames: " + strings.Join(frames, " "))}, lines...)
			if *update {
				if disagreement(t, file, g.labels, rounds) == "" {
					agree++
					record = nil
				}
				writeArticle(t, file, record)
				return
			}
			if g.verdict(t, file, rounds, lines, record) {
				agree++
			}
		})
	}
	t.Logf("%d of %d articles agree with the reader", agree, len(files))
}

func TestSentences(t *testing.T) {
	agree, total := 0, 0
	for _, file := range glob(t, "testdata/sentences/*.txt") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out []string
			line := 1
			for i, block := range strings.Split(strings.TrimRight(string(data), "\n"), "\n\n") {
				where := fmt.Sprintf("%s:%d", file, line)
				line += strings.Count(block, "\n") + 2
				g, kept := readBlock(block)
				if g.text == "" {
					if i > 0 {
						t.Errorf("%s: a block without text", where)
					}
					out = append(out, kept)
					continue
				}
				total++
				rounds, lines, _ := g.read(t)
				if len(lines) == 0 {
					lines = []string{"none"}
				}
				if *update {
					if disagreement(t, where, g.labels, rounds) == "" {
						agree++
					} else {
						kept += "\n=| " + strings.Join(lines, "\n=| ")
					}
				} else if g.verdict(t, where, rounds, lines, lines) {
					agree++
				}
				out = append(out, kept)
			}
			if *update {
				write(t, file, string(data), strings.Join(out, "\n\n")+"\n")
			}
		})
	}
	t.Logf("%d of %d sentences agree with the reader", agree, total)
}

// readBlock reads one block of a file of sentences; kept is the block without the library's lines.
func readBlock(block string) (g golden, kept string) {
	var text, keep []string
	for _, l := range strings.Split(block, "\n") {
		if got, ok := strings.CutPrefix(l, "=| "); ok {
			g.got, g.known = append(g.got, got), true
			continue
		}
		keep = append(keep, l)
		if label, ok := strings.CutPrefix(l, "=> "); ok {
			g.labels = append(g.labels, label)
		} else if p, ok := strings.CutPrefix(l, "published:"); ok && len(text) == 0 {
			g.published = strings.TrimSpace(p)
		} else if !strings.HasPrefix(l, "#") {
			text = append(text, l)
		}
	}
	g.text = strings.Join(text, "\n")
	return g, strings.Join(keep, "\n")
}

// readArticle reads the txtar form: a head, then sections that begin with a line "-- name --".
func readArticle(t *testing.T, file string) (head string, sections map[string]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sections = map[string]string{}
	name := ""
	for line := range strings.Lines(string(data)) {
		if n, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(n, " --\n") {
			name = strings.TrimSuffix(n, " --\n")
			if _, twice := sections[name]; twice || !slices.Contains([]string{"input", "rounds", "got"}, name) {
				t.Fatalf("%s: section %q is unknown or there twice", file, name)
			}
			sections[name] = ""
			continue
		}
		if name == "" {
			head += line
		} else {
			sections[name] += line
		}
	}
	for _, n := range []string{"input", "rounds"} {
		if _, ok := sections[n]; !ok {
			t.Fatalf("%s: no section %q", file, n)
		}
	}
	return head, sections
}

// writeArticle replaces the last section of file, the library's; nil removes it.
func writeArticle(t *testing.T, file string, record []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	labels, _, _ := strings.Cut(string(data), "\n-- got --\n")
	labels = strings.TrimRight(labels, "\n") + "\n"
	if record != nil {
		labels += "-- got --\n" + strings.Join(record, "\n") + "\n"
	}
	write(t, file, string(data), labels)
}

func write(t *testing.T, file, old, new string) {
	t.Helper()
	if old == new {
		return
	}
	if err := os.WriteFile(file, []byte(new), 0o666); err != nil {
		t.Fatal(err)
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s (%v)", pattern, err)
	}
	return files
}

func splitLines(s string) (lines []string) {
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// label is a reader's line, taken apart.
type label struct {
	company   []string // its name and the other forms, folded
	amount    string
	kind      string
	stage     string
	status    string
	investors []labelInvestor
	date      string
	valuation string
	total     string
	ignore    bool // may be found or not
}

type labelInvestor struct {
	names []string
	lead  bool
}

// readLabel reads a line such as
//
//	Foo, Inc. (aka Foo) | 600000 USD about | kind=debt | stage=seed | status=pending | inv=*A; B (aka C) | @2023-10 | val=1 USD pre | total=2 USD | ignore
//
// A field that is misspelt is an error, lest a label say less than its reader meant.
func readLabel(line string) (label, error) {
	fields := strings.Split(line, " | ")
	l := label{company: forms(fields[0]), kind: "equity", status: "closed"}
	for _, f := range fields[1:] {
		key, v, _ := strings.Cut(f, "=")
		var err error
		switch {
		case f == "ignore":
			l.ignore = true
		case f[0] == '@':
			l.date = f[1:]
			err = new(funding.Date).UnmarshalText([]byte(l.date))
		case '0' <= f[0] && f[0] <= '9':
			l.amount = f
		case key == "kind":
			l.kind = v
			err = new(funding.Kind).UnmarshalText([]byte(v))
		case key == "stage":
			l.stage = v
			_, err = funding.ParseStage(v)
		case key == "status":
			l.status = v
			err = new(funding.Status).UnmarshalText([]byte(v))
		case key == "val":
			l.valuation = v
		case key == "total":
			l.total = v
		case key == "inv":
			for _, name := range list(v) {
				name, lead := strings.CutPrefix(name, "*")
				l.investors = append(l.investors, labelInvestor{forms(name), lead})
			}
		default:
			err = fmt.Errorf("unknown field %q", f)
		}
		if err != nil {
			return l, fmt.Errorf("label %q: %v", line, err)
		}
	}
	return l, nil
}

// forms returns the names in "Name (aka Other; Another)", folded.
func forms(s string) []string {
	name, aka, _ := strings.Cut(strings.TrimSuffix(s, ")"), " (aka ")
	out := []string{fold(name)}
	for _, a := range list(aka) {
		out = append(out, fold(a))
	}
	return out
}

// list splits at semicolons outside brackets that end no HTML entity: "A; Salt &amp; Ember (aka B; C)" are two.
func list(s string) (out []string) {
	depth, from := 0, 0
	for i, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case ';':
			entity := strings.LastIndexByte(s[from:i], '&')
			if depth > 0 || entity >= 0 && !strings.Contains(s[from+entity:i], " ") && from+entity+1 < i {
				continue
			}
			out = append(out, strings.TrimSpace(s[from:i]))
			from = i + 1
		}
	}
	if rest := strings.TrimSpace(s[from:]); rest != "" {
		out = append(out, rest)
	}
	return out
}

var legal = strings.Fields("inc incorporated ltd limited llc llp lp corp corporation co company plc gmbh ag sa sas bv nv ab as oy pte pvt private pty holdings holding group srl spa kk")

// fold reduces a name to what identifies it: no case, punctuation, leading
// article or legal suffix. Accents stay: name and label come from the same text.
func fold(name string) string {
	s := strings.NewReplacer("&", " and ", "’", "'").Replace(strings.ToLower(name))
	var words []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '_' }) {
		w = strings.ReplaceAll(strings.TrimSuffix(w, "'s"), "'", "")
		if w != "" {
			words = append(words, w)
		}
	}
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	for len(words) > 1 && slices.Contains(legal, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, "")
}

// disagreement says how rounds differ from what the labels say, "" if they agree.
// The order of rounds and investors does not count.
func disagreement(t *testing.T, where string, labels []string, rounds []funding.Round) string {
	t.Helper()
	left := slices.Clone(rounds)
	var optional []label
	var why []string
	for _, line := range labels {
		l, err := readLabel(line)
		if err != nil {
			t.Fatalf("%s: %v", where, err)
		}
		if l.ignore {
			optional = append(optional, l)
			continue
		}
		if i := slices.IndexFunc(left, l.is); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			why = append(why, fmt.Sprintf("no round like %q", line))
		}
	}
	for _, l := range optional {
		if i := slices.IndexFunc(left, l.resembles); i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	for _, r := range left {
		why = append(why, fmt.Sprintf("%q is none of the reader's", r.String()))
	}
	return strings.Join(why, "; ")
}

// is reports whether r says what l says, whatever of its names it uses.
func (l label) is(r funding.Round) bool {
	if !slices.Contains(l.company, fold(r.Company.Name)) || l.amount != amountLine(r.Amount) || l.kind != r.Kind.String() ||
		l.stage != r.Stage.String() || l.status != r.Status.String() || l.date != r.Date.String() ||
		l.valuation != strings.TrimSpace(amountLine(r.Valuation.Amount)+" "+r.Valuation.Basis.String()) || l.total != amountLine(r.Total) ||
		len(l.investors) != len(r.Investors) {
		return false
	}
	left := slices.Clone(l.investors)
	for _, got := range r.Investors {
		i := slices.IndexFunc(left, func(want labelInvestor) bool {
			return want.lead == got.Lead && slices.Contains(want.names, fold(got.Name))
		})
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return true
}

// resembles reports whether r may be the round that l allows: the same amount, or the same company where one of them has none.
func (l label) resembles(r funding.Round) bool {
	got := amountLine(r.Amount)
	if l.amount != "" && got != "" {
		return strings.Join(strings.Fields(l.amount)[:2], " ") == strings.Join(strings.Fields(got)[:2], " ")
	}
	return slices.Contains(l.company, fold(r.Company.Name))
}

// amountLine prints an amount as the labels do: "600000000 USD", with a qualifier, and the bounds of a range.
func amountLine(a funding.Amount) string {
	if a.IsZero() {
		return ""
	}
	s := a.Value.String() + " " + a.Currency
	switch a.Qualifier {
	case funding.Exact:
	case funding.Range:
		s += " range " + a.Min.String() + " " + a.Max.String()
	default:
		s += " " + a.Qualifier.String()
	}
	return s
}

// The program of the README reads an article as plain text; it is the golden's.
func TestPlainArticle(t *testing.T) {
	_, sections := readArticle(t, "testdata/articles/alibaba-megvii.txtar")
	plain, err := os.ReadFile("testdata/alibaba-megvii.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(plain) != sections["input"] {
		t.Error("testdata/alibaba-megvii.txt is not the input of testdata/articles/alibaba-megvii.txtar")
	}
}
