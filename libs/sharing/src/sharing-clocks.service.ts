import { Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { Clock, type GrantId, type RequestId } from '#libs/kernel';
import { GrantRepository } from './grant/grant.repository.js';
import { RequestRepository } from './request/request.repository.js';
import { nextState } from './request/request-state.js';
import { Revocations } from './revocation/revocations.service.js';

/** Work that falls due by time; safe to run twice, late, and by several workers at once. */
export interface SharingClock {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

const atOnce = 200;
const actorProcess = 'worker';

/** What ends by time alone. An expiry holds from its moment on whether or not this has run: this writes it down and tells the edges. */
@Injectable()
export class SharingClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly entries: EntryWriter,
    private readonly requests: RequestRepository,
    private readonly grants: GrantRepository,
    private readonly revocations: Revocations,
  ) {}

  tasks(): readonly SharingClock[] {
    return [
      { name: 'grants.expire', everyMs: 1_000, run: async () => void (await this.expireGrants()) },
      { name: 'requests.lapse', everyMs: 5_000, run: async () => void (await this.lapseRequests()) },
    ];
  }

  /** @returns how many grants were ended */
  async expireGrants(): Promise<number> {
    const due = await this.db.read((tx) => this.grants.listExpired(tx, this.clock.now(), atOnce));
    let ended = 0;
    for (const grant of due) if (await this.expire(grant.id, grant.requestId)) ended += 1;
    return ended;
  }

  /** @returns how many requests have lapsed */
  async lapseRequests(): Promise<number> {
    const due = await this.db.read((tx) => this.requests.listLapsed(tx, this.clock.now(), atOnce));
    let lapsed = 0;
    for (const id of due) if (await this.lapse(id)) lapsed += 1;
    return lapsed;
  }

  /** Request first, then its grants: the order in which people's acts take their locks. */
  private expire(id: GrantId, requestId: RequestId): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const request = await this.requests.lock(tx, requestId);
      const running = (await this.grants.listByRequests(tx, [requestId])).filter((grant) => grant.end === null);
      const at = this.clock.now();
      if (request === null || !running.some((grant) => grant.id === id && grant.expiresAt.getTime() <= at.getTime())) return false;
      const entry = await this.entries.appendIn(tx, {
        type: 'grant.expired',
        viewer: null,
        actorProcess,
        outcome: 'done',
        requestId,
        grantId: id,
      });
      await this.grants.end(tx, [id], { kind: 'EXPIRED', at, reason: null, byPersonId: null, entryId: entry.entryId });
      await this.requests.addEvent(tx, {
        requestId,
        type: 'GRANT_EXPIRED',
        at,
        personId: null,
        actorName: null,
        organisationId: null,
        entryId: entry.entryId,
      });
      const next = nextState(request.state, running.length > 1 ? 'SOME_GRANTS_ENDED' : 'ALL_GRANTS_ENDED');
      if (next !== null) await this.requests.setState(tx, requestId, next, at);
      await this.revocations.publish(tx, { kind: 'grant', id }, { at, reason: 'grant_expired', byPersonId: null, entryId: entry.entryId });
      return true;
    });
  }

  private lapse(id: RequestId): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const request = await this.requests.lock(tx, id);
      const next = request === null ? null : nextState(request.state, 'LAPSE');
      const at = this.clock.now();
      if (request === null || next === null || Date.parse(request.content.window.to) > at.getTime()) return false;
      const entry = await this.entries.appendIn(tx, { type: 'request.lapsed', viewer: null, actorProcess, outcome: 'done', requestId: id });
      await this.requests.setState(tx, id, next, at);
      await this.requests.addEvent(tx, {
        requestId: id,
        type: 'LAPSED',
        at,
        personId: null,
        actorName: null,
        organisationId: null,
        entryId: entry.entryId,
      });
      return true;
    });
  }
}
