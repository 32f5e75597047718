import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UnavailableFault } from '#libs/kernel';
import { LogMirror } from '../conformance/log-mirror.js';
import { openLogHouse, origin, someDraft, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { startProcess } from '../support/process.js';
import { Backup, rewriteHistory, verify, witnessedCheckpoint, workerHealth } from './attacker.js';

// Drills of attackers who own database and disk together: history rewritten as a whole, set back, shown twice, or kept silent.

describe('who rewrites everything', () => {
  let house: LogHouse;
  /** The log as outsiders have seen it, with a checkpoint that they kept. */
  let kept: string;
  const below = (name: string): string => path.join(house.services.stateDir, name);
  const frozen = async (): Promise<string | null> =>
    (await house.services.sql<{ frozen_because: string | null }>('select frozen_because from log_progress'))[0]?.frozen_because ?? null;
  /** An entry that no later one names as its predecessor, so that only the tree can tell. */
  const target = async (): Promise<number> => {
    const [row] = await house.services.sql<{ idx: string }>(`select max(idx) as idx from audit_entry where producer = 'gateway-2'`);
    return Number(row?.idx);
  };
  const grow = async (entries: number): Promise<void> => {
    const writer = house.writer('gateway-2');
    await Promise.all(Array.from({ length: entries }, () => writer.append(someDraft())));
    await writer.onModuleDestroy();
  };

  beforeEach(async () => {
    house = await openLogHouse();
    await grow(80);
    await eventually(
      'published and witnessed',
      () => house.publishedSize() >= 80 && existsSync(path.join(house.logDir, 'checkpoint.witnessed')),
    );
    await eventually('standing still', async () => {
      const [state] = await house.services.sql<{ size: string; witnessed: string }>(
        'select s.size, p.witnessed_size as witnessed from log_state s, log_progress p',
      );
      return state !== undefined && state.size === state.witnessed && house.publishedSize() === Number(state.size);
    });
    await house.worker.stop();
    kept = below('kept');
    cpSync(house.logDir, kept, { recursive: true });
  });
  afterEach(() => house.close());

  it('T6 in rows, files and the state of the tree finds that the signer does not sign, and nothing is published', async () => {
    await rewriteHistory(house, await target(), (leaf) => leaf.replace('"allowed"', '"refused"'));
    house.worker = await startProcess('worker', house.environments.worker);
    await eventually('frozen', async () => (await frozen())?.includes('the signer refused size') === true);
    expect(await workerHealth(house)).toMatchObject({
      status: 503,
      because: expect.arrayContaining([expect.stringContaining('signer')]) as unknown,
    });
    // Growing over the old size does not help: the new tree must continue what was signed.
    await grow(5);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(existsSync(path.join(house.logDir, 'checkpoint'))).toBe(false);
    expect(verify('audit', kept)).toEqual({ code: 0, because: null });
  });

  it('T7 T15 and has the key of the log finds that the witness does not cosign, and everybody who kept a checkpoint sees two histories', async () => {
    const mirror = await LogMirror.beside(house.logDir, below('mirror'));
    expect(await mirror.finding()).toBeNull();
    const index = await target();
    await rewriteHistory(house, index, (leaf) => leaf.replace('"allowed"', '"refused"'));
    await house.signer.stop();
    mkdirSync(below('stolen'), { mode: 0o700 });
    copyFileSync(below('signer/signer.key'), below('stolen/signer.key'));
    const socket = below('stolen/s.sock');
    house.signer = await startProcess('signer', {
      ...house.environments.signer,
      CUAO_SIGNER_DIR: below('stolen'),
      CUAO_SIGNER_SOCKET: socket,
    });
    house.worker = await startProcess('worker', { ...house.environments.worker, CUAO_SIGNER_SOCKET: socket });
    await eventually('published without a witness', () => house.publishedSize() > 0, 15_000);
    expect(existsSync(path.join(house.logDir, 'checkpoint.witnessed'))).toBe(false);
    // The mirror needs no witness to see that the log's key signed two histories, and where they part.
    expect(await mirror.finding()).toEqual({ kind: 'forked', index });
    expect(verify('audit', mirror.folder)).toEqual({ code: 0, because: null });
    await mirror.stop();
    // The tree under it is whole in itself; what is missing is anybody who saw it.
    expect(verify('audit', house.logDir, '--policy', path.join(kept, 'policy'))).toMatchObject({
      code: 6,
      because: expect.stringContaining('too few witnesses') as unknown,
    });
    const shown = path.join(house.logDir, 'checkpoint');
    expect(verify('consistency', path.join(kept, 'checkpoint'), shown, '--log', house.logDir)).toMatchObject({ code: 6 });

    // T15: what the inspector is shown, against what the witness shows to anybody.
    writeFileSync(below('witnessed'), await witnessedCheckpoint(house, origin));
    expect(verify('consistency', below('witnessed'), path.join(kept, 'checkpoint'), '--log', kept)).toEqual({ code: 0, because: null });
    const fork = below('fork');
    cpSync(shown, fork);
    expect(verify('consistency', below('witnessed'), fork, '--log', house.logDir)).toMatchObject({ code: 6 });
  });

  it('T8 by restoring an older backup finds that the signer has signed more', async () => {
    const backup = await Backup.take(house);
    house.worker = await startProcess('worker', house.environments.worker);
    await grow(40);
    await eventually('published', () => house.publishedSize() >= 120);
    await house.worker.stop();
    const grown = house.publishedSize();
    cpSync(path.join(house.logDir, 'checkpoint'), below('grown'));
    await backup.restore();
    house.worker = await startProcess('worker', house.environments.worker);
    await eventually('frozen', async () => (await frozen())?.includes(`a checkpoint of ${grown} entries is published`) === true);
    // With the files set back as well, the signer and the witness still remember.
    await house.worker.stop();
    rmSync(house.logDir, { recursive: true });
    cpSync(kept, house.logDir, { recursive: true });
    house.worker = await startProcess('worker', house.environments.worker);
    await eventually('frozen by the signer', async () => (await frozen())?.includes('rolled back') === true);
    expect(await frozen()).toContain(`the signer has signed ${grown} entries`);
    expect(verify('consistency', below('grown'), path.join(house.logDir, 'checkpoint'), '--log', house.logDir)).toMatchObject({
      code: 6,
      because: expect.stringContaining('the log shrank') as unknown,
    });
    await backup.remove();
  });

  it('T9 by failing over to a replica that lags finds that receipts were given for what it does not have', async () => {
    const backup = await Backup.take(house);
    const writer = house.writer('gateway-2');
    const lost = await writer.append(someDraft());
    await writer.onModuleDestroy();
    await backup.restore();
    // The gateway by this name accepts nothing until people have looked …
    const again = house.writer('gateway-2');
    await expect(again.append(someDraft())).rejects.toThrow(UnavailableFault);
    expect(again.state.frozenBecause).toContain('entries were lost');
    await again.onModuleDestroy();
    // … and the worker, which never saw that entry, finds the receipt.
    house.worker = await startProcess('worker', house.environments.worker);
    await eventually('found', async () => (await frozen())?.includes(lost.entryId) === true, 25_000);
    await backup.remove();
  });

  it('T16 keeps the log silent is found by the age of the last cosignature', async () => {
    expect(verify('audit', house.logDir, '--max-age', '120').code).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(verify('audit', house.logDir, '--max-age', '1')).toMatchObject({
      code: 6,
      because: expect.stringMatching(/^size \d+: the last cosignature is \d+ s old/) as unknown,
    });
    expect(readFileSync(path.join(kept, 'checkpoint'))).toEqual(readFileSync(path.join(house.logDir, 'checkpoint')));
  });
});
