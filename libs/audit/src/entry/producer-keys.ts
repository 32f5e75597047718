import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { noteKeyTypes, parseVerifierKey, type Ed25519VerifierKey } from '../note/verifier-key.js';

/** Public halves of the keys that sign receipts, as each producer has put them beside its key. */
export function producerKeys(stateDir: string): Ed25519VerifierKey[] {
  const folder = path.join(stateDir, 'keys');
  return readdirSync(folder)
    .filter((name) => /^receipt-[a-z0-9-]+\.pub$/.test(name))
    .sort()
    .flatMap((name) => {
      const key = parseVerifierKey(readFileSync(path.join(folder, name), 'utf8').trim());
      return key?.type === noteKeyTypes.ed25519 ? [key] : [];
    });
}
