package main

import (
	"bytes"
	"fmt"
	"math/big"
	"strings"
)

// X.690 DER as time stamps need it: one element, strict to its leaves.

type element struct {
	tag            byte
	content, whole []byte
	parts          []element
}

const (
	tagBoolean, tagInteger, tagBits, tagOctets, tagNull, tagOID = 1, 2, 3, 4, 5, 6
	tagUTCTime, tagTime, tagSequence, tagSet                    = 0x17, 0x18, 0x30, 0x31
)

func decodeDER(raw []byte) (element, bool) {
	one, rest, ok := nextElement(raw, 1)
	return one, ok && len(rest) == 0
}

func nextElement(raw []byte, depth int) (one element, rest []byte, ok bool) {
	if len(raw) < 2 || depth > 32 || raw[0] == 0 || raw[0]&0x1f == 0x1f {
		return one, nil, false
	}
	length, at := int64(raw[1]), 2
	if length >= 0x80 {
		count := int(length & 0x7f)
		if count < 1 || count > 4 || len(raw) < 2+count || raw[2] == 0 {
			return one, nil, false
		}
		length = 0
		for _, each := range raw[2 : 2+count] {
			length = length<<8 | int64(each)
		}
		if length < 0x80 {
			return one, nil, false
		}
		at += count
	}
	if int64(len(raw)-at) < length {
		return one, nil, false
	}
	end := at + int(length)
	one = element{tag: raw[0], content: raw[at:end], whole: raw[:end]}
	universal := one.tag < 0x40
	if one.tag&0x20 == 0 {
		return one, raw[end:], !universal || isPrimitive(one.tag, one.content)
	}
	if universal && one.tag != tagSequence && one.tag != tagSet {
		return one, nil, false
	}
	for inner := one.content; len(inner) > 0; {
		var part element
		if part, inner, ok = nextElement(inner, depth+1); !ok {
			return one, nil, false
		}
		one.parts = append(one.parts, part)
	}
	return one, raw[end:], true
}

func isPrimitive(tag byte, content []byte) bool {
	switch tag {
	case tagBoolean:
		return len(content) == 1 && (content[0] == 0 || content[0] == 0xff)
	case tagInteger:
		if len(content) < 2 {
			return len(content) == 1
		}
		negative := content[1]&0x80 != 0
		return !(content[0] == 0 && !negative) && !(content[0] == 0xff && negative)
	case tagNull:
		return len(content) == 0
	case tagOID:
		if len(content) == 0 || len(content) > 64 || content[len(content)-1]&0x80 != 0 {
			return false
		}
		for at, each := range content {
			if each == 0x80 && (at == 0 || content[at-1]&0x80 == 0) {
				return false
			}
		}
		return true
	}
	return tag != 0x10 && tag != 0x11
}

func (e element) is(tag byte, content ...byte) bool {
	return e.tag == tag && bytes.Equal(e.content, content)
}

// shape takes the parts of an element: the needed tags in their order, then some of the optional ones in theirs, and nothing else.
func (e element) shape(tag byte, needed []byte, optional ...byte) ([]*element, bool) {
	if e.tag != tag || len(e.parts) < len(needed) {
		return nil, false
	}
	found := make([]*element, len(needed)+len(optional))
	for at, wanted := range needed {
		if e.parts[at].tag != wanted {
			return nil, false
		}
		found[at] = &e.parts[at]
	}
	at := len(needed)
	for place, wanted := range optional {
		if at < len(e.parts) && e.parts[at].tag == wanted {
			found[len(needed)+place] = &e.parts[at]
			at++
		}
	}
	return found, at == len(e.parts)
}

func (e element) oid() string {
	var arcs []string
	arc := new(big.Int)
	for _, each := range e.content {
		arc.Or(arc.Lsh(arc, 7), big.NewInt(int64(each&0x7f)))
		if each&0x80 != 0 {
			continue
		}
		if len(arcs) == 0 {
			top := int64(2)
			if arc.Cmp(big.NewInt(80)) < 0 {
				top = arc.Int64() / 40
			}
			arcs = append(arcs, fmt.Sprint(top))
			arc.Sub(arc, big.NewInt(40*top))
		}
		arcs = append(arcs, arc.String())
		arc = new(big.Int)
	}
	return strings.Join(arcs, ".")
}
