import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isFragmented } from './fmp4-fragment.js';
import { SourceError } from './source.js';

const run = promisify(execFile);

/** A monospaced font with Vietnamese letters, where Debian, Fedora, Alpine, Arch and macOS keep one. */
const fontPlaces = [
  '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf',
  '/usr/share/fonts/dejavu-sans-mono-fonts/DejaVuSansMono.ttf',
  '/usr/share/fonts/dejavu/DejaVuSansMono.ttf',
  '/usr/share/fonts/TTF/DejaVuSansMono.ttf',
  '/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf',
  '/usr/share/fonts/truetype/freefont/FreeMono.ttf',
  '/System/Library/Fonts/Menlo.ttc',
];

export interface FfmpegAbilities {
  readonly path: string;
  /** null: the picture carries no clock, because this build cannot draw text or no font is there. */
  readonly font: string | null;
}

/**
 * @param fontFolder where the start tool puts a font on a machine that has none
 * @returns what this ffmpeg can do, or the reason why it is of no use
 */
export async function probeFfmpeg(
  ffmpeg: string,
  fontFolder: string | null = null,
): Promise<FfmpegAbilities | { readonly unusable: string }> {
  try {
    const { stdout: encoders } = await run(ffmpeg, ['-hide_banner', '-encoders'], { timeout: 10_000, maxBuffer: 4_194_304 });
    if (!encoders.includes('libx264')) return { unusable: 'ffmpeg has no libx264' };
    const { stdout: filters } = await run(ffmpeg, ['-hide_banner', '-filters'], { timeout: 10_000, maxBuffer: 4_194_304 });
    if (!filters.includes('testsrc2')) return { unusable: 'ffmpeg has no testsrc2' };
    const font = filters.includes(' drawtext ') ? (fontPlaces.find((place) => existsSync(place)) ?? (await fontIn(fontFolder))) : null;
    return { path: ffmpeg, font };
  } catch {
    return { unusable: 'ffmpeg does not run' };
  }
}

async function fontIn(folder: string | null): Promise<string | null> {
  if (folder === null || !existsSync(folder)) return null;
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ttf')).sort();
  const [first] = files;
  const chosen = files.find((file) => /Mono\.ttf$/.test(file)) ?? first;
  return chosen === undefined ? null : path.join(folder, chosen);
}

/** A path inside a quoted filter option, where ffmpeg reads `'`, `\` and `:`. */
const escapePath = (file: string): string => file.replaceAll('\\', '\\\\').replaceAll(':', '\\:').replaceAll("'", "'\\\\\\''");

/** Arguments of a camera that shows a moving test picture, its code and the UTC time; fragmented MP4 in whole seconds on stdout or in a file. */
export function cameraArguments(
  abilities: FfmpegAbilities,
  what: { readonly label: string; readonly clock: boolean; readonly seconds: number | null; readonly output: string },
): string[] {
  const time = what.clock ? ' %{gmtime\\:%F %T}Z' : '';
  // The code comes from the register: letters, digits and hyphens are kept, so nothing of it is read as filter syntax.
  const label = what.label.replace(/[^A-Za-z0-9-]/g, '');
  const text =
    abilities.font === null
      ? []
      : [
          '-vf',
          `drawtext=fontfile='${escapePath(abilities.font)}':text='${label}${time}':x=10:y=h-34:fontsize=20:fontcolor=white:box=1:boxcolor=black@0.6`,
        ];
  return [
    '-hide_banner',
    '-loglevel',
    'error',
    '-nostdin',
    '-y',
    '-threads',
    '1',
    ...(what.seconds === null ? ['-re'] : []),
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=640x360:rate=10',
    ...(what.seconds === null ? [] : ['-t', String(what.seconds)]),
    ...text,
    '-c:v',
    'libx264',
    '-threads',
    '1',
    '-preset',
    'ultrafast',
    '-tune',
    'zerolatency',
    '-profile:v',
    'main',
    '-pix_fmt',
    'yuv420p',
    '-g',
    '10',
    '-keyint_min',
    '10',
    '-sc_threshold',
    '0',
    '-b:v',
    '400k',
    '-maxrate',
    '600k',
    '-bufsize',
    '600k',
    '-an',
    '-f',
    'mp4',
    '-movflags',
    '+empty_moov+default_base_moof+frag_keyframe+skip_trailer',
    '-flush_packets',
    '1',
    what.output,
  ];
}

export const clipSeconds = 40;

/** Makes the clip of the virtual cameras unless a usable one is there. @returns its bytes. @throws SourceError when neither is possible */
export async function loadOrMakeClip(clipPath: string, ffmpeg: FfmpegAbilities | null): Promise<Buffer> {
  const present = await readFile(clipPath).catch(() => null);
  if (present !== null && isFragmented(present)) return present;
  if (ffmpeg === null) throw new SourceError('DOWN', `no clip at ${clipPath} and no ffmpeg to make it`);
  await mkdir(path.dirname(clipPath), { recursive: true });
  const unfinished = `${clipPath}.${process.pid}.part`;
  try {
    await run(ffmpeg.path, cameraArguments(ffmpeg, { label: 'VIRTUAL', clock: false, seconds: clipSeconds, output: unfinished }), {
      timeout: 120_000,
    });
    await rename(unfinished, clipPath);
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(clipPath);
}
