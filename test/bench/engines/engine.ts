import type { Question } from '#libs/regulation';

/** One engine that is asked whether an act may happen; all are asked the same questions and must agree. */
export interface Engine {
  readonly name: string;
  /** Rules it carries, and what of our answer it has no words for. */
  readonly carries: string;
  /** Whether the act may go ahead now; everything else is no. */
  readonly opens: (question: Question) => boolean | Promise<boolean>;
  readonly stop?: () => void;
}

/** Microseconds a call. */
export class Timing {
  private readonly micros: number[] = [];

  add(micros: number): void {
    this.micros.push(micros);
  }

  percentile(share: number): number {
    const sorted = [...this.micros].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }

  perSecond(): number {
    return (this.micros.length * 1e6) / this.micros.reduce((sum, one) => sum + one, 0);
  }
}

/** In turns, so that bursts of neighbours on a shared machine hit all alike. @returns timing by engine name */
export async function inTurns(
  engines: readonly Engine[],
  questions: readonly Question[],
  rounds: number,
  each: (engine: Engine) => number,
): Promise<Map<string, Timing>> {
  const timings = new Map(engines.map(({ name }) => [name, new Timing()]));
  const asked = new Map(engines.map(({ name }) => [name, 0]));
  for (let round = -1; round < rounds; round += 1) {
    for (const engine of engines) {
      const timing = timings.get(engine.name);
      let at = asked.get(engine.name) ?? 0;
      for (let i = 0; i < each(engine); i += 1, at += 1) {
        const question = questions[at % questions.length];
        if (question === undefined) throw new Error('there are no questions');
        const began = process.hrtime.bigint();
        const said = engine.opens(question);
        if (typeof said !== 'boolean') await said;
        // The first round only warms up.
        if (round >= 0) timing?.add(Number(process.hrtime.bigint() - began) / 1_000);
      }
      asked.set(engine.name, at);
    }
  }
  return timings;
}

/** Questions on which an engine does not say what the first one says. */
export async function disagreements(engines: readonly Engine[], questions: readonly Question[]): Promise<string[]> {
  const [first, ...others] = engines;
  if (first === undefined) return [];
  const found: string[] = [];
  for (const question of questions) {
    const wanted = await first.opens(question);
    for (const engine of others)
      if ((await engine.opens(question)) !== wanted)
        found.push(`${engine.name} says ${wanted ? 'no' : 'yes'} to ${JSON.stringify(question)}`);
  }
  return found;
}
