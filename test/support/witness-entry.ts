import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A witness for the log's policy file, with both keys that its process has put into its folder. */
export function witnessEntry(name: string, folder: string, url: string): Readonly<Record<'name' | 'vkey' | 'mldsaVkey' | 'url', string>> {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8').trim();
  return { name, vkey: read('witness.vkey'), mldsaVkey: read('witness-mldsa.vkey'), url };
}
