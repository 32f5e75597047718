package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

// A sealed export, cuao-export/v1: every file as listed, every entry on the log, within its papers and its query, every opening what was
// committed to, every stretch that is claimed to be complete held against the log's own manifest.

type fault struct {
	// Negative where what is wrong has no place on the log.
	index int64
	what  string
}

func (f *fault) Error() string { return f.what }

func nowhere(format string, args ...any) *fault { return &fault{-1, fmt.Sprintf(format, args...)} }

type exportedEntry struct {
	index int64
	facts leafFacts
	leaf  map[string]any
}

var (
	numberedName = regexp.MustCompile(`^(entries|proofs|manifests)/(\d{16})\.`)
	anchorName   = regexp.MustCompile(`^(anchors/\d{16})\.(checkpoint|consistency|tsr)$`)
	ownNames     = regexp.MustCompile(`^((entries|manifests)/\d{16}\.json|manifests/\d{16}\.cells\.json|proofs/\d{16}\.tlog-proof)$`)
	fixedNames   = []string{"README.md", "checkpoint", "leaf.schema.json", "openings.jsonl", "policy"}
	cellQuery    = []string{"organisationCode", "type", "outcome", "from", "to"}
)

func indexOfName(name string) int64 {
	found := numberedName.FindStringSubmatch(name)
	if found == nil {
		return -1
	}
	index, _ := strconv.ParseInt(found[2], 10, 64)
	return index
}

func sortedNames(files map[string][]byte, prefix string) []string {
	var names []string
	for name := range files {
		if strings.HasPrefix(name, prefix) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

func verifyExport(raw []byte, given *trustPolicy, trusted []*x509.Certificate) (int64, *fault) {
	files, broken := readZip(raw)
	if broken != nil {
		return 0, &fault{indexOfName(broken.name), broken.what}
	}
	text, found := files["manifest.json"]
	if !found {
		return 0, nowhere("the zip holds no manifest.json: it is no export")
	}
	manifest, err := readManifest(text)
	if err != nil {
		return 0, nowhere("manifest.json %v", err)
	}
	if wrong := listedFault(files, manifest); wrong != nil {
		return 0, wrong
	}
	policy := given
	if policy == nil {
		within, err := parseTrustPolicy(string(files["policy"]))
		if err != nil {
			return 0, nowhere("policy: %v", err)
		}
		policy = &within
	}
	head, err := openTrusted(files["checkpoint"], *policy)
	switch {
	case err != nil:
		return 0, nowhere("%v", err)
	case head.origin != manifest.origin || head.size != manifest.size:
		return 0, nowhere("the checkpoint is not the one that manifest.json names")
	case !head.hasQuorum:
		return 0, nowhere("size %d: too few witnesses of the policy have cosigned this checkpoint", head.size)
	}
	entries, wrong := judgeEntries(files, manifest, head)
	if wrong != nil {
		return 0, wrong
	}
	if wrong := judgeClaims(files, manifest, head, entries); wrong != nil {
		return 0, wrong
	}
	return int64(len(entries)), verifyAnchors(files, head, *policy, trusted, entries)
}

func listedFault(files map[string][]byte, manifest exportManifest) *fault {
	var worst *fault
	say := func(name, what string) {
		if index := indexOfName(name); worst == nil || index < worst.index {
			worst = &fault{index, name + " " + what}
		}
	}
	for _, name := range fixedNames {
		if _, found := files[name]; !found {
			say(name, "is missing")
		}
	}
	for name := range manifest.files {
		if _, found := files[name]; !found {
			say(name, "is listed and missing")
		}
	}
	for name, content := range files {
		if name == "manifest.json" {
			continue
		}
		listed, found := manifest.files[name]
		sum := sha256.Sum256(content)
		if !found || listed.size != int64(len(content)) || listed.sha256 != hex.EncodeToString(sum[:]) {
			say(name, "is not the file that manifest.json lists")
		}
		if !slices.Contains(fixedNames, name) && !belongs(name, files, manifest.anchored) {
			say(name, "belongs to nothing in the export")
		}
	}
	if manifest.anchored && len(sortedNames(files, "anchors/")) == 0 && worst == nil {
		worst = nowhere("manifest.json is of version 2, and no anchor is here")
	}
	return worst
}

func belongs(name string, files map[string][]byte, anchored bool) bool {
	if found := anchorName.FindStringSubmatch(name); found != nil {
		whole := anchored
		for _, part := range []string{"checkpoint", "consistency", "tsr"} {
			_, here := files[found[1]+"."+part]
			whole = whole && here
		}
		return whole
	}
	if !ownNames.MatchString(name) {
		return false
	}
	number := numberedName.FindStringSubmatch(name)[2]
	_, isEntry := files["entries/"+number+".json"]
	_, isManifest := files["manifests/"+number+".json"]
	switch {
	case strings.HasPrefix(name, "proofs/"):
		return isEntry || isManifest
	case strings.HasSuffix(name, ".cells.json"):
		return isManifest
	}
	return true
}

// readEntry proves one leaf of the export; papers and query are for judgeEntries.
func readEntry(files map[string][]byte, name string, head checkpoint) (exportedEntry, error) {
	entry := exportedEntry{index: indexOfName(name)}
	raw := files[name]
	facts, err := readLeaf(raw, head.origin)
	if err != nil {
		return entry, fmt.Errorf("the entry %w", err)
	}
	entry.facts = facts
	entry.leaf, _ = canonicalObject(raw)
	proof, err := parseProof(files[fmt.Sprintf("proofs/%016d.tlog-proof", entry.index)])
	if err != nil {
		return entry, err
	}
	start := leafHash(raw)
	if proof.index != entry.index || proof.note != string(files["checkpoint"]) {
		return entry, fmt.Errorf("its proof is of another place, or under another checkpoint")
	}
	if len(proof.extra) == len(start) && hash(proof.extra) != start {
		return entry, fmt.Errorf("its proof names another leaf hash")
	}
	root, ok := rootOfPath(entry.index, head.size, start, proof.path)
	if !ok || root != head.root {
		return entry, fmt.Errorf("this entry is not the one on the log")
	}
	return entry, nil
}

func judgeEntries(files map[string][]byte, manifest exportManifest, head checkpoint) ([]exportedEntry, *fault) {
	openings, err := readOpenings(files["openings.jsonl"])
	if err != nil {
		return nil, nowhere("openings.jsonl %v", err)
	}
	if int64(len(openings)) != manifest.openings {
		return nil, nowhere("manifest.json promises %d openings, %d are here", manifest.openings, len(openings))
	}
	var entries []exportedEntry
	ids := map[string]bool{}
	for _, name := range sortedNames(files, "entries/") {
		entry, err := readEntry(files, name, head)
		if err == nil {
			err = strays(entry, manifest)
		}
		if opened, found := openings[entry.index]; found && err == nil {
			err = judgeOpening(opened, entry, manifest)
			delete(openings, entry.index)
		}
		if err == nil && ids[entry.facts.id] {
			err = fmt.Errorf("stands twice in the export")
		}
		if err != nil {
			return nil, &fault{entry.index, err.Error()}
		}
		ids[entry.facts.id] = true
		entries = append(entries, entry)
	}
	if len(openings) > 0 {
		indexes := make([]int64, 0, len(openings))
		for index := range openings {
			indexes = append(indexes, index)
		}
		return nil, &fault{slices.Min(indexes), "something is opened of an entry that is not in the export"}
	}
	if int64(len(entries)) != manifest.entries {
		return nil, nowhere("manifest.json promises %d entries, %d are here", manifest.entries, len(entries))
	}
	if !sameCells(manifest.counts, countCells(entries, func(cell) bool { return true })) {
		return nil, nowhere("the counts of manifest.json are not those of the entries")
	}
	return entries, nil
}

func strays(entry exportedEntry, manifest exportManifest) error {
	text := func(key string) string { found, _ := entry.leaf[key].(string); return found }
	resource, _ := entry.leaf["resource"].(map[string]any)
	camera, _ := resource["id"].(string)
	if !slices.Contains(manifest.organisations, text("org")) && !slices.Contains(manifest.requests, text("request")) {
		return fmt.Errorf("its organisation is not inspected")
	}
	within := func(from, to *time.Time) bool {
		return (from == nil || !entry.facts.at.Before(*from)) && (to == nil || entry.facts.at.Before(*to))
	}
	edge := func(word string) *time.Time {
		at, err := time.Parse("2006-01-02T15:04:05.000Z", manifest.query[word])
		if err != nil {
			return nil
		}
		return &at
	}
	if !within(&manifest.periodFrom, &manifest.periodTo) || !within(edge("from"), edge("to")) {
		return fmt.Errorf("it lies outside the period")
	}
	values := map[string]string{"outcome": text("outcome"), "organisationCode": text("org"), "requestId": text("request"),
		"grantId": text("grant"), "cameraId": camera}
	for word, value := range values {
		if wanted, asked := manifest.query[word]; asked && wanted != value {
			return fmt.Errorf("its %s is another one", word)
		}
	}
	if wanted, asked := manifest.query["type"]; asked && !isType(text("t"), wanted) {
		return fmt.Errorf("its act is not %s", wanted)
	}
	// The night of the Labour Code, article 106: 22:00 until before 06:00 in Hanoi, UTC+7 all year.
	if _, asked := manifest.query["atNight"]; asked {
		if hour := entry.facts.at.UTC().Add(7 * time.Hour).Hour(); hour >= 6 && hour < 22 {
			return fmt.Errorf("it is not of the night")
		}
	}
	if _, asked := manifest.query["lacksCase"]; asked {
		_, inCase := entry.leaf["case"]
		if inCase || text("t") != "live_view.open" && text("t") != "playback.open" {
			return fmt.Errorf("it is no opening of footage without a case")
		}
	}
	if wanted := manifest.query["text"]; strings.HasPrefix(wanted, "ent_") && wanted != entry.facts.id {
		return fmt.Errorf("its id is another one")
	}
	return nil
}

func isType(kind, wanted string) bool {
	return kind == wanted || (!strings.Contains(wanted, ".") && strings.HasPrefix(kind, wanted+"."))
}

func readOpenings(raw []byte) (map[int64]map[string]any, error) {
	openings := map[int64]map[string]any{}
	if len(raw) == 0 {
		return openings, nil
	}
	text := string(raw)
	if !strings.HasSuffix(text, "\n") {
		return nil, fmt.Errorf("ends within a line")
	}
	before := int64(-1)
	for at, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		value, ok := canonicalObject([]byte(line))
		index, isIndex := integer(value["index"])
		_, isEntry := value["entry"].(string)
		if !ok || !isIndex || !isEntry || index <= before || len(value) < 3 {
			return nil, fmt.Errorf("is malformed or out of order in line %d", at+1)
		}
		before = index
		openings[index] = value
	}
	return openings, nil
}

func judgeOpening(opened map[string]any, entry exportedEntry, manifest exportManifest) error {
	if opened["entry"] != entry.facts.id {
		return fmt.Errorf("what is opened is of another entry")
	}
	organisation, _ := entry.leaf["org"].(string)
	if !slices.Contains(manifest.organisations, organisation) {
		return fmt.Errorf("something is opened outside the scope")
	}
	for part, each := range opened {
		if part == "entry" || part == "index" {
			continue
		}
		opening, isObject := each.(map[string]any)
		commitment, _ := entry.leaf[part].(map[string]any)
		c, _ := commitment["c"].(string)
		salt, _ := opening["salt"].(string)
		key, err := hex.DecodeString(salt)
		if (part != "actor" && part != "case") || !isObject || !hasExactly(opening, "salt", "value") || !hex64.MatchString(salt) || err != nil {
			return fmt.Errorf("the opening of %s is malformed or may not be here", part)
		}
		var canonical strings.Builder
		mac := hmac.New(sha256.New, key)
		if !writeCanonical(&canonical, opening["value"]) {
			return fmt.Errorf("the opening of %s is malformed", part)
		}
		mac.Write([]byte(canonical.String()))
		if hex.EncodeToString(mac.Sum(nil)) != c {
			return fmt.Errorf("the %s that is shown is not the one on the log", part)
		}
	}
	return nil
}

func countCells(entries []exportedEntry, selected func(cell) bool) []cell {
	counts := map[[4]string]int64{}
	for _, entry := range entries {
		text := func(key string) string { found, _ := entry.leaf[key].(string); return found }
		group := ""
		if resource, _ := entry.leaf["resource"].(map[string]any); resource["kind"] == "camera" {
			camera, _ := resource["id"].(string)
			sum := sha256.Sum256([]byte(camera))
			group = hex.EncodeToString(sum[:1])
		}
		counts[[4]string{text("org"), text("t"), text("outcome"), group}]++
	}
	var cells []cell
	for parts, count := range counts {
		if one := (cell{parts, count}); selected(one) {
			cells = append(cells, one)
		}
	}
	sort.Slice(cells, func(a, b int) bool { return lessUTF16(cells[a].name(), cells[b].name()) })
	return cells
}

func sameCells(a, b []cell) bool { return slices.Equal(a, b) }

func selects(manifest exportManifest) func(cell) bool {
	return func(one cell) bool {
		asks := func(word, value string) bool { wanted, asked := manifest.query[word]; return !asked || wanted == value }
		wanted, asked := manifest.query["type"]
		return slices.Contains(manifest.organisations, one.parts[0]) && asks("organisationCode", one.parts[0]) &&
			asks("outcome", one.parts[2]) && (!asked || isType(one.parts[1], wanted))
	}
}

type logManifest struct {
	from, to int64
	cells    []cell
}

func readLogManifest(entry exportedEntry, cells []byte, found bool) (logManifest, error) {
	details, _ := entry.leaf["details"].(map[string]any)
	from, okFrom := integer(details["fromIndex"])
	to, okTo := integer(details["toIndex"])
	if entry.facts.kind != "log.manifest" || entry.facts.outcome != "done" || !okFrom || !okTo {
		return logManifest{}, fmt.Errorf("this entry is no manifest of the log")
	}
	value, ok := canonicalValue(cells)
	r := &reader{}
	read := r.cells(value)
	if !found || !ok || r.wrong {
		return logManifest{}, fmt.Errorf("the cells of this manifest are missing or malformed")
	}
	sum := sha256.Sum256(cells)
	if details["cellsSha256"] != hex.EncodeToString(sum[:]) || details["cells"] != json.Number(strconv.Itoa(len(read))) {
		return logManifest{}, fmt.Errorf("the cells are not those whose digest is on the log")
	}
	return logManifest{from, to, read}, nil
}

func judgeClaims(files map[string][]byte, manifest exportManifest, head checkpoint, entries []exportedEntry) *fault {
	told := map[int64]logManifest{}
	for _, name := range sortedNames(files, "manifests/") {
		if strings.HasSuffix(name, ".cells.json") {
			continue
		}
		entry, err := readEntry(files, name, head)
		if err == nil {
			cells, found := files[strings.TrimSuffix(name, ".json")+".cells.json"]
			told[entry.index], err = readLogManifest(entry, cells, found)
		}
		if err != nil {
			return &fault{entry.index, err.Error()}
		}
	}
	for _, said := range manifest.completeness {
		wrong := func(what string) *fault { return &fault{said.manifestIndex, what} }
		counted, found := told[said.manifestIndex]
		if !found || counted.from != said.fromIndex || counted.to != said.toIndex {
			return wrong("the manifest entry of a claim of completeness is not in the export, or counts another stretch")
		}
		for word := range manifest.query {
			if !slices.Contains(cellQuery, word) {
				return wrong("a query that no count of the log can answer claims to be complete")
			}
		}
		isSelected := selects(manifest)
		var promised []cell
		for _, one := range counted.cells {
			if isSelected(one) {
				promised = append(promised, one)
			}
		}
		var here []exportedEntry
		for _, entry := range entries {
			if said.fromIndex <= entry.index && entry.index < said.toIndex {
				here = append(here, entry)
			}
		}
		if !sameCells(promised, said.cells) || !sameCells(said.cells, countCells(here, isSelected)) {
			return wrong(fmt.Sprintf("entries %d to %d are not complete", said.fromIndex, said.toIndex-1))
		}
	}
	return nil
}
