import { Injectable } from '@nestjs/common';
import type { Obligation, ObligationMode } from './decision.js';

/**
 * What this process can enforce. The enforcer (libs/footage) says so at start; a decision that asks for anything else is
 * turned into a denial, because an obligation nobody keeps is a permission without its price.
 */
@Injectable()
export class ObligationRegistry {
  /** The gate itself keeps `log_access`: it writes the entry before anything is released. */
  private readonly known = new Set<string>([key('log_access', 'before')]);

  accept(code: string, mode: ObligationMode): void {
    this.known.add(key(code, mode));
  }

  /**
   * Those that nobody here enforces. A duty for afterwards guards nothing that is released now: the gate keeps it with the
   * decision, and whoever works it off finds it there.
   */
  unenforceable(obligations: readonly Obligation[]): Obligation[] {
    return obligations.filter(({ code, mode }) => mode !== 'after' && !this.known.has(key(code, mode)));
  }
}

function key(code: string, mode: ObligationMode): string {
  return `${code} ${mode}`;
}
