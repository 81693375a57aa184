package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// first is a line of docs/first-sight.jsonl: the figures of a batch that was scored before anybody here had read it.
type first struct {
	Batch     string  `json:"batch"`
	Documents int     `json:"documents"`
	Rounds    int     `json:"rounds"`
	SlotsP    float64 `json:"slots_p"`
	SlotsR    float64 `json:"slots_r"`
	SlotsF1   float64 `json:"slots_f1"`
	Exact     float64 `json:"exact"`
	Clean     float64 `json:"clean"`
	CompanyP  float64 `json:"company_p"`
	AmountP   float64 `json:"amount_p"`
}

// firstSight prints the batches of file as a table in Markdown, in the order in which they were scored.
func firstSight(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("| batch | documents | rounds | slots P | slots R | slots F1 | exact rounds | clean negatives | company P | amount P |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		var f first
		if err := json.Unmarshal(lines.Bytes(), &f); err != nil {
			return "", fmt.Errorf("%s:%d: %w", file, n, err)
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %.3f | %.3f | **%.3f** | %.3f | %.3f | %.3f | %.3f |\n",
			f.Batch, f.Documents, f.Rounds, f.SlotsP, f.SlotsR, f.SlotsF1, f.Exact, f.Clean, f.CompanyP, f.AmountP)
	}
	return b.String(), lines.Err()
}
