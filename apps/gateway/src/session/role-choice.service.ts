import { Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { actorOf, isRoleCode, Sessions, type Arrival, type SignedIn } from '#libs/identity';
import { Gate, type RecordedDecision } from '#libs/regulation';

export type RoleChoiceOutcome =
  | { kind: 'chosen'; secret: string; signedIn: SignedIn }
  | { kind: 'unknown_role' }
  | { kind: 'not_held' }
  | { kind: 'not_a_browser' }
  | { kind: 'refused'; decision: RecordedDecision };

/** Choosing the one role of a session. Roles never mix: another role ends this session and opens another. */
@Injectable()
export class RoleChoice {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly sessions: Sessions,
    private readonly entries: EntryWriter,
  ) {}

  choose(signedIn: SignedIn, role: string, arrival: Arrival): Promise<RoleChoiceOutcome> {
    return this.db.transaction(async (tx): Promise<RoleChoiceOutcome> => {
      // A token has its role from the identity provider; whoever wants another asks for another token.
      if (signedIn.way !== 'BROWSER') return { kind: 'not_a_browser' };
      if (!isRoleCode(role)) return { kind: 'unknown_role' };
      if (!signedIn.roles.includes(role)) {
        await this.entries.appendIn(tx, {
          type: 'auth.refused',
          viewer: actorOf(signedIn),
          outcome: 'refused',
          sessionId: signedIn.sessionId,
          details: { why: 'role_not_held', role },
        });
        return { kind: 'not_held' };
      }
      const decision = await this.gate.decide(
        tx,
        signedIn.asRole(role),
        'choose_role',
        {},
        { type: 'auth.role_chosen', sessionId: signedIn.sessionId },
      );
      if (!decision.proceeds) return { kind: 'refused', decision };
      return { kind: 'chosen', ...(await this.sessions.replace(tx, signedIn, role, arrival)) };
    });
  }
}
