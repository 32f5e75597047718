import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; only their hash is kept, so that whoever reads the database cannot become anybody. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(...parts: readonly string[]): Buffer {
  const hash = createHash('sha256');
  // Length before text: two lists of parts never give the same bytes.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}
