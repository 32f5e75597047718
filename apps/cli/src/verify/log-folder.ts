import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashLength } from './merkle.js';

export const tileWidth = 256;

/** A copy of the log's public files (C2SP tlog-tiles), as a web server serves them or a mirror keeps them. */
export class LogFolder {
  constructor(readonly folder: string) {}

  /** null when there is no such file. */
  read(name: string): Uint8Array | null {
    try {
      return readFileSync(path.join(this.folder, name));
    } catch {
      return null;
    }
  }

  /** The hashes of a tile as it must be in a tree with `count` hashes at this level; a full tile may stand for a partial one. */
  tile(level: number | 'entries', index: number, width: number): { readonly bytes: Uint8Array; readonly isWider: boolean } | null {
    const full = tilePath(level, index);
    const exact = this.read(width === tileWidth ? full : `${full}.p/${width}`);
    if (exact !== null) return { bytes: exact, isWider: false };
    const wider = width === tileWidth ? null : this.read(full);
    return wider === null ? null : { bytes: wider, isWider: true };
  }

  /** Hashes of a tile, cut to the width; null when it is missing or malformed. */
  hashes(level: number, index: number, width: number): Uint8Array | null {
    const found = this.tile(level, index, width);
    if (found === null || found.bytes.length < width * hashLength || (!found.isWider && found.bytes.length !== width * hashLength))
      return null;
    return found.bytes.subarray(0, width * hashLength);
  }

  /** Entries of a bundle; null when it is missing or malformed. */
  entries(index: number, width: number): Uint8Array[] | null {
    const found = this.tile('entries', index, width);
    const entries = found === null ? null : decodeBundle(found.bytes);
    if (found === null || entries === null || entries.length < width || (!found.isWider && entries.length !== width)) return null;
    return entries.slice(0, width);
  }
}

export function tilePath(level: number | 'entries', index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/.{3}/g) ?? [];
  return `tile/${level}/${groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/')}`;
}

/** Entries of a bundle, at most 256, no byte left over; null otherwise. */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + length > bytes.length || entries.length === tileWidth) return null;
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}
