import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { UnavailableFault, type Clock } from '#libs/kernel';
import { gatewayAudience } from '../identity-settings.js';
import { hashOf } from './secret.js';

/** What is believed of a token: who, for how long, in which role; everything else is read from the record. */
export interface VerifiedToken {
  readonly subject: string;
  readonly clientId: string;
  readonly role: string | null;
  readonly scopes: readonly string[];
  /** Stands for this token in the record: hash of issuer and token id. */
  readonly tokenHash: Buffer;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

const algorithms = ['ES256', 'EdDSA', 'RS256'];
const cacheSize = 5_000;
const cacheMs = 60_000;
const longestToken = 4_096;

/**
 * Checks access tokens (RFC 9068): signature by a key of the issuer, allowed algorithm, type, issuer, audience, times.
 * A good answer is remembered for a minute at most, because a signature costs far more than looking it up.
 */
export class TokenVerifier {
  private readonly known = new Map<string, { token: VerifiedToken; until: number }>();
  private keys: ReturnType<typeof createRemoteJWKSet> | null = null;

  constructor(
    private readonly issuer: string,
    private readonly clock: Clock,
  ) {}

  /** @returns null for any token that is not good, whatever is wrong with it @throws UnavailableFault when the keys cannot be had */
  async verify(jwt: string): Promise<VerifiedToken | null> {
    if (jwt.length > longestToken) return null;
    const now = this.clock.nowMs();
    const name = hashOf(jwt).toString('base64');
    const known = this.known.get(name);
    if (known !== undefined && known.until > now) return known.token;
    const payload = await this.payloadOf(jwt);
    const token = payload === null ? null : this.tokenOf(payload);
    if (token === null) return null;
    if (this.known.size >= cacheSize) this.known.clear();
    this.known.set(name, { token, until: Math.min(now + cacheMs, token.expiresAt.getTime()) });
    return token;
  }

  private async payloadOf(jwt: string): Promise<JWTPayload | null> {
    try {
      this.keys ??= createRemoteJWKSet(await this.keysAddress(), { timeoutDuration: 2_000, cacheMaxAge: 3_600_000 });
      const options = { issuer: this.issuer, audience: gatewayAudience, algorithms, typ: 'at+jwt', currentDate: this.clock.now() };
      return (await jwtVerify(jwt, this.keys, { ...options, requiredClaims: ['sub', 'jti', 'iat', 'exp', 'client_id'] })).payload;
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC')
        throw new UnavailableFault('identity_provider', 'the keys of the identity provider cannot be had', { cause: error });
      return null;
    }
  }

  private tokenOf(payload: JWTPayload): VerifiedToken | null {
    const { sub, jti, iat, exp, client_id: clientId, role, scope } = payload;
    if (sub === undefined || jti === undefined || iat === undefined || exp === undefined || typeof clientId !== 'string') return null;
    return {
      subject: sub,
      clientId,
      role: typeof role === 'string' ? role : null,
      scopes: typeof scope === 'string' ? scope.split(' ') : [],
      tokenHash: hashOf('token', this.issuer, jti),
      issuedAt: new Date(iat * 1_000),
      expiresAt: new Date(exp * 1_000),
    };
  }

  private async keysAddress(): Promise<URL> {
    const answer = await fetch(`${this.issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(2_000),
      redirect: 'error',
    });
    if (!answer.ok) throw new Error(`discovery answered ${answer.status}`);
    const { issuer, jwks_uri: address } = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (issuer !== this.issuer || typeof address !== 'string') throw new Error('discovery names another issuer or no keys');
    return new URL(address);
  }
}
