import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { SignedDecision } from '#libs/consent';
import type { Tx } from '#libs/database';
import { newId, type GrantId } from '#libs/kernel';
import { PolicyStore, type Obligation, type RecordedDecision } from '#libs/regulation';
import { ownersOf } from '../sharing-facts.js';
import type { SharingRequest } from '../request/sharing-request.js';
import { GrantRepository } from './grant.repository.js';

const obligationsSchema = z.array(
  z.object({
    code: z.string(),
    mode: z.enum(['before', 'after', 'stream']),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
);

/** Turns signed decisions into grants, one for each owner; the table refuses what the keys do not carry. */
@Injectable()
export class GrantIssuer {
  constructor(
    private readonly grants: GrantRepository,
    private readonly policies: PolicyStore,
  ) {}

  /** @param what.consents of the version that is approved, none withdrawn */
  async issue(
    tx: Tx,
    what: {
      request: SharingRequest;
      consents: readonly SignedDecision[];
      approval: SignedDecision;
      /** null where one approval is enough. */
      secondApproval: SignedDecision | null;
      decision: RecordedDecision;
      at: Date;
      expiresAt: Date;
    },
  ): Promise<GrantId[]> {
    const { content } = what.request;
    const made: GrantId[] = [];
    for (const owner of ownersOf(content)) {
      const consent = what.consents.find((one) => one.organisationId === owner) ?? null;
      if (consent === null && !what.request.needsNoConsent) continue;
      const id = newId('grt');
      await this.grants.add(tx, {
        id,
        requestId: what.request.id,
        requestVersion: what.request.version,
        ownerOrgId: owner,
        holderOrgId: what.request.requesterOrgId,
        requesterPersonId: what.request.requesterPersonId,
        cameraIds: content.cameras.filter((camera) => camera.owner === owner).map((camera) => camera.id),
        actions: content.actions,
        windowFrom: new Date(content.window.from),
        windowTo: new Date(content.window.to),
        obligations: this.obligationsOf(content.actions, what.decision),
        policySha256: this.policies.current().bundle.sha256,
        issuedAt: what.at,
        expiresAt: what.expiresAt,
        legalBasisCode: content.legalBasisCode,
        consent: what.request.needsNoConsent ? null : consent,
        approval: what.approval,
        secondApproval: what.secondApproval,
      });
      made.push(id);
    }
    return made;
  }

  /**
   * What the table of actions asks of whoever opens, which the gate repeats and has enforced at each opening, and the duties that
   * the approval itself leaves behind.
   */
  private obligationsOf(actions: readonly string[], approval: RecordedDecision): Obligation[] {
    const table = this.policies.current().tables.actions;
    const opening = actions.flatMap((action) => obligationsSchema.catch([]).parse(table[action]?.['obligations']));
    const all = [...opening, ...approval.obligations.filter((one) => one.mode === 'after')];
    return [...new Map(all.map((one) => [`${one.code} ${one.mode}`, one])).values()];
  }
}
