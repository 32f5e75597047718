import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';
import { filesBelow } from '../conformance/small-log.js';
import { verify } from '../drills/attacker.js';
import { root } from '../support/own-servers.js';
import { checkpointSize, openLogHouse, origin, someDraft, someViewer, type LogHouse } from './log-house.js';
import { eventually } from '../support/eventually.js';

// The inspectorate's mirror as it runs: the command, over HTTP, with a token of its own, before a real gateway and a real log.

const cli = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');
const hasGo = spawnSync('go', ['version']).status === 0;

interface Said {
  readonly code: number | null;
  readonly stderr: string;
  readonly round: { readonly because: string | null; readonly size: number } | null;
}

describe('the mirror of the log', () => {
  let gateway: TestGateway;
  let house: LogHouse;
  let work: string;
  let folder: string;
  const viewer = someViewer();
  const words = (): string[] => [
    ...['mirror', `${gateway.url}/log`, folder, '--client', 'inspectorate-mirror', '--idp', gateway.idpUrl, '--client-key'],
    ...[path.join(gateway.services.stateDir, 'keys/client-inspectorate-mirror.json'), '--json'],
  ];
  /** A process of its own without this test's environment; the gateway lives in this one, so nobody may block it. */
  const start = (args: readonly string[]) => spawn(process.execPath, [cli, ...args], { cwd: root, env: { PATH: process.env['PATH'] } });
  const run = (args: readonly string[]): Promise<Said> =>
    new Promise((resolve) => {
      const child = start(args);
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.once('close', (code) => resolve({ code, stderr, round: stdout === '' ? null : (JSON.parse(stdout) as Said['round']) }));
    });
  const grow = async (entries: number): Promise<void> => {
    const writer = house.writer('gateway-2');
    const before = house.publishedSize();
    // One person's acts, few at a time: a busy database takes no more within the writer's two seconds.
    for (let done = 0; done < entries; done += 20)
      await Promise.all(Array.from({ length: Math.min(20, entries - done) }, () => writer.append(someDraft({ viewer }))));
    await writer.onModuleDestroy();
    await eventually('published', () => house.publishedSize() >= before + entries, 40_000);
  };
  const publishedFile = (name: string): string => path.join(house.logDir, name);

  beforeAll(async () => {
    gateway = await startTestGateway({ environment: { CUAO_LOG_ORIGIN: origin } });
    house = await openLogHouse({ services: { ...gateway.services, close: () => Promise.resolve() } });
    await grow(300);
    work = mkdtempSync(path.join(tmpdir(), 'cuao-mirror-'));
    folder = path.join(work, 'mirror');
    // As the operator would hand it over.
    cpSync(publishedFile('policy'), path.join(work, 'policy'));
  });
  afterAll(async () => {
    await house?.close();
    await gateway?.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('trusts nobody by itself, and reads nothing without a token', async () => {
    const [, url = '', ...rest] = words();
    expect(await run(words())).toMatchObject({ code: 2, stderr: expect.stringContaining('the first run needs --policy FILE') as unknown });
    writeFileSync(path.join(work, 'token'), 'a.b.c');
    const withToken = ['mirror', url, path.join(work, 'other'), '--policy', path.join(work, 'policy'), '--once', '--json'];
    expect(await run(withToken)).toMatchObject({ code: 7 });
    expect(await run([...withToken, '--token-file', path.join(work, 'token')])).toMatchObject({ code: 7 });
    expect(await run(['mirror', 'http://127.0.0.1:1/log', ...rest, '--policy', path.join(work, 'policy'), '--once'])).toMatchObject({
      code: 8,
    });
    expect(existsSync(path.join(work, 'other/checkpoint'))).toBe(false);
  });

  it('holds the log, cosigned, so that verifiers of two makes take the folder as it is', async () => {
    expect(await run([...words(), '--policy', path.join(work, 'policy'), '--once'])).toMatchObject({ code: 0, round: { because: null } });
    expect(checkpointSize(folder)).toBeGreaterThanOrEqual(300);
    expect(verify('audit', folder)).toEqual({ code: 0, because: null });
    const own = readFileSync(path.join(folder, 'mirror.vkey'), 'utf8').trim();
    // An outsider who believes a checkpoint only when the mirror holds what is under it.
    const lines = readFileSync(path.join(folder, 'policy'), 'utf8').replace(/^(group|quorum) .*$/gm, '');
    writeFileSync(path.join(work, 'strict'), `${lines.trim()}\nwitness mirror ${own}\nquorum mirror\n`);
    expect(verify('audit', folder, '--policy', path.join(work, 'strict'))).toEqual({ code: 0, because: null });
    expect(verify('audit', house.logDir, '--policy', path.join(work, 'strict')).because).toContain('too few witnesses');
    // And one who believes its ML-DSA-44 key.
    const mlDsa = readFileSync(path.join(folder, 'mirror-mldsa.vkey'), 'utf8').trim();
    writeFileSync(path.join(work, 'strict-mldsa'), `${lines.trim()}\nwitness mirror ${mlDsa}\nquorum mirror\n`);
    expect(verify('audit', folder, '--policy', path.join(work, 'strict-mldsa'))).toEqual({ code: 0, because: null });
    expect(readFileSync(path.join(folder, 'vkeys-mldsa'), 'utf8')).toBe(`${mlDsa}\n`);
    expect(readFileSync(path.join(folder, 'vkeys'), 'utf8').split('\n')).toContain(own);
  });

  (hasGo ? it : it.skip)(
    'is taken by the verifier in Go',
    () => {
      const binary = path.join(work, 'verifier');
      const built = spawnSync('go', ['build', '-o', binary, '.'], {
        cwd: path.resolve(import.meta.dirname, '../verifier'),
        encoding: 'utf8',
        env: { ...process.env, CGO_ENABLED: '0' },
      });
      expect([built.status, built.status === 0 ? '' : built.stderr]).toEqual([0, '']);
      for (const policy of [path.join(folder, 'policy'), path.join(work, 'strict'), path.join(work, 'strict-mldsa')])
        expect(spawnSync(binary, ['audit', folder, '--policy', policy]).status).toBe(0);
    },
    120_000,
  );

  it('follows the log while it grows, dies in the middle, and goes on', async () => {
    const first = start(words());
    try {
      await grow(200);
      await eventually('followed', () => checkpointSize(folder) >= 500, 60_000);
      expect((await run([...words(), '--once'])).code).toBe(5);
    } finally {
      first.kill('SIGKILL');
    }
    await grow(100);
    const second = start(words());
    try {
      await eventually('followed again', () => checkpointSize(folder) >= 600, 60_000);
      await grow(20);
      await eventually('followed on', () => checkpointSize(folder) >= 620, 60_000);
    } finally {
      const ended = new Promise((resolve) => second.once('close', resolve));
      second.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
    expect(verify('audit', folder)).toEqual({ code: 0, because: null });
    expect(verify('consistency', path.join(folder, 'checkpoint'), publishedFile('checkpoint'), '--log', house.logDir).code).toBe(0);
  });

  it('has been noted on the log for each hour in which it read entries, not for each bundle', async () => {
    const rows = await house.services.sql<{ leaf: Buffer }>(
      `select leaf from audit_leaf where convert_from(leaf, 'UTF8') like '%"log.mirrored"%'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(1);
    expect(rows.length).toBeLessThanOrEqual(2);
  });

  it('names the first bad index when old entries are altered or dropped at the log, and still has them', async () => {
    const before = filesBelow(folder);
    const bundle = publishedFile('tile/entries/000');
    const whole = readFileSync(bundle);
    const first = whole.indexOf('GIAO_THONG');
    const bent = Buffer.from(whole);
    bent.write('MOI_TRUONG', first, 'latin1');
    const index = bundleIndex(whole, first);
    writeFileSync(bundle, bent);
    const said = await run([...words(), '--once', '--all']);
    expect(said).toMatchObject({ code: 6, round: { because: `index ${index}: the log serves another entry than the one held` } });
    expect(said.stderr).toMatch(/PHÁT HIỆN · FINDING/);
    writeFileSync(bundle, whole);
    // What was found stays, whatever the log shows afterwards, until a person has closed it.
    expect((await run([...words(), '--once', '--all'])).code).toBe(6);
    expect((await run(['mirror', 'close', folder, '--note', 'đã hỏi Sở'])).code).toBe(0);
    expect((await run(['mirror', 'close', folder, '--note', 'đã hỏi Sở'])).code).toBe(4);
    expect((await run([...words(), '--once', '--all'])).code).toBe(0);
    rmSync(bundle);
    expect(await run([...words(), '--once', '--all'])).toMatchObject({
      code: 6,
      round: { because: 'index 0: tile/entries/000 is published and not served' },
    });
    writeFileSync(bundle, whole);
    // A mirror that runs finds out by itself that a person has answered.
    const running = start(words());
    try {
      const before = checkpointSize(folder);
      await grow(5);
      expect((await run(['mirror', 'close', folder, '--note', 'đĩa hỏng, đã khôi phục'])).code).toBe(0);
      await eventually('goes on', () => checkpointSize(folder) >= before + 5, 60_000);
    } finally {
      running.kill('SIGKILL');
    }
    expect(filesBelow(folder)).toMatchObject({ 'tile/entries/000': before['tile/entries/000'] });
    expect(verify('audit', folder)).toEqual({ code: 0, because: null });
  });
});

/** Which entry of a bundle a byte belongs to. */
function bundleIndex(bundle: Buffer, byte: number): number {
  let [at, index] = [0, 0];
  while (at + 2 + bundle.readUInt16BE(at) <= byte) {
    at += 2 + bundle.readUInt16BE(at);
    index += 1;
  }
  return index;
}
