import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { root } from './own-servers.js';

/** One of our programs, running as built, with only the environment it was given. */
export interface TestProcess {
  readonly pid: number;
  /** What it has written so far, both streams. */
  readonly said: () => string;
  /** Asks it to end, or stops and continues it (`SIGSTOP`, `SIGCONT`). */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Asks it to end; resolves with its exit code, or the signal that ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals>;
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts one of the house's programs (`apps/<name>`) and waits for its `{ready: true}`. */
export function startProcess(name: string, environment: Readonly<Record<string, string>>): Promise<TestProcess> {
  return startProgram(`apps/${name}/src/main.js`, environment);
}

/**
 * Starts a program below `dist/` and waits for its `{ready: true}`.
 * It ends with the test process: the IPC channel breaks.
 * @throws with its last words when it ends before, or says nothing for 90 s
 */
export async function startProgram(name: string, environment: Readonly<Record<string, string>>): Promise<TestProcess> {
  const child = spawn(process.execPath, [path.join(root, 'dist', name)], {
    cwd: root,
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (words += text));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code ?? 1)));
  try {
    await readiness(child, ended);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${name} did not start: ${error instanceof Error ? error.message : String(error)}\n${words.slice(-2_000)}`, {
      cause: error,
    });
  }
  return {
    pid: child.pid ?? 0,
    said: () => words,
    ended,
    signal: (signal) => void child.kill(signal),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

function readiness(child: ChildProcess, ended: Promise<number | NodeJS.Signals>): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('no sign of readiness in 90 s')), 90_000);
    const settle = (error?: Error): void => {
      clearTimeout(patience);
      if (error === undefined) resolve();
      else reject(error);
    };
    child.on('message', (message) => {
      if (typeof message === 'object' && 'ready' in message && message.ready === true) settle();
    });
    child.once('error', settle);
    void ended.then((why) => settle(new Error(`it ended with ${why}`)));
  });
}
