import { sign, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { parseId, type EntryId } from '#libs/kernel';
import { decodeBase64 } from '../note/base64.js';
import type { Ed25519VerifierKey } from '../note/verifier-key.js';
import { hashBytes, leafHash, type Hash } from '../tree/hash.js';
import { SmallTree } from '../tree/small-tree.js';
import { inclusionRuns } from '../tree/subtree.js';
import { rootFromInclusion } from '../tree/verify.js';
import { isLogOrigin, isProcessName } from './leaf.js';
import type { LogIdentity } from './prepared-entry.js';

/** On libuv's threads: a signature does not hold up the event loop. */
const signAsync = promisify(sign) as (algorithm: null, data: Uint8Array, key: KeyObject) => Promise<Buffer>;

/** What one receipt is about. */
export interface ReceiptItem {
  readonly entryId: EntryId;
  /** RFC 6962 leaf hash of the entry, hex. */
  readonly leafHash: string;
  /** The producer's own number; null for entries that shared a transaction. */
  readonly number: { readonly lane: string; readonly pseq: number } | null;
  readonly acceptedAt: Date;
}

export interface SignedReceipt {
  readonly item: ReceiptItem;
  readonly signature: string;
  /** One JSON line. */
  readonly text: string;
}

/** A receipt read back from its line; says nothing about its signature. */
export interface ParsedReceipt extends LogIdentity, ReceiptItem {
  readonly signature: Buffer;
  readonly root: Hash;
  readonly batchSize: number;
}

/**
 * Receipts for one batch under a single Ed25519 signature: the signature covers the root of an RFC 6962 tree over the batch's
 * items, each receipt carries its own path. One signature for up to 256 entries keeps it off the hot path.
 */
export async function signReceipts(identity: LogIdentity, items: readonly ReceiptItem[], key: KeyObject): Promise<SignedReceipt[]> {
  const texts = items.map(itemText);
  const tree = new SmallTree(texts.map((text) => leafHash(Buffer.from(text, 'utf8'))));
  const signature = (await signAsync(null, signedText(identity, items.length, tree.root()), key)).toString('base64');
  const head = JSON.stringify({ v: 1, log: identity.origin, producer: identity.producer }).slice(0, -1);
  const pathOf = writtenProofs(tree);
  return items.map((item, index) => {
    const batch = `{"index":${index},"size":${items.length},"path":[${pathOf(index)}]}`;
    return { item, signature, text: `${head},${(texts[index] ?? '').slice(1, -1)},"batch":${batch},"signature":"${signature}"}` };
  });
}

/** Proofs as JSON writes them. Leaves of a batch share most of their hashes: each is worked out and spelled once. */
function writtenProofs(tree: SmallTree): (index: number) => string {
  const written = new Map<number, string>();
  return (index) => {
    let path = '';
    for (const run of inclusionRuns(index, tree.size)) {
      const key = run.from * (tree.size + 1) + run.to;
      let hash = written.get(key);
      if (hash === undefined) written.set(key, (hash = `"${tree.hashOf(run).toString('hex')}"`));
      path += path === '' ? hash : `,${hash}`;
    }
    return path;
  };
}

/**
 * Strict reader of one receipt line; null for anything that `signReceipts` would not have written: one receipt has one spelling, so
 * that readers of every make see the same in it.
 */
export function parseReceipt(text: string): ParsedReceipt | null {
  if (text.length > 4_096) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isReceiptJson(value) || spelled(value) !== text) return null;
  const entryId = parseId('ent', value.entry);
  const signature = decodeBase64(value.signature);
  const acceptedAt = new Date(value.acceptedAt);
  if (entryId === null || signature?.length !== 64 || Number.isNaN(acceptedAt.getTime()) || acceptedAt.toISOString() !== value.acceptedAt)
    return null;
  const item: ReceiptItem = { entryId, leafHash: value.leafHash, number: numberOf(value), acceptedAt };
  const path = value.batch.path.map((hash) => Buffer.from(hash, 'hex'));
  const root = rootFromInclusion(value.batch.index, value.batch.size, leafHash(Buffer.from(itemText(item), 'utf8')), path);
  return root === null ? null : { ...item, origin: value.log, producer: value.producer, signature, root, batchSize: value.batch.size };
}

export function verifyReceipt(receipt: ParsedReceipt, key: Ed25519VerifierKey): boolean {
  return (
    key.name === receiptKeyName(receipt)
    && verify(null, signedText(receipt, receipt.batchSize, receipt.root), key.publicKey, receipt.signature)
  );
}

/** Name of the key that signs a producer's receipts, in C2SP vkey form. */
export function receiptKeyName({ origin, producer }: LogIdentity): string {
  return `${origin}/receipts/${producer}`;
}

function signedText({ origin, producer }: LogIdentity, size: number, root: Hash): Buffer {
  return Buffer.from(`cuao-receipt/v1\n${origin}\n${producer}\n${size}\n${root.toString('base64')}\n`, 'utf8');
}

/** RFC 8785; every value is an id, a digest, a time or a number, so nothing needs an escape. */
function itemText({ entryId, leafHash: hash, number, acceptedAt }: ReceiptItem): string {
  const [lane, pseq] = number === null ? ['', ''] : [`"lane":"${number.lane}",`, `,"pseq":${number.pseq}`];
  return `{"acceptedAt":"${acceptedAt.toISOString()}","entry":"${entryId}",${lane}"leafHash":"${hash}"${pseq}}`;
}

interface ReceiptJson {
  readonly v: 1;
  readonly log: string;
  readonly producer: string;
  readonly acceptedAt: string;
  readonly entry: string;
  readonly leafHash: string;
  readonly lane?: string;
  readonly pseq?: number;
  readonly batch: { readonly index: number; readonly size: number; readonly path: readonly string[] };
  readonly signature: string;
}

function spelled({ v, log, producer, acceptedAt, entry, lane, leafHash: hash, pseq, batch, signature }: ReceiptJson): string {
  const { index, size, path } = batch;
  return JSON.stringify({ v, log, producer, acceptedAt, entry, lane, leafHash: hash, pseq, batch: { index, size, path }, signature });
}

function numberOf({ lane, pseq }: ReceiptJson): ReceiptItem['number'] {
  return lane === undefined || pseq === undefined ? null : { lane, pseq };
}

const hexHash = new RegExp(`^[0-9a-f]{${hashBytes * 2}}$`);
const keysOf = (value: object): string =>
  Object.keys(value)
    .filter((key) => key !== 'pseq' && key !== 'lane')
    .sort()
    .join();

function isReceiptJson(value: unknown): value is ReceiptJson {
  if (typeof value !== 'object' || value === null || keysOf(value) !== 'acceptedAt,batch,entry,leafHash,log,producer,signature,v')
    return false;
  const { v, log, producer, acceptedAt, entry, lane, leafHash: hash, pseq, batch, signature } = value as Record<string, unknown>;
  const texts = [log, producer, acceptedAt, entry, signature];
  if (v !== 1 || !texts.every((text) => typeof text === 'string') || typeof hash !== 'string' || !hexHash.test(hash)) return false;
  if (!isLogOrigin(log) || !isProcessName(producer)) return false;
  if ((pseq === undefined) !== (lane === undefined)) return false;
  if (pseq !== undefined && !(Number.isSafeInteger(pseq) && Number(pseq) > 0 && typeof lane === 'string' && /^n[1-9]$/.test(lane)))
    return false;
  if (typeof batch !== 'object' || batch === null || keysOf(batch) !== 'index,path,size') return false;
  const { index, size, path } = batch as Record<string, unknown>;
  return (
    Number.isSafeInteger(index)
    && Number.isSafeInteger(size)
    && Number(size) <= 256
    && Array.isArray(path)
    && path.length <= 8
    && path.every((item) => typeof item === 'string' && hexHash.test(item))
  );
}
