import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { bundledFiles, BundleFault, readBundleFiles, type BundleFiles } from '../bundle.js';

/** Name of the one-file form; hand-over between people, and what a node keeps of the last good bundle. */
export const bundleSuffix = '.cuao-policy';
const mostUnpackedBytes = 32 << 20;
const names = ['manifest', 'signatures', ...bundledFiles] as const;
const onDisk = (name: (typeof names)[number]): string => (name === 'manifest' || name === 'signatures' ? `${name}.json` : name);

const archiveSchema = z.object({ format: z.literal('cuao-policy/1'), files: z.record(z.string(), z.base64()) }).strict();

/** A folder like `policies/bundle`, or one file of it. The bytes come out as they went in. @throws BundleFault `unreadable` */
export async function readBundle(place: string): Promise<BundleFiles> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return readBundleFiles(place);
  try {
    const text = gunzipSync(await readFile(place), { maxOutputLength: mostUnpackedBytes }).toString('utf8');
    const { files } = archiveSchema.parse(JSON.parse(text));
    const read = names.map((name) => {
      const content = files[onDisk(name)];
      if (content === undefined) throw new Error(`${onDisk(name)} is not in it`);
      return [name, Buffer.from(content, 'base64')] as const;
    });
    return Object.fromEntries(read) as Record<(typeof names)[number], Buffer>;
  } catch (cause) {
    throw new BundleFault('unreadable', `${place} is no policy bundle: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** One file where the place ends in `.cuao-policy`, else a folder. A reader never sees half of it. */
export async function writeBundle(place: string, files: BundleFiles): Promise<void> {
  if (!place.endsWith(bundleSuffix)) {
    await mkdir(place, { recursive: true });
    for (const name of names) await writeWhole(path.join(place, onDisk(name)), files[name]);
    return;
  }
  await mkdir(path.dirname(place), { recursive: true });
  const content = Object.fromEntries(names.map((name) => [onDisk(name), Buffer.from(files[name]).toString('base64')]));
  await writeWhole(place, gzipSync(JSON.stringify({ format: 'cuao-policy/1', files: content }), { level: 9 }));
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
