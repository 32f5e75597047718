// Drills and crash tests are tests whose names begin with their numbers (`T6`, `C5`): this finds them and lets `npm test` run just those.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {string} letter before the number
 * @returns {{id: string, file: string, what: string}[]} in the order of their numbers; a number may stand before several tests
 */
export function findNumbered(letter, folders) {
  const title = new RegExp(`\\b(?:it|underLoad|where\\w+)\\(\\s*'((?:${letter}\\d+ )+)(.*?)',`, 'g');
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.e2e-spec.ts'))
      .map((name) => `${folder}/${name}`),
  );
  return files
    .flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(title)].flatMap(([, ids, what]) =>
        ids
          .trimEnd()
          .split(' ')
          .map((id) => ({ id, file, what })),
      ),
    )
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/**
 * The command: without words the list, else the named ones (`--all`, `--json`).
 * @param options tests; `unable`: reasons by number why one cannot run here; `unknown`: words for a number that is not there; `env` beside the own
 */
export function runNumbered(words, { tests, unknown, unable = {}, env = {} }) {
  const known = [...new Set(tests.map(({ id }) => id))];
  const cannot = (id) => unable[id] ?? null;
  const wanted = words.includes('--all') ? known.filter((id) => cannot(id) === null) : words.filter((word) => !word.startsWith('--'));
  const missing = wanted.filter((id) => !known.includes(id));
  if (wanted.length === 0 || missing.length > 0) {
    for (const { id, what } of tests) {
      const why = cannot(id);
      console.log(`${id.padEnd(4)} ${what}${why === null ? '' : `\n     không chạy được ở đây · cannot run here: ${why}`}`);
    }
    if (missing.length > 0) console.error(`${unknown}: ${missing.join(', ')}`);
    process.exitCode = words.length === 0 ? 0 : 2;
    return;
  }
  const named = tests.filter(({ id }) => wanted.includes(id));
  const files = [...new Set(named.map(({ file }) => file))];
  const json = words.includes('--json');
  const child = spawn(process.execPath, [path.join(root, 'tools/test.mjs'), ...files, '--verbose', '-t', `\\b(${wanted.join('|')}) `], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', json ? 'pipe' : 'inherit', json ? 'pipe' : 'inherit'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (said += bytes));
  child.on('exit', (code) => {
    if (json) console.log(JSON.stringify(verdicts(named, said, cannot), null, 2));
    process.exitCode = code ?? 1;
  });
}

function verdicts(tests, said, cannot) {
  const lines = said.split('\n');
  return tests.map(({ id, what }) => {
    const line = lines.find((each) => /^\s*[✓✕]/u.test(each) && each.includes(what)) ?? '';
    return {
      id,
      what,
      asExpected: line.trimStart().startsWith('✓'),
      ms: Number(/\((\d+) ms\)/.exec(line)?.[1] ?? 0),
      ...(cannot(id) === null ? {} : { cannotRunHere: cannot(id) }),
    };
  });
}
