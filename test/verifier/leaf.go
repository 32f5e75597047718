package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Entries: RFC 8785 canonical JSON in a closed schema, version 1; version 2 takes codes of law with a stroke or a đ as basis.

type leafFacts struct {
	id, kind, producer, lane, prev, outcome, intent string
	at                                              time.Time
	pseq                                            int64
}

func form(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)$`) }

const uuid = `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`

var (
	hex64     = form(`[0-9a-f]{64}`)
	code      = form(`[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}`)
	lawCode   = form(`[A-Za-zĐđ0-9][A-Za-zĐđ0-9_.:/-]{0,63}`)
	stamp     = form(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`)
	logOrigin = form(`[a-z0-9][a-z0-9.-]*(/[A-Za-z0-9._-]+)*`)
	plainName = form(`[a-z][a-z0-9-]{0,62}`)
	word      = form(`[a-z][a-z_]{0,39}`)
	textForms = map[string]*regexp.Regexp{
		"at": stamp, "basis": code, "decision": form("dec_" + uuid), "facts": hex64, "grant": form("grt_" + uuid), "id": form("ent_" + uuid),
		"intent": form("ent_" + uuid), "lane": form("n[1-9]"), "log": logOrigin, "org": code, "outcome": form("allowed|refused|done|failed"),
		"playback": form("pls_" + uuid), "policy": hex64, "prev": hex64, "process": plainName, "producer": plainName, "purpose": code,
		"request": form("req_" + uuid), "role": word, "t": form(`[a-z][a-z_]*(\.[a-z][a-z_]*)+`),
	}
	resourceForms = map[string]*regexp.Regexp{"kind": word, "id": code, "from": stamp, "to": stamp}
	ruleForm      = form(`[A-Za-z0-9_.-]{1,40}`)
	detailName    = form(`[a-z][A-Za-z0-9]{0,39}`)
	integerForm   = form(`0|-?[1-9][0-9]{0,15}`)
)

func readLeaf(raw []byte, origin string) (leafFacts, error) {
	var facts leafFacts
	if len(raw) > 8192 {
		return facts, fmt.Errorf("has %d bytes, more than 8192", len(raw))
	}
	if !utf8.Valid(raw) {
		return facts, fmt.Errorf("is not UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value map[string]any
	if err := decoder.Decode(&value); err != nil {
		return facts, fmt.Errorf("is not JSON")
	}
	var canonical strings.Builder
	if !writeCanonical(&canonical, value) || canonical.String() != string(raw) || !norm.NFC.IsNormal(raw) {
		return facts, fmt.Errorf("is not canonical JSON")
	}
	version := value["v"]
	if version != json.Number("1") && version != json.Number("2") {
		return facts, fmt.Errorf("is of an unknown version")
	}
	for key, item := range value {
		basis, isText := item.(string)
		lawful := key == "basis" && version == json.Number("2") && isText && lawCode.MatchString(basis)
		if !lawful && !isRight(key, item) {
			return facts, fmt.Errorf("has an unknown or malformed field")
		}
	}
	text := func(key string) string { found, _ := value[key].(string); return found }
	for _, key := range []string{"id", "t", "at", "producer", "outcome"} {
		if text(key) == "" {
			return facts, fmt.Errorf("lacks a field that every entry has")
		}
	}
	if text("log") != origin {
		return facts, fmt.Errorf("belongs to another log")
	}
	number, numbered := value["pseq"].(json.Number)
	if numbered != (text("prev") != "") || numbered != (text("lane") != "") {
		return facts, fmt.Errorf("has a number without lane and predecessor, or the reverse")
	}
	at, err := time.Parse("2006-01-02T15:04:05.000Z", text("at"))
	if err != nil {
		return facts, fmt.Errorf("has a time that does not exist")
	}
	facts = leafFacts{id: text("id"), kind: text("t"), at: at, producer: text("producer"), lane: text("lane"), prev: text("prev"), outcome: text("outcome"), intent: text("intent")}
	if numbered {
		facts.pseq, _ = number.Int64()
	}
	return facts, nil
}

func isRight(key string, item any) bool {
	if pattern, known := textForms[key]; known {
		text, isText := item.(string)
		return isText && pattern.MatchString(text) && (pattern != stamp || isTime(text))
	}
	switch key {
	case "v":
		return true
	case "actor", "case", "net", "session":
		commitment, isObject := item.(map[string]any)
		c, isText := commitment["c"].(string)
		return isObject && isText && len(commitment) == 1 && hex64.MatchString(c)
	case "pseq":
		value, ok := integer(item)
		return ok && value > 0
	case "rules":
		rules, isList := item.([]any)
		for _, each := range rules {
			rule, isText := each.(string)
			if !isText || !ruleForm.MatchString(rule) {
				return false
			}
		}
		return isList && len(rules) > 0 && len(rules) <= 64
	case "resource":
		parts, isObject := item.(map[string]any)
		for part, each := range parts {
			pattern, known := resourceForms[part]
			text, isText := each.(string)
			if !known || !isText || !pattern.MatchString(text) || (pattern == stamp && !isTime(text)) {
				return false
			}
		}
		_, hasKind := parts["kind"]
		return isObject && hasKind
	case "details":
		parts, isObject := item.(map[string]any)
		for part, each := range parts {
			if !detailName.MatchString(part) || !isPlain(each) {
				return false
			}
		}
		return isObject && len(parts) > 0 && len(parts) <= 32
	}
	return false
}

func isTime(text string) bool {
	at, err := time.Parse("2006-01-02T15:04:05.000Z", text)
	return err == nil && at.Format("2006-01-02T15:04:05.000Z") == text
}

// Control and direction characters, which no text on the log holds.
func isForbidden(r rune) bool {
	return r < 0x20 || r == 0x7f || (r >= 0x200b && r <= 0x200f) || (r >= 0x202a && r <= 0x202e) || (r >= 0x2060 && r <= 0x2069) || r == 0xfeff
}

func integer(item any) (int64, bool) {
	number, isNumber := item.(json.Number)
	if !isNumber || !integerForm.MatchString(string(number)) {
		return 0, false
	}
	value, err := number.Int64()
	return value, err == nil && value < 1<<53 && value > -(1<<53)
}

func isPlain(item any) bool {
	switch value := item.(type) {
	case bool:
		return true
	case string:
		return len(utf16.Encode([]rune(value))) <= 512 && strings.IndexFunc(value, isForbidden) < 0
	}
	_, ok := integer(item)
	return ok
}

// writeCanonical is RFC 8785 for values without fractions; false where the schema allows no such value anyway.
func writeCanonical(out *strings.Builder, value any) bool {
	switch v := value.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		sort.Slice(keys, func(a, b int) bool { return lessUTF16(keys[a], keys[b]) })
		out.WriteByte('{')
		for at, key := range keys {
			if at > 0 {
				out.WriteByte(',')
			}
			writeText(out, key)
			out.WriteByte(':')
			if !writeCanonical(out, v[key]) {
				return false
			}
		}
		out.WriteByte('}')
	case []any:
		out.WriteByte('[')
		for at, each := range v {
			if at > 0 {
				out.WriteByte(',')
			}
			if !writeCanonical(out, each) {
				return false
			}
		}
		out.WriteByte(']')
	case string:
		writeText(out, v)
	case bool:
		fmt.Fprintf(out, "%t", v)
	case json.Number:
		if _, ok := integer(v); !ok {
			return false
		}
		out.WriteString(string(v))
	default:
		return false
	}
	return true
}

func lessUTF16(a, b string) bool {
	left, right := utf16.Encode([]rune(a)), utf16.Encode([]rune(b))
	for at := 0; at < len(left) && at < len(right); at++ {
		if left[at] != right[at] {
			return left[at] < right[at]
		}
	}
	return len(left) < len(right)
}

func writeText(out *strings.Builder, text string) {
	short := map[rune]string{'"': `\"`, '\\': `\\`, '\b': `\b`, '\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`}
	out.WriteByte('"')
	for _, r := range text {
		if escaped, found := short[r]; found {
			out.WriteString(escaped)
		} else if r < 0x20 {
			fmt.Fprintf(out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
}
