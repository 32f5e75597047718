// Everything that runs for one city: started, watched over, written down, stopped in order.
import { SetupError, Stopped } from '../setup/speech.mjs';
import { Child } from './child.mjs';
import { endProcesses } from './ending.mjs';
import { processesIn, recordOf, thisProcess } from './record.mjs';
import { claim, release, updateRecord } from './run-record.mjs';
import { Watch } from './watch.mjs';

export class Crew {
  /** name → Child */
  children = new Map();
  #watch = new Watch(() => this.tell());
  #holder = thisProcess();
  #startedAt = new Date().toISOString();
  #place;
  #speech;
  #signal;
  #facts = { state: 'starting', ports: {}, databaseUrl: null, redisUrl: null, tools: {}, separation: null, demo: true };

  constructor({ place, speech, signal }) {
    this.#place = place;
    this.#speech = speech;
    this.#signal = signal;
  }

  /** Becomes the one that runs this city, and ends what a dead predecessor left. @throws SetupError when a living one runs it */
  async muster() {
    const first = { version: 1, state: 'starting', startedAt: this.#startedAt, url: null };
    const claimed = claim(this.#place.record, first);
    if (!claimed.won) throw alreadyRunning(claimed.record);
    if (claimed.stale !== null) {
      const { pids, births } = claimed.stale; // still to be ended, should we die now
      updateRecord(this.#place.record, { ...first, pids, births, holder: this.#holder });
      await endProcesses(processesIn(claimed.stale));
    }
    this.#watch.start();
    this.tell();
  }

  /** Writes down what is known now: in the record for everybody, and to the guard. @param facts what changed */
  tell(facts = {}) {
    Object.assign(this.#facts, facts);
    const running = [...this.children.values()].map(({ name, pid, birth }) => ({ name, pid, birth })).filter(({ pid }) => pid !== null);
    const city = { place: this.#place, holder: this.#holder, startedAt: this.#startedAt, ...this.#facts };
    updateRecord(this.#place.record, recordOf(city, [{ name: 'guard', ...this.#watch.identity }, ...running]));
    this.#watch.tell({ processes: running, record: this.#place.record, holder: this.#holder });
  }

  /** Starts a program and keeps it running. A second one of the same name takes the place of the first, which must have ended. */
  async launch(program) {
    if (this.#signal.aborted) throw new Stopped();
    const child = new Child(program, { changed: () => this.tell(), notice: (vi, en) => this.#speech.notice(vi, en) });
    this.children.set(program.name, child);
    await child.start();
  }

  /** For somebody in a hurry. */
  crash() {
    for (const child of this.children.values()) child.crash();
  }

  /** Our own programs first, the databases they speak to last. */
  async stopChildren() {
    for (const names of [['mirror', 'gateway', 'edge', 'idp', 'worker'], ['signer', 'witness'], ['redis'], ['postgres']]) {
      await Promise.all(names.map((name) => this.children.get(name)?.stop()));
    }
  }

  /** Nothing runs any more: the guard may go, and the next one may start. */
  async dismiss() {
    await this.#watch.end();
    release(this.#place.record, this.#holder);
  }
}

function alreadyRunning(record) {
  const where = record.url === null ? 'đang khởi động · it is starting' : record.url;
  return new SetupError('thành phố đang chạy rồi', `the demo city is already running: ${where} (pid ${record.holder.pid})`, 'npm run stop');
}
