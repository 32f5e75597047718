import { fromBase64, fromDecimal, isSame, toHex, toUtf8 } from './codec.js';
import { hashLeaf, hashLength, rootOfPath, type Hash } from './merkle.js';
import { openTrusted, type TrustedCheckpoint, type TrustPolicy } from './trust-policy.js';

/** C2SP tlog-proof. */
export interface ProofFile {
  readonly index: number;
  readonly path: readonly Hash[];
  readonly checkpoint: string;
  /** Leaf hash from the file's extra data, where the log put one; says nothing until the path has led it to the root. */
  readonly leafHash: Hash | null;
}

const largestProof = 200_000;

export function parseProof(text: string): ProofFile | string {
  if (toUtf8(text).length > largestProof) return `has more than ${largestProof} bytes`;
  const blank = text.indexOf('\n\n');
  if (blank < 0) return 'has no empty line before its checkpoint';
  const [first, ...lines] = text.slice(0, blank).split('\n');
  if (first !== 'c2sp.org/tlog-proof@v1') return 'is no tlog-proof, version 1';
  let extra: Uint8Array | null = null;
  if (lines[0]?.startsWith('extra ') === true) {
    extra = fromBase64((lines.shift() ?? '').slice('extra '.length));
    if (extra === null) return 'has malformed extra data';
  }
  const index = fromDecimal(/^index (.+)$/.exec(lines.shift() ?? '')?.[1] ?? '');
  if (index === null) return 'has no proper index line';
  if (lines.length > 63) return `has ${lines.length} hashes, more than any tree needs`;
  const path: Hash[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== hashLength) return 'has a malformed hash';
    path.push(hash);
  }
  return { index, path, checkpoint: text.slice(blank + 2), leafHash: extra?.length === hashLength ? extra : null };
}

export interface ProofVerdict {
  readonly index: number;
  readonly leafHash: string;
  /** True when the leaf itself was given and hashes to this. */
  readonly leafGiven: boolean;
  readonly checkpoint: TrustedCheckpoint;
}

/** Verifies a proof against a policy. @returns the verdict, or the first thing that is wrong */
export async function verifyProof(
  text: string,
  policy: TrustPolicy,
  leaf: { readonly bytes?: Uint8Array; readonly hash?: Hash },
): Promise<ProofVerdict | string> {
  const proof = parseProof(text);
  if (typeof proof === 'string') return `the proof ${proof}`;
  const checkpoint = await openTrusted(proof.checkpoint, policy);
  if (typeof checkpoint === 'string') return checkpoint;
  if (!checkpoint.hasQuorum) return `size ${checkpoint.size}: too few witnesses of the policy have cosigned this checkpoint`;
  const hash = leaf.bytes === undefined ? (leaf.hash ?? proof.leafHash) : hashLeaf(leaf.bytes);
  if (hash === null) return 'the proof does not say whose it is: give the leaf (--leaf FILE) or its hash (--leaf-hash HEX)';
  const root = rootOfPath(proof.index, checkpoint.size, hash, proof.path);
  if (root === null) return `index ${proof.index}: a proof in a tree of ${checkpoint.size} has another number of hashes`;
  if (!isSame(root, checkpoint.root)) return `index ${proof.index}: this leaf is not the one on the log`;
  return { index: proof.index, leafHash: toHex(hash), leafGiven: leaf.bytes !== undefined, checkpoint };
}
