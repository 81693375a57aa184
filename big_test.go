package funding

import (
	"fmt"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// repeat returns n bytes of s over and over.
func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1)[:n] }
}

// count returns n bytes of what format makes of 0, 1, 2 …
func count(format string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// letters turns a number into a capitalised word, so that each is a name of its own.
type letters int

func (l letters) String() string {
	w := []byte{byte('A' + l%26)}
	for l /= 26; l > 0; l /= 26 {
		w = append(w, "aeiou"[l%5], "bdfklmnprstvz"[l/5%13])
		l /= 3
	}
	return string(append(w, "ox"...))
}

// withNames is count with words instead of numbers.
func withNames(format string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, strings.ReplaceAll(format, "%N", letters(i).String()), i)
		}
		return b.String()
	}
}

func nested(open, mid, end string) func(int) string {
	return func(n int) string {
		k := n / (len(open) + len(end))
		return strings.Repeat(open, k) + mid + strings.Repeat(end, k)
	}
}

// hostile makes texts of about n bytes that are hard on one part of the reading or another.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"digits", repeat("7")},
	{"digits-and-dots", repeat("7.")},
	{"digits-and-commas", repeat("777,")},
	{"numbers", repeat("12 ")},
	{"dollars", repeat("$")},
	{"dollars-spaced", repeat("$ ")},
	{"billions", func(n int) string { return "$1" + strings.Repeat(" billion", n/8) }},
	{"number-words", repeat("one hundred and ")},
	{"halves", repeat("half of a ")},
	{"millions-of", repeat("millions of ")},
	{"led-by", repeat("led by ")},
	{"raised", repeat("raised ")},
	{"to-raise", repeat("to raise ")},
	{"series-a", repeat("Series A ")},
	{"series", repeat("series ")},
	{"pre", repeat("pre-")},
	{"capitalised", repeat("Acme ")},
	{"capitalised-distinct", withNames("%N ")},
	{"capitals", repeat("ACME CORP ")},
	{"endless-sentence", repeat("the company that makes the tools which help the people who build things and ")},
	{"endless-news", repeat("Lisko Labs raised $5 million from Birch Capital and ")},
	{"one-word", repeat("a")},
	{"one-upper-word", repeat("A")},
	{"spaces", repeat(" ")},
	{"lines", repeat("\n")},
	{"lines-of-one", repeat("a\n\n")},
	{"quotes", nested("“", "Lisko raised $5m", "”")},
	{"straight-quotes", repeat("\"")},
	{"quotes-spaced", repeat("\" ")},
	{"brackets", nested("(", "Lisko raised $5m", ")")},
	{"brackets-named", nested("Acme (", "raised $5m", ")")},
	{"apostrophes", repeat("'")},
	{"possessives", repeat("Acme's ")},
	{"commas", repeat(",")},
	{"names-and-commas", withNames("%N, ")},
	{"names-led", func(n int) string {
		return "Lisko raised $5 million led by " + withNames("%N Capital, ")(n) + "and Birch."
	}},
	{"names-and", func(n int) string { return "Lisko raised $5 million from " + withNames("%N and ")(n) + "Birch." }},
	{"appositions", func(n int) string {
		return "Lisko, " + strings.Repeat("a maker of robots, ", n/19) + "raised $5 million."
	}},
	{"and", repeat("and ")},
	{"hyphens", repeat("-")},
	{"hyphens-spaced", repeat("- ")},
	{"compound", repeat("a-")},
	{"compound-capital", repeat("Ab-")},
	{"dashes", repeat("— ")},
	{"dates", repeat("March 3, 2021 ")},
	{"iso-dates", repeat("2021-03-03 ")},
	{"months", repeat("in March ")},
	{"weekdays", repeat("Sunday, ")},
	{"early", repeat("early ")},
	{"earlier", repeat("earlier this ")},
	{"back", repeat("back in ")},
	{"mastheads", repeat("March 3, 2021\n\n")},
	{"ranges", repeat("$5-$6 million ")},
	{"range-chain", repeat("$5-")},
	{"range-to", repeat("$5 to ")},
	{"between", repeat("between $5 and ")},
	{"qualifiers", repeat("more than about ")},
	{"abbreviations", repeat("U.S. ")},
	{"dotted", repeat("a.")},
	{"dotted-capital", repeat("A.")},
	{"dotted-name", func(n int) string { return strings.Repeat("A.bc", n/4) + " raised $5 million." }},
	{"stops", repeat(".")},
	{"stops-spaced", repeat(". ")},
	{"entities", repeat("&amp;")},
	{"ampersands", repeat("&")},
	{"ampersand-names", repeat("A & ")},
	{"urls", repeat("https://a.example/b?c=d&e ")},
	{"companies", withNames("%N Labs raised $%d million from Birch Capital.\n\n")},
	{"companies-one-paragraph", withNames("%N Labs raised $%d million from Birch Capital. ")},
	{"companies-mentioned", withNames("%N Labs is a maker of robots number %d. ")},
	{"distinct-rounds", count("Lisko Labs raised $%d million from Birch Capital. ")},
	{"distinct-rounds-in-years", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "In %d, Lisko Labs raised $%d million in a Series %c round. ", 1950+i%70, i+1, 'A'+i%11)
		}
		return b.String()
	}},
	{"equal-rounds", repeat("Lisko Labs raised $5 million from Birch Capital. ")},
	{"investors-of-one-round", withNames("The round was led by %N Capital. Lisko Labs raised $5 million. ")},
	{"aliases", withNames("Lisko Labs, also known as %N, raised $5 million. ")},
	{"pronouns", repeat("It raised $5 million. ")},
	{"the-company", repeat("The company raised the round. ")},
	{"rounds-without-company", count("A $%d million round was led by Birch Capital. ")},
	{"totals", repeat("It has raised $5 million to date. ")},
	{"valuations", repeat("It is valued at $5 million. ")},
	{"invalid-utf8", repeat("\xff")},
	{"cut-utf8", repeat("\xe2\x82")},
	{"invalid-in-words", repeat("Acm\xffe raised $5\xc3m ")},
	{"nul", repeat("\x00")},
	{"rtl", repeat("חברת ליסקו גייסה 5 מיליון דולר ")},
	{"bidi", repeat("\u202e$5\u202c ")},
	{"combining", func(n int) string { return strings.Repeat("e\u0301", n/3) + "\xcc" }},
	{"combining-only", repeat("\u0301")},
	{"emoji", repeat("👩‍🚀")},
	{"full-width", repeat("＄５ ")},
	{"chinese", repeat("公司宣布完成五百万美元融资。")},
	{"no-break", repeat("\u00a0")},
}

// maxGrowth is how much longer twice the text may take; twice is what linear
// reading would take, the rest is the noise of a busy machine.
const maxGrowth = 3.2

// superlinear are the texts whose time grows faster now; one that has become
// linear is to be taken out.
var superlinear = map[string]bool{}

func timeParse(text string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		Parse(text)
		if d := time.Since(start); d < best {
			best = d
		}
		if best > 500*time.Millisecond {
			break
		}
	}
	return best
}

// grows returns how much longer the text of twice the size takes, the best of some tries.
func grows(makeText func(int) string, n int) (ratio float64, d1, d2 time.Duration) {
	for try := range 4 {
		a, b := timeParse(makeText(n)), timeParse(makeText(2*n))
		if r := float64(b) / float64(max(a, time.Millisecond)); try == 0 || r < ratio {
			ratio, d1, d2 = r, a, b
		}
		if ratio < maxGrowth {
			break
		}
	}
	return ratio, d1, d2
}

func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			defer failOnPanic(t)
			for _, n := range []int{100, 4 << 10} {
				text := h.make(n)
				checkDocument(t, text, Parse(text))
			}
		})
	}
}

// failOnPanic keeps one text that panics from hiding the others.
func failOnPanic(t *testing.T) {
	if r := recover(); r != nil {
		t.Errorf("panic: %v\n%s", r, debug.Stack())
	}
}

func TestHostileLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			defer failOnPanic(t)
			if superlinear[h.name] {
				t.Skip("known to be superlinear")
			}
			const size = 64 << 10
			ratio, d1, d2 := grows(h.make, size)
			if ratio > maxGrowth || d2 > 3*time.Second {
				t.Errorf("%d KB take %v, twice that %v: %.1f times as long", size>>10, d1, d2, ratio)
			}
		})
	}
}

// A text that has become linear is to be taken out of superlinear.
func TestHostileKnownSuperlinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for _, h := range hostile {
		if superlinear[h.name] {
			// four times the size; linear reading takes four times as long, quadratic sixteen
			a, b := timeParse(h.make(16<<10)), timeParse(h.make(64<<10))
			if r := float64(b) / float64(a); r < 8 {
				t.Errorf("%s: 16 KB take %v, 64 KB %v: %.1f times as long, linear now", h.name, a, b, r)
			}
		}
	}
}

// Numbers that would be huge are refused, not computed.
func TestHostileNumbers(t *testing.T) {
	start := time.Now()
	for _, s := range []string{
		"$" + strings.Repeat("9", 1_000_000),
		"$1e999999999",
		"$1" + strings.Repeat(" billion", 400),
		"$0." + strings.Repeat("1", 10_000),
		strings.Repeat("nine hundred ", 10_000) + "dollars",
		"$" + strings.Repeat("1,000", 10_000),
	} {
		for _, m := range Parse("It raised " + s + ".").Money {
			if m.Refused == "" && m.Value.NumDigits() > 40 {
				t.Errorf("%.40q is read as a number of %d digits", s, m.Value.NumDigits())
			}
		}
		if m, err := ParseMoney(s); err == nil {
			t.Errorf("ParseMoney(%.40q) = %v", s, m)
		}
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%.40q) = %v", s, d)
		}
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("refusing took %v", d)
	}
}
