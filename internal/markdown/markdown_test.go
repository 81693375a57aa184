package markdown

import (
	"strings"
	"testing"
	"time"

	"example.com/funding"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"plain", "Kolvik raised $3 million.\nIt is in\nTallinn.  \nYes.\n", "Kolvik raised $3 million. It is in Tallinn.\nYes.\n"},
		{"emphasis", "**Kolvik** raised *about* __$3__ `million`, ~~not $4~~", "Kolvik raised about $3 million, not $4"},
		{"no emphasis", "5 * 3 and snake_case and ~$3 million", "5 * 3 and snake_case and ~$3 million"},
		{"links", "[Kolvik](https://kolvik.example/a_(b) \"x\") and [Rannik][1] and [as is]\n\n[1]: https://rannik.example/\n", "Kolvik and Rannik and [as is]\n\n"},
		{"link over lines", "said [the\nwhole thing](https://a.example) ends", "said the whole thing ends"},
		{"linked picture", "[![logo](a.png)](https://a.example)Kolvik ![x](y.png)raised", "Kolvik raised"},
		{"emphasis in a link", "[**Kolvik**](/k) raised", "Kolvik raised"},
		{"notes", "Kolvik[^1] raised.\n[^1]: *So* they say.\n", "Kolvik raised.\nSo they say.\n"},
		{"headings", "# Kolvik raises #\n\nText\n====\n", "Kolvik raises\n\nText\n"},
		{"number sign", "#1 in its field\n", "#1 in its field\n"},
		{"lists", "* Kolvik\n+ Oakmere\n- Lumen\n1. One\n", "- Kolvik\n- Oakmere\n- Lumen\n1. One\n"},
		{"quotation", "> Kolvik has **grown**.\n> A lot.\n", "Kolvik has grown. A lot.\n"},
		{"escapes", `Kolvik raised \$3 million \*net\*`, `Kolvik raised $3 million *net*`},
		{"table", "| Company | Amount |\n| --- | ---: |\n| **Kolvik** | $3m |\n", "| Company | Amount |\n| Kolvik | $3m |\n"},
		{"tags", "a<br>b <b class=\"x\">c</b> <https://a.example/b> d <!-- e --> <5 million", "a\nb c https://a.example/b d  <5 million"},
		{"code", "```go\na := *b\n```\nc *d*\n", "a := *b\nc d\n"},
		{"rule", "a\n\n---\n\n* * *\nb\n", "a\n\n\nb\n"},
		{"windows", "# Kolvik\r\n\r\n**a**\r\n", "Kolvik\r\n\r\na\r\n"},
		{"unfinished", "a [b](c and **d", "a [b](c and d"},
		{"backslash at the end", "a\\\nb\\", "a\nb"},
		{"lone marks", "[", "["}, {"lone marks", "![", "!["}, {"lone marks", "<", "<"}, {"lone marks", "`", ""},
	} {
		if got := Read(c.src).Text; got != c.want {
			t.Errorf("%s: %q\ngives %q\nwant  %q", c.name, c.src, got, c.want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ src, title, published, text string }{
		{"---\ntitle: \"Kolvik: $3m\"\ndate: 2021-03-05T10:00:00Z\ntags: [a]\n---\nText", "Kolvik: $3m", "2021-03-05", "Text"},
		{"+++\ntitle = 'Kolvik'\npublished = 2021-03-05\n+++\nText", "Kolvik", "2021-03-05", "Text"},
		{"---\r\ntitle: Kolvik\r\n---\r\nText", "Kolvik", "", "Text"},
		{"---\nnested:\n  title: no\ndate: soon\n---\nText", "", "", "Text"},
		{"---\ntitle: no\n", "", "", "title: no\n"}, // a rule: nothing ends it
	} {
		got := Read(c.src)
		if want := (funding.Article{Title: c.title, Published: c.published, Text: c.text}); got != want {
			t.Errorf("%q\ngives %+v\nwant  %+v", c.src, got, want)
		}
	}
}

// What is left after the marks is read as the same text without them is.
func TestRounds(t *testing.T) {
	const src = "**[Kolvik](https://kolvik.example)** raised a *\\$3 million* [seed round][1] led by\n_Rannik Ventures_.\n\n[1]: https://rannik.example\n"
	const want = "Kolvik | 3000000 USD | stage=seed | inv=*Rannik Ventures"
	if got := funding.Parse(Read(src).Text).Rounds; len(got) != 1 || got[0].String() != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// Texts made to be slow: a megabyte of any of them is read in seconds at the very most.
func TestHostile(t *testing.T) {
	for _, s := range []string{"[", "![", "[](", "*", "_a", "<", "<!--", "`", "\\", "> ", "#", "|", "~~", "[a][", "\n[", "---\n"} {
		src := strings.Repeat(s, 1<<20/len(s))
		from := time.Now()
		Read(src)
		if d := time.Since(from); d > 20*time.Second {
			t.Errorf("%q: %v", s, d)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("**a** [b](c) <d> `e` ![f](g)\n| h |\n---\n")
	f.Add("---\ntitle: a\n---\n\\")
	f.Fuzz(func(t *testing.T, src string) {
		if got := Read(src).Text; len(got) > len(src)+strings.Count(src, "\n") {
			t.Errorf("%q grows to %q", src, got)
		}
	})
}
