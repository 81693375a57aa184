package frames

// Example is an example of a row that is not in the table of verbs, for tests.
type Example struct{ Row, Text string }

// Examples returns the examples of the readings without a verb and of those that say whose round a noun tells: a text,
// "=> " and the rounds that it gives, as in Row.Examples.
func Examples() (all []Example) {
	for _, list := range [...][]reading{bareReadings[:], lateReadings[:], phraseReadings[:], valueReadings[:]} {
		for i := range list {
			all = append(all, Example{list[i].name, list[i].example})
		}
	}
	for i := range ownerRows {
		all = append(all, Example{ownerRows[i].name, ownerRows[i].example})
	}
	return all
}

// DateExamples returns the examples of the rows that say which event a date belongs to: a sentence with the date between asterisks.
func DateExamples() (all []Example) {
	for i := range dateRows {
		all = append(all, Example{dateRows[i].name, dateRows[i].example})
	}
	return all
}

// NoRounds returns the examples of the lookalikes: texts that give no round.
func NoRounds() (all []Example) {
	for _, l := range append(lookalikes[:], MoneyComingIn, ClosingOther, APrize, Wishes, OtherSignature, AnyAgreement, NoLoan,
		NoGiverByName, AnyDeal) {
		all = append(all, Example{l.Name, l.Example})
	}
	return all
}
