import { fromBase64, fromHex, toHex, toUtf8 } from './codec.js';
import { hashLeaf, hashLength, rootOfPath } from './merkle.js';
import { isTime } from './leaf.js';
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

/** The one spelling of a receipt: these fields in this order, nothing between them; every value has a form of its own. */
const forms = {
  log: /^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9._-]+)*$/,
  producer: /^[a-z][a-z0-9-]{0,62}$/,
  acceptedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  entry: /^ent_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  leafHash: /^[0-9a-f]{64}$/,
} as const;
const largestReceipt = 4_096;
const mostInBatch = 256;
const isCount = (value: unknown, least: number): value is number => Number.isSafeInteger(value) && Number(value) >= least;
const has = (form: RegExp, value: unknown): value is string => typeof value === 'string' && form.test(value);

/** Verifies one receipt line under the producers' keys. @returns the receipt, or what is wrong */
export async function verifyReceipt(line: string, producers: readonly VerifierKey[]): Promise<Receipt | string> {
  if (line.length > largestReceipt) return `has more than ${largestReceipt} characters`;
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
  const { index, size, path } = batch;
  const spelled = { v, log, producer, acceptedAt, entry, lane, leafHash, pseq, batch: { index, size, path }, signature };
  if (JSON.stringify(spelled) !== line) return 'is not written as receipts are';
  if (v !== 1 || !has(forms.log, log) || !has(forms.producer, producer) || !has(forms.entry, entry) || !has(forms.leafHash, leafHash))
    return 'is no receipt of version 1';
  if (!has(forms.acceptedAt, acceptedAt) || !isTime(acceptedAt)) return 'has a time that does not exist';
  if ((pseq === undefined) !== (lane === undefined) || (pseq !== undefined && !(isCount(pseq, 1) && has(/^n[1-9]$/, lane))))
    return 'is no receipt of version 1';
  if (!isCount(index, 0) || !isCount(size, 1) || size > mostInBatch || !Array.isArray(path)) return 'has no proper batch';
  const hashes = path.map((each) => (typeof each === 'string' ? fromHex(each) : null));
  const signed = typeof signature === 'string' ? fromBase64(signature) : null;
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
  const key = producers.find((each) => each.type !== 6 && each.name === `${log}/receipts/${producer}`);
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
