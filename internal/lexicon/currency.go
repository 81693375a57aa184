package lexicon

import (
	"slices"
	"strings"
)

// CurrencyState says whether a currency is money today.
type CurrencyState uint8

const (
	Active CurrencyState = iota
	Historic
	Crypto
)

// Currency is what is known of a currency. The zero Currency is none.
type Currency struct {
	Code   string // of ISO 4217, or of a coin
	Digits uint8  // of its minor unit
	State  CurrencyState
	Marks  uint8 // those of currencies.txt, in the order of the methods
	Family uint8 // the first of those of which it is the first member, counted from 1; 0 if there is none
}

// Major reports whether its code may stand beside any number: "5 EUR". Any other needs a number that only money
// has, since many codes are words: "ALL 5 founders".
func (c *Currency) Major() bool { return c.Marks&1 != 0 }

// DotGroups reports whether its lands set thousands apart with dots: "€1.200" is twelve hundred; "$1.200" is nobody knows what.
func (c *Currency) DotGroups() bool { return c.Marks&2 != 0 }

// MilIsThousand reports whether "mil" is a thousand in its lands: "R$ 500 mil". In English it is a million.
func (c *Currency) MilIsThousand() bool { return c.Marks&4 != 0 }

// PointDecimals reports whether a lone comma in a number beside its code marks no decimals: "5,5 USD".
func (c *Currency) PointDecimals() bool { return c.Marks&8 != 0 }

// CurrencyAt returns the currency of number cur; that of 0 is none.
func (l *Lexicon) CurrencyAt(cur uint16) *Currency { return &l.t.Currencies[cur] }

// CurrencyCount returns how many currency numbers there are; 0 is none.
func (l *Lexicon) CurrencyCount() int { return len(l.t.Currencies) }

// CurrencyOf returns the number of the currency whose code is code, in either case; 0 if there is none.
func (l *Lexicon) CurrencyOf(code string) uint16 {
	if c := l.At(l.Find(code)).Currency; c != 0 && strings.EqualFold(l.t.Currencies[c].Code, code) {
		return c
	}
	return 0
}

// Code returns the code of the currency that s is the code of, in either case: of "usd" it is "USD"; "" if there is none.
func (l *Lexicon) Code(s string) string { return l.t.Currencies[l.CurrencyOf(s)].Code }

// NamesUnit reports whether the word or phrase id is the name of a currency, "euros", "yen", and not a
// code or an abbreviation: "EUR", "Fr".
func (l *Lexicon) NamesUnit(id ID) bool {
	cur := l.At(id).Currency
	if cur == 0 {
		return false
	}
	key := l.Key(id)
	return !strings.EqualFold(key, l.t.Currencies[cur].Code) && (len(key) > 3 || l.Has(id, TraitShortUnit))
}

// Cased reports whether word is, letter for letter, a code or sign of a currency that is not all capitals: "KSh", "Rp".
func (l *Lexicon) Cased(word string) bool {
	_, ok := slices.BinarySearch(l.t.Cased, word)
	return ok
}

// Sign returns the currency that the mark stands for by default, 0 if it is the sign of none.
func (l *Lexicon) Sign(mark rune) uint16 {
	if punctuation <= mark && mark < symbols { // the most of the others
		return 0
	}
	return l.sign(mark).Currency
}

// Dashes, quotation marks and the like, of which none is a sign of a currency, begin in Unicode with punctuation and end before symbols.
const punctuation, symbols = 0x2010, 0x2070

// sign returns what is known of a mark.
func (l *Lexicon) sign(mark rune) Sign {
	if uint32(mark) < uint32(len(l.ascii)) {
		return l.ascii[mark]
	}
	if i, ok := slices.BinarySearchFunc(l.t.Signs, mark, func(s Sign, mark rune) int { return int(s.Mark - mark) }); ok {
		return l.t.Signs[i]
	}
	return Sign{}
}

// Family is currencies that share a sign or a word. A bare one of these stands for the first member, unless
// the text or the caller says which one it is: "A$5M" in one place makes a "$3M" in another Australian.
type Family struct {
	Words           []ID // and signs
	Members, Signed []string
}

// Has reports whether the currency of a code is a member.
func (f *Family) Has(code string) bool { return slices.Contains(f.Members, code) }

// Signs reports whether the currency of a code is a member only where the caller or the text writes
// it with the sign of the family: MX$.
func (f *Family) Signs(code string) bool { return slices.Contains(f.Signed, code) }

// FamilyOf returns the family that shares the word or sign id, nil if it stands for one currency only.
func (l *Lexicon) FamilyOf(id ID) *Family {
	cur := l.At(id).Currency
	first := l.t.Currencies[cur].Code
	for i := int(l.t.Currencies[cur].Family); 0 < i && i <= len(l.t.Families); i++ {
		switch f := &l.t.Families[i-1]; {
		case slices.Contains(f.Words, id):
			return f
		case f.Members[0] != first:
			return nil
		}
	}
	return nil
}

// FamilyOfSign returns the family that shares the mark, nil if it stands for one currency only or for none.
func (l *Lexicon) FamilyOfSign(mark rune) *Family {
	if f := l.sign(mark).Family; f != 0 {
		return &l.t.Families[f-1]
	}
	return nil
}
