package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// manifest.json of an export, version 1: canonical JSON in a closed schema.

type cell struct {
	parts [4]string
	count int64
}

func (c cell) name() string { return strings.Join(c.parts[:], " ") }

type claim struct {
	manifestIndex, fromIndex, toIndex int64
	cells                             []cell
}

type listedFile struct {
	sha256 string
	size   int64
}

type exportManifest struct {
	origin, intent          string
	size, entries, openings int64
	organisations, requests []string
	periodFrom, periodTo    time.Time
	query                   map[string]string
	counts                  []cell
	completeness            []claim
	files                   map[string]listedFile
	// Version 2: version 1 with anchors.
	anchored bool
}

// canonicalValue is the value that these bytes say in RFC 8785 form; false for any other bytes.
func canonicalValue(raw []byte) (any, bool) {
	if !utf8.Valid(raw) {
		return nil, false
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	if decoder.Decode(&value) != nil || decoder.More() {
		return nil, false
	}
	var out strings.Builder
	return value, writeCanonical(&out, value) && out.String() == string(raw)
}

func canonicalObject(raw []byte) (map[string]any, bool) {
	value, ok := canonicalValue(raw)
	object, isObject := value.(map[string]any)
	return object, ok && isObject
}

func hasExactly(object map[string]any, keys ...string) bool {
	if len(object) != len(keys) {
		return false
	}
	for _, key := range keys {
		if _, found := object[key]; !found {
			return false
		}
	}
	return true
}

// reader collects the first thing that is wrong.
type reader struct{ wrong bool }

func (r *reader) text(value any) string {
	text, isText := value.(string)
	if length := len(utf16.Encode([]rune(text))); !isText || length == 0 || length > 512 {
		r.wrong = true
	}
	return text
}

func (r *reader) count(value any) int64 {
	number, ok := integer(value)
	if !ok || number < 0 {
		r.wrong = true
	}
	return number
}

func (r *reader) time(value any) time.Time {
	text := r.text(value)
	at, err := time.Parse("2006-01-02T15:04:05.000Z", text)
	if err != nil || !stamp.MatchString(text) {
		r.wrong = true
	}
	return at
}

func (r *reader) list(value any) []any {
	list, isList := value.([]any)
	if !isList {
		r.wrong = true
	}
	return list
}

func (r *reader) object(value any, keys ...string) map[string]any {
	object, isObject := value.(map[string]any)
	if !isObject || (len(keys) > 0 && !hasExactly(object, keys...)) {
		r.wrong = true
		return map[string]any{}
	}
	return object
}

func (r *reader) sortedTexts(value any) []string {
	var texts []string
	for _, each := range r.list(value) {
		text := r.text(each)
		if len(texts) > 0 && !lessUTF16(texts[len(texts)-1], text) {
			r.wrong = true
		}
		texts = append(texts, text)
	}
	return texts
}

func (r *reader) cells(value any) []cell {
	var cells []cell
	for _, each := range r.list(value) {
		parts := r.list(each)
		if len(parts) != 5 {
			r.wrong = true
			return nil
		}
		one := cell{count: r.count(parts[4])}
		for at := range one.parts {
			text, isText := parts[at].(string)
			r.wrong = r.wrong || !isText
			one.parts[at] = text
		}
		before := ""
		if len(cells) > 0 {
			before = cells[len(cells)-1].name()
		}
		if one.count < 1 || !lessUTF16(before, one.name()) {
			r.wrong = true
		}
		cells = append(cells, one)
	}
	return cells
}

func readManifest(raw []byte) (exportManifest, error) {
	m := exportManifest{query: map[string]string{}, files: map[string]listedFile{}}
	value, ok := canonicalObject(raw)
	if !ok {
		return m, fmt.Errorf("is not canonical JSON")
	}
	m.anchored = value["format"] == "cuao-export/v2"
	if (value["format"] != "cuao-export/v1" && !m.anchored) || !hasExactly(value, "completeness", "counts", "entries", "files", "format", "inspection",
		"intent", "madeAt", "openings", "origin", "query", "size") {
		return m, fmt.Errorf("is of no known version")
	}
	r := &reader{}
	m.origin, m.intent = r.text(value["origin"]), r.text(value["intent"])
	m.size, m.entries, m.openings = r.count(value["size"]), r.count(value["entries"]), r.count(value["openings"])
	r.time(value["madeAt"])
	for word, each := range r.object(value["query"]) {
		m.query[word] = r.text(each)
		if word == "from" || word == "to" {
			r.time(each)
		}
	}
	papers := r.object(value["inspection"], "decisionNo", "from", "organisations", "requests", "to")
	r.text(papers["decisionNo"])
	m.periodFrom, m.periodTo = r.time(papers["from"]), r.time(papers["to"])
	m.organisations, m.requests = r.sortedTexts(papers["organisations"]), r.sortedTexts(papers["requests"])
	m.counts = r.cells(value["counts"])
	for _, each := range r.list(value["completeness"]) {
		said := r.object(each, "cells", "fromIndex", "manifestIndex", "toIndex")
		one := claim{r.count(said["manifestIndex"]), r.count(said["fromIndex"]), r.count(said["toIndex"]), r.cells(said["cells"])}
		if last := len(m.completeness); one.fromIndex > one.toIndex || (last > 0 && one.manifestIndex <= m.completeness[last-1].manifestIndex) {
			r.wrong = true
		}
		m.completeness = append(m.completeness, one)
	}
	for _, each := range r.list(value["files"]) {
		said := r.object(each, "name", "sha256", "size")
		name, one := r.text(said["name"]), listedFile{r.text(said["sha256"]), r.count(said["size"])}
		if _, again := m.files[name]; again || !hex64.MatchString(one.sha256) {
			r.wrong = true
		}
		m.files[name] = one
	}
	if r.wrong {
		return m, fmt.Errorf("has a malformed part")
	}
	return m, nil
}
