import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database, type GroupRead, type Tx } from '#libs/database';
import { Clock, type InspectionDecisionId, type RoleCode, type SessionId, type Viewer } from '#libs/kernel';
import { IdentitySettings } from '../identity-settings.js';
import { findRecordById, recordsByTokenHash, signedInOf, type SessionRecord } from './session-record.js';
import { hashOf } from './secret.js';
import { Sessions } from './sessions.service.js';
import type { MachineCaller, SignedIn } from './signed-in.js';
import { TokenVerifier, type VerifiedToken } from './token-verifier.js';
import { inspectionRoles, ViewerInspections } from './viewer-inspections.js';

export type Caller = { kind: 'person'; signedIn: SignedIn } | { kind: 'machine'; machine: MachineCaller };

/** A session is marked as seen at most this often, so that reading does not write every time. */
const seenEveryMs = 20_000;

/**
 * Who is asking. Token and cookie only say which row to read: whether the person is active, still holds the role,
 * and where they work is read from the record at every request.
 */
@Injectable()
export class Viewers implements OnModuleInit {
  private readonly records: GroupRead<SessionRecord>;
  private inspections: ViewerInspections | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly tokens: TokenVerifier,
    private readonly modules: ModuleRef,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {
    this.records = recordsByTokenHash(db);
  }

  onModuleInit(): void {
    try {
      this.inspections = this.modules.get(ViewerInspections, { strict: false });
    } catch {
      this.inspections = null;
    }
  }

  /** @returns null when the session is unknown, has ended, was idle too long, or its person is no longer active */
  async bySession(secret: string, sourceAddress: string): Promise<SignedIn | null> {
    const record = await this.records.find(hashOf('session', secret).toString('hex'));
    if (record === null || record.way !== 'BROWSER' || !this.runs(record)) return null;
    return this.db.read(async (tx) => {
      await this.markSeen(tx, record);
      return this.signedIn(tx, record, sourceAddress);
    });
  }

  /** @returns null for every token that is not good, and for one whose person or client is not in the record any more */
  async byToken(jwt: string, sourceAddress: string): Promise<Caller | null> {
    const token = await this.tokens.verify(jwt);
    if (token === null) return null;
    if (token.subject === token.clientId) return this.machine(token);
    const record = (await this.recordOf(token)) ?? (await this.begunRecordOf(token, sourceAddress));
    if (record === null || !this.runs(record)) return null;
    return { kind: 'person', signedIn: await this.db.read((tx) => this.signedIn(tx, record, sourceAddress)) };
  }

  /** The viewer of a running session, for work that began in it and goes on elsewhere; null once it has ended. */
  async ofSession(tx: Tx, id: SessionId, sourceAddress: string): Promise<Viewer | null> {
    const record = await findRecordById(tx, id);
    if (record === null || !this.runs(record)) return null;
    return (await this.signedIn(tx, record, sourceAddress)).viewer;
  }

  private recordOf(token: VerifiedToken): Promise<SessionRecord | null> {
    return this.records.find(token.tokenHash.toString('hex'));
  }

  private async begunRecordOf(token: VerifiedToken, sourceAddress: string): Promise<SessionRecord | null> {
    const role = token.role as RoleCode | null;
    await this.sessions.beginToken(token.subject, role, token.tokenHash, token.issuedAt, token.expiresAt, sourceAddress);
    return this.recordOf(token);
  }

  private runs(record: SessionRecord): boolean {
    const now = this.clock.nowMs();
    if (!record.active || record.endedAt !== null || record.expiresAt.getTime() <= now) return false;
    return record.way === 'TOKEN' || record.lastSeenAt.getTime() + this.settings.sessionIdleMinutes * 60_000 > now;
  }

  private async markSeen(tx: Tx, record: SessionRecord): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - record.lastSeenAt.getTime() < seenEveryMs) return;
    await tx.query('update session set last_seen_at = $2 where id = $1 and ended_at is null and last_seen_at < $2', [
      record.sessionId,
      now,
    ]);
  }

  private async signedIn(tx: Tx, record: SessionRecord, sourceAddress: string): Promise<SignedIn> {
    let inspectionIds: readonly InspectionDecisionId[] = [];
    if (record.role !== null && inspectionRoles.has(record.role) && this.inspections !== null)
      inspectionIds = await this.inspections.idsOf(tx, record.personId, this.clock.now());
    return signedInOf(record, this.settings.sessionIdleMinutes * 60_000, sourceAddress, inspectionIds);
  }

  private async machine(token: VerifiedToken): Promise<Caller | null> {
    const rows = await this.db.query<MachineCaller>(
      `select m.client_id as "clientId", o.code as "organisationCode", m.rights
       from machine_client m join organisation o on o.id = m.organisation_id where m.client_id = $1 and m.active and o.active`,
      [token.clientId],
    );
    const known = rows[0];
    if (known === undefined) return null;
    return { kind: 'machine', machine: { ...known, rights: known.rights.filter((right) => token.scopes.includes(right)) } };
  }
}
