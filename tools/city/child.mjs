// One long-running program of ours: started in a group of its own, watched, started again when it dies, stopped in time.
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { lastLines } from '../setup/command.mjs';
import { SetupError } from '../setup/speech.mjs';
import { birthOf, sendSignal } from './identity.mjs';

const manyDeaths = 5;
const deathsWithinMs = 30_000;
/** Nobody may have looked when it goes on dying: it is tried again all the same, but does not fill the machine with its starts. */
const longPauseMs = 30_000;
const logLimitBytes = 20 * 1024 * 1024;
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const readyWithinMs = 60_000;

/** Pause before the n-th start in a row. */
export const backOffMs = (deaths) => Math.min(5_000, 100 * 2 ** (deaths - 1));

/** Whether a program that died at these times (ms) dies again and again. */
export const isRestless = (deaths, now) => deaths.filter((at) => now - at < deathsWithinMs).length >= manyDeaths;

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 * @property {string} logFile a file, never a pipe: it must not die with us
 * @property {(log: () => string) => boolean | Promise<boolean>} [ready] asked every 10 ms; default: the program's own IPC message `{ready: true}`
 * @property {() => void | Promise<void>} [afterReady] e.g. rights of a socket it made; runs after every start
 * @property {(log: string, sinceMs: number) => number | null} [retry] ms to wait before another try of a start that failed, null to fail
 * @property {NodeJS.Signals} [stopSignal]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {number[]} [extraFiles] descriptors handed to the program, from number 4
 */

export class Child {
  #program;
  #events;
  #process = null;
  #exited = Promise.resolve();
  #deaths = [];
  #wanted = false;
  #longPauseMs;
  /** Ends a pause before its time. */
  #wake = () => {};

  /**
   * @param {Program} program
   * @param events {changed(child), notice(vi, en)}
   * @param [pauses] {longPauseMs}, for tests
   */
  constructor(program, events, pauses = { longPauseMs }) {
    this.#program = program;
    this.#events = events;
    this.#longPauseMs = pauses.longPauseMs;
    this.birth = null;
  }

  get name() {
    return this.#program.name;
  }

  /** Process number, or null while it does not run. */
  get pid() {
    return this.#process?.pid ?? null;
  }

  /** First start: throws with the program's last words when it does not become ready. */
  async start() {
    this.#wanted = true;
    try {
      await this.#launch();
    } catch (error) {
      this.#wanted = false;
      await this.stop();
      throw error;
    }
  }

  /** Stops it and keeps it stopped. */
  async stop({ politeMs = 7_000 } = {}) {
    this.#wanted = false;
    this.#wake();
    const { pid } = this;
    if (pid === null) return;
    sendSignal(pid, this.#program.stopSignal ?? 'SIGTERM');
    const force = setTimeout(() => sendSignal(pid, 'SIGKILL', { group: true }), politeMs);
    await this.#exited;
    clearTimeout(force);
  }

  /** For fault drills: kills it as the kernel would; it is seen and started again like any crash. */
  crash() {
    return this.pid !== null && sendSignal(this.pid, 'SIGKILL');
  }

  async #launch() {
    const began = performance.now();
    for (;;) {
      const log = openLog(this.#program.logFile);
      try {
        await this.#attempt(log);
        await this.#program.afterReady?.();
        return;
      } catch (error) {
        const pause = this.#wanted ? (this.#program.retry?.(log.text(), performance.now() - began) ?? null) : null;
        if (pause === null) throw error;
        await sleep(pause);
        if (!this.#wanted) throw error;
      } finally {
        log.close();
      }
    }
  }

  async #attempt(log) {
    const { command, args, env, cwd, uid, gid, ready, extraFiles = [] } = this.#program;
    const child = spawn(command, args, {
      env,
      cwd,
      uid,
      gid,
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor, ready === undefined ? 'ipc' : 'ignore', ...extraFiles],
    });
    const said = { ready: false, ended: null };
    child.on('message', (message) => (said.ready ||= message?.ready === true));
    this.#exited = new Promise((resolve) => {
      const ended = (why) => {
        if (said.ended !== null) return;
        said.ended = why;
        if (child.pid !== undefined) sendSignal(child.pid, 'SIGKILL', { group: true }); // what it started itself and left behind
        if (this.#process === child) this.#process = null;
        this.birth = null;
        this.#events.changed(this);
        resolve();
      };
      child.once('exit', (code, signal) => ended(signal ?? `exit ${code}`));
      child.once('error', (error) => ended(error.message));
    });
    if (child.pid !== undefined) {
      this.#process = child;
      this.birth = birthOf(child.pid);
      this.#events.changed(this);
    }
    const answers = until(
      () => (ready === undefined ? said.ready : ready(log.text)),
      () => said.ended !== null,
    );
    if (!(await answers)) {
      await this.#end(child);
      throw new SetupError(
        `${this.name} không khởi động được`,
        `${this.name} did not start (${said.ended ?? 'no sign of readiness in 60 s'})\n    ${lastLines(log.text(), 12)}`,
        `see ${this.#program.logFile}`,
      );
    }
    void this.#exited.then(() => this.#wanted && this.#revive(said.ended));
  }

  async #end(child) {
    if (child.pid === undefined || this.#process !== child) return;
    sendSignal(child.pid, 'SIGKILL', { group: true });
    await this.#exited;
  }

  async #revive(why) {
    const { name } = this;
    this.#deaths = [...this.#deaths, performance.now()].slice(-manyDeaths);
    if (isRestless(this.#deaths, performance.now())) {
      const seconds = Math.ceil(this.#longPauseMs / 1000);
      this.#events.notice(
        `${name} chết ${manyDeaths} lần trong 30 giây (${why}), ${seconds} giây nữa thử lại`,
        `${name} died ${manyDeaths} times in 30 s (${why}), next try in ${seconds} s; see ${this.#program.logFile}`,
      );
      this.#deaths = [];
      await this.#rest(this.#longPauseMs);
    } else {
      this.#events.notice(`${name} đã dừng (${why}), đang khởi động lại`, `${name} ended (${why}), starting it again`);
      await this.#rest(backOffMs(this.#deaths.length));
    }
    if (!this.#wanted) return;
    const began = performance.now();
    try {
      await this.#launch();
      this.#events.notice(`${name} đã chạy lại`, `${name} is back after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      if (this.#wanted) await this.#revive(error.message.split('\n')[0]);
    }
  }

  #rest(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Asks again and again until it is so; false when the program ended before, or time is over. */
async function until(isSo, isOver) {
  const end = performance.now() + readyWithinMs;
  while (!isOver() && performance.now() < end) {
    if (await isSo()) return !isOver();
    await sleep(10);
  }
  return false;
}

/** Opens a log for appending; `text()` is what was written since. A log that grew too large is set aside once. */
function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a+', 0o600);
  const from = fstatSync(descriptor).size;
  return {
    descriptor,
    text() {
      const bytes = Buffer.alloc(64 * 1024);
      return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, bytes.length, from));
    },
    close: () => closeSync(descriptor),
  };
}
