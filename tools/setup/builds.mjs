// The two builds, server (tsc, and the offline verifier of the same sources in one file) and portal (Vite): only when a source differs from what was built last.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firstLines } from './command.mjs';
import { npm } from './packages.mjs';
import { SetupError } from './speech.mjs';

export const server = {
  name: 'server',
  sources: [
    'apps',
    'libs',
    'migrations',
    'test/story',
    'test/bench',
    'test/fuzz',
    'test/crash',
    'test/support',
    'test/journeys',
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
  ],
  without: (file) => file.startsWith('apps/portal/') || file.endsWith('.spec.ts'),
  result: 'dist/verify/index.html', // made last
};
export const portal = {
  name: 'portal',
  sources: ['apps/portal', 'schema.graphql', 'package-lock.json'],
  without: (file) => /\.spec\.tsx?$/.test(file),
  result: 'dist/portal/index.html',
};

async function filesOf(root, each) {
  const full = path.join(root, each);
  const found = await stat(full).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [each];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}

/** One digest over names, sizes and times of a build's sources. */
async function digestOf(root, build) {
  const files = (await Promise.all(build.sources.map((each) => filesOf(root, each)))).flat().filter((file) => !build.without(file));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { size, mtimeMs } = await stat(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const stampOf = (root, build) => path.join(root, 'dist/.built', build.name);

/** Whether the last build was made from these very sources. Changes nothing. */
export async function isFresh(root, build) {
  if (!existsSync(path.join(root, build.result))) return false;
  const stamp = await readFile(stampOf(root, build), 'utf8').catch(() => '');
  return stamp === (await digestOf(root, build));
}

async function build(root, which, make) {
  if (await isFresh(root, which)) return 'còn mới · up to date';
  const digest = await digestOf(root, which); // before: what is saved while we build belongs to the next one
  await rm(stampOf(root, which), { force: true });
  await make();
  await mkdir(path.dirname(stampOf(root, which)), { recursive: true });
  await writeFile(stampOf(root, which), digest);
  return '';
}

/** @returns {Promise<string>} detail for the step's line */
export function ensureServerBuild(root, { signal } = {}) {
  return build(root, server, async () => {
    const result = await npm(root, ['run', 'build', '--silent'], { signal });
    if (result.code !== 0) {
      throw new SetupError(
        'không biên dịch được máy chủ',
        `the server's build failed\n    ${firstLines(`${result.stdout}${result.stderr}`)}`,
        'npm run build',
      );
    }
    await removeOrphans(root);
  });
}

/** tsc leaves the output of deleted sources behind; a removed migration must not run. */
async function removeOrphans(root) {
  for (const folder of ['apps', 'libs', 'migrations']) {
    for (const file of await filesOf(path.join(root, 'dist'), folder)) {
      const source = path.join(root, file.replace(/\.js(\.map)?$/, ''));
      if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) await rm(path.join(root, 'dist', file), { force: true });
    }
  }
}

/** Whether there is a portal to build. */
export const hasPortal = (root) =>
  ['vite.config.ts', 'vite.config.mts', 'vite.config.js', 'vite.config.mjs'].some((file) =>
    existsSync(path.join(root, 'apps/portal', file)),
  );

export function ensurePortalBuild(root, { signal } = {}) {
  return build(root, portal, async () => {
    const result = await npm(root, ['run', '--silent', 'portal:build'], { signal });
    if (result.code !== 0 || !existsSync(path.join(root, portal.result))) {
      const words = firstLines(result.stderr || result.stdout, 12);
      throw new SetupError('không dựng được cổng thông tin', `the portal's build failed\n    ${words}`, 'npm run portal:build');
    }
  });
}
