package funding

import (
	"slices"
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

// maxParagraph is how many tokens of a paragraph are kept in mind at once, if it has lines to cut it at.
const maxParagraph = 1 << 13

// paragraph scans the next paragraph and looks every word up. It reports false at the end of the text.
func (ps *parse) paragraph() bool {
	ps.from = len(ps.toks)
	var cut bool
	ps.toks, cut = ps.scanner.Paragraph(ps.toks, maxParagraph)
	if len(ps.toks) == ps.from {
		return false
	}
	if cut {
		ps.cut.Sentences++
	}
	ps.lookUp()
	if ps.damaged() {
		ps.unglue()
		ps.lookUp()
	}
	found := ps.currencies[:0]
	for _, at := range ps.currencies {
		if i := int(at); ps.kind(i, token.Word) && ps.currencyWord(i) || ps.currencySign(i) != 0 {
			found = append(found, at)
		}
	}
	ps.currencies = found
	return true
}

// lookUp looks every word of the paragraph up, and notes the tokens that a mention may begin with or that may be a currency.
func (ps *parse) lookUp() {
	n := len(ps.toks) - ps.from
	ps.ids = slices.Grow(ps.ids[:ps.from], n)[:len(ps.toks)]
	ps.others = slices.Grow(ps.others[:0], n)[:n]
	others := ps.others[:lexicon.FindAll(ps.scanner.Keys[:n], ps.ids[ps.from:], ps.others)]
	if ps.every {
		others = ps.others
		for k := range others {
			others[k] = int32(k)
		}
	}
	ps.looks, ps.stops, ps.currencies, ps.deals, ps.strange = ps.looks[:0], ps.stops[:0], ps.currencies[:0], ps.deals[:0], ps.strange[:0]
	for len(ps.headings) > 0 && int(ps.headings[len(ps.headings)-1]) >= ps.from { // looked up before it was unglued
		ps.headings = ps.headings[:len(ps.headings)-1]
	}
	for _, k := range others {
		i := ps.from + int(k)
		switch t := &ps.toks[i]; t.Kind {
		case token.Word:
			switch ps.scanner.Keys[k] {
			case token.Unkeyed:
				ps.ids[i] = lexicon.FindIn(ps.text, int(t.Start), int(t.End))
			case token.Long:
				ps.ids[i] = lexicon.FindLong(ps.text, int(t.Start), int(t.End))
			}
			id, n := ps.ids[i], t.End-t.Start
			switch c := lexicon.CuesOf(id); {
			case c != 0 || n == 1 || ps.every:
				if id != lexicon.WordA || t.Has(token.Upper) || ps.every { // "A" may be a stage, "a" is the article
					ps.noteWord(i, c)
				}
			case !lexicon.Known(id) && (t.Has(token.AllUpper|token.Mixed) || n >= minGlued && !t.Has(token.Upper)):
				ps.noteWord(i, c) // a code or two words, perhaps; the others are names as a rule
			}
		case token.Number:
			ps.look(i)
		default:
			if token.Stops(t.R) {
				ps.stops = append(ps.stops, int32(i))
			}
			if maybeSign(t.R) || ps.every {
				ps.looks, ps.currencies = append(ps.looks, int32(i)), append(ps.currencies, int32(i))
			}
		}
	}
}

// noteWord notes what may be made of the word i, which has the cues c or a form that says something.
func (ps *parse) noteWord(i int, c lexicon.Cue) {
	t := &ps.toks[i]
	n, known := t.End-t.Start, lexicon.Known(ps.ids[i])
	if c&lexicon.DealCue != 0 {
		ps.deals = append(ps.deals, int32(i))
	}
	if c&lexicon.TableCue != 0 && ps.opensCell(i) {
		ps.headings = append(ps.headings, int32(i))
	}
	if !known && !t.Has(token.Upper) && (n >= minGlued || t.Has(token.Mixed)) {
		ps.strange = append(ps.strange, int32(i))
	}
	look := c&mentionCues != 0 || n == 1
	code := n == 4 && t.Has(token.AllUpper) && (look || !known) // perhaps "MUSD"
	if look || code || ps.every {
		ps.look(i)
		if c&lexicon.CurrencyCue != 0 || code || ps.every {
			ps.currencies = append(ps.currencies, int32(i))
		}
	}
}

// look notes that a mention may begin at token i, or at the article or count that it calls for: "the summer", "an hour ago".
func (ps *parse) look(i int) {
	k := i - 1
	if ps.is(k, '\'') {
		k-- // "the '90s"
	}
	if ps.word(k) == lexicon.WordThe && !ps.every {
		ps.looks = append(ps.looks, int32(k))
	}
	if ps.ids[i] == lexicon.WordAgo && ps.lowArticle(i-2) && !ps.every {
		at := len(ps.looks)
		if at > 0 && int(ps.looks[at-1]) == i-1 {
			at--
		}
		ps.looks = slices.Insert(ps.looks, at, int32(i-2))
	}
	ps.looks = append(ps.looks, int32(i))
}

// lowArticle reports whether token i is an indefinite article that is not looked at for its own sake.
func (ps *parse) lowArticle(i int) bool {
	id := ps.word(i)
	return id == lexicon.WordAn || id == lexicon.WordA && !ps.toks[i].Has(token.Upper)
}

// mentionCues are the cues of the words that a mention may begin with.
const mentionCues = lexicon.AmountCue | lexicon.TimeCue | lexicon.CountCue | lexicon.StageCue | lexicon.CurrencyCue | lexicon.CurrenciesCue

// findMentions finds amounts, stages and dates of the paragraph from left to right; the first that fits takes the tokens.
func (ps *parse) findMentions() {
	last := ps.from // the token after the last unit
	amounts := len(ps.currencies) > 0 || ps.every
	for _, at := range ps.looks {
		i := int(at)
		if i < last {
			continue
		}
		t, id := &ps.toks[i], ps.ids[i]
		cues, letter := lexicon.CuesOf(id), t.End-t.Start == 1
		time := cues&lexicon.TimeCue != 0 || t.Kind == token.Number || ps.every
		if (cues&lexicon.CountCue != 0 || id == lexicon.WordThe || id == lexicon.WordAn) && !ps.every {
			time = ps.opensTime(i)
			if !time && cues&^lexicon.CountCue == 0 && !(letter && t.Has(token.Upper)) {
				continue // the most: an article of something else
			}
		}
		if amounts && ps.moneyStarts(i) {
			if ps.opensUnit(i) {
				ps.noteCurrency(i)
			}
			m := ps.nextAmount()
			if from, to, ok := ps.moneyAt(i, m); ok && from >= last && to > i {
				ps.addMoney(m, from, to)
				last = to
				continue
			}
		}
		if letter || cues&lexicon.StageCue != 0 || ps.every { // a letter: "A round"
			if s, to := ps.stageAt(i); to > i {
				ps.addUnit(unitStage, i, to, len(ps.stages))
				ps.stages, ps.stageAts = append(ps.stages, s), append(ps.stageAts, ps.bytes(i, to))
				last = to
				continue
			}
		}
		if time {
			if d, to := ps.dateAt(i); to > i {
				ps.addUnit(unitDate, i, to, len(ps.dates))
				ps.dates, ps.dateAts = append(ps.dates, d), append(ps.dateAts, ps.bytes(i, to))
				last = to
				continue
			}
		}
		if amounts && ps.opensUnit(i) {
			ps.noteCurrency(i)
		}
	}
}

func (ps *parse) addUnit(kind unitKind, from, to, idx int) {
	ps.units = append(ps.units, unit{kind, int32(from), int32(to), int32(idx)})
}

// bytes returns where the tokens [from, to) stand.
func (ps *parse) bytes(from, to int) Span {
	return Span{int(ps.toks[from].Start), int(ps.toks[to-1].End)}
}

// split cuts the paragraph into sentences.
func (ps *parse) split() {
	sp := token.Splitter{
		Abbreviation: func(i int) bool { return ps.entry(i).Is(lexicon.Abbrev) },
		Starter:      func(i int) bool { return ps.entry(i).Is(lexicon.Starter) },
		Unfinished: func(i int) bool {
			return ps.beginsLower(i) && ps.entry(i).Is(lexicon.Prep|lexicon.Conj|lexicon.Det|lexicon.Aux)
		},
	}
	first := len(ps.sents)
	stops := ps.stops
	if ps.scanner.Lined {
		stops = nil
	}
	ps.sents = sp.Sentences(ps.text, ps.toks, ps.from, stops, ps.sents)
	for k := first; k < len(ps.sents); k++ {
		s := ps.sents[k]
		if s.To-s.From <= MaxSentence {
			continue
		}
		if k == first || ps.sents[k-1].To < s.From || ps.sents[k-1].To-ps.sents[k-1].From < MaxSentence {
			ps.cut.Sentences++
		}
		ps.sents[k].To = s.From + MaxSentence
		ps.sents = slices.Insert(ps.sents, k+1, token.Sentence{From: s.From + MaxSentence, To: s.To})
	}
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
	if u.to != u.from+1 || !ps.kind(i, token.Number) {
		return false
	}
	f := ps.fold(i - 1)
	return ps.kind(i-1, token.Poss) || f == "its" || f == "their" || f == "the" || f == "a" || f == "his" || f == "her"
}

// unitFrom returns the first unit that begins at token i or after it.
func (ps *parse) unitFrom(i int) int {
	return sort.Search(len(ps.units), func(k int) bool { return int(ps.units[k].from) >= i })
}
