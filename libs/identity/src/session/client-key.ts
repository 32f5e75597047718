import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Where the private key of a client lies; the gateway's has the name that the start script and the documents know. */
export function clientKeyFile(stateDir: string, clientId: string): string {
  return path.join(stateDir, 'keys', clientId === 'cuao-gateway' ? 'oidc-client.json' : `client-${clientId}.json`);
}

/** Its public half, which the embedded identity provider reads; another provider is given it by its administrator. */
export function clientPublicKeyFile(stateDir: string, clientId: string): string {
  return path.join(stateDir, 'idp', 'clients', `${clientId}.json`);
}

/**
 * The ES256 key with which a client proves itself (private_key_jwt), made on first use. Safe to be called by several
 * processes at once: the file appears whole or not at all, and the first one wins.
 */
export async function ensureClientKey(stateDir: string, clientId: string): Promise<JWK> {
  const file = clientKeyFile(stateDir, clientId);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const made = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' };
  await placeOnce(file, JSON.stringify(made));
  const key = JSON.parse(await readFile(file, 'utf8')) as JWK;
  const { d: _private, ...open } = key;
  await placeOnce(clientPublicKeyFile(stateDir, clientId), JSON.stringify(open));
  return key;
}

/** Writes beside and links into place: never overwrites, never shows half a file. */
export async function placeOnce(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, content, { mode: 0o600, flag: 'wx' });
  try {
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside);
  }
}
