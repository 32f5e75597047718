package main

import (
	"bufio"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode/utf8"
)

// readMany reads lines "<form> <base64>" from stdin and says of each what it means, or "-" where it is refused: so that readers of
// different makes can be held against each other on many inputs.
func readMany(policy trustPolicy, producersFile, origin string, trusted []*x509.Certificate) {
	var producers []verifierKey
	for _, line := range lines(string(read(producersFile))) {
		key, ok := parseVerifierKey(line)
		if !ok {
			misuse(producersFile + " holds a line that is no verifier key")
		}
		producers = append(producers, key)
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 64<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		form, encoded, _ := strings.Cut(in.Text(), " ")
		raw, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil {
			misuse("a line is no base64")
		}
		meaning, err := meaningOf(form, raw, policy, producers, origin, trusted)
		if err != nil {
			meaning = "-"
		}
		fmt.Fprintln(out, meaning)
	}
}

func meaningOf(form string, raw []byte, policy trustPolicy, producers []verifierKey, origin string, trusted []*x509.Certificate) (string, error) {
	refused := fmt.Errorf("refused")
	switch form {
	case "checkpoint":
		if !utf8.Valid(raw) {
			return "", refused
		}
		head, err := parseCheckpoint(string(raw))
		return fmt.Sprintf("%d %x", head.size, head.root), err
	case "note":
		text, signatures, err := parseNote(raw)
		var said []string
		for _, each := range signatures {
			said = append(said, hex.EncodeToString(append(each.id[:], each.raw...)))
		}
		return fmt.Sprintf("%x %s", text, strings.Join(said, ",")), err
	case "cosignature":
		head, err := openTrusted(raw, policy)
		var said []string
		for _, seconds := range head.seen {
			said = append(said, fmt.Sprint(seconds))
		}
		sort.Strings(said)
		return fmt.Sprintf("%d %x %s", head.size, head.root, strings.Join(said, ",")), err
	case "vkey":
		if _, ok := parseVerifierKey(string(raw)); !ok {
			return "", refused
		}
		return string(raw), nil
	case "proof":
		file, err := parseProof(raw)
		if err != nil {
			return "", err
		}
		var path []string
		for _, each := range file.path {
			path = append(path, hex.EncodeToString(each[:]))
		}
		leaf := ""
		if len(file.extra) == len(hash{}) {
			leaf = hex.EncodeToString(file.extra)
		}
		return fmt.Sprintf("%d %s %s", file.index, strings.Join(path, ","), leaf), nil
	case "bundle":
		entries, ok := decodeBundle(raw)
		if !ok {
			return "", refused
		}
		var lengths []string
		for _, each := range entries {
			lengths = append(lengths, fmt.Sprint(len(each)))
		}
		return strings.Join(lengths, ","), nil
	case "receipt":
		r, err := verifyReceipt(string(raw), producers)
		return r.Entry + " " + r.LeafHash, err
	case "leaf":
		leaf, err := readLeaf(raw, origin)
		return leaf.id + " " + leaf.kind, err
	case "timestamp":
		said, err := judgeTimeStamp(raw, nil, trusted)
		return fmt.Sprintf("%d %s %s", said.at.UnixMilli(), said.policy, said.serial), err
	case "policy":
		if !utf8.Valid(raw) {
			return "", refused
		}
		p, err := parseTrustPolicy(string(raw))
		return fmt.Sprintf("%d %d %d %s", len(p.logs), len(p.witnesses), len(p.groups), p.quorum), err
	}
	misuse("no form " + form)
	return "", nil
}
