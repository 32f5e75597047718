import { loadavg } from 'node:os';
import { DataSource } from 'typeorm';
import pg from 'pg';
import { EntryCounter, type EntryFilter, type EntryScope, type InspectionRef } from '#libs/audit';
import { Database, dataSourceOptions } from '#libs/database';
import { hanoiDate } from '#libs/kernel';
import { countSql } from '../../libs/audit/src/read/entry-counts.service.js';
import { entryQuery } from '../../libs/audit/src/read/entry-query.js';
import { readRows } from '../../libs/audit/src/read/inspection-role.js';
import { startNeighbours } from './audit-neighbours.js';
import { benchRow, type BenchRow } from './bench-row.js';
import { casePrefix, fillSearch, pools } from './search-rows.js';
import { inspectedBodies, issuePapers } from './search-papers.js';

const origin = 'audit.bench.example/footage-access/1/2026h2';
const pageSize = 25;
const deepPage = 1_000;
/** Per kind: first pages of so many keys, and so many pages at depth 1,000 and more. */
const firstPages = 200;
const deepPages = 40;
/** Without a key the same page by OFFSET takes seconds: fewer of them. */
const openDeepPages = 8;
const countings = 100;
const entries = Number(process.env['CUAO_SEARCH_ENTRIES'] ?? 1_000_000);

interface ExplainedCost {
  readonly 'Execution Time': number;
  readonly Plan: { readonly 'Shared Hit Blocks': number };
}

interface Place {
  readonly at: Date;
  readonly index: number;
}

/**
 * Searching generated rows (`CUAO_SEARCH_ENTRIES`, a million without it; ten million is the design's figure) as an inspector does,
 * under papers over three bodies and as the database's inspector: each kind of search at its first page and a thousand pages deep, by keyset; beside it the same
 * search by OFFSET. And the counts of a page from the daily counters, beside counting the rows.
 */
export async function run(): Promise<BenchRow[]> {
  if (!Number.isSafeInteger(entries) || entries < 50_000) throw new Error('CUAO_SEARCH_ENTRIES must be a number from 50000');
  const neighbours = await startNeighbours();
  const owner = new pg.Client({ connectionString: neighbours.databaseUrl });
  const source = await new DataSource(
    dataSourceOptions({ databaseUrl: neighbours.databaseUrl, role: 'cuao_gateway', poolSize: 4, applicationName: 'bench-search' }),
  ).initialize();
  try {
    await owner.connect();
    const began = performance.now();
    await fillSearch(owner, { origin, entries, now: new Date() }, (line) => process.stderr.write(`     search: ${line}\n`));
    process.stderr.write(`     search: filled in ${((performance.now() - began) / 1_000).toFixed(0)} s\n`);
    const bench = new Searches(new Database(source), owner, await issuePapers(owner));
    return [
      await bench.by('camera', 'resource_id', (key) => ({ cameraId: key })),
      await bench.by('person', 'actor_id', (key) => ({ actorId: key })),
      await bench.by('case', 'case_digest', (key) => ({ text: key })),
      await bench.by('request', 'request_id', (key) => ({ requestId: key })),
      await bench.by('act and outcome, over all bodies of the papers', null, () => ({ type: 'live_view', outcome: 'refused' })),
      await bench.by('openings without a case', null, () => ({ lacksCase: true })),
      await bench.by('what happened at night', null, () => ({ atNight: true })),
      await bench.by('nothing but the papers', null, () => ({})),
      await bench.counts(),
    ];
  } finally {
    await owner.end();
    await source.destroy();
    await neighbours.close();
  }
}

class Searches {
  private readonly scope: Exclude<EntryScope, 'everything'> = {
    organisationCodes: inspectedBodies,
    requestsOf: inspectedBodies,
  };

  constructor(
    private readonly database: Database,
    private readonly owner: pg.Client,
    private readonly papers: InspectionRef,
  ) {}

  async by(name: string, column: string | null, filterOf: (key: string) => EntryFilter): Promise<BenchRow> {
    const some = column === null ? Array.from({ length: firstPages }, () => '') : await this.someKeys(column);
    const busy = column === null ? [''] : await this.busiest(column);
    const first: number[] = [];
    for (const key of some) first.push((await this.page(filterOf(key), null)).ms);
    const [deep, offset]: [number[], number[]] = [[], []];
    let differing = 0;
    let deepest = 0;
    const pages = await Promise.all(busy.map((key) => this.fullPages(filterOf(key))));
    for (let n = 0; n < (column === null ? openDeepPages : deepPages); n += 1) {
      const filter = filterOf(busy[n % busy.length] ?? '');
      // Of fewer entries than the design's figure no key has a thousand pages: as deep as it goes then.
      const depth = Math.min(deepPage + Math.floor(n / busy.length) * 50, (pages[n % busy.length] ?? 0) - 1);
      if (depth < 1) continue;
      const by = await this.page(filter, null, depth * pageSize);
      const edge = await this.placeAt(filter, depth * pageSize - 1);
      if (edge === null) continue;
      const keyset = await this.page(filter, edge);
      deep.push(keyset.ms);
      offset.push(by.ms);
      deepest = Math.max(deepest, depth);
      if (keyset.places.length === 0 || keyset.places.join() !== by.places.join()) differing += 1;
    }
    const ours = Math.max(at(first, 0.95), at(deep, 0.95));
    const isIndexed = await this.isIndexed(filterOf(busy[0] ?? ''));
    return benchRow({
      name: `search: ${entries.toLocaleString('en')} entries by ${name}, first page and a deep one`,
      ours,
      baseline: at(offset, 0.95),
      baselineName: 'the same page by OFFSET',
      unit: 'ms p95',
      wanted: { oursAtMost: 100 },
      work: {
        same: deep.length > 0 && differing === 0 && isIndexed,
        how: `${isIndexed ? 'every plan goes by an index' : 'a plan reads a whole table'}; ${deep.length} deep pages, ${differing} of them other rows than by OFFSET; generated search rows, within papers over three bodies`,
      },
      details: {
        firstP50: at(first, 0.5),
        firstP95: at(first, 0.95),
        deepP50: at(deep, 0.5),
        deepP95: at(deep, 0.95),
        offsetP50: at(offset, 0.5),
        'deepest page': deepest,
        'mean load of the machine': loadavg()[0] ?? Number.NaN,
      },
    });
  }

  /** The counts that come with a first page, against grouping the rows. */
  async counts(): Promise<BenchRow> {
    const counter = new EntryCounter(this.database);
    const toDay = hanoiDate(new Date());
    const fromDay = hanoiDate(new Date(Date.now() - 180 * 86_400_000));
    const question = { ...this.scope, fromDay, toDay, type: 'live_view' };
    const ours: number[] = [];
    for (let n = 0; n < countings; n += 1) ours.push((await timed(() => counter.count(question, this.papers))).ms);
    const counted = await counter.count(question, this.papers);
    const rows = await timed(() =>
      this.database.query<{ day: string; entries: string }>(
        `select ((at at time zone 'Asia/Ho_Chi_Minh')::date)::text as day, count(*) as entries from audit_search
         where organisation_code = any($1) and at >= $2 and split_part(type, '.', 1) = 'live_view' group by 1 order by 1`,
        [this.scope.organisationCodes, new Date(`${fromDay}T00:00:00+07:00`)],
      ),
    );
    const same =
      rows.value.map(({ day, entries: n }) => `${day} ${n}`).join() === counted.days.map(({ code, entries: n }) => `${code} ${n}`).join();
    return benchRow({
      name: `search: counts of 180 days over ${entries.toLocaleString('en')} entries (days, acts, outcomes, bodies)`,
      ours: at(ours, 0.95),
      baseline: rows.ms,
      baselineName: 'grouping the rows, by day alone',
      unit: 'ms p95',
      wanted: { oursAtMost: 100 },
      work: { same, how: `the series by day is ${same ? 'the same' : 'NOT the same'} both ways` },
      details: {
        oursP50: at(ours, 0.5),
        ...(await this.costOf([this.scope.organisationCodes, fromDay, toDay, question.type, null, null])),
        days: counted.days.length,
        'mean load of the machine': loadavg()[0] ?? Number.NaN,
      },
    });
  }

  /** What the counts cost PostgreSQL itself, however loaded the machine is. */
  private async costOf(parameters: readonly unknown[]): Promise<Record<string, number>> {
    const explained = `explain (analyze, buffers, format json) ${countSql}`;
    const [row] = await readRows<{ 'QUERY PLAN': [ExplainedCost] }>(this.database, this.papers, explained, parameters);
    const cost = row?.['QUERY PLAN'][0];
    return {
      'executionMs by explain': cost?.['Execution Time'] ?? Number.NaN,
      'blocks read': cost?.Plan['Shared Hit Blocks'] ?? Number.NaN,
    };
  }

  private async page(filter: EntryFilter, after: Place | null, offset = 0): Promise<{ ms: number; places: string[] }> {
    const { sql, parameters } = this.statement(filter, after, offset === 0 ? pageSize + 1 : offset + pageSize + 1);
    const { ms, value } = await timed(() =>
      readRows<{ idx: string }>(this.database, this.papers, offset === 0 ? sql : offsetOf(sql, offset), parameters),
    );
    return { ms, places: value.map(({ idx }) => idx) };
  }

  /** What PostgreSQL does for this page, asked with the very statement and values. */
  private async isIndexed(filter: EntryFilter): Promise<boolean> {
    const { sql, parameters } = this.statement(filter, null, pageSize + 1);
    const rows = await readRows<{ 'QUERY PLAN': string }>(this.database, this.papers, `explain ${sql}`, parameters);
    return !rows.some((row) => row['QUERY PLAN'].includes('Seq Scan'));
  }

  private async placeAt(filter: EntryFilter, offset: number): Promise<Place | null> {
    const { sql, parameters } = this.statement(filter, null, offset + 1);
    const [row] = await readRows<{ at: Date; idx: string }>(this.database, this.papers, offsetOf(sql, offset), parameters);
    return row === undefined ? null : { at: row.at, index: Number(row.idx) };
  }

  /** At most as many as are asked for. */
  private async fullPages(filter: EntryFilter): Promise<number> {
    const { sql, parameters } = this.statement(filter, null, (deepPage + 50 * deepPages) * pageSize);
    const [row] = await readRows<{ n: string }>(this.database, this.papers, `select count(*) as n from (${sql}) as found`, parameters);
    return Math.floor(Number(row?.n ?? 0) / pageSize);
  }

  private statement(filter: EntryFilter, after: Place | null, limit: number): { sql: string; parameters: unknown[] } {
    return entryQuery({ origin, scope: this.scope, filter, after, size: entries, limit });
  }

  /** Keys of random rows: the busy ones more often, as in life. */
  private async someKeys(column: string): Promise<string[]> {
    if (column === 'case_digest') return Array.from({ length: firstPages }, (_, n) => someCase(n / firstPages));
    const { rows } = await this.owner.query<{ key: string }>(
      `select ${column} as key from audit_search tablesample system (0.5) where ${column} is not null order by random() limit ${firstPages}`,
    );
    return rows.map(({ key }) => key);
  }

  /** Keys that have the most pages within the papers. */
  private async busiest(column: string): Promise<string[]> {
    if (column === 'case_digest') return Array.from({ length: 4 }, (_, n) => `${casePrefix}${n}`);
    const { rows } = await this.owner.query<{ key: string }>(
      `select ${column} as key from audit_search where ${column} is not null and organisation_code = any($1) group by 1 order by count(*) desc limit 4`,
      [this.scope.organisationCodes],
    );
    return rows.map(({ key }) => key);
  }
}

/** As the rows were made: the first numbers have the most. */
const someCase = (share: number): string => `${casePrefix}${Math.floor(pools.cases * share ** 3)}`;

const offsetOf = (sql: string, offset: number): string => `select * from (${sql}) as deep order by at desc, idx desc offset ${offset}`;

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
