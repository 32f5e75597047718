import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';

const keyBytes = 1_312;
const signatureBytes = 2_420;

/**
 * ML-DSA-44 (FIPS 204, pure, empty context). Neither Node 20 nor a browser has it: the verifier in one file and the page carry it in them.
 * @param publicKey 1,312 bytes
 */
export function verifyMlDsa(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return publicKey.length === keyBytes && signature.length === signatureBytes && ml_dsa44.verify(signature, message, publicKey);
}
