import { randomBytes, randomUUID } from 'node:crypto';

declare const brand: unique symbol;
/** A string that cannot be passed where another kind of id is asked for. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type OrganisationId = Branded<'OrganisationId'>;
export type PersonId = Branded<'PersonId'>;
export type SessionId = Branded<'SessionId'>;
export type UnitId = Branded<'UnitId'>;
export type CameraSystemId = Branded<'CameraSystemId'>;
export type CameraId = Branded<'CameraId'>;
export type RequestId = Branded<'RequestId'>;
export type SignedDecisionId = Branded<'SignedDecisionId'>;
export type GrantId = Branded<'GrantId'>;
export type PlaybackSessionId = Branded<'PlaybackSessionId'>;
export type DecisionId = Branded<'DecisionId'>;
export type EntryId = Branded<'EntryId'>;
export type InspectionDecisionId = Branded<'InspectionDecisionId'>;

/** Type prefix → branded id; one opaque string outside, `<prefix>_<uuid>`. */
export interface IdKinds {
  org: OrganisationId;
  per: PersonId;
  ses: SessionId;
  unt: UnitId;
  sys: CameraSystemId;
  cam: CameraId;
  req: RequestId;
  dcn: SignedDecisionId;
  grt: GrantId;
  pls: PlaybackSessionId;
  dec: DecisionId;
  ent: EntryId;
  ins: InspectionDecisionId;
}
export type IdPrefix = keyof IdKinds;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A random id; time-ordered ones (`newIdV7`) are for entries and decisions only, because their time is no secret. */
export function newId<P extends IdPrefix>(prefix: P): IdKinds[P] {
  return `${prefix}_${randomUUID()}` as IdKinds[P];
}

/** UUIDv7 (RFC 9562 §5.7) from the given instant in milliseconds. */
export function newIdV7<P extends 'ent' | 'dec'>(prefix: P, atMs: number): IdKinds[P] {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${formatUuid(bytes)}` as IdKinds[P];
}

/** When a time-ordered id was given; null for one of another make. */
export function instantOfId(id: EntryId | DecisionId): Date | null {
  const hex = id.slice(id.indexOf('_') + 1).replaceAll('-', '');
  return hex[12] === '7' ? new Date(Number.parseInt(hex.slice(0, 12), 16)) : null;
}

/** A fixed id for reference and demo data: the same bytes give the same id on every machine. */
export function idFromBytes<P extends IdPrefix>(prefix: P, sixteen: Uint8Array): IdKinds[P] {
  const bytes = Buffer.from(sixteen.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${formatUuid(bytes)}` as IdKinds[P];
}

/** Returns the id if the text has its form, otherwise null; says nothing about whether the thing exists. */
export function parseId<P extends IdPrefix>(prefix: P, text: string): IdKinds[P] | null {
  return text.startsWith(`${prefix}_`) && uuidPattern.test(text.slice(prefix.length + 1)) ? (text as IdKinds[P]) : null;
}

function formatUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
