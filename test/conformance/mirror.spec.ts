import '../support/node-errors.js';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { canonicalJson, FixedClock } from '#libs/kernel';
import { auditLog } from '../../apps/cli/src/verify/audit.js';
import { countCells } from '../../apps/cli/src/verify/cells.js';
import { LogFolder } from '../../apps/cli/src/verify/log-folder.js';
import { NotAdmitted, Unreachable } from '../../apps/cli/src/mirror/log-source.js';
import { pinnedTrust, prepareFolder } from '../../apps/cli/src/mirror/mirror-folder.js';
import { serveCopy } from '../../apps/cli/src/mirror/serve.js';
import { openTrusted, parseTrustPolicy, type TrustedCheckpoint } from '../../apps/cli/src/verify/trust-policy.js';
import { LogMirror } from './log-mirror.js';
import { filesBelow, serveLog, SmallLog, type LogServer } from './small-log.js';

let work: string;
let log: SmallLog;
let server: LogServer;
let mirror: LogMirror;

beforeEach(async () => {
  work = mkdtempSync(path.join(tmpdir(), 'cuao-mirror-'));
  log = new SmallLog(path.join(work, 'log'));
  log.add(600);
  await log.publish();
  server = await serveLog(log.folder);
  writeFileSync(path.join(work, 'policy'), log.policy);
  mirror = new LogMirror(path.join(work, 'mirror'), server.url, path.join(work, 'policy'));
});
afterEach(async () => {
  await server.close();
  rmSync(work, { recursive: true, force: true });
});

async function held(): Promise<TrustedCheckpoint> {
  const own = readFileSync(mirror.at('mirror.vkey'), 'utf8').trim();
  // The outsider of this test also believes the mirror.
  const policy = parseTrustPolicy(`${log.policy.replace('quorum w', `witness m ${own}\ngroup g 2 w m\nquorum g`)}`);
  if (typeof policy === 'string') throw new Error(policy);
  const checkpoint = await openTrusted(readFileSync(mirror.at('checkpoint')), policy);
  if (typeof checkpoint === 'string') throw new Error(checkpoint);
  return checkpoint;
}

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

describe('what a mirror finds', () => {
  let before: Record<string, string>;
  const bent = (bytes: Buffer, from: string, to: string): Buffer => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
  /** The number in the leaf that stands at this place. */
  const numbered = (index: number): string => `"pseq":${index + 1},`;

  beforeEach(async () => {
    await mirror.round();
    before = filesBelow(mirror.folder);
  });
  /** Whatever it found: the copy is as it was, the evidence is there, and nothing is cosigned while the log grows. */
  afterEach(async () => {
    expect(filesBelow(mirror.folder)).toMatchObject(before);
    expect((await held()).size).toBe(600);
    const [folder = ''] = readdirSync(mirror.at('evidence'));
    expect(JSON.parse(readFileSync(mirror.at(`evidence/${folder}/finding.json`), 'utf8'))).toHaveProperty('index');
    expect(existsSync(mirror.at(`evidence/${folder}/checkpoint.held`))).toBe(true);
  });

  it('an old entry altered in the bundle', async () => {
    log.write('tile/entries/000', bent(log.read('tile/entries/000'), numbered(7), '"pseq":9,'));
    expect(await mirror.finding()).toEqual({ kind: 'altered', index: 7 });
  });

  it('an old entry altered in the bundle that still grows, when new ones come', async () => {
    log.write('tile/entries/002.p/88', bent(log.read('tile/entries/002.p/88'), numbered(520), '"pseq":999,'));
    expect(await mirror.finding()).toEqual({ kind: 'altered', index: 520 });
  });

  it('a tile altered, of any level', async () => {
    const tile = log.read('tile/1/000.p/2');
    tile[40] = (tile[40] ?? 0) ^ 1;
    log.write('tile/1/000.p/2', tile);
    expect(await mirror.finding()).toEqual({ kind: 'altered', index: 256 });
  });

  it('old entries dropped', async () => {
    rmSync(path.join(log.folder, 'tile/entries/001'));
    expect(await mirror.finding()).toEqual({ kind: 'withheld', index: 256 });
    // It goes on watching: what is served again is seen, and what was found stays until somebody closes it.
    log.add(10);
    await log.publish();
    expect(await mirror.round()).toMatchObject({ added: 0, finding: { index: 256 } });
  });

  it('new entries that are published and not served', async () => {
    log.add(300);
    await log.publish();
    rmSync(path.join(log.folder, 'tile/entries/003.p/132'));
    expect(await mirror.finding()).toEqual({ kind: 'withheld', index: 768 });
  });

  it('a new bundle that is not what was hashed', async () => {
    log.add(300);
    await log.publish();
    log.write('tile/entries/003.p/132', bent(log.read('tile/entries/003.p/132'), numbered(800), '"pseq":999,'));
    expect(await mirror.finding()).toEqual({ kind: 'altered', index: 800 });
  });

  it.each([0, 5])('another history under the right keys, %d entries longer, witnesses lying', async (longer) => {
    log.add(longer);
    await log.rewrite(300, (leaf) => leaf.replace('"done"', '"failed"'));
    expect(await mirror.finding()).toEqual({ kind: 'forked', index: 300 });
  });

  it('another history that no witness has seen, and one whose tiles tell nothing of it', async () => {
    log.add(5);
    await log.rewrite(300, (leaf) => leaf.replace('"done"', '"failed"'));
    await log.publish({ isWitnessed: false, from: 0 });
    cpSync(mirror.at('tile'), path.join(log.folder, 'tile'), { recursive: true });
    expect(await mirror.finding()).toEqual({ kind: 'forked', index: 600 });
  });

  it('a log that shrank', async () => {
    log.leaves.length = 590;
    await log.publish({ from: 0 });
    expect(await mirror.finding()).toEqual({ kind: 'smaller', index: 590 });
  });

  it('a log that shrank to another history', async () => {
    log.leaves.length = 590;
    await log.rewrite(12, (leaf) => leaf.replace('"done"', '"failed"'));
    expect(await mirror.finding()).toEqual({ kind: 'forked', index: 12 });
  });

  it('a history that differs from a checkpoint which was never witnessed', async () => {
    log.add(10);
    await log.publish({ isWitnessed: false });
    expect(await mirror.finding()).toBeNull();
    log.add(10);
    await log.rewrite(605, (leaf) => leaf.replace('"done"', '"failed"'));
    expect(await mirror.finding()).toMatchObject({ kind: 'forked' });
  });
});

describe('a copy that somebody changed', () => {
  it.each([
    ['tile/entries/000', 100],
    ['tile/0/001', 256],
    ['tile/1/000.p/2', 0],
  ])('in %s is found when it is read', async (name, index) => {
    await mirror.round();
    const bytes = readFileSync(mirror.at(name));
    const place = name.includes('entries') ? bytes.indexOf('"pseq":101,') + 8 : 3;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(mirror.at(name), bytes);
    expect(await mirror.finding()).toEqual({ kind: 'own_copy', index });
  });

  it('while the mirror runs is found by the rota', async () => {
    await mirror.round();
    const running = await mirror.open();
    const bytes = readFileSync(mirror.at('tile/entries/000'));
    bytes[bytes.indexOf('"pseq":101,') + 8] = 0x39;
    writeFileSync(mirror.at('tile/entries/000'), bytes);
    expect((await running.round(true)).finding).toMatchObject({ kind: 'own_copy', index: 100 });
  });
});
