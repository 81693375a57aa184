package mention

import (
	"sort"

	"example.com/funding/internal/lexicon"
)

// apart is how many bytes may stand between an amount and its translation: " (the equal of about ".
const apart = 24

// Translates reports whether the amount after number i prints the same in another currency: "€10 million ($12 million)",
// "€10 million, or $12 million".
func (r *Reader) Translates(i int32) bool {
	if i < 0 || int(i)+1 >= len(r.Money) {
		return false
	}
	a, b := &r.Money[i], &r.Money[i+1]
	if a.Currency == b.Currency || b.Start < a.End || b.Start-a.End > apart {
		return false
	}
	k := sort.Search(len(r.Toks), func(k int) bool { return int(r.Toks[k].Start) >= a.End }) // it ends before b
	if r.Toks[k].Is(',') {
		k++
	}
	t := &r.Toks[k]
	return t.Is('(') || t.Is('[') || t.Is('/') || r.Lex.Has(r.IDs[k], lexicon.TraitAlternative)
}
