// Package markdown takes the marks off Markdown, so that prose is left to be
// read. It is no renderer: what an article is written with (headings, lists,
// tables, links, emphasis, front matter) loses its marks, and everything else
// stays as it stands. A tag of HTML loses its brackets and attributes.
package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/funding"
)

// Read returns the article that src holds: its text without marks, and title and
// date of the front matter. A date that funding.ParseDate does not read is left out.
func Read(src string) funding.Article {
	src = strings.TrimPrefix(src, "\ufeff")
	var a funding.Article
	src = frontMatter(&a, src)
	a.Text = plain(src)
	return a
}

// frontMatter reads the lines between "---" (YAML) or "+++" (TOML) at the top, as far
// as they are plain keys with one value, and returns what follows them.
func frontMatter(a *funding.Article, src string) string {
	mark, rest, ok := strings.Cut(src, "\n")
	mark = strings.TrimRight(mark, " \t\r")
	if !ok || mark != "---" && mark != "+++" {
		return src
	}
	var head []string
	for line := range strings.Lines(rest) {
		rest = rest[len(line):]
		line = strings.TrimRight(line, " \t\r\n")
		if line == mark {
			for _, l := range head {
				meta(a, l)
			}
			return rest
		}
		head = append(head, line)
	}
	return src // a rule, not front matter: it does not end
}

// meta takes title and date from one line of front matter.
func meta(a *funding.Article, line string) {
	at := strings.IndexAny(line, ":=")
	if at < 0 || line[0] == ' ' { // a nested key is not the article's
		return
	}
	value := strings.TrimSpace(line[at+1:])
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = value[1 : n-1]
	}
	switch strings.ToLower(strings.TrimSpace(line[:at])) {
	case "title":
		a.Title = value
	case "date", "published", "publishdate", "publish_date", "pubdate":
		if d, err := funding.ParseDate(value); err == nil {
			a.Published = d.String()
		}
	}
}

// plain goes through the lines. Those of one paragraph become one, as a browser
// shows them: links, emphasis and sentences run over their ends.
func plain(src string) string {
	var out, par strings.Builder
	end, hard := "", false // of the last line of par
	add := func(s, lineEnd string, isHard bool) {
		switch {
		case par.Len() > 0 && hard:
			par.WriteString(end)
		case par.Len() > 0:
			par.WriteByte(' ')
		}
		par.WriteString(s)
		end, hard = lineEnd, isHard
	}
	flush := func() {
		if par.Len() > 0 {
			out.WriteString(inline(par.String()) + end)
			par.Reset()
		}
	}
	fence := ""
	for line := range strings.Lines(src) {
		text := strings.TrimRight(line, "\r\n")
		lineEnd := line[len(text):]
		isHard := strings.HasSuffix(text, "  ") || strings.HasSuffix(text, `\`)
		text = strings.TrimSuffix(strings.TrimRight(text, " \t"), `\`)
		bare := strings.TrimLeft(text, " \t")
		if fence != "" { // code stays as it is
			if strings.HasPrefix(bare, fence) {
				fence = ""
			} else {
				out.WriteString(line)
			}
			continue
		}
		if strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~") {
			flush()
			fence = bare[:3]
			continue
		}
		for strings.HasPrefix(bare, ">") {
			bare = strings.TrimLeft(bare[1:], " \t")
		}
		if _, note, ok := strings.Cut(bare, "]:"); ok && strings.HasPrefix(bare, "[^") {
			flush()
			bare = strings.TrimLeft(note, " \t")
		}
		switch {
		case bare == "":
			flush()
			out.WriteString(lineEnd)
		case rule(bare), definition(bare): // also the line under a heading, and under the head of a table
			flush()
		case strings.HasPrefix(bare, "#") && strings.HasPrefix(strings.TrimLeft(bare, "#"), " "):
			flush()
			add(strings.TrimSpace(strings.Trim(bare, "#")), lineEnd, false)
			flush()
		case strings.HasPrefix(bare, "|"):
			flush()
			add(bare, lineEnd, false)
			flush()
		case item(bare):
			flush()
			if bare[0] == '*' || bare[0] == '+' {
				bare = "-" + bare[1:] // a star would be a mark of emphasis
			}
			add(bare, lineEnd, isHard)
		default:
			add(bare, lineEnd, isHard)
		}
	}
	flush()
	return out.String()
}

// item reports the first line of an item of a list.
func item(s string) bool {
	if strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "+ ") || strings.HasPrefix(s, "- ") {
		return true
	}
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
}

// rule reports a line of nothing but marks: a rule, the line under a heading, the
// second row of a table.
func rule(s string) bool {
	return len(s) >= 2 && strings.Trim(s, "-=*_|: \t") == "" && strings.Count(s, "-")+strings.Count(s, "=")+strings.Count(s, "*")+strings.Count(s, "_") >= 2
}

// definition reports "[name]: address", which is no text.
func definition(s string) bool {
	_, rest, ok := strings.Cut(s, "]:")
	return ok && s[0] == '[' && !strings.HasPrefix(s, "[^") && strings.Contains(rest, "/")
}

// inline takes the marks off one paragraph.
func inline(s string) string {
	if !strings.ContainsAny(s, "*_`[]!<~\\") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; c {
		case '\\':
			if i+1 < len(s) && s[i+1] < utf8.RuneSelf && unicode.In(rune(s[i+1]), unicode.P, unicode.S) {
				i++
			}
			b.WriteByte(s[i])
			i++
		case '`':
			i++
		case '~':
			if strings.HasPrefix(s[i:], "~~") {
				i += 2
				continue
			}
			b.WriteByte(c) // about
			i++
		case '*', '_':
			n := len(s[i:]) - len(strings.TrimLeft(s[i:], string(c)))
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+n:])
			spaced := (i == 0 || unicode.IsSpace(before)) && (i+n == len(s) || unicode.IsSpace(after))
			inWord := c == '_' && wordRune(before) && wordRune(after)
			if spaced || inWord {
				b.WriteString(s[i : i+n])
			}
			i += n
		case '!':
			if n := link(s[i+1:], nil); n > 0 {
				i += 1 + n // a picture
				continue
			}
			b.WriteByte(c)
			i++
		case '[':
			if n := link(s[i:], &b); n > 0 {
				i += n
				continue
			}
			b.WriteByte(c)
			i++
		case '<':
			if n, keep := tag(s[i:]); n > 0 {
				b.WriteString(keep)
				i += n
				continue
			}
			b.WriteByte(c)
			i++
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// How far the text of a link and the whole of it are looked for, so that a text of
// nothing but brackets is read in good time as well.
const (
	maxLinkText = 300
	maxLink     = 2000
)

// link reads "[text](address)", "[text][name]" or "[^1]" at the start of s, writes
// the text to b and returns the length of the whole, 0 if none stands there.
func link(s string, b *strings.Builder) int {
	s = s[:min(len(s), maxLink)]
	text := bracketed(s[:min(len(s), maxLinkText)], '[', ']')
	if text < 0 {
		return 0
	}
	end := text + 1
	switch rest := s[end:]; {
	case s[1] == '^': // a note
		return end
	case strings.HasPrefix(rest, "("):
		n := bracketed(rest, '(', ')')
		if n < 0 {
			return 0
		}
		end += n + 1
	case strings.HasPrefix(rest, "["):
		n := bracketed(rest, '[', ']')
		if n < 0 {
			return 0
		}
		end += n + 1
	default: // "the company [Kolvik] said" stays as it is
		return 0
	}
	if b != nil {
		// A link inside a picture or the other way round is one level deep.
		b.WriteString(inlineOnce(s[1:text]))
	}
	return end
}

// inlineOnce is inline for the text of a link, whose own brackets stay.
func inlineOnce(s string) string {
	if strings.ContainsAny(s, "[") {
		if !strings.HasPrefix(s, "![") {
			return s
		}
		return ""
	}
	return inline(s)
}

// bracketed returns where the bracket that s begins with is closed, -1 if it is not.
func bracketed(s string, open, shut byte) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case open:
			depth++
		case shut:
			depth--
			if depth == 0 {
				return i
			}
		}
		if depth == 0 {
			return -1
		}
	}
	return -1
}

// tag returns the length of the HTML tag, comment or <address> at the start of s, and
// what of it is text.
func tag(s string) (n int, keep string) {
	s = s[:min(len(s), maxLink)]
	if strings.HasPrefix(s, "<!--") {
		if at := strings.Index(s, "-->"); at > 0 {
			return at + 3, ""
		}
		return 0, ""
	}
	end := strings.IndexByte(s, '>')
	if end < 2 {
		return 0, ""
	}
	inside := s[1:end]
	if strings.Contains(inside, "://") && !strings.ContainsAny(inside, " \"") {
		return end + 1, inside
	}
	name := strings.TrimPrefix(inside, "/")
	if name == "" || !isLetter(name[0]) { // "<5 million"
		return 0, ""
	}
	if at := strings.IndexFunc(name, func(r rune) bool { return !wordRune(r) }); at > 0 && !strings.ContainsAny(name[at:at+1], " /\t\n-") {
		return 0, ""
	}
	if strings.EqualFold(strings.TrimRight(name, " /"), "br") {
		keep = "\n"
	}
	return end + 1, keep
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
