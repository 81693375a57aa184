// Command parse prints the funding rounds that texts tell of.
//
//	parse article.txt …                     a table per file
//	parse < article.txt                     the same from standard input
//	parse -format html article.txt >a.html  a page that shows the words behind each field
//	parse -jsonl < articles.jsonl           {"id","published","title","text"} lines in, one JSON line out for each
//
// parse -h tells the rest. The command in examples/parse/web does the same and
// also reads web pages.
//
// Files and lines of more than 16 MB and files that are no text are refused. A
// document is written whole or not at all, so that a full disk, a closed pipe or
// an interrupt leaves no half line behind. The exit status is 0, 1 for an input
// that cannot be read or an output that cannot be written, 2 for wrong usage,
// 130 for an interrupt.
package main

import "example.com/funding/examples/parse/cli"

func main() { cli.Program{}.Main() }
