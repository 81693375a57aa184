package amounts

import (
	"strings"
	"testing"
)

// Every row of the edges speaks first where its example stands, and what is read there has no value for that reason.
func TestEdges(t *testing.T) {
	for i := range leftEdge {
		row := &leftEdge[i]
		readMarked(t, row.example, func(r *Reader) {
			if got := r.unsureBefore(&r.x); got != row {
				t.Errorf("%q: row %d is not heard before the amount, but %v", row.example, i, got)
			}
		}, row)
	}
	for i := range rightEdge {
		row := &rightEdge[i]
		readMarked(t, row.example, func(r *Reader) {
			if got := r.unsureAfter(&r.x); got != row {
				t.Errorf("%q: row %d is not heard after the amount, but %v", row.example, i, got)
			}
		}, row)
	}
}

// The rows for what is glued come first.
func TestGluedRowsFirst(t *testing.T) {
	for _, e := range []struct {
		rows  []unsure
		glued int
	}{{leftEdge[:], leftGlued}, {rightEdge[:], rightGlued}} {
		for i, row := range e.rows {
			if (row.needs&glued != 0) != (i < e.glued) {
				t.Errorf("%q: row %d stands on the wrong side of %d", row.example, i, e.glued)
			}
		}
	}
}

// readMarked reads the amount that stands in brackets and calls do then.
func readMarked(t *testing.T, marked string, do func(r *Reader), row *unsure) {
	t.Helper()
	before, rest, _ := strings.Cut(marked, "[")
	amount, after, _ := strings.Cut(rest, "]")
	reading(before+amount+after, func(r *Reader) {
		for i := range r.Toks {
			var m Amount
			if int(r.Toks[i].Start) < len(before) || !r.Starts(i) {
				continue
			}
			if _, _, ok := r.At(i, &m); !ok {
				continue
			}
			said := strings.HasPrefix(m.Refused, row.reason) && (m.Refused == row.reason) == (row.quotes == 0)
			if got := m.In(r.Text); got != amount || !said {
				t.Errorf("%q: %q is refused as %q, not %q as %q", marked, got, m.Refused, amount, row.reason)
			}
			do(r)
			return
		}
		t.Errorf("%q: no amount", marked)
	})
}
