import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { checkProof, type ProofMaterial } from '../../apps/portal/src/pages/proof/check-proof.js';
import { parseVerifierKey, type VerifierKey } from '../../apps/portal/src/pages/proof/signed-note.js';

const origin = 'log.example/1';
const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHashOf = (leaf: string): Buffer => sha256(Uint8Array.of(0), Buffer.from(leaf));
const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(Uint8Array.of(1), left, right);

/** RFC 6962 §2.1 as it is written there: recursive, over all leaves. Independent of the code under test. */
function splitAt(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  const k = splitAt(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)));
}
function pathOf(index: number, hashes: readonly Buffer[]): Buffer[] {
  if (hashes.length === 1) return [];
  const k = splitAt(hashes.length);
  if (index < k) return [...pathOf(index, hashes.slice(0, k)), rootOf(hashes.slice(k))];
  return [...pathOf(index - k, hashes.slice(k)), rootOf(hashes.slice(0, k))];
}

interface Signer {
  readonly name: string;
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly vkey: string;
}
function signer(name: string, type: number): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const blob = Buffer.concat([Uint8Array.of(type), publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)]);
  const id = sha256(Buffer.from(`${name}\n`), blob).subarray(0, 4);
  return { name, id, key: privateKey, vkey: `${name}+${id.toString('hex')}+${blob.toString('base64')}` };
}
const log = signer(origin, 1);
const witness = signer('witness.example', 4);

function noteOf(size: number, root: Buffer, seconds = 1_790_000_000n): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  const own = Buffer.concat([log.id, sign(null, Buffer.from(text), log.key)]);
  const theirs = Buffer.concat([witness.id, time, sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), witness.key)]);
  return `${text}\n— ${log.name} ${own.toString('base64')}\n— ${witness.name} ${theirs.toString('base64')}\n`;
}

async function material(index: number, size: number): Promise<ProofMaterial & { readonly leaf: string }> {
  const leaves = Array.from({ length: size }, (_, at) => `{"n":${at},"t":"xem trực tiếp"}`);
  const hashes = leaves.map(leafHashOf);
  const path = pathOf(index, hashes).map((hash) => `${hash.toString('base64')}\n`);
  const keys = await Promise.all([log.vkey, witness.vkey].map(parseVerifierKey));
  return {
    proof: `c2sp.org/tlog-proof@v1\nindex ${index}\n${path.join('')}\n${noteOf(size, rootOf(hashes))}`,
    leaf: leaves[index] ?? '',
    claimedHash: hashes[index]?.toString('base64') ?? '',
    keys: keys.filter((key): key is VerifierKey => key !== null),
  };
}

const states = async (given: ProofMaterial): Promise<string[] | null> => {
  const rows = await checkProof(given);
  return rows && [rows.entry.state, rows.tree.state, rows.checkpoint.state, rows.witness.state];
};

describe('the four rows of a proof', () => {
  it.each([1, 2, 3, 5, 8, 13, 64, 65])('hold for every entry of a log of %d', async (size) => {
    for (let index = 0; index < size; index += 1)
      expect(await states(await material(index, size))).toEqual(['good', 'good', 'good', 'good']);
  });

  it('say at which row an altered entry breaks', async () => {
    const good = await material(5, 13);
    expect(await states({ ...good, leaf: good.leaf.replace('xem', 'xoá') })).toEqual(['bad', 'bad', 'good', 'good']);
  });

  it('use the recorded hash where the text may not be read, and say so', async () => {
    expect(await states({ ...(await material(5, 13)), leaf: null })).toEqual(['unknown', 'good', 'good', 'good']);
  });

  it('do not hold for another place in the tree', async () => {
    const good = await material(5, 13);
    expect(await states({ ...good, proof: good.proof.replace('index 5\n', 'index 4\n') })).toEqual(['good', 'bad', 'good', 'good']);
  });

  it('do not hold with a path that is too short or too long', async () => {
    const good = await material(5, 13);
    const [, first = ''] = /index 5\n([^\n]+\n)/.exec(good.proof) ?? [];
    expect((await states({ ...good, proof: good.proof.replace(first, '') }))?.[1]).toBe('bad');
    expect((await states({ ...good, proof: good.proof.replace(first, first + first) }))?.[1]).toBe('bad');
  });

  it('find a checkpoint that was changed after it was signed', async () => {
    const good = await material(5, 13);
    const changed = await states({ ...good, proof: good.proof.replace(`${origin}\n13\n`, `${origin}\n14\n`) });
    expect(changed?.slice(2)).toEqual(['bad', 'bad']);
  });

  it('cannot say anything about signatures of keys they do not have', async () => {
    expect(await states({ ...(await material(5, 13)), keys: [] })).toEqual(['good', 'good', 'unknown', 'unknown']);
  });

  it('refuse what is not in the form of the standard', async () => {
    const good = await material(5, 13);
    expect(await checkProof({ ...good, proof: good.proof.replace('@v1', '@v2') })).toBeNull();
    expect(await checkProof({ ...good, proof: good.proof.replace('index 5', 'index 05') })).toBeNull();
    expect(await checkProof({ ...good, claimedHash: 'no hash' })).toBeNull();
  });

  it('tell the time at which the witness signed', async () => {
    const rows = await checkProof(await material(0, 1));
    expect(rows?.witness.witnesses).toEqual([{ name: 'witness.example', state: 'good', atMs: 1_790_000_000_000 }]);
  });

  it('take no key whose id is not its own', async () => {
    expect(await parseVerifierKey(log.vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBeNull();
  });
});
