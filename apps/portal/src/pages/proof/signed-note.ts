import { type Bytes, fromBase64, isSame, join, sha256, toHex, utf8 } from './bytes.js';

/** C2SP signed-note: a text that ends in a newline, an empty line, and signature lines `— name base64(keyid‖signature)`. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Bytes;
  readonly bytes: Bytes;
}

/** C2SP vkey `name+keyid+base64(type‖key)`; type 0x01 signs the text, 0x04 cosigns a checkpoint with a time. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: Bytes;
  readonly type: 0x01 | 0x04;
  readonly key: Bytes;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Bytes;
}

const signatureLine = /^— (\S+) (\S+)$/;

export function parseNote(note: string): SignedNote | null {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) return null;
  const signatures: NoteSignature[] = [];
  for (const line of note.slice(gap + 2, -1).split('\n')) {
    const [, name, base64] = signatureLine.exec(line) ?? [];
    const blob = base64 === undefined ? null : fromBase64(base64);
    if (name === undefined || blob === null || blob.length < 5) return null;
    signatures.push({ name, keyId: blob.slice(0, 4), bytes: blob.slice(4) });
  }
  return signatures.length === 0 ? null : { text: note.slice(0, gap + 1), signatures };
}

/** C2SP tlog-checkpoint: origin, size, root; further lines are allowed and ignored. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const hash = fromBase64(root);
  if (origin === '' || !/^(0|[1-9][0-9]{0,18})$/.test(size) || hash?.length !== 32) return null;
  return { origin, size: BigInt(size), root: hash };
}

/** null when the line is no vkey, or its key id does not belong to its key. */
export async function parseVerifierKey(line: string): Promise<VerifierKey | null> {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim());
  const [, name, id, base64] = match ?? [];
  const blob = base64 === undefined ? null : fromBase64(base64);
  if (name === undefined || id === undefined || blob?.length !== 33) return null;
  const type = blob[0];
  if (type !== 0x01 && type !== 0x04) return null;
  const keyId = (await sha256(join(utf8(`${name}\n`), blob))).slice(0, 4);
  return toHex(keyId) === id ? { name, keyId, type, key: blob.slice(1) } : null;
}

export type SignatureVerdict =
  | { readonly kind: 'good'; readonly atMs: number | null }
  | { readonly kind: 'bad' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsupported' };

/** Verifies the one signature on the note that carries this key's name and id. A cosignature says when it was made. */
export async function verifySignature(note: SignedNote, key: VerifierKey): Promise<SignatureVerdict> {
  const signature = note.signatures.find((one) => one.name === key.name && isSame(one.keyId, key.keyId));
  if (signature === undefined) return { kind: 'absent' };
  if (key.type === 0x01) return await verified(key, utf8(note.text), signature.bytes, null);
  if (signature.bytes.length !== 72) return { kind: 'bad' };
  const seconds = new DataView(signature.bytes.buffer).getBigUint64(0);
  return await verified(key, utf8(`cosignature/v1\ntime ${seconds}\n${note.text}`), signature.bytes.slice(8), Number(seconds) * 1_000);
}

async function verified(key: VerifierKey, signed: Bytes, signature: Bytes, atMs: number | null): Promise<SignatureVerdict> {
  // A browser without Ed25519 refuses the key; that says nothing about the signature.
  const imported = await crypto.subtle.importKey('raw', key.key, { name: 'Ed25519' }, false, ['verify']).catch(() => null);
  if (imported === null) return { kind: 'unsupported' };
  return (await crypto.subtle.verify('Ed25519', imported, signature, signed)) ? { kind: 'good', atMs } : { kind: 'bad' };
}
