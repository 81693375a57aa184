package lexicon

import (
	"os"
	"strings"
	"testing"
)

// What the rows of the data files say is what Has and VerbHas answer, of every word, verb and trait.
func TestTraits(t *testing.T) {
	words, verbs := map[Trait]map[ID]bool{}, map[Trait]map[uint16]bool{}
	var trait Trait
	data, err := os.ReadFile(rowsOfEnglish + "/traits.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, row := range strings.Split(string(data), "\n") {
		if row = strings.TrimSpace(row); row == "" || row[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(row, "@trait "); ok {
			trait = numberOf(t, name)
			words[trait], verbs[trait] = map[ID]bool{}, map[uint16]bool{}
			continue
		}
		rows++
		lemma, isVerb := strings.CutPrefix(row, "verb ")
		class, isClass := strings.CutPrefix(row, "last of ")
		switch {
		case isVerb:
			verbs[trait][english.Verb(lemma)] = true
		case isClass:
			for id := ID(1); int(id) < english.Len(); id++ {
				if key := english.Key(id); english.At(id).Is(classOf(t, class)) {
					words[trait][english.Find(key[strings.LastIndexByte(key, ' ')+1:])] = true
				}
			}
		default:
			words[trait][english.Find(row)] = true
		}
	}
	if rows == 0 || len(words) != len(traitNames) {
		t.Errorf("%d rows of %d traits, of %d", rows, len(words), len(traitNames))
	}
	for i := range traitNames {
		trait := Trait(i)
		if words[trait][0] || verbs[trait][0] {
			t.Errorf("%s: a row is not found", traitNames[i])
		}
		for id := range ID(english.Len()) {
			if got := english.Has(id, trait); got != words[trait][id] {
				t.Errorf("%q has the trait %s: %v", english.Key(id), traitNames[i], got)
			}
		}
		for v := range uint16(english.VerbCount()) {
			if got := english.VerbHas(v, trait); got != verbs[trait][v] {
				t.Errorf("the verb %q has the trait %s: %v", english.VerbName(v), traitNames[i], got)
			}
		}
	}
	if !english.Has(english.Find("to"), TraitMarksInfinitive) || english.Has(english.Find("in"), TraitMarksInfinitive) || english.Has(english.Find("zzyzx"), TraitMarksInfinitive) {
		t.Error("another word than \"to\" marks the infinitive")
	}
}

// The sets of traits take little room: they are few, and of words that code asks for.
func TestTraitsAreSmall(t *testing.T) {
	if n := 2*len(english.t.TraitsOf) + 2*len(english.t.VerbTraits) + 8*len(TraitSet{})*len(english.t.TraitSets); n > 32<<10 {
		t.Errorf("traits take %d bytes", n)
	}
}

func numberOf(t *testing.T, name string) Trait {
	t.Helper()
	for i, n := range traitNames {
		if n == name {
			return Trait(i)
		}
	}
	t.Fatalf("no trait %s", name)
	return 0
}

func classOf(t *testing.T, name string) Class {
	t.Helper()
	for i, n := range classNames {
		if n == name {
			return 1 << i
		}
	}
	t.Fatalf("no class %s", name)
	return 0
}
