package funding

import (
	"sort"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

type unitKind uint8

const (
	unitMoney unitKind = iota
	unitStage
	unitDate
)

// unit is a recognised stretch of tokens; idx counts within its kind.
type unit struct {
	kind     unitKind
	from, to int32
	idx      int32
}

// findMentions finds amounts, stages and dates of the paragraph from left to right; the first that fits takes the tokens.
func (ps *parse) findMentions() {
	found := ps.Currencies[:0]
	for _, at := range ps.Currencies {
		if i := int(at); ps.Kind(i, token.Word) && ps.amounts.CurrencyWord(i) || ps.amounts.CurrencySign(i) != 0 {
			found = append(found, at)
		}
	}
	ps.Currencies = found
	last := ps.From // the token after the last unit
	amounts := len(ps.Currencies) > 0 || ps.Every
	for _, at := range ps.Looks {
		i := int(at)
		if i < last {
			continue
		}
		t, id := &ps.Toks[i], ps.IDs[i]
		cues, letter := lexicon.CuesOf(id), t.End-t.Start == 1
		time := cues&lexicon.TimeCue != 0 || t.Kind == token.Number || ps.Every
		if (cues&lexicon.CountCue != 0 || id == lexicon.WordThe || id == lexicon.WordAn) && !ps.Every {
			time = ps.cal.OpensTime(i)
			if !time && cues&^lexicon.CountCue == 0 && !(letter && t.Has(token.Upper)) {
				continue // the most: an article of something else
			}
		}
		if amounts && ps.amounts.Starts(i) {
			if ps.amounts.OpensUnit(i) {
				ps.noteCurrency(i)
			}
			m := ps.nextAmount()
			if from, to, ok := ps.amounts.At(i, m); ok && from >= last && to > i {
				ps.addMoney(m, from, to)
				last = to
				continue
			}
		}
		if letter || cues&lexicon.StageCue != 0 || ps.Every { // a letter: "A round"
			if s, to := ps.stageAt(i); to > i {
				ps.addUnit(unitStage, i, to, len(ps.stages))
				ps.stages, ps.stageAts = append(ps.stages, s), append(ps.stageAts, Span(ps.Bytes(i, to)))
				last = to
				continue
			}
		}
		if time {
			if d, to := ps.cal.At(i); to > i {
				ps.addUnit(unitDate, i, to, len(ps.dates))
				ps.dates, ps.dateAts = append(ps.dates, d), append(ps.dateAts, Span(ps.Bytes(i, to)))
				last = to
				continue
			}
		}
		if amounts && ps.amounts.OpensUnit(i) {
			ps.noteCurrency(i)
		}
	}
}

func (ps *parse) addUnit(kind unitKind, from, to, idx int) {
	ps.units = append(ps.units, unit{kind, int32(from), int32(to), int32(idx)})
}

// unitsTo returns the first unit from u on that begins at token from or after it.
func (ps *parse) unitsTo(u, from int) int {
	for u < len(ps.units) && int(ps.units[u].from) < from {
		u++
	}
	return u
}

// attributive reports whether a date stands as an adjective: "its 2017 Series B".
func (ps *parse) attributive(u unit) bool {
	i := int(u.from)
	if u.to != u.from+1 || !ps.Kind(i, token.Number) {
		return false
	}
	f := ps.Fold(i - 1)
	return ps.Kind(i-1, token.Poss) || f == "its" || f == "their" || f == "the" || f == "a" || f == "his" || f == "her"
}

// unitFrom returns the first unit that begins at token i or after it.
func (ps *parse) unitFrom(i int) int {
	return sort.Search(len(ps.units), func(k int) bool { return int(ps.units[k].from) >= i })
}
