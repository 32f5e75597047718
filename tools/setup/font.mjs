// A font file with Vietnamese letters for what ffmpeg burns into a picture (without a file it would ask fontconfig, which may have none).
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { unpackDebian } from './archive.mjs';

/** In order of liking; all of them hold the Vietnamese letters. */
const liked = [
  'DejaVuSans-Bold.ttf',
  'DejaVuSans.ttf',
  'NotoSans-Bold.ttf',
  'NotoSans-Regular.ttf',
  'LiberationSans-Bold.ttf',
  'LiberationSans-Regular.ttf',
  'FreeSansBold.ttf',
  'FreeSans.ttf',
  'Roboto-Regular.ttf',
  'Ubuntu-R.ttf',
  'Arial.ttf',
];
const folders = ['/usr/share/fonts', '/usr/local/share/fonts', '/System/Library/Fonts/Supplemental'];

/** The best liked font file among paths, or null. */
export function bestFont(files) {
  const ranked = files.map((file) => ({ file, rank: liked.indexOf(path.basename(file)) })).filter(({ rank }) => rank >= 0);
  return ranked.sort((left, right) => left.rank - right.rank)[0]?.file ?? null;
}

async function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.map((entry) => path.join(folder, entry));
}

/** A font that is there already. Changes nothing. */
export async function findFont(tools) {
  const found = await Promise.all([...folders, path.join(tools, 'fonts')].map(filesBelow));
  return bestFont(found.flat());
}

/** @returns {Promise<string | null>} null: nothing is burned in, and the start says so */
export async function ensureFont(tools, { signal } = {}) {
  const found = await findFont(tools);
  if (found !== null) return found;
  await unpackDebian(['fonts-dejavu-core'], path.join(tools, 'fonts'), { signal });
  return findFont(tools);
}
