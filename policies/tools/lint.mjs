// The house's own lint over `opa parse` and `opa inspect` (Regal cannot be installed; policy-engine.md 1.6).
// Usage: node policies/tools/lint.mjs [file ...]   (default: every rule file of policies/)
// Each rule of it keeps a planted fault and a near miss in lint-samples/; what lists may read is held by class-path.mjs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotationFaults } from './lint/annotations.mjs';
import { togetherFaults } from './lint/together.mjs';
import { parsed, treeFaults } from './lint/tree.mjs';
import { root } from './opa.mjs';

export function ruleFiles(folder = 'policies') {
  return readdirSync(path.join(root, folder)).sort().flatMap((name) => {
    const file = `${folder}/${name}`;
    if (statSync(path.join(root, file)).isDirectory()) return ['bundle', 'tools', 'cases', 'demo-keys', 'tables'].includes(name) ? [] : ruleFiles(file);
    return /(?<!_test)\.rego$/.test(name) ? [file] : [];
  });
}

/** @param as the path under which the file is judged, for samples @returns {string[]} one line a violation, `file:row what` */
export function lintFile(file, as = file) {
  const { ast, fault } = parsed(file);
  if (ast === null) return [`${file}:1 does not parse: ${fault}`];
  return [...treeFaults(ast, as), ...annotationFaults(file, ast)].map(({ row, what }) => `${as}:${row} ${what}`);
}

/** What can only be seen when all files are looked at. */
export function lintTogether(files) {
  return togetherFaults(files).map(({ file, row, what }) => `${file}:${row} ${what}`);
}

/**
 * lint-samples/: `# expect: <words>` must be reported and nothing else with it; `# fine: <why>` stands near a fault and must not be.
 * `# at: <path>` is where the file is thought to lie.
 * @returns {string[]} what the lint got wrong
 */
export function lintSamples() {
  const samples = path.join(root, 'policies/tools/lint-samples');
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-lint-'));
  try {
    return readdirSync(samples).sort().flatMap((name) => {
      const text = readFileSync(path.join(samples, name), 'utf8');
      const file = path.join(folder, name.replace('.sample', ''));
      writeFileSync(file, text);
      const said = (word) => new RegExp(`^# ${word}: (.+)$`, 'm').exec(text)?.[1];
      const found = [...lintFile(file, said('at') ?? file), ...(said('together') ? lintTogether([file]) : [])];
      const wanted = said('expect');
      if (wanted !== undefined) return found.some((line) => line.includes(wanted)) ? [] : [`${name}: wanted "${wanted}", found ${found.join('; ') || 'nothing'}`];
      if (said('fine') !== undefined) return found.map((line) => `${name} is fine, yet: ${line}`);
      return [`${name} says neither "# expect:" nor "# fine:"`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ruleFiles();
  const found = [...files.flatMap((file) => lintFile(file)), ...lintTogether(files)];
  for (const line of found) process.stdout.write(`${line}\n`);
  process.stdout.write(`${files.length} files, ${found.length} violations\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
