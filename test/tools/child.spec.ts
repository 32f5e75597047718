import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { birthOf } from '../../tools/city/identity.mjs';
import { Child } from '../../tools/city/child.mjs';
import { endProcesses } from '../../tools/city/ending.mjs';

let folder: string;
const notices: string[] = [];
const events = { changed: () => undefined, notice: (_vi: string, en: string) => notices.push(en) };
const program = (source: string, more: object = {}) => ({
  name: 'toy',
  command: process.execPath,
  args: ['-e', source],
  env: { PATH: process.env['PATH'] },
  cwd: folder,
  logFile: path.join(folder, 'toy.log'),
  ...more,
});
const ready = `process.on('disconnect', () => process.exit(0)); process.send({ ready: true });`;
const soon = async (isSo: () => boolean): Promise<void> => {
  for (let waited = 0; waited < 10_000 && !isSo(); waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo()).toBe(true);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cuao-child-'));
});
beforeEach(() => {
  notices.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a watched program', () => {
  it('is started again when it is killed, and that is said', async () => {
    const child = new Child(program(ready), events);
    await child.start();
    const first = child.pid;
    child.crash();
    await soon(() => notices.some((notice) => notice.includes('is back')));
    expect(child.pid).not.toBe(first);
    expect(notices[0]).toBe('toy ended (SIGKILL), starting it again');
    await child.stop();
    expect(child.pid).toBeNull();
    expect(notices).toHaveLength(2);
  });

  it('that never gets ready fails the start with its last words', async () => {
    const child = new Child(program(`console.error('no key here'); process.exit(2)`), events);
    await expect(child.start()).rejects.toThrow(/exit 2[^]*no key here/);
    expect(notices).toEqual([]);
  });

  it('is left alone for a while when it dies again and again, then tried again; whoever stops it does not wait', async () => {
    const child = new Child(program(`${ready} setTimeout(() => process.exit(3), 20)`), events, { longPauseMs: 500 });
    await child.start();
    const pauses = (): number => notices.filter((notice) => notice.includes('next try in')).length;
    await soon(() => pauses() === 1);
    expect(notices.filter((notice) => notice.includes('starting it again'))).toHaveLength(4);
    expect(child.pid).toBeNull();
    await soon(() => pauses() === 2);
    await child.stop();
    const said = notices.length;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect([child.pid, notices.length]).toEqual([null, said]);
  });

  it('that does not listen is ended by force, with what it started', async () => {
    const source = `process.on('SIGTERM', () => {});
      const { pid } = require('node:child_process').spawn('sleep', ['60']);
      console.log('helper ' + pid);
      process.send({ ready: true }); setInterval(() => {}, 1000);`;
    const child = new Child(program(source, { logFile: path.join(folder, 'deaf.log') }), events);
    await child.start();
    const helper = Number(/helper (\d+)/.exec((await import('node:fs')).readFileSync(path.join(folder, 'deaf.log'), 'utf8'))?.[1]);
    expect(birthOf(helper)).not.toBeNull();
    await child.stop({ politeMs: 200 });
    await soon(() => birthOf(helper) === null);
  });

  it('is tried again while what it waits for is not over', async () => {
    const source = `const fs = require('node:fs'); const n = fs.existsSync('tries') ? Number(fs.readFileSync('tries')) : 0;
      fs.writeFileSync('tries', String(n + 1));
      if (n < 2) { console.error('still there'); process.exit(1); }
      ${ready}`;
    const child = new Child(program(source, { retry: (log: string) => (log.includes('still there') ? 10 : null) }), events);
    await child.start();
    expect(child.pid).not.toBeNull();
    await child.stop();
  });
});

describe('ending what a record names', () => {
  it('ends the living, and leaves a number alone that means somebody else by now', async () => {
    const child = new Child(program(ready), events);
    await child.start();
    const { pid, birth } = child;
    const stranger = { name: 'gateway', pid: process.pid, birth: 'another boot:1' };
    child.stop().catch(() => undefined);
    expect(await endProcesses([stranger, { name: 'worker', pid, birth }])).toEqual(expect.not.arrayContaining(['gateway']));
    expect(birthOf(pid)).toBeNull();
  });
});
