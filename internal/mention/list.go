// Package mention finds the amounts, stages and dates of a text in one pass, and the date of the text itself.
package mention

import (
	"sort"

	"example.com/funding/internal/amounts"
	"example.com/funding/internal/calendar"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/reuse"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// mentionReader finds the amounts, stages and dates of a text, and the date of the text itself.
type Reader struct {
	*words.Reader
	Amounts  amounts.Reader
	Calendar calendar.Reader

	Units    []unit // amounts, stages and dates in order, without overlap
	Money    []amounts.Amount
	Stages   []Stage
	StageAts []token.Span
	Dates    []calendar.Expr
	DateAts  []token.Span

	printed   []string        // the currencies that the text prints in full
	stamps    []stampedDate   // dates that may be the document's own
	Published calendar.Date   // of the text, as far as it is known
	When      []calendar.Date // dates resolved, once settle was called
	Recoined  bool            // an amount has got another currency than it was read with
	spans     []grammar.UnitSpan
}

// newMentionReader returns a reader of the words that w reads.
func NewReader(w *words.Reader) *Reader {
	return &Reader{Reader: w, Amounts: amounts.Reader{Reader: w}, Calendar: calendar.Reader{View: &w.View}}
}

// reset forgets the mentions of one text. The next is known to be of the date published, or zero.
func (r *Reader) Reset(published calendar.Date) {
	r.ForgetWords()
	r.Money = reuse.Emptied(r.Money[:min(len(r.Money)+1, cap(r.Money))]) // with the one that was begun last
	r.Dates, r.DateAts, r.When, r.stamps, r.printed = r.Dates[:0], r.DateAts[:0], r.When[:0], r.stamps[:0], r.printed[:0]
	r.Calendar.DaysFirst, r.Calendar.MonthsFirst = 0, 0
	r.Published, r.Recoined = published, false
}

// forgetWords drops what refers to words, and keeps amounts and dates.
func (r *Reader) ForgetWords() {
	r.Units, r.Stages, r.StageAts = r.Units[:0], r.Stages[:0], r.StageAts[:0]
}

type UnitKind uint8

const (
	AmountUnit UnitKind = iota
	StageUnit
	DateUnit
)

// unit is a recognised stretch of tokens; idx counts within its kind.
type unit struct {
	Kind     UnitKind
	From, To int32
	Index    int32
}

func (r *Reader) addUnit(kind UnitKind, from, to, idx int) {
	r.Units = append(r.Units, unit{kind, int32(from), int32(to), int32(idx)})
}

// unitsTo returns the first unit from u on that begins at token from or after it.
func (r *Reader) UnitsTo(u, from int) int {
	for u < len(r.Units) && int(r.Units[u].From) < from {
		u++
	}
	return u
}

// unitFrom returns the first unit that begins at token i or after it.
func (r *Reader) UnitFrom(i int) int {
	return sort.Search(len(r.Units), func(k int) bool { return int(r.Units[k].From) >= i })
}

// attributive reports whether a date stands as an adjective: "its 2017 Series B".
func (r *Reader) attributive(u unit) bool {
	i := int(u.From)
	if u.To != u.From+1 || !r.Kind(i, token.Number) {
		return false
	}
	f := r.Fold(i - 1)
	return r.Kind(i-1, token.Poss) || f == "its" || f == "their" || f == "the" || f == "a" || f == "his" || f == "her"
}

// findMentions finds amounts, stages and dates of the paragraph from left to right; the first that fits takes the tokens.
func (r *Reader) Find() {
	found := r.Currencies[:0]
	for _, at := range r.Currencies {
		if i := int(at); r.Kind(i, token.Word) && r.Amounts.CurrencyWord(i) || r.Amounts.CurrencySign(i) != 0 {
			found = append(found, at)
		}
	}
	r.Currencies = found
	last := r.From // the token after the last unit
	amounts := len(r.Currencies) > 0 || r.Every
	for _, at := range r.Looks {
		i := int(at)
		if i < last {
			continue
		}
		t, id := &r.Toks[i], r.IDs[i]
		cues, letter := lexicon.CuesOf(id), t.End-t.Start == 1
		time := cues&lexicon.TimeCue != 0 || t.Kind == token.Number || r.Every
		if (cues&lexicon.CountCue != 0 || id == lexicon.WordThe || id == lexicon.WordAn) && !r.Every {
			time = r.Calendar.OpensTime(i)
			if !time && cues&^lexicon.CountCue == 0 && !(letter && t.Has(token.Upper)) {
				continue // the most: an article of something else
			}
		}
		if amounts && r.Amounts.Starts(i) {
			if r.Amounts.OpensUnit(i) {
				r.noteCurrency(i)
			}
			m := r.nextAmount()
			if from, to, ok := r.Amounts.At(i, m); ok && from >= last && to > i {
				r.addMoney(m, from, to)
				last = to
				continue
			}
		}
		if letter || cues&lexicon.StageCue != 0 || r.Every { // a letter: "A round"
			if s, to := r.stageAt(i); to > i {
				r.addUnit(StageUnit, i, to, len(r.Stages))
				r.Stages, r.StageAts = append(r.Stages, s), append(r.StageAts, r.Bytes(i, to))
				last = to
				continue
			}
		}
		if time {
			if d, to := r.Calendar.At(i); to > i {
				r.addUnit(DateUnit, i, to, len(r.Dates))
				r.Dates, r.DateAts = append(r.Dates, d), append(r.DateAts, r.Bytes(i, to))
				last = to
				continue
			}
		}
		if amounts && r.Amounts.OpensUnit(i) {
			r.noteCurrency(i)
		}
	}
}

// amountOrStage reports whether one begins before token to, from unit u on.
func (r *Reader) AmountOrStage(u, to int) bool {
	for ; u < len(r.Units) && int(r.Units[u].From) < to; u++ {
		if r.Units[u].Kind != DateUnit {
			return true
		}
	}
	return false
}

// dateBefore reports whether a date begins before token to, from unit u on.
func (r *Reader) dateBefore(u, to int) bool {
	for ; u < len(r.Units) && int(r.Units[u].From) < to; u++ {
		if r.Units[u].Kind == DateUnit {
			return true
		}
	}
	return false
}

// Spans returns the units from number u on that end before token to, as a sentence's grammar takes them. It lasts until it is asked again.
func (r *Reader) Spans(u, to int) []grammar.UnitSpan {
	spans := r.spans[:0]
	for ; u < len(r.Units) && int(r.Units[u].To) <= to; u++ {
		n := &r.Units[u]
		spans = append(spans, grammar.UnitSpan{From: n.From, To: n.To, When: n.Kind == DateUnit && !r.attributive(*n)})
	}
	r.spans = spans
	return spans
}
