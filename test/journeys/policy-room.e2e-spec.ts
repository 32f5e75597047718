import '../support/node-errors.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, ownerDataSource } from '#libs/database';
import { SystemClock } from '#libs/kernel';
import { RuleUseClock } from '#libs/regulation';
import { RuleUseRepository } from '../../libs/regulation/src/catalogue/rule-use.repository.js';
import { openPolicyHouse, type PolicyHouse } from './policy-house.js';

let house: PolicyHouse;
let ask: PolicyHouse['ask'];

beforeAll(async () => {
  house = await openPolicyHouse();
  ({ ask } = house);
});
afterAll(() => house?.close());

const ruleFields = `id titleVi titleEn textVi group { code textVi } kinds { code textVi } source layer { code } status { code textEn } severity { code }
  enforcedBy { code textVi } effectiveFrom effectiveTo isInForce articles { key article instrument ruleIds }
  regoRules { title package set says place } cases { description action wantedEffect isAgainst place } casesAgainst casesFor`;

interface Rule {
  id: string;
  isInForce: boolean;
  articles: { key: string; ruleIds: string[] }[];
  regoRules: { says: string; place: string }[];
  cases: { isAgainst: boolean; place: string }[];
  casesAgainst: number;
  decisions: { total: number; byEffect: { effect: string; count: number }[] } | null;
  latestDecisions: { decisionId: string; effect: string }[] | null;
}

describe('the catalogue of the rules in force', () => {
  it('is open to somebody who has not signed in, with articles, code and cases, and the reading is on the log', async () => {
    const { policyRule } = (await ask(
      null,
      `{ policyRule(id: "PD-04") { ${ruleFields} decisions { total } latestDecisions { decisionId } } }`,
    )) as {
      policyRule: Rule;
    };
    expect(policyRule).toMatchObject({
      id: 'PD-04',
      group: { code: 'PD', textVi: 'Dữ liệu cá nhân' },
      layer: { code: 'national' },
      decisions: null,
      latestDecisions: null,
    });
    expect(policyRule.articles.map(({ key }) => key)).toContain('L91-32.3');
    expect(policyRule.regoRules.map(({ says }) => says)).toContain('DENIES');
    expect(policyRule.casesAgainst).toBeGreaterThan(0);
    expect(policyRule.cases.filter(({ isAgainst }) => isAgainst)).toHaveLength(policyRule.casesAgainst);
    expect(await house.entryTypes()).toContain('read_policy.rule allowed');
    expect(await ask(null, '{ policyRule(id: "XX-99") { id } policyArticle(key: "no-such") { key } }')).toEqual({
      policyRule: null,
      policyArticle: null,
    });
  });

  it('pages through every rule once, and a cursor belongs to its filter', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { policyRules } = (await ask(
        null,
        `query ($after: String) { policyRules(first: 60, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )) as {
        policyRules: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      seen.push(...policyRules.edges.map(({ node }) => node.id));
      after = policyRules.pageInfo.hasNextPage ? policyRules.pageInfo.endCursor : null;
      if (after === null) expect(seen).toHaveLength(policyRules.totalCount);
      else {
        const stolen = await house.gateway.ask(`{ policyRules(first: 60, after: "${after}", filter: { group: "PD" }) { totalCount } }`);
        expect(stolen.body.errors?.[0]?.extensions['code']).toBe('INVALID_CURSOR');
      }
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(150);
  });

  it('is filtered by group, layer, enforcement, status, article, time and words without marks', async () => {
    const ids = async (filter: string): Promise<string[]> => {
      const { policyRules } = (await ask(null, `{ policyRules(first: 100, filter: ${filter}) { edges { node { id isInForce } } } }`)) as {
        policyRules: { edges: { node: Rule }[] };
      };
      return policyRules.edges.map(({ node }) => node.id);
    };
    expect((await ids('{ group: "IN" }')).every((id) => id.startsWith('IN-'))).toBe(true);
    expect(await ids('{ layer: "hanoi", enforcedBy: "policy" }')).toContain('HN-01');
    expect(await ids('{ text: "du lieu ca nhan muc dich" }')).not.toEqual([]);
    expect(await ids('{ articleKey: "L91-32.3" }')).toContain('PD-04');
    expect(await ids('{ status: "NF" }')).not.toContain('PD-04');
    expect(await ids('{ inForceAt: "2025-06-01T00:00:00Z", group: "PD" }')).not.toContain('PD-04');
    const { policyArticle } = (await ask(null, '{ policyArticle(key: "L91-32.3") { article instrument isInForce ruleIds } }')) as {
      policyArticle: { ruleIds: string[] };
    };
    expect(policyArticle.ruleIds).toContain('PD-04');
  });
});

describe('what happened under a rule', () => {
  const use = async (who: string | null, id = 'PD-04'): Promise<Rule> => {
    const document = `{ policyRule(id: "${id}") { decisions { since total byEffect { effect count } } latestDecisions { decisionId action effect decidedAt } } }`;
    return (await ask(who, document))['policyRule'] as Rule;
  };

  it('is counted for those whom the policy lets count, and nobody else', async () => {
    await house.refusedRequest();
    await house.refusedRequest();
    expect((await use('lam')).decisions).toMatchObject({ total: 2, byEffect: [{ effect: 'DENY', count: 2 }] });
    for (const who of ['mai', 'thu', null]) expect((await use(who)).decisions).toBeNull();
    expect((await use('lam', 'HN-07')).decisions).toMatchObject({ total: 0, byEffect: [] });
    expect(await house.entryTypes()).toContain('count_decisions.read allowed');
  });

  it('names the newest decisions to inspectors inside their papers only', async () => {
    const id = await house.refusedRequest();
    const { latestDecisions } = await use('khanh');
    expect(latestDecisions?.[0]).toMatchObject({ decisionId: id, action: 'submit_request', effect: 'DENY' });
    expect((await use('lam')).latestDecisions).toBeNull();
    expect((await use('dung')).latestDecisions).toBeNull();
    // Binh's body is not under inspection.
    await ask('binh', '{ cameras(first: 1) { totalCount } }');
    const role = await use('khanh', 'POL-3');
    const [foreign] = await house.gateway.services.sql<{ id: string }>(
      `select id from decision_facts where action = 'list_cameras' order by decided_at desc limit 1`,
    );
    expect(role.latestDecisions?.map(({ decisionId }) => decisionId)).not.toContain(foreign?.id);
  });

  it('is the same before and after the hours are counted, and they are counted once', async () => {
    const { sql, databaseUrl } = house.gateway.services;
    await sql(`update decision_facts set decided_at = decided_at - interval '3 hours' where action = 'submit_request'`);
    const before = await use('lam');
    const owner = await ownerDataSource(databaseUrl);
    const clock = new RuleUseClock(new Database(owner), new SystemClock(), new RuleUseRepository());
    try {
      expect(await clock.count()).toBeGreaterThan(0);
      expect(await clock.count()).toBe(0);
    } finally {
      await owner.destroy();
    }
    const [counted] = await sql<{ decisions: number }>(`select decisions from rule_use where rule = 'PD-04' and effect = 'deny'`);
    expect(counted?.decisions).toBe(before.decisions?.total);
    expect((await use('lam')).decisions).toEqual(before.decisions);
    const id = await house.refusedRequest();
    const after = await use('khanh');
    expect(after.decisions?.total).toBe((before.decisions?.total ?? 0) + 1);
    expect(after.latestDecisions?.map(({ decisionId }) => decisionId)).toContain(id);
    expect(after.latestDecisions?.length).toBe(after.decisions?.total);
  });
});
