import { setTimeout as pause } from 'node:timers/promises';
import { tilePath, tileWidth, type TileName } from '#libs/audit';
import { decodeBundle } from '../verify/log-folder.js';
import { hashLength } from '../verify/merkle.js';

/** The log does not answer, or asks for patience. Nothing is known of it then, good or bad. */
export class Unreachable extends Error {
  constructor(
    message: string,
    /** What `Retry-After` asks for. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

/** Entry bundles are not given to this mirror: 401 (no or an old token) or 403 (without the right `log.entries`). */
export class NotAdmitted extends Error {
  constructor(
    readonly status: 401 | 403,
    message = status === 401
      ? 'nhật ký không nhận mã truy cập; --token-file hay --client · the log takes no such token: --token-file or --client'
      : 'mã truy cập thiếu quyền đọc bản ghi · the token lacks the right log.entries',
  ) {
    super(message);
  }
}

/** A bearer token for entry bundles. @param isFresh the last one was refused: another is wanted */
export type TokenSource = (isFresh: boolean) => Promise<string>;

/** What the log serves under a tile's name, cut to the width that was asked for. */
export type Served<T> = T | 'absent' | 'malformed';

const limits = { checkpoint: 100_000, hashes: tileWidth * hashLength, entries: tileWidth * (2 + 65_535) } as const;
const timeoutMs = 30_000;
/** What is missing or malformed is asked for once more, so that a hiccup on the way is no finding. */
const secondLookMs = 500;
const longestWaitMs = 3_600_000;

/** Another institution's log over HTTP (C2SP tlog-tiles): bounded in time and size, follows no redirect, believes nothing. */
export class LogSource {
  private readonly prefix: string;

  /** @param url prefix of the log: `checkpoint` is below it @param tokens null for a log that gives bundles to anyone */
  constructor(
    url: string,
    private readonly tokens: TokenSource | null,
  ) {
    this.prefix = url.endsWith('/') ? url : `${url}/`;
  }

  /** @throws Unreachable also when there is none */
  async checkpoint(): Promise<Buffer> {
    const found = await this.get('checkpoint', limits.checkpoint, {});
    if (found === null || found === 'malformed') throw new Unreachable(`${this.prefix}checkpoint: không có · there is none`);
    return found;
  }

  /** The first `width` hashes of a tile; the full tile may have taken the place of the partial one. */
  hashes(level: number, index: number, width: number): Promise<Served<Buffer>> {
    return this.lookTwice(async () => {
      const found = await this.tile({ level, index, width });
      if (typeof found === 'string') return found;
      const right = (found.isFull ? tileWidth : width) * hashLength;
      return found.bytes.length === right ? found.bytes.subarray(0, width * hashLength) : 'malformed';
    });
  }

  /** The first `width` entries of a bundle. @throws NotAdmitted */
  entries(index: number, width: number): Promise<Served<readonly Uint8Array[]>> {
    return this.lookTwice(async () => {
      const found = await this.tile({ level: 'entries', index, width });
      if (typeof found === 'string') return found;
      const entries = decodeBundle(found.bytes);
      return entries?.length === (found.isFull ? tileWidth : width) ? entries.slice(0, width) : 'malformed';
    });
  }

  /** A file beside the tiles, as it is; null where there is none, or one that is too long. @throws Unreachable */
  async file(name: string, limit: number): Promise<Buffer | null> {
    const found = await this.get(name, limit, {});
    return found === 'malformed' ? null : found;
  }

  private async lookTwice<T>(look: () => Promise<Served<T>>): Promise<Served<T>> {
    const first = await look();
    if (first !== 'absent' && first !== 'malformed') return first;
    await pause(secondLookMs);
    return look();
  }

  private async tile(name: TileName): Promise<{ readonly bytes: Buffer; readonly isFull: boolean } | 'absent' | 'malformed'> {
    const isBundle = name.level === 'entries';
    for (const width of name.width === tileWidth ? [tileWidth] : [name.width, tileWidth]) {
      const path = tilePath({ ...name, width });
      const bytes = await (isBundle ? this.admitted(path) : this.get(path, limits.hashes, {}));
      if (bytes === 'malformed') return bytes;
      if (bytes !== null) return { bytes, isFull: width === tileWidth };
    }
    return 'absent';
  }

  private async admitted(path: string): Promise<Buffer | null | 'malformed'> {
    const { tokens } = this;
    if (tokens === null) return this.get(path, limits.entries, {});
    const ask = async (isFresh: boolean): Promise<Buffer | null | 'malformed'> =>
      this.get(path, limits.entries, { authorization: `Bearer ${await tokens(isFresh)}` });
    try {
      return await ask(false);
    } catch (error) {
      if (error instanceof NotAdmitted && error.status === 401) return ask(true);
      throw error;
    }
  }

  /** @returns null for 404 and 410 */
  private async get(path: string, limit: number, headers: Readonly<Record<string, string>>): Promise<Buffer | null | 'malformed'> {
    let answer: Response;
    try {
      answer = await fetch(`${this.prefix}${path}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'accept-encoding': 'gzip', 'cache-control': 'no-cache', ...headers },
      });
      const { status } = answer;
      if (status === 200) return await body(answer, limit);
      await answer.body?.cancel();
      if (status === 404 || status === 410) return null;
      if (status === 401 || status === 403) throw new NotAdmitted(status);
    } catch (error) {
      if (error instanceof NotAdmitted) throw error;
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new Unreachable(`${this.prefix}${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    throw new Unreachable(`${this.prefix}${path}: HTTP ${answer.status}`, retryAfterMs(answer.headers.get('retry-after')));
  }
}

/** Decoded bytes count, so that a small packed answer cannot fill the memory. */
async function body(answer: Response, limit: number): Promise<Buffer | 'malformed'> {
  const encoding = answer.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return 'malformed';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) return 'malformed';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** RFC 9110 10.2.3, in seconds only; an hour at most, null for anything else. */
export function retryAfterMs(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Math.min(Number(text) * 1_000, longestWaitMs) : null;
}
