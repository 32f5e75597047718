import { UnavailableFault, type Clock } from '#libs/kernel';
import type { Policy } from './policy.js';

/** Why the release that is in force could not be followed. */
export interface FollowTrouble {
  readonly code: string;
  readonly message: string;
  readonly sinceMs: number;
}

/** Fault 14 of the threat model: rules that may be out of date are used for a day, then nothing is decided. */
export const staleAfterMs = 24 * 3_600_000;

/** Which bundle decides now. Swapped as a whole: a decision under way ends with the bundle it began with. */
export class PolicyStore {
  private policy: Policy | null;
  private previous: Policy | null = null;
  private lag: FollowTrouble | null = null;
  private times: { readonly from: number; readonly to: number };

  constructor(
    policy: Policy | null,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {
    this.policy = policy;
    this.times = timesOf(policy);
  }

  /** @throws UnavailableFault when no bundle may decide: nothing is decided then, so nothing opens. */
  current(): Policy {
    const unusable = this.unusable();
    if (unusable !== null) throw new UnavailableFault('policy', `the loaded policy bundle may not decide: ${unusable}`);
    return this.loaded();
  }

  /** The loaded bundle, usable or not: the gate records its refusals with it, and refusals are worded by it. @throws UnavailableFault */
  loaded(): Policy {
    if (this.policy === null) throw new UnavailableFault('policy', 'no policy bundle is loaded');
    return this.policy;
  }

  /** Code why the loaded bundle may not decide now; null when it may. */
  unusable(): 'policy_not_in_time' | 'policy_stale' | null {
    const now = this.clock.nowMs();
    if (now < this.times.from || now >= this.times.to) return 'policy_not_in_time';
    return this.lag !== null && now - this.lag.sinceMs >= staleAfterMs ? 'policy_stale' : null;
  }

  /** The one before the present, kept for a roll-back and for replay. */
  before(): Policy | null {
    return this.previous;
  }

  swap(next: Policy): void {
    this.previous = this.policy;
    this.policy = next;
    this.times = timesOf(next);
  }

  /** Why this process is behind the release in force; null when it is not. */
  get trouble(): FollowTrouble | null {
    return this.lag;
  }

  /** Said by whoever follows the releases. The clock of a trouble runs from its first moment, whatever its code becomes. */
  reportTrouble(trouble: Pick<FollowTrouble, 'code' | 'message'> | null): void {
    this.lag = trouble === null ? null : { ...trouble, sinceMs: this.lag?.sinceMs ?? this.clock.nowMs() };
  }
}

function timesOf(policy: Policy | null): { from: number; to: number } {
  if (policy === null) return { from: 0, to: 0 };
  const { notBefore, notAfter } = policy.bundle.manifest;
  return { from: Date.parse(notBefore), to: Date.parse(notAfter) };
}
