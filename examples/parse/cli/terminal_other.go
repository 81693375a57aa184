//go:build !(linux || darwin || freebsd)

package cli

import "os"

// windowSize knows no terminals on this system: output is plain, and $COLUMNS or
// -width say how wide.
func windowSize(*os.File) (columns int, ok bool) { return 0, false }
