package discourse

import (
	"example.com/funding/internal/amounts"
	"example.com/funding/internal/deal"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/names"
	"example.com/funding/internal/reuse"
)

// This file says what speaks against an event, once all of them are known.

// evidence is what there is for an event.
type evidence struct {
	*Event
	no    int // of events
	r     *Reader
	sight *sight
	look  names.Look      // of the company's name
	money *amounts.Amount // nil if there is none
}

// sight is how the text shows a company.
type sight struct {
	heard  int    // how often it is named
	sure   bool   // its name stands where capitals mark names
	gives  bool   // it gives to another
	events [2]int // new ones and old ones
}

// doubts are the reasons for which an event may be read wrongly. Each has an example in which it is raised and, after " <> ", one in
// which it is not.
var doubts = [deal.NumDoubts]doubt{
	deal.CompanyByReference: {func(v *evidence) bool { return !v.named && v.pointed },
		"Larkfield sells lamps. It has raised $5 million in a seed round. <> Larkfield has raised $5 million in a seed round. It sells lamps."},
	deal.CompanyFar: {(*evidence).far,
		"Larkfield sells lamps. Times are hard. Lamps are dear. People wait. It has raised $5 million in a seed round. <> " +
			"Times are hard. Larkfield sells lamps. It has raised $5 million in a seed round."},
	deal.CompanyByTopic: {func(v *evidence) bool { return !v.named && !v.pointed },
		"Larkfield sells lamps. The Series A round of $5 million was led by Onyx Capital. <> " +
			"Larkfield sells lamps. Larkfield's Series A round of $5 million was led by Onyx Capital."},
	deal.CompanyBounds: {func(v *evidence) bool { return !v.sight.sure },
		"Larkfield Raises $5 Million In Seed Round From Onyx Capital <> Larkfield raises $5 million in a seed round from Onyx Capital"},
	deal.CompanyCommonWords: {func(v *evidence) bool { return v.look.Known },
		"Figure raised $5 million in a seed round. <> Larkfield raised $5 million in a seed round."},
	deal.CompanyDescribed: {func(v *evidence) bool { return !v.sight.sure && v.look.Class&describing != 0 },
		"Swiss Larkfield Raises $5 Million In Seed Round <> Larkfield Raises $5 Million In Seed Round"},
	deal.CompanyMayInvest: {func(v *evidence) bool { return v.sight.gives || v.look.Class&lexicon.Investorword != 0 },
		"Onyx Capital raised $5 million in a seed round. <> Larkfield raised $5 million in a seed round."},
	deal.CompanyNamedOnce: {func(v *evidence) bool { return v.sight.heard <= 1 && v.r.several() },
		"Larkfield raised $5 million. Lamps are dear. Times are hard. <> Larkfield raised $5 million. Lamps are dear. Larkfield sells them."},
	deal.CompanyInPassing: {func(v *evidence) bool { return v.Of != v.r.topic.main },
		"Larkfield sells lamps. Larkfield raised $5 million. Its rival Whimbrel raised $8 million. <> Larkfield raised $5 million."},
	deal.SeveralCompanies: {func(v *evidence) bool { return v.r.sights.receivers > 1 },
		"Larkfield raised $5 million. Whimbrel raised $8 million. <> Larkfield raised $5 million. Larkfield raised $8 million."},
	deal.AmountMissing: {func(v *evidence) bool { return v.money == nil },
		"Larkfield closed a Series A. <> Larkfield closed a $5 million Series A."},
	deal.FiguresMissing: {func(v *evidence) bool { return v.money == nil && v.Stage.IsZero() },
		"Onyx Capital invested in Larkfield. <> Onyx Capital invested in Larkfield's Series A."},
	deal.CurrencyAssumed: {func(v *evidence) bool { return v.money != nil && v.money.Assumed },
		"Larkfield raised $5 million. <> Larkfield raised US$5 million."},
	deal.AmountInexact: {func(v *evidence) bool { return v.money != nil && v.money.Qualifier != amounts.Exact },
		"Larkfield raised about $5 million. <> Larkfield raised $5 million."},
	deal.AmountUnusual: {func(v *evidence) bool { return v.money != nil && (v.money.AtLeast(9) || !v.money.AtLeast(5)) },
		"Larkfield raised $50,000. <> Larkfield raised $5 million."},
	deal.AmountsDiffer: {func(v *evidence) bool { return v.Doubts.Has(deal.AmountsDiffer) },
		"Larkfield raises $5.2 million. Larkfield has raised $5,230,000 from Onyx Capital. <> " +
			"Larkfield raises $5.2 million. Larkfield has raised $5.2 million from Onyx Capital."},
	deal.AmountOfAnother: {(*evidence).ofAnother,
		"Larkfield raised $5 million. Whimbrel raised $5 million. <> Larkfield raised $5 million. Whimbrel raised $8 million."},
	deal.AmountMayBeTotal: {func(v *evidence) bool { return v.Strength == deal.Perhaps && !v.sure },
		"Larkfield has raised $5 million. <> Larkfield raised $5 million."},
	deal.EventMergedByAmount: {func(v *evidence) bool { return v.Doubts.Has(deal.EventMergedByAmount) },
		"Larkfield raised $5 million. Times are hard. It closed a $5 million round with Onyx Capital. <> " +
			"Larkfield raised $5 million. Times are hard. Larkfield closed a $5 million round with Onyx Capital."},
	deal.EventMayBeAnother: {func(v *evidence) bool { return v.sight.events[v.age()] > 1 },
		"Larkfield raised $5 million. Larkfield raised $8 million. <> Larkfield raised $8 million. In 2015 it had raised $5 million."},
	deal.EventByDetail: {func(v *evidence) bool { return v.Adds() },
		"Larkfield sells lamps. The $5 million Series A was led by Onyx Capital. <> Larkfield closed a $5 million Series A led by Onyx Capital."},
	deal.EventByNoun: {func(v *evidence) bool { return !v.verbal },
		"The $5 million seed round of Larkfield is welcome. <> Larkfield raised a $5 million seed round, which is welcome."},
	deal.EventFromTable: {func(v *evidence) bool { return v.table },
		"Company: Larkfield\nAmount: $5 million\nInvestors: Onyx Capital <> Larkfield raised $5 million from Onyx Capital."},
	deal.EventEarlier: {func(v *evidence) bool { return v.old },
		"Larkfield had previously raised $5 million in a seed round. <> Larkfield raised $5 million in a seed round."},
	deal.EventNotClosed: {func(v *evidence) bool { return v.Time > deal.Earlier },
		"Larkfield plans to raise $5 million in a seed round. <> Larkfield raised $5 million in a seed round."},
	deal.EventLate: {func(v *evidence) bool { return v.told[0] >= openingSents },
		"It rains. It rains. It rains. It rains. It rains. It rains. It rains. It rains. It rains. It rains. Larkfield raised $5 million. <> " +
			"It rains. It rains. It rains. It rains. Larkfield raised $5 million."},
	deal.EventToldOnce: {func(v *evidence) bool { return len(v.told) == 1 && v.r.several() },
		"Larkfield raised $5 million. Lamps are dear. Larkfield sells them. <> " +
			"Larkfield raised $5 million. Larkfield closed the $5 million round."},
	deal.KindUnusual: {func(v *evidence) bool { return v.Kind != deal.Equity },
		"Larkfield was awarded a grant of $5 million. <> Larkfield raised $5 million."},
	deal.InvestorsMissing: {func(v *evidence) bool { return len(v.Givers) == 0 },
		"Larkfield raised $5 million. <> Larkfield raised $5 million from Onyx Capital."},
}

// describing are words that say what somebody is rather than who.
const describing = lexicon.Companynoun | lexicon.Companynouns | lexicon.Demonym | lexicon.Title | lexicon.Placeless

// doubt is a row of doubts; tests run its example.
type doubt struct {
	when    func(v *evidence) bool
	example string
}

// doubt finds what speaks against the events.
func (r *Reader) doubt() {
	if len(r.events) == 0 {
		return
	}
	r.see()
	for i, e := range r.events {
		v := &r.evidence // not of its own: the rows would make it escape
		*v = evidence{Event: e, no: i, r: r, sight: r.sights.at(e.Of), look: r.Names.Look(&e.Of.Names[r.Fullest(e.Of.Names)])}
		if e.Money >= 0 {
			v.money = r.money(e.Money)
		}
		for d := range doubts {
			if doubts[d].when(v) {
				e.Doubts.Add(deal.Doubt(d))
			}
		}
	}
	r.evidence = evidence{}
}

// sights is what the text shows of its companies.
type sights struct {
	list      []sight
	receivers int // companies with events
}

func (s *sights) at(c *names.Firm) *sight { return &s.list[c.No] }

// see finds what the text shows of its companies.
func (r *Reader) see() {
	s := &r.sights
	s.receivers = 0
	s.list = reuse.Zeroed(s.list, len(r.Names.Firms()))
	only := "" // the only name of the only company: of most short texts
	if firms := r.Names.Firms(); len(firms) == 1 && len(firms[0].Names) == 1 {
		only = firms[0].Names[0].Text
	}
	for k := range r.Heard {
		h := &r.Heard[k]
		if h.From == h.To {
			continue
		}
		if only != "" && r.Mentions.View.Even(h.From, h.To) == only {
			s.list[0].heard++
			s.list[0].sure = s.list[0].sure || h.How&deal.Unsure == 0
			continue
		}
		if c := r.firmHeard(int32(k), h); c != nil {
			at := s.at(c)
			at.heard++
			at.sure = at.sure || h.How&deal.Unsure == 0 && r.whole(c, int32(k), h)
		}
	}
	for i := range r.tellings {
		for g := range r.tellings[i].Givers {
			n := &r.tellings[i].Givers[g].Name
			if n.Text == "" || !r.Names.MayKnow(n.Text[0]) {
				continue
			}
			if c := r.Names.Find(r.Names.FormOf(n)); c != nil && c != r.tellings[i].of {
				s.at(c).gives = true
			}
		}
	}
	for _, e := range r.events {
		at := s.at(e.Of)
		if at.events == [2]int{} {
			s.receivers++
		}
		at.events[e.age()]++
	}
}

// age is 1 for an event that is told as an earlier one.
func (e *Event) age() int {
	if e.old {
		return 1
	}
	return 0
}

// whole reports whether h, number k of Heard, is as long a name as the fullest of the company.
func (r *Reader) whole(c *names.Firm, k int32, h *deal.Heard) bool {
	full := &c.Names[r.Fullest(c.Names)]
	return full.Text == r.Mentions.View.Even(h.From, h.To) || r.Names.WordCount(r.formHeard(k, h)) >= r.Names.WordCount(r.Names.FormOf(full))
}

// fewSentences is how many sentences a text has at most that has no room to say things again.
const fewSentences = 2

// several reports whether the text has room to say things again.
func (r *Reader) several() bool { return len(r.Mentions.Sents) > fewSentences }

// nearSentences is how many sentences may lie between a company's name and what points back to it.
const nearSentences = 2

// far reports whether the event is told only by what points back, and the sentences just before do not name the company.
func (v *evidence) far() bool {
	if v.named {
		return false
	}
	for i := v.Sent; i >= max(0, v.Sent-nearSentences); i-- {
		from, to := v.r.heardIn(i)
		for k := from; k < to; k++ {
			if h := &v.r.Heard[k]; h.From != h.To && v.r.firmHeard(k, h) == v.Of {
				return false
			}
		}
	}
	return true
}

// ofAnother reports whether an event of another company, told near this one, has the same amount.
func (v *evidence) ofAnother() bool {
	if v.money == nil || v.r.sights.receivers < 2 {
		return false
	}
	events := v.r.events
	for i := max(0, v.no-nearEvents); i < min(len(events), v.no+nearEvents+1); i++ {
		if e := events[i]; e.Of != v.Of && e.Money >= 0 && v.money.Same(v.r.money(e.Money)) {
			return true
		}
	}
	return false
}

// nearEvents is how many events on either side one is compared with, so that the time stays linear.
const nearEvents = 16

// hear notes how t, which is of e, tells of it.
func (e *Event) hear(t *telling) {
	switch t.Company.Kind {
	case names.Named:
		e.named = true
	case names.Anaphor:
		e.pointed = true
	}
	e.verbal = e.verbal || t.Form == deal.Told
	e.sure = e.sure || !t.Adds() && t.Strength != deal.Perhaps
	e.table = e.table || t.table
}

// joined notes what speaks against t, which claims an event of its own, being e.
func (r *Reader) joined(e *Event, t *telling) {
	if e.Money < 0 || t.Money < 0 || e.Money == t.Money {
		return
	}
	if !r.money(e.Money).Same(r.money(t.Money)) {
		e.Doubts.Add(deal.AmountsDiffer)
	}
	if e.named && t.Company.Kind == names.Named {
		return
	}
	stage := !e.Stage.IsZero() && e.Stage.Same(t.Stage)
	if when := r.Mentions.When; !stage && t.Sent != e.Sent && !(e.Date >= 0 && t.Date >= 0 && when[e.Date] == when[t.Date]) {
		e.Doubts.Add(deal.EventMergedByAmount)
	}
}
