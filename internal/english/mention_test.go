package english

import (
	"slices"
	"strings"
	"testing"

	"example.com/funding/internal/calendar"
	"example.com/funding/internal/mention"
	readwords "example.com/funding/internal/words"
)

// stagesIn returns the stages that rows tell of text, as their text form and what prints them.
func stagesIn(t *testing.T, rows []mention.StageRow, text string) (forms, printed []string) {
	t.Helper()
	stages, err := mention.CompileStages(Language().Lexicon, rows)
	if err != nil {
		t.Fatal(err)
	}
	rules := Language().Mentions
	rules.Stages = stages
	w := readwords.NewReader(Language().Words)
	m := mention.NewReader(w, rules)
	w.Reset(text)
	m.Reset(calendar.Date{})
	for w.Paragraph() {
		m.Find()
	}
	for i, s := range m.Stages {
		forms = append(forms, s.String())
		at := m.StageAt(int32(i))
		printed = append(printed, text[at.Start:at.End])
	}
	return forms, printed
}

// The example of each stage is read as it says with the row, and otherwise without.
func TestStageRows(t *testing.T) {
	for i, row := range stageRows {
		_, after, _ := strings.Cut(row.Example, "[")
		want, _, ok := strings.Cut(after, "]")
		if !ok {
			t.Errorf("%s: no stage is marked in %q", row.Form, row.Example)
			continue
		}
		text := strings.NewReplacer("[", "", "]", "").Replace(row.Example)
		forms, printed := stagesIn(t, stageRows, text)
		if len(forms) != 1 || !strings.HasPrefix(forms[0], row.Form) || printed[0] != want {
			t.Errorf("%s: %s\nthe stages are %q, printed %q", row.Form, row.Example, forms, printed)
		}
		rest := slices.Concat(stageRows[:i], stageRows[i+1:])
		if other, _ := stagesIn(t, rest, text); slices.Equal(forms, other) {
			t.Errorf("%s: %s\nis read so without the row as well", row.Form, row.Example)
		}
		for _, words := range row.Words {
			text := "It raised $5M in a " + words + " round."
			if strings.HasSuffix(row.Form, "-") {
				text = "It raised $5M in a " + words + " C round."
			}
			if forms, _ := stagesIn(t, stageRows, text); len(forms) != 1 || !strings.HasPrefix(forms[0], row.Form) {
				t.Errorf("%s: of %q the stages are %q", row.Form, text, forms)
			}
		}
	}
}
