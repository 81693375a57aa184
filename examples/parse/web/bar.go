package main

import (
	"fmt"
	"os"
	"time"

	"example.com/funding/examples/parse/cli"
	"github.com/schollz/progressbar/v3"
)

// bar is the display of progress on a terminal.
type bar struct {
	*progressbar.ProgressBar
	total cli.Done
}

func newBar(w *os.File, total cli.Done) cli.Progress {
	size := total.Bytes
	if size == 0 {
		size = -1 // not known: no time left
	}
	return &bar{progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(w),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowTotalBytes(true),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(12),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetRenderBlankState(false),
		progressbar.OptionClearOnFinish(),
	), total}
}

// Show implements cli.Progress. What fails on the way to the terminal is nothing the
// run depends on.
func (b *bar) Show(d cli.Done) {
	what := fmt.Sprintf("%d articles, %d rounds", d.Articles, d.Rounds)
	if b.total.Files > 1 {
		what = fmt.Sprintf("%d/%d files, %d rounds", d.Files, b.total.Files, d.Rounds)
	}
	b.Describe(what)
	_ = b.Set64(d.Bytes)
}

// Hide implements cli.Progress.
func (b *bar) Hide() { _ = b.Clear() }
