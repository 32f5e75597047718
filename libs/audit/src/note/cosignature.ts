import { sign, verify, type KeyObject } from 'node:crypto';
import { parseCheckpointText, type Checkpoint } from './checkpoint.js';
import { signMlDsa, verifyMlDsa, type MlDsaKeyPair } from './ml-dsa.js';
import { mlDsaNameBytes, noteKeyTypes, type Ed25519VerifierKey, type MlDsaVerifierKey, type VerifierKey } from './verifier-key.js';

// C2SP tlog-cosignature: what a signature line of a cosigner holds behind the key id, `timestamped_signature`.

const stampBytes = 8;
const label = Buffer.from('subtree/v1\n\0', 'latin1');

/** Type 0x04 over the note's whole text. @param seconds POSIX time */
export function ed25519Cosignature(text: string, privateKey: KeyObject, seconds: number): Buffer {
  return Buffer.concat([uint64(seconds), sign(null, cosignedText(text, seconds), privateKey)]);
}

/** Type 0x06 over name, time, origin, size and root; of extension lines it says nothing. null when the origin is too long */
export function mlDsaCosignature(checkpoint: Checkpoint, { name }: MlDsaVerifierKey, pair: MlDsaKeyPair, seconds: number): Buffer | null {
  const message = cosignedMessage(name, checkpoint, seconds);
  return message === null ? null : Buffer.concat([uint64(seconds), signMlDsa(message, pair)]);
}

/** @param bytes what follows the key id @returns the cosigner's POSIX seconds; null when the signature does not hold */
export function cosignatureTime(text: string, bytes: Buffer, key: VerifierKey): number | null {
  if (bytes.length <= stampBytes) return null;
  const seconds = Number(bytes.readBigUInt64BE(0));
  if (!Number.isSafeInteger(seconds)) return null;
  const signature = bytes.subarray(stampBytes);
  const holds = key.type === noteKeyTypes.mlDsa ? holdsMlDsa(text, seconds, signature, key) : holdsEd25519(text, seconds, signature, key);
  return holds ? seconds : null;
}

function holdsEd25519(text: string, seconds: number, signature: Buffer, { publicKey }: Ed25519VerifierKey): boolean {
  return signature.length === 64 && verify(null, cosignedText(text, seconds), publicKey, signature);
}

function holdsMlDsa(text: string, seconds: number, signature: Buffer, { name, publicKey }: MlDsaVerifierKey): boolean {
  const checkpoint = parseCheckpointText(text);
  const message = checkpoint === null ? null : cosignedMessage(name, checkpoint, seconds);
  return message !== null && verifyMlDsa(publicKey, message, signature);
}

function cosignedText(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');
}

/** `cosigned_message` of a whole tree: from leaf 0 to its size. null when the origin has no such spelling. */
function cosignedMessage(cosigner: string, { origin, size, root }: Checkpoint, seconds: number): Buffer | null {
  const [name, log] = [cosigner, origin].map((each) => Buffer.from(each, 'utf8')) as [Buffer, Buffer];
  if (log.length === 0 || log.length > mlDsaNameBytes) return null;
  const [nameLength, logLength] = [Buffer.of(name.length), Buffer.of(log.length)];
  return Buffer.concat([label, nameLength, name, uint64(seconds), logLength, log, uint64(0), uint64(size), root]);
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(stampBytes);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
