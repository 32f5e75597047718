import { newIdV7 } from '#libs/kernel';
import { startLogProcesses } from './log-processes.js';
import { announce, policy, type Said } from './policy-city.js';
import { openPolicyHouse, type PolicyHouse } from './policy-house.js';

let house: PolicyHouse;
let stopLog: () => Promise<void>;

beforeAll(async () => {
  house = await openPolicyHouse();
  await announce(house.gateway);
  stopLog = await startLogProcesses(house.gateway.services);
});
afterAll(async () => {
  await stopLog?.();
  await house?.close();
});

interface Replayed {
  readonly outcome: string;
  readonly differs: readonly string[];
  readonly factsDigestNow: string | null;
  readonly factsDigestOnLog: string | null;
}
const sql = (text: string, values: unknown[]): Promise<unknown[]> => house.gateway.services.sql(text, values);
const asked = (id: string, ...more: string[]): Promise<Said> => policy('replay', id, '--as', 'khanh', ...more);
async function replayed(id: string): Promise<Replayed> {
  const { items } = JSON.parse((await asked(id, '--json')).stdout) as { items: Replayed[] };
  const [one] = items;
  if (one === undefined) throw new Error('no replay');
  return one;
}

/** A refusal of Mai's whose entry can be found on the log. */
async function logged(): Promise<string> {
  const id = await house.refusedRequest();
  const end = Date.now() + 30_000;
  while ((await replayed(id)).factsDigestOnLog === null) {
    if (Date.now() > end) throw new Error('the entry did not become searchable');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return id;
}

describe('a past decision beside the log', () => {
  it('is byte-equal, and its facts are those whose digest the log holds', async () => {
    const id = await logged();
    const said = await asked(id);
    expect([said.stderr, said.stdout, said.code]).toEqual(['', expect.stringContaining('byte-equal'), 0]);
    const { factsDigestNow, factsDigestOnLog } = await replayed(id);
    expect(factsDigestOnLog).toBe(factsDigestNow);
  });

  it('whose facts were changed with every digest that the database holds is found out by the log', async () => {
    const id = await logged();
    const reason = JSON.stringify('Xác minh phản ánh lấn chiếm lòng đường quanh hồ Hoàn Kiếm');
    await sql(`update decision_facts set facts = jsonb_set(facts, '{request,reason}', $2::jsonb) where id = $1`, [id, reason]);
    const { factsDigestNow, differs } = await replayed(id);
    expect(differs).toEqual(['FACTS', 'RECORD', 'LOG']);
    await sql(`update decision_facts set digest = $2, decision = jsonb_set(decision, '{factsDigest}', to_jsonb($2::text)) where id = $1`, [
      id,
      factsDigestNow,
    ]);
    expect(await replayed(id)).toMatchObject({ outcome: 'DIFFERENT', differs: ['LOG'] });
    const said = await asked(id);
    expect([said.code, said.stdout]).toEqual([6, expect.stringContaining('LOG: dữ kiện không khớp mã băm trên nhật ký')]);
  });

  it('whose facts were erased is told so by replay and explanation alike, and its record stays', async () => {
    const id = await logged();
    await sql('update decision_facts set facts = null, erased_at = now() where id = $1', [id]);
    const said = await asked(id);
    expect([said.code, said.stdout]).toEqual([4, expect.stringContaining('its facts were erased')]);
    expect(await replayed(id)).toMatchObject({ outcome: 'FACTS_ERASED', factsDigestNow: null });
    const { explainDecision } = await house.ask(
      'khanh',
      `query ($id: ID!) { explainDecision(id: $id) { __typename ... on DecisionExplanation { effect factsErased nearMisses { path }
         rules { rule } facts { source value } } ... on Problem { code } } }`,
      { id },
    );
    expect(explainDecision).toMatchObject({ __typename: 'DecisionExplanation', effect: 'DENY', factsErased: true, nearMisses: null });
    const { rules, facts } = explainDecision as { rules: { rule: string }[]; facts: { source: string; value: null }[] };
    expect(rules.map(({ rule }) => rule)).toContain('PD-04');
    expect(facts.every(({ source, value }) => source === 'HIDDEN' && value === null)).toBe(true);
  });

  it('whose record was deleted is not told as one that never was', async () => {
    const id = await logged();
    await sql('delete from decision_facts where id = $1', [id]);
    const said = await asked(id);
    expect([said.code, said.stderr]).toEqual([6, expect.stringContaining('DecisionRecordLost: Nhật ký có quyết định này nhưng hồ sơ')]);
    const { replayDecision } = await house.ask(
      'khanh',
      `query ($id: ID!) { replayDecision(id: $id) { __typename ... on DecisionRecordLost { decisionId type outcome factsDigestOnLog } } }`,
      { id },
    );
    expect(replayDecision).toMatchObject({ __typename: 'DecisionRecordLost', decisionId: id, outcome: 'refused' });
    expect((await asked(newIdV7('dec', Date.now()))).code).not.toBe(6);
  });
});
