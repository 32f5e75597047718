// What an inspector or a court takes away, made of the sources of `cuao verify`: dist/verify/verify.mjs, one file that needs Node alone,
// and dist/verify/index.html, one page that needs a browser alone. Part of `npm run build`.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const sources = path.join(import.meta.dirname, 'src/verify');
const page = path.join(import.meta.dirname, 'page');
const folder = path.resolve(import.meta.dirname, '../../dist/verify');
const common = { configFile: false, publicDir: false, logLevel: 'warn' };

await build({
  ...common,
  root: sources,
  // ML-DSA-44, which Node 20 does not have, comes along.
  ssr: { noExternal: [/^@noble\//] },
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

/** The browser's cryptography in the place of Node's. */
const primitives = {
  name: 'cuao-page-primitives',
  enforce: 'pre',
  resolveId: (name) => (/(^|\/)primitives\.js$/.test(name) ? path.join(page, 'page-primitives.ts') : null),
};
const { output } = [
  await build({
    ...common,
    root: page,
    plugins: [primitives],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(page, 'page.ts'),
        // Documentation comments of others hold addresses, which the look below would take for something from outside; licences stay.
        output: { format: 'iife', codeSplitting: false, comments: { jsdoc: false } },
      },
    },
  }),
].flat()[0];
const [{ code }] = output;
if (output.length !== 1 || /<\/script|\bimport\s*\(|\bfetch\s*\(|XMLHttpRequest|https?:\/\//i.test(code))
  throw new Error('the page would need something from outside');

const style = await readFile(path.join(page, 'page.css'), 'utf8');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hashOf(code)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
const template = await readFile(path.join(page, 'page.html'), 'utf8');
const filled = template
  .replace('__POLICY__', () => policy)
  .replace(/<style>\s*__STYLE__;?\s*<\/style>/, () => `<style>${style}</style>`)
  .replace(/<script>\s*__SCRIPT__;?\s*<\/script>/, () => `<script>${code}</script>`);
if (/__(POLICY|STYLE|SCRIPT)__/.test(filled)) throw new Error('a place of the page was not filled');
await writeFile(path.join(folder, 'index.html'), filled);
