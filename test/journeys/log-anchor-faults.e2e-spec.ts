import { FolderStore } from '#libs/audit';
import '../support/node-errors.js';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { EntryWriter, LogHealth, LogReleases } from '#libs/audit';
import { Clock, FixedClock, SystemClock } from '#libs/kernel';
import { AnchorKeeper, anchorLimits } from '../../libs/audit/src/anchor/anchor-keeper.js';
import { encodeQuery } from '../../libs/audit/src/anchor/time-stamp.js';
import { Findings } from '../../libs/audit/src/sequence/findings.js';
import { TimeAuthority } from '../support/time-authority.js';
import { anchoredSizes, toldAnchors } from './log-anchors.js';
import { openReleases } from './log-gateway.js';
import { openLogHouse, origin, someDraft, type LogHouse } from './log-house.js';
import { eventually } from '../support/eventually.js';

describe('when the authority is not as it should be', () => {
  let authority: TimeAuthority;
  let house: LogHouse;
  let writer: EntryWriter;
  let releases: LogReleases;
  let pool: pg.Pool;
  beforeAll(async () => {
    authority = new TimeAuthority({ key: 'rsa' });
    await authority.listen();
    // Its worker has no authority: the keepers of this test take its place, one for each turn.
    house = await openLogHouse();
    writer = house.writer('gateway-1');
    releases = openReleases(house);
    await writer.append(someDraft());
    await eventually('witnessed', () => existsSync(path.join(house.logDir, 'checkpoint.witnessed')), 30_000);
    pool = new pg.Pool({ connectionString: house.services.databaseUrl, max: 3, options: '-c role=cuao_worker' });
  });
  afterAll(async () => {
    await pool.end();
    await releases.onModuleDestroy();
    await writer.onModuleDestroy();
    await house.close();
    await authority.close();
  });
  afterEach(() => {
    authority.bend = (reply) => reply;
  });

  /** As the worker has it, an hour after the last anchor. */
  const keeper = (clock: Clock = new SystemClock(), certificatesFile = authority.issuer): AnchorKeeper =>
    new AnchorKeeper({
      pool,
      origin,
      store: new FolderStore(house.logDir),
      entries: writer,
      findings: new Findings(pool, origin, writer, clock, 'worker-1'),
      clock,
      actorProcess: 'worker-1',
      authority: { url: authority.url, certificatesFile },
    });
  /** So that one is due: the clock of the house and of the authority are the same, the last anchor is forgotten. */
  const forget = (): void => rmSync(path.join(house.logDir, 'anchors'), { recursive: true, force: true });
  const grown = async (): Promise<void> => {
    const before = house.publishedSize();
    await writer.append(someDraft());
    await eventually(
      'grown',
      () =>
        house.publishedSize() > before
        && readFileSync(path.join(house.logDir, 'checkpoint.witnessed'), 'utf8').includes(`\n${house.publishedSize()}\n`),
      20_000,
    );
  };
  const findings = async (): Promise<Record<string, unknown>[]> =>
    (
      await house.services.sql<{ details: Record<string, unknown> }>(
        `select convert_from(leaf, 'UTF8')::jsonb -> 'details' as details from
           (select leaf from audit_leaf union all select leaf from audit_outbox) as l where convert_from(leaf, 'UTF8')::jsonb ->> 't' = 'log.finding'`,
      )
    ).map(({ details }) => details);
  /** Over the same checkpoint: the newest may be another one by now. */
  const withOtherNonce = (query: Buffer): Buffer => {
    const nonce = nonceOf(query);
    const other = Buffer.from(query);
    const last = query.indexOf(nonce) + nonce.length - 1;
    other[last] = (other[last] ?? 0) ^ 1;
    return other;
  };
  const state = async (): Promise<LogHealth['anchor']> => (await releases.now()).anchor;

  it('says that there is none when none is set, which is no fault', async () => {
    expect(await state()).toEqual({ isSet: false, at: null, by: null, size: 0, trouble: null });
    expect((await releases.now()).because).toEqual([]);
  });

  it('keeps nothing of a wrong answer, tells it once on the log, and holds nothing back', async () => {
    forget();
    await grown();
    const stranger = new TimeAuthority();
    const wrong: readonly (readonly [string, (reply: Buffer, query: Buffer) => Buffer | number])[] = [
      ['other_imprint', (_, query) => authority.reply(encodeQuery(Buffer.from('something else'), nonceOf(query)))],
      ['other_nonce', (_, query) => authority.reply(withOtherNonce(query))],
      ['signature_false', (reply) => Buffer.concat([reply.subarray(0, -1), Buffer.from([(reply.at(-1) ?? 0) ^ 1])])],
      ['not_trusted', (_, query) => stranger.reply(query)],
      ['malformed_or_refused', () => Buffer.from('<html>')],
    ];
    for (const [fault, bend] of wrong) {
      authority.bend = bend;
      const one = keeper();
      expect([fault, await one.run()]).toEqual([fault, 'failed']);
      // Until it is tried again, minutes later.
      expect(await one.run()).toBe('not_due');
      expect((await findings()).filter((each) => each['fault'] === fault)).toEqual([{ finding: 'anchor_refused', fault }]);
      expect(existsSync(path.join(house.logDir, 'anchors'))).toBe(false);
      expect([(await state()).trouble, (await releases.now()).releases]).toEqual(['refused', 'EVERYTHING']);
    }
    stranger.remove();
  });

  it('goes on without it while it is silent, and says so after two hours', async () => {
    forget();
    authority.bend = () => 503;
    expect(await keeper().run()).toBe('failed');
    await authority.hangUp();
    expect(await keeper().run()).toBe('failed');
    expect((await state()).trouble).toBe('silent');
    expect((await releases.now()).because).toEqual([]);
    await house.services.sql(
      `update log_progress set anchor_since = now() - interval '7201 seconds', anchored_at = now() - interval '7201 seconds'`,
    );
    expect(await releases.now()).toMatchObject({ because: ['anchor_late'], releases: 'EVERYTHING' });
    await authority.listen();
    authority.bend = (reply) => reply;
    await grown();
    expect(await keeper().run()).toBe('anchored');
    expect((await releases.now()).because).toEqual([]);
    expect((await state()).trouble).toBeNull();
  });

  it('asks again after an hour, and writes the entry of one that a crash kept from being told', async () => {
    const clock = new FixedClock(new Date());
    const one = keeper(clock);
    await grown();
    expect(await one.run()).toBe('not_due');
    const before = anchoredSizes(house).length;
    const tellings = (await toldAnchors(house)).length;
    await house.services.sql('update log_progress set anchored_size = 0');
    clock.advanceMs(anchorLimits.retryMs);
    expect(await one.run()).toBe('anchored');
    await eventually('told again', async () => (await toldAnchors(house)).length === tellings + 1);
    expect(anchoredSizes(house).length).toBe(before);
  });

  it('finds a clock that was set back or ahead, once a day, and holds back what is handed over for good', async () => {
    for (const [minutes, way] of [
      [-10, 'back'],
      [10, 'ahead'],
    ] as const) {
      forget();
      await grown();
      const shifted = new (class extends Clock {
        now = (): Date => new Date(new SystemClock().nowMs() + minutes * 60_000);
      })();
      expect([way, await keeper(shifted).run(), await keeper(shifted).run()]).toEqual([way, 'failed', 'failed']);
      expect(existsSync(path.join(house.logDir, 'anchors'))).toBe(false);
      expect((await state()).trouble).toBe('clock');
    }
    const clocks = (await findings()).filter((each) => each['finding'] === 'clock_differs');
    expect(clocks.length === 1 || clocks.length === 2).toBe(true); // two days around midnight
    const rows = await house.services.sql<{ kind: string }>(`select kind from log_finding`);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['clock_differs']));
    await eventually('held back', async () => (await releases.now()).releases === 'NOTHING_WITNESSED', 30_000);
  });
});

/** The nonce of a query in DER. */
function nonceOf(query: Buffer): Buffer {
  const length = query.readUInt8(query.length - 4 - 8) === 8 ? 8 : 9;
  return query.subarray(query.length - 3 - length, query.length - 3);
}
