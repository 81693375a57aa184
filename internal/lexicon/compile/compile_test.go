package compile

import (
	"strings"
	"testing"
	"testing/fstest"
)

// names are what the rows of these tests may speak of.
var names = Names{
	Classes: strings.Fields("conj rel pronoun aux prep sub adv det including number noun"),
	Cues:    strings.Fields("deal currency currencies"),
	Traits:  strings.Fields("giver marksInfinitive taking"),
}

// files returns a folder of files, each given as its name and its text.
func files(nameText ...string) fstest.MapFS {
	folder := fstest.MapFS{}
	for i := 0; i < len(nameText); i += 2 {
		folder[nameText[i]] = &fstest.MapFile{Data: []byte(nameText[i+1])}
	}
	return folder
}

// What is wrong with a row is said with its place, and no table is made of it.
func TestRefusals(t *testing.T) {
	const nouns = "@class noun\nround\nfund\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"a row before any class", "words.txt", "round\n", "words.txt:1: a row before any @class"},
		{"a class that nobody asks for", "words.txt", "@class nuon\n", "words.txt:1: no class nuon"},
		{"capitals", "words.txt", "@class noun\nRound\n", `words.txt:2: "Round" is not in lower case`},
		{"a value that is none", "words.txt", "@class noun\nround = x\n", "words.txt:2: "},
		{"a value beyond the bounds", "words.txt", "@class noun\nround = 40000\n", "words.txt:2: "},
		{"a trait that nobody asks for", "traits.txt", "# It gives.\n@trait gvier\nround\n", "traits.txt:2: no trait gvier"},
		{"a trait without a comment", "traits.txt", "# It gives.\n\n@trait giver\nround\n", "traits.txt:3: the trait giver has no comment"},
		{"a trait without rows", "traits.txt", "# It gives.\n@trait giver\n", "traits.txt:2: the trait giver has no rows"},
		{"a trait twice", "traits.txt", "# It gives.\n@trait giver\nround\n# It gives.\n@trait giver\nfund\n",
			"traits.txt:5: the trait giver stands at traits.txt:2 already"},
		{"a row twice", "traits.txt", "# It gives.\n@trait giver\nround\nfund\nround\n", `traits.txt:5: "round" stands twice under giver`},
		{"capitals under a trait", "traits.txt", "# It gives.\n@trait giver\nRound\n", `traits.txt:3: "Round" is not in lower case`},
		{"a word that only a trait has", "traits.txt", "# It gives.\n@trait giver\ngiver\n", `traits.txt:3: "giver" is in no other list`},
		{"a verb that only a trait has", "traits.txt", "# It gives.\n@trait giver\nverb give\n", "traits.txt:3: no verb give"},
		{"a class that only a trait has", "traits.txt", "# It gives.\n@trait giver\nlast of givers\n", "traits.txt:3: no class givers"},
		{"a cue that nobody asks for", "cues.txt", "@cue deel\n", "cues.txt:1: no cue deel"},
		{"a row before any cue", "cues.txt", "round\n", "cues.txt:1: a row before any @cue"},
		{"a cue of no class", "cues.txt", "@cue deal\nclass nuon\n", "cues.txt:2: no class nuon"},
		{"a cue of no verb", "cues.txt", "@cue deal\nverb give\n", "cues.txt:2: no verb give"},
		{"verb forms that are missing", "verbs.txt", "give: gives gave given\n", "verbs.txt:1: want four forms"},
		{"columns that are missing", "currencies.txt", "XYZ | zed | | | 2\n", "currencies.txt:1: 5 columns, want 7"},
		{"digits that are none", "currencies.txt", "XYZ | zed | | | two | active |\n", "currencies.txt:1: "},
		{"a state that is none", "currencies.txt", "XYZ | zed | | | 2 | alive |\n", `currencies.txt:1: no state "alive"`},
		{"a mark that is none", "currencies.txt", "XYZ | zed | | | 2 | active | dot\n", `currencies.txt:1: no mark "dot"`},
		{"a family of one", "families.txt", "zed | XYZ |\n", "families.txt:1: a family shares a word and has two members"},
		{"a family without words", "families.txt", "| XYZ XYA |\n", "families.txt:1: a family shares a word and has two members"},
		{"a family of no currency", "families.txt", "zed | XYZ XYA |\n", "families.txt:1: no currency XYZ"},
	} {
		folder := files("nouns.txt", nouns, c.file, c.text)
		if _, err := Compile(folder, &names); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: the error is %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := Compile(files(), &names); err == nil {
		t.Error("no files are no error")
	}
	for _, many := range []struct{ line, want string }{
		{"@class c", "words.txt:65: more than 64 classes"},
		{"# It is one of many.\n@trait t", "words.txt:514: more than 256 traits"},
	} {
		var b strings.Builder
		for i := range 300 {
			b.WriteString(many.line + strings.Repeat("x", i) + "\n")
		}
		if _, err := Compile(files("words.txt", b.String()), nil); err == nil || err.Error() != many.want {
			t.Errorf("the error is %v, want %s", err, many.want)
		}
	}
}

// A word of a family stands for its first member, and is of one family only.
func TestFamilies(t *testing.T) {
	const currencies = "XYA | zed, zeds | ¤ | | 2 | active |\nXYB | zod | | | 0 | active | major, point\n"
	for _, c := range []struct{ families, want string }{
		{"zed | XYA XYB |\nzeds, ¤ | XYA XYB | XYC\n", "families.txt:2: no currency XYC"},
		{"zod | XYA XYB |\n", `families.txt:1: "zod" does not stand for XYA`},
		{"zid | XYA XYB |\n", `families.txt:1: "zid" does not stand for XYA`},
		{"zed | XYA XYB |\nzed | XYA XYB |\n", `families.txt:2: another family has "zed"`},
		{"zed | XYA XYB |\nzod | XYB XYA |\nzeds | XYA XYB |\n", "families.txt:3: families of XYA stand apart"},
	} {
		_, err := Compile(files("currencies.txt", currencies, "families.txt", c.families), &names)
		if err == nil || err.Error() != c.want {
			t.Errorf("the error is %v, want %s", err, c.want)
		}
	}
	made, err := Compile(files("currencies.txt", currencies, "families.txt", "zed | XYA XYB |\nzeds, ¤ | XYA XYB |\n"), &names)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := made.Currencies[1], made.Currencies[2]; a.Family != 1 || b.Family != 0 || b.Marks != 1<<0|1<<3 || b.Digits != 0 {
		t.Errorf("the currencies are %+v and %+v", a, b)
	}
	if len(made.Signs) != 1 || made.Signs[0] != (Sign{'¤', 1, 2}) {
		t.Errorf("the signs are %v", made.Signs)
	}
}

// Without names the rows make them, in their order; with them a language may lack some, and the numbers stay.
func TestNames(t *testing.T) {
	const words = "@class noun\nround\n# It gives\n# money: \"a round\".\n@trait taking\nround\n"
	var all strings.Builder
	for _, c := range names.Classes {
		all.WriteString("@class " + c + "\n")
	}
	made, err := Compile(files("words.txt", all.String()+words), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(made.Traits, " "); got != "taking" || made.TraitDocs[0] != "It gives\nmoney: \"a round\"." {
		t.Errorf("the rows make the traits %q with the doc %q", got, made.TraitDocs)
	}
	if got := strings.Join(made.Cues, " "); got != "currency currencies" {
		t.Errorf("the rows make the cues %q", got)
	}
	given, err := Compile(files("words.txt", words), &names)
	if err != nil {
		t.Fatal(err)
	}
	id := given.TraitsOf[1]
	if want := (TraitSet{1 << 2}); given.TraitSets[id] != want || given.Entries[1].Class != 1<<10 {
		t.Errorf("the third trait is the set %b, the eleventh class %b", given.TraitSets[id], given.Entries[1].Class)
	}
}

// Each key has a slot of its own, and the hash leads to it.
func TestHash(t *testing.T) {
	tables, err := Compile(files("words.txt", "@class noun\nround\nseed round\nventure capital firm\ngründerfonds\na\n"), &names)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, x := range []*Index{&tables.Short, &tables.Long} {
		for at, id := range x.Slots {
			if id == 0 || int(id) == len(tables.Entries) {
				continue
			}
			seen++
			key := tables.Keys[tables.KeyStart[id]:tables.KeyStart[id+1]]
			h := Hash(key, x.Factor)
			if Slot(h, x.Seeds[Group(h)]) != uint64(at) {
				t.Errorf("%q is in slot %d, not where its hash leads", key, at)
			}
			if short := x == &tables.Short; short != (len(key) <= Short) {
				t.Errorf("%q is in the wrong table", key)
			} else if p := tables.Place(at); short && (p.Entry != id || int(p.Size/2) != len(key) || p.Not == 0) {
				t.Errorf("%q: %+v", key, p)
			}
		}
	}
	if seen != len(tables.Entries)-1 || seen != 9 { // the parts of phrases as well
		t.Errorf("%d of %d entries have a slot", seen, len(tables.Entries)-1)
	}
}

// Parts of phrases come first and plain words last, and all from Plain on have one entry.
func TestOrder(t *testing.T) {
	const words = "@class noun\nround\nfund\nbond\nnew bond\nold = 7\n@class det\nthe\n@class pronoun\nit\n# It gives.\n@trait giver\nfund\n"
	made, err := Compile(files("words.txt", words, "cues.txt", "@cue deal\nround\n"), &names)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for i := 1; i < len(made.Entries); i++ {
		keys = append(keys, made.Keys[made.KeyStart[i]:made.KeyStart[i+1]])
	}
	if got := strings.Join(keys, ", "); got != "new, fund, round, it, the, old, bond, new bond" || made.Parts != 1 || made.Plain != 7 {
		t.Errorf("%s; %d parts, plain from %d", got, made.Parts, made.Plain)
	}
	if made.Entries[7] != made.Entries[8] || made.Entries[7] != (Entry{Class: 1 << 10}) || len(made.TraitsOf) != 3 {
		t.Errorf("%+v, traits of %d", made.Entries[7:], len(made.TraitsOf))
	}
}
