// The city's own processes: what each is told, and no more than it needs.
import path from 'node:path';

/** Variables of the starter that any program may see. Everything else (secrets of whoever started us) stays behind. */
const passedOn = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NO_COLOR'];

export function plainEnvironment(env = process.env) {
  const kept = Object.fromEntries(passedOn.filter((name) => env[name] !== undefined).map((name) => [name, env[name]]));
  return { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/nonexistent', NODE_ENV: 'production', ...kept };
}

export const internalPorts = { edge: 7401, idp: 7402, witness: 7403, worker: 7404 };
export const usualPort = 7400;
export const logOrigin = 'audit.hanoi.example/footage-access/1/2026h2';
export const clientId = 'cuao-gateway';

/**
 * Environment of each process (the names are libs/config's).
 * @param city {place, ports, databaseUrls: {gateway, worker, edge}, redisUrl, ffmpeg, font, oidc: {issuer, clientId} | null for the embedded provider,
 *   tsa: the worker's settings of a time-stamping authority, as they were given, logStore: (name) => the settings of a bucket for the log's files or null}
 */
export function environments({ place, ports, databaseUrls, redisUrl, ffmpeg, font, oidc, tsa = {}, logStore = () => null }) {
  const local = (name) => `http://127.0.0.1:${ports[name]}`;
  const issuer = oidc?.issuer ?? local('idp');
  const demo = oidc === null ? { CUAO_DEMO: '1' } : {};
  const common = { CUAO_STATE_DIR: place.state, CUAO_LOG_ORIGIN: logOrigin };
  const listens = (name) => ({ CUAO_PORT: String(ports[name]) });
  const records = (name) => ({ DATABASE_URL: databaseUrls[name], CUAO_PRODUCER: `${name}-1`, CUAO_POLICY_DIR: place.policies });
  const doorbell = { REDIS_URL: redisUrl, CUAO_QUEUE_PREFIX: 'cuao' };
  const log = (name) => ({ ...(logStore(name) ?? { CUAO_LOG_DIR: place.log }), CUAO_LOG_POLICY_FILE: place.logPolicy });
  const signer = { CUAO_SIGNER_SOCKET: place.signerSocket };
  const client = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: oidc?.clientId ?? clientId };
  const addresses = { CUAO_PUBLIC_URL: local('gateway'), CUAO_EDGE_URL: local('edge') };
  return {
    signer: { ...common, ...signer, CUAO_SIGNER_DIR: place.signer },
    witness: { ...common, ...listens('witness'), CUAO_WITNESS_DIR: place.witness, CUAO_LOG_VKEY_FILE: place.logVkey },
    idp: { ...common, ...listens('idp'), ...client, ...demo, CUAO_PUBLIC_URL: local('gateway') },
    worker: { ...common, ...listens('worker'), ...records('worker'), ...doorbell, ...log('worker'), ...signer, ...tsa },
    gateway: {
      ...common,
      ...listens('gateway'),
      ...records('gateway'),
      ...doorbell,
      ...log('gateway'),
      ...client,
      ...addresses,
      ...demo,
      CUAO_PORTAL_DIR: place.portal,
      CUAO_VERIFIER_DIR: place.verifier,
    },
    edge: {
      ...common,
      ...listens('edge'),
      ...records('edge'),
      ...addresses,
      CUAO_FFMPEG: ffmpeg,
      CUAO_VIRTUAL_CLIP: place.clip,
      ...(font === null ? {} : { CUAO_FONT: font }),
    },
  };
}

/** One process of ours as a program for `Child`. */
export function nodeProgram(place, name, environment, env = process.env) {
  return {
    name,
    command: process.execPath,
    args: [path.join(place.root, `dist/apps/${name}/src/main.js`)],
    env: { ...plainEnvironment(env), ...environment },
    cwd: place.root,
    logFile: path.join(place.logs, `${name}.log`),
  };
}
