// Package reuse helps stages to use the memory of one text again for the next.
package reuse

import "slices"

// Zeroed returns n zero values, in list if it has room for them.
func Zeroed[T any](list []T, n int) []T {
	if n > cap(list) {
		list = slices.Grow(list[:0], n)
	}
	list = list[:n]
	clear(list)
	return list
}

// Emptied returns list without elements, and lets go of what they referred to: text, as a rule.
func Emptied[T any](list []T) []T {
	clear(list)
	return list[:0]
}
