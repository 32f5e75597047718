import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import { keyFromFile, mlDsaSeedFromFile } from '../key-file.js';
import { mlDsaKeyPair, type MlDsaKeyPair } from './ml-dsa.js';
import { cosignText, cosignTree } from './signed-note.js';
import {
  mlDsaVerifierKey,
  noteKeyTypes,
  publishVerifierKey,
  verifierKey,
  type Ed25519VerifierKey,
  type MlDsaVerifierKey,
} from './verifier-key.js';

/**
 * One hand that cosigns (C2SP tlog-cosignature) with two keys: Ed25519 for every reader there is, ML-DSA-44 for the day when that can be
 * forged. Two signatures of one hand are one witness.
 */
export class Cosigner {
  private constructor(
    readonly ed25519: Ed25519VerifierKey,
    readonly mlDsa: MlDsaVerifierKey,
    private readonly privateKey: KeyObject,
    private readonly pair: MlDsaKeyPair,
  ) {}

  /** Keys in `<base>.key` and `<base>-mldsa.key`, each made when it is not there. @param name of both keys, at most 255 bytes */
  static open(folder: string, base: string, name: string): Cosigner {
    const privateKey = keyFromFile(path.join(folder, `${base}.key`), 'ed25519');
    const pair = mlDsaKeyPair(mlDsaSeedFromFile(path.join(folder, `${base}-mldsa.key`)));
    const ed25519 = verifierKey(name, noteKeyTypes.cosignatureV1, privateKey);
    return new Cosigner(ed25519, mlDsaVerifierKey(name, pair.publicKey), privateKey, pair);
  }

  get keys(): readonly [Ed25519VerifierKey, MlDsaVerifierKey] {
    return [this.ed25519, this.mlDsa];
  }

  /** Puts both verifier keys where anyone may read them: `<base>.vkey` and `<base>-mldsa.vkey`. */
  publish(folder: string, base: string): void {
    publishVerifierKey(path.join(folder, `${base}.vkey`), this.ed25519);
    publishVerifierKey(path.join(folder, `${base}-mldsa.vkey`), this.mlDsa);
  }

  /**
   * Both signature lines, Ed25519 first, in one turn of the event loop; some milliseconds of it go to ML-DSA-44. Of an origin longer
   * than 255 bytes the second is not made.
   * @param text of a checkpoint @param seconds POSIX time
   */
  cosign(text: string, seconds: number): string[] {
    const first = cosignText(text, this.ed25519, this.privateKey, seconds);
    const second = cosignTree(text, this.mlDsa, this.pair, seconds);
    return second === null ? [first] : [first, second];
  }
}
