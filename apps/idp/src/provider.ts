import Provider, { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { demoPeople, demoPersonId, gatewayAudience, mirrorClient } from '#libs/identity';
import { describeError, logLine } from '#libs/kernel';
import { commandLineClient, roleScopes } from './clients.js';
import { errorPage } from './pages.js';
import type { ProviderKeys } from './signing-keys.js';
import { Memory, MemoryAdapter } from './store.js';

export interface IdpSettings {
  readonly stateDir: string;
  readonly publicUrl: string;
  readonly issuer: string;
}

const accessTokenSeconds = 3_600;

const rolesOf = (accountId: string): readonly string[] => demoPeople().find(({ key }) => demoPersonId(key) === accountId)?.roles ?? [];

/**
 * The identity provider of the demo city: code + PKCE for people, client credentials for machines, JWT access tokens
 * (RFC 9068) for the resource `urn:cuao:gateway`. No refresh tokens, no dynamic registration, no session to silently reuse.
 */
export function createProvider(settings: IdpSettings, keys: ProviderKeys): Provider {
  const memory = new Memory();
  const provider = new Provider(settings.issuer, {
    ...protocol,
    adapter: (model: string) => new MemoryAdapter(model, memory, settings),
    clients: [commandLineClient],
    jwks: keys.jwks as Configuration['jwks'],
    cookies: { keys: keys.cookieKeys, long: { sameSite: 'lax', httpOnly: true }, short: { sameSite: 'lax', httpOnly: true } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => (rolesOf(id).length === 0 ? undefined : { accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: grantWhatIsHeld,
    extraTokenClaims: (ctx, token) => roleClaim(ctx, token),
    renderError: (ctx) => {
      const nonce = ctx.state['nonce'] as string;
      ctx.type = 'html';
      ctx.body = errorPage(nonce);
    },
  });
  provider.on('authorization.error', (_ctx, error) => logLine('warn', 'idp', 'authorization refused', { error: describeError(error) }));
  provider.on('grant.error', (_ctx, error) => logLine('warn', 'idp', 'grant refused', { error: describeError(error) }));
  provider.on('server_error', (_ctx, error) => logLine('error', 'idp', 'failed', { error: describeError(error) }));
  return provider;
}

const protocol: Configuration = {
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: (_ctx, client) => (client?.clientId === 'cuao-gateway' ? [] : gatewayAudience),
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource, client) => {
        if (resource !== gatewayAudience) throw new errors.InvalidTarget();
        return {
          scope: client.clientId === mirrorClient.clientId ? mirrorClient.rights.join(' ') : roleScopes.join(' '),
          audience: gatewayAudience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessTokenSeconds,
          jwt: { sign: { alg: 'ES256' } },
        };
      },
    },
  },
  claims: { openid: ['sub'] },
  scopes: ['openid', ...roleScopes, ...mirrorClient.rights],
  responseTypes: ['code'],
  pkce: { required: () => true },
  clientAuthMethods: ['private_key_jwt', 'none'],
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256'] },
  issueRefreshToken: () => false,
  ttl: {
    AuthorizationCode: 60,
    Interaction: 600,
    Session: 600,
    Grant: 600,
    IdToken: 300,
    AccessToken: accessTokenSeconds,
    ClientCredentials: accessTokenSeconds,
  },
};

/** The clients are the city's own, so nobody is asked for consent; a role that the person does not hold is not given. */
async function grantWhatIsHeld(ctx: KoaContextWithOIDC) {
  const { provider, session, client } = ctx.oidc;
  if (session?.accountId === undefined || client === undefined) return undefined;
  const held = rolesOf(session.accountId).map((role) => `role:${role}`);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(['openid', ...held].join(' '));
  grant.addResourceScope(gatewayAudience, held.join(' '));
  await grant.save();
  return grant;
}

/** One role a token: the one that was asked for, or the only one there is. */
function roleClaim(
  _ctx: KoaContextWithOIDC,
  token: { readonly kind: string; readonly scope?: string; readonly accountId?: string },
): { role: string } | undefined {
  if (token.kind !== 'AccessToken' || token.accountId === undefined) return undefined;
  const held = rolesOf(token.accountId);
  const asked = (token.scope ?? '').split(' ').flatMap((scope) => (scope.startsWith('role:') ? [scope.slice('role:'.length)] : []));
  const role = asked.length === 0 && held.length === 1 ? held[0] : asked.length === 1 ? asked[0] : undefined;
  return role !== undefined && held.includes(role) ? { role } : undefined;
}
