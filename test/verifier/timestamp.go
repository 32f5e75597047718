package main

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	_ "crypto/sha1" // certificates are named by it in the first form of the attribute
	"crypto/sha256"
	_ "crypto/sha512"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"regexp"
	"time"
)

// RFC 3161 replies in the closed form that the log's readers take, signed under a certificate that the reader trusts.

type timeStamp struct {
	at             time.Time
	policy, serial string
}

const largestReply = 32_768

var (
	digestNames = map[string]crypto.Hash{"2.16.840.1.101.3.4.2.1": crypto.SHA256, "2.16.840.1.101.3.4.2.2": crypto.SHA384,
		"2.16.840.1.101.3.4.2.3": crypto.SHA512}
	rsaNames = map[string]crypto.Hash{"1.2.840.113549.1.1.1": 0, "1.2.840.113549.1.1.11": crypto.SHA256, "1.2.840.113549.1.1.12": crypto.SHA384,
		"1.2.840.113549.1.1.13": crypto.SHA512}
	ecdsaNames = map[string]crypto.Hash{"1.2.840.10045.4.3.2": crypto.SHA256, "1.2.840.10045.4.3.3": crypto.SHA384,
		"1.2.840.10045.4.3.4": crypto.SHA512}
	stampTime = regexp.MustCompile(`^(\d{14})(?:\.(\d{0,8}[1-9]))?Z$`)
)

const (
	signedDataName, stampName      = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
	contentTypeName, digestName    = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
	certificateV1, certificateV2   = "1.2.840.113549.1.9.16.2.12", "1.2.840.113549.1.9.16.2.47"
	keyUsageName, stampPurposeName = "2.5.29.37", "1.3.6.1.5.5.7.3.8"
)

func readAuthorities(raw []byte) ([]*x509.Certificate, error) {
	var trusted []*x509.Certificate
	for block, rest := pem.Decode(raw); block != nil; block, rest = pem.Decode(rest) {
		certificate, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, err
		}
		trusted = append(trusted, certificate)
	}
	if len(trusted) == 0 {
		return nil, fmt.Errorf("holds no certificate")
	}
	return trusted, nil
}

func sumOf(hash crypto.Hash, raw []byte) []byte {
	sum := hash.New()
	sum.Write(raw)
	return sum.Sum(nil)
}

// algorithm of an AlgorithmIdentifier without parameters, or with NULL.
func algorithm(e *element) string {
	if parts, ok := e.shape(tagSequence, []byte{tagOID}, tagNull); ok {
		return parts[0].oid()
	}
	return ""
}

var noStamp = fmt.Errorf("the time stamp is not in the form that is taken, or grants nothing")

// judgeTimeStamp: the reply stamps exactly these bytes (nil: any) and is signed under a trusted certificate, valid at its time.
func judgeTimeStamp(raw, stamped []byte, trusted []*x509.Certificate) (timeStamp, error) {
	none := timeStamp{}
	root, ok := decodeDER(raw)
	if len(raw) > largestReply || !ok {
		return none, noStamp
	}
	reply, ok := root.shape(tagSequence, []byte{tagSequence, tagSequence})
	if !ok {
		return none, noStamp
	}
	status, ok := reply[0].shape(tagSequence, []byte{tagInteger}, tagSequence)
	if !ok || !status[0].is(tagInteger, 0) {
		return none, noStamp
	}
	token, ok := reply[1].shape(tagSequence, []byte{tagOID, 0xa0})
	if !ok || token[0].oid() != signedDataName {
		return none, noStamp
	}
	explicit, ok := token[1].shape(0xa0, []byte{tagSequence})
	if !ok {
		return none, noStamp
	}
	needed := []byte{tagInteger, tagSet, tagSequence, 0xa0, tagSet}
	if len(explicit[0].parts) == 6 {
		needed = []byte{tagInteger, tagSet, tagSequence, 0xa0, 0xa1, tagSet}
	}
	data, ok := explicit[0].shape(tagSequence, needed)
	if !ok || !data[0].is(tagInteger, 3) {
		return none, noStamp
	}
	digests, ok := data[1].shape(tagSet, []byte{tagSequence})
	if !ok {
		return none, noStamp
	}
	content, ok := data[2].shape(tagSequence, []byte{tagOID, 0xa0})
	if !ok || content[0].oid() != stampName {
		return none, noStamp
	}
	info, ok := content[1].shape(0xa0, []byte{tagOctets})
	if !ok {
		return none, noStamp
	}
	signers, ok := data[len(data)-1].shape(tagSet, []byte{tagSequence})
	certificates := data[3].parts
	if !ok || len(certificates) < 1 || len(certificates) > 8 {
		return none, noStamp
	}
	for _, each := range certificates {
		if each.tag != tagSequence {
			return none, noStamp
		}
	}
	said, imprint, ok := readInfo(info[0].content)
	if !ok {
		return none, noStamp
	}
	if sum := sha256.Sum256(stamped); stamped != nil && !bytes.Equal(imprint, sum[:]) {
		return none, fmt.Errorf("the time stamp stamps something else than this checkpoint")
	}
	return said, judgeSigner(*signers[0], info[0].content, digestNames[algorithm(digests[0])], certificates, said.at, trusted)
}

func readInfo(raw []byte) (timeStamp, []byte, bool) {
	none := timeStamp{}
	root, ok := decodeDER(raw)
	if !ok {
		return none, nil, false
	}
	parts, ok := root.shape(tagSequence, []byte{tagInteger, tagOID, tagSequence, tagInteger, tagTime}, tagSequence, tagBoolean, tagInteger, 0xa0, 0xa1)
	if !ok || !parts[0].is(tagInteger, 1) || len(parts[3].content) > 21 {
		return none, nil, false
	}
	imprint, ok := parts[2].shape(tagSequence, []byte{tagSequence, tagOctets})
	if !ok || digestNames[algorithm(imprint[0])] != crypto.SHA256 || len(imprint[1].content) != 32 {
		return none, nil, false
	}
	found := stampTime.FindStringSubmatch(string(parts[4].content))
	if found == nil {
		return none, nil, false
	}
	at, err := time.Parse("20060102150405", found[1])
	if err != nil {
		return none, nil, false
	}
	fraction := (found[2] + "000")[:3]
	at = at.Add(time.Duration(int(fraction[0]-'0')*100+int(fraction[1]-'0')*10+int(fraction[2]-'0')) * time.Millisecond)
	if parts[9] != nil {
		for _, each := range parts[9].parts {
			if _, ok := each.shape(tagSequence, []byte{tagOID, tagOctets}); !ok {
				return none, nil, false
			}
		}
	}
	return timeStamp{at, parts[1].oid(), fmt.Sprintf("%x", parts[3].content)}, imprint[1].content, true
}

func judgeSigner(signer element, info []byte, digest crypto.Hash, bag []element, at time.Time, trusted []*x509.Certificate) error {
	byName := len(signer.parts) > 1 && signer.parts[1].tag == tagSequence
	sid, version := byte(0x80), byte(3)
	if byName {
		sid, version = tagSequence, 1
	}
	parts, ok := signer.shape(tagSequence, []byte{tagInteger, sid, tagSequence, 0xa0, tagSequence, tagOctets}, 0xa1)
	if !ok || !parts[0].is(tagInteger, version) {
		return noStamp
	}
	hash := digestNames[algorithm(parts[2])]
	name := algorithm(parts[4])
	ofRSA, isRSA := rsaNames[name]
	ofECDSA, isECDSA := ecdsaNames[name]
	if hash == 0 || hash != digest || !(isRSA && (ofRSA == 0 || ofRSA == hash) || isECDSA && ofECDSA == hash) {
		return noStamp
	}
	attributes, ok := readAttributes(parts[3].parts)
	if !ok {
		return noStamp
	}
	kind, sum := attributes.only(contentTypeName, tagOID), attributes.only(digestName, tagOctets)
	if kind == nil || kind.oid() != stampName || sum == nil {
		return noStamp
	}
	if !bytes.Equal(sumOf(hash, info), sum.content) {
		return fmt.Errorf("the time stamp is signed over another one")
	}
	own, err := signerCertificate(attributes, bag)
	if err != nil {
		return err
	}
	if byName {
		said, ok := parts[1].shape(tagSequence, []byte{tagSequence, tagInteger})
		serial, inCertificate := certificateSerial(own.Raw)
		if !ok || !inCertificate || !bytes.Equal(said[0].whole, own.RawIssuer) || !bytes.Equal(said[1].content, serial) {
			return fmt.Errorf("the time stamp names another signer")
		}
	} else if len(own.SubjectKeyId) == 0 || !bytes.Equal(own.SubjectKeyId, parts[1].content) {
		return fmt.Errorf("the time stamp names another signer")
	}
	if !isForStamps(own) {
		return fmt.Errorf("the signer's certificate is not for time stamping alone")
	}
	if at.Before(own.NotBefore) || at.After(own.NotAfter) {
		return fmt.Errorf("the signer's certificate was not valid then")
	}
	signed := append([]byte{tagSet}, parts[3].whole[1:]...)
	if !isSigned(own.PublicKey, isRSA, hash, sumOf(hash, signed), parts[5].content) {
		return fmt.Errorf("the time stamp has a false signature")
	}
	if !leadsTo(own, trusted, bag, at, 4) {
		return fmt.Errorf("the time stamp is signed by nobody who is trusted")
	}
	return nil
}

type attributeList map[string][]element

func (a attributeList) only(name string, tag byte) *element {
	if values := a[name]; len(values) == 1 && values[0].tag == tag {
		return &values[0]
	}
	return nil
}

func readAttributes(parts []element) (attributeList, bool) {
	found := attributeList{}
	for _, each := range parts {
		attribute, ok := each.shape(tagSequence, []byte{tagOID, tagSet})
		if !ok || len(attribute[1].parts) == 0 || found[attribute[0].oid()] != nil {
			return nil, false
		}
		found[attribute[0].oid()] = attribute[1].parts
	}
	return found, true
}

// signerCertificate is the first one that every ESSCertID means.
func signerCertificate(attributes attributeList, bag []element) (*x509.Certificate, error) {
	type named struct {
		hash crypto.Hash
		sum  []byte
	}
	var names []named
	for _, name := range []string{certificateV1, certificateV2} {
		if attributes[name] == nil {
			continue
		}
		value := attributes.only(name, tagSequence)
		if value == nil {
			return nil, noStamp
		}
		lists, ok := value.shape(tagSequence, []byte{tagSequence}, tagSequence)
		if !ok || len(lists[0].parts) == 0 {
			return nil, noStamp
		}
		first, one := lists[0].parts[0], named{hash: crypto.SHA256}
		needed := []byte{tagOctets}
		if name == certificateV1 {
			one.hash = crypto.SHA1
		} else if len(first.parts) > 0 && first.parts[0].tag == tagSequence {
			needed, one.hash = []byte{tagSequence, tagOctets}, digestNames[algorithm(&first.parts[0])]
		}
		parts, ok := first.shape(tagSequence, needed, tagSequence)
		if !ok || one.hash == 0 {
			return nil, noStamp
		}
		one.sum = parts[len(needed)-1].content
		names = append(names, one)
	}
	if len(names) == 0 {
		return nil, noStamp
	}
search:
	for _, each := range bag {
		for _, one := range names {
			if !bytes.Equal(sumOf(one.hash, each.whole), one.sum) {
				continue search
			}
		}
		return x509.ParseCertificate(each.whole)
	}
	return nil, fmt.Errorf("the time stamp does not carry its signer's certificate")
}

func certificateSerial(raw []byte) ([]byte, bool) {
	root, ok := decodeDER(raw)
	if !ok || len(root.parts) == 0 || len(root.parts[0].parts) < 2 || root.parts[0].parts[1].tag != tagInteger {
		return nil, false
	}
	return root.parts[0].parts[1].content, true
}

func isForStamps(certificate *x509.Certificate) bool {
	for _, each := range certificate.Extensions {
		if each.Id.String() != keyUsageName {
			continue
		}
		list, ok := decodeDER(each.Value)
		return ok && each.Critical && list.tag == tagSequence && len(list.parts) == 1 && list.parts[0].tag == tagOID && list.parts[0].oid() == stampPurposeName
	}
	return false
}

func isSigned(key any, isRSA bool, hash crypto.Hash, sum, signature []byte) bool {
	switch key := key.(type) {
	case *rsa.PublicKey:
		return isRSA && key.N.BitLen() >= 2048 && rsa.VerifyPKCS1v15(key, hash, sum, signature) == nil
	case *ecdsa.PublicKey:
		known := key.Curve == elliptic.P256() || key.Curve == elliptic.P384() || key.Curve == elliptic.P521()
		return !isRSA && known && ecdsa.VerifyASN1(key, sum, signature)
	}
	return false
}

func leadsTo(one *x509.Certificate, trusted []*x509.Certificate, bag []element, at time.Time, steps int) bool {
	issued := func(by *x509.Certificate) bool {
		return !at.Before(by.NotBefore) && !at.After(by.NotAfter) && bytes.Equal(one.RawIssuer, by.RawSubject) && one.CheckSignatureFrom(by) == nil
	}
	for _, each := range trusted {
		if each.Equal(one) || issued(each) {
			return true
		}
	}
	for _, each := range bag {
		issuer, err := x509.ParseCertificate(each.whole)
		if err == nil && steps > 0 && !issuer.Equal(one) && issued(issuer) && leadsTo(issuer, trusted, bag, at, steps-1) {
			return true
		}
	}
	return false
}
