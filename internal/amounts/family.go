package amounts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// A family is the currencies that share a sign or a word. A bare one of these
// is the currency that the document itself names, else Parser.Currency, else
// the first of the list.
type Family struct {
	Words   []string // signs and unit words
	Members string
	signed  string // members only where the caller or the document writes them with the sign, as MX$
}

var families = [...]Family{
	{[]string{"$", "dollar", "dollars", "buck", "bucks"}, "USD AUD CAD NZD SGD HKD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD ZWL", "MXN ARS CLP COP DOP UYU CUP"},
	{[]string{"¥", "￥"}, "JPY CNY", ""},
	{[]string{"kr"}, "SEK NOK DKK ISK", ""},
	{[]string{"krona"}, "SEK ISK", ""},
	{[]string{"krone", "kroner"}, "NOK DKK", ""},
	{[]string{"rs", "re", "rupee", "rupees"}, "INR PKR LKR NPR MUR SCR", ""},
	{[]string{"ps", "peso", "pesos"}, "MXN ARS CLP COP PHP DOP UYU CUP", ""},
	{[]string{"pound", "pounds"}, "GBP EGP LBP SYP SDG SSP GIP FKP SHP IEP CYP", ""},
	{[]string{"franc", "francs", "fr"}, "CHF FRF BEF LUF XOF XAF XPF RWF CDF BIF GNF KMF DJF", ""},
	{[]string{"dinar", "dinars"}, "KWD JOD BHD TND DZD IQD LYD RSD", ""},
	{[]string{"dirham", "dirhams", "dh", "dhs"}, "AED MAD", ""},
	{[]string{"riyal", "riyals"}, "SAR QAR", ""},
	{[]string{"rial", "rials"}, "IRR OMR YER", ""},
	{[]string{"lira", "liras", "lire"}, "TRY ITL MTL LBP SYP", ""},
	{[]string{"shilling", "shillings", "sh"}, "KES UGX TZS SOS", ""},
	{[]string{"leu", "lei"}, "RON MDL", ""},
	{[]string{"rouble", "roubles", "ruble", "rubles"}, "RUB BYN", ""},
	{[]string{"som", "soms"}, "KGS UZS", ""},
	{[]string{"manat", "manats"}, "AZN TMT", ""},
	{[]string{"koruna", "korunas", "koruny", "korun"}, "CZK SKK", ""},
	{[]string{"guilder", "guilders"}, "NLG ANG XCG SRG", ""},
	{[]string{"colon", "colones"}, "CRC SVC", ""},
	{[]string{"kwacha", "kwachas"}, "ZMW MWK", ""},
}

func (f *Family) Has(code string) bool { return code != "" && strings.Contains(f.Members, code) }

func (f *Family) Signs(code string) bool { return code != "" && strings.Contains(f.signed, code) }

// familyOf holds one more than the index of the first family of each currency that words stand for by default.
var familyOf = func() (of [len(lexicon.Currencies)]uint8) {
	for i := len(families) - 1; i >= 0; i-- {
		of[CodeOf(families[i].Members[:3])] = uint8(i + 1)
	}
	return of
}()

// sharedBy returns the family that shares the sign or unit word w, which stands for cur
// by default; nil if it stands for that only. The families of a currency follow each other.
func sharedBy(w string, cur uint16) *Family {
	for i := int(familyOf[cur]); 0 < i && i <= len(families); i++ {
		switch f := &families[i-1]; {
		case slices.Contains(f.Words, w):
			return f
		case !strings.HasPrefix(f.Members, lexicon.Currencies[cur][0]):
			return nil
		}
	}
	return nil
}

// sharedSigns are the signs among the words of families, each with its family.
var sharedSigns = func() (signs []signFamily) {
	for i := range families {
		for _, w := range families[i].Words {
			if r, n := utf8.DecodeRuneInString(w); n == len(w) && lexicon.Sign(r) != 0 {
				signs = append(signs, signFamily{r, &families[i]})
			}
		}
	}
	return signs
}()

type signFamily struct {
	sign   rune
	family *Family
}

// sharedSign is sharedBy for the sign r.
func sharedSign(r rune) *Family {
	for _, s := range sharedSigns {
		if s.sign == r {
			return s.family
		}
	}
	return nil
}

// sharedAt returns the family whose sign or word is all that tokens [from, to)
// say of the currency, nil if they say more.
func (r *Reader) sharedAt(from, to int) *Family {
	var shared *Family
	for i := from; i < to; i++ {
		var f *Family
		switch t := &r.Toks[i]; t.Kind {
		case token.Punct:
			if lexicon.Sign(t.R) == 0 {
				continue
			}
			f = sharedSign(t.R)
		case token.Word:
			id := r.IDs[i]
			e := lexicon.At(id)
			if e.Is(lexicon.Magnitude) {
				continue
			}
			if id == lexicon.WordUs || id == lexicon.WordUS {
				return nil
			}
			if i+1 < to && r.CurrencySign(i+1) != 0 && r.withSign(i, i+1) != 0 {
				return nil // A$, HK$
			}
			if r.OpensUnit(i) {
				if _, words := r.LongUnit(i); words > 1 {
					return nil // "Canadian dollars"
				}
			}
			if e.Currency == 0 {
				continue
			}
			if familyOf[e.Currency] == 0 {
				return nil
			}
			f = sharedBy(r.Fold(i), e.Currency)
		default:
			continue
		}
		if f == nil || shared != nil && f != shared {
			return nil
		}
		shared = f
	}
	return shared
}
