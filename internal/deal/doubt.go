package deal

// Doubt is a reason why an event may be read wrongly.
type Doubt uint8

// The doubts, in the order in which they are listed: of the company, of the amount, of the event.
const (
	CompanyByReference Doubt = iota
	CompanyFar
	CompanyByTopic
	CompanyBounds
	CompanyCommonWords
	CompanyDescribed
	CompanyMayInvest
	CompanyNamedOnce
	CompanyInPassing
	SeveralCompanies
	AmountMissing
	FiguresMissing
	CurrencyAssumed
	AmountInexact
	AmountUnusual
	AmountsDiffer
	AmountOfAnother
	AmountMayBeTotal
	EventMergedByAmount
	EventMayBeAnother
	EventByDetail
	EventByNoun
	EventFromTable
	EventEarlier
	EventNotClosed
	EventLate
	EventToldOnce
	KindUnusual
	InvestorsMissing
	NumDoubts
)

// Doubts is a set of them, a bit each.
type Doubts uint32

// Has reports whether d is among them.
func (s Doubts) Has(d Doubt) bool { return s>>d&1 != 0 }

// Add adds d.
func (s *Doubts) Add(d Doubt) { *s |= 1 << d }

// The set holds them all, or the build fails.
var _ [32 - NumDoubts]struct{}
