/** Where the reading again of old entries stands; kept over restarts. */
export interface RotaState {
  /** The next bundle to be read again. */
  readonly next: number;
  /** Until when the bundles were read in time, POSIX ms; null before the first. */
  readonly at: number | null;
  /** When the last whole turn ended, POSIX ms. */
  readonly wholeAt: number | null;
}

export const newRota: RotaState = { next: 0, at: null, wholeAt: null };

/** However small the log, a bundle is read again each minute, so that a change at its young end is found within minutes. */
const longestPauseMs = 60_000;
/** A mirror that was away does not ask for everything at once. */
const mostAtOnce = 64;

/**
 * Bundles that are due now, evenly spread so that all of them come round within the period.
 * @param bundles how many the copy has, the last perhaps partial @returns their numbers, and where the rota stands after them
 */
export function dueBundles(state: RotaState, bundles: number, nowMs: number, periodMs: number): readonly [number[], RotaState] {
  if (bundles === 0) return [[], state];
  const pauseMs = Math.min(longestPauseMs, periodMs / bundles);
  // A clock that was set back would let the rota stand still until it has caught up.
  const since = state.at === null || state.at > nowMs ? null : state.at;
  const owed = since === null ? 1 : Math.floor((nowMs - since) / pauseMs);
  const many = Math.min(owed, bundles, mostAtOnce);
  const first = state.next < bundles ? state.next : 0;
  const due = Array.from({ length: many }, (_, step) => (first + step) % bundles);
  // What could not be caught up with is let go: the turn then takes longer, which `wholeAt` says.
  const at = since === null || owed > many ? nowMs : since + many * pauseMs;
  return [due, { next: (first + many) % bundles, at, wholeAt: first + many >= bundles && many > 0 ? nowMs : state.wholeAt }];
}

/** null for anything that is not such a state: the turn then begins anew, which costs nothing but time. */
export function readRota(text: string): RotaState | null {
  try {
    const { next, at, wholeAt } = JSON.parse(text) as Partial<RotaState>;
    const isTime = (value: unknown): boolean => value === null || Number.isSafeInteger(value);
    if (!Number.isSafeInteger(next) || Number(next) < 0 || typeof at === 'undefined' || typeof wholeAt === 'undefined') return null;
    return isTime(wholeAt) && (at === null || Number.isFinite(at)) ? { next: Number(next), at, wholeAt } : null;
  } catch {
    return null;
  }
}
