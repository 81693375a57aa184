package discourse

// An Example is a text and the rounds in it, for the sign that it shows.
type Example struct{ Sign, Text string }

// SignExamples returns the examples of the signs, those of whom a text is about with them.
func SignExamples() (list []Example) {
	for i := range signs {
		list = append(list, Example{signs[i].name, signs[i].example})
	}
	for i := range topicSigns {
		list = append(list, Example{topicSigns[i].name, topicSigns[i].example})
	}
	return list
}

// Without runs f as if the sign did not speak.
func Without(name string, f func()) {
	for i := range signs {
		if s := &signs[i]; s.name == name {
			own, adds := s.own, s.adds
			defer func() { s.own, s.adds = own, adds }()
			s.own, s.adds = 0, 0
			f()
		}
	}
	for i := range topicSigns {
		if s := &topicSigns[i]; s.name == name {
			weight := s.weight
			defer func() { s.weight = weight }()
			s.weight = 0
			f()
		}
	}
}

// DoubtExamples returns the examples of the doubts, in their order.
func DoubtExamples() (list []string) {
	for i := range doubts {
		list = append(list, doubts[i].example)
	}
	return list
}
