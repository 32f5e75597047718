import type pg from 'pg';
import type { Findings } from './findings.js';
import { manifestDifferences } from './manifest-writer.js';

/** Holds the search projection against the manifests, so that an inspector's search cannot quietly be made to find less. */
export class SearchWatch {
  constructor(
    private readonly pool: pg.Pool,
    private readonly findings: Pick<Findings, 'tellDifference' | 'unhealedDays' | 'heal'>,
  ) {}

  async run(): Promise<void> {
    const differences = await manifestDifferences(this.pool);
    for (const difference of differences) await this.findings.tellDifference('search_differs', difference);
    const still = new Set(differences.map(({ day }) => day));
    for (const day of await this.findings.unhealedDays('search_differs'))
      if (!still.has(day)) await this.findings.heal('search_differs', day);
  }
}
