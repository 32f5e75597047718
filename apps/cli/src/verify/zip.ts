import { fromUtf8, isSame } from './codec.js';

/**
 * ZIP in the one form in which an export is written: files stored as they are, one after the other from the first byte on, the directory
 * behind them, no time, no comment, no extra field. Every byte is therefore either content, which its CRC and the manifest vouch for, or
 * can be said beforehand: there is no bit whose change goes unnoticed. A compressed stream would have such bits, and bombs too.
 */
export type Unzipped = ReadonlyMap<string, Uint8Array>;

export interface ZipFault {
  /** The file it is about; null when it is about none. */
  readonly name: string | null;
  readonly what: string;
}

/** An export is far smaller; a larger file is not even looked at. */
export const mostZipBytes = 256 * 2 ** 20;
const mostFiles = 65_534;
const localSize = 30;
const centralSize = 46;
const endSize = 22;
/** Version needed 2.0, no flags, stored, midnight of 1 January 1980. */
const profile = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] as const;
const nameForm = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*)*$/;

interface Member {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** @returns the files by name, or the first thing that is not as it must be */
export function readZip(bytes: Uint8Array): Unzipped | ZipFault {
  if (bytes.length > mostZipBytes) return { name: null, what: `the zip has ${bytes.length} bytes, more than ${mostZipBytes}` };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  const members: Member[] = [];
  let at = 0;
  let before = '';
  while (at + 4 <= bytes.length && view.getUint32(at, true) === 0x04034b50) {
    const member = localHeader(view, bytes, at);
    if (typeof member === 'string') return { name: null, what: `the zip ${member} at byte ${at}` };
    const { name, size, crc, nameBytes } = member;
    // In order of their names: no name twice, and one order only.
    if (name <= before) return { name, what: `${name} stands twice in the zip, or out of order` };
    const from = at + localSize + nameBytes.length;
    if (from + size > bytes.length) return { name, what: `${name} is cut off` };
    const content = bytes.subarray(from, from + size);
    if (crc32(content) !== crc) return { name, what: `${name} is damaged: its CRC differs` };
    if (members.length === mostFiles) return { name, what: `the zip holds more than ${mostFiles} files` };
    members.push(member);
    files.set(name, content);
    before = name;
    at = from + size;
  }
  const fault = directoryFault(bytes.subarray(at), members, at);
  return fault ?? files;
}

function localHeader(view: DataView, bytes: Uint8Array, offset: number): Member | string {
  if (offset + localSize > bytes.length) return 'ends within a header';
  if (profile.some((byte, at) => bytes[offset + 4 + at] !== byte)) return 'has a header of another kind';
  const [crc, packed, size] = [view.getUint32(offset + 14, true), view.getUint32(offset + 18, true), view.getUint32(offset + 22, true)];
  const [nameLength, extra] = [view.getUint16(offset + 26, true), view.getUint16(offset + 28, true)];
  if (packed !== size || extra !== 0) return 'has a header of another kind';
  const nameBytes = bytes.slice(offset + localSize, offset + localSize + nameLength);
  const name = fromUtf8(nameBytes);
  if (name === null || nameBytes.length !== nameLength || nameLength > 200 || !nameForm.test(name))
    return 'has a name that is none of ours';
  return { name, nameBytes, crc, size, offset };
}

/** What stands behind the files, against what must stand there. */
function directoryFault(rest: Uint8Array, members: readonly Member[], offset: number): ZipFault | null {
  let at = 0;
  for (const member of members) {
    const { name, nameBytes, crc, size } = member;
    const wanted = new Uint8Array(centralSize + nameBytes.length);
    const view = new DataView(wanted.buffer);
    view.setUint32(0, 0x02014b50, true);
    wanted.set([20, 0, ...profile], 4);
    view.setUint32(16, crc, true);
    view.setUint32(20, size, true);
    view.setUint32(24, size, true);
    view.setUint16(28, nameBytes.length, true);
    view.setUint32(42, member.offset, true);
    wanted.set(nameBytes, centralSize);
    if (!isSame(wanted, rest.subarray(at, at + wanted.length)))
      return { name: null, what: `the zip's directory says something else of ${name}` };
    at += wanted.length;
  }
  const end = new Uint8Array(endSize);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, members.length, true);
  view.setUint16(10, members.length, true);
  view.setUint32(12, at, true);
  view.setUint32(16, offset, true);
  return isSame(end, rest.subarray(at)) ? null : { name: null, what: `the zip does not end as it must, after ${members.length} files` };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
