import '../support/node-errors.js';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FixedClock } from '#libs/kernel';
import { LogMirror, openSmallMirror, type SmallMirror } from './log-mirror.js';
import { filesBelow, type SmallLog } from './small-log.js';

// What is done to a log that the inspectorate's mirror holds already, under the right keys too, and the first bad index it names.

let house: SmallMirror;
let log: SmallLog;
let mirror: LogMirror;
let held: SmallMirror['held'];
beforeEach(async () => {
  house = await openSmallMirror();
  ({ log, mirror, held } = house);
});
afterEach(() => house.close());

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

  it('one after the other in the turn of the rota, whatever was found before', async () => {
    const clock = new FixedClock('2026-11-24T02:50:10.376Z');
    const running = await new LogMirror(mirror.folder, house.server.url, path.join(house.work, 'policy'), clock).open();
    for (const [name, index] of [
      ['tile/entries/000', 7],
      ['tile/entries/001', 300],
    ] as const)
      log.write(name, bent(log.read(name), numbered(index), `"pseq":${'9'.repeat(String(index + 1).length)},`));
    let findings = 0;
    for (let minute = 0; minute < 6; minute += 1) {
      clock.advanceMs(60_000);
      const round = await running.round();
      if (round.isNew) findings += 1;
    }
    expect(findings).toBe(2);
    expect(readdirSync(mirror.at('evidence')).map((name) => name.replace(/^.*Z-/, ''))).toEqual(
      expect.arrayContaining(['altered-7', 'altered-300']),
    );
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
