package frames

import (
	"slices"
	"strings"

	"example.com/funding/internal/deal"
	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/words"
)

// Part is what a place in a clause fills.
type Part uint8

const (
	Nothing   Part = iota
	Company        // who receives the money
	Investor       // who gives it
	Lead           // who gives it and leads
	Financing      // amount, stage, or a word for the round
	Worth          // a valuation
	Total          // raised so far
	Same           // more of what the argument before it gave
	counted        // a round that the amount before it counts among others, which is told by itself
)

// Need is what a clause must hold for its row to speak of a round.
type Need uint8

const (
	Money   Need = 1 << iota // an amount that is no valuation, revenue …
	Round                    // a word for a financing, or a stage
	Firm                     // a company in the row's place for it
	Givers                   // a named investor
	Value                    // a valuation together with an investor
	further                  // "another", "more": with an amount it stands for a financing
)

// Row says how one meaning of some verbs fills a round. To teach the parser a verb, add it to a row; to
// teach it a meaning, add a row with examples, which a test runs.
type Row struct {
	Name    string // a label for traces and goldens, which nothing compares
	Verbs   string // lemmas
	Subject Part
	Object  Part
	Fills   string // "source=investor": what arguments of a relation fill, beside those that fill the same in every row

	Any  Need // one of these must be there
	All  Need // all of these must be there
	Weak bool // it adds to a round told elsewhere, and makes none by itself

	Active    bool                // only in the active voice
	Main      bool                // only as the main verb of a sentence
	Bare      bool                // in the passive it may stand without its subject: "the round was closed in May"
	Recipient bool                // the subject receives in the passive too: "was awarded"
	Particle  grammar.Relation    // of the argument that must follow at once, if any must: "bought into"
	When      func(*Attempt) bool // whether the clause speaks of what the row is about, asked before anything is gathered; nil for yes

	Time deal.Time // of the event, if the verb says it
	Kind deal.Kind // of the money, if the verb says it

	Extends   bool // the object is the round before, the amount comes on top of it
	Grows     bool // the object is a round, or its size, and the amount after "to" is what it has grown to
	Doubles   bool // the receiver may stand right before the amount: "handed Foo $5M"
	SizeAt    bool // "at" after a round without an amount gives its size, no valuation: "closed its Series B at $45M"
	Additive  bool // never a round of its own, even with an amount and a company
	Spoken    bool // it makes a round of a word for a financing, without figures: "announced an investment"
	Counts    bool // in the perfect it may count all that was raised so far: "has raised $5M"
	Sums      bool // with "to date" it does
	Perhaps   bool // it may count all in any tense: "left stealth with $5M"
	Completes bool // the amount may be the last part of a round told in the same sentence
	ForAmount bool // "for" stands before the amount: "in talks for $5M"
	WithGiver bool // "with" after the round names who gives: "closed a seed round with A and B"

	Settle func(*Attempt) bool // what a weak row checks and mends; nil for nothing
	Figure bool                // Settle asks for a total or a valuation
	Giver  bool                // Settle asks for an investor, or All does
	Topic  bool                // Settle asks for a subject that is a financing or means who gave it
	Alone  func(*Attempt) bool // whether a weak row speaks of a round without naming it; nil for never
	Unless []Lookalike         // readings of this row that look like rounds and are none, beside those of every row

	// Examples are sentences followed by "=> " and what the row must give, in the form of the goldens.
	Examples []string

	fills [grammar.Relations]filling // what each relation fills
}

// Table is the meanings of a language as they are written; see Compile.
type Table struct {
	Rows   []Row
	Common string // what arguments fill in every row, unless the row says otherwise; as Row.Fills
	Light  []grammar.LightVerb

	// the rows of readings that hang on no row's verb
	Noun         Row // "Foo's $20M Series A"
	Talks        Row // "is in talks for a $30M Series A with Foo"
	TakingPart   Row // "with participation from A and B"
	InvestorList Row // "investors in Foo's $9M seed are A, B and C"
	RoundIs      Row // "Foo's last round was a $30M Series A led by Bar"
	AnyVerb      Row // a headline whose verb is in no row

	// Relation returns the relation that a preposition makes.
	Relation func(preposition lexicon.ID) grammar.Relation

	// Adverb reports whether token i, which may be a verb that tells of a deal, is surely an adverb.
	Adverb func(v *words.View, i int) bool
}

// partNames are what Row.Fills calls the parts.
var partNames = [...]string{
	Nothing: "nothing", Company: "company", Investor: "investor", Lead: "lead", Financing: "financing", Worth: "worth", Total: "total",
	Same: "same",
}

// forObject is what Row.Fills calls Financing that stands for the object: "closes on $5M".
const forObject = "object"

// partOf returns the filling that Row.Fills calls so; ok is false if it may call none so.
func partOf(name string) (f filling, ok bool) {
	if name == forObject {
		return filling{Financing, true}, true
	}
	k := slices.Index(partNames[:], name)
	return filling{to: Part(max(k, 0))}, k >= 0
}

// IsPart reports whether Row.Fills may name the part so.
func IsPart(name string) bool {
	_, ok := partOf(name)
	return ok
}

// Rules is a Table made ready for reading. It is read-only and safe for concurrent use.
type Rules struct {
	Table
	ofVerb []verbRows // by the number of the verb
}

// verbRows is the rows of a verb in their order.
type verbRows struct {
	strong, weak []*Row
	any          bool // there is one of them, or the verb means one that has together with another word
	bare         bool // one makes a round of a word for it, without amount or stage
	alone        bool // one makes a round without even that
	moves        bool // one makes a round of a stake, an investor taken on or a check
}

// has reports whether a row has the verb.
func (v *verbRows) has() bool { return len(v.strong)+len(v.weak) > 0 }

// filling is what an argument of a certain relation fills.
type filling struct {
	to     Part
	object bool // it stands for the object ("closes on $5M")
}

// Compile makes a table ready for reading, whose words lex knows.
func Compile(lex *lexicon.Lexicon, t Table) *Rules {
	rs := &Rules{Table: t, ofVerb: make([]verbRows, lex.VerbCount())}
	rs.Rows = slices.Clone(t.Rows)
	for _, row := range rs.all() {
		row.fill(t.Common)
		row.fill(row.Fills) // a row's own word counts more
	}
	for i := range rs.Rows {
		row := &rs.Rows[i]
		for _, lemma := range strings.Fields(row.Verbs) {
			rs.ofVerb[lex.Verb(lemma)].add(row)
		}
	}
	for i := range rs.ofVerb {
		rs.ofVerb[i].any = rs.ofVerb[i].has()
	}
	for _, l := range t.Light {
		v, means := &rs.ofVerb[lex.Verb(l.Verb)], &rs.ofVerb[lex.Verb(l.Means)]
		v.any, v.bare = true, v.bare || means.bare // those that need no word for it are verbs with a cue
	}
	return rs
}

// add notes that row has the verb.
func (v *verbRows) add(row *Row) {
	if row.Weak {
		v.weak = append(v.weak, row)
		return
	}
	v.strong = append(v.strong, row)
	if row.When != nil {
		v.moves = v.moves || row.Spoken
		return
	}
	const figures = Money | Value
	bare := row.All&figures == 0 && (row.Any == 0 || row.Any&^figures != 0)
	v.bare, v.alone = v.bare || bare, v.alone || bare && row.All&Round == 0 && row.Any == 0
}

// all returns the rows, those of readings without a verb too.
func (rs *Rules) all() []*Row {
	list := []*Row{&rs.Noun, &rs.Talks, &rs.TakingPart, &rs.InvestorList, &rs.RoundIs, &rs.AnyVerb}
	for i := range rs.Rows {
		list = append(list, &rs.Rows[i])
	}
	return list
}

// fill notes what fills says of relations.
func (row *Row) fill(fills string) {
	for _, f := range strings.Fields(fills) {
		name, to, _ := strings.Cut(f, "=")
		for rel := range grammar.Relations {
			if grammar.Relation(rel).String() == name {
				row.fills[rel], _ = partOf(to)
			}
		}
	}
}

// Reads reports whether a row, or a light verb, has the verb.
func (rs *Rules) Reads(verb uint16) bool { return rs.ofVerb[verb].any }

// Alone reports whether the verb makes a round without an amount, a stage or a word for a financing.
func (rs *Rules) Alone(verb uint16) bool { return rs.ofVerb[verb].alone }
