package main

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"time"
)

// The whole log rebuilt from its entry bundles: hashes against tiles and root, and what the entries say about each other.

type finding struct {
	index int64
	what  string
}

const (
	enough = 100
	slack  = 5 * time.Minute
)

var (
	opens  = regexp.MustCompile(`\.(open|intent)$`)
	closes = regexp.MustCompile(`\.(close|done|failed)$`)
)

type chainHead struct {
	pseq int64
	hash hash
}

type auditor struct {
	findings    []finding
	ids         map[string]bool
	chains      map[string]chainHead
	openIntents map[string]int64
	latest      time.Time
	heartbeats  int
	// Whether the reader trusts somebody for time; then the anchors of the folder.
	asked   bool
	anchors []anchor
	told    []toldAnchor
}

func (a *auditor) say(index int64, format string, words ...any) {
	a.findings = append(a.findings, finding{index, fmt.Sprintf(format, words...)})
}

func auditLog(folder string, head checkpoint, asked bool, anchors []anchor) *auditor {
	a := &auditor{asked: asked, anchors: anchors, ids: map[string]bool{}, chains: map[string]chainHead{}, openIntents: map[string]int64{}}
	var tree growing
	var hashes []hash
	var latest []time.Time
	bent := false
	for tile := int64(0); tile*tileWidth < head.size && len(a.findings) < enough; tile++ {
		first := tile * tileWidth
		width := int(min(tileWidth, head.size-first))
		entries, ok := readEntries(folder, tile, width)
		if !ok {
			a.say(first, "%s is missing or malformed", tilePath("entries", tile))
			break
		}
		stored, ok := readHashes(folder, 0, tile, width)
		if !ok {
			a.say(first, "%s is missing or malformed", tilePath("0", tile))
		}
		for at, entry := range entries {
			own := leafHash(entry)
			if ok && own != stored[at] {
				bent = true
				a.say(first+int64(at), "the entry does not hash to its place in the tile")
			}
			tree.add(own)
			hashes = append(hashes, own)
			facts, err := readLeaf(entry, head.origin)
			if err != nil {
				a.say(first+int64(at), "the entry %v", err)
			} else {
				a.tell(first+int64(at), facts, own)
				if facts.kind == "log.anchor" && facts.outcome == "done" {
					a.told = append(a.told, readToldAnchor(first+int64(at), facts.at, entry))
				}
			}
			latest = append(latest, a.latest)
		}
	}
	// What follows from a bent entry by itself is not told: it would hide the entry's index.
	if !bent && len(a.findings) < enough && tree.size == head.size {
		a.checkUpperTiles(folder, hashes)
		if root := tree.root(); root != head.root {
			a.say(0, "the entries lead to root %x, the checkpoint of %d says %x", root, head.size, head.root)
		}
		a.judgeAnchors(head, hashes, func(size int64) time.Time {
			if size < 1 {
				return time.Time{}
			}
			return latest[size-1]
		})
	}
	sort.SliceStable(a.findings, func(x, y int) bool { return a.findings[x].index < a.findings[y].index })
	return a
}

// A tile of level n holds the roots of 256^n leaves each; only full ones of the level below count.
func (a *auditor) checkUpperTiles(folder string, below []hash) {
	span := int64(1)
	for level := 1; len(below) >= tileWidth; level++ {
		span *= tileWidth
		var own []hash
		for at := 0; at+tileWidth <= len(below); at += tileWidth {
			var tree growing
			for _, each := range below[at : at+tileWidth] {
				tree.add(each)
			}
			own = append(own, tree.root())
		}
		for tile := 0; tile*tileWidth < len(own); tile++ {
			part := own[tile*tileWidth : min(len(own), (tile+1)*tileWidth)]
			stored, ok := readHashes(folder, level, int64(tile), len(part))
			if !ok {
				a.say(int64(tile)*tileWidth*span, "%s is missing or malformed", tilePath(fmt.Sprint(level), int64(tile)))
				continue
			}
			for at := range part {
				if part[at] != stored[at] {
					a.say(int64(tile*tileWidth+at)*span, "%s differs from the tiles below it", tilePath(fmt.Sprint(level), int64(tile)))
				}
			}
		}
		below = own
	}
}

func (a *auditor) tell(index int64, leaf leafFacts, own hash) {
	if a.ids[leaf.id] {
		a.say(index, "entry %s stands twice on the log", leaf.id)
	}
	a.ids[leaf.id] = true
	if leaf.pseq > 0 {
		chain := leaf.producer + " (" + leaf.lane + ")"
		head, found := a.chains[chain]
		predecessor := strings.Repeat("0", 64)
		if found {
			predecessor = hex.EncodeToString(head.hash[:])
		}
		if leaf.pseq != head.pseq+1 {
			a.say(index, "%s numbers it %d, %d was due", chain, leaf.pseq, head.pseq+1)
		} else if leaf.prev != predecessor {
			a.say(index, "%s names another predecessor than its entry %d", chain, leaf.pseq-1)
		}
		a.chains[chain] = chainHead{leaf.pseq, own}
	}
	if leaf.at.Before(a.latest.Add(-slack)) {
		a.say(index, "its time lies %.0f s before an earlier entry's: a clock was set back", a.latest.Sub(leaf.at).Seconds())
	}
	if leaf.at.After(a.latest) {
		a.latest = leaf.at
	}
	if leaf.kind == "log.heartbeat" {
		a.heartbeats++
	}
	if leaf.outcome == "allowed" && opens.MatchString(leaf.kind) {
		a.openIntents[leaf.id] = index
	}
	if leaf.intent != "" && closes.MatchString(leaf.kind) {
		delete(a.openIntents, leaf.intent)
	}
}
