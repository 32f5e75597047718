package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// Receipts of the producers: one line of JSON, a path in its batch's tree, one signature over that tree's root.

type receipt struct {
	V          int    `json:"v"`
	Log        string `json:"log"`
	Producer   string `json:"producer"`
	AcceptedAt string `json:"acceptedAt"`
	Entry      string `json:"entry"`
	Lane       string `json:"lane"`
	LeafHash   string `json:"leafHash"`
	Pseq       *int64 `json:"pseq"`
	Batch      struct {
		Index *int64   `json:"index"`
		Size  *int64   `json:"size"`
		Path  []string `json:"path"`
	} `json:"batch"`
	Signature string `json:"signature"`
}

func decodeHash(text string) (hash, bool) {
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != len(hash{}) || strings.ToLower(text) != text {
		return hash{}, false
	}
	return hash(raw), true
}

// spelled is the one way in which a receipt is written; a line that differs from it is none.
func (r receipt) spelled() string {
	lane, pseq := "", ""
	if r.Pseq != nil {
		lane, pseq = fmt.Sprintf(`"lane":%q,`, r.Lane), fmt.Sprintf(`"pseq":%d,`, *r.Pseq)
	}
	path := "[]"
	if len(r.Batch.Path) > 0 {
		path = `["` + strings.Join(r.Batch.Path, `","`) + `"]`
	}
	return fmt.Sprintf(`{"v":1,"log":"%s","producer":"%s","acceptedAt":"%s","entry":"%s",%s"leafHash":"%s",%s"batch":{"index":%d,"size":%d,"path":%s},"signature":"%s"}`,
		r.Log, r.Producer, r.AcceptedAt, r.Entry, lane, r.LeafHash, pseq, *r.Batch.Index, *r.Batch.Size, path, r.Signature)
}

func verifyReceipt(line string, producers []verifierKey) (receipt, error) {
	var r receipt
	if len(line) > 4096 {
		return r, fmt.Errorf("is too long")
	}
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		return r, fmt.Errorf("is no receipt: %v", err)
	}
	if r.V != 1 || r.Batch.Index == nil || r.Batch.Size == nil || (r.Pseq == nil) != (r.Lane == "") || r.spelled() != line {
		return r, fmt.Errorf("is no receipt of version 1, or not written as receipts are")
	}
	_, ok := decodeHash(r.LeafHash)
	if !ok || !logOrigin.MatchString(r.Log) || !plainName.MatchString(r.Producer) || !textForms["id"].MatchString(r.Entry) || !stamp.MatchString(r.AcceptedAt) || !isTime(r.AcceptedAt) {
		return r, fmt.Errorf("is no receipt of version 1")
	}
	if r.Pseq != nil && (*r.Pseq < 1 || *r.Pseq >= 1<<53 || !textForms["lane"].MatchString(r.Lane)) {
		return r, fmt.Errorf("has no proper number")
	}
	if *r.Batch.Size > 256 {
		return r, fmt.Errorf("has no proper batch")
	}
	path := make([]hash, len(r.Batch.Path))
	for at, text := range r.Batch.Path {
		if path[at], ok = decodeHash(text); !ok {
			return r, fmt.Errorf("has a malformed hash")
		}
	}
	signature, ok := decodeBase64(r.Signature)
	if !ok || len(signature) != ed25519.SignatureSize {
		return r, fmt.Errorf("has a malformed signature")
	}
	item := map[string]any{"acceptedAt": r.AcceptedAt, "entry": r.Entry, "leafHash": r.LeafHash}
	if r.Pseq != nil {
		item["lane"], item["pseq"] = r.Lane, json.Number(fmt.Sprint(*r.Pseq))
	}
	var canonical strings.Builder
	writeCanonical(&canonical, item)
	root, ok := rootOfPath(*r.Batch.Index, *r.Batch.Size, leafHash([]byte(canonical.String())), path)
	if !ok {
		return r, fmt.Errorf("has a batch path of the wrong length")
	}
	for _, key := range producers {
		if key.kind == typeMLDSA || key.name != r.Log+"/receipts/"+r.Producer {
			continue
		}
		text := fmt.Sprintf("cuao-receipt/v1\n%s\n%s\n%d\n%s\n", r.Log, r.Producer, *r.Batch.Size, base64.StdEncoding.EncodeToString(root[:]))
		if !ed25519.Verify(key.public, []byte(text), signature) {
			return r, fmt.Errorf("has a false signature")
		}
		return r, nil
	}
	return r, fmt.Errorf("is by %s, whose key is not in the list of producers", r.Producer)
}
