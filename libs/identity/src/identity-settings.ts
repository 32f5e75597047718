/** What a process must say to use identity; the values come from its configuration. */
export interface IdentitySettings {
  readonly stateDir: string;
  readonly publicUrl: string;
  readonly oidcIssuer: string;
  readonly oidcClientId: string;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
}

export const IdentitySettings = Symbol('IdentitySettings');

/** Resource (RFC 8707) that access tokens must be made for. */
export const gatewayAudience = 'urn:cuao:gateway';
