// Wrong rules on purpose: a proof that notices nothing there notices nothing anywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBench } from '../mutants/bench.mjs';

/** One denial that many cases and questions speak of. */
export const denialLeftOut = { what: 'a denial left out', file: 'national/purpose.rego', changes: [['not purpose_fits_camera', 'false']] };

/**
 * The rules with texts of one file replaced, compiled, for as long as `use` runs. `tables` may change the tables too.
 * @param {{file?: string, changes?: string[][], tables?: (tables: object) => void}} plant
 */
export async function withWrongRules({ file, changes = [], tables: change }, use) {
  const bench = openBench();
  try {
    if (file !== undefined) {
      const place = path.join(bench.folder, 'policies', file);
      let text = readFileSync(place, 'utf8');
      for (const [from, to] of changes) {
        if (!text.includes(from)) throw new Error(`${file} no longer holds ${from}`);
        text = text.replace(from, () => to);
      }
      writeFileSync(place, text);
    }
    const built = await bench.plain();
    if (change !== undefined) {
      const tables = structuredClone(built.tables);
      change(tables);
      built.withTables(tables);
    }
    return await use(built.ask, built.tables);
  } finally {
    bench.close();
  }
}
