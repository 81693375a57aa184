module example.com/funding/examples/parse/web

go 1.26.0

replace example.com/funding => ../../..

require (
	codeberg.org/readeck/go-readability/v2 v2.1.3
	example.com/funding v0.0.0-00010101000000-000000000000
	github.com/andybalholm/cascadia v1.3.5
	github.com/creack/pty v1.1.24
	github.com/schollz/progressbar/v3 v3.19.1
	golang.org/x/net v0.62.0
)

require (
	github.com/araddon/dateparse v0.0.0-20210429162001-6b43995a97de // indirect
	github.com/go-shiori/dom v0.0.0-20230515143342-73569d674e1c // indirect
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f // indirect
	github.com/itlightning/dateparse v0.2.1 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/shopspring/decimal v1.6.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/term v0.47.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
