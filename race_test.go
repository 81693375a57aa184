//go:build race

package funding

const raceEnabled = true
