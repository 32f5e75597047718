import { SourceError } from './source.js';

/** One ISO BMFF box inside a buffer: `start` at its size field, `body` after the header, `end` after the last byte. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

const headerBytes = 8;

/** The boxes between two offsets (ISO/IEC 14496-12 §4.2); 64-bit sizes and "to the end" do not occur in live fragments and are refused. */
export function listBoxes(buffer: Buffer, from = 0, to = buffer.length): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to;) {
    if (start + headerBytes > to) throw new SourceError('DOWN', 'a box header is cut off');
    const size = buffer.readUInt32BE(start);
    const end = start + size;
    if (size < headerBytes || end > to) throw new SourceError('DOWN', `a box states ${size} bytes, ${to - start} are there`);
    boxes.push({ type: buffer.toString('latin1', start + 4, start + headerBytes), start, body: start + headerBytes, end });
    start = end;
  }
  return boxes;
}

/** Follows a path of box types from the given range; null when a step is missing. The first of several wins. */
export function findBox(buffer: Buffer, path: readonly string[], from = 0, to = buffer.length): Box | null {
  let found: Box | null = null;
  for (const type of path) {
    found = listBoxes(buffer, from, to).find((box) => box.type === type) ?? null;
    if (found === null) return null;
    from = found.body;
    to = found.end;
  }
  return found;
}

/** Like `findBox`, for boxes without which a fragment cannot be served. */
export function getBox(buffer: Buffer, path: readonly string[], from = 0, to = buffer.length): Box {
  const box = findBox(buffer, path, from, to);
  if (box === null) throw new SourceError('DOWN', `fragment has no ${path.join('/')} box`);
  return box;
}
