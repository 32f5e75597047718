import { crc32 } from 'node:zlib';

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
/** Version needed 2.0, no flags, stored, midnight of 1 January 1980. */
const profile = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);

/**
 * A zip of plain files in the one form that the verifiers accept: stored, in the order of their names, nothing in a header that could
 * be otherwise. The same files are the same bytes everywhere, and no bit may change unseen; a library's zip promises neither.
 * @param files names of ASCII letters, digits, `-_./`; below 4 GiB and 65,535 files in all
 */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name) ?? new Uint8Array(0);
    const nameBytes = Buffer.from(name, 'latin1');
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    sizes.writeUInt16LE(nameBytes.length, 12);
    parts.push(word(localSignature), profile, sizes, nameBytes, content);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(word(centralSignature), Buffer.from([20, 0]), profile, sizes, tail, nameBytes);
    offset += 30 + nameBytes.length + content.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directorySize, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, word(endSignature), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
