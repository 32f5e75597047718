import { readFileSync } from 'node:fs';
import { newId } from '#libs/kernel';
import type { PolicyStore, PolicyTables } from '#libs/regulation';
import { CaseNumbers, caseNumberOf } from './case-knowledge.service.js';
import { CaseRegister, type RegisterWord } from './case-register.js';

type CaseForms = NonNullable<PolicyTables['caseForms']>;
const { caseForms } = JSON.parse(readFileSync('policies/tables/caseForms.json', 'utf8')) as { caseForms: CaseForms };

const withRegister = (look: () => Promise<RegisterWord>, tables: Partial<PolicyTables> = { caseForms }): CaseNumbers => {
  class Register extends CaseRegister {
    look = look;
  }
  return new CaseNumbers(new Register(), { current: () => ({ tables }) } as unknown as PolicyStore);
};
const asked = (caseReference: string | null): Parameters<CaseNumbers['about']>[0] => ({
  caseReference,
  requester: { organisation: { id: newId('org'), code: 'so-xay-dung', kind: 'SO_XD', name: 'Sở Xây dựng' } },
});

describe('a case number', () => {
  it('is taken apart by the form it is written in, and is in none when anything is added', () => {
    expect(caseNumberOf(caseForms.forms, 'HS-2026-0077')).toEqual({ form: 'HO_SO', year: 2026, no: 77 });
    expect(caseNumberOf(caseForms.forms, '128/2026/HS-XPHC')).toEqual({ form: 'XU_PHAT', year: 2026, no: 128 });
    for (const text of ['HS-2026', 'hs-2026-1', 'HS-2026-1 ', 'xHS-2026-1', 'HS-1926-1', 'HS-2026-1234567', 'HS-２０２６-1', '.'])
      expect([text, caseNumberOf(caseForms.forms, text)]).toEqual([text, null]);
  });
  it('has an example of each form that is of that form, and every form that is named exists', () => {
    for (const [form, { exampleVi, exampleEn }] of Object.entries(caseForms.forms))
      for (const example of [exampleVi, exampleEn]) expect(caseNumberOf(caseForms.forms, example.split(' ')[0] ?? '')?.form).toBe(form);
    const named = [...Object.values(caseForms.byBasis), ...Object.values(caseForms.byGroup), caseForms.other].flat();
    expect(named.filter((form) => caseForms.forms[form] === undefined)).toEqual([]);
  });
  it('is stated with what its register says', async () => {
    for (const word of ['found', 'not_found', 'unavailable'] as const)
      expect(await withRegister(() => Promise.resolve(word)).about(asked('VV-2026-0420'))).toEqual({
        caseNumberForm: 'VU_VIEC',
        caseRegister: word,
      });
    expect(await withRegister(() => Promise.resolve('found')).about(asked(null))).toEqual({});
  });
  it('is not asked of a register when it is in no form', async () => {
    let questions = 0;
    const look = (): Promise<RegisterWord> => {
      questions += 1;
      return Promise.resolve('found');
    };
    expect(await withRegister(look).about(asked('theo chỉ đạo'))).toEqual({ caseNumberForm: 'none' });
    expect(questions).toBe(0);
  });
  it('is confirmed by nobody when the register fails or never answers', async () => {
    const failing = withRegister(() => Promise.reject(new Error('down')));
    const silent = withRegister(() => new Promise(() => undefined));
    for (const numbers of [failing, silent]) expect((await numbers.about(asked('HS-2026-1'))).caseRegister).toBe('unavailable');
  }, 10_000);
  it('is left unjudged under a bundle of before, which knows no forms', async () => {
    expect(await withRegister(() => Promise.resolve('found'), {}).about(asked('HS-2026-1'))).toEqual({});
  });
});
