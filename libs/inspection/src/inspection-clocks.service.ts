import { Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { Clock } from '#libs/kernel';
import { LogExportStore } from './export/export-store.js';

/** Work that falls due by time; safe to run twice, late, and by several workers at once. */
export interface InspectionClock {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

const actorProcess = 'worker';

/** Exports that nobody fetched go when their time is over, whether or not another is ever made; the log says that they went unread. */
@Injectable()
export class InspectionClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly entries: EntryWriter,
    private readonly store: LogExportStore,
  ) {}

  tasks(): readonly InspectionClock[] {
    return [{ name: 'exports.expire', everyMs: 1_000, run: async () => void (await this.expireExports()) }];
  }

  /** @returns how many exports are gone */
  expireExports(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const gone = await this.store.removeExpired(tx, this.clock.now());
      for (const { intentId, sha256 } of gone)
        await this.entries.appendIn(tx, {
          type: 'audit.export.expired',
          viewer: null,
          actorProcess,
          outcome: 'done',
          intentId,
          resource: { kind: 'log' },
          details: { sha256 },
        });
      return gone.length;
    });
  }
}
