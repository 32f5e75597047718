// Command verifier judges a log of Cửa Ô from its public files. It was written from the formats alone, in another language and
// without a line of the house's own verifier, so that the two can be held against each other (test/conformance).
//
//	verifier audit FOLDER --policy FILE [--tsa PEM]
//	verifier anchor FILE.tsr CHECKPOINT --tsa PEM
//	verifier proof FILE --policy FILE [--leaf FILE]
//	verifier consistency OLD NEW --policy FILE --log FOLDER
//	verifier receipt FILE --producers FILE
//	verifier export FILE.zip... [--policy FILE] [--tsa PEM]
//	verifier flips FILE.zip
//	verifier read --policy FILE --producers FILE --origin TEXT   (many inputs on stdin: see read.go)
//
// One line of JSON on stdout. Exit code 0: verified, 6: not, 2: misuse.
package main

import (
	"bytes"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

type verdict struct {
	Verified bool   `json:"verified"`
	Because  string `json:"because,omitempty"`
	// First bad index; absent when there is none, or when what is wrong has no place.
	Index       *int64 `json:"index,omitempty"`
	Size        int64  `json:"size"`
	OpenIntents int    `json:"openIntents"`
}

func misuse(what string) {
	fmt.Fprintln(os.Stderr, "verifier: "+what)
	os.Exit(2)
}

func end(v verdict) {
	_ = json.NewEncoder(os.Stdout).Encode(v)
	if !v.Verified {
		os.Exit(6)
	}
	os.Exit(0)
}

func fail(err error) { end(verdict{Because: err.Error()}) }

// authorities whom the reader trusts for time; nil when none was named.
func authorities(options map[string]string) []*x509.Certificate {
	if options["tsa"] == "" {
		return nil
	}
	trusted, err := readAuthorities(read(options["tsa"]))
	if err != nil {
		misuse(options["tsa"] + ": " + err.Error())
	}
	return trusted
}

func read(file string) []byte {
	raw, err := os.ReadFile(file)
	if err != nil {
		misuse(err.Error())
	}
	return raw
}

func arguments() (string, []string, map[string]string) {
	if len(os.Args) < 2 {
		misuse("audit, proof, consistency, receipt, export or flips")
	}
	var files []string
	options := map[string]string{}
	for at := 2; at < len(os.Args); at++ {
		name, isOption := strings.CutPrefix(os.Args[at], "--")
		if !isOption {
			files = append(files, os.Args[at])
			continue
		}
		if at++; at == len(os.Args) {
			misuse("--" + name + " needs a value")
		}
		options[name] = os.Args[at]
	}
	return os.Args[1], files, options
}

func main() {
	command, files, options := arguments()
	if command == "export" && len(files) > 0 {
		var given *trustPolicy
		if file, found := options["policy"]; found {
			policy, err := parseTrustPolicy(string(read(file)))
			if err != nil {
				misuse(file + ": " + err.Error())
			}
			given = &policy
		}
		sealedExport(files, given, authorities(options))
	}
	if command == "flips" && len(files) == 1 {
		flips(read(files[0]))
	}
	if command == "anchor" && len(files) == 2 && options["tsa"] != "" {
		if _, err := judgeTimeStamp(read(files[0]), read(files[1]), authorities(options)); err != nil {
			fail(err)
		}
		end(verdict{Verified: true})
	}
	wanted := map[string]int{"audit": 1, "proof": 1, "consistency": 2, "receipt": 1}[command]
	if command != "read" && wanted == 0 || len(files) != wanted {
		misuse("audit FOLDER, proof FILE, consistency OLD NEW, receipt FILE, export FILE, or flips FILE")
	}
	if command == "receipt" {
		receipts(files[0], options["producers"])
	}
	policy, err := parseTrustPolicy(string(read(options["policy"])))
	if err != nil {
		misuse(options["policy"] + ": " + err.Error())
	}
	switch command {
	case "read":
		readMany(policy, options["producers"], options["origin"], authorities(options))
		os.Exit(0)
	case "audit":
		audit(files[0], policy, authorities(options))
	case "proof":
		proof(files[0], policy, options["leaf"])
	case "consistency":
		consistency(files[0], files[1], policy, options["log"])
	}
}

func audit(folder string, policy trustPolicy, trusted []*x509.Certificate) {
	var anchors []anchor
	if trusted != nil {
		anchors = readAnchors(folder, policy, trusted)
	}
	head, err := openTrusted(read(filepath.Join(folder, "checkpoint")), policy)
	if err != nil {
		fail(err)
	}
	report := auditLog(folder, head, trusted != nil, anchors)
	v := verdict{Verified: head.hasQuorum, Size: head.size, OpenIntents: len(report.openIntents)}
	if !head.hasQuorum {
		v.Because = fmt.Sprintf("size %d: too few witnesses of the policy have cosigned", head.size)
	}
	if len(report.findings) > 0 {
		first := report.findings[0]
		v.Verified, v.Index, v.Because = false, &first.index, fmt.Sprintf("index %d: %s", first.index, first.what)
	}
	end(v)
}

type proofFile struct {
	index int64
	path  []hash
	note  string
	// As the log put it: the leaf hash, or something that says nothing.
	extra []byte
}

const largestProof = 200_000

func parseProof(raw []byte) (proofFile, error) {
	var file proofFile
	if len(raw) > largestProof || !utf8.Valid(raw) {
		return file, fmt.Errorf("the proof is too long, or no UTF-8")
	}
	head, note, found := strings.Cut(string(raw), "\n\n")
	rows := strings.Split(head, "\n")
	if !found || rows[0] != "c2sp.org/tlog-proof@v1" {
		return file, fmt.Errorf("the proof is no tlog-proof, version 1")
	}
	rows = rows[1:]
	if len(rows) > 0 && strings.HasPrefix(rows[0], "extra ") {
		extra, ok := decodeBase64(strings.TrimPrefix(rows[0], "extra "))
		if !ok {
			return file, fmt.Errorf("the proof has malformed extra data")
		}
		file.extra, rows = extra, rows[1:]
	}
	if len(rows) == 0 || !strings.HasPrefix(rows[0], "index ") {
		return file, fmt.Errorf("the proof has no index line")
	}
	index, ok := decodeDecimal(strings.TrimPrefix(rows[0], "index "))
	if !ok || len(rows) > 64 {
		return file, fmt.Errorf("the proof has no proper index line, or more hashes than any tree needs")
	}
	file.index, file.note, file.path = index, note, make([]hash, len(rows)-1)
	for at, row := range rows[1:] {
		raw, ok := decodeBase64(row)
		if !ok || len(raw) != len(hash{}) {
			return file, fmt.Errorf("the proof has a malformed hash")
		}
		file.path[at] = hash(raw)
	}
	return file, nil
}

func proof(name string, policy trustPolicy, leafFile string) {
	file, err := parseProof(read(name))
	if err != nil {
		fail(err)
	}
	index, path, leaf, note := file.index, file.path, file.extra, file.note
	checkpoint, err := openTrusted([]byte(note), policy)
	if err != nil {
		fail(err)
	}
	if !checkpoint.hasQuorum {
		fail(fmt.Errorf("size %d: too few witnesses of the policy have cosigned this checkpoint", checkpoint.size))
	}
	var start hash
	if leafFile != "" {
		start = leafHash(bytes.TrimSuffix(read(leafFile), []byte("\n")))
	} else if len(leaf) == len(start) {
		start = hash(leaf)
	} else {
		misuse("the proof does not say whose it is: --leaf FILE")
	}
	root, ok := rootOfPath(index, checkpoint.size, start, path)
	if !ok || root != checkpoint.root {
		end(verdict{Because: fmt.Sprintf("index %d: this leaf is not the one on the log", index), Index: &index, Size: checkpoint.size})
	}
	end(verdict{Verified: true, Size: checkpoint.size})
}

// sealedExport judges one export, or with several files each of them, one line of JSON a file; the exit code is the worst.
func sealedExport(names []string, policy *trustPolicy, trusted []*x509.Certificate) {
	code := 0
	for _, name := range names {
		v := verdict{}
		count, wrong := verifyExport(read(name), policy, trusted)
		if v.Verified, v.Size = wrong == nil, count; wrong != nil {
			code, v.Because = 6, wrong.what
			if wrong.index >= 0 {
				v.Index, v.Because = &wrong.index, fmt.Sprintf("index %d: %s", wrong.index, wrong.what)
			}
		}
		_ = json.NewEncoder(os.Stdout).Encode(v)
	}
	os.Exit(code)
}

// flips changes every single bit of an export in turn and counts the changes that go unnoticed.
func flips(raw []byte) {
	unnoticed, first := 0, int64(-1)
	for bit := range 8 * len(raw) {
		raw[bit/8] ^= 1 << (bit % 8)
		if _, wrong := verifyExport(raw, nil, nil); wrong == nil {
			if unnoticed++; first < 0 {
				first = int64(bit)
			}
		}
		raw[bit/8] ^= 1 << (bit % 8)
	}
	fmt.Printf("{\"bits\":%d,\"unnoticed\":%d,\"first\":%d}\n", 8*len(raw), unnoticed, first)
	if unnoticed > 0 {
		os.Exit(6)
	}
	os.Exit(0)
}

func consistency(oldFile, newFile string, policy trustPolicy, folder string) {
	var heads [2]checkpoint
	for at, file := range []string{oldFile, newFile} {
		head, err := openTrusted(read(file), policy)
		if err != nil {
			fail(fmt.Errorf("%s: %w", file, err))
		}
		heads[at] = head
	}
	if heads[0].origin != heads[1].origin {
		fail(fmt.Errorf("the two checkpoints are of different logs"))
	}
	if heads[0].size > heads[1].size {
		fail(fmt.Errorf("the log shrank from %d to %d", heads[0].size, heads[1].size))
	}
	for _, head := range heads {
		root, err := rootFromTiles(folder, head.size)
		if err != nil {
			fail(err)
		}
		if root != head.root {
			fail(fmt.Errorf("the tiles of size %d do not lead to the root in its checkpoint", head.size))
		}
	}
	end(verdict{Verified: true, Size: heads[1].size})
}

func receipts(file, producersFile string) {
	var producers []verifierKey
	for _, line := range lines(string(read(producersFile))) {
		key, ok := parseVerifierKey(strings.TrimSpace(line))
		if !ok {
			misuse(producersFile + " holds a line that is no verifier key")
		}
		producers = append(producers, key)
	}
	count := int64(0)
	for at, line := range lines(string(read(file))) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if _, err := verifyReceipt(line, producers); err != nil {
			fail(fmt.Errorf("%s:%d: the receipt %w", file, at+1, err))
		}
		count++
	}
	end(verdict{Verified: true, Size: count})
}
