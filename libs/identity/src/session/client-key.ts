import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Where the private key of a client lies; only the client itself may read it. */
export function clientKeyFile(stateDir: string, clientId: string): string {
  return path.join(stateDir, 'keys', clientId === 'cuao-gateway' ? 'oidc-client.json' : `client-${clientId}.json`);
}

/** Its public half, for the embedded identity provider; another provider is given it by its administrator. */
export function clientPublicKeyFile(stateDir: string, clientId: string): string {
  return clientKeyFile(stateDir, clientId).replace(/\.json$/, '.public.json');
}

/**
 * The ES256 key with which a client proves itself (private_key_jwt), made on first use. Safe to be called by several
 * processes at once: a file appears whole or not at all, and the first one wins.
 */
export async function ensureClientKey(stateDir: string, clientId: string): Promise<JWK> {
  const file = clientKeyFile(stateDir, clientId);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  await placeOnce(file, JSON.stringify({ ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' }));
  const key = JSON.parse(await readFile(file, 'utf8')) as JWK;
  const { d: _private, ...open } = key;
  // The identity provider runs as another OS user; who may enter the folder is settled by the folder.
  await placeOnce(clientPublicKeyFile(stateDir, clientId), JSON.stringify(open), 0o644);
  return key;
}

/** Writes beside and links into place: never overwrites, never shows half a file. */
export async function placeOnce(file: string, content: string, mode = 0o600): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, content, { mode: 0o600, flag: 'wx' });
  try {
    await chmod(beside, mode);
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside);
  }
}
