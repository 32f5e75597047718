import '../support/node-errors.js';
import { DiskSpace, type EntryWriter, type LogReleases } from '#libs/audit';
import { startProcess } from '../support/process.js';
import { openReleases } from './log-gateway.js';
import { openLogHouse, someDraft, type LogHouse } from './log-house.js';
import { eventually } from '../support/eventually.js';

/** A disk as `df` would show it; the real one is asked too, so that the test says something of it. */
class SetDisk extends DiskSpace {
  share: number | null = 0.5;
  override free(): Promise<number | null> {
    return Promise.resolve(this.share);
  }
}

describe('a real log that falls silent', () => {
  let house: LogHouse;
  let writer: EntryWriter;
  let releases: LogReleases;
  let disk: SetDisk;

  beforeAll(async () => {
    house = await openLogHouse();
    writer = house.writer('gateway-1');
    disk = new SetDisk([house.services.stateDir]);
    releases = openReleases(house, disk);
    await writer.append(someDraft());
    await stands('EVERYTHING');
  });
  afterAll(async () => {
    await releases.onModuleDestroy();
    await writer.onModuleDestroy();
    await house.close();
  });

  const stands = async (level: string, because?: string): Promise<void> => {
    let health = await releases.now();
    const holds = async (): Promise<boolean> => {
      health = await releases.now();
      return health.releases === level && (because === undefined || health.because.some((code) => code === because));
    };
    await eventually(`the log lets out ${level}`, holds).catch((error: unknown) => {
      throw new Error(`not ${level} ${because ?? ''}: ${JSON.stringify(health)}`, { cause: error });
    });
  };
  /** Waits out whatever was on its way, then sets the row back and expects the level: a publication under way would move it on once more. */
  const setBack = async (column: 'published_at' | 'witnessed_at', seconds: number, level: string, because: string): Promise<void> => {
    await eventually('the log stands still', async () => {
      await house.services.sql(`update log_progress set ${column} = now() - $1 * interval '1 second'`, [seconds]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await releases.now()).releases === level;
    });
    await stands(level, because);
  };
  /** A new entry gives the keepers something to publish; a heartbeat would, within a minute. */
  const recovers = async (): Promise<void> => {
    await writer.append(someDraft());
    await stands('EVERYTHING');
  };

  it('hands nothing over for good while its signer stands still for a quarter of an hour, and goes on when it is back', async () => {
    await house.signer.stop();
    await writer.append(someDraft());
    await setBack('published_at', 901, 'NOTHING_WITNESSED', 'publishing_stopped');
    house.signer = await startProcess('signer', house.environments.signer);
    await recovers();
  });

  it('lets emergencies out alone after four hours without its witness, though it is published, and everything when one confirms', async () => {
    await house.witness.stop();
    await writer.append(someDraft());
    await setBack('witnessed_at', 4 * 3_600 + 1, 'EMERGENCIES', 'witnesses_silent');
    expect((await releases.now()).because).not.toContain('publishing_stopped');
    house.witness = await startProcess('witness', house.environments.witness);
    await recovers();
  });

  it('hands nothing over while its worker stands still', async () => {
    await house.worker.stop();
    await setBack('published_at', 901, 'NOTHING_WITNESSED', 'publishing_stopped');
    house.worker = await startProcess('worker', house.environments.worker);
    await recovers();
  });

  it('hands nothing over when its disk has less than a tenth left, or does not answer', async () => {
    disk.share = 0.09;
    expect(await releases.now()).toMatchObject({ releases: 'NOTHING_WITNESSED', diskFree: 0.09 });
    disk.share = null;
    expect(await releases.now()).toMatchObject({ releases: 'NOTHING_WITNESSED' });
    disk.share = 0.5;
    expect((await releases.now()).because).not.toContain('disk_low');
  });

  it('reads the real disk of a folder, and of one that is not there yet', async () => {
    const { stateDir } = house.services;
    const share = await new DiskSpace([stateDir, `${stateDir}/not/there`]).free();
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
    expect(await new DiskSpace([]).free()).toBeNull();
  });
});
