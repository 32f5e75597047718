package main

import (
	"crypto/sha256"
	"math/bits"
)

// RFC 6962 §2.1, with the iterative verification of RFC 9162 §2.1.3.2 and §2.1.4.2.

type hash [sha256.Size]byte

func leafHash(leaf []byte) hash {
	return sha256.Sum256(append([]byte{0x00}, leaf...))
}

func nodeHash(left, right hash) hash {
	var whole [1 + 2*sha256.Size]byte
	whole[0] = 0x01
	copy(whole[1:], left[:])
	copy(whole[1+sha256.Size:], right[:])
	return sha256.Sum256(whole[:])
}

// growing holds the roots of the perfect subtrees of what was added, largest first.
type growing struct {
	size  int64
	roots []hash
}

func (g *growing) add(leaf hash) {
	g.roots = append(g.roots, leaf)
	g.size++
	for merges := bits.TrailingZeros64(uint64(g.size)); merges > 0; merges-- {
		last := len(g.roots) - 1
		g.roots[last-1] = nodeHash(g.roots[last-1], g.roots[last])
		g.roots = g.roots[:last]
	}
}

func (g *growing) root() hash {
	if g.size == 0 {
		return sha256.Sum256(nil)
	}
	root := g.roots[len(g.roots)-1]
	for at := len(g.roots) - 2; at >= 0; at-- {
		root = nodeHash(g.roots[at], root)
	}
	return root
}

// rootOfPath is the root that an inclusion proof leads to; false when the proof has another length than the place asks for.
func rootOfPath(index, size int64, leaf hash, path []hash) (hash, bool) {
	if index < 0 || index >= size {
		return hash{}, false
	}
	fn, sn, r := index, size-1, leaf
	for _, p := range path {
		if sn == 0 {
			return hash{}, false
		}
		if fn&1 == 1 || fn == sn {
			r = nodeHash(p, r)
			for fn&1 == 0 && fn != 0 {
				fn, sn = fn>>1, sn>>1
			}
		} else {
			r = nodeHash(r, p)
		}
		fn, sn = fn>>1, sn>>1
	}
	return r, sn == 0
}

// isConsistent says whether the path shows that the later tree continues the earlier one, which is not empty.
func isConsistent(earlier, later checkpoint, path []hash) bool {
	if earlier.size == later.size {
		return len(path) == 0 && earlier.root == later.root
	}
	if earlier.size > later.size || earlier.size < 1 {
		return false
	}
	if earlier.size&(earlier.size-1) == 0 {
		path = append([]hash{earlier.root}, path...)
	}
	if len(path) == 0 {
		return false
	}
	fn, sn := earlier.size-1, later.size-1
	for fn&1 == 1 {
		fn, sn = fn>>1, sn>>1
	}
	fr, sr := path[0], path[0]
	for _, c := range path[1:] {
		if sn == 0 {
			return false
		}
		if fn&1 == 1 || fn == sn {
			fr, sr = nodeHash(c, fr), nodeHash(c, sr)
			for fn&1 == 0 && fn != 0 {
				fn, sn = fn>>1, sn>>1
			}
		} else {
			sr = nodeHash(sr, c)
		}
		fn, sn = fn>>1, sn>>1
	}
	return sn == 0 && fr == earlier.root && sr == later.root
}
