package compile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// file reads the rows of one file. What they are is told by its name.
func (c *compiler) file(name, text string) error {
	read := c.wordRow
	switch name {
	case "verbs.txt":
		read = c.verbRow
	case "currencies.txt":
		read = c.currencyRow
	case "families.txt":
		read = c.familyRow
	case "cues.txt":
		read = c.cueRow
	}
	c.section = section{class: -1, trait: -1}
	var comment []string // the lines of comment right above
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if said, ok := strings.CutPrefix(line, "#"); ok {
			comment = append(comment, strings.TrimSpace(said))
			continue
		}
		if line != "" {
			where := fmt.Sprintf("%s:%d", name, n+1)
			if err := read(where, line, strings.Join(comment, "\n")); err != nil {
				return fmt.Errorf("%s: %w", where, err)
			}
		}
		comment = nil
	}
	return nil
}

// number returns the number of a name in list. A new name is added if rows make names; otherwise it is -1.
func (c *compiler) number(list *[]string, name string) int {
	i := slices.Index(*list, name)
	if i < 0 && c.free {
		i = len(*list)
		*list = append(*list, name)
	}
	return i
}

// wordRow reads a word under its class or trait, or the line that opens one.
func (c *compiler) wordRow(where, text, comment string) error {
	if name, ok := strings.CutPrefix(text, "@class "); ok {
		c.section = section{class: c.number(&c.names.Classes, name), trait: -1}
		switch {
		case c.section.class < 0:
			return fmt.Errorf("no class %s", name)
		case c.section.class > 63:
			return fmt.Errorf("more than 64 classes")
		}
		return nil
	}
	if name, ok := strings.CutPrefix(text, "@trait "); ok {
		return c.openTrait(where, name, comment)
	}
	if ending, ok := strings.CutPrefix(text, "@ending "); ok {
		c.ending = ending
		return nil
	}
	if c.section.trait >= 0 {
		return c.traitRow(where, text)
	}
	if c.section.class < 0 {
		return fmt.Errorf("a row before any @class or @trait")
	}
	key, value, has := strings.Cut(text, " = ")
	if key != strings.ToLower(key) {
		return fmt.Errorf("%q is not in lower case", key)
	}
	w := c.at(key)
	w.class |= 1 << c.section.class
	if has {
		v, err := strconv.ParseInt(strings.TrimSpace(value), 10, 16)
		if err != nil {
			return err
		}
		w.value = int(v)
	}
	return nil
}

// openTrait opens the trait whose rows follow.
func (c *compiler) openTrait(where, name, comment string) error {
	n := c.number(&c.names.Traits, name)
	switch {
	case n < 0:
		return fmt.Errorf("no trait %s", name)
	case n >= 64*TraitWords:
		return fmt.Errorf("more than %d traits", 64*TraitWords)
	case comment == "":
		return fmt.Errorf("the trait %s has no comment right above it that says what it means", name)
	}
	for len(c.traits) < len(c.names.Traits) {
		c.traits = append(c.traits, trait{})
	}
	t := &c.traits[n]
	if t.rows != nil {
		return fmt.Errorf("the trait %s stands at %s already", name, t.where)
	}
	*t = trait{where: where, doc: comment, rows: map[string]bool{}}
	c.section = section{class: -1, trait: n}
	return nil
}

// traitRow notes a row of a trait: a word or phrase, "verb" and a lemma, or "last of" and a class.
func (c *compiler) traitRow(where, text string) error {
	t := &c.traits[c.section.trait]
	switch {
	case text != strings.ToLower(text):
		return fmt.Errorf("%q is not in lower case", text)
	case t.rows[text]:
		return fmt.Errorf("%q stands twice under %s", text, c.names.Traits[c.section.trait])
	}
	t.rows[text] = true
	c.marks = append(c.marks, row{where, text, c.section.trait})
	return nil
}

// cueRow notes a row of cues.txt, or opens a cue.
func (c *compiler) cueRow(where, text, _ string) error {
	if name, ok := strings.CutPrefix(text, "@cue "); ok {
		c.section = section{class: -1, trait: -1, hasCue: true}
		if name == "none" {
			return nil
		}
		n := c.number(&c.names.Cues, name)
		if n < 0 {
			return fmt.Errorf("no cue %s", name)
		}
		c.section.cue = 1 << n
		return nil
	}
	if !c.section.hasCue {
		return fmt.Errorf("a row before any @cue")
	}
	c.cues = append(c.cues, row{where, text, c.section.cue})
	return nil
}

// verbRow reads a verb with its forms.
func (c *compiler) verbRow(_, text, _ string) error {
	lemma, rest, irregular := strings.Cut(text, ":")
	forms := regular(lemma)
	if irregular {
		if forms = strings.Fields(rest); len(forms) != 4 {
			return fmt.Errorf("want four forms after the colon")
		}
	}
	id := slices.Index(c.verbs, lemma)
	if id < 0 {
		id = len(c.verbs)
		c.verbs = append(c.verbs, lemma)
	}
	c.addForm(id, lemma, Base)
	for i, f := range forms {
		for _, v := range strings.Split(f, "/") {
			c.addForm(id, v, 2<<i)
		}
	}
	return nil
}

// regular returns the third person, past, participle and present participle of a regular verb of English.
func regular(lemma string) []string {
	forms := []string{lemma + "s", lemma + "ed", lemma + "ed", lemma + "ing"}
	last := lemma[len(lemma)-1]
	vowel := func(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
	switch {
	case last == 'e':
		forms = []string{lemma + "s", lemma + "d", lemma + "d", lemma[:len(lemma)-1] + "ing"}
		if strings.HasSuffix(lemma, "ee") {
			forms[3] = lemma + "ing"
		}
	case last == 'y' && !vowel(lemma[len(lemma)-2]):
		stem := lemma[:len(lemma)-1]
		forms = []string{stem + "ies", stem + "ied", stem + "ied", lemma + "ing"}
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(lemma, "ch") || strings.HasSuffix(lemma, "sh"):
		forms[0] = lemma + "es"
	}
	return forms
}

// addForm says that key is a form of the verb id.
func (c *compiler) addForm(id int, key string, form int) {
	w := c.at(key)
	if w.verb != 0 && w.verb != id && form&(Base|Third) == 0 {
		// "found" is both the past of find and a lemma: the lemma row wins.
		if w.forms&Base != 0 {
			return
		}
	}
	if w.verb != id {
		w.forms = 0
	}
	w.verb = id
	w.forms |= form
}
