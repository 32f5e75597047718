// The starter's side of the guard: tells it what runs, starts another one when somebody ends it.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { birthOf } from './identity.mjs';

export class Watch {
  #guard = null;
  #last = null;
  #done = false;
  #changed;

  /** @param changed called when another guard took over */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Process number and birth of the guard, for the record. */
  get identity() {
    const pid = this.#guard?.pid ?? null;
    return { pid, birth: pid === null ? null : birthOf(pid) };
  }

  start() {
    const guard = fork(fileURLToPath(new URL('guard.mjs', import.meta.url)), [], {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    });
    this.#guard = guard;
    guard.on('error', () => {}); // a broken channel; the exit follows
    guard.once('exit', () => {
      if (this.#guard === guard) this.#guard = null;
      if (!this.#done) setTimeout(() => this.#again(), 500);
    });
    if (this.#last !== null) this.tell(this.#last);
  }

  #again() {
    if (this.#done) return;
    this.start();
    this.#changed();
  }

  /** @param watched {processes: [{name, pid, birth}], record: path, holder: {pid, birth}} */
  tell(watched) {
    this.#last = watched;
    if (this.#guard?.connected) this.#guard.send({ type: 'watch', watched }, () => {});
  }

  /** Everything has been stopped in order; the guard may go. */
  async end() {
    this.#done = true;
    const guard = this.#guard;
    if (guard === null || !guard.connected) return;
    const gone = new Promise((resolve) => guard.once('exit', resolve));
    guard.send({ type: 'farewell' }, () => guard.disconnect());
    await gone;
  }
}
