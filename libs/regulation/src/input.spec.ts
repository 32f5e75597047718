import { millisecondsOf, readInput } from './input.js';

const tables = {
  shape: {
    input: { asOf: 'time', viewer: 'viewer', approvals: '[approval]', recording: 'recording' },
    viewer: { roles: '[string]' },
    approval: { signedAt: 'time' },
    recording: { from: 'time', to: 'until', expiresAt: 'end' },
  },
  types: {
    time: { json: 'number', date: 'begins' as const },
    end: { json: 'number', date: 'ends' as const },
    until: { json: 'number', date: 'after' as const },
    '[string]': { json: 'array', item: 'string' },
    viewer: { json: 'object', shape: 'viewer' },
    recording: { json: 'object', shape: 'recording' },
    '[approval]': { json: 'array', shape: 'approval' },
  },
  aliases: { input: { evidence: 'recording', 'film.start': 'recording.from' }, viewer: { role: 'roles[]' } },
  spellings: { 'viewer.roles': { citizen: 'public' } },
};
const read = (value: unknown) => readInput(tables, value);

describe('times as people write them', () => {
  it.each([
    ['2026-08-19', '2026-08-18T17:00:00.000Z'],
    ['2026-08-19T00:00:00+07:00', '2026-08-18T17:00:00.000Z'],
    ['2026-08-18T17:00Z', '2026-08-18T17:00:00.000Z'],
    ['2026-08-18T17:00:00.001Z', '2026-08-18T17:00:00.001Z'],
    ['2024-02-29', '2024-02-28T17:00:00.000Z'],
  ])('%s', (text, wanted) => {
    expect(new Date(millisecondsOf(text) ?? 0).toISOString()).toBe(wanted);
  });
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '19/08/2026',
    '2026-08-19T00:00:00',
    'yesterday',
    '',
    '1789437600000',
    '2026-08-19T25:00:00Z',
  ])('refuses %j', (text) => {
    expect(millisecondsOf(text)).toBeNull();
  });
});

describe('a question as people write it', () => {
  it('lets what ends with a bare date last to the 24:00 of that day, and leaves an instant an instant', () => {
    const midnight = 1_787_072_400_000;
    expect(read({ recording: { from: '2026-08-19', to: '2026-08-19', expiresAt: '2026-08-19' } })).toMatchObject({
      input: { recording: { from: midnight, to: midnight + 86_400_000, expiresAt: midnight + 86_399_999 } },
    });
    expect(read({ recording: { to: '2026-08-19T00:00:00+07:00', expiresAt: midnight } })).toMatchObject({
      input: { recording: { to: midnight, expiresAt: midnight } },
    });
  });
  it('turns times into milliseconds at every depth and leaves what is no time to the policy', () => {
    expect(read({ asOf: '2026-08-19', approvals: [{ signedAt: 'soon' }, { signedAt: '2026-08-19' }] })).toEqual({
      kind: 'input',
      input: { asOf: 1_787_072_400_000, approvals: [{ signedAt: 'soon' }, { signedAt: 1_787_072_400_000 }] },
    });
  });
  it('names every unknown field, at every depth', () => {
    expect(read({ asOf: 1, kamera: {}, viewer: { rank: 'x' }, approvals: [{}, { by: 1 }] })).toEqual({
      kind: 'refused',
      code: 'unknown_field',
      paths: ['kamera', 'viewer.rank', 'approvals[1].by'],
    });
    expect(read(JSON.parse('{"__proto__":{"x":1},"constructor":1}'))).toMatchObject({
      kind: 'refused',
      paths: ['__proto__', 'constructor'],
    });
  });
  it('knows the other names of the catalogue, but not both at once', () => {
    expect(read({ evidence: { from: '2026-08-19' } })).toEqual({ kind: 'input', input: { recording: { from: 1_787_072_400_000 } } });
    expect(read({ evidence: {}, recording: {} })).toMatchObject({ kind: 'refused', paths: ['evidence'] });
  });
  it('puts a fact that stands elsewhere in its place, unless that place is taken', () => {
    expect(read({ film: { start: '2026-08-19' }, viewer: { role: 'Citizen ' } })).toEqual({
      kind: 'input',
      input: { viewer: { roles: ['public'] }, recording: { from: 1_787_072_400_000 } },
    });
    expect(read({ film: { start: 1, end: 2 } })).toMatchObject({ kind: 'refused', paths: ['film'] });
    expect(read({ film: { start: 1 }, recording: { from: 2 } })).toMatchObject({ kind: 'refused', paths: ['film'] });
    expect(read({ film: { start: 1 }, recording: 'x' })).toMatchObject({ kind: 'refused', paths: ['film'] });
  });
  it('leaves a code it does not know, and text where a list belongs, to the policy', () => {
    expect(read({ viewer: { roles: ['citizens', 1] } })).toEqual({ kind: 'input', input: { viewer: { roles: ['citizens', 1] } } });
    expect(read({ viewer: { roles: 'owner' } })).toEqual({ kind: 'input', input: { viewer: { roles: 'owner' } } });
  });
  it('takes the facts in one object too, and no fact twice', () => {
    expect(read({ asOf: 1, facts: { viewer: { roles: [] } } })).toEqual({ kind: 'input', input: { asOf: 1, viewer: { roles: [] } } });
    expect(read({ asOf: 1, facts: { asOf: 2 } })).toMatchObject({ kind: 'refused', paths: ['facts.asOf'] });
    expect(read({ facts: 1 })).toMatchObject({ kind: 'refused', paths: ['facts'] });
  });
  it.each([null, [], 'x', 1, true])('refuses %j', (value) => {
    expect(read(value)).toMatchObject({ kind: 'refused', code: 'not_an_object' });
  });
});
