import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mlDsaKeyPair } from './ml-dsa.js';
import { mlDsaVerifierKey, noteKeyTypes, verifierKey } from './verifier-key.js';
import {
  isQuorum,
  mlDsaTrustPolicyText,
  parseWitnessPolicy,
  trustPolicyText,
  witnessKeyLines,
  type WitnessPolicy,
} from './witness-policy.js';

const logKey = verifierKey('log.example/1', noteKeyTypes.ed25519, generateKeyPairSync('ed25519').privateKey);
const old = (name: string): string => verifierKey(name, noteKeyTypes.cosignatureV1, generateKeyPairSync('ed25519').privateKey).text;
const fresh = (name: string): string => mlDsaVerifierKey(name, mlDsaKeyPair(randomBytes(32)).publicKey).text;
const url = 'http://127.0.0.1:1/witness';
/** A house with both keys, one of an older make, one of a newer. */
const both = { name: 'both', vkey: old('both.example'), mldsaVkey: fresh('both.example'), url };
const older = { name: 'older', vkey: old('older.example'), url };
const newer = { name: 'newer', vkey: fresh('newer.example'), url };
const policyOf = (quorum: number, ...witnesses: object[]): WitnessPolicy => parseWitnessPolicy(JSON.stringify({ witnesses, quorum }));
const signedBy = (...vkeys: string[]): Set<string> => new Set(vkeys);

describe('witnesses with keys of two types', () => {
  it('are read with either key or both, Ed25519 first', () => {
    const types = policyOf(1, both, older, newer).witnesses.map(({ keys }) => keys.map(({ type }) => type));
    expect(types).toEqual([[4, 6], [4], [6]]);
  });

  it.each([
    ['a second key of Ed25519', { ...older, mldsaVkey: old('older.example') }],
    ['a second key beside ML-DSA-44', { ...newer, mldsaVkey: fresh('newer.example') }],
    ['a second key that is none', { ...older, mldsaVkey: 'newer.example+00000000+AAAA' }],
    ['a second key that is no text', { ...older, mldsaVkey: null }],
    ["the log's kind of key", { ...older, vkey: logKey.text }],
  ])('are refused with %s', (_, wrong) => {
    expect(() => policyOf(1, wrong)).toThrow(RangeError);
  });

  it('are no more than readers take signatures, and no hand stands there twice', () => {
    const seven = Array.from({ length: 7 }, (_, at) => ({ ...both, name: `w${at}`, vkey: old(`w${at}`), mldsaVkey: fresh(`w${at}`) }));
    expect(policyOf(7, ...seven, older).witnesses).toHaveLength(8);
    expect(() => policyOf(1, ...seven, both)).toThrow('sign with 16 keys, at most 15 fit');
    expect(() => policyOf(2, older, { ...older, name: 'again' })).toThrow('stands there twice');
    expect(() => policyOf(2, both, { name: 'again', vkey: both.mldsaVkey, url })).toThrow('stands there twice');
  });

  it('count as institutions: two signatures of one are one, and either is enough where the other policy is reached', () => {
    const three = policyOf(2, both, older, newer);
    expect(isQuorum(three, signedBy(both.vkey, both.mldsaVkey))).toBe(false);
    expect(isQuorum(three, signedBy(both.vkey, older.vkey))).toBe(true);
    expect(isQuorum(three, signedBy(both.vkey, newer.vkey))).toBe(true);
    // Two institutions, and nothing that a reader of Ed25519 alone could see.
    expect(isQuorum(three, signedBy(both.mldsaVkey, newer.vkey))).toBe(false);
    expect(isQuorum(policyOf(1, both), signedBy(both.mldsaVkey))).toBe(false);
    expect(isQuorum(policyOf(1, both), signedBy(both.vkey))).toBe(true);
    expect(isQuorum(policyOf(1, newer), signedBy(newer.vkey))).toBe(true);
    expect(isQuorum(policyOf(1, newer), signedBy(both.vkey))).toBe(false);
    expect(isQuorum(policyOf(0, both), signedBy())).toBe(true);
  });

  it('stand in two trust policies, of which the old one holds Ed25519 alone and each names them alike', () => {
    const three = policyOf(2, both, older, newer);
    expect(trustPolicyText(logKey, three)).toBe(
      `log ${logKey.text}\nwitness w1 ${both.vkey}\nwitness w2 ${older.vkey}\ngroup witnesses 1 w1 w2\nquorum witnesses\n`,
    );
    const lines = (mlDsaTrustPolicyText(logKey, three) ?? '').split('\n').filter((line) => !line.startsWith('#'));
    expect(lines).toEqual([
      `log ${logKey.text}`,
      `witness w1 ${both.mldsaVkey}`,
      `witness w3 ${newer.vkey}`,
      'group witnesses 1 w1 w3',
      'quorum witnesses',
      '',
    ]);
    expect(witnessKeyLines(three, noteKeyTypes.mlDsa)).toBe(`${both.mldsaVkey}\n${newer.vkey}\n`);
    expect(witnessKeyLines(three, noteKeyTypes.cosignatureV1)).toBe(`${both.vkey}\n${older.vkey}\n`);
  });

  it('ask for somebody whenever the log does, and for nobody when nobody has such a key', () => {
    expect(trustPolicyText(logKey, policyOf(1, older, newer))).toContain('group witnesses 1 w1\n');
    expect(trustPolicyText(logKey, policyOf(1, newer))).toBe(`log ${logKey.text}\nquorum none\n`);
    expect(mlDsaTrustPolicyText(logKey, policyOf(1, older, both))).toContain('group witnesses 1 w2\n');
    expect(mlDsaTrustPolicyText(logKey, policyOf(0, both))).toContain('quorum none\n');
    expect(mlDsaTrustPolicyText(logKey, policyOf(1, older))).toBeNull();
  });
});
