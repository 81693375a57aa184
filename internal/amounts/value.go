package amounts

import (
	"cmp"
	"math/big"
	"strings"
)

// Value is the exact value of a number: its coefficient times ten to an exponent. It is never negative, and the zero Value is 0.
// Nearly all values have a coefficient of a few digits ("$12.5 million" is 125e5), so arithmetic is that of integers
// as long as it fits, and of package math/big beyond.
type Value struct {
	coef int64
	big  *big.Int // the coefficient instead of coef, where that might not hold it; nil as a rule, and never changed
	exp  int32
}

// most is a bound of coefficients that can be multiplied by ten, or by a hundred, and stay an int64.
const most = 1e16

// Parts returns what v is made of: coef, or large if that is not nil, times ten to the exp.
func (v Value) Parts() (coef int64, large *big.Int, exp int32) { return v.coef, v.big, v.exp }

// times returns v times ten to the power.
func (v Value) times(power int) Value {
	v.exp += int32(power)
	return v
}

// whole returns the coefficient of v in units of ten to the exp, which is not above that of v.
func (v Value) whole(exp int32) *big.Int {
	n := v.big
	if n == nil {
		n = big.NewInt(v.coef)
	}
	if up := int64(v.exp - exp); up > 0 {
		ten := big.NewInt(10)
		n = ten.Mul(n, ten.Exp(ten, big.NewInt(up), nil))
	}
	return n
}

// add returns the sum of v and w.
func (v Value) add(w Value) Value {
	exp := min(v.exp, w.exp)
	if x, y, ok := aligned(v, w); ok {
		return Value{coef: x + y, exp: exp}
	}
	return Value{big: new(big.Int).Add(v.whole(exp), w.whole(exp)), exp: exp}
}

// aligned returns v and w as integers of one unit, the smaller of theirs, if both are small enough to reckon with.
func aligned(v, w Value) (x, y int64, ok bool) {
	if v.big != nil || w.big != nil {
		return 0, 0, false
	}
	x, y = v.coef, w.coef
	for up := v.exp - w.exp; up > 0 && x < most; up-- {
		x *= 10
	}
	for up := w.exp - v.exp; up > 0 && y < most; up-- {
		y *= 10
	}
	return x, y, x < most && y < most
}

// Compare returns the sign of v-w.
func (v Value) Compare(w Value) int {
	if x, y, ok := aligned(v, w); ok {
		return cmp.Compare(x, y)
	}
	exp := min(v.exp, w.exp)
	return v.whole(exp).Cmp(w.whole(exp))
}

// near reports whether one of the values, as it is printed, is the other rounded to fewer digits, or, if it may be cut, cut off after them:
// "$12.3 million" is near "$12,345,000" and not near "$12.4 million"; "$7.4 million" may be cut from "$7.48 million".
// Values so large that nobody prints them in full are near only if they are equal.
func (v Value) near(w Value, cut bool) bool {
	if v.exp < w.exp {
		v, w = w, v
	}
	coarse, fine, small := aligned(v, w)
	if !small {
		return v.Compare(w) == 0
	}
	unit := int64(1) // of the last digit of the coarse one
	for up := v.exp - w.exp; up > 0 && unit < most; up-- {
		unit *= 10
	}
	apart := max(coarse, fine) - min(coarse, fine)
	switch {
	case apart == 0:
		return true
	case apart*far >= max(coarse, fine):
		return false // "$1 million" is not "$1.4 million"
	}
	return apart*2 <= unit || cut && coarse < fine && apart < unit
}

// far is the part of a value by which a rounded one differs from it at most: an eighth.
const far = 8

// size returns how many digits the coefficient has, and how many of these are zeros at the end.
func (v Value) size() (digits, zeros int) {
	if v.big != nil && v.big.Sign() != 0 {
		s := v.big.String()
		return len(s), len(s) - len(strings.TrimRight(s, "0"))
	}
	ends := true
	for c := v.coef; c != 0; c /= 10 {
		if ends = ends && c%10 == 0; ends {
			zeros++
		}
		digits++
	}
	return digits, zeros
}

// digits counts the significant digits: 12,500,000 has three.
func (v Value) digits() int {
	digits, zeros := v.size()
	return digits - zeros
}

// atLeast reports whether v is not less than ten to the power.
func (v Value) atLeast(power int) bool {
	digits, _ := v.size()
	return digits > 0 && digits+int(v.exp) > power
}

// tenTo returns ten to the power.
func tenTo(power int) Value { return Value{coef: 1, exp: int32(power)} }

// The bounds of a number; one beyond them has no value.
const (
	maxDigits   = 50  // of one number, with its decimals
	maxExponent = 30  // an amount is at most ten to this power
	minExponent = -18 // and down to 1e-18
)

// modest reports that v is certainly not beyond the bounds.
func (v Value) modest() bool {
	const digits = 19 // of an int64
	return v.big == nil && minExponent <= v.exp && v.exp <= maxExponent-digits
}

// beyond returns why v cannot be the value of an amount, "" if it can.
func (v Value) beyond() string {
	if v.modest() {
		return ""
	}
	digits, zeros := v.size()
	switch {
	case digits+int(v.exp) > maxExponent && v.Compare(tenTo(maxExponent)) > 0:
		return "beyond 1e30"
	case int(v.exp)+zeros < minExponent && digits > 0:
		return "finer than 1e-18"
	}
	return ""
}
