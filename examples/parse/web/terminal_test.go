//go:build linux || darwin || freebsd

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/creack/pty"
)

// The program itself is the test binary with this variable set.
const asProgram = "FUNDING_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// inTerminal runs the program with the given streams on a terminal of so many columns and
// returns what stood there.
func inTerminal(t *testing.T, columns uint16, onTerminal string, env []string, args ...string) (screen, rest string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs, err := pty.Open()
	if err != nil {
		t.Skip("this machine gives out no pseudo-terminals:", err)
	}
	defer ours.Close()
	if err := pty.Setsize(ours, &pty.Winsize{Rows: 24, Cols: columns}); err != nil {
		t.Fatal(err)
	}
	var other bytes.Buffer
	c := exec.CommandContext(t.Context(), self, args...)
	c.Env = append(append(os.Environ(), asProgram+"=1", "NO_COLOR=", "TERM=xterm", "COLUMNS="), env...)
	c.Stdout, c.Stderr = &other, &other
	if strings.Contains(onTerminal, "out") {
		c.Stdout = theirs
	}
	if strings.Contains(onTerminal, "err") {
		c.Stderr = theirs
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	read := make(chan string)
	go func() {
		b, err := io.ReadAll(ours)
		if err != nil && !errors.Is(err, syscall.EIO) { // which is how a terminal ends
			b = fmt.Appendf(b, "reading the terminal: %v", err)
		}
		read <- string(b)
	}()
	err = c.Wait()
	theirs.Close()
	screen = <-read
	if err != nil {
		t.Fatalf("%v: %s%s", err, screen, other.String())
	}
	return strings.ReplaceAll(screen, "\r\n", "\n"), other.String()
}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestTerminal(t *testing.T) {
	const article = "../../../testdata/alibaba-megvii.txt"
	for _, columns := range []uint16{40, 80, 200} {
		screen, rest := inTerminal(t, columns, "out err", nil, article)
		if !strings.Contains(screen, "\x1b[32mclosed\x1b[0m") || rest != "" {
			t.Errorf("%d columns: no colours in %q", columns, screen)
		}
		plain := escapes.ReplaceAllString(screen, "")
		widest := 0
		for line := range strings.Lines(plain) {
			widest = max(widest, utf8.RuneCountInString(strings.TrimRight(line, "\n")))
		}
		if widest > int(columns) || widest < int(min(columns, 100))/2 {
			t.Errorf("%d columns: the widest line has %d:\n%s", columns, widest, plain)
		}
		for _, env := range []string{"NO_COLOR=1", "TERM=dumb"} {
			if got, _ := inTerminal(t, columns, "out err", []string{env}, article); got != plain {
				t.Errorf("%s: %q\nwant %q", env, got, plain)
			}
		}
	}
	// a file gets neither colours nor the terminal's width
	if screen, rest := inTerminal(t, 40, "err", nil, article); screen != "" || strings.Contains(rest, "\x1b") || !strings.Contains(rest, "COMPANY    AMOUNT                    STAGE") {
		t.Errorf("on the terminal %q, in the file %q", screen, rest)
	}
}

// longRun makes a directory that the program takes longer to read than it waits before
// it shows how far it is, on a machine of any speed, and returns what it prints.
func longRun(t *testing.T) (dir string, files int, out string) {
	t.Helper()
	page, err := os.ReadFile("testdata/marrowfield.html")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for n := 250; ; n *= 2 {
		for ; files < n; files++ {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.html", files)), page, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		begin := time.Now()
		if _, out = inTerminal(t, 100, "", nil, "-format", "csv", dir); time.Since(begin) > 1500*time.Millisecond {
			return dir, files, out
		}
	}
}

func TestProgress(t *testing.T) {
	dir, files, want := longRun(t)
	screen, rest := inTerminal(t, 100, "err", nil, "-format", "csv", dir)
	if rest != want {
		t.Error("the output differs where progress is shown")
	}
	for _, want := range []string{fmt.Sprintf(`\d+/%d files, \d+ rounds`, files), `[kM]B/s`, `\d+%`, `\[\d+s:\d+s\]`} {
		if !regexp.MustCompile(want).MatchString(screen) {
			t.Errorf("the display has no %s: %.300q", want, screen)
		}
	}
	if *update {
		showBar(t, screen)
	}
	// in the end nothing of it is left
	last := screen[strings.LastIndexByte(strings.TrimRight(screen, "\r"), '\r')+1:]
	if strings.TrimSpace(strings.TrimSuffix(last, "\x1b[2K\r")) != "" {
		t.Errorf("the last line of the terminal is %q", last)
	}
	// on one terminal the results do not run into the display
	both, _ := inTerminal(t, 100, "out err", []string{"NO_COLOR=1"}, "-format", "csv", dir)
	rest = both
	for line := range strings.Lines(want) {
		_, after, ok := strings.Cut(rest, line)
		if !ok {
			t.Fatalf("%q is not whole on the terminal", line)
		}
		rest = after
	}
	for line := range strings.Lines(both) {
		if at := strings.Index(line, dir); at > 0 && strings.Trim(line[:at], "\r \x1b[2K") != "" && !strings.HasSuffix(line[:at], "\r") {
			t.Errorf("%q stands before a result", line[:at])
		}
	}
}

// showBar writes one of the lines of the display into the README.
func showBar(t *testing.T, screen string) {
	t.Helper()
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range strings.Split(screen, "\r") {
		if l = strings.TrimSpace(escapes.ReplaceAllString(l, "")); strings.Contains(l, "B/s") {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		t.Fatal("no line to show")
	}
	head, rest, ok := strings.Cut(string(b), "<!-- bar -->\n")
	_, tail, ok2 := strings.Cut(rest, "<!-- /bar -->")
	if !ok || !ok2 {
		t.Fatal("README.md has no marks for the bar")
	}
	text := head + "<!-- bar -->\n```\n" + lines[len(lines)/2] + "\n```\n<!-- /bar -->" + tail
	if err := os.WriteFile("README.md", []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
