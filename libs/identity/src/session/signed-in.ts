import type { PersonId, RoleCode, SessionId, Viewer } from '#libs/kernel';

/** Somebody who has signed in, as the record has them now. */
export interface SignedIn {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly way: 'BROWSER' | 'TOKEN';
  readonly displayName: string;
  readonly title: string;
  readonly signedInAt: Date;
  /** When the session ends at the latest: absolute limit, or sooner if nothing is asked for the idle time. */
  readonly expiresAt: Date;
  readonly roles: readonly RoleCode[];
  /** The person in the role of this session; null until one of several is chosen, or when the role was taken away. */
  readonly viewer: Viewer | null;
  /** The same person in a role they hold; for choosing a role and reading or ending the session only. */
  readonly asRole: (role: RoleCode) => Viewer;
}

/** A program that signed in by client credentials. It has rights, no role, and is no viewer. */
export interface MachineCaller {
  readonly clientId: string;
  readonly organisationCode: string;
  readonly rights: readonly string[];
}
