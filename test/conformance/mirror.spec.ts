import '../support/node-errors.js';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { parseNote, parseVerifierKey, verifySignatures } from '#libs/audit';
import { canonicalJson, FixedClock } from '#libs/kernel';
import { auditLog } from '../../apps/cli/src/verify/audit.js';
import { countCells } from '../../apps/cli/src/verify/cells.js';
import { LogFolder } from '../../apps/cli/src/verify/log-folder.js';
import { NotAdmitted, Unreachable } from '../../apps/cli/src/mirror/log-source.js';
import { pinnedTrust, prepareFolder } from '../../apps/cli/src/mirror/mirror-folder.js';
import { serveCopy } from '../../apps/cli/src/mirror/serve.js';
import { LogMirror, openSmallMirror, type SmallMirror } from './log-mirror.js';
import { filesBelow, SmallLog, type LogServer } from './small-log.js';

let house: SmallMirror;
let work: string;
let log: SmallLog;
let server: LogServer;
let mirror: LogMirror;
let held: SmallMirror['held'];
beforeEach(async () => {
  house = await openSmallMirror();
  ({ work, log, server, mirror, held } = house);
});
afterEach(() => house.close());

describe('a mirror of a log', () => {
  it('holds what the log has, works out every tile itself and cosigns it', async () => {
    expect(await mirror.round()).toMatchObject({ size: 600, added: 600, finding: null, waiting: null });
    const checkpoint = await held();
    expect(checkpoint).toMatchObject({ size: 600, hasQuorum: true });
    expect(auditLog(new LogFolder(mirror.folder), checkpoint).contradictions).toEqual([]);
    expect(filesBelow(mirror.folder)).toEqual(filesBelow(log.folder));
    expect(statSync(mirror.at('private/mirror.key')).mode & 0o777).toBe(0o600);
    expect(statSync(mirror.at('private')).mode & 0o777).toBe(0o700);
  });

  it('follows a growing log from where it stands, over restarts, and asks for nothing twice', async () => {
    await mirror.round();
    for (const many of [1, 200, 700]) {
      log.add(many);
      await log.publish();
      server.asked.length = 0;
      const before = (await held()).size;
      expect(await mirror.round(false)).toMatchObject({ size: before + many, added: many, finding: null });
      const bundles = server.asked.filter((url) => url.startsWith('/log/tile/entries/'));
      expect(new Set(bundles).size).toBe(bundles.length);
    }
    expect(filesBelow(mirror.folder)['tile/1/000.p/5']).toBe(filesBelow(log.folder)['tile/1/000.p/5']);
    server.asked.length = 0;
    expect(await mirror.round(false)).toMatchObject({ added: 0 });
    expect(server.asked).toEqual(['/log/checkpoint']);
  });

  it('goes on after a round that was cut short, without asking again for what it has', async () => {
    log.add(9_000);
    await log.publish();
    server.instead = (request, response) => {
      if (request.url?.endsWith('entries/030') !== true) return false;
      response.writeHead(503, { 'retry-after': '7' }).end();
      return true;
    };
    await expect(mirror.round()).rejects.toMatchObject({ retryAfterMs: 7_000 });
    expect(existsSync(mirror.at('checkpoint'))).toBe(false);
    server.instead = () => false;
    server.asked.length = 0;
    expect(await mirror.round(false)).toMatchObject({ size: 9_600, finding: null });
    expect(server.asked).not.toContain('/log/tile/entries/001');
    expect(server.asked).toContain('/log/tile/entries/030');
  });

  it('believes nobody but its policy, keeps it, and waits for the witnesses that it names', async () => {
    log.add(5);
    await log.publish({ isWitnessed: false });
    expect(await mirror.round()).toMatchObject({ size: 0, waiting: expect.stringContaining('too few witnesses') as unknown });
    await log.publish();
    expect(await mirror.round()).toMatchObject({ size: 605, waiting: null });
    const other = new SmallLog(path.join(work, 'other'));
    writeFileSync(path.join(work, 'policy'), other.policy);
    await expect(mirror.round()).rejects.toMatchObject({ kind: 'conflict' });
    const stranger = new LogMirror(path.join(work, 'stranger'), server.url, path.join(work, 'policy'));
    expect(await stranger.round()).toMatchObject({ size: 0, waiting: expect.stringContaining('no trusted log signed') as unknown });
    writeFileSync(path.join(work, 'policy'), '');
    await expect(new LogMirror(path.join(work, 'third'), server.url, path.join(work, 'policy')).round()).rejects.toMatchObject({
      kind: 'usage',
    });
  });

  it('knows its checkpoint again by its own signature, after a change of policy that asks for more, and only so', async () => {
    await mirror.round();
    const [other, strict] = [new SmallLog(path.join(work, 'other')), path.join(work, 'strict')];
    const second = other.policy.split('\n')[1]?.replace('witness w ', 'witness v ') ?? '';
    writeFileSync(strict, log.policy.replace('quorum w', `${second}\ngroup all 2 w v\nquorum all`));
    const store = await prepareFolder(mirror.folder);
    const clock = new FixedClock('2026-11-24T02:50:10.376Z');
    const wish = { given: strict, name: null } as const;
    await expect(pinnedTrust(store, clock, { ...wish, mayReplace: false })).rejects.toMatchObject({ kind: 'conflict' });
    await pinnedTrust(store, clock, { ...wish, mayReplace: true });
    expect(readFileSync(mirror.at('private/policy.until-2026-11-24T025010376Z'), 'utf8')).toBe(log.policy);
    log.add(1);
    await log.publish();
    const stricter = new LogMirror(mirror.folder, server.url, strict);
    expect(await stricter.round()).toMatchObject({ size: 600, finding: null, waiting: expect.stringContaining('too few') as unknown });
    rmSync(mirror.at('private/mirror.key'));
    expect(await stricter.finding()).toEqual({ kind: 'own_copy', index: 0 });
  });

  it('goes on from a copy of before its second key, and signs with both from the next checkpoint on', async () => {
    await mirror.round();
    const linesOf = (): string[] =>
      readFileSync(mirror.at('checkpoint'), 'utf8')
        .split('\n')
        .filter((line) => line.includes('inspectorate'));
    const [old = '', fresh = ''] = linesOf();
    expect([linesOf().length, old.length < 200, fresh.length > 3_000]).toEqual([2, true, true]);
    writeFileSync(mirror.at('checkpoint'), readFileSync(mirror.at('checkpoint'), 'utf8').replace(`${fresh}\n`, ''));
    for (const name of ['mirror-mldsa.vkey', 'vkeys-mldsa', 'private/mirror-mldsa.key']) rmSync(mirror.at(name));
    expect(await mirror.round()).toMatchObject({ finding: null });
    log.add(1);
    await log.publish();
    expect(await mirror.round()).toMatchObject({ finding: null, waiting: null });
    expect(linesOf()).toHaveLength(2);
    const made = parseVerifierKey(readFileSync(mirror.at('mirror-mldsa.vkey'), 'utf8').trim());
    if (made === null) throw new Error('no key');
    expect(verifySignatures(parseNote(readFileSync(mirror.at('checkpoint'))) ?? { text: '', signatures: [] }, [made])).toHaveLength(1);
  });

  it('counts the manifests again', async () => {
    const manifest = (change: object): object => {
      const cells = countCells(log.leaves.slice(100, 500).map((leaf) => JSON.parse(leaf.toString('utf8')) as Record<string, unknown>));
      const cellsSha256 = createHash('sha256').update(canonicalJson(cells)).digest('hex');
      return {
        t: 'log.manifest',
        details: { day: '2026-09-21', fromIndex: 100, toIndex: 500, cells: cells.length, cellsSha256, ...change },
      };
    };
    log.add(1, manifest({}));
    await log.publish();
    expect(await mirror.finding()).toBeNull();
    log.add(1, manifest({ fromIndex: 101 }));
    await log.publish();
    expect(await mirror.finding()).toEqual({ kind: 'contradiction', index: 601 });
    expect((await held()).size).toBe(601);
  });

  it('says where a new entry breaks what the log promises, and goes on only when a person has answered for it', async () => {
    await mirror.round();
    log.add(3, { at: '2020-01-01T00:00:00.000Z' });
    await log.publish();
    expect(await mirror.finding()).toEqual({ kind: 'contradiction', index: 602 });
    expect((await held()).size).toBe(600);
    await mirror.close('đồng hồ máy chủ sai, đã sửa');
    log.add(3);
    await log.publish();
    expect(await mirror.round()).toMatchObject({ size: 606, finding: null });
    expect(await mirror.round()).toMatchObject({ size: 606, added: 0, finding: null });
  });

  it('serves checkpoint and hash tiles to anybody, entries and its own files to nobody', async () => {
    await mirror.round();
    const abort = new AbortController();
    const url = `http://127.0.0.1:${await serveCopy(mirror.folder, 0, abort.signal)}`;
    try {
      const statusOf = async (name: string, method = 'GET'): Promise<number> => (await fetch(`${url}/log/${name}`, { method })).status;
      expect(await (await fetch(`${url}/log/checkpoint`)).text()).toBe(readFileSync(mirror.at('checkpoint'), 'utf8'));
      for (const name of ['tile/0/000', 'tile/0/002.p/88', 'policy', 'vkeys']) expect([name, await statusOf(name)]).toEqual([name, 200]);
      for (const name of ['tile/entries/000', 'tile/entries/999']) expect([name, await statusOf(name)]).toEqual([name, 403]);
      for (const name of ['private/mirror.key', '../private/mirror.key', 'private%2fmirror.key', 'mirror.vkey', 'tile/0/999', ''])
        expect([name, await statusOf(name)]).toEqual([name, 404]);
      expect(await statusOf('checkpoint', 'POST')).toBe(405);
      expect(await statusOf('checkpoint', 'HEAD')).toBe(200);
    } finally {
      abort.abort();
    }
  });

  it('tells apart that the log is away, that it does not admit it, and what is too long to be true', async () => {
    await mirror.round();
    const answer = (status: number, body = ''): void => {
      server.instead = (_request, response) => (response.writeHead(status, { location: '/elsewhere' }).end(body), true);
    };
    for (const status of [500, 404, 302]) {
      answer(status);
      await expect(mirror.round()).rejects.toBeInstanceOf(Unreachable);
    }
    answer(200, 'x'.repeat(200_000));
    await expect(mirror.round()).rejects.toBeInstanceOf(Unreachable);
    server.instead = (request, response) => request.url?.includes('entries') === true && (response.writeHead(403).end(), true);
    await expect(mirror.round()).rejects.toBeInstanceOf(NotAdmitted);
    server.instead = () => false;
    expect(await mirror.finding()).toBeNull();
  });
});
