package grammar

import (
	"strings"

	"example.com/funding/internal/lexicon"
)

// Relation says what an argument is to its verb or noun. Those above ask for
// it and not for prepositions, which are of one language.
type Relation uint8

const (
	OtherRelation Relation = iota // none of the others
	Object                        // what the verb acts on, without a preposition
	Apposition                    // it restates the argument before it: "raised $5M, a Series A"
	Agent                         // who does it: "by"
	Source                        // where it comes from: "from"
	Recipient                     // where it goes: "to"
	Into                          // "into"
	In                            // "in"
	At                            // "at"
	With                          // "with"
	For                           // "for"
	Of                            // "of"
	On                            // "on"
	Off                           // "off"
	After                         // "after"
	Since                         // "since"
	Via                           // "via", "through"
	As                            // "as"
	Among                         // it goes on with a list: "including", "such as", "like"
	Beside                        // who else takes part: "alongside", "along with", "together with", "plus"
	About                         // "about"
	Over                          // "over"
	Up                            // "up"
	Down                          // "down"
	Worth                         // "worth"

	Relations = iota // how many there are
)

var relationNames = [Relations]string{
	"other", "object", "apposition", "agent", "source", "recipient", "into", "in", "at", "with", "for", "of", "on", "off", "after",
	"since", "via", "as", "among", "beside", "about", "over", "up", "down", "worth",
}

// String returns the name of r in small letters, "" for a number that names none.
func (r Relation) String() string {
	if r < Relations {
		return relationNames[r]
	}
	return ""
}

// RelationRow names the prepositions of a relation. Of a preposition of several words the first counts: "such", of "such as".
type RelationRow struct {
	Relation
	Words   string // separated by spaces
	Example string // a sentence with the preposition between asterisks
}

// relationTable returns the relations by the number of the preposition's first word.
func (r *Rules) relationTable() (table []Relation) {
	for _, row := range r.Relations {
		for _, word := range strings.Fields(row.Words) {
			id := int(r.Lexicon.Find(word))
			if id >= len(table) {
				table = append(table, make([]Relation, id+1-len(table))...)
			}
			table[id] = row.Relation
		}
	}
	return table
}

// Relation returns the relation that a preposition makes whose first word has the number id.
func (r *Rules) Relation(id lexicon.ID) Relation {
	if int(id) < len(r.relations) {
		return r.relations[id]
	}
	return OtherRelation
}
