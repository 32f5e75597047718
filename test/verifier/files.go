package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// C2SP tlog-tiles, read from a folder of plain files.

const tileWidth = 256

func tilePath(level string, index int64) string {
	digits := fmt.Sprintf("%03d", index%1000)
	for index /= 1000; index > 0; index /= 1000 {
		digits = fmt.Sprintf("x%03d/%s", index%1000, digits)
	}
	return "tile/" + level + "/" + digits
}

// A full tile may stand in for a partial one.
func readTile(folder, level string, index int64, width int) (raw []byte, wider bool, ok bool) {
	full := filepath.Join(folder, tilePath(level, index))
	exact := full
	if width < tileWidth {
		exact = fmt.Sprintf("%s.p/%d", full, width)
	}
	if raw, err := os.ReadFile(exact); err == nil {
		return raw, false, true
	}
	if width < tileWidth {
		if raw, err := os.ReadFile(full); err == nil {
			return raw, true, true
		}
	}
	return nil, false, false
}

func readHashes(folder string, level int, index int64, width int) ([]hash, bool) {
	raw, wider, ok := readTile(folder, fmt.Sprint(level), index, width)
	wanted := width * len(hash{})
	if !ok || len(raw) < wanted || (!wider && len(raw) != wanted) {
		return nil, false
	}
	hashes := make([]hash, width)
	for at := range hashes {
		copy(hashes[at][:], raw[at*len(hash{}):])
	}
	return hashes, true
}

func decodeBundle(raw []byte) ([][]byte, bool) {
	var entries [][]byte
	for len(raw) > 0 {
		if len(raw) < 2 || len(entries) == tileWidth {
			return nil, false
		}
		length := int(raw[0])<<8 | int(raw[1])
		if len(raw) < 2+length {
			return nil, false
		}
		entries, raw = append(entries, raw[2:2+length]), raw[2+length:]
	}
	return entries, true
}

func readEntries(folder string, index int64, width int) ([][]byte, bool) {
	raw, wider, ok := readTile(folder, "entries", index, width)
	if !ok {
		return nil, false
	}
	entries, ok := decodeBundle(raw)
	if !ok {
		return nil, false
	}
	if len(entries) < width || (!wider && len(entries) != width) {
		return nil, false
	}
	return entries[:width], true
}

// rootFromTiles rebuilds the root of the first leaves from the leaf tiles alone.
func rootFromTiles(folder string, size int64) (hash, error) {
	var tree growing
	for tile := int64(0); tile*tileWidth < size; tile++ {
		width := int(min(tileWidth, size-tile*tileWidth))
		hashes, ok := readHashes(folder, 0, tile, width)
		if !ok {
			return hash{}, fmt.Errorf("index %d: %s is missing or malformed", tile*tileWidth, tilePath("0", tile))
		}
		for _, each := range hashes {
			tree.add(each)
		}
	}
	return tree.root(), nil
}

func lines(text string) []string {
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}
