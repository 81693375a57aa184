package english

import (
	"example.com/funding/internal/calendar"
	"example.com/funding/internal/lexicon"
)

// calendarTable is how English tells times.
var calendarTable = calendar.Table{Sets: calendarSets, Parts: calendarParts, Rows: calendarRows}

const (
	months        = "january february march april may june july august september october november december"
	shortMonths   = " jan feb mar apr jun jul aug sep sept oct nov dec"
	weekdays      = "sunday monday tuesday wednesday thursday friday saturday"
	shortWeekdays = " sun mon tue tues wed thu thur thurs fri"
)

// calendarSets are the words of the calendar. Months, weekdays, seasons and numbers mean what the lexicon says.
var calendarSets = []calendar.Set{
	{Name: "MONTH", Words: months + shortMonths, Fills: calendar.AsMonth},
	{Name: "LATERMONTH", Words: months + shortMonths, Fills: calendar.AsLaterMonth},
	// which a point may end
	{Name: "ABBREVIATED", Words: shortMonths, Fills: calendar.AsMonth},
	{Name: "SHORTMONTH", Words: "jan feb mar apr may jun june jul july aug sep sept oct nov dec", Fills: calendar.AsMonth},
	// which are months also in small letters
	{Name: "LONGMONTH", Words: "january february august september october november december", Fills: calendar.AsMonth},
	// which are months also alone; but "march" and "may" are other words too, and "Jan" and "Mar" names
	{Name: "SUREMONTH", Words: "january february april june july august september october november december", Fills: calendar.AsMonth},
	{Name: "SEPT", Words: "sept", Fills: calendar.AsMonth},
	{Name: "WORDMONTH", Words: "march may", Fills: calendar.AsMonth},

	{Name: "WEEKDAY", Words: weekdays + shortWeekdays, Fills: calendar.AsCount},
	{Name: "LONGDAY", Words: weekdays, Fills: calendar.AsCount},
	{Name: "SHORTDAY", Words: shortWeekdays, Fills: calendar.AsCount},

	{Name: "SEASON", Words: "spring summer autumn fall winter", Fills: calendar.AsCount},
	{Name: "QUARTERTH", Words: "first second third fourth", Fills: calendar.AsQuarter},
	{Name: "HALFTH", Words: "first second", Fills: calendar.AsCount},
	{Name: "FEW", Words: "a an", Value: 1, Fills: calendar.AsCount},
	{Name: "FEW", Words: "one two three four five six seven eight nine ten", Fills: calendar.AsCount},

	{Name: "UNIT", Words: "month months", Value: int(calendar.Months), Fills: calendar.AsUnit},
	{Name: "UNIT", Words: "quarter quarters", Value: int(calendar.Quarters), Fills: calendar.AsUnit},
	{Name: "UNIT", Words: "year years", Value: int(calendar.Years), Fills: calendar.AsUnit},
	{Name: "MONTHORQUARTER", Words: "month", Value: int(calendar.Months), Fills: calendar.AsUnit},
	{Name: "MONTHORQUARTER", Words: "quarter", Value: int(calendar.Quarters), Fills: calendar.AsUnit},

	{Name: "REL", Words: "last", Value: int(calendar.Last), Fills: calendar.AsRel},
	{Name: "REL", Words: "this", Value: int(calendar.This), Fills: calendar.AsRel},
	{Name: "REL", Words: "next", Value: int(calendar.Next), Fills: calendar.AsRel},
	{Name: "YEARREL", Words: "last", Value: int(calendar.Last), Fills: calendar.AsYear},
	{Name: "YEARREL", Words: "this", Value: int(calendar.This), Fills: calendar.AsYear},
	{Name: "YEARREL", Words: "next", Value: int(calendar.Next), Fills: calendar.AsYear},

	{Name: "DAYWORD", Words: "today tonight", Fills: calendar.AsCount},
	{Name: "DAYWORD", Words: "yesterday", Value: 1, Fills: calendar.AsCount},
	{Name: "DAYWORD", Words: "tomorrow", Value: -1, Fills: calendar.AsCount},

	// what makes a month of a word that may be another: "in May"
	{Name: "ASKSMONTH", Words: "in since last early late by until of this next mid during from through before"},
	// what makes a year of four digits: "since 2015"
	{Name: "ASKSYEAR", Words: "in since by of until till during from through to before after and for its their his her the late early"},
	{Name: "ASKSYEAR", Words: "year throughout around fiscal circa between summer fall winter spring autumn mid"},
	// what is counted, so that the digits before it are no year: "of 2020 people"
	{Name: "COUNTED", Words: "people employees users customers", Class: lexicon.Companynouns | lexicon.Timeunit | lexicon.Magnitude},
}

// calendarParts are what several rows have in common.
var calendarParts = []string{
	"DAYTIME = morning|afternoon|evening",
	"OFYEAR = [,] [of|in] YEARREL year",
	`ST = +st|nd|rd|th`,
	"SEVERAL = FEW|COUNT",

	// a month that is sure to be one where a day, a year or the like follows, and a day of it: "March 3", "last Mar. 3rd"
	"SURE = ( ^MONTH|LONGMONTH | REL ^MONTH|SUREMONTH|SEPT )",
	"MONTHNAME = ( SURE | [REL] ^ABBREVIATED +. )",
	"MONTHDAY = ( SURE _DAY | [REL] ^ABBREVIATED +. DAY ) [ST]",
	// one that follows a day: "3 March", "3rd of Mar."
	"ITSMONTH = ( _^MONTH | _^SHORTMONTH +. )",
	"DAYMONTH = DAY [ST] [of] ITSMONTH",

	"QUARTER = [the] QUARTERTH ( quarter | +- +quarter )",
	"HALF = [the] HALFTH ( half | +- +half )",
	// the year of a quarter or half: "Q1 2021", "the first half of 2021", "Q3/2020", "Q1 '21"
	"ITSYEAR = ( [of] YEAR | in YEAR | +/ +YYYY | [of] ' +YY | +/ +' +YY )",
	// and one whose months nobody knows: "Q1 FY2021", "the third quarter of fiscal 2020"
	"ITSFISCALYEAR = ( [of] fy|fiscal [year] YYYY | [of] fy +YY | +/ +fy|fiscal [year] YYYY | +/ +fy +YY )",
	"FISCAL = ( [the] fy|fiscal | the financial )",

	`TENYEARS = ( DECADE | ' DECADE | ' TENS ) +"s"|POSS`,
	"EARLY = early|late|mid|middle [-] [of] [in]",
	"END = end|beginning|start [-] [of]",
}

// calendarRows are the time expressions. See calendar.Row for what patterns mean.
//
// An example is a text in which the expression stands, in brackets if it is not all of it, and the date that it means in a
// text published on 2021-04-14, a Wednesday, or on the day after @. The date - is one that is not known, none says that it is
// no expression.
var calendarRows = []calendar.Row{
	// Days told from today.
	{
		Name: "day word", Pattern: "DAYWORD", NotAfter: "NAMEHEAD", NotBefore: "POSS",
		Means: calendar.Expr{Kind: calendar.DaysAgo},
		Examples: []string{
			"today => 2021-04-14", "yesterday => 2021-04-13", "yesterday @2021-01-01 => 2020-12-31",
			"tomorrow => 2021-04-15", "tonight => 2021-04-14",
		},
	},
	{
		Name: "day word and time of day", Pattern: "DAYWORD DAYTIME", NotAfter: "NAMEHEAD",
		Means:    calendar.Expr{Kind: calendar.DaysAgo},
		Examples: []string{"yesterday morning => 2021-04-13", "tomorrow evening => 2021-04-15"},
	},
	{
		Name: "earlier today", Pattern: "earlier|later today",
		Means:    calendar.Expr{Kind: calendar.DaysAgo},
		Examples: []string{"earlier today => 2021-04-14", "later today => 2021-04-14"},
	},
	{
		Name: "the day before yesterday", Pattern: "the day before yesterday",
		Means:    calendar.Expr{Kind: calendar.DaysAgo, N: 2},
		Examples: []string{"the day before yesterday => 2021-04-12"},
	},
	{
		Name: "this morning", Pattern: "REL DAYTIME", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.DaysAgo},
		Examples: []string{"this morning => 2021-04-14"},
	},
	{
		Name: "last night", Pattern: "REL night", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.Vague},
		Examples: []string{"last night => -"},
	},

	// Times ago.
	{
		Name: "days ago", Pattern: "SEVERAL day|days ago",
		Means:    calendar.Expr{Kind: calendar.DaysAgo},
		Examples: []string{"three days ago => 2021-04-11", "a day ago => 2021-04-13", "10 days ago => 2021-04-04", "90 days ago => -"},
	},
	{
		Name: "weeks ago", Pattern: "SEVERAL week|weeks|decade|decades ago",
		Means:    calendar.Expr{Kind: calendar.Vague},
		Examples: []string{"three weeks ago => -", "a decade ago => -", "2 weeks ago => -"},
	},
	{
		Name: "months ago", Pattern: "SEVERAL UNIT ago",
		Means: calendar.Expr{Kind: calendar.Ago},
		Examples: []string{
			"two months ago => 2021-02", "five months ago => 2020-11", "a year ago => 2020", "35 years ago => 1986",
			"two quarters ago => 2020-Q4",
		},
	},

	// Last, this and next.
	{
		Name: "last year", Pattern: "REL year",
		Means:    calendar.Expr{Kind: calendar.Ago, Unit: calendar.Years},
		Examples: []string{"last year => 2020", "this year => 2021", "next year => 2022", "[last year]'s result => 2020"},
	},
	{
		Name: "last month", Pattern: "REL MONTHORQUARTER", NotBefore: "POSS",
		Means: calendar.Expr{Kind: calendar.Ago},
		Examples: []string{
			"last month => 2021-03", "next month => 2021-05", "last month @2021-01-01 => 2020-12",
			"this quarter => 2021-Q2", "last quarter @2021-01-01 => 2020-Q4",
		},
	},
	{
		Name: "last week", Pattern: "REL week|weekend", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.Vague}, // known no better than by its month, and not even that
		Examples: []string{"last week => -", "this weekend => -"},
	},
	{
		Name: "last week and weekday", Pattern: "REL week|weekend ^WEEKDAY",
		Means:    calendar.Expr{Kind: calendar.Vague},
		Examples: []string{"last week Tuesday => -"},
	},
	{
		Name: "last summer", Pattern: "REL SEASON", NotBefore: "POSS",
		Means: calendar.Expr{Kind: calendar.SeasonOf},
		Examples: []string{
			"last summer => 2020", "this spring => 2021", "last summer @2021-10-01 => -", "last winter => -",
			"next fall => -",
		},
	},
	{
		Name: "last Monday", Pattern: "REL ^WEEKDAY|LONGDAY",
		Means: calendar.Expr{Kind: calendar.OnWeekday},
		Examples: []string{
			"last Monday => 2021-04-12", "next tuesday => 2021-04-20", "this Wednesday => 2021-04-14",
			"last Wednesday => 2021-04-07",
		},
	},
	{
		Name: "last October", Pattern: "REL ( ^MONTH|SUREMONTH|SEPT | SEPT +. )",
		Means: calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{
			"last October => 2020-10", "last october => 2020-10", "last april => 2020-04", "last Dec => 2020-12",
			"next March => 2022-03", "this April => 2021-04", "last sept. => 2020-09",
		},
	},
	{
		Name: "last October of last year", Pattern: "REL ( ^MONTH|SUREMONTH|SEPT | SEPT +. ) OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"this March of last year => 2020-03"},
	},
	{
		Name: "last year in October", Pattern: "YEARREL year in ^MONTH", NotBefore: "NUMBER",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"last year in October => 2020-10", "next year in March => 2022-03"},
	},

	// Parts of a time, of which no more is known than of the whole.
	{
		Name: "earlier this year", Pattern: "earlier|later TIME:this|last",
		Examples: []string{"earlier this month => 2021-04", "later this year => 2021", "earlier last October => 2020-10"},
	},
	{
		Name: "earlier in the year", Pattern: "earlier|later in the UNIT",
		Means:    calendar.Expr{Kind: calendar.Ago},
		Examples: []string{"earlier in the year => 2021", "later in the quarter => 2021-Q2"},
	},
	{
		Name: "end of the year", Pattern: "early|late|mid|middle|end|beginning|start [-] of the UNIT",
		Means:    calendar.Expr{Kind: calendar.Ago},
		Examples: []string{"end of the year => 2021", "start of the month => 2021-04"},
	},
	{
		Name: "early last year", Pattern: "( EARLY | END ) ( PERIOD:MONTH | PERIOD:last|this|next )",
		Examples: []string{
			"late last year => 2020", "mid-March 2021 => 2021-03", "early in October => 2020-10",
			"end of June 2020 => 2020-06", "early May => 2020-05",
		},
	},
	{
		Name: "early in a year", Pattern: "( EARLY | END ) YEAR",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"late 2023 => 2023", "mid-2023 => 2023", "early in 2021 => 2021", "the [end of 2020] => 2020"},
	},
	{
		Name: "early in a decade", Pattern: "( EARLY | END ) TENYEARS",
		Means:    calendar.Expr{Kind: calendar.Vague},
		Examples: []string{"early 1990s => -", "mid-'90s => -"},
	},
	{
		Name: "year-end", Pattern: "year +- end",
		Means:    calendar.Expr{Kind: calendar.Ago, Unit: calendar.Years},
		Examples: []string{"by [year-end] => 2021"},
	},
	{
		Name: "year-end of a year", Pattern: "year +- end YEAR",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"year-end 2020 => 2020"},
	},
	{
		Name: "back in", Pattern: "back in|on TIME:!back",
		Examples: []string{"back in March => 2021-03", "back in 2019 => 2019", "back on Monday => 2021-04-12"},
	},

	// Quarters and halves.
	{
		Name: "quarter", Pattern: "[the] QUARTERTH quarter", NotAfter: "the",
		Means:    calendar.Expr{Kind: calendar.QuarterOf},
		Examples: []string{"the first quarter => 2021-Q1", "fourth quarter => 2020-Q4"},
	},
	{
		Name: "quarter of a year", Pattern: "QUARTER ITSYEAR", NotAfter: "the",
		Examples: []string{
			"the third quarter of 2021 => 2021-Q3", "fourth quarter 2019 => 2019-Q4", "third-quarter 2020 => 2020-Q3",
			"the second quarter of '21 => 2021-Q2", "first quarter in 2020 => 2020-Q1",
		},
	},
	{
		Name: "quarter of a fiscal year", Pattern: "QUARTER ITSFISCALYEAR", NotAfter: "the",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"the third quarter of fiscal 2020 => 2020", "first-quarter FY21 => 2021"},
	},
	{
		Name: "quarter of last year", Pattern: "QUARTER OFYEAR", NotAfter: "the", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.QuarterOf},
		Examples: []string{"the third quarter of last year => 2020-Q3", "first quarter next year => 2022-Q1"},
	},
	{
		Name: "half", Pattern: "[the] HALFTH half", After: "in|during", NotAfter: "the", NotBefore: "of",
		Means:    calendar.Expr{Kind: calendar.HalfOf},
		Examples: []string{"in [the first half] => 2021", "during [the second half] => 2020"},
	},
	{
		Name: "half of a year", Pattern: "HALF ITSYEAR", NotAfter: "the",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"the first half of 2021 => 2021", "second-half 2020 => 2020"},
	},
	{
		Name: "half of a fiscal year", Pattern: "HALF ITSFISCALYEAR", NotAfter: "the",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"the first half of FY2021 => 2021"},
	},
	{
		Name: "half of last year", Pattern: "HALF OFYEAR", NotAfter: "the", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.HalfOf},
		Examples: []string{"the second half of last year => 2020", "the first half of this year => 2021"},
	},
	{
		Name: "Q1", Pattern: "^q +QUARTERNO",
		Means:    calendar.Expr{Kind: calendar.QuarterOf},
		Examples: []string{"Q1 => 2021-Q1", "Q4 => 2020-Q4"},
	},
	{
		Name: "Q1 of a year", Pattern: "^q +QUARTERNO ITSYEAR",
		Examples: []string{
			"Q2 2020 => 2020-Q2", "Q2 of 2020 => 2020-Q2", "Q1/2021 => 2021-Q1", "Q1 '21 => 2021-Q1",
			"Q3 in 2019 => 2019-Q3",
		},
	},
	{
		Name: "Q1'21", Pattern: "^q +QUARTER'YY",
		Examples: []string{"Q1'21 => 2021-Q1"},
	},
	{
		Name: "Q1 of a fiscal year", Pattern: "^q +QUARTERNO ITSFISCALYEAR",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"Q1 FY2021 => 2021", "Q4 of fiscal year 2020 => 2020", "Q2/FY20 => 2020"},
	},
	{
		Name: "Q1 of last year", Pattern: "^q +QUARTERNO OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.QuarterOf},
		Examples: []string{"Q3 of last year => 2020-Q3", "Q1 this year => 2021-Q1"},
	},
	{
		Name: "1Q21", Pattern: "QUARTERNO +^q ( ITSYEAR | +YY | +/ +YY )",
		Examples: []string{"1Q21 => 2021-Q1", "3Q 2020 => 2020-Q3", "4Q/19 => 2019-Q4"},
	},
	{
		Name: "1Q of a fiscal year", Pattern: "QUARTERNO +^q ITSFISCALYEAR",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"1Q FY21 => 2021"},
	},
	{
		Name: "year and quarter", Pattern: "YYYY [+-] ^q +QUARTERNO", NotBefore: "YYYY",
		Examples: []string{"2021 Q1 => 2021-Q1", "2021-Q1 => 2021-Q1"},
	},
	{
		Name: "H1", Pattern: "^h +HALFNO",
		Means:    calendar.Expr{Kind: calendar.HalfOf},
		Examples: []string{"H1 => 2021", "H2 => 2020"},
	},
	{
		Name: "H1 of a year", Pattern: "^h +HALFNO ( ITSYEAR | ITSFISCALYEAR )",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"H1 2021 => 2021", "H2 of 2020 => 2020", "H1 FY21 => 2021"},
	},
	{
		Name: "H1'21", Pattern: "^h +HALF'YY",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"H1'21 => 2021"},
	},
	{
		Name: "H1 of last year", Pattern: "^h +HALFNO OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.HalfOf},
		Examples: []string{"H2 last year => 2020"},
	},
	{
		Name: "1H21", Pattern: "HALFNO +^h ( ITSYEAR | ITSFISCALYEAR | +YY | +/ +YY )",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"1H21 => 2021", "2H 2021 => 2021", "1H FY21 => 2021"},
	},

	// Fiscal years: the year as named, which need not be that of the calendar.
	{
		Name: "fiscal year", Pattern: "FISCAL [year] YYYY",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"FY2021 => 2021", "fiscal 2021 => 2021", "the fiscal year 2021 => 2021", "the financial year 2020 => 2020"},
	},
	{
		Name: "FY21", Pattern: "[the] fy +YY",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"FY21 => 2021", "FY99 => 1999"},
	},
	{
		Name: "the 2021 fiscal year", Pattern: "the YYYY fiscal|financial year",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"the 2021 fiscal year => 2021", "the 2021 financial year => 2021"},
	},
	{
		Name:     "fiscal quarter of a year",
		Pattern:  "FISCAL [year] ( first|second|third|fourth ( quarter | +- +quarter ) | HALFTH ( half | +- +half ) ) ITSYEAR",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"fiscal first quarter of 2021 => 2021", "the fiscal second half of 2020 => 2020"},
	},

	// Seasons: no more than the year is known of them.
	{
		Name: "season of a year", Pattern: "[the] SEASON [of] YEAR",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"summer 2021 => 2021", "the summer of 2021 => 2021", "winter 2020 => 2020"},
	},
	{
		Name: "season of last year", Pattern: "[the] SEASON OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.SeasonOf},
		Examples: []string{"the summer of last year => 2020", "spring this year => 2021"},
	},

	// Years and decades.
	{
		Name: "decade", Pattern: `DECADE +"s"|POSS`,
		Means:    calendar.Expr{Kind: calendar.Vague},
		Examples: []string{"in [1990s] style => -", "2010's => -"},
	},
	{
		Name: "the decade", Pattern: "the [early|late|mid [-]] TENYEARS",
		Means:    calendar.Expr{Kind: calendar.Vague},
		Examples: []string{"the 1990s => -", "the early 2000s => -", "the '90s => -"},
	},
	{
		Name: "year", Pattern: "YEAR", After: "ASKSYEAR", NotBefore: "_COUNTED",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"in [2017] => 2017", "since [2015] => 2015", "their [2019] plan => 2019"},
	},
	{
		Name: "year in brackets or of an owner", Pattern: "YEAR", After: "OPENING|POSS",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"Foo ([2017]) => 2017", "the firm's [2019] plan => 2019"},
	},
	{
		Name: "year of a series", Pattern: "YEAR", After: "ANY", Before: "series",
		Means:    calendar.Expr{Kind: calendar.InYear},
		Examples: []string{"a [2019] Series A => 2019"},
	},

	// Months.
	{
		Name: "month and year", Pattern: "( MONTH _YEAR | REL ^MONTH|SUREMONTH|SEPT _YEAR | [REL] ^ABBREVIATED +. YEAR )",
		Examples: []string{"March 2021 => 2021-03", "march 2021 => 2021-03", "Dec. 2020 => 2020-12", "may 2021 => 2021-05"},
	},
	{
		Name: "month and year, with a comma", Pattern: "MONTHNAME , YEAR",
		Examples: []string{"March, 2021 => 2021-03", "Oct., 2020 => 2020-10"},
	},
	{
		Name: "month of a year", Pattern: "MONTHNAME of YYYY",
		Examples: []string{"March of 2021 => 2021-03"},
	},
	{
		Name: "Mar-2021", Pattern: "MONTHNAME +- +YYYY", NotBefore: "+ANY",
		Examples: []string{"Mar-2021 => 2021-03"},
	},
	{
		Name: "March '21", Pattern: "MONTHNAME _' +YY",
		Examples: []string{"March '21 => 2021-03", "March '99 => 1999-03"},
	},
	{
		Name: "first of some months", Pattern: "MONTHNAME", Before: "to|through|and|-|– ^LATERMONTH YEAR",
		Examples: []string{"[March] to May 2021 => 2021-03", "[Sept.] – December 2020 => 2020-09", "[Jan]-Mar 2020 => 2020-01"},
	},
	{
		Name: "month", Pattern: "^SUREMONTH|LONGMONTH", NotBefore: "NAME",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"by [October] => 2020-10", "by [april] => none"},
	},
	{
		Name: "Sept.", Pattern: "^SEPT [+.]", NotBefore: "( NAME | +. NAME )",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"by [Sept.] => 2020-09", "[Sept] was bad => 2020-09", "[Sept]. Foo => none"},
	},
	{
		Name: "month that is asked for", Pattern: "( ^SUREMONTH|LONGMONTH | ^SEPT [+.] )", After: "( ASKSMONTH | mid - )",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"in [October] Foo opened => 2020-10"},
	},
	{
		Name: "March or May", Pattern: "^WORDMONTH", After: "( ASKSMONTH | mid - )",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"in [May] => 2020-05", "since [March] => 2021-03"},
	},
	{
		Name: "month of last year", Pattern: "( ^SUREMONTH|LONGMONTH | ^SEPT [+.] ) OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"October last year => 2020-10", "in [October of last year] => 2020-10"},
	},
	{
		Name: "March or May of last year", Pattern: "^WORDMONTH OFYEAR", After: "( ASKSMONTH | mid - )", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"in [March this year] => 2021-03"},
	},

	// Days of a month, the month first.
	{
		Name: "March 3", Pattern: "MONTHDAY",
		Means:    calendar.Expr{Kind: calendar.DayOf},
		Examples: []string{"on [March 3] => 2021-03-03", "December 3rd => 2020-12-03", "Mar. 3 => 2021-03-03"},
	},
	{
		Name: "March 3, 2021", Pattern: "MONTHDAY [,|.] YEAR",
		Examples: []string{
			"March 3, 2021 => 2021-03-03", "March 3 2021 => 2021-03-03", "Mar. 3, 2021 => 2021-03-03",
			"Sept. 5th, 2018 => 2018-09-05",
		},
	},
	{
		Name: "March 3 of last year", Pattern: "MONTHDAY OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.DayOf},
		Examples: []string{"March 3 of last year => 2020-03-03", "March 3, this year => 2021-03-03"},
	},
	{
		Name: "March 3, clock and year", Pattern: "MONTHDAY CLOCK : CLOCK [: CLOCK] [CAPS] YYYY",
		Examples: []string{"Jul 30 09:15:00 2018 => 2018-07-30", "Jul 30 09:15 GMT 2018 => 2018-07-30"},
	},
	{
		Name: "March 3-5", Pattern: "MONTHDAY -|– LATERDAY [ST]",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"March 3-5 => 2021-03", "March 3rd–5th => 2021-03"},
	},
	{
		Name: "March 3-5, 2021", Pattern: "MONTHDAY -|–|&|and|to LATERDAY [ST] [,] YEAR",
		Examples: []string{"March 3-5, 2021 => 2021-03", "March 3 and 4, 2021 => 2021-03", "Oct. 3 to 5th 2020 => 2020-10"},
	},
	{
		Name: "no March 3", Pattern: "MONTHDAY +WORD",
		Means:    calendar.Expr{Kind: calendar.NoTime},
		Examples: []string{"[March 3]pm => none"},
	},

	// The day first.
	{
		Name: "3 March", Pattern: "DAYMONTH",
		Means:    calendar.Expr{Kind: calendar.DayOf},
		Examples: []string{"on [3 March] => 2021-03-03", "3rd of March => 2021-03-03", "3 Mar. => 2021-03-03"},
	},
	{
		Name: "3 March 2021", Pattern: "DAYMONTH [,] YEAR",
		Examples: []string{"3 March 2021 => 2021-03-03", "3rd of March, 2021 => 2021-03-03", "3 Sept. 2020 => 2020-09-03"},
	},
	{
		Name: "3 March last year", Pattern: "DAYMONTH OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.DayOf},
		Examples: []string{"3 March last year => 2020-03-03"},
	},
	{
		Name: "3-5 March", Pattern: "DAY -|– LATERDAY ITSMONTH",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"3-5 March => 2021-03", "3–5 Oct. => 2020-10"},
	},
	{
		Name: "3-5 March 2021", Pattern: "DAY -|– LATERDAY ITSMONTH [,] YEAR",
		Examples: []string{"3-5 March 2021 => 2021-03"},
	},
	{
		Name: "3-5 March last year", Pattern: "DAY -|– LATERDAY ITSMONTH OFYEAR", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.MonthOf},
		Examples: []string{"3-5 March of last year => 2020-03"},
	},
	{
		Name: "14-Mar-2021", Pattern: "DAY +- +MONTH +- +YYYY",
		Examples: []string{"14-Mar-2021 => 2021-03-14", "1-oct-2020 => 2020-10-01"},
	},
	{
		Name: "2024 April 14", Pattern: "YYYY MONTH DAY",
		Examples: []string{"2024 April 14 => 2024-04-14"},
	},

	// Weekdays. In small letters they are asked for: "sunday best".
	{
		Name: "Monday", Pattern: "^LONGDAY", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.OnWeekday},
		Examples: []string{"on [Tuesday] => 2021-04-13", "Wednesday => 2021-04-14", "Thursday => 2021-04-08"},
	},
	{
		Name: "on monday", Pattern: "LONGDAY", After: "on|by|until", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.OnWeekday},
		Examples: []string{"on [tuesday] => 2021-04-13"},
	},
	{
		Name: "Monday morning", Pattern: "^LONGDAY ( DAYTIME | night )",
		Means:    calendar.Expr{Kind: calendar.OnWeekday},
		Examples: []string{"Monday morning => 2021-04-12", "Monday night => 2021-04-12"},
	},
	{
		Name: "on monday morning", Pattern: "LONGDAY ( DAYTIME | night )", After: "on|by|until",
		Means:    calendar.Expr{Kind: calendar.OnWeekday},
		Examples: []string{"on [monday morning] => 2021-04-12"},
	},
	{
		Name: "Monday last week", Pattern: "^LONGDAY REL week", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.OfWeek},
		Examples: []string{"Tuesday last week => 2021-04-06", "Monday next week => 2021-04-19", "Sunday this week => 2021-04-18"},
	},
	{
		Name: "on monday last week", Pattern: "LONGDAY REL week", After: "on|by|until", NotBefore: "POSS",
		Means:    calendar.Expr{Kind: calendar.OfWeek},
		Examples: []string{"on [tuesday last week] => 2021-04-06"},
	},
	{
		Name: "Monday, March 3", Pattern: "( ^WEEKDAY | ^SHORTDAY +. ) [,] DATE:!WEEKDAY",
		Examples: []string{
			"Wednesday, March 3, 2021 => 2021-03-03", "Wed, 3 Mar 2021 => 2021-03-03", "Monday, April 12 => 2021-04-12",
			"Sunday, 2024 April 14 => 2024-04-14", "Fri. 2021-03-05 => 2021-03-05",
		},
	},
	{
		Name: "on monday, March 3", Pattern: "LONGDAY [,] DATE:!WEEKDAY", After: "on|by|until",
		Examples: []string{"on [wednesday, March 3, 2021] => 2021-03-03"},
	},
}
