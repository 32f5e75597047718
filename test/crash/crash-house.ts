import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openLogHouse, origin, type LogHouse, type LogHouseOptions } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { root } from '../support/own-servers.js';
import { startProcess, startProgram, type TestProcess } from '../support/process.js';
import { isEmpty, judge, spoolsBelow, type Judgement } from './judge.js';
import type { WriterSettings } from './writer.js';

/** A call of a program at which it is killed or stopped (`fail-point.mjs`). */
export interface FailPoint {
  readonly call: 'query' | 'append' | 'half' | 'datasync' | 'rename' | 'fsyncSync' | 'renameSync';
  /** Expression over the SQL text, or over the path of the file. */
  readonly match: string;
  readonly when?: 'before' | 'after';
  readonly signal?: 'SIGKILL' | 'SIGSTOP';
}

type Hand = 'signer' | 'witness' | 'worker';

/** A log house under load by a process that stands for a gateway, and what was seen of it before each crash. */
export class CrashHouse {
  private readonly saved: Buffer[] = [];
  private readonly releasedFiles = new Set<string>();
  private armings = 0;

  private constructor(readonly house: LogHouse) {}

  static async open(options: LogHouseOptions = {}): Promise<CrashHouse> {
    return new CrashHouse(await openLogHouse(options));
  }

  /** Keeps the published checkpoint, as an outsider would. */
  save(): void {
    const file = path.join(this.house.logDir, 'checkpoint');
    const note = existsSync(file) ? readFileSync(file) : null;
    if (note !== null && this.saved.at(-1)?.equals(note) !== true) this.saved.push(note);
  }

  get checkpointsSaved(): number {
    return this.saved.length;
  }

  startWriter(producer: string, change: Partial<WriterSettings> = {}, point?: ArmedPoint): Promise<TestProcess> {
    const { services } = this.house;
    const settings: WriterSettings = {
      databaseUrl: services.databaseUrl,
      redisUrl: services.redisUrl,
      queuePrefix: services.queuePrefix,
      stateDir: services.stateDir,
      origin,
      producer,
      callers: 4,
      pauseMs: 20,
      releasedFile: path.join(services.stateDir, `released-${producer}`),
      ...change,
    };
    this.noteReleasesIn(settings.releasedFile);
    return startProgram('test/crash/writer.js', { WRITER: JSON.stringify(settings), ...point?.environment });
  }

  /** A file to which ids are appended as they are released, one a line; it counts from now on. */
  noteReleasesIn(file: string): string {
    this.releasedFiles.add(file);
    return file;
  }

  /** Ids of the accesses that left the house. A line that a kill has cut short is an access that was not released yet. */
  released(producer?: string): string[] {
    return [...this.releasedFiles]
      .filter((file) => producer === undefined || file.endsWith(`released-${producer}`))
      .flatMap((file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []));
  }

  /** A point for a process that is started with `environment`; it does nothing before `arm`. */
  point(point: FailPoint): ArmedPoint {
    this.armings += 1;
    const armed = path.join(this.house.services.stateDir, `armed-${this.armings}`);
    return {
      environment: {
        NODE_OPTIONS: `--import=${path.join(root, 'test/crash/fail-point.mjs')}`,
        FAIL_AT: JSON.stringify({ ...point, armed }),
      },
      arm: () => writeFileSync(armed, ''),
      hasFired: () => !existsSync(armed),
      disarm: () => rmSync(armed, { force: true }),
    };
  }

  /** Lets one hand of the house run into a point and die there, and starts it again. */
  async dieAt(hand: Hand, at: FailPoint, change: Readonly<Record<string, string>> = {}): Promise<void> {
    const { house } = this;
    await house[hand].stop('SIGKILL');
    const point = this.point(at);
    house[hand] = await startProcess(hand, { ...house.environments[hand], ...change, ...point.environment });
    point.arm();
    await eventually(`${hand} reaches ${at.when ?? 'before'} ${at.call} ${at.match}`, () => point.hasFired(), 20_000);
    const ended = await house[hand].ended;
    if (ended !== 'SIGKILL') throw new Error(`${hand} ended with ${ended} instead of being killed\n${house[hand].said().slice(-800)}`);
    this.save();
    house[hand] = await startProcess(hand, { ...house.environments[hand], ...change });
  }

  /** Everything that was accepted has its index and is published under witnesses. */
  async settle(withinMs = 30_000): Promise<void> {
    const { sql } = this.house.services;
    await eventually(
      'everything is witnessed',
      async () => {
        const [row] = await sql<{ waiting: string; size: string; witnessed: string }>(
          'select (select count(*) from audit_outbox) as waiting, s.size, p.witnessed_size as witnessed from log_state s, log_progress p',
        );
        return (
          row?.waiting === '0' && Number(row.size) > 0 && row.size === row.witnessed && this.house.publishedSize() === Number(row.size)
        );
      },
      withinMs,
    );
    this.save();
  }

  /** @param receipts `someLost`: after a power cut, which takes receipts that nobody had synced; what is left of them is judged */
  async judge(receipts: 'allThere' | 'someLost' = 'allThere'): Promise<Judgement & { readonly entries: number }> {
    const { logDir, services } = this.house;
    const spools = spoolsBelow(services.stateDir).filter((spool) => receipts === 'allThere' || !isEmpty(spool));
    return judge({ logDir, released: this.released(), saved: this.saved, spools });
  }

  async frozenBecause(): Promise<string | null> {
    const [row] = await this.house.services.sql<{ frozen_because: string | null }>('select frozen_because from log_progress');
    return row?.frozen_because ?? null;
  }
}

export interface ArmedPoint {
  readonly environment: Readonly<Record<string, string>>;
  readonly arm: () => void;
  readonly hasFired: () => boolean;
  readonly disarm: () => void;
}
