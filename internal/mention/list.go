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

// Reader finds the amounts, stages and dates of a text, and the date of the text itself.
type Reader struct {
	*words.Reader
	stages   *Stages
	Amounts  amounts.Reader
	Calendar calendar.Reader

	Units    []Unit // amounts, stages and dates in order, without overlap
	Money    []amounts.Amount
	Stages   []Stage
	stageAts []tokens
	Dates    []calendar.Expr
	DateAts  []token.Span

	printed   []string        // the currencies that the text prints in full
	stamps    []stampedDate   // dates that may be the document's own
	Published calendar.Date   // of the text, as far as it is known
	When      []calendar.Date // dates resolved, once Settle was called
	Recoined  bool            // an amount has got another currency than it was read with
	spans     []grammar.UnitSpan
}

// tokens is the tokens [from, to).
type tokens struct{ from, to int32 }

// StageAt returns where stage i is printed.
func (r *Reader) StageAt(i int32) token.Span {
	return r.Bytes(int(r.stageAts[i].from), int(r.stageAts[i].to))
}

// Rules are what a language says of mentions.
type Rules struct {
	Stages   *Stages
	Amounts  *amounts.Rules
	Calendar *calendar.Rules
}

// NewReader returns a reader of the words that w reads, in the language of the rules.
func NewReader(w *words.Reader, rules Rules) *Reader {
	r := &Reader{Reader: w, stages: rules.Stages, Amounts: amounts.Reader{Reader: w}, Calendar: calendar.Reader{View: &w.View}}
	r.Amounts.Rules, r.Calendar.Rules = rules.Amounts, rules.Calendar
	return r
}

// Reset forgets the mentions of one text. The next is known to be of the date published, or zero.
func (r *Reader) Reset(published calendar.Date) {
	r.ForgetWords()
	r.Money = reuse.Emptied(r.Money[:min(len(r.Money)+1, cap(r.Money))]) // with the one that was begun last
	r.Dates, r.DateAts, r.When, r.stamps, r.printed = r.Dates[:0], r.DateAts[:0], r.When[:0], r.stamps[:0], r.printed[:0]
	r.Calendar.DaysFirst, r.Calendar.MonthsFirst = 0, 0
	r.Published, r.Recoined = published, false
}

// ForgetWords drops what refers to words, and keeps amounts and dates.
func (r *Reader) ForgetWords() {
	r.Units, r.Stages, r.stageAts = r.Units[:0], r.Stages[:0], r.stageAts[:0]
}

// UnitKind says what a Unit is.
type UnitKind uint8

const (
	AmountUnit UnitKind = iota
	StageUnit
	DateUnit
)

// Unit is a mention: the tokens [From, To). Index is its number among those of its kind.
type Unit struct {
	Kind     UnitKind
	From, To int32
	Index    int32
}

// addUnit adds the mention [from, to), number idx of its kind.
func (r *Reader) addUnit(kind UnitKind, from, to, idx int) {
	r.Units = append(r.Units, Unit{kind, int32(from), int32(to), int32(idx)})
}

// UnitsTo returns the first unit from u on that begins at token from or after it.
func (r *Reader) UnitsTo(u, from int) int {
	for u < len(r.Units) && int(r.Units[u].From) < from {
		u++
	}
	return u
}

// UnitFrom returns the first unit that begins at token i or after it.
func (r *Reader) UnitFrom(i int) int {
	return sort.Search(len(r.Units), func(k int) bool { return int(r.Units[k].From) >= i })
}

// Spans returns the units from number u on that end before token to, as a sentence's grammar takes them. It lasts until it is asked again.
func (r *Reader) Spans(u, to int) []grammar.UnitSpan {
	spans := r.spans[:0]
	for ; u < len(r.Units) && int(r.Units[u].To) <= to; u++ {
		n := &r.Units[u]
		spans = append(spans, grammar.UnitSpan{From: n.From, To: n.To, When: n.Kind == DateUnit && !r.attributive(n)})
	}
	r.spans = spans
	return spans
}

// attributive reports whether a date stands as an adjective: "its 2017 Series B".
func (r *Reader) attributive(u *Unit) bool {
	i := int(u.From)
	return u.To == u.From+1 && r.Kind(i, token.Number) &&
		(r.Kind(i-1, token.Poss) || r.Lex.Has(r.Word(i-1), lexicon.TraitBeforeAdjective))
}

// AmountOrStage reports whether one begins before token to, from unit u on.
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

// Find finds amounts, stages and dates of the paragraph from left to right; the first that fits takes the tokens.
func (r *Reader) Find() {
	r.checkCurrencies()
	amounts := len(r.Currencies) > 0 || r.Every
	last := r.From // the token after the last unit
	for _, at := range r.Looks {
		i := int(at)
		if i < last {
			continue
		}
		t, id := &r.Toks[i], r.IDs[i]
		cues, letter := r.Lex.CuesOf(id), t.End-t.Start == 1
		time := cues&lexicon.TimeCue != 0 || t.Kind == token.Number || r.Every
		if (cues&lexicon.CountCue != 0 || cues == 0 && id != 0 && r.article(id)) && !r.Every {
			time = r.Calendar.OpensTime(i)
			if !time && cues&^lexicon.CountCue == 0 && !(letter && t.Has(token.Upper)) {
				continue // the most: an article of something else
			}
		}
		stage := letter || cues&lexicon.StageCue != 0 || r.Every // a letter: "A round"
		to := i
		if amounts {
			to = r.findAmount(i, last)
		}
		if stage && to == i {
			to = r.findStage(i)
		}
		if time && to == i {
			to = r.findTime(i)
		}
		switch {
		case to > i:
			last = to
		case amounts && r.Amounts.OpensUnit(i):
			r.noteCurrency(i)
		}
	}
}

// checkCurrencies drops from Currencies what is none after all.
func (r *Reader) checkCurrencies() {
	found := r.Currencies[:0]
	for _, at := range r.Currencies {
		if i := int(at); r.Kind(i, token.Word) && r.Amounts.CurrencyWord(i) || r.Amounts.CurrencySign(i) != 0 {
			found = append(found, at)
		}
	}
	r.Currencies = found
}

// article reports whether id is an article. One without a cue of its own is looked at only for the sake of what follows:
// "the summer", "an hour ago". "A" has one: it may be a stage.
func (r *Reader) article(id lexicon.ID) bool {
	return r.Lex.Has(id, lexicon.TraitDefiniteArticle) || r.Lex.Has(id, lexicon.TraitIndefiniteArticle)
}

// findAmount, findStage and findTime find what may begin at token i, after token last. They return the token after it,
// i if there is none.
func (r *Reader) findAmount(i, last int) int {
	if !r.Amounts.Starts(i) {
		return i
	}
	if r.Amounts.OpensUnit(i) {
		r.noteCurrency(i)
	}
	m := r.nextAmount()
	from, to, ok := r.Amounts.At(i, m)
	if !ok || from < last || to <= i {
		return i
	}
	r.addMoney(m, from, to)
	return to
}

func (r *Reader) findStage(i int) int {
	s, to := r.stageAt(i)
	if to > i {
		r.addUnit(StageUnit, i, to, len(r.Stages))
		r.Stages, r.stageAts = append(r.Stages, s), append(r.stageAts, tokens{int32(i), int32(to)})
	}
	return to
}

func (r *Reader) findTime(i int) int {
	d, to := r.Calendar.At(i)
	if to > i {
		r.addUnit(DateUnit, i, to, len(r.Dates))
		r.Dates, r.DateAts = append(r.Dates, d), append(r.DateAts, r.Bytes(i, to))
	}
	return to
}
