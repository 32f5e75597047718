// Where the log's files lie, when not below the state folder: what the worker and the gateway are told of the bucket.
import { chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const names = ['URL', 'KEY_FILE', 'REGION', 'LOCK_DAYS'].map((name) => `CUAO_LOG_STORE_${name}`);
const key = 'CUAO_LOG_STORE_KEY_FILE';

/**
 * The settings as they were given; each program says itself what is missing or wrong. Where programs have users of their own, each gets
 * the key in a file that it alone may read.
 * @returns {Record<string, string> | null} null: the files lie in the state folder
 */
export function logStoreFor(name, { place, env, users }) {
  const given = Object.fromEntries(names.filter((each) => env[each] !== undefined).map((each) => [each, env[each]]));
  if (Object.keys(given).length === 0) return null;
  if (name !== 'worker') delete given.CUAO_LOG_STORE_LOCK_DAYS;
  const own = users === null ? null : copyOf(given[key], path.join(place.state, 'keys', `bucket-${name}.key`), users[name]);
  return own === null ? given : { ...given, [key]: own };
}

function copyOf(file, to, uid) {
  try {
    const text = readFileSync(file ?? '');
    rmSync(to, { force: true });
    writeFileSync(to, text, { mode: 0o600, flag: 'wx' });
    chownSync(to, uid, uid);
    return to;
  } catch (error) {
    // The program will not find it either, and says so.
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
