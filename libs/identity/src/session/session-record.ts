import { GroupRead, planned, type Database, type Tx } from '#libs/database';
import type { InspectionDecisionId, OrganisationId, OrganisationKind, PersonId, RoleCode, SessionId, Viewer } from '#libs/kernel';
import type { SignedIn } from './signed-in.js';

/** A session with its person and organisation, as one query reads them. */
export interface SessionRecord {
  /** Hash of the cookie's secret or of the token's name, hex. */
  readonly tokenHash: string;
  readonly sessionId: SessionId;
  readonly role: RoleCode | null;
  readonly way: 'BROWSER' | 'TOKEN';
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly title: string;
  readonly personFunctions: readonly string[];
  readonly mfaLevel: number;
  readonly trainingValidTo: Date | null;
  readonly active: boolean;
  readonly version: number;
  readonly organisationId: OrganisationId;
  readonly organisationCode: string;
  readonly organisationKind: OrganisationKind;
  readonly organisationName: string;
  readonly unitCode: string | null;
  readonly organisationFunctions: readonly string[];
  readonly roles: readonly RoleCode[];
}

/** Official code of Hà Nội: the area of a body that serves the whole city. */
const cityCode = '01';

const recordOf = (condition: string): string => `
  select encode(s.token_hash, 'hex') as "tokenHash", s.id as "sessionId", s.role, s.way, s.signed_in_at as "signedInAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
    s.ended_at as "endedAt", p.id as "personId", p.display_name as "displayName", p.title, p.functions as "personFunctions",
    p.mfa_level as "mfaLevel", p.training_valid_to as "trainingValidTo", p.active and o.active as active, p.version,
    o.id as "organisationId", o.code as "organisationCode", o.org_kind as "organisationKind", o.name_vi as "organisationName",
    o.unit_code as "unitCode", o.functions as "organisationFunctions",
    array(select r.role from person_role r where r.person_id = p.id order by r.role) as roles
  from session s join person p on p.id = s.person_id join organisation o on o.id = p.organisation_id
  where ${condition}`;

const byTokenHashes = recordOf('s.token_hash = any($1::bytea[])');
const byId = recordOf('s.id = $1');

/** By the hash of what the caller holds, hex: every request asks for one, so those of a moment are asked for together. */
export function recordsByTokenHash(db: Database): GroupRead<SessionRecord> {
  return new GroupRead({
    keyOf: ({ tokenHash }) => tokenHash,
    read: (hashes) => db.read((tx) => planned<SessionRecord>(tx, byTokenHashes, [hashes.map((hash) => Buffer.from(hash, 'hex'))])),
  });
}

export async function findRecordById(tx: Tx, id: SessionId): Promise<SessionRecord | null> {
  return (await tx.query<SessionRecord[]>(byId, [id]))[0] ?? null;
}

/** The record as somebody who asks from an address. A role that the person no longer holds leaves them without a viewer. */
export function signedInOf(
  record: SessionRecord,
  idleLimitMs: number,
  sourceAddress: string,
  inspectionIds: readonly InspectionDecisionId[],
): SignedIn {
  const asRole = (role: RoleCode): Viewer => ({
    personId: record.personId,
    sessionId: record.sessionId,
    displayName: record.displayName,
    organisationId: record.organisationId,
    organisationCode: record.organisationCode,
    organisationKind: record.organisationKind,
    organisationName: record.organisationName,
    unitId: record.unitCode,
    areaCodes: [record.unitCode ?? cityCode],
    title: record.title,
    role,
    functions: [...new Set([...record.organisationFunctions, ...record.personFunctions])],
    inspectionIds,
    mfaLevel: record.mfaLevel,
    trainingValidTo: record.trainingValidTo?.toISOString() ?? null,
    sourceAddress,
    version: record.version,
  });
  const held = record.role !== null && record.roles.includes(record.role) ? record.role : null;
  const idleEnd = record.lastSeenAt.getTime() + idleLimitMs;
  return {
    sessionId: record.sessionId,
    personId: record.personId,
    way: record.way,
    displayName: record.displayName,
    title: record.title,
    signedInAt: record.signedInAt,
    expiresAt: record.way === 'TOKEN' ? record.expiresAt : new Date(Math.min(record.expiresAt.getTime(), idleEnd)),
    roles: record.roles,
    viewer: held === null ? null : asRole(held),
    asRole,
  };
}
