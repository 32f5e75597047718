import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeJwt, importJWK, SignJWT, type JWK } from 'jose';
import { clientKeyFile, gatewayAudience } from '#libs/identity';
import { SystemClock } from '#libs/kernel';

/** The identity provider said no: no such role, no such client. */
export class TokenRefused extends Error {}

const redirect = 'http://127.0.0.1/cuao-cli';
const timeoutMs = 10_000;

/** The demo city's identity provider as a program sees it: the same sign-in page, filled in without a browser. */
export class DemoProvider {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  /** Code + PKCE, through the page. @throws TokenRefused */
  async personToken(key: string, role: string | undefined): Promise<string> {
    const verifier = randomBytes(32).toString('base64url');
    const state = randomBytes(16).toString('base64url');
    const question = new URLSearchParams({
      client_id: 'cuao-cli',
      redirect_uri: redirect,
      response_type: 'code',
      scope: role === undefined ? 'openid' : `openid role:${role}`,
      resource: gatewayAudience,
      state,
      nonce: randomBytes(16).toString('base64url'),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const answer = await this.followToCode(`${this.issuer}/auth?${question.toString()}`, key);
    const code = answer.get('code');
    if (code === null || answer.get('state') !== state) throw refused(role, answer.get('error'));
    const token = await this.token({
      grant_type: 'authorization_code',
      client_id: 'cuao-cli',
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
      resource: gatewayAudience,
    });
    // A scope that the provider does not know is left out without a word.
    if (role !== undefined && decodeJwt(token)['role'] !== role) throw refused(role, 'invalid_scope');
    return token;
  }

  /** With the key that the demo city made for this client. @throws TokenRefused when there is no such client, or its key is not ours to read */
  async machineToken(stateDir: string, clientId: string): Promise<string> {
    if (!/^[a-z][a-z0-9-]{0,60}$/.test(clientId)) throw new TokenRefused('tên máy không hợp lệ · not a client name');
    return this.tokenByKey(clientKeyFile(stateDir, clientId), clientId);
  }

  /** Client credentials with private_key_jwt. @param keyFile the client's ES256 key as a JWK @throws TokenRefused */
  async tokenByKey(keyFile: string, clientId: string): Promise<string> {
    const jwk = JSON.parse(await readFile(keyFile, 'utf8').catch(() => 'null')) as JWK | null;
    if (jwk === null) throw new TokenRefused(`không đọc được khóa của \`${clientId}\` · the key of \`${clientId}\` cannot be read`);
    const now = Math.floor(new SystemClock().nowMs() / 1_000);
    const assertion = await new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES256', ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(this.issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(await importJWK(jwk, 'ES256'));
    return this.token({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      resource: gatewayAudience,
      scope: 'log.entries',
    });
  }

  private async followToCode(start: string, key: string): Promise<URLSearchParams> {
    let address = start;
    for (let step = 0; step < 10; step += 1) {
      const page = await this.ask(address);
      const next = page.headers.get('location');
      if (next === null) {
        const form = /action="(\/interaction\/[^"]+\/login)"/.exec(await page.text())?.[1];
        if (form === undefined) throw new TokenRefused('trang đăng nhập từ chối yêu cầu · the sign-in page refuses the request');
        const posted = await this.ask(`${this.issuer}${form}`, new URLSearchParams({ username: key, password: key }));
        address = new URL(posted.headers.get('location') ?? '', `${this.issuer}/`).href;
        if (address.includes('?wrong')) throw new TokenRefused('tên hoặc mật khẩu chưa đúng · the user name or the password is not right');
      } else address = new URL(next, address).href;
      if (address.startsWith(redirect)) return new URL(address).searchParams;
    }
    throw new Error('too many redirects');
  }

  private async ask(url: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: cookie === '' ? {} : { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  private async token(form: Readonly<Record<string, string>>): Promise<string> {
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = (await answer.json()) as { readonly access_token?: string; readonly error?: string; readonly error_description?: string };
    if (body.access_token === undefined)
      throw new TokenRefused(`không được cấp mã · no token: ${body.error ?? answer.status} ${body.error_description ?? ''}`.trim());
    return body.access_token;
  }
}

function refused(role: string | undefined, error: string | null): TokenRefused {
  if (role !== undefined && (error === 'access_denied' || error === 'invalid_scope'))
    return new TokenRefused(`người này không giữ vai trò \`${role}\` · this person does not hold the role \`${role}\``);
  return new TokenRefused(`không đăng nhập được · not signed in: ${error ?? 'no code'}`);
}
