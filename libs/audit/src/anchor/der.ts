/** One element of X.690 DER with all that stands in it. */
export interface DerNode {
  readonly tag: number;
  readonly content: Buffer;
  /** With tag and length. */
  readonly whole: Buffer;
  /** In a constructed one, in their order; empty in a primitive one. */
  readonly parts: readonly DerNode[];
}

export const derTags = {
  boolean: 1,
  integer: 2,
  bits: 3,
  octets: 4,
  null: 5,
  oid: 6,
  utcTime: 23,
  time: 24,
  sequence: 48,
  set: 49,
} as const;

const mostDepth = 32;

/**
 * The one element that these bytes are, whole to its leaves: definite and shortest lengths, tags below 31, each value in the one form
 * that DER gives it, no byte left over. @returns null for anything else
 */
export function decodeDer(bytes: Buffer): DerNode | null {
  const node = nodeAt(bytes, 0, 1);
  return node?.whole.length === bytes.length ? node : null;
}

function nodeAt(bytes: Buffer, from: number, depth: number): DerNode | null {
  const header = headerAt(bytes, from);
  if (header === null || depth > mostDepth) return null;
  const { tag, start, end } = header;
  const content = bytes.subarray(start, end);
  const whole = bytes.subarray(from, end);
  const isConstructed = (tag & 0x20) !== 0;
  const isUniversal = tag < 0x40;
  const isList = tag === derTags.sequence || tag === derTags.set;
  if (!isConstructed) return isUniversal && !isValue(tag, content) ? null : { tag, content, whole, parts: [] };
  if (isUniversal && !isList) return null;
  const parts: DerNode[] = [];
  for (let at = 0; at < content.length;) {
    const part = nodeAt(content, at, depth + 1);
    if (part === null) return null;
    parts.push(part);
    at += part.whole.length;
  }
  return { tag, content, whole, parts };
}

function headerAt(bytes: Buffer, from: number): { readonly tag: number; readonly start: number; readonly end: number } | null {
  if (from + 2 > bytes.length) return null;
  const tag = bytes.readUInt8(from);
  const first = bytes.readUInt8(from + 1);
  if (tag === 0 || (tag & 0x1f) === 0x1f) return null;
  const extra = first < 0x80 ? 0 : first - 0x80;
  if ((first >= 0x80 && extra === 0) || extra > 4 || from + 2 + extra > bytes.length) return null;
  const length = extra === 0 ? first : bytes.readUIntBE(from + 2, extra);
  const isShortest = extra === 0 || (extra === 1 ? length >= 0x80 : length >= 2 ** (8 * (extra - 1)));
  const end = from + 2 + extra + length;
  return isShortest && end <= bytes.length ? { tag, start: from + 2 + extra, end } : null;
}

function isValue(tag: number, content: Buffer): boolean {
  switch (tag) {
    case derTags.boolean:
      return content.length === 1 && (content[0] === 0x00 || content[0] === 0xff);
    case derTags.integer:
      // The first nine bits are not all alike, else a byte less would say the same.
      return content.length === 1 || (content.length > 1 && ![0, 0x1ff].includes(content.readUInt16BE(0) >> 7));
    case derTags.null:
      return content.length === 0;
    case derTags.oid:
      return isOid(content);
    default:
      return tag !== 0x10 && tag !== 0x11;
  }
}

/** Base 128, each arc in its fewest bytes; 64 bytes at most. */
function isOid(content: Buffer): boolean {
  let isFirst = true;
  for (const byte of content) {
    if (isFirst && byte === 0x80) return false;
    isFirst = byte < 0x80;
  }
  return content.length > 0 && content.length <= 64 && isFirst;
}

/** Dotted. @param node of an object identifier that `decodeDer` took */
export function oidOf({ content }: DerNode): string {
  const arcs = [...content].reduce<bigint[]>(
    (found, byte, at) => {
      const last = found.length - 1;
      found[last] = ((found[last] ?? 0n) << 7n) | BigInt(byte & 0x7f);
      if (byte < 0x80 && at < content.length - 1) found.push(0n);
      return found;
    },
    [0n],
  );
  const [joint = 0n, ...rest] = arcs;
  const top = joint >= 80n ? 2n : joint / 40n;
  return [top, joint - top * 40n, ...rest].join('.');
}

/** Tag, shortest length, content. */
export function encodeDer(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const hex = content.length.toString(16);
  const long = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const length = content.length < 0x80 ? Buffer.from([content.length]) : Buffer.concat([Buffer.from([0x80 | long.length]), long]);
  return Buffer.concat([Buffer.from([tag]), length, content]);
}

/** @param bytes big-endian, taken as positive */
export function encodeInteger(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first < 0 ? Buffer.from([0]) : bytes.subarray(first);
  return encodeDer(derTags.integer, (short[0] ?? 0) >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), short);
}

/** Dotted, arcs below 2^31. */
export function encodeOid(dotted: string): Buffer {
  const [top = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [top * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | (left % 128));
    return digits;
  });
  return encodeDer(derTags.oid, Buffer.from(bytes));
}
