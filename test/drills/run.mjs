// Tamper drills (audit.md 8) against a real log: `npm run drill -- T6 T9`, `npm run drill -- --all`, `--json` for machines.
// Each is a test whose name begins with its number; this finds the files and lets `npm test` run just those.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const title = /\bit\(\s*'((?:T\d+ )+)(.*)',/g;

/** @returns {Map<string, {file: string, what: string}>} drills by number, in the order of their numbers */
export function findDrills() {
  const files = ['test/drills', 'test/journeys'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.e2e-spec.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(title)].flatMap(([, ids, what]) =>
      ids
        .trimEnd()
        .split(' ')
        .map((id) => [id, { file, what }]),
    ),
  );
  const drills = new Map(found.sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))));
  if (drills.size !== found.length) throw new Error(`two drills have one number: ${found.map(([id]) => id).join(' ')}`);
  return drills;
}

function main(words) {
  const drills = findDrills();
  const wanted = words.includes('--all') ? [...drills.keys()] : words.filter((word) => !word.startsWith('--'));
  const unknown = wanted.filter((id) => !drills.has(id));
  if (wanted.length === 0 || unknown.length > 0) {
    for (const [id, { what }] of drills) console.log(`${id.padEnd(4)} ${what}`);
    if (unknown.length > 0) console.error(`không có diễn tập · no such drill: ${unknown.join(', ')}`);
    process.exitCode = words.length === 0 ? 0 : 2;
    return;
  }
  const files = [...new Set(wanted.map((id) => drills.get(id).file))];
  const pattern = `\\b(${wanted.join('|')}) `;
  const json = words.includes('--json');
  const child = spawn(process.execPath, [path.join(root, 'tools/test.mjs'), ...files, '--verbose', '-t', pattern], {
    cwd: root,
    stdio: ['ignore', json ? 'pipe' : 'inherit', json ? 'pipe' : 'inherit'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (said += bytes));
  child.on('exit', (code) => {
    if (json) {
      const verdicts = wanted.map((id) => {
        const line = said.split('\n').find((each) => new RegExp(`^\\s*[✓✕] (T\\d+ )*${id} `, 'u').test(each)) ?? '';
        return {
          id,
          what: drills.get(id).what,
          asExpected: line.trimStart().startsWith('✓'),
          ms: Number(/\((\d+) ms\)/.exec(line)?.[1] ?? 0),
        };
      });
      console.log(JSON.stringify(verdicts, null, 2));
    }
    process.exitCode = code ?? 1;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
