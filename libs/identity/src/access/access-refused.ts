/** Codes with which the guard refuses; the gateway gives each its words and its status. */
export type AccessRefusal = 'UNAUTHENTICATED' | 'SESSION_REVOKED' | 'ROLE_NOT_CHOSEN' | 'FORBIDDEN';

/** The caller's role may not even try. Thrown by the guard only; a refusal by the regulation is a result with reasons. */
export class AccessRefused extends Error {
  constructor(readonly code: AccessRefusal) {
    super(code);
    this.name = 'AccessRefused';
  }
}
