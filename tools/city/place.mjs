// Where everything of one city lies.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A unix socket's path may have 107 bytes; Node refuses a longer one. */
const socketLimit = 100;

/**
 * @param root the checkout
 * @param env CUAO_STATE_DIR moves the state folder elsewhere
 */
export function placeOf(root = checkout, env = process.env) {
  const state = path.resolve(root, env.CUAO_STATE_DIR ?? '.cuao');
  const hash = createHash('sha256').update(state).digest('hex').slice(0, 10);
  const below = (name) => path.join(state, name);
  return {
    root,
    state,
    hash,
    record: below('run.json'),
    ports: below('ports.json'),
    secrets: below('database.json'),
    pg: below('pg'),
    redis: below('redis'),
    tools: below('tools'),
    log: below('log'),
    signer: below('signer'),
    witness: below('witness'),
    receipts: below('receipts'),
    media: below('media'),
    keys: below('keys'),
    idp: below('idp'),
    mirror: below('mirror'),
    handed: below('handed'),
    logs: below('logs'),
    clip: below('media/virtual.mp4'),
    logPolicy: below('log-policy.json'),
    logVkey: below('log.vkey'),
    control: shortSocket(state, hash, 'control.sock'),
    signerSocket: shortSocket(state, hash, 'signer/signer.sock'),
    policies: path.join(root, 'policies/bundle'),
    portal: path.join(root, 'dist/portal'),
    verifier: path.join(root, 'dist/verify'),
    cli: path.join(root, 'dist/apps/cli/src/main.js'),
  };
}

/** In the state folder, or, where that lies too deep for a socket, in a folder of this city's own below /tmp. */
function shortSocket(state, hash, name) {
  const wanted = path.join(state, name);
  return Buffer.byteLength(wanted) <= socketLimit ? wanted : path.join('/tmp', `cuao-${hash}`, name);
}
