import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock } from '#libs/kernel';
import { IdentitySettings } from '../identity-settings.js';
import { OidcClient } from './oidc-client.js';
import { hashOf, newSecret } from './secret.js';
import { Sessions, type Arrival } from './sessions.service.js';

/** How long somebody may take at the identity provider. */
const attemptMinutes = 10;

export type SignInOutcome =
  | { kind: 'signed_in'; secret: string; returnTo: string }
  /** The answer belongs to no sign-in of this browser, was used before, or came too late. */
  | { kind: 'not_expected' }
  /** The provider said no. */
  | { kind: 'not_authenticated' }
  /** The provider knows the person, the record does not. */
  | { kind: 'not_in_record' };

/** Sign-in of a browser: away to the identity provider and back, once. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly oidc: OidcClient,
    private readonly sessions: Sessions,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  /** @returns where to send the browser, and the secret that ties the answer to it */
  async begin(returnTo: string, browserSecret: string | null): Promise<{ url: URL; browserSecret: string }> {
    const checks = this.oidc.newChecks();
    const url = await this.oidc.authorizationUrl(checks);
    const secret = browserSecret ?? newSecret();
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.query('delete from sign_in_attempt where expires_at < $1', [now]);
      await tx.query(
        `insert into sign_in_attempt (state_hash, browser_hash, nonce, code_verifier, return_to, expires_at) values ($1, $2, $3, $4, $5, $6)`,
        [
          hashOf('state', checks.state),
          hashOf('browser', secret),
          checks.nonce,
          checks.codeVerifier,
          this.localPath(returnTo),
          new Date(now.getTime() + attemptMinutes * 60_000),
        ],
      );
    });
    return { url, browserSecret: secret };
  }

  /** @param query of the callback, without the question mark */
  async complete(query: string, browserSecret: string | null, arrival: Arrival): Promise<SignInOutcome> {
    const state = new URLSearchParams(query).get('state');
    if (state === null || browserSecret === null) return { kind: 'not_expected' };
    const attempt = await this.takeOut(state, browserSecret);
    if (attempt === null) return { kind: 'not_expected' };
    const subject = await this.oidc.subjectOf(query, { state, nonce: attempt.nonce, codeVerifier: attempt.codeVerifier });
    if (subject === null) return { kind: 'not_authenticated' };
    const begun = await this.sessions.begin(subject, arrival);
    return begun.kind === 'begun' ? { kind: 'signed_in', secret: begun.secret, returnTo: attempt.returnTo } : { kind: 'not_in_record' };
  }

  /** Deleting is taking: of two callbacks with one state, one finds nothing. */
  private async takeOut(state: string, browserSecret: string): Promise<{ nonce: string; codeVerifier: string; returnTo: string } | null> {
    return this.db.transaction(async (tx) => {
      const [rows] = await tx.query<[{ nonce: string; codeVerifier: string; returnTo: string }[], number]>(
        `delete from sign_in_attempt where state_hash = $1 and browser_hash = $2 and expires_at > $3
         returning nonce, code_verifier as "codeVerifier", return_to as "returnTo"`,
        [hashOf('state', state), hashOf('browser', browserSecret), this.clock.now()],
      );
      return rows[0] ?? null;
    });
  }

  /** Only places of our own: a sign-in must not end at somebody else's page. */
  private localPath(asked: string): string {
    const here = new URL(this.settings.publicUrl);
    if (!asked.startsWith('/') || asked.length > 500 || !URL.canParse(asked, here.href)) return '/';
    const target = new URL(asked, here.href);
    return target.origin === here.origin ? `${target.pathname}${target.search}` : '/';
  }
}
