import { importJWK } from 'jose';
import * as oidc from 'openid-client';
import { UnavailableFault } from '#libs/kernel';
import type { IdentitySettings } from '../identity-settings.js';
import { ensureClientKey } from './client-key.js';

/** What a sign-in must come back with. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** The gateway as a client of the identity provider: code + PKCE, proving itself by private_key_jwt. */
export class OidcClient {
  private configuration: Promise<oidc.Configuration> | null = null;

  constructor(private readonly settings: IdentitySettings) {}

  newChecks(): SignInChecks {
    return { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
  }

  /** `prompt=login`: the provider asks who is there even if somebody signed in from this browser before. */
  async authorizationUrl({ state, nonce, codeVerifier }: SignInChecks): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: this.redirectUri(),
      scope: 'openid',
      prompt: 'login',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Exchanges the code. @param query of the callback, as it came
   * @returns `sub` of the person, or null when the provider refused or the answer does not fit what was asked
   */
  async subjectOf(query: string, checks: SignInChecks): Promise<string | null> {
    const configuration = await this.discovered();
    const address = new URL(`${this.redirectUri()}?${query}`);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, address, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      return tokens.claims()?.sub ?? null;
    } catch (error) {
      if (isUnreachable(error)) throw this.unavailable(error);
      return null;
    }
  }

  redirectUri(): string {
    return `${this.settings.publicUrl}/auth/callback`;
  }

  /** Asked on first use, so that the gateway starts and serves who is signed in while the provider is away. */
  private async discovered(): Promise<oidc.Configuration> {
    this.configuration ??= this.discover();
    try {
      return await this.configuration;
    } catch (error) {
      this.configuration = null;
      throw this.unavailable(error);
    }
  }

  private async discover(): Promise<oidc.Configuration> {
    const jwk = await ensureClientKey(this.settings.stateDir, this.settings.oidcClientId);
    const key = await importJWK(jwk, 'ES256');
    if (key instanceof Uint8Array) throw new TypeError('the client key is not an asymmetric key');
    const proof = oidc.PrivateKeyJwt({ key, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) });
    const issuer = new URL(this.settings.oidcIssuer);
    return oidc.discovery(issuer, this.settings.oidcClientId, { id_token_signed_response_alg: 'ES256' }, proof, {
      timeout: 3,
      // Plain http only to the identity provider of the demo city, which listens on this machine.
      execute: issuer.protocol === 'http:' && isLoopback(issuer) ? [oidc.allowInsecureRequests] : [],
    });
  }

  private unavailable(cause: unknown): UnavailableFault {
    return new UnavailableFault('identity_provider', `the identity provider ${this.settings.oidcIssuer} does not answer`, { cause });
  }
}

function isLoopback(url: URL): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}

/** Did the provider not answer (then try again), or did it answer no? The network's own error lies below the client's. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (
    error.message === 'fetch failed'
    || error.name === 'TimeoutError'
    || code === 'OAUTH_TIMEOUT'
    || /^E(CONN|PIPE|HOSTUNREACH)/.test(code)
  )
    return true;
  return isUnreachable(error.cause);
}
