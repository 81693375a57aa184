package calendar

import "example.com/funding/internal/lexicon"

// Table is how a language tells times: words, and rows that say in what order they mean one.
type Table struct {
	Sets  []Set
	Parts []string // pieces of pattern that rows share: "OFYEAR = [of] YEARREL year"
	Rows  []Row
}

// Set is a set of words that patterns name. Rows of one name are one set, so that its words may have different values.
type Set struct {
	Name  string        // in capitals: "MONTH"
	Words string        // with spaces between them
	Value int           // what they mean; if 0 what the lexicon says: 3 for "march"
	Fills Slot          // where that goes
	Class lexicon.Class // or every word of these classes, in what stands around an expression
}

// Slot is the part of an expression that a word of a set fills.
type Slot uint8

const (
	Nothing      Slot = iota
	AsMonth           // Date.Month
	AsLaterMonth      // nowhere, but it must be later in the year than Date.Month: "March to May"
	AsQuarter         // Date.Quarter
	AsCount           // N: also a weekday, half or season
	AsUnit            // Unit
	AsRel             // Rel
	AsYear            // Year, a Rel too
)

// Row is a form of time expressions.
//
// A pattern is elements with spaces between them. What stands in [ ] may be left out, of ( a | b ) one alternative
// stands. An element is one token, or alternatives for one token without spaces, "early|late":
//
//	month           the word, whatever its case; it must be in the lexicon
//	"s"             the letter, which is no word of the lexicon
//	, - – / ' & : . the mark
//	MONTH           a word of a Set, or a part of that name
//	YEAR            one of the elements that the package knows, see elements
//	TIME PERIOD     an expression that some row matches, to its end; PERIOD is no weekday, DATE a day of a month.
//	DATE            "TIME:this|last" says what it begins with, "TIME:!back" with what it does not
//
// Before an element, + says that it is glued to the token before it, _ that it is not; before an alternative
// ^ asks for a capital: "^MONTH|LONGMONTH".
//
// Of the rows that match at a token the one that takes most tokens counts, of those that take as many the first: a part
// is never the whole. A row of the Kind Vague or NoTime so says of a longer expression that it has no value or is none;
// a date that is not in the calendar is none either.
type Row struct {
	Name      string
	Pattern   string
	Means     Expr     // what does not depend on the words
	After     string   // this pattern must stand before it,
	NotAfter  string   // this must not;
	Before    string   // this must stand behind it, and fills the expression too;
	NotBefore string   // this must not
	Examples  []string // such as "on [Monday] => 2021-04-12", as the test of the language asks for them
}

// element is an element of patterns that the package knows.
type element struct {
	name string
	test test
	is   string // what passes
}

// elements are all of them.
var elements = []element{
	{"YEAR", test{kind: numberTest, number: yearAlone}, "four digits from 1900 to 2099 that nothing glued to them makes something else"},
	{"YYYY", test{kind: numberTest, number: yearDigits}, "the same, whatever is glued to them"},
	{"YY", test{kind: numberTest, number: shortYear}, "two digits of a year, before no letter: '21, FY99"},
	{"DAY", test{kind: numberTest, number: dayOfMonth}, "a number from 1 to 31, of two digits at most"},
	{"LATERDAY", test{kind: numberTest, number: laterDay}, "a later day than the DAY before it: which of them is not known then"},
	{"COUNT", test{kind: numberTest, number: count}, "a number of at most nine digits, not 0"},
	{"CLOCK", test{kind: numberTest, number: clock}, "a number that is no year"},
	{"QUARTERNO", test{kind: numberTest, number: quarterNumber}, "a number from 1 to 4"},
	{"HALFNO", test{kind: numberTest, number: halfNumber}, "1 or 2"},
	{"QUARTER'YY", test{kind: numberTest, number: quarterShort}, "a quarter and a year in one number: 1'21"},
	{"HALF'YY", test{kind: numberTest, number: halfShort}, "a half and a year"},
	{"DECADE", test{kind: numberTest, number: decade}, "1990, 2010"},
	{"TENS", test{kind: numberTest, number: tens}, "90"},
	{"NUMBER", test{kind: numberTest, number: anyNumber}, "any number"},
	{"POSS", test{kind: possTest}, "the ending of a possessive: 's"},
	{"ANY", test{kind: anyTest}, "any token"},
	{"WORD", test{kind: wordTest}, "any word"},
	{"CAPS", test{kind: capsTest}, "a word of capitals: GMT"},
	{"NAME", test{kind: nameTest}, "a capitalised word, set off, of the same paragraph"},
	{"NAMEHEAD", test{kind: headTest}, "a capitalised word before a capitalised word of the same line: in NotAfter of what may end a name"},
	{"OPENING", test{kind: openingTest}, "an opening bracket"},
	{"TIME", test{kind: timeTest, time: anyTime}, "an expression that some row matches"},
	{"PERIOD", test{kind: timeTest, time: period}, "an expression that is no weekday"},
	{"DATE", test{kind: timeTest, time: dayOfYear}, "an expression that is a day of a month"},
}
