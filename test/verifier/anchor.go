package main

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

// Anchors of a log: stamped checkpoints in its folder, and what its entries log.anchor say of them.

type anchor struct {
	size        int64
	head        checkpoint
	at          time.Time
	replySha256 string
	wrong       string
}

type toldAnchor struct {
	index, size                int64
	at, genTime                time.Time
	root, replySha256, genText string
	proper                     bool
}

func readAnchors(folder string, policy trustPolicy, trusted []*x509.Certificate) []anchor {
	raw, err := os.ReadFile(filepath.Join(folder, "anchors", "list"))
	if err != nil || len(raw) == 0 {
		return nil
	}
	broken := anchor{wrong: "anchors/list is malformed"}
	if raw[len(raw)-1] != '\n' {
		return []anchor{broken}
	}
	var anchors []anchor
	before := int64(0)
	for _, line := range lines(string(raw)) {
		size, ok := decodeDecimal(line)
		if !ok || size <= before {
			return append(anchors, broken)
		}
		before = size
		one := anchor{size: size}
		if err := one.open(folder, policy, trusted); err != nil {
			one.wrong = fmt.Sprintf("anchors/%d: %v", size, err)
		}
		anchors = append(anchors, one)
	}
	return anchors
}

func (a *anchor) open(folder string, policy trustPolicy, trusted []*x509.Certificate) error {
	name := filepath.Join(folder, "anchors", fmt.Sprint(a.size))
	reply, err := os.ReadFile(name + ".tsr")
	if err != nil {
		return fmt.Errorf("is listed and missing")
	}
	stamped, err := os.ReadFile(name + ".checkpoint")
	if err != nil {
		return fmt.Errorf("is listed and missing")
	}
	said, err := judgeTimeStamp(reply, stamped, trusted)
	if err != nil {
		return err
	}
	if a.head, err = openTrusted(stamped, policy); err != nil {
		return err
	}
	if a.head.size != a.size {
		return fmt.Errorf("its checkpoint is of %d entries", a.head.size)
	}
	sum := sha256.Sum256(reply)
	a.at, a.replySha256 = said.at, hex.EncodeToString(sum[:])
	return nil
}

func readToldAnchor(index int64, at time.Time, raw []byte) toldAnchor {
	told := toldAnchor{index: index, at: at}
	leaf, _ := canonicalObject(raw)
	details, _ := leaf["details"].(map[string]any)
	size, isSize := integer(details["size"])
	told.root, _ = details["root"].(string)
	told.replySha256, _ = details["replySha256"].(string)
	text, _ := details["genTime"].(string)
	genTime, err := time.Parse("2006-01-02T15:04:05.000Z", text)
	told.size, told.genTime = size, genTime
	told.proper = isSize && size >= 1 && size <= index && hex64.MatchString(told.root) && hex64.MatchString(told.replySha256) && err == nil && stamp.MatchString(text)
	return told
}

// judgeAnchors holds them against the tree; latest is the latest time under the first n entries, hashes those of all leaves.
func (a *auditor) judgeAnchors(head checkpoint, hashes []hash, latest func(size int64) time.Time) {
	roots := map[int64]hash{}
	var sizes []int64
	for _, each := range a.told {
		sizes = append(sizes, each.size)
	}
	for _, each := range a.anchors {
		sizes = append(sizes, each.size)
	}
	sort.Slice(sizes, func(x, y int) bool { return sizes[x] < sizes[y] })
	var tree growing
	for _, size := range sizes {
		if size > head.size {
			break
		}
		for tree.size < size {
			tree.add(hashes[tree.size])
		}
		roots[size] = tree.root()
	}
	bySize := map[int64]*anchor{}
	for at := range a.anchors {
		bySize[a.anchors[at].size] = &a.anchors[at]
	}
	for _, each := range a.told {
		a.judgeTold(each, roots, bySize)
	}
	for _, each := range a.anchors {
		a.judgeListed(each, head, roots, latest)
	}
}

func (a *auditor) judgeTold(told toldAnchor, roots map[int64]hash, bySize map[int64]*anchor) {
	root, found := roots[told.size]
	switch {
	case !told.proper:
		a.say(told.index, "this entry is no proper anchor")
	case !found || hex.EncodeToString(root[:]) != told.root:
		a.say(told.index, "the checkpoint of %d that it anchors has another root than the log", told.size)
	case told.at.Before(told.genTime.Add(-slack)):
		a.say(told.index, "its time lies before the time stamp that it names: a clock was set back")
	case !a.asked:
	case bySize[told.size] == nil:
		a.say(told.index, "the anchor of %d that it names is not listed", told.size)
	case bySize[told.size].wrong == "" && (bySize[told.size].replySha256 != told.replySha256 || !bySize[told.size].at.Equal(told.genTime)):
		a.say(told.index, "anchors/%d.tsr is not the time stamp that it names", told.size)
	}
}

func (a *auditor) judgeListed(one anchor, head checkpoint, roots map[int64]hash, latest func(size int64) time.Time) {
	index := max(0, min(one.size, head.size)-1)
	root, found := roots[one.size]
	switch {
	case one.wrong != "":
		a.say(index, "%s", one.wrong)
	case one.head.origin != head.origin:
		a.say(index, "anchors/%d is of another log", one.size)
	case one.size > head.size:
		a.say(index, "a checkpoint of %d entries was stamped at %s, this log has %d", one.size, one.at, head.size)
	case !found || root != one.head.root:
		a.say(index, "the first %d entries are not those that were stamped at %s: the past was rewritten", one.size, one.at)
	case latest(one.size).After(one.at.Add(slack)):
		a.say(index, "an entry under the checkpoint that was stamped at %s says that it is later", one.at)
	}
}

// verifyAnchors of an export: each stamped checkpoint is one that the export's own continues.
func verifyAnchors(files map[string][]byte, head checkpoint, policy trustPolicy, trusted []*x509.Certificate, entries []exportedEntry) *fault {
	for _, name := range sortedNames(files, "anchors/") {
		number, isReply := strings.CutSuffix(name, ".tsr")
		if !isReply {
			continue
		}
		stamped, proof := files[number+".checkpoint"], files[number+".consistency"]
		one, err := openTrusted(stamped, policy)
		if err != nil {
			return nowhere("%s: %v", number, err)
		}
		if one.origin != head.origin || one.size < 1 || fmt.Sprintf("anchors/%016d", one.size) != number {
			return nowhere("%s: its checkpoint is another one", number)
		}
		path, ok := readHashLines(proof)
		if !ok || !isConsistent(one, head, path) {
			return nowhere("%s: the export's checkpoint does not continue the one that was stamped", number)
		}
		if trusted == nil {
			continue
		}
		said, err := judgeTimeStamp(files[name], stamped, trusted)
		if err != nil {
			return nowhere("%s: %v", number, err)
		}
		for _, entry := range entries {
			if entry.index < one.size && entry.facts.at.After(said.at.Add(slack)) {
				return &fault{entry.index, "its time lies after the time stamp under which it stands"}
			}
		}
	}
	return nil
}

func readHashLines(raw []byte) ([]hash, bool) {
	var path []hash
	if len(raw) > 0 && !bytes.HasSuffix(raw, []byte("\n")) {
		return nil, false
	}
	for len(raw) > 0 {
		line, rest, _ := strings.Cut(string(raw), "\n")
		one, ok := decodeBase64(line)
		if !ok || len(one) != len(hash{}) {
			return nil, false
		}
		path, raw = append(path, hash(one)), []byte(rest)
	}
	return path, true
}
