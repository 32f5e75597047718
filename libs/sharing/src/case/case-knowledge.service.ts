import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PolicyStore, type PolicyTables } from '#libs/regulation';
import type { HouseKnowledge } from '../sharing-facts.js';
import type { RequestContent } from '../request/request-content.js';
import { CaseRegister, type CaseNumber, type RegisterWord } from './case-register.js';

export type CaseKnowledge = Pick<HouseKnowledge, 'caseNumberForm' | 'caseRegister'>;
type Asked = { readonly caseReference: string | null; readonly requester: Pick<RequestContent['requester'], 'organisation'> };

/** A register that has not answered by then has not answered. */
const patienceMs = 2_000;

/** Form of a number that is written in none. */
const noForm = 'none';

/**
 * What the house can say of a case number: in which form it is written, and whether the register of the body that asks knows it.
 * Asked before a transaction begins; a register that fails or is slow is stated as unavailable, which confirms nothing.
 */
@Injectable()
export class CaseNumbers {
  constructor(
    private readonly register: CaseRegister,
    private readonly policies: PolicyStore,
  ) {}

  /** Nothing where no case is named, and where the bundle in force knows no forms. */
  async about({ caseReference, requester }: Asked): Promise<CaseKnowledge> {
    const forms = this.policies.current().tables.caseForms?.forms;
    if (caseReference === null || forms === undefined) return {};
    const number = caseNumberOf(forms, caseReference);
    if (number === null) return { caseNumberForm: noForm };
    return { caseNumberForm: number.form, caseRegister: await this.word(requester.organisation.id, number) };
  }

  private async word(body: Parameters<CaseRegister['look']>[0], number: CaseNumber): Promise<RegisterWord> {
    const patience = new AbortController();
    try {
      const silence = sleep<RegisterWord>(patienceMs, 'unavailable', { signal: patience.signal, ref: false });
      return await Promise.race([this.register.look(body, number), silence]);
    } catch {
      // The rules are told that nobody confirmed it; that is the failure's whole effect, and it stands in the recorded facts.
      return 'unavailable';
    } finally {
      patience.abort();
    }
  }
}

/** The number in the first of the forms that it is written in; null when it is in none. Pure. */
export function caseNumberOf(forms: NonNullable<PolicyTables['caseForms']>['forms'], text: string): CaseNumber | null {
  for (const [form, { pattern }] of Object.entries(forms)) {
    const { year, no } = new RegExp(pattern, 'u').exec(text)?.groups ?? {};
    if (year !== undefined && no !== undefined) return { form, year: Number(year), no: Number(no) };
  }
  return null;
}
