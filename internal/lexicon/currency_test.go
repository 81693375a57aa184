package lexicon

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The marks of currencies.txt are what the accessors answer.
func TestCurrencyMarks(t *testing.T) {
	n := [4]int{}
	for _, cols := range bars(t, "currencies.txt") {
		c := english.CurrencyAt(english.CurrencyOf(cols[0]))
		if c.Code != cols[0] || strconv.Itoa(int(c.Digits)) != cols[4] {
			t.Errorf("%s is %+v", cols[0], c)
		}
		marks := ", " + cols[6] + ","
		for i, m := range []struct {
			name string
			has  bool
		}{{"major", c.Major()}, {"dots", c.DotGroups()}, {"mil", c.MilIsThousand()}, {"point", c.PointDecimals()}} {
			if m.has != strings.Contains(marks, ", "+m.name+",") {
				t.Errorf("%s has the mark %s: %v, the row says %q", cols[0], m.name, m.has, cols[6])
			}
			if m.has {
				n[i]++
			}
		}
		if (cols[5] == "crypto") != (c.State == Crypto) || (cols[5] == "active") != (c.State == Active) {
			t.Errorf("%s has the state %d, the row says %s", cols[0], c.State, cols[5])
		}
	}
	if n[0] < 30 || n[1] < 20 || n[2] < 5 || n[3] != 3 {
		t.Errorf("so many currencies have each mark: %v", n)
	}
	if *english.CurrencyAt(0) != (Currency{}) {
		t.Errorf("no currency is %+v", english.CurrencyAt(0))
	}
	for _, code := range []string{"", "XXX", "dollar", "us$"} {
		if cur := english.CurrencyOf(code); cur != 0 {
			t.Errorf("%q is the code of %s", code, english.CurrencyAt(cur).Code)
		}
	}
	if english.CurrencyOf("eur") != english.CurrencyOf("EUR") || english.CurrencyOf("eur") == 0 {
		t.Error("a code in small letters is another or none")
	}
}

// The rows of families.txt are what FamilyOf and FamilyOfSign find, and no other word or mark is of a family.
func TestFamilies(t *testing.T) {
	of := map[string]*Family{}
	for _, cols := range bars(t, "families.txt") {
		var f *Family
		for _, w := range strings.Split(cols[0], ",") {
			w = strings.TrimSpace(w)
			got := english.FamilyOf(english.Find(w))
			if got == nil || f != nil && got != f {
				t.Errorf("%q is of the family %v", w, got)
				continue
			}
			f, of[w] = got, got
		}
		if f == nil {
			continue
		}
		for i := range english.t.Currencies {
			code := english.t.Currencies[i].Code
			if has := code != "" && strings.Contains(" "+cols[1]+" ", " "+code+" "); f.Has(code) != has {
				t.Errorf("%s has %s: %v", cols[0], code, !has)
			}
			if signs := code != "" && strings.Contains(" "+cols[2]+" ", " "+code+" "); f.Signs(code) != signs {
				t.Errorf("%s signs %s: %v", cols[0], code, !signs)
			}
		}
	}
	for id := range ID(english.Len()) {
		if english.FamilyOf(id) != of[english.Key(id)] {
			t.Errorf("%q is of the family %v", english.Key(id), english.FamilyOf(id))
		}
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := of[string(r)]
		if unicode.IsLetter(r) {
			want = nil // "r" is no mark
		}
		if utf8.ValidRune(r) && english.FamilyOfSign(r) != want {
			t.Errorf("%q is of the family %v", r, english.FamilyOfSign(r))
		}
	}
}

func TestCode(t *testing.T) {
	for in, want := range map[string]string{
		"USD": "USD", "usd": "USD", "Eur": "EUR", "BTC": "BTC",
		"": "", "$": "", "dollars": "", "USDX": "", "US": "", " USD": "",
	} {
		if got := english.Code(in); got != want {
			t.Errorf("Code(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNamesUnit(t *testing.T) {
	for word, want := range map[string]bool{
		"yen": true, "dollars": true, "Canadian dollars": true, "kr": true, "zł": true, "won": true, "real": true,
		"EUR": false, "usd": false, "dai": false, "fr": false, "nis": false, "$": false, "house": false, "zzyzx": false,
	} {
		if english.NamesUnit(english.Find(word)) != want {
			t.Errorf("%q names a unit: %v", word, !want)
		}
	}
}

// bars returns the columns of the rows of a data file.
func bars(t *testing.T, file string) (rows [][]string) {
	t.Helper()
	data, err := os.ReadFile(rowsOfEnglish + "/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range strings.Split(string(data), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		cols := strings.Split(row, "|")
		for i := range cols {
			cols[i] = strings.TrimSpace(cols[i])
		}
		rows = append(rows, cols)
	}
	if len(rows) < 20 {
		t.Fatalf("%s has %d rows", file, len(rows))
	}
	return rows
}
