/** A seeded source of choices: the same inputs on every machine. */
export interface Chance {
  /** 0 to below − 1. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** mulberry32: small, quick, and good enough to choose with. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return { below, pick };
}

/** Pieces that parsers trip over: other spellings of numbers, spaces, ends of lines, half characters, names of objects. */
const awkward = [
  ...['', '0', '00', '-0', '+1', '1e3', '1.0', '9007199254740991', '9007199254740992', '18446744073709551616', '99999999999999999999'],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\u0000',
    '\u0007',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u3000',
    '\ufeff',
    '\u200b',
  ],
  ...[
    '=',
    '==',
    '====',
    'A',
    'AA==',
    'AB==',
    '-_',
    '+',
    '\u2014 ',
    '-- ',
    'x000/',
    '.p/0',
    '.p/256',
    '../',
    '%2e',
    '\u0110',
    'e\u0301',
    '\ud83d\ude80',
  ],
  ...[
    '"',
    '\\',
    '\\u0041',
    '\\ud800',
    '{',
    '}',
    '[]',
    'null',
    'true',
    ',',
    ':',
    '"__proto__":1,',
    '"v":2,',
    '#',
    'none',
    'all',
    'any',
    'quorum none\n',
  ],
];
const halfCharacters = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x80]].map((bytes) =>
  Buffer.from(bytes),
);

/** One to three small damages to bytes. @param others where a piece of another input may come from */
export function damage(chance: Chance, original: Buffer, others: readonly Buffer[]): Buffer {
  let bytes = original;
  for (let times = 1 + chance.below(3); times > 0; times -= 1) bytes = damageOnce(chance, bytes, others);
  return bytes;
}

function damageOnce(chance: Chance, bytes: Buffer, others: readonly Buffer[]): Buffer {
  const at = chance.below(bytes.length + 1);
  const splice = (cut: number, put: Buffer): Buffer => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
  const piece = (from: Buffer): Buffer => {
    const begin = chance.below(from.length + 1);
    return from.subarray(begin, begin + chance.below(40));
  };
  switch (chance.below(9)) {
    case 0:
      return splice(1, Buffer.from([chance.below(256)]));
    case 1:
      return splice(0, Buffer.from(chance.pick(awkward), 'utf8'));
    case 2:
      return splice(1 + chance.below(3), Buffer.from(chance.pick(awkward), 'utf8'));
    case 3:
      return splice(1 + chance.below(30), Buffer.alloc(0));
    case 4:
      return splice(0, piece(bytes));
    case 5:
      return splice(chance.below(20), piece(chance.pick(others)));
    case 6:
      return splice(0, chance.pick(halfCharacters));
    case 7:
      return onLines(chance, bytes);
    default:
      return bytes.length === 0 ? bytes : splice(1, Buffer.from([(bytes[at % bytes.length] ?? 0) ^ (1 << chance.below(8))]));
  }
}

/** A line doubled, dropped, exchanged with another, or with one of its numbers or words written otherwise. */
function onLines(chance: Chance, bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  const [one, two] = [chance.below(lines.length), chance.below(lines.length)];
  const line = lines[one] ?? '';
  const kind = chance.below(4);
  if (kind === 0) lines.splice(two, 0, line);
  else if (kind === 1) lines.splice(one, 1);
  else if (kind === 2) [lines[one], lines[two]] = [lines[two] ?? '', line];
  else
    lines[one] = line.replace(/[0-9]+/, (digits) =>
      chance.pick([`0${digits}`, `${digits}0`, '0', `-${digits}`, `${digits}.0`, `+${digits}`]),
    );
  return Buffer.from(lines.join('\n'), 'latin1');
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Values that a closed schema must judge by itself, all of them well-formed JSON. */
const values: readonly Json[] = [
  ...[
    '',
    'a',
    'A',
    '0',
    'done',
    'allowed',
    'live_view.open',
    'x'.repeat(65),
    'x'.repeat(513),
    '\u0110\u0111',
    '\u200b',
    '\u0007',
    '\u202e',
    '\t',
    'a/b',
  ],
  ...[
    '2026-02-29T00:00:00.000Z',
    '2026-02-31T00:00:00.000Z',
    '2024-02-29T00:00:00.000Z',
    '2026-11-00T00:00:00.000Z',
    '2026-11-24T24:00:00.000Z',
  ],
  ...[
    '2026-11-24T23:59:60.000Z',
    '2026-11-24T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
    '0'.repeat(64),
    'F'.repeat(64),
  ],
  ...[
    0,
    1,
    2,
    3,
    -1,
    256,
    257,
    9_007_199_254_740_991,
    0.5,
    1e21,
    true,
    false,
    null,
    [],
    [''],
    ['PD-06'],
    {},
    { c: 'x' },
    { kind: 'camera' },
  ],
  ...[
    { c: '0'.repeat(64) },
    { a: 1 },
    { a: '' },
    { A: 1 },
    { a: { b: 1 } },
    { __proto__x: 1 },
    { kind: 'camera', id: '' },
    { index: 0, size: 1, path: [] },
  ],
];

/**
 * Changes one member of a JSON object, deep or shallow, and writes it again: well-formed, but another thing.
 * @param isSorted whether the form wants its keys in order; now and then they are left as they are all the same
 */
export function bendJson(chance: Chance, text: string, isSorted: boolean): Buffer {
  const value = JSON.parse(text) as { [key: string]: Json };
  let inner = value;
  for (;;) {
    const keys = Object.keys(inner);
    const key =
      keys.length === 0 || chance.below(8) === 0
        ? chance.pick(['lane', 'pseq', 'prev', 'basis', 'rules', 'zz', 'a', 'process'])
        : chance.pick(keys);
    const below = inner[key];
    if (typeof below === 'object' && below !== null && !Array.isArray(below) && chance.below(2) === 0) {
      inner = below;
      continue;
    }
    if (chance.below(6) === 0) delete inner[key];
    else if (Array.isArray(below) && chance.below(2) === 0)
      inner[key] = Array.from({ length: chance.pick([0, 1, 9, 64, 65]) }, () => chance.pick([...below, 'x']));
    else inner[key] = chance.pick(values);
    break;
  }
  return Buffer.from(JSON.stringify(!isSorted || chance.below(12) === 0 ? value : sorted(value)), 'utf8');
}

function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
