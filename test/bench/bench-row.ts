/** One figure of ours beside one named peer's, measured in the same run; the row that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  readonly baselineName: string;
  /** Of both figures, with what is counted: `decisions/s`, `entries/s`, `CPU ms/MiB`, `ms p99`. */
  readonly unit: string;
  /** Always `ours / baseline`: choose the unit so that the wanted figure reads directly ("at least 10 times", "at most 1.3 times"). */
  readonly ratio: number;
  /** False when the wanted figure is missed or the two sides did not do the same work. */
  readonly passed: boolean;
  /** What is wanted, in words; null when the row only informs. */
  readonly wanted: string | null;
  /** How it was made sure that both sides gave the same answers at the same durability. */
  readonly sameWork: string;
  /** Anything that a reader must know to judge the figures: percentiles, counts, settings. */
  readonly details?: Readonly<Record<string, number | string | boolean>>;
}

export interface BenchMeasurement {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  readonly baselineName: string;
  readonly unit: string;
  /** Bounds on the ratio and, where `design.md` names one, on our own figure. */
  readonly wanted?: {
    readonly ratioAtLeast?: number;
    readonly ratioAtMost?: number;
    readonly oursAtLeast?: number;
    readonly oursAtMost?: number;
  };
  /** `same: false` fails the row whatever the figures are. */
  readonly work: { readonly same: boolean; readonly how: string };
  readonly details?: Readonly<Record<string, number | string | boolean>>;
}

/** Judges a measurement. A baseline of zero never passes: nothing was measured. */
export function benchRow(measured: BenchMeasurement): BenchRow {
  const ratio = measured.ours / measured.baseline;
  const bounds = measured.wanted ?? {};
  const checks: [boolean, string][] = [];
  if (bounds.ratioAtLeast !== undefined) checks.push([ratio >= bounds.ratioAtLeast, `at least ${bounds.ratioAtLeast} × baseline`]);
  if (bounds.ratioAtMost !== undefined) checks.push([ratio <= bounds.ratioAtMost, `at most ${bounds.ratioAtMost} × baseline`]);
  if (bounds.oursAtLeast !== undefined)
    checks.push([measured.ours >= bounds.oursAtLeast, `at least ${bounds.oursAtLeast} ${measured.unit}`]);
  if (bounds.oursAtMost !== undefined) checks.push([measured.ours <= bounds.oursAtMost, `at most ${bounds.oursAtMost} ${measured.unit}`]);
  return {
    name: measured.name,
    ours: measured.ours,
    baseline: measured.baseline,
    baselineName: measured.baselineName,
    unit: measured.unit,
    ratio,
    passed: measured.work.same && Number.isFinite(ratio) && checks.every(([ok]) => ok),
    wanted: checks.length === 0 ? null : checks.map(([, words]) => words).join(' and '),
    sameWork: measured.work.how,
    ...(measured.details === undefined ? {} : { details: measured.details }),
  };
}
