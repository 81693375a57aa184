package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
)

// output is where documents go. Each Write is a whole document; one that fails
// half-way, on a full disk, leaves nothing of it in the file.
type output struct {
	w    io.Writer
	file *os.File   // behind w
	mu   sync.Mutex // held while a document is being written
	bar  Progress   // on the terminal that may be the output too; nil until it is shown
}

// hide takes the display of progress off the terminal; mu is held.
func (o *output) hide() {
	if o.bar != nil {
		o.bar.Hide()
	}
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.bar != nil && terminal(o.file) {
		o.bar.Hide()
	}
	n, err := o.w.Write(b)
	if err == nil || n == 0 {
		return n, err
	}
	if info, e := o.file.Stat(); e != nil || !info.Mode().IsRegular() {
		return n, err // what went into a pipe cannot be taken back
	}
	at, e := o.file.Seek(-int64(n), io.SeekCurrent)
	if e == nil {
		e = o.file.Truncate(at)
	}
	if e != nil {
		return n, fmt.Errorf("%w; the last line is cut off: %v", err, e)
	}
	return 0, err
}

// lineReader fails at a line that is longer than maxText, before it is in memory.
type lineReader struct {
	r     io.Reader
	n     int // lines read
	bytes int // of the line that is being read
	err   error
}

func (l *lineReader) Read(b []byte) (int, error) {
	if l.err != nil {
		return 0, l.err
	}
	n, err := l.r.Read(b)
	for _, c := range b[:n] {
		if l.bytes++; l.bytes > maxText && c != '\n' {
			l.err = fmt.Errorf("line %d: longer than %d MB", l.n+1, maxText>>20)
			return 0, l.err
		}
		if c == '\n' {
			l.n++
			l.bytes = 0
		}
	}
	return n, err
}
