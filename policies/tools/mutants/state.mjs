// What a run of mutants has found so far, so that one that was broken off continues (--resume) and the next looks only at what was left (--left).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../opa.mjs';

const place = path.join(root, '.cuao/mutants.json');

/** Rules, tables, cases and the tool: of other sources nothing is known. */
function digestOfSources() {
  const hash = createHash('sha256');
  const walk = (folder) => {
    for (const name of readdirSync(path.join(root, folder)).sort()) {
      const file = `${folder}/${name}`;
      if (statSync(path.join(root, file)).isDirectory()) walk(file);
      else hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
    }
  };
  for (const folder of ['gate', 'national', 'hanoi', 'system', 'tables', 'cases', 'tools/mutants']) walk(`policies/${folder}`);
  return hash.digest('hex');
}

const stored = () => {
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    return { sources: null, verdicts: {} };
  }
};

/**
 * @param {'resume' | 'left' | undefined} how resume: verdicts on the very same sources count; left: only what the last run left is asked again
 * @returns {{known: (key: string) => string | undefined, wanted: (key: string) => boolean, note: (key: string, verdict: string) => void, save: () => void}}
 */
export function openState(how) {
  const sources = digestOfSources();
  const before = stored();
  const counts = how === 'resume' && before.sources === sources;
  const verdicts = counts ? before.verdicts : {};
  const left = how === 'left' ? new Set(Object.entries(before.verdicts).flatMap(([key, verdict]) => (verdict === 'left' ? [key] : []))) : null;
  let saved = Date.now();
  const save = () => {
    saved = Date.now();
    mkdirSync(path.dirname(place), { recursive: true });
    // What another run on the same sources found meanwhile stays; a look at what was left settles those alone.
    const now = stored();
    const all = left !== null || now.sources === sources ? { ...now.verdicts, ...verdicts } : verdicts;
    writeFileSync(place, JSON.stringify({ sources: left === null ? sources : null, verdicts: all }));
  };
  return {
    known: (key) => (counts ? verdicts[key] : undefined),
    wanted: (key) => left === null || left.has(key),
    note: (key, verdict) => {
      verdicts[key] = verdict;
      if (Date.now() - saved > 2_000) save();
    },
    save,
  };
}
