import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LogHouse } from './log-house.js';

/** Sizes of the anchors that lie beside a log, as its list has them. */
export function anchoredSizes({ logDir }: LogHouse): string[] {
  const list = path.join(logDir, 'anchors/list');
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
}

/** Details of the entries log.anchor that have an index. */
export async function toldAnchors({ services }: LogHouse): Promise<{ readonly idx: string; readonly details: Record<string, unknown> }[]> {
  return services.sql(
    `select idx, convert_from(leaf, 'UTF8')::jsonb -> 'details' as details from audit_leaf
     where convert_from(leaf, 'UTF8')::jsonb ->> 't' = 'log.anchor' order by idx`,
  );
}
