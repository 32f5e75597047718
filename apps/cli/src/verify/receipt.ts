import { fromBase64, fromHex, toHex, toUtf8 } from './codec.js';
import { hashLeaf, hashLength, rootOfPath } from './merkle.js';
import type { VerifierKey } from './note.js';
import { verifyEd25519 } from './primitives.js';

/** What a producer's receipt promises: this entry, with this leaf hash, was durable at this time. */
export interface Receipt {
  readonly log: string;
  readonly producer: string;
  readonly entry: string;
  readonly leafHash: string;
  readonly acceptedAt: string;
}

const fields = ['v', 'log', 'producer', 'acceptedAt', 'entry', 'lane', 'leafHash', 'pseq', 'batch', 'signature'];
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length < 300 && !/[\n\r]/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Verifies one receipt line under the producers' keys. @returns the receipt, or what is wrong */
export async function verifyReceipt(line: string, producers: readonly VerifierKey[]): Promise<Receipt | string> {
  let value: Record<string, unknown>;
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'is no JSON object';
    value = parsed as Record<string, unknown>;
  } catch {
    return 'is not JSON';
  }
  const { v, log, producer, acceptedAt, entry, lane, leafHash, pseq, signature } = value;
  const batch = typeof value['batch'] === 'object' && value['batch'] !== null ? (value['batch'] as Record<string, unknown>) : {};
  const unknown = Object.keys(value).find((key) => !fields.includes(key));
  if (unknown !== undefined) return `has an unknown field ${unknown}`;
  if (v !== 1 || !isText(log) || !isText(producer) || !isText(acceptedAt) || !isText(entry) || !isText(leafHash) || !isText(signature))
    return 'is no receipt of version 1';
  if (!/^[0-9a-f]{64}$/.test(leafHash) || (pseq === undefined) !== (lane === undefined) || (pseq !== undefined && !isCount(pseq)))
    return 'is no receipt of version 1';
  const { index, size, path } = batch;
  if (!isCount(index) || !isCount(size) || !Array.isArray(path)) return 'has no proper batch';
  const hashes = path.map((each) => (typeof each === 'string' ? fromHex(each) : null));
  const signed = fromBase64(signature);
  if (signed?.length !== 64 || hashes.some((hash) => hash?.length !== hashLength)) return 'has a malformed hash or signature';
  // Keys in the order of RFC 8785.
  const item = JSON.stringify({ acceptedAt, entry, lane, leafHash, pseq });
  const root = rootOfPath(
    index,
    size,
    hashLeaf(toUtf8(item)),
    hashes.filter((hash) => hash !== null),
  );
  if (root === null) return 'has a batch path of the wrong length';
  const key = producers.find((each) => each.name === `${log}/receipts/${producer}`);
  if (key === undefined) return `is by ${producer}, whose key is not in the list of producers`;
  const text = toUtf8(`cuao-receipt/v1\n${log}\n${producer}\n${size}\n${base64Of(root)}\n`);
  if (!(await verifyEd25519(key.publicKey, text, signed))) return 'has a false signature';
  return { log, producer, entry, leafHash, acceptedAt };
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Key of a receipt's leaf in a set of leaf hashes. */
export const leafKey = (hash: Uint8Array): string => toHex(hash);
