import type pg from 'pg';
import { logLine } from '#libs/kernel';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { manifestDifferences } from './manifest-writer.js';

/** Holds the search projection against the manifests, so that an inspector's search cannot quietly be made to find less. */
export class SearchWatch {
  private told: string | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly entries: EntryWriter,
    private readonly actorProcess: string,
  ) {}

  get problem(): string | null {
    return this.told;
  }

  async run(): Promise<void> {
    const [first] = await manifestDifferences(this.pool);
    const text =
      first === undefined
        ? null
        : `the search differs from the manifest of ${first.day} (entries ${first.from} to ${first.to - 1}): ${first.what}`;
    if (text === this.told) return;
    this.told = text;
    if (first === undefined || text === null) return;
    logLine('error', 'search-watch', text);
    await this.entries.append({
      type: 'log.finding',
      viewer: null,
      actorProcess: this.actorProcess,
      outcome: 'failed',
      details: { finding: 'search_differs', day: first.day, fromIndex: first.from, toIndex: first.to },
    });
  }
}
