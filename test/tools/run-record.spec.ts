import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { birthOf, isAlive } from '../../tools/city/identity.mjs';
import { claim, readRecord, release, updateRecord } from '../../tools/city/run-record.mjs';

const run = promisify(execFile);
const module = path.resolve(import.meta.dirname, '../../tools/city/run-record.mjs');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cuao-record-'));
  file = path.join(folder, 'run.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A pid that has been used and is free again. */
async function deadProcess(): Promise<{ pid: number; birth: string }> {
  const child = execFile(process.execPath, ['-e', 'setTimeout(() => {}, 200)']);
  const dead = { pid: child.pid ?? 0, birth: String(birthOf(child.pid)) };
  await new Promise((resolve) => child.once('exit', resolve));
  return dead;
}

describe('the record of who runs the city', () => {
  it('is claimed by one, told to the next, and free again after release', () => {
    expect(claim(file, { url: null })).toEqual({ won: true, stale: null });
    updateRecord(file, { ...readRecord(file), url: 'http://127.0.0.1:7400' });
    const second = claim(file);
    expect(second).toMatchObject({ won: false, record: { url: 'http://127.0.0.1:7400' } });
    release(file, { pid: 1, birth: 'somebody else' });
    expect(existsSync(file)).toBe(true);
    release(file, readRecord(file).holder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over from a dead holder and says what it left', async () => {
    const holder = await deadProcess();
    writeFileSync(file, JSON.stringify({ holder, pids: { postgres: 12 } }));
    expect(claim(file)).toMatchObject({ won: true, stale: { pids: { postgres: 12 } } });
    expect(readdirSync(folder)).toEqual(['run.json']);
  });

  it('knows a reused number for another process', async () => {
    const { birth } = await deadProcess();
    expect(isAlive({ pid: process.pid, birth: birthOf(process.pid) })).toBe(true);
    expect(isAlive({ pid: process.pid, birth })).toBe(false);
    expect(isAlive({ pid: process.pid, birth: null })).toBe(false);
  });

  it('has exactly one winner when six start at once on what a dead one left', async () => {
    for (let round = 0; round < 2; round += 1) {
      writeFileSync(file, JSON.stringify({ holder: await deadProcess(), left: 'these' }));
      const starter = `import { claim } from ${JSON.stringify(module)};
        while (Date.now() < Number(process.argv[1])) {}
        const { won, stale } = claim(process.argv[2]);
        process.stdout.write(won ? 'won ' + stale.left : 'lost');
        setTimeout(() => {}, 1000);`;
      const at = String(Date.now() + 1_500);
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => run(process.execPath, ['--input-type=module', '-e', starter, at, file])),
      );
      expect(answers.map(({ stdout }) => stdout).filter((answer) => answer !== 'lost')).toEqual(['won these']);
      expect(JSON.parse(readFileSync(file, 'utf8')).holder.pid).toEqual(expect.any(Number));
      expect(readdirSync(folder)).toEqual(['run.json']);
      rmSync(file);
    }
  });
});
