import { parseFragment, parseInit, type Fragment, type InitSection } from './fmp4-fragment.js';
import { maxSegmentBytes, SourceError } from './source.js';

export interface Fmp4Listener {
  onInit(init: InitSection): void;
  onFragment(fragment: Fragment): void;
}

/**
 * Cuts a stream of fragmented MP4 into its init section and its fragments as the bytes arrive.
 * Boxes that no player needs (`mfra`, `sidx`, `styp`, `free`) are dropped. Holds at most one unfinished box.
 */
export class Fmp4Reader {
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private ftyp: Buffer | null = null;
  private moof: Buffer | null = null;

  constructor(private readonly listener: Fmp4Listener) {}

  /** @throws SourceError when the bytes are not fragmented MP4 or a box is larger than a segment may be */
  push(chunk: Buffer): void {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    for (;;) {
      if (this.pendingBytes < 8) return;
      const size = this.peek(8).readUInt32BE(0);
      if (size < 8 || size > maxSegmentBytes) throw new SourceError('DOWN', `a box states ${size} bytes`);
      if (this.pendingBytes < size) return;
      this.take(size);
    }
  }

  /** The first `count` bytes without consuming them. */
  private peek(count: number): Buffer {
    const first = this.pending[0];
    if (first !== undefined && first.length >= count) return first;
    const joined = Buffer.concat(this.pending);
    this.pending = [joined];
    return joined;
  }

  private take(size: number): void {
    const joined = this.peek(size);
    // A copy of its own: a slice would keep the whole pipe chunk alive as long as the segment.
    const box = Buffer.from(joined.subarray(0, size));
    this.pending[0] = joined.subarray(size);
    this.pendingBytes -= size;
    this.accept(box);
  }

  private accept(box: Buffer): void {
    switch (box.toString('latin1', 4, 8)) {
      case 'ftyp':
        this.ftyp = box;
        return;
      case 'moov':
        if (this.ftyp === null) throw new SourceError('DOWN', 'moov comes before ftyp');
        this.listener.onInit(parseInit(Buffer.concat([this.ftyp, box])));
        return;
      case 'moof':
        this.moof = box;
        return;
      case 'mdat': {
        if (this.moof === null) throw new SourceError('DOWN', 'mdat without moof: the file is not fragmented');
        const moof = this.moof;
        this.moof = null;
        this.listener.onFragment(parseFragment(moof, box));
        return;
      }
      default:
        return;
    }
  }
}

/** A whole fragmented file at once. */
export function readClip(bytes: Buffer): { readonly init: InitSection; readonly fragments: readonly Fragment[] } {
  const inits: InitSection[] = [];
  const fragments: Fragment[] = [];
  new Fmp4Reader({ onInit: (init) => inits.push(init), onFragment: (fragment) => fragments.push(fragment) }).push(bytes);
  const [init] = inits;
  if (init === undefined) throw new SourceError('DOWN', 'the clip has no init section');
  return { init, fragments };
}
