import { createHash } from 'node:crypto';
import type { Leaf } from './entry/leaf.js';

/** Organisation, type, outcome, group of cameras, count. Empty text where an entry has none. */
export type ManifestCell = readonly [organisation: string, type: string, outcome: string, cameras: string, count: number];

/** None of the four parts holds a blank, so the order of names is one order everywhere. */
export const cellName = ([organisation, type, outcome, cameras]: ManifestCell): string => `${organisation} ${type} ${outcome} ${cameras}`;

/** Counts leaves as the manifests of the log do, in the order of the cells' names. */
export function countedCells(leaves: readonly Leaf[]): ManifestCell[] {
  const counts = new Map<string, ManifestCell>();
  for (const { org = '', t, outcome, resource } of leaves) {
    const cameras =
      resource?.kind === 'camera'
        ? createHash('sha256')
            .update(resource.id ?? '')
            .digest('hex')
            .slice(0, 2)
        : '';
    const cell: ManifestCell = [org, t, outcome, cameras, 1];
    counts.set(cellName(cell), [org, t, outcome, cameras, (counts.get(cellName(cell))?.[4] ?? 0) + 1]);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
