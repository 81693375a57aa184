package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// The program itself is the test binary with this variable set.
const asProgram = "FUNDING_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		Program{}.Main()
	}
	os.Exit(m.Run())
}

// process returns a command that runs the program in a process of its own.
func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), self, args...)
	c.Env = append(os.Environ(), asProgram+"=1")
	return c
}

func articleLine(i int) string {
	return fmt.Sprintf(`{"id":"%d","text":"Company%d raised $%d million from Harbor Capital."}`+"\n", i, i, i+1)
}

// wholeLines fails t unless out consists of whole JSON lines, and counts them.
func wholeLines(t *testing.T, out string) (n int) {
	t.Helper()
	for line := range strings.Lines(out) {
		n++
		if !strings.HasSuffix(line, "\n") || !json.Valid([]byte(line)) {
			t.Fatalf("half a line is written: %.80q", line)
		}
	}
	return n
}

// endless is a text without end, and without a line break.
type endless struct{ read int }

func (e *endless) Read(b []byte) (int, error) {
	if e.read += len(b); e.read > 4*maxText {
		return 0, errors.New("the program reads on and on")
	}
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

func TestTooLong(t *testing.T) {
	for _, c := range []struct {
		args []string
		in   io.Reader
		want string
	}{
		{nil, &endless{}, "standard input: longer than 16 MB"},
		{[]string{"-json"}, &endless{}, "standard input: longer than 16 MB"},
		{[]string{"-jsonl"}, io.MultiReader(strings.NewReader(articleLine(0)), &endless{}), "standard input: line 2: longer than 16 MB"},
	} {
		var out, errs strings.Builder
		status := (Program{}).Run(c.args, c.in, &out, &errs)
		if status != StatusInput || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%v: status %d, errors %.200q, want %q", c.args, status, errs.String(), c.want)
		}
		if n := wholeLines(t, out.String()); c.args != nil && c.args[0] == "-jsonl" && n != 1 {
			t.Errorf("%d lines before the one that is too long, want 1", n)
		}
	}
}

// A line of 16 MB is no error for being long.
func TestLongestLine(t *testing.T) {
	line := strings.Repeat(" ", maxText) + "\n"
	in := &lineReader{r: strings.NewReader(line + line + "x")}
	if n, err := io.Copy(io.Discard, in); err != nil || n != int64(2*len(line)+1) {
		t.Errorf("%d bytes, %v", n, err)
	}
	in = &lineReader{r: strings.NewReader(line + " " + line + " \n")}
	if _, err := io.Copy(io.Discard, in); err == nil || err.Error() != "line 2: longer than 16 MB" {
		t.Errorf("one byte more: %v", err)
	}
}

func TestNoText(t *testing.T) {
	dir := t.TempDir()
	hole := filepath.Join(dir, "hole") // a gigabyte of NUL bytes that takes no room
	writeFile(t, hole, "")
	if err := os.Truncate(hole, 1<<30); err != nil {
		t.Skip(err)
	}
	utf16 := filepath.Join(dir, "utf16.txt")
	writeFile(t, utf16, "\xff\xfeL\x00u\x00m\x00e\x00n\x00")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{hole, utf16, self} {
		for _, args := range [][]string{{name}, {"-json", name}, {"-trace", name}} {
			status, out, errs := program("", args...)
			if status != StatusInput || out != "" || !strings.Contains(errs, name+": not text") || len(errs) > 1000 {
				t.Errorf("%v: status %d, output %.80q, errors %.200q", args, status, out, errs)
			}
		}
	}
	// what is broken but text is read
	if status, out, _ := program("Caf\xe9 Lumen. " + lumen); status != StatusOK || !strings.Contains(out, "Lumen Robotics") {
		t.Errorf("Latin-1: status %d, output %q", status, out)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("the wire is cut") }

func TestReadError(t *testing.T) {
	for _, args := range [][]string{nil, {"-json"}, {"-jsonl"}} {
		var out, errs strings.Builder
		status := (Program{}).Run(args, io.MultiReader(strings.NewReader(articleLine(0)+"\n"), brokenReader{}), &out, &errs)
		if status != StatusInput || !strings.Contains(errs.String(), "standard input") || !strings.Contains(errs.String(), "the wire is cut") {
			t.Errorf("%v: status %d, errors %q", args, status, errs.String())
		}
	}
}

func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{nil, {"-json"}, {"-jsonl"}} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		c := process(t, args...)
		var errs bytes.Buffer
		c.Stdin, c.Stdout, c.Stderr = strings.NewReader(articleLine(0)), w, &errs
		err = c.Run()
		w.Close()
		if c.ProcessState == nil || c.ProcessState.ExitCode() != StatusInput || !strings.Contains(errs.String(), "parse: write") {
			t.Errorf("%v: %v, errors %q", args, err, errs.String())
		}
	}
}

func TestFullDevice(t *testing.T) {
	for _, args := range [][]string{nil, {"-json"}, {"-jsonl"}} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip("this system has no /dev/full")
		}
		c := process(t, args...)
		var errs bytes.Buffer
		c.Stdin, c.Stdout, c.Stderr = strings.NewReader(articleLine(0)+articleLine(1)), full, &errs
		err = c.Run()
		full.Close()
		if c.ProcessState == nil || c.ProcessState.ExitCode() != StatusInput || strings.Count(errs.String(), "no space left") != 1 {
			t.Errorf("%v: %v, errors %q", args, err, errs.String())
		}
	}
}

// filling is a disk with room for so many bytes.
type filling struct {
	file *os.File
	room int
}

func (f *filling) Write(b []byte) (int, error) {
	n := min(len(b), f.room)
	f.room -= n
	if n, err := f.file.Write(b[:n]); err != nil || n == len(b) {
		return n, err
	}
	return n, errors.New("the disk is full")
}

func TestFullDisk(t *testing.T) {
	var in strings.Builder
	for i := range 5 {
		in.WriteString(articleLine(i))
	}
	var want, errs strings.Builder
	Program{}.Run([]string{"-jsonl"}, strings.NewReader(in.String()), &want, &errs)
	for room := range want.Len() {
		name := filepath.Join(t.TempDir(), "out.jsonl")
		writeFile(t, name, "{}\n")
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			t.Fatal(err)
		}
		errs.Reset()
		status := (Program{}).Run([]string{"-jsonl"}, strings.NewReader(in.String()), &output{w: &filling{f, room}, file: f}, &errs)
		f.Close()
		if status != StatusInput || !strings.Contains(errs.String(), "the disk is full") {
			t.Fatalf("room for %d bytes: status %d, errors %q", room, status, errs.String())
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		wholeLines(t, string(got))
		if rest, ok := strings.CutPrefix(string(got), "{}\n"); !ok || !strings.HasPrefix(want.String(), rest) {
			t.Fatalf("room for %d bytes: %q", room, got)
		}
	}
}

func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can interrupt another there")
	}
	c := process(t, "-jsonl")
	stdin, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { // more than it can read before it is interrupted
		for i := 0; ; i++ {
			if _, err := io.WriteString(stdin, articleLine(i)); err != nil {
				return
			}
		}
	}()
	out := bufio.NewReader(stdout)
	first, err := out.ReadString('\n')
	if err != nil {
		t.Fatal(err, errs.String())
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	// should the signal be lost, the test does not hang
	defer time.AfterFunc(30*time.Second, func() { c.Process.Kill() }).Stop()
	rest, _ := io.ReadAll(out)
	c.Wait()
	wholeLines(t, first+string(rest))
	if c.ProcessState.ExitCode() != 130 || errs.String() != "parse: interrupted\n" {
		t.Errorf("status %d, errors %q", c.ProcessState.ExitCode(), errs.String())
	}
}
