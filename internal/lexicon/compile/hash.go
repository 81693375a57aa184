package compile

import (
	"fmt"
	"slices"
)

// Sizes that all languages share. Package lexicon indexes arrays of these sizes, so that its look-ups need no check of bounds.
const (
	Slots    = 1 << 14 // places of each of the two hash tables
	Seeds    = 1 << 12 // groups of keys in it
	PairBits = 1 << 17 // of the table that tells most pairs of words that begin no phrase
)

// Short is how many bytes a key has at most whose place in the hash table holds the key itself. Most words of a text are as short.
const Short = 8

// Mix hashes eight more bytes, the first lowest, into h. Its highest bits, which Slot takes, depend on all before them.
func Mix(h, x, factor uint64) uint64 { return (h ^ h>>32 ^ x) * factor }

// Group returns the group of a key with the hash h.
func Group(h uint64) uint64 { return h >> 52 }

// Slot returns the only slot that a key with the hash h can have, where seed is that of its group.
func Slot(h uint64, seed uint16) uint64 { return (h>>37 ^ uint64(seed)) % Slots }

// PairHash gives two entries a number below PairBits.
func PairHash(a, b uint16) uint32 { return (uint32(a)<<16 | uint32(b)) * 0x9e3779b1 >> 15 }

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

// Index is a perfect hash: each of its keys has a slot of its own, and its hash leads to it.
type Index struct {
	Factor uint64   // of Mix
	Seeds  []uint16 // see Slot
	Slots  []uint16 // the entry in each slot, 0 in an empty one
}

// scatter makes the indices of the keys, those of the short ones and of the others. The place past the last entry is that of Mark.
func (t *Tables) scatter(keys []string) error {
	var short, long []uint16
	for i, k := range append(slices.Clone(keys), Mark) {
		if len(k) <= Short {
			short = append(short, uint16(i+1))
		} else {
			long = append(long, uint16(i+1))
		}
	}
	key := func(id uint16) string {
		if int(id) > len(keys) {
			return Mark
		}
		return keys[id-1]
	}
	var err error
	if t.Short, err = index(short, key); err == nil {
		t.Long, err = index(long, key)
	}
	return err
}

// index finds a perfect hash for the keys of the entries ids: a seed for each group, those whose hashes begin alike, with which all
// keys of all groups fall into slots of their own. Most factors leave two keys that no seed tells
// apart: it is the first that does not.
func index(ids []uint16, key func(id uint16) string) (x Index, err error) {
	x.Factor = 0x9e3779b97f4a7c15
	for range 1000 {
		if x.try(ids, key) {
			return x, nil
		}
		x.Factor = x.Factor*5 + 2 // odd again
	}
	return x, fmt.Errorf("no perfect hash of %d keys; the table needs more slots than %d", len(ids), Slots)
}

// try is index with the factor as it is. It reports false if there is no such hash.
func (x *Index) try(ids []uint16, key func(id uint16) string) bool {
	groups := make([][]slotted, Seeds)
	for _, id := range ids {
		h := Hash(key(id), x.Factor)
		groups[Group(h)] = append(groups[Group(h)], slotted{h, id})
	}
	order := make([]int, Seeds)
	for g := range order {
		order[g] = g
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(groups[b]) - len(groups[a]) })
	x.Seeds, x.Slots = make([]uint16, Seeds), make([]uint16, Slots)
	for _, g := range order {
		s, ok := x.seed(groups[g])
		if !ok {
			return false
		}
		x.Seeds[g] = s
	}
	return true
}

// slotted is an entry and the hash of its key.
type slotted struct {
	hash uint64
	id   uint16
}

// seed finds the seed with which the keys of a group fall into free slots, and takes these.
func (x *Index) seed(group []slotted) (uint16, bool) {
try:
	for s := range uint16(Slots) {
		for n, k := range group {
			at := Slot(k.hash, s)
			if x.Slots[at] != 0 {
				for _, taken := range group[:n] {
					x.Slots[Slot(taken.hash, s)] = 0
				}
				continue try
			}
			x.Slots[at] = k.id
		}
		return s, true
	}
	return 0, false
}

// Place is what a slot of the short keys holds.
type Place struct {
	Not   uint64 // the complement of the key, the first byte lowest; of an empty slot 0, which no key has
	Entry uint16
	Size  uint8 // twice the length of the key, plus 1 if its entry is loud
}

// Place returns what slot i of the short keys holds.
func (t *Tables) Place(i int) Place {
	id := t.Short.Slots[i]
	switch {
	case id == 0:
		return Place{}
	case int(id) == len(t.KeyStart)-1:
		return Place{Not: ^uint64(Mark[0])}
	}
	p := Place{Entry: id}
	key := t.Keys[t.KeyStart[id]:t.KeyStart[id+1]]
	for i := range len(key) {
		p.Not |= uint64(key[i]) << (8 * i)
	}
	p.Not = ^p.Not
	p.Size = uint8(2 * len(key))
	if t.Entries[id].Loud {
		p.Size++
	}
	return p
}
