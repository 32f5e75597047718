import type pg from 'pg';
import type { Findings } from './findings.js';
import { ManifestTurns } from './manifest-turns.js';
import { searchDifference } from './manifest-writer.js';

/** Holds the search projection against the manifests in turn, so that an inspector's search cannot quietly be made to find less. */
export class SearchWatch {
  private readonly turns: ManifestTurns;

  constructor(
    private readonly pool: pg.Pool,
    private readonly findings: Pick<Findings, 'tellDifference' | 'unhealedDays' | 'heal'>,
  ) {
    this.turns = new ManifestTurns(pool);
  }

  async run(): Promise<void> {
    const unhealed = await this.findings.unhealedDays('search_differs');
    for (const manifest of await this.turns.take(unhealed)) {
      const found = await searchDifference(this.pool, manifest);
      if (found !== null) await this.findings.tellDifference('search_differs', found);
      else if (unhealed.includes(manifest.day)) await this.findings.heal('search_differs', manifest.day);
    }
  }
}
