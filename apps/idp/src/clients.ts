import type { ClientMetadata } from 'oidc-provider';
import { demoPeople, mirrorClient } from '#libs/identity';

export type KeyClient = ClientMetadata & { readonly client_id: string };

export const roleScopes: readonly string[] = [...new Set(demoPeople().flatMap(({ roles }) => roles))].map((role) => `role:${role}`);

/** Where the code is sent for `cuao token`, which never listens: it reads the code from the redirect itself. */
export const cliRedirect = 'http://127.0.0.1/cuao-cli';

/** Clients that prove themselves by a key (private_key_jwt). */
export function keyClients(publicUrl: string): readonly KeyClient[] {
  const byKey = { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256' } as const;
  return [
    {
      ...byKey,
      client_id: 'cuao-gateway',
      client_name: 'Cửa Ô',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [`${publicUrl}/auth/callback`],
      scope: 'openid',
    },
    {
      ...byKey,
      client_id: mirrorClient.clientId,
      client_name: 'Bản sao nhật ký của thanh tra · the inspectorate’s mirror',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      scope: mirrorClient.rights.join(' '),
    },
  ];
}

/** The command line of a demo person: nothing to prove but the code verifier. */
export const commandLineClient: KeyClient = {
  client_id: 'cuao-cli',
  client_name: 'cuao',
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: [cliRedirect],
  scope: ['openid', ...roleScopes].join(' '),
};
