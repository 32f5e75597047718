import { deflateRawSync } from 'node:zlib';
import { storedZip } from '../../libs/inspection/src/export/stored-zip.js';
import { goFound, OtherVerifier, ours } from './export-judges.js';
import { makeExport, unpacked } from './export-maker.js';

// The zip of an export: one form only. `CUAO_EXPORT_BITS=all` changes every single bit before our verifier too; the one in Go always does.

const whereGoIs = goFound ? it : it.skip;
const other = new OtherVerifier();

beforeAll(() => {
  if (goFound) other.build();
});
afterAll(() => other.close());

const whole = makeExport(20, 5);

describe('the zip itself', () => {
  const small = makeExport(2, 0);

  it('has no bit whose change goes unnoticed', async () => {
    const all = process.env['CUAO_EXPORT_BITS'] === 'all';
    const isContent = contentOf(small);
    const unnoticed: number[] = [];
    let tried = 0;
    for (let bit = 0; bit < small.length * 8; bit += 1) {
      // Every bit that is no content, and of the content every 61st (a prime: each place of a byte).
      if (!all && isContent[bit >> 3] === 1 && bit % 61 !== 0) continue;
      small[bit >> 3] = (small[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if ((await ours(small)).verified) unnoticed.push(bit);
      small[bit >> 3] = (small[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      tried += 1;
    }
    expect(unnoticed).toEqual([]);
    expect(tried).toBeGreaterThan(8_000);
  }, 600_000);

  whereGoIs(
    'has none for the other verifier either: every single bit',
    () => {
      expect(other.flips(small)).toEqual({ status: 0, said: { bits: small.length * 8, unnoticed: 0, first: -1 } });
    },
    600_000,
  );

  const end = whole.length - 22;
  const forms: readonly (readonly [what: string, zip: () => Buffer])[] = [
    ['bytes before it', () => Buffer.concat([Buffer.from('PK'), whole])],
    ['bytes behind it', () => Buffer.concat([whole, Buffer.from([0])])],
    ['a comment', () => Buffer.concat([whole.subarray(0, whole.length - 2), Buffer.from([1, 0, 65])])],
    [
      'bytes between files and directory',
      () => Buffer.concat([whole.subarray(0, whole.readUInt32LE(end + 16)), Buffer.alloc(4), whole.subarray(whole.readUInt32LE(end + 16))]),
    ],
    ['a name that leads out', () => storedZip(new Map<string, Uint8Array>([...unpacked(whole), ['../evil', Buffer.from('x')]]))],
    ['an absolute name', () => storedZip(new Map<string, Uint8Array>([...unpacked(whole), ['/etc/x', Buffer.from('x')]]))],
    ['a folder', () => storedZip(new Map<string, Uint8Array>([...unpacked(whole), ['entries/', Buffer.alloc(0)]]))],
    ['a name twice', () => twice(whole)],
    ['a compressed file', () => compressed()],
    [
      'a size of 4 GiB',
      () => {
        const zip = Buffer.from(whole);
        zip.writeUInt32LE(0xffffffff, 18);
        return zip;
      },
    ],
    ['nothing in it', () => storedZip(new Map())],
    ['no bytes at all', () => Buffer.alloc(0)],
    ['its second half missing', () => whole.subarray(0, whole.length >> 1)],
  ];

  it.each(forms)('with %s is refused', async (_, zip) => {
    expect((await ours(zip())).verified).toBe(false);
  });

  whereGoIs('is refused by the other verifier in each of these forms', () => {
    expect(other.judge(forms.map(([, zip]) => zip())).map(({ verified }) => verified)).toEqual(forms.map(() => false));
  });
});

/** 1 for each byte of a file's content, 0 for headers, names and directory. */
function contentOf(zip: Buffer): Uint8Array {
  const marks = new Uint8Array(zip.length);
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const from = at + 30 + zip.readUInt16LE(at + 26);
    at = from + zip.readUInt32LE(at + 18);
    marks.fill(1, from, at);
  }
  return marks;
}

/** The first file once more, with directory and end as if that were right. */
function twice(zip: Buffer): Buffer {
  const end = zip.length - 22;
  const directory = zip.readUInt32LE(end + 16);
  const size = 30 + zip.readUInt16LE(26) + zip.readUInt32LE(18);
  const central = Buffer.from(zip.subarray(directory, directory + 46 + zip.readUInt16LE(directory + 28)));
  central.writeUInt32LE(directory, 42);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8);
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10);
  tail.writeUInt32LE(tail.readUInt32LE(12) + central.length, 12);
  tail.writeUInt32LE(directory + size, 16);
  return Buffer.concat([zip.subarray(0, directory), zip.subarray(0, size), zip.subarray(directory, end), central, tail]);
}

/** One file, deflated, as any other program would pack it. */
function compressed(): Buffer {
  const content = Buffer.alloc(2 ** 20);
  const packed = deflateRawSync(content);
  const zip = storedZip(new Map([['manifest.json', packed]]));
  for (const at of [8, zip.readUInt32LE(zip.length - 6) + 10]) zip.writeUInt16LE(8, at);
  return zip;
}
