import { createHash } from 'node:crypto';
import { Fault } from '#libs/kernel';
import { decodeDecimal } from '../note/base64.js';
import type { TileStore } from '../store/tile-store.js';

/** A checkpoint that was stamped, and the reply of the time-stamping authority, as they lie side by side. */
export interface AnchorFiles {
  readonly size: number;
  /** The exact bytes that were stamped: the note with all the signatures that it had. */
  readonly checkpoint: Buffer;
  /** The exact bytes that came back (RFC 3161 TimeStampResp). */
  readonly reply: Buffer;
}

/** Sizes of the anchors there are, one a line, ascending. */
export const anchorList = 'anchors/list';
export const anchorName = (size: number, kind: 'checkpoint' | 'tsr'): string => `anchors/${size}.${kind}`;

const named = /^anchors\/([1-9][0-9]*)\.(checkpoint|tsr)$/;

/** Which file of an anchor a name means; null for any other name. */
export function parseAnchorName(name: string): { readonly size: number; readonly kind: 'checkpoint' | 'tsr' } | null {
  const [, digits = '', kind] = named.exec(name) ?? [];
  const size = decodeDecimal(digits);
  return size === null || kind === undefined ? null : { size, kind: kind === 'tsr' ? 'tsr' : 'checkpoint' };
}

/** Sizes that a list names; lines that are none are passed over: its readers, not its writer, judge it. */
export function parseAnchorList(text: string): number[] {
  return text
    .split('\n')
    .map(decodeDecimal)
    .filter((size) => size !== null);
}

export async function anchorSizes(store: Pick<TileStore, 'read'>): Promise<number[]> {
  return parseAnchorList((await store.read(anchorList))?.toString('utf8') ?? '');
}

/** null when one of the two is not there. */
export async function readAnchor(store: Pick<TileStore, 'read'>, size: number): Promise<AnchorFiles | null> {
  const [checkpoint, reply] = await Promise.all([store.read(anchorName(size, 'checkpoint')), store.read(anchorName(size, 'tsr'))]);
  return checkpoint === null || reply === null ? null : { size, checkpoint, reply };
}

/**
 * Written once and durable when this resolves; listed last, so that who reads the list finds the files. A crash between leaves files
 * that nothing names and that stay: that size has no anchor, the next one has.
 * @returns false when such files lie there
 */
export async function writeAnchor(store: TileStore, { size, checkpoint, reply }: AnchorFiles): Promise<boolean> {
  const sizes = await anchorSizes(store);
  if (sizes.includes(size)) return true;
  try {
    await store.add(anchorName(size, 'checkpoint'), checkpoint);
    await store.add(anchorName(size, 'tsr'), reply);
  } catch (error) {
    if (error instanceof Fault && error.code === 'file_differs') return false;
    throw error;
  }
  await store.sync();
  await store.write(
    anchorList,
    [...sizes, size]
      .sort((a, b) => a - b)
      .map((each) => `${each}\n`)
      .join(''),
  );
  await store.sync();
  return true;
}

export const replyDigest = (reply: Buffer): string => createHash('sha256').update(reply).digest('hex');
