import { anchorList, parseAnchorName } from '../anchor/anchor-files.js';
import { decodeDecimal } from '../note/base64.js';
import { parseTilePath, widthIn, type TileName } from '../tree/tile-path.js';
import type { TileStore } from '../store/tile-store.js';

/** A public file of the log, ready to be sent by whatever serves HTTP. */
export interface LogFile {
  readonly status: 200 | 404;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Entry bundles: for inspectors and mirrors only. Checked by the server before anything of the answer is sent. */
  readonly needsBearer: boolean;
  readonly body: Buffer;
}

const text = 'text/plain; charset=utf-8';
const brief = 'public, max-age=1';
const never = 'no-store';
const lasting = (whose: 'public' | 'private'): string => `${whose}, max-age=31536000, immutable`;

/** Lists beside the checkpoint: verifier keys and the trust policy for outsiders, the same by ML-DSA-44, keys that sign receipts. */
const lists = new Set(['vkeys', 'vkeys-log', 'policy', 'vkeys-mldsa', 'policy-mldsa', 'producers']);

/** Whether a path below `/log/` names an entry bundle, present or not: asked before the file is opened, so that a stranger learns nothing. */
export function needsBearer(urlPath: string): boolean {
  return urlPath.startsWith('/log/tile/entries/');
}

/** The log's public files by the paths of URLs: `/log/checkpoint`, `/log/tile/…`, `/log/anchors/…` and the lists. */
export class LogFiles {
  /** Of the largest tree that was seen published: a log does not shrink, and what was published is not asked for again. */
  private size = 0;

  constructor(private readonly store: Pick<TileStore, 'read'>) {}

  /**
   * Opens what a path names. The grammar is strict and knows no other file. Tiles beyond the published size are absent even when they
   * already lie in the store, and absence is never cached.
   * @param urlPath path of the URL, without query; not decoded (no valid path needs an escape)
   */
  async open(urlPath: string): Promise<LogFile> {
    const name = urlPath.startsWith('/log/') ? urlPath.slice('/log/'.length) : '';
    if (name === 'checkpoint' || lists.has(name)) return found(await this.store.read(name), text, brief, false);
    if (name === anchorList) return found(await this.store.read(name), text, brief, false);
    const anchor = parseAnchorName(name);
    if (anchor !== null) {
      const contentType = anchor.kind === 'tsr' ? 'application/timestamp-reply' : text;
      return found(await this.store.read(name), contentType, lasting('public'), false);
    }
    const tile = parseTilePath(name);
    if (tile === null || !(await this.isPublished(tile))) return absent(needsBearer(urlPath));
    const isBundle = tile.level === 'entries';
    return found(await this.store.read(name), 'application/octet-stream', lasting(isBundle ? 'private' : 'public'), isBundle);
  }

  private async isPublished({ level, index, width }: TileName): Promise<boolean> {
    if (width <= widthIn(this.size, level, index)) return true;
    const checkpoint = await this.store.read('checkpoint');
    this.size = Math.max(this.size, decodeDecimal(checkpoint?.toString('utf8').split('\n')[1] ?? '') ?? 0);
    return width <= widthIn(this.size, level, index);
  }
}

function found(body: Buffer | null, contentType: string, cacheControl: string, bearer: boolean): LogFile {
  return body === null ? absent(bearer) : { status: 200, contentType, cacheControl, needsBearer: bearer, body };
}

function absent(bearer: boolean): LogFile {
  return { status: 404, contentType: text, cacheControl: never, needsBearer: bearer, body: Buffer.from('no such file\n') };
}
