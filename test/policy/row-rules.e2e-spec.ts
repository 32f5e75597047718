import fc from 'fast-check';
import pg from 'pg';
import { Abilities } from '../../libs/regulation/src/abilities.js';
import { checkRowRules, RowAbility, rowCondition, rowRules, type RowRule } from '../../libs/regulation/src/row-rules.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import type { Viewer } from '#libs/kernel';
import { createTestDatabase, type TestServices } from '../support/services.js';
import { loadCommitted } from './policy-cases.js';

const fields = { name: 'string', size: 'number', open: 'boolean', marks: '[string]' } as const;
const columns = { name: 'name', size: 'size', open: 'open', marks: 'marks' };
const texts = fc.constantFrom('a', 'b', "o'b", 'ü', '', '%');
const values = { name: texts, size: fc.constantFrom(0, 1, -1, 2.5), open: fc.boolean(), marks: texts };

const test = fc
  .constantFrom(...(Object.keys(fields) as (keyof typeof fields)[]))
  .chain((field) =>
    fc.array<string | number | boolean>(values[field], { maxLength: 3 }).map((anyOf) => ({ field, type: fields[field], anyOf })),
  );
const rule: fc.Arbitrary<RowRule> = fc.uniqueArray(test, { maxLength: 3, selector: ({ field }) => field });
const row = fc.record({
  name: fc.option(values.name),
  size: fc.option(values.size),
  open: fc.option(values.open),
  marks: fc.option(fc.array(fc.option(texts), { maxLength: 3 })),
});

describe('conditions on rows', () => {
  let services: TestServices;
  let client: pg.Client;
  let policy: Policy;
  beforeAll(async () => {
    [services, policy] = [await createTestDatabase(), await loadCommitted()];
    client = new pg.Client({ connectionString: services.databaseUrl });
    await client.connect();
    await client.query('create temporary table subject (n integer, name text, size float8, open boolean, marks text[])');
  });
  afterAll(async () => {
    await client.end();
    await services.close();
  });

  it('choose the same rows in PostgreSQL as in memory, with NULLs, empty lists and other conditions beside them', async () => {
    let [asked, shown] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 4 }), fc.array(row, { minLength: 1, maxLength: 12 }), async (rules, rows) => {
        await client.query('truncate subject');
        await client.query(
          `insert into subject select n, name, size, open, marks
           from jsonb_to_recordset($1::jsonb) as r (n integer, name text, size float8, open boolean, marks text[])`,
          [JSON.stringify(rows.map((one, n) => ({ n, ...one })))],
        );
        const bound: unknown[] = [3];
        const where = rowCondition(rules, columns, (value) => `$${bound.push(value)}`);
        const found = await client.query<{ n: number }>(`select n from subject where n <> $1 and ${where} and n >= 0 order by n`, bound);
        const ability = new RowAbility('read_grant', 'Grant', rules);
        const wanted = rows.flatMap((one, n) => (n !== 3 && ability.shows(one) ? [n] : []));
        asked += rows.length;
        shown += wanted.length;
        expect(found.rows.map(({ n }) => n)).toEqual(wanted);
      }),
      { numRuns: 400 },
    );
    process.stdout.write(`rows in SQL = rows in memory: ${asked} rows, ${shown} shown\n`);
    expect(shown).toBeGreaterThan(100);
    expect(shown).toBeLessThan(asked);
  });

  it('are none for a role that the table does not name, and end where the viewer has no value', () => {
    const viewer = { role: 'requester', organisationId: 'org_a' } as Viewer;
    expect(rowRules(policy.tables, viewer, 'read_grant')).toEqual([[{ field: 'holderOrgId', type: 'string', anyOf: ['org_a'] }]]);
    expect(rowRules(policy.tables, { ...viewer, role: 'policy_signer' }, 'read_grant')).toEqual([]);
    expect(rowRules(policy.tables, viewer, '__proto__')).toEqual([]);
    expect(rowCondition([], columns, () => '$1')).toBe('(false)');
    expect(() => rowCondition([[{ field: 'other', type: 'string', anyOf: ['x'] }]], columns, () => '$1')).toThrow(/no column/);
  });

  it.each([
    ['an unknown field', { holderOrg: { $eq: 'x' } }],
    ['an unknown operator', { holderOrgId: { $eqq: 'x' } }],
    ['an operator that a missing value passes', { holderOrgId: { $ne: 'x' } }],
    ['an order, which null takes part in', { holderOrgId: { $lt: 'x' } }],
    ['null', { holderOrgId: { $eq: null } }],
    ['nothing', { holderOrgId: { $eq: undefined } }],
    ['a value of another type', { holderOrgId: { $in: [1] } }],
    ['an unknown value of the viewer', { holderOrgId: { $eq: '$shoeSize' } }],
    ['two operators', { holderOrgId: { $eq: 'x', $in: ['y'] } }],
    ['no operator', { holderOrgId: {} }],
  ])('are refused when a bundle is taken into use with %s', (_what, condition) => {
    const rows = { ...policy.tables.rows, actions: { read_grant: { requester: [condition] } } };
    expect(() => checkRowRules({ ...policy.tables, rows })).toThrow(/rows\.json/);
    expect(() => new Abilities({ ...policy.tables, rows })).toThrow(/rows\.json/);
  });

  it('are refused for a role that may not act, for an unknown action, and beyond fifty', () => {
    const many = Array.from({ length: 51 }, () => ({}));
    const tables: Policy['tables']['rows']['actions'][] = [
      { read_grant: { policy_signer: [{}] } },
      { manage: { requester: [{}] } },
      { read_grant: { owner: many } },
    ];
    for (const actions of tables)
      expect(() => checkRowRules({ ...policy.tables, rows: { ...policy.tables.rows, actions } })).toThrow(/rows\.json/);
  });
});
