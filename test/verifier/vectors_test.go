package main

import (
	"crypto/ed25519"
	"crypto/sha3"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"filippo.io/mldsa"
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
	MlDsa struct {
		Accumulated struct {
			Count    int
			Shake128 string
		}
		Vkey, Note string
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

// Its cosigner states no time, and bears the name of the log.
func TestPublicMLDSACosignature(t *testing.T) {
	v := public(t).MlDsa
	key, ok := parseVerifierKey(v.Vkey)
	if !ok || key.kind != typeMLDSA {
		t.Fatal("the public key is not read")
	}
	holds := func(note string) bool {
		text, signatures, err := parseNote([]byte(note))
		if err != nil || len(signatures) != 1 || signatures[0].id != key.id {
			t.Fatal(err, signatures)
		}
		head, err := parseCheckpoint(text)
		if err != nil {
			t.Fatal(err)
		}
		seconds, ok := checkSignature(key, signatures[0].raw, text, head)
		return ok && seconds == 0
	}
	if !holds(v.Note) {
		t.Error("the public cosignature does not hold")
	}
	if holds(strings.Replace(v.Note, "\n1\n", "\n2\n", 1)) {
		t.Error("it holds over another size")
	}
}

func TestAccumulatedMLDSA(t *testing.T) {
	v := public(t).MlDsa.Accumulated
	seeds, all := sha3.NewSHAKE128(), sha3.NewSHAKE128()
	for range v.Count {
		seed := make([]byte, mldsa.PrivateKeySize)
		_, _ = seeds.Read(seed)
		private, err := mldsa.NewPrivateKey(mldsa.MLDSA44(), seed)
		if err != nil {
			t.Fatal(err)
		}
		signature, err := private.SignDeterministic(nil, &mldsa.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = all.Write(private.PublicKey().Bytes())
		_, _ = all.Write(signature)
	}
	sum := make([]byte, 32)
	if _, _ = all.Read(sum); hex.EncodeToString(sum) != v.Shake128 {
		t.Errorf("%x is not the public sum", sum)
	}
}
