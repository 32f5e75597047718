import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { placeOnce } from '#libs/identity';

export interface ProviderKeys {
  readonly jwks: { readonly keys: JWK[] };
  readonly cookieKeys: string[];
}

/** Made once and kept below `<state>/idp`, so that tokens outlive a restart. @returns private keys: they go nowhere but the provider */
export async function providerKeys(stateDir: string): Promise<ProviderKeys> {
  const file = path.join(stateDir, 'idp', 'keys.json');
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' };
  await placeOnce(file, JSON.stringify({ jwks: { keys: [jwk] }, cookieKeys: [randomBytes(32).toString('base64url')] }));
  return JSON.parse(await readFile(file, 'utf8')) as ProviderKeys;
}
