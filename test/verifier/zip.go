package main

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"regexp"
	"sort"
)

// The zip of an export, read from its end: the directory first, then each file where the directory says it stands. Only the one form
// of the format document is accepted: stored, in the order of names, every byte of the file accounted for.

const (
	mostZipBytes = 256 << 20
	centralFixed = 46
	localFixed   = 30
	endFixed     = 22
)

var zipName = regexp.MustCompile(`^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*)*$`)

type zipFault struct {
	name string
	what string
}

func (f *zipFault) Error() string { return f.what }

// fixedFields are version needed, flags, method, time and date of every file: 2.0, none, stored, midnight of 1 January 1980.
func fixedFields(raw []byte) bool {
	want := [5]uint16{20, 0, 0, 0, 0x21}
	for at, value := range want {
		if binary.LittleEndian.Uint16(raw[2*at:]) != value {
			return false
		}
	}
	return true
}

func readZip(raw []byte) (map[string][]byte, *zipFault) {
	bad := func(format string, args ...any) (map[string][]byte, *zipFault) {
		return nil, &zipFault{what: "the zip " + fmt.Sprintf(format, args...)}
	}
	if len(raw) > mostZipBytes || len(raw) < endFixed {
		return bad("has an impossible size of %d bytes", len(raw))
	}
	u16 := func(at int) int { return int(binary.LittleEndian.Uint16(raw[at:])) }
	u32 := func(at int) int64 { return int64(binary.LittleEndian.Uint32(raw[at:])) }
	end := len(raw) - endFixed
	if u32(end) != 0x06054b50 || u16(end+4) != 0 || u16(end+6) != 0 || u16(end+8) != u16(end+10) || u16(end+20) != 0 {
		return bad("does not end as it must")
	}
	count, directorySize, directoryAt := u16(end+8), u32(end+12), u32(end+16)
	if directoryAt+directorySize != int64(end) || count == 65535 {
		return bad("has its directory elsewhere than it says")
	}
	files := map[string][]byte{}
	names := make([]string, 0, count)
	at, next := int(directoryAt), int64(0)
	for range count {
		if at+centralFixed > end || u32(at) != 0x02014b50 || u16(at+4) != 20 || !fixedFields(raw[at+6:at+16]) {
			return bad("has a directory of another kind")
		}
		crc, packed, size, nameLength := uint32(u32(at+16)), u32(at+20), u32(at+24), u16(at+28)
		for _, zero := range raw[at+30 : at+42] {
			if zero != 0 {
				return bad("has a directory of another kind")
			}
		}
		offset := u32(at + 42)
		if packed != size || offset != next || nameLength > 200 || at+centralFixed+nameLength > end {
			return bad("has a directory that leaves a gap")
		}
		name := string(raw[at+centralFixed : at+centralFixed+nameLength])
		if !zipName.MatchString(name) {
			return bad("has a name that is none of ours")
		}
		from := offset + localFixed + int64(nameLength)
		if from+size > directoryAt {
			return nil, &zipFault{name, name + " is cut off"}
		}
		local := int(offset)
		same := u32(local) == 0x04034b50 && fixedFields(raw[local+4:local+14]) && uint32(u32(local+14)) == crc && u32(local+18) == size &&
			u32(local+22) == size && u16(local+26) == nameLength && u16(local+28) == 0 && string(raw[local+localFixed:from]) == name
		if !same {
			return nil, &zipFault{what: "the zip says two things of " + name}
		}
		content := raw[from : from+size]
		if crc32.ChecksumIEEE(content) != crc {
			return nil, &zipFault{name, name + " is damaged: its CRC differs"}
		}
		if _, again := files[name]; again {
			return nil, &zipFault{name, name + " stands twice in the zip"}
		}
		files[name] = content
		names = append(names, name)
		next = from + size
		at += centralFixed + nameLength
	}
	if at != end || next != directoryAt || !sort.StringsAreSorted(names) {
		return bad("holds bytes that belong to no file, or files out of order")
	}
	return files, nil
}
