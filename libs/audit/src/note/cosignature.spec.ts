import { createHash, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import fc from 'fast-check';
import { keyFromFile, mlDsaSeedFromFile } from '../key-file.js';
import { emptyRoot } from '../tree/hash.js';
import { checkpointText } from './checkpoint.js';
import { Cosigner } from './cosigner.js';
import { mlDsaKeyPair } from './ml-dsa.js';
import { openCheckpoint } from './opened-checkpoint.js';
import {
  cosignText,
  cosignTree,
  fittingLines,
  parseNote,
  parseSignatureLine,
  signatureLine,
  signText,
  verifySignatures,
} from './signed-note.js';
import { mlDsaVerifierKey, noteKeyTypes, parseVerifierKey, verifierKey } from './verifier-key.js';

const { mlDsa: facts } = JSON.parse(readFileSync(path.resolve('test/conformance/public-vectors.json'), 'utf8')) as {
  readonly mlDsa: {
    readonly accumulated: { readonly count: number; readonly shake128: string };
    readonly vkey: string;
    readonly note: string;
  };
};
const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

const origin = 'audit.example/log/1';
const logPrivate = generateKeyPairSync('ed25519').privateKey;
const logKey = verifierKey(origin, noteKeyTypes.ed25519, logPrivate);
const name = 'witness.example/1';
const pair = mlDsaKeyPair(Buffer.alloc(32, 7));
const key = mlDsaVerifierKey(name, pair.publicKey);
const text = checkpointText({ origin, size: 3, root: emptyRoot });
const seconds = 1_795_000_000;
const line = cosignTree(text, key, pair, seconds) ?? '';
const noteOf = (lines: string, of = text): Buffer => bytes(`${of}\n${signText(of, logKey, logPrivate)}${lines}`);
/** The time that the key is found to have stated; null where the note is condemned, undefined where the key did not sign. */
function timeIn(note: Buffer, by = key): number | null | undefined {
  const parsed = parseNote(note);
  if (parsed === null) throw new Error('no note');
  const signatures = verifySignatures(parsed, [by]);
  return signatures === null ? null : signatures[0]?.time;
}

describe('ML-DSA-44', () => {
  it('makes the keys and signatures of the public accumulated test', () => {
    const shake = (data: Uint8Array, outputLength: number): Buffer => createHash('shake128', { outputLength }).update(data).digest();
    const seeds = shake(Buffer.alloc(0), 32 * facts.accumulated.count);
    const all: Uint8Array[] = [];
    for (let at = 0; at < facts.accumulated.count; at += 1) {
      const each = mlDsaKeyPair(seeds.subarray(32 * at, 32 * (at + 1)));
      const signature = ml_dsa44.sign(new Uint8Array(0), each.secretKey, { extraEntropy: false });
      expect(ml_dsa44.verify(signature, new Uint8Array(0), each.publicKey)).toBe(true);
      all.push(each.publicKey, signature);
    }
    expect(shake(Buffer.concat(all), 32).toString('hex')).toBe(facts.accumulated.shake128);
  }, 60_000);
});

describe('cosignatures by ML-DSA-44', () => {
  it('verify the public one, which states no time, and none with another size or a bit turned', () => {
    const public_ = parseVerifierKey(facts.vkey);
    if (public_?.type !== noteKeyTypes.mlDsa) throw new Error('not read');
    const time = (note: string): number | null | undefined => timeIn(bytes(note), public_);
    expect(public_.text).toBe(facts.vkey);
    expect(time(facts.note)).toBe(0);
    expect(time(facts.note.replace('\n1\n', '\n2\n'))).toBeNull();
    expect(time(facts.note.replace('example.com/mldsa-log\n', 'example.com/mldsa-log2\n'))).toBeNull();
    expect(timeIn(bytes(facts.note))).toBeUndefined();
  });

  it('hold over name, time, origin, size and root, each of them', () => {
    expect(timeIn(noteOf(line))).toBe(seconds);
    for (const other of [
      { origin, size: 4, root: emptyRoot },
      { origin, size: 3, root: Buffer.alloc(32, 1) },
      { origin: 'audit.example/log/2', size: 3, root: emptyRoot },
    ])
      expect(timeIn(noteOf(line, checkpointText(other)))).toBeNull();
    const raw = parseSignatureLine(line.trimEnd())?.bytes ?? Buffer.alloc(0);
    const later = Buffer.from(raw);
    later.writeBigUInt64BE(BigInt(seconds + 1));
    expect(timeIn(noteOf(signatureLine(key, later)))).toBeNull();
    // The same key under another name is another cosigner: its message names it.
    const renamed = mlDsaVerifierKey('witness.example/2', pair.publicKey);
    expect(timeIn(noteOf(signatureLine(renamed, raw)), renamed)).toBeNull();
    expect(timeIn(noteOf(line), renamed)).toBeUndefined();
  });

  it("are condemned where the line is another key's, an Ed25519 one, cut, too long, or without a signature", () => {
    const raw = parseSignatureLine(line.trimEnd())?.bytes ?? Buffer.alloc(0);
    const stranger = mlDsaKeyPair(Buffer.alloc(32, 8));
    const theirs = cosignTree(text, mlDsaVerifierKey(name, stranger.publicKey), stranger, seconds) ?? '';
    const ed25519 = generateKeyPairSync('ed25519').privateKey;
    const old = cosignText(text, verifierKey(name, noteKeyTypes.cosignatureV1, ed25519), ed25519, seconds);
    const behindKeyId = (of: string): Buffer => parseSignatureLine(of.trimEnd())?.bytes ?? Buffer.alloc(0);
    for (const wrong of [
      behindKeyId(theirs),
      behindKeyId(old),
      raw.subarray(0, -1),
      Buffer.concat([raw, Buffer.of(0)]),
      raw.subarray(0, 8),
    ])
      expect(timeIn(noteOf(signatureLine(key, wrong)))).toBeNull();
    expect(timeIn(noteOf(theirs + old))).toBeUndefined();
    const oldKey = verifierKey(name, noteKeyTypes.cosignatureV1, ed25519);
    expect(openCheckpoint(noteOf(signatureLine(oldKey, raw)), logKey, [oldKey])).toBeNull();
  });

  it('say nothing of extension lines, and take a time of at most 2^53 − 1', () => {
    const extended = `${text}extension\n`;
    expect(timeIn(noteOf(line, extended))).toBe(seconds);
    const largest = cosignTree(text, key, pair, Number.MAX_SAFE_INTEGER) ?? '';
    expect(timeIn(noteOf(largest))).toBe(Number.MAX_SAFE_INTEGER);
    const beyond = Buffer.from(parseSignatureLine(line.trimEnd())?.bytes ?? Buffer.alloc(0));
    beyond.writeBigUInt64BE(2n ** 53n);
    expect(timeIn(noteOf(signatureLine(key, beyond)))).toBeNull();
  });

  it('are not made where the message has no room for the origin', () => {
    const long = (length: number): string => checkpointText({ origin: 'o'.repeat(length), size: 3, root: emptyRoot });
    expect(cosignTree(long(255), key, pair, seconds)).not.toBeNull();
    expect(cosignTree(long(256), key, pair, seconds)).toBeNull();
    expect(cosignTree('no checkpoint\n', key, pair, seconds)).toBeNull();
  });

  it('hold for whatever is cosigned, and for nothing with a bit turned', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcẫ🚦/.-0'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(word, word, fc.maxSafeNat(), fc.maxSafeNat(), fc.nat(2_427 * 8 - 1), (cosigner, log, size, time, bit) => {
        const by = mlDsaVerifierKey(cosigner, pair.publicKey);
        const body = checkpointText({ origin: log, size, root: emptyRoot });
        const made = cosignTree(body, by, pair, time) ?? '';
        expect(timeIn(bytes(`${body}\n${made}`), by)).toBe(time);
        const bent = Buffer.from(parseSignatureLine(made.trimEnd())?.bytes ?? Buffer.alloc(0));
        bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(timeIn(bytes(`${body}\n${signatureLine(by, bent)}`), by)).toBeNull();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('lines under a note', () => {
  it('are no more than readers take beside the log, which may sign twice: those of Ed25519 stay', () => {
    const old = cosignText(text, verifierKey(name, noteKeyTypes.cosignatureV1, logPrivate), logPrivate, seconds);
    const lines = new Map(
      [...'abcdefgh']
        .flatMap((of): [string, string][] => [
          [`${of}6`, line],
          [`${of}4`, old],
        ])
        .slice(1),
    );
    const signed = noteOf('').toString('utf8');
    const under = (note: string): string => [...fittingLines(note, lines).keys()].join(' ');
    expect(under(signed)).toBe([...lines.keys()].join(' '));
    expect(under(signed + signText(text, logKey, logPrivate))).toBe([...lines.keys()].slice(0, -2).concat('h4').join(' '));
    expect(under(signed + signText(text, logKey, logPrivate).repeat(12))).toBe('a4 b4 c4');
  });
});

describe('verifier keys of ML-DSA-44', () => {
  it('are read back, and refused with another length, type, id or a name beyond 255 bytes', () => {
    expect(parseVerifierKey(key.text)).toMatchObject({ name, type: 6, text: key.text });
    expect(parseVerifierKey(key.text)?.keyId).toEqual(key.keyId);
    expect(key.text).toHaveLength(name.length + 10 + 1_752);
    const spelled = (typed: Buffer, of = name): string => {
      const id = createHash('sha256').update(`${of}\n`).update(typed).digest('hex').slice(0, 8);
      return `${of}+${id}+${typed.toString('base64')}`;
    };
    const typed = Buffer.concat([Buffer.of(6), pair.publicKey]);
    expect(parseVerifierKey(spelled(typed))?.text).toBe(key.text);
    for (const [type, raw] of [
      [6, pair.publicKey.subarray(1)],
      [6, Buffer.concat([pair.publicKey, Buffer.of(0)])],
      [6, randomBytes(32)],
      [4, pair.publicKey],
      [5, pair.publicKey],
      [1, pair.publicKey],
    ] as const)
      expect(parseVerifierKey(spelled(Buffer.concat([Buffer.of(type), raw])))).toBeNull();
    expect(parseVerifierKey(spelled(typed, 'x'.repeat(255)))).not.toBeNull();
    expect(parseVerifierKey(spelled(typed, 'x'.repeat(256)))).toBeNull();
    expect(parseVerifierKey(key.text.replace('+', '++'))).toBeNull();
    expect(parseVerifierKey(key.text.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBeNull();
    expect(() => mlDsaVerifierKey('x'.repeat(256), pair.publicKey)).toThrow(RangeError);
    expect(() => mlDsaVerifierKey('a+b', pair.publicKey)).toThrow(RangeError);
  });
});

describe('a cosigner', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-cosigner-'));
  const file = (of: string): string => path.join(folder, of);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps two keys, closed to others, publishes both and signs with both, Ed25519 first', () => {
    const first = Cosigner.open(folder, 'witness', name);
    const again = Cosigner.open(folder, 'witness', name);
    expect(again.keys.map((each) => each.text)).toEqual(first.keys.map((each) => each.text));
    for (const each of ['witness.key', 'witness-mldsa.key']) expect(statSync(file(each)).mode & 0o777).toBe(0o600);
    first.publish(folder, 'witness');
    const published = ['witness.vkey', 'witness-mldsa.vkey'].map((each) => parseVerifierKey(readFileSync(file(each), 'utf8').trim()));
    const note = noteOf(first.cosign(text, seconds).join(''));
    const known = published.filter((each) => each !== null);
    expect(openCheckpoint(note, logKey, known)?.signatures.map(({ key: by, time }) => [by.type, time])).toEqual([
      [1, null],
      [4, seconds],
      [6, seconds],
    ]);
    expect(first.cosign(checkpointText({ origin: 'o'.repeat(256), size: 3, root: emptyRoot }), seconds)).toHaveLength(1);
  });

  it('reads a seed as RFC 9881 writes it, and no other key in its place', () => {
    const pem = (body: string): string => `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`;
    // The example of the RFC, appendix C.1: the seed 00 01 … 1f.
    writeFileSync(file('rfc.key'), pem('MDQCAQAwCwYJYIZIAWUDBAMRBCKAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZ\nGhscHR4f'));
    expect(mlDsaSeedFromFile(file('rfc.key')).toString('hex')).toBe(Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('hex'));
    expect(readFileSync(file('witness-mldsa.key'), 'utf8')).toMatch(
      /^-----BEGIN PRIVATE KEY-----\n.{64}\n.{8}\n-----END PRIVATE KEY-----\n$/,
    );
    const ed25519 = keyFromFile(file('other.key'), 'ed25519');
    expect(createPublicKey(ed25519).asymmetricKeyType).toBe('ed25519');
    expect(() => mlDsaSeedFromFile(file('other.key'))).toThrow('holds no ML-DSA-44 key');
    expect(() => keyFromFile(file('rfc.key'), 'ed25519')).toThrow();
    writeFileSync(file('cut.key'), pem('MDQCAQAwCwYJYIZIAWUDBAMRBCKAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZ'));
    expect(() => mlDsaSeedFromFile(file('cut.key'))).toThrow('holds no ML-DSA-44 key');
  });
});
