package english

import (
	"strings"

	"example.com/funding/internal/tabular"
)

// tableRules returns how English heads the columns of a table of rounds, labels the fields of a card, and introduces givers.
func tableRules() *tabular.Rules {
	return &tabular.Rules{
		Headings: columns(headings[:]), Labels: columns(labels[:]), Givers: columns(givers[:]),
		Undisclosed: []string{"undisclosed", "n/a", "na", "not disclosed", "tbd", "tba", "none", "unknown", "confidential", "undisclosed amount"},
	}
}

// column says which words stand for a column.
type column struct {
	column tabular.Column
	words  string
}

func columns(rows []column) map[string]tabular.Column {
	m := map[string]tabular.Column{}
	for _, row := range rows {
		for _, words := range strings.Split(row.words, ", ") {
			m[words] = row.column
		}
	}
	return m
}

// headings are the words of table heads. A table needs a name, an amount or a stage, and investors or both an amount and a stage.
// They are labels of fields as well.
var headings = [...]column{
	{tabular.Company, "name, company, startup, company name, startup name, startups, companies"},
	{tabular.Amount, "amount, funding amount, amount raised, funding, round size, funding round size, size, raised, " +
		"deal size, deal amount, deal value, investment, investment amount, funds raised, capital raised, raise"},
	{tabular.Stage, "round, stage, funding round type, round type, type, funding type, funding stage, funding round, " +
		"series, deal type, round stage, investment stage, investment round, financing round"},
	{tabular.Investors, "investors, investor, backers, key investors, participating investors, investor(s), other investors, " +
		"investor name, co-investors, investor names"},
	{tabular.Lead, "lead investor, lead investors, lead, led by, lead investor(s), lead backer"},
	{tabular.Date, "date, announced, date announced, announcement date, announced on, deal date, closing date, funding date"},
	{tabular.Value, "valuation, post-money valuation, pre-money valuation, post-money, pre-money"},
	{tabular.Total, "total raised, total funding, total funding amount, raised to date"},
	{tabular.Other, "sector, subsector, sub-sector, industry, business model, category, location, city, country, " +
		"headquarters, segment, model, founded, description, hq, vertical, website, notes, " +
		"remarks, #, no, founders, sectors, region, source, link, domain"},
}

// labels are words that label a field of a card or profile and head no column.
var labels = [...]column{
	{tabular.Company, "the company, startup name, who"},
	{tabular.Amount, "the amount, the raise, how much, amount of funding, total round, round amount, new funding, latest funding, " +
		"financing, the round size"},
	{tabular.Stage, "the round, latest round, last round, current round, current stage"},
	{tabular.Investors, "the investors, backed by, investors include, current investors, notable investors, new investors, " +
		"existing investors, participants, other participants, with participation from, participation, additional investors, " +
		"selected investors, funders, key backers, participating, also participating, with, also in, joined by, others, from"},
	{tabular.Lead, "co-lead, co-leads, leads, lead by, co-led by, round led by, lead(s), co-lead investors, round lead"},
	{tabular.Date, "when, date of announcement, announced date, date of funding, round date"},
	{tabular.Value, "valued at, current valuation"},
	{tabular.Total, "raised so far, total raised so far, total raised to date, total funding raised, total funding to date, " +
		"funding to date, funding so far, total capital raised, total, total investment, overall funding, total equity funding"},
	{tabular.Prose, "news, about, summary, description, details, why it matters, the news, story, overview, the story, " +
		"context, what it does, what they do, note, comment, our take, the deal, deal, background, use of funds, what, the details"},
	{tabular.Other, "founder, co-founders, cofounders, founder(s), ceo, team, employees, headcount, hq city, based in, " +
		"hq location, address, phone, email, e-mail, contact, web, url, tags, twitter, linkedin, facebook, instagram, " +
		"industries, year founded, founded in, launched, product, technology, customers, revenue, status, market, country of origin, " +
		"read more, sources, author, published, tag, topics, company size, operating status, legal name, stock symbol, place, state"},
}

// givers are the words that introduce givers in an item or stand between them. "Foo: $5M seed led by Bar, with Baz".
var givers = [...]column{
	{tabular.Lead, "led by, co-led by, lead, lead investor, lead investors, jointly led by"},
	{tabular.Investors, "from, by, with, backed by, investors, backers, investor, plus, alongside, including, participation from, " +
		"with participation from, joined by, funded by, other investors"},
}
