import { toHex, toUtf8 } from './codec.js';
import { isObject } from './canonical.js';
import { sha256 } from './primitives.js';

/** Organisation, type, outcome, group of cameras (first two hex digits of SHA-256 of the camera's id), count: a cell of a manifest. */
export type Cell = readonly [organisation: string, type: string, outcome: string, cameras: string, count: number];

export const cellName = (cell: Cell): string => cell.slice(0, 4).join(' ');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Counts leaves by cell, in the order of the cells' names. */
export function countCells(leaves: Iterable<Readonly<Record<string, unknown>>>): Cell[] {
  const counts = new Map<string, Cell>();
  for (const leaf of leaves) {
    const resource = isObject(leaf['resource']) ? leaf['resource'] : {};
    const group = resource['kind'] === 'camera' ? toHex(sha256(toUtf8(textOf(resource['id'])))).slice(0, 2) : '';
    const cell: Cell = [textOf(leaf['org']), textOf(leaf['t']), textOf(leaf['outcome']), group, 1];
    const name = cellName(cell);
    counts.set(name, [cell[0], cell[1], cell[2], cell[3], (counts.get(name)?.[4] ?? 0) + 1]);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

/** Cells in the order of their names, each once; null for anything else. */
export function readCells(value: unknown): Cell[] | null {
  if (!Array.isArray(value)) return null;
  let before = '';
  const cells: Cell[] = [];
  for (const cell of value as unknown[]) {
    if (!isCell(cell)) return null;
    const name = cellName(cell);
    if (name <= before) return null;
    before = name;
    cells.push(cell);
  }
  return cells;
}

function isCell(value: unknown): value is Cell {
  return (
    Array.isArray(value)
    && value.length === 5
    && value.slice(0, 4).every((part) => typeof part === 'string')
    && Number.isSafeInteger(value[4])
    && Number(value[4]) >= 1
  );
}

/** The first cell in which what was promised and what is there differ, in words; null when they do not. */
export function firstDifference(promised: readonly Cell[], found: readonly Cell[]): string | null {
  const counts = new Map(found.map((cell) => [cellName(cell), cell[4]]));
  for (const cell of promised) {
    const count = counts.get(cellName(cell)) ?? 0;
    if (count !== cell[4]) return `${cellName(cell).trim()}: ${cell[4]} are promised, ${count} are here`;
    counts.delete(cellName(cell));
  }
  const [extra] = counts;
  return extra === undefined ? null : `${extra[0].trim()}: none is promised, ${extra[1]} are here`;
}
