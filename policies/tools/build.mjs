// policies/ → policies/bundle/: the same bytes from the same sources, always built from the repository root.
// Usage: node policies/tools/build.mjs [--out <folder>]   (default: policies/bundle and the generated files in the tree)
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wasmCapabilities } from './capabilities.mjs';
import { casesTest, golden } from './cases.mjs';
import { catalogue } from './catalogue.mjs';
import { foldInto, replacedField } from './fold.mjs';
import { matrix } from './matrix.mjs';
import { opaOrThrow, opaVersion, root } from './opa.mjs';
import { sha256, compiledFiles } from './pack.mjs';
import { codedRules, showing } from './shown.mjs';
import { formTable, inputSchema, inputTypes } from './shape.mjs';
import { readDemoKey, signatureOf } from './sign.mjs';
import { vectors } from './vectors.mjs';

export const entrypoints = ['gate/allowed_classes', 'gate/brief', 'gate/briefs', 'gate/decision', 'system/log/mask'];
export const buildArguments = (capabilities, output) => [
  'build', '-t', 'wasm', '--capabilities', capabilities, '--ignore', 'bundle', '--ignore', 'tools', '--ignore', 'cases', '--ignore', 'demo-keys',
  '--ignore', 'trust.json', '--ignore', 'release.json', '--ignore', '*_test.rego', ...entrypoints.flatMap((e) => ['-e', e]), '-o', output, 'policies',
];

/** Every file made from sources, by path from the repository root. @param changes of release.json, for a bundle that is to be proposed */
export async function generate(changes = {}) {
  const made = {};
  const put = (file, content) => { made[file] = Buffer.isBuffer(content) ? content : Buffer.from(content); };
  const json = (value) => `${JSON.stringify(value, null, 1)}\n`;
  // Part of the sources that opa compiles, so it must be in place before.
  put('policies/tables/form.json', json(formTable()));
  writeFileSync(path.join(root, 'policies/tables/form.json'), made['policies/tables/form.json']);
  put('policies/bundle/capabilities.json', json(await wasmCapabilities()));
  put('policies/bundle/input.schema.json', json(inputSchema()));
  put('policies/bundle/golden.json', json(golden()));
  put('policies/bundle/vectors.jsonl', vectors());
  put('policies/gate/cases_test.rego', opaOrThrow(['fmt'], { input: casesTest() }));
  put('libs/regulation/src/policy-input.ts', inputTypes());

  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-policy-'));
  try {
    const capabilities = path.join(folder, 'capabilities.json');
    writeFileSync(capabilities, made['policies/bundle/capabilities.json']);
    const archive = path.join(folder, 'bundle.tar.gz');
    foldInto(folder);
    opaOrThrow(buildArguments(capabilities, archive), { cwd: folder });
    const files = compiledFiles(archive, { replacedField: replacedField(folder) });
    put('policies/bundle/policy.wasm', files['policy.wasm']);
    put('policies/bundle/data.json', files['data.json']);
    for (const name of ['policy.wasm', 'data.json']) writeFileSync(path.join(folder, name), files[name]);
    const coded = codedRules();
    const shown = await showing(coded, folder);
    put('policies/bundle/catalogue.json', json(catalogue(shown)));
    put('policies/MATRIX.md', matrix(coded, shown));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const release = { ...JSON.parse(readFileSync(path.join(root, 'policies/release.json'), 'utf8')), ...changes };
  const bundled = ['policy.wasm', 'data.json', 'golden.json', 'input.schema.json', 'capabilities.json', 'catalogue.json'];
  const hashes = Object.fromEntries(bundled.map((name) => [name, sha256(made[`policies/bundle/${name}`])]));
  put('policies/bundle/manifest.json', json({
    format: 1,
    revision: `${release.sequence}-${sha256(`${hashes['policy.wasm']}${hashes['data.json']}`).slice(0, 12)}`,
    ...release,
    entrypoints,
    files: hashes,
    sources: sha256(sources().map((file) => `${file} ${sha256(readFileSync(path.join(root, file)))}\n`).join('')),
    opa: opaVersion,
    command: `opa ${buildArguments('policies/bundle/capabilities.json', 'bundle.tar.gz').join(' ')}; policies/tools/quick`,
  }));
  const manifest = made['policies/bundle/manifest.json'];
  put('policies/bundle/signatures.json', json({ signatures: ['CATP', 'SO_KHCN'].map((signer) => signatureOf(signer, readDemoKey(signer), manifest)) }));
  return made;
}

/** What the compiled bundle is made of, in a fixed order. */
function sources(folder = 'policies') {
  return readdirSync(path.join(root, folder)).sort().flatMap((name) => {
    const file = `${folder}/${name}`;
    if (statSync(path.join(root, file)).isDirectory()) return ['bundle', 'tools', 'cases', 'demo-keys'].includes(name) ? [] : sources(file);
    return /(?<!_test)\.rego$/.test(name) || (folder === 'policies/tables' && name.endsWith('.json')) ? [file] : [];
  });
}

const given = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);

/** `--bundle <folder> --sequence <n> [--opinion <ref>]`: only the bundle, not yet signed, into a folder of its own. */
async function buildCandidate(folder) {
  const opinionRef = given('--opinion');
  const made = await generate({ sequence: Number(given('--sequence')), ...(opinionRef === undefined ? {} : { opinionRef }) });
  mkdirSync(folder, { recursive: true });
  const bundle = Object.entries(made).filter(([file]) => file.startsWith('policies/bundle/'));
  for (const [file, content] of bundle) writeFileSync(path.join(folder, path.basename(file)), content);
  writeFileSync(path.join(folder, 'signatures.json'), '{"signatures":[]}\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && given('--bundle') !== undefined) await buildCandidate(path.resolve(given('--bundle')));
else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = process.argv.includes('--out') ? path.resolve(process.argv[process.argv.indexOf('--out') + 1]) : root;
  const made = await generate();
  for (const [file, content] of Object.entries(made)) {
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    writeFileSync(path.join(out, file), content);
  }
  const { revision, files } = JSON.parse(made['policies/bundle/manifest.json']);
  process.stdout.write(`policy bundle ${revision}: policy.wasm ${files['policy.wasm'].slice(0, 12)}, data.json ${files['data.json'].slice(0, 12)}, ${Object.keys(made).length} files\n`);
}
