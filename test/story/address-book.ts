import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the running system answers the public. The story knows nothing else of it: no database, no Redis, no key. */
export interface AddressBook {
  /** Portal and API, e.g. `http://127.0.0.1:7400`. */
  readonly gateway: string;
  readonly edge: string;
  readonly idp: string;
  readonly witness: string;
  /** Of this checkout; the fault command and the policy file of an outsider lie there. */
  readonly root: string;
  readonly stateFolder: string;
}

export class NoCity extends Error {}

/** dist/test/story → the checkout. */
export const checkoutRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * Takes the addresses, and only them, from the record of what runs.
 * @throws NoCity with the command to type when nothing runs
 */
export function readAddressBook(stateFolder = process.env['CUAO_STATE_DIR'] ?? path.join(checkoutRoot, '.cuao')): AddressBook {
  const file = path.join(stateFolder, 'run.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new NoCity(`thành phố chưa chạy: hãy chạy "npm start" trước · the city does not run: "npm start" first (${file} is absent)`);
  }
  const record = JSON.parse(text) as { urls?: Record<string, string> };
  const urlOf = (name: string): string => {
    const url = record.urls?.[name];
    if (url === undefined) throw new NoCity(`${file} has no address of "${name}"; is the city still starting?`);
    return url.replace(/\/+$/, '');
  };
  return {
    gateway: urlOf('gateway'),
    edge: urlOf('edge'),
    idp: urlOf('idp'),
    witness: urlOf('witness'),
    root: checkoutRoot,
    stateFolder,
  };
}
