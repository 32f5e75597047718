import { readManifest, readProposed, type BundleFiles } from '../bundle.js';
import { policyOf, type Policy } from '../policy.js';

/**
 * A bundle that answers and decides nothing. Its files are those that its manifest names; who signed it, and whether it may decide
 * today, is not asked: archived and proposed bundles answer here too, each for its own time. @throws BundleFault
 */
export async function heldPolicy(files: BundleFiles): Promise<Policy> {
  const bundle = readProposed(files, Date.parse(readManifest(files).notBefore), null);
  return policyOf({ bundle, module: await WebAssembly.compile(Uint8Array.from(bundle.wasm)) });
}
