package amounts

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// dec returns v as a decimal.
func dec(v Value) decimal.Decimal {
	coef, large, exp := v.Parts()
	if large != nil {
		return decimal.NewFromBigInt(large, exp)
	}
	return decimal.New(coef, exp)
}

// draw returns a random value, of a few digits or of many, and sometimes 0.
func draw(rnd *rand.Rand) Value {
	exp := int32(rnd.IntN(22) - 8)
	switch rnd.IntN(8) {
	case 0: // beyond an int64
		n := new(big.Int).Mul(big.NewInt(1+rnd.Int64()), big.NewInt(1+rnd.Int64N(1e12)))
		return Value{big: n, exp: exp}
	case 1: // small, in a big.Int
		return Value{big: big.NewInt(rnd.Int64N(1000)), exp: exp}
	case 2:
		return Value{exp: exp}
	}
	digits := [...]int64{1, 10, 1000, 1e6, 1e12, 1e17}[rnd.IntN(6)]
	return Value{coef: 1 + rnd.Int64N(9*digits), exp: exp}
}

// neighbour returns a value that is v, or almost.
func neighbour(rnd *rand.Rand, v Value) Value {
	n := int32(rnd.IntN(4))
	same := Value{big: v.whole(v.exp - n), exp: v.exp - n}
	if same.big.IsInt64() && rnd.IntN(2) == 0 {
		same = Value{coef: same.big.Int64(), exp: same.exp}
	}
	if rnd.IntN(2) == 0 {
		return same
	}
	return same.add(Value{coef: 1, exp: v.exp - int32(rnd.IntN(3))})
}

// shortened is what near says, told with decimals.
func shortened(a, b decimal.Decimal, cut bool) bool {
	if a.Exponent() < b.Exponent() {
		a, b = b, a
	}
	apart := a.Sub(b).Abs()
	if apart.Mul(decimal.New(8, 0)).GreaterThanOrEqual(decimal.Max(a, b)) {
		return a.Equal(b)
	}
	places := -a.Exponent() // how many decimals a is printed to
	low, high := b.RoundFloor(places), b.RoundCeil(places)
	half := decimal.New(5, a.Exponent()-1)
	return a.Equal(low) && (cut || apart.LessThanOrEqual(half)) || a.Equal(high) && apart.LessThanOrEqual(half)
}

// Values are compared, added and bounded as decimals are, whatever their exponents.
func TestValue(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 5))
	exact, small, near, bounded := 0, 0, 0, 0
	for range 200_000 {
		v := draw(rnd)
		w := draw(rnd)
		if rnd.IntN(2) == 0 {
			w = neighbour(rnd, v)
		}
		a, b := dec(v), dec(w)
		if got, want := v.Compare(w), a.Cmp(b); got != want {
			t.Fatalf("%v compared with %v is %d, want %d", a, b, got, want)
		}
		if v.Compare(w) == 0 {
			exact++
		}
		if _, _, ok := aligned(v, w); ok {
			small++
		}
		if got, want := dec(v.add(w)), a.Add(b); !got.Equal(want) {
			t.Fatalf("%v + %v is %v, want %v", a, b, got, want)
		}
		if got, want := dec(v.times(7)), a.Shift(7); !got.Equal(want) {
			t.Fatalf("%v times 1e7 is %v, want %v", a, got, want)
		}
		if got, want := v.digits(), len(strings.TrimRight(a.Coefficient().String(), "0")); got != want {
			t.Fatalf("%v has %d significant digits, not %d", a, want, got)
		}
		for _, cut := range []bool{false, true} {
			got, want := v.near(w, cut), shortened(a, b, cut)
			if _, _, ok := aligned(v, w); !ok {
				want = a.Equal(b)
			}
			if got != want {
				t.Fatalf("%v near %v, cut %v, is %v, want %v", a, b, cut, got, want)
			}
			if got && !a.Equal(b) {
				near++
			}
		}
		m := &Amount{Value: v}
		if got, want := m.AtLeast(3), a.Cmp(decimal.New(1, 3)) >= 0; got != want {
			t.Fatalf("%v is at least a thousand: %v, want %v", a, got, want)
		}
		if got, want := m.PowerOfTen(6), a.Equal(decimal.New(1, 6)); got != want {
			t.Fatalf("%v is a million: %v, want %v", a, got, want)
		}
		scaled := v.times(rnd.IntN(40) - 20)
		d, why := dec(scaled), ""
		if d.GreaterThan(decimal.New(1, 30)) {
			why = "beyond 1e30"
		} else if !d.Equal(d.Truncate(18)) {
			why = "finer than 1e-18"
		}
		if got := scaled.beyond(); got != why {
			t.Fatalf("%v is %q, want %q", d, got, why)
		}
		if why != "" {
			bounded++
			if scaled.modest() {
				t.Fatalf("%v is modest", d)
			}
		}
	}
	if exact < 10_000 || small < 10_000 || small > 190_000 || near < 1000 || bounded < 10_000 {
		t.Errorf("%d equal pairs, %d small ones, %d rounded ones, %d beyond bounds: the draw is lopsided", exact, small, near, bounded)
	}
	for _, v := range []Value{tenTo(6), {coef: 10, exp: 5}, {coef: 1e8, exp: -2}, {big: big.NewInt(1e6)}} {
		if m := (&Amount{Value: v}); !m.PowerOfTen(6) || m.PowerOfTen(5) {
			t.Errorf("%v is no million", dec(v))
		}
	}
	if why := tenTo(maxExponent).beyond(); why != "" {
		t.Errorf("1e30 is %s", why)
	}
}

// A value that was added to, scaled or compared is the same afterwards: the big integer may be shared.
func TestValueStays(t *testing.T) {
	v := Value{big: new(big.Int).Exp(big.NewInt(7), big.NewInt(50), nil), exp: 3}
	was := v.big.String()
	w := Value{coef: 12345, exp: -7}
	v.add(w)
	v.Compare(w)
	v.near(Value{big: new(big.Int).Add(v.big, big.NewInt(1)), exp: 3}, true)
	v.times(3)
	v.whole(-2)
	if v.big.String() != was || v.exp != 3 {
		t.Errorf("%s e3 became %s e%d", was, v.big, v.exp)
	}
}
