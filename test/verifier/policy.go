package main

import (
	"fmt"
	"strconv"
	"strings"
)

// C2SP tlog-policy.

type group struct {
	needed  int
	members []string
}

type trustPolicy struct {
	logs      []verifierKey
	witnesses map[string]verifierKey
	groups    map[string]group
	quorum    string
}

func (p trustPolicy) key(signature noteSignature) (verifierKey, bool) {
	for _, key := range p.logs {
		if key.name == signature.name && key.id == signature.id {
			return key, true
		}
	}
	for _, key := range p.witnesses {
		if key.name == signature.name && key.id == signature.id {
			return key, true
		}
	}
	return verifierKey{}, false
}

func (p trustPolicy) memberOf(key verifierKey) string {
	for name, each := range p.witnesses {
		if each.id == key.id && each.name == key.name {
			return name
		}
	}
	return ""
}

func (p trustPolicy) isReached(name string, seen map[string]bool) bool {
	one, isGroup := p.groups[name]
	if !isGroup {
		return seen[name]
	}
	count := 0
	for _, member := range one.members {
		if p.isReached(member, seen) {
			count++
		}
	}
	return count >= one.needed
}

func parseTrustPolicy(text string) (trustPolicy, error) {
	p := trustPolicy{witnesses: map[string]verifierKey{}, groups: map[string]group{}}
	used := map[string]bool{}
	defined := func(name string) bool {
		_, isWitness := p.witnesses[name]
		_, isGroup := p.groups[name]
		return isWitness || isGroup
	}
	for at, line := range strings.Split(text, "\n") {
		words := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' })
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		wrong := func(what string) error { return fmt.Errorf("line %d: %s", at+1, what) }
		rest := words[1:]
		switch words[0] {
		case "log":
			if len(rest) < 1 || len(rest) > 2 {
				return p, wrong("no Ed25519 key of a log")
			}
			key, ok := parseVerifierKey(rest[0])
			if !ok || key.kind != typeEd25519 {
				return p, wrong("no Ed25519 key of a log")
			}
			for _, other := range p.logs {
				if other.isSameKey(key) {
					return p, wrong("the same log twice")
				}
			}
			p.logs = append(p.logs, key)
		case "witness":
			if len(rest) < 2 || len(rest) > 3 {
				return p, wrong("no key of a witness")
			}
			key, ok := parseVerifierKey(rest[1])
			if !ok || key.kind == typeEd25519 || rest[0] == "none" || defined(rest[0]) {
				return p, wrong("no key of a witness (Ed25519 0x04, ML-DSA-44 0x06) under a free name")
			}
			for _, other := range p.witnesses {
				if other.isSameKey(key) {
					return p, wrong("the same witness twice")
				}
			}
			p.witnesses[rest[0]] = key
		case "group":
			if len(rest) < 3 || rest[0] == "none" || defined(rest[0]) {
				return p, wrong("no group under a free name")
			}
			members := rest[2:]
			needed, err := strconv.Atoi(rest[1])
			switch {
			case rest[1] == "all":
				needed = len(members)
			case rest[1] == "any":
				needed = 1
			case err != nil || strconv.Itoa(needed) != rest[1]:
				needed = 0
			}
			if needed < 1 || needed > len(members) {
				return p, wrong("the group can never be reached, or always is")
			}
			for _, member := range members {
				if !defined(member) || used[member] {
					return p, wrong(member + " is not defined above, or in two groups")
				}
				used[member] = true
			}
			p.groups[rest[0]] = group{needed, members}
		case "quorum":
			if p.quorum != "" || len(rest) != 1 || (rest[0] != "none" && !defined(rest[0])) {
				return p, wrong("one quorum line with one defined name")
			}
			p.quorum = rest[0]
		default:
			return p, wrong("unknown word " + words[0])
		}
	}
	if p.quorum == "" {
		return p, fmt.Errorf("the quorum line is missing")
	}
	if len(p.logs) == 0 {
		return p, fmt.Errorf("names no log")
	}
	return p, nil
}
