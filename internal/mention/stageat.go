package mention

import (
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
	"example.com/funding/internal/words"
)

// stageAt reads a stage at token i and returns the token after it, or i if there is none.
func (r *Reader) stageAt(i int) (Stage, int) {
	if t := &r.Toks[i]; t.End-t.Start == 1 {
		return r.letterStage(i) // "A round"
	}
	id, forms := r.IDs[i], r.stages.forms
	for k := range forms {
		if forms[k].first != id {
			continue
		}
		if s, to := r.stageForm(&forms[k], i); to > i {
			return s, to
		}
	}
	return Stage{}, i
}

// stageForm reads the stage that f prints at token i.
func (r *Reader) stageForm(f *stageForm, i int) (Stage, int) {
	to := r.formEnd(f, i)
	if to == i {
		return Stage{}, i
	}
	s := Stage{row: f.row}
	switch {
	case f.row.series():
		if s.letter = r.seriesLetter(to); s.letter == 0 {
			return Stage{}, i
		}
		return r.numbered(s, r.letterAt(to)+1)
	case f.row.Needs == Nothing:
		return s, to
	case r.stageSuffix(to) || r.insideName(i, to) || !r.has(f.row.Needs, i, to):
		return Stage{}, i
	}
	return r.marks(s, to)
}

// formEnd returns the token after f, if it is printed at token i; else i.
func (r *Reader) formEnd(f *stageForm, i int) int {
	j := i + 1
	for _, w := range f.more {
		switch {
		case r.Is(j, '-') && (!w.hyphen || r.Glued(j)), r.Is(j, '–') && !w.hyphen:
			j++
		case w.hyphen:
			return i
		}
		if r.Word(j) != w.id {
			return i
		}
		j++
	}
	return j
}

// stageSuffix reports whether the word before token i goes on as in "seed-stage": then it is no stage by itself.
func (r *Reader) stageSuffix(i int) bool {
	return r.Is(i, '-') && r.Glued(i) && r.Lex.Has(r.Word(i+1), lexicon.TraitStageWord)
}

// insideName reports whether the words [i, to), which may print a stage, belong to a name: they and what stands before have capitals.
func (r *Reader) insideName(i, to int) bool {
	if !r.Toks[i].Has(token.Upper) || i <= r.From || !r.Toks[i-1].Has(token.Upper) || r.afterAmount(i) {
		return false
	}
	if r.Toks[i].Has(token.Space) && r.Kind(i+1, token.Word) && r.Toks[i+1].Has(token.Upper) && r.plainAround(i) {
		return true // "Foo Strategic Investments"
	}
	return r.Entry(i-1).Class == 0 && !r.financingAhead(to) // "Foo Seed"
}

// plainAround reports whether lower-case words stand near token i, so that capitals mark names there.
func (r *Reader) plainAround(i int) bool {
	const near = 7
	for j := max(r.From, i-near); j < len(r.Toks) && j < i+near; j++ {
		t := r.Toks[j]
		if t.Kind == token.Word && t.End-t.Start > 3 && !t.Has(token.Upper|token.Mixed) {
			return true
		}
	}
	return false
}

// has reports whether the words [i, to) have beside them what they need to be a stage.
func (r *Reader) has(need Need, i, to int) bool {
	if r.financingAhead(to) {
		return true
	}
	return need == Money && (r.Is(to, '+') && r.Glued(to) || r.afterAmount(i) && !r.describes(to))
}

// describes reports whether the word before token i only describes what stands there: "$2M seed fund", "seed-based".
func (r *Reader) describes(i int) bool {
	if r.Entry(i).Is(lexicon.Fundnoun | lexicon.Investornoun) {
		return true
	}
	return r.Glued(i) && (r.Toks[i].Kind != token.Punct || r.Is(i, '-'))
}

// afterAmount reports whether an amount stands right before token i, perhaps with "in" or "of" between.
func (r *Reader) afterAmount(i int) bool {
	if r.Lex.Has(r.Word(i-1), lexicon.TraitSaysOfWhat) {
		i--
	}
	if i <= r.From {
		return false
	}
	for k := len(r.Units) - 1; k >= 0 && k >= len(r.Units)-3; k-- {
		if u := r.Units[k]; u.Kind == AmountUnit && int(u.To) == i {
			return true
		}
	}
	return false
}

// financingAhead reports whether a word for a financing follows, perhaps after an adjective: "round", "equity funding".
func (r *Reader) financingAhead(i int) bool {
	const maxWords = 4
	for k := i; k < len(r.Toks) && k < i+maxWords; k++ {
		if r.Is(k, '-') && r.Glued(k) {
			if !r.Lex.Has(r.Word(k+1), lexicon.TraitAfterStageHyphen) {
				return false
			}
			continue
		}
		switch id := r.Word(k); {
		case r.Lex.Has(id, lexicon.TraitFinancing):
			return true
		case r.Lex.Has(id, lexicon.TraitFinancingOrFirm):
			if r.Lex.Has(r.Word(k+1), lexicon.TraitMakesFirm) {
				return false
			}
			return !(r.Toks[k].Has(token.Upper) && r.Entry(k+1).Is(lexicon.Investorword))
		case !r.Lex.Has(id, lexicon.TraitBeforeFinancing):
			return false
		}
	}
	return false
}

// letterStage reads the "A" of "A-round", the "C" of "C round". "A round" is any round.
func (r *Reader) letterStage(i int) (Stage, int) {
	const last = 'H' // of those that are printed so
	t := &r.Toks[i]
	c := r.Text[t.Start]
	w := r.stages.letter
	if c < 'A' || c > last || w == nil || r.Glued(i) {
		return Stage{}, i
	}
	hyphened := r.Is(i+1, '-') && r.Glued(i+1) && r.Lex.Has(r.Word(i+2), lexicon.TraitRound)
	apart := r.Lex.Has(r.Word(i+1), lexicon.TraitAfterStageLetter) && r.Toks[i+1].Has(token.Space)
	if hyphened || apart && !r.Lex.Has(r.Word(i), lexicon.TraitLetterArticle) {
		return Stage{row: w, letter: c | 0x20}, i + 1
	}
	return Stage{}, i
}

// letterAt returns the token of a series' letter after token i-1: "Series A", "Series-A".
func (r *Reader) letterAt(i int) int {
	if r.Is(i, '-') && r.Glued(i) {
		return i + 1
	}
	return i
}

// seriesLetter returns the letter of the series after token i-1, as a small one; 0 if there is none.
func (r *Reader) seriesLetter(i int) byte {
	j := r.letterAt(i)
	if !r.Kind(j, token.Word) {
		return 0
	}
	w := r.Toks[j].Text(r.Text)
	l := w[0] | 0x20
	article := w[0] == l && r.Lex.Has(r.Word(j), lexicon.TraitLetterArticle)
	switch {
	case len(w) != 1 || l < 'a' || l > lastLetter:
		return 0
	case article && !r.Entry(j+1).Is(lexicon.Roundnoun|lexicon.Conj):
		return 0 // "a series a day"
	case !r.Toks[i-1].Has(token.AllUpper|token.Upper) && r.Kind(j+1, token.Word) && r.Toks[j+1].Has(token.Upper):
		return 0 // "the TV series A Quiet Life"
	}
	return l
}

// numbered reads the number of "Series A1" or "Series B-2" at token j, if there is one, and what marks a second close.
func (r *Reader) numbered(s Stage, j int) (Stage, int) {
	num := j
	if r.Is(num, '-') && r.Glued(num) && r.Glued(num+1) {
		num++
	}
	if r.Kind(num, token.Number) && r.Glued(num) && (!r.Glued(num+1) || r.Kind(num+1, token.Punct)) {
		if n := words.Natural(r.Toks[num].Text(r.Text)); n > 0 && n < 10 {
			s.number = uint8(n)
			j = num + 1
		}
	}
	return r.marks(s, j)
}

// marks reads what marks a second close: "+", "extension".
func (r *Reader) marks(s Stage, j int) (Stage, int) {
	has := func(i int, t lexicon.Trait) bool { return r.Lex.Has(r.Word(i), t) }
	switch {
	case r.Glued(j) && (r.Is(j, '+') || has(j, lexicon.TraitTrailsMore)):
		s.mark = plus
		return s, j + 1
	case has(j, lexicon.TraitExtension):
		s.mark = extension
		return s, j + 1
	case has(j+1, lexicon.TraitExtension) && r.Is(j, '-'):
		s.mark = extension
		return s, j + 2
	case has(j+1, lexicon.TraitExtension) && r.Entry(j).Is(lexicon.Roundnoun):
		s.mark = extension // "Series A round extension"
	case has(j, lexicon.TraitFundingMoney) && has(j+1, lexicon.TraitRound) && has(j+2, lexicon.TraitExtension):
		s.mark = extension // "Series A funding round extension"
	}
	return s, j
}

// BareStage reads the stage of the tokens [from, to), which stand where nothing but a stage can stand: "Seed", "Angel", "Bridge", the
// letter of a series.
func (r *Reader) BareStage(from, to int) (Stage, bool) {
	if to-from != 1 {
		return Stage{}, false
	}
	if t := &r.Toks[from]; t.End-t.Start == 1 && t.Has(token.Upper) && r.stages.letter != nil {
		c := r.Text[t.Start] | 0x20
		w := r.stages.letter
		return Stage{row: w, letter: c}, 'a' <= c && c <= lastLetter
	}
	for k := range r.stages.forms {
		f := &r.stages.forms[k]
		if len(f.more) == 0 && f.first == r.Word(from) && f.row.Needs != Nothing {
			return Stage{row: f.row}, true
		}
	}
	return Stage{}, false
}
