import '../support/node-errors.js';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FolderStore, LogFiles, type EntryWriter, type LogReader } from '#libs/audit';
import type { Database } from '#libs/database';
import { newId } from '#libs/kernel';
import { startProcess } from '../support/process.js';
import { openLogGateway, type LogGateway } from './log-gateway.js';
import { openLogHouse, someDraft, someViewer, type LogHouse } from './log-house.js';
import { eventually } from '../support/eventually.js';

const cli = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');

/** `cuao verify …`, without a network, a database or an environment. */
function verify(...args: string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'verify', ...args], { encoding: 'utf8', env: {} });
  return { code: status, said: stdout + stderr };
}

describe('the log', () => {
  let house: LogHouse;
  let writer: EntryWriter;
  let gateway: LogGateway;
  let database: Database;
  let reader: LogReader;
  let policy: string;

  beforeAll(async () => {
    house = await openLogHouse();
    writer = house.writer('gateway-1');
    gateway = await openLogGateway(house);
    ({ database, reader } = gateway);
    policy = path.join(house.logDir, 'policy');
  });
  afterAll(async () => {
    await writer.onModuleDestroy();
    await gateway.close();
    await house.close();
  });

  it('takes an entry from committed over sequenced to witnessed, and proves it to an outsider', async () => {
    const viewer = someViewer();
    const receipt = await writer.append(someDraft({ viewer, caseRef: 'HS-17/2026' }));
    expect(await reader.receiptCheck(receipt.text)).toMatchObject({ signatureOk: true, entryId: receipt.entryId });
    await eventually('witnessed', async () => (await reader.find(receipt.entryId, 'house'))?.state === 'WITNESSED', 3_000);

    const proof = await reader.proof(receipt.entryId, 'house');
    const entry = await reader.find(receipt.entryId, 'house');
    if (proof.kind !== 'proof' || entry === null) throw new Error(proof.kind);
    expect(proof.witnesses).toHaveLength(1);
    const file = (name: string, text: string): string => {
      const full = path.join(house.services.stateDir, name);
      writeFileSync(full, text);
      return full;
    };
    const proofFile = file('one.tlog-proof', proof.text);
    expect(verify('proof', proofFile, '--leaf', file('leaf.json', entry.leafText), '--policy', policy)).toMatchObject({ code: 0 });
    expect(verify('proof', proofFile, '--policy', policy)).toMatchObject({ code: 0 });
    const forged = file('forged.json', entry.leafText.replace('allowed', 'refused'));
    const bent = verify('proof', proofFile, '--leaf', forged, '--policy', policy);
    expect([bent.code, bent.said]).toEqual([6, expect.stringContaining(`index ${proof.index}`)]);
    expect(verify('proof', proofFile, '--leaf-hash', 'abc', '--policy', policy)).toMatchObject({ code: 2 });

    const receiptFile = file('receipt.json', receipt.text);
    const producers = path.join(house.logDir, 'producers');
    await eventually('the producer is listed', () => readFileSync(producers, 'utf8').includes('gateway-1'));
    expect(verify('receipt', receiptFile, '--producers', producers)).toMatchObject({ code: 0 });
    expect(verify('receipt', receiptFile, '--log', house.logDir)).toMatchObject({ code: 0 });
    expect(verify('receipt', file('bent.json', receipt.text.replace(/"pseq":\d+/, '"pseq":99')), '--producers', producers)).toMatchObject({
      code: 6,
    });
    expect(verify('audit', house.logDir)).toMatchObject({ code: 0 });

    const openings = (await reader.openings([entry], 'house')).get(receipt.entryId);
    expect(openings).toEqual({
      actor: { id: viewer.personId, name: viewer.displayName, title: viewer.title },
      session: viewer.sessionId,
      net: viewer.sourceAddress,
      case: 'HS-17/2026',
    });
  });

  it('writes the entry of an act in the transaction of the act: both happen, or neither', async () => {
    const requestId = newId('req');
    const draft = someDraft({ type: 'request.submitted', requestId });
    const committed = await database.transaction((tx) => writer.appendIn(tx, draft));
    const rolledBack = new Error('the act failed');
    let lost: string | undefined;
    await expect(
      database.transaction(async (tx) => {
        lost = (await writer.appendIn(tx, draft)).entryId;
        throw rolledBack;
      }),
    ).rejects.toBe(rolledBack);
    expect(await reader.find(lost as typeof committed.entryId, 'house')).toBeNull();
    expect(await writer.receiptFor(lost as typeof committed.entryId)).toBeNull();
    const receipt = await writer.receiptFor(committed.entryId);
    expect(await reader.receiptCheck(receipt?.text ?? '')).toMatchObject({ signatureOk: true });
    await eventually('found by its request', async () => (await reader.page('everything', { requestId }, 10)).entries.length === 1);
  });

  it('is searched by person, case, camera, body and time, by pages that stay stable while it grows', async () => {
    const viewer = someViewer({ organisationCode: 'catp-ha-noi' });
    const cameraId = newId('cam');
    const caseRef = `HS-${newId('req')}`;
    for (let each = 0; each < 7; each += 1) {
      await writer.append(
        someDraft({ viewer, caseRef, resource: { kind: 'camera', id: cameraId }, outcome: each % 2 === 0 ? 'allowed' : 'refused' }),
      );
    }
    const count = async (filter: Parameters<LogReader['page']>[1]): Promise<number> =>
      (await reader.page('everything', filter, 100)).entries.length;
    await eventually('projected', async () => (await count({ cameraId })) === 7);
    expect(await count({ actorId: viewer.personId })).toBe(7);
    expect(await count({ text: caseRef })).toBe(7);
    expect(await count({ cameraId, outcome: 'refused' })).toBe(3);
    expect(await count({ cameraId, type: 'live_view' })).toBe(7);
    expect(await count({ cameraId, type: 'live_view.close' })).toBe(0);
    expect(await count({ cameraId, to: new Date(0) })).toBe(0);
    const scoped = async (code: string): Promise<number> =>
      (await reader.page({ organisationCodes: [code] }, { cameraId }, 100)).entries.length;
    expect([await scoped('catp-ha-noi'), await scoped('so-y-te')]).toEqual([7, 0]);

    const first = await reader.page('everything', { cameraId }, 3);
    const last = first.entries.at(-1);
    await writer.append(someDraft({ viewer, resource: { kind: 'camera', id: cameraId } }));
    await eventually('grown', async () => (await count({ cameraId })) === 8);
    const second = await reader.page('everything', { cameraId }, 3, {
      at: new Date(last?.leaf.at ?? 0),
      index: last?.index ?? 0,
      size: first.size,
    });
    const indexes = [...first.entries, ...second.entries].map(({ index }) => index ?? -1);
    expect(indexes).toEqual([...indexes].sort((a, b) => b - a));
    expect(new Set(indexes).size).toBe(6);
  });

  it('serves its files by the paths of tlog-tiles, and nothing else', async () => {
    await eventually('published', () => house.publishedSize() > 0);
    const size = house.publishedSize();
    const open = (name: string): ReturnType<LogFiles['open']> => new LogFiles(new FolderStore(house.logDir)).open(name);
    expect(await open('/log/checkpoint')).toMatchObject({ status: 200, contentType: 'text/plain; charset=utf-8', needsBearer: false });
    expect(await open(`/log/tile/0/000.p/${size}`)).toMatchObject({ status: 200, contentType: 'application/octet-stream' });
    expect(await open(`/log/tile/entries/000.p/${size}`)).toMatchObject({ status: 200, needsBearer: true });
    for (const name of [
      '/log/tile/0/000',
      `/log/tile/0/000.p/${size + 100}`,
      '/log/tile/0/0',
      '/log/../keys/openings.key',
      '/log/checkpoint.witnessed',
      '/log/',
      '/log/tile/0/%30%30%30',
    ])
      expect([name, await open(name)]).toEqual([name, expect.objectContaining({ status: 404, cacheControl: 'no-store' })]);
    writeFileSync(path.join(house.logDir, 'tile/0/001'), 'written, not published');
    expect(await open('/log/tile/0/001')).toMatchObject({ status: 404 });
  });

  it('publishes nothing while the signer is away, and goes on when it is back', async () => {
    await house.signer.stop();
    // What was signed before it stopped may still be on its way to the witnesses.
    let before = house.publishedSize();
    await eventually('what was signed is published', async () => {
      const was = before;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return (before = house.publishedSize()) === was;
    });
    const receipt = await writer.append(someDraft());
    await eventually('sequenced', async () => (await reader.find(receipt.entryId, 'house'))?.state === 'SEQUENCED', 3_000);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(house.publishedSize()).toBe(before);
    expect((await reader.proof(receipt.entryId, 'house')).kind).toBe('not_ready');
    house.signer = await startProcess('signer', house.environments.signer);
    await eventually('witnessed', async () => (await reader.find(receipt.entryId, 'house'))?.state === 'WITNESSED');
  });

  it('keeps its signing key from everybody else, and signs no tree that contradicts the last one', async () => {
    expect(statSync(path.join(house.services.stateDir, 'signer/signer.key')).mode & 0o077).toBe(0);
    // The whole log again, in another order: what a rewritten database would lead to.
    const copy = path.join(house.services.stateDir, 'rewritten');
    cpSync(house.logDir, copy, { recursive: true });
    const size = house.publishedSize();
    const tile = path.join(copy, `tile/entries/000.p/${size}`);
    const bytes = readFileSync(tile);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    writeFileSync(tile, bytes);
    const rewritten = verify('audit', copy);
    expect([rewritten.code, rewritten.said]).toEqual([6, expect.stringContaining('index 0')]);
  });

  it('keeps what was saved of it consistent', async () => {
    const saved = path.join(house.services.stateDir, 'saved');
    cpSync(path.join(house.logDir, 'checkpoint'), saved);
    const before = house.publishedSize();
    await writer.append(someDraft());
    await eventually('grown', () => house.publishedSize() > before);
    expect(verify('consistency', saved, path.join(house.logDir, 'checkpoint'), '--log', house.logDir)).toMatchObject({ code: 0 });
    expect(verify('consistency', path.join(house.logDir, 'checkpoint'), saved, '--log', house.logDir)).toMatchObject({ code: 6 });
  });

  it('cannot be changed in the database, by its own programs or by the owner of the tables', async () => {
    const { sql } = house.services;
    for (const statement of [
      `update audit_entry set leaf_hash = leaf_hash`,
      `delete from audit_entry`,
      `truncate audit_entry cascade`,
      `update audit_leaf set leaf = leaf`,
      `delete from audit_leaf`,
      `truncate audit_leaf_p0`,
      `update audit_opening set ciphertext = ciphertext`,
      `delete from log_state`,
      `update log_state set size = 0`,
      `update audit_producer set pseq = 0`,
      `set session_replication_role = replica; update audit_entry set leaf_hash = leaf_hash`,
    ])
      await expect(sql(statement)).rejects.toThrow(/append-only|cannot shrink|cannot go/);
    await expect(database.query('delete from audit_outbox')).rejects.toThrow('permission denied');
    await expect(database.query('insert into audit_entry select * from audit_entry')).rejects.toThrow('permission denied');
  });

  it('refuses a batch that the database swallows, and an outbox row that vanishes without an entry', async () => {
    const { sql } = house.services;
    await sql(`create function swallow() returns trigger language plpgsql as 'begin return null; end'`);
    await sql(`create trigger swallow before insert on audit_outbox for each row execute function swallow()`);
    await expect(writer.append(someDraft())).rejects.toThrow('kept fewer rows');
    await expect(database.transaction((tx) => writer.appendIn(tx, someDraft()))).rejects.toThrow('was not kept');
    await sql(`drop trigger swallow on audit_outbox`);
    const receipt = await writer.append(someDraft());
    expect(receipt.entryId).toMatch(/^ent_/);
    await house.worker.stop();
    await writer.append(someDraft());
    await expect(sql(`delete from audit_outbox`)).rejects.toThrow('an outbox row without its entry');
    house.worker = await startProcess('worker', house.environments.worker);
  });
});
