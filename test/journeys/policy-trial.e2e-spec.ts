import '../support/node-errors.js';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#libs/database';
import { BundleArchive, PolicyStore } from '#libs/regulation';
import { changedBundle, sha256Of, widened } from './changed-bundle.js';
import { openPolicyHouse, type PolicyHouse } from './policy-house.js';

let house: PolicyHouse;
let ask: PolicyHouse['ask'];
let candidate: string;

beforeAll(async () => {
  house = await openPolicyHouse();
  ({ ask } = house);
  candidate = await archived(await changedBundle(widened, 2));
});
afterAll(() => house?.close());

async function archived(files: Awaited<ReturnType<typeof changedBundle>>): Promise<string> {
  const { app } = house.gateway;
  await app.get(Database).transaction((tx) => app.get(BundleArchive).add(tx, files, null, new Date()));
  return sha256Of(files);
}

const document = `query ($input: String!, $asOf: DateTime, $bundle: ID) { tryCase(input: $input, asOf: $asOf, bundleSha256: $bundle) { __typename
  ... on TriedCase { effect asOf policyRevision policySha256 sentenceVi nextVi rules { rule articles } reasons { rule } obligations { code textVi }
    deadlines { rule name dueDate countedVi skippedDays } nearMisses { path kind value effect } answer factsDigest entryId }
  ... on Problem { code textVi path } } }`;
interface Tried {
  readonly __typename: string;
  readonly code?: string;
  readonly effect: string;
  readonly policySha256: string;
  readonly rules: { rule: string; articles: string[] }[];
  readonly deadlines: { name: string; dueDate: string; countedVi: string }[];
  readonly nearMisses: { path: string; kind: string; value: string | null; effect: string }[];
  readonly answer: string;
}
async function tried(input: unknown, more: { asOf?: string; bundle?: string; who?: string } = {}): Promise<Tried> {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return (await ask(more.who ?? 'lam', document, { input: text, asOf: more.asOf ?? null, bundle: more.bundle ?? null }))[
    'tryCase'
  ] as Tried;
}

function question(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    action: 'submit_request',
    asOf: '2026-09-15T09:00:00+07:00',
    viewer: {
      userId: 'per_1',
      orgId: 'org_1',
      orgKind: 'SO_XD',
      roles: ['requester'],
      functions: ['HA_TANG', 'GIAO_THONG', 'TRAT_TU_DO_THI'],
      unitId: 'unt_1',
    },
    camera: {
      id: 'cam_1',
      ownerOrgId: 'org_2',
      systemKind: 'central',
      missionClass: 'TRAT_TU_DO_THI',
      purposes: ['TRAT_TU_DO_THI'],
      classification: 'normal',
      isPublicPlace: true,
      zoneKind: 'street',
    },
    request: {
      requester: { userId: 'per_1', orgId: 'org_1', orgKind: 'SO_XD', functions: ['HA_TANG', 'GIAO_THONG', 'TRAT_TU_DO_THI'] },
      purposeCode: 'HA_TANG',
      legalBasisCode: 'PDPL-19.1.c',
      transferGround: '17.1.dd',
      writtenRequest: { number: '123', date: '2026-09-10', issuer: 'Sở Xây dựng', signatureRef: 'sig' },
      reason: 'Kiểm tra nguồn xả thải quanh hồ',
      dataType: 'video',
      detailLevel: 'street',
      volume: 1,
      accessFrequency: 'once',
      deliveryMethod: 'stream',
    },
    organisation: { inventoryReportStatus: 'accepted' },
    ...change,
  };
}

describe('trying a case', () => {
  it('says what the rules in force and a proposed bundle would answer, and opens nothing', async () => {
    const [now, then] = [await tried(question()), await tried(question(), { bundle: candidate })];
    expect(now).toMatchObject({ __typename: 'TriedCase', effect: 'DENY' });
    expect(now.rules.map(({ rule }) => rule)).toContain('PD-04');
    expect(then).toMatchObject({ effect: 'NEEDS_APPROVAL', policySha256: candidate });
    expect(await house.entryTypes()).toContain('try_case.try allowed');
    const [row] = await house.gateway.services.sql<{ n: number }>(
      `select count(*)::int as n from decision_facts where action = 'submit_request'`,
    );
    expect(row?.n).toBe(0);
  });

  it('answers by the law of the day on both sides of a changeover', async () => {
    const before = await tried(question(), { asOf: '2025-12-31T16:59:59Z' });
    const after = await tried(question(), { asOf: '2025-12-31T17:00:00Z' });
    expect([before.effect, after.effect]).toEqual(['DENY', 'DENY']);
    expect(before.rules.map(({ rule }) => rule)).not.toContain('PD-04');
    expect(after.rules.map(({ rule }) => rule)).toContain('PD-04');
  });

  it.each([
    ['the rules in force', () => null, question()],
    ['a proposed bundle', () => candidate, question({ organisation: { inventoryReportStatus: 'missing' } })],
  ])(
    'names single facts that would open it under %s, and each of them really does',
    async (_, bundleOf, asked) => {
      const bundle = bundleOf();
      const more = bundle === null ? {} : { bundle };
      const flips = (await tried(asked, more)).nearMisses.filter(({ kind }) => kind === 'CODE');
      expect(flips.length).toBeGreaterThan(0);
      for (const { path, value, effect } of flips.slice(0, 6)) {
        const changed = structuredClone(asked);
        const steps = path.split('.');
        const last = steps.pop() ?? '';
        const place = steps.reduce((inner, step) => inner[step] as Record<string, unknown>, changed);
        place[last] = Array.isArray(place[last]) ? [value] : value;
        expect([path, value, (await tried(changed, more)).effect]).toEqual([path, value, effect]);
      }
    },
    120_000,
  );

  it('counts the deadlines that rules set', async () => {
    const { deadlines } = await tried({
      action: 'data_subject',
      asOf: '2026-09-15T09:00:00+07:00',
      viewer: { userId: 'per_1', orgId: 'org_1', orgKind: 'CA_NHAN', roles: ['public'] },
      dataSubjectRequest: { kind: 'view', receivedAt: '2026-09-15T09:00:00+07:00', complete: true },
    });
    expect(deadlines.length).toBeGreaterThan(0);
    for (const { dueDate, countedVi } of deadlines) {
      expect(dueDate).toMatch(/^2026-\d{2}-\d{2}$/);
      expect(countedVi).toMatch(/ngày|giờ/);
    }
  });

  it('refuses what is no question, and a bundle that nobody brought', async () => {
    expect(await tried('{')).toMatchObject({ __typename: 'InvalidInput', code: 'NOT_JSON' });
    expect(await tried([])).toMatchObject({ __typename: 'InvalidInput', code: 'NOT_AN_OBJECT' });
    expect(await tried(question({ camerra: {} }))).toMatchObject({ code: 'UNKNOWN_FIELD', path: ['input', 'camerra'] });
    expect(await tried(question(), { bundle: '0'.repeat(64) })).toMatchObject({ __typename: 'NotFound' });
    expect((await tried({ action: 'live_view' })).effect).toBe('DENY');
  });

  it('of a bundle that does not run is told so, and the rules in force go on', async () => {
    const broken = await archived(
      await changedBundle((tables) => {
        tables.actions = {};
        tables.roles = { public: { actions: { no_such: true } } };
      }, 3),
    );
    expect(await tried(question(), { bundle: broken })).toMatchObject({ __typename: 'TrialStopped', code: 'BUNDLE_UNUSABLE' });
    expect((await tried(question())).effect).toBe('DENY');
  });

  it('is for the policy room only', async () => {
    const { body } = await house.gateway.ask(document, { token: await house.gateway.token('mai'), variables: { input: '{}' } });
    expect(body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await tried(question(), { who: 'khanh' })).effect).toBe('DENY');
  });
});

const assess = `mutation ($input: AssessPolicyInput!) { assessPolicy(input: $input) { __typename ... on PolicyAssessed { decisionsPerSecond entry { id }
  impact { reportSha256 bundleSha256 replayed erased changed wider narrower widenedShare needsNote opened openedIds report
    transitions { from to count { changed wider sampleIds } } rules { key changed } organisations { key wider } purposes { key wider } } }
  ... on Problem { code } } }`;
interface Assessed {
  readonly __typename: string;
  readonly impact: {
    reportSha256: string;
    replayed: number;
    erased: number;
    wider: number;
    needsNote: boolean;
    report: string;
    transitions: { from: string; to: string; count: { changed: number; sampleIds: string[] } }[];
    rules: { key: string }[];
    purposes: { key: string; wider: number }[];
  };
}

describe('what a candidate would change', () => {
  it('is replayed over past decisions, with ids and without facts, and its hash is what signers sign', async () => {
    const refused = await house.refusedRequest();
    const erased = await house.refusedRequest();
    await house.gateway.services.sql(`update decision_facts set facts = null, erased_at = now() where id = $1`, [erased]);
    await ask('mai', '{ cameras(first: 1) { totalCount } }');
    const { assessPolicy } = (await ask('lam', assess, { input: { bundleSha256: candidate } })) as { assessPolicy: Assessed };
    const { impact } = assessPolicy;
    expect(impact.transitions).toEqual([{ from: 'DENY', to: 'NEEDS_APPROVAL', count: { changed: 1, wider: 1, sampleIds: [refused] } }]);
    expect(impact).toMatchObject({ erased: 1, wider: 1, narrower: 0, needsNote: true, opened: 0 });
    expect(impact.rules.map(({ key }) => key)).toContain('PD-04');
    expect(impact.purposes).toEqual([{ key: 'HA_TANG', wider: 1 }]);
    expect(impact.report).not.toMatch(/per_|lấn chiếm/);
    expect(createHash('sha256').update(impact.report).digest('hex')).toBe(impact.reportSha256);
    const [kept] = await house.gateway.services.sql<{ report_sha256: string; widened_share: number }>(
      `select report_sha256, widened_share from policy_impact`,
    );
    expect(kept?.report_sha256).toBe(impact.reportSha256);
    expect(kept?.widened_share).toBeGreaterThan(0.01);
    expect(await house.entryTypes()).toEqual(expect.arrayContaining(['assess_policy.run allowed', 'assess_policy.report done']));
  });

  it('of the same rules is nothing, and the bundle in force is not assessed against itself', async () => {
    const same = await archived(await changedBundle(() => undefined, 4));
    const { assessPolicy } = (await ask('lam', assess, { input: { bundleSha256: same, lastDecisions: 50 } })) as { assessPolicy: Assessed };
    expect(assessPolicy.impact).toMatchObject({ changed: 0, wider: 0, needsNote: false, transitions: [] });
    const { sha256 } = house.gateway.app.get(PolicyStore).current().bundle;
    expect(await ask('lam', assess, { input: { bundleSha256: sha256 } })).toMatchObject({
      assessPolicy: { __typename: 'StateConflict', code: 'IN_FORCE' },
    });
    expect(await ask('lam', assess, { input: { bundleSha256: '0'.repeat(64) } })).toMatchObject({
      assessPolicy: { __typename: 'NotFound' },
    });
  });

  it('is noted by an inspector once, never by a signer', async () => {
    const note = `mutation ($input: NotePolicyInput!) { notePolicy(input: $input) { __typename ... on PolicyNoted { note { inspectorName note } entry { id } } ... on Problem { code } } }`;
    const input = { bundleSha256: candidate, note: 'Đã xem 1 quyết định mở rộng, có căn cứ.' };
    expect(await ask('khanh', note, { input })).toMatchObject({ notePolicy: { __typename: 'PolicyNoted', note: { note: input.note } } });
    expect(await ask('khanh', note, { input })).toMatchObject({ notePolicy: { __typename: 'StateConflict', code: 'NOTED_ALREADY' } });
    expect(await ask('khanh', note, { input: { ...input, bundleSha256: '0'.repeat(64) } })).toMatchObject({
      notePolicy: { __typename: 'NotFound' },
    });
    const signer = await house.gateway.ask(note, { token: await house.gateway.token('lam'), variables: { input } });
    expect(signer.body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const { policyImpacts } = (await ask('lam', `{ policyImpacts(bundleSha256: "${candidate}") { reportSha256 notes { note } } }`)) as {
      policyImpacts: { notes: { note: string }[] }[];
    };
    expect(policyImpacts[0]?.notes.map((one) => one.note)).toEqual([input.note]);
  });
});
