// A module that needs a built-in which no host of ours gives: the fault that a bundle is refused for at load (`missing_builtin`).
// Usage: node policies/tools/planted.mjs   makes policies/tools/planted/missing-builtin.wasm
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { entrypoints } from './build.mjs';
import { hostBuiltins } from './capabilities.mjs';
import { opa, opaOrThrow, root } from './opa.mjs';
import { unpackBundle } from './pack.mjs';

const folder = path.join(root, 'policies/tools/planted');
const file = path.join(folder, 'missing-builtin.wasm');

/** Compiled with OPA's own capabilities; @param withOurs true asks for ours, which must fail */
function compiled(withOurs) {
  const place = mkdtempSync(path.join(tmpdir(), 'cuao-planted-'));
  try {
    mkdirSync(path.join(place, 'policies'));
    for (const name of ['gate', 'mask']) copyFileSync(path.join(folder, `${name}.rego.sample`), path.join(place, `policies/${name}.rego`));
    const ours = withOurs ? ['--capabilities', path.join(root, 'policies/bundle/capabilities.json')] : [];
    const args = ['build', '-t', 'wasm', ...ours, ...entrypoints.flatMap((e) => ['-e', e]), '-o', path.join(place, 'b.tar.gz'), 'policies'];
    if (withOurs) return opa(args, { cwd: place }).ok;
    opaOrThrow(args, { cwd: place });
    return unpackBundle(path.join(place, 'b.tar.gz'))['policy.wasm'];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What is wrong with the planted module, line by line. */
export async function plantedFaults() {
  const wasm = compiled(false);
  const wants = [...(await hostBuiltins(wasm))];
  return [
    ...(readFileSync(file).equals(wasm) ? [] : ['missing-builtin.wasm is not what its source makes: node policies/tools/planted.mjs']),
    ...(wants.join() === 'time.now_ns' ? [] : [`it asks its host for ${wants.join(', ') || 'nothing'}`]),
    ...(compiled(true) ? ['it compiles with our capabilities'] : []),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, compiled(false));
