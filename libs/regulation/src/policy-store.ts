import { UnavailableFault } from '#libs/kernel';
import type { Policy } from './policy.js';

/** Which bundle decides now. Swapped as a whole: a decision under way ends with the bundle it began with. */
export class PolicyStore {
  private policy: Policy | null;
  private previous: Policy | null = null;

  constructor(policy: Policy | null) {
    this.policy = policy;
  }

  /** @throws UnavailableFault when no bundle could be loaded: nothing is decided then, so nothing opens. */
  current(): Policy {
    if (this.policy === null) throw new UnavailableFault('policy', 'no policy bundle is loaded');
    return this.policy;
  }

  /** The one before the present, kept for a roll-back and for replay. */
  before(): Policy | null {
    return this.previous;
  }

  swap(next: Policy): void {
    this.previous = this.policy;
    this.policy = next;
  }
}
