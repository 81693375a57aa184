package amounts

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/words"
	"github.com/shopspring/decimal"
)

// reading calls do with a reader of text, of which the first paragraph has been cut into words.
func reading(text string, do func(r *Reader)) {
	r := &Reader{new(words.Reader)}
	r.Reset(text)
	r.Paragraph()
	do(r)
}

// What sharedBy builds on: the words of a family stand for its first member by default, and
// the families with the same first member follow each other.
func TestFamilies(t *testing.T) {
	seen := map[string]int{}
	for i := range Families {
		f := &Families[i]
		usual := f.Members[:3]
		if last, ok := seen[usual]; ok && last != i-1 {
			t.Errorf("families of %s lie apart", usual)
		}
		seen[usual] = i
		for _, w := range f.Words {
			cur := lexicon.At(lexicon.Find(w)).Currency
			if lexicon.Currencies[cur][0] != usual {
				t.Errorf("%q stands for %q, want %s", w, lexicon.Currencies[cur][0], usual)
			}
			if SharedBy(w, cur) != f {
				t.Errorf("%q is not found in its family", w)
			}
		}
	}
	for w, cur := range map[string]string{"€": "EUR", "euros": "EUR", "£": "GBP", "usd": "USD", "rand": "ZAR"} {
		if SharedBy(w, CodeOf(cur)) != nil {
			t.Errorf("%q is shared", w)
		}
	}
	for r := range rune(0x10000) {
		if cur := lexicon.Sign(r); SharedSign(r) != SharedBy(string(r), cur) {
			t.Errorf("%c is not shared as a word is", r)
		}
	}
}

// What withSign builds on: no currency has more letters before its sign.
func TestSignLetters(t *testing.T) {
	for id := lexicon.ID(1); lexicon.Known(id); id++ {
		key := lexicon.Key(id)
		r, n := utf8.DecodeLastRuneInString(key)
		if lexicon.Sign(r) != 0 && !strings.Contains(key, " ") && len(key)-n > MaxSignLetters {
			t.Errorf("%q has more than %d letters", key, MaxSignLetters)
		}
	}
}

// Where over says that an amount is over, no question that moneyAt then spares itself has another answer.
func TestOver(t *testing.T) {
	mayFollow := []string{"share", "million", "round", "6 million", "more", "so", "change", "a half", "dollars", "USD 5", "$5", "-", "years ago", "x"}
	for id := lexicon.ID(0); id == 0 || lexicon.Known(id); id++ {
		w := lexicon.Key(id)
		if id == 0 {
			w = "xyzzy"
		}
		for _, next := range mayFollow {
			for _, mark := range []string{" ", ", ", ". "} {
				reading("$5"+mark+w+" "+next, func(r *Reader) {
					const to = 2
					if !r.over(to) {
						return
					}
					var a, b Number
					_, _, suffix := r.suffix(to, false, 0)
					r.upper(&b, to, 0, Dollar, &a)
					q := Exact
					if suffix != to || b.Has || r.after(to, true, false) != "" || r.after(to, false, true) != "" ||
						r.otherCurrency(to, true, Dollar) || r.between(to) || r.trailing(to, &q) != to || r.per(to) != "" {
						t.Errorf("%q: the amount goes on", r.Text)
					}
				})
			}
		}
	}
}

// Where bare says that no currency follows a number, reading it finds none.
func TestBare(t *testing.T) {
	for _, printed := range []string{"5", "2018", "1.5", "ten", "three", "half", "a quarter", "million", "hundred", "tens"} {
		for id := lexicon.ID(0); id == 0 || lexicon.Known(id); id++ {
			w := lexicon.Key(id)
			if id == 0 {
				w = "millionin"
			}
			for _, next := range []string{"", "million dollars", "of a million dollars"} {
				reading(printed+" "+w+" "+next, func(r *Reader) {
					i := strings.Count(printed, " ")
					if !r.bare(i) {
						return
					}
					var n Number
					if r.number(&n, i, 0, false); n.To > i+1 || !r.over(i+1) {
						t.Errorf("%q: the number goes on", r.Text)
					}
				})
			}
		}
	}
}

// Amounts are compared, and found near one another, as the decimal package would, whatever their exponents.
func TestCompare(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 5))
	random := func() decimal.Decimal {
		digits := [...]int64{1, 10, 1000, 1e6, 1e12, 1e17}[rnd.IntN(6)]
		return decimal.New(1+rnd.Int64N(9*digits), int32(rnd.IntN(22)-6))
	}
	amountOf := func(d decimal.Decimal) *Amount {
		a := &Amount{Value: d, Currency: "USD", Figure: Figure{-1, 0}}
		if d.NumDigits() <= 18 {
			a.Figure = Figure{d.CoefficientInt64(), d.Exponent()}
		}
		return a
	}
	exact, small, rounded := 0, 0, 0
	for range 200_000 {
		a := random()
		b := random()
		switch rnd.IntN(3) {
		case 0: // the same value with another exponent
			n := int32(rnd.IntN(4))
			b = decimal.NewFromBigInt(new(big.Int).Mul(a.Coefficient(), decimal.New(1, n).BigInt()), a.Exponent()-n)
			exact++
		case 1: // almost the same
			b = a.Add(decimal.New(1, a.Exponent()-int32(rnd.IntN(3))))
		}
		m, n := amountOf(a), amountOf(b)
		if got, want := m.Compare(n), a.Cmp(b); got != want {
			t.Fatalf("%v compared with %v is %d, want %d", a, b, got, want)
		}
		if _, _, ok := Aligned(m.Figure, n.Figure); ok {
			small++
		}
		if got, want := m.Digits(), len(strings.TrimRight(a.Coefficient().String(), "0")); got != want {
			t.Fatalf("%v has %d significant digits, not %d", a, want, got)
		}
		x, y := *m, *n
		x.Figure, y.Figure = Figure{-1, 0}, Figure{-1, 0}
		if got, want := m.Near(n), x.Near(&y); got != want {
			t.Fatalf("%v near %v is %v, want %v", a, b, got, want)
		} else if got && !a.Equal(b) {
			rounded++
		}
		if got, want := m.AtLeast(3), a.Cmp(decimal.New(1, 3)) >= 0; got != want {
			t.Fatalf("%v is at least a thousand: %v, want %v", a, got, want)
		}
	}
	if exact < 1000 || small < 1000 || small > 190_000 || rounded < 1000 {
		t.Errorf("%d equal pairs, %d small ones, %d rounded ones: the draw is lopsided", exact, small, rounded)
	}
}
