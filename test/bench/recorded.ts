/**
 * Ratios of the gate to its baselines when they were last recorded. A change that makes a ratio worse by a fifth fails the bench
 * of its part; a ratio holds on any machine, a time does not. Set them anew only with a reason.
 */
const recorded = {
  /** Gate's median over the bare SDK's with the same quick module: less is better. */
  sdk: 1.15,
  server: 30,
  familyServer: 30,
  familyCedar: 6.5,
  familyCasbin: 0.15,
} as const;

export function recordedRatio(name: keyof typeof recorded): number {
  return recorded[name];
}
