import '../support/node-errors.js';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Erasures, EntryWriter, type LoggedEntry, type LogReader, type Receipt } from '#libs/audit';
import type { Database } from '#libs/database';
import { FixedClock, newId, SystemClock } from '#libs/kernel';
import { readLeaf } from '../../libs/audit/src/entry/leaf.js';
import { LogMirror } from '../conformance/log-mirror.js';
import { openLogGateway, type LogGateway } from '../journeys/log-gateway.js';
import { openLogHouse, someDraft, someViewer, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { verify } from './attacker.js';

// Drills of who feeds the log: false clocks, forged jobs, bent bytes, erasure as a cover, partitions dropped early.

describe('who feeds the log', () => {
  let house: LogHouse;
  let writer: EntryWriter;
  let database: Database;
  let gateway: LogGateway;
  let reader: LogReader;
  const clock = new SystemClock();
  const witnessed = (receipt: Receipt): Promise<void> =>
    eventually('witnessed', async () => (await reader.find(receipt.entryId, 'house'))?.state === 'WITNESSED', 20_000);

  beforeAll(async () => {
    house = await openLogHouse();
    writer = house.writer('gateway-1');
    gateway = await openLogGateway(house, clock);
    ({ database, reader } = gateway);
    for (let each = 0; each < 20; each += 1) await writer.append(someDraft());
  });
  afterAll(async () => {
    await writer.onModuleDestroy();
    await gateway.close();
    await house.close();
  });

  it('T21 by emptying Redis, forging jobs and replaying them changes nothing', async () => {
    const { redisUrl, queuePrefix } = house.services;
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 });
    // FLUSHALL would empty the neighbours' queues of this test run as well; every key of ours is the same to us.
    for (const key of await redis.keys(`${queuePrefix}:*`)) await redis.unlink(key);
    const queues = (await redis.keys(`${queuePrefix}:*`)).map((key) => key.split(':')[1] ?? '');
    await eventually('standing still', async () => (await house.services.sql('select 1 from audit_outbox')).length === 0);
    const before = Number((await house.services.sql<{ size: string }>('select size from log_state'))[0]?.size);
    const names = new Set([...queues, 'audit']);
    for (const name of names) {
      const queue = new Queue(name, { prefix: queuePrefix, connection: { url: redisUrl } });
      for (let each = 0; each < 5; each += 1) await queue.add('sequence', { entryId: newId('ent'), leaf: '{"t":"live_view.open"}' });
      await queue.close();
    }
    const receipt = await writer.append(someDraft());
    await witnessed(receipt);
    redis.disconnect();
    const after = Number((await house.services.sql<{ size: string }>('select size from log_state'))[0]?.size);
    const producers = await house.services.sql<{ producer: string; entries: string }>(
      'select producer, count(*) as entries from audit_entry where idx >= $1 group by producer',
      [before],
    );
    // The worker's own heartbeat may have come between; nothing else did.
    expect(producers.filter(({ producer }) => producer !== 'worker-1')).toEqual([{ producer: 'gateway-1', entries: '1' }]);
    expect(after).toBeGreaterThan(before);
    expect(verify('audit', house.logDir)).toEqual({ code: 0, because: null });
  });

  it('T22 with odd text finds the schema shut: no bytes reach the log that two readers could read as two things', async () => {
    // What a person typed is committed to in a form that has one spelling; it never stands on the log itself.
    const odd = await writer.append(someDraft({ caseRef: 'HS-\ud800' }));
    await eventually('kept', async () => (await reader.find(odd.entryId, 'house')) !== null);
    const kept = await reader.find(odd.entryId, 'house');
    expect(kept === null ? null : (await reader.openings([kept], 'house')).get(odd.entryId)?.case).toBe('HS-\ufffd');
    for (const value of [1.5, 2 ** 53, Number.NaN, '\udfff'])
      await expect(writer.append(someDraft({ details: { value } }))).rejects.toMatchObject({ code: 'entry_not_encodable' });
    const receipt = await writer.append(someDraft());
    const [row] = await house.services.sql<{ leaf: Buffer }>(
      'select leaf from audit_outbox where entry_id = $1 union all select l.leaf from audit_leaf l join audit_entry e on e.idx = l.idx where e.entry_id = $1',
      [receipt.entryId.slice(4)],
    );
    const text = row?.leaf.toString('utf8') ?? '';
    expect(readLeaf(Buffer.from(text, 'utf8'))).toHaveProperty('leaf');
    for (const bent of [
      text.replace('{', '{ '),
      text.replace('"outcome":"allowed"', '"outcome":"allowed","outcome":"refused"'),
      text.replace('"v":', '"v":1,"w":'),
      text.replace('"allowed"', '"\\u0061llowed"'),
      text.replace('"allowed"', 'null'),
      text.replace('"GIAO_THONG"', '"GIAO_THONG\ufeff"'),
    ]) {
      expect(bent).not.toBe(text);
      expect(readLeaf(Buffer.from(bent, 'utf8'))).toHaveProperty('problem');
    }
  });

  it('T23 with proofs that are nearly right finds a strict reader', async () => {
    const receipt = await writer.append(someDraft());
    await witnessed(receipt);
    const proof = await reader.proof(receipt.entryId, 'house');
    if (proof.kind !== 'proof') throw new Error(proof.kind);
    const file = path.join(house.services.stateDir, 'bent.tlog-proof');
    const check = (text: string): ReturnType<typeof verify> => {
      writeFileSync(file, text);
      return verify('proof', file, '--policy', path.join(house.logDir, 'policy'));
    };
    expect(check(proof.text)).toEqual({ code: 0, because: null });
    const lines = proof.text.split('\n');
    const hashAt = lines.findIndex((line) => /^[A-Za-z0-9+/]{43}=$/.test(line));
    const hash = lines[hashAt] ?? '';
    const signature = lines.find((line) => line.startsWith('— ')) ?? '';
    const bends: Readonly<Record<string, string>> = {
      'a surplus hash': lines.toSpliced(hashAt, 0, hash).join('\n'),
      'a missing hash': lines.toSpliced(hashAt, 1).join('\n'),
      'base64 without padding': proof.text.replace(hash, hash.slice(0, -1)),
      'base64 with spare bits': proof.text.replace(hash, `${hash.slice(0, 42)}${hash[42] === 'B' ? 'C' : 'B'}=`),
      'a leading zero': proof.text.replace(/^index (\d+)/m, 'index 0$1'),
      'another index': proof.text.replace(/^index (\d+)/m, (_, index: string) => `index ${Number(index) - 1}`),
      'seventeen signatures': proof.text.replace(signature, Array.from({ length: 17 }, () => signature).join('\n')),
      'a carriage return': proof.text.replaceAll('\n', '\r\n'),
      'text behind the end': `${proof.text}x\n`,
    };
    for (const [what, text] of Object.entries(bends)) {
      expect([what, text === proof.text]).toEqual([what, false]);
      expect([what, check(text).code]).toEqual([what, 6]);
    }
  });

  it('T24 by erasing what a commitment stands for leaves the act, its time and camera, and who erased it on whose word', async () => {
    const viewer = someViewer();
    const cameraId = newId('cam');
    const receipt = await writer.append(someDraft({ viewer, caseRef: 'HS-1/2026', resource: { kind: 'camera', id: cameraId } }));
    const [asker, colleague] = [someViewer({ role: 'dpo' }), someViewer({ role: 'dpo' })];
    const other = someViewer({ role: 'dpo', organisationCode: 'thanh-tra-tp' });
    const erasures = new Erasures(gateway.settings, writer, clock);
    const { erasureId } = await database.transaction((tx) => erasures.open(tx, asker, { personId: viewer.personId }, 'L91-14'));
    await expect(database.transaction((tx) => erasures.close(tx, asker, erasureId))).rejects.toThrow('needs two people');
    await expect(database.transaction((tx) => erasures.close(tx, colleague, erasureId))).rejects.toThrow('needs two bodies');
    await database.transaction((tx) => erasures.close(tx, other, erasureId));
    await witnessed(receipt);
    const entry = await reader.find(receipt.entryId, 'house');
    expect(entry?.leaf).toMatchObject({ t: 'live_view.open', resource: { kind: 'camera', id: cameraId }, rules: ['PD-04'] });
    const erasing = async (): Promise<readonly LoggedEntry[]> => (await reader.page('everything', { type: 'erasure' }, 10)).entries;
    await eventually('both can be searched', async () => (await erasing()).length === 2, 20_000);
    const entries = await erasing();
    expect(entries.map(({ leaf }) => leaf.t).sort()).toEqual(['erasure.closed', 'erasure.opened']);
    expect(entries.every(({ leaf }) => leaf.basis === 'L91-14')).toBe(true);
    const names = [...(await reader.openings(entries, 'house')).values()].map(({ actor }) => actor?.id);
    expect(new Set(names)).toEqual(new Set([asker.personId, other.personId]));
  });

  it('T20 with a clock set back is found by the order of times', async () => {
    const copy = path.join(house.services.stateDir, 'before');
    cpSync(house.logDir, copy, { recursive: true });
    const late = new EntryWriter({ ...gateway.settings, producer: 'gateway-9' }, new FixedClock(new Date(clock.nowMs() - 3_600_000)));
    const receipt = await late.append(someDraft());
    await late.onModuleDestroy();
    await witnessed(receipt);
    expect(verify('audit', copy).code).toBe(0);
    expect(verify('audit', house.logDir)).toMatchObject({
      code: 6,
      because: expect.stringMatching(/^index \d+: its time lies 3\d\d\d s before an earlier entry's: a clock was set back/) as unknown,
    });
  });

  it('T25 by dropping leaves early is refused, and when a superuser does it the files still have every entry', async () => {
    const { sql } = house.services;
    await expect(sql('select audit_leaf_prune(0)')).rejects.toThrow('is not witnessed as a whole');
    const size = house.publishedSize();
    await house.worker.stop();
    await sql('drop table audit_leaf_p0');
    expect(verify('diff-db', house.services.databaseUrl, house.logDir)).toEqual({
      code: 6,
      because: 'index 0: the database has no leaf, and no entry of the log says that audit_leaf_p0 goes',
    });
    const counted = readFileSync(path.join(house.logDir, 'checkpoint'), 'utf8').split('\n')[1];
    expect(Number(counted)).toBe(size);
    // The files are whole but for what T20 did to them, which a mirror finds too, and goes on only when a person has answered for it.
    expect(verify('sample', house.logDir, '--n', String(size))).toEqual({ code: 0, because: null });
    const mirror = await LogMirror.beside(house.logDir, path.join(house.services.stateDir, 'mirror'));
    expect(await mirror.finding()).toMatchObject({ kind: 'contradiction' });
    await mirror.close('the clock of gateway-9 was set back in a drill');
    expect(await mirror.finding()).toBeNull();
    // Dropped from the files as well, it is the mirror that still has them.
    for (const name of ['tile/entries/000.p', 'tile/entries/000']) rmSync(path.join(house.logDir, name), { recursive: true, force: true });
    expect(await mirror.finding()).toEqual({ kind: 'withheld', index: 0 });
    expect(verify('sample', mirror.folder, '--n', String(size))).toEqual({ code: 0, because: null });
    await mirror.stop();
  });
});
