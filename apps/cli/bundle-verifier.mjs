// The offline verifier as one file without dependencies (dist/verify.mjs): what an inspector or a court takes away.
// Run after the build: node apps/cli/bundle-verifier.mjs
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export async function bundleVerifier(dist = path.join(root, 'dist')) {
  const bundle = await rolldown({ input: path.join(dist, 'apps/cli/src/verify/main.js'), platform: 'node', external: /^node:/ });
  const file = path.join(dist, 'verify.mjs');
  await bundle.write({ file, format: 'esm', banner: '#!/usr/bin/env node\n// Cửa Ô: offline verifier. node verify.mjs --help' });
  await bundle.close();
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await bundleVerifier(process.argv[2])}\n`);
