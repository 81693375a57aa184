package english

import "example.com/funding/internal/mention"

// stageRows are the stages in the order in which a company may come to them.
var stageRows = []mention.StageRow{
	{Form: "pre-seed", Words: []string{"preseed", "pre seed"}, Early: true,
		Example: "It raised a [pre-seed] round."},
	{Form: "seed", Words: []string{"seed"}, Needs: mention.Money, Early: true,
		Example: "It raised $2M [seed]."},
	{Form: "angel", Words: []string{"angel"}, Needs: mention.Financing, Early: true,
		Example: "It raised an [angel] round."},
	{Form: "pre-series-", Words: []string{"pre series"}, Early: true,
		Example: "It raised a [pre-Series A] round."},
	{Form: "series-", Words: []string{"series"}, Letter: true,
		Example: "It raised a [Series B]."},
	{Form: "growth", Words: []string{"growth", "growth-stage"}, Needs: mention.Financing, Describes: true,
		Example: "It raised [growth-stage] funding."},
	{Form: "late", Words: []string{"late-stage"}, Needs: mention.Financing, Describes: true,
		Example: "It raised [late-stage] funding."},
	{Form: "bridge", Words: []string{"bridge"}, Needs: mention.Financing,
		Example: "It raised a [bridge] round."},
	{Form: "mezzanine", Words: []string{"mezzanine"}, Needs: mention.Financing,
		Example: "It raised [mezzanine] financing."},
	{Form: "pre-ipo", Words: []string{"pre ipo"}, Needs: mention.Financing,
		Example: "It raised a [pre-IPO] round."},
	{Form: "strategic", Words: []string{"strategic"}, Needs: mention.Financing, Describes: true,
		Example: "It raised a [strategic] round."},
}
