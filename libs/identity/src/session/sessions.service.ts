import { Inject, Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { Clock, newId, type PersonId, type RoleCode, type SessionId, type Viewer } from '#libs/kernel';
import { IdentitySettings } from '../identity-settings.js';
import { findRecordById, signedInOf } from './session-record.js';
import { hashOf, newSecret } from './secret.js';
import type { SessionEndReason } from './session.entity.js';
import type { SignedIn } from './signed-in.js';

/** How somebody arrived; the user agent is kept as a hash, to notice a session that moved to another browser. */
export interface Arrival {
  readonly sourceAddress: string;
  readonly userAgent: string;
}

export type BeginOutcome = { kind: 'begun'; secret: string; signedIn: SignedIn } | { kind: 'refused' };

interface SessionStart {
  readonly personId: PersonId;
  readonly role: RoleCode | null;
  readonly way: 'BROWSER' | 'TOKEN';
  readonly tokenHash: Buffer;
  readonly signedInAt: Date;
  readonly expiresAt: Date;
  readonly arrival: Arrival;
}

/**
 * Begins and ends sessions, each with its entry in the same transaction: who cannot be recorded is not signed in.
 * A session has one role for its whole life; another role is another session with another secret.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly entries: EntryWriter,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  /** A browser session for the person whom the identity provider named. Refused (and recorded) for somebody who is not in the record. */
  begin(subject: string, arrival: Arrival): Promise<BeginOutcome> {
    const now = this.clock.now();
    return this.db.transaction(async (tx): Promise<BeginOutcome> => {
      const person = await findPersonBySubject(tx, subject);
      if (person === null || !person.active) {
        await this.entries.appendIn(tx, { type: 'auth.refused', viewer: null, outcome: 'refused', details: { why: 'not_in_the_record' } });
        return { kind: 'refused' };
      }
      const secret = newSecret();
      const sessionId = await this.add(tx, {
        personId: person.id,
        role: person.roles.length === 1 ? (person.roles[0] ?? null) : null,
        way: 'BROWSER',
        tokenHash: hashOf('session', secret),
        signedInAt: now,
        expiresAt: new Date(now.getTime() + this.settings.sessionHours * 3_600_000),
        arrival,
      });
      const signedIn = await this.read(tx, sessionId, arrival.sourceAddress);
      await this.recordSignIn(tx, signedIn);
      return { kind: 'begun', secret, signedIn };
    });
  }

  /** The session of an access token, begun when the gateway first sees it; null when the token's subject is nobody. */
  beginToken(
    subject: string,
    role: RoleCode | null,
    tokenHash: Buffer,
    issuedAt: Date,
    expiresAt: Date,
    sourceAddress: string,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const person = await findPersonBySubject(tx, subject);
      if (person === null || !person.active) return;
      const arrival = { sourceAddress, userAgent: '' };
      const sessionId = await this.add(tx, {
        personId: person.id,
        role,
        way: 'TOKEN',
        tokenHash,
        signedInAt: issuedAt,
        expiresAt,
        arrival,
      });
      if (sessionId !== null) await this.recordSignIn(tx, await this.read(tx, sessionId, sourceAddress));
    });
  }

  /** Ends this session and opens one in another role, with a new secret. The caller has decided and recorded that it may. */
  async replace(tx: Tx, signedIn: SignedIn, role: RoleCode, arrival: Arrival): Promise<{ secret: string; signedIn: SignedIn }> {
    const secret = newSecret();
    const before = await findRecordById(tx, signedIn.sessionId);
    await this.close(tx, signedIn.sessionId, 'ROLE_CHOSEN');
    const sessionId = await this.add(tx, {
      personId: signedIn.personId,
      role,
      way: 'BROWSER',
      tokenHash: hashOf('session', secret),
      signedInAt: signedIn.signedInAt,
      expiresAt: before?.expiresAt ?? signedIn.expiresAt,
      arrival,
    });
    return { secret, signedIn: await this.read(tx, sessionId, arrival.sourceAddress) };
  }

  /** Signs out. Ending a session twice is no error. */
  end(signedIn: SignedIn): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (!(await this.close(tx, signedIn.sessionId, 'SIGNED_OUT'))) return;
      await this.entries.appendIn(tx, {
        type: 'auth.signed_out',
        viewer: actorOf(signedIn),
        outcome: 'done',
        sessionId: signedIn.sessionId,
        details: { way: signedIn.way },
      });
    });
  }

  /** The sign-in before this one (people should notice one that was not theirs) and how many other sessions are open. */
  async others(signedIn: SignedIn): Promise<{ lastSignInAt: Date | null; otherSessions: number }> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.settings.sessionIdleMinutes * 60_000);
    const rows = await this.db.query<{ last: Date | null; open: number }>(
      `select max(signed_in_at) filter (where signed_in_at < $3) as last,
         (count(*) filter (where id <> $2 and ended_at is null and expires_at > $4 and (way = 'TOKEN' or last_seen_at > $5)))::int as open
       from session where person_id = $1`,
      [signedIn.personId, signedIn.sessionId, signedIn.signedInAt, now, idleSince],
    );
    return { lastSignInAt: rows[0]?.last ?? null, otherSessions: rows[0]?.open ?? 0 };
  }

  private async recordSignIn(tx: Tx, signedIn: SignedIn): Promise<void> {
    await this.entries.appendIn(tx, {
      type: 'auth.signed_in',
      viewer: actorOf(signedIn),
      outcome: 'done',
      sessionId: signedIn.sessionId,
      details: { way: signedIn.way },
    });
    await tx.query('update person set last_sign_in_at = $2 where id = $1', [signedIn.personId, signedIn.signedInAt]);
  }

  /** @returns null when another request has just begun the session of the same token */
  private async add(tx: Tx, start: SessionStart): Promise<SessionId | null> {
    const rows = await tx.query<{ id: SessionId }[]>(
      `insert into session (id, person_id, role, way, token_hash, signed_in_at, created_at, last_seen_at, expires_at, user_agent_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9) on conflict (token_hash) do nothing returning id`,
      [
        newId('ses'),
        start.personId,
        start.role,
        start.way,
        start.tokenHash,
        start.signedInAt,
        this.clock.now(),
        start.expiresAt,
        hashOf('agent', start.arrival.userAgent),
      ],
    );
    return rows[0]?.id ?? null;
  }

  private async read(tx: Tx, id: SessionId | null, sourceAddress: string): Promise<SignedIn> {
    const record = id === null ? null : await findRecordById(tx, id);
    if (record === null) throw new Error('a session that was just added cannot be read');
    return signedInOf(record, this.settings.sessionIdleMinutes * 60_000, sourceAddress, []);
  }

  /** The edges hear of it after the commit and stop what the session was watching. */
  private async close(tx: Tx, id: SessionId, reason: SessionEndReason): Promise<boolean> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      'update session set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null returning id',
      [id, this.clock.now(), reason],
    );
    if (rows.length === 0) return false;
    await tx.query(`select pg_notify('cuao_session_ended', $1)`, [id]);
    return true;
  }
}

/** The person as an entry names them: in the session's role, or in none yet. */
export function actorOf(signedIn: SignedIn): Viewer {
  return signedIn.viewer ?? signedIn.asRole('public');
}

async function findPersonBySubject(tx: Tx, subject: string): Promise<{ id: PersonId; active: boolean; roles: RoleCode[] } | null> {
  const rows = await tx.query<{ id: PersonId; active: boolean; roles: RoleCode[] }[]>(
    `select p.id, p.active and o.active as active, array(select r.role from person_role r where r.person_id = p.id order by r.role) as roles
     from person p join organisation o on o.id = p.organisation_id where p.id = $1 or p.login_subject = $1`,
    [subject],
  );
  return rows[0] ?? null;
}
