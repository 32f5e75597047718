import { Inject, Injectable } from '@nestjs/common';
import { EntryWriter, type EntryRef } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import { readTrust } from '../bundle.js';
import { Gate, type RecordedDecision } from '../gate.service.js';
import { trustFileOf } from '../policy.js';
import { PolicySettings } from '../release/policy-settings.js';
import { EmergencyFollower } from './emergency-follower.service.js';
import {
  checkSuccession,
  EmergencyFault,
  verifyEmergencyList,
  type EmergencyFaultCode,
  type SignedEmergencyList,
  type VerifiedEmergencyList,
} from './emergency-list.js';
import { EmergencyRepository } from './emergency.repository.js';
import { emergencyAct, EmergencyStore } from './emergency-store.js';

export type EmergencyOutcome =
  | { readonly kind: 'done'; readonly entry: EntryRef; readonly streamsCut: number }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'unfit'; readonly code: EmergencyFaultCode; readonly message: string };

/** Putting an emergency list in force: an act of a policy signer, decided by the gate; the list's own signatures carry it. */
@Injectable()
export class EmergencyActs {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
    private readonly store: EmergencyStore,
    private readonly lists: EmergencyRepository,
    private readonly follower: EmergencyFollower,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    @Inject(PolicySettings) private readonly settings: PolicySettings,
  ) {}

  /** Committed with the entry `emergency.activated` and with the revocation of what is open; nodes follow, each checking again. */
  async activate(viewer: Viewer, signed: SignedEmergencyList): Promise<EmergencyOutcome> {
    const trust = await readTrust(trustFileOf(this.settings.policyDir));
    await this.follower.look();
    const outcome = await this.database.transaction(async (tx): Promise<EmergencyOutcome> => {
      await this.lists.lock(tx);
      const checked = await this.checked(tx, () => verifyEmergencyList(signed, trust));
      const fault = checked instanceof EmergencyFault ? checked : null;
      const decision = await this.gate.decide(
        tx,
        viewer,
        emergencyAct,
        {},
        {
          type: 'emergency_revoke.apply',
          ...(checked instanceof EmergencyFault ? {} : { resource: { kind: 'emergency_list', id: checked.sha256 } }),
          details: fault === null ? {} : { blocked: fault.code },
        },
      );
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      if (checked instanceof EmergencyFault) return { kind: 'unfit', code: checked.code, message: checked.message };
      return this.put(tx, viewer, checked, decision);
    });
    // Whoever puts a list in force sees it applied here when the answer comes; the other nodes are a moment behind.
    if (outcome.kind === 'done') await this.follower.look();
    return outcome;
  }

  private async put(tx: Tx, viewer: Viewer, { list, sha256, signers, signed }: VerifiedEmergencyList, decision: RecordedDecision) {
    const { sequence, people, cameras, roles, notAfter } = list;
    const entry = await this.entries.appendIn(tx, {
      type: 'emergency.activated',
      viewer,
      outcome: 'done',
      decisionId: decision.id,
      resource: { kind: 'emergency_list', id: sha256 },
      details: {
        sequence,
        signers: signers.join(' '),
        notAfter,
        people: people.length,
        cameras: cameras.length,
        roles: roles.length,
      },
    });
    const by = {
      personId: viewer.personId,
      organisationId: viewer.organisationId,
      decisionId: decision.id,
      entryId: entry.entryId,
    };
    await this.lists.add(tx, { sequence, sha256, signed: JSON.stringify(signed), activatedAt: this.clock.now() }, by);
    const begins = Date.parse(list.notBefore) <= this.clock.nowMs();
    const streamsCut = begins ? ((await this.follower.streams()?.cut(tx, list, entry.entryId)) ?? 0) : 0;
    return { kind: 'done', entry, streamsCut } as const;
  }

  private async checked(tx: Tx, verified: () => VerifiedEmergencyList): Promise<VerifiedEmergencyList | EmergencyFault> {
    try {
      const next = verified();
      const highest = await this.lists.highestSequence(tx);
      if (next.list.sequence <= highest)
        throw new EmergencyFault(next.list.sequence === highest ? 'same_sequence' : 'rolled_back', `list ${highest} was put in force`);
      if (Date.parse(next.list.notAfter) <= this.clock.nowMs()) throw new EmergencyFault('ended', 'its time is over');
      // Where nobody knows what held, nobody knows what this list lets in again.
      if (this.store.isClosed && !next.byAll)
        throw new EmergencyFault('lifts_with_one_signature', 'the list that held cannot be read: every institution has to sign the next');
      checkSuccession(next, this.follower.lastHeld, this.clock.nowMs());
      return next;
    } catch (error) {
      if (error instanceof EmergencyFault) return error;
      throw error;
    }
  }
}
