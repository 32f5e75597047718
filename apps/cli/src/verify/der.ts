/**
 * X.690 DER, read strictly: one spelling a value. Definite and shortest lengths, tags below 31, nothing left over. Pure: the same code
 * runs in the browser page.
 */
export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With tag and length. */
  readonly whole: Uint8Array;
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** What the bytes are not. Thrown by readers of this file, caught by whoever opened the bytes. */
export class Malformed extends Error {}

const deepest = 32;

/** Elements one after the other, as they stand in a constructed one. */
export class DerReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  /** The next one, which must bear this tag. @throws Malformed */
  take(tag: number, what: string): Element {
    const element = this.next();
    if (element?.tag !== tag) throw new Malformed(`has no proper ${what}`);
    return element;
  }

  /** The next one where it bears this tag, else null and nothing is taken. */
  takeIf(tag: number): Element | null {
    return this.bytes[this.at] === tag ? this.next() : null;
  }

  /** What stands within the next one. @throws Malformed */
  enter(tag: number, what: string): DerReader {
    return new DerReader(this.take(tag, what).content);
  }

  /** @throws Malformed when something is left */
  end(what: string): void {
    if (!this.isAtEnd) throw new Malformed(`has something after the ${what}`);
  }

  /** null at the end. @throws Malformed */
  next(): Element | null {
    const { bytes, at } = this;
    if (this.isAtEnd) return null;
    const tag = bytes[at] ?? 0;
    let length = bytes[at + 1] ?? 0xff;
    let start = at + 2;
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count < 1 || count > 4 || start + count > bytes.length) throw new Malformed('has a length in no DER form');
      length = 0;
      for (let each = 0; each < count; each += 1) length = length * 256 + (bytes[start + each] ?? 0);
      if (length < 0x80 || length < 256 ** (count - 1)) throw new Malformed('has a length in no DER form');
      start += count;
    }
    const end = start + length;
    if (tag === 0 || (tag & 0x1f) === 0x1f || end > bytes.length) throw new Malformed('has an element that does not fit');
    this.at = end;
    return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
  }
}

/** Holds the whole tree to the rules, also what nobody looks into. @throws Malformed */
export function openDer(bytes: Uint8Array, what: string): Element {
  const reader = new DerReader(bytes);
  const root = reader.next();
  if (root === null) throw new Malformed(`is no ${what}`);
  reader.end(what);
  judge(root, 1);
  return root;
}

function judge({ tag, content }: Element, depth: number): void {
  if (depth > deepest) throw new Malformed('is nested too deep');
  if ((tag & 0x20) !== 0) {
    if (tag < 0x40 && tag !== tags.sequence && tag !== tags.set) throw new Malformed('has a primitive value in parts');
    const reader = new DerReader(content);
    for (let each = reader.next(); each !== null; each = reader.next()) judge(each, depth + 1);
  } else if (!isPrimitive(tag, content)) {
    throw new Malformed('has a value in no DER form');
  }
}

function isPrimitive(tag: number, content: Uint8Array): boolean {
  const [first = 0, second = 0] = content;
  switch (tag) {
    case tags.boolean:
      return content.length === 1 && (first === 0 || first === 0xff);
    case tags.integer:
      return content.length === 1 || (content.length > 1 && !(first === 0 && second < 0x80) && !(first === 0xff && second >= 0x80));
    case tags.null:
      return content.length === 0;
    case tags.oid:
      return isOid(content);
    default:
      return (tag & 0x1f) !== 0x10 && (tag & 0x1f) !== 0x11 ? true : tag >= 0x40;
  }
}

function isOid(content: Uint8Array): boolean {
  if (content.length < 1 || content.length > 64 || (content.at(-1) ?? 0x80) >= 0x80) return false;
  return content.every((byte, at) => byte !== 0x80 || (at > 0 && (content[at - 1] ?? 0) >= 0x80));
}

/** Dotted, as people write it. */
export function oidText(content: Uint8Array): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content) {
    arc = arc * 128n + BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [both = 0n, ...rest] = arcs;
  const first = both < 80n ? both / 40n : 2n;
  return [first, both - first * 40n, ...rest].join('.');
}
