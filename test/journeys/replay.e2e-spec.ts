import '../support/node-errors.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#libs/database';
import { newIdV7 } from '#libs/kernel';
import { BundleArchive, loadPolicy, PolicyStore, readTrust, startPolicy, type BundleFiles } from '#libs/regulation';
import { changedBundle, sha256Of, widened } from './changed-bundle.js';
import { openPolicyHouse, type PolicyHouse } from './policy-house.js';

let house: PolicyHouse;
let ask: PolicyHouse['ask'];

beforeAll(async () => {
  house = await openPolicyHouse();
  ({ ask } = house);
});
afterAll(() => house?.close());

const document = `query ($id: ID!) { replayDecision(id: $id) { __typename
  ... on DecisionReplay { outcome differs recordedEffect replayedEffect recordedAnswerDigest replayedAnswerDigest policySha256 policyRevision
    factsDigestNow factsDigestInRow factsDigestInDecision factsDigestOnLog } ... on Problem { code } } }`;
interface Replayed {
  readonly __typename: string;
  readonly outcome: string;
  readonly differs: string[];
  readonly recordedAnswerDigest: string;
  readonly replayedAnswerDigest: string;
  readonly policySha256: string;
  readonly factsDigestNow: string;
  readonly factsDigestInRow: string;
}
async function replayed(id: string, who = 'khanh'): Promise<Replayed> {
  return (await ask(who, document, { id }))['replayDecision'] as Replayed;
}

/** Put in force as the house would: verified, started, swapped; the archive keeps it. */
async function putInForce(files: BundleFiles): Promise<void> {
  const { app } = house.gateway;
  await app.get(Database).transaction((tx) => app.get(BundleArchive).add(tx, files, null, new Date()));
  app.get(PolicyStore).swap(await startPolicy(files, await readTrust('policies/trust.json'), Date.now(), null));
}

describe('a past decision', () => {
  it('is byte-equal when taken again under the bundle in use, and the asking is on the log', async () => {
    const id = await house.refusedRequest();
    const again = await replayed(id);
    expect(again).toMatchObject({
      __typename: 'DecisionReplay',
      outcome: 'SAME',
      differs: [],
      recordedEffect: 'DENY',
      replayedEffect: 'DENY',
    });
    expect(again.replayedAnswerDigest).toBe(again.recordedAnswerDigest);
    expect(again.factsDigestNow).toBe(again.factsDigestInRow);
    expect(await house.entryTypes()).toEqual(
      expect.arrayContaining(['explain_decision.replay allowed', 'explain_decision.inspect allowed']),
    );
  });

  it('is byte-equal under the bundle of its day after the rules have changed, while a new one comes out otherwise', async () => {
    const old = await house.refusedRequest();
    const files = await changedBundle(widened, 2);
    await putInForce(files);
    const { submitRequest } = await ask(
      'mai',
      `mutation ($input: RequestInput!) { submitRequest(input: $input) { __typename ... on RequestSubmitted { decision { id effect } } } }`,
      { input: house.requestInput({ purposeCode: 'HA_TANG' }) },
    );
    expect(submitRequest).toMatchObject({ __typename: 'RequestSubmitted', decision: { effect: 'NEEDS_APPROVAL' } });
    const again = await replayed(old);
    expect(again).toMatchObject({ outcome: 'SAME', differs: [] });
    expect(again.policySha256).not.toBe(sha256Of(files));
    const young = await replayed((submitRequest as { decision: { id: string } }).decision.id);
    expect(young).toMatchObject({ outcome: 'SAME', policySha256: sha256Of(files) });
    house.gateway.app.get(PolicyStore).swap(await loadPolicy('policies/bundle', Date.now()));
  });

  it('of every kind in this house is byte-equal', async () => {
    await ask('mai', '{ cameras(first: 1) { totalCount } }');
    await ask(null, '{ policyRule(id: "PD-04") { id } }');
    const rows = await house.gateway.services.sql<{ id: string; action: string }>(
      `select id, action from decision_facts where facts -> 'viewer' ->> 'userId' is not null order by decided_at`,
    );
    const own = rows.filter(({ action }) => ['submit_request', 'list_cameras'].includes(action));
    expect(own.length).toBeGreaterThan(2);
    for (const { id } of own) expect(await replayed(id)).toMatchObject({ outcome: 'SAME', differs: [] });
  });
});

describe('facts that were tampered with', () => {
  it('are found out by their digests, and the answer that changes with them is told', async () => {
    const id = await house.refusedRequest();
    await house.gateway.services.sql(
      `update decision_facts set facts = jsonb_set(facts, '{request,purposeCode}', '"TRAT_TU_DO_THI"') where id = $1`,
      [id],
    );
    const again = await replayed(id);
    expect(again).toMatchObject({ outcome: 'DIFFERENT', recordedEffect: 'DENY', replayedEffect: 'NEEDS_APPROVAL' });
    expect(again.differs).toEqual(['ANSWER', 'FACTS', 'RECORD']);
    expect(again.factsDigestNow).not.toBe(again.factsDigestInRow);
  });

  it('are found out by the decision’s own digest when the row’s was changed with them', async () => {
    const id = await house.refusedRequest();
    await house.gateway.services.sql(`update decision_facts set facts = jsonb_set(facts, '{request,reason}', '"khác"') where id = $1`, [
      id,
    ]);
    const now = (await replayed(id)).factsDigestNow;
    await house.gateway.services.sql(`update decision_facts set digest = $2 where id = $1`, [id, now]);
    expect((await replayed(id)).differs).toContain('RECORD');
  });

  it('and a decision that was rewritten does not come out again', async () => {
    const id = await house.refusedRequest();
    await house.gateway.services.sql(`update decision_facts set decision = jsonb_set(decision, '{effect}', '"allow"') where id = $1`, [id]);
    expect(await replayed(id)).toMatchObject({
      outcome: 'DIFFERENT',
      differs: ['ANSWER'],
      recordedEffect: 'ALLOW',
      replayedEffect: 'DENY',
    });
  });
});

describe('what cannot be taken again', () => {
  it('is told as such: a bundle that nobody has', async () => {
    const id = await house.refusedRequest();
    await house.gateway.services.sql(`update decision_facts set bundle_sha256 = $2 where id = $1`, [id, 'f'.repeat(64)]);
    expect(await replayed(id)).toMatchObject({ outcome: 'BUNDLE_MISSING', replayedEffect: null });
  });
});

describe('who may not replay', () => {
  it('is told the same of a decision outside the papers and of one that is not there', async () => {
    await ask('binh', '{ cameras(first: 1) { totalCount } }');
    const [foreign] = await house.gateway.services.sql<{ id: string }>(
      `select id from decision_facts where action = 'list_cameras' order by decided_at desc limit 1`,
    );
    const [outside, absent] = [await replayed(foreign!.id), await replayed(newIdV7('dec', Date.now()))];
    expect(outside).toEqual(absent);
    expect(outside.__typename).toBe('NotFound');
  });

  it('by role is refused by the guard', async () => {
    const { body } = await house.gateway.ask(document, {
      token: await house.gateway.token('mai'),
      variables: { id: newIdV7('dec', Date.now()) },
    });
    expect(body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
