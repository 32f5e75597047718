import '../support/node-errors.js';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from '../support/eventually.js';
import { root } from '../support/own-servers.js';
import { startProcess, type TestProcess } from '../support/process.js';
import { CrashHouse } from './crash-house.js';
import { whole } from './judge.js';
import { openOwnServices, type OwnServices } from './own-services.js';
import { OwnDisk } from './power.js';
import { isWhole } from './short-form.js';

// The disk under everything (database, tiles, signer, witness, receipts) loses its power or is full: the only honest test of fsync.

const { noLoopDevice } = (await import(pathToFileURL(path.join(root, 'test/crash/able.mjs')).href)) as {
  noLoopDevice: () => string | null;
};
const reason = noLoopDevice();
const whereDisk = isWhole && reason === null ? it : it.skip;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe(`a log on a disk of its own${reason === null ? '' : ` (${reason})`}`, () => {
  let outside: string;
  let disk: OwnDisk;
  let own: OwnServices;
  let crash: CrashHouse;
  let writer: TestProcess | null = null;
  const released = (): number => crash.released().length;
  const load = async (producer: string): Promise<void> => {
    // What left the house is remembered outside of it.
    const releasedFile = path.join(outside, `released-${producer}`);
    writer = await crash.startWriter(producer, { redisUrl: own.redis.url, callers: 8, pauseMs: 5, releasedFile });
    const before = released();
    await eventually('released', () => released() > before + 50, 20_000);
  };

  beforeEach(async () => {
    if (!isWhole || reason !== null) return;
    outside = mkdtempSync(path.join(process.env['CUAO_TEST_FOLDER'] ?? tmpdir(), 'disk-'));
    spawnSync('chmod', ['755', outside]);
    disk = OwnDisk.make(outside, 1_024);
    own = await openOwnServices({ folder: disk.folder, settings: { max_wal_size: '128MB' } });
    crash = await CrashHouse.open({ services: own.services });
    spawnSync('sync'); // keys and the files that the house was set up with are old by the time of a crash
  });
  afterEach(async () => {
    if (!isWhole || reason !== null) return;
    await writer?.stop('SIGKILL');
    await crash.house.close();
    await unmounted(disk);
    rmSync(outside, { recursive: true, force: true });
  });

  whereDisk(
    'C13 that loses its power again and again keeps every access that was released',
    async () => {
      for (let turn = 0; turn < 4; turn += 1) {
        await load(`gateway-${turn}`);
        for (let look = 0; look < 4 + turn * 3; look += 1) {
          await pause(150);
          crash.save();
        }
        // The control: what nobody has synced is gone with the power, so what stays was synced.
        const forgotten = path.join(disk.folder, `forgotten-${turn}`);
        writeFileSync(forgotten, 'x');
        disk.losePower();
        const { house } = crash;
        await Promise.all([
          writer?.stop('SIGKILL'),
          own.postgres.powerOff(),
          own.redis.powerOff(),
          ...(['worker', 'signer', 'witness'] as const).map((hand) => house[hand].stop('SIGKILL')),
        ]);
        await unmounted(disk);
        disk.mount();
        // Its name may have gone with the journal of somebody else's sync, its bytes have not.
        expect(existsSync(forgotten) ? readFileSync(forgotten, 'utf8') : '').toBe('');
        // A file of commands that the cut has filled with zeros keeps Redis from starting; nothing of ours is in it.
        rmSync(own.redis.folder, { recursive: true });
        mkdirSync(own.redis.folder);
        await Promise.all([own.postgres.start(), own.redis.start()]);
        house.signer = await startProcess('signer', house.environments.signer);
        house.witness = await startProcess('witness', house.environments.witness);
        house.worker = await startProcess('worker', house.environments.worker);
      }
      await crash.settle(60_000);
      const { entries, ...judged } = await crash.judge('someLost');
      expect(judged).toMatchObject(whole);
      expect(await crash.frozenBecause()).toBeNull();
      process.stderr.write(
        `C13: 4 power cuts, ${released()} accesses released, ${entries} entries, ${crash.checkpointsSaved} checkpoints\n`,
      );
    },
    300_000,
  );

  whereDisk(
    'C12 that is full releases nothing that is not kept, calls nobody a forger, and goes on when there is room',
    async () => {
      await load('gateway-1');
      crash.save();
      const ballast = path.join(disk.folder, 'ballast');
      // Room that comes free again is taken too, until nothing moves.
      const fill = (): unknown =>
        spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k', 'oflag=append', 'conv=notrunc'], { stdio: 'ignore' });
      await eventually(
        'nothing is released any more',
        async () => {
          fill();
          const before = released();
          await pause(2_000);
          return released() === before;
        },
        60_000,
      );
      crash.save();
      rmSync(ballast);
      // A PostgreSQL that could not write its log has stopped itself; whoever looks after it starts it again.
      await own.postgres.start();
      const before = released();
      await eventually('released again', () => released() > before + 50, 60_000);
      await writer?.stop('SIGKILL');
      await crash.settle(60_000);
      expect(await crash.judge()).toMatchObject(whole);
      expect(await crash.frozenBecause()).toBeNull();
      for (const hand of ['worker', 'signer', 'witness'] as const)
        expect(crash.house[hand].said()).not.toMatch(/refused a tree|signer_refused/);
    },
    300_000,
  );
});

/** The last of the killed may still be on its way out of a call. */
async function unmounted(disk: OwnDisk): Promise<void> {
  await eventually('unmounted', () => {
    try {
      disk.unmount();
      return true;
    } catch {
      return false;
    }
  });
}
