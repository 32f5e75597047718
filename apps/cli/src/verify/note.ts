import { fromBase64, fromDecimal, fromHex, fromUtf8, isSame, join, toUtf8 } from './codec.js';
import { hashLength, type Hash } from './merkle.js';
import { verifyMlDsa } from './ml-dsa.js';
import { sha256, verifyEd25519 } from './primitives.js';

/** C2SP signed-note, tlog-checkpoint and tlog-cosignature, from the reader's side. */
export interface VerifierKey {
  readonly name: string;
  readonly id: Uint8Array;
  /** 1: Ed25519 over the text; 4: cosignature/v1, Ed25519 with a time; 6: ML-DSA-44 with a time, over the tree that the text names. */
  readonly type: 1 | 4 | 6;
  /** 32 bytes, or 1,312 of type 6. */
  readonly publicKey: Uint8Array;
  readonly text: string;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

const keyName = '[^\\p{White_Space}+]+';
const largestNote = 100_000;
/** Bytes: `cosigned_message` counts a cosigner's name and a log's origin in one. */
const longestName = 255;

export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', idText = '', keyText = ''] = new RegExp(`^(${keyName})\\+([0-9a-f]{8})\\+(\\S+)$`, 'u').exec(text) ?? [];
  const id = fromHex(idText);
  const typed = fromBase64(keyText);
  const type = typed?.[0];
  if (id === null || typed === null || (type !== 1 && type !== 4 && type !== 6)) return null;
  if (typed.length !== (type === 6 ? 1_313 : 33)) return null;
  if (type === 6 && toUtf8(name).length > longestName) return null;
  if (!isSame(sha256(join(toUtf8(`${name}\n`), typed)).subarray(0, 4), id)) return null;
  return { name, id, type, publicKey: typed.slice(1), text };
}

/** Why these bytes are no note, or the note. */
export function parseNote(bytes: Uint8Array): Note | string {
  if (bytes.length > largestNote) return `has ${bytes.length} bytes, more than ${largestNote}`;
  const whole = fromUtf8(bytes);
  if (whole === null) return 'is not UTF-8';
  // eslint-disable-next-line no-control-regex -- the format forbids exactly these
  if (/[\x00-\x09\x0b-\x1f]/.test(whole)) return 'holds a control character';
  const blank = whole.lastIndexOf('\n\n');
  if (blank < 0 || !whole.endsWith('\n')) return 'has no signature block';
  const lines = whole
    .slice(blank + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0) return 'has no signature';
  if (lines.length > 16) return `has ${lines.length} signatures, more than 16`;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = new RegExp(`^\u2014 (${keyName}) (\\S+)$`, 'u').exec(line) ?? [];
    const raw = fromBase64(encoded);
    if (name === '' || raw === null || raw.length < 5) return 'has a malformed signature line';
    signatures.push({ name, keyId: raw.slice(0, 4), signature: raw.slice(4) });
  }
  return { text: whole.slice(0, blank + 1), signatures };
}

export function parseCheckpoint(text: string): Checkpoint | string {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < 3 || lines.some((line) => line === '')) return 'is no checkpoint';
  const [origin = '', sizeText = '', rootText = ''] = lines;
  const size = fromDecimal(sizeText);
  const root = fromBase64(rootText);
  if (size === null) return 'has no proper tree size';
  if (root?.length !== hashLength) return 'has no proper root hash';
  return { origin, size, root };
}

export interface CheckedSignature {
  readonly key: VerifierKey;
  /** Of a cosignature, POSIX seconds. */
  readonly seconds: number | null;
}

/** The known keys that signed; a false signature of a known key condemns the whole note. */
export async function checkSignatures(note: Note, known: readonly VerifierKey[]): Promise<CheckedSignature[] | string> {
  const checked: CheckedSignature[] = [];
  for (const { name, keyId, signature } of note.signatures) {
    const key = known.find((each) => each.name === name && isSame(each.id, keyId));
    if (key === undefined) continue;
    const time = key.type === 1 ? null : timeOf(signature);
    const isRight =
      key.type === 1
        ? signature.length === 64 && (await verifyEd25519(key.publicKey, toUtf8(note.text), signature))
        : time !== null && (await isCosigned(note.text, key, time, signature.subarray(timeBytes)));
    if (!isRight) return `has a false signature by ${name}`;
    if (!checked.some((each) => each.key === key)) checked.push({ key, seconds: time });
  }
  return checked;
}

const timeBytes = 8;

function timeOf(signature: Uint8Array): number | null {
  if (signature.length < timeBytes) return null;
  const seconds = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(seconds) ? seconds : null;
}

/** @param signature without its time */
async function isCosigned(text: string, { type, name, publicKey }: VerifierKey, seconds: number, signature: Uint8Array): Promise<boolean> {
  if (type !== 6)
    return signature.length === 64 && (await verifyEd25519(publicKey, toUtf8(`cosignature/v1\ntime ${seconds}\n${text}`), signature));
  const checkpoint = parseCheckpoint(text);
  const message = typeof checkpoint === 'string' ? null : cosignedMessage(name, seconds, checkpoint);
  return message !== null && verifyMlDsa(publicKey, message, signature);
}

/** `cosigned_message` of C2SP tlog-cosignature for a tree from its first leaf on; null for an origin that it has no room for. */
function cosignedMessage(name: string, seconds: number, { origin, size, root }: Checkpoint): Uint8Array | null {
  const [cosigner, log] = [toUtf8(name), toUtf8(origin)];
  if (log.length > longestName) return null;
  const head = join(toUtf8('subtree/v1\n\0'), Uint8Array.of(cosigner.length), cosigner, uint64(seconds));
  return join(head, Uint8Array.of(log.length), log, uint64(0), uint64(size), root);
}

function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}
