package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var update = flag.Bool("update", false, "write screenshots and measurements into the documentation")

// tab is a page in a browser without a window.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string // addresses asked for
	troubles []string // exceptions, and what the browser refused or warned of
}

// newTab starts Chromium, or skips the test where there is none.
func newTab(t *testing.T, width, height int64) *tab {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium on this machine, so nothing is tested in a browser; Debian has it in the package chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.WSURLReadTimeout(90*time.Second),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // which it does not start with for root
	}
	ctx, cancelBrowser := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, cancelTab := chromedp.NewContext(ctx)
	t.Cleanup(func() {
		_ = chromedp.Cancel(ctx) // waits until the process has gone, so that its directory can go too
		cancelTab()
		cancelBrowser()
	})
	b := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, func(e any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := e.(type) {
		case *network.EventRequestWillBeSent:
			b.requests = append(b.requests, e.Request.URL)
		case *runtime.EventExceptionThrown:
			b.troubles = append(b.troubles, e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			b.troubles = append(b.troubles, e.Entry.Text)
		}
	}); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	b.do(chromedp.EmulateViewport(width, height))
	return b
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// call runs a command of the protocol.
func call[P, R any](b *tab, c cdp.Command[P, R], params P) R {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	r, err := chromedp.Call(ctx, c, params)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// eval runs JavaScript and returns its value.
func eval[T any](b *tab, script string) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", script, err)
	}
	return v
}

// until waits for a JavaScript condition to become true.
func (b *tab) until(condition string) {
	b.Helper()
	for range 600 {
		if eval[bool](b, condition) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.Fatalf("waited for %s; the page says: %s", condition, eval[string](b, "document.body.innerText.slice(0, 2000)"))
}

// media sets the size of the window and what the person prefers.
func (b *tab) media(width, height int64, scheme string) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, height))
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
		{Name: "prefers-reduced-motion", Value: "reduce"}, // so that nothing is half-way when it is looked at
	}})
}

// hover moves the mouse over an element, as far as it is in sight.
func (b *tab) hover(selector string) {
	b.Helper()
	at := eval[[]float64](b, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e.scrollIntoView({block: "center", behavior: "instant"});
		const r = e.getClientRects()[0];
		return [r.x + Math.min(r.width, 20) / 2, r.y + r.height / 2];
	})()`, selector))
	b.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
}

// lit returns the ids of all that is lit up, in order.
func (b *tab) lit() string {
	b.Helper()
	return eval[string](b, `Array.from(document.querySelectorAll(".lit"), e => e.id).join(" ")`)
}

// quiet fails the test if the browser had something to complain about.
func (b *tab) quiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.troubles) > 0 {
		b.Errorf("the browser complains: %q", b.troubles)
	}
}

// forbids fails the test unless the page's policy keeps a script from reaching an address.
func (b *tab) forbids(address string) {
	b.Helper()
	got := eval[string](b, fmt.Sprintf(`fetch(%q).then(() => "went out", (e) => e.name)`, address))
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.troubles {
		if strings.Contains(s, address) && strings.Contains(s, "Content Security Policy") {
			return
		}
	}
	b.Errorf("%s: %s, and the policy did not object: %q", address, got, b.troubles)
}

// screenshot writes what is in sight into a file, with -update; else it checks that the
// file is there and is a picture of that width.
func (b *tab) screenshot(name string) {
	b.Helper()
	if *update {
		shot, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, shot, 0o666); err != nil {
			b.Fatal(err)
		}
	}
	shown, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	config, err := png.DecodeConfig(bytes.NewReader(shown))
	if want := eval[int](b, "innerWidth"); err != nil || config.Width != want {
		b.Errorf("%s is %d wide, want %d: %v", name, config.Width, want, err)
	}
}

// fits fails the test if the page is wider than the window.
func (b *tab) fits(what string) {
	b.Helper()
	if sizes := eval[[]int](b, "[document.documentElement.scrollWidth, innerWidth]"); sizes[0] > sizes[1] {
		wide := eval[[]string](b, `Array.from(document.querySelectorAll("main *")).filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest("pre")).slice(0, 5).map(e => e.outerHTML.slice(0, 120))`)
		b.Errorf("%s: the page is %d wide in a window of %d:\n%s", what, sizes[0], sizes[1], strings.Join(wide, "\n"))
	}
}

// looks fails the test if the page, by day or by night as scheme says, does
// not fit some width from a small phone to a large desk, or is hard to read.
func (b *tab) looks(scheme string) {
	b.Helper()
	for _, width := range []int64{320, 375, 700, 1000, 1280, 1920} {
		b.media(width, 900, scheme)
		b.fits(scheme)
	}
	if poor := eval[[]string](b, contrast); len(poor) > 0 {
		b.Errorf("%s: hard to read: %q", scheme, poor)
	}
}

// contrast returns the pieces of text that stand out too little from what is behind them:
// by less than 4.5 to 1, as WCAG 2 counts it.
const contrast = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
	const rgba = (c) => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = c;
		canvas.fillRect(0, 0, 1, 1);
		return Array.from(canvas.getImageData(0, 0, 1, 1).data);
	};
	const luminance = ([r, g, b]) => {
		const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * x + 0.7152 * y + 0.0722 * z;
	};
	const behind = (e) => {
		for (; e; e = e.parentElement) {
			const c = rgba(getComputedStyle(e).backgroundColor);
			if (c[3] === 255) return c;
		}
		return [255, 255, 255, 255];
	};
	const poor = [];
	let seen = 0;
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		if (!walk.currentNode.data.trim() || e.closest("script, style") || !e.checkVisibility()) continue;
		seen++;
		const [a, b] = [luminance(rgba(getComputedStyle(e).color)), luminance(behind(e))];
		const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		if (ratio < 4.5) poor.push(ratio.toFixed(2) + ": " + e.className + " " + walk.currentNode.data.trim().slice(0, 40));
	}
	return seen === 0 ? ["no text at all"] : poor.slice(0, 5);
})()`
