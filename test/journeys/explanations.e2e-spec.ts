import '../support/node-errors.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newIdV7 } from '#libs/kernel';
import { openPolicyHouse, type PolicyHouse } from './policy-house.js';

let house: PolicyHouse;
let ask: PolicyHouse['ask'];

beforeAll(async () => {
  house = await openPolicyHouse();
  ({ ask } = house);
});
afterAll(() => house?.close());

interface Explained {
  readonly __typename: string;
  readonly effect: string;
  readonly sentenceVi: string;
  readonly nextVi: string;
  readonly nextEn: string;
  readonly rules: { rule: string; sentenceVi: string; sentenceEn: string; articles: string[] }[];
  readonly facts: { path: string; source: string; value: string | null; textVi: string }[];
  readonly evidence: { rule: string; papers: string }[] | null;
  readonly nearMisses: { path: string; kind: string; value: string | null; effect: string }[] | null;
}

const document = `query ($id: ID!) { explainDecision(id: $id) { __typename
  ... on DecisionExplanation { decisionId effect sentenceVi sentenceEn nextVi nextEn factsErased policySha256
    rules { rule sentenceVi sentenceEn nextVi articles at } facts { path source value textVi textEn } obligations { code textVi }
    evidence { rule message papers } nearMisses { path kind value effect } }
  ... on Problem { code textVi } } }`;
async function explained(who: string, id: string): Promise<Explained> {
  return (await ask(who, document, { id }))['explainDecision'] as Explained;
}

describe('a refused person', () => {
  it('reads why in one sentence, the article and what to do next, in both languages, and no evidence', async () => {
    const told = await explained('mai', await house.refusedRequest());
    expect(told).toMatchObject({ __typename: 'DecisionExplanation', effect: 'DENY', evidence: null, nearMisses: null, factsErased: false });
    const [first] = told.rules;
    expect(told.sentenceVi).toBe(first?.sentenceVi);
    expect(told.nextVi).not.toBe('');
    expect(told.nextEn).not.toBe('');
    const rule = told.rules.find(({ rule: id }) => id === 'PD-04');
    expect(rule?.articles.join()).toContain('Luật 91/2025/QH15');
    expect(told.facts.find(({ path }) => path === 'request.purposeCode')).toMatchObject({ source: 'FROM_YOU', value: '"HA_TANG"' });
    expect(await house.entryTypes()).toContain('explain_decision.read allowed');
  });

  it('never reads facts about others', async () => {
    const id = await house.refusedRequest();
    await house.gateway.services.sql(
      `update decision_facts set decision = jsonb_set(decision, '{denies}', decision -> 'denies' || '[{"rule":"PD-16","articles":[],"message":"missing_fact","at":"consent.withdrawnAt","severity":"high"}]'),
         facts = facts || '{"consent":{"withdrawnAt":1790000000000,"principalId":"per_other"}}' where id = $1`,
      [id],
    );
    const told = await explained('mai', id);
    expect(told.facts.find(({ path }) => path === 'consent.withdrawnAt')).toEqual({
      path: 'consent.withdrawnAt',
      source: 'HIDDEN',
      value: null,
      textVi: 'một điều kiện bạn không được xem',
      textEn: 'a condition that is not yours to see',
    });
    expect(JSON.stringify(told)).not.toMatch(/1790000000000|per_other/);
  });
});

describe('a stranger', () => {
  it('is told the same of a decision of others and of one that is not there', async () => {
    const id = await house.refusedRequest();
    const absent = newIdV7('dec', Date.now());
    for (const who of ['binh', 'thu', 'ngoc']) {
      const [foreign, none] = [await explained(who, id), await explained(who, absent)];
      expect(foreign).toEqual(none);
      expect(foreign.__typename).toBe('NotFound');
    }
    expect((await explained('mai', 'not-an-id')).__typename).toBe('NotFound');
  });

  it('who has not signed in is not answered', async () => {
    const { body } = await house.gateway.ask(document, { variables: { id: newIdV7('dec', Date.now()) } });
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('an approver', () => {
  it('sees the evidence and which single fact would open a refused request, by the right to read that request', async () => {
    const told = await explained('dung', await house.refusedRequest());
    expect(told.evidence).not.toBeNull();
    expect(told.nearMisses).toContainEqual({
      path: 'request.purposeCode',
      kind: 'CODE',
      value: 'TRAT_TU_DO_THI',
      effect: 'NEEDS_APPROVAL',
    });
    expect(told.facts.find(({ path }) => path === 'request.purposeCode')).toMatchObject({ source: 'HIDDEN', value: null });
    expect(await house.entryTypes()).toContain('explain_decision.evidence allowed');
  });

  it('is told that nothing is there of a decision that is about no request', async () => {
    await ask('mai', '{ cameras(first: 1) { totalCount } }');
    const [row] = await house.gateway.services.sql<{ id: string }>(
      `select id from decision_facts where action = 'list_cameras' order by decided_at desc limit 1`,
    );
    expect((await explained('dung', row!.id)).__typename).toBe('NotFound');
    expect((await explained('mai', row!.id)).__typename).toBe('DecisionExplanation');
  });
});

describe('an inspector', () => {
  it('sees evidence and near misses of a body under inspection, and nothing of others', async () => {
    const told = await explained('khanh', await house.refusedRequest());
    expect(told.nearMisses?.map(({ path }) => path)).toContain('request.purposeCode');
    expect(await house.entryTypes()).toContain('explain_decision.inspect allowed');
    await ask('binh', '{ cameras(first: 1) { totalCount } }');
    const [foreign] = await house.gateway.services.sql<{ id: string }>(
      `select id from decision_facts where action = 'list_cameras' order by decided_at desc limit 1`,
    );
    expect((await explained('khanh', foreign!.id)).__typename).toBe('NotFound');
    expect(await house.entryTypes()).toContain('explain_decision.inspect refused');
  });
});

describe('erased facts', () => {
  it('are told as erased to nobody who cannot be shown to be concerned', async () => {
    const id = await house.refusedRequest();
    await house.gateway.services.sql(`update decision_facts set facts = null, erased_at = now() where id = $1`, [id]);
    expect((await explained('mai', id)).__typename).toBe('NotFound');
    expect((await explained('dung', id)).__typename).toBe('NotFound');
  });
});
