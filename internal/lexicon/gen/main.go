// Command gen compiles ../data/*.txt into ../tables.go; run it with go generate in internal/lexicon.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// slots is the size of the hash table, seeds how many numbers scatter its keys; see scatter.
const slots, seeds = 1 << 15, 1 << 12

type entry struct {
	class    uint64
	value    int
	verb     int
	currency int
	forms    int
	words    int
	cues     int
	part     bool     // it stands for nothing but in a phrase
	phrases  []string // that begin with it
}

type currency struct {
	code, minor, state    string
	names, symbols, codes []string
}

var (
	classes    []string
	cues       []string // names, in the order of the data
	cueRows    []cueRow
	asked      []askedRow
	table      = map[string]*entry{}
	verbs      = []string{""}
	currencies []currency
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("lexicon: ")
	files, err := filepath.Glob("data/*.txt")
	if err != nil || len(files) == 0 {
		log.Fatal("no data files; run it in internal/lexicon")
	}
	slices.Sort(files)
	for _, f := range files {
		rows(f, func(line int, row string) {
			at := fmt.Sprintf("%s:%d", f, line)
			switch filepath.Base(f) {
			case "verbs.txt":
				verb(at, row)
			case "currencies.txt":
				money(at, row)
			case "cues.txt":
				cue(at, row)
			case "asked.txt":
				asked = append(asked, askedRow{at, row})
			default:
				word(at, row)
			}
		})
	}
	groups := currencyGroups()
	setCues()
	phrases()
	if err := os.WriteFile("tables.go", tables(groups), 0o666); err != nil {
		log.Fatal(err)
	}
}

func rows(file string, do func(line int, row string)) {
	f, err := os.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if row := strings.TrimSpace(sc.Text()); row != "" && !strings.HasPrefix(row, "#") {
			do(n, row)
		}
	}
	class = -1
}

func at(key string) *entry {
	e := table[key]
	if e == nil {
		e = &entry{}
		table[key] = e
	}
	return e
}

var class = -1 // of the rows that follow

func word(where, row string) {
	if name, ok := strings.CutPrefix(row, "@class "); ok {
		class = slices.Index(classes, name)
		if class < 0 {
			class = len(classes)
			classes = append(classes, name)
			if class > 63 {
				log.Fatalf("%s: more than 64 classes", where)
			}
		}
		return
	}
	if class < 0 {
		log.Fatalf("%s: a row before any @class", where)
	}
	key, value, has := strings.Cut(row, " = ")
	if key != strings.ToLower(key) {
		log.Fatalf("%s: %q is not lower case", where, key)
	}
	e := at(key)
	e.class |= 1 << class
	if has {
		v, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil {
			log.Fatalf("%s: %v", where, err)
		}
		e.value = v
	}
}

// cueRow is a row of cues.txt under its cue.
type cueRow struct {
	where string
	bit   int
	row   string
}

// askedRow is a row of asked.txt: a word, or "verb" and a lemma.
type askedRow struct{ where, row string }

// constant returns the name of the constant of a word or, with "verb" before it, of a verb.
func (a askedRow) constant() string {
	name, key := "Word", a.row
	if lemma, ok := strings.CutPrefix(key, "verb "); ok {
		name, key = "Lemma", lemma
	}
	for _, part := range strings.FieldsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) }) {
		name += strings.ToUpper(part[:1]) + part[1:]
	}
	return name
}

var cueBit int // of the rows that follow

func cue(where, row string) {
	if name, ok := strings.CutPrefix(row, "@cue "); ok {
		if cueBit = 0; name != "none" {
			cueBit = 1 << len(cues)
			cues = append(cues, name)
		}
		return
	}
	if len(cues) == 0 {
		log.Fatalf("%s: a row before any @cue", where)
	}
	cueRows = append(cueRows, cueRow{where, cueBit, row})
}

// setCues marks the words that the rows of cues.txt name. Every part of a text
// is looked at word by word, so the cue of a phrase must be one of its words': the last,
// unless another has it already. Two more cues follow from the currencies.
func setCues() {
	for _, r := range cueRows {
		if name, ok := strings.CutPrefix(r.row, "class "); ok {
			c := slices.Index(classes, name)
			if c < 0 {
				log.Fatalf("%s: no class %s", r.where, name)
			}
			for _, e := range table {
				if e.class>>c&1 != 0 {
					e.cues |= r.bit
				}
			}
			continue
		}
		if name, ok := strings.CutPrefix(r.row, "verb "); ok {
			v := slices.Index(verbs, name)
			if v < 0 {
				log.Fatalf("%s: no verb %s", r.where, name)
			}
			for _, e := range table {
				if e.verb == v {
					e.cues |= r.bit
				}
			}
			continue
		}
		at(r.row).cues |= r.bit
	}
	cues = append(cues, "currency", "currencies")
	single, phrase := 1<<(len(cues)-2), 1<<(len(cues)-1)
	if phrase > 0x80 {
		log.Fatal("more cues than a byte holds")
	}
	for key, e := range table {
		switch words := parts(key); {
		case e.currency == 0:
		case len(words) == 1:
			e.cues |= single
		default:
			at(words[0]).cues |= phrase
		}
	}
	for _, key := range sortedKeys() {
		words := parts(key)
		if len(words) < 2 {
			continue
		}
		for _, bit := range []int{1, 2, 4, 8, 16, 32, 64, 128} {
			if table[key].cues&bit == 0 || bit == phrase {
				continue
			}
			has := false
			for _, w := range words {
				has = has || table[w] != nil && table[w].cues&bit != 0
			}
			if !has {
				at(words[len(words)-1]).cues |= bit
			}
		}
	}
}

// parts returns the words of a key as a tokenizer cuts it.
func parts(key string) []string {
	return strings.FieldsFunc(key, func(r rune) bool { return r == ' ' || r == '-' })
}

const (
	base = 1 << iota
	third
	past
	part
	gerund
)

func verb(where, row string) {
	lemma, rest, irregular := strings.Cut(row, ":")
	forms := []string{lemma + "s", lemma + "ed", lemma + "ed", lemma + "ing"}
	last := lemma[len(lemma)-1]
	vowel := func(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
	switch {
	case irregular:
		forms = strings.Fields(rest)
		if len(forms) != 4 {
			log.Fatalf("%s: want four forms after the colon", where)
		}
	case last == 'e':
		forms = []string{lemma + "s", lemma + "d", lemma + "d", lemma[:len(lemma)-1] + "ing"}
		if strings.HasSuffix(lemma, "ee") {
			forms[3] = lemma + "ing"
		}
	case last == 'y' && !vowel(lemma[len(lemma)-2]):
		stem := lemma[:len(lemma)-1]
		forms = []string{stem + "ies", stem + "ied", stem + "ied", lemma + "ing"}
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(lemma, "ch") || strings.HasSuffix(lemma, "sh"):
		forms[0] = lemma + "es"
	}
	id := slices.Index(verbs, lemma)
	if id < 0 {
		id = len(verbs)
		verbs = append(verbs, lemma)
	}
	add := func(key string, f int) {
		e := at(key)
		if e.verb != 0 && e.verb != id && f&(base|third) == 0 {
			// "found" is both the past of find and a lemma: the lemma row wins.
			if e.forms&base != 0 {
				return
			}
		}
		if e.verb != id {
			e.forms = 0
		}
		e.verb = id
		e.forms |= f
	}
	add(lemma, base)
	for i, f := range forms {
		for _, v := range strings.Split(f, "/") {
			add(v, 2<<i)
		}
	}
}

func money(where, row string) {
	cols := strings.Split(row, "|")
	if len(cols) != 6 {
		log.Fatalf("%s: want six columns", where)
	}
	list := func(s string) (out []string) {
		for _, v := range strings.Split(s, ",") {
			if v = strings.TrimSpace(v); v != "" {
				out = append(out, v)
			}
		}
		return out
	}
	currencies = append(currencies, currency{strings.TrimSpace(cols[0]), strings.TrimSpace(cols[4]), strings.TrimSpace(cols[5]),
		list(cols[1]), list(cols[2]), list(cols[3])})
}

// currencyGroups numbers the currencies; 0 is none.
func currencyGroups() [][3]string {
	out := [][3]string{{}}
	for _, c := range currencies {
		i := len(out)
		out = append(out, [3]string{c.code, c.minor, c.state})
		for _, names := range [][]string{c.names, {c.code}, c.codes, c.symbols} {
			for _, n := range names {
				e := at(strings.ToLower(strings.TrimSuffix(n, ".")))
				if e.currency == 0 {
					e.currency = i
				}
			}
		}
	}
	return out
}

// casedCodes returns the codes and signs that are words in small letters or both, as printed.
func casedCodes() []string {
	var out []string
	for _, c := range currencies {
		for _, n := range append(slices.Clone(c.codes), c.symbols...) {
			n = strings.TrimSuffix(n, ".")
			if n != strings.ToUpper(n) && strings.IndexFunc(n, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// phrases marks the first word of each phrase with the number of words that may
// follow, and gives every word of a phrase an entry, so that phrases are told by numbers.
func phrases() {
	for _, key := range sortedKeys() {
		w := strings.Fields(key)
		if len(w) < 2 {
			continue
		}
		for _, x := range w {
			if table[x] == nil {
				table[x] = &entry{part: true}
			}
		}
		e := table[w[0]]
		e.words = max(e.words, len(w))
		if w[0] != key {
			e.phrases = append(e.phrases, key)
		}
	}
}

func sortedKeys() []string {
	keys := make([]string, 0, len(table))
	for k := range table {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// factor spreads the bits of a key. Most odd numbers leave two keys that no seed tells apart: it is the first that does not.
var factor uint64 = 0x9e3779b97f4a7c15

// hash must be that of package lexicon.
func hash(key string) uint64 {
	h := uint64(0)
	for b := []byte(key); len(b) > 0; {
		var x uint64
		n := min(8, len(b))
		for i, c := range b[:n] {
			x |= uint64(c) << (8 * i)
		}
		h = (h ^ h>>32 ^ x) * factor
		b = b[n:]
	}
	return h
}

// slotOf must be that of package lexicon.
func slotOf(h, seed uint64) int { return int((h>>37 ^ seed) % slots) }

// scatter finds a perfect hash: a seed for each group of keys, those whose hashes
// begin alike, with which all keys of all groups fall into slots of their own.
// It returns the seeds and the key of each slot, counted from 1; 0 is an empty one.
func scatter(keys []string) (seed, slot []int) {
	for range 1000 {
		if seed, slot, ok := tryScatter(keys); ok {
			return seed, slot
		}
		factor = factor*5 + 2 // odd again
	}
	log.Fatal("no perfect hash; the table needs more slots")
	return nil, nil
}

// tryScatter is scatter with the factor as it is. It reports false if there is no such hash.
func tryScatter(keys []string) (seed, slot []int, ok bool) {
	groups := make([][]int, seeds)
	for i, k := range keys {
		g := hash(k) / (1 << 64 / seeds)
		groups[g] = append(groups[g], i)
	}
	order := make([]int, seeds)
	for g := range order {
		order[g] = g
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(groups[b]) - len(groups[a]) })
	seed, slot = make([]int, seeds), make([]int, slots)
next:
	for _, g := range order {
	try:
		for s := range slots {
			for n, i := range groups[g] {
				at := slotOf(hash(keys[i]), uint64(s))
				if slot[at] != 0 {
					for _, j := range groups[g][:n] {
						slot[slotOf(hash(keys[j]), uint64(s))] = 0
					}
					continue try
				}
				slot[at] = i + 1
			}
			seed[g] = s
			continue next
		}
		return nil, nil, false
	}
	return seed, slot, true
}

// pairHash must be that of package lexicon.
func pairHash(a, b int) uint32 { return (uint32(a)<<16 | uint32(b)) * 0x9e3779b1 >> 17 }

// classBits returns the bits of classes.
func classBits(names ...string) (bits uint64) {
	for _, name := range names {
		c := slices.Index(classes, name)
		if c < 0 {
			log.Fatalf("no class %s", name)
		}
		bits |= 1 << c
	}
	return bits
}

// grammatical are the classes that package lexicon calls so.
func grammatical() uint64 {
	return classBits("conj", "rel", "pronoun", "aux", "prep", "sub", "adv", "det", "including")
}

func tables(groups [][3]string) []byte {
	keys := sortedKeys()
	// What is asked for most stands together, so that it stays in the processor's cache, and those that
	// code tells apart first, so that a switch can be a jump; words that are only parts go last.
	named := map[string]bool{}
	for _, a := range asked {
		named[a.row] = true
	}
	rank := func(key string) int {
		switch e := table[key]; {
		case e.part:
			return 5
		case named[key] && e.cues != 0:
			return 0
		case named[key]:
			return 1
		case e.cues != 0:
			return 2
		case e.class&grammatical() != 0:
			return 3
		}
		return 4
	}
	slices.SortStableFunc(keys, func(a, b string) int { return rank(a) - rank(b) })
	ids := map[string]int{}
	known := 0
	for i, k := range keys {
		ids[k] = i + 1
		if !table[k].part {
			known = i + 1
		}
	}
	phrase := []int{0} // for each: its words, its entry, the entries of its words but the first; 0 after the last of a word
	phraseStart := []int{0}
	pairs := make([]uint64, 1<<15/64) // a bit for the hash of the first two words of each
	for _, k := range keys {
		list := table[k].phrases
		if len(list) == 0 {
			phraseStart = append(phraseStart, 0)
			continue
		}
		phraseStart = append(phraseStart, len(phrase))
		slices.SortStableFunc(list, func(a, b string) int { return len(strings.Fields(b)) - len(strings.Fields(a)) })
		for _, key := range list {
			w := strings.Fields(key)
			phrase = append(phrase, len(w), ids[key])
			h := pairHash(ids[k], ids[w[1]])
			pairs[h/64] |= 1 << (h % 64)
			for _, x := range w[1:] {
				phrase = append(phrase, ids[x])
			}
		}
		phrase = append(phrase, 0)
	}
	list := []entry{{}}
	starts := []int{0, 0}
	var blob strings.Builder
	for _, k := range keys {
		list = append(list, *table[k])
		blob.WriteString(k)
		starts = append(starts, blob.Len())
	}
	blob.WriteString(strings.Repeat(" ", 16)) // so that sixteen bytes may be read from wherever a key begins
	if len(keys) > 65534 {
		log.Fatal("more than 65535 rows")
	}

	var b bytes.Buffer
	p := func(format string, args ...any) { fmt.Fprintf(&b, format, args...) }
	p("// Code generated by internal/lexicon/gen from data/*.txt. DO NOT EDIT.\n\npackage lexicon\n\n")
	p("// The classes, in the order of the data files.\nconst (\n")
	for i, c := range classes {
		p("\t%s Class = 1 << %d\n", strings.ToUpper(c[:1])+c[1:], i)
	}
	p(")\n\nvar classNames = [...]string{")
	for _, c := range classes {
		p("%q, ", c)
	}
	p("}\n\n// Currencies lists code, minor-unit digits and state (active, historic, crypto) of each currency number.\nvar Currencies = [...][3]string{\n")
	for _, g := range groups {
		p("\t{%q, %q, %q},\n", g[0], g[1], g[2])
	}
	p("}\n\n// Sign returns the currency that the mark r is the sign of, 0 if it is none.\nfunc Sign(r rune) uint16 {\n\tswitch r {\n")
	for _, k := range keys {
		if r, n := utf8.DecodeRuneInString(k); n == len(k) && table[k].currency != 0 && !unicode.IsLetter(r) {
			p("\tcase %q:\n\t\treturn %d // %s\n", r, table[k].currency, groups[table[k].currency][0])
		}
	}
	p("\t}\n\treturn 0\n}\n\n// cased lists the codes and signs of letters that are not all capitals.\nvar cased = [...]string{")
	for _, c := range casedCodes() {
		p("%q, ", c)
	}
	p("}\n\nvar verbNames = [...]string{")
	for i, v := range verbs {
		if i%10 == 0 {
			p("\n\t")
		}
		p("%q, ", v)
	}
	p("\n}\n\nvar entries = [...]Entry{\n")
	for _, e := range list {
		p("\t{%#x, %d, %d, %d, %d, %d},\n", e.class, e.value, e.verb, e.currency, e.forms, e.words)
	}
	p("}\n\n// The cues, in the order of cues.txt; the last two follow from the currencies.\nconst (\n")
	for i, c := range cues {
		p("\t%sCue Cue = 1 << %d\n", strings.ToUpper(c[:1])+c[1:], i)
	}
	p(")\n\nvar cues = [...]Cue{")
	for i, e := range list {
		if i%24 == 0 {
			p("\n\t")
		}
		p("%d, ", e.cues)
	}
	p("\n}\n")
	// Sorts, as package lexicon defines them.
	sorts := []int{0}
	for i, key := range keys {
		const onlyPrep, onlyDet, open = 1, 2, 3
		sort := 0
		switch e := &list[i+1]; {
		case e.class&grammatical() == classBits("prep") && e.verb == 0 && key != "to":
			sort = onlyPrep
		case e.class&grammatical() == classBits("det") && e.verb == 0 && e.class&classBits("number") == 0:
			sort = onlyDet
		case e.class&grammatical() != 0 || e.verb != 0 || strings.HasSuffix(key, "y"):
			sort = open
		}
		sorts = append(sorts, sort)
	}
	ints := func(name, typ string, v []int) {
		p("\nvar %s = [...]%s{", name, typ)
		for i, n := range v {
			if i%24 == 0 {
				p("\n\t")
			}
			p("%d, ", n)
		}
		p("\n}\n")
	}
	p("\n// The words of asked.txt.\nconst (\n")
	for _, a := range asked {
		if !strings.HasPrefix(a.row, "verb ") {
			if ids[a.row] == 0 {
				log.Fatalf("%s: no word %s", a.where, a.row)
			}
			p("\t%s ID = %d\n", a.constant(), ids[a.row])
		}
	}
	p(")\n\n// The verbs of asked.txt.\nconst (\n")
	for _, a := range asked {
		if lemma, ok := strings.CutPrefix(a.row, "verb "); ok {
			v := slices.Index(verbs, lemma)
			if v < 0 {
				log.Fatalf("%s: no verb %s", a.where, lemma)
			}
			p("\t%s uint16 = %d\n", a.constant(), v)
		}
	}
	p(")\n")
	p("\n// words up to this entry are known by themselves; the others only in phrases.\nconst lastKnown = %d\n", known)
	ints("sorts", "Sort", sorts)
	ints("phraseStart", "uint16", phraseStart)
	ints("phrases", "uint16", phrase)
	seed, slot := scatter(append(keys, "\x01"))
	ints("seeds", "uint16", seed)
	ints("keyStart", "uint32", starts)
	printed := 0
	p("\n// How many slots there are, and the factor of the hash for which no two keys have the same.\nconst slots, factor = %d, %#x\n", slots, factor)
	p("\n// table has a slot for each key, where its hash and its group's seed say.\nvar table = [%d]slot{\n\t", slots)
	for at, i := range slot {
		if i == 0 {
			continue
		}
		if i > len(keys) {
			p("%d: {not: ^uint64(1)}, ", at) // a mark, see FindAll
			continue
		}
		k := keys[i-1]
		var not uint64
		if len(k) <= 8 {
			for i := range len(k) {
				not |= uint64(k[i]) << (8 * i)
			}
			not = ^not
		}
		loud := 0
		if len(k) == 1 || list[i].cues != 0 || list[i].part {
			loud = 1
		}
		p("%d: {%#x, %d, %d, %d, %d}, ", at, not, starts[i], i, list[i].cues, 2*len(k)+loud)
		if printed++; printed%4 == 0 {
			p("\n\t")
		}
	}
	p("\n}\n")
	p("\n// pairs holds a bit for the hash of the first two words of each phrase.\nvar pairs = [...]uint64{")
	for i, x := range pairs {
		if i%8 == 0 {
			p("\n\t")
		}
		p("%#x, ", x)
	}
	p("\n}\n")
	p("\nconst keys = \"\" +\n")
	s := blob.String()
	for len(s) > 0 {
		n := min(120, len(s))
		for n < len(s) && s[n]&0xC0 == 0x80 {
			n++
		}
		p("\t%q", s[:n])
		if s = s[n:]; len(s) > 0 {
			p(" +")
		}
		p("\n")
	}
	out, err := format.Source(b.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	return out
}
