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
	switch id := ps.IDs[i]; id {
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
	t := &ps.Toks[i]
	if t.End-t.Start != 1 || ps.Glued(i) {
		return Stage{}, i
	}
	if c := ps.Text[t.Start]; 'A' <= c && c <= 'H' {
		next := ps.Word(i + 1)
		if ps.Is(i+1, '-') && ps.Glued(i+1) && ps.Word(i+2) == lexicon.WordRound || c > 'A' && (next == lexicon.WordRound || next == lexicon.WordFinancing) && ps.Toks[i+1].Has(token.Space) {
			return Stage{base: series, letter: c | 0x20}, i + 1
		}
	}
	return Stage{}, i
}

// preStage reads "pre-seed", "pre-Series A" or "pre-IPO" at token i.
func (ps *parse) preStage(i int) (Stage, int) {
	j := i + 1
	if ps.Is(j, '-') || ps.Is(j, '–') {
		j++
	}
	switch ps.Word(j) {
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
	staged := ps.Is(to, '-') && ps.Glued(to) && ps.Word(to+1) == lexicon.WordStage
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
	if t := &ps.Toks[i]; t.Has(token.Upper) && i > ps.From && ps.Toks[i-1].Has(token.Upper) {
		if ps.glueless(i) && ps.Kind(i+1, token.Word) && ps.Toks[i+1].Has(token.Upper) && ps.plainAround(i) {
			return Stage{}, i // "Foo Strategic Investments"
		}
		if w.base == seed && ps.Entry(i-1).Class == 0 && !ps.financingAhead(to) {
			return Stage{}, i // "Foo Seed"
		}
	}
	if w.loose && ps.afterAmount(i) && !ps.Entry(to).Is(lexicon.Fundnoun|lexicon.Investornoun) && !(ps.Glued(to) && (ps.Toks[to].Kind != token.Punct || ps.Is(to, '-'))) ||
		ps.financingAhead(to) || w.base == seed && ps.Is(to, '+') && ps.Glued(to) {
		return ps.marks(Stage{base: w.base}, to)
	}
	return Stage{}, i
}

func (ps *parse) glueless(i int) bool { return ps.Toks[i].Has(token.Space) }

// plainAround reports whether lower-case words stand near token i, so that capitals mark names there.
func (ps *parse) plainAround(i int) bool {
	for j := max(ps.From, i-7); j < len(ps.Toks) && j < i+7; j++ {
		t := ps.Toks[j]
		if t.Kind == token.Word && t.End-t.Start > 3 && !t.Has(token.Upper|token.Mixed) {
			return true
		}
	}
	return false
}

// series reads "Series A", "Series B-2", "series C+", "Series A extension" at token i.
func (ps *parse) series(i int) (Stage, int) {
	j := i + 1
	if ps.Is(j, '-') && ps.Glued(j) {
		j++
	}
	if !ps.Kind(j, token.Word) {
		return Stage{}, i
	}
	w := ps.Toks[j].Text(ps.Text)
	if len(w) != 1 {
		return Stage{}, i
	}
	l := w[0] | 0x20
	if l < 'a' || l > 'k' || w[0] == l && w == "a" && !ps.Entry(j+1).Is(lexicon.Roundnoun) && !ps.Entry(j+1).Is(lexicon.Conj) {
		return Stage{}, i
	}
	if !ps.Toks[i].Has(token.AllUpper|token.Upper) && ps.Kind(j+1, token.Word) && ps.Toks[j+1].Has(token.Upper) {
		return Stage{}, i // "the TV series A Quiet Life"
	}
	s := Stage{base: series, letter: l}
	j++
	num := j
	if ps.Is(num, '-') && ps.Glued(num) && ps.Glued(num+1) {
		num++
	}
	if ps.Kind(num, token.Number) && (ps.Glued(num)) {
		if n, err := strconv.Atoi(ps.Toks[num].Text(ps.Text)); err == nil && n > 0 && n < 10 && !(num+1 < len(ps.Toks) && ps.Glued(num+1) && ps.Toks[num+1].Kind != token.Punct) {
			s.number = uint8(n)
			j = num + 1
		}
	}
	return ps.marks(s, j)
}

// marks reads what marks a second close: "+", "extension".
func (ps *parse) marks(s Stage, j int) (Stage, int) {
	switch {
	case ps.Is(j, '+') && ps.Glued(j):
		s.mark = plus
		return s, j + 1
	case ps.Word(j) == lexicon.WordPlus && ps.Glued(j):
		s.mark = plus
		return s, j + 1
	case ps.Word(j) == lexicon.WordExtension:
		s.mark = extension
		return s, j + 1
	case ps.Word(j+1) == lexicon.WordExtension:
		switch {
		case ps.Is(j, '-'):
			s.mark = extension
			return s, j + 2
		case ps.Entry(j).Is(lexicon.Roundnoun):
			s.mark = extension
		}
	case ps.Word(j) == lexicon.WordFunding && ps.Word(j+1) == lexicon.WordRound && ps.Word(j+2) == lexicon.WordExtension:
		s.mark = extension
	}
	return s, j
}

// financingAhead reports whether a word for a financing follows, perhaps after an adjective: "round", "equity funding".
func (ps *parse) financingAhead(i int) bool {
	for k := i; k < len(ps.Toks) && k < i+4; k++ {
		if ps.Is(k, '-') && ps.Glued(k) {
			if w := ps.Word(k + 1); w != lexicon.WordRound && w != lexicon.WordFunding {
				return false
			}
			continue
		}
		switch ps.Word(k) {
		case lexicon.WordRound, lexicon.WordRounds, lexicon.WordFunding, lexicon.WordFinancing, lexicon.WordFundraise, lexicon.WordFundraising, lexicon.WordRaise,
			lexicon.WordExtension, lexicon.WordBacking, lexicon.WordInfusion, lexicon.WordTranche:
			return true
		case lexicon.WordCapital, lexicon.WordInvestment, lexicon.WordMoney, lexicon.WordInvestments, lexicon.WordFinance, lexicon.WordCash, lexicon.WordLoan, lexicon.WordNote, lexicon.WordNotes:
			switch ps.Word(k + 1) {
			case lexicon.WordFirm, lexicon.WordFirms, lexicon.WordFund, lexicon.WordFunds, lexicon.WordPartner, lexicon.WordPartners, lexicon.WordCompany, lexicon.WordArm, lexicon.WordGroup:
				return false
			}
			return !(ps.Toks[k].Has(token.Upper) && ps.Entry(k+1).Is(lexicon.Investorword))
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
	if w := ps.Word(i - 1); w == lexicon.WordIn || w == lexicon.WordOf {
		i--
	}
	if i > ps.From && len(ps.units) > 0 {
		for k := len(ps.units) - 1; k >= 0 && k >= len(ps.units)-3; k-- {
			if u := ps.units[k]; u.kind == unitMoney && int(u.to) == i {
				return true
			}
		}
	}
	return false
}

// same reports whether s and o are the same stage but for marks and numbers.
func (s Stage) same(o Stage) bool { return s.base == o.base && s.letter == o.letter }
