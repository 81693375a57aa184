// Package funding reads funding news: prose in, typed and exact rounds out.
//
//	doc := funding.Parse("Lumen Robotics raised $12 million in a Series A round led by Harbor Capital.")
//	for _, r := range doc.Rounds {
//		fmt.Println(r.Company.Name, r.Amount, r.Stage, r.Investors[0].Name, r.Investors[0].Lead)
//	}
//	// Lumen Robotics USD 12000000 series-a Harbor Capital true
//
// The package needs no network, no model and no list of known companies. The same
// text gives the same Document on every platform: nothing reads the clock, the
// locale or the environment.
//
// # Terms
//
// A round ([Round]) is one financing event of one named company: an equity
// round, a loan, a grant, a crowdfunding campaign, a token sale. An event that a
// text tells several times is one round, to which every telling adds. Earlier
// rounds that are mentioned in passing, and those of competitors, are rounds of
// their own. Rumoured and planned rounds are rounds that are [Pending], those
// that came to nothing are [Failed]. Acquisitions, an investor's closing of its
// own fund, revenue, contracts, totals of a market and general backing
// ("Sequoia-backed Foo") are no rounds.
//
// A mention ([MoneyMention], [DateMention]) is an amount or a time expression as
// printed, whether or not a round was built from it. Its [Role] tells what the
// amount is.
//
// A span ([Span]) is where the evidence stands: text[s.Start:s.End], in bytes
// of the UTF-8 text that was given to Parse, not in runes or UTF-16 units. Every
// part of a round embeds one or has one beside it. What was found only in
// [Parser.Title] has none.
//
// A frame is a row of the parser's table: what the parts of a clause with a
// certain verb say of a round. [Document.Trace] names the frames that spoke.
//
// # Absent and zero
//
// What the text does not state is the zero value of its type, and IsZero reports
// it. No amount is told apart from an amount of zero: the latter has a currency.
// Nothing is inferred from world knowledge, and nothing is guessed: an
// expression that is not wholly understood gives no value. "Several hundred
// million dollars" is a mention whose Refused says why it has none.
//
// The enumerations start at what prose means when it says nothing: a [Kind] is
// [Equity], a [Status] is [Closed], a [Qualifier] is [Exact].
//
// # Amounts and dates
//
// Amounts are decimals in units of the currency, exact to the last digit that is
// printed, and never pass through floating point. JSON has them as strings.
//
// Dates ([Date]) are no more precise than the text: "in October last year" is a
// month. Relative dates refer to [Parser.Published], without it to the dateline
// or masthead of the text, and stay unresolved where there is neither.
//
// # Concurrency
//
// The zero [Parser] is ready. A Parser is plain data that Parse does not change;
// any number of goroutines may share one. A Document belongs to its caller.
//
// # Limits
//
// The package reads English. A number has at most 50 digits, an amount at most
// the value 1e30; what goes beyond is refused. [MaxSentence], [MaxRecall] and
// [MaxText] bound the work, and [Document.Cut] counts where a text met them. A
// company that the text does not name has no round. A bare "$" is the dollar that
// the text itself names, else that of [Parser.Currency], else the US dollar, and
// such readings are marked as Assumed.
//
// # Security considerations
//
// Text may come from anywhere. Parse takes time and memory in proportion to its
// length, whatever it holds; it does not panic, also not on invalid UTF-8; it
// opens no files and starts no goroutines. The length is for the caller to bound.
// Names are substrings of the text and may hold markup: escape them where they
// are shown. What a text claims is not thereby true.
package funding
