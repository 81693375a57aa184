package frames

// Lookalikes returns those of every row, to be switched off and on.
func Lookalikes() []Lookalike { return lookalikes[:] }
