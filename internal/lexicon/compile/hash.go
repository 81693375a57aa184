package compile

import (
	"fmt"
	"slices"
)

// Sizes that all languages share. Package lexicon indexes arrays of these sizes, so that its look-ups need no check of bounds.
const (
	Slots    = 1 << 15 // places of the hash table, and more than a language has entries
	Seeds    = 1 << 12 // groups of keys in it
	PairBits = 1 << 15 // of the table that tells most pairs of words that begin no phrase
)

// Mix hashes eight more bytes, the first lowest, into h. Its highest bits, which Slot takes, depend on all before them.
func Mix(h, x, factor uint64) uint64 { return (h ^ h>>32 ^ x) * factor }

// Group returns the group of a key with the hash h.
func Group(h uint64) uint64 { return h >> 52 }

// Slot returns the only slot that a key with the hash h can have, where seed is that of its group.
func Slot(h uint64, seed uint16) uint64 { return (h>>37 ^ uint64(seed)) % Slots }

// PairHash gives two entries a number below PairBits.
func PairHash(a, b uint16) uint32 { return (uint32(a)<<16 | uint32(b)) * 0x9e3779b1 >> 17 }

// Mark is a key that nobody asks for; lexicon.FindAll is given it for what is no word.
const Mark = "\x01"

// Hash hashes a key, eight bytes at a time.
func Hash[T string | []byte](key T, factor uint64) (h uint64) {
	for len(key) > 0 {
		var x uint64
		n := min(8, len(key))
		for i := range n {
			x |= uint64(key[i]) << (8 * i)
		}
		h = Mix(h, x, factor)
		key = key[n:]
	}
	return h
}

// scatter finds a perfect hash for the keys: a seed for each group, those whose hashes begin alike, with which all
// keys of all groups fall into slots of their own. Most factors leave two keys that no seed tells
// apart: it is the first that does not.
func (t *Tables) scatter(keys []string) error {
	keys = append(slices.Clone(keys), Mark)
	t.Factor = 0x9e3779b97f4a7c15
	for range 1000 {
		if t.tryScatter(keys) {
			return nil
		}
		t.Factor = t.Factor*5 + 2 // odd again
	}
	return fmt.Errorf("no perfect hash; the table needs more slots")
}

// tryScatter is scatter with the factor as it is. It reports false if there is no such hash.
func (t *Tables) tryScatter(keys []string) bool {
	hashes := make([]uint64, len(keys))
	groups := make([][]int, Seeds)
	for i, k := range keys {
		hashes[i] = Hash(k, t.Factor)
		g := Group(hashes[i])
		groups[g] = append(groups[g], i)
	}
	order := make([]int, Seeds)
	for g := range order {
		order[g] = g
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(groups[b]) - len(groups[a]) })
	t.Seeds, t.Slots = make([]uint16, Seeds), make([]uint16, Slots)
	for _, g := range order {
		s, ok := t.seed(groups[g], hashes)
		if !ok {
			return false
		}
		t.Seeds[g] = s
	}
	return true
}

// seed finds the seed with which the keys of a group fall into free slots, and takes these.
func (t *Tables) seed(group []int, hashes []uint64) (uint16, bool) {
try:
	for s := range uint16(Slots) {
		for n, i := range group {
			at := Slot(hashes[i], s)
			if t.Slots[at] != 0 {
				for _, j := range group[:n] {
					t.Slots[Slot(hashes[j], s)] = 0
				}
				continue try
			}
			t.Slots[at] = uint16(i + 1)
		}
		return s, true
	}
	return 0, false
}

// Place is what a slot of the hash table holds.
type Place struct {
	Not   uint64 // the complement of the key, if it has no more than eight bytes, the first lowest; else 0, which no key has
	At    uint32 // where the key begins in Keys
	Entry uint16
	Size  uint8 // twice the length of the key, plus 1 if its entry is loud
}

// Slot returns what the slot i holds, the zero Place if it is empty.
func (t *Tables) Slot(i int) Place {
	id := t.Slots[i]
	switch {
	case id == 0:
		return Place{}
	case int(id) == len(t.KeyStart)-1:
		return Place{Not: ^uint64(Mark[0])}
	}
	p := Place{At: t.KeyStart[id], Entry: id}
	key := t.Keys[p.At:t.KeyStart[id+1]]
	if len(key) <= 8 {
		for i := range len(key) {
			p.Not |= uint64(key[i]) << (8 * i)
		}
		p.Not = ^p.Not
	}
	p.Size = uint8(2 * len(key))
	if t.Entries[id].Loud {
		p.Size++
	}
	return p
}
