package english

import (
	"strings"

	"example.com/funding/internal/tabular"
)

// tableHeads returns how English heads the columns of a table of rounds.
func tableHeads() *tabular.Rules {
	rules := &tabular.Rules{Headings: map[string]tabular.Column{}, Undisclosed: []string{"undisclosed", "n/a", "na", "not disclosed"}}
	for _, row := range headings {
		for _, words := range strings.Split(row.words, ", ") {
			rules.Headings[words] = row.column
		}
	}
	return rules
}

// headings are the words of table heads. A table needs a name, an amount or a stage, and investors.
var headings = [...]struct {
	column tabular.Column
	words  string
}{
	{tabular.Company, "name, company, startup, company name, startup name, startups, companies"},
	{tabular.Amount, "amount, funding amount, amount raised, funding, round size, funding round size, size, raised, " +
		"deal size"},
	{tabular.Stage, "round, stage, funding round type, round type, type, funding type, funding stage, funding round, " +
		"series"},
	{tabular.Investors, "investors, investor, backers, key investors, participating investors"},
	{tabular.Lead, "lead investor, lead investors, lead, led by"},
	{tabular.Date, "date, announced, date announced"},
	{tabular.Other, "sector, subsector, sub-sector, industry, business model, category, location, city, country, " +
		"headquarters, segment, model, founded, valuation, description, hq, vertical, website, notes, " +
		"remarks, #, no"},
}
