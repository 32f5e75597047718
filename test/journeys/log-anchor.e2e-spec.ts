import '../support/node-errors.js';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FolderStore, LogFiles, PublishedLog, type EntryWriter, type LogReleases } from '#libs/audit';
import { isConsistent } from '../../apps/cli/src/verify/merkle.js';
import { verify } from '../drills/attacker.js';
import { buildGoVerifier } from '../fuzz/fuzzer.js';
import { startProcess } from '../support/process.js';
import { openssl, TimeAuthority } from '../support/time-authority.js';
import { anchoredSizes, toldAnchors } from './log-anchors.js';
import { openReleases } from './log-gateway.js';
import { openLogHouse, origin, someDraft, type LogHouse } from './log-house.js';
import { eventually } from '../support/eventually.js';

const sources = path.resolve(import.meta.dirname, '../verifier');

describe('independent time for the log', () => {
  let authority: TimeAuthority;
  let house: LogHouse;
  let writer: EntryWriter;
  let releases: LogReleases;
  const below = (name: string): string => path.join(house.services.stateDir, name);
  const anchored = (): string[] => anchoredSizes(house);

  beforeAll(async () => {
    authority = new TimeAuthority({ key: 'rsa' });
    await authority.listen();
    house = await openLogHouse({ workerSettings: { CUAO_TSA_URL: authority.url, CUAO_TSA_CERTIFICATES: authority.issuer } });
    writer = house.writer('gateway-1');
    releases = openReleases(house);
    await Promise.all(Array.from({ length: 30 }, () => writer.append(someDraft())));
  });
  afterAll(async () => {
    await releases.onModuleDestroy();
    await writer.onModuleDestroy();
    await house.close();
    await authority.close();
  });

  const wholeWith = (folder: string): void => {
    expect(verify('audit', folder, '--tsa', authority.issuer)).toEqual({ code: 0, because: null });
  };

  it('is asked for at the first witnessed checkpoint, kept beside it, and told by an entry that anybody can hold against it', async () => {
    await eventually('the first anchor', () => anchored().length === 1, 60_000);
    const [size = ''] = anchored();
    await eventually('its entry', async () => (await toldAnchors(house)).length === 1);
    const [entry] = await toldAnchors(house);
    expect(entry?.details).toMatchObject({ size: Number(size), policy: '1.3.6.1.4.1.32473.1', serial: '0101' });
    // openssl, which is of another make, reads what lies there.
    const file = (kind: string): string => path.join(house.logDir, `anchors/${size}.${kind}`);
    const said = openssl(house.logDir, 'ts', '-verify', '-data', file('checkpoint'), '-in', file('tsr'), '-CAfile', authority.issuer);
    expect(said.toString()).toContain('OK');
    // And the worker asks no more for an hour.
    const { asked } = authority;
    await house.worker.stop();
    house.worker = await startProcess('worker', house.environments.worker);
    const index = Number(entry?.idx);
    await writer.append(someDraft());
    await eventually('the entry is published', () => house.publishedSize() > index + 1, 30_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([authority.asked, anchored().length]).toEqual([asked, 1]);
  });

  it('is served to anybody', async () => {
    const [size = ''] = anchored();
    const open = (name: string): ReturnType<LogFiles['open']> => new LogFiles(new FolderStore(house.logDir)).open(`/log/anchors/${name}`);
    expect(await open('list')).toMatchObject({ status: 200, needsBearer: false, body: Buffer.from(`${size}\n`) });
    expect(await open(`${size}.tsr`)).toMatchObject({ status: 200, contentType: 'application/timestamp-reply', needsBearer: false });
    expect(await open(`${size}.checkpoint`)).toMatchObject({ status: 200, contentType: 'text/plain; charset=utf-8' });
    for (const name of ['', `0${size}.tsr`, `${size}.key`, `../checkpoint.witnessed`, '9999999.tsr', 'list.tsr'])
      expect([name, (await open(name)).status]).toEqual([name, 404]);
  });

  it('stands on the health of the log, with whose it is', async () => {
    const { anchor, because } = await releases.now();
    expect(anchor).toMatchObject({ isSet: true, by: 'CN=Time authority rsa, O=Test', size: Number(anchored()[0]), trouble: null });
    expect(because).not.toContain('anchor_late');
  });

  it('is found whole by both verifiers, and by the one for a single anchor', () => {
    const [size = ''] = anchored();
    wholeWith(house.logDir);
    const files = ['tsr', 'checkpoint'].map((kind) => path.join(house.logDir, `anchors/${size}.${kind}`));
    const both = ['--tsa', authority.issuer, '--log', house.logDir];
    expect(verify('anchor', ...files, ...both)).toEqual({ code: 0, because: null });
    expect(verify('anchor', ...files, '--tsa', authority.signer)).toEqual({ code: 0, because: null });
    expect(verify('anchor', ...files).code).toBe(2);
    const other = new TimeAuthority();
    expect(verify('anchor', ...files, '--tsa', other.issuer)).toMatchObject({
      code: 6,
      because: expect.stringContaining('nobody whom you trust') as unknown,
    });
    expect(verify('audit', house.logDir, '--tsa', other.issuer)).toMatchObject({
      code: 6,
      because: expect.stringContaining('nobody whom you trust') as unknown,
    });
    other.remove();
    expect(verify('audit', house.logDir, '--tsa', authority.issuer, '--max-anchor-gap', '3600')).toEqual({ code: 0, because: null });
  });

  it('goes into exports as the last stamp before the entries and the first after, with a proof that the head continues it', async () => {
    const size = Number(anchored()[0]);
    const { databaseUrl, stateDir } = house.services;
    const { logDir } = house;
    const published = new PublishedLog({
      databaseUrl,
      role: 'cuao_gateway',
      producer: 'g',
      origin,
      stateDir,
      doorbell: null,
      store: new FolderStore(logDir),
      readsOpenings: false,
    });
    const head = await published.checkpoint('checkpoint.witnessed');
    if (head === null) throw new Error('no head');
    // After its entries, else before; none beyond the head.
    for (const [from, to] of [
      [0, 1],
      [size, size + 1],
    ] as const) {
      const [anchor, ...none] = await published.anchors(from, to, head.size);
      expect([anchor?.size, none]).toEqual([size, []]);
      const hashes = (anchor?.consistency ?? '').split('\n').filter((line) => line !== '');
      const [, , root = ''] = (anchor?.checkpoint.toString('utf8') ?? '').split('\n');
      const proof = hashes.map((line) => Buffer.from(line, 'base64'));
      expect(isConsistent(size, Buffer.from(root, 'base64'), head.size, head.root, proof)).toBe(true);
    }
    expect(await published.anchors(0, 1, size - 1)).toEqual([]);
  });

  it('is missed when somebody removes or bends it, by the offline verifier and by the one in Go alike', async () => {
    const folder = below('damaged');
    const go = buildGoVerifier(sources, house.services.stateDir);
    const [size = ''] = anchored();
    const [entry] = await toldAnchors(house);
    const named = Number(entry?.idx);
    const damages: readonly (readonly [string, number, string, () => void])[] = [
      ['the list without it', named, 'is not listed', () => writeFileSync(path.join(folder, 'anchors/list'), '')],
      ['no folder', named, 'is not listed', () => rmSync(path.join(folder, 'anchors'), { recursive: true })],
      ['no token', Number(size) - 1, 'listed and missing', () => rmSync(path.join(folder, `anchors/${size}.tsr`))],
      [
        'another checkpoint',
        Number(size) - 1,
        'stamps something else',
        () => copyFileSync(path.join(folder, 'checkpoint'), path.join(folder, `anchors/${size}.checkpoint`)),
      ],
      ['a list in another form', 0, 'malformed', () => writeFileSync(path.join(folder, 'anchors/list'), `${size}\n${size}\n`)],
      [
        'another stamp over the same checkpoint',
        named,
        'is not the time stamp that it names',
        () =>
          writeFileSync(
            path.join(folder, `anchors/${size}.tsr`),
            authority.stamp(readFileSync(path.join(folder, `anchors/${size}.checkpoint`))),
          ),
      ],
    ];
    for (const [what, index, words, damage] of damages) {
      rmSync(folder, { recursive: true, force: true });
      cpSync(house.logDir, folder, { recursive: true });
      damage();
      const ours = verify('audit', folder, '--tsa', authority.issuer);
      expect([what, ours.code, ours.because]).toEqual([what, 6, expect.stringMatching(new RegExp(`^index ${index}: .*${words}`))]);
      // Who asks nobody for time does without them.
      expect([what, verify('audit', folder).code]).toEqual([what, 0]);
      if (go === null) continue;
      const said = spawnSync(go, ['audit', folder, '--policy', path.join(folder, 'policy'), '--tsa', authority.issuer], {
        encoding: 'utf8',
      });
      expect([what, JSON.parse(said.stdout)]).toEqual([what, expect.objectContaining({ verified: false, index })]);
    }
    rmSync(folder, { recursive: true, force: true });
    if (go === null) return;
    const whole = spawnSync(go, ['audit', house.logDir, '--policy', path.join(house.logDir, 'policy'), '--tsa', authority.issuer], {
      encoding: 'utf8',
    });
    expect(JSON.parse(whole.stdout)).toMatchObject({ verified: true });
  });
});
