import { anchorList, anchorName, anchorSizes, parseAnchorList, writeAnchor, type TileStore } from '#libs/audit';
import { isSame } from '../verify/codec.js';
import { sha256 } from '../verify/primitives.js';
import { largestReply, readTimeStamp } from '../verify/time-stamp.js';
import type { LogSource } from './log-source.js';

const limits = { list: 2 ** 20, checkpoint: 100_000, reply: largestReply } as const;
/** A round of the mirror waits for no more of them; the next one goes on. */
const mostAtOnce = 50;

/**
 * Takes the time stamps that the log has and the copy has not, up to the size that is held: what the log throws away later is here still.
 * Kept is what stamps the checkpoint beside it; whose stamp it is says whoever runs `verify audit FOLDER --tsa PEM`.
 */
export async function copyAnchors(source: LogSource, store: TileStore, size: number): Promise<void> {
  const served = parseAnchorList((await source.file(anchorList, limits.list))?.toString('utf8') ?? '');
  const own = new Set(await anchorSizes(store));
  for (const each of served.filter((one) => one <= size && !own.has(one)).slice(0, mostAtOnce)) {
    const [checkpoint, reply] = [
      await source.file(anchorName(each, 'checkpoint'), limits.checkpoint),
      await source.file(anchorName(each, 'tsr'), limits.reply),
    ];
    const stamp = reply === null ? '' : readTimeStamp(reply);
    if (checkpoint === null || reply === null || typeof stamp === 'string' || !isSame(stamp.imprint, sha256(checkpoint))) continue;
    await writeAnchor(store, { size: each, checkpoint, reply });
  }
}
