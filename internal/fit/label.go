package main

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"unicode"

	"example.com/funding"

	"github.com/shopspring/decimal"
)

// label is a round as a reader has labelled it.
type label struct {
	Company   entity
	Amount    amount
	Stage     string
	Investors []entity
	Date      string
	Ignore    bool // neither for nor against
	Or        struct{ Amount []amount }
}

type entity struct {
	Name string
	Aka  []string
}

type amount struct{ Value, Currency string }

// readLabels reads lines {"id": …, "rounds": […]}.
func readLabels(file string) (map[string][]label, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all := map[string][]label{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var l struct {
			ID     string
			Rounds []label
		}
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, err
		}
		all[l.ID] = l.Rounds
	}
	return all, lines.Err()
}

// right reports whether company and amount of r are those of the label, or company and stage where neither has an amount.
func (g *label) right(r *funding.Round) bool {
	switch {
	case !g.Company.goesBy(r.Company.Name):
		return false
	case g.Amount.Value != "" || !r.Amount.IsZero():
		return g.Amount.same(r.Amount.Money)
	}
	return stage(g.Stage) == stage(r.Stage.String())
}

// pairs returns the label of each round, nil for none: those that are most alike first.
func pairs(labels []label, rounds []funding.Round) []*label {
	of := make([]*label, len(rounds))
	used := make([]bool, len(labels))
	for {
		best, bi, bj := 0.0, 0, 0
		for i := range labels {
			for j := range rounds {
				if used[i] || of[j] != nil {
					continue
				}
				if w := alike(&labels[i], &rounds[j]); w > best {
					best, bi, bj = w, i, j
				}
			}
		}
		if best == 0 {
			return of
		}
		used[bi], of[bj] = true, &labels[bi]
	}
}

// alike weighs what a label and a round have in common.
func alike(g *label, r *funding.Round) (w float64) {
	company := g.Company.goesBy(r.Company.Name)
	money := !r.Amount.IsZero() && (g.Amount.same(r.Amount.Money) ||
		slices.ContainsFunc(g.Or.Amount, func(a amount) bool { return a.same(r.Amount.Money) }))
	if !company && !money {
		return 0
	}
	sameStage := baseStage(g.Stage) == baseStage(r.Stage.String())
	if company && !money && g.Amount.Value != "" && !r.Amount.IsZero() && !sameStage {
		return 0
	}
	if company {
		w += 3
	}
	if money {
		w += 3
	}
	if g.Stage != "" && sameStage {
		w++
	}
	if len(g.Investors) > 0 && len(r.Investors) > 0 {
		hit := 0
		for _, i := range r.Investors {
			if slices.ContainsFunc(g.Investors, func(e entity) bool { return e.goesBy(i.Name) }) {
				hit++
			}
		}
		w += 2 * float64(hit) / float64(len(g.Investors)+len(r.Investors)-hit)
	}
	if g.Date != "" && g.Date == r.Date.String() {
		w++
	}
	return w
}

func (a amount) same(m funding.Money) bool {
	v, err := decimal.NewFromString(a.Value)
	return err == nil && !m.IsZero() && v.Equal(m.Value) && strings.EqualFold(a.Currency, m.Currency)
}

// goesBy reports whether name is one of those that the text prints, but for case, accents, marks, an article and legal suffixes.
func (e entity) goesBy(name string) bool {
	n := fold(name)
	return n != "" && (n == fold(e.Name) || slices.ContainsFunc(e.Aka, func(a string) bool { return n == fold(a) }))
}

var suffixes = strings.Fields(`inc incorporated ltd limited llc llp lp corp corporation co company plc gmbh ag sa sas bv nv ab as oy pte pvt
	private pty holdings holding group srl spa kk`)

var plain = strings.NewReplacer("à", "a", "á", "a", "â", "a", "ã", "a", "ä", "a", "å", "a",
	"ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e",
	"ì", "i", "í", "i", "î", "i", "ï", "i",
	"ñ", "n", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ö", "o",
	"ù", "u", "ú", "u", "û", "u", "ü", "u",
	"ý", "y", "ÿ", "y", "č", "c", "š", "s", "ž", "z", "ş", "s", "ğ", "g", "ß", "ss", "&", " and ", "’", "'")

func fold(name string) string {
	s := plain.Replace(strings.ToLower(name))
	words := strings.FieldsFunc(strings.ReplaceAll(s+" ", "'s ", " "), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
	})
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	for len(words) > 1 && slices.Contains(suffixes, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, "")
}

// stage returns s with one mark for all extensions.
func stage(s string) string {
	s = strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(s))
	for _, end := range []string{"-extension", "-ext", "ext"} {
		if b, ok := strings.CutSuffix(s, end); ok {
			return b + "+"
		}
	}
	return s
}

// baseStage returns s without what tells a first close from a second.
func baseStage(s string) string {
	s = strings.TrimSuffix(stage(s), "+")
	if t := strings.TrimRight(s, "0123456789"); strings.HasPrefix(t, "series-") && len(t) == len("series-a") {
		return t
	}
	return s
}
