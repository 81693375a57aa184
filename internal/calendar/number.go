package calendar

import (
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// kinds is a set of kinds of numbers; see elements.
type kinds uint16

const (
	yearAlone kinds = 1 << iota
	yearDigits
	decade
	count
	dayOfMonth
	quarterNumber
	halfNumber
	firstKinds // a row may begin with those before it

	shortYear kinds = 1 << (iota - 1)
	laterDay
	clock
	quarterShort
	halfShort
	tens
	anyNumber
)

// possible reports whether a number may be of the kinds k and none else that a row may begin with.
func (k kinds) possible() bool {
	switch {
	case k&count == 0:
		return k == 0
	case k&yearDigits != 0:
		return k&(dayOfMonth|quarterNumber|halfNumber) == 0
	}
	return k&(yearAlone|decade) == 0 && (k&quarterNumber != 0 || k&halfNumber == 0)
}

// kinds returns the kinds that the number at token i belongs to.
func (r *Reader) kinds(i int) kinds {
	t := r.Toks[i].Text(r.Text)
	n := words.Natural(t)
	if n < 0 {
		return shortQuarter(t) | clock | anyNumber
	}
	k := clock | anyNumber
	if n > 0 {
		k |= count
		if n <= 2 {
			k |= halfNumber
		}
		if n <= 4 {
			k |= quarterNumber
		}
		if n <= 31 && len(t) <= 2 {
			k |= dayOfMonth | laterDay
		}
	}
	switch {
	case len(t) == 2:
		if !r.Glued(i+1) || r.Toks[i+1].Kind == token.Punct {
			k |= shortYear
		}
		if n%10 == 0 {
			k |= tens
		}
	case len(t) == 4 && 1900 <= n && n <= 2099:
		k ^= clock | yearDigits
		if n%10 == 0 {
			k |= decade
		}
		if r.YearAlone(i) {
			k |= yearAlone
		}
	}
	return k
}

// shortQuarter tells a quarter or half and a year in one number: 1'21.
func shortQuarter(t string) kinds {
	if len(t) != 4 || t[1] != '\'' || t[2] >= '5' || words.Natural(t[2:]) < 0 {
		return 0
	}
	switch t[0] {
	case '1', '2':
		return quarterShort | halfShort
	case '3', '4':
		return quarterShort
	}
	return 0
}

// century returns the year that two digits stand for: 21 is 2021, 99 is 1999.
func century(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// fillNumber notes in x what the number t of the kind k says. It reports false if that cannot be.
func fillNumber(x *Expr, k kinds, t string) bool {
	n := words.Natural(t)
	switch k {
	case yearAlone, yearDigits:
		x.Date.Year = n
	case shortYear:
		x.Date.Year = century(n)
	case dayOfMonth:
		x.Date.Day = n
	case laterDay:
		return n > x.Date.Day
	case count, halfNumber:
		x.N = n
	case quarterNumber:
		x.Date.Quarter = n
	case quarterShort:
		x.Date.Quarter, x.Date.Year = int(t[0]-'0'), century(words.Natural(t[2:]))
	case halfShort:
		x.N, x.Date.Year = int(t[0]-'0'), century(words.Natural(t[2:]))
	}
	return true
}
