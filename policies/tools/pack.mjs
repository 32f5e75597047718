// Files of an OPA bundle (tar.gz), and hashes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { quickened } from './quick/quicken.mjs';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @returns {Record<string, Buffer>} regular files by name without the leading slash (ustar, names under 100 bytes). */
export function unpackBundle(file) {
  const tar = gunzipSync(readFileSync(file));
  const files = {};
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = text(tar.subarray(at, at + 100));
    const size = Number.parseInt(text(tar.subarray(at + 124, at + 136)), 8);
    files[name.replace(/^\/+/, '')] = Buffer.from(tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** The same of a policy that is to be asked: its module made quicker. @param options of `quickened` */
export function compiledFiles(file, options) {
  const files = unpackBundle(file);
  return { ...files, 'policy.wasm': quickened(files['policy.wasm'], options) };
}

const text = (bytes) => bytes.subarray(0, Math.max(0, bytes.indexOf(0) === -1 ? bytes.length : bytes.indexOf(0))).toString('utf8').trim();
