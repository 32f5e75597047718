import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { countedCells, type AnchorProof, type EntryDraft, type ManifestCell } from '#libs/audit';
import { canonicalJson, newId, type EntryId, type Viewer } from '#libs/kernel';
import { readLeaf, type Leaf } from '../../libs/audit/src/entry/leaf.js';
import { EntryPreparer } from '../../libs/audit/src/entry/prepared-entry.js';
import { checkpointText } from '../../libs/audit/src/note/checkpoint.js';
import { formatLogProof } from '../../libs/audit/src/note/log-proof.js';
import { mlDsaKeyPair } from '../../libs/audit/src/note/ml-dsa.js';
import { cosignText, cosignTree, signText } from '../../libs/audit/src/note/signed-note.js';
import { mlDsaVerifierKey, noteKeyTypes, verifierKey } from '../../libs/audit/src/note/verifier-key.js';
import { leafHash } from '../../libs/audit/src/tree/hash.js';
import { consistencyRuns } from '../../libs/audit/src/tree/subtree.js';
import { SmallTree } from '../../libs/audit/src/tree/small-tree.js';
import type { ExportContent, ExportedOpenings, ExportProofs } from '../../libs/inspection/src/export/export-content.js';
import { sha256Of } from '../../libs/inspection/src/export/export-store.js';
import { sealedExport } from '../../libs/inspection/src/export/sealed-export.js';
import { storedZip } from '../../libs/inspection/src/export/stored-zip.js';
import { readZip } from '../../apps/cli/src/verify/zip.js';

// A log in memory and exports of it, made by the house's own parts: no database, no processes, damage at will.

export const exportOrigin = 'audit.test.example/footage-access/1/2026h2';
const log = generateKeyPairSync('ed25519').privateKey;
const witness = generateKeyPairSync('ed25519').privateKey;
const logKey = verifierKey(exportOrigin, noteKeyTypes.ed25519, log);
const witnessKey = verifierKey('witness.test.example', noteKeyTypes.cosignatureV1, witness);
export const policyText = `log ${logKey.text}\nwitness w1 ${witnessKey.text}\nquorum w1\n`;
const pair = mlDsaKeyPair(randomBytes(32));
const mlDsaKey = mlDsaVerifierKey('witness.test.example', pair.publicKey);
/** The same witness by its ML-DSA-44 key. */
export const mlDsaPolicyText = `log ${logKey.text}\nwitness w1 ${mlDsaKey.text}\nquorum w1\n`;
const seconds = Date.parse('2026-11-28T03:00:00Z') / 1_000;

interface Made {
  readonly leaf: Leaf;
  readonly text: string;
  readonly openings: ExportedOpenings;
}

const viewerOf = (organisationCode: string, n: number): Viewer =>
  ({
    personId: newId('per'),
    sessionId: newId('ses'),
    displayName: `Nguyễn Thị Số ${n}`,
    organisationCode,
    title: 'chuyên viên',
    role: 'requester',
    sourceAddress: '192.0.2.7',
  }) as unknown as Viewer;

const preparer = new EntryPreparer({ origin: exportOrigin, producer: 'gateway-1' });

function made(draft: EntryDraft, at: Date): Made {
  const { text, parts } = preparer.prepare(draft, at, 'tx');
  const read = readLeaf(Buffer.from(text));
  if ('problem' in read) throw new Error(read.problem);
  const all = Object.assign({}, ...parts.map(({ openings }) => JSON.parse(openings) as object)) as ExportedOpenings;
  const { actor, case: caseRef } = all;
  return {
    leaf: read.leaf,
    text,
    openings: { ...(actor === undefined ? {} : { actor }), ...(caseRef === undefined ? {} : { case: caseRef }) },
  };
}

/** An export of a log of `before` entries, then the log's manifest of them, then `after` more; every third is of a body out of scope. */
export function makeExport(
  before: number,
  after: number,
  query: Readonly<Record<string, string>> = {},
  /** Stamps a checkpoint; null: a log without anchors. */
  stamp: ((checkpoint: Buffer) => Buffer) | null = null,
  /** Whether the witness signs by ML-DSA-44 too: 3,300 bytes more in the checkpoint and in each proof. */
  isMlDsa = false,
): Buffer {
  const at = (n: number): Date => new Date(Date.parse('2026-11-27T01:00:00Z') + n * 1_000);
  const entry = (n: number): Made =>
    made(
      {
        type: n % 2 === 0 ? 'live_view.open' : 'request.read',
        viewer: viewerOf(n % 3 === 2 ? 'cong-ty-x' : 'so-xay-dung', n),
        outcome: n % 5 === 4 ? 'refused' : 'allowed',
        ...(n % 2 === 0 ? { resource: { kind: 'camera', id: `cam_00000000-0000-4000-8000-00000000000${n % 3}` } } : {}),
        ...(n % 4 === 0 ? { caseRef: `HS-2026-${n + 1}`, details: { note: `ẫ 🚦 "${n}"`, part: n } } : {}),
      },
      at(n),
    );
  const entries = Array.from({ length: before }, (_, n) => entry(n));
  const cells: ManifestCell[] = countedCells(entries.map(({ leaf }) => leaf));
  const digest = sha256Of(canonicalJson(cells));
  const manifest = made(
    {
      type: 'log.manifest',
      viewer: null,
      actorProcess: 'worker-1',
      outcome: 'done',
      details: { day: '2026-11-27', fromIndex: 0, toIndex: before, cells: cells.length, cellsSha256: digest },
    },
    at(before),
  );
  const whole = [...entries, manifest, ...Array.from({ length: after }, (_, n) => entry(before + 1 + n))];
  const note = (text: string): string => {
    const second = isMlDsa ? cosignTree(text, mlDsaKey, pair, seconds) : null;
    return `${text}\n${signText(text, logKey, log)}${cosignText(text, witnessKey, witness, seconds)}${second ?? ''}`;
  };
  const anchor = (size: number): AnchorProof => {
    const root = new SmallTree(whole.slice(0, size).map((one) => leafHash(Buffer.from(one.text)))).root();
    const checkpoint = Buffer.from(note(checkpointText({ origin: exportOrigin, size, root })));
    const consistency = consistencyRuns(size, whole.length).map(
      ({ from, to }) => `${new SmallTree(whole.slice(from, to).map((one) => leafHash(Buffer.from(one.text)))).root().toString('base64')}\n`,
    );
    return { size, checkpoint, reply: stamp?.(checkpoint) ?? Buffer.alloc(0), consistency: consistency.join('') };
  };
  const tree = new SmallTree(whole.map(({ text }) => leafHash(Buffer.from(text))));
  const text = checkpointText({ origin: exportOrigin, size: whole.length, root: tree.root() });
  const head = note(text);
  const proofOf = (index: number): string =>
    formatLogProof({
      index,
      hashes: tree.inclusionProof(index),
      checkpoint: head,
      leafHash: leafHash(Buffer.from(whole[index]?.text ?? '')),
    });
  const asked = ({ leaf }: Made): boolean =>
    leaf.org === 'so-xay-dung'
    && (query['type'] === undefined || leaf.t === query['type'] || leaf.t.startsWith(`${query['type']}.`))
    && (query['outcome'] === undefined || leaf.outcome === query['outcome'])
    && (query['cameraId'] === undefined || leaf.resource?.id === query['cameraId']);
  const selected = whole.flatMap((one, index) => (asked(one) ? [{ ...one, index }] : []));
  const content: ExportContent = {
    madeAt: at(1_000),
    intentId: 'ent_00000000-0000-7000-8000-000000000001' as EntryId,
    head: { origin: exportOrigin, size: whole.length, note: head, policy: policyText },
    inspection: {
      decisionNo: '218/QĐ-TTTP-2026',
      organisations: ['so-xay-dung'],
      requests: [],
      from: new Date('2026-07-01T00:00:00Z'),
      to: new Date('2027-01-01T00:00:00Z'),
    },
    query,
    entries: selected.map(({ leaf, text: leafText, index }) => ({
      entryId: leaf.id as EntryId,
      index,
      state: 'WITNESSED',
      leaf,
      leafText,
      leafHash: leafHash(Buffer.from(leafText)).toString('hex'),
      acceptedAt: at(0),
      isRestored: false,
    })),
    openings: new Map(selected.map(({ leaf, openings }) => [leaf.id as EntryId, openings])),
  };
  const proofs: ExportProofs = {
    proofs: new Map([...selected.map(({ index }) => index), before].map((index) => [index, proofOf(index)])),
    stretches: [
      {
        index: before,
        leafText: manifest.text,
        leafHash: '',
        fromIndex: 0,
        toIndex: before,
        cells,
        earliest: at(0),
        latest: at(before - 1),
      },
    ],
    anchors: stamp === null ? [] : [anchor(2), anchor(whole.length - 1)],
  };
  return sealedExport(content, proofs);
}

export type ExportFiles = Map<string, Buffer>;

export function unpacked(zip: Uint8Array): ExportFiles {
  const files = readZip(zip);
  if ('what' in files) throw new Error(files.what);
  return new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

/** `manifest.json` changed as told. */
export function restate(files: ExportFiles, change: (statement: Record<string, unknown>) => void): void {
  const statement = JSON.parse((files.get('manifest.json') ?? Buffer.alloc(0)).toString('utf8')) as Record<string, unknown>;
  change(statement);
  files.set('manifest.json', Buffer.from(canonicalJson(statement)));
}

/** As somebody would pack it who wants the damage to look right: list of files, digests and zip are those of the damaged files. */
export function repacked(files: ExportFiles): Buffer {
  restate(files, (statement) => {
    statement['files'] = [...files]
      .filter(([name]) => name !== 'manifest.json')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => ({ name, sha256: sha256Of(bytes), size: bytes.length }));
  });
  return storedZip(files);
}
