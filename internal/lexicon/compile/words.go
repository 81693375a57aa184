package compile

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// markTraits gives words and verbs the traits that rows say they have.
func (c *compiler) markTraits() error {
	for i := range c.traits {
		if t := &c.traits[i]; t.rows != nil && len(t.rows) == 0 {
			return fmt.Errorf("%s: the trait %s has no rows", t.where, c.names.Traits[i])
		}
	}
	for len(c.traits) < len(c.names.Traits) { // those that only another language has
		c.traits = append(c.traits, trait{})
	}
	for _, r := range c.marks {
		if _, ok := strings.CutPrefix(r.text, "verb "); ok {
			continue // see fillTraits
		}
		if name, ok := strings.CutPrefix(r.text, "last of "); ok {
			bit, err := c.classBits(name)
			if err != nil {
				return fmt.Errorf("%s: %w", r.where, err)
			}
			for key, w := range c.words {
				if w.class&bit != 0 {
					c.lastOf(key).traits.add(r.mark)
				}
			}
			continue
		}
		w := c.words[r.text]
		if w == nil {
			// A word that only a trait has would become one that the lexicon knows, which
			// says something of it: an unknown word may be a brand.
			return fmt.Errorf("%s: %q is in no other list; put it under a class first, or under \"@cue none\"", r.where, r.text)
		}
		w.traits.add(r.mark)
	}
	return nil
}

// lastOf returns the last word of a phrase.
func (c *compiler) lastOf(key string) *word {
	last := key[strings.LastIndexByte(key, ' ')+1:]
	if c.words[last] == nil {
		c.words[last] = &word{part: true}
	}
	return c.words[last]
}

func (s *TraitSet) add(t int) { s[t/64] |= 1 << (t % 64) }

// classBits returns the bits of classes.
func (c *compiler) classBits(names ...string) (bits uint64, err error) {
	for _, name := range names {
		i := slices.Index(c.names.Classes, name)
		if i < 0 {
			return 0, fmt.Errorf("no class %s", name)
		}
		bits |= 1 << i
	}
	return bits, nil
}

// setCues marks the words that the rows of cues.txt name. Every part of a text
// is looked at word by word, so the cue of a phrase must be one of its words': the last,
// unless another has it already. Two more cues follow from the currencies.
func (c *compiler) setCues() error {
	for _, r := range c.cues {
		if err := c.setCue(r); err != nil {
			return fmt.Errorf("%s: %w", r.where, err)
		}
	}
	single, phrase := 1<<c.number(&c.names.Cues, "currency"), 1<<c.number(&c.names.Cues, "currencies")
	if phrase > 0x80 {
		return fmt.Errorf("more cues than a byte holds")
	}
	for key, w := range c.words {
		switch words := parts(key); {
		case w.currency == 0:
		case len(words) == 1:
			w.cues |= single
		default:
			c.at(words[0]).cues |= phrase
		}
	}
	for _, key := range c.sortedKeys() {
		words := parts(key)
		if len(words) < 2 {
			continue
		}
		for bit := 1; bit < phrase; bit <<= 1 {
			has := c.words[key].cues&bit == 0
			for _, w := range words {
				has = has || c.words[w] != nil && c.words[w].cues&bit != 0
			}
			if !has {
				c.at(words[len(words)-1]).cues |= bit
			}
		}
	}
	return nil
}

// setCue marks the words of one row: a word, "class" and its name, "verb" and its lemma.
func (c *compiler) setCue(r row) error {
	if name, ok := strings.CutPrefix(r.text, "class "); ok {
		bit, err := c.classBits(name)
		for _, w := range c.words {
			if w.class&bit != 0 {
				w.cues |= r.mark
			}
		}
		return err
	}
	if lemma, ok := strings.CutPrefix(r.text, "verb "); ok {
		v := slices.Index(c.verbs, lemma)
		if v < 0 {
			return fmt.Errorf("no verb %s", lemma)
		}
		for _, w := range c.words {
			if w.verb == v {
				w.cues |= r.mark
			}
		}
		return nil
	}
	c.at(r.text).cues |= r.mark
	return nil
}

// parts returns the words of a key as a tokenizer cuts it.
func parts(key string) []string {
	return strings.FieldsFunc(key, func(r rune) bool { return r == ' ' || r == '-' })
}

// findPhrases marks the first word of each phrase with the number of words that may
// follow, and gives every word of a phrase an entry, so that phrases are told by numbers.
func (c *compiler) findPhrases() {
	for _, key := range c.sortedKeys() {
		words := strings.Fields(key)
		if len(words) < 2 {
			continue
		}
		for _, x := range words {
			if c.words[x] == nil {
				c.words[x] = &word{part: true}
			}
		}
		w := c.words[words[0]]
		w.longest = max(w.longest, len(words))
		if words[0] != key {
			w.phrases = append(w.phrases, key)
		}
	}
}

// order returns all keys in the order of their entries, and how many come before the plain ones. What is asked for most
// stands together, so that it stays in the processor's cache; words with traits come early, then those with cues, those that
// begin a phrase and those that are not nominal, so that the tables that say so are short; the plain ones come last.
func (c *compiler) order(entries map[string]Entry, plain Entry) (keys []string, others int, err error) {
	grammatical, err := c.grammatical()
	if err != nil {
		return nil, 0, err
	}
	const last = 8
	rank := func(key string) int {
		switch w := c.words[key]; {
		case w.part:
			return 0
		case w.traits != TraitSet{} && w.cues != 0:
			return 1
		case w.traits != TraitSet{}:
			return 2
		case w.cues != 0:
			return 3
		case w.class&grammatical != 0:
			return 4
		case len(w.phrases) > 0:
			return 5
		case entries[key].Sort != Nominal:
			return 6
		case entries[key] != plain:
			return 7
		}
		return last
	}
	keys = c.sortedKeys()
	if most := math.MaxUint16 - 1; len(keys) >= most {
		return nil, 0, fmt.Errorf("more than %d words and phrases", most-1)
	}
	slices.SortStableFunc(keys, func(a, b string) int { return rank(a) - rank(b) })
	for others = len(keys); others > 0 && rank(keys[others-1]) == last; others-- {
	}
	return keys, others, nil
}

// plain returns the entry that most words have of those that need be told of no more than their class. The zero Entry,
// which says that there are none, is that of no word.
func (c *compiler) plain(entries map[string]Entry) (most Entry) {
	count := map[Entry]int{}
	for _, key := range c.sortedKeys() {
		e := entries[key]
		if e.Class == 0 || e.Loud || e.Words != 0 || e.Sort != Nominal || c.words[key].traits != (TraitSet{}) {
			continue
		}
		if count[e]++; count[e] > count[most] {
			most = e
		}
	}
	return most
}

// grammatical returns the classes that package lexicon calls so. One that a language does not have is no error.
func (c *compiler) grammatical() (uint64, error) {
	return c.classBits("conj", "rel", "pronoun", "aux", "prep", "sub", "adv", "det", "including")
}

// infinitiveMarker is the trait of a preposition that may also stand before a verb, "to".
const infinitiveMarker = "marksInfinitive"

// entries returns what is known of each word and phrase.
func (c *compiler) entries() (map[string]Entry, error) {
	grammatical, err := c.grammatical()
	if err != nil {
		return nil, err
	}
	prep, _ := c.classBits("prep") // which is one of the grammatical
	det, _ := c.classBits("det")
	number, err := c.classBits("number")
	if err != nil {
		return nil, err
	}
	marker := slices.Index(c.names.Traits, infinitiveMarker)
	entries := make(map[string]Entry, len(c.words))
	for k, w := range c.words {
		e := Entry{w.class, int16(w.value), uint16(w.verb), uint16(w.currency), uint8(w.forms), uint8(w.longest), uint8(w.cues), 0,
			len(k) == 1 || w.cues != 0 || w.part}
		switch g := w.class & grammatical; {
		case g == prep && w.verb == 0 && !w.traits.has(marker):
			e.Sort = OnlyPrep
		case g == det && w.verb == 0 && w.class&number == 0:
			e.Sort = OnlyDet
		case g != 0 || w.verb != 0 || c.ending != "" && strings.HasSuffix(k, c.ending):
			e.Sort = Open
		}
		entries[k] = e
	}
	return entries, nil
}

// fillEntries fills the entries of the keys, and the keys themselves.
func (t *Tables) fillEntries(keys []string, entries map[string]Entry) {
	var blob strings.Builder
	t.Entries, t.KeyStart = append(t.Entries, Entry{}), append(t.KeyStart, 0, 0)
	for _, k := range keys {
		t.Entries = append(t.Entries, entries[k])
		blob.WriteString(k)
		t.KeyStart = append(t.KeyStart, uint32(blob.Len()))
	}
	blob.WriteString(strings.Repeat(" ", 16))
	t.Keys = blob.String()
}

// CuesAndSorts returns the cues and sorts of entries without those after the last that has cues or is not nominal.
func (t *Tables) CuesAndSorts() (cues, sorts []uint8) {
	for i := range t.Plain {
		e := &t.Entries[i]
		if e.Cues != 0 {
			cues = append(append(cues, make([]uint8, i-len(cues))...), e.Cues)
		}
		if e.Sort != Nominal {
			sorts = append(append(sorts, make([]uint8, i-len(sorts))...), e.Sort)
		}
	}
	return cues, sorts
}

// KeyBlocks returns KeyStart in less room: where the keys of each 256 entries begin, and where each begins, modulo 1<<16.
func (t *Tables) KeyBlocks() (blocks []uint32, at []uint16) {
	for i, start := range t.KeyStart {
		if i&0xff == 0 {
			blocks = append(blocks, start)
		}
		at = append(at, uint16(start))
	}
	return blocks, at
}

func (s *TraitSet) has(t int) bool { return t >= 0 && s[t/64]>>(t%64)&1 != 0 }

// fillPhrases lists for each word the phrases that begin with it, the longest first.
func (c *compiler) fillPhrases(t *Tables, keys []string, ids map[string]uint16) {
	t.Phrases, t.PhraseStart = append(t.Phrases, 0), append(t.PhraseStart, 0)
	t.Pairs = make([]uint64, PairBits/64)
	for _, k := range keys {
		list := c.words[k].phrases
		if len(list) == 0 {
			continue
		}
		t.PhraseStart = append(t.PhraseStart, make([]uint16, int(ids[k])-len(t.PhraseStart))...)
		t.PhraseStart = append(t.PhraseStart, uint16(len(t.Phrases)))
		slices.SortStableFunc(list, func(a, b string) int { return len(strings.Fields(b)) - len(strings.Fields(a)) })
		for _, key := range list {
			words := strings.Fields(key)
			t.Phrases = append(t.Phrases, uint16(len(words)), ids[key])
			h := PairHash(ids[k], ids[words[1]])
			t.Pairs[h/64] |= 1 << (h % 64)
			for _, x := range words[1:] {
				t.Phrases = append(t.Phrases, ids[x])
			}
		}
		t.Phrases = append(t.Phrases, 0)
	}
}

// fillTraits numbers the sets of traits that words and verbs have. The set of number 0 is empty.
func (c *compiler) fillTraits(t *Tables, keys []string) error {
	numbers := map[TraitSet]uint16{{}: 0}
	t.TraitSets = []TraitSet{{}}
	number := func(s TraitSet) uint16 {
		n, ok := numbers[s]
		if !ok {
			n = uint16(len(t.TraitSets))
			numbers[s] = n
			t.TraitSets = append(t.TraitSets, s)
		}
		return n
	}
	for i, k := range keys {
		if n := number(c.words[k].traits); n != 0 {
			t.TraitsOf = append(t.TraitsOf, make([]uint16, i+2-len(t.TraitsOf))...)
			t.TraitsOf[i+1] = n
		}
	}
	sets := make([]TraitSet, len(c.verbs))
	for _, r := range c.marks {
		lemma, ok := strings.CutPrefix(r.text, "verb ")
		if !ok {
			continue
		}
		v := slices.Index(c.verbs, lemma)
		if v < 0 {
			return fmt.Errorf("%s: no verb %s", r.where, lemma)
		}
		sets[v].add(r.mark)
	}
	for _, s := range sets {
		t.VerbTraits = append(t.VerbTraits, number(s))
	}
	return nil
}
