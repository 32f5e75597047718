import { sign, verify, type KeyObject } from 'node:crypto';
import { decodeBase64 } from './base64.js';
import { parseCheckpointText } from './checkpoint.js';
import { cosignatureTime, ed25519Cosignature, mlDsaCosignature } from './cosignature.js';
import type { MlDsaKeyPair } from './ml-dsa.js';
import { noteKeyTypes, type Ed25519VerifierKey, type MlDsaVerifierKey, type VerifierKey } from './verifier-key.js';

/** One signature line of a note, not yet checked. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Buffer;
  /** What follows the key id. */
  readonly bytes: Buffer;
  /** The whole line with its newline, to be copied as it is. */
  readonly line: string;
}

/** C2SP signed-note, split into its parts. The text must be ignored until a trusted key was found to have signed it. */
export interface SignedNote {
  /** With its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The specification asks for at least 16; we take no more. */
export const maxSignatures = 16;
/** Sixteen cosignatures by ML-DSA-44, of 3,300 bytes each and a long name, are 60,000. */
const maxNoteBytes = 100_000;

/** Strict reader; null for anything that is not exactly a signed note. */
export function parseNote(bytes: Uint8Array): SignedNote | null {
  if (bytes.length > maxNoteBytes) return null;
  let whole: string;
  try {
    whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  // eslint-disable-next-line no-control-regex -- the specification forbids exactly these
  if (/[\u0000-\u0009\u000b-\u001f]/.test(whole) || !whole.endsWith('\n')) return null;
  const split = whole.lastIndexOf('\n\n');
  if (split < 0) return null;
  const text = whole.slice(0, split + 1);
  const lines = whole
    .slice(split + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || lines.length > maxSignatures) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === null) return null;
    signatures.push(signature);
  }
  return { text, signatures };
}

/**
 * No more lines than readers take beside those of the note (a log that changes its key has two): the longest, of ML-DSA-44, give way.
 * @param lines each with its newline, under whatever tells them apart
 */
export function fittingLines<Of>(note: string, lines: ReadonlyMap<Of, string>): ReadonlyMap<Of, string> {
  const room = maxSignatures - (parseNote(Buffer.from(note, 'utf8'))?.signatures.length ?? 0);
  const shortestFirst = [...lines].sort(([, one], [, other]) => one.length - other.length);
  const kept = new Set(shortestFirst.slice(0, room).map(([of]) => of));
  return new Map([...lines].filter(([of]) => kept.has(of)));
}

/** `— <name> <base64 of key id ‖ signature>`, without its newline. */
export function parseSignatureLine(line: string): NoteSignature | null {
  const match = /^\u2014 ([^\p{White_Space}+]+) ([A-Za-z0-9+/=]+)$/u.exec(line);
  const bytes = match?.[2] === undefined ? null : decodeBase64(match[2]);
  if (match?.[1] === undefined || bytes === null || bytes.length < 5) return null;
  return { name: match[1], keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4), line: `${line}\n` };
}

export function signatureLine(key: VerifierKey, signature: Uint8Array): string {
  return `\u2014 ${key.name} ${Buffer.concat([key.keyId, signature]).toString('base64')}\n`;
}

/** Ed25519 over the note's text (type 0x01). */
export function signText(text: string, key: VerifierKey, privateKey: KeyObject): string {
  return signatureLine(key, sign(null, Buffer.from(text, 'utf8'), privateKey));
}

/** Cosignature v1 (type 0x04): a witness saw this checkpoint, consistent with all before it, at this time. @param seconds POSIX time */
export function cosignText(text: string, key: Ed25519VerifierKey, privateKey: KeyObject, seconds: number): string {
  return signatureLine(key, ed25519Cosignature(text, privateKey, seconds));
}

/** The same by ML-DSA-44 (type 0x06). null when the text is no checkpoint, or its origin longer than 255 bytes: no message says that */
export function cosignTree(text: string, key: MlDsaVerifierKey, pair: MlDsaKeyPair, seconds: number): string | null {
  const checkpoint = parseCheckpointText(text);
  const signature = checkpoint === null ? null : mlDsaCosignature(checkpoint, key, pair, seconds);
  return signature === null ? null : signatureLine(key, signature);
}

export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** POSIX seconds of a cosignature; null for the log's own. */
  readonly time: number | null;
  readonly line: string;
}

/**
 * The signatures by known keys, each key once. Unknown keys are ignored.
 * @returns null when a known key's signature is false: such a note is to be rejected as a whole
 */
export function verifySignatures({ text, signatures }: SignedNote, known: readonly VerifierKey[]): VerifiedSignature[] | null {
  const verified: VerifiedSignature[] = [];
  for (const signature of signatures) {
    const key = known.find((each) => each.name === signature.name && each.keyId.equals(signature.keyId));
    if (key === undefined) continue;
    const time = checkOne(text, signature.bytes, key);
    if (time === false) return null;
    if (!verified.some((each) => each.key === key)) verified.push({ key, time, line: signature.line });
  }
  return verified;
}

function checkOne(text: string, bytes: Buffer, key: VerifierKey): number | null | false {
  if (key.type !== noteKeyTypes.ed25519) return cosignatureTime(text, bytes, key) ?? false;
  return bytes.length === 64 && verify(null, Buffer.from(text, 'utf8'), key.publicKey, bytes) ? null : false;
}
