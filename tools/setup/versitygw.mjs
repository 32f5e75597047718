// An S3-compatible store for the tests: versitygw (Apache-2.0, files on a disk, conditional writes and Object Lock), on the PATH or built by Go.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findProgram, run } from './command.mjs';

const version = '1.8.0';

async function usable(command, source) {
  if (command === null || !existsSync(command)) return null;
  return (await run(command, ['--version'], { timeoutMs: 20_000 })).code === 0 ? { command, source, version } : null;
}

/**
 * Built once (about a minute on two cores) into the tools folder, where later runs find it.
 * @returns {Promise<{command: string, source: string, version: string} | null>} null where there is neither the program nor Go to build it
 */
export async function ensureVersitygw(tools, { env = process.env, signal } = {}) {
  const folder = path.join(tools, `versitygw-${version}`);
  const found = (await usable(path.join(folder, 'versitygw'), 'tools')) ?? (await usable(await findProgram(['versitygw'], env), 'PATH'));
  if (found !== null) return found;
  const go = (await findProgram(['go'], env)) ?? (existsSync('/usr/local/go/bin/go') ? '/usr/local/go/bin/go' : null);
  if (go === null) return null;
  await mkdir(folder, { recursive: true });
  const words = ['install', '-trimpath', '-ldflags=-s -w', `github.com/versity/versitygw/cmd/versitygw@v${version}`];
  const { code } = await run(go, words, { signal, env: { ...env, GOBIN: folder, CGO_ENABLED: '0' }, timeoutMs: 600_000 });
  return code === 0 ? usable(path.join(folder, 'versitygw'), 'go install') : null;
}

/**
 * The program that serves the folder's folders as buckets on the loopback address; their metadata lie beside them in plain files, so
 * that the disk need not know extended attributes.
 */
export function versitygwProgram({ command, port, folder, key }) {
  return {
    command,
    args: [
      '--port',
      `127.0.0.1:${port}`,
      '--quiet',
      '--keep-alive',
      'posix',
      '--sidecar',
      path.join(folder, 'meta'),
      path.join(folder, 'buckets'),
    ],
    env: { PATH: '/usr/bin:/bin', ROOT_ACCESS_KEY: key.id, ROOT_SECRET_KEY: key.secret },
    cwd: folder,
  };
}
