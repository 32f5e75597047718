import { restate, type ExportFiles } from './export-maker.js';

const file = (kind: 'entries' | 'proofs' | 'manifests', index: number, ending = kind === 'proofs' ? 'tlog-proof' : 'json'): string =>
  `${kind}/${String(index).padStart(16, '0')}.${ending}`;
const textOf = (files: ExportFiles, name: string): string => (files.get(name) ?? Buffer.alloc(0)).toString('utf8');
const write = (files: ExportFiles, name: string, text: string): void => void files.set(name, Buffer.from(text));
const edit = (files: ExportFiles, name: string, from: string | RegExp, to: string): void => {
  const before = textOf(files, name);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  write(files, name, after);
};
/** Takes an entry out so that nothing but the log itself contradicts. */
const leaveOut = (files: ExportFiles, index: number): void => {
  const leaf = JSON.parse(textOf(files, file('entries', index))) as { org: string; t: string; outcome: string };
  for (const kind of ['entries', 'proofs'] as const) files.delete(file(kind, index));
  const lines = textOf(files, 'openings.jsonl').split('\n');
  write(
    files,
    'openings.jsonl',
    lines.filter((line) => !line.includes(`"index":${index}}`) && !line.includes(`"index":${index},`)).join('\n'),
  );
  restate(files, (statement) => {
    statement['entries'] = Number(statement['entries']) - 1;
    statement['openings'] = Number(statement['openings']) - 1;
    const cells = statement['counts'] as (string | number)[][];
    const cell = cells.find(
      ([org, t, outcome, group]) => org === leaf.org && t === leaf.t && outcome === leaf.outcome && typeof group === 'string',
    );
    if (cell !== undefined) cell[4] = Number(cell[4]) - 1;
    statement['counts'] = cells.filter(([, , , , count]) => Number(count) > 0);
  });
};

/** What somebody does who can repack the zip of `makeExport(20, 5)`, and the index that must be named: null for none, −1 where it is verified. */
export const damages: readonly (readonly [what: string, index: number | null, harm: (files: ExportFiles) => void])[] = [
  ['another time in an entry', 3, (files) => edit(files, file('entries', 3), '01:00:03', '01:00:04')],
  ['another outcome in the last entry', 25, (files) => edit(files, file('entries', 25), '"allowed"', '"refused"')],
  [
    'two faults: the lower index is named',
    1,
    (files) => {
      edit(files, file('entries', 6), '01:00:06', '01:00:07');
      edit(files, file('entries', 1), '01:00:01', '01:00:02');
    },
  ],
  [
    'two entries exchanged',
    3,
    (files) => {
      const [a, b] = [files.get(file('entries', 3)), files.get(file('entries', 4))];
      files.set(file('entries', 3), b as Buffer);
      files.set(file('entries', 4), a as Buffer);
    },
  ],
  ["another entry's proof", 7, (files) => files.set(file('proofs', 7), files.get(file('proofs', 9)) as Buffer)],
  ['a proof with a hash too many', 7, (files) => edit(files, file('proofs', 7), /\n\n/, `\n${'A'.repeat(43)}=\n\n`)],
  ['a proof under another note', 9, (files) => edit(files, file('proofs', 9), /\n$/, '\n\n')],
  ['another name', 4, (files) => edit(files, 'openings.jsonl', 'Nguyễn Thị Số 4', 'Nguyễn Thị Số 9')],
  ['another case', 4, (files) => edit(files, 'openings.jsonl', 'HS-2026-5', 'HS-2026-6')],
  ['another salt', 0, (files) => edit(files, 'openings.jsonl', /"salt":"(.)/, '"salt":"z')],
  ['an opening of a part that is not opened to anybody', 0, (files) => edit(files, 'openings.jsonl', '"actor"', '"aktor"')],
  ['an opening that is not canonical', null, (files) => edit(files, 'openings.jsonl', '{"actor":{', '{ "actor":{')],
  [
    'an opening of an entry that is not here',
    26,
    (files) => {
      write(
        files,
        'openings.jsonl',
        `${textOf(files, 'openings.jsonl')}{"actor":{"salt":"${'0'.repeat(64)}","value":1},"entry":"ent_1","index":26}\n`,
      );
      restate(files, (statement) => void (statement['openings'] = Number(statement['openings']) + 1));
    },
  ],
  ['an entry left out', 20, (files) => leaveOut(files, 3)],
  [
    'an entry left out and no claim of completeness: true each, and said not to be complete',
    -1,
    (files) => {
      leaveOut(files, 3);
      restate(files, (statement) => void (statement['completeness'] = []));
    },
  ],
  [
    'a claim that leaves a cell out',
    20,
    (files) =>
      restate(files, (statement) => void ((statement['completeness'] as { cells: unknown[] }[])[0] as { cells: unknown[] }).cells.pop()),
  ],
  ['cells of the log altered', 20, (files) => edit(files, file('manifests', 20, 'cells.json'), /,(\d)\]/, ',9]')],
  [
    'the manifest of the log missing',
    20,
    (files) => {
      files.delete(file('manifests', 20));
      files.delete(file('manifests', 20, 'cells.json'));
      files.delete(file('proofs', 20));
    },
  ],
  [
    'counts altered',
    null,
    (files) => restate(files, (statement) => void ((statement['counts'] as number[][])[0] as number[]).splice(4, 1, 99)),
  ],
  ['a number of entries that is not so', null, (files) => restate(files, (statement) => void (statement['entries'] = 3))],
  [
    'a body that is not inspected',
    0,
    (files) => restate(files, (statement) => void ((statement['inspection'] as Record<string, unknown>)['organisations'] = ['pc08'])),
  ],
  [
    'a period that ends before',
    6,
    (files) =>
      restate(files, (statement) => void ((statement['inspection'] as Record<string, unknown>)['to'] = '2026-11-27T01:00:05.000Z')),
  ],
  ['a query that selects something else', 1, (files) => restate(files, (statement) => void (statement['query'] = { type: 'live_view' }))],
  ['an unknown key', null, (files) => restate(files, (statement) => void (statement['sealed'] = true))],
  ['another origin', null, (files) => restate(files, (statement) => void (statement['origin'] = 'audit.other.example'))],
  ['no cosignature', null, (files) => edit(files, 'checkpoint', /— witness[^\n]*\n/, '')],
  ["another log's checkpoint", null, (files) => edit(files, 'checkpoint', 'footage-access/1', 'footage-access/2')],
  ['a file that belongs to nothing', null, (files) => write(files, 'notes.txt', 'x')],
  ['a proof of nothing', 77, (files) => files.set(file('proofs', 77), files.get(file('proofs', 7)) as Buffer)],
  ['the README missing', null, (files) => files.delete('README.md')],
  [
    'an entry of a body out of scope',
    2,
    (files) => {
      files.set(file('entries', 2), files.get(file('entries', 1)) as Buffer);
      files.set(file('proofs', 2), files.get(file('proofs', 1)) as Buffer);
    },
  ],
];

/** One place changed, cut, doubled or filled with something else. */
export function bent(bytes: Buffer, pick: (below: number) => number): Buffer {
  const at = pick(bytes.length);
  const kind = pick(5);
  if (kind === 0) return bytes.subarray(0, at);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at), Buffer.from([pick(256)]), bytes.subarray(at)]);
  if (kind === 2) return Buffer.concat([bytes, bytes.subarray(0, pick(64))]);
  if (kind === 3) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + pick(3)))]);
  const flipped = Buffer.from(bytes);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << pick(8));
  return flipped;
}

/** Small seeded generator (mulberry32): the same damages on every machine. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
