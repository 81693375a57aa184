package cli

import (
	"os"
	"strconv"
	"strings"
	"unicode"
)

// screen is where a table is shown.
type screen struct {
	width  int  // 0 for no bound
	colour bool // see https://no-color.org
}

func screenOf(f *os.File) screen {
	var s screen
	columns, isTerminal := 0, false
	if f != nil {
		columns, isTerminal = windowSize(f)
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		s.width = n
	}
	if isTerminal {
		if columns > 0 { // some terminals do not know
			s.width = columns
		}
		s.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return s
}

// terminal reports whether f is one.
func terminal(f *os.File) bool {
	if f == nil {
		return false
	}
	_, ok := windowSize(f)
	return ok
}

// The colours of the table, by their numbers of ECMA-48.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
)

func paint(s, colour string) string {
	if colour == "" || s == "" {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}

// shown is s on one line of a terminal: names come from the text, and could else
// move the cursor, change colours or turn the direction of what follows.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
	return strings.Join(strings.Fields(s), " ")
}

// displayWidth is how many columns of a terminal s takes, as nearly as can be told
// without knowing the terminal.
func displayWidth(s string) (n int) {
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// wide are the runes that take two columns: the main blocks of the W and F classes of
// Unicode's annex 11.
var wide = [...][2]rune{
	{0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0x4dbf}, {0x4e00, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
	{0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd},
}

func runeWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	for _, w := range wide {
		if w[0] <= r && r <= w[1] {
			return 2
		}
	}
	return 1
}
