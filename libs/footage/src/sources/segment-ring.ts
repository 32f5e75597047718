import { keptSegments, type Segment } from './source.js';

/** The last seconds of one camera and the init sections they need. */
export class SegmentRing {
  private readonly segments: Segment[] = [];
  private readonly inits = new Map<number, Buffer>();
  private initId = -1;
  private dropped = 0;

  constructor(private nextSeq: number) {}

  /** Later segments belong to this init section. The same bytes again (an encoder that was restarted) keep their id. */
  addInit(bytes: Buffer): void {
    if (this.inits.get(this.initId)?.equals(bytes)) return;
    this.initId += 1;
    this.inits.set(this.initId, bytes);
  }

  /** @param fresh first segment of an encoder run: its timeline starts anew */
  add(segment: Pick<Segment, 'startMs' | 'durationMs' | 'parts'>, fresh: boolean): void {
    this.segments.push({
      ...segment,
      seq: this.nextSeq,
      initId: this.initId,
      discontinuity: fresh && this.segments.length > 0,
      bytes: segment.parts.reduce((sum, part) => sum + part.length, 0),
    });
    this.nextSeq += 1;
    while (this.segments.length > keptSegments) {
      if (this.segments.shift()?.discontinuity === true) this.dropped += 1;
    }
    for (const id of this.inits.keys()) if (id !== this.initId && !this.segments.some((kept) => kept.initId === id)) this.inits.delete(id);
  }

  newest(): Segment | null {
    return this.segments.at(-1) ?? null;
  }

  window(count: number): readonly Segment[] {
    return this.segments.slice(-count);
  }

  find(seq: number): Segment | null {
    return this.segments.find((segment) => segment.seq === seq) ?? null;
  }

  findInit(initId: number): Buffer | null {
    return this.inits.get(initId) ?? null;
  }

  discontinuitiesBefore(seq: number): number {
    return this.dropped + this.segments.filter((segment) => segment.discontinuity && segment.seq < seq).length;
  }
}
