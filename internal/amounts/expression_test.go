package amounts

import (
	"strings"
	"testing"

	"example.com/funding/internal/lexicon"
)

// Where over says that an amount is over, no question that moneyAt then spares itself has another answer.
func TestOver(t *testing.T) {
	usd := lex.CurrencyOf("USD")
	mayFollow := []string{
		"share", "million", "round", "6 million", "more", "so", "change", "a half", "dollars", "USD 5", "$5", "-", "years ago", "x",
	}
	for id := range lexicon.ID(lex.Len()) {
		if id != 0 && !lex.Known(id) {
			continue
		}
		w := lex.Key(id)
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
					_, _, suffix := r.suffix(to, false, 0)
					x := expression{to: to, cur: usd, plain: true}
					r.upper(&x)
					q := Exact
					if suffix != to || x.b.has || r.trailing(to, &q) != to || r.per(to) != "" {
						t.Errorf("%q: the amount goes on", r.Text)
					}
					for _, x := range []expression{
						{to: to, cur: usd, ends: true}, {to: to, cur: usd, a: number{mag: true}}, {to: to, cur: usd, plain: true},
					} {
						if row := r.unsureAfter(&x); row != nil {
							t.Errorf("%q: %s", r.Text, row.reason)
						}
					}
				})
			}
		}
	}
}

// Where bare says that no currency follows a number, reading it finds none.
func TestBare(t *testing.T) {
	for _, printed := range []string{"5", "2018", "1.5", "ten", "three", "half", "a quarter", "million", "hundred", "tens"} {
		for id := range lexicon.ID(lex.Len()) {
			if id != 0 && !lex.Known(id) {
				continue
			}
			w := lex.Key(id)
			if id == 0 {
				w = "millionin"
			}
			for _, next := range []string{"", "million dollars", "of a million dollars"} {
				reading(printed+" "+w+" "+next, func(r *Reader) {
					i := strings.Count(printed, " ")
					if !r.bare(i) {
						return
					}
					var n number
					if r.number(&n, i, 0, false); n.to > i+1 || !r.over(i+1) {
						t.Errorf("%q: the number goes on", r.Text)
					}
				})
			}
		}
	}
}
