// Loads a TypeScript file that imports nothing but types and its neighbours; Node 20 does not strip types by itself.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../opa.mjs';

/** @param folder holding the file and whatever it imports by `./name.js`; @param name without `.ts` */
export async function loadTypeScript(folder, name) {
  const { transformSync } = await import('@swc/core');
  // Inside node_modules, so that packages resolve from there.
  const place = mkdtempSync(path.join(root, 'node_modules/.cuao-proof-'));
  try {
    writeFileSync(path.join(place, 'package.json'), '{"type":"module"}');
    for (const file of readdirSync(path.join(root, folder)).filter((one) => one.startsWith(name) && one.endsWith('.ts') && !one.endsWith('.spec.ts'))) {
      const { code } = transformSync(readFileSync(path.join(root, folder, file), 'utf8'), { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
      writeFileSync(path.join(place, file.replace(/\.ts$/, '.js')), code);
    }
    return await import(pathToFileURL(path.join(place, `${name}.js`)).href);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
