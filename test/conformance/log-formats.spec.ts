import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { fromBase64, fromDecimal } from '../../apps/cli/src/verify/codec.js';
import { readLeaf as verifierReadsLeaf } from '../../apps/cli/src/verify/leaf.js';
import { tilePath as verifierTilePath } from '../../apps/cli/src/verify/log-folder.js';
import * as reader from '../../apps/cli/src/verify/merkle.js';
import { parseCheckpoint, parseNote as verifierReadsNote, parseVerifierKey as verifierReadsKey } from '../../apps/cli/src/verify/note.js';
import { parseProof } from '../../apps/cli/src/verify/proof.js';
import { parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { readLeaf } from '../../libs/audit/src/entry/leaf.js';
import { EntryPreparer } from '../../libs/audit/src/entry/prepared-entry.js';
import { decodeBase64, decodeDecimal } from '../../libs/audit/src/note/base64.js';
import { checkpointText, parseCheckpointText } from '../../libs/audit/src/note/checkpoint.js';
import { formatLogProof, parseLogProof } from '../../libs/audit/src/note/log-proof.js';
import { parseNote, signText } from '../../libs/audit/src/note/signed-note.js';
import { noteKeyTypes, parseVerifierKey, verifierKey } from '../../libs/audit/src/note/verifier-key.js';
import { trustPolicyText } from '../../libs/audit/src/note/witness-policy.js';
import { emptyRoot, leafHash } from '../../libs/audit/src/tree/hash.js';
import { SmallTree } from '../../libs/audit/src/tree/small-tree.js';
import { consistencyRuns } from '../../libs/audit/src/tree/subtree.js';
import { tilePath } from '../../libs/audit/src/tree/tile-path.js';
import { rootFromInclusion, verifyConsistency } from '../../libs/audit/src/tree/verify.js';

// The log and its verifier share no code. Here they meet: on what is right, and on every single thing that is not.

const origin = 'audit.example/log/1';
const { privateKey } = generateKeyPairSync('ed25519');
const key = verifierKey(origin, noteKeyTypes.ed25519, privateKey);
const witness = verifierKey('witness.example', noteKeyTypes.cosignatureV1, generateKeyPairSync('ed25519').privateKey);
const text = checkpointText({ origin, size: 300, root: emptyRoot });
const note = `${text}\n${signText(text, key, privateKey)}`;
const proofText = formatLogProof({ index: 7, hashes: [emptyRoot, leafHash(emptyRoot)], checkpoint: note, leafHash: emptyRoot });
const prepared = new EntryPreparer({ origin, producer: 'edge-1' }).prepare(
  {
    type: 'live_view.open',
    viewer: null,
    actorProcess: 'edge-1',
    outcome: 'refused',
    rules: ['PD-04'],
    details: { part: 1, ok: true, ranges: 'a b' },
    resource: { kind: 'camera', id: 'cam_1' },
  },
  new Date('2026-11-24T02:50:10.376Z'),
  'node',
);
const leafText = prepared.text;
/** Version 2: a legal basis as the law writes it. */
const lawfulText = new EntryPreparer({ origin, producer: 'edge-1' }).prepare(
  { type: 'submit_request.submit', viewer: null, actorProcess: 'edge-1', outcome: 'done', basis: 'ND61-14/22' },
  new Date('2026-11-24T02:50:10.376Z'),
  'node',
).text;

/** The text with one place changed, cut, doubled or filled with something else. */
const bent = (original: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(original.length), fc.nat(4), fc.constantFrom('0', '=', '\n', ' ', 'A', '+', '—', '\u0000', '"', ',', '1', 'é', '\ud800'))
    .map(([at, length, filling]) => original.slice(0, at) + filling + original.slice(at + length));
const runs = { numRuns: 3_000 };

describe('the log and its verifier agree', () => {
  it('on tree hashes and proofs of every size to 130, right and wrong', () => {
    const leaves = Array.from({ length: 130 }, () => leafHash(randomBytes(8)));
    const trees = Array.from({ length: 131 }, (_, size) => new SmallTree(leaves.slice(0, size)));
    const roots = trees.map((tree) => tree.root());
    const growing = new reader.GrowingTree();
    const differences: string[] = [];
    const compare = (what: string, same: boolean): void => void (same || differences.push(what));
    for (let size = 0; size <= 130; size += 1) {
      const tree = trees[size]!;
      compare(`root of ${size}`, roots[size]!.equals(growing.root()));
      for (let index = 0; index < size; index += 1) {
        const path = tree.inclusionProof(index);
        const theirs = reader.rootOfPath(index, size, leaves[index]!, path);
        compare(`path of ${index} in ${size}`, theirs !== null && roots[size]!.equals(theirs));
        for (const wrong of [path.slice(1), [...path, leaves[0]!]]) {
          const [mine, other] = [
            rootFromInclusion(index, size, leaves[index]!, wrong),
            reader.rootOfPath(index, size, leaves[index]!, wrong),
          ];
          compare(`${wrong.length} hashes for ${index} in ${size}`, (mine === null) === (other === null));
        }
      }
      for (let from = 0; from <= size; from += 1) {
        const proof = consistencyRuns(from, size).map((run) => tree.hashOf(run));
        for (const each of [proof, proof.slice(1), [...proof, leaves[0]!], proof.toReversed()])
          compare(
            `${each.length} hashes from ${from} to ${size}`,
            reader.isConsistent(from, roots[from]!, size, roots[size]!, each)
              === verifyConsistency(from, size, each, roots[from]!, roots[size]!),
          );
      }
      if (size < 130) growing.add(leaves[size]!);
    }
    expect(differences).toEqual([]);
  });

  it('on which notes and checkpoints are well-formed', () => {
    fc.assert(
      fc.property(bent(note), (wrong) => {
        const bytes = Buffer.from(wrong, 'utf8');
        const [mine, theirs] = [parseNote(bytes), verifierReadsNote(bytes)];
        if ((mine === null) !== (typeof theirs === 'string')) return false;
        return mine === null || (parseCheckpointText(mine.text) === null) === (typeof parseCheckpoint(mine.text) === 'string');
      }),
      runs,
    );
  });

  it('on which proof files are well-formed', () => {
    expect(typeof parseProof(proofText)).toBe('object');
    fc.assert(
      fc.property(bent(proofText), (wrong) => (parseLogProof(wrong) === null) === (typeof parseProof(wrong) === 'string')),
      runs,
    );
  });

  it('on which verifier keys are right', () => {
    expect(verifierReadsKey(key.text)).not.toBeNull();
    fc.assert(
      fc.property(bent(key.text), (wrong) => (parseVerifierKey(wrong) === null) === (verifierReadsKey(wrong) === null)),
      runs,
    );
  });

  it('on which leaves are well-formed', () => {
    for (const right of [leafText, lawfulText]) {
      expect(verifierReadsLeaf(Buffer.from(right), origin)).toMatchObject({ producer: 'edge-1' });
      expect(readLeaf(Buffer.from(right))).toHaveProperty('leaf');
    }
    for (const wrong of [lawfulText.replace('"v":2', '"v":1'), lawfulText.replace('"v":2', '"v":3')]) {
      expect(typeof verifierReadsLeaf(Buffer.from(wrong), origin)).toBe('string');
      expect(readLeaf(Buffer.from(wrong))).toHaveProperty('problem');
    }
    fc.assert(
      fc.property(fc.oneof(bent(leafText), bent(lawfulText)), (wrong) => {
        const bytes = Buffer.from(wrong, 'utf8');
        const mine = readLeaf(bytes);
        // The verifier also asks for this log and for a time that exists.
        const isMine = 'leaf' in mine && mine.leaf.log === origin && !Number.isNaN(Date.parse(mine.leaf.at));
        return isMine === (typeof verifierReadsLeaf(bytes, origin) !== 'string');
      }),
      runs,
    );
  });

  it('on base64 and numbers of any text', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ABab01+/=-_ \n'), maxLength: 12 });
    fc.assert(
      fc.property(letters, (each) => {
        const theirs = fromBase64(each);
        return decodeBase64(each)?.toString('hex') === (theirs === null ? undefined : Buffer.from(theirs).toString('hex'));
      }),
      { numRuns: 20_000 },
    );
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789+-. e'), maxLength: 18 });
    fc.assert(
      fc.property(digits, (each) => decodeDecimal(each) === fromDecimal(each)),
      { numRuns: 20_000 },
    );
  });

  it('on tile paths', () => {
    for (const index of [0, 1, 999, 1_000, 999_999, 1_000_000, 1_234_067])
      expect(verifierTilePath(0, index)).toBe(tilePath({ level: 0, index, width: 256 }));
  });

  it('on the trust policy', () => {
    const policy = parseTrustPolicy(
      trustPolicyText(key, { witnesses: [{ name: 'w', keys: [witness], url: 'http://127.0.0.1' }], quorum: 1 }),
    );
    expect(typeof policy === 'string' ? policy : [policy.logs.length, policy.witnesses.size, policy.quorum]).toEqual([1, 1, 'witnesses']);
    expect(typeof parseTrustPolicy(trustPolicyText(key, { witnesses: [], quorum: 0 }))).toBe('object');
  });
});

describe('the trust policy of others', () => {
  const log = `log ${key.text}`;
  const one = `witness a ${witness.text}`;
  it.each([
    ['no quorum line', `${log}\n`],
    ['two quorum lines', `${log}\nquorum none\nquorum none`],
    ['a quorum of an unknown name', `${log}\nquorum a`],
    ['a witness twice', `${log}\n${one}\nwitness b ${witness.text}\nquorum a`],
    ['a log twice', `${log}\n${log}\nquorum none`],
    ['a witness called none', `${log}\nwitness none ${witness.text}\nquorum none`],
    ['a group that asks for more than it has', `${log}\n${one}\ngroup g 2 a\nquorum g`],
    ['a group that asks for none', `${log}\n${one}\ngroup g 0 a\nquorum g`],
    ['a member of two groups', `${log}\n${one}\ngroup g 1 a\ngroup h 1 a\nquorum h`],
    ['a log key for a witness', `${log}\nwitness a ${key.text}\nquorum a`],
    ['a word it does not know', `${log}\nquorom none`],
  ])('is refused with %s', (_, wrong) => {
    expect(typeof parseTrustPolicy(wrong)).toBe('string');
  });

  it('may nest groups, and comment', () => {
    const nested = `# ours\n${log} https://log.example\n${one}\n\tgroup g any a\ngroup h all g\n\nquorum h\n`;
    expect(parseTrustPolicy(nested)).toMatchObject({ quorum: 'h' });
  });
});
