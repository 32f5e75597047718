import { type Bytes, fromBase64, isSame, toBase64, utf8 } from './bytes.js';
import { leafHash, rootFromPath } from './merkle.js';
import { type Checkpoint, parseCheckpoint, parseNote, type SignedNote, type VerifierKey, verifySignature } from './signed-note.js';

/** C2SP tlog-proof, as a text file carries it. */
export interface TlogProof {
  readonly index: bigint;
  readonly path: readonly Bytes[];
  readonly note: string;
}

/** `unknown`: this browser or this viewer's rights do not suffice to say. */
export type RowState = 'good' | 'bad' | 'unknown';

export interface WitnessRow {
  readonly name: string;
  readonly state: RowState;
  readonly atMs: number | null;
}

/** The four rows, each worked out here from bytes; nothing is taken from the gateway on trust. */
export interface ProofRows {
  readonly entry: { readonly state: RowState; readonly hash: string };
  readonly tree: { readonly state: RowState; readonly root: string | null; readonly index: string; readonly steps: number };
  readonly checkpoint: { readonly state: RowState; readonly origin: string; readonly size: string; readonly root: string };
  readonly witness: { readonly state: RowState; readonly witnesses: readonly WitnessRow[] };
}

export interface ProofMaterial {
  readonly proof: string;
  /** The entry's exact text where the viewer may read it. */
  readonly leaf: string | null;
  /** The hash the gateway (or a receipt) names for the entry, base64 or hex. */
  readonly claimedHash: string;
  /** The log's key first, then the witnesses'. */
  readonly keys: readonly VerifierKey[];
}

const proofPattern = /^c2sp\.org\/tlog-proof@v1\n(?:extra [^\n]*\n)?index (0|[1-9][0-9]{0,18})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n([\s\S]+)$/;

export function parseProof(text: string): TlogProof | null {
  const [, index, hashes, note] = proofPattern.exec(text) ?? [];
  if (index === undefined || hashes === undefined || note === undefined) return null;
  const path = hashes
    .split('\n')
    .filter((line) => line !== '')
    .map(fromBase64);
  return path.some((hash) => hash?.length !== 32) ? null : { index: BigInt(index), path: path.filter((hash) => hash !== null), note };
}

/** A hash as hex or base64; null if neither is 32 bytes long. */
export function parseHash(text: string): Bytes | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const bytes = fromBase64(text);
  return bytes?.length === 32 ? bytes : null;
}

/** @returns null when the proof file is not in the form of its standard: then nothing of it can be said */
export async function checkProof(material: ProofMaterial): Promise<ProofRows | null> {
  const proof = parseProof(material.proof);
  const note = proof === null ? null : parseNote(proof.note);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  const claimed = parseHash(material.claimedHash);
  if (proof === null || note === null || checkpoint === null || claimed === null) return null;

  const own = material.leaf === null ? null : await leafHash(utf8(material.leaf));
  const hash = own ?? claimed;
  const root = await rootFromPath(hash, proof.index, checkpoint.size, proof.path);
  return {
    entry: { state: own === null ? 'unknown' : isSame(own, claimed) ? 'good' : 'bad', hash: toBase64(hash) },
    tree: {
      state: root !== null && isSame(root, checkpoint.root) ? 'good' : 'bad',
      root: root === null ? null : toBase64(root),
      index: String(proof.index),
      steps: proof.path.length,
    },
    checkpoint: await checkpointRow(note, checkpoint, material.keys),
    witness: await witnessRow(note, material.keys),
  };
}

async function checkpointRow(note: SignedNote, checkpoint: Checkpoint, keys: readonly VerifierKey[]): Promise<ProofRows['checkpoint']> {
  const logKey = keys.find((key) => key.type === 0x01 && key.name === checkpoint.origin);
  const verdict = logKey === undefined ? null : await verifySignature(note, logKey);
  const state = verdict === null || verdict.kind === 'unsupported' ? 'unknown' : verdict.kind === 'good' ? 'good' : 'bad';
  return { state, origin: checkpoint.origin, size: String(checkpoint.size), root: toBase64(checkpoint.root) };
}

/** One witness whose cosignature holds is enough for a tick; a false one is a cross whatever the others say. */
async function witnessRow(note: SignedNote, keys: readonly VerifierKey[]): Promise<ProofRows['witness']> {
  const witnesses: WitnessRow[] = [];
  for (const key of keys.filter((one) => one.type === 0x04)) {
    const verdict = await verifySignature(note, key);
    const state = verdict.kind === 'good' ? 'good' : verdict.kind === 'bad' ? 'bad' : 'unknown';
    witnesses.push({ name: key.name, state, atMs: verdict.kind === 'good' ? verdict.atMs : null });
  }
  const has = (state: RowState): boolean => witnesses.some((one) => one.state === state);
  return { state: has('bad') ? 'bad' : has('good') ? 'good' : 'unknown', witnesses };
}
