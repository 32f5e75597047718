// Debian packages unpacked into a folder of our own: no root, no service, nothing of the system is touched.
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, run } from './command.mjs';

/** Package names in the words of `apt-get -s install`. */
export const packagesIn = (simulation) => [...simulation.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);

/**
 * Fetches packages with whatever they need that this machine lacks, checked by apt's own signatures, and unpacks them.
 * The machine's own package lists serve if it has them; if not, or if they are too old, fresh ones are fetched beside them.
 * @returns whether `folder` now holds them; false where there is no apt, no network or no such package
 */
export async function unpackDebian(packages, folder, { signal } = {}) {
  const [apt, dpkg] = [await findProgram(['apt-get']), await findProgram(['dpkg'])];
  if (apt === null || dpkg === null) return false;
  const work = await mkdtemp(path.join(tmpdir(), 'cuao-apt-'));
  try {
    for (const each of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) await mkdir(path.join(work, each), { recursive: true });
    const debs = path.join(work, 'debs');
    const call = (options) => (words, timeoutMs) =>
      run(apt, [...options.flatMap((option) => ['-o', option]), ...words], { signal, cwd: debs, env: aptEnvironment(), timeoutMs });
    const own = [
      `Dir::Cache=${work}/cache`,
      'Debug::NoLocking=1',
      'APT::Sandbox::User=',
      'Acquire::Retries=2',
      'Acquire::http::Timeout=20',
      'Acquire::https::Timeout=20',
    ];
    const fresh = [...own, `Dir::State::lists=${work}/lists`, 'Acquire::Languages=none'];
    const fetched =
      (await download(call(own), packages))
      || ((await call(fresh)(['-qq', 'update'], 90_000)).code === 0 && (await download(call(fresh), packages)));
    if (!fetched) return false;
    for (const file of await readdir(debs)) {
      if ((await run(dpkg, ['-x', path.join(debs, file), path.join(work, 'root')], { signal, env: aptEnvironment() })).code !== 0)
        return false;
    }
    await rm(folder, { recursive: true, force: true });
    await mkdir(path.dirname(folder), { recursive: true });
    await moveFolder(path.join(work, 'root'), folder);
    return true;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(apt, packages) {
  const simulation = await apt(['-s', 'install', '--no-install-recommends', ...packages], 60_000);
  const names = packagesIn(simulation.stdout);
  return simulation.code === 0 && names.length > 0 && (await apt(['-qq', 'download', ...names], 120_000)).code === 0;
}

async function moveFolder(from, to) {
  await rename(from, to).catch(async (error) => {
    if (error.code !== 'EXDEV') throw error;
    await run('cp', ['-a', from, to]);
  });
}

/** apt and dpkg need the system's own folders on the PATH, and no questions. */
export function aptEnvironment(env = process.env) {
  const { http_proxy, https_proxy, no_proxy } = env;
  const PATH = `${env.PATH ?? ''}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
  return {
    PATH,
    LC_ALL: 'C',
    DEBIAN_FRONTEND: 'noninteractive',
    ...(http_proxy && { http_proxy }),
    ...(https_proxy && { https_proxy }),
    ...(no_proxy && { no_proxy }),
  };
}

/** Installs packages on the system; only root on a Debian-like machine can. @returns whether it worked */
export async function installDebian(packages, { signal } = {}) {
  const apt = await findProgram(['apt-get']);
  if (apt === null || process.getuid?.() !== 0) return false;
  const options = { signal, env: aptEnvironment(), timeoutMs: 300_000 };
  const install = () =>
    run(
      apt,
      ['-qq', '-y', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=120', 'install', '--no-install-recommends', ...packages],
      options,
    );
  if ((await install()).code === 0) return true;
  await run(apt, ['-qq', 'update'], options);
  return (await install()).code === 0;
}
