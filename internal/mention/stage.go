package mention

import (
	"strconv"
	"strings"

	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// innerStage is the stage of a round as printed; the zero innerStage is none. Its text
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

// same reports whether s and o are the same stage but for marks and numbers.
func (s Stage) Same(o Stage) bool { return s.base == o.base && s.letter == o.letter }

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
func (r *Reader) stageAt(i int) (Stage, int) {
	switch id := r.IDs[i]; id {
	case 0:
	case lexicon.WordPre:
		return r.preStage(i)
	case lexicon.WordPreseed:
		return Stage{base: preSeed}, i + 1
	case lexicon.WordSeries:
		return r.series(i)
	default:
		for k := range stageWords {
			if stageWords[k].word == id {
				return r.stageWord(i, id)
			}
		}
	}
	// "A-round", "C round"
	t := &r.Toks[i]
	if t.End-t.Start != 1 || r.Glued(i) {
		return Stage{}, i
	}
	if c := r.Text[t.Start]; 'A' <= c && c <= 'H' {
		next := r.Word(i + 1)
		if r.Is(i+1, '-') && r.Glued(i+1) && r.Word(i+2) == lexicon.WordRound || c > 'A' && (next == lexicon.WordRound || next == lexicon.WordFinancing) && r.Toks[i+1].Has(token.Space) {
			return Stage{base: series, letter: c | 0x20}, i + 1
		}
	}
	return Stage{}, i
}

// preStage reads "pre-seed", "pre-Series A" or "pre-IPO" at token i.
func (r *Reader) preStage(i int) (Stage, int) {
	j := i + 1
	if r.Is(j, '-') || r.Is(j, '–') {
		j++
	}
	switch r.Word(j) {
	case lexicon.WordSeries:
		if s, to := r.series(j); to > j {
			s.base = preSeries
			return s, to
		}
	case lexicon.WordSeed:
		return Stage{base: preSeed}, j + 1
	case lexicon.WordIpo:
		if r.financingAhead(j + 1) {
			return Stage{base: preIPO}, j + 1
		}
	}
	return Stage{}, i
}

// stageWord reads one of stageWords, the word id, at token i.
func (r *Reader) stageWord(i int, id lexicon.ID) (Stage, int) {
	to := i + 1
	staged := r.Is(to, '-') && r.Glued(to) && r.Word(to+1) == lexicon.WordStage
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
	if t := &r.Toks[i]; t.Has(token.Upper) && i > r.From && r.Toks[i-1].Has(token.Upper) {
		if r.glueless(i) && r.Kind(i+1, token.Word) && r.Toks[i+1].Has(token.Upper) && r.plainAround(i) {
			return Stage{}, i // "Foo Strategic Investments"
		}
		if w.base == seed && r.Entry(i-1).Class == 0 && !r.financingAhead(to) {
			return Stage{}, i // "Foo Seed"
		}
	}
	if w.loose && r.afterAmount(i) && !r.Entry(to).Is(lexicon.Fundnoun|lexicon.Investornoun) && !(r.Glued(to) && (r.Toks[to].Kind != token.Punct || r.Is(to, '-'))) ||
		r.financingAhead(to) || w.base == seed && r.Is(to, '+') && r.Glued(to) {
		return r.marks(Stage{base: w.base}, to)
	}
	return Stage{}, i
}

func (r *Reader) glueless(i int) bool { return r.Toks[i].Has(token.Space) }

// plainAround reports whether lower-case words stand near token i, so that capitals mark names there.
func (r *Reader) plainAround(i int) bool {
	for j := max(r.From, i-7); j < len(r.Toks) && j < i+7; j++ {
		t := r.Toks[j]
		if t.Kind == token.Word && t.End-t.Start > 3 && !t.Has(token.Upper|token.Mixed) {
			return true
		}
	}
	return false
}

// series reads "Series A", "Series B-2", "series C+", "Series A extension" at token i.
func (r *Reader) series(i int) (Stage, int) {
	j := i + 1
	if r.Is(j, '-') && r.Glued(j) {
		j++
	}
	if !r.Kind(j, token.Word) {
		return Stage{}, i
	}
	w := r.Toks[j].Text(r.Text)
	if len(w) != 1 {
		return Stage{}, i
	}
	l := w[0] | 0x20
	if l < 'a' || l > 'k' || w[0] == l && w == "a" && !r.Entry(j+1).Is(lexicon.Roundnoun) && !r.Entry(j+1).Is(lexicon.Conj) {
		return Stage{}, i
	}
	if !r.Toks[i].Has(token.AllUpper|token.Upper) && r.Kind(j+1, token.Word) && r.Toks[j+1].Has(token.Upper) {
		return Stage{}, i // "the TV series A Quiet Life"
	}
	s := Stage{base: series, letter: l}
	j++
	num := j
	if r.Is(num, '-') && r.Glued(num) && r.Glued(num+1) {
		num++
	}
	if r.Kind(num, token.Number) && (r.Glued(num)) {
		if n, err := strconv.Atoi(r.Toks[num].Text(r.Text)); err == nil && n > 0 && n < 10 && !(num+1 < len(r.Toks) && r.Glued(num+1) && r.Toks[num+1].Kind != token.Punct) {
			s.number = uint8(n)
			j = num + 1
		}
	}
	return r.marks(s, j)
}

// marks reads what marks a second close: "+", "extension".
func (r *Reader) marks(s Stage, j int) (Stage, int) {
	switch {
	case r.Is(j, '+') && r.Glued(j):
		s.mark = plus
		return s, j + 1
	case r.Word(j) == lexicon.WordPlus && r.Glued(j):
		s.mark = plus
		return s, j + 1
	case r.Word(j) == lexicon.WordExtension:
		s.mark = extension
		return s, j + 1
	case r.Word(j+1) == lexicon.WordExtension:
		switch {
		case r.Is(j, '-'):
			s.mark = extension
			return s, j + 2
		case r.Entry(j).Is(lexicon.Roundnoun):
			s.mark = extension
		}
	case r.Word(j) == lexicon.WordFunding && r.Word(j+1) == lexicon.WordRound && r.Word(j+2) == lexicon.WordExtension:
		s.mark = extension
	}
	return s, j
}

// financingAhead reports whether a word for a financing follows, perhaps after an adjective: "round", "equity funding".
func (r *Reader) financingAhead(i int) bool {
	for k := i; k < len(r.Toks) && k < i+4; k++ {
		if r.Is(k, '-') && r.Glued(k) {
			if w := r.Word(k + 1); w != lexicon.WordRound && w != lexicon.WordFunding {
				return false
			}
			continue
		}
		switch r.Word(k) {
		case lexicon.WordRound, lexicon.WordRounds, lexicon.WordFunding, lexicon.WordFinancing, lexicon.WordFundraise, lexicon.WordFundraising, lexicon.WordRaise,
			lexicon.WordExtension, lexicon.WordBacking, lexicon.WordInfusion, lexicon.WordTranche:
			return true
		case lexicon.WordCapital, lexicon.WordInvestment, lexicon.WordMoney, lexicon.WordInvestments, lexicon.WordFinance, lexicon.WordCash, lexicon.WordLoan, lexicon.WordNote, lexicon.WordNotes:
			switch r.Word(k + 1) {
			case lexicon.WordFirm, lexicon.WordFirms, lexicon.WordFund, lexicon.WordFunds, lexicon.WordPartner, lexicon.WordPartners, lexicon.WordCompany, lexicon.WordArm, lexicon.WordGroup:
				return false
			}
			return !(r.Toks[k].Has(token.Upper) && r.Entry(k+1).Is(lexicon.Investorword))
		case lexicon.WordEquity, lexicon.WordVenture, lexicon.WordStage, lexicon.WordStrategic, lexicon.WordGrowth, lexicon.WordDebt, lexicon.WordConvertible,
			lexicon.WordOr, lexicon.WordAnd, lexicon.WordNew, lexicon.WordPrivate, lexicon.WordPrimary:
		default:
			return false
		}
	}
	return false
}

// afterAmount reports whether an amount stands right before token i, perhaps with "in" or "of" between.
func (r *Reader) afterAmount(i int) bool {
	if w := r.Word(i - 1); w == lexicon.WordIn || w == lexicon.WordOf {
		i--
	}
	if i > r.From && len(r.Units) > 0 {
		for k := len(r.Units) - 1; k >= 0 && k >= len(r.Units)-3; k-- {
			if u := r.Units[k]; u.Kind == AmountUnit && int(u.To) == i {
				return true
			}
		}
	}
	return false
}

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

// parseStage reads the text form that String returns; "" is the zero Stage. It returns where the text goes wrong, -1 if nowhere.
func ParseStage(text string) (s Stage, wrong int) {
	if text == "" {
		return s, -1
	}
	rest := text
	if r, ok := strings.CutSuffix(rest, "-extension"); ok {
		rest, s.mark = r, extension
	} else if r, ok := strings.CutSuffix(rest, "+"); ok {
		rest, s.mark = r, plus
	}
	for b := preSeed; b <= strategic; b++ {
		name := stageNames[b]
		if b != preSeries && b != series {
			if rest == name {
				s.base = b
				return s, -1
			}
			continue
		}
		tail, ok := strings.CutPrefix(rest, name)
		if !ok || tail == "" || tail[0] < 'a' || tail[0] > 'k' {
			continue
		}
		s.base, s.letter = b, tail[0]
		if tail = tail[1:]; tail != "" {
			n, err := strconv.ParseUint(tail, 10, 8)
			if err != nil || n == 0 || tail[0] == '0' {
				return Stage{}, len(text) - len(tail)
			}
			s.number = uint8(n)
		}
		return s, -1
	}
	return Stage{}, 0
}

// bareStage reads the stage of the tokens [from, to), which stand where nothing but a stage can stand: "Seed", "Angel", "Bridge".
func (r *Reader) BareStage(from, to int) (Stage, bool) {
	if to-from != 1 {
		return Stage{}, false
	}
	for _, w := range stageWords {
		if r.Word(from) == w.word && !w.staged {
			return Stage{base: w.base}, true
		}
	}
	return Stage{}, false
}

// extended returns s as an extension of its round, if it is that of a series and nothing is printed of a second close.
func (s Stage) Extended() Stage {
	if s.mark == plain && s.base == series {
		s.mark = extension
	}
	return s
}

// unmarked reports whether nothing is printed of a second close: "Series A", not "Series A1" or "Series A extension".
func (s Stage) Unmarked() bool { return s.mark == plain && s.number == 0 }

// beforeSeries reports whether the stage comes before every series: "seed", "pre-Series A".
func (s Stage) BeforeSeries() bool { return s.base < series }
