import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '#libs/kernel';
import { openLogHouse, someDraft, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';

// What an inspector takes away: one file, in an empty folder, with Node and nothing else.

const built = path.resolve(import.meta.dirname, '../../dist/verify/verify.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'cuao-one-'));
const program = path.join(folder, 'verify.mjs');
let house: LogHouse;
let receipt: string;

/** Without the environment of this run: no package is found by a path of somebody else's. */
function verify(...words: string[]): { readonly code: number | null; readonly said: string; readonly talk: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/nowhere', HOME: folder },
  });
  return { code: status, said: stdout, talk: stderr };
}

beforeAll(async () => {
  copyFileSync(built, program);
  house = await openLogHouse();
  const writer = house.writer('gateway-1');
  for (let i = 0; i < 20; i += 1) receipt = (await writer.append(someDraft({ intentId: newId('ent') }))).text;
  await writer.onModuleDestroy();
  await eventually('all are published', () => house.publishedSize() >= 20);
  await house.worker.stop();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await house?.close();
});

describe('the verifier in one file', () => {
  it('asks for nothing but Node itself, and is alone in its folder', () => {
    const source = readFileSync(program, 'utf8');
    const asked = [...source.matchAll(/^import .*? from ["']([^"']+)["'];?$|\bimport\(["']([^"']+)["']\)/gm)].map(
      (match) => match[1] ?? match[2],
    );
    expect(asked.filter((name) => name !== 'pg').every((name) => builtinModules.includes(name?.replace('node:', '') ?? ''))).toBe(true);
    expect(asked.length).toBeGreaterThan(2);
    expect(source).not.toMatch(/\brequire\(|\bfetch\(|node:(http|https|net|tls|dgram|dns|child_process)/);
    expect(readdirSync(folder)).toEqual(['verify.mjs']);
  });

  it('says how it is called, and 2 where it is called wrongly', () => {
    expect(verify('--help')).toMatchObject({ code: 0, said: expect.stringContaining('verify proof') as string });
    expect(verify('nonsense').code).toBe(2);
    expect(verify('proof').code).toBe(2);
  });

  it('judges the whole log: verified, and 6 with the first bad index where a letter of an entry differs', () => {
    expect(verify('audit', house.logDir)).toMatchObject({ code: 0, said: expect.stringContaining('ĐÚNG · verified') as string });
    const copy = path.join(folder, 'copy');
    const bundle = readdirSync(path.join(house.logDir, 'tile/entries'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.p\/\d+$/.test(name))
      .sort((a, b) => Number(a.split('/').pop()) - Number(b.split('/').pop()))
      .pop();
    const text = readFileSync(path.join(house.logDir, 'tile/entries', bundle ?? ''), 'latin1');
    for (const name of readdirSync(house.logDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
      const from = path.join(name.parentPath, name.name);
      const to = path.join(copy, path.relative(house.logDir, from));
      mkdirSync(path.dirname(to), { recursive: true });
      copyFileSync(from, to);
    }
    writeFileSync(path.join(copy, 'tile/entries', bundle ?? ''), text.replace('"gateway-1"', '"gateway-2"'), 'latin1');
    const judged = verify('audit', copy, '--json');
    expect(judged.code).toBe(6);
    expect(JSON.parse(judged.said)).toMatchObject({ verified: false, because: expect.stringMatching(/^index \d+: /) as string });
  });

  it('judges a receipt by the keys beside the log', () => {
    writeFileSync(path.join(folder, 'receipt.json'), receipt);
    expect(verify('receipt', 'receipt.json', '--log', house.logDir).code).toBe(0);
    writeFileSync(path.join(folder, 'receipt.json'), receipt.replace(/"leafHash":"./, '"leafHash":"x'));
    expect(verify('receipt', 'receipt.json', '--log', house.logDir).code).toBe(6);
  });

  it('says what the one check that speaks to a database needs beside it', () => {
    expect(verify('diff-db', 'postgres://nobody@127.0.0.1:1/none', house.logDir)).toMatchObject({
      code: 2,
      talk: expect.stringContaining('package pg') as string,
    });
  });
});
