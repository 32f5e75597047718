import { Injectable } from '@nestjs/common';
import type { EntryRef } from '#libs/audit';
import type { Tx } from '#libs/database';
import type { RequestId, Viewer } from '#libs/kernel';
import { Gate, type DecisionEntry } from '#libs/regulation';
import { RequestRepository } from './request.repository.js';
import type { RequestEventType } from './request-event.js';
import type { SharingRequest } from './sharing-request.js';

/** What every act on a request does first and last: look it up under a lock, and put the act on the timeline. */
@Injectable()
export class RequestRecords {
  constructor(
    private readonly requests: RequestRepository,
    private readonly gate: Gate,
  ) {}

  /**
   * The request, held for this transaction; null when there is none for this viewer, and then the attempt is on the log:
   * the gate was asked without facts and refused.
   */
  async take(tx: Tx, viewer: Viewer, id: RequestId, action: string, entry: DecisionEntry): Promise<SharingRequest | null> {
    const request = await this.requests.lockVisible(tx, viewer, id);
    if (request === null) await this.gate.decide(tx, viewer, action, {}, entry);
    return request;
  }

  async note(tx: Tx, viewer: Viewer, requestId: RequestId, type: RequestEventType, at: Date, entry: EntryRef): Promise<void> {
    await this.requests.addEvent(tx, {
      requestId,
      type,
      at,
      personId: viewer.personId,
      actorName: viewer.displayName,
      organisationId: viewer.organisationId,
      entryId: entry.entryId,
    });
  }
}
