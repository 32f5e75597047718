import type pg from 'pg';
import type { Clock, EntryId } from '#libs/kernel';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { opensFootage } from './search-terms.js';

/** Longer than any session may last: what is still open then was never closed. */
const patienceMs = 13 * 3_600_000;
const atOnce = 100;

/**
 * Two-phase rule: what streams or exports is an intent before and an outcome after. An intent that stays alone becomes a finding,
 * once, which also covers whatever crashed while it was streaming.
 */
export class IntentWatch {
  constructor(
    private readonly pool: pg.Pool,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    private readonly actorProcess: string,
    private readonly waitMs = patienceMs,
  ) {}

  /** @returns the intents that became findings now */
  async run(): Promise<EntryId[]> {
    const { rows } = await this.pool.query<{
      entry_id: string;
      resource_kind: string | null;
      resource_id: string | null;
      request_id: string | null;
      grant_id: string | null;
    }>(
      `select s.entry_id, s.resource_kind, s.resource_id, s.request_id, s.grant_id from audit_search s
       where (${opensFootage('s')} or s.type like '%.intent') and s.outcome = 'allowed' and s.at < $1
         and not exists (select from audit_search o where o.intent_id = 'ent_' || s.entry_id and (o.type ~ '\\.(close|done|failed)$' or o.type = 'log.finding'))
       order by s.at limit $2`,
      [new Date(this.clock.nowMs() - this.waitMs), atOnce],
    );
    const found: EntryId[] = [];
    for (const { entry_id, resource_kind, resource_id, request_id, grant_id } of rows) {
      const intentId = `ent_${entry_id}` as EntryId;
      await this.entries.append({
        type: 'log.finding',
        viewer: null,
        actorProcess: this.actorProcess,
        outcome: 'failed',
        intentId,
        ...(resource_kind === null || resource_id === null ? {} : { resource: { kind: resource_kind, id: resource_id } }),
        ...(request_id === null ? {} : { requestId: request_id }),
        ...(grant_id === null ? {} : { grantId: grant_id }),
        details: { finding: 'intent_without_outcome' },
      });
      found.push(intentId);
    }
    return found;
  }
}
