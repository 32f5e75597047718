import type { webcrypto } from 'node:crypto';

/**
 * The two pieces of cryptography for the page: SHA-256 (FIPS 180-4) in plain arithmetic, because Merkle hashing must not wait for a promise
 * at each node; Ed25519 by WebCrypto. Takes the place of `primitives.ts` in the page's build.
 */
const k = Uint32Array.from({ length: 64 }, (_, at) => fraction(primeAt(at), 1 / 3));
const start = Uint32Array.from({ length: 8 }, (_, at) => fraction(primeAt(at), 1 / 2));

function primeAt(place: number): number {
  let found = -1;
  for (let number = 2; ; number += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= number && isPrime; divisor += 1) isPrime = number % divisor !== 0;
    if (isPrime && (found += 1) === place) return number;
  }
}

/** First 32 bits of the fractional part of a root of a small prime: a double holds them exactly enough (the tests compare all). */
function fraction(prime: number, power: number): number {
  const root = prime ** power;
  return Math.floor((root - Math.floor(root)) * 2 ** 32) >>> 0;
}

const words = new Uint32Array(64);

export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(start);
  const whole = bytes.length - (bytes.length % 64);
  const tail = new Uint8Array(bytes.length % 64 < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[bytes.length % 64] = 0x80;
  const bits = new DataView(tail.buffer);
  bits.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  bits.setUint32(tail.length - 4, (bytes.length << 3) >>> 0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, whole);
  for (let at = 0; at < whole; at += 64) compress(state, view, at);
  for (let at = 0; at < tail.length; at += 64) compress(state, bits, at);
  const hash = new Uint8Array(32);
  const out = new DataView(hash.buffer);
  state.forEach((word, at) => out.setUint32(4 * at, word));
  return hash;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function compress(state: Uint32Array, view: DataView, offset: number): void {
  const w = (at: number): number => words[at] ?? 0;
  for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(offset + 4 * at);
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [w(at - 15), w(at - 2)];
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = w(at - 16) + s0 + w(at - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (k[at] ?? 0) + w(at)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] ?? 0) + word));
}

/** This browser cannot check signatures: nothing is said of the file. */
export class NoEd25519 extends Error {}

/** @param publicKey 32 bytes (RFC 8032) @throws NoEd25519 */
export async function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  // Absent where a page comes over plain HTTP, whatever the types say.
  const { crypto }: { readonly crypto?: { readonly subtle?: webcrypto.SubtleCrypto } } = globalThis;
  const subtle = crypto?.subtle;
  if (subtle === undefined) throw new NoEd25519('there is no WebCrypto here');
  let key: webcrypto.CryptoKey;
  try {
    key = await subtle.importKey('raw', Uint8Array.from(publicKey), { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw new NoEd25519('WebCrypto knows no Ed25519 here', { cause: error });
  }
  return subtle.verify({ name: 'Ed25519' }, key, Uint8Array.from(signature), Uint8Array.from(message));
}
