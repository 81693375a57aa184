package funding

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// Article is one line of JSON Lines input.
type Article struct {
	ID        string `json:"id"`
	Published string `json:"published"` // as ParseDate reads it, or ""
	Title     string `json:"title"`
	Text      string `json:"text"`
}

// ReadJSONL yields the articles of r, one JSON object a line; blank lines are
// skipped. An error names the line, counted from 1, and ends the sequence.
func ReadJSONL(r io.Reader) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		in := bufio.NewReader(r)
		for n := 1; ; n++ {
			line, err := in.ReadBytes('\n')
			if err != nil && err != io.EOF { // before the half line makes an error of its own
				yield(Article{}, fmt.Errorf("line %d: %w", n, err))
				return
			}
			if len(bytes.TrimSpace(line)) > 0 {
				var a Article
				if e := json.Unmarshal(line, &a); e != nil {
					yield(a, fmt.Errorf("line %d: %w", n, e))
					return
				}
				if !yield(a, nil) {
					return
				}
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// The JSON form. Values are strings, so that no reader makes floats of them.
type (
	jsonDocument struct {
		ID     string      `json:"id,omitempty"`
		Rounds []jsonRound `json:"rounds"`
		Money  []jsonMoney `json:"money"`
		Dates  []jsonDate  `json:"dates"`
		Cut    jsonCut     `json:"cut,omitzero"`
	}
	jsonCut struct {
		Bytes     int `json:"bytes,omitempty"`
		Sentences int `json:"sentences,omitempty"`
		Recalls   int `json:"recalls,omitempty"`
	}
	jsonRound struct {
		Company   jsonEntity     `json:"company"`
		Amount    *jsonAmount    `json:"amount,omitempty"`
		Kind      Kind           `json:"kind"`
		Stage     Stage          `json:"stage"`
		StageSpan *jsonSpan      `json:"stage_span,omitempty"`
		Status    Status         `json:"status"`
		Investors []jsonInvestor `json:"investors"`
		Date      Date           `json:"date"`
		DateSpan  *jsonSpan      `json:"date_span,omitempty"`
		Valuation *jsonValuation `json:"valuation,omitempty"`
		Total     *jsonAmount    `json:"total_raised,omitempty"`

		Confidence float64 `json:"confidence"`
		Doubts     Doubts  `json:"doubts"`
	}
	jsonSpan struct {
		Start *int `json:"start,omitempty"`
		End   *int `json:"end,omitempty"`
	}
	jsonEntity struct {
		Name string   `json:"name"`
		Aka  []string `json:"aka,omitempty"`
		jsonSpan
	}
	jsonInvestor struct {
		jsonEntity
		Lead bool `json:"lead"`
	}
	jsonAmount struct {
		Value     string    `json:"value"`
		Currency  string    `json:"currency"`
		Qualifier Qualifier `json:"qualifier"`
		Min       string    `json:"min,omitempty"`
		Max       string    `json:"max,omitempty"`
		jsonSpan
	}
	jsonValuation struct {
		jsonAmount
		Basis Basis `json:"basis"`
	}
	jsonMoney struct {
		Start     int       `json:"start"`
		End       int       `json:"end"`
		Text      string    `json:"text,omitempty"`
		Value     string    `json:"value"`
		Currency  string    `json:"currency"`
		Qualifier Qualifier `json:"qualifier"`
		Min       string    `json:"min"`
		Max       string    `json:"max"`
		Role      Role      `json:"role"`
		Assumed   bool      `json:"assumed,omitempty"`
		Per       string    `json:"per,omitempty"`
		Refused   string    `json:"refused,omitempty"`
	}
	jsonDate struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text,omitempty"`
		Value Date   `json:"value"`
	}
)

func spanJSON(s Span) *jsonSpan {
	if s.IsZero() {
		return nil
	}
	return &jsonSpan{&s.Start, &s.End}
}

// flatSpan is spanJSON for objects that carry start and end themselves.
func flatSpan(s Span) jsonSpan {
	if j := spanJSON(s); j != nil {
		return *j
	}
	return jsonSpan{}
}

func (s *jsonSpan) span() Span {
	if s == nil || s.Start == nil || s.End == nil {
		return Span{}
	}
	return Span{*s.Start, *s.End}
}

func amountJSON(m Money, s Span) jsonAmount {
	a := jsonAmount{Value: inDigits(m.Value), Currency: m.Currency, Qualifier: m.Qualifier, jsonSpan: flatSpan(s)}
	if m.Qualifier == Range {
		a.Min, a.Max = inDigits(m.Min), inDigits(m.Max)
	}
	return a
}

func moneyOf(value, currency string, q Qualifier, lo, hi string) (m Money, err error) {
	if value == "" {
		return m, nil
	}
	m.Currency, m.Qualifier = currency, q
	if m.Value, err = plainDecimal(value); err != nil {
		return m, err
	}
	if q == Range {
		if m.Min, err = plainDecimal(lo); err == nil {
			m.Max, err = plainDecimal(hi)
		}
	}
	if why := beyond(m.Value) + beyond(m.Min); err == nil && why != "" {
		err = &ParseError{clip(value, 80), 0, why}
	}
	return m, err
}

// plainDecimal reads digits with at most one point, of bounded length: never exponents, which could ask for huge numbers.
func plainDecimal(s string) (decimal.Decimal, error) {
	dot := false
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
		case c == '.' && !dot && i > 0:
			dot = true
		default:
			return decimal.Decimal{}, &ParseError{s, i, "not a decimal number"}
		}
	}
	if len(s) == 0 || len(s) > 2*MaxDigits {
		return decimal.Decimal{}, &ParseError{s, 0, "not a decimal number of sensible length"}
	}
	whole, frac, _ := strings.Cut(s, ".")
	coef, ok := new(big.Int).SetString(whole+frac, 10)
	if !ok {
		return decimal.Decimal{}, &ParseError{s, 0, "not a decimal number"}
	}
	return decimal.NewFromBigInt(coef, -int32(len(frac))), nil // NewFromString obeys a global switch
}

// MarshalJSON writes the document in the form that the README of the project
// specifies: rounds, and the mentions of money and dates, with byte offsets.
// Amounts are strings whatever the settings of the decimal package say.
func (d *Document) MarshalJSON() ([]byte, error) { return d.JSON("", "") }

// JSON returns the document as MarshalJSON does, with an id if it is not empty,
// and with the printed text of each mention if text, the one that was parsed, is given.
func (d *Document) JSON(id, text string) ([]byte, error) {
	out := jsonDocument{ID: id, Rounds: []jsonRound{}, Money: []jsonMoney{}, Dates: []jsonDate{}, Cut: jsonCut(d.Cut)}
	for _, r := range d.Rounds {
		j := jsonRound{
			Company: jsonEntity{r.Company.Name, r.Company.Aka, flatSpan(r.Company.Span)},
			Kind:    r.Kind, Stage: r.Stage, StageSpan: spanJSON(r.StageSpan), Status: r.Status,
			Date: r.Date, DateSpan: spanJSON(r.DateSpan), Investors: []jsonInvestor{},
			Confidence: r.Confidence, Doubts: r.Doubts,
		}
		if !r.Amount.IsZero() {
			a := amountJSON(r.Amount.Money, r.Amount.Span)
			j.Amount = &a
		}
		for _, i := range r.Investors {
			j.Investors = append(j.Investors, jsonInvestor{jsonEntity{i.Name, i.Aka, flatSpan(i.Span)}, i.Lead})
		}
		if !r.Valuation.IsZero() {
			j.Valuation = &jsonValuation{amountJSON(r.Valuation.Money, r.Valuation.Span), r.Valuation.Basis}
		}
		if !r.Total.IsZero() {
			a := amountJSON(r.Total.Money, r.Total.Span)
			j.Total = &a
		}
		out.Rounds = append(out.Rounds, j)
	}
	for _, m := range d.Money {
		out.Money = append(out.Money, mentionJSON(m, text))
	}
	for _, m := range d.Dates {
		out.Dates = append(out.Dates, jsonDate{m.Start, m.End, m.In(text), m.Date})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// UnmarshalJSON reads what MarshalJSON writes; unknown keys are ignored.
func (d *Document) UnmarshalJSON(data []byte) error {
	var in jsonDocument
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	out := Document{Cut: Cut(in.Cut)}
	amount := func(a *jsonAmount) (Amount, error) {
		if a == nil {
			return Amount{}, nil
		}
		m, err := moneyOf(a.Value, a.Currency, a.Qualifier, a.Min, a.Max)
		return Amount{m, a.jsonSpan.span()}, err
	}
	for _, j := range in.Rounds {
		r := Round{Company: Entity{j.Company.Name, j.Company.Aka, j.Company.span()}, Kind: j.Kind, Stage: j.Stage,
			StageSpan: j.StageSpan.span(), Status: j.Status, Date: j.Date, DateSpan: j.DateSpan.span(),
			Confidence: j.Confidence, Doubts: j.Doubts}
		var err error
		if r.Amount, err = amount(j.Amount); err != nil {
			return err
		}
		if r.Total, err = amount(j.Total); err != nil {
			return err
		}
		if j.Valuation != nil {
			if r.Valuation.Amount, err = amount(&j.Valuation.jsonAmount); err != nil {
				return err
			}
			r.Valuation.Basis = j.Valuation.Basis
		}
		for _, i := range j.Investors {
			r.Investors = append(r.Investors, Investor{Entity{i.Name, i.Aka, i.span()}, i.Lead})
		}
		out.Rounds = append(out.Rounds, r)
	}
	for _, j := range in.Money {
		m, err := j.mention()
		if err != nil {
			return err
		}
		out.Money = append(out.Money, m)
	}
	for _, j := range in.Dates {
		out.Dates = append(out.Dates, DateMention{j.Value, Span{j.Start, j.End}})
	}
	*d = out
	return nil
}

// The parts of a document are written and read alone as they are inside it.
// Their Money would else turn them into its text, without span and role.

func (a Amount) MarshalJSON() ([]byte, error) { return json.Marshal(optional(a)) }

func (a *Amount) UnmarshalJSON(data []byte) error {
	var j jsonAmount
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	m, err := moneyOf(j.Value, j.Currency, j.Qualifier, j.Min, j.Max)
	if err == nil {
		*a = Amount{m, j.span()}
	}
	return err
}

// optional is the JSON form of an amount, nil if there is none.
func optional(a Amount) *jsonAmount {
	if a.IsZero() {
		return nil
	}
	j := amountJSON(a.Money, a.Span)
	return &j
}

func (v Valuation) MarshalJSON() ([]byte, error) {
	if v.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(jsonValuation{amountJSON(v.Money, v.Span), v.Basis})
}

func (v *Valuation) UnmarshalJSON(data []byte) error {
	var j jsonValuation
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	m, err := moneyOf(j.Value, j.Currency, j.Qualifier, j.Min, j.Max)
	if err == nil {
		*v = Valuation{Amount{m, j.span()}, j.Basis}
	}
	return err
}

func (m MoneyMention) MarshalJSON() ([]byte, error) { return json.Marshal(mentionJSON(m, "")) }

func (m *MoneyMention) UnmarshalJSON(data []byte) error {
	var j jsonMoney
	err := json.Unmarshal(data, &j)
	if err == nil {
		*m, err = j.mention()
	}
	return err
}

func mentionJSON(m MoneyMention, text string) jsonMoney {
	j := jsonMoney{
		Start: m.Start, End: m.End, Text: m.In(text), Role: m.Role, Assumed: m.Assumed, Per: m.Per, Refused: m.Refused, Qualifier: m.Qualifier,
	}
	if !m.Money.IsZero() {
		j.Value, j.Currency = inDigits(m.Value), m.Currency
		if m.Qualifier == Range {
			j.Min, j.Max = inDigits(m.Min), inDigits(m.Max)
		}
	}
	return j
}

func (j jsonMoney) mention() (MoneyMention, error) {
	m, err := moneyOf(j.Value, j.Currency, j.Qualifier, j.Min, j.Max)
	return MoneyMention{Money: m, Span: Span{j.Start, j.End}, Role: j.Role, Assumed: j.Assumed, Per: j.Per, Refused: j.Refused}, err
}

func (m DateMention) MarshalJSON() ([]byte, error) {
	return json.Marshal(jsonDate{m.Start, m.End, "", m.Date})
}

func (m *DateMention) UnmarshalJSON(data []byte) error {
	var j jsonDate
	err := json.Unmarshal(data, &j)
	if err == nil {
		*m = DateMention{j.Value, Span{j.Start, j.End}}
	}
	return err
}

// shift moves every span n bytes back; what lies before then has none.
func (d *Document) shift(n int) {
	move := func(s *Span) {
		if s.Start < n {
			*s = Span{}
			return
		}
		s.Start -= n
		s.End -= n
	}
	money := d.Money[:0]
	for _, m := range d.Money {
		if m.Start >= n {
			move(&m.Span)
			money = append(money, m)
		}
	}
	d.Money = money
	dates := d.Dates[:0]
	for _, m := range d.Dates {
		if m.Start >= n {
			move(&m.Span)
			dates = append(dates, m)
		}
	}
	d.Dates = dates
	for i := range d.Rounds {
		r := &d.Rounds[i]
		for _, s := range []*Span{&r.Company.Span, &r.Amount.Span, &r.StageSpan, &r.DateSpan, &r.Valuation.Span, &r.Total.Span} {
			move(s)
		}
		for j := range r.Investors {
			move(&r.Investors[j].Span)
		}
	}
}
