import type { PersonId, RoleCode, SessionId, Viewer } from '#libs/kernel';
import type { SessionWay } from './session.entity.js';

/** Somebody who has signed in, as the record has them now; `viewer` is null until one of the held roles is chosen. */
export interface SignedIn {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly way: SessionWay;
  readonly signedInAt: Date;
  readonly expiresAt: Date;
  /** The sign-in before this one, so that people notice one that was not theirs. */
  readonly lastSignInAt: Date | null;
  readonly roles: readonly RoleCode[];
  readonly viewer: Viewer | null;
  /** The same person in any role they hold; only choosing a role and reading or ending the session may use it. */
  readonly asRole: (role: RoleCode) => Viewer;
}

/** A program that signed in by client credentials. It has rights, no role, and is no viewer. */
export interface MachineCaller {
  readonly clientId: string;
  readonly organisationCode: string;
  readonly rights: readonly string[];
}
