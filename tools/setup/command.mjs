// Running other programs during set-up: each in a process group of its own, so that stopping leaves nothing behind.
import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { Stopped } from './speech.mjs';

/**
 * Runs a program to its end and collects what it said.
 * @param options cwd, env, uid, gid, signal (AbortSignal: kills the whole group and throws Stopped), timeoutMs
 * @returns {Promise<{code: number, stdout: string, stderr: string}>} code 127 when there is no such program
 */
export function run(command, args, options = {}) {
  const { signal, timeoutMs, ...rest } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Stopped());
    const child = spawn(command, args, { ...rest, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
    const end = () => endGroup(child.pid);
    const timer = timeoutMs === undefined ? undefined : setTimeout(end, timeoutMs);
    signal?.addEventListener('abort', end, { once: true });
    const finish = (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(new Stopped());
      else resolve({ code, ...said });
    };
    child.once('error', (error) => {
      said.stderr += error.message;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

function endGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** First executable of these names on the PATH (the system's own folders are looked at as well), or null. */
export async function findProgram(names, env = process.env) {
  const folders = [...new Set([...(env.PATH ?? '').split(path.delimiter), '/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'])];
  for (const name of names) {
    for (const folder of folders) {
      if (!path.isAbsolute(folder)) continue;
      const file = path.join(folder, name);
      if (await isExecutable(file)) return file;
    }
  }
  return null;
}

export async function isExecutable(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The last lines of a program's words, for a message. */
export function lastLines(text, count = 6) {
  return text.trimEnd().split('\n').slice(-count).join('\n    ');
}

/** The first lines: compilers say the cause first and the stack last. */
export function firstLines(text, count = 10) {
  return text.trim().split('\n').slice(0, count).join('\n    ');
}
