import type { TrustedCheckpoint } from './trust-policy.js';

/** One line of a result: name in JSON, Vietnamese, English, value. */
export type Row = readonly [key: string, vi: string, en: string, value: string | number];

/** What a check found. */
export interface Verdict {
  readonly verified: boolean;
  /** The first thing that is wrong, with its index or size; null when verified. */
  readonly because: string | null;
  readonly rows: readonly Row[];
}

export type Tell = (line: string) => void;
export type Check = (args: readonly string[], tell: Tell) => Promise<{ readonly verdict: Verdict; readonly json: boolean }>;

export const failed = (because: string): Verdict => ({ verified: false, because, rows: [] });
export const passed = (rows: readonly Row[]): Verdict => ({ verified: true, because: null, rows });

/** The witnesses of a checkpoint with the times that they state. */
export function seenBy({ seen }: TrustedCheckpoint): string {
  if (seen.length === 0) return '–';
  return seen.map(({ name, seconds }) => `${name} ${new Date(seconds * 1_000).toISOString().replace('.000', '')}`).join(', ');
}
