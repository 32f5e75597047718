package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"filippo.io/mldsa"
)

// C2SP signed-note, tlog-checkpoint, tlog-cosignature and tlog-policy, from their texts.

const (
	typeEd25519     = 0x01
	typeCosignature = 0x04
	typeMLDSA       = 0x06
	largestNote     = 100_000
	// A cosigned_message counts the bytes of a cosigner's name and of a log's origin in one byte.
	longestName = 255
)

type verifierKey struct {
	name string
	id   [4]byte
	kind byte
	// As encoded: 32 bytes of Ed25519, 1,312 of ML-DSA-44.
	public []byte
}

// isSameKey says whether two vkeys wrap one key, whatever they call it.
func (k verifierKey) isSameKey(other verifierKey) bool { return bytes.Equal(k.public, other.public) }

type checkpoint struct {
	origin string
	size   int64
	root   hash
	// Of the policy's witnesses, by key name, the POSIX second that each stated.
	seen      map[string]int64
	hasQuorum bool
}

var decimalForm = regexp.MustCompile(`^(0|[1-9][0-9]{0,15})$`)

func decodeBase64(text string) ([]byte, bool) {
	if strings.ContainsAny(text, "\r\n") {
		return nil, false
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(text)
	return raw, err == nil
}

func decodeDecimal(text string) (int64, bool) {
	if !decimalForm.MatchString(text) {
		return 0, false
	}
	value, err := strconv.ParseInt(text, 10, 64)
	return value, err == nil && value < 1<<53
}

// The specification forbids spaces of Unicode and the plus sign, nothing else.
func isKeyName(name string) bool {
	return name != "" && utf8.ValidString(name) && !strings.Contains(name, "+") && strings.IndexFunc(name, unicode.IsSpace) < 0
}

func parseVerifierKey(text string) (verifierKey, bool) {
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 || !isKeyName(parts[0]) || len(parts[1]) != 8 || strings.ToLower(parts[1]) != parts[1] {
		return verifierKey{}, false
	}
	id, err := hex.DecodeString(parts[1])
	typed, ok := decodeBase64(parts[2])
	if err != nil || !ok || len(typed) == 0 {
		return verifierKey{}, false
	}
	switch typed[0] {
	case typeEd25519, typeCosignature:
		if len(typed) != 1+ed25519.PublicKeySize {
			return verifierKey{}, false
		}
	case typeMLDSA:
		if len(typed) != 1+mldsa.MLDSA44PublicKeySize || len(parts[0]) > longestName {
			return verifierKey{}, false
		}
	default:
		return verifierKey{}, false
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	if !bytes.Equal(sum[:4], id) {
		return verifierKey{}, false
	}
	return verifierKey{name: parts[0], id: [4]byte(id), kind: typed[0], public: typed[1:]}, true
}

type noteSignature struct {
	name string
	id   [4]byte
	raw  []byte
}

func parseNote(raw []byte) (string, []noteSignature, error) {
	if len(raw) > largestNote || !utf8.Valid(raw) {
		return "", nil, fmt.Errorf("is too long, or not UTF-8")
	}
	for _, b := range raw {
		if b < 0x20 && b != '\n' {
			return "", nil, fmt.Errorf("holds a control character")
		}
	}
	whole := string(raw)
	blank := strings.LastIndex(whole, "\n\n")
	if blank < 0 || !strings.HasSuffix(whole, "\n") {
		return "", nil, fmt.Errorf("has no signature block")
	}
	block := whole[blank+2:]
	if block == "" {
		return "", nil, fmt.Errorf("has no signature")
	}
	lines := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
	if len(lines) > 16 {
		return "", nil, fmt.Errorf("has %d signatures, more than 16", len(lines))
	}
	var signatures []noteSignature
	for _, line := range lines {
		rest, found := strings.CutPrefix(line, "— ")
		name, encoded, two := strings.Cut(rest, " ")
		typed, ok := decodeBase64(encoded)
		if !found || !two || !isKeyName(name) || !ok || len(typed) < 5 {
			return "", nil, fmt.Errorf("has a malformed signature line")
		}
		signatures = append(signatures, noteSignature{name, [4]byte(typed[:4]), typed[4:]})
	}
	return whole[:blank+1], signatures, nil
}

func parseCheckpoint(text string) (checkpoint, error) {
	lines := strings.Split(text, "\n")
	if lines[len(lines)-1] != "" || len(lines) < 4 {
		return checkpoint{}, fmt.Errorf("is no checkpoint")
	}
	for _, line := range lines[:len(lines)-1] {
		if line == "" {
			return checkpoint{}, fmt.Errorf("is no checkpoint")
		}
	}
	size, ok := decodeDecimal(lines[1])
	if !ok {
		return checkpoint{}, fmt.Errorf("has no proper tree size")
	}
	root, ok := decodeBase64(lines[2])
	if !ok || len(root) != len(hash{}) {
		return checkpoint{}, fmt.Errorf("has no proper root hash")
	}
	return checkpoint{origin: lines[0], size: size, root: hash(root), seen: map[string]int64{}}, nil
}

// openTrusted believes a checkpoint when a log of the policy signed it; a false signature by any key of the policy condemns it.
func openTrusted(raw []byte, policy trustPolicy) (checkpoint, error) {
	text, signatures, err := parseNote(raw)
	if err != nil {
		return checkpoint{}, fmt.Errorf("the checkpoint %w", err)
	}
	head, err := parseCheckpoint(text)
	if err != nil {
		return checkpoint{}, fmt.Errorf("the note %w", err)
	}
	signedByLog := false
	members := map[string]bool{}
	for _, signature := range signatures {
		key, found := policy.key(signature)
		if !found {
			continue
		}
		seconds, ok := checkSignature(key, signature.raw, text, head)
		if !ok {
			return checkpoint{}, fmt.Errorf("the checkpoint has a false signature by %s", signature.name)
		}
		if key.kind == typeEd25519 && key.name == head.origin {
			signedByLog = true
		}
		if key.kind != typeEd25519 {
			if _, again := head.seen[key.name]; !again {
				head.seen[key.name] = int64(seconds)
			}
			members[policy.memberOf(key)] = true
		}
	}
	if !signedByLog {
		return checkpoint{}, fmt.Errorf("no trusted log signed the checkpoint of %s", head.origin)
	}
	head.hasQuorum = policy.quorum == "none" || policy.isReached(policy.quorum, members)
	return head, nil
}

// checkSignature gives the time that a cosigner stated, 0 for the log's own signature.
func checkSignature(key verifierKey, raw []byte, text string, head checkpoint) (uint64, bool) {
	if key.kind == typeEd25519 {
		return 0, len(raw) == ed25519.SignatureSize && ed25519.Verify(key.public, []byte(text), raw)
	}
	if len(raw) < 8 {
		return 0, false
	}
	seconds, proper := binary.BigEndian.Uint64(raw), raw[8:]
	if seconds > math.MaxInt64>>10 {
		return 0, false
	}
	if key.kind == typeCosignature {
		message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, text)
		return seconds, len(proper) == ed25519.SignatureSize && ed25519.Verify(key.public, []byte(message), proper)
	}
	public, err := mldsa.NewPublicKey(mldsa.MLDSA44(), key.public)
	if err != nil || len(head.origin) > longestName {
		return 0, false
	}
	return seconds, mldsa.Verify(public, cosignedMessage(key.name, seconds, head), proper, nil) == nil
}

// cosignedMessage is the cosigned_message of a whole tree, from its first leaf on.
func cosignedMessage(cosigner string, seconds uint64, head checkpoint) []byte {
	message := append([]byte("subtree/v1\n\x00"), byte(len(cosigner)))
	message = append(message, cosigner...)
	message = binary.BigEndian.AppendUint64(message, seconds)
	message = append(message, byte(len(head.origin)))
	message = append(message, head.origin...)
	message = binary.BigEndian.AppendUint64(message, 0)
	message = binary.BigEndian.AppendUint64(message, uint64(head.size))
	return append(message, head.root[:]...)
}
