import { createHmac, timingSafeEqual, type Hmac } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import type { Commitment } from './leaf.js';

/** What opens a commitment: without it the 32 bytes in the leaf say nothing and bind to everything. */
export interface Opening {
  readonly value: unknown;
  /** 256 random bits, hex. */
  readonly salt: string;
}

/**
 * HMAC-SHA-256(salt, canonical value): hides the value while the salt is secret, binds to it for ever.
 * @param canonical the value as RFC 8785 JSON
 * @param salt 256 random bits, never used before
 * @returns the commitment, and its opening as RFC 8785 JSON
 */
export function commit(canonical: string, salt: Buffer): { readonly commitment: Commitment; readonly opening: string } {
  return {
    commitment: { c: hmac(canonical, salt).digest('hex') },
    opening: `{"salt":"${salt.toString('hex')}","value":${canonical}}`,
  };
}

/** Whether this opening is the one that was committed to; false also for a malformed salt. */
export function opens(commitment: Commitment, opening: Opening): boolean {
  if (!/^[0-9a-f]{64}$/.test(opening.salt) || !/^[0-9a-f]{64}$/.test(commitment.c)) return false;
  return timingSafeEqual(hmac(canonicalJson(opening.value), Buffer.from(opening.salt, 'hex')).digest(), Buffer.from(commitment.c, 'hex'));
}

function hmac(canonical: string, salt: Buffer): Hmac {
  return createHmac('sha256', salt).update(canonical, 'utf8');
}
