import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';

/**
 * ML-DSA-44 (FIPS 204, pure, empty context), which Node 20 does not have. In plain JavaScript: a signature takes milliseconds of the
 * event loop, more or fewer by chance (rejection sampling), a check less than one.
 */
export const mlDsaBytes = { seed: 32, publicKey: 1_312, signature: 2_420 } as const;

export interface MlDsaKeyPair {
  readonly publicKey: Uint8Array;
  /** Expanded, for signing; what is kept is the seed. */
  readonly secretKey: Uint8Array;
}

/** @param seed 32 bytes (ξ of FIPS 204, algorithm 1) */
export function mlDsaKeyPair(seed: Uint8Array): MlDsaKeyPair {
  return ml_dsa44.keygen(seed);
}

/** Hedged (FIPS 204 §3.4): the same message has many signatures. @returns 2,420 bytes */
export function signMlDsa(message: Uint8Array, { secretKey }: MlDsaKeyPair): Uint8Array {
  return ml_dsa44.sign(message, secretKey);
}

/** @param publicKey 1,312 bytes; every such string is a key */
export function verifyMlDsa(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === mlDsaBytes.signature && ml_dsa44.verify(signature, message, publicKey);
}
