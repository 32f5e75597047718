import type { AddressInfo } from 'node:net';
import type { ConfigOf, RunningProcess } from '#libs/config';
import { ensureClientKey, mirrorClient } from '#libs/identity';
import { createProvider } from './provider.js';
import { createServerFor } from './server.js';
import { providerKeys } from './signing-keys.js';

/** Listens on 127.0.0.1 only: this provider knows demo people and their passwords. */
export async function startIdp(config: ConfigOf<'idp'>): Promise<RunningProcess & { readonly port: number }> {
  await ensureClientKey(config.stateDir, mirrorClient.clientId);
  const provider = createProvider(
    { stateDir: config.stateDir, publicUrl: config.publicUrl, issuer: config.oidcIssuer },
    await providerKeys(config.stateDir),
  );
  const server = createServerFor(provider, new URL(config.publicUrl).origin);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
