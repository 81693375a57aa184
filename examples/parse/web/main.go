// Command web is the program of examples/parse with a reader of web pages and a
// progress bar. Both come from libraries, which is why it is a module of its own.
//
//	go run -C examples/parse/web . page.html
package main

import (
	"os"

	"example.com/funding/examples/parse/cli"
)

func main() {
	// go run -C changes the working directory, but not the variable in which the shell
	// says where the person stands: file names are looked for there as well.
	cli.Program{Page: readPage, Progress: newBar, Elsewhere: os.Getenv("PWD")}.Main()
}
