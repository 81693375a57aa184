// Package cli is the program of examples/parse: flags, inputs, forms of output and
// exit statuses. It builds on the standard library and the funding package alone.
// What needs more, reading web pages and drawing a progress bar, is given to it by
// the program in examples/parse/web, a module of its own.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"example.com/funding"
)

// Program is the command. The zero Program reads text and Markdown and shows no
// progress.
type Program struct {
	// Page reads a web page: title, date of publication (as funding.ParseDate reads
	// it) and main text. If it is nil, web pages are refused, and the message says
	// which command reads them.
	Page func(page []byte) (funding.Article, error)

	// Progress begins to show on w, a terminal, how far a run has come. It is
	// called only for runs that take long. If it is nil, nothing is shown.
	Progress func(w *os.File, total Done) Progress

	// Elsewhere is a directory in which a relative name is looked for if it is not
	// found in the working directory.
	Elsewhere string
}

// Done is how much was read. As a total, Bytes is 0 if nobody knows.
type Done struct {
	Files    int
	Articles int // a file of JSON lines has many
	Bytes    int64
	Rounds   int
}

// Progress is a display on a terminal that takes no more than the last line.
type Progress interface {
	Show(Done)
	Hide() // takes the display off, until the next Show
}

// Exit statuses. An interrupt gives 128 and the number of the signal, as shells report it.
const (
	StatusOK    = 0
	StatusInput = 1 // an input that cannot be read, a broken line, a failed write
	StatusUsage = 2
)

// maxText is the size of the longest text that is read, after decompression. It bounds
// the memory, which is some hundred times as much for the worst of texts.
const maxText = 16 << 20

// Main runs the program on the arguments and files of the process, and exits.
func (p Program) Main() {
	// Without this a closed pipe would end the program without a word.
	signal.Ignore(syscall.SIGPIPE)
	out := &output{w: os.Stdout, file: os.Stdout}
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt, syscall.SIGTERM)
	go func() {
		s := <-interrupt
		signal.Stop(interrupt) // a second one ends the program where it stands
		out.mu.Lock()          // the document that is being written is written whole
		out.hide()
		fmt.Fprintln(os.Stderr, "parse: interrupted")
		status := 128 + int(syscall.SIGINT)
		if n, ok := s.(syscall.Signal); ok {
			status = 128 + int(n)
		}
		os.Exit(status)
	}()
	os.Exit(p.Run(os.Args[1:], os.Stdin, out, os.Stderr))
}

const usage = `usage: parse [flags] [file or directory ...]

Reads funding news and prints the rounds that it tells of. Without files it
reads standard input. Directories are read with all that is in them: text
(.txt .text), Markdown (.md .markdown), web pages (.html .htm .xhtml), articles
as JSON lines (.jsonl .ndjson), and each of these compressed (.gz).

  parse article.txt                        a table, as wide as the terminal
  parse -format html article.txt >a.html   a page with the words behind each field
  parse -format csv articles/ >rounds.csv  a row for each round of a directory
  parse -json -published 2021-03-03 a.md   all of it; "last month" is 2021-02
  xclip -o | parse                         a text from another program
  parse -jsonl <articles.jsonl >out.jsonl  {"id",…,"text"} lines in,
                                           a line of results for each, in order
  parse -trace article.txt                 how each sentence was read

flags:
  -format FORM     table, json, jsonl, csv or html
  -json            the same as -format json: an indented document for each input
  -jsonl           the same as -format jsonl, and standard input is JSON lines too
  -published DATE  of texts that do not tell their own, for words like "last
                   month": 2021-03-03 or 2021-03
  -trace           print on standard error what each frame read, and the grammar
                   of each sentence, before the result
  -width N         columns of the table; 0 (the default) for those of the terminal
                   or, where there is none, of $COLUMNS or what it takes
  -h               this

Exit status: 0, also where there are no rounds; 1 if an input cannot be read or
the output not be written; 2 for wrong usage; 130 after an interrupt. What could
be read is written in any case. Colours are for terminals only, and never if
NO_COLOR is set.
`

const usagePages = `
This program is built without a reader of web pages. The one that has it, and a
progress bar, and else does the same, is run from the project's directory with
  go run -C examples/parse/web . page.html
`

// Run runs the program and returns its exit status.
func (p Program) Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("parse", flag.ContinueOnError)
	fs.SetOutput(stderr)
	form := fs.String("format", "table", "")
	asJSON := fs.Bool("json", false, "")
	asLines := fs.Bool("jsonl", false, "")
	published := fs.String("published", "", "")
	trace := fs.Bool("trace", false, "")
	width := fs.Int("width", 0, "")
	fs.Usage = func() {
		fmt.Fprint(stderr, usage)
		if p.Page == nil {
			fmt.Fprint(stderr, usagePages)
		}
	}
	if err := fs.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return StatusOK
		}
		return StatusUsage
	}
	given := make(map[string]bool)
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })

	r := &run{Program: p, parser: funding.Parser{Trace: *trace}, errs: stderr, start: time.Now()}
	wrong := func(format string, a ...any) int {
		fmt.Fprintf(stderr, "parse: "+format+"\n", a...)
		return StatusUsage
	}
	if *published != "" {
		d, err := funding.ParseDate(*published)
		if err != nil {
			return wrong("-published: %v", err)
		}
		r.parser.Published = d
	}
	switch {
	case *asLines && (fs.NArg() > 0 || *asJSON):
		return wrong("-jsonl reads standard input only and excludes -json; a file of JSON lines is read with -format jsonl")
	case *asLines && given["format"] && *form != "jsonl", *asJSON && given["format"] && *form != "json":
		return wrong("-format %s says something else than -json or -jsonl", *form)
	case *asLines:
		*form = "jsonl"
	case *asJSON:
		*form = "json"
	}
	if *width < 0 {
		return wrong("-width %d is no width", *width)
	}

	out, ok := stdout.(*output)
	if !ok {
		out = &output{w: stdout}
		out.file, _ = stdout.(*os.File)
	}
	r.out = out
	screen := screenOf(out.file)
	if *width > 0 {
		screen.width = *width
	}
	r.form = newForm(*form, screen)
	if r.form == nil {
		return wrong("-format %s: not one of %s", *form, strings.Join(formNames, ", "))
	}
	if f, ok := stderr.(*os.File); ok && p.Progress != nil && terminal(f) {
		r.bar = f
	}

	var err error
	if fs.NArg() == 0 {
		r.many = *asLines
		err = r.standardInput(stdin, *asLines)
	} else {
		err = r.files(fs.Args(), stdin)
	}
	if err == nil {
		err = r.write(r.form.end())
	}
	r.hide()
	if err != nil {
		r.fail(err)
	}
	return r.status
}

// run is one run of the program.
type run struct {
	Program
	parser funding.Parser
	form   form
	many   bool // results are told apart by the names of their inputs
	out    *output
	errs   io.Writer
	status int

	start time.Time
	bar   *os.File // where progress is shown, if it is
	total Done
	done  Done
}

// fail reports an input that could not be read, or an output that could not be written.
func (r *run) fail(err error) {
	r.hide()
	fmt.Fprintf(r.errs, "parse: %v\n", err)
	r.status = StatusInput
}

// outputError is one after which nothing more can be written.
type outputError struct{ error }

func (e outputError) Unwrap() error { return e.error }

func (r *run) write(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	if _, err := r.out.Write(b); err != nil {
		return outputError{err}
	}
	return nil
}

// standardInput reads one text, or JSON lines.
func (r *run) standardInput(stdin io.Reader, lines bool) error {
	if f, ok := stdin.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			r.total = Done{Files: 1, Bytes: info.Size()}
		}
		if terminal(f) {
			fmt.Fprintln(r.errs, "parse: reading what is typed, up to Ctrl-D; parse -h says what else it reads")
		}
	}
	in, counted := input{name: "standard input", stdin: true}, &counter{stdin, &r.done.Bytes}
	if lines {
		return r.lines(in, counted)
	}
	return r.text(in, counted)
}

// files reads all files that the arguments name. What cannot be read is reported and
// passed over; the error is one of the output.
func (r *run) files(args []string, stdin io.Reader) error {
	inputs := r.collect(args)
	r.many = len(args) > 1 || len(inputs) > 1
	for _, in := range inputs {
		r.total.Files++
		r.total.Bytes += in.size
	}
	for _, in := range inputs {
		before := r.done.Bytes
		err := r.file(in, stdin)
		if out := (outputError{}); errors.As(err, &out) {
			return err
		}
		if err != nil {
			r.fail(err)
		}
		r.done.Files++
		r.done.Bytes = before + in.size // of what could not be read, too
		r.show()
	}
	return nil
}

// parse reads one article and writes what it says.
func (r *run) parse(res result) error {
	p := r.parser
	p.Title = res.article.Title
	if s := res.article.Published; s != "" {
		d, err := funding.ParseDate(s)
		if err != nil {
			return fmt.Errorf("published: %w", err)
		}
		p.Published = d
	}
	res.published = p.Published
	if _, ok := r.form.(*htmlForm); ok && p.Title != "" {
		// Parse puts the title before the text as well, but gives no spans in it: on a
		// page it is to be marked like the rest.
		head := p.Title + "\n\n"
		res.article.Text, res.headline, p.Title = head+res.article.Text, len(head), ""
	}
	if p.Trace && !res.line {
		r.hide()
		if err := p.DebugPrint(r.errs, res.article.Text); err != nil {
			return err
		}
		p.Trace = false
	}
	res.doc = p.Parse(res.article.Text)
	if p.Trace {
		r.hide()
		for _, s := range res.doc.Trace {
			fmt.Fprintf(r.errs, "sentence %d: %s: %s\n", s.Sentence+1, s.Frame, s.Result)
		}
	}
	res.many = r.many
	if !r.many && !res.line {
		res.article.ID = "" // the name of the file tells results apart where there are several
	}
	b, err := r.form.add(res)
	if err != nil {
		return err
	}
	r.done.Articles++
	r.done.Rounds += len(res.doc.Rounds)
	return r.write(b)
}

// Progress is worth showing for runs that go on for longer than this.
const patience = 500 * time.Millisecond

// show brings the display of progress up to date.
func (r *run) show() {
	if r.bar == nil || time.Since(r.start) < patience {
		return
	}
	r.out.mu.Lock() // an interrupt hides it
	defer r.out.mu.Unlock()
	if r.out.bar == nil {
		r.out.bar = r.Progress(r.bar, r.total)
	}
	r.out.bar.Show(r.done)
}

// hide takes it off the terminal, where something else is to be written.
func (r *run) hide() {
	r.out.mu.Lock()
	defer r.out.mu.Unlock()
	r.out.hide()
}
