module example.com/funding

go 1.26

require (
	github.com/araddon/dateparse v0.0.0-20210429162001-6b43995a97de
	github.com/google/go-cmp v0.7.0
	github.com/shopspring/decimal v1.6.0
)
