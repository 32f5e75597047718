import { Fmp4Reader, readClip } from './fmp4-reader.js';
import { isFragmented, parseFragment, placeFragment, type Fragment } from './fmp4-fragment.js';
import { SegmentRing } from './segment-ring.js';
import { SourceError } from './source.js';

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};
const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
};
const flags = (version: number, bits: number): Buffer => u32((version << 24) | bits);

const moov = box(
  'moov',
  box('trak', box('mdia', box('mdhd', flags(0, 0), u32(0), u32(0), u32(10_240), u32(0), u32(0)))),
  box('mvex', box('trex', flags(0, 0))),
);
const init = Buffer.concat([box('ftyp', Buffer.from('iso5')), moov]);
const moofOf = (sequence: number, decodeTime: number, samples = 10): Buffer =>
  box(
    'moof',
    box('mfhd', flags(0, 0), u32(sequence)),
    box(
      'traf',
      box('tfhd', flags(0, 0x20008), u32(1), u32(1_024)),
      box('tfdt', flags(1, 0), u64(decodeTime)),
      box('trun', flags(0, 0x1), u32(samples), u32(0)),
    ),
  );
const mdatOf = (fill: number): Buffer => box('mdat', Buffer.alloc(5_000, fill));
const clip = Buffer.concat([init, moofOf(1, 0), mdatOf(1), moofOf(2, 10_240), mdatOf(2), box('mfra', u32(0))]);

describe('fragmented MP4', () => {
  it('is cut into the same fragments whatever the size of the chunks', () => {
    for (const size of [1, 7, 100, 4_096, clip.length]) {
      const inits: Buffer[] = [];
      const fragments: Fragment[] = [];
      const reader = new Fmp4Reader({ onInit: (found) => inits.push(found.bytes), onFragment: (fragment) => fragments.push(fragment) });
      for (let at = 0; at < clip.length; at += size) reader.push(clip.subarray(at, at + size));
      expect(inits).toEqual([init]);
      expect(fragments.map((fragment) => [fragment.decodeTime, fragment.duration, fragment.mdat[8]])).toEqual([
        [0, 10_240, 1],
        [10_240, 10_240, 2],
      ]);
    }
  });

  it('is placed anew without touching the picture or the original', () => {
    const [first] = readClip(clip).fragments;
    if (first === undefined) throw new Error('no fragment');
    const before = Buffer.from(first.moof);
    const [moof, mdat] = placeFragment(first, 77, 28_000_000 * 10_240);
    if (moof === undefined || mdat === undefined) throw new Error('two parts expected');
    expect(parseFragment(moof, mdat).decodeTime).toBe(28_000_000 * 10_240);
    expect(mdat).toBe(first.mdat);
    expect(first.moof.equals(before)).toBe(true);
  });

  it('adds up sample durations that are stated one by one', () => {
    const trun = box('trun', flags(0, 0x301), u32(2), u32(0), u32(500), u32(9), u32(700), u32(9));
    const moof = box(
      'moof',
      box('mfhd', flags(0, 0), u32(1)),
      box('traf', box('tfhd', flags(0, 0x20000), u32(1)), box('tfdt', flags(1, 0), u64(0)), trun),
    );
    expect(parseFragment(moof, mdatOf(0)).duration).toBe(1_200);
  });

  it('refuses a broken box, an over-long one, a file without fragments and a 32-bit decode time', () => {
    const listener = { onInit: () => undefined, onFragment: () => undefined };
    expect(() => new Fmp4Reader(listener).push(Buffer.from('00000004abcd0000', 'latin1'))).toThrow(SourceError);
    expect(() => new Fmp4Reader(listener).push(Buffer.concat([u32(2_000_000), Buffer.from('mdat')]))).toThrow(SourceError);
    expect(() => new Fmp4Reader(listener).push(Buffer.concat([init, mdatOf(1)]))).toThrow('not fragmented');
    const old = box('moof', box('traf', box('tfdt', flags(0, 0), u32(0))));
    expect(() => parseFragment(old, mdatOf(1))).toThrow('32 bits');
    expect(isFragmented(clip)).toBe(true);
    expect(isFragmented(box('ftyp', Buffer.from('isom')))).toBe(false);
  });
});

describe('the ring of the last seconds', () => {
  const second = (startMs: number) => ({ startMs, durationMs: 1_000, parts: [Buffer.alloc(10)] });

  it('keeps eight, counts on, and marks where an encoder began anew', () => {
    const ring = new SegmentRing(100);
    ring.addInit(Buffer.from('a'));
    for (let index = 0; index < 5; index += 1) ring.add(second(index * 1_000), index === 0);
    ring.addInit(Buffer.from('b'));
    for (let index = 5; index < 10; index += 1) ring.add(second(index * 1_000), index === 5);
    expect(ring.window(3).map((segment) => segment.seq)).toEqual([107, 108, 109]);
    expect(ring.find(101)).toBeNull();
    expect(ring.find(105)?.discontinuity).toBe(true);
    expect([ring.discontinuitiesBefore(105), ring.discontinuitiesBefore(106)]).toEqual([0, 1]);
    expect(ring.findInit(0)).not.toBeNull();
    for (let index = 10; index < 15; index += 1) ring.add(second(index * 1_000), false);
    expect([ring.findInit(0), ring.findInit(1)]).toEqual([null, Buffer.from('b')]);
    expect(ring.discontinuitiesBefore(110)).toBe(1);
  });

  it('keeps the init section of an encoder that came back with the same settings', () => {
    const ring = new SegmentRing(0);
    ring.addInit(Buffer.from('a'));
    ring.addInit(Buffer.from('a'));
    ring.add(second(0), true);
    expect(ring.find(0)?.initId).toBe(0);
  });
});
