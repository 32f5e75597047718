import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, Fault, newId, newIdV7, type Viewer } from '#libs/kernel';
import { noteKeyTypes, verifierKey } from '../note/verifier-key.js';
import { leafHash } from '../tree/hash.js';
import { commit, opens, type Opening } from './commitment.js';
import { maxLeafBytes, readLeaf } from './leaf.js';
import { newDataKey, seal, unseal, unwrapDataKey } from './opening-cipher.js';
import { EntryPreparer, numberedText } from './prepared-entry.js';
import { entryIdOf, RandomPool } from './random-pool.js';
import { parseReceipt, receiptKeyName, signReceipts, verifyReceipt } from './receipt.js';
import type { EntryDraft } from './entry-draft.js';

const at = new Date('2026-11-24T02:50:10.376Z');
const identity = { origin: 'audit.example/log/1', producer: 'gateway-1' };
const viewer: Viewer = {
  personId: newId('per'),
  sessionId: newId('ses'),
  displayName: 'Nguyễn Thị Mai',
  organisationId: newId('org'),
  organisationCode: 'so-xay-dung',
  organisationKind: 'department',
  organisationName: 'Sở Xây dựng',
  unitId: null,
  areaCodes: [],
  title: 'Chuyên viên',
  role: 'requester',
  functions: [],
  inspectionIds: [],
  mfaLevel: 1,
  trainingValidTo: null,
  sourceAddress: '10.1.2.3',
  version: 1,
};
const draft: EntryDraft = {
  type: 'live_view.open',
  viewer,
  outcome: 'allowed',
  purpose: 'GIAO_THONG',
  caseRef: 'HS-17/2026',
  resource: { kind: 'camera', id: newId('cam') },
  rules: ['PD-04'],
  details: { part: 1, final: true },
};
const preparer = new EntryPreparer(identity);
const prepared = preparer.prepare(draft, at, 'node');

describe('a leaf', () => {
  const bytes = Buffer.from(prepared.text, 'utf8');

  it('is canonical, of the closed schema, and read back', () => {
    const read = readLeaf(bytes);
    expect('leaf' in read ? read.leaf : read.problem).toEqual(JSON.parse(JSON.stringify(prepared.leaf)));
    const keys = Object.keys(JSON.parse(bytes.toString('utf8')) as object);
    expect(keys).toEqual([...keys].sort());
  });

  it('names a legal basis as the law writes it in version 2, and everything else in version 1', () => {
    const leafOf = (basis: string): { v: number; basis?: string } =>
      JSON.parse(preparer.prepare({ ...draft, basis }, at, 'tx').text) as { v: number; basis?: string };
    expect(leafOf('PDPL-19.1.c')).toMatchObject({ v: 1, basis: 'PDPL-19.1.c' });
    for (const basis of ['ND61-14/22', 'PDPL-17.1.đ']) {
      expect(leafOf(basis)).toMatchObject({ v: 2, basis });
      const read = readLeaf(Buffer.from(preparer.prepare({ ...draft, basis }, at, 'node').text, 'utf8'));
      expect(read).toMatchObject({ leaf: { v: 2, basis } });
    }
    expect(leafOf('không phải mã').basis).toMatch(/^unreadable-[0-9a-f]{16}$/);
    expect(leafOf('không phải mã').v).toBe(1);
  });

  it('holds no personal data in clear', () => {
    const text = bytes.toString('utf8');
    for (const secret of [viewer.personId, viewer.sessionId, viewer.sourceAddress, viewer.displayName, viewer.title, 'HS-17/2026'])
      expect(text).not.toContain(secret);
  });

  it('differs for the same act each time, so that nobody can guess who it was', () => {
    const again = preparer.prepare(draft, at, 'node');
    expect(again.leaf.actor?.c).not.toBe(prepared.leaf.actor?.c);
  });

  it.each([
    ['a fraction', { details: { a: 0.5 } }],
    ['an integer past 2^53', { details: { a: 2 ** 53 } }],
    ['minus zero', { details: { a: -0 } }],
    ['a lone surrogate', { details: { a: '\ud800' } }],
    ['a bidirectional override', { details: { a: 'x\u202ey' } }],
    ['a line break', { details: { a: 'x\ny' } }],
    ['a key that is no name', { details: { 'a b': 1 } }],
    ['a prototype key', { details: JSON.parse('{"__proto__":1}') as Record<string, number> }],
    ['a type that is no act and step', { type: 'live view' }],
    ['an outcome of its own', { outcome: 'maybe' as 'allowed' }],
    ['an id of another kind', { grantId: newId('req') }],
    ['a rule that is free text', { rules: ['because I say so'] }],
    ['a text too long', { details: { a: 'x'.repeat(513) } }],
    ['more than 8 KiB', { details: Object.fromEntries(Array.from({ length: 17 }, (_, each) => [`k${each}`, 'x'.repeat(500)])) }],
  ])('is refused with %s', (_, change) => {
    expect(() => preparer.prepare({ ...draft, ...change }, at, 'node')).toThrow(/entry live/);
  });

  it('keeps what somebody mistyped as a digest, so that the refusal still stands on the log', () => {
    const { leaf } = preparer.prepare(
      { ...draft, outcome: 'refused', purpose: '<script>', resource: { kind: 'camera', id: '../x' } },
      at,
      'tx',
    );
    expect(leaf.purpose).toMatch(/^unreadable-[0-9a-f]{16}$/);
    expect(leaf.resource?.id).toMatch(/^unreadable-[0-9a-f]{16}$/);
  });

  it('has the canonical form of RFC 8785, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.maxSafeInteger(), fc.boolean(), text, (name, count, flag, title) => {
        const one = new EntryPreparer(identity);
        const details = { zeta: count, alpha: flag, name };
        try {
          const { text: written, parts } = one.prepare(
            { ...draft, viewer: { ...viewer, displayName: name, title }, caseRef: name, details },
            at,
            'tx',
          );
          return (
            canonicalJson(JSON.parse(written)) === written
            && parts.every(({ openings }) => canonicalJson(JSON.parse(openings)) === openings)
          );
        } catch (error) {
          return error instanceof Fault && error.code === 'entry_not_encodable';
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is composed (NFC) whatever form the text came in', () => {
    const { leaf } = preparer.prepare({ ...draft, details: { name: 'Đống Đa'.normalize('NFD') } }, at, 'tx');
    expect(leaf.details?.['name']).toBe('Đống Đa'.normalize('NFC'));
  });

  it('of a process names the process and nobody else', () => {
    const { leaf, parts } = preparer.prepare(
      { type: 'log.heartbeat', viewer: null, actorProcess: 'worker-1', outcome: 'done' },
      at,
      'node',
    );
    expect(leaf.process).toBe('worker-1');
    expect(leaf.role).toBeUndefined();
    expect(parts).toEqual([]);
  });

  it.each([
    ['white space', (text: string) => text.replace(':', ': ')],
    ['keys in another order', (text: string) => text.replace(/^\{("actor":\{.*?\}),("at":".*?"),/, '{$2,$1,')],
    ['a key twice', (text: string) => text.replace('{', '{"v":1,')],
    ['an unknown key', (text: string) => text.replace('"v":1', '"v":1,"w":1')],
    ['an unknown version', (text: string) => text.replace('"v":1', '"v":3')],
    ['a basis of version 2 in version 1', (text: string) => text.replace('"case"', '"basis":"ND61-14/22","case"')],
    ['null', (text: string) => text.replace('"v":1', '"v":null')],
    ['an escaped letter', (text: string) => text.replace('allowed', '\\u0061llowed')],
    ['a number without its predecessor', (text: string) => text.replace(/"prev":"\w+",/, '')],
  ])('is not read with %s', (_, change) => {
    const changed = change(bytes.toString('utf8'));
    expect(changed).not.toBe(bytes.toString('utf8'));
    expect(readLeaf(Buffer.from(changed, 'utf8'))).toHaveProperty('problem');
  });

  it('is never read from random bytes or bent leaves by accident', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (where, change) => {
        const bent = Buffer.from(bytes);
        bent[where] = (bent[where] ?? 0) ^ change;
        const read = readLeaf(bent);
        // A bent byte inside a value may still be a leaf, but never the same one.
        return 'problem' in read || !leafHash(bent).equals(leafHash(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('numbered by its producer still fits and keeps its order', () => {
    const numbered = Buffer.from(numberedText(prepared, 'n2', Number.MAX_SAFE_INTEGER, 'ab'.repeat(32)), 'utf8');
    const read = readLeaf(numbered);
    expect('leaf' in read ? [read.leaf.lane, read.leaf.pseq, read.leaf.prev] : read.problem).toEqual([
      'n2',
      Number.MAX_SAFE_INTEGER,
      'ab'.repeat(32),
    ]);
    expect(numbered.length).toBeLessThan(maxLeafBytes);
  });
});

describe('commitments', () => {
  it('open with their own value and salt only', () => {
    const { commitment, opening: text } = commit('{"id":"per_1","name":"Mai"}', randomBytes(32));
    const opening = JSON.parse(text) as Opening;
    expect(opens(commitment, opening)).toBe(true);
    expect(opens(commitment, { ...opening, value: { id: 'per_1', name: 'Mai' } })).toBe(true); // canonical: order of keys is no difference
    expect(opens(commitment, { ...opening, value: { id: 'per_2', name: 'Mai' } })).toBe(false);
    expect(opens(commitment, { ...opening, salt: randomBytes(32).toString('hex') })).toBe(false);
    expect(opens(commitment, { ...opening, salt: '' })).toBe(false);
  });

  it('never share a salt', () => {
    const pool = new RandomPool();
    expect(new Set(Array.from({ length: 1_000 }, () => pool.next(32).toString('hex'))).size).toBe(1_000);
    expect(entryIdOf(at.getTime(), pool.next(16))).toMatch(/^ent_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are encrypted for the reader, and bound to their entry', () => {
    const reader = generateKeyPairSync('x25519');
    const { dataKey, wrapped } = newDataKey(reader.publicKey, 'key-1');
    expect(unwrapDataKey(reader.privateKey, wrapped, 'key-1').equals(dataKey)).toBe(true);
    expect(() => unwrapDataKey(reader.privateKey, wrapped, 'key-2')).toThrow('cannot be decrypted');
    const sealed = seal(dataKey, Buffer.from('Mai'), 'ent_1/actor');
    expect(unseal(dataKey, sealed, 'ent_1/actor').toString()).toBe('Mai');
    expect(() => unseal(dataKey, sealed, 'ent_2/actor')).toThrow('cannot be decrypted');
  });
});

describe('receipts', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = verifierKey(receiptKeyName(identity), noteKeyTypes.ed25519, privateKey);
  const items = Array.from({ length: 37 }, (_, each) => ({
    entryId: newIdV7('ent', at.getTime()),
    leafHash: randomBytes(32).toString('hex'),
    number: each % 2 === 0 ? { lane: 'n1', pseq: each + 1 } : null,
    acceptedAt: at,
  }));

  it('of one batch share a signature, and each verifies alone', async () => {
    const receipts = await signReceipts(identity, items, privateKey);
    expect(new Set(receipts.map(({ signature }) => signature)).size).toBe(1);
    for (const [each, { text }] of receipts.entries()) {
      const parsed = parseReceipt(text);
      expect(parsed?.entryId).toBe(items[each]?.entryId);
      expect(parsed?.number).toEqual(items[each]?.number);
      expect(parsed === null ? false : verifyReceipt(parsed, key)).toBe(true);
      expect(text).not.toContain('\n');
    }
  });

  it('do not verify with anything changed', async () => {
    const [first] = await signReceipts(identity, items.slice(0, 5), privateKey);
    const value = JSON.parse(first?.text ?? '') as Record<string, unknown> & { batch: Record<string, unknown> };
    const changes: Record<string, unknown>[] = [
      { entry: newIdV7('ent', 0) },
      { leafHash: '0'.repeat(64) },
      { pseq: 2 },
      { lane: 'n2' },
      { lane: undefined },
      { acceptedAt: '2026-11-24T02:50:10.377Z' },
      { log: 'audit.example/log/2' },
      { producer: 'gateway-2' },
      { batch: { ...value.batch, index: 1 } },
      { batch: { ...value.batch, size: 6 } },
      { batch: { ...value.batch, path: [] } },
      { signature: randomBytes(64).toString('base64') },
      { surplus: 1 },
      { v: 2 },
    ];
    for (const change of changes) {
      const parsed = parseReceipt(JSON.stringify({ ...value, ...change }));
      expect([change, parsed !== null && verifyReceipt(parsed, key)]).toEqual([change, false]);
    }
    for (const text of ['', '{}', '[]', 'null', '{"v":1}']) expect(parseReceipt(text)).toBeNull();
  });
});
