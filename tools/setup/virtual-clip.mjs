// The one clip that all virtual cameras share: fragmented MP4, one keyframe and one fragment a second, so that the edge
// can serve any second of it by cutting the file, without an encoder.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLines, run } from './command.mjs';
import { SetupError } from './speech.mjs';

export const clip = { width: 640, height: 360, framesPerSecond: 10, seconds: 20, kilobitsPerSecond: 400 };
const words = 'CAMERA ẢO · VIRTUAL CAMERA';

/** Top-level boxes of an MP4 file: [{type, start, size}]. @throws when the sizes do not add up */
export function boxesOf(bytes) {
  const boxes = [];
  for (let start = 0; start < bytes.length;) {
    const size = start + 8 <= bytes.length ? bytes.readUInt32BE(start) : 0;
    if (size < 8 || start + size > bytes.length) throw new Error(`broken MP4 box at byte ${start}`);
    boxes.push({ type: bytes.toString('latin1', start + 4, start + 8), start, size });
    start += size;
  }
  return boxes;
}

/** Whether the file is what the edge cuts: an initialisation part, then one fragment for each second. */
export function isWholeClip(bytes) {
  try {
    const types = boxesOf(bytes).map(({ type }) => type);
    const fragments = types.filter((type) => type === 'moof').length;
    return (
      types[0] === 'ftyp'
      && types.includes('moov')
      && fragments === clip.seconds
      && types.filter((type) => type === 'mdat').length === fragments
    );
  } catch {
    return false;
  }
}

/** A street at dusk: three lanes, vehicles of plain colour that cross in whole loops, so that the clip joins its own beginning. */
function picture() {
  const { width, height, framesPerSecond: rate, seconds } = clip;
  const vehicles = [
    { colour: '0xd9a441', w: 70, h: 34, y: 132, laps: 2, offset: 0 },
    { colour: '0x8fb8de', w: 96, h: 40, y: 192, laps: 3, offset: 240 },
    { colour: '0xc8553d', w: 44, h: 22, y: 268, laps: -4, offset: 420 },
  ];
  const inputs = [
    `color=c=0x27313b:s=${width}x${height}:r=${rate}:d=${seconds}`,
    ...vehicles.map(({ colour, w, h }) => `color=c=${colour}:s=${w}x${h}:r=${rate}:d=${seconds}`),
  ];
  const lanes = [116, 180, 244, 304].map((y) => `drawbox=x=0:y=${y}:w=${width}:h=2:color=0x6b7885:t=fill`).join(',');
  const way = width + 100;
  const overlays = vehicles.map(({ y, laps, offset }, index) => {
    const distance = `mod(t*${(laps * way) / seconds}+${offset + way * 10}\\,${way})-100`;
    return `[${index === 0 ? 'road' : `v${index}`}][${index + 1}:v]overlay=x='${distance}':y=${y}:shortest=1[v${index + 1}]`;
  });
  return { inputs, filter: [`[0:v]${lanes}[road]`, ...overlays].join(';'), last: `v${vehicles.length}` };
}

/** Arguments of the one ffmpeg run. @param textFile holds the words; null burns nothing in */
export function clipArguments({ font, textFile, target }) {
  const { inputs, filter, last } = picture();
  const caption =
    font === null || textFile === null
      ? ''
      : `,drawtext=fontfile='${escapePath(font)}':textfile='${escapePath(textFile)}':fontsize=22:fontcolor=white:box=1:boxcolor=black@0.55:boxborderw=8:x=16:y=16`;
  const rate = `${clip.kilobitsPerSecond}k`;
  return [
    '-hide_banner',
    '-loglevel',
    'error',
    '-y',
    ...inputs.flatMap((input) => ['-f', 'lavfi', '-i', input]),
    '-filter_complex',
    `${filter};[${last}]noise=alls=6:allf=t${caption},format=yuv420p[out]`,
    '-map',
    '[out]',
    '-t',
    String(clip.seconds),
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-level',
    '3.0',
    '-preset',
    'veryfast',
    '-bf',
    '0',
    '-g',
    String(clip.framesPerSecond),
    '-keyint_min',
    String(clip.framesPerSecond),
    '-sc_threshold',
    '0',
    '-b:v',
    rate,
    '-maxrate',
    rate,
    '-bufsize',
    `${clip.kilobitsPerSecond / 2}k`,
    '-video_track_timescale',
    '90000',
    '-movflags',
    '+frag_keyframe+empty_moov+default_base_moof',
    '-f',
    'mp4',
    target,
  ];
}

/** A path inside a quoted filter option: ffmpeg reads `'`, `\` and `:` there. */
const escapePath = (file) => file.replaceAll('\\', '\\\\').replaceAll(':', '\\:').replaceAll("'", "'\\\\\\''");

/** Makes the clip if it is missing or broken. @returns {Promise<'there' | 'made' | 'made-without-text'>} */
export async function ensureVirtualClip({ ffmpeg, font, target, signal }) {
  if (existsSync(target) && isWholeClip(await readFile(target))) return 'there';
  await mkdir(path.dirname(target), { recursive: true });
  const textFile = path.join(path.dirname(target), 'virtual.txt');
  const making = `${target}.part`;
  await writeFile(textFile, words);
  try {
    const result = await run(ffmpeg, clipArguments({ font, textFile, target: making }), { signal, timeoutMs: 120_000 });
    if (result.code !== 0 || !isWholeClip(await readFile(making))) {
      throw new SetupError(
        'không tạo được hình camera ảo',
        `ffmpeg could not make the virtual camera's clip\n    ${lastLines(result.stderr)}`,
        `try another ffmpeg: FFMPEG_PATH=/path/to/ffmpeg npm start`,
      );
    }
    await rename(making, target);
  } finally {
    await Promise.all([rm(textFile, { force: true }), rm(making, { force: true })]);
  }
  return font === null ? 'made-without-text' : 'made';
}
