import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { BundleFiles } from '../bundle.js';
import type { BenchAnswer, BenchKind, BenchTasks } from './bench-tasks.js';

export type BenchFaultCode = 'bundle_unusable' | 'too_slow' | 'broken' | 'busy';

/** Why nothing came back. */
export class BenchFault extends Error {
  constructor(
    readonly code: BenchFaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'BenchFault';
  }
}

/** Compiling and a bundle's own golden questions take a fraction of a second. */
const startPatienceMs = 20_000;
/** Two cores are the smallest machine: more would take the time of those who decide. */
const mostAtOnce = 2;

interface Waiting {
  readonly settle: (answer: BenchAnswer) => void;
  readonly fail: (fault: BenchFault) => void;
}

/** The benches of this process, few at a time. */
@Injectable()
export class Benches {
  private open = 0;

  /** Opens, works, closes whatever happens. @throws BenchFault `busy`, `bundle_unusable`, `too_slow`, `broken` */
  async with<T>(bundles: readonly BundleFiles[], work: (bench: Bench) => Promise<T>): Promise<T> {
    if (this.open >= mostAtOnce) throw new BenchFault('busy', `${this.open} benches are open already`);
    this.open += 1;
    try {
      const bench = await Bench.open(bundles);
      try {
        return await work(bench);
      } finally {
        await bench.close();
      }
    } finally {
      this.open -= 1;
    }
  }
}

/** Bundles that do not decide here, in a thread of their own that is killed when it takes too long. Close it in the end. */
export class Bench {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private over: BenchFault | null = null;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (answer: BenchAnswer) => {
      this.waiting.get(answer.id)?.settle(answer);
      this.waiting.delete(answer.id);
    });
    worker.once('error', (error) => this.end(new BenchFault('broken', `the thread broke: ${error.message}`)));
    worker.once('exit', () => this.end(new BenchFault('broken', 'the thread ended')));
  }

  /** @throws BenchFault `bundle_unusable`, `too_slow` */
  static async open(bundles: readonly BundleFiles[]): Promise<Bench> {
    const bench = new Bench(
      new Worker(threadFile(), { workerData: { bundles }, env: {}, resourceLimits: { maxOldGenerationSizeMb: 512 } }),
    );
    try {
      const said = await bench.next(0, startPatienceMs);
      if (said.kind === 'fault') throw new BenchFault('bundle_unusable', said.message);
      return bench;
    } catch (error) {
      await bench.close();
      throw error;
    }
  }

  /** @throws BenchFault `too_slow` after `patienceMs`; the thread is gone then */
  async ask<K extends BenchKind>(kind: K, task: BenchTasks[K]['asks'], patienceMs: number): Promise<BenchTasks[K]['answers']> {
    this.last += 1;
    const answer = this.next(this.last, patienceMs);
    this.worker.postMessage({ id: this.last, kind, task });
    const said = await answer;
    if (said.kind === 'fault') throw new BenchFault('broken', said.message);
    return said.value as BenchTasks[K]['answers'];
  }

  async close(): Promise<void> {
    if (this.over === null) this.end(new BenchFault('broken', 'the bench was closed'));
    await this.worker.terminate();
  }

  private next(id: number, patienceMs: number): Promise<BenchAnswer> {
    return new Promise((resolve, reject) => {
      if (this.over !== null) return reject(this.over);
      const late = setTimeout(() => {
        this.end(new BenchFault('too_slow', `no answer within ${patienceMs} ms`));
        void this.worker.terminate();
      }, patienceMs);
      this.waiting.set(id, {
        settle: (answer) => {
          clearTimeout(late);
          resolve(answer);
        },
        fail: (fault) => {
          clearTimeout(late);
          reject(fault);
        },
      });
    });
  }

  private end(fault: BenchFault): void {
    if (this.over !== null) return;
    this.over = fault;
    for (const { fail } of this.waiting.values()) fail(fault);
    this.waiting.clear();
  }
}

/** Beside this file when compiled; a thread runs no sources, so under a test runner it is the compiled one in `dist`. */
function threadFile(): URL {
  const here = new URL('./bench-thread.js', import.meta.url);
  return import.meta.url.endsWith('.ts') ? new URL(here.href.replace('/libs/regulation/', '/dist/libs/regulation/')) : here;
}
