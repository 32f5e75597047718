import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fromHex, toHex, toUtf8 } from './codec.js';
import { hashLeaf, GrowingTree, isConsistent, rootOfPath } from './merkle.js';
import { checkSignatures, parseNote, parseVerifierKey, type VerifierKey } from './note.js';

interface Vectors {
  readonly tree: {
    readonly entries: readonly string[];
    readonly roots: readonly string[];
    readonly inclusion: readonly { readonly index: number; readonly size: number; readonly path: readonly string[] }[];
    readonly consistency: readonly { readonly from: number; readonly to: number; readonly proof: readonly string[] }[];
  };
  readonly mlDsa: { readonly vkey: string; readonly note: string };
  readonly note: { readonly text: string; readonly keys: readonly string[]; readonly peter: string; readonly enoch: string };
}

const { tree, note, mlDsa } = JSON.parse(readFileSync(path.resolve('test/conformance/public-vectors.json'), 'utf8')) as Vectors;
const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0);
const leaves = tree.entries.map((entry) => hashLeaf(bytes(entry)));
const root = (size: number): Uint8Array => bytes(tree.roots[size - 1] ?? '');

describe('the offline verifier, on public vectors', () => {
  it('grows the reference tree to its roots', () => {
    const growing = new GrowingTree();
    for (const [at, leaf] of leaves.entries()) {
      growing.add(leaf);
      expect(toHex(growing.root())).toBe(tree.roots[at]);
    }
  });

  it('accepts its inclusion and consistency proofs, and none with a hash bent, missing or too many', () => {
    for (const { index, size, path: hashes } of tree.inclusion) {
      const leaf = leaves[index] ?? new Uint8Array(0);
      const leadsTo = (proof: readonly Uint8Array[]): string => toHex(rootOfPath(index, size, leaf, proof) ?? new Uint8Array(0));
      const proof = hashes.map(bytes);
      expect(leadsTo(proof)).toBe(tree.roots[size - 1]);
      expect(leadsTo([...proof, leaf])).toBe('');
      if (proof.length > 0) expect(leadsTo(proof.slice(1))).toBe('');
      for (const at of proof.keys()) expect(leadsTo(proof.with(at, bent(proof[at])))).not.toBe(tree.roots[size - 1]);
    }
    for (const { from, to, proof: hashes } of tree.consistency) {
      const proof = hashes.map(bytes);
      const holds = (each: readonly Uint8Array[]): boolean => isConsistent(from, root(from), to, root(to), each);
      expect(holds(proof)).toBe(true);
      expect(holds([...proof, root(to)])).toBe(false);
      for (const at of proof.keys()) expect(holds(proof.with(at, bent(proof[at])))).toBe(false);
    }
  });

  it('reads the public signed notes, each signature by its key', async () => {
    const [peter, enoch] = note.keys.map(parseVerifierKey);
    expect(peter?.name).toBe('PeterNeumann');
    const signed = parseNote(toUtf8(`${note.text}\n${note.peter}${note.enoch}`));
    if (typeof signed === 'string') throw new Error(signed);
    const known = [peter].filter((key): key is VerifierKey => key !== null && key !== undefined);
    expect(await checkSignatures(signed, known)).toMatchObject([{ key: { name: 'PeterNeumann' } }]);
    const bentText = { ...signed, text: signed.text.replace('answer', 'anwser') };
    expect(await checkSignatures(bentText, known)).toMatch(/false signature by PeterNeumann/);
    expect(signed.signatures.map(({ name }) => name)).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(enoch === null || enoch?.name === 'EnochRoot').toBe(true);
  });

  it('verifies the public cosignature by ML-DSA-44, which states no time, and none over another size', async () => {
    const key = parseVerifierKey(mlDsa.vkey);
    if (key === null) throw new Error('not read');
    const checked = async (text: string): Promise<unknown> => {
      const signed = parseNote(toUtf8(text));
      return typeof signed === 'string' ? signed : checkSignatures(signed, [key]);
    };
    expect(await checked(mlDsa.note)).toEqual([{ key, seconds: 0 }]);
    expect(await checked(mlDsa.note.replace('\n1\n', '\n2\n'))).toMatch(/false signature by example.com/);
  });
});

function bent(hash: Uint8Array | undefined): Uint8Array {
  const other = Uint8Array.from(hash ?? []);
  other[0] = (other[0] ?? 0) ^ 1;
  return other;
}
