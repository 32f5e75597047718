/**
 * Ratios of the gate to its baselines when they were last recorded. A change that makes a ratio worse by a fifth fails the bench
 * of its part; a ratio holds on any machine, a time does not. Set them anew only with a reason.
 */
const recorded = {
  /** Gate's median over the bare SDK's: less is better. */
  sdk: 0.95,
  server: 17,
  familyServer: 16,
  familyCedar: 4.5,
  familyCasbin: 0.1,
} as const;

export function recordedRatio(name: keyof typeof recorded): number {
  return recorded[name];
}
