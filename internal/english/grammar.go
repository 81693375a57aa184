package english

import (
	"slices"
	"strings"

	"example.com/funding/internal/grammar"
	"example.com/funding/internal/lexicon"
	"example.com/funding/internal/token"
)

// clauseRules returns the rules of English clauses.
func clauseRules(lex *lexicon.Lexicon) grammar.Rules {
	return grammar.Rules{
		Lexicon:   lex,
		Words:     wordRows,
		Verbs:     verbRows,
		Phrases:   phraseRows,
		Relations: relationRows,
		Coined:    coinedRows,
		Light:     lightVerbs,
		Tense: grammar.Tense{
			Earlier:  find(lex, "previously last originally had initially earlier"),
			Reported: find(lex, "said due rumored rumoured reported"),
			Telling:  lemmas(lex, "announce report reveal confirm disclose lead co-lead emerge exit leave launch debut celebrate unveil"),
		},
		AdverbEnding: "ly",
		Near:         "close to ",
		Infinitive:   lex.Find("to"),
		Of:           lex.Find("of"),
		At:           lex.Find("at"),
		By:           lex.Find("by"),
		Coins:        lex.Verb("soak"),
	}
}

// find returns the numbers of words in the lexicon.
func find(lex *lexicon.Lexicon, words string) (ids []lexicon.ID) {
	for _, w := range strings.Fields(words) {
		ids = append(ids, lex.Find(w))
	}
	return ids
}

// lemmas returns the numbers of verbs.
func lemmas(lex *lexicon.Lexicon, verbs string) (numbers []uint16) {
	for _, v := range strings.Fields(verbs) {
		numbers = append(numbers, lex.Verb(v))
	}
	return numbers
}

// Sets of categories.
const (
	nouns    = grammar.Cats(1<<grammar.Noun | 1<<grammar.Name | 1<<grammar.Unit | 1<<grammar.RParen) // what a noun phrase may end with
	times    = grammar.Cats(1 << grammar.When)
	names    = grammar.Cats(1 << grammar.Name)
	nominals = grammar.Cats(1<<grammar.Noun | 1<<grammar.Name)
	units    = grammar.Cats(1 << grammar.Unit)
	dets     = grammar.Cats(1 << grammar.Det)
	owners   = grammar.Cats(1 << grammar.Poss)
	preps    = grammar.Cats(1 << grammar.Prep)
	prons    = grammar.Cats(1 << grammar.Pron)
	rels     = grammar.Cats(1 << grammar.Rel)
	subs     = grammar.Cats(1 << grammar.Sub)
	auxs     = grammar.Cats(1 << grammar.Aux)
	tos      = grammar.Cats(1 << grammar.To)
	conjs    = grammar.Cats(1 << grammar.Conj)
	commas   = grammar.Cats(1 << grammar.Comma)
	dashes   = grammar.Cats(1 << grammar.Dash)
	quotes   = grammar.Cats(1 << grammar.Quote)
	stops    = grammar.Cats(1 << grammar.Stop)
	every    = ^grammar.Cats(0)
)

// wordRows say what category a word has that could have several. A word that no row knows is a noun.
var wordRows = []grammar.WordRow{
	{Name: "an adverb that is a verb as well", Verbal: true, Cat: grammar.Adv,
		Example: "Lisko gave the money *back*. => adv",
		When: func(w *grammar.Word) bool {
			toks, ids := w.S.Tokens()
			return w.S.Lex.Has(w.E.ID, lexicon.TraitAdverbOrVerb) && backwards(w.S.Lex, toks, ids, int(w.E.From))
		}},
	{Name: "a verb", Verbal: true, Cat: grammar.Verb,
		Example: "Lisko *raised* {$5 million}. => V",
		When:    (*grammar.Word).IsVerb},
	{Name: "a list's opener that is a name", Capital: true, Of: lexicon.Including, Cat: grammar.Name,
		Example: "The startup *Like* raises {$30 million}. => N",
		When:    func(w *grammar.Word) bool { return capital(w) && verbAhead(w, w.S.Next(w.At)) }},
	{Name: "a capital", Capital: true, Cat: grammar.Name,
		Example: "It has *Like* Minds as a backer. => N",
		When: func(w *grammar.Word) bool {
			return capital(w) && (!w.E.Is(lexicon.Det|lexicon.Prep|lexicon.Conj) || capitalNext(w))
		}},
	{Name: "a conjunction", Of: lexicon.Conj, Cat: grammar.Conj,
		Example: "Birch Capital *and* Tern Ventures led the round. => conj"},
	{Name: "a relative", Of: lexicon.Rel, Cat: grammar.Rel,
		Example: "Lisko, *which* makes robots, raised {$5 million}. => rel",
		When:    func(w *grammar.Word) bool { return !w.E.Is(lexicon.Det) }},
	{Name: "a determiner that is a relative", Of: lexicon.Rel, Cat: grammar.Rel,
		Example: "Lisko said *that* it raised {$5 million}. => rel",
		When:    relative},
	{Name: "a pronoun, and no place", Of: lexicon.Pronoun, Cat: grammar.Pron,
		Example: "Birch Capital told *us*. => pron",
		When: func(w *grammar.Word) bool {
			return !(w.S.Has(w.At, token.AllUpper) && w.E.Is(lexicon.Place|lexicon.Placeless))
		}},
	{Name: "an auxiliary", Of: lexicon.Aux, Cat: grammar.Aux,
		Example: "Lisko *has* raised {$5 million}. => aux",
		When:    func(w *grammar.Word) bool { return w.S.Style == grammar.Plain || w.After != grammar.Det }},
	{Name: "before an infinitive", Of: lexicon.Prep, Cat: grammar.To,
		Example: "Lisko wants *to* raise {$5 million}. => to",
		When:    infinitive},
	{Name: "a preposition with a clause after it", Of: lexicon.Prep, Cat: grammar.Sub,
		Example: "It sold shares *as* the market grows. => sub",
		When: func(w *grammar.Word) bool {
			n := w.At + 1
			return w.E.Is(lexicon.Sub) && n < len(w.S.Elems) && (w.S.Elems[n].Is(lexicon.Pronoun) || subjectAhead(w, n))
		}},
	{Name: "a preposition", Of: lexicon.Prep, Cat: grammar.Prep,
		Example: "*From* Birch Capital Lisko raised {$5 million}. => prep"},
	{Name: "a subordinating conjunction", Of: lexicon.Sub, Cat: grammar.Sub,
		Example: "Lisko raised {$5 million} *because* it grows. => sub",
		When:    func(w *grammar.Word) bool { return w.E.Verb == 0 || !w.E.Is(lexicon.Common) }},
	{Name: "an adverb", Of: lexicon.Adv, Cat: grammar.Adv,
		Example: "Lisko *also* raised {$5 million}. => adv",
		When:    func(w *grammar.Word) bool { return !(dets | owners).Has(w.After) }},
	{Name: "a determiner", Of: lexicon.Det, Cat: grammar.Det,
		Example: "*Its* first round is closed. => det",
		When:    func(w *grammar.Word) bool { return !w.E.Is(lexicon.Number) }},
	{Name: "an adverb by its ending", Cat: grammar.Adv,
		Example: "Lisko raised {$5 million} *swimmingly*. => adv",
		When:    endsAsAdverb},
	{Name: "any other capital", Capital: true, Cat: grammar.Name,
		Example: "*Robots* are {$5 million} each. => N"},
}

// verbRows say whether a word that could be a verb is one. One of which no row has an opinion is none.
var verbRows = []grammar.VerbRow{
	{Name: "a list's opener", Of: lexicon.Including, Verb: false,
		Example: "It has backers *including* Birch Capital. => no verb"},
	{Name: "a capital inside a sentence", Verb: false,
		Example: "Lisko hired the team of *Backed* Robots. => no verb",
		When:    func(w *grammar.Word) bool { return capital(w) && !capitalVerb(w) }},
	{Name: "between an adverb and a noun", Forms: grammar.Pasts, Verb: false,
		Example: "a maker of family *owned* shops => no verb",
		When:    afterModifier},
	{Name: "meet Foo", After: stops, Forms: grammar.Bases, Verb: true,
		Example: "*Meet* Lisko, the app for {$5 million} of trees. => verb",
		When: func(w *grammar.Word) bool {
			return w.At == 0 && w.S.Lex.VerbHas(w.E.Verb, lexicon.TraitPresents) && capitalNext(w) && w.S.Style == grammar.Plain
		}},
	{Name: "the beginning of a name", After: stops, Verb: false,
		Example: "*Docked*, a startup in Oslo: {$5 million}. => no verb",
		When:    func(w *grammar.Word) bool { return w.E.Cap && w.S.Style == grammar.Plain && opensName(w) }},
	{Name: "a determiner, then an adverb", After: dets | owners, Verb: false,
		Example: "Lisko spent its recently *closed* round. => no verb",
		When:    func(w *grammar.Word) bool { return w.Prev < w.At-1 && w.S.Elems[w.At-1].Cat == grammar.Adv }},

	{Name: "infinitive", After: tos, Forms: grammar.Bases, Verb: true,
		Example: "Lisko wants to *raise* {$5 million}. => verb"},
	{Name: "is raising, was led", After: auxs, Verb: true,
		Example: "The round was *led* by Birch Capital. => verb",
		When: func(w *grammar.Word) bool {
			return w.S.Elems[w.Prev].Is(lexicon.Be) && w.E.Forms&(lexicon.Gerund|lexicon.Part) != 0
		}},
	{Name: "has raised", After: auxs, Verb: true,
		Example: "Lisko has *raised* {$5 million}. => verb",
		When: func(w *grammar.Word) bool {
			a := &w.S.Elems[w.Prev]
			return !a.Is(lexicon.Be) && a.Is(lexicon.Perfect) && w.E.Forms&lexicon.Part != 0
		}},
	{Name: "will raise", After: auxs, Forms: grammar.Bases, Verb: true,
		Example: "Lisko will *raise* {$5 million}. => verb",
		When:    func(w *grammar.Word) bool { return !w.S.Elems[w.Prev].Is(lexicon.Be | lexicon.Perfect) }},
	{Name: "a form that the auxiliary does not govern", After: auxs, Verb: false,
		Example: "Lisko has *raise* => no verb"},
	{Name: "this brings the total to", After: dets, Forms: grammar.Thirds, Verb: true,
		Example: "This *brings* the total to {$9 million}. => verb",
		When: func(w *grammar.Word) bool {
			return w.S.Lex.Has(w.S.Elems[w.Prev].ID, lexicon.TraitThisOrThat) && !w.E.Is(lexicon.Nounish) && w.Next.Is(lexicon.Det)
		}},
	{Name: "after a determiner", After: dets | owners, Verb: false,
		Example: "Lisko spent its *planned* budget. => no verb",
		When:    func(w *grammar.Word) bool { return !furtherAmount(w) }},

	{Name: "Sauce brand Foo", Of: lexicon.Companynoun, Forms: grammar.Bases, After: nouns, Verb: false,
		Example: "Sauce *brand* Lisko raises {$5 million} => no verb",
		When:    func(w *grammar.Word) bool { return capitalNext(w) && !plural(w.S.Word(w.Prev)) }},
	{Name: "a word that is mostly a noun", Of: lexicon.Nounish | lexicon.Title | lexicon.People, After: every &^ (prons | rels),
		Forms: grammar.Pasts | grammar.Thirds | grammar.Bases, Verb: false,
		Example: "Robots and *funds* are in Oslo. => no verb",
		When:    func(w *grammar.Word) bool { return !funds(w) }},
	{Name: "a verb comes right after it", Verb: false,
		Example: "Social Seller *Merged* Raises {$20 million} => no verb",
		When:    func(w *grammar.Word) bool { return verbAhead(w, w.NextAt) }},

	// Past forms.
	{Name: "a participle after a preposition", Forms: grammar.Pasts, After: preps, Verb: false,
		Example: "a maker of *packaged* goods => no verb"},
	{Name: "its total raised", Forms: grammar.Pasts, After: 1 << grammar.Noun, Verb: false,
		Example: "Its total *raised* is {$9 million}. => no verb",
		When:    func(w *grammar.Word) bool { return w.S.Elems[w.Prev].Is(lexicon.Totalcue) }},
	{Name: "a participle before its noun", Forms: grammar.Pasts,
		After: every &^ (nouns | times | rels | prons | commas | conjs | stops), Verb: false,
		Example: "Lisko: *packaged* goods => no verb",
		When:    smallNounNext},
	{Name: "a participle between nouns", Forms: grammar.Pasts, After: 1 << grammar.Noun, Verb: false,
		Example: "Lisko works in the consumer *packaged* goods market. => no verb",
		When: func(w *grammar.Word) bool {
			e := w.S.Elems[:w.Prev]
			return smallNounNext(w) && len(e) >= 2 && e[len(e)-1].Cat == grammar.Det && e[len(e)-2].Cat == grammar.Prep
		}},
	{Name: "a participle in the object", Forms: grammar.Pasts, After: 1<<grammar.Noun | units, Verb: false,
		Example: "Lisko received a {$5 million} *secured* credit facility. => no verb",
		When:    func(w *grammar.Word) bool { return w.Finite && smallNounNext(w) }},
	{Name: "a participle that opens", Forms: grammar.Pasts, After: stops, Verb: false,
		Example: "*Packaged* goods are in Oslo. => no verb",
		When:    smallNounNext},
	{Name: "a past form", Forms: grammar.Pasts, Verb: true,
		Example: "Birch Capital *led* the round. => verb"},

	// Gerunds.
	{Name: "funding a round", Forms: grammar.Gerunds, Of: lexicon.Nounish, After: preps | commas | subs, Verb: true,
		Example: "Lisko grew by *financing* the robots. => verb",
		When:    amountOrDet},
	{Name: "a gerund that is mostly a noun", Forms: grammar.Gerunds, Of: lexicon.Nounish, Verb: false,
		Example: "Lisko raised *financing* from Birch Capital. => no verb"},
	{Name: "crowdfunding platform", Forms: grammar.Gerunds, After: stops, Verb: false,
		Example: "*Rebuilding* startup Lisko raised {$5 million}. => no verb",
		When:    func(w *grammar.Word) bool { return w.Next.Is(lexicon.Companynoun) }},
	{Name: "a gerund before the subject's last word", Forms: grammar.Gerunds, After: stops | nouns, Verb: false,
		Example: "*Climbing* Diary raises {$5 million}. => no verb",
		When:    func(w *grammar.Word) bool { return w.NounNext && w.Next.Cap && verbSoon(w) }},
	{Name: "a gerund after a comma or a time", Forms: grammar.Gerunds, After: commas | times, Verb: true,
		Example: "Lisko raised {$5 million}, *bringing* more. => verb"},
	{Name: "a gerund with a noun after it", Forms: grammar.Gerunds, After: preps | stops, Verb: true,
		Example: "Lisko grew by *making* robots. => verb",
		When:    func(w *grammar.Word) bool { return w.NounNext }},
	{Name: "a gerund with an object", Forms: grammar.Gerunds, After: preps | subs | stops | conjs, Verb: true,
		Example: "After *raising* {$5 million}, Lisko opened an office. => verb",
		When: func(w *grammar.Word) bool {
			return w.UnitNext || w.NextAt < 0 || w.Next.Cap || w.Next.Is(lexicon.Det|lexicon.Prep|lexicon.Pronoun)
		}},
	{Name: "with Foo participating", Forms: grammar.Gerunds, After: names, Verb: true,
		Example: "It raised {$5 million} with Birch Capital *participating*. => verb",
		When: func(w *grammar.Word) bool {
			return w.NextAt < 0 || w.S.Mark(w.NextAt) != 0 && w.S.Mark(w.NextAt) != '-'
		}},
	{Name: "with Foo joining as an investor", Forms: grammar.Gerunds, After: names, Verb: true,
		Example: "It raised {$5 million} with Birch Capital *joining* as an investor. => verb",
		When: func(w *grammar.Word) bool {
			return w.Next.Is(lexicon.Prep) && w.S.Lex.VerbHas(w.E.Verb, lexicon.TraitJoinsIn)
		}},
	{Name: "a company making robots", Forms: grammar.Gerunds, After: nouns, Verb: true,
		Example: "Birch Capital backs a company *making* robots. => verb",
		When: func(w *grammar.Word) bool {
			return w.S.Elems[w.Prev].Is(lexicon.Companynoun | lexicon.Companynouns | lexicon.Investornoun | lexicon.Roundnoun)
		}},
	{Name: "a gerund after a noun", Forms: grammar.Gerunds, After: nouns, Verb: true,
		Example: "It has robots *making* the tea. => verb",
		When: func(w *grammar.Word) bool {
			return w.UnitNext || w.Next.Is(lexicon.Det|lexicon.Pronoun) || w.Next.Cap && w.S.Style == grammar.Plain
		}},

	// Base and third-person forms.
	{Name: "it raises", Forms: grammar.Thirds | grammar.Bases, After: prons | rels, Verb: true,
		Example: "They *raise* robots. => verb"},
	{Name: "a subject that is set off", Forms: grammar.Bases, After: commas, Verb: true,
		Example: "Lisko, a maker of robots, *receive* the money. => verb",
		When:    func(w *grammar.Word) bool { return !w.HadVerb && amountOrDet(w) }},
	{Name: "no subject before it", Forms: grammar.Thirds, After: every &^ (nouns | times | commas | dashes | conjs), Verb: false,
		Example: "The robot of *raises* robots. => no verb"},
	{Name: "nothing to act on", Forms: grammar.Thirds, Verb: false,
		Example: "Lisko *grows*. => no verb",
		When:    func(w *grammar.Word) bool { return !goesOn(w) }},
	{Name: "a second finite verb", Forms: grammar.Thirds, After: every &^ (names | commas | conjs | dashes), Verb: false,
		Example: "Lisko saw the robot *raises* from Oslo. => no verb",
		When:    func(w *grammar.Word) bool { return w.Finite && !amountOrDet(w) }},
	{Name: "a second finite verb in a headline", Forms: grammar.Thirds, After: names, Verb: false,
		Example: "LISKO WON TERN *GROWS* IN OSLO => no verb",
		When:    func(w *grammar.Word) bool { return w.Finite && !amountOrDet(w) && w.S.Style != grammar.Plain }},
	{Name: "a third person", Forms: grammar.Thirds, Verb: true,
		Example: "Lisko *raises* {$5 million}. => verb"},
	{Name: "a noun after an amount with an article", Forms: grammar.Bases, After: units, Verb: false,
		Example: "Lisko won {$9 million} and a {$5 million} *grant* from Oslo. => no verb",
		When: func(w *grammar.Word) bool {
			return w.Prev > 0 && w.S.Elems[w.Prev-1].Cat == grammar.Det && w.S.Elems[w.Prev-1].Is(lexicon.Indefinite)
		}},
	{Name: "backers hand Foo a round", Forms: grammar.Bases, After: nouns, Verb: true,
		Example: "Backers *Hand* Lisko A Hefty {$5 Million} Round From Abroad => verb",
		When: func(w *grammar.Word) bool {
			return w.S.Style != grammar.Plain && !w.HadVerb && w.NounNext && w.Next.Cap && pluralSubject(w) && objectSoon(w)
		}},
	{Name: "put $5M into", Forms: grammar.Bases, After: nouns | times, Verb: true,
		Example: "Birch Capital *put* {$5 million} into Lisko. => verb",
		When:    func(w *grammar.Word) bool { return w.E.Forms&lexicon.Past != 0 && amountOrDet(w) }},
	{Name: "a plural subject", Forms: grammar.Bases, After: nouns | times | commas, Verb: true,
		Example: "The robots *raise* the roof. => verb",
		When:    func(w *grammar.Word) bool { return !w.Finite && pluralSubject(w) && hasObject(w) }},
}

// phraseRows say what a noun phrase goes on over. Without a row's opinion it goes on
// over nouns, names, units and possessives, and ends before all else.
var phraseRows = []grammar.PhraseRow{
	{Name: "Foo in talks", Cats: nominals, Of: lexicon.Pendcue, GoesOn: false,
		Example: "Lisko *in talks* to raise {$5 million} => ends",
		When:    func(p *grammar.Place) bool { return p.Before() == grammar.Name && prospect(p) }},
	{Name: "Foo close to $40M", Cats: units, GoesOn: false,
		Example: "Lisko *{close to $40 million}* round => ends",
		When:    func(p *grammar.Place) bool { return p.Before() == grammar.Name && p.S.NearUnit(p.At) }},
	{Name: "several determiners", Cats: dets, GoesOn: true,
		Example: "All *the* robots are in Oslo. => goes on",
		When:    func(p *grammar.Place) bool { return p.Dets }},
	{Name: "a determiner of what is owned", Cats: dets, GoesOn: true,
		Example: "Lisko's *other* round closed. => goes on",
		When:    func(p *grammar.Place) bool { return p.Before() == grammar.Poss || p.Before() == grammar.Prep }},
	{Name: "Borrow the Boat", Cats: dets, GoesOn: true,
		Example: "Borrow *the* Boat raised {$5 million}. => goes on",
		When: func(p *grammar.Place) bool {
			next := p.At + 1
			return p.Before() == grammar.Name && p.S.Style == grammar.Plain && p.At == p.From+1 &&
				next < len(p.S.Elems) && p.S.Elems[next].Cap && p.S.Elems[next].Unit < 0
		}},
	{Name: "Birch & Co.", Cats: conjs, GoesOn: true,
		Example: "Birch *&* Company raised {$5 million}. => goes on",
		When:    func(p *grammar.Place) bool { return p.S.Mark(p.At) == '&' && p.After() == grammar.Name }},
	{Name: "the third and final round", Cats: conjs, GoesOn: true,
		Example: "Lisko closed the third *and* final round. => goes on",
		When: func(p *grammar.Place) bool {
			e := p.S.Elems
			return p.At == p.From+2 && e[p.From].Cat == grammar.Det && e[p.At-1].Is(lexicon.Ordinal) && p.At+2 < len(e) &&
				(nominals | 1<<grammar.Adv).Has(p.After()) && nominals.Has(e[p.At+2].Cat)
		}},
	{Name: "the third and last round", Cats: 1 << grammar.Adv, GoesOn: true,
		Example: "Lisko closed the third and *last* round. => goes on",
		When:    func(p *grammar.Place) bool { return p.Before() == grammar.Conj && nominals.Has(p.After()) }},
	{Name: "Bank of Foo", Cats: preps, Of: lexicon.Nameconnector, GoesOn: true,
		Example: "the Bank *of* Larkfield => goes on",
		When:    joins},
	{Name: "an increasingly popular app", Cats: 1 << grammar.Adv, GoesOn: true,
		Example: "an *increasingly* popular app => goes on",
		When: func(p *grammar.Place) bool {
			return (p.Dets || p.Before() == grammar.Poss) && (nominals | units).Has(p.After())
		}},
	{Name: "a quoted word", Cats: quotes, GoesOn: true,
		Example: "the *“*corn-based” food maker => goes on",
		When: func(p *grammar.Place) bool {
			return p.S.Has(p.At, token.Open) && nominals.Has(p.After()) && p.At+2 < len(p.S.Elems) && p.S.Elems[p.At+2].Cat == grammar.Quote
		}},
	{Name: "the end of a quoted word", Cats: quotes, GoesOn: true,
		Example: "the “corn-based*”* food maker => goes on",
		When: func(p *grammar.Place) bool {
			return nominals.Has(p.After()) && p.At-2 >= p.From && p.S.Elems[p.At-2].Cat == grammar.Quote
		}},
	{Name: "an abbreviation", Cats: stops, GoesOn: true,
		Example: "Quarry Qrd*.* Robots raised {$5 million}. => goes on",
		When: func(p *grammar.Place) bool {
			return p.S.Mark(p.At) == '.' && p.S.Glued(&p.S.Elems[p.At]) && (nominals | units).Has(p.After())
		}},
	{Name: "Foo, Inc.", Cats: commas, GoesOn: true,
		Example: "Lisko*,* Inc. raised {$5 million}. => goes on",
		When: func(p *grammar.Place) bool {
			next := p.At + 1
			return p.Before() == grammar.Name && next < len(p.S.Elems) && p.S.Elems[next].Is(lexicon.Legal) && p.S.Elems[next].Cap
		}},
}

// relationRows say what a phrase is to the verb, by the first word of its preposition.
var relationRows = []grammar.RelationRow{
	{Relation: grammar.Agent, Words: "by", Example: "The round was led *by* Birch Capital."},
	{Relation: grammar.Source, Words: "from", Example: "Lisko raised {$5 million} *from* Birch Capital."},
	{Relation: grammar.Recipient, Words: "to", Example: "Birch Capital gave {$5 million} *to* Lisko."},
	{Relation: grammar.Into, Words: "into", Example: "Birch Capital put {$5 million} *into* Lisko."},
	{Relation: grammar.In, Words: "in", Example: "Birch Capital invested {$5 million} *in* Lisko."},
	{Relation: grammar.At, Words: "at", Example: "The round valued Lisko *at* {$40 million}."},
	{Relation: grammar.With, Words: "with", Example: "Lisko signed *with* Birch Capital."},
	{Relation: grammar.For, Words: "for", Example: "Lisko raised {$5 million} *for* robots."},
	{Relation: grammar.Of, Words: "of", Example: "Lisko closed a round *of* {$5 million}."},
	{Relation: grammar.On, Words: "on", Example: "Lisko closed *on* {$5 million}."},
	{Relation: grammar.Off, Words: "off", Example: "Lisko called *off* the round."},
	{Relation: grammar.After, Words: "after", Example: "Lisko hired staff *after* the round."},
	{Relation: grammar.Since, Words: "since", Example: "Lisko hired staff *since* the round."},
	{Relation: grammar.Via, Words: "via through", Example: "Lisko raised {$5 million} *through* a bank."},
	{Relation: grammar.As, Words: "as", Example: "Lisko raised {$5 million} *as* debt."},
	{Relation: grammar.Among, Words: "including such like", Example: "It has investors *such as* Birch Capital."},
	{Relation: grammar.Beside, Words: "alongside along together plus followed", Example: "Tern Ventures invested *along with* Birch Capital."},
	{Relation: grammar.About, Words: "about", Example: "Lisko spoke *about* the round."},
	{Relation: grammar.Over, Words: "over", Example: "Lisko met banks *over* a round."},
	{Relation: grammar.Up, Words: "up", Example: "Lisko picked *up* {$5 million}."},
	{Relation: grammar.Down, Words: "down", Example: "Lisko nailed *down* {$5 million}."},
	{Relation: grammar.Worth, Words: "worth", Example: "Lisko closed a round *worth* {$5 million}."},
}

// lightVerbs are verbs that mean another one together with a word after them.
var lightVerbs = []grammar.LightVerb{
	{Verb: "take", Word: "part", Means: "participate", Example: "Birch Capital *took* part in the round."},
	{Verb: "take", Word: "lead", Means: "lead", Example: "Birch Capital *took* the lead."},
	{Verb: "come", Word: "along", Means: "participate", Example: "Birch Capital *came* along."},
	{Verb: "come", Word: "in", Means: "participate", Last: true, Example: "Birch Capital *came* in too."},
	{Verb: "chip", Word: "in", Means: "participate", Example: "Birch Capital *chipped* in."},
	{Verb: "join", Word: "in", Means: "participate", Last: true, Example: "Birch Capital *joined* in."},
	{Verb: "put", Word: "money", Means: "invest", Example: "They *put* money into Lisko."},
	{Verb: "put", Word: "cash", Means: "invest", Example: "They *put* cash into Lisko."},
	{Verb: "put", Word: "capital", Means: "invest", Example: "They *put* capital into Lisko."},
}

// backwards reports whether token i, which is a verb or an adverb, "back", is surely the adverb, by what stands around:
// "is back in May", "gave it back."
func backwards(lex *lexicon.Lexicon, toks []token.Token, ids []lexicon.ID, i int) bool {
	if toks[i].Has(token.Upper) { // a name, or in a headline
		return false
	}
	k := i - 1
	for k >= 0 && lex.At(ids[k]).Is(lexicon.Adv|lexicon.Neg) {
		k--
	}
	if k >= 0 {
		before := lex.At(ids[k])
		if lex.Has(ids[k], lexicon.TraitMarksInfinitive) || before.Is(lexicon.Aux) && !before.Is(lexicon.Be|lexicon.Perfect) {
			return false // "will back with $5 million the startup Foo"
		}
	}
	if i++; i >= len(toks) {
		return true
	}
	switch t := &toks[i]; t.Kind {
	case token.Punct:
		return t.R == '.' || t.R == ',' || t.R == ';' || t.R == ':'
	case token.Word:
		return lex.At(ids[i]).Is(lexicon.Prep) && !t.Has(token.Upper) && !(i+1 < len(toks) && toks[i+1].Is('-'))
	}
	return false
}

// coinedRows say which words that the lexicon knows as no verb are verbs before an amount.
var coinedRows = []grammar.CoinedRow{
	{Name: "a word in -s after a name", Forms: lexicon.Third,
		Example: "Lisko *wangles* {$5 million} => verb",
		When: func(s *grammar.Sentence, i, amount int) bool {
			return thirdPerson(s, i) && s.Elems[i-1].Cap && s.Elems[i-1].Unit < 0 && s.Elems[i-1].Verb == 0 && !otherVerb(s, i)
		}},
}

// thirdPerson reports whether element i is written like a verb in the third person and like no name.
func thirdPerson(s *grammar.Sentence, i int) bool {
	e, w := &s.Elems[i], s.Word(i)
	const noVerb = lexicon.Companynoun | lexicon.Companynouns | lexicon.Investorword | lexicon.Investornoun | lexicon.Title | lexicon.People |
		lexicon.Place | lexicon.Demonym | lexicon.Roundnoun | lexicon.Legal | lexicon.Adv | lexicon.Det | lexicon.Pronoun | lexicon.Aux
	if e.Is(noVerb) || s.Has(i, token.AllUpper) && s.Style != grammar.Capital || len(w) < 4 || w[len(w)-1]|0x20 != 's' ||
		s.Style == grammar.Plain && e.Cap {
		return false
	}
	w = strings.ToLower(w)
	return !slices.ContainsFunc(singulars, func(end string) bool { return strings.HasSuffix(w, end) })
}

// singulars are endings in -s of words that are no verbs in the third person: "Analytics", "Glass", "Lupus", "Axis".
var singulars = []string{"ics", "ss", "us", "is", "'s"}

// otherVerb reports whether a word other than i is plainly a verb.
func otherVerb(s *grammar.Sentence, i int) bool {
	for k := range s.Elems {
		e := &s.Elems[k]
		if k != i && e.Unit < 0 && (e.Is(lexicon.Aux) || e.Forms&lexicon.Third != 0 && !e.Is(lexicon.Nounish)) {
			return true
		}
	}
	return false
}

// capital reports whether w has a capital where capitals mark names.
func capital(w *grammar.Word) bool { return w.E.Cap && w.S.Style == grammar.Plain && !w.Opens }

// capitalNext reports whether the word after w has a capital.
func capitalNext(w *grammar.Word) bool {
	n := w.At + 1
	return n < len(w.S.Elems) && w.S.Elems[n].Cap && w.S.Elems[n].Unit < 0
}

// capitalVerb reports whether the capitalised word w is the verb of a headline all the same: "Foo Raises $5M for its app".
func capitalVerb(w *grammar.Word) bool {
	i, elems := w.At, w.S.Elems
	return i > 0 && i < 8 && w.E.Forms&lexicon.Third != 0 && !w.E.Is(lexicon.Nounish) && !w.HadVerb &&
		elems[i-1].Cat == grammar.Name && i+1 < len(elems) && elems[i+1].Unit >= 0
}

// verbAhead reports whether element i is a verb in the third person with an amount after it.
func verbAhead(w *grammar.Word, i int) bool {
	if i < 0 || i+1 >= len(w.S.Elems) {
		return false
	}
	e, n := &w.S.Elems[i], &w.S.Elems[i+1]
	return e.Unit < 0 && e.Forms&lexicon.Third != 0 && !e.Is(lexicon.Nounish) && n.Unit >= 0 && n.Cat == grammar.Unit
}

// verbSoon reports whether nothing but a few capitalised words stands between w and a verb in the third person before an amount.
func verbSoon(w *grammar.Word) bool {
	const near = 4
	for i := w.At + 1; i < len(w.S.Elems) && i <= w.At+near; i++ {
		if i > w.At+1 && verbAhead(w, i) {
			return true
		}
		if e := &w.S.Elems[i]; !e.Cap || e.Unit >= 0 {
			return false
		}
	}
	return false
}

// objectSoon reports whether nothing but a few capitalised words stands between w and an article with an amount after it.
func objectSoon(w *grammar.Word) bool {
	const near = 4
	for i := w.At + 2; i+1 < len(w.S.Elems) && i <= w.At+near; i++ {
		if e := &w.S.Elems[i]; e.Unit < 0 && e.Is(lexicon.Indefinite) {
			return w.S.Elems[i+1].Unit >= 0 || i+2 < len(w.S.Elems) && w.S.Elems[i+2].Unit >= 0
		}
	}
	return false
}

// afterModifier reports whether a word that ends like an adverb, and is none, stands between w and
// a preposition, a determiner or a conjunction: "of chemically bonded sensors".
func afterModifier(w *grammar.Word) bool {
	const opens = preps | dets | conjs
	i := w.At
	return i > 1 && w.Prev == i-1 && !w.S.Elems[i-1].Cap &&
		opens.Has(w.S.Elems[i-2].Cat) && strings.HasSuffix(w.S.Word(i-1), "ly")
}

// opensName reports whether the verb form w, which opens the sentence, begins a name: "Docked, a startup",
// "Renewing Surgery, Inc., a provider".
func opensName(w *grammar.Word) bool {
	elems := w.S.Elems
	for j := w.At + 1; j < len(elems); j++ {
		switch m := w.S.Mark(j); {
		case elems[j].Unit >= 0:
			return false
		case m == ',', m == '(':
			n := j + 1
			return n < len(elems) && elems[n].Unit < 0 &&
				(elems[n].Is(lexicon.Indefinite|lexicon.Legal) || w.S.Lex.Has(elems[n].ID, lexicon.TraitOpensAside))
		case !elems[j].Cap:
			return false
		}
	}
	return false
}

// furtherAmount reports whether w follows an amount that comes on top: "$45M more led by".
func furtherAmount(w *grammar.Word) bool {
	i := w.Prev
	return w.After == grammar.Det && w.S.Elems[i].Is(lexicon.Further) && i > 0 && w.S.Elems[i-1].Unit >= 0
}

// funds reports whether the word w, which is mostly a noun, may be a verb: "Foo funds a startup" has a name before
// and a determiner or an amount after.
func funds(w *grammar.Word) bool {
	return w.After == grammar.Name && amountOrDet(w) && w.E.Forms&lexicon.Third != 0 && !w.Finite
}

// amountOrDet reports whether an amount or a determiner follows w.
func amountOrDet(w *grammar.Word) bool { return w.UnitNext || w.Next.Is(lexicon.Det) }

// smallNounNext reports whether a noun or an adjective in small letters follows w.
func smallNounNext(w *grammar.Word) bool { return w.NounNext && !w.Next.Cap }

// goesOn reports whether something follows w that a verb acts on or that says how.
func goesOn(w *grammar.Word) bool {
	return w.UnitNext || w.NounNext || w.Next.Cap ||
		w.Next.Is(lexicon.Det|lexicon.Prep|lexicon.Adv|lexicon.Pronoun|lexicon.Further)
}

// pluralSubject reports whether what stands before w may be several.
func pluralSubject(w *grammar.Word) bool {
	e := &w.S.Elems[w.Prev]
	return e.Cat == grammar.Name || e.Unit >= 0 || e.Is(lexicon.Companynouns) || plural(w.S.Word(w.Prev)) || pluralBefore(w)
}

// hasObject reports whether an object of the base form w follows.
func hasObject(w *grammar.Word) bool {
	return amountOrDet(w) || w.Next.Cap && (w.S.Style == grammar.Plain || listBefore(w)) ||
		w.Next.Is(lexicon.Prep) && w.S.Elems[w.Prev].Cat != grammar.Name
}

// pluralBefore reports whether the stretch before w begins with a plural noun: "Investors in the Foo Series B include".
func pluralBefore(w *grammar.Word) bool {
	const ends = commas | stops | auxs | 1<<grammar.Semi | 1<<grammar.Colon | 1<<grammar.Verb
	found := false
	for i := w.At - 1; i >= 0; i-- {
		e := &w.S.Elems[i]
		if ends.Has(e.Cat) {
			return found
		}
		if e.Unit < 0 && e.Cat <= grammar.Name && (i == 0 || w.S.Elems[i-1].Cat != grammar.Prep) {
			found = (e.Cat == grammar.Noun || i == 0) && plural(w.S.Word(i))
		}
	}
	return found
}

// listBefore reports whether the words before w are a list, "A, B and C".
func listBefore(w *grammar.Word) bool {
	for j := w.At - 1; j >= 0 && j > w.At-6; j-- {
		if (conjs | commas).Has(w.S.Elems[j].Cat) {
			return true
		}
	}
	return false
}

// plural reports whether a word has the ending of a plural.
func plural(w string) bool {
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// relative reports whether "that", the word w, opens a relative clause or a complement rather than standing before a noun.
func relative(w *grammar.Word) bool {
	n := w.S.Next(w.At)
	if n < 0 {
		return false
	}
	e := &w.S.Elems[n]
	if e.Is(lexicon.Aux|lexicon.Pronoun|lexicon.Det) || e.Forms&(lexicon.Third|lexicon.Past) != 0 && !e.Is(lexicon.Nounish) {
		return true
	}
	if w.At > 0 && (nominals | units | 1<<grammar.Verb).Has(w.S.Elems[w.At-1].Cat) {
		return true // "announced that Foo", "an app that works"
	}
	return e.Cap && w.S.Style == grammar.Plain
}

// infinitive reports whether w is a "to" that stands before a verb.
func infinitive(w *grammar.Word) bool {
	plain := w.S.Style == grammar.Plain
	if !w.S.Lex.Has(w.E.ID, lexicon.TraitMarksInfinitive) || w.E.Cap && plain {
		return false
	}
	n := w.S.Next(w.At)
	if n < 0 {
		return false
	}
	e := &w.S.Elems[n]
	return e.Forms&lexicon.Base != 0 && !(plain && e.Cap) || e.Is(lexicon.Aux)
}

// subjectAhead reports whether a noun phrase followed by a verb begins at element i: "as the market grows".
func subjectAhead(w *grammar.Word, i int) bool {
	elems := w.S.Elems
	for j := i; j < len(elems) && j < i+4; j++ {
		e := &elems[j]
		if e.Unit >= 0 || w.S.Mark(j) != 0 {
			return false
		}
		if j > i && (e.Is(lexicon.Aux) || e.Forms == lexicon.Third && !e.Is(lexicon.Nounish)) {
			return true
		}
		if e.Is(lexicon.Prep | lexicon.Conj) {
			return false
		}
	}
	return false
}

// endsAsAdverb reports whether the word w is an adverb by its ending, "swimmingly", or by that and a comma or a name
// after it: "Similarly, Foo ...".
func endsAsAdverb(w *grammar.Word) bool {
	e, i := w.E, w.At
	text := w.S.Word(i)
	if len(text) < 6 || !strings.HasSuffix(text, "ly") || e.Compound || e.Cap && i > 0 {
		return false
	}
	if !e.Cap && e.Verb == 0 && !e.Is(lexicon.Companynoun|lexicon.Investornoun|lexicon.Title) &&
		!w.S.Lex.Has(e.ID, lexicon.TraitNotAdverb) {
		return true
	}
	return i == 0 && w.S.Style == grammar.Plain && w.S.Lex.Known(e.ID) && i+1 < len(w.S.Elems) &&
		(w.S.Elems[i+1].Cat == grammar.Comma || w.S.Elems[i+1].Cap)
}

// prospect reports whether the words at p say what is to come: "in talks", "about to", "Set To". After a name
// they are a predicate without its verb, as headlines have it, and no part of the name.
func prospect(p *grammar.Place) bool {
	return p.After() == grammar.To || strings.Contains(p.S.Word(p.At), " ")
}

// joins reports whether the preposition at p stands inside a name: "Bank of Foo", "Foundation for the Bar".
func joins(p *grammar.Place) bool {
	elems := p.S.Elems
	if last := &elems[p.At-1]; last.Cat != grammar.Name || !last.Cap || p.S.Style != grammar.Plain {
		return false
	}
	k := p.At + 1
	if k+1 < len(elems) && elems[k].Cat == grammar.Det && !elems[k].Cap {
		k++
	}
	if k >= len(elems) || elems[k].Cat != grammar.Name {
		return false
	}
	fund := k
	for fund < len(elems) && elems[fund].Cat == grammar.Name {
		fund++
	}
	if fund < len(elems) && elems[fund].Unit < 0 && elems[fund].Is(lexicon.Fundnoun) && !elems[fund].Is(lexicon.Roundnoun) &&
		p.At == p.From+1 {
		return true // "Friends of the Prairie fund"
	}
	for i := p.At - 1; i >= 0 && i > p.At-9; i-- { // "Foundation for the Study of the Foo"
		e := &elems[i]
		if e.Cat == grammar.Name && e.Is(lexicon.Orgnoun) {
			return true
		}
		if !(names | dets | preps).Has(e.Cat) {
			return false
		}
	}
	return false
}
