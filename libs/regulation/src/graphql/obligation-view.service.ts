import { Injectable } from '@nestjs/common';
import { canonicalJson } from '#libs/kernel';
import type { Obligation } from '../decision.js';
import { PolicyStore } from '../policy-store.js';
import type { ObligationType } from './obligation.type.js';

/** Duties in words: names come from the bundle that is in force. */
@Injectable()
export class ObligationView {
  constructor(private readonly policies: PolicyStore) {}

  show(obligation: Obligation): ObligationType {
    const row = this.policies.current().tables.obligations[obligation.code];
    return {
      code: obligation.code,
      mode: obligation.mode,
      params: canonicalJson(obligation.params),
      textVi: row?.titleVi ?? obligation.code,
      textEn: row?.titleEn ?? obligation.code,
    };
  }
}
