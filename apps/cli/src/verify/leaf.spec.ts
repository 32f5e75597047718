import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTime, readPartByPart, readUsual } from './leaf.js';

const origin = 'audit.test.example/footage-access/1/2026h2';
const hex = 'c0ffee'.repeat(11).slice(0, 64);
const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
const at = '2026-02-28T10:20:30.405Z';

const usual = {
  actor: { c: hex },
  at,
  basis: 'L91-32.3',
  case: { c: hex },
  decision: `dec_${uuid}`,
  details: { count: 3, isLate: true, way: 'by hand' },
  facts: hex,
  grant: `grt_${uuid}`,
  id: `ent_${uuid}`,
  intent: `ent_${uuid}`,
  lane: 'n2',
  log: origin,
  net: { c: hex },
  org: 'so-xay-dung',
  outcome: 'allowed',
  playback: `pls_${uuid}`,
  policy: hex,
  prev: hex,
  process: 'worker-1',
  producer: 'gateway-1',
  pseq: 17,
  purpose: 'GIAO_THONG',
  request: `req_${uuid}`,
  resource: { from: at, id: 'cam-7', kind: 'camera', to: at },
  role: 'requester',
  rules: ['CT-03', 'PD-04'],
  session: { c: hex },
  t: 'live_view.open',
  v: 1,
};
type Field = keyof typeof usual;
const fields = Object.keys(usual) as Field[];
const needed: readonly Field[] = ['at', 'id', 'log', 'outcome', 'producer', 't', 'v'];

/** What a field may wrongly (or rarely) hold. */
const odd: Readonly<Partial<Record<Field, readonly unknown[]>>> = {
  at: ['2026-02-31T10:20:30.405Z', '2026-02-28T24:00:00.000Z', '2028-02-29T00:00:00.000Z', '2026-13-01T00:00:00.000Z', `${at}\n`],
  basis: ['ND61-14/22', 'PDPL-17.1.đ', '', 'a b'],
  details: [
    {},
    { b: 1, a: 2 },
    { a: 'Trần Hưng Đạo' },
    { a: 'he said "no"' },
    { a: 0.5 },
    { a: -0 },
    { A: 1 },
    { a: 'x'.repeat(513) },
    { a: {} },
  ],
  pseq: [0, 1, 1.5, 2 ** 53, '17', -1],
  resource: [{}, { kind: 'camera' }, { from: '2026-02-31T10:20:30.405Z', kind: 'camera' }, { kind: 'camera', id: 'x' }, { kind: 'Camera' }],
  rules: [[], ['a b'], Array.from({ length: 65 }, () => 'A')],
  v: [2, 3, '1'],
  log: ['audit.other.example/1', `${origin}/`],
  t: ['open', 'live_view..open', 'constructor.open'],
  lane: ['n0', 'tx', 'n'],
  outcome: ['done', 'allowedX', 'ok'],
  id: [`ent_${uuid}0`, `dec_${uuid}`],
  actor: [{}, { c: 'zz' }, { c: hex, d: hex }, hex],
};

/** A leaf with any of the fields, a few of which are odd; sometimes written with a space, or with two keys exchanged. */
const leafText = fc
  .record({
    left: fc.subarray(fields.filter((field) => !needed.includes(field))),
    strange: fc.array(fc.record({ field: fc.constantFrom(...fields), at: fc.nat() }), { maxLength: 2 }),
    form: fc.constantFrom('canonical', 'canonical', 'canonical', 'space', 'exchanged', 'doubled', 'unknown'),
  })
  .map(({ left, strange, form }) => {
    const leaf: Record<string, unknown> = { ...usual };
    for (const field of left) delete leaf[field];
    for (const { field, at: which } of strange) {
      const values = odd[field] ?? [''];
      leaf[field] = values[which % values.length];
    }
    const pairs = Object.entries(leaf)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    if (form === 'space') return `{${pairs.join(', ')}}`;
    if (form === 'exchanged') return `{${[...pairs.slice(1), pairs[0]].join()}}`;
    if (form === 'doubled') return `{${[pairs[0], ...pairs].join()}}`;
    if (form === 'unknown') return `{${[...pairs, '"z":1'].join()}}`;
    return `{${pairs.join()}}`;
  });

describe('a leaf read at a glance', () => {
  it('is taken when it has every field, and when it has only those that every leaf has', () => {
    expect(readUsual(JSON.stringify(usual), origin)).toEqual(readPartByPart(JSON.stringify(usual), origin));
    expect(readUsual(JSON.stringify(usual), origin)).toMatchObject({ type: 'live_view.open', pseq: 17, at: Date.parse(at) });
    const least = JSON.stringify(Object.fromEntries(Object.entries(usual).filter(([key]) => needed.includes(key as Field))));
    expect(readUsual(least, origin)).toEqual(readPartByPart(least, origin));
    expect(readUsual(least, origin)).not.toBeNull();
  });

  it('says what the reading part by part says, or leaves it to that', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(leafText, (text) => {
        const facts = readUsual(text, origin);
        const whole = readPartByPart(text, origin);
        if (typeof whole === 'string') refused += 1;
        if (facts === null) return;
        taken += 1;
        expect(facts).toEqual(whole);
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(400);
    expect(refused).toBeGreaterThan(1_000);
  });
});

describe('an instant', () => {
  const two = (value: number): string => String(value).padStart(2, '0');

  it.each(['2026-02-29', '2026-02-31', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])('%s does not exist', (day) => {
    expect(isTime(`${day}T10:00:00.000Z`)).toBe(false);
  });

  it('exists when it is what its own instant is written as', () => {
    for (const year of ['0000', '1900', '2000', '2024', '2026', '9999'])
      for (let month = 0; month <= 13; month += 1)
        for (const day of [0, 1, 28, 29, 30, 31, 32])
          for (const clock of ['00:00:00', '23:59:59', '24:00:00', '12:60:00', '12:00:60']) {
            const text = `${year}-${two(month)}-${two(day)}T${clock}.123Z`;
            const ms = Date.parse(text);
            expect([text, isTime(text)]).toEqual([text, !Number.isNaN(ms) && new Date(ms).toISOString() === text]);
          }
  });
});
