// The offline verifier as one file with no dependencies, dist/verify/verify.mjs: what an inspector or a court takes away.
// Part of `npm run build`. `cuao verify` is made of the same sources.
import path from 'node:path';
import { build } from 'vite';

const sources = path.join(import.meta.dirname, 'src/verify');
const folder = path.resolve(import.meta.dirname, '../../dist/verify');

await build({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  root: sources,
  build: {
    ssr: path.join(sources, 'main.ts'),
    outDir: folder,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      // `pg` is asked for by diff-db alone, which says so where it is not there.
      external: [/^node:/, 'pg'],
      output: {
        entryFileNames: 'verify.mjs',
        codeSplitting: false,
        banner: '#!/usr/bin/env node\n// Cửa Ô: offline verifier, Node ≥ 20 and this file alone. node verify.mjs --help',
      },
    },
  },
});
