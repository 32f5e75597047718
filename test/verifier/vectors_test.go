package main

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// Public facts that every verifier of the house is held to; the file says where they are from.
type vectors struct {
	Tree struct {
		Entries   []string
		Roots     []string
		Inclusion []struct {
			Index, Size int64
			Path        []string
		}
	}
	Note struct {
		Text  string
		Keys  []string
		Peter string
		Enoch string
	}
	Canonical struct {
		Texts []struct{ From, To string }
	}
}

func public(t *testing.T) vectors {
	raw, err := os.ReadFile("../conformance/public-vectors.json")
	var v vectors
	if err == nil {
		err = json.Unmarshal(raw, &v)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func unhex(text string) []byte {
	raw, _ := hex.DecodeString(text)
	return raw
}

func TestReferenceTree(t *testing.T) {
	v := public(t).Tree
	var tree growing
	for at, entry := range v.Entries {
		tree.add(leafHash(unhex(entry)))
		if root := tree.root(); hex.EncodeToString(root[:]) != v.Roots[at] {
			t.Errorf("root of %d entries is %x", at+1, root)
		}
	}
	for _, each := range v.Inclusion {
		path := make([]hash, len(each.Path))
		for at, text := range each.Path {
			path[at] = hash(unhex(text))
		}
		leaf := leafHash(unhex(v.Entries[each.Index]))
		root, ok := rootOfPath(each.Index, each.Size, leaf, path)
		if !ok || hex.EncodeToString(root[:]) != v.Roots[each.Size-1] {
			t.Errorf("inclusion of %d in %d does not hold", each.Index, each.Size)
		}
		if _, ok := rootOfPath(each.Index, each.Size, leaf, append(path, leaf)); ok {
			t.Errorf("inclusion of %d in %d holds with a hash too many", each.Index, each.Size)
		}
	}
}

func TestPublicNote(t *testing.T) {
	v := public(t).Note
	key, ok := parseVerifierKey(v.Keys[0])
	if !ok {
		t.Fatal("the public key is not read")
	}
	text, signatures, err := parseNote([]byte(v.Text + "\n" + v.Peter + v.Enoch))
	if err != nil || len(signatures) != 2 {
		t.Fatal(err, signatures)
	}
	if !ed25519.Verify(key.public, []byte(text), signatures[0].raw) || signatures[0].id != key.id {
		t.Error("the public signature does not hold")
	}
	if ed25519.Verify(key.public, []byte(text+"\n"), signatures[0].raw) {
		t.Error("it holds over another text")
	}
}

// The verifier's JSON has no fractions, which leaves of the log never have: the first text of the RFC is beyond it and must be refused.
func TestCanonicalTexts(t *testing.T) {
	for at, each := range public(t).Canonical.Texts {
		decoder := json.NewDecoder(strings.NewReader(each.From))
		decoder.UseNumber()
		var value any
		if err := decoder.Decode(&value); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		ok := writeCanonical(&out, value)
		written := out.String()
		if at == 0 && ok {
			t.Error("fractions are written")
		}
		if at > 0 && (!ok || written != each.To) {
			t.Errorf("%q is written %q", each.From, written)
		}
	}
}
