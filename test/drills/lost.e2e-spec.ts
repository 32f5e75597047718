import '../support/node-errors.js';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { ExportReader, PublishedLog, type EntryPage, type EntryWriter, type LogReader, type Receipt } from '#libs/audit';
import { SystemClock, UnavailableFault } from '#libs/kernel';
import { newDataKey, seal } from '../../libs/audit/src/entry/opening-cipher.js';
import { publicKeyOf } from '../../libs/audit/src/key-file.js';
import { CompletenessWatch } from '../../libs/audit/src/sequence/completeness-watch.js';
import { Findings } from '../../libs/audit/src/sequence/findings.js';
import { ConfigWatch } from '../../libs/audit/src/sequence/config-watch.js';
import { tilePath, widthIn } from '../../libs/audit/src/tree/tile-path.js';
import { openLogGateway, type LogGateway } from '../journeys/log-gateway.js';
import { openLogHouse, origin, someDraft, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { startProcess } from '../support/process.js';
import { tamper, verify } from './attacker.js';

// Drills of a database superuser against what is on its way to the log, against the tables' shape and settings, and against openings.
// The watches run in the worker every 15 s and every minute; here they are asked at once.

describe('a database superuser', () => {
  let house: LogHouse;
  let writer: EntryWriter;
  let own: EntryWriter;
  let pool: pg.Pool;
  let gateway: LogGateway;
  let reader: LogReader;
  let exports: ExportReader;
  const watch = (): CompletenessWatch =>
    new CompletenessWatch(pool, new Findings(pool, origin, own, new SystemClock(), 'drill'), house.services.stateDir);
  const page = (): Promise<EntryPage> => reader.page('everything', { type: 'live_view' }, 100);
  const state = async (receipt: Receipt): Promise<string | null> => (await reader.find(receipt.entryId, 'house'))?.state ?? null;

  beforeAll(async () => {
    house = await openLogHouse();
    writer = house.writer('gateway-1');
    own = house.writer('drill');
    pool = new pg.Pool({ connectionString: house.services.databaseUrl, max: 2, options: '-c role=cuao_worker' });
    gateway = await openLogGateway(house);
    ({ reader } = gateway);
    const { settings, database } = gateway;
    exports = new ExportReader(settings, database, new SystemClock(), new PublishedLog(settings));
  });
  afterAll(async () => {
    for (const each of [writer, own]) await each.onModuleDestroy();
    await pool.end();
    await gateway.close();
    await house.close();
  });

  it('T14 who switches durability off for this database is found by its settings', async () => {
    const config = new ConfigWatch(pool, own, 'drill');
    await config.run();
    expect(config.incident).toBeNull();
    const name = new URL(house.services.databaseUrl).pathname.slice(1);
    await house.services.sql(`alter database ${name} set synchronous_commit = off`);
    await config.run();
    expect(config.incident).toContain('settings');
    await house.services.sql(`alter database ${name} reset synchronous_commit`);
  });

  it('shows what the witnesses saw of an entry whose row somebody changed or removed, and nothing when no text fits its hash', async () => {
    const [before, receipt, after] = [await writer.append(someDraft()), await writer.append(someDraft()), await writer.append(someDraft())];
    const { entryId } = receipt;
    await eventually('witnessed', async () => (await state(after)) === 'WITNESSED' && (await state(receipt)) === 'WITNESSED', 20_000);
    const honest = await reader.find(entryId, 'house');
    expect(honest).toMatchObject({ isRestored: false });
    await eventually('searchable', async () => (await page()).entries.some((entry) => entry.entryId === after.entryId));
    const where = `where idx = (select idx from audit_entry where entry_id = '${entryId.slice('ent_'.length)}')`;
    await house.services.sql(`create table kept as select * from audit_leaf join audit_entry using (idx) ${where}`);
    const restored = { ...honest, isRestored: true };

    const changed = `convert_to(replace(convert_from(leaf, 'UTF8'), '"org":"', '"org":"x'), 'UTF8')`;
    await tamper(house, 'audit_leaf_p0', `update audit_leaf set leaf = ${changed} ${where}`);
    expect(await reader.find(entryId, 'house')).toEqual(restored);
    const hashed = `sha256('\\x00' || (select leaf from audit_leaf l where l.idx = e.idx))`;
    await tamper(house, 'audit_entry', `update audit_entry e set leaf_hash = ${hashed} ${where}`);
    expect(await reader.find(entryId, 'house')).toEqual(restored);
    expect(await reader.proof(entryId, 'house')).toMatchObject({ kind: 'proof', leafHash: receipt.digest });
    await tamper(house, 'audit_leaf_p0', `delete from audit_leaf ${where}`);
    expect((await page()).entries.find((entry) => entry.entryId === entryId)).toEqual(restored);

    // And the published file too: its neighbours are shown all the same.
    await house.worker.stop();
    const [progress] = await house.services.sql<{ size: string }>('select witnessed_size as size from log_progress');
    const at = { level: 'entries', index: 0 } as const;
    const bundle = path.join(house.logDir, tilePath({ ...at, width: widthIn(Number(progress?.size), at.level, at.index) }));
    const bytes = readFileSync(bundle);
    const spoiled = Buffer.from(bytes);
    spoiled.write('X', bytes.indexOf(entryId) + 4);
    writeFileSync(bundle, spoiled);
    expect(await page()).toMatchObject({ withheld: [honest?.index] });
    expect((await page()).entries.map((entry) => entry.entryId)).toEqual(expect.arrayContaining([before.entryId, after.entryId]));
    await expect(reader.find(entryId, 'house')).rejects.toThrow('nothing of it is shown');
    writeFileSync(bundle, bytes);
    house.worker = await startProcess('worker', house.environments.worker);

    await tamper(house, 'audit_leaf_p0', `insert into audit_leaf select idx, leaf from kept`);
    await tamper(house, 'audit_entry', `update audit_entry e set leaf_hash = k.leaf_hash from kept k where k.idx = e.idx`);
    await house.services.sql('drop table kept');
    expect(await reader.find(entryId, 'house')).toEqual(honest);
  });

  it('T10 who deletes an accepted entry before it has an index is found by the gap and by the receipt', async () => {
    await eventually('all is sequenced', async () => {
      const [row] = await house.services.sql<{ waiting: string }>('select count(*) as waiting from audit_outbox');
      return row?.waiting === '0';
    });
    const quiet = watch();
    await quiet.run();
    expect(quiet.problem).toBeNull();
    await house.worker.stop();
    const lost = await writer.append(someDraft());
    await tamper(house, 'audit_outbox', `delete from audit_outbox where entry_id = '${lost.entryId.slice(4)}'`);
    const later: Receipt[] = [];
    for (let each = 0; each < 6; each += 1) later.push(await writer.append(someDraft()));
    house.worker = await startProcess('worker', house.environments.worker);
    await eventually('the later ones are witnessed', async () => (await state(later[5]!)) === 'WITNESSED', 20_000);
    await quiet.run();
    expect(quiet.problem).toMatch(/^gateway-1 \(n\d\): entry number \d+ was given and is not on the log$/);
    // An outsider with the files alone finds the gap, and one with the spool the entry.
    expect(verify('audit', house.logDir)).toMatchObject({
      code: 6,
      because: expect.stringMatching(/numbers it \d+, \d+ was due/) as unknown,
    });
    expect(
      verify('receipt', path.join(house.services.stateDir, 'receipts/gateway-1'), '--log', house.logDir, '--deadline-seconds', '0'),
    ).toMatchObject({ code: 6, because: expect.stringContaining(lost.entryId) as unknown });
  });

  it('a spool that cannot be read is told and holds back, and hides nothing that the others say', async () => {
    const closed = path.join(house.services.stateDir, 'receipts/broken-1/20261128.jsonl');
    mkdirSync(closed, { recursive: true }); // a folder instead of a file: what root cannot read either
    const watching = watch();
    await watching.run();
    expect(watching.blindness).toBe('the receipts of broken-1 cannot be read: EISDIR');
    expect(watching.problem).not.toBeNull();
    rmSync(path.dirname(closed), { recursive: true });
    await watching.run();
    expect(watching.blindness).toBeNull();
  });

  it('T12 whose deferred trigger deletes at commit is found by the receipt, though the row count was right', async () => {
    const { sql } = house.services;
    await house.worker.stop();
    const config = new ConfigWatch(pool, own, 'drill');
    await config.run();
    // The guard that lets a row go only where the log keeps it is switched off first: a superuser can.
    await sql(`alter table audit_outbox disable trigger audit_outbox_moved`);
    await sql(`
      create function vanish() returns trigger language plpgsql security definer as $$
      begin delete from audit_outbox where entry_id = new.entry_id; return null; end $$`);
    await sql(
      `create constraint trigger vanish after insert on audit_outbox deferrable initially deferred for each row when (new.producer = 'gateway-1') execute function vanish()`,
    );
    const released = await writer.append(someDraft());
    await config.run();
    await sql(`drop trigger vanish on audit_outbox; drop function vanish()`);
    await sql(`alter table audit_outbox enable always trigger audit_outbox_moved`);
    expect(config.incident).toContain('schema');
    expect(await house.services.sql('select 1 from audit_outbox where entry_id = $1', [released.entryId.slice(4)])).toEqual([]);
    const found = watch();
    await found.run();
    expect(found.problem).not.toBeNull();
    expect(
      await house.services.sql(`select 1 from audit_outbox where convert_from(leaf, 'UTF8')::jsonb #>> '{details,entryId}' = $1`, [
        released.entryId,
      ]),
    ).toHaveLength(1);
  });

  it('T13 who puts a view in place of a table, or another function behind a trigger, is found by the fingerprint', async () => {
    const { sql } = house.services;
    for (const [act, undo] of [
      [
        `alter table audit_opening rename to audit_opening_real; create view audit_opening as select * from audit_opening_real`,
        `drop view audit_opening; alter table audit_opening_real rename to audit_opening`,
      ],
      [
        `create or replace function audit_refuse() returns trigger language plpgsql set search_path = pg_catalog as 'begin return coalesce(new, old); end'`,
        null,
      ],
    ] as const) {
      const config = new ConfigWatch(pool, own, 'drill');
      await config.run();
      await sql(act);
      await config.run().catch(() => undefined);
      expect(config.incident).toContain('schema');
      if (undo !== null) await sql(undo);
    }
  });

  it('T19 who shows another name behind an entry is found by the commitment', async () => {
    const { sql } = house.services;
    house.worker = await startProcess('worker', house.environments.worker);
    const receipt = await writer.append(someDraft());
    const other = await writer.append(someDraft());
    await eventually('found', async () => (await state(receipt)) !== null);
    const entry = await reader.find(receipt.entryId, 'house');
    if (entry === null) throw new Error('no entry');
    expect((await reader.openings([entry], 'house')).get(receipt.entryId)?.actor?.name).toBe('Nguyễn Thị Mai');
    // The public key is no secret: a forged opening decrypts perfectly well.
    const reader25519 = publicKeyOf(
      'x25519',
      Buffer.from(readFileSync(path.join(house.services.stateDir, 'keys/openings.pub'), 'utf8').trim(), 'base64'),
    );
    const [row] = await sql<{ key_id: string; subject: string }>(
      `select key_id, subject from audit_opening where entry_id = $1 and part = 'actor'`,
      [receipt.entryId.slice(4)],
    );
    const forgedId = '00000000-0000-4000-8000-000000000001';
    const { dataKey, wrapped } = newDataKey(reader25519, forgedId);
    const forged = { actor: { salt: '0'.repeat(64), value: { id: 'per_x', name: 'Trần Văn Khác', title: '' } } };
    const sealed = seal(dataKey, Buffer.from(JSON.stringify(forged), 'utf8'), `${receipt.entryId}/actor`);
    await sql(`insert into audit_key (key_id, subject, wrapped, created_at) values ($1, $2, $3, now())`, [
      forgedId,
      row?.subject ?? '',
      wrapped,
    ]);
    await tamper(
      house,
      'audit_opening',
      `update audit_opening set key_id = '${forgedId}', ciphertext = '\\x${sealed.toString('hex')}' where entry_id = '${receipt.entryId.slice(4)}' and part = 'actor'`,
    );
    const honest = await reader.find(other.entryId, 'house');
    if (honest === null) throw new Error('no other entry');
    // The view says so and hides no other; nothing of it is taken out of the house.
    const opened = await reader.openings([entry, honest], 'house');
    expect(opened.get(receipt.entryId)).toEqual({ isAltered: true });
    expect(opened.get(other.entryId)?.actor?.name).toBe('Nguyễn Thị Mai');
    await expect(exports.openings([entry], 'house')).rejects.toMatchObject({ code: 'opening_mismatch' });
    // Somebody else's opening, moved here, does not even decrypt.
    await tamper(
      house,
      'audit_opening',
      `update audit_opening o set key_id = s.key_id, ciphertext = s.ciphertext from audit_opening s
       where o.entry_id = '${receipt.entryId.slice(4)}' and s.entry_id = '${other.entryId.slice(4)}' and o.part = 'actor' and s.part = 'actor'`,
    );
    expect((await reader.openings([entry], 'house')).get(receipt.entryId)).toEqual({ isAltered: true });
    await expect(exports.openings([entry], 'house')).rejects.toMatchObject({ code: 'opening_unreadable' });
  });

  it('T11 whose trigger swallows entries gets no access released', async () => {
    const { sql } = house.services;
    await sql(`create function swallow() returns trigger language plpgsql as 'begin return null; end'`);
    await sql(`create trigger swallow before insert on audit_outbox for each row execute function swallow()`);
    await expect(writer.append(someDraft())).rejects.toThrow(UnavailableFault);
    await sql(`drop trigger swallow on audit_outbox; drop function swallow()`);
    await expect(writer.append(someDraft())).resolves.toBeDefined();
    // Its number stays without an entry, and says so.
    await eventually('sequenced', async () => (await house.services.sql('select 1 from audit_outbox')).length === 0);
    const found = watch();
    await found.run();
    expect(found.problem).toMatch(/entry number \d+ was given and is not on the log|the log does not have it/);
  });
});
