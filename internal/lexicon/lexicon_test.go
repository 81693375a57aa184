package lexicon

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// rowsOfEnglish is where the data files of English are: the look-ups are tested on a whole language.
const rowsOfEnglish = "../english/data"

var english = func() *Lexicon {
	l, err := New(os.DirFS(rowsOfEnglish))
	if err != nil {
		panic(err)
	}
	return l
}()

func TestFind(t *testing.T) {
	for _, c := range []struct {
		word  string
		class Class
		want  bool
	}{
		{"million", Magnitude, true},
		{"Million", Magnitude, true},
		{"MILLION", Magnitude, true},
		{"millions", Plural, true},
		{"inc", Legal, true},
		{"GmbH", Legal, true},
		{"series", Magnitude, false},
		{"October", Month, true},
		{"Tuesday", Weekday, true},
		{"London", Place, true},
		{"the", Det, true},
		{"The", Starter, true},
		{"and", Conj, true},
		{"CEO", Title, true},
		{"a.ş", Legal, true},
		{"A.Ş", Legal, true},
		{"startup", Companynoun, true},
		{"startups", Companynouns, true},
		{"Israeli", Demonym, true},
		{"zzyzx", ^Class(0), false},
	} {
		if got := english.At(english.Find(c.word)).Is(c.class); got != c.want {
			t.Errorf("%q: of the class: %v, want %v", c.word, got, c.want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, w := range []string{
		"", " ", "zzyzx", "millio", "millionn", "mill ion", "\xff", "\x00", "\x01", "the\x00",
		strings.Repeat("a", 64), strings.Repeat("a", 10_000), strings.Repeat("é", 40),
	} {
		if id := english.Find(w); id != 0 {
			t.Errorf("%.20q is entry %d", w, id)
		}
	}
	if e := *english.At(0); e != (Entry{}) {
		t.Errorf("the entry of unknown words is %+v", e)
	}
	if p := english.PhrasesOf(0); p != 0 {
		t.Errorf("phrases begin with an unknown word, with %q", english.Key(english.PhraseID(p)))
	}
}

// Every row of the data files is found under its class, with its value and in either case.
func TestEveryRow(t *testing.T) {
	files, _ := filepath.Glob(rowsOfEnglish + "/*.txt")
	if len(files) < 10 {
		t.Fatalf("data files: %v", files)
	}
	rows := 0
	for _, f := range files {
		r, err := os.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		class := Class(0)
		for sc := bufio.NewScanner(r); sc.Scan(); {
			row := strings.TrimSpace(sc.Text())
			if row == "" || row[0] == '#' {
				continue
			}
			rows++
			switch filepath.Base(f) {
			case "verbs.txt":
				verbRow(t, row)
			case "currencies.txt":
				currencyRow(t, row)
			case "cues.txt":
				cueRow(t, row)
			case "traits.txt", "families.txt": // see TestTraits, TestFamilies
			default:
				if strings.HasPrefix(row, "@ending ") {
					continue
				}
				if name, ok := strings.CutPrefix(row, "@class "); ok {
					i := slices.Index(classNames[:], name)
					if i < 0 {
						t.Fatalf("%s: no class %s", f, name)
					}
					class = 1 << i
					continue
				}
				word, value, has := strings.Cut(row, " = ")
				e := english.At(english.Find(word))
				if !e.Is(class) || !english.At(english.Find(strings.ToUpper(word))).Is(class) && strings.ToLower(strings.ToUpper(word)) == word {
					t.Errorf("%s: %q is not found", f, row)
				}
				// A word has one value: seasons lose that of their time unit.
				if has && strconv.Itoa(int(e.Value)) != strings.TrimSpace(value) && !(class == Timeunit && e.Is(Season)) {
					t.Errorf("%s: %q has the value %d", f, row, e.Value)
				}
				if n := strings.Count(word, " ") + 1; n > 1 {
					first, _, _ := strings.Cut(word, " ")
					if int(english.At(english.Find(first)).Words) < n {
						t.Errorf("%s: %q: %q does not announce it", f, row, first)
					}
				}
			}
		}
	}
	if rows < 10_000 {
		t.Errorf("only %d rows", rows)
	}
}

func verbRow(t *testing.T, row string) {
	lemma, rest, _ := strings.Cut(row, ":")
	v := english.Verb(lemma)
	if v == 0 || english.VerbName(v) != lemma || english.At(english.Find(lemma)).Forms&Base == 0 {
		t.Errorf("the verb %q is %q with forms %b", row, english.VerbName(v), english.At(english.Find(lemma)).Forms)
	}
	for _, f := range strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == '/' }) {
		if e := english.At(english.Find(f)); e.Verb == 0 {
			t.Errorf("%q of %q is no verb", f, row)
		}
	}
}

func currencyRow(t *testing.T, row string) {
	cols := strings.Split(row, "|")
	code := strings.TrimSpace(cols[0])
	if e := english.At(english.Find(code)); e.Currency == 0 || english.CurrencyAt(e.Currency).Code != code {
		t.Errorf("the code %s is the currency %q", code, english.CurrencyAt(e.Currency).Code)
	}
	for _, list := range cols[1:4] {
		for _, w := range strings.Split(list, ",") {
			if w = strings.TrimSpace(w); w == "" {
				continue
			}
			if e := english.At(english.Find(strings.TrimSuffix(w, "."))); e.Currency == 0 {
				t.Errorf("%s: %q names no currency", code, w)
			} else if r, n := utf8.DecodeRuneInString(w); n == len(w) && !unicode.IsLetter(r) && english.Sign(r) != e.Currency {
				t.Errorf("%s: %q is the sign of %q", code, w, english.CurrencyAt(english.Sign(r)).Code)
			}
		}
	}
	if n, err := strconv.Atoi(strings.TrimSpace(cols[4])); err != nil || n < 0 || n > 24 {
		t.Errorf("%s: minor digits %q", code, cols[4])
	}
	if s := strings.TrimSpace(cols[5]); s != "active" && s != "historic" && s != "crypto" {
		t.Errorf("%s: state %q", code, s)
	}
}

func TestCurrencies(t *testing.T) {
	seen := map[string]bool{}
	for cur := 1; cur < english.CurrencyCount(); cur++ {
		code := english.CurrencyAt(uint16(cur)).Code
		if code == "" || seen[code] {
			t.Errorf("currency %d has the code %q, empty or of another one", cur, code)
		}
		seen[code] = true
	}
	for _, c := range []struct{ word, code string }{
		{"$", "USD"}, {"us$", "USD"}, {"dollars", "USD"}, {"canadian dollars", "CAD"}, {"A$", "AUD"}, {"HK$", "HKD"}, {"R$", "BRL"},
		{"€", "EUR"}, {"£", "GBP"}, {"pounds", "GBP"}, {"¥", "JPY"}, {"yuan", "CNY"}, {"rmb", "CNY"}, {"₹", "INR"}, {"rs", "INR"},
		{"rupees", "INR"}, {"₪", "ILS"}, {"nis", "ILS"}, {"₩", "KRW"}, {"naira", "NGN"}, {"chf", "CHF"}, {"swiss francs", "CHF"},
		{"swedish kronor", "SEK"}, {"btc", "BTC"},
	} {
		if got := english.CurrencyAt(english.At(english.Find(c.word)).Currency).Code; got != c.code {
			t.Errorf("%q is %q, want %s", c.word, got, c.code)
		}
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if c := english.Sign(r); c != 0 && english.At(english.Find(string(r))).Currency != c {
			t.Errorf("%q is no sign of %s", r, english.CurrencyAt(c).Code)
		}
	}
	const some = "USD EUR GBP JPY CNY INR AUD CAD CHF SGD HKD SEK NOK DKK ILS KRW BRL MXN ZAR NGN " +
		"KES AED SAR TRY PLN CZK HUF RON IDR MYR THB PHP VND TWD NZD DEM FRF ITL ESP NLG"
	for _, code := range strings.Fields(some) {
		if !seen[code] {
			t.Errorf("no currency %s", code)
		}
	}
}

func TestVerbForms(t *testing.T) {
	for _, c := range []struct {
		word, lemma string
		forms       Form
	}{
		{"raise", "raise", Base},
		{"raises", "raise", Third},
		{"raised", "raise", Past | Part},
		{"raising", "raise", Gerund},
		{"led", "lead", Past | Part},
		{"gave", "give", Past},
		{"given", "give", Part},
		{"secures", "secure", Third},
		{"securing", "secure", Gerund},
		{"put", "put", Base | Past | Part},
		{"bags", "bag", Third},
		{"bagged", "bag", Past | Part},
		{"closes", "close", Third},
		{"carries", "carry", Third},
		{"Raised", "raise", Past | Part},
	} {
		e := english.At(english.Find(c.word))
		if english.VerbName(e.Verb) != c.lemma || e.Forms != c.forms {
			t.Errorf("%q is of %q with forms %b, want %q, %b", c.word, english.VerbName(e.Verb), e.Forms, c.lemma, c.forms)
		}
	}
}

func TestFindDoesNotAllocate(t *testing.T) {
	var id ID
	if n := testing.AllocsPerRun(100, func() {
		id += english.Find("million") + english.Find("Zürich") + english.Find("no such word") + english.Find("FUNDING")
	}); n != 0 {
		t.Errorf("looking words up allocates %v times", n)
	}
	_ = id
}

// Different words have different entries, each reached by its own spelling only.
func TestTables(t *testing.T) {
	for id := ID(1); int(id) < english.Len(); id++ {
		if key := english.Key(id); english.Find(key) != id {
			t.Fatalf("the key %q of entry %d leads to entry %d", key, id, english.Find(key))
		}
	}
}

// lastCue is the cue whose rows are being read.
var lastCue Cue

// cueRow checks that the words of a row of cues.txt have its cue.
func cueRow(t *testing.T, row string) {
	t.Helper()
	names := map[string]Cue{"amount": AmountCue, "time": TimeCue, "stage": StageCue, "deal": DealCue, "table": TableCue, "count": CountCue}
	if name, ok := strings.CutPrefix(row, "@cue "); ok {
		if lastCue = names[name]; lastCue == 0 && name != "none" {
			t.Fatalf("no cue %s", name)
		}
		return
	}
	lemma, isVerb := strings.CutPrefix(row, "verb ")
	class, isClass := strings.CutPrefix(row, "class ")
	found := 0
	for id := ID(1); int(id) < english.Len(); id++ {
		e, key := english.At(id), english.Key(id)
		switch {
		case isVerb && english.VerbName(e.Verb) != lemma, isClass && !e.Is(classOf(t, class)), !isVerb && !isClass && key != row:
			continue
		}
		found++
		if english.CuesOf(id)&lastCue == 0 && lastCue != 0 {
			t.Errorf("%q lacks the cue of %q", key, row)
		}
		cued := false // some word of it is
		for _, w := range strings.FieldsFunc(key, func(r rune) bool { return r == ' ' || r == '-' }) {
			cued = cued || english.CuesOf(english.Find(w))&lastCue != 0
		}
		if !cued && lastCue != 0 {
			t.Errorf("no word of %q has the cue of %q", key, row)
		}
	}
	if found == 0 {
		t.Errorf("cues.txt: %q is no word", row)
	}
}

// Every phrase is reached from its first word, after those that are longer, and told by its words only.
func TestPhrases(t *testing.T) {
	n := 0
	for id := ID(1); int(id) < english.Len(); id++ {
		words := strings.Fields(english.Key(id))
		if len(words) < 2 {
			continue
		}
		n++
		ids := make([]ID, len(words))
		for i, w := range words {
			if ids[i] = english.Find(w); ids[i] == 0 {
				t.Fatalf("%q of %q has no entry", w, english.Key(id))
			}
		}
		if !english.MayPair(ids[0], ids[1]) {
			t.Errorf("no phrase may begin as %q does", english.Key(id))
		}
		found, longest := false, 1<<16
		for p := english.PhrasesOf(ids[0]); p != 0; p = english.NextPhrase(p) {
			if english.PhraseWords(p) > longest {
				t.Errorf("%q stands after a shorter one", english.Key(english.PhraseID(p)))
			}
			longest = english.PhraseWords(p)
			if english.PhraseID(p) != id {
				continue
			}
			found = true
			if !english.BeginsPhrase(p, ids) || !english.BeginsPhrase(p, append(ids, 1)) || english.BeginsPhrase(p, ids[:len(ids)-1]) {
				t.Errorf("%q is not told by its words", english.Key(id))
			}
			ids[len(ids)-1]++
			if english.BeginsPhrase(p, ids) {
				t.Errorf("%q is told by other words", english.Key(id))
			}
		}
		if !found {
			t.Errorf("%q is not reached", english.Key(id))
		}
	}
	if n < 1000 {
		t.Errorf("only %d phrases", n)
	}
	if english.Known(0) || english.Known(english.Find("zealand")) || !english.Known(english.Find("million")) {
		t.Error("a part of a phrase is known, or a word is not")
	}
}

// keyOf returns the word as FindAll takes it: its bytes in small letters, the first lowest.
func keyOf(word string) (key uint64) {
	for i := range len(word) {
		key |= uint64(word[i]|0x20) << (8 * i)
	}
	return key
}

// letters reports whether word is nothing but small letters of ASCII.
func letters(word string) bool {
	return strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

// FindAll and FindLong find every word that they are for, no other, and pass over just those that say nothing.
func TestFindAll(t *testing.T) {
	ids, others := make([]ID, 1), make([]int32, 1)
	short, long := 0, 0
	for id := ID(1); int(id) < english.Len(); id++ {
		word := english.Key(id)
		switch {
		case !letters(word):
		case len(word) <= 8:
			short++
			loud := english.FindAll([]uint64{keyOf(word)}, ids, others) == 1
			if want := len(word) == 1 || english.CuesOf(id) != 0 || !english.Known(id); ids[0] != id || loud != want {
				t.Errorf("FindAll finds %q for %q, worth a look: %v, want %v", english.Key(ids[0]), word, loud, want)
			}
			if n := len(word) - 1; n > 0 && english.Find(word[:n]+"q") == 0 {
				if loud := english.FindAll([]uint64{keyOf(word[:n] + "q")}, ids, others) == 1; ids[0] != 0 || !loud {
					t.Errorf("FindAll finds %q for %q, worth a look: %v", english.Key(ids[0]), word[:n]+"q", loud)
				}
			}
		default:
			long++
			text := "x" + strings.ToUpper(word) + "yz 0123456789"
			if got := english.FindLong(text, 1, 1+len(word)); got != id {
				t.Errorf("FindLong finds %q for %q", english.Key(got), word)
			}
			for _, other := range []string{word[:len(word)-1] + "q", "q" + word[1:], word + "q"} {
				if got, want := english.FindLong(other, 0, len(other)), english.Find(other); got != want {
					t.Errorf("FindLong finds %q for %q, Find finds %q", english.Key(got), other, english.Key(want))
				}
			}
		}
	}
	if short < 5000 || long < 3000 {
		t.Errorf("only %d short words and %d long ones", short, long)
	}
	if n := english.FindAll([]uint64{0, 1, keyOf("zzyzx"), keyOf("series")}, make([]ID, 4), make([]int32, 4)); n != 3 {
		t.Errorf("of a number, a mark, an unknown word and one with a cue, %d are worth a look, want 3", n)
	}
}

// The generated sorts are those that the doc comments define.
func TestSorts(t *testing.T) {
	counts := [Open + 1]int{}
	for id := range ID(english.Len()) {
		e := english.At(id)
		want := Nominal
		switch g := e.Class & Grammatical; {
		case g == Prep && e.Verb == 0 && id != english.Find("to"):
			want = OnlyPrep
		case g == Det && e.Verb == 0 && !e.Is(Number):
			want = OnlyDet
		case g != 0 || e.Verb != 0 || strings.HasSuffix(english.Key(id), "y"):
			want = Open
		}
		if got := english.SortOf(id); got != want {
			t.Errorf("the sort of %q is %d, want %d", english.Key(id), got, want)
		}
		counts[english.SortOf(id)]++
	}
	if counts[OnlyPrep] < 20 || counts[OnlyDet] < 10 || counts[Open] < 1000 {
		t.Errorf("words of each sort: %d", counts)
	}
}
