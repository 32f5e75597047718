import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface PortalFile {
  readonly bytes: Buffer;
  /** null where compressing gains nothing. */
  readonly gzipped: Buffer | null;
  readonly type: string;
  readonly etag: string;
  /** Names below `assets/` carry a hash of their content and never change. */
  readonly isImmutable: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
/** Not for browsers. */
const hidden = new Set(['/index.html', '/trusted-documents.json']);
const compressible = /^(text|application)\/|svg/;
const compress = promisify(gzip);

/**
 * The built portal, read once at start: what is not on this list cannot be asked for, whatever the path says.
 * Sizes are those of a portal (a few MB).
 */
export async function readPortal(
  folder: string,
): Promise<{ readonly page: string | null; readonly files: ReadonlyMap<string, PortalFile> }> {
  const files = new Map<string, PortalFile>();
  let names: string[];
  try {
    names = (await readdir(folder, { recursive: true, withFileTypes: true })).flatMap((entry) =>
      entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [],
    );
  } catch {
    return { page: null, files };
  }
  for (const name of names) {
    const url = `/${path.relative(folder, name).split(path.sep).join('/')}`;
    const type = types[path.extname(name)];
    if (type === undefined || hidden.has(url)) continue;
    const bytes = await readFile(name);
    const gzipped = compressible.test(type) && bytes.length > 1_024 ? await compress(bytes, { level: 9 }) : null;
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
    files.set(url, { bytes, gzipped, type, etag, isImmutable: url.startsWith('/assets/') });
  }
  const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => null);
  return { page, files };
}
