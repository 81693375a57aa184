package frames

import (
	"slices"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
	"example.com/funding/internal/token"
)

// event is a telling while its sentence is being read: other clauses may add to it.
type event struct {
	row       *Row
	pos       int // byte offset of the evidence, for order
	company   names.Name
	money     int32 // number of a mention, -1 if none
	stage     int32
	date      int32
	value     int32
	total     int32
	basis     deal.Basis
	kind      deal.Kind
	time      deal.Time
	givers    []deal.Giver
	form      deal.Form
	weak      bool // adds to a round told elsewhere
	perfect   bool // "has raised": perhaps a total
	marked    bool // a round word, stage, date or lead says that it is an event
	past      bool // told as an earlier one
	newest    bool // told as the newest of several
	extension bool
	alone     bool // is not to be joined with another event of its sentence
	spoken    bool // a word for a financing stands there, if nothing else
	part      bool // it is one of several that its clause lists
	those     bool // its givers are those whom the sentence before means
	mixed     bool // equity and debt in one
}

// event begins an event that row reads at node at; see nextEvent.
func (r *Reader) event(row *Row, at int) *event {
	e := r.nextEvent()
	pos := r.Span(r.S.Nodes[at].From, r.S.Nodes[at].To).Start
	*e = event{row: row, pos: pos, money: -1, stage: -1, date: -1, value: -1, total: -1}
	return e
}

// add takes e, which nextEvent has returned.
func (r *Reader) add(e *event) {
	r.used++
	r.mine = append(r.mine, e)
	r.note(e, "")
}

// note adds a step to the trace, if one is wanted. The event was added to that of the row into, if there is one.
func (r *Reader) note(e *event, into string) {
	if r.Trace {
		r.Steps = append(r.Steps, Step{r.Sent, e.row.Name, into, r.tellingOf(e)})
	}
}

type eventBlock [16]event

// nextEvent returns the event that is added next, again and again until add has taken it: most are given up.
// Those that were taken keep their places.
func (r *Reader) nextEvent() *event {
	block, k := r.used/len(eventBlock{}), r.used%len(eventBlock{})
	if block == len(r.blocks) {
		r.blocks = append(r.blocks, new(eventBlock))
	}
	return &r.blocks[block][k]
}

// forgetEvents gives back the events of the sentence, and the one that was given up last.
func (r *Reader) forgetEvents() {
	for i, left := 0, r.used+1; i < len(r.blocks) && left > 0; i, left = i+1, left-len(eventBlock{}) {
		clear(r.blocks[i][:min(left, len(eventBlock{}))])
	}
	r.mine, r.used = r.mine[:0], 0
}

// keep returns a copy of list and more that lasts as long as what the Reader gives.
func (r *Reader) keep(list []deal.Giver, more ...deal.Giver) []deal.Giver {
	n := len(r.givers)
	r.givers = append(append(r.givers, list...), more...)
	return r.givers[n:len(r.givers):len(r.givers)]
}

// tellings makes tellings of the events of the sentence.
func (r *Reader) tellings() {
	for _, e := range r.mine {
		t := r.tellingOf(e)
		if t.Company.Kind == names.Anaphor {
			r.pointBack(&t)
		}
		r.Tellings = append(r.Tellings, t)
	}
	if r.Sent == 0 {
		r.openingName()
	}
}

// tellingOf returns what e tells.
func (r *Reader) tellingOf(e *event) deal.Telling {
	t := deal.Telling{
		Row: e.row.Name, Sent: r.Sent, Pos: e.pos, Heading: -1, Company: e.company,
		Money: e.money, Value: e.value, Total: e.total, Date: e.date, Basis: e.basis, Kind: e.kind, Givers: e.givers,
		Newest: e.newest, Extension: e.extension, Completes: e.row.Completes && !e.part, Mixed: e.mixed, Those: e.those,
		Claim: deal.Claim{Strength: e.strength(), Time: e.time, Form: e.form},
	}
	if e.stage >= 0 {
		t.Stage, t.StageAt = r.mentions.Stages[e.stage], r.mentions.StageAt(e.stage)
	}
	switch {
	case !e.past:
	case t.Time == deal.Now:
		t.Time = deal.Earlier
	case t.Time == deal.Planned:
		t.Time = deal.Hoped
	}
	return t
}

// strength says how much e claims.
func (e *event) strength() deal.Strength {
	figures := e.money >= 0 || e.stage >= 0
	switch {
	case e.weak && e.total >= 0 && !figures && len(e.givers) == 0:
		return deal.SoFar
	case e.weak:
		return deal.Supports
	case e.perfect && e.row.Counts && e.money >= 0 && e.stage < 0 && e.date < 0 && !e.marked:
		return deal.Perhaps
	case !figures && len(e.givers) == 0 && !(e.row.Spoken && e.spoken):
		return deal.Hint
	}
	return deal.Event
}

// pointBack notes where the company that t points back to stands, and who says it if that is a pronoun.
func (r *Reader) pointBack(t *deal.Telling) {
	s, at := r.S, int(t.Company.From)
	node := 0
	for node < len(s.Nodes) && s.Nodes[node].From < at {
		node++
	}
	t.Node = node
	if int(t.Company.To) != at+1 || s.Elems[at].Cat != grammar.Pron {
		return
	}
	for i := len(s.Clauses) - 1; i >= 0; i-- { // "Foo announced that it has raised"
		c := &s.Clauses[i]
		if c.Verb < 0 || c.Verb >= node || len(c.Subj) == 0 || c.Subj[0] >= node {
			continue
		}
		if !s.Elems[s.Nodes[c.Verb].VG.Main].Is(lexicon.Say) && s.Nodes[0].Kind != grammar.Kind(grammar.Sub) {
			continue
		}
		if n := r.SubjectCompany(c.Subj, c.Verb); n.Kind == names.Named {
			t.Speaker = r.Name(n)
			return
		}
	}
}

// openingName notes the company that the first sentence has as its subject, if that is one plain word.
func (r *Reader) openingName() {
	s := r.S
	if len(s.Clauses) == 0 || s.Style != grammar.Plain || len(s.Clauses[0].Subj) != 1 {
		return
	}
	if n := *r.Company(s.Clauses[0].Subj[0]); n.Kind == names.Named && n.To == n.From+1 && !r.PlaceOnly(n) && !r.InvestorName(&n) {
		r.Opening = r.Name(n)
	}
}

// longName is how many words the names of few companies have.
const longName = 7

// unsure reports whether the capitals of the name may mark none.
func (r *Reader) unsure(n *names.Ref) bool {
	opens := n.From == 0 && n.To == 1 && r.S.Elems[0].Is(lexicon.Common)
	return r.S.Style != grammar.Plain || opens || n.To-n.From > longName || !r.capital(n)
}

// capital reports whether a word of the name has a capital letter.
func (r *Reader) capital(n *names.Ref) bool {
	return slices.ContainsFunc(r.Toks[r.S.Elems[n.From].From:r.S.Elems[n.To-1].To], func(t token.Token) bool {
		return t.Has(token.Upper | token.AllUpper | token.Mixed)
	})
}

// listen notes whom the sentence speaks of. Sentences are many and their grammar
// takes thirty times the room of the text; this is what later steps need of most.
func (r *Reader) listen() {
	if len(r.Somebody()) == 0 {
		return
	}
	for i := range r.S.Clauses {
		if c := &r.S.Clauses[i]; !c.Rel && !c.Shared {
			for _, k := range c.Subj {
				r.nouns[k].subj = true
			}
		}
	}
	heard, elems := r.Heard, r.S.Elems
	for _, k := range r.Somebody() {
		n, subj := r.Company(int(k)), r.nouns[k].subj
		switch {
		case n.Kind == names.Named:
			how := r.nouns[k].how
			if r.InvestorName(n) {
				how |= deal.Investing
			}
			if r.unsure(n) {
				how |= deal.Unsure
			}
			heard = append(heard, deal.Heard{From: elems[n.From].From, To: elems[n.To-1].To, Node: k, Subject: subj, How: how})
		case subj:
			heard = append(heard, deal.Heard{Node: k, Subject: true})
		}
	}
	r.Heard = heard
}
