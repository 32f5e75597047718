import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Misuse } from '#libs/kernel';

/** A fact file of `libs/registry/data`, found from the sources and from the build alike. */
export function readDataFile(name: string): unknown {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Misuse('libs/registry/data is not beside the program', 'run it from a whole checkout');
    folder = parent;
  }
  return JSON.parse(readFileSync(path.join(folder, 'libs/registry/data', name), 'utf8'));
}
