package funding

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
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
			strings.NewReplacer("%N", letters(i).String(), "%d", strconv.Itoa(i)).WriteString(&b, format)
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
	{"first-names", func(n int) string { return "Lisko raised $5 million. " + withNames("Lisko %N raised $%d million. ")(n) }},
	{"equal-totals", repeat("Lisko has raised $5 million. ")},
	{"totals-distinct", count("Lisko has raised $%d million. ")},
	{"same-lead-many", func(n int) string { return "Lisko raised $5 million. " + withNames("%N Capital led the round. ")(n) }},
	{"headings", repeat("Name\n")},
	{"headings2", repeat("Investors\n")},
	{"headings3", repeat("Name\nInvestors\n")},
	{"bars", repeat("|")},
	{"bars-cells", repeat("| a ")},
	{"bar-heads", repeat("Name | Amount | Investors\n")},
	{"table", func(n int) string {
		return "Name | Amount | Investors\n" + withNames("%N | $%d million | Birch Capital, Alder Capital\n")(n)
	}},
	{"table-one-company", func(n int) string {
		return "Name | Amount | Investors\n" + count("Lisko | $%d million | Birch Capital, Alder Capital\n")(n)
	}},
	{"wide-table", func(n int) string {
		return "Name | Amount | Investors" + strings.Repeat(" | x", n/8) + "\nA | $5m | B" + strings.Repeat(" | x", n/8) + "\n"
	}},
	{"table-many-investors", func(n int) string {
		return "Name | Amount | Investors\nLisko | $5 million | " + withNames("%N Capital, ")(n) + "\n"
	}},
	{"tabs", repeat("\t")},
	{"tab-cells", repeat("a\t")},
	{"retold", repeat("Lisko Labs raised $5 million. The round was led by Birch Capital. ")},
	{"told-by-many", withNames("Lisko Labs raised $5 million. The round was led by %N Capital. ")},
	{"said-so", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n/2; i++ {
			fmt.Fprintf(&b, "%v Labs makes robots and sells them. ", letters(i))
		}
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "%v said that it has raised $%d million. ", letters(i), i+2)
		}
		return b.String()
	}},
	{"when-so", withNames("When %N said so, it had raised $%d million. ")},
	{"known-then-asked", func(n int) string {
		return withNames("%N Labs raised $%d million. ")(n/2) + withNames("In May, said %N, it raised $%d million. ")(n/2)
	}},
	{"one-word-firms", withNames("Lisko %N raised $%d million. ")},
	{"initials", withNames("%N %N raised $%d million. ")},
	{"persons", withNames("Lisko raised $5 million from Jane %N of Birch Capital. ")},
	{"mixed-marks", repeat("$(,&'\"")},
	{"glued", repeat("theSeries ")},
	{"glued-tails", repeat("companyand ")},
	{"vague", repeat("several hundred million ")},
	{"hundreds", repeat("hundred ")},
	{"fraction", repeat("1/2 ")},
	{"nested-dates", repeat("early last quarter of ")},
	{"ago", repeat("two years ago ")},
	{"masthead-cands", repeat("On March 3, 2021 the quick brown foxes went away without any of them.\n\n")},
	{"by-by", repeat("by by ")},
	{"who", repeat("who led ")},
	{"np-of", repeat("round of ")},
	{"poss-nest", repeat("Acme's Bolt's ")},
	{"verbs", repeat("raised led closed ")},
	{"units-in-sentence", repeat("$5m, ")},
	{"stages-in", repeat("Series B and ")},
	{"colon", repeat("a: ")},
	{"semi", repeat("Acme; ")},
	{"parens-np", repeat("Acme (Bolt) ")},
	{"including", repeat("including Acme Capital ")},
	{"zwj", repeat("\u200d")},
	{"zwsp", repeat("a\u200b")},
	{"ampersand-hash", repeat("&#")},
	{"crlf", repeat("a\r\n")},
	{"dots-ellipsis", repeat("a... ")},
	{"rs", repeat("Rs. ")},
	{"usd", repeat("USD ")},
	{"plural", repeat("tens of ")},
	{"percent", repeat("5% ")},
	{"number-dash", repeat("5-")},
	{"num-space", repeat("1 000 ")},
	{"num-space-only", repeat("100 ")},
	{"no-break", repeat("\u00a0")},
}

// maxGrowth is how much longer four times the text may take. Linear reading takes
// four times as long, quadratic sixteen; the rest is the noise of a busy machine.
const maxGrowth = 8

// wantBig asks for texts of up to 16 MB, which take half an hour:
//
//	FUNDING_BIG=1 go test -run TestBig -v -timeout 2h .
var wantBig = os.Getenv("FUNDING_BIG") != ""

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

// grows returns how much longer the text of four times the size takes, the best of some tries.
func grows(makeText func(int) string, n int, enough float64) (ratio float64, d1, d2 time.Duration) {
	small, large := makeText(n), makeText(4*n)
	for try := range 4 {
		a, b := timeParse(small), timeParse(large)
		if r := float64(b) / float64(max(a, time.Millisecond)); try == 0 || r < ratio {
			ratio, d1, d2 = r, a, b
		}
		if ratio < enough {
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
			// What a machine does besides, collecting garbage and fetching pages, weighs at
			// one size and not at another; a text that is read in no linear time shows at each.
			for size := 32 << 10; ; size *= 4 {
				ratio, d1, d2 := grows(h.make, size, maxGrowth)
				if ratio <= maxGrowth && d2 < 10*time.Second {
					break
				}
				if size > 256<<10 || d2 > 10*time.Second {
					t.Errorf("%d KB take %v, four times that %v: %.1f times as long", size>>10, d1, d2, ratio)
					break
				}
			}
		})
	}
}

// Doubling a text of a megabyte, up to 16, must not take more than 2.3 times as long.
func TestBigLinear(t *testing.T) {
	if !wantBig {
		t.Skip("FUNDING_BIG is not set")
	}
	const perDoubling = 2.3
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			defer failOnPanic(t)
			for _, n := range []int{1 << 20, 4 << 20} {
				ratio, d1, d2 := grows(h.make, n, perDoubling*perDoubling)
				t.Logf("%2d MB %7.2fs, %2d MB %7.2fs: %.2f-fold for each doubling", n>>20, d1.Seconds(), n>>18, d2.Seconds(), math.Sqrt(ratio))
				if ratio > perDoubling*perDoubling && d2 > time.Second { // below, fresh pages of memory weigh most
					t.Errorf("superlinear")
				}
			}
		})
	}
}

// Bytes come in any amount.
func TestBigBytes(t *testing.T) {
	if !wantBig {
		t.Skip("FUNDING_BIG is not set")
	}
	b := make([]byte, 64<<20)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	checkDocument(t, string(b), Parse(string(b)))
	text := strings.Repeat(filler, len(b)/len(filler))
	checkDocument(t, text, Parse(text))
}

// peak returns how many bytes of the heap f holds at its height.
func peak(f func()) int {
	defer debug.SetGCPercent(debug.SetGCPercent(5)) // so that garbage hardly counts
	runtime.GC()
	runtime.GC() // what other calls left in pools goes with the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	base := m.HeapAlloc
	stop, top := make(chan bool), make(chan int)
	go func() {
		most := 0
		for {
			select {
			case <-stop:
				top <- most
				return
			case <-time.After(time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, int(m.HeapAlloc)-int(base))
			}
		}
	}()
	f()
	stop <- true
	return <-top
}

// Memory per byte of the text, beyond the text itself: of one in which nothing is found, and of one with mentions or rounds.
const (
	maxMemory      = 16
	maxMemoryFound = 160
)

func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("measures memory, of which the race detector takes its own")
	}
	check := func(name string, text func(n int) string) {
		t.Run(name, func(t *testing.T) {
			// What a text takes whatever its length weighs nothing in half a megabyte; where mentions take the most, a smaller one does.
			limit, size := float64(maxMemory), 512<<10
			if doc := Parse(text(64 << 10)); len(doc.Rounds) > 0 || len(doc.Money)+len(doc.Dates) > 2 {
				limit, size = maxMemoryFound, 128<<10
			}
			if wantBig {
				size = 4 << 20
			}
			in, perByte := text(size), math.Inf(1)
			for try := 0; try < 4 && perByte > limit; try++ { // the least, since garbage may lie about
				used := peak(func() { Parse(in) }) - 200<<10 // what the runtime itself takes
				perByte = min(perByte, float64(used)/float64(len(in)))
			}
			t.Logf("%.1f bytes per byte", perByte)
			if perByte > limit {
				t.Errorf("%.1f bytes per byte of text, more than %.0f", perByte, limit)
			}
		})
	}
	check("prose", repeat(filler))
	for _, h := range hostile {
		check(h.name, h.make)
	}
}

// Numbers that would be huge are refused, not computed.
func TestHostileNumbers(t *testing.T) {
	start := time.Now()
	for _, s := range []string{
		"$" + strings.Repeat("9", 1_000_000),
		"$1e999999999",
		"$1E999999999",
		"$1.5e-999999999 million",
		"USD 1e400 billion",
		"1e999999999 dollars",
		"$1" + strings.Repeat(" billion", 400),
		"$1" + strings.Repeat(" trillion", 20_000),
		"$1" + strings.Repeat("bn", 400),
		"$0." + strings.Repeat("1", 10_000),
		"$0." + strings.Repeat("0", 1_000_000) + "1",
		"$1" + strings.Repeat("0", 31),
		"$1" + strings.Repeat(",000", 20_000),
		"$1" + strings.Repeat(" 000", 20_000),
		"$" + strings.Repeat("0", 1_000_000) + "1 million",
		"€" + strings.Repeat("1.000", 10_000),
		"Rs " + strings.Repeat("10,00,000", 10_000) + " crore",
		strings.Repeat("nine hundred ", 10_000) + "dollars",
		strings.Repeat("one hundred and ", 10_000) + "one dollars",
		"half" + strings.Repeat(" a billion", 10_000) + " dollars",
		"$" + strings.Repeat("1,000", 10_000),
		"$1-" + strings.Repeat("9", 1_000_000) + " million",
		"$" + strings.Repeat("９", 1_000_000),
	} {
		for _, m := range Parse("It raised " + s + ".").Money {
			if m.Refused == "" && (m.Value.NumDigits() > MaxDigits+MaxExponent || m.Value.Exponent() > MaxDigits || m.Value.Exponent() < -MaxDigits) {
				t.Errorf("%.40q is read as a number of %d digits with the exponent %d", s, m.Value.NumDigits(), m.Value.Exponent())
			}
		}
		if m, err := ParseMoney(s); err == nil {
			t.Errorf("ParseMoney(%.40q) = %v", s, m)
		}
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%.40q) = %v", s, d)
		}
		b := fmt.Sprintf(`{"money":[{"start":0,"end":1,"value":%q,"currency":"USD","qualifier":"exact"}]}`, strings.TrimLeft(s, "$€"))
		if err := new(Document).UnmarshalJSON([]byte(b)); err == nil && len(s) > 100 {
			t.Errorf("JSON with the value %.40q is read", s)
		}
	}
	if d := time.Since(start); d > 30*time.Second {
		t.Errorf("refusing took %v", d)
	}
}
