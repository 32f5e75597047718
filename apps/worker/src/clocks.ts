import type { INestApplicationContext } from '@nestjs/common';
import { FootageClocks } from '#libs/footage';
import { InspectionClocks } from '#libs/inspection';
import { describeError, logLine } from '#libs/kernel';
import { RuleUseClock } from '#libs/regulation';
import { SharingClocks } from '#libs/sharing';

/** Work that falls due by time: it must be safe to run twice, late, and on several workers at once. */
export interface ClockTask {
  /** Noun and step, for logs and metrics: `grants.expire`. */
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

export interface ClockState {
  readonly name: string;
  readonly runs: number;
  readonly failures: number;
  readonly lastError: string | null;
}

export interface RunningClocks {
  states(): readonly ClockState[];
  stop(): void;
}

/** The domain libs' clocks, taken from their modules. */
export function clockTasks(app: INestApplicationContext): ClockTask[] {
  return [RuleUseClock, SharingClocks, FootageClocks, InspectionClocks].flatMap((clocks): readonly ClockTask[] =>
    app.get(clocks, { strict: false }).tasks(),
  );
}

/** Runs each task in its rhythm, never twice at once; a failure is told once and the next turn tries again. */
export function startClocks(tasks: readonly ClockTask[]): RunningClocks {
  const clocks = tasks.map((task) => new RunningClock(task));
  return {
    states: () => clocks.map((clock) => clock.state),
    stop: () => clocks.forEach((clock) => clock.stop()),
  };
}

class RunningClock {
  private readonly timer: NodeJS.Timeout;
  private isRunning = false;
  private runs = 0;
  private failures = 0;
  private lastError: string | null = null;

  constructor(private readonly task: ClockTask) {
    this.timer = setInterval(() => void this.turn(), task.everyMs);
    void this.turn();
  }

  get state(): ClockState {
    const { runs, failures, lastError } = this;
    return { name: this.task.name, runs, failures, lastError };
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async turn(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.task.run();
      this.runs += 1;
      this.lastError = null;
    } catch (error) {
      this.failures += 1;
      const text = describeError(error);
      if (text !== this.lastError) logLine('error', 'worker', 'a clock failed', { clock: this.task.name, error: text });
      this.lastError = text;
    } finally {
      this.isRunning = false;
    }
  }
}
