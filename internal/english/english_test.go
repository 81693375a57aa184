package english

import (
	"os"
	"reflect"
	"testing"

	"example.com/funding/internal/lexicon"
)

// The rows make the same lexicon at run time as the generator has printed.
func TestTables(t *testing.T) {
	l, err := lexicon.New(os.DirFS("data"))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(l, lexicon.Of(&tables)) {
		t.Error("tables.go is not what the data files say: go generate ./internal/english")
	}
}
