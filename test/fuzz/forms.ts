import { generateKeyPairSync } from 'node:crypto';
import { parseProof } from '../../apps/cli/src/verify/proof.js';
import { readLeaf as theirLeaf } from '../../apps/cli/src/verify/leaf.js';
import { decodeBundle as theirBundle } from '../../apps/cli/src/verify/log-folder.js';
import {
  parseCheckpoint,
  parseNote as theirNote,
  parseVerifierKey as theirKey,
  type VerifierKey as TheirKey,
} from '../../apps/cli/src/verify/note.js';
import { verifyReceipt as theirReceipt } from '../../apps/cli/src/verify/receipt.js';
import { openTrusted, parseTrustPolicy, type TrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { readLeaf } from '../../libs/audit/src/entry/leaf.js';
import { parseReceipt, signReceipts, verifyReceipt } from '../../libs/audit/src/entry/receipt.js';
import { parseCheckpointText } from '../../libs/audit/src/note/checkpoint.js';
import { formatHeadRequest, parseHeadRequest } from '../../libs/audit/src/note/head-request.js';
import { formatLogProof, parseLogProof } from '../../libs/audit/src/note/log-proof.js';
import { openCheckpoint } from '../../libs/audit/src/note/opened-checkpoint.js';
import { parseNote } from '../../libs/audit/src/note/signed-note.js';
import { noteKeyTypes, parseVerifierKey, verifierKey } from '../../libs/audit/src/note/verifier-key.js';
import { mlDsaTrustPolicyText, parseWitnessPolicy, trustPolicyText } from '../../libs/audit/src/note/witness-policy.js';
import { decodeBundle, encodeBundle } from '../../libs/audit/src/tree/entry-bundle.js';
import { emptyRoot, leafHash } from '../../libs/audit/src/tree/hash.js';
import { parseTilePath, tilePath } from '../../libs/audit/src/tree/tile-path.js';
import { bendJson, damage, type Chance } from './mutate.js';
import { noteHands } from './note-hands.js';
import { someLeaves } from './some-leaves.js';
import { stampForm } from './stamp-form.js';
import { newId } from '#libs/kernel';

/** What a reader made of an input: null where it refused it, else its meaning in words, so that two readers can be compared. */
export type Reading = string | null;

export interface Form {
  readonly name: string;
  /** Good inputs to begin from. */
  readonly seeds: readonly Buffer[];
  mutate(chance: Chance): Buffer;
  /** The log's own reader. */
  ours(input: Buffer): Reading | Promise<Reading>;
  /** The offline verifier's, written apart; absent where it reads no such thing. */
  cli?(input: Buffer): Reading | Promise<Reading>;
  /** Whether the verifier in Go reads it too: as the word of its command `read`. */
  readonly go?: string;
  /** For what has one spelling only: an accepted input, written again. */
  again?(input: Buffer): Buffer;
}

export interface Forms {
  readonly forms: readonly Form[];
  /** What the verifier in Go must be given: trust policy, receipt keys, origin. */
  readonly policyText: string;
  readonly producersText: string;
  readonly origin: string;
  /** Whom it trusts for time, PEM. */
  readonly authoritiesPem: string;
}

const origin = 'audit.example/footage-access/1/2026h2';
const text = (input: Buffer): string => input.toString('utf8');
const isUtf8 = (input: Buffer): boolean => Buffer.from(text(input), 'utf8').equals(input);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export async function everyForm(): Promise<Forms> {
  const hands = noteHands(origin);
  const { logKey, witnessKeys, policyText, checkpoints, notes } = hands;
  const producerPrivate = generateKeyPairSync('ed25519').privateKey;
  const producer = { origin, producer: 'gateway-1' };
  const producerKey = verifierKey(`${origin}/receipts/gateway-1`, noteKeyTypes.ed25519, producerPrivate);
  const policy = parseTrustPolicy(policyText) as TrustPolicy;
  const producerKeys = [theirKey(producerKey.text)].filter((key): key is TheirKey => key !== null);

  const vkeys = [logKey, ...witnessKeys, producerKey].map((key) => key.text);
  const proofs = notes.map((checkpoint, n) =>
    formatLogProof({
      index: n,
      hashes: Array.from({ length: n * 3 }, (_, at) => leafHash(Buffer.from([at]))),
      checkpoint,
      ...(n % 2 === 0 ? { leafHash: emptyRoot } : {}),
    }),
  );
  const items = [0, 1, 2, 3, 4].map((n) => ({
    entryId: newId('ent'),
    leafHash: hex(leafHash(Buffer.from([n]))),
    number: n % 2 === 0 ? null : { lane: 'n1', pseq: n },
    acceptedAt: new Date(1_764_000_000_000 + n),
  }));
  const receipts = (await signReceipts(producer, items, producerPrivate)).map((receipt) => receipt.text);
  const leaves = someLeaves(origin);
  const bundles = [encodeBundle(leaves), encodeBundle([]), encodeBundle(Array.from({ length: 256 }, () => Buffer.from('x')))];

  const stamps = stampForm();

  const make = (
    name: string,
    seeds: readonly (string | Buffer)[],
    rest: Omit<Form, 'name' | 'seeds' | 'mutate'> & Partial<Pick<Form, 'mutate'>>,
  ): Form => {
    const bytes = seeds.map((seed) => (typeof seed === 'string' ? Buffer.from(seed, 'utf8') : seed));
    return { name, seeds: bytes, mutate: (chance) => damage(chance, chance.pick(bytes), bytes), ...rest };
  };
  const bent =
    (seeds: readonly (string | Buffer)[], isSorted: boolean) =>
    (chance: Chance): Buffer => {
      const from = seeds.map((seed) => Buffer.from(seed));
      const one = chance.pick(from);
      return chance.below(2) === 0 ? damage(chance, one, from) : bendJson(chance, one.toString('utf8'), isSorted);
    };

  const forms: Form[] = [
    make('checkpoint', checkpoints, {
      go: 'checkpoint',
      ours: (input) => {
        const read = isUtf8(input) ? parseCheckpointText(text(input)) : null;
        return read === null ? null : `${read.size} ${hex(read.root)}`;
      },
      cli: (input) => {
        const read = isUtf8(input) ? parseCheckpoint(text(input)) : '';
        return typeof read === 'string' ? null : `${read.size} ${hex(read.root)}`;
      },
    }),
    make('note', [...notes, notes.join(''), 'free text\n\n\u2014 a BQAAAAUF\n'], {
      go: 'note',
      ours: (input) => {
        const read = parseNote(input);
        return read === null
          ? null
          : `${hex(Buffer.from(read.text))} ${read.signatures.map((one) => hex(Buffer.concat([one.keyId, one.bytes]))).join()}`;
      },
      cli: (input) => {
        const read = theirNote(input);
        return typeof read === 'string'
          ? null
          : `${hex(Buffer.from(read.text))} ${read.signatures.map((one) => hex(Buffer.concat([one.keyId, one.signature]))).join()}`;
      },
    }),
    make('cosignature', notes, {
      go: 'cosignature',
      mutate: (chance) => hands.bentNote(chance),
      ours: (input) => {
        const read = openCheckpoint(input, logKey, witnessKeys);
        return read === null
          ? null
          : `${read.size} ${hex(read.root)} ${read.signatures
              .flatMap(({ time }) => (time === null ? [] : [time]))
              .sort(byWords)
              .join()}`;
      },
      cli: async (input) => {
        const read = await openTrusted(input, policy);
        return typeof read === 'string'
          ? null
          : `${read.size} ${hex(read.root)} ${read.seen
              .map(({ seconds }) => seconds)
              .sort(byWords)
              .join()}`;
      },
    }),
    make('vkey', vkeys, {
      go: 'vkey',
      mutate: (chance) =>
        chance.below(2) === 0
          ? hands.bentKey(chance)
          : damage(
              chance,
              Buffer.from(chance.pick(vkeys)),
              vkeys.map((key) => Buffer.from(key)),
            ),
      ours: (input) => (isUtf8(input) ? (parseVerifierKey(text(input))?.text ?? null) : null),
      cli: (input) => (isUtf8(input) ? (theirKey(text(input))?.text ?? null) : null),
      again: (input) => Buffer.from(parseVerifierKey(text(input))?.text ?? '', 'utf8'),
    }),
    make('proof', proofs, {
      go: 'proof',
      ours: (input) => {
        const read = isUtf8(input) ? parseLogProof(text(input)) : null;
        return read === null
          ? null
          : `${read.index} ${read.hashes.map(hex).join()} ${read.leafHash === undefined ? '' : hex(read.leafHash)}`;
      },
      cli: (input) => {
        const read = isUtf8(input) ? parseProof(text(input)) : '';
        return typeof read === 'string'
          ? null
          : `${read.index} ${read.path.map(hex).join()} ${read.leafHash === null ? '' : hex(read.leafHash)}`;
      },
    }),
    make(
      'tile path',
      [0, 1, 999, 1_000, 256_000, 1_234_067].flatMap((index) =>
        [0, 1, 63, 'entries' as const].flatMap((level) => [1, 255, 256].map((width) => tilePath({ level, index, width }))),
      ),
      {
        ours: (input) => {
          const read = parseTilePath(input.toString('latin1'));
          return read === null ? null : JSON.stringify(read);
        },
        again: (input) => Buffer.from(tilePath(parseTilePath(input.toString('latin1')) ?? { level: 0, index: 0, width: 0 }), 'latin1'),
      },
    ),
    make('entry bundle', bundles, {
      go: 'bundle',
      ours: (input) =>
        decodeBundle(input)
          ?.map((entry) => entry.length)
          .join() ?? null,
      cli: (input) =>
        theirBundle(input)
          ?.map((entry) => entry.length)
          .join() ?? null,
      again: (input) => encodeBundle(decodeBundle(input) ?? []),
    }),
    make('receipt', receipts, {
      go: 'receipt',
      mutate: bent(receipts, false),
      ours: (input) => {
        const read = isUtf8(input) ? parseReceipt(text(input)) : null;
        return read !== null && verifyReceipt(read, producerKey) ? `${read.entryId} ${read.leafHash}` : null;
      },
      cli: async (input) => {
        const read = isUtf8(input) ? await theirReceipt(text(input), producerKeys) : '';
        return typeof read === 'string' ? null : `${read.entry} ${read.leafHash}`;
      },
    }),
    make('leaf', leaves, {
      go: 'leaf',
      mutate: bent(leaves, true),
      ours: (input) => {
        const read = readLeaf(input);
        return 'problem' in read || read.leaf.log !== origin ? null : `${read.leaf.id} ${read.leaf.t}`;
      },
      cli: (input) => {
        const read = theirLeaf(input, origin);
        return typeof read === 'string' ? null : `${read.id} ${read.type}`;
      },
    }),
    make(
      'witness request',
      [0, 1, 63].map((n) =>
        formatHeadRequest(
          n,
          Array.from({ length: n }, () => emptyRoot),
          notes[1] ?? '',
        ),
      ),
      {
        ours: (input) => {
          const read = parseHeadRequest(input);
          return read === null ? null : `${read.oldSize} ${read.proof.length} ${hex(read.note)}`;
        },
        again: (input) => {
          const read = parseHeadRequest(input);
          return read === null
            ? Buffer.alloc(0)
            : Buffer.from(formatHeadRequest(read.oldSize, read.proof, read.note.toString('latin1')), 'latin1');
        },
      },
    ),
    make(
      'trust policy',
      [
        policyText,
        trustPolicyText(logKey, hands.bothKeys),
        mlDsaTrustPolicyText(logKey, hands.bothKeys) ?? '',
        `# mine\n\nlog ${logKey.text}\nwitness a ${vkeys[1] ?? ''} http://x/\ngroup g any a\ngroup h all g\nquorum h\n`,
      ],
      {
        go: 'policy',
        ours: (input) => policyReading(input),
      },
    ),
    make('witness policy', hands.witnessPolicies, {
      ours: (input) => {
        try {
          const { witnesses, quorum } = parseWitnessPolicy(text(input));
          return `${witnesses.length} ${quorum}`;
        } catch (error) {
          // Named refusals only: anything else would stop the process that reads the file.
          if (error instanceof RangeError || error instanceof SyntaxError) return null;
          throw error;
        }
      },
    }),
    stamps.form,
  ];
  return { forms, policyText, producersText: `${producerKey.text}\n`, origin, authoritiesPem: stamps.pem };
}

/** As the verifier in Go sorts what it says. */
const byWords = (one: number, other: number): number => (String(one) < String(other) ? -1 : 1);

function policyReading(input: Buffer): Reading {
  const read = isUtf8(input) ? parseTrustPolicy(text(input)) : '';
  return typeof read === 'string' ? null : `${read.logs.length} ${read.witnesses.size} ${read.groups.size} ${read.quorum}`;
}
