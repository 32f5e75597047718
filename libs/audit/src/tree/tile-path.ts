/** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles). */
export const tileWidth = 256;

/** A tile of hashes at a level, or a bundle of entries; `width` below 256 is a partial one. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** Path below the log's prefix: `tile/0/x001/067`, `tile/entries/067.p/12`. */
export function tilePath({ level, index, width }: TileName): string {
  const groups = [String(index % 1_000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1_000); rest > 0; rest = Math.floor(rest / 1_000))
    groups.unshift(`x${String(rest % 1_000).padStart(3, '0')}`);
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Folder of the partial tiles that a full one replaces. */
export function partialFolder(name: TileName): string {
  return `${tilePath({ ...name, width: tileWidth })}.p`;
}

/** Strict reader of the same paths: one path for one tile, nothing else; null otherwise. */
export function parseTilePath(path: string): TileName | null {
  const match = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(path);
  if (match === null) return null;
  const [, levelText = '', indexText = '', widthText] = match;
  if (indexText.startsWith('x000/') || indexText.length > 4 * 5) return null;
  const index = Number(indexText.replaceAll(/[x/]/g, ''));
  const width = widthText === undefined ? tileWidth : Number(widthText);
  const level = levelText === 'entries' ? 'entries' : Number(levelText);
  if (!Number.isSafeInteger(index) || (widthText !== undefined && width >= tileWidth) || (level !== 'entries' && level > 63)) return null;
  return { level, index, width };
}

/** How many hashes a level holds in a tree of this size: floor(size / 256^level). */
export function levelCount(size: number, level: number): number {
  let count = size;
  for (let at = 0; at < level && count > 0; at += 1) count = Math.floor(count / tileWidth);
  return count;
}

/** Width of a tile in a tree of this size: 0 when the tile does not exist yet. */
export function widthIn(size: number, level: number | 'entries', index: number): number {
  return Math.max(0, Math.min(tileWidth, levelCount(size, level === 'entries' ? 0 : level) - index * tileWidth));
}

/** Every tile (of hashes) that a tree of `to` has and one of `from` has not, or has narrower; from the lowest level up. */
export function changedTiles(from: number, to: number): TileName[] {
  const changed: TileName[] = [];
  for (let level = 0; levelCount(to, level) > 0; level += 1) {
    const had = levelCount(from, level);
    const has = levelCount(to, level);
    if (had === has) break;
    for (let index = Math.floor(had / tileWidth); index * tileWidth < has; index += 1)
      changed.push({ level, index, width: widthIn(to, level, index) });
  }
  return changed;
}
