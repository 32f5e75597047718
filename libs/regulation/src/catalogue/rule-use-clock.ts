import { Injectable, Module } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock } from '#libs/kernel';
import { RuleUseRepository } from './rule-use.repository.js';

/** A decision is in the table at most this long after its instant: no transaction of the house runs nearly as long. */
const settlesMs = 10 * 60_000;
const hoursAtOnce = 50;

/** Work that falls due by time; safe to run twice, late, and by several workers at once. */
@Injectable()
export class RuleUseClock {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly uses: RuleUseRepository,
  ) {}

  tasks(): readonly { readonly name: string; readonly everyMs: number; readonly run: () => Promise<void> }[] {
    return [{ name: 'rules.count', everyMs: 60_000, run: async () => void (await this.count()) }];
  }

  /** @returns how many hours were counted */
  async count(): Promise<number> {
    const settled = new Date(this.clock.nowMs() - settlesMs);
    for (let counted = 0; counted < hoursAtOnce; counted += 1) {
      const hour = await this.db.transaction((tx) => this.uses.countNext(tx, settled));
      if (hour === null) return counted;
    }
    return hoursAtOnce;
  }
}

/** For the worker. Needs `DatabaseModule` and a `Clock` in the same process. */
@Module({ providers: [RuleUseRepository, RuleUseClock], exports: [RuleUseClock] })
export class RegulationClocksModule {}
