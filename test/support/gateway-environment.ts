import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './own-servers.js';
import type { TestServices } from './services.js';

export interface GatewayPlace {
  readonly services: Pick<TestServices, 'databaseUrl' | 'redisUrl' | 'queuePrefix' | 'stateDir'>;
  readonly port: number;
  readonly idpUrl: string;
  readonly producer: string;
  readonly edgeUrl: string;
}

export const portalPage =
  '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/app-1.mjs"></script><style nonce="__CSP_NONCE__"></style>';

/** What a gateway and the identity provider in front of it are told, with a small portal in place of the built one. */
export function gatewayEnvironment({ services, port, idpUrl, producer, edgeUrl }: GatewayPlace): Record<string, string> {
  const { databaseUrl, redisUrl, queuePrefix, stateDir } = services;
  return {
    CUAO_STATE_DIR: stateDir,
    CUAO_PUBLIC_URL: `http://127.0.0.1:${port}`,
    OIDC_ISSUER: idpUrl,
    OIDC_CLIENT_ID: 'cuao-gateway',
    CUAO_PORT: String(port),
    CUAO_EDGE_URL: edgeUrl,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    CUAO_QUEUE_PREFIX: queuePrefix,
    CUAO_PRODUCER: producer,
    CUAO_POLICY_DIR: path.join(root, 'policies/bundle'),
    CUAO_LOG_DIR: path.join(stateDir, 'log'),
    CUAO_LOG_POLICY_FILE: path.join(stateDir, 'log-policy.json'),
    CUAO_PORTAL_DIR: smallPortal(stateDir),
    CUAO_VERIFIER_DIR: path.join(root, 'dist/verify'),
  };
}

/** For the provider itself, which answers at the port of `idpUrl`. */
export function idpEnvironment(gateway: Readonly<Record<string, string>>): Record<string, string> {
  const { CUAO_STATE_DIR = '', CUAO_PUBLIC_URL = '', OIDC_ISSUER = '', OIDC_CLIENT_ID = '' } = gateway;
  return { CUAO_STATE_DIR, CUAO_PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, CUAO_PORT: new URL(OIDC_ISSUER).port };
}

/** What the portal's build leaves behind, in small. */
function smallPortal(stateDir: string): string {
  const folder = path.join(stateDir, 'portal');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), portalPage);
  writeFileSync(path.join(folder, 'assets/app-1.mjs'), `export const words = '${'dài '.repeat(600)}';\n`);
  writeFileSync(path.join(folder, 'trusted-documents.json'), '{}');
  return folder;
}
