import { getBox, listBoxes, findBox } from './fmp4-box.js';
import { maxSegmentBytes, SourceError } from './source.js';

/** `ftyp` and `moov` together: what HLS calls the Media Initialization Section (RFC 8216 §3.3). */
export interface InitSection {
  readonly bytes: Buffer;
  /** Ticks in a second of the first track. */
  readonly timescale: number;
}

/** `moof` and `mdat` of one fragment, with the times it states. */
export interface Fragment {
  readonly moof: Buffer;
  readonly mdat: Buffer;
  /** Ticks. */
  readonly decodeTime: number;
  readonly duration: number;
}

/** Reads the timescale out of an init section. */
export function parseInit(bytes: Buffer): InitSection {
  const mdhd = getBox(bytes, ['moov', 'trak', 'mdia', 'mdhd']);
  const timescale = bytes.readUInt32BE(mdhd.body + (bytes[mdhd.body] === 1 ? 20 : 12));
  if (timescale === 0) throw new SourceError('DOWN', 'the track has no timescale');
  return { bytes, timescale };
}

/**
 * Reads decode time and duration of a single-track fragment.
 * `tfdt` must have 64 bits (ffmpeg always writes them), so that it can be rewritten in place.
 */
export function parseFragment(moof: Buffer, mdat: Buffer): Fragment {
  if (moof.length + mdat.length > maxSegmentBytes)
    throw new SourceError('DOWN', `a fragment has ${moof.length + mdat.length} bytes, over ${maxSegmentBytes}`);
  const tfdt = tfdtOffset(moof);
  return { moof, mdat, decodeTime: Number(moof.readBigUInt64BE(tfdt)), duration: fragmentDuration(moof) };
}

/** The same fragment at another place of the timeline. The mdat is shared, only the few hundred bytes of moof are copied. */
export function placeFragment(fragment: Fragment, sequence: number, decodeTime: number): Buffer[] {
  const moof = Buffer.from(fragment.moof);
  moof.writeUInt32BE(sequence >>> 0, getBox(moof, ['moof', 'mfhd']).body + 4);
  moof.writeBigUInt64BE(BigInt(decodeTime), tfdtOffset(moof));
  return [moof, fragment.mdat];
}

function tfdtOffset(moof: Buffer): number {
  const tfdt = getBox(moof, ['moof', 'traf', 'tfdt']);
  if (moof[tfdt.body] !== 1) throw new SourceError('DOWN', 'tfdt has 32 bits; make the clip with a current ffmpeg');
  return tfdt.body + 4;
}

/** Sum of the sample durations: per sample in `trun`, else the default of `tfhd` (14496-12 §8.8.7, §8.8.8). */
function fragmentDuration(moof: Buffer): number {
  const traf = getBox(moof, ['moof', 'traf']);
  const tfhd = getBox(moof, ['tfhd'], traf.body, traf.end);
  const tfhdFlags = moof.readUIntBE(tfhd.body + 1, 3);
  let at = tfhd.body + 8;
  if (tfhdFlags & 0x01) at += 8;
  if (tfhdFlags & 0x02) at += 4;
  const defaultDuration = tfhdFlags & 0x08 ? moof.readUInt32BE(at) : null;
  let total = 0;
  for (const box of listBoxes(moof, traf.body, traf.end)) if (box.type === 'trun') total += trunDuration(moof, box.body, defaultDuration);
  return total;
}

function trunDuration(moof: Buffer, body: number, defaultDuration: number | null): number {
  const flags = moof.readUIntBE(body + 1, 3);
  const samples = moof.readUInt32BE(body + 4);
  if (!(flags & 0x100)) {
    if (defaultDuration === null) throw new SourceError('DOWN', 'fragment states no sample duration');
    return samples * defaultDuration;
  }
  const stride = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
  let at = body + 8 + (flags & 0x01 ? 4 : 0) + (flags & 0x04 ? 4 : 0);
  let total = 0;
  for (let sample = 0; sample < samples; sample += 1, at += stride) total += moof.readUInt32BE(at);
  return total;
}

/** True when the first boxes of a file are those of a fragmented MP4. */
export function isFragmented(clip: Buffer): boolean {
  return findBox(clip, ['moov', 'mvex']) !== null && findBox(clip, ['moof']) !== null;
}
