package funding

import (
	"strconv"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// Stage is the stage of a round as printed; the zero Stage is none. Its text
// form is "seed", "pre-series-a", "series-b", "series-b+", "series-a1", "series-a-extension".
type Stage struct {
	base   stageBase
	letter byte  // 'a'..'k' of a series
	number uint8 // of "Series A1"
	mark   stageMark
}

type stageBase uint8

const (
	noStage stageBase = iota
	preSeed
	seed
	angel
	preSeries
	series
	growth
	late
	bridge
	mezzanine
	preIPO
	strategic
)

type stageMark uint8

const (
	plain stageMark = iota
	plus
	extension
)

var stageNames = [...]string{"", "pre-seed", "seed", "angel", "pre-series-", "series-", "growth", "late", "bridge", "mezzanine", "pre-ipo", "strategic"}

// IsZero reports whether no stage is stated.
func (s Stage) IsZero() bool { return s == Stage{} }

// String returns the text form of s, "" for none.
func (s Stage) String() string {
	if s.IsZero() {
		return ""
	}
	b := stageNames[s.base]
	if s.letter != 0 {
		b += string(rune(s.letter))
	}
	if s.number != 0 {
		b += strconv.Itoa(int(s.number))
	}
	switch s.mark {
	case plus:
		b += "+"
	case extension:
		b += "-extension"
	}
	return b
}

// ParseStage reads the text form that String returns; "" is the zero Stage. The error is a *ParseError.
func ParseStage(text string) (Stage, error) {
	if text == "" {
		return Stage{}, nil
	}
	var s Stage
	rest := text
	if r, ok := strings.CutSuffix(rest, "-extension"); ok {
		rest, s.mark = r, extension
	} else if r, ok := strings.CutSuffix(rest, "+"); ok {
		rest, s.mark = r, plus
	}
	for b := preSeed; b <= strategic; b++ {
		name := stageNames[b]
		if b == preSeries || b == series {
			tail, ok := strings.CutPrefix(rest, name)
			if !ok || tail == "" || tail[0] < 'a' || tail[0] > 'k' {
				continue
			}
			s.base, s.letter = b, tail[0]
			if tail = tail[1:]; tail != "" {
				n, err := strconv.ParseUint(tail, 10, 8)
				if err != nil || n == 0 || tail[0] == '0' {
					return Stage{}, &ParseError{text, len(text) - len(tail), "not a stage"}
				}
				s.number = uint8(n)
			}
			return s, nil
		}
		if rest == name {
			s.base = b
			return s, nil
		}
	}
	return Stage{}, &ParseError{text, 0, "not a stage"}
}

// same reports whether s and o are the same stage but for marks and numbers.
func (s Stage) same(o Stage) bool { return s.base == o.base && s.letter == o.letter }

// Equal reports whether s and o are the same stage, marks and numbers included.
func (s Stage) Equal(o Stage) bool { return s == o }

// MarshalText implements encoding.TextMarshaler.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Stage) UnmarshalText(b []byte) (err error) {
	*s, err = ParseStage(string(b))
	return err
}

// stageWords are the stages that need a word of financing after them to be one.
var stageWords = [...]struct {
	word   lexicon.ID
	staged bool // "-stage" follows
	base   stageBase
	loose  bool // also after an amount, "$2M seed"
}{
	{lexicon.WordSeed, false, seed, true}, {lexicon.WordAngel, false, angel, false}, {lexicon.WordGrowth, false, growth, false}, {lexicon.WordBridge, false, bridge, false},
	{lexicon.WordStrategic, false, strategic, false}, {lexicon.WordMezzanine, false, mezzanine, false}, {lexicon.WordLate, true, late, false}, {lexicon.WordGrowth, true, growth, false},
}

// stageAt reads a stage at token i and returns the token after it, or i if there is none.
func (ps *parse) stageAt(i int) (Stage, int) {
	switch id := ps.ids[i]; id {
	case 0:
	case lexicon.WordPre:
		return ps.preStage(i)
	case lexicon.WordPreseed:
		return Stage{base: preSeed}, i + 1
	case lexicon.WordSeries:
		return ps.series(i)
	default:
		for k := range stageWords {
			if stageWords[k].word == id {
				return ps.stageWord(i, id)
			}
		}
	}
	// "A-round", "C round"
	t := &ps.toks[i]
	if t.End-t.Start != 1 || ps.glued(i) {
		return Stage{}, i
	}
	if c := ps.text[t.Start]; 'A' <= c && c <= 'H' {
		next := ps.word(i + 1)
		if ps.is(i+1, '-') && ps.glued(i+1) && ps.word(i+2) == lexicon.WordRound || c > 'A' && (next == lexicon.WordRound || next == lexicon.WordFinancing) && ps.toks[i+1].Has(token.Space) {
			return Stage{base: series, letter: c | 0x20}, i + 1
		}
	}
	return Stage{}, i
}

// preStage reads "pre-seed", "pre-Series A" or "pre-IPO" at token i.
func (ps *parse) preStage(i int) (Stage, int) {
	j := i + 1
	if ps.is(j, '-') || ps.is(j, '–') {
		j++
	}
	switch ps.word(j) {
	case lexicon.WordSeries:
		if s, to := ps.series(j); to > j {
			s.base = preSeries
			return s, to
		}
	case lexicon.WordSeed:
		return Stage{base: preSeed}, j + 1
	case lexicon.WordIpo:
		if ps.financingAhead(j + 1) {
			return Stage{base: preIPO}, j + 1
		}
	}
	return Stage{}, i
}

// stageWord reads one of stageWords, the word id, at token i.
func (ps *parse) stageWord(i int, id lexicon.ID) (Stage, int) {
	to := i + 1
	staged := ps.is(to, '-') && ps.glued(to) && ps.word(to+1) == lexicon.WordStage
	if staged {
		to = i + 3
	}
	k := 0
	for k < len(stageWords) && (stageWords[k].word != id || stageWords[k].staged != staged) {
		k++
	}
	if k == len(stageWords) {
		return Stage{}, i
	}
	w := &stageWords[k]
	if t := &ps.toks[i]; t.Has(token.Upper) && i > ps.from && ps.toks[i-1].Has(token.Upper) {
		if ps.glueless(i) && ps.kind(i+1, token.Word) && ps.toks[i+1].Has(token.Upper) && ps.plainAround(i) {
			return Stage{}, i // "Foo Strategic Investments"
		}
		if w.base == seed && ps.entry(i-1).Class == 0 && !ps.financingAhead(to) {
			return Stage{}, i // "Foo Seed"
		}
	}
	if w.loose && ps.afterAmount(i) && !ps.entry(to).Is(lexicon.Fundnoun|lexicon.Investornoun) && !(ps.glued(to) && (ps.toks[to].Kind != token.Punct || ps.is(to, '-'))) ||
		ps.financingAhead(to) || w.base == seed && ps.is(to, '+') && ps.glued(to) {
		return ps.marks(Stage{base: w.base}, to)
	}
	return Stage{}, i
}

func (ps *parse) glueless(i int) bool { return ps.toks[i].Has(token.Space) }

// plainAround reports whether lower-case words stand near token i, so that capitals mark names there.
func (ps *parse) plainAround(i int) bool {
	for j := max(ps.from, i-7); j < len(ps.toks) && j < i+7; j++ {
		t := ps.toks[j]
		if t.Kind == token.Word && t.End-t.Start > 3 && !t.Has(token.Upper|token.Mixed) {
			return true
		}
	}
	return false
}

// series reads "Series A", "Series B-2", "series C+", "Series A extension" at token i.
func (ps *parse) series(i int) (Stage, int) {
	j := i + 1
	if ps.is(j, '-') && ps.glued(j) {
		j++
	}
	if !ps.kind(j, token.Word) {
		return Stage{}, i
	}
	w := ps.toks[j].Text(ps.text)
	if len(w) != 1 {
		return Stage{}, i
	}
	l := w[0] | 0x20
	if l < 'a' || l > 'k' || w[0] == l && w == "a" && !ps.entry(j+1).Is(lexicon.Roundnoun) && !ps.entry(j+1).Is(lexicon.Conj) {
		return Stage{}, i
	}
	if !ps.toks[i].Has(token.AllUpper|token.Upper) && ps.kind(j+1, token.Word) && ps.toks[j+1].Has(token.Upper) {
		return Stage{}, i // "the TV series A Quiet Life"
	}
	s := Stage{base: series, letter: l}
	j++
	num := j
	if ps.is(num, '-') && ps.glued(num) && ps.glued(num+1) {
		num++
	}
	if ps.kind(num, token.Number) && (ps.glued(num)) {
		if n, err := strconv.Atoi(ps.toks[num].Text(ps.text)); err == nil && n > 0 && n < 10 && !(num+1 < len(ps.toks) && ps.glued(num+1) && ps.toks[num+1].Kind != token.Punct) {
			s.number = uint8(n)
			j = num + 1
		}
	}
	return ps.marks(s, j)
}

// marks reads what marks a second close: "+", "extension".
func (ps *parse) marks(s Stage, j int) (Stage, int) {
	switch {
	case ps.is(j, '+') && ps.glued(j):
		s.mark = plus
		return s, j + 1
	case ps.word(j) == lexicon.WordPlus && ps.glued(j):
		s.mark = plus
		return s, j + 1
	case ps.word(j) == lexicon.WordExtension:
		s.mark = extension
		return s, j + 1
	case ps.word(j+1) == lexicon.WordExtension:
		switch {
		case ps.is(j, '-'):
			s.mark = extension
			return s, j + 2
		case ps.entry(j).Is(lexicon.Roundnoun):
			s.mark = extension
		}
	case ps.word(j) == lexicon.WordFunding && ps.word(j+1) == lexicon.WordRound && ps.word(j+2) == lexicon.WordExtension:
		s.mark = extension
	}
	return s, j
}

// financingAhead reports whether a word for a financing follows, perhaps after an adjective: "round", "equity funding".
func (ps *parse) financingAhead(i int) bool {
	for k := i; k < len(ps.toks) && k < i+4; k++ {
		if ps.is(k, '-') && ps.glued(k) {
			if w := ps.word(k + 1); w != lexicon.WordRound && w != lexicon.WordFunding {
				return false
			}
			continue
		}
		switch ps.word(k) {
		case lexicon.WordRound, lexicon.WordRounds, lexicon.WordFunding, lexicon.WordFinancing, lexicon.WordFundraise, lexicon.WordFundraising, lexicon.WordRaise,
			lexicon.WordExtension, lexicon.WordBacking, lexicon.WordInfusion, lexicon.WordTranche:
			return true
		case lexicon.WordCapital, lexicon.WordInvestment, lexicon.WordMoney, lexicon.WordInvestments, lexicon.WordFinance, lexicon.WordCash, lexicon.WordLoan, lexicon.WordNote, lexicon.WordNotes:
			switch ps.word(k + 1) {
			case lexicon.WordFirm, lexicon.WordFirms, lexicon.WordFund, lexicon.WordFunds, lexicon.WordPartner, lexicon.WordPartners, lexicon.WordCompany, lexicon.WordArm, lexicon.WordGroup:
				return false
			}
			return !(ps.toks[k].Has(token.Upper) && ps.entry(k+1).Is(lexicon.Investorword))
		case lexicon.WordEquity, lexicon.WordVenture, lexicon.WordStage, lexicon.WordStrategic, lexicon.WordGrowth, lexicon.WordDebt, lexicon.WordConvertible,
			lexicon.WordOr, lexicon.WordAnd, lexicon.WordNew, lexicon.WordPrivate, lexicon.WordPrimary:
		default:
			return false
		}
	}
	return false
}

// afterAmount reports whether an amount stands right before token i, perhaps with "in" or "of" between.
func (ps *parse) afterAmount(i int) bool {
	if w := ps.word(i - 1); w == lexicon.WordIn || w == lexicon.WordOf {
		i--
	}
	if i > ps.from && len(ps.units) > 0 {
		for k := len(ps.units) - 1; k >= 0 && k >= len(ps.units)-3; k-- {
			if u := ps.units[k]; u.kind == unitMoney && int(u.to) == i {
				return true
			}
		}
	}
	return false
}
