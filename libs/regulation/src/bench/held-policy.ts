import { Abilities } from '../abilities.js';
import { BundleFault, readManifest, sha256Hex, type BundledFile, type BundleFiles } from '../bundle.js';
import { instanceMaker, PolicyEngine } from '../engine.js';
import { entrypoints, type Policy } from '../policy.js';
import { readTables } from '../tables.js';

/**
 * A bundle that answers and decides nothing. Its files are those that its manifest names; who signed it, and whether it may decide
 * today, is not asked: archived and proposed bundles answer here too, each for its own time. @throws BundleFault
 */
export async function heldPolicy(files: BundleFiles): Promise<Policy> {
  const manifest = readManifest(files);
  for (const [name, wanted] of Object.entries(manifest.files)) {
    if (sha256Hex(files[name as BundledFile]) !== wanted)
      throw new BundleFault('bad_hash', `${name} is not the one that the manifest names`);
  }
  const json = (name: BundledFile): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(files[name])) as unknown;
  const data = json('data.json');
  const tables = readTables(data);
  const module = await WebAssembly.compile(Uint8Array.from(files['policy.wasm']));
  const engine = await PolicyEngine.start(instanceMaker(module, data as object, files['data.json'].byteLength), entrypoints);
  const bundle = {
    files,
    manifest,
    signers: [],
    sha256: sha256Hex(files.manifest),
    wasm: files['policy.wasm'],
    data,
    dataBytes: files['data.json'].byteLength,
    golden: json('golden.json'),
    catalogue: json('catalogue.json'),
  };
  const { revision, sequence } = manifest;
  const { 'policy.wasm': wasmSha256, 'data.json': dataSha256 } = manifest.files;
  return { revision: { revision, sequence, wasmSha256, dataSha256 }, bundle, tables, engine, abilities: new Abilities(tables) };
}
