package names

// Rule is a row of one of the tables, for tests.
type Rule struct {
	Table, Name, Example string
	Without              func(do func()) // runs do as if the row were not there
}

// Rules returns the rows of all tables.
func Rules() []Rule {
	var all []Rule
	for _, t := range []struct {
		name  string
		rules []phraseRule
	}{{"anaphor", anaphorRules}, {"title", titleRules}} {
		for i := range t.rules {
			x := &t.rules[i]
			never := func(*Reader, int, int) (Ref, bool) { return Ref{}, false }
			all = append(all, Rule{t.name, x.name, x.example, without(&x.when, never)})
		}
	}
	for i := range partRules {
		x := &partRules[i]
		all = append(all, Rule{"part", x.name, x.example, without(&x.when, func(*Reader, int) verdict { return unsaid })})
	}
	for i := range insideRules {
		x := &insideRules[i]
		all = append(all, Rule{"inside", x.name, x.example, without(&x.when, func(*Reader, int, int) bool { return false })})
	}
	for i := range peelRules {
		x := &peelRules[i]
		all = append(all, Rule{"peel", x.name, x.example, without(&x.when, func(*Reader, int, int, bool) bool { return false })})
	}
	for _, rules := range [][]giversRule{giversRules, titleGiversRules} {
		for i := range rules {
			x := &rules[i]
			all = append(all, Rule{"givers", x.name, x.example, without(&x.when, func(*Reader, int, int) bool { return false })})
		}
	}
	for i := range subjectRules {
		x := &subjectRules[i]
		never := func(*Reader, []int, int) (Ref, bool) { return Ref{}, false }
		all = append(all, Rule{"subject", x.name, x.example, without(&x.when, never)})
	}
	return all
}

func without[T any](when *T, never T) func(do func()) {
	return func(do func()) {
		was := *when
		*when = never
		defer func() { *when = was }()
		do()
	}
}
