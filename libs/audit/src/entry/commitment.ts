import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import type { Commitment } from './leaf.js';

/** What opens a commitment: without it the 32 bytes in the leaf say nothing and bind to everything. */
export interface Opening {
  readonly value: unknown;
  /** 256 random bits, hex. */
  readonly salt: string;
}

/** HMAC-SHA-256(salt, canonical value): hides the value while the salt is secret, binds to it for ever. */
export function commit(value: unknown): { readonly commitment: Commitment; readonly opening: Opening } {
  const salt = randomBytes(32);
  return { commitment: { c: digestOf(value, salt).toString('hex') }, opening: { value, salt: salt.toString('hex') } };
}

/** Whether this opening is the one that was committed to; false also for a malformed salt. */
export function opens(commitment: Commitment, opening: Opening): boolean {
  if (!/^[0-9a-f]{64}$/.test(opening.salt) || !/^[0-9a-f]{64}$/.test(commitment.c)) return false;
  return timingSafeEqual(digestOf(opening.value, Buffer.from(opening.salt, 'hex')), Buffer.from(commitment.c, 'hex'));
}

function digestOf(value: unknown, salt: Buffer): Buffer {
  return createHmac('sha256', salt).update(canonicalJson(value), 'utf8').digest();
}
