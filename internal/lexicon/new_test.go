package lexicon

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// A second language needs rows and nothing else.
func TestGerman(t *testing.T) {
	l, err := New(os.DirFS("testdata/german"))
	if err != nil {
		t.Fatal(err)
	}
	t.Run("words", func(t *testing.T) { germanWords(t, l) })
	t.Run("verbs", func(t *testing.T) { germanVerbs(t, l) })
	t.Run("phrases", func(t *testing.T) { germanPhrases(t, l) })
	t.Run("currencies", func(t *testing.T) { germanCurrencies(t, l) })
	t.Run("many at once", func(t *testing.T) { germanKeys(t, l) })
}

func germanWords(t *testing.T, l *Lexicon) {
	for _, c := range []struct {
		word  string
		class Class
		value int16
		sort  Sort
	}{
		{"Zwölf", Number, 12, Nominal},
		{"MILLIONEN", Magnitude, 6, Nominal},
		{"Gründerfonds", Companynoun, 0, Nominal},
		{"Finanzierungsrunde", Roundnoun, 0, Nominal},
		{"von", Prep, 0, OnlyPrep},
		{"zu", Prep, 0, Open}, // also before an infinitive
		{"eine", Indefinite, 0, OnlyDet},
		{"heute", Adv, 0, Open},
	} {
		id := l.Find(c.word)
		e := l.At(id)
		if !l.Known(id) || l.Key(id) != strings.ToLower(c.word) || !e.Is(c.class) || e.Value != c.value || l.SortOf(id) != c.sort {
			t.Errorf("%q is entry %d, %+v of sort %d", c.word, id, *e, l.SortOf(id))
		}
	}
	for _, word := range []string{"round", "the", "", "höhe", "Finanzierungsrunden"} {
		if id := l.Find(word); l.Known(id) {
			t.Errorf("%q is known", word)
		}
	}
	for _, c := range []struct {
		word  string
		trait Trait
		want  bool
	}{
		{"die", TraitDefiniteArticle, true}, {"eine", TraitDefiniteArticle, false}, {"von", TraitRelAgent, true},
		{"höhe", TraitRelAgent, false}, {"zzyzx", TraitRelAgent, false}, {"von", TraitRateUnit, false},
	} {
		if l.Has(l.Find(c.word), c.trait) != c.want {
			t.Errorf("%q has the trait %s: %v", c.word, traitNames[c.trait], !c.want)
		}
	}
	cues := map[string]Cue{"Runde": DealCue, "zwei": AmountCue, "euro": CurrencyCue, "schweizer": CurrenciesCue, "von": 0}
	for word, cue := range cues {
		if l.CuesOf(l.Find(word)) != cue {
			t.Errorf("%q has the cues %b", word, l.CuesOf(l.Find(word)))
		}
	}
}

func germanVerbs(t *testing.T, l *Lexicon) {
	for word, want := range map[string]struct {
		lemma string
		forms Form
	}{
		"erhält": {"erhalten", Third}, "Erhielten": {"erhalten", Past}, "erhalten": {"erhalten", Base | Part},
		"angeführt": {"anführen", Part},
	} {
		if e := l.At(l.Find(word)); l.VerbName(e.Verb) != want.lemma || e.Forms != want.forms {
			t.Errorf("%q is of %q with forms %b", word, l.VerbName(e.Verb), e.Forms)
		}
	}
	if l.VerbCount() != 3 || l.Verb("raise") != 0 {
		t.Errorf("there are %d verbs", l.VerbCount())
	}
	if !l.VerbHas(l.Verb("anführen"), TraitLeads) || l.VerbHas(l.Verb("erhalten"), TraitLeads) || l.VerbHas(0, TraitLeads) {
		t.Error("a verb has a trait of another one, or lacks its own")
	}
}

func germanPhrases(t *testing.T, l *Lexicon) {
	ids := []ID{l.Find("in"), l.Find("Höhe"), l.Find("von"), l.Find("zwei")}
	if !l.MayPair(ids[0], ids[1]) {
		t.Error("no phrase may begin with the words")
	}
	p := l.PhrasesOf(ids[0])
	if p == 0 || l.PhraseWords(p) != 3 || l.Key(l.PhraseID(p)) != "in höhe von" || l.NextPhrase(p) != 0 {
		t.Fatalf("the phrase is %q", l.Key(l.PhraseID(p)))
	}
	if !l.BeginsPhrase(p, ids) || l.BeginsPhrase(p, ids[:2]) || l.BeginsPhrase(p, []ID{ids[0], ids[1], ids[3]}) {
		t.Error("the phrase is not told by its words")
	}
}

func germanCurrencies(t *testing.T, l *Lexicon) {
	for word, code := range map[string]string{
		"Euro": "EUR", "Schweizer Franken": "CHF", "Kronen": "SEK", "dänische Kronen": "DKK", "US-Dollar": "USD", "US$": "USD",
	} {
		if c := l.CurrencyAt(l.At(l.Find(word)).Currency); c.Code != code || !l.NamesUnit(l.Find(word)) && word != "US$" {
			t.Errorf("%q is %q", word, c.Code)
		}
	}
	if l.Sign('€') != l.CurrencyOf("EUR") || l.Sign('$') != l.CurrencyOf("USD") || l.Sign('£') != 0 || l.Sign('x') != 0 {
		t.Error("a mark is the sign of another currency")
	}
	f := l.FamilyOf(l.Find("Krone"))
	if f == nil || !f.Has("DKK") || f.Has("EUR") || f.Has("") || f.Signs("DKK") || f != l.FamilyOf(l.Find("kr")) {
		t.Errorf("the family of the crowns is %+v", f)
	}
	if l.FamilyOf(l.Find("Euro")) != nil || l.FamilyOfSign('€') != nil {
		t.Error("the euro shares its name")
	}
	if !l.Cased("SFr") || l.Cased("KSh") {
		t.Error("the codes in small letters are those of another language")
	}
}

func germanKeys(t *testing.T, l *Lexicon) {
	ids, others := make([]ID, 4), make([]int32, 4)
	n := l.FindAll([]uint64{keyOf("eine"), keyOf("runde"), 1, keyOf("round")}, ids, others)
	want := []ID{l.Find("eine"), l.Find("runde"), 0, 0}
	if !reflect.DeepEqual(ids, want) || !reflect.DeepEqual(others[:n], []int32{1, 3}) {
		t.Errorf("FindAll finds %d and bids to look at %d", ids, others[:n])
	}
	for _, text := range []string{"Finanzierungsrunde", "milliarden und mehr"} {
		to := strings.IndexByte(text+" ", ' ')
		if got := l.FindLong(text, 0, to); got != l.Find(text[:to]) || got == 0 {
			t.Errorf("FindLong finds %q for %q", l.Key(got), text[:to])
		}
	}
}

// A language that speaks of what no engine asks for is refused, with the place.
func TestNewRefuses(t *testing.T) {
	_, err := New(fstest.MapFS{"words.txt": {Data: []byte("@class det\nder\n@class dativ\ndem\n")}})
	if err == nil || err.Error() != "words.txt:3: no class dativ" {
		t.Errorf("the error is %v", err)
	}
}
