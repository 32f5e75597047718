import type { Answered } from './graphql-client.js';

/** A person as the story introduces them. */
export interface Speaker {
  readonly key: string;
  readonly displayName: string;
  readonly titleVi: string;
  readonly organisation: string;
}

/** One thing said and done: who, what, what came back, which entry stands for it, how long it took. */
export interface Step {
  readonly who: Speaker | null;
  readonly vi: string;
  readonly en: string;
  readonly answer?: string;
  readonly entryId?: string | null;
  readonly ms?: number;
}

/** The same story for people (Vietnamese first) or, with `--json`, one object a line. Counts what held and what did not. */
export class Transcript {
  passed = 0;
  failed = 0;
  private chapterName = '';
  private speaker = '';

  /** @param write where the lines go; standard output when the story is a program */
  constructor(
    private readonly json: boolean,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {}

  chapter(vi: string, en: string): void {
    this.chapterName = en;
    this.speaker = '';
    if (!this.json) this.line(`\n── ${vi} · ${en}`);
  }

  step(step: Step): void {
    if (this.json) {
      this.object({
        kind: 'step',
        chapter: this.chapterName,
        who: step.who?.key ?? null,
        what: step.en,
        whatVi: step.vi,
        answer: step.answer ?? null,
        entryId: step.entryId ?? null,
        ms: step.ms === undefined ? null : round(step.ms),
      });
      return;
    }
    if (step.who !== null && step.who.key !== this.speaker)
      this.line(`\n  ${step.who.displayName} · ${step.who.titleVi}, ${step.who.organisation}`);
    this.speaker = step.who?.key ?? this.speaker;
    const facts = [
      step.answer,
      step.entryId === undefined || step.entryId === null ? undefined : `bản ghi/entry ${step.entryId}`,
      step.ms === undefined ? undefined : `${round(step.ms)} ms`,
    ].filter((fact) => fact !== undefined);
    this.line(`    ${step.vi} · ${step.en}`);
    if (facts.length > 0) this.line(`      → ${facts.join(' · ')}`);
  }

  /** One entry in the hands of somebody who did not make it. */
  proven(index: bigint, entryId: string, vi: string, en: string): void {
    if (this.json) this.object({ kind: 'proof', chapter: this.chapterName, what: en, whatVi: vi, index: Number(index), entryId });
    else this.line(`      số/no. ${String(index).padStart(6)}  ${vi} · ${en}`);
  }

  /** States something that must be true; the story goes on and ends with failure when it is not. */
  expect(holds: boolean, vi: string, en: string, found?: unknown): boolean {
    if (holds) this.passed += 1;
    else this.failed += 1;
    if (this.json) this.object({ kind: 'check', chapter: this.chapterName, what: en, passed: holds, ...(holds ? {} : { found }) });
    else {
      this.line(`      ${holds ? '✓' : '✗'} ${vi} · ${en}`);
      if (!holds) this.line(`        thấy/found: ${typeof found === 'string' ? found : JSON.stringify(found)}`);
    }
    return holds;
  }

  /** A measured figure; one row of the machine-readable story. */
  figure(name: string, row: Readonly<Record<string, unknown>>, vi: string, en: string): void {
    if (this.json) this.object({ kind: 'figure', [name]: row[name], ...row });
    else this.line(`      ${vi} · ${en}`);
  }

  end(): void {
    if (this.json) this.object({ passed: this.passed, failed: this.failed });
    else this.line(`\n${this.failed === 0 ? 'Trọn vẹn' : 'Có điều sai'} · passed ${this.passed}, failed ${this.failed}`);
  }

  private object(value: unknown): void {
    this.line(JSON.stringify(value));
  }

  private line(text: string): void {
    this.write(`${text}\n`);
  }
}

export function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest rank; with twenty sessions p95 and above are the worst ones, and that is meant. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number): number => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN);
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

/** The milliseconds of several answers, added. */
export function totalMs(answers: readonly Answered<unknown>[]): number {
  return answers.reduce((sum, { ms }) => sum + ms, 0);
}
